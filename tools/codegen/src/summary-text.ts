import type { Construct } from "./held.ts";
import type { Summary } from "./summary.ts";

const LABELS: Readonly<Record<Construct, readonly [en: string, zh: string]>> = {
  services: ["services", "服务"],
  operations: ["operations", "操作"],
  messages: ["messages", "消息"],
  faults: ["faults", "错误消息"],
  headers: ["headers", "消息头"],
  mimeParts: ["MIME parts", "MIME 部分"],
  types: ["types", "类型"],
  elements: ["elements", "元素"],
  requiredElements: ["required elements", "必填元素"],
  attributes: ["attributes", "属性"],
  enumerations: ["enumerations", "枚举"],
};

/** More names than this are counted only; `--json` has all of them. */
const MAX_NAMES = 10;

/** The table of a run, with what was dropped and what is not enforced by name under it. */
export function summaryText(summary: Summary): string {
  const lines = [["", "documents", "generated", "dropped", ""]];
  for (const { construct, documents, generated, dropped } of summary.rows) {
    const [en, zh] = LABELS[construct];
    lines.push([en, `${documents}`, `${generated}`, `${dropped.length}`, zh]);
  }
  const widths = [0, 1, 2, 3].map((i) => Math.max(...lines.map((line) => (line[i] as string).length)));
  // Chinese stands at the end, where its width does not matter.
  const text = lines.map((line) =>
    line
      .map((cell, i) =>
        i === 0 ? cell.padEnd(widths[0] as number) : i < 4 ? cell.padStart(widths[i] as number) : cell,
      )
      .join("  ")
      .trimEnd(),
  );
  const lost = summary.rows.filter(({ dropped }) => dropped.length > 0);
  text.push(lost.length === 0 ? "dropped: none · 无遗漏" : "dropped · 未生成:");
  for (const { construct, dropped } of lost) {
    const more = dropped.length - MAX_NAMES;
    const names = dropped.slice(0, MAX_NAMES).join(", ");
    text.push(`  ${LABELS[construct][0]}: ${names}${more > 0 ? `, … ${more} more (--json)` : ""}`);
  }
  if (summary.recorded.length > 0) text.push("recorded, not enforced · 已记录但未强制:");
  for (const { construct, count } of summary.recorded) text.push(`  ${construct}: ${count}`);
  return text.join("\n");
}
