import { isNumberWord, wordsNumber } from "./english-number.ts";
import { type PackUnit, packUnit } from "./pack-units.ts";

/** A phrase such as `NINETY FOUR (94) CARTONS` found in a text. */
export interface PackagePhrase {
  /** Number in brackets. */
  readonly figure: number;
  /** Number that the words before the bracket stand for; absent when there are none. */
  readonly inWords?: number;
  /** True when number words stand before the bracket but make no number. */
  readonly garbled: boolean;
  /** The words before the bracket as written. */
  readonly words: string;
  readonly unit?: PackUnit;
  /** SAY TOTAL … ONLY. */
  readonly total: boolean;
}

const FIGURE = /\(\s{0,9}(\d[\d,]{0,14})\s{0,9}\)/gu;
/** Number words of any number that has a text fit in this many characters. */
const REACH = 160;

/** Package phrases of a text in order. A number in brackets counts when number words precede it or a package word follows it. */
export function packagePhrases(text: string): PackagePhrase[] {
  const upper = text.toUpperCase();
  const phrases: PackagePhrase[] = [];
  for (const match of upper.matchAll(FIGURE)) {
    const before = upper
      .slice(Math.max(0, match.index - REACH), match.index)
      .split(/[^A-Z]+/u)
      .filter((word) => word !== "");
    const first = before.findLastIndex((word) => !isNumberWord(word)) + 1;
    const words = before.slice(first);
    while (words[0] === "AND") words.shift();
    const after = upper.slice(match.index + match[0].length, match.index + match[0].length + REACH);
    const unit = followingUnit(after);
    if (words.length === 0 && unit === undefined) continue;
    const inWords = wordsNumber(words);
    phrases.push({
      figure: Number((match[1] ?? "").replaceAll(",", "")),
      ...(inWords === undefined ? {} : { inWords }),
      garbled: words.length > 0 && inWords === undefined,
      words: words.join(" "),
      ...(unit === undefined ? {} : { unit }),
      total: before[first - 1] === "TOTAL",
    });
  }
  return phrases;
}

function followingUnit(after: string): PackUnit | undefined {
  const words = after.split(/[^A-Z]+/u).filter((word) => word !== "");
  for (let length = 3; length > 0; length--) {
    const unit = packUnit(words.slice(0, length).join(" "));
    if (unit !== undefined) return unit;
  }
  return undefined;
}
