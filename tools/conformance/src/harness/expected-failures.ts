import { existsSync, readFileSync } from "node:fs";

/**
 * Reads a list of known failures: `name: reason` a line, `#` starts a comment.
 *
 * @param file - Path of the list; a missing file is an empty list.
 * @returns Reason by name.
 * @throws Error when a line has no reason or a name stands twice.
 */
export function expectedFailures(file: string): Map<string, string> {
  const known = new Map<string, string>();
  if (!existsSync(file)) return known;
  for (const [i, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cut = line.indexOf(": ");
    const name = line.slice(0, cut);
    if (cut <= 0 || line.slice(cut + 2).trim() === "") throw new Error(`${file}:${i + 1}: a reason is missing`);
    if (known.has(name)) throw new Error(`${file}:${i + 1}: ${name} stands twice`);
    known.set(name, line.slice(cut + 2).trim());
  }
  return known;
}
