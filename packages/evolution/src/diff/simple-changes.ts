import {
  builtinOf,
  nameKey,
  readSimpleValue,
  type SimpleType,
  sameValue,
  simpleKey,
  varietyOf,
  whiteSpaceOf,
} from "@coo/wsdl";
import { changeRule, covers, joinMoves, type Move, possibleMove } from "../rules.ts";
import { type Bound, factsOf, impliesBound, stepsOf } from "../text/simple-facts.ts";
import { includesSimple, patternMove } from "../text/simple-inclusion.ts";
import { jsKind } from "./emitted-types.ts";
import { type Finding, finding } from "./finding.ts";
import { textOf } from "./texts.ts";

/** How the texts of a type moved. */
export function simpleMove(a: SimpleType, b: SimpleType): Move {
  const grown = includesSimple(a, b).kind === "included";
  const shrunk = includesSimple(b, a).kind === "included";
  return grown ? (shrunk ? "E" : "W") : shrunk ? "N" : "X";
}

/** Names every difference between two simple types that stand in the same place. */
export function simpleChanges(a: SimpleType, b: SimpleType): Finding[] {
  if (simpleKey(a) === simpleKey(b)) return documentedValues(a, b);
  const before = varietyOf(a);
  const after = varietyOf(b);
  if (before !== after) {
    const id = after === "list" ? "type-became-list" : before === "list" ? "type-no-longer-list" : wholesale(a, b);
    // A list of something else has lost texts too.
    const tells = covers(changeRule(id).move ?? "E", simpleMove(a, b));
    return [finding(tells ? id : "type-replaced", a, b, nameOf(a), nameOf(b))];
  }
  const out: Finding[] = [];
  if (before === "union") out.push(...memberChanges(a, b));
  if (before === "list" && a.item !== null && b.item !== null) out.push(...simpleChanges(a.item, b.item));
  if (before === "atomic") {
    const [x, y] = [builtinOf(a), builtinOf(b)];
    if (x !== null && y !== null && x !== y)
      out.push(finding(wholesale(x.type, y.type, jsKind(a) !== jsKind(b)), a, b, `xs:${x.name}`, `xs:${y.name}`));
    else if (whiteSpaceOf(a) !== whiteSpaceOf(b))
      out.push(finding("white-space-changed", a, b, whiteSpaceOf(a), whiteSpaceOf(b)));
  }
  out.push(...facetChanges(a, b), ...enumerationChanges(a, b), ...documentedValues(a, b));
  return before === "atomic" ? withFacets(a, b, out) : asWhole(a, b, out);
}

/** Facets of a list or union may let its items or members move otherwise than each by itself. */
function asWhole(a: SimpleType, b: SimpleType, found: readonly Finding[]): Finding[] {
  const move = simpleMove(a, b);
  if (covers(found.map((f) => possibleMove(f.id, move)).reduce(joinMoves, "E"), move)) return [...found];
  // Patterns of both sides see other texts of the same values; where there are none, what is listed does.
  const id = factsOf(a).patterns.length + factsOf(b).patterns.length > 0 ? "pattern-undecided" : "type-replaced";
  return [...found, finding(id, a, b, nameOf(a), nameOf(b))];
}

/**
 * Another built-in type may move otherwise under facets than by itself: white space is counted or not, for one. And a
 * pattern that came or went makes a text of a number, or the reverse, although the rows of patterns leave types alone.
 */
function withFacets(a: SimpleType, b: SimpleType, found: readonly Finding[]): Finding[] {
  const move = simpleMove(a, b);
  const named = found.map((f) => changeRule(f.id).move ?? "E").reduce(joinMoves, "E");
  if (builtinOf(a) !== builtinOf(b))
    return covers(named, move) ? [...found] : found.map((f, i) => (i === 0 ? { ...f, id: "type-replaced" } : f));
  if (jsKind(a) === jsKind(b)) return [...found];
  return [...found, finding(wholesale(a, b, true), a, b, nameOf(a), nameOf(b))];
}

/** The id for one type instead of another. */
function wholesale(a: SimpleType, b: SimpleType, remapped: boolean = jsKind(a) !== jsKind(b)): string {
  const move = simpleMove(a, b);
  if (move === "E" && remapped) return "type-replaced";
  if (move === "E")
    return whiteSpaceOf(a) === whiteSpaceOf(b) ? "derivation-path-changed" : "type-normalisation-changed";
  if (move === "X") return "type-replaced";
  return `type-${move === "W" ? "widened" : "narrowed"}${remapped ? "-remapped" : ""}`;
}

