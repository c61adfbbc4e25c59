import { weight } from "../compare.ts";
import { markdownText } from "./markdown-text.ts";
import {
  actionsOf,
  type Both,
  capitalised,
  changeText,
  DIRECTIONS,
  directionsOf,
  type Language,
  LEVELS,
  MOVES,
  operationsText,
  pathOf,
  upgradeText,
  verdictText,
} from "./phrases.ts";
import { type ReleaseFacts, waiverOf } from "./release-facts.ts";
import type { Change, Report } from "./report.ts";

/**
 * `CHANGES.md` of an edition: what changed against the one before it. Chinese first, then the same items in English.
 *
 * @param report - Of {@link compare}, old edition to new one.
 * @param facts - What the manifest says about the two.
 */
export function formatChanges(report: Report, facts: ReleaseFacts): string {
  const { old, new: now } = facts;
  return `${[`# ${now}`, "", ...section("zh", report, facts, old), ...section("en", report, facts, old)]
    .join("\n")
    .trimEnd()}\n`;
}

/** One change as a sentence of a changelog, in both languages. */
export function changeItem(change: Change, facts: ReleaseFacts): Both {
  const who = operationsText(change, facts);
  const [way, text, verdict] = [directionsOf(change), changeText(change), verdictText(change)];
  const upgrade = upgradeText(change.rollout, facts, actionsOf(change));
  const move = change.L === null ? null : MOVES[change.L];
  const of = (language: Language): string =>
    [move?.[language], verdict[language]].filter((part) => part !== undefined && part !== "").join(SEPARATOR[language]);
  const path = pathOf(change.component);
  const waiver = waiverOf(change.fingerprint, facts);
  const accepted =
    waiver === null
      ? { zh: "", en: "" }
      : {
          zh: ` 已豁免:${waiver.reasonZh}(${waiver.owner},至 ${waiver.expires})。`,
          en: ` Accepted: ${waiver.reason} (${waiver.owner}, until ${waiver.expires}).`,
        };
  return {
    zh: `【${who.zh}】${way.map((d) => DIRECTIONS[d].zh).join("、")} ${path} ${text.zh}(${of("zh")})。${upgrade.zh}。${accepted.zh}`
      .replace("】 ", "】")
      .replace("()", ""),
    en: `${who.en}${way.length === 0 ? "" : `, ${way.map((d) => DIRECTIONS[d].en).join(", ")}`}: ${path} ${text.en} (${of("en")}). ${capitalised(upgrade.en)}.${accepted.en}`
      .replace(/: {2}/, ": ")
      .replace(" ()", ""),
  };
}

const SEPARATOR = { zh: ";", en: "; " } as const;

const TITLES: Readonly<Record<Language, readonly [string, string, string]>> = {
  zh: ["兼容的变更", "可能有影响的变更", "破坏性变更"],
  en: ["Compatible changes", "Potentially breaking changes", "Breaking changes"],
};

function section(language: Language, report: Report, facts: ReleaseFacts, old: string): string[] {
  const zh = language === "zh";
  const out = [zh ? "## 中文" : "## English", ""];
  const { breaking, potential, compatible } = report.summary;
  const counts = [breaking, potential, compatible].map((n, i) => `${LEVELS[(2 - i) as 0 | 1 | 2][language]} ${n}`);
  const upgrade = upgradeText(report.summary.rollout, facts)[language];
  const cause = report.cause === "correction" ? (zh ? "更正:接口一直如此。" : "A correction: it was always so. ") : "";
  out.push(
    zh
      ? `${cause}与 ${old} 相比:${counts.join("、")}。${report.changes.length === 0 ? "" : `${upgrade}。`}`
      : `${cause}Against ${old}: ${counts.join(", ")}.${report.changes.length === 0 ? "" : ` ${capitalised(upgrade)}.`}`,
    "",
  );
  if (report.packages.length > 0) {
    const list = report.packages.map((p) => `\`${p.name}\` ${p.bump}`).join(zh ? "、" : ", ");
    out.push(zh ? `包的版本:${list}。` : `Packages: ${list}.`, "");
  }
  for (const level of [2, 1, 0] as const) {
    const some = report.changes.filter((c) => weight(c) === level);
    if (some.length === 0) continue;
    out.push(`### ${TITLES[language][level]}`, "");
    for (const c of some) out.push(`- ${markdownText(changeItem(c, facts)[language])}`);
    out.push("");
  }
  if (report.changes.length === 0) out.push(zh ? "没有变更。" : "No changes.", "");
  return out;
}
