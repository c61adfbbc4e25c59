import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createInterface } from "node:readline";

const WAIT_MS = 60_000;

/** A conversation with a process: one JSON object a line, both ways. Every wait ends. */
export class JsonLines {
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

  write(message: object): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** The next line; rejects when the process ends or does not answer. */
  async read(): Promise<Readonly<Record<string, unknown>>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.#name} did not answer within ${WAIT_MS} ms`)), WAIT_MS);
    });
    try {
      const line = await Promise.race([this.#lines.next(), late]);
      if (line.done === true) throw new Error(`${this.#name} ended: ${this.#stderr.trim().split("\n").at(-1) ?? ""}`);
      return JSON.parse(line.value) as Readonly<Record<string, unknown>>;
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.#child.stdin.end();
    this.#child.kill("SIGKILL");
  }
}

/** Opens the conversation: sends the first line and waits until the process says that it is ready. */
export async function openLines(name: string, child: ChildProcessWithoutNullStreams, job: object): Promise<JsonLines> {
  const lines = new JsonLines(name, child);
  try {
    lines.write(job);
    await lines.read();
    return lines;
  } catch (error) {
    lines.end();
    throw error;
  }
}