function nameOf(type: SimpleType): string {
  return type.name === null ? `(${type.variety})` : type.name.local;
}

function memberChanges(a: SimpleType, b: SimpleType): Finding[] {
  const keys = (t: SimpleType): string[] => t.members.map((m) => (m.name === null ? simpleKey(m) : nameKey(m.name)));
  const before = keys(a);
  const after = keys(b);
  const out: Finding[] = [];
  const pairs = Math.min(before.length, after.length);
  const gone = before.filter((k) => !after.includes(k));
  const come = after.filter((k) => !before.includes(k));
  if (before.length === after.length && gone.length === come.length && gone.length > 0) {
    // The same members, one of them changed inside.
    for (let i = 0; i < pairs; i++) {
      const [x, y] = [a.members[i], b.members[i]];
      if (x && y && before[i] !== after[i]) out.push(...simpleChanges(x, y));
    }
    return out;
  }
  for (const k of gone) out.push(finding("union-member-removed", a.members[before.indexOf(k)] ?? a, null, k, null));
  for (const k of come) out.push(finding("union-member-added", null, b.members[after.indexOf(k)] ?? b, null, k));
  const kept = before.filter((k) => after.includes(k));
  const keptAfter = after.filter((k) => before.includes(k));
  if (kept.join() !== keptAfter.join())
    out.push(finding("union-member-reordered", a, b, kept.join(" "), keptAfter.join(" ")));
  for (const k of kept) {
    const [x, y] = [a.members[before.indexOf(k)], b.members[after.indexOf(k)]];
    if (x && y && simpleKey(x) !== simpleKey(y)) out.push(...simpleChanges(x, y));
  }
  return out;
}

/** The facets that a document states, those of XML Schema's own types left out. */
function ownFacts(type: SimpleType) {
  const own = (t: SimpleType): SimpleType | null =>
    t.variety === "builtin"
      ? { ...t, facets: {}, base: t.base === null ? null : own(t.base) }
      : { ...t, base: t.base === null ? null : own(t.base) };
  const facts = factsOf(own(type) ?? type);
  const whole = factsOf(type).fractionDigits === 0;
  return {
    ...facts,
    lows: whole ? facts.lows.map((b) => roundedTo(b, 1n)) : facts.lows,
    highs: whole ? facts.highs.map((b) => roundedTo(b, -1n)) : facts.highs,
  };
}

function roundedTo(b: Bound, step: bigint): Bound {
  if (b.value.kind !== "decimal" || b.inclusive || b.value.value.scale > 0) return b;
  const digits = b.value.value.digits + step;
  return { value: { kind: "decimal", value: { digits, scale: 0 } }, text: digits.toString(), inclusive: true };
}

function facetChanges(a: SimpleType, b: SimpleType): Finding[] {
  const x = ownFacts(a);
  const y = ownFacts(b);
  const out: Finding[] = [];
  const upper = (id: string, old: number, now: number): void => {
    if (old !== now) out.push(finding(`${id}-${now < old ? "tightened" : "loosened"}`, a, b, shown(old), shown(now)));
  };
  if (x.minLength === x.maxLength && y.minLength === y.maxLength && x.minLength !== y.minLength)
    out.push(finding("length-changed", a, b, String(x.minLength), String(y.minLength)));
  else {
    upper("max-length", x.maxLength, y.maxLength);
    if (x.minLength !== y.minLength)
      out.push(
        finding(
          `min-length-${y.minLength > x.minLength ? "tightened" : "loosened"}`,
          a,
          b,
          String(x.minLength),
          String(y.minLength),
        ),
      );
  }
  upper("total-digits", x.totalDigits, y.totalDigits);
  upper("fraction-digits", x.fractionDigits, y.fractionDigits);
  const tightened = !boundsHold(x.lows, y.lows, 1) || !boundsHold(x.highs, y.highs, -1);
  const loosened = !boundsHold(y.lows, x.lows, 1) || !boundsHold(y.highs, x.highs, -1);
  if (tightened) out.push(finding("range-tightened", a, b, rangeOf(x.lows, x.highs), rangeOf(y.lows, y.highs)));
  if (loosened) out.push(finding("range-loosened", a, b, rangeOf(x.lows, x.highs), rangeOf(y.lows, y.highs)));
  if (x.timezone !== y.timezone) {
    const loose = y.timezone === "optional";
    out.push(finding(`explicit-timezone-${loose ? "loosened" : "tightened"}`, a, b, x.timezone, y.timezone));
    if (!loose && x.timezone !== "optional")
      out.push(finding("explicit-timezone-loosened", a, b, x.timezone, y.timezone));
  }
  out.push(...assertionChanges(x.assertions, y.assertions, a, b));
  const written = (p: readonly (readonly string[])[]): string => p.map((s) => s.join(" | ")).join(" & ");
  if (written(x.patterns) !== written(y.patterns)) {
    const move = patternMove(a, b);
    const id = { W: "pattern-loosened", N: "pattern-tightened", X: "pattern-crossed" } as const;
    if (move !== "E")
      out.push(finding(move === null ? "pattern-undecided" : id[move], a, b, written(x.patterns), written(y.patterns)));
  }
  return out;
}

