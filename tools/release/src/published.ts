import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that is published, as its package.json has it now. */
export interface Published {
  readonly name: string;
  readonly version: string;
  /** Entry points, as specifiers; files of data left out. */
  readonly entries: readonly string[];
  readonly peers: Readonly<Record<string, string>>;
}

/** Those of the workspace in `folder`, by name. */
export function publishedPackages(folder: string): Published[] {
  const found: Published[] = [];
  for (const group of ["packages", "tools"]) {
    for (const name of readdirSync(join(folder, group))) {
      const manifest = JSON.parse(readFileSync(join(folder, group, name, "package.json"), "utf8")) as {
        readonly name: string;
        readonly version: string;
        readonly private?: boolean;
        readonly exports?: Readonly<Record<string, unknown>>;
        readonly peerDependencies?: Readonly<Record<string, string>>;
      };
      if (manifest.private) continue;
      found.push({
        name: manifest.name,
        version: manifest.version,
        entries: Object.keys(manifest.exports ?? {})
          .filter((entry) => !entry.endsWith(".json"))
          .map((entry) => manifest.name + entry.slice(1)),
        peers: manifest.peerDependencies ?? {},
      });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
