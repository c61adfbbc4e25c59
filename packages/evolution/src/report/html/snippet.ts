import type { Location } from "@coo/wsdl";
import { escaped } from "./markup.ts";

/** Texts of documents by the path that the report shows. */
export interface Sources {
  readonly old: ReadonlyMap<string, string>;
  readonly new: ReadonlyMap<string, string>;
}

/** Lines of documents, split once. */
export class Lines {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #split = new Map<string, readonly string[]>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  of(file: string): readonly string[] | null {
    let lines = this.#split.get(file);
    if (lines === undefined) {
      const text = this.#texts.get(file);
      if (text === undefined) return null;
      lines = text.split(/\r\n|\r|\n/);
      this.#split.set(file, lines);
    }
    return lines;
  }
}

const BEFORE = 1;
const AFTER = 3;
/** Characters of a line; some documents are one line. */
const MAX_WIDTH = 200;

/** The lines around a place, the line itself marked; `null` without its document. */
export function snippet(at: Location, lines: Lines): string | null {
  const all = lines.of(at.file);
  if (all === null || all[at.line - 1] === undefined) return null;
  const first = Math.max(1, at.line - BEFORE);
  const some = all.slice(first - 1, at.line + AFTER);
  while (some.length > 1 && first + some.length - 1 > at.line && (some.at(-1) ?? "").trim() === "") some.pop();
  const indent = Math.min(...some.filter((l) => l.trim() !== "").map((l) => l.length - l.trimStart().length));
  return some
    .map((line, i) => {
      const number = first + i;
      const [here, text] = [number === at.line, cropped(line, number === at.line ? at.column : 1, indent)];
      const shown = `<i>${number}</i>${escaped(text)}`;
      return here ? `<b>${shown}</b>` : `<span>${shown}</span>`;
    })
    .join("");
}

function cropped(line: string, column: number, indent: number): string {
  const rest = line.slice(Number.isFinite(indent) ? indent : 0).replaceAll("\t", "  ");
  if (rest.length <= MAX_WIDTH) return rest;
  // A long line is shown from a little before the place.
  const from = Math.max(0, column - 1 - indent - 20);
  const part = rest.slice(from, from + MAX_WIDTH);
  return `${from > 0 ? "…" : ""}${part}${from + MAX_WIDTH < rest.length ? "…" : ""}`;
}
