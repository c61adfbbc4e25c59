import { existsSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";

/** How a program of a trial becomes one file. */
export const ONE_FILE = {
  bundle: true,
  platform: "node",
  format: "esm",
  conditions: ["@coo/source"],
  external: ["pg-native"],
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  inject: [join(import.meta.dirname, "with-parent.ts")],
  logLevel: "error",
} as const satisfies Omit<BuildOptions, "inject"> & { readonly inject: readonly string[] };

/** The programs, by their files. */
export type Program = "actor" | "besieged" | "crowd" | "loses-power" | "poisoned" | "soaked";

/**
 * A program in one file, made once in a trial's folder: it starts in a fraction of the time that its sources take, and who
 * is killed young should have done more than to start.
 */
export function programIn(folder: string, name: Program): string {
  const outfile = join(folder, `${name}.mjs`);
  if (existsSync(outfile)) return outfile;
  buildSync({
    ...ONE_FILE,
    inject: [...ONE_FILE.inject],
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
  });
  return outfile;
}
