import type { Cells } from "../rules.ts";
import type { Both } from "./phrases.ts";
import type { Change } from "./report.ts";

/** Under what a potentially breaking change fails. */
export type Condition = "m" | "s" | "o" | "c" | "d";
export type Surface = "wire" | "types" | "validation";
/** Condition of each surface that is potentially breaking, and of no other. */
export type Conditions = Partial<Readonly<Record<Surface, Condition>>>;

/** The conditions in words. */
export const CONDITIONS: Readonly<Record<Condition, Both>> = {
  m: { zh: "自行构造读取类型的代码(测试替身)", en: "code that builds read types itself (mocks)" },
  s: { zh: "形状不变,含义或取值改变", en: "the shape stays, the meaning or the value changes" },
  o: {
    zh: "须在代码之外处理(地址、约定、配置)",
    en: "needs action outside of code (addresses, agreements, configuration)",
  },
  c: { zh: "仅限切换之前的或存档的报文", en: "messages from before the switch, or archived ones, alone" },
  d: { zh: "无法判定", en: "undecided" },
};

/** Ids whose wire fails only for what is settled outside of code; of the others with an open wire the meaning changes. */
const OUTSIDE: ReadonlySet<string> = new Set([
  "service-removed",
  "port-removed",
  "endpoint-changed",
  "soap-action-changed",
  "operation-removed",
  "operation-moved",
  "policy-required-removed",
  "policy-optional-changed",
  "extension-optional-changed",
  "header-removed",
  "schema-language-raised",
  "signed-part-changed",
]);

/** A new fault arrives where faults are handled; only who tells all of them apart notices. */
const MEANING: ReadonlySet<string> = new Set(["fault-added"]);

/** Why the letters `P` of one side of a change are no `B`. */
export function conditionsOf(change: Change, side: "sent" | "read"): Conditions {
  const cells = change[side];
  if (cells === null) return {};
  const found = (["wire", "types", "validation"] as const).flatMap((surface) =>
    cells[surface] === "P" ? [[surface, conditionOf(change, side, surface)] as const] : [],
  );
  return Object.fromEntries(found);
}

function conditionOf({ id, L, evidence }: Change, side: "sent" | "read", surface: Surface): Condition {
  if (OUTSIDE.has(id)) return "o";
  if (MEANING.has(id)) return "s";
  if (surface === "types") return "m";
  // Messages stay as they are: what is read out of them does not.
  if (surface === "wire" || side === "sent" || L === "E") return "s";
  return evidence.kind === "undecided" ? "d" : "c";
}

/** `P(s)CC`: wire, types, validation, each potential one with its condition; `·` when this side is not concerned. */
export function lettersWithConditions(change: Change, side: "sent" | "read"): string {
  const cells: Cells | null = change[side];
  if (cells === null) return "·";
  const conditions = conditionsOf(change, side);
  const shown = (["wire", "types", "validation"] as const).map((surface) => {
    const condition = conditions[surface];
    return condition === undefined ? cells[surface] : `${cells[surface]}(${condition})`;
  });
  return shown.join("").replaceAll("-", "–");
}

/** Conditions that a report needs, in the order of the contract. */
export function conditionsUsed(changes: readonly Change[]): Condition[] {
  const used = new Set(
    changes.flatMap((c) => (["sent", "read"] as const).flatMap((side) => Object.values(conditionsOf(c, side)))),
  );
  return (Object.keys(CONDITIONS) as Condition[]).filter((c) => used.has(c));
}
