import { decodeXml, escapeAttribute, escapeText, XML_NS, XMLNS_NS, XmlReader, XmlWriter } from "@coo/xml";
import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { dump, dumpByLibxml } from "./libxml.ts";

const refuses = (run: () => unknown) => expect(run).toThrow(expect.objectContaining({ code: "XML_WRITE" }));

describe("escaping", () => {
  it("keeps text as it is where nothing needs it", () => {
    expect(escapeText("中文 \u{1F600} \"'\t\n")).toBe("中文 \u{1F600} \"'\t\n");
  });

  it("escapes markup, ]]> and CR in text; white space and quotes too in attributes", () => {
    expect(escapeText("a&b<c>]]>\r\n")).toBe("a&amp;b&lt;c&gt;]]&gt;&#13;\n");
    expect(escapeAttribute("a&b<c>\"'\t\r\n")).toBe("a&amp;b&lt;c&gt;&quot;'&#9;&#13;&#10;");
  });

  it("writes line feeds as told", () => {
    expect(escapeText("1\n2", "crlf")).toBe("1&#13;\n2");
    expect(escapeText("1\n2", "ncr")).toBe("1&#10;2");
    expect(escapeText("1\n2&", "slash-n")).toBe("1/n2&amp;");
  });

  it.each(["\0", "\u0001", "\u000b", "\u001f", "\ufffe", "\uffff", "\ud800", "\udc00", "\udc00\ud800"])(
    "refuses %j",
    (text) => {
      refuses(() => escapeText(`a${text}`));
      refuses(() => escapeAttribute(text));
      refuses(() => new XmlWriter().start("a").cdata(text));
    },
  );

  it("comes back from any text that XML can hold, also by libxml2", () => {
    const text = string({ unit: "binary", maxLength: 40 }).map((value) =>
      value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "x"),
    );
    assert(
      property(text, text, text, (value, content, section) => {
        const xml = new XmlWriter().start("a").attribute("b", value).text(content).cdata(section).end().toString();
        const whole = content + section;
        const expected = [`<{}a {}b=${value}`, ...(whole === "" ? [] : [`"${whole}`]), "/{}a"];
        expect(dump(xml)).toEqual(expected);
        expect(dumpByLibxml(new TextEncoder().encode(xml))).toEqual(expected);
      }),
      { seed: 20180701, numRuns: 300 },
    );
  });
});

describe("elements", () => {
  it("declares namespaces where they are needed, once", () => {
    const xml = new XmlWriter({ declaration: "UTF-8" })
      .start("Envelope", "urn:s", "s")
      .start("Body", "urn:s", "s")
      .start("op", "urn:t")
      .element("child", "1", "urn:t")
      .element("plain", "中&文")
      .end()
      .end()
      .end()
      .toString();
    expect(xml).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="urn:s"><s:Body><op xmlns="urn:t"><child>1</child>' +
        '<plain xmlns="">中&amp;文</plain></op></s:Body></s:Envelope>',
    );
  });

  it("declares prefixes of attributes and for QNames in values", () => {
    const writer = new XmlWriter({ shortEmpty: true })
      .start("a")
      .declare("xs", "urn:xs")
      .attribute("type", "xs:int", "urn:xsi", "xsi")
      .attribute("nil", "1", "urn:xsi", "xsi")
      .attribute("lang", "zh", XML_NS, "xml")
      .end();
    expect(writer.toString()).toBe(
      '<a xmlns:xs="urn:xs" xmlns:xsi="urn:xsi" xsi:type="xs:int" xsi:nil="1" xml:lang="zh"/>',
    );
  });

  it("forgets declarations with their element", () => {
    const xml = new XmlWriter()
      .start("r")
      .element("a", "", "urn:1", "p")
      .element("a", "", "urn:2", "p")
      .start("b", "urn:1", "p")
      .element("c", "", "urn:2", "p")
      .element("c", "", "urn:1", "p")
      .end()
      .end()
      .toString();
    expect(xml).toBe(
      '<r><p:a xmlns:p="urn:1"></p:a><p:a xmlns:p="urn:2"></p:a><p:b xmlns:p="urn:1"><p:c xmlns:p="urn:2"></p:c><p:c></p:c></p:b></r>',
    );
  });

  it("splits CDATA sections at ]]> and around CR", () => {
    const xml = new XmlWriter().start("a").cdata("1]]>2\r\n3").end().toString();
    expect(xml).toBe("<a><![CDATA[1]]]]><![CDATA[>2]]>&#13;<![CDATA[\n3]]></a>");
    const reader = new XmlReader(xml);
    reader.next();
    expect(reader.readText()).toBe("1]]>2\r\n3");
  });

  it("refuses what is no XML", () => {
    for (const name of ["", "1a", "a b", "a:b", "-a", "a\ud800", "<", "a>"]) refuses(() => new XmlWriter().start(name));
    refuses(() => new XmlWriter().start("a", "", "p"));
    refuses(() => new XmlWriter().start("a", XMLNS_NS, "p"));
    refuses(() => new XmlWriter().start("a", "urn:x", "xmlns"));
    refuses(() => new XmlWriter().start("a", "urn:x", "xml"));
    refuses(() => new XmlWriter().start("a", XML_NS, "p"));
    refuses(() => new XmlWriter().start("a").attribute("xmlns", "urn:x"));
    refuses(() => new XmlWriter().start("a").attribute("b", "1", "urn:x"));
    refuses(() => new XmlWriter().start("a").attribute("b", "1").attribute("b", "2"));
    refuses(() => new XmlWriter().start("a").attribute("b", "1", "urn:x", "p").attribute("b", "2", "urn:x", "q"));
    refuses(() => new XmlWriter().start("a").text("x").attribute("b", "1"));
    refuses(() => new XmlWriter().attribute("b", "1"));
    refuses(() => new XmlWriter().end());
    refuses(() => new XmlWriter().start("a").toString());
  });

  it("refuses two meanings of one prefix on one element", () => {
    refuses(() => new XmlWriter().start("a", "urn:1", "p").attribute("b", "", "urn:2", "p"));
    refuses(() => new XmlWriter().start("a", "urn:1", "p").declare("p", "urn:2"));
    refuses(() => new XmlWriter().start("a").declare("", "urn:1"));
    refuses(() => new XmlWriter().start("r", "urn:1", "p").start("a", "urn:1", "p").declare("p", "urn:2"));
    refuses(() => new XmlWriter().start("a").declare("p", "urn:1").attribute("b", "", "urn:2", "p"));
    expect(new XmlWriter().start("a", "urn:1", "p").declare("p", "urn:1").end().toString()).toBe(
      '<p:a xmlns:p="urn:1"></p:a>',
    );
  });
});

const write = () => new XmlWriter({ declaration: "GBK" }).start("货物").attribute("价", "€").text("\u{20000}中");

describe("bytes", () => {
  it("writes references for what GBK lacks in text and values, and refuses it in names", () => {
    const { text, encoding } = decodeXml(write().end().toBytes("GBK"));
    expect([text, encoding]).toEqual([
      '<?xml version="1.0" encoding="GBK"?><货物 价="&#8364;">&#131072;中</货物>',
      "GBK",
    ]);
    for (const writer of [write().start("\u{20000}").end(), write().cdata("€"), write().raw("€")])
      expect(() => writer.end().toBytes("GBK")).toThrow(expect.objectContaining({ code: "XML_ENCODING" }));
    expect(decodeXml(write().cdata("€").end().toBytes("GB18030"), { charset: "gbk" }).text).toContain("CDATA[€]]");
  });
});
