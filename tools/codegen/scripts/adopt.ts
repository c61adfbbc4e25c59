/**
 * `npm run adopt -- DATE [flags of regen adopt]`: adopts an edition and leaves a tree that can be released. Generated
 * code, changesets and changelogs are written, our own code is pinned and formatted, everything it touched is compiled,
 * and the tree is checked against what would be written now.
 */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";

const CLI = [
  "--conditions=@coo/source",
  "--disable-warning=ExperimentalWarning",
  "tools/codegen/src/cli.ts",
  "regen",
  "adopt",
];
const args = process.argv.slice(2);
const start = performance.now();

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs a step; ends the whole with its exit code when it fails. */
function step(name: string, command: string, commandArgs: readonly string[]): string {
  const begun = performance.now();
  const { status, stdout, stderr, error } = spawnSync(command, commandArgs, { encoding: "utf8", maxBuffer: 256 << 20 });
  if (error !== undefined || status !== 0) {
    process.stdout.write(stdout ?? "");
    process.stderr.write(`${stderr ?? ""}${error?.message ?? ""}\n✖ ${name}\n`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`✔ ${name}  ${seconds(begun)}\n`);
  return stdout;
}

const out = step("adopt: code, exports, changesets, changelog, ledger", process.execPath, [...CLI, ...args]);
const paths = [...out.matchAll(/^[+~-] (\S+)/gm)].map(([, path]) => path as string);
process.stdout.write(out.replace(/^[+~-] .*\n/gm, ""));
const ours = paths.filter(
  (p) => /\.(?:[mc]?ts|mjs|json)$/.test(p) && !p.includes("/gen/") && !p.startsWith("schemas/") && existsSync(p),
);
if (ours.length > 0) step(`format: ${ours.length} files`, "biome", ["check", "--write", ...ours]);
const workspaces = [...new Set(paths.map((p) => p.split("/").slice(0, 2).join("/")))]
  .filter((w) => /^(?:packages|tools|examples)\//.test(w) && existsSync(`${w}/tsconfig.json`))
  .sort();
// One program for all: every workspace alone reads the same declarations again.
const config = "tsconfig.adopt.json";
const include = workspaces
  .flatMap((w) => ["src", "test", "comparisons"].map((f) => `${w}/${f}`))
  .filter((f) => existsSync(f));
const compilerOptions = {
  noEmit: true,
  rootDir: ".",
  customConditions: ["@coo/source"],
  isolatedDeclarations: false,
  declaration: false,
  declarationMap: false,
  sourceMap: false,
  skipLibCheck: true,
};
writeFileSync(config, JSON.stringify({ extends: "./tsconfig.base.json", compilerOptions, include }));
process.once("exit", () => rmSync(config, { force: true }));
if (include.length > 0) step(`compile: ${workspaces.length} workspaces`, "tsc", ["-p", config]);
step("check: the tree is what would be written", process.execPath, [...CLI, ...args, "--check"]);
process.stdout.write(`${paths.length} files, ${seconds(start)}\n`);
