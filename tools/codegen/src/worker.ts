import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { run } from "./run.ts";
import type { WorkerMessage, WorkerTask } from "./run-in-worker.ts";

const port = parentPort as MessagePort;
const { args, isTerminal } = workerData as WorkerTask;
const say = (message: WorkerMessage): void => port.postMessage(message);

const ending = new AbortController();
port.once("message", () => ending.abort());
// Waiting for the end of a run that ends by itself would keep the thread.
port.unref();

say({
  code: await run(args, { out: (out) => say({ out }), err: (err) => say({ err }), isTerminal }, ending.signal),
});
