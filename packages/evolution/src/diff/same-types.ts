import { emittedText, isExported, type View } from "./emitted-types.ts";
import type { Owner } from "./schema-differ.ts";

/** Whether the generated types look the same on both sides, for each view. */
export type SameTypes = Readonly<Record<View, boolean>>;

const TYPES_DIFFER: SameTypes = { sent: false, read: false };
/** For what no generated type shows. */
export const TYPES_NOT_WRITTEN: SameTypes = { sent: true, read: true };

/** Rows about names that are exported, and about what may stand for a type: its own text does not tell them. */
const NAMES = /^(?:type-(?:renamed|anonymised|removed-unused)|global-element-removed-unused)$/;
const STAND_INS = /^(?:derived-|substitution-|abstract-|block-|alternative-|unclassified-)/;

/** Whether a change of this kind at `owner` is seen by no program, because both sides are written the same. */
export function sameTypes(id: string, owner: Owner): SameTypes {
  const { old: a, new: b } = owner;
  if (NAMES.test(id)) return a !== null && !losesName(id, a) ? TYPES_NOT_WRITTEN : TYPES_DIFFER;
  if (a === null || b === null || STAND_INS.test(id)) return TYPES_DIFFER;
  const same = (view: View): boolean => {
    const text = emittedText(a, view);
    return text !== null && text === emittedText(b, view);
  };
  return { sent: same("sent"), read: same("read") };
}

/** Whether a name goes that is exported; an element has one of its own only when it holds an object without a name. */
function losesName(id: string, of: NonNullable<Owner["old"]>): boolean {
  if (of.kind !== "element") return isExported(of);
  if (id === "type-anonymised") return isExported(of.type);
  return of.type.name === null && of.type.kind === "complex";
}
