import { expect, it } from "vitest";
import { decodeElement } from "../src/codec/decode.ts";
import { encodeElement } from "../src/codec/encode.ts";
import type { ComplexDescriptor, MessageDescriptor, SoapArrayDescriptor } from "../src/gen1.ts";
import { fromJson, toJson } from "../src/index.ts";

const INT = "{http://www.w3.org/2001/XMLSchema}int";
const int = { k: "simple", builtin: "int", js: "number" } as const;
const array = (soapArray: SoapArrayDescriptor): ComplexDescriptor => ({
  k: "complex",
  name: "Array",
  ns: "http://schemas.xmlsoap.org/soap/encoding/",
  soapArray,
});
const messageOf = (type: ComplexDescriptor): MessageDescriptor<unknown> => ({
  k: "message",
  name: "table",
  element: { name: "table", ns: "" },
  type: {
    k: "complex",
    name: "Body",
    ns: "urn:x",
    content: { k: "el", prop: "t", name: "t", ns: "", type, min: 1, max: 1 },
  },
});
const list = array({ item: int, itemName: "i", arrayType: `${INT}[]` });
const lists = messageOf(array({ item: list, itemName: "i", arrayType: `${INT}[][]` }));
const table = messageOf(array({ item: int, itemName: "i", arrayType: `${INT}[,]`, dimensions: 2 }));
const cube = messageOf(array({ item: int, itemName: "i", arrayType: `${INT}[,,]`, dimensions: 3 }));
const tables = messageOf(
  array({
    item: array({ item: int, itemName: "i", arrayType: `${INT}[,]`, dimensions: 2 }),
    itemName: "i",
    arrayType: `${INT}[,][5]`,
  }),
);

const read = (message: MessageDescriptor<unknown>, attributes: string, items: string): unknown =>
  (
    decodeElement(
      message,
      `<table xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:f="http://www.w3.org/2003/05/soap-encoding" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><t ${attributes}>${items}</t></table>`,
    ).value as { t: unknown }
  ).t;

it.each([
  [lists, [[1, 2], [], null, [3, null]], ["int[][4]", "int[2]", "int[0]", "int[2]"]],
  [lists, [], ["int[][0]"]],
  [
    table,
    [
      [1, 2, 3],
      [4, null, 6],
    ],
    ["int[2,3]"],
  ],
  [table, [], ["int[0,0]"]],
  [table, [[], []], ["int[2,0]"]],
  [cube, [[[1, 2]], [[3, 4]], [[5, 6]]], ["int[3,1,2]"]],
  [tables, [[[1], [2]], null, [[3, 4]]], ["int[,][3]", "int[2,1]", "int[1,2]"]],
])("writes and reads arrays in arrays: %#", (message, t, types) => {
  for (const encoded of ["1.1", undefined] as const) {
    const text = encodeElement(message, { t }, encoded ? { encoded } : {});
    expect([...text.matchAll(/soapenc:arrayType="t:([^"]*)"/g)].map((m) => m[1])).toEqual(types);
    expect(decodeElement(message, text).value).toEqual({ t });
    expect(encodeElement(message, decodeElement(message, text).value, encoded ? { encoded } : {})).toBe(text);
  }
  expect(fromJson(message, JSON.parse(JSON.stringify(toJson(message, { t }))))).toEqual({ t });
});

it.each([
  [lists, [[1, 2], [], null, [3, null]], ["4", "int 2", "int 0", "int 2"]],
  [lists, [], ["0"]],
  [
    table,
    [
      [1, 2, 3],
      [4, null, 6],
    ],
    ["int 2 3"],
  ],
  [table, [[], []], ["int 2 0"]],
  [cube, [[[1, 2]], [[3, 4]], [[5, 6]]], ["int 3 1 2"]],
  [tables, [[[1], [2]], null, [[3, 4]]], ["3", "int 2 1", "int 1 2"]],
])("writes and reads them with the words of SOAP 1.2: %#", (message, t, sizes) => {
  const text = encodeElement(message, { t }, { encoded: "1.2" });
  const written = /soapenc="([^"]*)"(?: xmlns:t="[^"]*" soapenc:itemType="t:([^"]*)")? soapenc:arraySize="([^"]*)"/g;
  const found = [...text.matchAll(written)];
  expect(found.map(([, , type, size]) => `${type === undefined ? "" : `${type} `}${size}`)).toEqual(sizes);
  expect(new Set(found.map(([, ns]) => ns))).toEqual(new Set(["http://www.w3.org/2003/05/soap-encoding"]));
  expect(text).not.toMatch(/arrayType|schemas\.xmlsoap\.org/);
  expect(decodeElement(message, text).value).toEqual({ t });
  // What was made for one version does not serve the other.
  expect(encodeElement(message, { t }, { encoded: "1.1" })).toContain("soapenc:arrayType=");
});

