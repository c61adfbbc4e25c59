import { expect, it } from "vitest";
import { decodeElement } from "../src/codec/decode.ts";
import { encodeElement } from "../src/codec/encode.ts";
import type { AttributeDescriptor, ComplexDescriptor, MessageDescriptor } from "../src/gen1.ts";
import { fromJson, resolveWireProfile, toJson } from "../src/index.ts";

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

it.each([
  ["whose derived types have attributes", message(["Keyed", "Plain"]), ""],
  ["whose derived types have none", message(["Plain"]), ""],
  ["that is named itself", message(["Plain"]), ' xsi:type="n:Car"'],
  ["from which nothing is derived", message([]), ""],
])("an element that is nil needs a concrete type: an abstract one %s is refused", (_why, descriptor, named) => {
  const read = (attributes: string): unknown =>
    decodeElement(
      descriptor,
      `<n:cars xmlns:n="${NS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n:car xsi:nil="true"${attributes}/></n:cars>`,
      { wire },
    ).value;
  expect(() => read(named)).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ code: "abstract", path: "car[0]" })] }),
  );
});

it("an element that is nil is null where a concrete type is named in place of the abstract one", () => {
  const text = `<n:cars xmlns:n="${NS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><n:car xsi:nil="true" xsi:type="n:Plain"/></n:cars>`;
  expect(decodeElement(message(["Plain"]), text, { wire }).value).toEqual({ car: [null] });
  expect(decodeElement(message(["Keyed", "Plain"]), text, { wire }).value).toEqual({ car: [null] });
});

const note: AttributeDescriptor = { ...key, prop: "note", name: "note", default: "none" };
const { required: _required, ...optional } = note;
const cargo: ComplexDescriptor = {
  k: "complex",
  name: "Cargo",
  ns: NS,
  attrs: [key, optional],
  text: { k: "simple", builtin: "int", js: "number" },
};

function holding(type: ComplexDescriptor): MessageDescriptor<unknown> {
  const content = { k: "el", prop: "x", name: "x", ns: "", type, min: 0, max: 1, nillable: true } as const;
  return {
    k: "message",
    name: "m",
    element: { name: "m", ns: "" },
    type: { k: "complex", name: "m", ns: NS, content },
  };
}

it("an element that is nil keeps its attributes", () => {
  const value = { x: { $nil: true, key: "1", note: "lost" } };
  const text = encodeElement(holding(cargo), value, { wire });
  expect(text).toContain('<x key="1" note="lost" xsi:nil="true"></x>');
  expect(decodeElement(holding(cargo), text, { wire }).value).toEqual(value);
});

it("attributes that have their defaults are filled in where others stand, and leave null by themselves", () => {
  const loose: ComplexDescriptor = { ...cargo, attrs: [{ ...optional, prop: "key", name: "key" }, optional] };
  const read = (attributes: string): unknown =>
    decodeElement(
      holding(loose),
      `<m><x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"${attributes}/></m>`,
      { wire },
    ).value;
  expect(read("")).toEqual({ x: null });
  expect(read(' note="none"')).toEqual({ x: null });
  expect(read(' key="1"')).toEqual({ x: { $nil: true, key: "1", note: "none" } });
  expect(encodeElement(holding(loose), { x: null }, { wire })).toContain('<x xsi:nil="true"></x>');
});

it.each([
  ["null, where an attribute is required", null, "nil_attribute", "x"],
  ["a nil form without the attribute", { $nil: true }, "required", "x.key"],
  ["content in a nil form", { $nil: true, key: "1", $value: 5 }, "unknown_property", "x"],
  ["a nil form that says no", { $nil: false, key: "1" }, "type", "x.$nil"],
  ["a wrong attribute", { $nil: true, key: 1 }, "type", "x.key"],
])("refuses %s", (_what, x, code, path) => {
  expect(() => encodeElement(holding(cargo), { x }, { wire })).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ code, path })] }),
  );
});

it("refuses a nil form where the element is not nillable", () => {
  const { x: _x, ...rest } = { x: 0, ...holding(cargo) };
  const type = rest.type as ComplexDescriptor;
  const { nillable: _nillable, ...content } = type.content as unknown as Record<string, unknown>;
  const strict = { ...rest, type: { ...type, content } } as unknown as MessageDescriptor<unknown>;
  expect(() => encodeElement(strict, { x: { $nil: true, key: "1", $value: 1 } }, { wire })).toThrow(
    expect.objectContaining({ issues: [expect.objectContaining({ code: "unknown_property" })] }),
  );
});

it("the JSON form of bytes in attributes stays", () => {
  const bytes: AttributeDescriptor = { ...key, type: { k: "simple", builtin: "base64Binary", js: "bytes" } };
  const message = holding({ ...cargo, attrs: [bytes] });
  const value = { x: { $nil: true, key: new Uint8Array([1]) } };
  expect(toJson(message, value)).toEqual({ x: { $nil: true, key: "AQ==" } });
  expect(fromJson(message, toJson(message, value))).toEqual(value);
});
