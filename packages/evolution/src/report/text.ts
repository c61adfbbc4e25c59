import { lettersOf, placeOf } from "./letters.ts";
import type { Report } from "./report.ts";

const MOVES = { E: "=", W: "+", N: "−", X: "±" } as const;

/** The report as lines for people. */
export function formatText(report: Report): string {
  const { summary } = report;
  const lines = report.changes.map((c) => {
    const place = placeOf(c.newAt) || placeOf(c.oldAt);
    const who = [...new Set(c.operations.map((o) => `${o.operation}(${o.direction})`))];
    const shown = who.length > 4 ? `${who.slice(0, 4).join(" ")} +${who.length - 4}` : who.join(" ");
    return [
      `${c.id}  L ${c.L === null ? "–" : `${c.L}${MOVES[c.L]}`}  发 sent ${lettersOf(c.sent)}  收 read ${lettersOf(c.read)}  ${c.rollout}`,
      `  ${c.messageZh}`,
      `  ${c.message}`,
      ...(c.witness === null ? [] : [`  反例 witness  ${c.witness}`]),
      ...(c.suggestedRename === null ? [] : [`  可能改名为 perhaps renamed to  ${c.suggestedRename}`]),
      ...(place === "" ? [] : [`  ${place}${shown === "" ? "" : `  ${shown}`}`]),
    ].join("\n");
  });
  const counts = `破坏 ${summary.breaking}、潜在 ${summary.potential}、兼容 ${summary.compatible};升级时机 ${summary.rollout};版本 ${summary.bump} · breaking ${summary.breaking}, potential ${summary.potential}, compatible ${summary.compatible}; upgrade ${summary.rollout}; release ${summary.bump}`;
  if (lines.length === 0) return `没有变更 · no changes\n`;
  return `${lines.join("\n\n")}\n\n${counts}\n`;
}
