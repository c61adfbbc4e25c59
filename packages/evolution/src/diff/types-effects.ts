import type { ComplexType, ElementDeclaration, SchemaSet } from "@coo/wsdl";
import { derivedTypes } from "../content/inclusion.ts";
import { emittedText, isExported, type View } from "./emitted-types.ts";
import type { Owner } from "./schema-differ.ts";
import { hasStandIns, standInNames } from "./stand-ins.ts";

/** What programs see of a change: both sides look the same, what the row of its id says, or a name is gone. */
export type TypesEffect = "same" | "as-stated" | "name-lost";

/** The effect on each of the generated views. */
export type TypesEffects = Readonly<Record<View, TypesEffect>>;

const AS_STATED: TypesEffects = { sent: "as-stated", read: "as-stated" };
/** For what no generated type shows. */
export const TYPES_NOT_WRITTEN: TypesEffects = { sent: "same", read: "same" };

/** Rows about names that are exported, and about what may stand for a type: its own text does not tell them. */
const NAMES = /^(?:type-(?:renamed|anonymised|removed-unused)|global-element-removed-unused)$/;
const STAND_INS = /^(?:derived-|substitution-|abstract-|block-|alternative-|unclassified-)/;

/** What a change of this kind at `owner` means for programs. */
export function typesEffects(id: string, owner: Owner, before: SchemaSet, after: SchemaSet): TypesEffects {
  const { old: a, new: b } = owner;
  if (NAMES.test(id)) return a !== null && !losesName(id, a) ? TYPES_NOT_WRITTEN : AS_STATED;
  if (a === null || b === null) return AS_STATED;
  if (/^(?:abstract|block)-/.test(id)) return keepsStandIns(id, a, b, before, after) ? TYPES_NOT_WRITTEN : AS_STATED;
  if (STAND_INS.test(id)) return AS_STATED;
  const of = (view: View): TypesEffect => {
    const text = emittedText(a, view);
    return text !== null && text === emittedText(b, view) ? "same" : "as-stated";
  };
  if (id === "nillable-removed" && a.kind === "element" && hasNilForm(a, before))
    return { sent: of("sent"), read: "name-lost" };
  return { sent: of("sent"), read: of("read") };
}

/** Whether a name goes that is exported; an element has one of its own only when it holds an object without a name. */
function losesName(id: string, of: NonNullable<Owner["old"]>): boolean {
  if (of.kind !== "element") return isExported(of);
  if (id === "type-anonymised") return isExported(of.type);
  return of.type.name === null && of.type.kind === "complex";
}

type Component = NonNullable<Owner["old"]>;

/** Whether a type that became abstract, or that blocks more or less, is still told apart from the same ones. */
function keepsStandIns(id: string, a: Component, b: Component, before: SchemaSet, after: SchemaSet): boolean {
  if (a.kind === "complex" && b.kind === "complex") return standInNames(a, before) === standInNames(b, after);
  // An abstract element is a head, whose members stand for it.
  if (a.kind !== "element" || b.kind !== "element" || id.startsWith("abstract")) return false;
  return !hasStandIns(a, before) && !hasStandIns(b, after);
}

/** Whether an element that is nil may have attributes: readers find `$nil` beside them then. */
function hasNilForm({ type, fixed }: ElementDeclaration, schemas: SchemaSet): boolean {
  if (type.kind !== "complex" || fixed !== null) return false;
  const hasAttributes = (t: ComplexType): boolean =>
    t.anyAttribute !== null || t.attributes.some((u) => u.use !== "prohibited");
  return [type, ...derivedTypes(type, type.block, schemas)].some(hasAttributes);
}
