import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Generated, generate } from "./generate.ts";
import { liveEditions, readLedger } from "./regen/ledger.ts";
import type { Inventory } from "./share.ts";

/** Folders of editions that lie generated in the packages, relative to `packages/`, but are in `schemas/` no more. */
export function strayEditions(root: string, results: readonly Generated[]): string[] {
  const packages = join(resolve(root), "packages");
  const wanted = new Set(results.flatMap((r) => r.folders));
  const strays: string[] = [];
  for (const name of existsSync(packages) ? readdirSync(packages).sort() : []) {
    const gen = `${name}/src/gen`;
    if (!existsSync(join(packages, gen))) continue;
    for (const entry of readdirSync(join(packages, gen), { withFileTypes: true })) {
      if (entry.isDirectory() && !entry.name.startsWith(".") && !wanted.has(`${gen}/${entry.name}`)) {
        strays.push(`${gen}/${entry.name}`);
      }
    }
  }
  return strays;
}

/** One edition of a repository and what it generates. */
export interface EditionResult {
  readonly edition: string;
  readonly generated: Generated;
}

/**
 * Generates the editions of a repository, into `packages/`: those that `schemas/editions.json` lists, without it every
 * `schemas/<edition>/manifest.json`.
 *
 * @param root - Folder of the repository.
 * @param editions - Names of editions to generate in place of those.
 */
export function generateRepo(root: string, editions: readonly string[] = listedEditions(root)): EditionResult[] {
  const schemas = join(resolve(root), "schemas");
  const earlier: Inventory[] = [];
  const labels = new Map<string, string>();
  return [...editions].sort().map((edition) => {
    const generated = generate({
      entries: [],
      manifest: join(schemas, edition, "manifest.json"),
      prefix: `schemas/${edition}/`,
      command: "pnpm generate",
      previous: (file) => readNames(join(resolve(root), "packages"), file),
      earlier: [...earlier],
    });
    if (generated.inventory !== null) earlier.push(generated.inventory);
    return { edition, generated: { ...generated, files: withSharedLabels(generated.files, edition, labels) } };
  });
}

/** Labels that an earlier edition has word for word are exported again. */
function withSharedLabels(
  files: Generated["files"],
  edition: string,
  known: Map<string, string>,
): ReadonlyMap<string, string> {
  const out = new Map(files);
  for (const [file, text] of files) {
    if (basename(file) !== "labels.ts") continue;
    const gen = dirname(dirname(file));
    const end = text.indexOf("\n");
    const body = `${gen}${text.slice(end)}`;
    const earlier = known.get(body);
    if (earlier === undefined) known.set(body, edition);
    else out.set(file, `${text.slice(0, end)}\n\nexport * from "../${earlier}/labels.ts";\n`);
  }
  return out;
}

/** Editions that belong to the repository; one that only lies there was not announced yet. */
function listedEditions(root: string): string[] {
  const ledger = readLedger(root);
  if (ledger !== null) return liveEditions(ledger);
  const schemas = join(resolve(root), "schemas");
  if (!existsSync(schemas)) return [];
  return readdirSync(schemas, { withFileTypes: true })
    .filter((e) => e.isDirectory() && existsSync(join(schemas, e.name, "manifest.json")))
    .map((e) => e.name);
}

/** A file of the last run; for a new edition the one of the edition before, so that names go on from there. */
function readNames(packages: string, file: string): string | null {
  const path = join(packages, file);
  if (existsSync(path)) return readFileSync(path, "utf8");
  const edition = basename(dirname(path));
  const gen = dirname(dirname(path));
  if (!existsSync(gen)) return null;
  const before = readdirSync(gen).filter((e) => e < edition && existsSync(join(gen, e, basename(path))));
  const last = before.sort().at(-1);
  return last === undefined ? null : readFileSync(join(gen, last, basename(path)), "utf8");
}
