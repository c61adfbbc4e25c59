import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { attempt } from "@coo-tools/release/run";

/** A Node of this machine with an npm beside it, or further on in its path. */
export interface FoundNode {
  readonly version: string;
  /** A `PATH` in which it is the first. */
  readonly path: string;
}

/** Every Node of another version in `PATH`: that of the tool chain, and the one that the machine had before. */
export async function nodesOf(path: string, cwd: string): Promise<FoundNode[]> {
  const folders = path.split(delimiter).filter((folder) => existsSync(join(folder, "node")));
  const found = new Map<string, FoundNode>();
  for (const folder of folders) {
    const { status, output } = await attempt(join(folder, "node"), ["--version"], cwd);
    const version = output.trim();
    if (status === 0 && !found.has(version)) found.set(version, { version, path: `${folder}${delimiter}${path}` });
  }
  return [...found.values()];
}
