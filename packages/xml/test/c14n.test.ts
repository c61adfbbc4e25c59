import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { XmlReader } from "@coo/xml";
import { type CanonicalizeOptions, canonicalize } from "@coo/xml/c14n";
import { describe, expect, it } from "vitest";
import { C14N_EXPECTED } from "./expected-failures.ts";

interface Vector {
  readonly id?: string;
  readonly name?: string;
  readonly algorithm: string;
  readonly xml: string;
  readonly expected: string;
  readonly doctype?: boolean;
  readonly xpath?: string;
  readonly nodeSet?: { readonly xpath: string; readonly namespaces: Readonly<Record<string, string>> };
  readonly inclusivePrefixes?: readonly string[];
}

const folder = join(import.meta.dirname, "../../../../shared/corpus/crypto");
const vectors = (file: string): Vector[] =>
  (JSON.parse(readFileSync(join(folder, file), "utf8")) as { readonly tests: Vector[] }).tests;

function run(vector: Vector, choice: Pick<CanonicalizeOptions, "path" | "select">): string {
  return canonicalize(vector.xml, {
    mode: vector.algorithm.includes("exc-c14n") ? "exc-c14n" : "c14n",
    comments: vector.algorithm.endsWith("#WithComments"),
    ...(vector.inclusivePrefixes ? { inclusivePrefixes: vector.inclusivePrefixes } : {}),
    ...choice,
  });
}

describe.skipIf(!existsSync(folder))("published vectors (needs ../shared/corpus/crypto)", () => {
  for (const vector of existsSync(folder) ? vectors("c14n-xml-crypto.json") : []) {
    it(`xml-crypto: ${vector.name} (${vector.algorithm.slice(-20)})`, () => {
      const xpath = vector.xpath as string;
      const local = /^\/\/\*\[local-name\(\.?\)='(\w+)'\]$/.exec(xpath)?.[1];
      const select = (reader: XmlReader): boolean => local === undefined || reader.local === local;
      const choice = xpath.startsWith("//") ? { select } : { path: xpath.slice(1).split("/") };
      expect(run(vector, choice)).toBe(vector.expected);
    });
  }

  it("W3C and Merlin: each that names a document or one element; the rest is listed with its reason", () => {
    const unsupported: string[] = [];
    for (const vector of vectors("c14n-w3c-merlin.json")) {
      const id = vector.id as string;
      // One condition on one ancestor is a subtree; anything else picks single nodes.
      const subtree = /^\(\/\/\. \| \/\/@\* \| \/\/namespace::\*\)\s*\[\s*ancestor-or-self::(\w+):(\w+)\s*\]$/.exec(
        vector.nodeSet?.xpath ?? "",
      );
      if (vector.doctype) {
        expect(() => run(vector, {}), id).toThrow(expect.objectContaining({ code: "XML_DTD" }));
        continue;
      }
      if (vector.algorithm.endsWith("xml-c14n11") || (vector.nodeSet && !subtree)) {
        unsupported.push(id);
        continue;
      }
      const ns = vector.nodeSet?.namespaces[subtree?.[1] as string];
      const select = (reader: XmlReader): boolean => reader.ns === ns && reader.local === subtree?.[2];
      expect(run(vector, subtree ? { select } : {}), id).toBe(vector.expected);
    }
    expect(unsupported.sort()).toEqual(Object.values(C14N_EXPECTED).flat().sort());
  });
});

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
