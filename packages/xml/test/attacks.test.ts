import { DEFAULT_LIMITS, EOF, isXmlError, START, type XmlLimits, XmlReader } from "@coo/xml";
import { canonicalize } from "@coo/xml/c14n";
import { rawElement } from "@coo/xml/raw";
import { describe, expect, it } from "vitest";

// Sizes are chosen so that a linear reader needs about a second and a quadratic one minutes: the time limit lies far from both.
const HUGE: Partial<XmlLimits> = {
  maxBytes: 1 << 28,
  maxDepth: 1 << 22,
  maxAttributes: 1 << 22,
  maxNameLength: 1 << 26,
  maxElements: 1 << 26,
  maxTextLength: 1 << 27,
};

function read(input: string | Uint8Array, limits: Partial<XmlLimits> = {}): number {
  const reader = new XmlReader(input, { limits });
  let events = 0;
  while (reader.next() !== EOF) events++;
  return events;
}

function codeOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (!isXmlError(error)) throw error;
    return error.code;
  }
}

const nested = (depth: number, tag = "a"): string => `<${tag}>`.repeat(depth) + `</${tag}>`.repeat(depth);

const refused = (xml: string, limits: Partial<XmlLimits> = {}) => codeOf(() => read(xml, limits));
const attributes = (count: number) => `<a${Array.from({ length: count }, (_, i) => ` b${i}=''`).join("")}/>`;

describe("limits", () => {
  it("stand at values that messages of this field never reach", () => {
    expect(DEFAULT_LIMITS).toEqual({
      maxBytes: 33_554_432,
      maxDepth: 100,
      maxAttributes: 256,
      maxTextLength: 16_777_216,
      maxNameLength: 1024,
      maxElements: 1_000_000,
    });
  });

  it("accept what is exactly at the limit and refuse one more", () => {
    expect(refused(nested(100))).toBeUndefined();
    expect(refused(nested(101))).toBe("XML_TOO_DEEP");
    expect(refused(attributes(256))).toBeUndefined();
    expect(refused(attributes(257))).toBe("XML_LIMIT");
    expect(refused(attributes(1), { maxAttributes: 0 })).toBe("XML_LIMIT");
    expect(refused("<a xmlns='urn:a' b='c'/>", { maxAttributes: 1 })).toBe("XML_LIMIT");
    expect(refused(`<${"a".repeat(1024)}/>`)).toBeUndefined();
    expect(refused(`<${"a".repeat(1025)}/>`)).toBe("XML_LIMIT");
    expect(refused(`<p:${"a".repeat(1022)} xmlns:p='urn:p'/>`)).toBeUndefined();
    expect(refused(`<p:${"a".repeat(1023)} xmlns:p='urn:p'/>`)).toBe("XML_LIMIT");
    expect(refused(`<a><?${"p".repeat(1025)}?></a>`)).toBe("XML_LIMIT");
    expect(refused("<a><b/><b/></a>", { maxElements: 3 })).toBeUndefined();
    expect(refused("<a><b/><b/><b/></a>", { maxElements: 3 })).toBe("XML_LIMIT");
    expect(refused("<a>1234</a>", { maxTextLength: 4 })).toBeUndefined();
    expect(refused("<a>12345</a>", { maxTextLength: 4 })).toBe("XML_LIMIT");
    expect(refused("<a>12<![CDATA[34]]><!---->5</a>", { maxTextLength: 4 })).toBe("XML_LIMIT");
    expect(refused("<a b='12345'/>", { maxTextLength: 4 })).toBe("XML_LIMIT");
    expect(refused("<a/>", { maxBytes: 4 })).toBeUndefined();
    expect(refused("<a/> ", { maxBytes: 4 })).toBe("XML_TOO_LARGE");
  });

  it("hold in readText too", () => {
    const reader = new XmlReader("<a>12345</a>", { limits: { maxTextLength: 4 } });
    reader.next();
    expect(() => reader.readText()).toThrow(expect.objectContaining({ code: "XML_LIMIT" }));
  });
});

