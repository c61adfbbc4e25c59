import type { ComplexPlan, SimplePlan, TypeUse } from "../plan.ts";
import { type Shape, type Field as ShapeField, shapeOf } from "../render/shape.ts";
import type { ConvertibleTypes } from "./convertible-types.ts";
import type { Correspondence } from "./correspondence.ts";

/** How one type of the old edition becomes that of the new one. */
export interface ConverterDraft {
  readonly from: ComplexPlan;
  readonly to: ComplexPlan;
  readonly same: readonly (readonly [from: string, to: string])[];
  readonly wrapped: readonly (readonly [from: string, to: string])[];
  readonly nested: readonly (readonly [from: string, to: string, by: ComplexPlan])[];
  /** What the caller has to give; a converter without is total. */
  readonly given: readonly string[];
  /** Properties that have no place in the new edition. */
  readonly dropped: readonly string[];
  /** Its choices differ, which no mapping of properties can bridge: whoever uses the type asks the caller for it. */
  readonly byHand: boolean;
}

/** The converters from one edition to another, one for each type that differs, those it uses before it. */
export function draftConverters(
  before: ConvertibleTypes,
  after: ConvertibleTypes,
  names: Correspondence,
): ConverterDraft[] {
  const pairs = [...before].flatMap(([id, from]) => {
    const to = after.get(names.typeThere(id));
    return to === undefined ? [] : [{ from, to }];
  });
  const drafts = new Map<string, ConverterDraft>();
  // A type that uses a changed one is changed: until nothing is added.
  for (let size = -1; size !== drafts.size; ) {
    size = drafts.size;
    for (const { from, to } of pairs) {
      const draft = draftOf(from, to, names, drafts);
      if (isChanged(draft)) drafts.set(from.id, draft);
    }
  }
  // What became known in the last round may turn a use into a demand.
  for (let given = -1; ; ) {
    for (const { from, to } of pairs) if (drafts.has(from.id)) drafts.set(from.id, draftOf(from, to, names, drafts));
    const count = [...drafts.values()].reduce((n, d) => n + d.given.length, 0);
    if (count === given) break;
    given = count;
  }
  return [...drafts.values()].filter((d) => !d.byHand).sort((x, y) => (x.from.name < y.from.name ? -1 : 1));
}

interface Field {
  readonly prop: string;
  /** `/name` of an element, `@name` of an attribute; what is neither has its property alone. */
  readonly key: string;
  readonly list: boolean;
  readonly required: boolean;
  readonly nullable: boolean;
  /** In a branch of a choice. */
  readonly inUnion: boolean;
  readonly fixed: string | null;
  readonly type: TypeUse | null;
}

function draftOf(
  from: ComplexPlan,
  to: ComplexPlan,
  names: Correspondence,
  drafts: ReadonlyMap<string, ConverterDraft>,
): ConverterDraft {
  const [mine, theirs] = [fieldsOf(from), fieldsOf(to)];
  const used = new Set<string>();
  const same: [string, string][] = [];
  const wrapped: [string, string][] = [];
  const nested: [string, string, ComplexPlan][] = [];
  const given: string[] = [];
  const bySource = new Map<string, Field>();
  for (const f of mine.values()) {
    const renamed = names.renames.get(`${from.id}${f.key}`);
    bySource.set(renamed === undefined ? f.key : `${f.key.charAt(0)}${renamed}`, f);
  }
  for (const g of theirs.values()) {
    const f = bySource.get(g.key);
    if (f === undefined) {
      if (g.required) given.push(g.prop);
      continue;
    }
    used.add(f.prop);
    const how = wayOf(f, g, names, drafts);
    if (how === "give") given.push(g.prop);
    else if (how === "same") same.push([f.prop, g.prop]);
    else if (how === "wrap") wrapped.push([f.prop, g.prop]);
    else nested.push([f.prop, g.prop, how]);
  }
  const dropped = [...mine.keys()].filter((prop) => !used.has(prop));
  const byHand = unionsOf(from) !== unionsOf(to) || given.some((prop) => theirs.get(prop)?.inUnion === true);
  return { from, to, same, wrapped, nested, given, dropped, byHand };
}

