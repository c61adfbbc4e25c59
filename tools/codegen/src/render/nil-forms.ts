import type { ComplexPlan, TypeUse, View } from "../plan.ts";
import { type Field, propsOf, shapeOf } from "./shape.ts";

/** What an element of one type may hold when it is nil and has attributes. */
export interface NilForm {
  readonly type: ComplexPlan;
  readonly attributes: readonly Field[];
  /** Properties of the type's content, which is absent. */
  readonly absent: readonly string[];
}

/** Types that may rule an element which is nil. */
function candidates(type: ComplexPlan): readonly ComplexPlan[] {
  return type.derived.length > 0 ? type.derived : [type];
}

/** One form for each type with attributes that may stand where `use` is declared; none where `null` says everything. */
export function nilForms(use: TypeUse, view: View): NilForm[] {
  if (use.k !== "complex" || use.type.soapArray) return [];
  return candidates(use.type).flatMap((type) => {
    if (type.attrs.length === 0 && !type.anyAttr) return [];
    const shape = shapeOf(type, view);
    const attributes = shape.fields.filter((field) => field.held.k === "attr" || field.held.k === "attributes");
    const names = new Set(attributes.map((field) => field.prop));
    return [{ type, attributes, absent: [...propsOf(shape)].filter((prop) => !names.has(prop)) }];
  });
}

/** Whether `null` may stand for an element: not where the type that rules it requires an attribute. */
export function allowsNull(use: TypeUse): boolean {
  if (use.k !== "complex") return true;
  const { type } = use;
  const requires = ({ attrs }: ComplexPlan): boolean => attrs.some((a) => a.required);
  return type.abstract && type.derived.length > 0 ? !type.derived.every(requires) : !requires(type);
}
