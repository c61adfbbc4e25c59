import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { ProcessLines } from "./process-lines.ts";

/** A conversation with a process: one JSON object a line, both ways. */
export class JsonLines {
  readonly #lines: ProcessLines;

  constructor(lines: ProcessLines) {
    this.#lines = lines;
  }

  write(message: object): void {
    this.#lines.write(JSON.stringify(message));
  }

  async read(): Promise<Readonly<Record<string, unknown>>> {
    return JSON.parse(await this.#lines.read()) as Readonly<Record<string, unknown>>;
  }

  end(): void {
    this.#lines.end();
  }
}

/** Opens the conversation: sends the first line and waits until the process says that it is ready. */
export async function openLines(name: string, child: ChildProcessWithoutNullStreams, job: object): Promise<JsonLines> {
  const lines = new JsonLines(new ProcessLines(name, child));
  try {
    lines.write(job);
    await lines.read();
    return lines;
  } catch (error) {
    lines.end();
    throw error;
  }
}
