import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync } from "node:fs";
import { Agent, request as open } from "node:http";
import { join } from "node:path";
import type { PushRequest } from "@coo/receiver";
import { programIn } from "./program.ts";

/** What an answer that takes a push has in it. */
export const SUCCESS: RegExp = /returnCode(?:&gt;|>)0000/;

/** A receiver in a process of its own. */
export class Besieged {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /**
   * @param trial - Folder of the trial, where its program is.
   * @param folder - Where its journal is.
   * @param env - More for its environment.
   */
  static async start(
    trial: string,
    folder: string = trial,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Besieged> {
    mkdirSync(folder, { recursive: true });
    const child = fork(programIn(trial, "besieged"), [folder], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(trial, "compiled"), ...env },
      // A young heap that grows as it likes would be taken for what a request costs.
      execArgv: ["--disable-warning=ExperimentalWarning", "--expose-gc", "--max-semi-space-size=1"],
    });
    return new Besieged(child, await next(child));
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Bytes by which the peak has grown since the last time. */
  async grown(): Promise<number> {
    this.#child.send("grown");
    return next(this.#child);
  }

  /** Kills it at once, and waits until it is gone. */
  async stop(): Promise<void> {
    if (!this.isAlive) return;
    const gone = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGKILL");
    await gone;
  }
}

function next(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error("the receiver's process ended"));
    child.once("exit", gone);
    child.once("message", (message) => {
      child.off("exit", gone);
      resolve(Number(message));
    });
  });
}

const keepAlive = new Agent({ keepAlive: true });

/** A push as a well-behaved sender makes it: whether it was taken. */
export async function take(port: number, push: PushRequest): Promise<boolean> {
  return (await answerTo(port, push)) === "taken";
}

/** What a push is answered with: taken, another status, or nothing (0). */
export function answerTo(port: number, push: PushRequest): Promise<"taken" | number> {
  const headers = { ...(push.headers as Record<string, string>), "content-length": push.body.byteLength };
  return new Promise((resolve) => {
    const outgoing = open({ port, host: "127.0.0.1", method: "POST", path: "/", headers, agent: keepAlive });
    outgoing.once("error", () => resolve(0));
    outgoing.once("response", async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
      resolve(SUCCESS.test(Buffer.concat(chunks).toString("latin1")) ? "taken" : (incoming.statusCode ?? 0));
    });
    outgoing.end(push.body);
  });
}
