// Joins the command line into a few files of `dist`, over what the compiler wrote for it: finding and reading 144 modules
// took half of a small run. What only some commands need stays a file of its own, and the library is not touched.
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("..", import.meta.url));
const dist = `${folder}dist`;
// Files of an earlier run, and maps that describe what the compiler wrote.
for (const file of readdirSync(dist)) {
  if (/^chunk-\w+\.js$|^(?:cli|worker)\.js\.map$/.test(file)) rmSync(`${dist}/${file}`);
}

await build({
  absWorkingDir: folder,
  entryPoints: ["src/cli.ts", "src/worker.ts"],
  outdir: "dist",
  // Beside the entries, so that what is found by import.meta.url is where the compiler's files find it.
  chunkNames: "chunk-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  conditions: ["@coo/source"],
  // Who verifies installs it; nobody else needs its 2 MB.
  external: ["libxml2-wasm"],
  logLevel: "warning",
});
