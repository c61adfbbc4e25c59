// A release from start to end on loopback: versions, publishing to a registry of its own, one empty project a package.
// What the release workflow runs runs here. Prints `N passed, N failed`.
//
//   npm run release:drill                       all of it
//   npm run release:drill -- --only alone       without the upgrade
//   npm run release:drill -- --only upgrade     without an empty project for each package
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
// @boundaries-ignore test support is shared by all packages
import { toolArguments, toolUsage } from "../../../test/support/tool-arguments.ts";
import { failing, foretold, OLD, writePrograms } from "./consumer-programs.ts";
import { type EmptyProject, emptyProject } from "./empty-project.ts";
import type { Published } from "./published.ts";
import { type Registry, startRegistry } from "./registry.ts";
import { attempt, type Ended, run } from "./run.ts";
import { copyWorkspace, type Workspace } from "./workspace.ts";

const EXAMPLE = "2026-09-example";
const COMPILER = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));

let passed = 0;
let failed = 0;

function verdict(what: string, problem = ""): void {
  process.stdout.write(problem === "" ? `✔ ${what}\n` : `✖ ${what}: ${problem}\n`);
  if (problem === "") passed++;
  else failed++;
}

/** Runs a root script that must succeed. @throws {Error} with what it printed. */
async function script(workspace: Workspace, name: string, ...args: string[]): Promise<string> {
  const { status, output } = await workspace.script(name, ...args);
  if (status !== 0) throw new Error(`npm run ${name} ended with ${status}:\n${output.slice(-4000)}`);
  return output;
}

/** Installs one package alone and imports every entry of it; what it brings along has the version just published. */
async function installAlone(
  one: Published,
  all: readonly Published[],
  folder: string,
  registry: Registry,
): Promise<void> {
  const what = `${one.name}@${one.version} in an empty project`;
  try {
    const project = emptyProject(join(folder, "alone", one.name.replace("@coo/", "")), registry);
    const peers = Object.entries(one.peers).map(([name, range]) => `${name}@${range}`);
    await project.install(one.name, ...peers);
    const versions = project.versions(all.map(({ name }) => name));
    for (const { name, version } of all) {
      if (versions[name] !== undefined && versions[name] !== version)
        throw new Error(`${name} came as ${versions[name]}, not ${version}`);
    }
    project.write("entries.mjs", one.entries.map((entry) => `await import(${JSON.stringify(entry)});`).join("\n"));
    const { status, output } = await project.node("entries.mjs");
    if (status !== 0) throw new Error(output);
    verdict(`${what}: ${one.entries.length} entries`);
  } catch (error) {
    verdict(what, (error as Error).message);
  }
}

/** Versions, publishes, and looks whether the registry has every package. */
async function release(workspace: Workspace): Promise<readonly Published[]> {
  const before = new Map(workspace.published().map(({ name, version }) => [name, version]));
  await script(workspace, "release:version");
  await workspace.commit("versions");
  const all = workspace.published();
  const raised = all.filter(({ name, version }) => before.get(name) !== version);
  verdict(`changesets raise ${raised.length} of ${all.length} versions`, raised.length === 0 ? "none is raised" : "");
  const output = await script(workspace, "release:publish");
  const line = `${raised.length} published, 0 wrong`;
  verdict(line, output.includes(line) ? "" : output.slice(-500));
  return all;
}

function regen(workspace: Workspace, event: "announce" | "adopt"): Promise<string> {
  return run(
    "node",
    [
      "--conditions=@coo/source",
      "--disable-warning=ExperimentalWarning",
      "tools/codegen/src/cli.ts",
      "regen",
      event,
      EXAMPLE,
      "--example",
    ],
    workspace.folder,
  );
}

const compile = (project: EmptyProject): Promise<Ended> =>
  attempt("node", [COMPILER, "-p", "tsconfig.json", "--pretty", "false"], project.folder);

/**
 * A consumer who upgrades: its programs compile before, and afterwards those fail of which the report says so, and no
 * others.
 */
