import { describe, expect, it } from "vitest";
import { buildXml } from "../src/xml/build.ts";
import { canonicalizeExclusive } from "../src/xml/c14n.ts";
import { childNamed, textOf, type XmlNode } from "../src/xml/node.ts";
import { readXml } from "../src/xml/read.ts";
import { XML_LIMITS } from "../src/xml/scan.ts";

const text = (xml: string): string | undefined => textOf(readXml(xml).root);

describe("reading", () => {
  it.each([
    ["a document type", "<!DOCTYPE a><a/>"],
    ["an entity", '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ["an entity nobody declared", "<a>&nbsp;</a>"],
    ["a lone ampersand", "<a>a & b</a>"],
    ["a processing instruction", "<?x y?><a/>"],
    ["a late declaration", ' <?xml version="1.0"?><a/>'],
    ["a wrong declaration", '<?xml version="1.1"?><a/>'],
    ["two roots", "<a/><b/>"],
    ["text behind the root", "<a/>x"],
    ["text before the root", "x<a/>"],
    ["no root", "<!-- a -->"],
    ["nothing", ""],
    ["a wrong end tag", "<a><b></a></b>"],
    ["an open element", "<a><b></b>"],
    ["an end tag too many", "<a></a></a>"],
    ["an attribute twice", '<a b="1" b="2"/>'],
    ["an attribute twice by namespace", '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>'],
    ["an attribute without value", "<a b/>"],
    ["an attribute without quotes", "<a b=1/>"],
    ["attributes without space", '<a b="1"c="2"/>'],
    ["< in an attribute", '<a b="<"/>'],
    ["]]> in text", "<a>]]></a>"],
    ["an open CDATA section", "<a><![CDATA[x</a>"],
    ["CDATA outside the root", "<![CDATA[x]]><a/>"],
    ["-- in a comment", "<a><!-- a -- b --></a>"],
    ["a control character", "<a>\u0001</a>"],
    ["a reference to a control character", "<a>&#1;</a>"],
    ["a reference beyond Unicode", "<a>&#x110000;</a>"],
    ["a reference to half a pair", "<a>&#xD800;</a>"],
    ["half a pair", "<a>\uD83D</a>"],
    ["U+FFFE", "<a>\uFFFE</a>"],
    ["an undeclared prefix", "<p:a/>"],
    ["an undeclared prefix of an attribute", '<a p:b="1"/>'],
    ["a prefix undeclared again", '<a xmlns:p="u"><b xmlns:p=""/></a>'],
    ["the prefix xmlns declared", '<a xmlns:xmlns="u"/>'],
    ["the prefix xml bound elsewhere", '<a xmlns:xml="u"/>'],
    ["a name of three parts", '<a xmlns:p="u"><p:b:c/></a>'],
    ["a name that starts with a digit", "<1a/>"],
    ["a name that would reach into objects", "<a><__proto__/></a>"],
    ["white space before a name", "< a/>"],
  ])("refuses %s", (_, xml) => {
    expect(() => readXml(xml)).toThrow(expect.objectContaining({ code: "SANDBOX_XML" }));
  });

  it.each([
    ["length", { maxLength: 20 }, `<a>${"x".repeat(20)}</a>`],
    ["depth", { maxDepth: 3 }, "<a><a><a><a/></a></a></a>"],
    ["elements", { maxElements: 3 }, "<a><b/><b/><b/></a>"],
    ["attributes", { maxAttributes: 1 }, '<a b="1" c="2"/>'],
    ["names", { maxNameLength: 3 }, "<abcd/>"],
    ["attribute names", { maxNameLength: 3 }, '<a abcd="1"/>'],
  ])("keeps the limit of %s", (_, limit, xml) => {
    expect(() => readXml(xml, { ...XML_LIMITS, ...limit })).toThrow(expect.objectContaining({ code: "SANDBOX_XML" }));
    expect(readXml(xml)).toBeDefined();
  });

  it("leaves values as text: no trimming, no numbers, no booleans", () => {
    expect(["007", " 1.50 ", "true", "1e3", "0x10", ""].map((value) => text(`<a>${value}</a>`))).toEqual([
      "007",
      " 1.50 ",
      "true",
      "1e3",
      "0x10",
      "",
    ]);
  });

  it("resolves references once, keeps CDATA as it is, and joins pieces", () => {
    expect(text("<a>&amp;lt; &#x82CF;&#33487; <![CDATA[&amp;<b>]]><!-- c -->]]<![CDATA[]]>&gt;</a>")).toBe(
      "&lt; 苏苏 &amp;<b>]]>",
    );
  });

  it("turns literal line ends into LF and keeps those written as references", () => {
    expect(text("<a>1\r\n2\r3&#13;\n4<![CDATA[\r\n]]></a>")).toBe("1\n2\n3\r\n4\n");
  });

  it("normalises white space in attributes, not that written as references", () => {
    expect(readXml('<a b="1\t2\r\n3&#10;4"/>').root.attributes[0]?.value).toBe("1 2 3\n4");
  });

  it("gives the order of children and the namespaces in scope", () => {
    const { root } = readXml('<a xmlns="u" xmlns:p="v"><b/><p:c d="1" p:e="2"/><b xmlns=""/></a>');
    const children = root.children as XmlNode[];
    expect(children.map((child) => `{${child.ns}}${child.local}`)).toEqual(["{u}b", "{v}c", "{}b"]);
    expect(children[1]?.attributes.map((one) => `{${one.ns}}${one.local}`)).toEqual(["{}d", "{v}e"]);
  });

  it("tells where the root's children stand", () => {
    const xml = "<Request>\r\n<Head><a/></Head> <Body ><b>&#13;</b></Body></Request>";
    const { spans } = readXml(xml);
    expect(spans.map((span) => xml.slice(span.start, span.end))).toEqual([
      "<Head><a/></Head>",
      "<Body ><b>&#13;</b></Body>",
      xml,
    ]);
  });
});

describe("writing", () => {
  it("escapes so that reading gives the same text back", () => {
    const value = "a & b < c > d ]]> \r\n \t \" ' 苏 𠮷";
    const xml = buildXml({ name: "a", attributes: [["b", value]], children: [value] });
    const { root } = readXml(xml);
    expect([textOf(root), root.attributes[0]?.value]).toEqual([value, value]);
  });

  it("splits CDATA where the text would end it", () => {
    const xml = buildXml({ name: "a", children: [{ cdata: "<x>]]></x>" }] });
    expect([xml, text(xml)]).toEqual(["<a><![CDATA[<x>]]]]><![CDATA[></x>]]></a>", "<x>]]></x>"]);
  });

  it("writes an empty element with both tags", () => {
    expect(buildXml({ name: "a", children: [{ name: "b" }] })).toBe("<a><b></b></a>");
  });
});

const canonical = (xml: string, local: string): string =>
  canonicalizeExclusive(childNamed(readXml(xml).root, local) as XmlNode);

describe("exclusive canonical form", () => {
  it("is that of the specification's first example", () => {
    // xml-exc-c14n 1.0, section 2.2: the same subdocument in two contexts.
    const first =
      '<n0:pdu xmlns:n0="http://a.example"><n1:elem1 xmlns:n1="http://b.example">content</n1:elem1></n0:pdu>';
    const second =
      '<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain"><n1:elem2 xmlns:n0="http://foo.example" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n2:pdu>';
    expect(canonical(first, "elem1")).toBe('<n1:elem1 xmlns:n1="http://b.example">content</n1:elem1>');
    expect(canonical(second, "elem2")).toBe(
      '<n1:elem2 xmlns:n1="http://example.com" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    );
  });

  it("orders attributes by namespace and name, and escapes as asked", () => {
    expect(
      canonical(
        `<r xmlns:b="urn:b" xmlns:a="urn:z"><x b:two='2' a:one='"' z='&#9;&lt;' c='1'>&gt;&#13;&amp;"</x></r>`,
        "x",
      ),
    ).toBe('<x xmlns:a="urn:z" xmlns:b="urn:b" c="1" z="&#x9;&lt;" b:two="2" a:one="&quot;">&gt;&#xD;&amp;"</x>');
  });

  it("drops comments and redundant declarations, undoes the default namespace, writes CDATA as text", () => {
    expect(
      canonical('<r xmlns="u"><x><!-- c --><y xmlns="u"/><z xmlns=""><w xmlns=""/></z><![CDATA[<]]></x></r>', "x"),
    ).toBe('<x xmlns="u"><y></y><z xmlns=""><w></w></z>&lt;</x>');
  });
});
