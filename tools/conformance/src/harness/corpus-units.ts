import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Where services that other people wrote lie; not part of this repository. */
export const CORPUS: string = resolve(import.meta.dirname, "../../../../../shared/corpus/wsdl");

/** A unit of a corpus: documents that belong together. */
export interface CorpusUnit {
  readonly name: string;
  /** Paths of the documents to start from. */
  readonly entries: readonly string[];
  /** Folder of the corpus: nothing outside of it belongs to the unit. */
  readonly root: string;
  /** Row of units.csv: `expect`, `style`, `unresolved`, counts; only `unit` and `expect` where there is no table. */
  readonly row: Readonly<Record<string, string>>;
}

/**
 * Reads the units of a corpus.
 *
 * @param folder - Folder with manifest.csv (role `entry` names the files) and units.csv (`expect` says what should
 *   come), or any folder with WSDL and XSD files: each WSDL, and each XSD that no other file refers to, is a unit.
 */
export function corpusUnits(folder: string): CorpusUnit[] {
  if (!existsSync(join(folder, "manifest.csv"))) return plainUnits(folder);
  const entries = new Map<string, string[]>();
  for (const row of readCsv(join(folder, "manifest.csv"))) {
    const { unit = "", role, file = "" } = row;
    if (role === "entry") entries.set(unit, [...(entries.get(unit) ?? []), join(folder, file)]);
  }
  const rows = existsSync(join(folder, "units.csv"))
    ? readCsv(join(folder, "units.csv"))
    : [...entries.keys()].map((unit) => ({ unit, expect: "ok" }));
  return rows.map((row): CorpusUnit => {
    const name = row["unit"] ?? "";
    return { name, entries: entries.get(name) ?? [], root: folder, row };
  });
}

/** Units of a folder without tables. */
function plainUnits(folder: string): CorpusUnit[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(wsdl|xsd)$/i.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .filter((file) => !/[\\/](node_modules|\.[^\\/]*)[\\/]/.test(file.slice(folder.length)))
    .sort();
  const used = new Set(files.flatMap((file) => referredBy(file).filter((other) => other !== file)));
  const roots = files.filter((file) => /\.wsdl$/i.test(file) || !used.has(file));
  // Schemas that only refer to each other have no root.
  return (roots.length > 0 ? roots : files).map((file) => {
    const name = relative(folder, file).replaceAll("\\", "/");
    return { name, entries: [file], root: folder, row: { unit: name, expect: "ok" } };
  });
}

/** Files that a document imports or includes by a relative path. */
function referredBy(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/\b(?:schemaLocation|location)\s*=\s*["']([^"']+)["']/g)].map((m) =>
    resolve(dirname(file), decoded((m[1] as string).replaceAll("\\", "/"))),
  );
}

function decoded(location: string): string {
  try {
    return decodeURIComponent(location);
  } catch {
    return location;
  }
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
