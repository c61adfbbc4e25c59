import type { Evidence } from "../diff/evidence.ts";
import type { Both } from "./phrases.ts";

const KINDS: Readonly<Record<Evidence["kind"], Both>> = {
  witness: { zh: "反例", en: "example" },
  inclusion: { zh: "已证明两版相同", en: "proven: both accept the same" },
  undecided: { zh: "未能判定,按已变更处理", en: "not proven, so it counts as moved" },
  rule: { zh: "按规则,未计算", en: "by the rule, not computed" },
};

/** Who accepts an example. */
export const ACCEPTED: Readonly<Record<"old" | "new", Both>> = {
  old: { zh: "仅旧版接受", en: "old alone accepts" },
  new: { zh: "仅新版接受", en: "new alone accepts" },
};

/** What kind of evidence it is; of an example, which side accepts it. */
export function evidenceText({ kind, accepted }: Evidence): Both {
  const { zh, en } = KINDS[kind];
  if (accepted === null) return { zh, en };
  return { zh: `${zh}:${ACCEPTED[accepted].zh}`, en: `${en}: ${ACCEPTED[accepted].en}` };
}

/** Characters of an example that people are shown. */
const SHOWN = 120;

/** An example for people: what repeats is counted, the rest is cut. Only the JSON has all of it. */
export function exampleText(example: string): string {
  const [, aspect = "", value = ""] = /^(\w+): (.*)$/s.exec(example) ?? [];
  if (value === "") return `${aspect}: (空 empty)`;
  const counted =
    aspect === "content"
      ? value.replaceAll(
          /(?<![^ ])([^ ]+)(?: \1(?![^ ])){3,}/g,
          (run, name: string) => `${name} × ${run.split(" ").length}`,
        )
      : value.replaceAll(/(.)\1{19,}/gsu, (run, character: string) => `${character} × ${[...run].length}`);
  return `${aspect}: ${counted.length > SHOWN ? `${[...counted].slice(0, SHOWN).join("")}…` : counted}`;
}
