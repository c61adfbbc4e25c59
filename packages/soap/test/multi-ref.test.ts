import "../src/with/all.ts";
import { describe, expect, it } from "vitest";
import { DEFAULT_MESSAGE_LIMITS } from "../src/message/limits.ts";
import { resolveReferences } from "../src/message/multi-ref.ts";

const resolve = (text: string, others: readonly string[] = [], limits = DEFAULT_MESSAGE_LIMITS): string =>
  resolveReferences(text, others, limits);

describe("references of encoded messages", () => {
  it("leaves a message without references as it is", () => {
    const text = "<n:a xmlns:n='urn:x'><b  c = '1'/></n:a>";
    expect(resolve(text)).toBe(text);
  });

  it("puts what stands beside the wrapper where it is referred to, as often as it is", () => {
    const text = `<n:r xmlns:n="urn:x"><a href="#id0"/><b href="#id0"/></n:r>`;
    const ref = `<multiRef xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="id0" xsi:type="t:T"><v>1 &lt; 2</v></multiRef>`;
    const value = (name: string): string =>
      `<${name} xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="t:T"><v>1 &lt; 2</v></${name}>`;
    expect(resolve(text, [ref])).toBe(`<n:r xmlns:n="urn:x">${value("a")}${value("b")}</n:r>`);
  });

  it("follows references inside values referred to", () => {
    const others = [`<m id="1"><inner href="#2"/></m>`, `<m id="2">deep</m>`];
    expect(resolve(`<r><a href="#1"/></r>`, others)).toBe("<r><a><inner>deep</inner></a></r>");
  });

  it("knows enc:id and enc:ref of SOAP 1.2, and values that stand inside where they are named first", () => {
    const enc = `xmlns:enc="http://www.w3.org/2003/05/soap-encoding"`;
    expect(resolve(`<r ${enc}><a enc:id="x">1</a><b enc:ref="x"/></r>`)).toBe(`<r ${enc}><a>1</a><b ${enc}>1</b></r>`);
  });

  it("leaves out the name of the return value that SOAP 1.2 puts among the values", () => {
    const text = `<n:r xmlns:n="urn:x" xmlns:rpc="http://www.w3.org/2003/05/soap-rpc"><rpc:result>return</rpc:result><return>1</return></n:r>`;
    expect(resolve(text)).toBe(
      '<n:r xmlns:n="urn:x" xmlns:rpc="http://www.w3.org/2003/05/soap-rpc"><return>1</return></n:r>',
    );
    expect(resolve('<r xmlns:o="urn:o"><o:result/></r>')).toContain("<o:result/>");
  });

  it("keeps a qualified name apart from prefixes of the value", () => {
    const text = `<n:r xmlns:n="urn:x"><n:a href="#1"/></n:r>`;
    const out = resolve(text, [`<m xmlns:n="urn:other" id="1"><n:v/></m>`]);
    expect(out).toBe(`<n:r xmlns:n="urn:x"><r:a xmlns:r="urn:x" xmlns:n="urn:other"><n:v></n:v></r:a></n:r>`);
  });

  it("keeps a default namespace off an unqualified name and on what lies inside", () => {
    const out = resolve(`<r><a href="#1"/></r>`, [`<m xmlns="urn:d" id="1"><v/></m>`]);
    expect(out).toBe(`<r><a><v xmlns="urn:d"></v></a></r>`);
  });

  it.each([
    ["a circle", `<r><a href="#1"/></r>`, [`<m id="1"><b href="#1"/></m>`], /refers to itself/],
    ["references in a circle", `<r><a href="#1"/></r>`, [`<m id="1" href="#2"/>`, `<m id="2" href="#1"/>`], /circle/],
    ["a reference that leads nowhere", `<r><a href="#9"/></r>`, [], /leads nowhere/],
    ["an attachment", `<r><a href="cid:1@x"/></r>`, [], /outside of the message/],
    ["an id that stands twice", `<r><a id="1"/><b id="1"/></r>`, [], /twice/],
  ])("refuses %s", (_, text, others, message) => {
    expect(() => resolve(text, others)).toThrow(message);
  });

  it("refuses references that multiply a message", () => {
    const others = Array.from({ length: 30 }, (_, i) => `<m id="${i}"><a href="#${i + 1}"/><b href="#${i + 1}"/></m>`);
    others.push(`<m id="30">x</m>`);
    const limits = { ...DEFAULT_MESSAGE_LIMITS, maxBytes: 100_000 };
    expect(() => resolve(`<r><a href="#0"/></r>`, others, limits)).toThrow(/maxBytes/);
  });
});