it("names soapenc:Array as the type of arrays that no type of the schema names", () => {
  const text = encodeElement(lists, { t: [[1]] }, { encoded: "1.1" });
  expect(text.match(/xsi:type="a:Array"/g)).toHaveLength(2);
});

it("gives bytes in arrays in arrays their JSON form", () => {
  const bytes = { k: "simple", builtin: "base64Binary", js: "bytes" } as const;
  const message = messageOf(array({ item: bytes, itemName: "i", arrayType: `${INT}[,]`, dimensions: 2 }));
  expect(toJson(message, { t: [[new Uint8Array([1]), null]] })).toEqual({ t: [["AQ==", null]] });
});

it.each([
  [table, [[1, 2], [3]], "length", "t[1]"],
  [table, [[1], null], "type", "t[1]"],
  [table, [1, 2], "type", "t[0]"],
  [cube, [[[1]], [[1, 2]]], "length", "t[1][0]"],
  [table, [[1], ["x"]], "type", "t[1][0]"],
  [lists, [1], "type", "t[0]"],
])("refuses to write what the array cannot be: %#", (message, t, code, path) => {
  expect(() => encodeElement(message, { t }, { encoded: "1.1" })).toThrow(
    expect.objectContaining({ issues: expect.arrayContaining([expect.objectContaining({ code, path })]) }),
  );
});

const i = (n: number): string => "<i>1</i>".repeat(n);
it.each([
  [
    'e:arrayType="xsd:int[2,2]" e:offset="[1,0]"',
    i(2),
    [
      [null, null],
      [1, 1],
    ],
  ],
  [
    'e:arrayType="xsd:int[2,2]"',
    '<i e:position="[0,1]">1</i><i e:position="[1,1]">2</i>',
    [
      [null, 1],
      [null, 2],
    ],
  ],
  ['f:itemType="xsd:int" f:arraySize="2 1"', i(2), [[1], [1]]],
  [
    'f:itemType="xsd:int" f:arraySize="* 2"',
    i(4),
    [
      [1, 1],
      [1, 1],
    ],
  ],
  ['e:arrayType="xsd:int[,]"', "", []],
])("reads an array of two dimensions: %s %s", (attributes, items, expected) => {
  expect(read(table, attributes, items)).toEqual(expected);
});

it.each([
  ['e:arrayType="xsd:int[2,2]"', i(3)],
  ['e:arrayType="xsd:int[4]"', i(4)],
  ['e:arrayType="xsd:int[,]"', i(4)],
  ["", i(4)],
  ['f:arraySize="* 2"', i(3)],
  ['f:arraySize="* 0"', i(1)],
  ['e:arrayType="xsd:int[2147483647,2]"', ""],
  ['e:arrayType="xsd:int[999999999,2]"', ""],
  ['e:arrayType="xsd:int[999999999,0]"', ""],
  ['e:arrayType="xsd:int[999999999,999999999]" e:offset="[0,0]"', i(1)],
  ['e:arrayType="xsd:int[999999999,999999999]"', '<i e:position="[999999998,0]">1</i>'],
  ['e:arrayType="xsd:int[2,2]"', '<i e:position="[0,2]">1</i>'],
  ['e:arrayType="xsd:int[2,2]"', '<i e:position="[3]">1</i>'],
  ['e:arrayType="xsd:int[2,2]" e:offset="[1]"', i(2)],
])("refuses what states no array of two dimensions, or too large a one: %s %s", (attributes, items) => {
  const before = process.memoryUsage().heapUsed;
  expect(() => read(table, attributes, items)).toThrow(expect.objectContaining({ code: "SOAP_DECODE" }));
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
});

it("counts rows without items over the whole message", () => {
  const message = messageOf(
    array({
      item: array({ item: int, itemName: "i", arrayType: `${INT}[,]`, dimensions: 2 }),
      itemName: "i",
      arrayType: `${INT}[,][]`,
    }),
  );
  const rows = (n: number): string => '<i e:arrayType="xsd:int[60000,0]"/>'.repeat(n);
  expect(read(message, "", rows(1))).toHaveLength(1);
  expect(() => read(message, "", rows(2))).toThrow(expect.objectContaining({ code: "SOAP_DECODE" }));
});

it("takes the SOAP encoding's name for any structure as the declared type", () => {
  const read = (ns: string): unknown =>
    decodeElement(
      lists,
      `<table xmlns:s="${ns}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="s:Struct"><t/></table>`,
    ).value;
  expect(read("http://schemas.xmlsoap.org/soap/encoding/")).toEqual({ t: [] });
  expect(read("http://www.w3.org/2003/05/soap-encoding")).toEqual({ t: [] });
  expect(() => read("urn:x")).toThrow(expect.objectContaining({ code: "SOAP_DECODE" }));
});
