import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { ActorSetting } from "./actor.ts";
import { programIn } from "./program.ts";

/** What actors have told: the applications that were acknowledged to them, and everything that is no news but an error. */
export function hearing(): {
  readonly acknowledged: ReadonlySet<string>;
  readonly errors: readonly string[];
  readonly onLine: (line: string) => void;
} {
  const acknowledged = new Set<string>();
  const errors: string[] = [];
  const onLine = (line: string): void => {
    if (line.startsWith("ack ")) acknowledged.add(line.slice(4));
    else errors.push(line);
  };
  return { acknowledged, errors, onLine };
}

/** A place in a trial that always has a process, however often it is killed. */
export class Child {
  readonly role: ActorSetting["role"];
  isReady = false;
  /** Milliseconds that a graceful end took; of the last one. */
  closedMs: number | undefined;
  /** Program of the next start, where it is not today's. */
  actor: string | undefined;
  #process: ChildProcess | undefined;
  #starts = 0;
  #ended: Promise<void> = Promise.resolve();
  readonly #setting: Omit<ActorSetting, "tag">;
  readonly #name: string;
  readonly #onLine: (line: string) => void;

  constructor(name: string, setting: Omit<ActorSetting, "tag">, onLine: (line: string) => void) {
    this.role = setting.role;
    this.#name = name;
    this.#setting = setting;
    this.#onLine = onLine;
  }

  start(): void {
    const setting: ActorSetting = { ...this.#setting, tag: `${this.#name}.${this.#starts++}` };
    const { netns } = this.#setting;
    const command = [
      ...(netns === undefined ? [] : ["ip", "netns", "exec", netns]),
      process.execPath,
      "--disable-warning=ExperimentalWarning",
      this.actor ?? programIn(this.#setting.folder, "actor"),
      JSON.stringify(setting),
    ];
    const child = spawn(command[0] as string, command.slice(1), {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.#setting.folder, "compiled") },
    });
    this.#process = child;
    this.isReady = false;
    this.#ended = new Promise((resolve) => child.once("close", () => resolve()));
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
      if (line === "ready") this.isReady = true;
      else if (line.startsWith("closed ")) this.closedMs = Number(line.slice(7));
      else this.#onLine(line);
    });
  }

  /** Kills it at once, whatever it is doing, and waits until it is gone. */
  async kill(): Promise<void> {
    this.#process?.kill("SIGKILL");
    this.isReady = false;
    await this.#ended;
  }

  signal(name: "SIGSTOP" | "SIGCONT" | "SIGTERM"): void {
    this.#process?.kill(name);
  }

  /** Whether the process is gone by itself. */
  get hasEnded(): boolean {
    return this.#process?.exitCode !== null || this.#process.signalCode !== null;
  }

  /** Resolves when the process has ended. */
  get ended(): Promise<void> {
    return this.#ended;
  }
}
