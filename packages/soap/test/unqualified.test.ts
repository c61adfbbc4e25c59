import { expect, it } from "vitest";
import type { BindingDescriptor, ComplexDescriptor, ElementParticle } from "../src/gen1.ts";
import { operation } from "../src/gen1.ts";
import { decodeBody, resolveWireProfile } from "../src/index.ts";

const NS = "urn:example:members";
const part = (name: string, type: ComplexDescriptor): ElementParticle => ({
  k: "el",
  prop: name,
  name,
  ns: "",
  type,
  min: 1,
  max: 1,
});
const code = { k: "simple", builtin: "string", js: "string" } as const;
const goods: ComplexDescriptor = {
  k: "complex",
  name: "Goods",
  ns: NS,
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [
      { k: "el", prop: "code", name: "code", ns: NS, type: code, min: 1, max: 1 },
      { k: "el", prop: "more", name: "more", ns: NS, type: () => goods, min: 0, max: 1 },
    ],
  },
};
const list: ComplexDescriptor = {
  k: "complex",
  name: "List",
  ns: NS,
  soapArray: { item: () => goods, itemName: "item", arrayType: `{${NS}}Goods[]` },
};
const type: ComplexDescriptor = {
  k: "complex",
  name: "Send",
  ns: NS,
  content: { k: "seq", min: 1, max: 1, items: [part("goods", goods), part("list", list)] },
};

const send = (use: "literal" | "encoded") => {
  const bound = { name: "send", ns: NS, parts: [] };
  const binding: BindingDescriptor = {
    port: "P",
    soapVersion: "1.1",
    style: "rpc",
    use,
    soapAction: "",
    input: bound,
    output: bound,
    shape: "typed",
  };
  return operation<unknown, unknown, "call">({
    name: "send",
    direction: "call",
    effect: "write",
    request: { k: "message", name: "Send", type },
    response: { k: "message", name: "Send", type },
    bindings: [binding],
  });
};

const read = (use: "literal" | "encoded", p: string, extra = ""): unknown => {
  const one = `<${p}code>1</${p}code><${p}more><${p}code>2</${p}code></${p}more>`;
  const bodyText = `<n:send xmlns:n="${NS}"><goods>${one}${extra}</goods><list><item>${one}</item></list></n:send>`;
  return decodeBody(send(use), resolveWireProfile(), "request", { bodyText }).value;
};

it("members of encoded structures may stand without the namespace that the schema gives them", () => {
  const one = { code: "1", more: { code: "2" } };
  expect(read("encoded", "n:")).toEqual({ goods: one, list: [one] });
  expect(read("encoded", "")).toEqual({ goods: one, list: [one] });
});

it("not in literal messages, and nothing else is let in", () => {
  const refused = expect.objectContaining({ code: "SOAP_DECODE" });
  expect(() => read("literal", "")).toThrow(refused);
  expect(() => read("encoded", "", "<other/>")).toThrow(refused);
  expect(() => read("encoded", "n:", "<code>3</code>")).toThrow(refused);
});
