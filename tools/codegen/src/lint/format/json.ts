import type { LintReport } from "../lint.ts";

/** Findings for programs: one object, stable keys. */
export function formatJson(report: LintReport, exitCode: number): string {
  const findings = report.findings.map(({ at, ...rest }) => ({
    rule: rest.rule,
    category: rest.category,
    severity: rest.severity,
    file: at.file,
    line: at.line,
    column: at.column,
    message: rest.message,
    messageZh: rest.messageZh,
    advice: rest.advice,
    adviceZh: rest.adviceZh,
  }));
  return `${JSON.stringify({ ok: exitCode === 0, exitCode, counts: report.counts, documents: report.documents, findings }, null, 2)}\n`;
}
