import { construct } from "../constructs.ts";
import type { ComplexDescriptor, ElementParticle } from "../gen1.ts";
import { kindOf } from "../simple/simple-codec.ts";
import type { EncodeContext } from "./encode-context.ts";
import { declarations, type Fields, lazily, NIL, refuseUnknown, type Tags, type ValueWriter } from "./encode-scope.ts";
import { attributeOfNull, hasNilForm, nilTypes } from "./nil-form.ts";
import { isObject, typeOf } from "./particles.ts";
import type { Step } from "./trail.ts";
import { typeAttribute } from "./type-attribute.ts";

/** Tells the values of a nillable element that stand for xsi:nil. */
export type IsNil = (value: unknown) => boolean;

const isNull: IsNil = (value) => value === null;
const isNullOrForm: IsNil = (value) => value === null || (isObject(value) && value["$nil"] !== undefined);

export interface NilWriter {
  readonly isNil: IsNil;
  readonly write: ValueWriter;
}

/** A writer of what {@link NilWriter.isNil} tells: `null`, and where the type has attributes `{ $nil: true, … }`. */
export function nilWriter(element: Pick<ElementParticle, "type" | "blocked">, tags: Tags): NilWriter {
  const write = nullWriter(element, tags);
  const type = typeOf(element.type);
  if (!hasNilForm(type)) return { isNil: isNull, write: (_value, context, step, index) => write(context, step, index) };
  const form = formWriter(type, element.blocked, tags);
  return {
    isNil: isNullOrForm,
    write: (value, context, step, index) => {
      if (value === null) write(context, step, index);
      else form(value, context, step, index);
    },
  };
}

/**
 * `null` is an element without attributes, so it is refused where one is required. An abstract type rules even an element
 * without content, so that there a derived type is named: the first one that asks for no attribute.
 */
function nullWriter(
  { type: declared, blocked }: Pick<ElementParticle, "type" | "blocked">,
  tags: Tags,
): (context: EncodeContext, step: Step | undefined, index: number) => void {
  const element = lazily((): { text: string } | { missing: string } | undefined => {
    const type = typeOf(declared);
    const plain = `${tags.open}${NIL}${tags.close}`;
    if (type.k !== "complex") return { text: plain };
    const missing = attributeOfNull(type);
    if (missing !== undefined) return { missing };
    if (!type.abstract) return { text: plain };
    const found = type.derived?.().find((candidate) => {
      const { abstract, anonymous, attrs } = candidate.type();
      return !abstract && !anonymous && !blocked?.includes(candidate.tag) && !attrs?.some((a) => a.required);
    });
    return found && { text: `${tags.open}${typeAttribute(found.type(), tags.scope)}${NIL}${tags.close}` };
  });
  return (context, step, index) => {
    const found = element();
    if (found === undefined) return context.fail({ code: "abstract", limit: "a type for null" }, step, index);
    if ("missing" in found) {
      return context.fail({ code: "nil_attribute", limit: found.missing }, step, index);
    }
    context.usesXsi = true;
    context.out += found.text;
  };
}

const NIL_STEP: Step = { prop: "$nil", name: "" };

/** Writes `{ $nil: true, … }`: the attributes of the type that `$type` names, or of the declared one. */
function formWriter(type: ComplexDescriptor, blocked: readonly string[] | undefined, tags: Tags): ValueWriter {
  const { scope } = tags;
  const ways = lazily(() => {
    const found = new Map<unknown, (value: Fields, context: EncodeContext) => void>();
    for (const { tag, type: actual } of nilTypes(type)) {
      if (tag !== undefined && blocked?.includes(tag)) continue;
      const write = ownWriter(actual, actual === type ? "" : typeAttribute(actual, scope), tags);
      found.set(tag, write);
      if (actual === type) found.set(undefined, write);
    }
    return found;
  });
  return (value, context, step, index) => {
    const fields = value as Fields;
    const tag = Object.hasOwn(fields, "$type") ? fields["$type"] : undefined;
    const write = ways().get(tag);
    if (!write) {
      if (tag === undefined) return context.fail({ code: "abstract", limit: type.name }, step, index);
      const limit = [...ways().keys()].filter((one) => one !== undefined).join(" | ");
      return context.fail({ code: "unknown_type", actual: String(tag).slice(0, 40), limit }, step, index);
    }
    if (step) context.enter(step, index);
    if (fields["$nil"] === true) write(fields, context);
    else context.fail({ code: "type", limit: "true", actual: kindOf(fields["$nil"]) }, NIL_STEP);
    if (step) context.trail.leave();
  };
}

function ownWriter(
  type: ComplexDescriptor,
  named: string,
  tags: Tags,
): (value: Fields, context: EncodeContext) => void {
  const attributes = construct("attributes").attributesWriter(type, tags.scope);
  const known = new Set(["$nil", "$type", "$element", ...(type.attrs ?? []).map((a) => a.prop)]);
  if (type.anyAttr) known.add("$attributes");
  return (value, context) => {
    if (context.strict) refuseUnknown(value, known, context);
    const texts = attributes?.(value, context) ?? "";
    context.usesXsi = true;
    context.out += `${tags.open}${context.hasDeclarations ? declarations(context) : ""}${texts}${named}${NIL}${tags.close}`;
  };
}
