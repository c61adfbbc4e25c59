import { parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { compareSets } from "../diff/compare-sets.ts";
import { reportDiffFailure } from "../diff/report-diff-failure.ts";
import { withSets } from "../diff/with-sets.ts";
import { libxmlJudge } from "./libxml.ts";
import { type Finding, type Verification, type Verified, verifyPair } from "./verify-pair.ts";
import { hasXerces } from "./xerces.ts";

const EXIT_DISAGREE = 4;
const MAX_SAMPLES = 1000;

/** The work of `coo-codegen verify`; gives the exit code. */
export async function runVerify(args: readonly string[], { output }: Context): Promise<number> {
  const parsed = parseArguments(args, {
    switches: ["--json", "--tolerant", "--no-xerces"],
    values: ["--samples", "--seed", "--pushed"],
  });
  const [old, now, ...more] = parsed.rest;
  if (old === undefined || now === undefined || more.length > 0)
    throw usageError("verify takes two files or folders: OLD NEW", "verify 需要两个文件或目录:OLD NEW");
  const samples = countOf("--samples", parsed.values.get("--samples") ?? "60");
  const seed = countOf("--seed", parsed.values.get("--seed") ?? "1");
  const libxml = await libxmlJudge();
  const xerces = !parsed.switches.has("--no-xerces") && hasXerces();
  if (libxml === null && !xerces)
    throw usageError(
      "verify needs a validator: npm install libxml2-wasm, or a JDK",
      "verify 需要校验器:npm install libxml2-wasm,或安装 JDK",
    );
  const pushed = parsed.values.get("--pushed");
  return withSets(old, now, output, (sets) => {
    try {
      // What is not said here the manifests may say.
      const comparison = compareSets(sets.old, sets.new, {
        ...(parsed.switches.has("--tolerant") ? { tolerant: true } : {}),
        ...(pushed === undefined ? {} : { pushed: pushed.split(",").filter((n) => n !== "") }),
      });
      const found = verifyPair(comparison, { samples, seed, libxml, xerces });
      sets.output.out(parsed.switches.has("--json") ? `${JSON.stringify(found, null, 2)}\n` : textOf(found));
      return found.verdicts.some((v) => v.finding === "contradicted") ? EXIT_DISAGREE : 0;
    } catch (error) {
      return reportDiffFailure(error, sets.output);
    }
  });
}

function countOf(flag: string, value: string): number {
  const count = Number(value);
  if (/^\d+$/.test(value) && count > 0 && count <= MAX_SAMPLES) return count;
  throw usageError(
    `${flag} must be 1 to ${MAX_SAMPLES}, got ${value}`,
    `${flag} 应为 1 到 ${MAX_SAMPLES},而非 ${value}`,
  );
}

const FINDINGS: Readonly<Record<Finding, string>> = {
  contradicted: "被反驳 contradicted",
  supported: "得到支持 supported",
  "not-shown": "未见反例 breaking, not shown",
  "not-judged": "未能判断 not judged",
};

function textOf({ verdicts, judges, refused }: Verification): string {
  const lines: string[] = [];
  // A message has one verdict, however many bindings and operations it travels in.
  const messages = new Map<string, { readonly verdict: Verified; readonly operations: Set<string> }>();
  for (const verdict of verdicts) {
    if (verdict.finding !== "contradicted" && verdict.L === "E") continue;
    const key = `${verdict.direction} ${verdict.root} ${verdict.wire}`;
    const known = messages.get(key) ?? { verdict, operations: new Set() };
    known.operations.add(verdict.operation);
    messages.set(key, known);
  }
  const shown = [...messages.values()].sort(
    (x, y) => ORDER.indexOf(x.verdict.finding) - ORDER.indexOf(y.verdict.finding),
  );
  for (const { verdict, operations } of shown) lines.push(...linesOf(verdict, [...operations]));
  const count = (finding: Finding): number => verdicts.filter((v) => v.finding === finding).length;
  const documents = new Map(verdicts.map((v) => [v.root, v.documents]));
  const total = [...documents.values()].reduce((sum, n) => sum + n, 0);
  if (verdicts.length === 0) lines.push("没有可核对的报文 · there is no message to judge");
  if (shown.length > 0) lines.push("");
  lines.push(
    `校验器 judges: ${judges.join(", ") || "–"}${refused.length === 0 ? "" : `;拒绝 schema 的 refused a schema: ${refused.join(", ")}`}`,
  );
  lines.push(
    `结论 verdicts ${verdicts.length}:${ORDER.map((f) => `${FINDINGS[f]} ${count(f)}`).join(
      ", ",
    )};有效报文 valid documents ${total}`,
  );
  return `${lines.join("\n")}\n`;
}

const ORDER: readonly Finding[] = ["contradicted", "not-shown", "not-judged", "supported"];

function linesOf({ direction, root, L, wire, finding, example }: Verified, operations: readonly string[]): string[] {
  const more = operations.length > 1 ? ` +${operations.length - 1}` : "";
  const head = `${FINDINGS[finding]}  ${direction} ${root}  L ${L} W ${wire}  ${operations[0] ?? ""}${more}`.trimEnd();
  if (example === null) return [head];
  const text = example.document.length > 240 ? `${example.document.slice(0, 239)}…` : example.document;
  return [head, `  ${example.judge}: ${text}`];
}