describe("nothing is super-linear", { timeout: 60_000 }, () => {
  const many = 300_000;

  it.each<[string, string]>([
    ["deep nesting", nested(many)],
    ["many attributes", `<a${Array.from({ length: many }, (_, i) => ` b${i}=''`).join("")}/>`],
    [
      "many prefixes on one element",
      `<a${Array.from({ length: many }, (_, i) => ` xmlns:p${i}='urn:${i}' p${i}:b=''`).join("")}/>`,
    ],
    ["one prefix declared at each level", `${"<a xmlns:p='urn:1' p:b='1'>".repeat(100_000)}${"</a>".repeat(100_000)}`],
    [
      "another prefix at each level, the outermost used",
      `${Array.from({ length: many }, (_, i) => `<a xmlns:p${i}='u' p0:b='1'>`).join("")}${"</a>".repeat(many)}`,
    ],
    ["many names", `<a>${Array.from({ length: many }, (_, i) => `<b${i}/>`).join("")}</a>`],
    ["long names", `<a>${`<${"b".repeat(1000)}/>`.repeat(20_000)}</a>`],
    ["one huge name", `<${"a".repeat(20_000_000)}/>`],
    ["names that differ at the end", `<a>${`<${"b".repeat(500)}1/><${"b".repeat(500)}2/>`.repeat(10_000)}</a>`],
    ["many references", `<a>${"&lt;&#65;&amp;".repeat(many)}</a>`],
    ["escaped payload", `<a>${"&lt;b&gt;x&amp;y&lt;/b&gt;".repeat(many)}</a>`],
    ["many CDATA sections", `<a>${"<![CDATA[x]]>".repeat(many)}</a>`],
    ["empty CDATA sections", `<a>${"<![CDATA[]]>".repeat(many)}</a>`],
    ["many comments", `<a>${"<!---->".repeat(many)}</a>`],
    ["comments between characters", `<a>${"x<!-- -->".repeat(many)}</a>`],
    ["instructions", `<a>${"<?p?>".repeat(many)}</a>`],
    ["brackets", `<a>${"]]".repeat(many * 10)}</a>`],
    ["carriage returns", `<a>${"\r".repeat(many * 10)}</a>`],
    ["white space in tags", `<a${" ".repeat(10_000_000)}></a${"\n".repeat(10_000_000)}>`],
    ["white space around the root", `${" ".repeat(10_000_000)}<a/>${" ".repeat(10_000_000)}`],
    ["comments around the root", `${"<!---->".repeat(many)}<a/>${"<?p?>".repeat(many)}`],
    ["hyphens in a comment", `<a><!--${"- ".repeat(many * 10)}--></a>`],
    ["one long text", `<a>${"中".repeat(20_000_000)}</a>`],
    ["one long value", `<a b='${"\u{1F600}\n&gt;".repeat(2_000_000)}'/>`],
    ["white space in the declaration", `<?xml version="1.0"${" ".repeat(5_000_000)}?><a/>`],
  ])("%s", (_, xml) => {
    expect(read(xml, HUGE)).toBeGreaterThan(0);
  });

  it.each<[string, string]>([
    ["ampersands without semicolon", `<a>${"&a".repeat(many * 10)}</a>`],
    ["open tags", "<a ".repeat(many)],
    ["unclosed elements", "<a>".repeat(many)],
    ["an unclosed value", `<a b="${"x".repeat(10_000_000)}`],
    ["an unclosed comment", `<a><!--${"-x".repeat(many * 10)}`],
    ["an unclosed CDATA section", `<a><![CDATA[${"]]".repeat(many * 10)}`],
    ["a malformed declaration", `<?xml version="1.0"${" ".repeat(5_000_000)}x?><a/>`],
    ["a wrong end tag after many lines", `<a>${"\n".repeat(10_000_000)}</b>`],
    ["doubled attributes", `<a${Array.from({ length: many }, (_, i) => ` b${i}=''`).join("")} b0=''/>`],
  ])("refusing %s", (_, xml) => {
    expect(codeOf(() => read(xml, HUGE))).toBe("XML_MALFORMED");
  });

  it("places of elements on one long line, and on many", () => {
    for (const gap of ["", "\n"]) {
      const reader = new XmlReader(`<a>${`<b/>${gap}`.repeat(many)}</a>`, { limits: HUGE });
      let sum = 0;
      for (let event = reader.next(); event !== EOF; event = reader.next())
        if (event === START) sum += reader.position().column;
      expect(sum).toBeGreaterThan(many);
    }
  });

  it("canonical forms and raw slices", () => {
    const declarations = Array.from({ length: 2000 }, (_, i) => ` xmlns:p${i}='urn:${i}'`).join("");
    const xml = `<a${declarations}>${"<p1:b p0:c='1'>x</p1:b>".repeat(50_000)}${nested(50_000)}</a>`;
    for (const mode of ["c14n", "exc-c14n"] as const)
      expect(canonicalize(xml, { mode, limits: HUGE }).length).toBeGreaterThan(1_000_000);
    expect(rawElement(xml, ["a"], { limits: HUGE })?.text.length).toBe(xml.length);
  });
});

describe("entities and external things", () => {
  it.each([
    '<!DOCTYPE a [<!ENTITY x0 "x"><!ENTITY x1 "&x0;&x0;&x0;&x0;"><!ENTITY x2 "&x1;&x1;&x1;&x1;">]><a>&x2;</a>',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]><a/>',
    "<!DOCTYPE a PUBLIC '-//x' 'http://127.0.0.1/x.dtd'><a/>",
    '<!DOCTYPE a [<!ATTLIST a b CDATA "default">]><a/>',
  ])("refuses %s", (xml) => {
    expect(codeOf(() => read(xml))).toBe("XML_DTD");
  });

  it("knows names of objects as names only", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"];
    const xml = `<a ${names.map((name) => `${name}="1"`).join(" ")}>${names.map((name) => `<${name}/>`).join("")}</a>`;
    const reader = new XmlReader(xml);
    reader.next();
    expect(Array.from({ length: reader.attributeCount }, (_, i) => reader.attributeLocal(i))).toEqual(names);
    const seen: string[] = [];
    while (reader.nextTag() === START) {
      seen.push(reader.local);
      reader.skip();
    }
    expect(seen).toEqual(names);
    expect(read("<__proto__:a xmlns:__proto__='__proto__'/>")).toBe(2);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("a reader that waits", () => {
  it("keeps neither the document nor its names", () => {
    const reader = new XmlReader(`<a>${Array.from({ length: 5000 }, (_, i) => `<b${i}/>`).join("")}</a>`);
    while (reader.next() !== EOF);
    reader.release();
    expect([reader.source, reader.text, reader.offset]).toEqual(["", "", 0]);
    reader.reset("<c/>");
    expect([reader.next(), reader.local]).toEqual([START, "c"]);
  });

  it("works beside others: readers share no state", () => {
    const one = new XmlReader(`<a>${"<b>1</b>".repeat(100)}</a>`);
    const two = new XmlReader(`<x xmlns="urn:x">${"<y>2</y>".repeat(100)}</x>`);
    for (let i = 0; i < 3; i++) {
      one.next();
      two.next();
      canonicalize("<q>3</q>", { mode: "c14n" });
    }
    expect([one.text || one.local, two.ns]).toEqual(["1", "urn:x"]);
    let rest = 0;
    while (one.next() !== EOF) rest++;
    expect(rest).toBe(2 + 100 * 3 - 3);
  });
});
