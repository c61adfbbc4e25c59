import {
  normalizeSpace,
  readSimpleValue,
  type SimpleType,
  simpleKey,
  translatePattern,
  varietyOf,
  whiteSpaceOf,
} from "@coo/wsdl";
import { parsePattern } from "@coo/xml/pattern";
import { minterms } from "./code-points.ts";
import {
  ANY_TEXT,
  beforeSpaces,
  both,
  counterexample,
  either,
  finiteLanguage,
  lengthLanguage,
  patternLanguage,
  type TextLanguage,
  TooLarge,
} from "./language.ts";
import { factsOf, impliesBound, type SimpleFacts, stepsOf } from "./simple-facts.ts";

/** Whether all texts of one type are texts of another. */
export type Inclusion =
  | { readonly kind: "included" }
  /** `text` is in the one and not in the other. */
  | { readonly kind: "refuted"; readonly text: string }
  /** Neither was shown. */
  | { readonly kind: "undecided" };

const INCLUDED: Inclusion = { kind: "included" };
const UNDECIDED: Inclusion = { kind: "undecided" };

/** Written forms of primitive types, with texts too many rather than too few where a form is no regular language. */
const FORMS: Readonly<Record<string, string>> = {
  boolean: "true|false|0|1",
  decimal: "[\\-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)",
  float: "[\\-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[Ee][\\-+]?[0-9]+)?|\\-?INF|NaN",
  double: "[\\-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[Ee][\\-+]?[0-9]+)?|\\-?INF|NaN",
  duration: "\\-?P[0-9YMDTHS.]+",
  dateTime:
    "\\-?[0-9]{4,}\\-[0-9]{2}\\-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  date: "\\-?[0-9]{4,}\\-[0-9]{2}\\-[0-9]{2}(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  time: "[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  gYearMonth: "\\-?[0-9]{4,}\\-[0-9]{2}(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  gYear: "\\-?[0-9]{4,}(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  gMonthDay: "\\-\\-[0-9]{2}\\-[0-9]{2}(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  gDay: "\\-\\-\\-[0-9]{2}(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  gMonth: "\\-\\-[0-9]{2}(?:Z|[\\-+][0-9]{2}:[0-9]{2})?",
  hexBinary: "(?:[0-9a-fA-F]{2})*",
  base64Binary: "[A-Za-z0-9+\\/= ]*",
};

/** Built-in types all of whose texts are texts of the other one. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  decimal: ["float", "double"],
  float: ["double"],
  double: ["float"],
};

const patternsKnown = new Map<string, TextLanguage | null>();

/** Texts of an XML Schema pattern; `null` when it is no pattern or too large. */
function languageOf(pattern: string): TextLanguage | null {
  let known = patternsKnown.get(pattern);
  if (known === undefined) {
    known = compile(pattern);
    patternsKnown.set(pattern, known);
  }
  return known;
}

function compile(pattern: string): TextLanguage | null {
  try {
    const node = parsePattern(translatePattern(pattern, { lenient: true }));
    return node === null ? null : patternLanguage(node);
  } catch {
    return null;
  }
}

const formsKnown = new Map<string, TextLanguage>();

function formOf(primitive: string): TextLanguage {
  const source = FORMS[primitive];
  if (source === undefined) return ANY_TEXT;
  let known = formsKnown.get(primitive);
  if (known === undefined) {
    const node = parsePattern(source);
    if (node === null) throw new TypeError(`the form of ${primitive} is no pattern`);
    known = patternLanguage(node);
    formsKnown.set(primitive, known);
  }
  return known;
}

/** Patterns of all steps: one of each step must hold. `null` when one cannot be read. */
function patternsOf(facts: SimpleFacts): TextLanguage[] | null {
  const all: TextLanguage[] = [];
  for (const step of facts.patterns) {
    const languages = step.map(languageOf);
    if (languages.includes(null)) return null;
    all.push(either(languages as TextLanguage[]));
  }
  return all;
}

interface Texts {
  /** Texts as they stand in a document, white space not yet processed. */
  readonly language: TextLanguage;
  /** Whether these are all texts of the type; otherwise there are texts too many among them. */
  readonly exact: boolean;
}

/** The texts of a type, or more. */
function textsOf(type: SimpleType): Texts {
  const variety = varietyOf(type);
  if (variety === "any") return { language: ANY_TEXT, exact: true };
  const mode = whiteSpaceOf(type);
  const facts = factsOf(type);
  if (variety === "union") {
    const plain = facts.patterns.length === 0 && facts.enumerations.length === 0;
    const members = type.members.map(textsOf);
    if (members.length === 0) return { language: ANY_TEXT, exact: false };
    return { language: either(members.map((m) => m.language)), exact: plain && members.every((m) => m.exact) };
  }
  const patterns = patternsOf(facts);
  const parts: TextLanguage[] = [...(patterns ?? [])];
  if (variety === "list")
    return { language: beforeSpaces(parts.length === 0 ? ANY_TEXT : both(parts), mode), exact: false };
  let exact = patterns !== null && facts.role === null && facts.assertions.length === 0;
  if (facts.primitive === "string") {
    for (const step of facts.enumerations) parts.push(finiteLanguage(step.map((text) => normalizeSpace(text, mode))));
    if (facts.minLength > 0 || facts.maxLength < Infinity) {
      if (facts.maxLength < facts.minLength) exact = false;
      else if (Math.max(facts.minLength, facts.maxLength === Infinity ? 0 : facts.maxLength) > 20_000) exact = false;
      else parts.push(lengthLanguage(facts.minLength, facts.maxLength));
    }
  } else {
    parts.push(formOf(facts.primitive));
    exact = exact && ["boolean", "decimal", "float", "double", "hexBinary"].includes(facts.primitive) && isBare(facts);
  }
  return { language: beforeSpaces(parts.length === 0 ? ANY_TEXT : both(parts), mode), exact };
}

/** No facet but patterns. */
function isBare(facts: SimpleFacts): boolean {
  return (
    facts.enumerations.length === 0 &&
    facts.minLength === 0 &&
    facts.maxLength === Infinity &&
    facts.totalDigits === Infinity &&
    (facts.fractionDigits === Infinity || (facts.fractionDigits === 0 && facts.patterns.length > 0)) &&
    facts.lows.length === 0 &&
    facts.highs.length === 0 &&
    facts.timezone === "optional"
  );
}

/** A text in the first language and not in the second: `null` none, `undefined` unknown. */
function outside(a: TextLanguage, b: TextLanguage): string | null | undefined {
  try {
    return counterexample(a, b, minterms([...a.sets, ...b.sets]));
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

const decided = new Map<string, Inclusion>();

/**
 * Whether every text that `a` allows is one that `b` allows. What is "included" is proven; a text that refutes it was
 * read by both types.
 */
export function includesSimple(a: SimpleType, b: SimpleType): Inclusion {
  if (a === b) return INCLUDED;
  const keyA = simpleKey(a);
  const keyB = simpleKey(b);
  if (keyA === keyB) return INCLUDED;
  const key = `${keyA}\n${keyB}`;
  let known = decided.get(key);
  if (known === undefined) {
    known = decide(a, b);
    if (decided.size > 50_000) decided.clear();
    decided.set(key, known);
  }
  return known;
}

function decide(a: SimpleType, b: SimpleType): Inclusion {
  if (isProven(a, b)) return INCLUDED;
  const textsA = textsOf(a);
  const textsB = textsOf(b);
  const text = outside(textsA.language, textsB.language);
  if (text === null && textsB.exact) return INCLUDED;
  const candidates = [...(typeof text === "string" ? [text] : []), ...samplesOf(a), ...samplesOf(b)];
  const refuting = candidates.find((c) => readSimpleValue(a, c) !== null && readSimpleValue(b, c) === null);
  return refuting === undefined ? UNDECIDED : { kind: "refuted", text: refuting };
}

function isProven(a: SimpleType, b: SimpleType): boolean {
  const varietyA = varietyOf(a);
  const varietyB = varietyOf(b);
  if (varietyB === "any") return true;
  if (varietyA === "any") return false;
  const factsA = factsOf(a);
  const factsB = factsOf(b);
  if (varietyA === "union") {
    if (varietyB === "union" && factsB.patterns.length + factsB.enumerations.length > 0)
      return isProvenUnion(a, b, factsA, factsB);
    return a.members.length > 0 && a.members.every((m) => includesSimple(m, b).kind === "included");
  }
  if (varietyB === "union") {
    if (factsB.patterns.length + factsB.enumerations.length + factsB.assertions.length > 0) return false;
    return b.members.some((m) => includesSimple(a, m).kind === "included");
  }
  if (factsB.assertions.some((test) => !factsA.assertions.includes(test))) return false;
  if (varietyA === "list" || varietyB === "list") return isProvenList(a, b, factsA, factsB);
  return isProvenAtomic(a, b, factsA, factsB);
}

function isTextual(type: SimpleType): boolean {
  return varietyOf(type) === "atomic" && factsOf(type).primitive === "string";
}

const WORD: TextLanguage = patternLanguage({
  kind: "repeat",
  min: 1,
  max: Infinity,
  item: { kind: "char", source: "[^\\t\\n\\r ]" },
});

/** Two unions, the second with facets of its own. */
function isProvenUnion(a: SimpleType, b: SimpleType, factsA: SimpleFacts, factsB: SimpleFacts): boolean {
  if (factsB.assertions.some((test) => !factsA.assertions.includes(test))) return false;
  const [listed] = factsA.enumerations;
  if (listed !== undefined && a.members.every(isTextual) && listed.every((t) => readSimpleValue(b, t) !== null))
    return true;
  const keys = (t: SimpleType): string => t.members.map(simpleKey).join("\n");
  // The same members in the same order read the same value out of every text.
  const sameReading = keys(a) === keys(b);
  if (!sameReading) {
    if (factsB.enumerations.length > 0) return false;
    const spaces = new Set([...a.members, ...b.members].map(whiteSpaceOf));
    const plain = stepsOf(b).at(-1) as SimpleType;
    if (spaces.size > 1 || !a.members.every((m) => includesSimple(m, plain).kind === "included")) return false;
  }
  return keepsPatterns(factsA, factsB) && keepsValues(b, factsA, factsB);
}

/** Whether the patterns of `a` allow no text that those of `b` do not. */
function keepsPatterns(a: SimpleFacts, b: SimpleFacts): boolean {
  if (samePatterns(a, b)) return true;
  const [given, allowed] = [patternsOf(a), patternsOf(b)];
  if (given === null || allowed === null) return false;
  return outside(both([ANY_TEXT, ...given]), both([ANY_TEXT, ...allowed])) === null;
}

/** Whether all values that `a` lists are listed by `b`, which reads them alike. */
function keepsValues(b: SimpleType, factsA: SimpleFacts, factsB: SimpleFacts): boolean {
  if (factsB.enumerations.length === 0) return true;
  return factsA.enumerations[0]?.every((text) => meetsFacets(b, factsB, text)) === true;
}

function isProvenList(a: SimpleType, b: SimpleType, factsA: SimpleFacts, factsB: SimpleFacts): boolean {
  const { item } = b;
  if (varietyOf(b) !== "list" || item === null) return false;
  if (varietyOf(a) === "list") {
    if (a.item === null || !keepsPatterns(factsA, factsB)) return false;
    const alike = simpleKey(a.item) === simpleKey(item);
    if (factsB.enumerations.length > 0) return alike && keepsValues(b, factsA, factsB);
    if (factsA.minLength < factsB.minLength || factsA.maxLength > factsB.maxLength) {
      if (!alike || factsA.enumerations[0]?.every((text) => meetsFacets(b, factsB, text)) !== true) return false;
    }
    return includesSimple(a.item, item).kind === "included";
  }
  if (factsB.enumerations.length > 0) return false;
  if (factsB.patterns.length > 0 || factsB.minLength > 1 || factsB.maxLength < 1) return false;
  const oneWord = beforeSpaces(WORD, "collapse");
  // Where every word is an item, every text is a list.
  const items = textsOf(item);
  if (
    factsB.minLength === 0 &&
    factsB.maxLength === Infinity &&
    items.exact &&
    outside(oneWord, items.language) === null
  )
    return true;
  return outside(textsOf(a).language, oneWord) === null && includesSimple(a, item).kind === "included";
}

/** Every step of patterns of `b` stands in `a` too. */
function samePatterns(a: SimpleFacts, b: SimpleFacts): boolean {
  const given = a.patterns.map((step) => [...step].sort().join("\n"));
  return b.patterns.every((step) => given.includes([...step].sort().join("\n")));
}

function isProvenAtomic(a: SimpleType, b: SimpleType, factsA: SimpleFacts, factsB: SimpleFacts): boolean {
  if (factsB.role !== null && factsA.role !== factsB.role) return false;
  if (factsA.primitive === "string" && factsB.primitive === "string") {
    // What this does not prove is left to the automata, unless the role of the values goes beyond their text.
    if (whiteSpaceOf(a) !== whiteSpaceOf(b) || factsB.enumerations.length > 0 || !samePatterns(factsA, factsB))
      return false;
    return factsA.minLength >= factsB.minLength && factsA.maxLength <= factsB.maxLength;
  }
  if (factsA.primitive !== factsB.primitive) {
    return (WIDER[factsA.primitive] ?? []).includes(factsB.primitive) && isBare(factsB) && factsB.patterns.length === 0;
  }
  if (factsB.primitive === "NOTATION") return false;
  const [listed] = factsA.enumerations;
  const names = factsB.primitive === "QName";
  if (names && !includesNames(a, b)) return false;
  if (!samePatterns(factsA, factsB)) {
    const patterns = patternsOf(factsB);
    if (patterns === null) return false;
    const allowed = beforeSpaces(both(patterns), whiteSpaceOf(b));
    if (outside(textsOf(a).language, allowed) !== null) return false;
  }
  // Equal values meet equal facets, however they are written; patterns were looked at above.
  if (listed !== undefined && !names) return listed.every((text) => meetsFacets(b, factsB, text));
  if (factsB.enumerations.length > 0 && !names)
    return factsA.primitive === "boolean" && ["true", "false", "0", "1"].every((t) => readSimpleValue(b, t) !== null);
  if (factsA.minLength < factsB.minLength || factsA.maxLength > factsB.maxLength) return false;
  if (factsB.timezone !== "optional" && factsA.timezone !== factsB.timezone) return false;
  if (!factsB.lows.every((low) => impliesBound(lowsOf(factsA), low, 1))) return false;
  if (!factsB.highs.every((high) => impliesBound(highsOf(factsA), high, -1))) return false;
  return meetsDigits(factsA, factsB);
}

/** Whether every qualified name that `a` lists is one that `b` lists: by namespace, whatever the prefix. */
function includesNames(a: SimpleType, b: SimpleType): boolean {
  const listed = (type: SimpleType): Set<string>[] =>
    stepsOf(type).flatMap(({ facets }) => {
      if (facets.enumerations === undefined) return [];
      const names = facets.enumerations.map(({ value, prefixes }) => {
        const [local = "", prefix = ""] = value.trim().split(":").reverse();
        return `{${prefixes?.[prefix] ?? ""}}${local}`;
      });
      return [new Set(names)];
    });
  const [given] = listed(a);
  return listed(b).every((allowed) => given !== undefined && [...given].every((name) => allowed.has(name)));
}

/** Whether the value of an enumeration is one of `b`, its patterns left aside. */
function meetsFacets(b: SimpleType, factsB: SimpleFacts, text: string): boolean {
  if (readSimpleValue(b, text) !== null) return true;
  if (factsB.patterns.length === 0) return false;
  const bare = (t: SimpleType): SimpleType => {
    if (t.variety === "builtin") return t;
    const { patterns: _, ...facets } = t.facets;
    return { ...t, base: t.base === null ? null : bare(t.base), facets };
  };
  return readSimpleValue(bare(b), text) !== null;
}

const decimalBound = (digits: bigint) =>
  ({ value: { kind: "decimal", value: { digits, scale: 0 } }, text: digits.toString(), inclusive: true }) as const;

/** Limits that the number of digits sets count too. */
function lowsOf(facts: SimpleFacts) {
  return isCounted(facts) ? [...facts.lows, decimalBound(1n - 10n ** BigInt(facts.totalDigits))] : facts.lows;
}

function highsOf(facts: SimpleFacts) {
  return isCounted(facts) ? [...facts.highs, decimalBound(10n ** BigInt(facts.totalDigits) - 1n)] : facts.highs;
}

function isCounted(facts: SimpleFacts): boolean {
  return facts.primitive === "decimal" && facts.fractionDigits === 0 && facts.totalDigits <= 1000;
}

function meetsDigits(a: SimpleFacts, b: SimpleFacts): boolean {
  if (Math.min(a.fractionDigits, a.totalDigits) > b.fractionDigits) return false;
  if (a.totalDigits <= b.totalDigits) return true;
  if (a.fractionDigits !== 0 || b.totalDigits > 1000) return false;
  const limit = 10n ** BigInt(b.totalDigits) - 1n;
  return impliesBound(a.lows, decimalBound(-limit), 1) && impliesBound(a.highs, decimalBound(limit), -1);
}

/** Texts that are likely to be on one side of a limit of the type: its values, its limits and what lies next to them. */
function samplesOf(type: SimpleType): string[] {
  const facts = factsOf(type);
  const out: string[] = ["", "0", "1", "-1", "1.5", "a", "true", "1.25", "99999999999999999999", "1E5"];
  for (const step of facts.enumerations) out.push(...step);
  for (const { text, value } of [...facts.lows, ...facts.highs]) {
    out.push(text);
    if (value.kind !== "decimal") continue;
    const { digits, scale } = value.value;
    for (const step of [-1n, 1n]) {
      out.push(written(digits + step, scale), written(digits + step * 10n ** BigInt(scale), scale));
      out.push(written(digits * 10n + step, scale + 1));
    }
  }
  for (const count of [facts.totalDigits, facts.fractionDigits, facts.minLength, facts.maxLength]) {
    if (count > 5000) continue;
    for (const n of [count - 1, count, count + 1]) {
      if (n < 0) continue;
      out.push("1".repeat(n), `0.${"1".repeat(n)}`, "a".repeat(n), "0A".repeat(n), Array(n).fill("1").join(" "));
      if (n % 3 === 0) out.push("AAAA".repeat(n / 3));
      else out.push(`${"AAAA".repeat((n - (n % 3)) / 3)}${n % 3 === 1 ? "AA==" : "AAA="}`);
    }
  }
  out.push(
    "2026-02-28",
    "2026-02-28T10:00:00",
    "2026-02-28T10:00:00Z",
    "10:00:00",
    "P1Y",
    "PT1S",
    "2026",
    "AA==",
    "0A",
    "a b",
    " a",
  );
  for (const member of type.members) if (type !== member) out.push(...samplesOf(member));
  if (type.item !== null && type.item !== type) out.push(...samplesOf(type.item));
  return [...new Set(out)];
}

function written(digits: bigint, scale: number): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  return `${negative ? "-" : ""}${whole}${scale > 0 ? `.${text.slice(text.length - scale)}` : ""}`;
}

type PatternMove = "E" | "W" | "N" | "X" | null;

const patternMoves = new Map<string, PatternMove>();

/** How the patterns of two types differ, other facets left aside; `null` when that cannot be found out. */
export function patternMove(a: SimpleType, b: SimpleType): PatternMove {
  const key = `${simpleKey(a)}\n${simpleKey(b)}`;
  let known = patternMoves.get(key);
  if (known === undefined) {
    known = comparePatterns(a, b);
    if (patternMoves.size > 50_000) patternMoves.clear();
    patternMoves.set(key, known);
  }
  return known;
}

function comparePatterns(a: SimpleType, b: SimpleType): PatternMove {
  const languages = [a, b].map((type) => {
    const patterns = patternsOf(factsOf(type));
    if (patterns === null) return null;
    return beforeSpaces(both([ANY_TEXT, ...patterns]), whiteSpaceOf(type));
  });
  const [x, y] = languages;
  if (!x || !y) return null;
  const gone = outside(x, y);
  const come = outside(y, x);
  if (gone === undefined || come === undefined) return null;
  return gone === null ? (come === null ? "E" : "W") : come === null ? "N" : "X";
}