function isChanged(d: ConverterDraft): boolean {
  return (
    d.byHand ||
    d.given.length + d.dropped.length + d.wrapped.length + d.nested.length > 0 ||
    d.same.some(([a, b]) => a !== b)
  );
}

function wayOf(
  f: Field,
  g: Field,
  names: Correspondence,
  drafts: ReadonlyMap<string, ConverterDraft>,
): "same" | "wrap" | "give" | ComplexPlan {
  if ((g.required && !f.required) || (f.nullable && !g.nullable) || (f.list && !g.list)) return "give";
  if (g.fixed !== null && g.fixed !== f.fixed) return "give";
  const [a, b] = [f.type, g.type];
  if (a === null || b === null || a.k !== b.k) return a === b && f.list === g.list ? "same" : "give";
  const wraps = !f.list && g.list;
  if (a.k === "simple" && b.k === "simple") {
    if (!isTaken(a.simple, b.simple)) return "give";
    return wraps ? "wrap" : "same";
  }
  if (a.k === "complex" && b.k === "complex") {
    if (names.typeThere(a.type.id) !== b.type.id || a.type.name !== b.type.name) return "give";
    const inner = drafts.get(a.type.id);
    if (inner === undefined) return wraps ? "wrap" : "same";
    // Whoever may stand in its place by xsi:type is not known to its converter.
    const plain =
      !inner.byHand && inner.given.length === 0 && a.type.derived.length === 0 && b.type.derived.length === 0;
    return plain && !wraps ? a.type : "give";
  }
  return wraps ? "wrap" : "same";
}

/** Whether a value of the first has a place in the second: the same TypeScript type, no listed value lost. */
function isTaken(a: SimplePlan, b: SimplePlan): boolean {
  if (a.js !== b.js) return false;
  if (a.js === "list") return a.item !== null && b.item !== null && isTaken(a.item, b.item);
  if (a.js === "union")
    return a.members.length === b.members.length && a.members.every((m, i) => isTaken(m, b.members[i] as SimplePlan));
  if (b.enumeration === null) return true;
  if (a.enumeration === null) return false;
  const values = new Set(b.enumeration.map((e) => e.value));
  return a.enumeration.every((e) => values.has(e.value));
}

/** Properties of a type as it is sent; those of a choice are optional here. */
function fieldsOf(type: ComplexPlan): ReadonlyMap<string, Field> {
  const out = new Map<string, Field>();
  const add = ({ fields, unions }: Shape, inUnion: boolean): void => {
    for (const f of fields) out.set(f.prop, fieldOf(f, inUnion));
    for (const branches of unions) for (const branch of branches) add(branch, true);
  };
  add(shapeOf(type, "sent"), false);
  return out;
}

function fieldOf({ prop, optional, array, nullable, held }: ShapeField, inUnion: boolean): Field {
  const base = { prop, list: array !== null, required: !optional && !inUnion, nullable, inUnion };
  if (held.k === "use") return { ...base, key: `/${held.element.name}`, type: held.use, fixed: held.fixed };
  if (held.k === "attr") {
    const { name, type: simple, codeList, fixed } = held.attr;
    return { ...base, key: `@${name}`, type: { k: "simple", simple, codeList }, fixed };
  }
  if (held.k === "text")
    return { ...base, key: `?${prop}`, type: { k: "simple", simple: held.simple, codeList: null }, fixed: null };
  return { ...base, key: `?${prop}`, type: null, fixed: null };
}

/** Which properties exclude each other. */
function unionsOf(type: ComplexPlan): string {
  const propsOf = ({ fields, unions }: Shape): unknown => [
    fields.map((f) => [f.prop, f.optional]),
    unions.map((u) => u.map(propsOf)),
  ];
  return JSON.stringify(shapeOf(type, "sent").unions.map((u) => u.map(propsOf)));
}
