import { COMMENT, END, EOF, isXmlError, PI, START, TEXT, type XmlErrorCode, XmlReader } from "@coo/xml";
import { describe, expect, it } from "vitest";
import { dump } from "./libxml.ts";

function codeOf(input: string | Uint8Array, options = {}): XmlErrorCode | "accepted" {
  try {
    dump(input, options);
    return "accepted";
  } catch (error) {
    if (!isXmlError(error)) throw error;
    return error.code;
  }
}

describe("events", () => {
  it("gives names, namespaces, attributes, depth and offsets", () => {
    const xml = '<?xml version="1.0"?>\n<p:a xmlns:p="urn:p" p:x="1" y="2"><b/>文本</p:a>';
    const reader = new XmlReader(xml);
    expect(reader.next()).toBe(START);
    expect([reader.qname, reader.prefix, reader.local, reader.ns, reader.depth]).toEqual(["p:a", "p", "a", "urn:p", 1]);
    expect(reader.attributeCount).toBe(2);
    expect([reader.attributeNs(0), reader.attributeLocal(0), reader.attributePrefix(0)]).toEqual(["urn:p", "x", "p"]);
    expect([reader.attribute("urn:p", "x"), reader.attribute("", "y"), reader.attribute("", "x")]).toEqual([
      "1",
      "2",
      undefined,
    ]);
    expect(xml.slice(reader.attributeOffset(1))).toMatch(/^y="2"/);
    expect(reader.declarations()).toEqual([["p", "urn:p"]]);
    expect(reader.position()).toEqual({ line: 2, column: 1 });
    expect(xml.slice(reader.contentOffset)).toBe("<b/>文本</p:a>");
    expect(reader.next()).toBe(START);
    expect([reader.local, reader.ns, reader.depth, reader.isEmptyElement, reader.attributeCount]).toEqual([
      "b",
      "",
      2,
      true,
      0,
    ]);
    expect(() => reader.attributeValue(0)).toThrow(RangeError);
    expect(reader.next()).toBe(END);
    expect([reader.local, reader.depth]).toEqual(["b", 2]);
    expect(reader.next()).toBe(TEXT);
    expect([reader.text, reader.depth, reader.isWhitespace, reader.isVerbatim]).toEqual(["文本", 1, false, true]);
    expect(reader.lookupNamespace("p")).toBe("urn:p");
    expect(reader.next()).toBe(END);
    expect([reader.local, reader.ns, reader.offset]).toEqual(["a", "urn:p", xml.length]);
    expect(reader.next()).toBe(EOF);
    expect(reader.next()).toBe(EOF);
  });

  it("joins text, references, CDATA and what surrounds comments into one event", () => {
    const xml = "<a>1&lt;<![CDATA[<2>]]><!--x-->&#x4E2D;<?p?>\r\n\r&#13;&#128512;</a>";
    expect(dump(xml)).toEqual(["<{}a ", '"1<<2>中\n\n\r\u{1F600}', "/{}a"]);
    expect(dump("<a><![CDATA[]]><!----></a>")).toEqual(["<{}a ", "/{}a"]);
  });

  it("gives comments and instructions when asked, with the text around them apart", () => {
    const reader = new XmlReader("<?p  q ?><a>1<!--c\r\n-->2<?r?></a><!---->", { comments: true });
    const seen: unknown[] = [];
    for (let event = reader.next(); event !== EOF; event = reader.next())
      seen.push(
        [
          event,
          event === START || event === END ? reader.local : event === PI ? reader.target : "",
          reader.depth,
        ].concat(event >= TEXT ? reader.text : []),
      );
    expect(seen).toEqual([
      [PI, "p", 0, "q "],
      [START, "a", 1],
      [TEXT, "", 1, "1"],
      [COMMENT, "", 1, "c\n"],
      [TEXT, "", 1, "2"],
      [PI, "r", 1, ""],
      [END, "a", 1],
      [COMMENT, "", 0, ""],
    ]);
  });

  it("normalises attribute values as for type CDATA", () => {
    const reader = new XmlReader('<a b="\t1\r\n2\n&#9;&#10;&#13;&quot;" c=\'"&apos;]]>\'/>');
    reader.next();
    expect(reader.attributeValue(0)).toBe(' 1 2 \t\n\r"');
    expect(reader.attributeValue(1)).toBe("\"']]>");
  });

  it("reads text and skips elements from a start tag", () => {
    const reader = new XmlReader("<a><b>1<!-- -->2</b><c><b/>x<b>y</b></c> <d/><e><f/></e></a>");
    reader.next();
    expect(reader.nextTag()).toBe(START);
    expect(reader.readText()).toBe("12");
    expect(reader.nextTag()).toBe(START);
    expect(reader.local).toBe("c");
    reader.skip();
    expect([reader.local, reader.depth]).toEqual(["c", 2]);
    expect(reader.nextTag()).toBe(START);
    expect(reader.readText()).toBe("");
    expect(reader.nextTag()).toBe(START);
    expect(() => reader.readText()).toThrow(expect.objectContaining({ code: "XML_UNEXPECTED" }));
  });

  it("refuses text between elements in nextTag, white space apart", () => {
    const reader = new XmlReader("<a>\n<b/>x</a>");
    expect([reader.nextTag(), reader.nextTag(), reader.nextTag()]).toEqual([START, START, END]);
    expect(() => reader.nextTag()).toThrow(expect.objectContaining({ code: "XML_UNEXPECTED", column: 5, line: 2 }));
  });

  it("is used again after an error, and knows nothing of the last document", () => {
    const reader = new XmlReader('<a xmlns:p="urn:p"><p:b>');
    reader.next();
    reader.next();
    expect(() => reader.next()).toThrow();
    reader.reset("<b><a/></b>");
    expect([reader.next(), reader.local, reader.lookupNamespace("p")]).toEqual([START, "b", undefined]);
    expect([reader.next(), reader.local, reader.next(), reader.next(), reader.next()]).toEqual([
      START,
      "a",
      END,
      END,
      EOF,
    ]);
    reader.reset("<p:b/>");
    expect(() => reader.next()).toThrow(expect.objectContaining({ code: "XML_NAMESPACE" }));
  });

  it("does not take a tag for the one that stood there last time when it only starts like it", () => {
    const reader = new XmlReader("<r><ab/><a/><ab>1</ab><abc>2</abc></r>");
    for (let i = 0; i < 3; i++) {
      reader.reset("<r><ab/><a/><ab>1</ab><abc>2</abc></r>");
      reader.next();
      const names: string[] = [];
      while (reader.nextTag() === START) {
        names.push(reader.local);
        reader.readText();
      }
      expect(names).toEqual(["ab", "a", "ab", "abc"]);
    }
  });

  it("does not take over another reader's guess, whose prefixes mean something else", () => {
    const one = new XmlReader('<p:a xmlns:p="urn:1"><p:b/></p:a>');
    one.next();
    const two = new XmlReader('<p:a xmlns:p="urn:2"><p:b/></p:a>');
    two.next();
    one.next();
    two.next();
    expect([one.ns, two.ns]).toEqual(["urn:1", "urn:2"]);
    const three = new XmlReader("<p:a/>");
    expect(() => three.next()).toThrow(expect.objectContaining({ code: "XML_NAMESPACE" }));
    // After a flood of prefixes all is forgotten, guesses included.
    const flood = (uri: string) =>
      `<p:a xmlns:p="${uri}">${Array.from({ length: 600 }, (_, i) => `<q${i}:b xmlns:q${i}="urn:q"/>`).join("")}</p:a>`;
    for (const uri of ["urn:1", "urn:2", "urn:3"]) {
      const reader = new XmlReader(flood(uri));
      reader.next();
      expect([reader.ns, reader.lookupNamespace("p")]).toEqual([uri, uri]);
      while (reader.next() !== EOF);
    }
  });

  it("reads fragments: text and several elements side by side", () => {
    const options = { fragment: true, namespaces: [["p", "urn:p"]] as const };
    expect(dump("1<p:a/>2<b/>", options)).toEqual(['"1', "<{urn:p}a ", "/{urn:p}a", '"2', "<{}b ", "/{}b"]);
    expect(dump("", options)).toEqual([]);
    expect(dump("a&amp;b", options)).toEqual(['"a&b']);
    expect(codeOf("<a>", options)).toBe("XML_MALFORMED");
    expect(codeOf("</a>", options)).toBe("XML_MALFORMED");
    expect(codeOf("a]]>", options)).toBe("XML_MALFORMED");
  });

  it("counts lines by LF, CR LF and CR, and gives places in any order", () => {
    const xml = "<a>\n<b/>\r\n<c/>\r<d>中\u{1F600}</d></a>";
    const reader = new XmlReader(xml);
    const at = (what: string) => reader.position(xml.indexOf(what));
    expect(at("<d>")).toEqual({ line: 4, column: 1 });
    expect(at("<b/>")).toEqual({ line: 2, column: 1 });
    expect(at("<c/>")).toEqual({ line: 3, column: 1 });
    expect(at("</d>")).toEqual({ line: 4, column: 7 });
    expect(reader.position(xml.indexOf("\r\n") + 1)).toEqual({ line: 2, column: 6 });
  });
});

