import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { build, type Plugin } from "esbuild";
import { ONE_FILE } from "./program.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** The last commit whose journal makes schema 1. */
export const SCHEMA_1 = "c4347009598f0e4204eff65657510f420ed097a0";

/**
 * The actor as it was at a commit, with all packages of that time, in one file.
 *
 * @returns Its path, or the reason where the history is not there.
 */
export async function olderActor(commit: string, folder: string): Promise<{ readonly path: string } | string> {
  const sources = join(folder, "older");
  mkdirSync(sources, { recursive: true });
  try {
    const options = { cwd: ROOT, maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"] };
    const archive = execFileSync(
      "git",
      ["archive", commit, "packages", "tools/conformance/src/faults", "test/support"],
      options,
    );
    execFileSync("tar", ["-x", "-C", sources], { input: archive });
  } catch (error) {
    return `git archive ${commit.slice(0, 7)}: ${String((error as { readonly stderr?: Buffer }).stderr ?? error).trim()}`;
  }
  const path = join(folder, "older-actor.mjs");
  await build({
    ...ONE_FILE,
    inject: [...ONE_FILE.inject],
    entryPoints: [join(sources, "tools/conformance/src/faults/actor.ts")],
    outfile: path,
    plugins: [packagesOf(sources)],
  });
  return { path };
}

/** Our packages come from that time, the others from where ours find them today. */
function packagesOf(sources: string): Plugin {
  return {
    name: "packages-of-that-time",
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^@coo\// }, ({ path }) => {
        const [, name, ...rest] = path.split("/") as [string, string, ...string[]];
        const home = join(sources, "packages", name);
        const { exports } = JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as {
          readonly exports: Readonly<Record<string, { readonly "@coo/source": string }>>;
        };
        const entry = exports[[".", ...rest].join("/")];
        return entry === undefined ? undefined : { path: join(home, entry["@coo/source"]) };
      });
      onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind, pluginData }) => {
        if (pluginData === "today" || path.startsWith("node:") || !importer.startsWith(sources)) return undefined;
        // packages/NAME or tools/NAME
        const today = join(ROOT, ...relative(sources, importer).split(sep).slice(0, 2));
        return resolve(path, { resolveDir: today, kind, pluginData: "today" });
      });
    },
  };
}
