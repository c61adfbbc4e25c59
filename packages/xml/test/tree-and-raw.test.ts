import { readTree, XML_NS } from "@coo/xml";
import { rawElement } from "@coo/xml/raw";
import { describe, expect, it } from "vitest";

describe("readTree", () => {
  const tree = readTree(
    '<a xmlns="urn:1" xmlns:p="urn:2" xml:lang="zh">\n  <p:b x="1" p:x="2">中<!--c-->文</p:b>\r\n  <c xmlns=""><d/></c></a>',
  );

  it("gives names, attributes, text and places", () => {
    const [b, c] = tree.elements;
    expect([tree.local, tree.ns, tree.line, tree.column, tree.parent]).toEqual(["a", "urn:1", 1, 1, null]);
    expect([b?.local, b?.ns, b?.prefix, b?.line, b?.column, b?.text]).toEqual(["b", "urn:2", "p", 2, 3, "中文"]);
    expect([b?.attribute("x"), b?.attribute("x", "urn:2"), b?.attribute("y")]).toEqual(["1", "2", undefined]);
    expect(tree.attribute("lang", XML_NS)).toBe("zh");
    expect([c?.line, c?.column, c?.ns, c?.parent]).toEqual([3, 3, "", tree]);
    expect(tree.children.map((child) => child.kind)).toEqual(["text", "element", "text", "element"]);
  });

  it("looks prefixes up where the element stands", () => {
    const [, c] = tree.elements;
    const [d] = c?.elements ?? [];
    expect(["", "p", "xml", "q"].map((prefix) => d?.lookupNamespace(prefix))).toEqual(["", "urn:2", XML_NS, undefined]);
    expect(tree.lookupNamespace("")).toBe("urn:1");
  });

  it("knows where each element stands in the text", () => {
    const xml = "<a>1<b>2</b>3</a>";
    const [b] = readTree(xml).elements;
    expect(xml.slice(b?.start, b?.end)).toBe("<b>2</b>");
  });

  it("keeps comments when asked", () => {
    expect(readTree("<a>1<!--2-->3</a>", { comments: true }).children).toEqual([
      { kind: "text", text: "1" },
      { kind: "comment", text: "2" },
      { kind: "text", text: "3" },
    ]);
  });
});

describe("rawElement", () => {
  const xml =
    '<?xml version="1.0"?><Request xmlns:p="urn:p"><Head><Body>no</Body></Head><Body  a=\'1\'>\r\n<x>&#20013;<![CDATA[<]]></x ></Body></Request>';

  it("gives the exact text, untouched", () => {
    const found = rawElement(xml, ["Request", "Body"]);
    expect(found?.text).toBe("<Body  a='1'>\r\n<x>&#20013;<![CDATA[<]]></x ></Body>");
    expect(xml.slice(found?.start, found?.end)).toBe(found?.text);
    expect(found?.namespaces).toEqual([["p", "urn:p"]]);
    expect(rawElement(xml, ["Request", "Head", "Body"])?.text).toBe("<Body>no</Body>");
    expect(rawElement(xml, ["Request"])?.text).toBe(xml.slice(21));
    expect(rawElement("<a><b/></a>", ["a", "b"])?.text).toBe("<b/>");
  });

  it("finds nothing elsewhere", () => {
    expect(rawElement(xml, ["Response", "Body"])).toBeUndefined();
    expect(rawElement(xml, ["Request", "body"])).toBeUndefined();
    expect(rawElement(xml, ["Body"])).toBeUndefined();
    expect(rawElement(xml, ["Request", "{urn:p}Body"])).toBeUndefined();
    expect(rawElement('<a><p:b xmlns:p="urn:p"/></a>', ["*", "{urn:p}b"])?.text).toBe('<p:b xmlns:p="urn:p"/>');
  });

  it.each([
    "<Request><Body/><Body/></Request>",
    "<Request><Body>1</Body><x/><Body>2</Body></Request>",
    "<Request><p:Body xmlns:p='urn:p'/><Body/></Request>",
  ])("refuses two of them: %s", (text) => {
    expect(() => rawElement(text, ["Request", "Body"])).toThrow(expect.objectContaining({ code: "XML_UNEXPECTED" }));
  });

  it("refuses two parents of which only one has it", () => {
    expect(() => rawElement("<a><b/><b><c/></b></a>", ["a", "b", "c"])).toThrow(
      expect.objectContaining({ code: "XML_UNEXPECTED" }),
    );
  });

  it("is not taken in by text that looks like it", () => {
    expect(
      rawElement("<Request><!--<Body>1</Body>--><x><![CDATA[<Body>2</Body>]]></x><Body>3</Body></Request>", [
        "Request",
        "Body",
      ])?.text,
    ).toBe("<Body>3</Body>");
  });

  it("reads to the very end: what follows must be well-formed", () => {
    expect(() => rawElement("<Request><Body/></Request><", ["Request", "Body"])).toThrow(
      expect.objectContaining({ code: "XML_MALFORMED" }),
    );
    expect(() => rawElement("<!DOCTYPE Request><Request><Body/></Request>", ["Request", "Body"])).toThrow(
      expect.objectContaining({ code: "XML_DTD" }),
    );
  });
});
