import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Generated, generate } from "./generate.ts";

/** Folders of editions that lie generated in the packages, relative to `packages/`, but are in `schemas/` no more. */
export function strayEditions(root: string, results: readonly EditionResult[]): string[] {
  const packages = join(resolve(root), "packages");
  const wanted = new Set(results.flatMap((r) => r.generated.folders));
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
      }),
    }));
}
