import type { JournalStatus } from "@coo/journal";
import { age, table } from "./table.ts";

/** States in the order of their way, with what they are called. */
const OUTBOX: readonly (readonly [state: string, zh: string])[] = [
  ["ready", "待发送"],
  ["sending", "发送中"],
  ["in_doubt", "结果不明"],
  ["resolving", "查询中"],
  ["needs_person", "需人工"],
  ["conflict", "内容冲突"],
  ["accepted", "已受理"],
  ["rejected", "被拒绝"],
  ["cancelled", "已取消"],
];

const INBOX: readonly (readonly [state: string, zh: string])[] = [
  ["received", "已收到"],
  ["retry", "重试"],
  ["done", "已处理"],
  ["dead", "死信"],
  ["refused", "被拒绝"],
  ["conflict", "内容冲突"],
];

/** States whose age says nothing. */
const SETTLED = new Set(["accepted", "rejected", "cancelled", "done"]);

/** One screen: counts, then what needs a person and the command to run next. */
export function statusText(status: JournalStatus): string {
  const block = (title: string, names: typeof OUTBOX, counts: JournalStatus["outbox"]): string => {
    const rows = names.flatMap(([state, zh]) => {
      const found = counts.find((one) => one.state === state);
      if (!found) return [];
      return [
        [
          `  ${zh}`,
          state,
          String(found.rows),
          SETTLED.has(state) ? "" : `最久 oldest ${age(status.now - found.oldest)}`,
        ],
      ];
    });
    return `${title}\n${rows.length === 0 ? "  –\n" : table(rows)}`;
  };
  const attention = status.attention.map((one) => [`  ! ${one.what}`, age(status.now - one.since), `→ ${one.next}`]);
  return [
    block("发件箱 outbox", OUTBOX, status.outbox),
    block("收件箱 inbox", INBOX, status.inbox),
    `重复推送 repeated pushes  ${status.duplicates}\n`,
    `补收结果 results found by the reconciler  ${status.repairs}\n`,
    table(
      status.counters.map((one) => [`拒收 refused ${one.name}`, String(one.n), `${age(status.now - one.at)} 前 ago`]),
    ),
    attention.length === 0 ? "无需人工处理 · nothing needs a person\n" : `需要处理 needs a person\n${table(attention)}`,
  ].join("");
}
