import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementParticle,
  MessageDescriptor,
  Particle,
  SimpleDescriptor,
} from "@coo/soap/gen1";
import * as fc from "fast-check";
import { bool, int, of, text, token } from "./descriptors.ts";

/** Schemas drawn at random whose start tags hold more than names: attributes, xsi:nil, xsi:type, in two namespaces. */

const NAMESPACES = ["", "urn:one", "urn:two"] as const;
const XML = "http://www.w3.org/XML/1998/namespace";

const simple: fc.Arbitrary<SimpleDescriptor> = fc.constantFrom(
  text(),
  text(6),
  int,
  bool,
  token,
  of("decimal", { fractionDigits: 2 }),
  of("string", { enum: ["CNY", "USD"] }),
  of("date"),
);

const attribute: fc.Arbitrary<AttributeDescriptor> = fc
  .record({
    ns: fc.constantFrom("", "", "", ...NAMESPACES, XML),
    type: simple,
    use: fc.constantFrom("required", "optional", "optional", "default", "fixed"),
  })
  .map(({ ns, type, use }) => {
    const standard = standardOf(type);
    return {
      prop: "",
      name: "",
      ns,
      type,
      ...(use === "required" ? { required: true as const } : {}),
      ...(use === "default" ? { default: standard } : {}),
      ...(use === "fixed" ? { fixed: standard } : {}),
    };
  });

function standardOf(type: SimpleDescriptor): string {
  if (type.enum) return type.enum[0] as string;
  const known: Readonly<Record<string, string>> = { int: "7", boolean: "true", decimal: "1.50", date: "2026-11-29" };
  return known[type.builtin] ?? "std";
}

/** What a type is made of, before it has names. */
interface Shape {
  readonly ns: string;
  readonly attributes: readonly AttributeDescriptor[];
  readonly elements: readonly ElementShape[];
  readonly text: SimpleDescriptor | undefined;
  readonly kind: "seq" | "choice";
  readonly isAbstract: boolean;
  /** Types that extend it. */
  readonly derived: readonly Shape[];
}

interface ElementShape {
  readonly ns: string;
  readonly type: SimpleDescriptor | Shape;
  readonly min: number;
  readonly max: number;
  readonly nillable: boolean;
}

function shape(depth: number): fc.Arbitrary<Shape> {
  const inner = depth > 0 ? fc.oneof(simple, shape(depth - 1)) : simple;
  const element: fc.Arbitrary<ElementShape> = fc.record({
    ns: fc.constantFrom(...NAMESPACES),
    type: inner,
    min: fc.constantFrom(0, 1),
    max: fc.constantFrom(1, 1, 3, -1),
    nillable: fc.boolean(),
  });
  return fc.record({
    ns: fc.constantFrom(...NAMESPACES),
    attributes: fc.array(attribute, { maxLength: 3 }),
    elements: fc.array(element, { minLength: 1, maxLength: 4 }),
    text: fc.option(simple, { nil: undefined, freq: 4 }),
    kind: fc.constantFrom("seq", "seq", "choice"),
    isAbstract: fc.boolean(),
    derived: depth > 0 ? fc.array(shape(depth - 1), { maxLength: 2 }) : fc.constant([]),
  });
}

/** A message of such a schema. */
export const arbitrarySchema: fc.Arbitrary<MessageDescriptor<unknown>> = shape(2).map((root) => ({
  k: "message",
  name: "Drawn",
  type: new Names().complex({ ...root, isAbstract: false }, []),
}));

/** Gives everything a name of its own. */
class Names {
  #count = 0;

  complex(drawn: Shape, inherited: readonly Particle[]): ComplexDescriptor {
    const number = this.#count++;
    const hasText = drawn.text !== undefined && inherited.length === 0 && drawn.derived.length === 0;
    const items = [...inherited, ...this.#content(drawn)];
    const attrs = drawn.attributes.map((one, i) => ({ ...one, prop: `a${number}${i}`, name: `att${9 - i}${number}` }));
    const type: ComplexDescriptor = {
      k: "complex",
      name: `T${number}`,
      ns: drawn.ns,
      ...(attrs.length > 0 ? { attrs } : {}),
      ...(hasText ? { text: drawn.text as SimpleDescriptor } : { content: { k: "seq", items, min: 1, max: 1 } }),
      ...(drawn.derived.length > 0 && drawn.isAbstract ? { abstract: true as const } : {}),
    };
    if (drawn.derived.length === 0) return type;
    const others = drawn.derived.map((one) => this.complex({ ...one, text: undefined }, items));
    // Types that nothing can be of are named by nobody.
    const all = [type, ...others.flatMap((one) => one.derived?.().map((d) => d.type()) ?? one)].filter(
      (one) => !one.abstract,
    );
    return Object.assign(type, { derived: () => all.map((one) => ({ tag: one.name, type: () => one })) });
  }

  #content({ elements, kind }: Shape): Particle[] {
    const particles = elements.map((one): ElementParticle => {
      const name = `e${this.#count++}`;
      const type = "k" in one.type ? one.type : this.complex(one.type, []);
      const { ns, min, max, nillable } = one;
      return { k: "el", prop: name, name, ns, type, min, max, ...(nillable ? { nillable: true as const } : {}) };
    });
    if (kind === "seq") return particles;
    return [{ k: "choice", min: 1, max: 1, items: particles.map((one) => ({ ...one, min: 1, max: 1 })) }];
  }
}
