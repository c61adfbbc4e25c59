import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, parseManifest } from "../manifest.ts";

/**
 * The manifest of a set of documents; `null` for a file, and for a folder without any.
 *
 * @throws {@link CodegenError} `GEN_MANIFEST` for one that is wrong.
 */
export function manifestOfSet(path: string): Manifest | null {
  const file = join(path, "manifest.json");
  if (!existsSync(path) || !statSync(path).isDirectory() || !existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  // Other tools call their files so as well.
  if (!/"operations"\s*:/.test(text) || !/"edition"\s*:/.test(text)) return null;
  return parseManifest(text, file);
}
