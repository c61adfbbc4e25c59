import {
  type ComplexDescriptor,
  type MessageDescriptor,
  message,
  operation,
  type ServiceDescriptor,
  type SimpleDescriptor,
  service,
} from "@coo/soap/gen1";

/** Hand-written descriptors that use every construct of the descriptor language. */

export const text = (maxLength?: number): SimpleDescriptor => ({
  k: "simple",
  builtin: "string",
  js: "string",
  ws: "preserve",
  ...(maxLength === undefined ? {} : { maxLength }),
});
export const int: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
export const bool: SimpleDescriptor = { k: "simple", builtin: "boolean", js: "boolean" };
export const bytes: SimpleDescriptor = { k: "simple", builtin: "base64Binary", js: "bytes" };
export const hex: SimpleDescriptor = { k: "simple", builtin: "hexBinary", js: "bytes" };
export const double: SimpleDescriptor = { k: "simple", builtin: "double", js: "number" };
export const token: SimpleDescriptor = { k: "simple", builtin: "token", js: "string" };
export const of = (builtin: string, facets: Partial<SimpleDescriptor> = {}): SimpleDescriptor => ({
  k: "simple",
  builtin,
  js: "string",
  ...facets,
});

export interface Goods {
  readonly hsCode: string | null;
  readonly name: string;
  readonly amount?: string;
}

export const goodsType: ComplexDescriptor = {
  k: "complex",
  name: "Goods",
  ns: "urn:t",
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      {
        k: "el",
        prop: "hsCode",
        name: "hsCode",
        ns: "",
        type: of("string", { ws: "preserve", maxLength: 10 }),
        min: 1,
        max: 1,
        nillable: true,
      },
      { k: "el", prop: "name", name: "name", ns: "", type: text(20), min: 1, max: 1 },
      {
        k: "el",
        prop: "amount",
        name: "amount",
        ns: "",
        type: of("decimal", { patterns: ["[0-9]{1,5}(\\.[0-9]{1,2})?"], minExclusive: "0", totalDigits: 6 }),
        min: 0,
        max: 1,
      },
    ],
  },
};

export interface Query {
  readonly branchCode: string;
  readonly page?: number;
  readonly active?: boolean;
  readonly goodsList?: { readonly goods: readonly Goods[] };
  readonly seal?: Uint8Array;
  readonly remark?: string;
}

export const QueryMessage: MessageDescriptor<Query> = message({
  name: "QueryRequest",
  type: {
    k: "complex",
    name: "QueryRequest",
    ns: "urn:t",
    content: {
      k: "seq",
      min: 1,
      max: 1,
      items: [
        { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text(6), min: 1, max: 1 },
        { k: "el", prop: "page", name: "page", ns: "", type: int, min: 0, max: 1 },
        { k: "el", prop: "active", name: "active", ns: "", type: bool, min: 0, max: 1 },
        {
          k: "el",
          prop: "goodsList",
          name: "goodsList",
          ns: "",
          min: 0,
          max: 1,
          type: {
            k: "complex",
            name: "GoodsList",
            ns: "urn:t",
            content: {
              k: "seq",
              min: 1,
              max: 1,
              items: [{ k: "el", prop: "goods", name: "goods", ns: "", type: () => goodsType, min: 1, max: 20 }],
            },
          },
        },
        { k: "el", prop: "seal", name: "seal", ns: "", type: bytes, min: 0, max: 1 },
        { k: "el", prop: "remark", name: "remark", ns: "", type: text(), min: 0, max: 1 },
      ],
    },
  },
});

export interface Answer {
  readonly total: number;
  readonly ok?: boolean;
  readonly names?: readonly string[];
  readonly note?: string | null;
}

export const AnswerMessage: MessageDescriptor<Answer> = message({
  name: "QueryResponse",
  type: {
    k: "complex",
    name: "QueryResponse",
    ns: "urn:t",
    content: {
      k: "seq",
      min: 1,
      max: 1,
      items: [
        { k: "el", prop: "total", name: "total", ns: "", type: int, min: 1, max: 1 },
        { k: "el", prop: "ok", name: "ok", ns: "", type: bool, min: 0, max: 1 },
        { k: "el", prop: "names", name: "name", ns: "", type: text(), min: 0, max: -1 },
        { k: "el", prop: "note", name: "note", ns: "", type: text(), min: 0, max: 1, nillable: true },
      ],
    },
  },
});

const NS = "urn:example:test:v1";
const stringPart = (element: string, child: string): ComplexDescriptor => ({
  k: "complex",
  name: element,
  ns: NS,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [{ k: "el", prop: child, name: child, ns: "", type: text(), min: 1, max: 1 }],
  },
});

const binding = (name: string, soapVersion: "1.1" | "1.2", shape: "string" | "typed") => {
  const ns = shape === "typed" ? `${NS}:typed` : NS;
  const side = (element: string, child: string) => ({
    name: element,
    ns,
    parts: [{ name: "parameters", element: { name: element, ns }, type: stringPart(element, child) }],
  });
  return {
    port: `${shape}${soapVersion}`,
    soapVersion,
    style: "document",
    use: "literal",
    soapAction: "",
    shape,
    input: side(name, "requestXml"),
    output: side(`${name}Response`, "responseXml"),
  } as const;
};

const bindings = (name: string) => [
  binding(name, "1.1", "string"),
  binding(name, "1.2", "string"),
  binding(name, "1.1", "typed"),
  binding(name, "1.2", "typed"),
];

export const queryThings = operation<Query, Answer, "call">({
  name: "queryThings",
  direction: "call",
  effect: "read",
  request: QueryMessage,
  response: AnswerMessage,
  bindings: bindings("queryThings"),
});

export const syncThings = operation<Query, Answer, "push">({
  name: "syncThings",
  direction: "push",
  effect: "write",
  request: QueryMessage,
  response: AnswerMessage,
  bindings: bindings("syncThings"),
});

export const things: ServiceDescriptor<{ queryThings: typeof queryThings; syncThings: typeof syncThings }> = service({
  name: "things",
  edition: "test",
  namespace: NS,
  operations: { queryThings, syncThings },
});
