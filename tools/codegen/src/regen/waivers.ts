import { existsSync, readFileSync } from "node:fs";
import { type AcceptedWaiver, type Change, type Report, weight } from "@coo/evolution";
import { CodegenError } from "../errors.ts";
import { readJson } from "../json-source.ts";
import { isDay } from "../manifest.ts";
import { refusal } from "./refusal.ts";

/** Name of the file, at the root of the repository. */
export const WAIVERS = "evolution.waivers.json";

/** A verdict that somebody answers for; by its JSON Schema, `evolution.waivers.schema.json`. */
export interface Waiver {
  readonly fingerprint?: string;
  /** In place of the fingerprint, together with the component. */
  readonly id?: string;
  readonly component?: string;
  /** The pair of editions that it is about. */
  readonly old: string;
  readonly new: string;
  /** The worst that is accepted. */
  readonly level: "breaking" | "potential";
  readonly reason: string;
  readonly reasonZh: string;
  readonly owner: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
}

/** Reads a file of waivers; none when there is no file. @throws {@link CodegenError} `GEN_MANIFEST`. */
export function readWaivers(file: string): readonly Waiver[] {
  if (!existsSync(file)) return [];
  const { value, at } = readJson(readFileSync(file, "utf8"), file);
  const waivers = (value as { waivers?: unknown } | null)?.waivers;
  const list: readonly unknown[] = Array.isArray(waivers) ? waivers : [null];
  const wrong = list.findIndex((w) => !isWaiver(w));
  if (wrong >= 0)
    throw new CodegenError({
      code: "GEN_MANIFEST",
      at: at(Array.isArray(waivers) ? ["waivers", wrong] : []) ?? { file, line: 1, column: 1 },
      message: "this is no waiver",
      messageZh: "豁免条目格式不对",
      expected: "fingerprint (or id and component), old, new, level, reason, reasonZh, owner, expires",
      expectedZh: "fingerprint(或 id 与 component)、old、new、level、reason、reasonZh、owner、expires",
      advice: "correct it; its JSON Schema is evolution.waivers.schema.json of @coo/codegen",
      adviceZh: "请更正,其 JSON Schema 为 @coo/codegen 的 evolution.waivers.schema.json",
    });
  return list as readonly Waiver[];
}

/**
 * The changes of a pair of editions that waivers accept. A waiver lowers the gate, never verdict or bump.
 *
 * @param today - `YYYY-MM-DD`
 * @throws {@link CodegenError} `GEN_REFUSED` for a waiver that has expired, matches nothing, or is about what cannot be
 * waived.
 */
export function acceptedBy(
  waivers: readonly Waiver[],
  report: Report,
  pair: { readonly old: string; readonly new: string },
  today: string,
): ReadonlyMap<string, AcceptedWaiver> {
  const accepted = new Map<string, AcceptedWaiver>();
  for (const waiver of waivers.filter((w) => w.old === pair.old && w.new === pair.new)) {
    const named = waiver.fingerprint ?? `${waiver.id} ${waiver.component}`;
    if (waiver.expires < today)
      throw refusal(
        `the waiver of ${named} expired on ${waiver.expires}`,
        `${named} 的豁免已于 ${waiver.expires} 过期`,
        "decide again: remove it, or give it another date",
        "请重新决定:删除,或给出新的日期",
      );
    const matched = report.changes.filter((c) => isAbout(waiver, c));
    if (matched.length === 0)
      throw refusal(
        `the waiver of ${named} matches no change between ${pair.old} and ${pair.new}`,
        `${named} 的豁免在 ${pair.old} 与 ${pair.new} 之间没有对应的变更`,
        "remove it",
        "请删除该豁免",
      );
    if (matched.some((c) => c.id === "unclassified-change"))
      throw refusal(
        `${named}: an unclassified change cannot be waived`,
        `${named}:无法归类的变更不能豁免`,
        "remove the waiver, and report the change",
        "请删除该豁免并报告此变更",
      );
    for (const change of matched) {
      if (weight(change) > (waiver.level === "breaking" ? 2 : 1)) continue;
      const { reason, reasonZh, owner, expires } = waiver;
      accepted.set(change.fingerprint, { fingerprint: change.fingerprint, reason, reasonZh, owner, expires });
    }
  }
  return accepted;
}

function isAbout(waiver: Waiver, change: Change): boolean {
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === change.fingerprint;
  return waiver.id === change.id && waiver.component === change.component;
}

function isWaiver(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const w = value as Record<string, unknown>;
  const texts = ["old", "new", "reason", "reasonZh", "owner"].every((k) => typeof w[k] === "string" && w[k] !== "");
  const named =
    typeof w["fingerprint"] === "string" || (typeof w["id"] === "string" && typeof w["component"] === "string");
  return texts && named && (w["level"] === "breaking" || w["level"] === "potential") && isDay(w["expires"]);
}
