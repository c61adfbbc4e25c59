import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that is published, as its package.json has it now. */
export interface Published {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  /** Entry points, as specifiers; files of data left out. */
  readonly entries: readonly string[];
  readonly peers: Readonly<Record<string, string>>;
  /** Packages of ours that it brings along itself. */
  readonly ours: readonly string[];
  /** Commands that it installs. */
  readonly commands: readonly string[];
}

/** Those of the workspace in `root`, by name. */
export function publishedPackages(root: string): Published[] {
  const found: Published[] = [];
  for (const group of ["packages", "tools"]) {
    for (const one of readdirSync(join(root, group))) {
      const folder = join(root, group, one);
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
        readonly name: string;
        readonly version: string;
        readonly private?: boolean;
        readonly exports?: Readonly<Record<string, unknown>>;
        readonly bin?: Readonly<Record<string, string>>;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly peerDependencies?: Readonly<Record<string, string>>;
      };
      if (manifest.private) continue;
      found.push({
        name: manifest.name,
        version: manifest.version,
        folder,
        entries: Object.keys(manifest.exports ?? {})
          .filter((entry) => !entry.endsWith(".json"))
          .map((entry) => manifest.name + entry.slice(1)),
        peers: manifest.peerDependencies ?? {},
        ours: Object.keys(manifest.dependencies ?? {}).filter((name) => name.startsWith("@coo/")),
        commands: Object.keys(manifest.bin ?? {}),
      });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
