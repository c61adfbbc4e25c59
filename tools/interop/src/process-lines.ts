import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

const WAIT_MS = 60_000;

/** A conversation with a process, line by line. Every wait ends. */
export class ProcessLines {
  readonly #name: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #stderr = "";

  /** @param name - What the process is called in errors. */
  constructor(name: string, child: ChildProcessWithoutNullStreams) {
    this.#name = name;
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on("data", (data: Buffer) => {
      this.#stderr = (this.#stderr + data.toString()).slice(-2000);
    });
    // A write to a process that has ended: the missing answer tells.
    child.stdin.on("error", () => {});
    child.on("error", () => {});
  }

  write(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** The next line; rejects when the process ends or does not answer. */
  async read(): Promise<string> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.#name} did not answer within ${WAIT_MS} ms`)), WAIT_MS);
    });
    try {
      return await Promise.race([this.next(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** The next line, whenever it comes; rejects when the process ends. */
  async next(): Promise<string> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`${this.#name} ended: ${this.#stderr.trim().split("\n").at(-1) ?? ""}`);
    return line.value;
  }

  end(): void {
    this.#child.stdin.end();
    this.#child.kill("SIGKILL");
  }
}
