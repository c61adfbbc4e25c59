import type { ComplexDescriptor, ElementParticle } from "../gen1.ts";
import { kindOf } from "../simple/simple-codec.ts";
import { checked, constrained } from "./encode-content.ts";
import { type ComplexWriter, lazily, type Scope, tagsOf, type ValueWriter } from "./encode-scope.ts";
import type { OwnWriter } from "./encode-type.ts";
import { type NilWriter, nilWriter } from "./nil.ts";
import { isObject, typeOf } from "./particles.ts";
import { typeAttribute } from "./type-attribute.ts";

/** Writes the member of a substitution group that `$element` names. */
export function substituteWriter(element: ElementParticle, scope: Scope): ValueWriter {
  const byTag = lazily(() => {
    const map = new Map<string, { write: ValueWriter; complex: boolean; nil: NilWriter | undefined }>();
    for (const member of element.substitutes?.() ?? []) {
      const tags = tagsOf(member.name, member.ns, scope);
      const type = typeOf(member.type);
      map.set(member.tag, {
        write: checked(member, constrained(member, type, scope.values(type, tags, member))),
        complex: type.k === "complex" && !type.soapArray,
        nil: member.nillable && member.fixed === undefined ? nilWriter(member, tags) : undefined,
      });
    }
    return map;
  });
  return (value, context, step, index) => {
    if (!isObject(value)) return context.fail({ code: "type", limit: "object", actual: kindOf(value) }, step, index);
    const tag = value["$element"];
    const found = typeof tag === "string" ? byTag().get(tag) : undefined;
    if (!found) {
      const limit = [...byTag().keys()].join(" | ");
      return context.fail({ code: "unknown_substitute", actual: String(tag).slice(0, 40), limit }, step, index);
    }
    const inner = value["$value"];
    const wrapped = !found.complex || inner === null;
    if (wrapped && context.strict) {
      for (const key of Object.keys(value)) {
        if (key !== "$element" && key !== "$value" && value[key] !== undefined) {
          context.fail({ code: "unknown_property", actual: key.slice(0, 40) }, step, index);
        }
      }
    }
    if (wrapped && inner === null) {
      if (found.nil) found.nil.write(null, context, step, index);
      else context.fail({ code: "nil" }, step, index);
      return;
    }
    if (wrapped && inner === undefined)
      return context.fail({ code: "required" }, { prop: `${step?.prop ?? ""}.$value`, name: step?.name ?? "" }, index);
    if (!wrapped && found.nil?.isNil(value)) found.nil.write(value, context, step, index);
    else found.write(wrapped ? inner : value, context, step, index);
  };
}

/** Writes the type that `$type` names, or the declared one. */
export function derivedWriter(
  type: ComplexDescriptor,
  derived: NonNullable<ComplexDescriptor["derived"]>,
  own: OwnWriter,
  ownWriter: (type: ComplexDescriptor, scope: Scope) => OwnWriter,
  scope: Scope,
): ComplexWriter {
  const byTag = lazily(() => {
    const map = new Map<string, { write: OwnWriter; attribute: string }>();
    for (const candidate of derived()) {
      const target = candidate.type();
      const write = target === type ? own : ownWriter(target, scope);
      map.set(candidate.tag, {
        write,
        attribute: target === type && !scope.encoded ? "" : typeAttribute(target, scope),
      });
    }
    return map;
  });
  return (value, context, tags, step, index) => {
    const tag = isObject(value) && Object.hasOwn(value, "$type") ? value["$type"] : undefined;
    if (tag === undefined) {
      if (type.abstract) return context.fail({ code: "abstract", limit: type.name }, step, index);
      return own(value, context, tags, scope.encoded ? typeAttribute(type, scope) : "", step, index);
    }
    const found = typeof tag === "string" ? byTag().get(tag) : undefined;
    if (!found) {
      const limit = [...byTag().keys()].join(" | ");
      return context.fail({ code: "unknown_type", actual: String(tag).slice(0, 40), limit }, step, index);
    }
    if (found.attribute !== "") context.usesXsi = true;
    found.write(value, context, tags, found.attribute, step, index);
  };
}
