// Compares what generated code says of a service with what wsdl-tsclient and node-soap say: operations, parts,
// properties and arrays. Every difference is of a kind that explanations.txt explains, or the unit fails.
//
//   pnpm differential [DIR] [--only PART,…] [--json FILE] [--tool node-soap,wsdl-tsclient]
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, isCodegenError } from "@coo/codegen";
import type { ServiceDescriptor } from "@coo/soap/gen1";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies } from "../../../../test/support/compilers.ts";
import { isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { CORPUS, corpusUnits } from "../harness/corpus-units.ts";
import { expectedFailures } from "../harness/expected-failures.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { compare } from "./compare.ts";
import { nodeSoapDescription } from "./node-soap-description.ts";
import { ourDescription } from "./our-description.ts";
import { runTsclient } from "./run-tsclient.ts";
import type { Description, Difference } from "./tree.ts";
import { tsclientDescription } from "./tsclient-description.ts";

const USAGE = "pnpm differential [DIR] [--only PART,…] [--json FILE] [--tool node-soap,wsdl-tsclient]";
const TOOLS = ["node-soap", "wsdl-tsclient"] as const;

/** How long a tool may work on one description. */
const PATIENCE_MS = 120_000;

/** A service description that everybody is asked about. */
interface Subject {
  readonly unit: string;
  readonly file: string;
  readonly out: string;
  readonly ours: Description;
}

/** What a tool says, or why it says nothing. */
type Answer = Description | { readonly gaveUp: string };

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["tool"], usage: USAGE });
  const tools = (opts.values.get("tool") ?? TOOLS.join(",")).split(",");
  const folder = resolve(
    opts.rest[0] ?? (existsSync(CORPUS) ? CORPUS : join(import.meta.dirname, "../../../../schemas")),
  );
  const explained = expectedFailures(join(import.meta.dirname, "explanations.txt"));
  const out = mkdtempSync(join(tmpdir(), "coo-differential-"));
  linkDependencies(out);
  const subjects: Subject[] = [];
  for (const [index, unit] of corpusUnits(folder).entries()) {
    const [file] = unit.entries;
    if (!isWanted(unit.name, opts.only) || unit.row["expect"] !== "ok" || !file || !/\.wsdl$/i.test(file)) continue;
    const ours = await describeOurs(file, join(out, `ours${index}`));
    if (ours !== null && ours.size > 0)
      subjects.push({ unit: unit.name, file, out: join(out, `theirs${index}`), ours });
  }
  const answers = new Map<string, (subject: Subject) => Promise<Answer>>();
  answers.set("node-soap", async ({ file }) => {
    try {
      return await withPatience(nodeSoapDescription(file));
    } catch (error) {
      return { gaveUp: error instanceof Error ? error.message : String(error) };
    }
  });
  if (tools.includes("wsdl-tsclient")) {
    const results = await runTsclient(subjects, PATIENCE_MS);
    answers.set("wsdl-tsclient", async ({ file, out: written }) => {
      const error = results.get(file);
      return typeof error === "string" ? { gaveUp: error } : tsclientDescription(written);
    });
  }
  const verdicts: Verdict[] = [];
  const kinds = new Map<string, number>();
  const details: Record<string, unknown> = {};
  const totals = new Map(tools.map((tool) => [tool, { operations: 0, alike: 0 }]));
  for (const subject of subjects) {
    for (const tool of tools) {
      const answer = await answers.get(tool)?.(subject);
      if (!answer) continue;
      const differences: Difference[] =
        "gaveUp" in answer
          ? [{ where: answer.gaveUp.split("\n")[0] ?? "", kind: "nothing at all" }]
          : compare(subject.ours, answer, tool === "node-soap" ? (name) => name : pascal);
      const total = totals.get(tool);
      if (total) {
        const wrong = new Set(differences.map((d) => d.where.split(/ (?:input|output)/)[0]));
        total.operations += subject.ours.size;
        total.alike += "gaveUp" in answer ? 0 : [...subject.ours.keys()].filter((key) => !wrong.has(key)).length;
      }
      // What others have and we have not is reviewed unit by unit; what they lack is a kind of theirs.
      const keyOf = ({ kind }: Difference): string =>
        kind.includes("added") ? `${kind}, ${subject.unit}` : `${tool}, ${kind}`;
      for (const d of differences) kinds.set(keyOf(d), (kinds.get(keyOf(d)) ?? 0) + 1);
      const open = differences.filter((d) => !explained.has(keyOf(d)));
      if (differences.length > 0) details[`${subject.unit} ${tool}`] = differences.slice(0, 50);
      verdicts.push({
        name: `${subject.unit} (${tool})`,
        failure:
          open.length === 0
            ? null
            : open
                .slice(0, 3)
                .map((d) => `${d.where}: ${d.kind}`)
                .join(" | ") + (open.length > 3 ? ` | … ${open.length - 3} more` : ""),
      });
    }
  }
  rmSync(out, { recursive: true, force: true });
  const figures = [...totals].map(
    ([tool, { operations, alike }]) => `${tool}: ${alike} of ${operations} operations described alike`,
  );
  for (const [kind, n] of [...kinds].sort((a, b) => b[1] - a[1]))
    figures.push(`  ${String(n).padStart(6)} ${kind}: ${explained.get(kind) ?? "NOT EXPLAINED"}`);
  if (opts.only.length === 0 && opts.rest.length === 0 && folder === CORPUS)
    for (const kind of explained.keys())
      if (!kinds.has(kind) && tools.length === TOOLS.length)
        verdicts.push({ name: `explanation of ${kind}`, failure: "nothing is of this kind any more" });
  return closeSuite({ verdicts, figures, details }, { json: opts.json });
}

/** Our description: that of the code as generated and loaded. */
async function describeOurs(file: string, out: string): Promise<Description | null> {
  try {
    const { files } = generate({ entries: [file], unknownNames: "any" });
    mkdirSync(out, { recursive: true });
    for (const [name, text] of files) writeFileSync(join(out, name), text);
    if (!files.has("services.ts")) return null;
  } catch (error) {
    if (isCodegenError(error)) return null;
    throw error;
  }
  const module = (await import(pathToFileURL(join(out, "services.ts")).href)) as Record<string, ServiceDescriptor>;
  return ourDescription(Object.values(module));
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took over ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Names of ports and operations as wsdl-tsclient writes them, apart from case and separators. */
function pascal(name: string): string {
  return name
    .split(".")
    .map((piece) => piece.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase())
    .join(".");
}

await runSuite(main);
