import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { ProcessLines } from "./process-lines.ts";

/** A conversation with a process: words a line, each in base64, an empty one as `-`. What needs no JSON library anywhere. */
export class WordLines {
  readonly #lines: ProcessLines;

  constructor(name: string, child: ChildProcessWithoutNullStreams) {
    this.#lines = new ProcessLines(name, child);
  }

  write(words: readonly string[]): void {
    this.#lines.write(words.map((word) => Buffer.from(word, "utf8").toString("base64") || "-").join(" "));
  }

  /** The next line; rejects when the process ends or does not answer. */
  async read(): Promise<readonly string[]> {
    return wordsOf(await this.#lines.read());
  }

  /** The next line, whenever it comes; rejects when the process ends. */
  async next(): Promise<readonly string[]> {
    return wordsOf(await this.#lines.next());
  }

  end(): void {
    this.#lines.end();
  }
}

function wordsOf(line: string): readonly string[] {
  return line.split(" ").map((word) => (word === "-" ? "" : Buffer.from(word, "base64").toString("utf8")));
}
