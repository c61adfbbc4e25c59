import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Where services that other people wrote lie; not part of this repository. */
export const CORPUS: string = resolve(import.meta.dirname, "../../../../../shared/corpus/wsdl");

/** A unit of a corpus: documents that belong together. */
export interface CorpusUnit {
  readonly name: string;
  /** Paths of the documents to start from. */
  readonly entries: readonly string[];
  /** Row of units.csv: `expect`, `style`, `unresolved`, counts. */
  readonly row: Readonly<Record<string, string>>;
}

/**
 * Reads the units of a corpus.
 *
 * @param folder - Folder with manifest.csv (role `entry` names the files) and units.csv (`expect` says what should come).
 */
export function corpusUnits(folder: string): CorpusUnit[] {
  const entries = new Map<string, string[]>();
  for (const row of readCsv(join(folder, "manifest.csv"))) {
    const { unit = "", role, file = "" } = row;
    if (role === "entry") entries.set(unit, [...(entries.get(unit) ?? []), join(folder, file)]);
  }
  return readCsv(join(folder, "units.csv")).map((row) => {
    const name = row["unit"] ?? "";
    return { name, entries: entries.get(name) ?? [], row };
  });
}

/** Rows of a CSV file with quoted fields, by the names of its first line. */
export function readCsv(file: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  const text = readFileSync(file, "utf8");
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') field += text[++i];
      else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      rows.at(-1)?.push(field);
      field = "";
    } else if (c === "\n") {
      rows.at(-1)?.push(field.replace(/\r$/, ""));
      field = "";
      rows.push([]);
    } else field += c;
  }
  const [head = [], ...body] = rows.filter((r) => r.length > 1);
  return body.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i] ?? ""])));
}
