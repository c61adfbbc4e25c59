import { typeOf } from "../codec/particles.ts";
import type { ComplexDescriptor, MessageDescriptor, Particle, SoapArrayDescriptor, TypeDescriptor } from "../gen1.ts";

const messages = new WeakMap<MessageDescriptor<unknown>, MessageDescriptor<unknown>>();
const types = new WeakMap<ComplexDescriptor, ComplexDescriptor>();

/**
 * The same message with its elements in no namespace, however the schema qualifies them. In the SOAP encoding the members
 * of a structure are local to it (SOAP 1.1, 5.4.1), and some stacks write them so whatever elementFormDefault says.
 */
export function unqualified(message: MessageDescriptor<unknown>): MessageDescriptor<unknown> {
  let found = messages.get(message);
  if (!found) {
    found = { ...message, type: later(message.type) };
    messages.set(message, found);
  }
  return found;
}

/** Types refer to themselves: each is made when it is met. */
function later(type: TypeDescriptor | (() => TypeDescriptor)): () => TypeDescriptor {
  return () => {
    const actual = typeOf(type);
    return actual.k === "complex" ? complex(actual) : actual;
  };
}

function complex(type: ComplexDescriptor): ComplexDescriptor {
  let found = types.get(type);
  if (!found) {
    const { content, derived, soapArray } = type;
    found = {
      ...type,
      ...(content ? { content: particle(content) } : {}),
      ...(derived ? { derived: () => derived().map((d) => ({ tag: d.tag, type: () => complex(d.type()) })) } : {}),
      ...(soapArray ? { soapArray: { ...soapArray, item: later(soapArray.item) } satisfies SoapArrayDescriptor } : {}),
    };
    types.set(type, found);
  }
  return found;
}

function particle(p: Particle): Particle {
  if (p.k === "any") return p;
  if (p.k !== "el") return { ...p, items: p.items.map(particle) };
  const { substitutes } = p;
  return {
    ...p,
    ns: "",
    type: later(p.type),
    ...(substitutes ? { substitutes: () => substitutes().map((s) => ({ ...s, ns: "", type: later(s.type) })) } : {}),
  };
}
