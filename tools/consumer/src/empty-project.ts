import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "@coo-tools/release/run";
import type { Packed } from "./packed.ts";

/**
 * Installs one package in an empty project, by npm and from its tarball; what it brings along of ours comes from the
 * others.
 *
 * @param more - Further specifiers to install.
 * @param path - Where npm and its Node are looked for; default is where ours are.
 */
export async function installAlone(
  one: Packed,
  all: readonly Packed[],
  project: string,
  more: readonly string[] = [],
  path?: string,
): Promise<void> {
  mkdirSync(project, { recursive: true });
  const overrides = Object.fromEntries(
    all.filter((p) => p !== one).map((p) => [p.published.name, `file:${p.tarball}`]),
  );
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "stranger", private: true, type: "module", overrides }),
  );
  const flags = ["--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await run("npm", ["install", ...flags, one.tarball, ...more], project, path);
}
