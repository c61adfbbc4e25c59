import type { LintReport } from "../lint.ts";
import type { Finding } from "../rule.ts";

/** Findings of one rule in one file that are printed without `--all`. */
const SHOWN = 5;

/** Findings for people: one line each in both languages, advice below. */
export function formatText(report: LintReport, all: boolean): string {
  const lines: string[] = [];
  const count = new Map<string, number>();
  const explained = new Set<string>();
  const keyOf = (f: Finding): string => `${f.rule}|${f.at.file}`;
  for (const finding of report.findings) count.set(keyOf(finding), (count.get(keyOf(finding)) ?? 0) + 1);
  const shown = new Map<string, number>();
  for (const finding of report.findings) {
    const key = keyOf(finding);
    const nth = (shown.get(key) ?? 0) + 1;
    shown.set(key, nth);
    if (!all && nth > SHOWN) continue;
    const { at, severity, rule, message, messageZh } = finding;
    lines.push(`${at.file}:${at.line}:${at.column}: ${severity} ${rule}: ${messageZh} · ${message}`);
    const advice = finding.advice === "" ? "" : `  建议 advice: ${finding.adviceZh} · ${finding.advice}`;
    // The same advice again and again helps nobody.
    if (advice !== "" && !explained.has(key + advice)) lines.push(advice);
    explained.add(key + advice);
    const hidden = (count.get(key) ?? 0) - SHOWN;
    if (!all && nth === SHOWN && hidden > 0)
      lines.push(`  另有 ${hidden} 处同类问题，用 --all 列出 · ${hidden} more of this rule in this file, see --all`);
  }
  const { error, warning, info } = report.counts;
  const documents = report.documents.length;
  lines.push(
    `${documents} documents: ${error} errors, ${warning} warnings, ${info} infos · ${documents} 份文档：${error} 个错误，${warning} 个警告，${info} 条提示`,
  );
  return `${lines.join("\n")}\n`;
}
