import type { ComplexDescriptor, ElementParticle } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { type MakeValueReader, occurrenceReader } from "./decode-content.ts";
import type { ValueReader } from "./decode-context.ts";
import { type Fields, shown, typeName } from "./decode-text.ts";
import { isStruct, type OwnReader, wrongType } from "./decode-type.ts";
import { XSI_NS } from "./names.ts";
import { describeNames, typeOf } from "./particles.ts";

/** Refuses types that the declaration keeps out. */
export function unblocked(element: ElementParticle, blocked: readonly string[], read: ValueReader): ValueReader {
  const all = blocked.includes("*");
  return (context, step, index) => {
    const named = all ? context.reader.attribute(XSI_NS, "type") : undefined;
    if (named !== undefined) {
      const type = typeOf(element.type);
      const declared = type.k === "simple" ? (type.name ?? type.builtin) : "anyType";
      if (typeName(context, named)?.local !== declared)
        context.fail({ code: "unknown_type", actual: shorten(named), limit: declared }, step, index);
    }
    const value = read(context, step, index);
    const tag = typeof value === "object" && value !== null ? (value as Fields)["$type"] : undefined;
    if (typeof tag === "string" && blocked.includes(tag))
      context.fail({ code: "unknown_type", actual: tag, limit: "a type that is not blocked" }, step, index);
    return value;
  };
}
/** Reads whatever member of a substitution group stands there. */
export function substituteReader(element: ElementParticle, values: MakeValueReader): ValueReader {
  let members: { tag: string; name: string; ns: string; wrapped: boolean; read: ValueReader }[] | undefined;
  return (context, step, index) => {
    members ??= (element.substitutes?.() ?? []).map((m) => {
      const type = typeOf(m.type);
      const particle: ElementParticle = {
        k: "el",
        prop: element.prop,
        name: m.name,
        ns: m.ns,
        type: m.type,
        min: 1,
        max: 1,
        ...(m.nillable ? { nillable: true } : {}),
        ...(m.default === undefined ? {} : { default: m.default }),
        ...(m.fixed === undefined ? {} : { fixed: m.fixed }),
        ...(m.keys ? { keys: m.keys } : {}),
        ...(m.blocked ? { blocked: m.blocked } : {}),
      };
      return {
        tag: m.tag,
        name: m.name,
        ns: m.ns,
        wrapped: type.k !== "complex" || type.soapArray !== undefined,
        read: occurrenceReader(particle, values),
      };
    });
    const { reader } = context;
    const found = members.find((m) => m.name === reader.local && m.ns === reader.ns);
    if (!found) {
      context.fail({ code: "unknown_substitute", actual: shown(reader), limit: describeNames(members) }, step, index);
      reader.skip();
      return undefined;
    }
    const value = found.read(context, step, index);
    if (value === undefined) return undefined;
    if (found.wrapped || value === null) return { $element: found.tag, $value: value };
    return { $element: found.tag, ...(value as Fields) };
  };
}

/** Reads the type that xsi:type names, or the declared one. */
export function derivedReader(
  type: ComplexDescriptor,
  derived: NonNullable<ComplexDescriptor["derived"]>,
  own: OwnReader,
  ownReader: (type: ComplexDescriptor) => OwnReader,
): ValueReader {
  let candidates: { tag: string; type: ComplexDescriptor; read: OwnReader }[] | undefined;
  const make = (): NonNullable<typeof candidates> =>
    derived().map((d) => {
      const target = d.type();
      return { tag: d.tag, type: target, read: target === type ? own : ownReader(target) };
    });
  return (context, step, index) => {
    candidates ??= make();
    const declared = context.reader.attribute(XSI_NS, "type");
    const named = declared === undefined ? type : typeName(context, declared);
    const name = named && isStruct(named) ? type : named;
    const found =
      name &&
      candidates.find((c) => c.type.ns === name.ns && c.type.name === ("local" in name ? name.local : name.name));
    if (!found) {
      if (declared === undefined) context.fail({ code: "abstract", limit: type.name }, step, index);
      else wrongType(context, declared, candidates.map((c) => c.tag).join(" | "), step, index);
      context.reader.skip();
      return undefined;
    }
    return found.read(context, { $type: found.tag }, step, index);
  };
}
