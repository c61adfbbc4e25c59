import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The reference edition: the newest one beside the folder that is written, else the one that comes with this package.
 *
 * @param out - Folder of the new edition.
 */
export function findReference(out: string): string | null {
  const beside = dirname(resolve(out));
  const editions = existsSync(beside)
    ? readdirSync(beside)
        .filter((name) => isReference(join(beside, name)))
        .sort()
    : [];
  const last = editions.at(-1);
  return last === undefined ? bundled() : join(beside, last);
}

function isReference(folder: string): boolean {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) return false;
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { status?: unknown }).status === "reference";
  } catch {
    return false;
  }
}

/** Built or not, it lies in a folder above this file. */
function bundled(): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let n = 0; n < 4; n++) {
    const found = join(folder, "reference");
    if (existsSync(join(found, "manifest.json"))) return found;
    folder = dirname(folder);
  }
  return null;
}
