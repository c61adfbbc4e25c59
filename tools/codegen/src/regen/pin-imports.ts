import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENTRIES } from "./exports-map.ts";

/** Folders of a workspace that nobody writes by hand. */
const SKIPPED = new Set(["node_modules", "dist", "gen", "coverage"]);

/**
 * Code of the repository that imports packages without naming an edition, with the edition that it was written for
 * named. The public default moves at once, and our own code follows package by package.
 *
 * @param packages - Folder below `packages/` by name of the package.
 * @returns New texts by path.
 */
export function pinnedImports(
  root: string,
  packages: ReadonlyMap<string, string>,
  edition: string,
): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const folders = new Set(packages.values());
  for (const group of ["packages", "tools", "examples"]) {
    for (const workspace of namesIn(join(root, group))) {
      const base = `${group}/${workspace}`;
      const own = group === "packages" && folders.has(workspace);
      for (const file of filesOf(root, base)) {
        // The page of a package shows its default.
        if (own && !file.startsWith(`${base}/test/`)) continue;
        const text = readFileSync(join(root, file), "utf8");
        const pinned = own ? pinnedToFiles(text, edition) : pinnedToEntries(text, packages, edition);
        if (pinned !== text) out.set(file, pinned);
      }
    }
  }
  return out;
}

function pinnedToEntries(text: string, packages: ReadonlyMap<string, string>, edition: string): string {
  return text.replace(
    /(\b(?:from|import)\s*\(?\s*)(["'])(@[a-z0-9-]+\/[a-z0-9-]+)(\/[a-z]+)?\2/g,
    (all, before: string, mark: string, name: string, entry = "") =>
      packages.has(name) && Object.hasOwn(ENTRIES, entry) ? `${before}${mark}${name}/${edition}${entry}${mark}` : all,
  );
}

function pinnedToFiles(text: string, edition: string): string {
  return text.replace(/(["'])\.\.\/src\/(index|schema|labels|testing)\.ts\1/g, `$1../src/gen/${edition}/$2.ts$1`);
}

function filesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return SKIPPED.has(entry.name) || entry.name.startsWith(".") ? [] : filesOf(root, path);
      return entry.isFile() && /\.(?:[mc]?ts|mjs|js|md)$/.test(entry.name) && entry.name !== "CHANGELOG.md"
        ? [path]
        : [];
    });
}

function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort();
}
