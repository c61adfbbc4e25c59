import { expect, it } from "vitest";
import { decodeElement } from "../src/codec/decode.ts";
import type { MessageDescriptor } from "../src/gen1.ts";
import { resolveWireProfile } from "../src/index.ts";

const wire = resolveWireProfile({});
const message: MessageDescriptor<unknown> = {
  k: "message",
  name: "codes",
  element: { name: "codes", ns: "" },
  type: {
    k: "complex",
    name: "Codes",
    ns: "urn:x",
    soapArray: {
      item: { k: "simple", builtin: "string", js: "string" },
      itemName: "item",
      arrayType: "{http://www.w3.org/2001/XMLSchema}string[]",
    },
  },
};
const read = (attributes: string, items: string): unknown =>
  decodeElement(
    message,
    `<codes xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ${attributes}>${items}</codes>`,
    { wire },
  ).value;

it.each([
  ['e:arrayType="xsd:string[5]" e:offset="[2]"', "<i>a</i><i>b</i>", [null, null, "a", "b", null]],
  ['e:arrayType="xsd:string[4]"', '<i e:position="[1]">a</i><i e:position="[3]">b</i>', [null, "a", null, "b"]],
  ['e:arrayType="xsd:string[]"', '<i>a</i><i e:position="[2]">b</i><i>c</i>', ["a", null, "b", "c"]],
  ['e:arrayType="xsd:string[2]"', "<i>a</i><i>b</i>", ["a", "b"]],
])("a partially transmitted array has null for what is left out: %s %s", (attributes, items, expected) => {
  expect(read(attributes, items)).toEqual(expected);
});

it("takes a position on items of complex types, and nowhere else", () => {
  const item = { k: "complex", name: "Item", ns: "urn:x" } as const;
  const array = (text: string): unknown =>
    decodeElement(
      {
        ...message,
        type: {
          k: "complex",
          name: "Items",
          ns: "urn:x",
          soapArray: { item, itemName: "i", arrayType: "{urn:x}Item[]" },
        },
      },
      `<codes xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"${text}</codes>`,
      { wire },
    ).value;
  expect(array('><i e:position="[1]"/>')).toEqual([null, {}]);
  expect(() => array(' e:position="[1]"><i><j e:position="[1]"/></i>')).toThrow(
    expect.objectContaining({ code: "SOAP_DECODE" }),
  );
});

it.each([
  ['e:arrayType="xsd:string[2]" e:offset="[2]"', "<i>a</i>"],
  ['e:offset="[65537]"', "<i>a</i>"],
  ['e:offset="[1,1]"', "<i>a</i>"],
  ["", '<i e:offset="[1]">a</i>'],
  ["", '<i e:position="[1]">a</i><i e:position="[0]">b</i>'],
  ['e:arrayType="xsd:string[999999999]" e:offset="[0]"', "<i>a</i>"],
  ['e:arrayType="xsd:string[3]"', "<i>a</i>"],
])("refuses what does not fit, or is too much: %s %s", (attributes, items) => {
  expect(() => read(attributes, items)).toThrow(expect.objectContaining({ code: "SOAP_DECODE" }));
});
