import type { MatchedOperation } from "./propose.ts";

/** Every element that was matched, folded by operation: the names on the wire and in code, in both languages at once. */
export function elementTable(matched: readonly MatchedOperation[], title: string): string {
  const out = [
    `# 元素对应 · Elements ${title}`,
    "",
    "> 推定,不是官方说明。得分低于 0.8 的请核对。 · Inferred, not official. Check those with a score below 0.8.",
    "",
  ];
  for (const m of matched) {
    const { entry, name, no } = m.reference;
    const fields = [...(m.request?.match.fields ?? []), ...(m.response?.match.fields ?? [])];
    if (fields.length === 0) continue;
    const low = fields.filter((f) => f.score < LOW).length;
    out.push(
      "<details>",
      `<summary>${no} ${entry.nameZh ?? name} · ${entry.nameEn ?? name}: ${fields.length}, &lt; ${LOW}: ${low}</summary>`,
      "",
      "| 报文 message | 线上 wire | 代码 code | 得分 score | 次优 runner-up |",
      "| --- | --- | --- | --- | --- |",
    );
    for (const [side, message] of [
      [m.request, name],
      [m.response, `${name}Response`],
    ] as const)
      for (const f of side?.match.fields ?? []) {
        const runnerUp = f.runnerUp ? `\`${f.runnerUp.name}\` ${f.runnerUp.score.toFixed(2)}` : "–";
        out.push(`| ${message} | \`${f.path}\` | \`${f.ourPath}\` | ${f.score.toFixed(2)} | ${runnerUp} |`);
      }
    out.push("", "</details>", "");
  }
  return `${out.join("\n").trimEnd()}\n`;
}

/** Below it a match is to be checked by a person. */
export const LOW = 0.8;
