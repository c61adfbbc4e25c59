const SMALL = [
  "ZERO",
  "ONE",
  "TWO",
  "THREE",
  "FOUR",
  "FIVE",
  "SIX",
  "SEVEN",
  "EIGHT",
  "NINE",
  "TEN",
  "ELEVEN",
  "TWELVE",
  "THIRTEEN",
  "FOURTEEN",
  "FIFTEEN",
  "SIXTEEN",
  "SEVENTEEN",
  "EIGHTEEN",
  "NINETEEN",
] as const;
const TENS = ["", "", "TWENTY", "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY"] as const;
const SCALES = [
  ["MILLION", 1_000_000],
  ["THOUSAND", 1000],
] as const;

/** Largest number with a text: printed papers need no more. */
export const MAX_NUMBER_IN_WORDS = 999_999_999;

const SMALL_VALUES: ReadonlyMap<string, number> = new Map(SMALL.map((word, value) => [word, value]));
const TENS_VALUES: ReadonlyMap<string, number> = new Map(
  TENS.map((word, tens): [string, number] => [word, tens * 10]).slice(2),
);
const SCALE_VALUES: ReadonlyMap<string, number> = new Map(SCALES);

/** How numbers are written in words; both habits are seen on papers. */
export interface NumberWordsOptions {
  /** AND after HUNDRED and before a small rest (`TWO HUNDRED AND SEVENTY FOUR`), as on the papers seen; default `true`. */
  readonly and?: boolean;
  /** A hyphen between tens and units (`NINETY-FOUR`); default `false`, a space. */
  readonly hyphen?: boolean;
}

/** Words of a whole number from 0 to {@link MAX_NUMBER_IN_WORDS}, in capitals; nothing for any other number. */
export function numberWords(
  value: number,
  { and = true, hyphen = false }: NumberWordsOptions = {},
): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value > MAX_NUMBER_IN_WORDS) return undefined;
  if (value === 0) return SMALL[0];
  const words: string[] = [];
  let rest = value;
  for (const [scale, size] of SCALES) {
    if (rest >= size) words.push(...belowThousand(Math.floor(rest / size), and, hyphen), scale);
    rest %= size;
  }
  if (and && rest > 0 && rest < 100 && words.length > 0) words.push("AND");
  words.push(...belowThousand(rest, and, hyphen));
  return words.join(" ");
}

function belowThousand(value: number, and: boolean, hyphen: boolean): string[] {
  const words: string[] = [];
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds > 0) words.push(SMALL[hundreds] ?? "", "HUNDRED");
  if (hundreds > 0 && rest > 0 && and) words.push("AND");
  if (rest >= 20) {
    const units = rest % 10 === 0 ? "" : (SMALL[rest % 10] ?? "");
    words.push([TENS[Math.floor(rest / 10)], units].filter((word) => word !== "").join(hyphen ? "-" : " "));
  } else if (rest > 0) words.push(SMALL[rest] ?? "");
  return words;
}

/** True for a word that numbers are written with, AND included. */
export function isNumberWord(word: string): boolean {
  return (
    word === "AND" || word === "HUNDRED" || SMALL_VALUES.has(word) || TENS_VALUES.has(word) || SCALE_VALUES.has(word)
  );
}

/** The number that words (capitals, no hyphens) stand for; nothing when they make no number, such as FOUR NINETY. */
export function wordsNumber(words: readonly string[]): number | undefined {
  let total = 0;
  let group = 0;
  let smallestScale = Infinity;
  let said = false;
  for (const word of words) {
    if (word === "AND") continue;
    const scale = SCALE_VALUES.get(word);
    if (scale !== undefined) {
      if (group === 0 || scale >= smallestScale) return undefined;
      total += group * scale;
      group = 0;
      smallestScale = scale;
      continue;
    }
    const next = word === "HUNDRED" ? hundredfold(group) : joined(group, word);
    if (next === undefined) return undefined;
    group = next;
    said = true;
  }
  return said ? total + group : undefined;
}

function hundredfold(group: number): number | undefined {
  return group > 0 && group < 100 ? group * 100 : undefined;
}

function joined(group: number, word: string): number | undefined {
  const tens = TENS_VALUES.get(word);
  if (tens !== undefined) return group % 100 === 0 ? group + tens : undefined;
  const small = SMALL_VALUES.get(word);
  if (small === undefined) return undefined;
  if (group % 100 === 0) return group + small;
  return small > 0 && small < 10 && group % 10 === 0 && group % 100 >= 20 ? group + small : undefined;
}
