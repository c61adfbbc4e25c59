import type { ComplexDescriptor, TypeDescriptor } from "../gen1.ts";

/** Types that may rule an element which is nil, by the value of `$type`; `undefined` is the tag of the declared one. */
export function nilTypes(type: ComplexDescriptor): { tag: string | undefined; type: ComplexDescriptor }[] {
  if (type.derived) return type.derived().map((d) => ({ tag: d.tag, type: d.type() }));
  return [{ tag: undefined, type }];
}

/** Whether an element that is nil can carry attributes of its type: `null` does not say everything of it then. */
export function hasNilForm(type: TypeDescriptor): type is ComplexDescriptor {
  if (type.k !== "complex" || type.soapArray) return false;
  return nilTypes(type).some((one) => one.type.attrs !== undefined || one.type.anyAttr !== undefined);
}

/** Property of an attribute that an element of `type` must have even when it is nil, so that `null` cannot stand for it. */
export function attributeOfNull(type: TypeDescriptor): string | undefined {
  return type.k === "complex" && !type.abstract ? type.attrs?.find((a) => a.required)?.prop : undefined;
}
