import type { LintReport } from "../lint.ts";
import type { Severity } from "../rule.ts";
import { ALL_RULES } from "../rules.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** Findings as SARIF 2.1.0, which code review systems show beside the lines. Only rules that found something are listed. */
export function formatSarif(report: LintReport): string {
  const used = new Set(report.findings.map((f) => f.rule));
  const rules = ALL_RULES.filter((r) => used.has(r.id));
  const index = new Map(rules.map((r, i) => [r.id, i]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "coo-codegen lint",
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: `${rule.title} · ${rule.titleZh}` },
              ...(rule.advice === "" ? {} : { help: { text: `${rule.advice} · ${rule.adviceZh}` } }),
              defaultConfiguration: { level: LEVELS[rule.severity] },
              properties: { category: rule.category },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        artifacts: report.documents.map((file) => ({ location: { uri: uriOf(file) } })),
        results: report.findings.map((f) => ({
          ruleId: f.rule,
          ruleIndex: index.get(f.rule),
          level: LEVELS[f.severity],
          message: { text: `${f.messageZh} · ${f.message}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(f.at.file) },
                region: { startLine: f.at.line, startColumn: f.at.column },
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A path as a URI reference: spaces and Chinese characters escaped, slashes kept. */
function uriOf(file: string): string {
  const escaped = file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
  return escaped.startsWith("/") ? `file://${escaped}` : escaped;
}
