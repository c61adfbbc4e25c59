// Writes the generated tables of README.md between their markers. `--check` only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Evidence, rules, SEVERITY_BY_EVIDENCE } from "../src/index.ts";
import { TEXTS } from "../src/texts.ts";

const README = new URL("../README.md", import.meta.url);

const EVIDENCE: Readonly<Record<Evidence, readonly [zh: string, en: string]>> = {
  official: ["官方文本", "official text"],
  "official-schema": ["官方模式 (同类证书)", "official schema (for the same paper)"],
  arithmetic: ["算术", "arithmetic"],
  consistency: ["报文自相矛盾", "the message contradicts itself"],
  "third-party": ["第三方文本", "third-party text"],
  inferred: ["推断", "our inference"],
};
const SEVERITY = { error: "错误 error", warning: "警告 warning" };

/** Findings whose severity depends on the form; a test compares the list with what the rules report. */
export const PER_FORM: ReadonlySet<string> = new Set([
  "CHANGE_TOO_LATE",
  "CHANGE_WORDING_ALONE",
  "CHANGE_WORDING_NUMBER",
  "CRITERION_TOO_LOW",
  "DESTINATION_NOT_PARTNER",
  "END_MARK_MISSING",
  "FOB_MISSING",
  "HS_DIGITS_MISSING",
  "IMPORTER_OPEN",
  "IN_BULK_MISSING",
  "LATE_MARK_MISSING",
  "TEXT_NOT_ENGLISH",
  "TOO_MANY_LINES",
  "TRANSPORT_OPEN_AFTER",
  "TRANSPORT_OPEN_WORDING",
  "VALUE_CONTENT_TOO_LOW",
]);

function policyTable(): string[] {
  const severities = new Map(Object.entries(SEVERITY_BY_EVIDENCE));
  const rows = Object.entries(EVIDENCE).map(
    ([evidence, [zh, en]]) =>
      `| \`${evidence}\` | ${zh} · ${en} | ${SEVERITY[severities.get(evidence) ?? "warning"]} |`,
  );
  return ["| 依据 Evidence | 含义 Meaning | 级别 Severity |", "| --- | --- | --- |", ...rows];
}

function ruleTable(): string[] {
  const texts = new Map(Object.entries(TEXTS));
  const rows = rules.flatMap((rule) =>
    Object.entries(rule.findings).map(([code, mark]) => {
      const isPerForm = PER_FORM.has(code);
      const severity = isPerForm ? "按证书 per form" : SEVERITY[SEVERITY_BY_EVIDENCE[mark.evidence]];
      const evidence = [EVIDENCE[mark.evidence][0], ...mark.sources].join(" ");
      const text = (texts.get(code)?.zh ?? "").replaceAll("|", "\\|");
      return `| \`${rule.id}\` | \`${code}\` | ${severity} | ${evidence} | ${text} |`;
    }),
  );
  const count = `${rules.length} 条规则,${rows.length} 种发现 · ${rules.length} rules, ${rows.length} findings.`;
  return [
    count,
    "",
    "| 规则 Rule | 发现 Finding | 级别 Severity | 依据 Evidence | 说明 Text |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ];
}

/** The README with its tables as the rules give them. */
export function renderedReadme(): string {
  let text = readFileSync(README, "utf8");
  for (const [name, lines] of [
    ["policy", policyTable()],
    ["rules", ruleTable()],
  ] as const) {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
    text = `${text.slice(0, from)}\n\n${lines.join("\n")}\n\n${text.slice(to)}`;
  }
  return text;
}

/** Whether two texts differ at most in the padding of their tables, which the formatter chooses. */
export function isSameText(a: string, b: string): boolean {
  return withoutPadding(a) === withoutPadding(b);
}

function withoutPadding(text: string): string {
  return text.replace(/ {2,}/gu, " ").replace(/-{3,}/gu, "---");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = renderedReadme();
  const isCurrent = isSameText(readFileSync(README, "utf8"), text);
  if (process.argv.includes("--check") && !isCurrent)
    throw new Error("README.md is stale: run scripts/build-readme.ts");
  if (!isCurrent) writeFileSync(README, text);
}
