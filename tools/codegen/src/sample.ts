import { compilePattern, type Pattern } from "@coo/xml/pattern";
import type { SimplePlan } from "./plan.ts";

/** A value of a simple type as TypeScript source, good enough for tests; `null` when none could be found. */
export function sampleText(simple: SimplePlan, name: string): string {
  if (simple.enumeration && simple.js !== "list" && simple.js !== "bytes") {
    const value = simple.enumeration[0]?.value ?? "";
    return literalOf(simple, value);
  }
  switch (simple.js) {
    case "boolean":
      return simple.patterns.length > 0 && !matches(simple, "true") ? "false" : "true";
    case "number":
      return String(sampleNumber(simple));
    case "bytes": {
      const n = simple.length ?? simple.minLength ?? Math.min(4, simple.maxLength ?? 4);
      return n > 16
        ? `new Uint8Array(${n})`
        : `new Uint8Array([${Array.from({ length: n }, (_, i) => i + 1).join(", ")}])`;
    }
    case "list": {
      const n = simple.length ?? simple.minLength ?? 1;
      const item = simple.item ? sampleText(simple.item, name) : JSON.stringify(name);
      if (simple.enumeration?.[0]) return JSON.stringify(simple.enumeration[0].value.split(" "));
      return `[${Array.from({ length: Math.max(1, n) }, () => item).join(", ")}]`;
    }
    case "union":
      return simple.members[0] ? sampleText(simple.members[0], name) : JSON.stringify(name);
    default:
      return JSON.stringify(sampleString(simple, name));
  }
}

function literalOf(simple: SimplePlan, value: string): string {
  if (simple.js === "number")
    return value === "INF" ? "Infinity" : value === "-INF" ? "-Infinity" : String(Number(value));
  if (simple.js === "boolean") return String(value === "true" || value === "1");
  if (simple.js === "union" && simple.members[0]?.js === "number" && !Number.isNaN(Number(value)))
    return String(Number(value));
  return JSON.stringify(value);
}

function sampleNumber(simple: SimplePlan): number {
  const min =
    simple.minInclusive !== undefined
      ? Number(simple.minInclusive)
      : simple.minExclusive !== undefined
        ? Number(simple.minExclusive) + 1
        : null;
  const max =
    simple.maxInclusive !== undefined
      ? Number(simple.maxInclusive)
      : simple.maxExclusive !== undefined
        ? Number(simple.maxExclusive) - 1
        : null;
  let value = 1;
  if (min !== null && value < min) value = min;
  if (max !== null && value > max) value = max;
  if (simple.patterns.length > 0 && !matches(simple, String(value))) {
    for (const pattern of simple.patterns) {
      const found = Number(fromPattern(pattern) ?? Number.NaN);
      if (!Number.isNaN(found)) return found;
    }
  }
  return value;
}

const BUILTINS: Readonly<Record<string, string>> = {
  date: "2018-07-01",
  dateTime: "2018-07-01T08:00:00",
  dateTimeStamp: "2018-07-01T08:00:00+08:00",
  time: "08:00:00",
  gYear: "2018",
  gYearMonth: "2018-07",
  gMonth: "--07",
  gMonthDay: "--07-01",
  gDay: "---01",
  duration: "P1D",
  yearMonthDuration: "P1M",
  dayTimeDuration: "P1D",
  language: "zh",
  anyURI: "urn:example:value",
  decimal: "1",
  integer: "1",
  long: "1",
  nonNegativeInteger: "1",
  positiveInteger: "1",
  unsignedLong: "1",
  nonPositiveInteger: "-1",
  negativeInteger: "-1",
  QName: "name",
};

const KNOWN_SHAPES: readonly string[] = [
  "2018-07-01",
  "2018-07-01 08:00:00",
  "20180701080000",
  "20180701",
  "2018",
  "1",
  "0",
  "10",
  "100.00",
  "A",
  "a",
  "A1",
  "08041000",
  "0804100000",
  "name@example.com",
];

