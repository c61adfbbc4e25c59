import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Generated, generate } from "./generate.ts";

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
 * Generates all editions of a repository: every `schemas/<edition>/manifest.json`, into `packages/`.
 *
 * @param root - Folder of the repository.
 */
export function generateRepo(root: string): EditionResult[] {
  const schemas = join(resolve(root), "schemas");
  if (!existsSync(schemas)) return [];
  return readdirSync(schemas, { withFileTypes: true })
    .filter((e) => e.isDirectory() && existsSync(join(schemas, e.name, "manifest.json")))
    .map((e) => e.name)
    .sort()
    .map((edition) => ({
      edition,
      generated: generate({
        entries: [],
        manifest: join(schemas, edition, "manifest.json"),
        prefix: `schemas/${edition}/`,
        command: "pnpm generate",
        previous: (file) => readNames(join(resolve(root), "packages"), file),
      }),
    }));
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
