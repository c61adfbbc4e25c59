import type { ComplexDescriptor, MessageDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import { bool, bytes, double, hex, int, of, text, token } from "./descriptors.ts";

/** One message that uses every construct of the descriptor language at least once, some of them nested. */

const Q = "urn:q";

export const party: ComplexDescriptor = {
  k: "complex",
  name: "Party",
  ns: Q,
  abstract: true,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [{ k: "el", prop: "name", name: "name", ns: Q, type: text(8), min: 1, max: 1 }],
  },
  derived: () => [
    { tag: "Person", type: () => person },
    { tag: "Company", type: () => company },
  ],
};

const person: ComplexDescriptor = {
  k: "complex",
  name: "Person",
  ns: Q,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      { k: "el", prop: "name", name: "name", ns: Q, type: text(8), min: 1, max: 1 },
      { k: "el", prop: "birth", name: "birth", ns: Q, type: of("date"), min: 0, max: 1 },
      { k: "el", prop: "parent", name: "parent", ns: "", type: () => party, min: 0, max: 1, nillable: true },
    ],
  },
};

const company: ComplexDescriptor = {
  k: "complex",
  name: "Company",
  ns: "urn:q2",
  attrs: [{ prop: "listed", name: "listed", ns: "", type: bool, default: "false" }],
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      { k: "el", prop: "name", name: "name", ns: Q, type: text(8), min: 1, max: 1 },
      { k: "el", prop: "taxNo", name: "taxNo", ns: "urn:q2", type: of("token", { length: 3 }), min: 1, max: 1 },
    ],
  },
};

const price: ComplexDescriptor = {
  k: "complex",
  name: "Price",
  ns: Q,
  attrs: [
    {
      prop: "currency",
      name: "currency",
      ns: "",
      type: of("string", { ws: "preserve", enum: ["CNY", "USD"] }),
      required: true,
    },
    { prop: "version", name: "version", ns: "", type: int, fixed: "1" },
    { prop: "lang", name: "lang", ns: "http://www.w3.org/XML/1998/namespace", type: of("language") },
    { prop: "ref", name: "ref", ns: "urn:att", type: of("QName") },
    { prop: "own", name: "own", ns: Q, type: text() },
  ],
  text: of("decimal", { fractionDigits: 2, minInclusive: "0" }),
};

const open: ComplexDescriptor = {
  k: "complex",
  name: "Open",
  ns: Q,
  anyAttr: { namespaces: "##other", target: Q, process: "lax" },
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      { k: "el", prop: "first", name: "first", ns: "", type: text(), min: 0, max: 1 },
      { k: "any", prop: "$any", namespaces: "##other", target: Q, process: "lax", min: 0, max: -1 },
    ],
  },
};

const mixed: ComplexDescriptor = {
  k: "complex",
  name: "Para",
  ns: Q,
  mixed: true,
  attrs: [{ prop: "id", name: "id", ns: "", type: of("ID") }],
  content: {
    k: "choice",
    min: 0,
    max: -1,
    prop: "$choice",
    items: [
      { k: "el", prop: "b", name: "b", ns: "", type: text(), min: 1, max: 1 },
      { k: "el", prop: "i", name: "i", ns: Q, type: text(), min: 1, max: 1 },
    ],
  },
};

const allOfThem: ComplexDescriptor = {
  k: "complex",
  name: "All",
  ns: "",
  content: {
    k: "all",
    min: 0,
    max: 1,
    items: [
      { k: "el", prop: "x", name: "x", ns: "", type: int, min: 1, max: 1 },
      { k: "el", prop: "y", name: "y", ns: "", type: double, min: 0, max: 1, nillable: true },
    ],
  },
};

const list: SimpleDescriptor = { k: "simple", builtin: "anySimpleType", js: "list", item: token, maxLength: 3 };
const union: SimpleDescriptor = {
  k: "simple",
  builtin: "anySimpleType",
  js: "union",
  members: [int, of("token", { enum: ["many", "few"] }), bool],
};

const circle: ComplexDescriptor = {
  k: "complex",
  name: "Circle",
  ns: Q,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [{ k: "el", prop: "r", name: "r", ns: "", type: double, min: 1, max: 1 }],
  },
};

