import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Published, publishedPackages } from "./published.ts";
import type { Registry } from "./registry.ts";
import { attempt, type Ended, run } from "./run.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A copy of this workspace that may be versioned and published from. */
export interface Workspace {
  readonly folder: string;
  published(): Published[];
  /** Commits all that was changed; changesets asks git who added what. */
  commit(message: string): Promise<void>;
  /** A root script, as the release workflow runs it. */
  script(name: string, ...args: string[]): Promise<Ended>;
}

/** Copies what git knows or would take, installs, and commits. Our packages are published to and taken from `registry`. */
export async function copyWorkspace(folder: string, registry: Registry): Promise<Workspace> {
  const listed = await run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], ROOT);
  mkdirSync(folder, { recursive: true });
  for (const file of listed.split("\0")) {
    if (file === "") continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file), { verbatimSymlinks: true });
  }
  symlinkSync(join(ROOT, ".toolchain"), join(folder, ".toolchain"));
  const commit = async (message: string): Promise<void> => {
    await run("git", ["add", "--all"], folder);
    await run("git", ["commit", "--quiet", "--no-gpg-sign", "--allow-empty", "--message", message], folder);
  };
  await run("git", ["init", "--quiet", "--initial-branch=main"], folder);
  await commit("start of the drill");
  writeFileSync(join(folder, ".npmrc"), registry.npmrc);
  return {
    folder,
    commit,
    published: () => publishedPackages(folder),
    script: (name, ...args) => attempt("node", ["run.mjs", name, ...args], folder),
  };
}
