import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { CORPUS } from "../harness/corpus-units.ts";

const repo = resolve(import.meta.dirname, "../../../..");

/** Larger documents teach nothing that smaller ones do not, and take the time of hundreds. */
const MAX_BYTES = 48 << 10;

/** Our own documents: always there. */
export const OWN_FOLDERS: readonly string[] = ["schemas", "tools/codegen/test", "tools/conformance"].map((f) =>
  join(repo, f),
);

/** The corpus when it is there, and our own documents. */
export function defaultFolders(): string[] {
  return [...(existsSync(CORPUS) ? [CORPUS] : []), ...OWN_FOLDERS];
}

/** All WSDL and XSD files below some folders that are not too large, sorted. */
export function documentsIn(folders: readonly string[]): string[] {
  const files = new Set<string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(wsdl|xsd)$/i.test(entry.name) || path.includes("node_modules")) continue;
      if (statSync(path).size <= MAX_BYTES) files.add(path);
    }
  }
  return [...files].sort();
}
