import {
  buildRequest,
  buildResponse,
  decodeBody,
  decodeElement,
  encodeBody,
  encodeElement,
  isPlain,
  readRequest,
  readResponse,
  resolveWireProfile,
  type WireProfile,
} from "@coo/soap";
import {
  type BindingDescriptor,
  type ComplexDescriptor,
  type MessageDescriptor,
  operation,
  type SimpleDescriptor,
  service,
} from "@coo/soap/gen1";
import { describe, expect, it } from "vitest";
import { bool, bytes, double, goodsType, int, of, queryThings, text, token } from "./support/descriptors.ts";
import { NOTIFY_NS, notifyOperation, notifyService } from "./support/notify.ts";

/** Operations of ordinary WSDLs: no Head, no Body element, their own wrappers and actions. */

const RPC = "urn:rpc";
const binding = (use: "literal" | "encoded"): BindingDescriptor => ({
  port: "p",
  soapVersion: "1.1",
  style: "rpc",
  use,
  soapAction: "urn:rpc#echo",
  shape: "typed",
  input: { name: "echo", ns: RPC, parts: [] },
  output: { name: "echoResponse", ns: RPC, parts: [] },
});
const el = (name: string, type: Parameters<typeof Object>[0], rest: object = {}) =>
  ({ k: "el", prop: name, name, ns: "", type, min: 1, max: 1, ...rest }) as never;

const echo = (use: "literal" | "encoded") =>
  operation<Record<string, unknown>, Record<string, unknown>, "call">({
    name: "echo",
    direction: "call",
    effect: "read",
    bindings: [binding(use)],
    request: {
      k: "message",
      name: "EchoRequest",
      type: {
        k: "complex",
        name: "EchoRequest",
        ns: RPC,
        content: {
          k: "seq",
          min: 1,
          max: 1,
          items: [
            el("in0", text()),
            el("count", int),
            el("flag", bool),
            el("data", bytes),
            el("rate", double),
            el("when", of("dateTime")),
            el("goods", goodsType, { min: 0 }),
            el("words", {
              k: "complex",
              name: "ArrayOfWord",
              ns: RPC,
              soapArray: { item: token, itemName: "item", arrayType: "{http://www.w3.org/2001/XMLSchema}token[]" },
            }),
          ],
        },
      },
    },
    response: {
      k: "message",
      name: "EchoResponse",
      type: {
        k: "complex",
        name: "EchoResponse",
        ns: RPC,
        content: { k: "seq", min: 1, max: 1, items: [el("return", text(), { nillable: true })] },
      },
    },
  });

const value = {
  in0: "甲 & 乙",
  count: 3,
  flag: true,
  data: new Uint8Array([0, 255]),
  rate: Number.NEGATIVE_INFINITY,
  when: "2026-03-01T09:30:00.5+08:00",
  goods: { hsCode: null, name: "茶" },
  words: ["a", "b"],
};

