import { catalogueItem } from "../catalogue/items.ts";
import type { Cells, Move } from "../rules.ts";
import { operationName, type ReleaseFacts } from "./release-facts.ts";
import type { Change, Direction, RollOut } from "./report.ts";

/** The two languages of every text, the one that comes first in front. */
export type Language = "zh" | "en";

/** A text in both. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** Names of directions. */
export const DIRECTIONS: Readonly<Record<Direction, Both>> = {
  Q: { zh: "请求", en: "request" },
  R: { zh: "响应", en: "response" },
  P: { zh: "推送", en: "push" },
  A: { zh: "应答", en: "answer to a push" },
};

/** How the set of valid messages moved, in a word. */
export const MOVES: Readonly<Record<Move, Both>> = {
  E: { zh: "范围不变", en: "equal" },
  W: { zh: "放宽", en: "loosened" },
  N: { zh: "收紧", en: "tightened" },
  X: { zh: "更替", en: "replaced" },
};

/** Names of levels: compatible, potentially breaking, breaking. */
export const LEVELS: readonly [Both, Both, Both] = [
  { zh: "兼容", en: "compatible" },
  { zh: "潜在影响", en: "potentially breaking" },
  { zh: "破坏性", en: "breaking" },
];

/** 2 breaking, 1 potentially, 0 compatible. */
export function levelOf(cells: Cells): 0 | 1 | 2 {
  const letters = [cells.wire, cells.types, cells.validation];
  return letters.some((l) => l === "B" || l === "B°") ? 2 : letters.includes("P") ? 1 : 0;
}

/** Who is concerned: names of operations, or what the change is about when no operation leads to it. */
export function operationsText(change: Change, facts: ReleaseFacts, most = 3): Both {
  const names = new Map<string, Both>();
  for (const { operation } of change.operations) {
    const name = operationName(operation, facts);
    names.set(name.zh, name);
  }
  if (names.size === 0) return { zh: "不属于操作", en: "No operation" };
  const all = [...names.values()];
  const more = all.length - most;
  const shown = more > 0 ? all.slice(0, most) : all;
  return {
    zh: `${shown.map((n) => n.zh).join("、")}${more > 0 ? ` 等 ${all.length} 个操作` : ""}`,
    en: `${shown.map((n) => n.en).join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
  };
}

/** Directions of a change, each once, in the order Q R P A. */
export function directionsOf(change: Change): Direction[] {
  const found = new Set(change.operations.map((o) => o.direction));
  return (["Q", "R", "P", "A"] as const).filter((d) => found.has(d));
}

/** The component without its namespace. */
export function pathOf(component: string): string {
  return component.replace(/\{[^{}]*\}/g, "") || component;
}

/** What changed, behind the path: the line of the catalogue with the values put in. */
export function changeText(change: Change): Both {
  const { text, textZh } = catalogueItem(change.id);
  return { zh: filled(textZh, change, "空"), en: filled(text, change, "empty") };
}

/** What the application has to do, by side where a component is both sent and read. */
export function actionsOf(change: Change): Both {
  const item = catalogueItem(change.id);
  const sent = change.sent === null || item.sent === "" ? null : { zh: item.sentZh, en: item.sent };
  const read = change.read === null || item.read === "" ? null : { zh: item.readZh, en: item.read };
  if (sent === null || read === null || sent.zh === read.zh) return sent ?? read ?? { zh: "", en: "" };
  return { zh: `在发送时${sent.zh}、接收时${read.zh}`, en: `${sent.en} (sending), ${read.en} (reading)` };
}

/** `发送:破坏性` for each side that the change concerns. */
export function verdictText(change: Change): Both {
  const zh: string[] = [];
  const en: string[] = [];
  for (const [cells, side, sideZh] of [
    [change.sent, "sent", "发送"],
    [change.read, "read", "接收"],
  ] as const) {
    if (cells === null) continue;
    const level = LEVELS[levelOf(cells)];
    zh.push(`${sideZh}:${level.zh}`);
    en.push(`${side}: ${level.en}`);
  }
  return { zh: zh.join(","), en: en.join(", ") };
}

/** When to upgrade, without an end: `须在 2026-09-01 前升级`. */
export function upgradeText(rollout: RollOut, facts: ReleaseFacts, action: Both = { zh: "", en: "" }): Both {
  const date = facts.effectiveDate;
  const zh = action.zh === "" ? "" : `并${action.zh}`;
  const en = action.en === "" ? "" : ` and ${action.en}`;
  if (rollout === "any-time") return { zh: `可随时升级${zh}`, en: `upgrade${en} at any time` };
  if (rollout === "by-date")
    return {
      zh: `须在${date === undefined ? "对方切换" : ` ${date} `}前升级${zh}`,
      en: `upgrade${en} ${date === undefined ? "before the other side switches" : `by ${date}`}`,
    };
  if (rollout === "after")
    return {
      zh: `在${date === undefined ? "对方切换" : ` ${date} `}之后升级${zh}`,
      en: `upgrade${en} after ${date === undefined ? "the other side has switched" : date}`,
    };
  return {
    zh: `须与对方的切换${date === undefined ? "" : `(${date})`}同时升级${zh}`,
    en: `upgrade${en} together with the switch of the other side${date === undefined ? "" : ` on ${date}`}`,
  };
}

/** A sentence with a capital letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A value as it stands in a line. */
export function shortValue(value: string, most = 80): string {
  const folded = value.replaceAll("{http://www.w3.org/2001/XMLSchema}", "xs:").replace(/\s+/g, " ").trim();
  const chars = Array.from(folded);
  return chars.length <= most ? folded : `${chars.slice(0, most - 1).join("")}…`;
}

function filled(template: string, change: Change, empty: string): string {
  const shown = (value: string | null): string =>
    value === null ? "–" : value.trim() === "" ? `(${empty})` : shortValue(value);
  return template.replace(/\{(old|new)\}/g, (_, side: "old" | "new") => shown(change[side]));
}
