import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Orders, Report } from "./guarded.ts";

const GUARDED = fileURLToPath(new URL("guarded.ts", import.meta.url));

/** The receiver does not start with such a key. */
export class KeyRefusedError extends Error {
  override readonly name = "KeyRefusedError";
}

/** A receiver in a process of its own, so that a crash, its memory and its prototypes can be seen from outside. */
export class Fortress {
  readonly port: number;
  readonly #child: ChildProcess;
  #gone: string | null = null;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
    child.on("exit", (code, signal) => {
      this.#gone = `the process ended with ${code ?? signal}`;
    });
  }

  static async start(orders: Orders): Promise<Fortress> {
    const child = fork(GUARDED, [JSON.stringify(orders)], {
      execArgv: ["--conditions=@coo/source", "--disable-warning=ExperimentalWarning", "--expose-gc"],
      serialization: "advanced",
    });
    const started = await next<{ readonly port: number } | { readonly refused: string }>(child);
    if ("refused" in started) {
      child.kill();
      throw new KeyRefusedError(started.refused);
    }
    return new Fortress(child, started.port);
  }

  /** What happened since the last time; a text when the process is gone. */
  async report(): Promise<Report | string> {
    if (this.#gone !== null) return this.#gone;
    this.#child.send("report");
    try {
      return await next<Report>(this.#child);
    } catch (error) {
      return this.#gone ?? String(error);
    }
  }

  stop(): void {
    this.#child.kill();
  }
}

function next<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const exit = (code: number | null): void => reject(new Error(`the process ended with ${code}`));
    child.once("exit", exit);
    child.once("message", (message) => {
      child.off("exit", exit);
      resolve(message as T);
    });
  });
}
