// Joins the modules of the package in the working folder into one file an entry, since finding and reading a hundred
// modules takes most of a short process. Entries are those of package.json whose exports tell `module` (what bundlers take:
// the compiler's modules, of which they drop what is not used) from `default` (what Node loads: the file written here).
import { readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { build } from "esbuild";

interface Conditions {
  readonly "@coo/source"?: string;
  readonly module?: string;
  readonly default?: string;
}

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly exports: Readonly<Record<string, string | Conditions>>;
};

const FOLDER = "dist/joined";
const entryPoints: Record<string, string> = {};
for (const entry of Object.values(exports)) {
  if (typeof entry === "string" || entry.module === undefined) continue;
  const { "@coo/source": source, default: target } = entry;
  if (source === undefined || target === undefined || !target.startsWith(`./${FOLDER}/`))
    throw new Error(`an entry with \`module\` has its \`default\` in ./${FOLDER}: ${JSON.stringify(entry)}`);
  entryPoints[relative(FOLDER, target).replace(/\.js$/, "")] = source;
}
if (Object.keys(entryPoints).length === 0) throw new Error("no entry of package.json has `module`");

rmSync(FOLDER, { recursive: true, force: true });
await build({
  entryPoints,
  outdir: FOLDER,
  bundle: true,
  // What two entries share stays one module: a class is the same from either.
  splitting: true,
  chunkNames: "shared-[hash]",
  // What is imported for its effect says what belongs together.
  ignoreAnnotations: true,
  // Each package is published singly and stands in node_modules once.
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node22",
  conditions: ["@coo/source"],
  sourcemap: "linked",
  sourcesContent: false,
  logLevel: "warning",
});