export const EverythingMessage: MessageDescriptor<Record<string, unknown>> = {
  k: "message",
  name: "Everything",
  type: {
    k: "complex",
    name: "Everything",
    ns: Q,
    attrs: [{ prop: "channel", name: "channel", ns: "", type: text(), default: "web" }],
    content: {
      k: "seq",
      min: 1,
      max: 1,
      items: [
        {
          k: "el",
          prop: "id",
          name: "id",
          ns: Q,
          type: of("string", { ws: "preserve", patterns: ["[A-Za-z0-9._\\-]{1,32}"] }),
          min: 1,
          max: 1,
        },
        { k: "el", prop: "constructor", name: "constructor", ns: "", type: text(), min: 0, max: 1 },
        { k: "el", prop: "standard", name: "standard", ns: "", type: text(), min: 0, max: 1, default: "std" },
        { k: "el", prop: "fixed", name: "fixed", ns: "", type: of("decimal"), min: 0, max: 1, fixed: "1.50" },
        { k: "el", prop: "tags", name: "tag", ns: "", type: token, min: 0, max: 3, nillable: true },
        {
          k: "choice",
          min: 1,
          max: 1,
          items: [
            { k: "el", prop: "email", name: "email", ns: "", type: text(), min: 1, max: 1 },
            {
              k: "seq",
              min: 1,
              max: 1,
              items: [
                { k: "el", prop: "phone", name: "phone", ns: "", type: text(), min: 1, max: 1 },
                { k: "el", prop: "extension", name: "extension", ns: "", type: int, min: 0, max: 1 },
              ],
            },
          ],
        },
        {
          k: "seq",
          min: 0,
          max: 1,
          items: [
            { k: "el", prop: "from", name: "from", ns: "", type: of("date"), min: 1, max: 1 },
            { k: "el", prop: "to", name: "to", ns: "", type: of("dateTime"), min: 1, max: 1 },
          ],
        },
        {
          k: "choice",
          min: 0,
          max: -1,
          prop: "$choice",
          items: [
            { k: "el", prop: "a", name: "a", ns: "", type: text(), min: 1, max: 1 },
            { k: "el", prop: "b", name: "b", ns: Q, type: int, min: 1, max: 1 },
          ],
        },
        {
          k: "seq",
          min: 0,
          max: 3,
          prop: "$sequence",
          items: [
            { k: "el", prop: "key", name: "key", ns: "", type: token, min: 1, max: 1 },
            { k: "el", prop: "value", name: "value", ns: "", type: text(), min: 0, max: 1 },
          ],
        },
        { k: "el", prop: "party", name: "party", ns: Q, type: () => party, min: 0, max: 1, nillable: true },
        { k: "el", prop: "price", name: "price", ns: "", type: price, min: 0, max: 2, nillable: true },
        { k: "el", prop: "open", name: "open", ns: "", type: open, min: 0, max: 1 },
        { k: "el", prop: "para", name: "para", ns: "", type: mixed, min: 0, max: 1 },
        { k: "el", prop: "all", name: "all", ns: "", type: allOfThem, min: 0, max: 1, nillable: true },
        { k: "el", prop: "list", name: "list", ns: "", type: list, min: 0, max: 1 },
        { k: "el", prop: "union", name: "union", ns: "", type: union, min: 0, max: -1 },
        { k: "el", prop: "bytes", name: "bytes", ns: "", type: bytes, min: 0, max: 1 },
        { k: "el", prop: "hex", name: "hex", ns: Q, type: hex, min: 0, max: 1 },
        { k: "el", prop: "qname", name: "qname", ns: "", type: of("QName"), min: 0, max: 1 },
        { k: "el", prop: "anything", name: "anything", ns: "", type: { k: "anyType" }, min: 0, max: 1 },
        {
          k: "el",
          prop: "shape",
          name: "shape",
          ns: Q,
          type: circle,
          min: 0,
          max: 1,
          abstract: true,
          substitutes: () => [
            { tag: "circle", name: "circle", ns: Q, type: circle, nillable: true },
            { tag: "label", name: "label", ns: "", type: text() },
          ],
        },
        {
          k: "el",
          prop: "array",
          name: "array",
          ns: "",
          min: 0,
          max: 1,
          type: {
            k: "complex",
            name: "ArrayOfString",
            ns: Q,
            soapArray: { item: text(), itemName: "item", arrayType: "{http://www.w3.org/2001/XMLSchema}string[]" },
          },
        },
      ],
    },
  },
};
