import { CONDITIONS, conditionsUsed, lettersWithConditions } from "./conditions.ts";
import { evidenceText, exampleText } from "./evidence-text.ts";
import { placeOf } from "./letters.ts";
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
      `${c.id}  L ${c.L === null ? "–" : `${c.L}${MOVES[c.L]}`}  发 sent ${lettersWithConditions(c, "sent")}  收 read ${lettersWithConditions(c, "read")}  ${c.rollout}`,
      `  ${c.messageZh}`,
      `  ${c.message}`,
      ...(c.evidence.example === null
        ? []
        : [
            `  ${evidenceText(c.evidence).zh} · ${evidenceText(c.evidence).en}`,
            `    ${exampleText(c.evidence.example)}`,
          ]),
      ...(c.suggestedRename === null ? [] : [`  可能改名为 perhaps renamed to  ${c.suggestedRename}`]),
      ...(place === "" && shown === "" ? [] : [`  ${[place, shown].filter((x) => x !== "").join("  ")}`]),
    ].join("\n");
  });
  const counts = `破坏 ${summary.breaking}、潜在 ${summary.potential}、兼容 ${summary.compatible};升级时机 ${summary.rollout};版本 ${summary.bump} · breaking ${summary.breaking}, potential ${summary.potential}, compatible ${summary.compatible}; upgrade ${summary.rollout}; release ${summary.bump}`;
  if (lines.length === 0) return `没有变更 · no changes\n`;
  const conditions = conditionsUsed(report.changes).map((c) => `P(${c})  ${CONDITIONS[c].zh} · ${CONDITIONS[c].en}\n`);
  return `${lines.join("\n\n")}\n\n${conditions.join("")}${counts}\n`;
}