describe("what is malformed", () => {
  it.each([
    ["", "no root"],
    ["   ", "no root"],
    ["x", "text only"],
    ["<a/>x", "text behind"],
    ["<a/><b/>", "two roots"],
    ["<a></b>", "wrong end tag"],
    ["<ab></a>", "end tag too short"],
    ["<a></ab>", "end tag too long"],
    ["<a></a", "end tag not closed"],
    ["</a>", "end tag first"],
    ["<a", "not closed"],
    ["<a b", "not closed"],
    ["<a b=", "not closed"],
    ['<a b="', "not closed"],
    ['<a b="x', "not closed"],
    ['<a b="x"', "not closed"],
    ["<a/", "not closed"],
    ["<a>", "no end tag"],
    ["<a>x", "no end tag"],
    ["< a/>", "space first"],
    ["<a / >", "space in />"],
    ["<a></ a>", "space first"],
    ["<a></a/>", "slash in end tag"],
    ['<a></a b="c">', "attribute in end tag"],
    ['<a b="1"c="2"/>', "no space between attributes"],
    ['<a b="1" b="1"/>', "doubled attribute"],
    ['<a xmlns:b="urn:1" xmlns:b="urn:2"/>', "doubled declaration"],
    ["<a b=1/>", "no quotes"],
    ["<a b/>", "no value"],
    ['<a b="<"/>', "< in value"],
    ['<a b="&"/>', "& in value"],
    ['<a b="&#0;"/>', "NUL in value"],
    ["<a>&</a>", "& alone"],
    ["<a>& ;</a>", "no reference"],
    ["<a>&lt</a>", "no semicolon"],
    ["<a>&nbsp;</a>", "undeclared entity"],
    ["<a>&LT;</a>", "entities have case"],
    ["<a>&#;</a>", "no digits"],
    ["<a>&#x;</a>", "no digits"],
    ["<a>&#X41;</a>", "X is lower case"],
    ["<a>&#4A;</a>", "hex without x"],
    ["<a>&#-1;</a>", "sign"],
    ["<a>&#xD800;</a>", "surrogate"],
    ["<a>&#xFFFE;</a>", "not a character"],
    ["<a>&#x110000;</a>", "beyond Unicode"],
    ["<a>&#99999999999999999999;</a>", "beyond Unicode"],
    ["<a>&#11;</a>", "control"],
    ["<a>]]></a>", "]]>"],
    ["<a>]]]></a>", "]]>"],
    ["<a>x]]&gt;]]></a>", "]]>"],
    ["<a>\u0000</a>", "NUL"],
    ["<a>\u000b</a>", "control"],
    ["<a>\ufffe</a>", "not a character"],
    ["<a>\ud800</a>", "lone high surrogate"],
    ["<a>\udc00</a>", "lone low surrogate"],
    ["<a>\udc00\ud800</a>", "swapped"],
    ['<a b="\ud800"/>', "lone surrogate in value"],
    ["<a\ud800/>", "lone surrogate in name"],
    ["<a><!--\u0001--></a>", "control in comment"],
    ["<a><![CDATA[\u0001]]></a>", "control in CDATA"],
    ["<a><?p \u0001?></a>", "control in instruction"],
    ["<a><!-- -- --></a>", "-- in comment"],
    ["<a><!-- ---></a>", "comment ends with -"],
    ["<a><!--></a>", "comment not closed"],
    ["<a><!- x --></a>", "half a comment"],
    ["<!-- <a/>", "comment not closed"],
    ["<a><![CDATA[x]]</a>", "CDATA not closed"],
    ["<a><![cdata[x]]></a>", "CDATA in lower case"],
    ["<![CDATA[x]]><a/>", "CDATA outside"],
    ["<a><?p", "instruction not closed"],
    ["<a><?></a>", "no target"],
    ["<a><? p?></a>", "no target"],
    ["<a><?xml version='1.0'?></a>", "declaration inside"],
    ["<a><?XmL x?></a>", "reserved target"],
    [" <?xml version='1.0'?><a/>", "declaration not at the start"],
    ["<?xml?><a/>", "empty declaration"],
    ["<?xml version='1.0'><a/>", "declaration not closed"],
    ["<?xml encoding='UTF-8'?><a/>", "no version"],
    ["<?xml version='2.0'?><a/>", "version 2"],
    ["<?xml version='1.0' standalone='maybe'?><a/>", "standalone"],
    ["<?xml version='1.0' standalone='yes' encoding='UTF-8'?><a/>", "wrong order"],
    ["<?xml version='1.0'encoding='UTF-8'?><a/>", "no space"],
    ["<?xml version='1.0' encoding='-8'?><a/>", "name of encoding"],
    ["<1a/>", "name starts with a digit"],
    ["<-a/>", "name starts with -"],
    ["<a\u00d7/>", "× is no name character"],
    ["<a .b='1'/>", "attribute name starts with ."],
    ["\ufeff\ufeff<a/>", "second byte order mark"],
  ])("refuses %j (%s)", (xml) => {
    expect(codeOf(xml)).toBe("XML_MALFORMED");
  });

  it.each([
    "<p:a/>",
    "<a p:b='1'/>",
    "<a><b xmlns:p='urn:p'/><p:c/></a>",
    "<:a/>",
    "<a:/>",
    "<a:b:c xmlns:a='urn:a'/>",
    "<a xmlns:p=''/>",
    "<a xmlns:xmlns='urn:x'/>",
    "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
    "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
    "<a xmlns:xml='urn:x'/>",
    "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
    "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
    "<xmlns:a/>",
    "<a xmlns:p='urn:1' xmlns:q='urn:1' p:b='' q:b=''/>",
    "<a xmlns:p='urn:1' p:c='' xmlns:q='urn:1' p:b='' q:d='' p:e='' p:f='' p:g='' p:h='' p:i='' p:j='' q:e=''/>",
    "<a><?p:q?></a>",
  ])("refuses the namespaces of %s", (xml) => {
    expect(codeOf(xml)).toBe("XML_NAMESPACE");
  });

  it.each([
    "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='zh'/>",
    "<a xmlns='urn:1' xmlns:p='urn:1' b='' p:b=''/>",
    "<a xmlns='urn:1'><b xmlns=''/></a>",
    "<中文 属性='值'><\u{20000}/></中文>",
    "<a·/>",
    "<_a.b-c1/>",
    "<a\n\tb = '1'\r\n></a\n>",
    "<a>]] > ]]&gt; ></a>",
    "<a b='>'/>",
    "<a><!-- - - --><?xml-stylesheet x?><?p ??></a>",
    "<?xml version='1.1' standalone='no' ?><a/>",
    "<a>\u0085\u2028\ue000\ufffd\ufdd0\u{10ffff}</a>",
  ])("accepts %s", (xml) => {
    expect(codeOf(xml)).toBe("accepted");
  });

  it("refuses each DOCTYPE before anything in it is read", () => {
    for (const xml of [
      "<!DOCTYPE a><a/>",
      '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      "<a><!DOCTYPE a></a>",
      "<a/><!DOCTYPE a>",
      "<!DOCTYPE",
    ])
      expect(codeOf(xml), xml).toBe("XML_DTD");
    expect(codeOf("<!doctype a><a/>")).toBe("XML_MALFORMED");
    expect(codeOf("<a>&b;</a>")).toBe("XML_MALFORMED");
  });

  it("says where and what, in both languages", () => {
    const reader = new XmlReader("<a>\n  <b>中</c>\n</a>");
    const run = () => {
      while (reader.next() !== EOF);
    };
    expect(run).toThrow(
      expect.objectContaining({
        name: "XmlError",
        code: "XML_MALFORMED",
        line: 2,
        column: 7,
        offset: 10,
        message: "</b> is expected here (line 2, column 7)",
        messageZh: "此处应为结束标签 </b>（第 2 行第 7 列）",
      }),
    );
  });

  it("keeps messages short whatever stands in the document", () => {
    try {
      dump(`<${"a".repeat(900)}></b>`);
      expect.unreachable();
    } catch (error) {
      expect((error as Error).message.length).toBeLessThan(150);
    }
  });

  it("refuses instructions when told to", () => {
    expect(codeOf("<a><?p?></a>", { refusePi: true })).toBe("XML_MALFORMED");
    expect(codeOf("<?xml version='1.0'?><a/>", { refusePi: true })).toBe("accepted");
  });
});
