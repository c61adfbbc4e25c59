import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Registry } from "./registry.ts";
import { attempt, type Ended, run } from "./run.ts";

/** A project of a stranger: nothing in it but what npm puts there. */
export interface EmptyProject {
  readonly folder: string;
  install(...specifiers: string[]): Promise<void>;
  write(file: string, text: string): void;
  node(file: string, ...args: string[]): Promise<Ended>;
  /** Versions of our packages in it, by name. */
  versions(names: readonly string[]): Record<string, string>;
}

export function emptyProject(folder: string, registry: Registry): EmptyProject {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  write("package.json", JSON.stringify({ name: "stranger", private: true, type: "module" }));
  write(".npmrc", registry.npmrc);
  return {
    folder,
    write,
    async install(...specifiers) {
      await run(
        "npm",
        ["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts", ...specifiers],
        folder,
      );
    },
    node: (file, ...args) => attempt("node", [file, ...args], folder),
    versions(names) {
      const found: Record<string, string> = {};
      for (const name of names) {
        try {
          const manifest = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as {
            readonly version: string;
          };
          found[name] = manifest.version;
        } catch {
          // Not among what this project needs.
        }
      }
      return found;
    },
  };
}