function sampleString(simple: SimplePlan, name: string): string {
  const numeric = simple.builtin in BUILTINS && /^-?\d+$/.test(BUILTINS[simple.builtin] ?? "");
  const bound = simple.minInclusive ?? simple.maxInclusive;
  if (numeric && bound !== undefined) return bound;
  const first = BUILTINS[simple.builtin] ?? fit(name, simple);
  const fits = (c: string): boolean => matches(simple, c) && lengthFits(c, simple);
  if (simple.patterns.length === 0) return first;
  const known = [first, ...KNOWN_SHAPES].find(fits);
  if (known !== undefined) return known;
  for (let repeat = 0; repeat <= 64; repeat++) {
    for (const p of simple.patterns) {
      const text = fromPattern(p, repeat);
      if (text !== null && fits(text)) return text;
    }
  }
  return first;
}

function fit(name: string, simple: SimplePlan): string {
  const { length, minLength = length ?? 0, maxLength = length ?? 64 } = simple;
  const text = /^[\x20-\x7e]*$/.test(name) ? name : "value";
  let out = text.length > maxLength ? text.slice(0, maxLength) : text;
  while (out.length < minLength) out += "x";
  return out;
}

function lengthFits(text: string, simple: SimplePlan): boolean {
  const n = [...text].length;
  const { length, minLength = length ?? 0, maxLength = length ?? Number.POSITIVE_INFINITY } = simple;
  return n >= minLength && n <= maxLength;
}

/** Ready to match: a sample is looked for among many texts. */
const compiled = new WeakMap<SimplePlan, readonly Pattern[]>();

function matches(simple: SimplePlan, text: string): boolean {
  let patterns = compiled.get(simple);
  if (!patterns) {
    patterns = simple.patterns.map(compilePattern);
    compiled.set(simple, patterns);
  }
  return patterns.every((p) => p.test(text));
}

/** A text that a simple regular expression matches: first alternatives, `repeat` repetitions where it leaves a choice. */
export function fromPattern(source: string, repeat = 0): string | null {
  let at = 0;
  const fail = Symbol("fail");
  const alternatives = (): string => {
    const first = sequence();
    while (source[at] === "|") {
      at++;
      sequence();
    }
    return first;
  };
  const sequence = (): string => {
    let out = "";
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const piece = atom();
      out += piece.repeat(quantifier());
    }
    return out;
  };
  const quantifier = (): number => {
    const c = source[at];
    if (c === "?" || c === "*" || c === "+") {
      at++;
      return c === "?" ? Math.min(1, repeat) : c === "*" ? repeat : Math.max(1, repeat);
    }
    if (c === "{") {
      const close = source.indexOf("}", at);
      const [min = "0", max] = source.slice(at + 1, close).split(",");
      at = close + 1;
      return Math.max(Number(min), Math.min(repeat, max === undefined ? 0 : max === "" ? repeat : Number(max)));
    }
    return 1;
  };
  const atom = (): string => {
    const c = source[at++] as string;
    if (c === "(") {
      if (source.startsWith("?:", at)) at += 2;
      else if (source[at] === "?") throw fail;
      const inner = alternatives();
      at++;
      return inner;
    }
    if (c === "[") {
      // Find the end of the class, then try characters against it.
      let depth = 1;
      const start = at - 1;
      while (at < source.length && depth > 0) {
        if (source[at] === "\\") at++;
        else if (source[at] === "[") depth++;
        else if (source[at] === "]") depth--;
        at++;
      }
      return pick(source.slice(start, at));
    }
    if (c === ".") return "x";
    if (c === "\\") {
      const e = source[at++] as string;
      if (e === "p" || e === "P") {
        const close = source.indexOf("}", at);
        const cls = `\\${e}${source.slice(at, close + 1)}`;
        at = close + 1;
        return pick(cls);
      }
      if (e === "u") {
        const close = source.indexOf("}", at);
        const code = Number.parseInt(source.slice(at + 1, close), 16);
        at = close + 1;
        return String.fromCodePoint(code);
      }
      if (/[dDsSwW]/.test(e)) return pick(`\\${e}`);
      return { n: "\n", r: "\r", t: "\t" }[e] ?? e;
    }
    return c;
  };
  const pick = (cls: string): string => {
    const re = new RegExp(`^${cls}$`, "v");
    for (const c of "1A0aBx- _.:/9中") if (re.test(c)) return c;
    for (let i = 33; i < 0x3000; i++) if (re.test(String.fromCharCode(i))) return String.fromCharCode(i);
    throw fail;
  };
  try {
    const out = alternatives();
    return at >= source.length ? out : null;
  } catch {
    return null;
  }
}
