import { Worker } from "node:worker_threads";
import type { Output } from "./output.ts";

/** What the thread says: text for the two streams of the process, at last the exit code. */
export type WorkerMessage = { readonly out: string } | { readonly err: string } | { readonly code: number };

/** What the thread is told at its start. */
export interface WorkerTask {
  readonly args: readonly string[];
  readonly isTerminal: boolean;
}

/** Room for young objects, in MB: three halves of 8. */
const YOUNG = 24;

/**
 * Runs the command line in a thread with less room for young objects than Node gives a process. What is read here lives
 * to the end: more room only means more pages that are touched for the first time, and that miss the processor's caches
 * (docs/performance.md). A process can be told so by its command line alone, which is not ours.
 */
export function runInWorker(args: readonly string[], output: Output, signal: AbortSignal): Promise<number> {
  return new Promise((done, fail) => {
    const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
    const task: WorkerTask = { args, isTerminal: output.isTerminal ?? false };
    const worker = new Worker(new URL(file, import.meta.url), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window
    signal.addEventListener("abort", () => worker.postMessage("end"), { once: true });
    worker.on("message", (message: WorkerMessage) => {
      if ("out" in message) output.out(message.out);
      else if ("err" in message) output.err(message.err);
      else done(message.code);
    });
    worker.on("error", fail);
    worker.on("exit", (code) => fail(new Error(`the thread ended with ${code}`)));
  });
}
