import { weight } from "../../compare.ts";
import { type Both, LEVELS, operationsText, upgradeText } from "../phrases.ts";
import type { ReleaseFacts } from "../release-facts.ts";
import type { Change, Report, RollOut } from "../report.ts";
import { both, escaped, say } from "./markup.ts";

const PHASES: readonly (readonly [RollOut, Both, Both])[] = [
  [
    "by-date",
    { zh: "切换之前", en: "Before the switch" },
    { zh: "旧版在切换后失败,新版可提前使用。", en: "Old packages fail after it; upgrading early is safe." },
  ],
  [
    "with-switch",
    { zh: "与切换同时", en: "Together with the switch" },
    { zh: "旧版在切换后失败,新版在切换前失败。", en: "Old packages fail after it, new ones before it." },
  ],
  [
    "after",
    { zh: "切换之后", en: "After the switch" },
    { zh: "新版可能拒绝切换前的报文。", en: "New packages may refuse messages from before it." },
  ],
  ["any-time", { zh: "随时", en: "At any time" }, { zh: "新旧版本均可用。", en: "Old and new packages both work." }],
];

/** Most groups of operations that a phase lists. */
const MAX_GROUPS = 6;

/** Who upgrades when, in the order of time; phases in which nothing is to be done are left out. */
export function calendar(report: Report, facts: ReleaseFacts): string {
  const phases = PHASES.flatMap(([rollout, title, why]) => {
    const some = report.changes.filter((c) => c.rollout === rollout);
    const packages = report.packages.filter((p) => p.rollout === rollout);
    if (some.length === 0 && packages.length === 0) return [];
    return [
      `<li class="phase ${rollout}"><h3>${both(title)}</h3><p class="when">${both(whenOf(rollout, facts))}</p>${both(why)}
<ul>${groupsOf(some, facts).join("")}</ul>${
        packages.length === 0
          ? ""
          : `<p>${say("包", "packages")}: ${packages.map((p) => `<code>${escaped(p.name)}</code> ${escaped(p.bump)}`).join(", ")}</p>`
      }</li>`,
    ];
  });
  if (phases.length === 0) return "";
  return `<h2>${say("升级日程", "Roll-out calendar")}</h2>\n<ol class="cal">\n${phases.join("\n")}\n</ol>`;
}

function whenOf(rollout: RollOut, facts: ReleaseFacts): Both {
  const { zh, en } = upgradeText(rollout, facts);
  return { zh, en };
}

/** How many changes of which level, by who is concerned. */
function groupsOf(changes: readonly Change[], facts: ReleaseFacts): string[] {
  const groups = new Map<string, { readonly name: Both; readonly counts: [number, number, number] }>();
  for (const c of changes) {
    const name = operationsText(c, facts, 2);
    const group = groups.get(name.zh) ?? { name, counts: [0, 0, 0] };
    group.counts[weight(c)]++;
    groups.set(name.zh, group);
  }
  const sorted = [...groups.values()].sort(
    (x, y) =>
      y.counts[2] - x.counts[2] ||
      y.counts[1] - x.counts[1] ||
      y.counts[0] - x.counts[0] ||
      (x.name.zh < y.name.zh ? -1 : 1),
  );
  const out = sorted.slice(0, MAX_GROUPS).map(({ name, counts }) => {
    const told = ([2, 1, 0] as const).filter((l) => counts[l] > 0);
    const text = {
      zh: `${name.zh}:${told.map((l) => `${LEVELS[l].zh} ${counts[l]}`).join("、")}`,
      en: `${name.en}: ${told.map((l) => `${counts[l]} ${LEVELS[l].en}`).join(", ")}`,
    };
    return `<li>${both(text)}</li>`;
  });
  const more = sorted.slice(MAX_GROUPS);
  if (more.length > 0) {
    const rest = more.reduce((sum, g) => sum + g.counts[0] + g.counts[1] + g.counts[2], 0);
    out.push(`<li>${say(`另有 ${rest} 项,涉及其他操作`, `${rest} more in other operations`)}</li>`);
  }
  return out;
}