async function upgrade(project: EmptyProject, workspace: Workspace, messages: readonly Published[]): Promise<void> {
  await regen(workspace, "announce");
  const adopted = await regen(workspace, "adopt");
  await workspace.commit(`adopt ${EXAMPLE}`);
  verdict(`${EXAMPLE} is adopted: ${adopted.trim().split("\n").at(-1)}`);
  const next = await release(workspace);
  const of = (name: string): string => next.find((one) => one.name === name)?.version ?? "";
  await project.install(...messages.map(({ name }) => `${name}@${of(name)}`));
  const { output } = await compile(project);
  const found = failing(output);
  const report = JSON.parse(readFileSync(join(workspace.folder, "schemas", EXAMPLE, "report.json"), "utf8"));
  const expected = foretold(report);
  const surprises = [...found].filter(([program]) => !expected.has(program));
  const silent = [...expected].filter(([program]) => !found.has(program));
  // Declarations of the packages themselves are checked too, and must not fail.
  const elsewhere = output.split("\n").filter((line) => /error TS\d+/.test(line) && !/^(?:sent|read)\//.test(line));
  const problems = [
    ...(expected.size === 0 ? ["the report foretells nothing: nothing was on trial"] : []),
    ...elsewhere,
    ...surprises.map(([program, [first]]) => `${program} fails and nobody said so: ${first}`),
    ...silent.map(([program, ids]) => `${program} compiles, foretold by ${ids.join(", ")}`),
  ];
  const programs = ["sent", "read"].flatMap((side) => readdirSync(join(project.folder, side)));
  verdict(
    `${found.size} of ${programs.length} programs no longer compile, those that the report foretold`,
    problems.join("; "),
  );
}

const USAGE = "pnpm release:drill [--only alone|upgrade]";
const { values } = toolArguments({ options: { only: { type: "string" } } }, USAGE);
if (values.only !== undefined && values.only !== "alone" && values.only !== "upgrade")
  toolUsage("--only 只接受 alone 或 upgrade", "--only takes alone or upgrade", USAGE);
const started = performance.now();
const step = (text: string): boolean =>
  process.stderr.write(`· ${text} (${Math.round((performance.now() - started) / 1000)} s)\n`);
/** An application that takes all message packages, before and after the upgrade. */
async function consumer(
  workspace: Workspace,
  all: readonly Published[],
  folder: string,
  registry: Registry,
): Promise<void> {
  step("a consumer");
  const messages = all.filter(({ entries, name }) => entries.includes(`${name}/testing`));
  const project = emptyProject(join(folder, "consumer"), registry);
  await project.install(
    ...messages.flatMap(({ name, version }) => [`${name}@${version}`, `${OLD(name)}@npm:${name}@${version}`]),
    "@types/node@24",
  );
  await writePrograms(
    project,
    messages.map(({ name }) => name),
  );
  const { status, output } = await compile(project);
  verdict("programs of a consumer compile against the first release", status === 0 ? "" : output.slice(0, 2000));
  step("the example edition, and an upgrade");
  await upgrade(project, workspace, messages);
}

const folder = mkdtempSync(join(tmpdir(), "coo-release-"));
let registry: Registry | undefined;
try {
  step("registry");
  registry = await startRegistry(join(folder, "registry"));
  step("a copy of the workspace");
  const workspace = await copyWorkspace(join(folder, "workspace"), registry);
  step("first release");
  const all = await release(workspace);
  const again = await workspace.script("release:publish", "--provenance");
  verdict("what is there is not published again", again.output.includes("0 published, 0 wrong") ? "" : again.output);
  if (values.only !== "upgrade") step("empty projects");
  for (const one of values.only === "upgrade" ? [] : all) await installAlone(one, all, folder, registry);
  if (values.only !== "alone") await consumer(workspace, all, folder, registry);
} catch (error) {
  verdict("the drill", (error as Error).message);
} finally {
  await registry?.stop();
  rmSync(folder, { recursive: true, force: true });
}
step("done");
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
