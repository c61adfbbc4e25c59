import { expect, it } from "vitest";
import { decodeElement } from "../src/codec/decode.ts";
import { encodeElement } from "../src/codec/encode.ts";
import type { AttributeDescriptor, ComplexDescriptor, MessageDescriptor } from "../src/gen1.ts";
import { resolveWireProfile } from "../src/index.ts";

const NS = "urn:example:nil";
const wire = resolveWireProfile({});
const key: AttributeDescriptor = {
  prop: "key",
  name: "key",
  ns: "",
  type: { k: "simple", builtin: "string", js: "string" },
  required: true,
};
const keyed: ComplexDescriptor = { k: "complex", name: "Keyed", ns: NS, attrs: [key] };
const plain: ComplexDescriptor = { k: "complex", name: "Plain", ns: NS };
const tags = { Keyed: keyed, Plain: plain };

function message(derived: readonly (keyof typeof tags)[], blocked?: readonly string[]): MessageDescriptor<unknown> {
  const car: ComplexDescriptor = {
    k: "complex",
    name: "Car",
    ns: NS,
    abstract: true,
    derived: () => derived.map((tag) => ({ tag, type: () => tags[tag] })),
  };
  return {
    k: "message",
    name: "cars",
    element: { name: "cars", ns: NS },
    type: {
      k: "complex",
      name: "cars",
      ns: NS,
      content: {
        k: "el",
        prop: "car",
        name: "car",
        ns: NS,
        type: car,
        min: 0,
        max: -1,
        nillable: true,
        ...(blocked ? { blocked } : {}),
      },
    },
  };
}

it("null of an abstract type names a derived type that asks for no attribute", () => {
  const descriptor = message(["Keyed", "Plain"]);
  const text = encodeElement(descriptor, { car: [null, { $type: "Keyed", key: "1" }] }, { wire });
  expect(text).toContain('<n:car xsi:type="n:Plain" xsi:nil="true"></n:car>');
  expect(decodeElement(descriptor, text, { wire }).value).toEqual({ car: [null, { $type: "Keyed", key: "1" }] });
});

it.each([
  ["every derived type asks for an attribute", message(["Keyed"])],
  ["the only other one is blocked", message(["Keyed", "Plain"], ["Plain"])],
  ["nothing is derived", message([])],
])("null of an abstract type is refused where %s", (_why, descriptor) => {
  expect(() => encodeElement(descriptor, { car: [null] }, { wire })).toThrow(
    expect.objectContaining({ code: "SOAP_ENCODE", issues: [expect.objectContaining({ code: "abstract" })] }),
  );
});
