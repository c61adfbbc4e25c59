import { weight } from "../compare.ts";
import { lettersOf, placeOf } from "./letters.ts";
import { markdownText } from "./markdown-text.ts";
import type { Change, Report } from "./report.ts";

/** The report as Markdown: verdicts by message, then changes, breaking ones first, then what upgrading needs. */
export function formatMarkdown(report: Report): string {
  const { summary } = report;
  const out: string[] = [
    "# 接口变更报告 · interface changes",
    "",
    `破坏 ${summary.breaking} · 潜在 ${summary.potential} · 兼容 ${summary.compatible};升级时机 \`${summary.rollout}\`;版本 \`${summary.bump}\``,
    "",
    `breaking ${summary.breaking} · potential ${summary.potential} · compatible ${summary.compatible}; upgrade \`${summary.rollout}\`; release \`${summary.bump}\``,
    "",
  ];
  if (report.messages.length > 0) {
    out.push(
      "## 按报文 · by message",
      "",
      "| 操作 operation | 方向 direction | 报文 message | L | 线上 wire |",
      "| --- | --- | --- | --- | --- |",
    );
    for (const m of report.messages)
      out.push(
        `| ${markdownText(m.operation || "–")} | ${m.direction} | ${markdownText(m.root)} | ${m.L} | ${m.wire} |`,
      );
    out.push("");
  }
  const parts = [
    ["破坏性变更 · breaking", 2],
    ["潜在破坏 · potentially breaking", 1],
    ["兼容 · compatible", 0],
  ] as const;
  for (const [title, level] of parts) {
    const some = report.changes.filter((c) => weight(c) === level);
    if (some.length === 0) continue;
    out.push(
      `## ${title}`,
      "",
      "| 编号 id | 变更 change | L | 发 sent | 收 read | 升级 upgrade | 位置 place |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    );
    for (const c of some) out.push(row(c));
    out.push("");
  }
  if (report.changes.length === 0) out.push("没有变更 · no changes", "");
  return `${out.join("\n").trimEnd()}\n`;
}

function row(c: Change): string {
  const text = `${markdownText(c.messageZh)}<br>${markdownText(c.message)}`;
  return `| \`${c.id}\` | ${text} | ${c.L ?? "–"} | ${lettersOf(c.sent)} | ${lettersOf(c.read)} | ${c.rollout} | ${markdownText(placeOf(c.newAt) || placeOf(c.oldAt))} |`;
}
