import type { Annotation, Location } from "@coo/wsdl";
import { fieldNote } from "../code-lists.ts";
import { deprecationOf } from "../deprecate.ts";
import type { CodeListPlan, SimplePlan } from "../plan.ts";

/** Labels of a component in both languages; empty when the schema has none. */
export function labelOf(annotation: Annotation): { zh: string; en: string } {
  const first = (test: (lang: string) => boolean): string =>
    flat(annotation.documentation.find((d) => test(d.lang.toLowerCase()))?.text ?? "");
  const zh = first((lang) => lang.startsWith("zh"));
  const en = first((lang) => lang.startsWith("en")) || first((lang) => lang === "");
  return { zh, en };
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Text of a comment: label, facets in words, evidence, place. */
export function describe(options: {
  readonly annotation: Annotation;
  readonly at?: Location;
  readonly simple?: SimplePlan | null;
  readonly codeList?: CodeListPlan | null;
  readonly extra?: readonly string[];
}): string[] {
  const { zh, en } = labelOf(options.annotation);
  const label = zh !== "" && en !== "" ? `${zh} · ${en}` : zh + en;
  const facets = options.simple ? facetWords(options.simple) : [];
  const first = [label, ...facets].filter((t) => t !== "").join("; ");
  const sentences: string[] = first === "" ? [] : [ended(first)];
  if (options.codeList) {
    sentences.push(`Code list \`${options.codeList.id}\`${options.codeList.closed ? "" : ", open"}.`);
  }
  const when = fieldNote(options.annotation, "requiredWhen");
  if (when) sentences.push(ended(`Required when: ${flat(when)}`));
  const evidence = fieldNote(options.annotation, "field");
  if (evidence === "inferred") sentences.push("推断/inferred.");
  else if (evidence) sentences.push(`${evidence}.`);
  for (const text of options.extra ?? []) sentences.push(text);
  if (options.at && options.at.file !== "") sentences.push(`XSD ${options.at.file}:${options.at.line}`);
  const end = deprecationOf(options.annotation);
  if (end !== null) sentences.push(deprecatedTag(end));
  return sentences;
}

/** The tag by which editors strike a name through. */
const DEPRECATED = "@deprecated ";

function deprecatedTag({ since = "", sunset = "", replacement = "" }: Readonly<Record<string, string>>): string {
  const zh = [since && `自 ${since} 起弃用`, sunset && `${sunset} 起可能移除`, replacement && `请改用 ${replacement}`];
  const en = [
    since && `deprecated since ${since}`,
    sunset && `may be gone from ${sunset} on`,
    replacement && `use ${replacement}`,
  ];
  const joined = (parts: readonly string[], by: string): string => parts.filter((p) => p !== "").join(by);
  return `${DEPRECATED}${flat(joined(zh, ",") || "已弃用")} · ${flat(joined(en, "; ") || "deprecated")}`;
}

function ended(text: string): string {
  return /[.。!?！？]$/.test(text) ? text : `${text}.`;
}

/** A comment block; on one line where it fits. */
export function comment(sentences: readonly string[], indent = ""): string[] {
  if (sentences.length === 0) return [];
  const masked = (s: string): string => s.replaceAll("*/", "*\\/").replaceAll("@", "\\@");
  const safe = sentences.filter((s) => !s.startsWith(DEPRECATED)).map(masked);
  const tags = sentences
    .filter((s) => s.startsWith(DEPRECATED))
    .map((s) => `${indent} * ${DEPRECATED}${masked(s.slice(DEPRECATED.length))}`);
  const line = `${indent}/** ${safe.join(" ")} */`;
  if (width(line) <= 120 && tags.length === 0) return [line];
  const lines: string[] = [];
  let current = "";
  // The place stays in one piece.
  for (const word of safe.flatMap((s) => (s.startsWith("XSD ") ? [s] : s.split(" ")))) {
    if (current !== "" && width(`${indent} * ${current} ${word}`) > 120) {
      lines.push(current);
      current = word;
    } else current = current === "" ? word : `${current} ${word}`;
  }
  if (current !== "") lines.push(current);
  return [`${indent}/**`, ...lines.map((l) => `${indent} * ${l}`), ...tags, `${indent} */`];
}

// Chinese characters take two columns.
function width(text: string): number {
  // No surrogates and nothing wide below.
  if (/^[\0-\u10ff]*$/.test(text)) return text.length;
  let n = 0;
  for (const c of text)
    n += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c)
      ? 2
      : 1;
  return n;
}

