import { describe, expect, it } from "vitest";
import { checkLoaded } from "../src/constructs.ts";
import { decodeElement, encodeElement, isSoapError, resolveWireProfile } from "../src/core.ts";
import type { ComplexDescriptor, MessageDescriptor, SimpleDescriptor } from "../src/gen1.ts";

/** Without the package's main entry nothing is loaded. */
const text: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };

function message(type: Partial<ComplexDescriptor>, simple = text): MessageDescriptor<{ a?: unknown }> {
  return {
    k: "message",
    name: "M",
    type: {
      k: "complex",
      name: "M",
      ns: "",
      content: {
        k: "seq",
        items: [{ k: "el", prop: "a", name: "a", ns: "", type: simple, min: 0, max: 1 }],
        min: 1,
        max: 1,
      },
      ...type,
    },
  };
}

const repeated = message({
  content: {
    k: "seq",
    items: [{ k: "el", prop: "a", name: "a", ns: "", type: text, min: 0, max: 1 }],
    min: 0,
    max: -1,
    prop: "a",
  },
});

describe("what nobody imported", () => {
  it.each([
    ["attributes", message({ attrs: [{ prop: "b", name: "b", ns: "", type: text }] })],
    ["derived", message({ derived: () => [] })],
    ["lists", message({}, { ...text, js: "list", item: text })],
    ["patterns", message({}, { ...text, patterns: ["a"] })],
    ["times", message({}, { ...text, builtin: "gMonthDay" })],
    ["qnames", message({}, { ...text, builtin: "QName" })],
    ["wildcards", message({ mixed: true })],
    ["groups", repeated],
  ])("is told by name: %s", (name, descriptor) => {
    const write = (): string => encodeElement(descriptor, { a: "x" });
    expect(write).toThrow(`import "@coo/soap/with/${name}"`);
    expect(write).toThrow(expect.toSatisfy((error: unknown) => isSoapError(error, "SOAP_DESCRIPTOR")));
  });

  it("is told of a wire profile before anything is sent", () => {
    expect(() => checkLoaded(resolveWireProfile({ charset: "GBK" }))).toThrow("@coo/soap/with/charsets");
    expect(() => checkLoaded(resolveWireProfile({ head: "http-headers" }))).toThrow("@coo/soap/with/heads");
    expect(() => checkLoaded(resolveWireProfile({ answer: "json-string" }))).toThrow("@coo/soap/with/json");
    expect(() => checkLoaded(resolveWireProfile())).not.toThrow();
  });

  it("is told on reading as well", () => {
    expect(() => decodeElement(repeated, "<M><a>x</a></M>")).toThrow('import "@coo/soap/with/groups"');
  });

  it("is not missed by the usual", () => {
    const quick: SimpleDescriptor = { ...text, patterns: ["[a-z]+"], quick: true };
    expect(encodeElement(message({}, quick), { a: "x" })).toBe("<M><a>x</a></M>");
    expect(() => encodeElement(message({}, quick), { a: "1" })).toThrow('"1" does not match the pattern [a-z]+');
  });
});
