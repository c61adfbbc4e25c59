import { canonicalize } from "@coo/xml/c14n";
import { describe, expect, it } from "vitest";

const pick = (xml: string) => () => canonicalize(xml, { mode: "exc-c14n", path: ["a", "b"] });

describe("canonical forms", () => {
  const soap =
    '<s:Envelope xmlns:s="urn:s" xmlns:x="urn:x" xml:lang="zh"><s:Body><t:op xmlns:t="urn:t" b="2" a=\'1\'><Body  >中文&#xD;\u{1F600}<empty/></Body></t:op></s:Body></s:Envelope>';

  it("takes a subtree with only the namespaces it uses (exclusive)", () => {
    expect(canonicalize(soap, { mode: "exc-c14n", path: ["Envelope", "Body", "op"] })).toBe(
      '<t:op xmlns:t="urn:t" a="1" b="2"><Body>中文&#xD;\u{1F600}<empty></empty></Body></t:op>',
    );
    expect(canonicalize(soap, { mode: "exc-c14n", path: ["*", "{urn:s}Body", "op", "Body"] })).toBe(
      "<Body>中文&#xD;\u{1F600}<empty></empty></Body>",
    );
    expect(
      canonicalize(soap, { mode: "exc-c14n", path: ["*", "*", "*"], inclusivePrefixes: ["x", "unknown", "#default"] }),
    ).toMatch(/^<t:op xmlns:t="urn:t" xmlns:x="urn:x" a="1" b="2">/);
  });

  it("takes a subtree with all namespaces in scope and xml:* attributes (inclusive)", () => {
    expect(canonicalize(soap, { mode: "c14n", path: ["Envelope", "Body", "op"] })).toMatch(
      /^<t:op xmlns:s="urn:s" xmlns:t="urn:t" xmlns:x="urn:x" a="1" b="2" xml:lang="zh"><Body>/,
    );
  });

  it("gives a slice the namespaces it is told of", () => {
    const options = { namespaces: [["p", "urn:p"]] as const };
    expect(canonicalize("<p:a/>", { mode: "exc-c14n", ...options })).toBe('<p:a xmlns:p="urn:p"></p:a>');
    expect(canonicalize("<a/>", { mode: "exc-c14n", ...options })).toBe("<a></a>");
    expect(canonicalize("<a/>", { mode: "c14n", ...options })).toBe('<a xmlns:p="urn:p"></a>');
  });

  it("keeps comments and processing instructions in their places", () => {
    const xml = "<!--1--><?p  d ?><a>x<!--2-->y<?q?></a><!--3-->\n<?r?>";
    expect(canonicalize(xml, { mode: "c14n", comments: true })).toBe(
      "<!--1-->\n<?p d ?>\n<a>x<!--2-->y<?q?></a>\n<!--3-->\n<?r?>",
    );
    expect(canonicalize(xml, { mode: "c14n" })).toBe("<?p d ?>\n<a>xy<?q?></a>\n<?r?>");
  });

  it("refuses an element that is absent or stands twice, and what is malformed behind it", () => {
    expect(pick("<a><c/></a>")).toThrow(expect.objectContaining({ code: "XML_UNEXPECTED" }));
    expect(pick("<a><b/><b/></a>")).toThrow(expect.objectContaining({ code: "XML_UNEXPECTED" }));
    expect(pick("<a><b/><c></a>")).toThrow(expect.objectContaining({ code: "XML_MALFORMED" }));
    expect(pick("<a><c><b/></c><b>1</b></a>")()).toBe("<b>1</b>");
  });

  it("refuses relative namespace names", () => {
    expect(() => canonicalize('<a xmlns="relative"/>', { mode: "exc-c14n" })).toThrow(
      expect.objectContaining({ code: "XML_NAMESPACE" }),
    );
  });

  it("sorts attributes by code point, astral names last", () => {
    expect(canonicalize('<a \u{20000}="1" \uf900="2" b="3"/>', { mode: "c14n" })).toBe(
      '<a b="3" \uf900="2" \u{20000}="1"></a>',
    );
  });

  it("escapes what XML says and nothing else", () => {
    expect(canonicalize(`<a b='"&lt;&gt;&#9;&#10;&#13;&apos;'>&gt;"'&#9;<![CDATA[<&>]]></a>`, { mode: "c14n" })).toBe(
      `<a b="&quot;&lt;>&#x9;&#xA;&#xD;'">&gt;"'\t&lt;&amp;&gt;</a>`,
    );
  });
});