describe("operations of an ordinary WSDL", () => {
  it("are told from those of this field", () => {
    expect(isPlain(notifyOperation)).toBe(true);
    expect(isPlain(echo("encoded"))).toBe(true);
    expect(isPlain(queryThings)).toBe(false);
  });

  it.each(["literal", "encoded"] as const)("rpc/%s: parts in the operation's wrapper", (use) => {
    const op = echo(use);
    const services = [service({ name: "rpc", edition: "", namespace: RPC, operations: { echo: op } })];
    const wire = resolveWireProfile();
    const bodyText = encodeBody(op, wire, "request", value);
    expect(bodyText).toContain(
      use === "encoded"
        ? '<in0 xsi:type="xsd:string">甲 &amp; 乙</in0><count xsi:type="xsd:int">3</count>'
        : "<in0>甲 &amp; 乙</in0><count>3</count>",
    );
    expect(bodyText.includes(":encodingStyle=")).toBe(use === "encoded");
    const built = buildRequest({ operation: op, wire, head: [], bodyText });
    expect(built.headers["soapaction"]).toBe('"urn:rpc#echo"');
    const read = readRequest(built.body, built.headers, { wire, services });
    expect(decodeBody(op, wire, "request", read).value).toEqual(value);
    expect(encodeBody(op, wire, "request", decodeBody(op, wire, "request", read).value)).toBe(bodyText);
    const answer = buildResponse({
      operation: op,
      wire,
      head: [],
      bodyText: encodeBody(op, wire, "response", { return: null }),
    });
    const back = readResponse(answer.body, answer.headers, 200, { wire, operation: op });
    expect(back.kind === "answer" && decodeBody(op, wire, "response", back).value).toEqual({ return: null });
  });

  it("document/literal: the message is the body's child, its head lies outside or nowhere", () => {
    const sent = {
      value: {
        channel: "web",
        id: "N-1",
        user: "张三",
        amount: "12.50",
        at: "2026-03-01T09:30:00Z",
        phone: "1",
        party: { $type: "Company", name: "京", taxNo: "T" },
      },
    };
    for (const head of ["inner", "soap-header", "http-headers"] as const satisfies readonly WireProfile["head"][]) {
      const wire = resolveWireProfile({ head });
      const fields =
        head === "inner"
          ? []
          : ([
              ["providerCode", "TEST0001"],
              ["sign", "S"],
            ] as const);
      const bodyText = encodeBody(notifyOperation, wire, "request", sent);
      const built = buildRequest({ operation: notifyOperation, wire, head: fields, bodyText });
      const read = readRequest(built.body, built.headers, { wire, services: [notifyService] });
      expect(read.head).toEqual(fields);
      expect(decodeBody(notifyOperation, wire, "request", read).value).toEqual(sent);
      expect(read.signedBody).toContain(`<n:Notify xmlns:n="${NOTIFY_NS}">`);
    }
  });

  it("refuses an action of another operation", () => {
    const wire = resolveWireProfile();
    const bodyText = `<Cancel xmlns="${NOTIFY_NS}"><value>1</value></Cancel>`;
    const built = buildRequest({ operation: notifyOperation, wire, head: [], bodyText });
    expect(() => readRequest(built.body, built.headers, { wire, services: [notifyService] })).toThrow(
      expect.objectContaining({ code: "SOAP_OPERATION" }),
    );
  });
});

describe("types that values of the SOAP encoding name", () => {
  const plainText: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };
  const box = (name: string, type: ComplexDescriptor | SimpleDescriptor): MessageDescriptor<unknown> => ({
    k: "message",
    name,
    type: {
      k: "complex",
      name,
      ns: "urn:x",
      content: { k: "seq", items: [{ k: "el", prop: "a", name: "a", ns: "", type, min: 1, max: 1 }], min: 1, max: 1 },
    },
  });
  const inner: ComplexDescriptor = {
    k: "complex",
    name: "Inner",
    ns: "urn:x",
    content: {
      k: "seq",
      items: [{ k: "el", prop: "b", name: "b", ns: "", type: plainText, min: 1, max: 1 }],
      min: 1,
      max: 1,
    },
  };
  const written = (type: ComplexDescriptor | SimpleDescriptor, a: unknown): string => {
    const message = box("Box", type);
    const out = encodeElement(message, { a }, { element: { name: "box", ns: "" }, encoded: "1.1" });
    expect(decodeElement(message, out, { element: { name: "box", ns: "" } }).value).toEqual({ a });
    return out.slice(out.indexOf("<a"), out.lastIndexOf("</a>"));
  };

  it("are built-in ones as they are", () => {
    expect(written(plainText, "x")).toBe('<a xsi:type="xsd:string">x');
  });

  it("are never the base of a restricted one, which a validator takes for another type", () => {
    expect(written({ ...plainText, maxLength: 3 }, "x")).toBe("<a>x");
    expect(written({ ...plainText, maxLength: 3, name: "Code" }, "x")).toBe("<a>x");
    expect(written({ ...plainText, maxLength: 3, name: "Code", ns: "urn:x" }, "x")).toBe(
      '<a xmlns:t="urn:x" xsi:type="t:Code">x',
    );
  });

  it("are none where the schema gives no name", () => {
    expect(written(inner, { b: "x" })).toBe('<a xmlns:t="urn:x" xsi:type="t:Inner"><b xsi:type="xsd:string">x</b>');
    expect(written({ ...inner, anonymous: true }, { b: "x" })).toBe('<a><b xsi:type="xsd:string">x</b>');
  });

  it("are those of the schema for arrays", () => {
    const array: ComplexDescriptor = {
      k: "complex",
      name: "Codes",
      ns: "urn:x",
      soapArray: { item: plainText, itemName: "item", arrayType: "{http://www.w3.org/2001/XMLSchema}string[]" },
    };
    expect(written(array, ["x"])).toContain('soapenc:arrayType="t:string[1]" xmlns:a="urn:x" xsi:type="a:Codes">');
  });
});
