import type { Annotation, Location } from "@coo/wsdl";
import type {
  AnyPlan,
  AttributePlan,
  CodeListPlan,
  ComplexPlan,
  ElementPlan,
  ParticlePlan,
  SimplePlan,
  SubstitutePlan,
  TypeUse,
  View,
} from "../plan.ts";

/** What a property holds, before repetition and `null`. */
export type Held =
  | { readonly k: "use"; readonly use: TypeUse; readonly fixed: string | null; readonly element: ElementPlan }
  | { readonly k: "attr"; readonly attr: AttributePlan }
  | { readonly k: "text"; readonly simple: SimplePlan }
  | { readonly k: "substitutes"; readonly members: readonly SubstitutePlan[] }
  | { readonly k: "group"; readonly shape: Shape }
  | { readonly k: "any"; readonly any: AnyPlan }
  | { readonly k: "mixed" }
  | { readonly k: "attributes" };

/** A property of a generated interface. */
export interface Field {
  readonly prop: string;
  readonly optional: boolean;
  readonly array: { readonly min: number; readonly max: number } | null;
  readonly nullable: boolean;
  readonly held: Held;
  readonly annotation: Annotation;
  readonly at: Location | null;
  readonly codeList: CodeListPlan | null;
}

/** Properties that are always there, and choices of which one branch is. */
export interface Shape {
  readonly fields: readonly Field[];
  readonly unions: readonly (readonly Shape[])[];
}

const NONE: Annotation = { documentation: [], appinfo: [] };

/** The properties of a type as one view shows them: on reading, defaults of attributes are filled in. */
export function shapeOf(type: ComplexPlan, view: View): Shape {
  const fields: Field[] = [];
  for (const attr of type.attrs) {
    const filled = view === "read" && attr.default !== null;
    fields.push({
      prop: attr.prop,
      optional: !attr.required && !filled,
      array: null,
      nullable: false,
      held: { k: "attr", attr },
      annotation: attr.annotation,
      at: attr.at,
      codeList: attr.codeList,
    });
  }
  if (type.anyAttr) fields.push(special("$attributes", { k: "attributes" }, true, null));
  if (type.text) fields.push(special("$value", { k: "text", simple: type.text }, false, null));
  const content: Shape = type.content && !type.mixed ? particleShape(type.content) : { fields: [], unions: [] };
  if (type.mixed) fields.push(special("$mixed", { k: "mixed" }, false, { min: 0, max: -1 }));
  const open = type.open && !type.mixed ? particleShape(type.open).fields : [];
  return { fields: [...fields, ...content.fields, ...open], unions: content.unions };
}

function special(prop: string, held: Held, optional: boolean, array: Field["array"]): Field {
  return { prop, optional, array, nullable: false, held, annotation: NONE, at: null, codeList: null };
}

function particleShape(p: ParticlePlan): Shape {
  if (p.k === "el") return { fields: [elementField(p)], unions: [] };
  if (p.k === "any")
    return {
      fields: [special(p.prop, { k: "any", any: p }, p.min === 0, { min: p.min, max: p.max })],
      unions: [],
    };
  if (p.max !== 1) {
    const shape = groupShape({ ...p, min: 1, max: 1 });
    const field = special(p.prop ?? "$items", { k: "group", shape }, p.min === 0, { min: p.min, max: p.max });
    return { fields: [field], unions: [] };
  }
  return groupShape(p);
}

function groupShape(p: Extract<ParticlePlan, { k: "seq" | "choice" | "all" }>): Shape {
  if (p.wide) return { fields: p.items.flatMap((item) => optionalFields(particleShape(item))), unions: [] };
  if (p.k === "choice") {
    let empty = p.min === 0;
    const branches = p.items.map((item): Shape => {
      const branch = particleShape(item);
      const [only] = branch.fields;
      // A branch that may be empty and has one property is that property, or nothing: one branch for nothing will do.
      if (branch.unions.length > 0 || branch.fields.length !== 1 || !only?.optional || p.items.length === 1)
        return branch;
      empty = true;
      const array = only.array ? { min: Math.max(1, only.array.min), max: only.array.max } : null;
      return { fields: [{ ...only, optional: false, array }], unions: [] };
    });
    if (empty && !branches.some(canBeEmpty)) branches.push({ fields: [], unions: [] });
    if (branches.length === 1) return branches[0] as Shape;
    return { fields: [], unions: [branches] };
  }
  const parts = p.items.map(particleShape);
  const all: Shape = { fields: parts.flatMap((s) => s.fields), unions: parts.flatMap((s) => s.unions) };
  if (p.min === 1 || canBeEmpty(all)) return all;
  if (all.unions.length === 0 && all.fields.length === 1)
    return { fields: all.fields.map((f) => ({ ...f, optional: true })), unions: [] };
  // Optional as a whole: its members come together or not at all.
  return { fields: [], unions: [[all, { fields: [], unions: [] }]] };
}

/** All properties that a shape can have. */
function optionalFields({ fields, unions }: Shape): Field[] {
  const inside = unions.flatMap((branches) => branches.flatMap(optionalFields));
  return [...fields.map((f) => ({ ...f, optional: true })), ...inside];
}

function canBeEmpty(shape: Shape): boolean {
  return shape.fields.every((f) => f.optional) && shape.unions.every((u) => u.some(canBeEmpty));
}

function elementField(el: ElementPlan): Field {
  const held: Held = el.substitutes
    ? { k: "substitutes", members: el.substitutes }
    : { k: "use", use: el.type, fixed: el.fixed, element: el };
  return {
    prop: el.prop,
    optional: el.min === 0,
    array: el.max === 1 ? null : { min: el.min, max: el.max },
    // Substitutes say each for itself whether they may be nil; a fixed value leaves no room for it.
    nullable: el.nillable && el.fixed === null && held.k === "use",
    held,
    annotation: el.annotation,
    at: el.at,
    codeList: el.type.k === "simple" ? el.type.codeList : null,
  };
}

/** Every property name in a shape, branches included. */
export function propsOf(shape: Shape): Set<string> {
  const all = new Set(shape.fields.map((f) => f.prop));
  for (const union of shape.unions) for (const branch of union) for (const p of propsOf(branch)) all.add(p);
  return all;
}

/** One way to fill a shape: its properties, and those that must then be missing. */
export interface Variant {
  readonly fields: readonly Field[];
  readonly absent: readonly string[];
}

/** All ways to fill a shape, or `null` when writing them out would take more than `limit` properties. */
export function variantsOf(shape: Shape, limit: number): Variant[] | null {
  let variants: Variant[] = [{ fields: shape.fields, absent: [] }];
  for (const branches of shape.unions) {
    const all = new Set(branches.flatMap((b) => [...propsOf(b)]));
    const choices: Variant[] = [];
    for (const branch of branches) {
      const inner = variantsOf(branch, limit);
      if (inner === null) return null;
      const own = propsOf(branch);
      const others = [...all].filter((p) => !own.has(p));
      for (const v of inner) choices.push({ fields: v.fields, absent: [...v.absent, ...others] });
    }
    if (variants.length * choices.length > limit) return null;
    variants = variants.flatMap((v) =>
      choices.map((c) => ({ fields: [...v.fields, ...c.fields], absent: [...v.absent, ...c.absent] })),
    );
    if (variants.reduce((n, v) => n + v.fields.length + v.absent.length, 0) > limit) return null;
  }
  return variants;
}
