import { weight } from "../compare.ts";
import { changeItem } from "./changes.ts";
import { markdownText } from "./markdown-text.ts";
import { type Both, upgradeText } from "./phrases.ts";
import type { ReleaseFacts } from "./release-facts.ts";
import type { Bump, Change, RollOut } from "./report.ts";

/** Lines of a changeset below its head. */
const MAX_LINES = 12;
/** Changes told one by one; the report has all. */
const MAX_CHANGES = 3;

/** One package of a release. */
export interface PackageRelease {
  readonly name: string;
  readonly bump: Exclude<Bump, "none">;
  /** Combined over the changes of this package. */
  readonly rollout: RollOut;
  /** Those that reach this package, the most serious first, as in the report. */
  readonly changes: readonly Change[];
}

/** Text of the changeset of a package: head, headline with the date to upgrade by, the worst changes, a link. */
export function formatChangeset(release: PackageRelease, facts: ReleaseFacts): string {
  const { zh, en } = headline(release, facts);
  const lines = [`${zh}/ ${en}`];
  const told = release.changes.filter((c) => weight(c) > 0).slice(0, MAX_CHANGES);
  if (told.length > 0) {
    const items = told.map((c) => changeItem(c, facts));
    lines.push("", ...items.map((i) => `- ${markdownText(i.zh)}`), ...items.map((i) => `- ${markdownText(i.en)}`));
  }
  const more = release.changes.length - told.length;
  if (facts.link !== undefined) {
    const rest = more > 0 ? `另有 ${more} 项,` : "";
    lines.push("", `${rest}全部内容见 / ${more > 0 ? `${more} more, ` : ""}full report: ${facts.link}`);
  }
  if (lines.length > MAX_LINES) throw new RangeError(`a changeset of ${lines.length} lines, the limit is ${MAX_LINES}`);
  return `---\n${JSON.stringify(release.name)}: ${release.bump}\n---\n\n${lines.join("\n")}\n`;
}

function headline({ changes, rollout }: PackageRelease, facts: ReleaseFacts): Both {
  const edition = facts.effectiveDate ?? facts.new;
  const count = (level: number): number => changes.filter((c) => weight(c) === level).length;
  const [compatible, potential, breaking] = [count(0), count(1), count(2)];
  const [n, zh, en] =
    breaking > 0
      ? [breaking, "破坏性变更", "breaking"]
      : potential > 0
        ? [potential, "可能有影响的变更", "potentially breaking"]
        : [compatible, "兼容的变更", "compatible"];
  const upgrade = upgradeText(rollout, facts);
  return {
    zh: `接口 ${edition}:${n} 项${zh},${upgrade.zh}。`,
    en: `Interface ${edition}: ${n} ${en} change${n === 1 ? "" : "s"}, ${upgrade.en}.`,
  };
}
