import type { ComplexDescriptor, MessageDescriptor, Particle, TypeDescriptor } from "@coo/soap/gen1";

/**
 * A value of the sandbox's own records as another edition's message can hold it: without what that has no place for, a
 * number as text where it wants text, and the other way round. What it demands and the sandbox does not know stays absent.
 */
export function fitTo(
  message: MessageDescriptor<unknown>,
  value: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const type = resolve(message.type);
  return type.k === "complex" ? fitObject(type, value) : { ...value };
}

function resolve<T>(given: T | (() => T)): T {
  return typeof given === "function" ? (given as () => T)() : given;
}

function fitObject(type: ComplexDescriptor, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fitted: Record<string, unknown> = {};
  const walk = (particle: Particle): void => {
    if (particle.k === "any") return;
    if (particle.k !== "el") {
      for (const item of particle.items) walk(item);
      return;
    }
    const given = value[particle.prop];
    if (given === undefined) return;
    const one = resolve(particle.type);
    const many = particle.max !== 1;
    const items = Array.isArray(given) ? given : [given];
    const isList = one.k === "simple" && one.js === "list";
    if (many) fitted[particle.prop] = items.map((item) => fit(one, item));
    else fitted[particle.prop] = isList ? items : fit(one, Array.isArray(given) ? given[0] : given);
  };
  if (type.content !== undefined) walk(type.content);
  return fitted;
}

function fit(type: TypeDescriptor, value: unknown): unknown {
  if (type.k === "complex")
    return typeof value === "object" && value !== null
      ? fitObject(type, value as Readonly<Record<string, unknown>>)
      : value;
  if (type.k !== "simple") return value;
  if (type.js === "string" && (typeof value === "number" || typeof value === "boolean")) return String(value);
  if (type.js === "number" && typeof value === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  return value;
}