const YMD = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const HMS = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
const KNOWN_PATTERNS: Readonly<Record<string, string>> = {
  "[0-9]{4}-[0-9]{2}-[0-9]{2}": "yyyy-MM-dd",
  "[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}": "yyyy-MM-dd HH:mm:ss",
  "[0-9]{14}": "yyyyMMddHHmmss",
  [YMD]: "yyyy-MM-dd",
  [`${YMD} ${HMS}`]: "yyyy-MM-dd HH:mm:ss",
  [`${YMD}( ${HMS})?`]: "yyyy-MM-dd or yyyy-MM-dd HH:mm:ss",
};

/** A pattern in words, where it is one of those with a name. */
export function patternWords(pattern: string): { readonly zh: string; readonly en: string } | null {
  const ascii = pattern.replaceAll("\\d", "[0-9]");
  const known = KNOWN_PATTERNS[ascii];
  if (known) return { zh: known, en: known };
  const digits = /^\[0-9\]\{(\d+)\}$/.exec(ascii)?.[1];
  if (digits) return { zh: `${digits} 位数字`, en: `${digits} digits` };
  const [, whole, part] = /^-?\??\[0-9\]\{1,(\d+)\}\(\\\.\[0-9\]\{1,(\d+)\}\)\?$/.exec(ascii) ?? [];
  if (whole && part)
    return {
      zh: `最多 ${whole} 位整数、${part} 位小数`,
      en: `at most ${whole} digits before the point and ${part} after it`,
    };
  const [, min, max] = /^\.\{(\d+),(\d+)\}$/.exec(pattern) ?? [];
  if (min && max) return { zh: `${min} 至 ${max} 个字符`, en: `${min} to ${max} characters` };
  return null;
}

/** Facets in words: `at most 200 characters`, `10 digits`. */
export function facetWords(simple: SimplePlan): string[] {
  const words: string[] = [];
  const unit = simple.js === "bytes" ? "byte" : simple.js === "list" ? "item" : "character";
  const units = (n: number): string => `${n} ${unit}${n === 1 ? "" : "s"}`;
  if (simple.length !== undefined) words.push(`exactly ${units(simple.length)}`);
  else if (simple.minLength !== undefined && simple.maxLength !== undefined && simple.minLength === simple.maxLength)
    words.push(`exactly ${units(simple.maxLength)}`);
  else if (simple.minLength !== undefined && simple.maxLength !== undefined)
    words.push(`${simple.minLength} to ${units(simple.maxLength)}`);
  else if (simple.maxLength !== undefined) words.push(`at most ${units(simple.maxLength)}`);
  else if (simple.minLength !== undefined && !(simple.js === "list" && simple.minLength === 1))
    words.push(`at least ${units(simple.minLength)}`);
  // A pattern of digits says more than the two facets beside it.
  const digits = simple.xsdPatterns.some((p) => patternWords(p)?.en.includes("before the point"));
  if (simple.totalDigits !== undefined && !digits) words.push(`at most ${simple.totalDigits} digits`);
  if (simple.fractionDigits !== undefined && simple.fractionDigits > 0 && !digits)
    words.push(`at most ${simple.fractionDigits} decimals`);
  if (simple.minInclusive !== undefined) words.push(`from ${simple.minInclusive}`);
  if (simple.minExclusive !== undefined) words.push(`above ${simple.minExclusive}`);
  if (simple.maxInclusive !== undefined) words.push(`up to ${simple.maxInclusive}`);
  if (simple.maxExclusive !== undefined) words.push(`below ${simple.maxExclusive}`);
  for (const pattern of simple.xsdPatterns.filter((p) => p !== "")) {
    words.push(patternWords(pattern)?.en ?? `pattern \`${flat(pattern).slice(0, 80)}\``);
  }
  if (simple.js === "bytes")
    words.push(simple.builtin === "hexBinary" ? "hexadecimal on the wire" : "Base64 on the wire");
  return words;
}
