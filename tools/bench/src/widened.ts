import type { ComplexDescriptor, ElementParticle, MessageDescriptor, Particle, TypeDescriptor } from "@coo/soap/gen1";

const TEXT = { k: "simple", builtin: "string", js: "string" } as const;

/**
 * The same message where every type may have attributes, a choice and a type derived from it, and every element may be
 * nil: nothing of that has to occur.
 */
export function widened<T>(message: MessageDescriptor<T>): MessageDescriptor<T> {
  return { ...message, type: widerType(message.type) };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A value of {@link widened} that uses what is allowed: each object is of the derived type and has an attribute, and each
 * text that is absent is nil instead.
 */
export function widenedValue(value: unknown, given: TypeDescriptor | (() => TypeDescriptor)): unknown {
  const type = typeof given === "function" ? given() : given;
  if (type.k !== "complex") return value;
  const wide: Record<string, unknown> = { $type: `${type.name}Plus`, kind: "A&B" };
  if (type.content) widenInto(wide, value as Fields, type.content);
  return wide;
}

function widenInto(wide: Record<string, unknown>, value: Fields, particle: Particle): void {
  if (particle.k === "any") return;
  if (particle.k !== "el") return particle.items.forEach((item) => widenInto(wide, value, item));
  const { prop, type, max } = particle;
  const own = value[prop];
  if (Array.isArray(own)) wide[prop] = own.map((item) => widenedValue(item, type));
  else if (own !== undefined) wide[prop] = widenedValue(own, type);
  else if (max === 1 && (typeof type === "function" ? type() : type).k === "simple") wide[prop] = null;
}

/** What {@link widenedValue} added, taken away again. */
export function narrowed(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, item) => (key === "$type" || key === "kind" || item === null ? undefined : item)),
  );
}

function widerType(given: TypeDescriptor | (() => TypeDescriptor)): TypeDescriptor {
  const type = typeof given === "function" ? given() : given;
  if (type.k !== "complex") return type;
  const wide: ComplexDescriptor = {
    ...type,
    attrs: [
      { prop: "lang", name: "lang", ns: "http://www.w3.org/XML/1998/namespace", type: TEXT },
      { prop: "kind", name: "kind", ns: "", type: TEXT },
    ],
    content: {
      k: "seq",
      min: 1,
      max: 1,
      items: [
        ...(type.content ? [widerParticle(type.content)] : []),
        { k: "choice", min: 0, max: 1, items: [optionalBranch("otherRemark"), optionalBranch("otherComment")] },
      ],
    },
    derived: () => [
      { tag: type.name, type: () => wide },
      { tag: `${type.name}Plus`, type: () => derived },
    ],
  };
  const { derived: _, ...rest } = wide;
  const derived: ComplexDescriptor = { ...rest, name: `${type.name}Plus` };
  return wide;
}

function widerParticle(particle: Particle): Particle {
  if (particle.k === "any") return particle;
  if (particle.k === "el") return { ...particle, type: widerType(particle.type), nillable: true };
  return { ...particle, items: particle.items.map(widerParticle) };
}

function optionalBranch(name: string): ElementParticle {
  return { k: "el", prop: name, name, ns: "", type: TEXT, min: 1, max: 1 };
}