/** Assertions, whose tests nobody evaluates: a changed one may be anything. */
export function assertionChanges(
  before: readonly string[],
  after: readonly string[],
  a: { readonly at: SimpleType["at"] },
  b: { readonly at: SimpleType["at"] },
): Finding[] {
  const gone = before.filter((t) => !after.includes(t));
  const come = after.filter((t) => !before.includes(t));
  if (gone.length > 0 && come.length > 0) return [finding("assertion-changed", a, b, gone.join("; "), come.join("; "))];
  if (gone.length > 0) return [finding("assertion-removed", a, b, gone.join("; "), null)];
  return come.length > 0 ? [finding("assertion-added", a, b, null, come.join("; "))] : [];
}

function boundsHold(given: readonly Bound[], wanted: readonly Bound[], side: 1 | -1): boolean {
  return wanted.every((w) => impliesBound(given, w, side));
}

function rangeOf(lows: readonly Bound[], highs: readonly Bound[]): string {
  const part = (bounds: readonly Bound[], inclusive: string, exclusive: string): string =>
    bounds.map((b) => `${b.inclusive ? inclusive : exclusive} ${b.text}`).join(" ");
  return [part(lows, "≥", ">"), part(highs, "≤", "<")].filter((t) => t !== "").join(" ") || "–";
}

function shown(value: number): string {
  return value === Infinity ? "–" : String(value);
}

/** The values of the nearest step that lists any and that the type still allows. */
function enumerationOf(type: SimpleType) {
  const step = stepsOf(type).find((s) => s.facets.enumerations !== undefined);
  const values = step?.facets.enumerations ?? null;
  return values?.filter((v) => type === step || readSimpleValue(type, v.value) !== null) ?? null;
}

/** Values that are none of others, in whatever way those are written. */
function without<T extends { readonly value: string }>(
  values: readonly T[],
  type: SimpleType,
  others: readonly { readonly value: string }[],
  otherType: SimpleType,
): T[] {
  const written = new Set(others.map((o) => o.value));
  const left = values.filter((v) => !written.has(v.value));
  if (left.length === 0) return left;
  // Lists of codes have thousands: each is read once.
  const read = others.map((o) => readSimpleValue(otherType, o.value)).filter((o) => o !== null);
  return left.filter((v) => {
    const value = readSimpleValue(type, v.value);
    return value === null || !read.some((o) => sameValue(value, o));
  });
}

function enumerationChanges(a: SimpleType, b: SimpleType): Finding[] {
  const before = enumerationOf(a);
  const after = enumerationOf(b);
  if (before === null && after === null) return [];
  if (before === null) return [finding("enum-introduced", a, b, null, after?.map((v) => v.value).join(" ") ?? null)];
  if (after === null) return [finding("enum-dropped", a, b, before.map((v) => v.value).join(" "), null)];
  const gone = without(before, a, after, b);
  const come = without(after, b, before, a);
  const [g, c] = [gone[0], come[0]];
  if (
    gone.length === 1 &&
    come.length === 1 &&
    g &&
    c &&
    textOf(g.annotation) !== "" &&
    textOf(g.annotation) === textOf(c.annotation)
  )
    return [finding("enum-value-renamed", g, c, g.value, c.value)];
  return [
    ...gone.map((v) => finding("enum-value-removed", v, null, v.value, null)),
    ...come.map((v) => finding("enum-value-added", null, v, null, v.value)),
  ];
}

/** Values that stayed and mean something else now. */
function documentedValues(a: SimpleType, b: SimpleType): Finding[] {
  const after = new Map((enumerationOf(b) ?? []).map((v) => [v.value, v]));
  return (enumerationOf(a) ?? []).flatMap((v) => {
    const now = after.get(v.value);
    if (now === undefined || textOf(v.annotation) === textOf(now.annotation)) return [];
    return [
      finding(
        "enum-meaning-changed",
        v,
        now,
        `${v.value}: ${textOf(v.annotation)}`,
        `${v.value}: ${textOf(now.annotation)}`,
      ),
    ];
  });
}
