import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { attempt, type Ended } from "@coo-tools/release/run";
import { installAlone } from "./empty-project.ts";
import type { FoundNode } from "./nodes.ts";
import type { Packed } from "./packed.ts";

const FORMATS = ["text", "json", "markdown", "html", "sarif", "annotations", "github"];
const EXPECTED = ["max-length-tightened", "enum-value-added", "element-made-required"];

/** What `npx @coo/codegen diff` gave, by format, and what went wrong. */
export interface StrangersDiff {
  readonly reports: ReadonlyMap<string, string>;
  readonly failures: readonly string[];
}

/**
 * `npx @coo/codegen diff old.wsdl new.wsdl` in an empty project with nothing but the package in it, on documents of a
 * service that is not ours, without a manifest.
 */
export async function compareStrangers(
  all: readonly Packed[],
  folder: string,
  node: FoundNode,
): Promise<StrangersDiff> {
  const codegen = all.find(({ published }) => published.name === "@coo/codegen");
  if (codegen === undefined) return { reports: new Map(), failures: ["@coo/codegen is not published"] };
  const failures: string[] = [];
  const project = join(folder, "比较 diff", node.version);
  await installAlone(codegen, all, project, [], node.path);
  const installed = readdirSync(join(project, "node_modules"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .flatMap((entry) => readdirSync(join(project, "node_modules", entry.name)).map((name) => `${entry.name}/${name}`));
  const wanted = [codegen.published.name, ...codegen.published.ours].sort();
  if (installed.sort().join() !== wanted.join()) failures.push(`installs ${installed.join(", ")}`);
  for (const side of ["old", "new"])
    cpSync(fileURLToPath(new URL(`stranger/${side}`, import.meta.url)), join(project, side), { recursive: true });

  const npx = (...args: string[]): Promise<Ended> =>
    attempt("npx", ["--no", "@coo/codegen", "--", ...args], project, node.path);
  const expect = (what: string, { status, output }: Ended, code: number, ...texts: string[]): void => {
    const missing = texts.filter((text) => !output.includes(text));
    if (status !== code || missing.length > 0)
      failures.push(`${what}: exit ${status}, without ${missing.join(", ") || "nothing"}: ${output.slice(0, 1500)}`);
  };
  const reports = new Map<string, string>();
  for (const format of FORMATS) {
    const ended = await npx("diff", "old/warehouse.wsdl", "new/warehouse.wsdl", "--format", format);
    expect(`diff --format ${format}`, ended, 1, ...EXPECTED);
    reports.set(format, ended.output);
  }
  expect("diff of folders", await npx("diff", "old", "new", "--fail-on", "never"), 0, ...EXPECTED);
  expect("diff of schemas", await npx("diff", "old/parts.xsd", "new/parts.xsd"), 1, "max-length-tightened");
  expect("diff of the same", await npx("diff", "old", "old"), 0, "no changes");
  expect("diff without NEW", await npx("diff", "old"), 2, "GEN_USAGE", "OLD NEW");
  expect("diff of no file", await npx("diff", "old", "gone.wsdl"), 2, "gone.wsdl");
  return { reports, failures };
}
