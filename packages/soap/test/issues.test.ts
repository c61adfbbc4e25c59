import {
  DecodeError,
  decodeElement,
  EncodeError,
  encodeElement,
  type Issue,
  isSoapError,
  validateValue,
} from "@coo/soap";
import { XmlReader } from "@coo/xml";
import { describe, expect, it } from "vitest";
import { EverythingMessage } from "./support/constructs.ts";
import { AnswerMessage, QueryMessage } from "./support/descriptors.ts";

const labels = { "QueryRequest.goodsList.goods.hsCode": { zh: "HS编码", en: "HS code" } };

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (error instanceof EncodeError || error instanceof DecodeError) return error.issues;
    throw error;
  }
  return [];
}

describe("issues of an object", () => {
  const wrong = {
    branchCode: "3110000",
    active: "yes",
    goodsList: {
      goods: [
        { hsCode: "1", name: "a" },
        { hsCode: "08041000123", name: 5, amount: "0" },
        { name: "b", extra: 1 },
      ],
    },
    colour: "red",
  };

  it("name the path, the element, the label, the rule and the value", () => {
    const issues = validateValue(QueryMessage, wrong, { labels });
    expect(issues.map(({ code, path, element }) => [code, path, element])).toEqual([
      ["unknown_property", "", "/QueryRequest"],
      ["max_length", "branchCode", "/QueryRequest/branchCode"],
      ["type", "active", "/QueryRequest/active"],
      ["max_length", "goodsList.goods[1].hsCode", "/QueryRequest/goodsList/goods[2]/hsCode"],
      ["type", "goodsList.goods[1].name", "/QueryRequest/goodsList/goods[2]/name"],
      ["min_exclusive", "goodsList.goods[1].amount", "/QueryRequest/goodsList/goods[2]/amount"],
      ["unknown_property", "goodsList.goods[2]", "/QueryRequest/goodsList/goods[3]"],
      ["required", "goodsList.goods[2].hsCode", "/QueryRequest/goodsList/goods[3]/hsCode"],
    ]);
    expect(issues[3]).toEqual({
      code: "max_length",
      path: "goodsList.goods[1].hsCode",
      element: "/QueryRequest/goodsList/goods[2]/hsCode",
      label: { zh: "HS编码", en: "HS code" },
      message: "has length 11, at most 10 allowed",
      messageZh: "长度为 11,至多 10",
    });
    expect(issues[5]?.message).toBe('"0" is not above 0');
    for (const issue of issues) expect(issue.messageZh).toMatch(/\p{Script=Han}/u);
  });

  it("are those of the error, which says the first in words", () => {
    const run = (): string => encodeElement(QueryMessage, wrong as never, { labels });
    expect(issuesOf(run)).toEqual(validateValue(QueryMessage, wrong, { labels }));
    expect(run).toThrow("QueryRequest cannot be written: /QueryRequest: property colour is not known and 7 more");
    expect(issuesOf(() => encodeElement(QueryMessage, wrong as never, { allErrors: false }))).toHaveLength(1);
  });

  it("let unknown properties pass when asked", () => {
    expect(validateValue(QueryMessage, { branchCode: "1", colour: "red" }, { strict: false })).toEqual([]);
    expect(validateValue(QueryMessage, { branchCode: "1", colour: undefined })).toEqual([]);
  });

  it("say what kind of value stands where another is expected", () => {
    const cases: readonly [unknown, string][] = [
      [null, "expected object, got null"],
      [[], "expected object, got array"],
      ["x", "expected object, got string"],
      [{ branchCode: null }, "must not be null"],
      [{ branchCode: 5 }, "expected string, got number"],
      [{ branchCode: "1", page: "1" }, "expected number, got string"],
      [{ branchCode: "1", page: 1.5 }, '"1.5" is no xs:int'],
      [{ branchCode: "1", page: Number.NaN }, '"NaN" is no xs:int'],
      [{ branchCode: "1", seal: "AAAA" }, "expected Uint8Array, got string"],
      [{ branchCode: "1", goodsList: { goods: {} } }, "expected array, got object"],
      [{ branchCode: "1", goodsList: { goods: [] } }, "stands 0 times, at least 1 expected"],
      [{ branchCode: "1", goodsList: {} }, "is required"],
      [{ branchCode: "1", remark: "a\u0000b" }, "character U+0000 cannot stand in XML"],
      [{ branchCode: "1", remark: "\ud800" }, "character U+D800 cannot stand in XML"],
    ];
    for (const [value, message] of cases) expect(validateValue(QueryMessage, value)[0]?.message).toBe(message);
  });

  it("take nothing from a prototype", () => {
    const inherited = Object.create({ branchCode: "1" }) as object;
    expect(validateValue(EverythingMessage, { id: "a", email: "b" })).toEqual([]);
    expect(encodeElement(EverythingMessage, { id: "a", email: "b" })).not.toContain("constructor");
    expect(Object.keys(inherited)).toEqual([]);
  });

  it("find a cycle", () => {
    const parent: Record<string, unknown> = { $type: "Person", name: "a" };
    parent["parent"] = parent;
    expect(() => encodeElement(EverythingMessage, { id: "a", email: "b", party: parent })).toThrow(
      expect.objectContaining({ code: "SOAP_DESCRIPTOR" }),
    );
  });

  it("cover derived types, substitutes, wildcards and raw content", () => {
    const of = (rest: object): string | undefined => {
      const [issue] = validateValue(EverythingMessage, { id: "a", email: "b", ...rest });
      return issue && `${issue.path} ${issue.code}`;
    };
    expect(of({ party: { name: "x" } })).toBe("party abstract");
    expect(of({ party: { $type: "Dog", name: "x" } })).toBe("party unknown_type");
    expect(of({ shape: { $element: "square" } })).toBe("shape unknown_substitute");
    expect(of({ shape: { $element: "label" } })).toBe("shape.$value required");
    expect(of({ price: [{ $value: "1", currency: "EUR" }] })).toBe("price[0].currency enumeration");
    expect(of({ price: [{ $value: "1.234", currency: "CNY" }] })).toBe("price[0].$value fraction_digits");
    expect(of({ price: [{ currency: "CNY" }] })).toBe("price[0].$value required");
    expect(of({ price: [{ $value: "1", currency: "CNY", version: 2 }] })).toBe("price[0].version fixed");
    expect(of({ fixed: "1.51" })).toBe("fixed fixed");
    expect(of({ standard: "" })).toBe("standard empty_default");
    expect(of({ open: { $any: [{ name: "x", ns: "urn:q", xml: '<x xmlns="urn:q"/>' }] } })).toBe(
      "open.$any[0] wildcard",
    );
    expect(of({ open: { $any: [{ name: "x", ns: "urn:o", xml: "<x/>" }] } })).toBe("open.$any[0] raw_xml");
    expect(of({ open: { $any: [{ name: "x", ns: "urn:o", xml: '<x xmlns="urn:o"/><y/>' }] } })).toBe(
      "open.$any[0] raw_xml",
    );
    expect(of({ open: { $attributes: { "{urn:q}a": "1" } } })).toBe("open.$attributes.{urn:q}a wildcard");
    expect(of({ open: { $attributes: { xmlns: "urn:x" } } })).toBe("open.$attributes.xmlns unexpected_attribute");
    expect(of({ para: { $mixed: ["a", { name: "z", ns: "", xml: "<z/>" }] } })).toBe(
      "para.$mixed[1] unexpected_element",
    );
    expect(of({ list: ["a b"] })).toBe("list white_space");
    expect(of({ list: ["a", "b", "c", "d"] })).toBe("list max_length");
    expect(of({ union: [1.5] })).toBe("union[0] type");
    expect(of({ qname: "a:b" })).toBe("qname lexical");
    expect(of({ anything: { name: "other", ns: "", xml: "<other/>" } })).toBe("anything raw_xml");
    expect(of({ phone: "1" })).toBe(" choice");
    expect(of({ from: "2026-01-01" })).toBe("to required");
    expect(of({ $choice: [{ a: "1", b: 2 }] })).toBe("$choice[0] choice");
    expect(of({ $choice: [{}] })).toBe("$choice[0] choice");
    expect(of({ $sequence: [{ key: "a" }, { key: "b" }, { key: "c" }, { key: "d" }] })).toBe("$sequence max_occurs");
    expect(of({ array: ["a", 5] })).toBe("array[1] type");
  });
});

describe("issues of a message", () => {
  const xml =
    "<Body>\n  <branchCode>311</branchCode>\n  <page>x</page>\n  <new>1</new>\n  <goodsList>\n" +
    '    <goods a="b"><hsCode>1</hsCode><name>n</name><name>m</name></goods>\n    <goods><name>n</name></goods>text\n  </goodsList>\n  <remark>r</remark>\n  <remark/>\n</Body>';

  it("name line and column as well", () => {
    const issues = issuesOf(() => decodeElement(QueryMessage, xml, { allErrors: true, labels }));
    expect(issues.map((i) => [i.code, i.path, i.line, i.column])).toEqual([
      ["lexical", "page", 3, 3],
      ["unexpected_element", "", 4, 3],
      ["unexpected_attribute", "goodsList.goods[0]", 6, 12],
      ["max_occurs", "goodsList.goods[0].name", 6, 50],
      ["required", "goodsList.goods[1].hsCode", 7, 12],
      ["unexpected_text", "goodsList", 7, 34],
      ["max_occurs", "remark", 10, 3],
    ]);
    expect(issues[4]?.label?.zh).toBe("HS编码");
    expect(() => decodeElement(QueryMessage, xml)).toThrow(
      'QueryRequest cannot be read: page: "x" is no xs:int (line 3, column 3)',
    );
  });

  it("are only the serious ones when reading tolerantly; the rest is kept aside", () => {
    const tolerable = xml
      .replace("<page>x</page>", "<page>1</page>")
      .replace("<name>m</name>", "")
      .replace("<goods><name>n</name></goods>", "")
      .replace("<remark/>", "");
    const { value, unknown } = decodeElement(QueryMessage, tolerable, { strict: false });
    expect(value).toEqual({
      branchCode: "311",
      page: 1,
      goodsList: { goods: [{ hsCode: "1", name: "n" }] },
      remark: "r",
    });
    expect(unknown).toEqual([{ path: "", name: "new", ns: "", xml: "<new>1</new>" }]);
    expect(() => decodeElement(QueryMessage, "<Body/>", { strict: false })).toThrow(/branchCode: is required/);
  });

  it("keep every unknown element with its place, also one that stands again and again", () => {
    const again = "<new/><new/><new a='1'/><new/>";
    const goods = `<goods><hsCode>1</hsCode><name>n</name>${again}</goods>`;
    const { unknown } = decodeElement(
      QueryMessage,
      `<Body><branchCode>311</branchCode>${again}<page>1</page><goodsList>${goods}${goods}</goodsList></Body>`,
      { strict: false },
    );
    const all = (path: string) =>
      ["<new/>", "<new/>", "<new a='1'/>", "<new/>"].map((xml) => ({ path, name: "new", ns: "", xml }));
    expect(unknown).toEqual([...all(""), ...all("goodsList.goods[0]"), ...all("goodsList.goods[1]")]);
  });

  it("keep apart absent, empty, nil and value", () => {
    const read = (note: string): unknown =>
      decodeElement(
        AnswerMessage,
        `<Body xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><total>0</total>${note}</Body>`,
      ).value;
    expect(read("")).toEqual({ total: 0 });
    expect(read("<note></note>")).toEqual({ total: 0, note: "" });
    expect(read('<note i:nil="1"/>')).toEqual({ total: 0, note: null });
    expect(read("<note>x</note>")).toEqual({ total: 0, note: "x" });
    expect(() => read('<note i:nil="true">x</note>')).toThrow(/has content although/);
    expect(() => read('<note i:nil="yes"/>')).toThrow(/is no xs:boolean/);
    expect(() => read('<ok i:nil="true"/>')).toThrow(/must not be null/);
  });

  it("check xsi:type wherever it stands", () => {
    const read = (rest: string): unknown =>
      decodeElement(
        EverythingMessage,
        `<Body xmlns:q="urn:q" xmlns:q2="urn:q2" xmlns:d="http://www.w3.org/2001/XMLSchema" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><q:id>a</q:id><email>b</email>${rest}</Body>`,
      ).value;
    expect(read('<q:party i:type="q2:Company"><q:name>n</q:name><q2:taxNo>abc</q2:taxNo></q:party>')).toMatchObject({
      party: { $type: "Company", listed: false, name: "n", taxNo: "abc" },
    });
    expect(() => read("<q:party><q:name>n</q:name></q:party>")).toThrow(/Party is abstract/);
    expect(() => read('<q:party i:type="q:Company"><q:name>n</q:name></q:party>')).toThrow(
      /type q:Company cannot stand here/,
    );
    expect(() => read('<q:party i:type="q:Party"><q:name>n</q:name></q:party>')).toThrow(/cannot stand here/);
    expect(() => read('<q:party i:type="zz:Person"/>')).toThrow(/cannot stand here/);
    expect(read('<all i:type="All"><x i:type="d:int">1</x></all>')).toMatchObject({ all: { x: 1 } });
    expect(() => read('<all><x i:type="d:string">1</x></all>')).toThrow(/type d:string cannot stand here/);
    expect(() => read('<all i:type="q:All"><x>1</x></all>')).toThrow(/cannot stand here/);
  });

  it("fill in defaults of attributes and of empty elements", () => {
    const { value } = decodeElement(
      EverythingMessage,
      '<Body xmlns:q="urn:q"><q:id>a</q:id><standard/><email>b</email></Body>',
    );
    expect(value).toEqual({ channel: "web", id: "a", standard: "std", email: "b" });
    expect(encodeElement(EverythingMessage, { ...value, channel: "app" })).toContain('channel="app"');
    expect(encodeElement(EverythingMessage, value)).not.toContain("channel");
  });

  it("tell another root, and what is no XML", () => {
    const element = { name: "Body", ns: "" };
    expect(() => decodeElement(QueryMessage, "<Head/>", { element })).toThrow(/root element {}Head, expected {}Body/);
    expect(() => decodeElement(QueryMessage, "<Body>", { element })).toThrow(
      expect.objectContaining({ name: "XmlError" }),
    );
    expect(() => decodeElement(QueryMessage, "<Body><branchCode>1</branchCode></Body><x/>")).toThrow(
      expect.objectContaining({ name: "XmlError" }),
    );
    expect(isSoapError(new Error("x"))).toBe(false);
  });

  it("can be read from a reader that stands at the element", () => {
    const reader = new XmlReader("<A><Body><branchCode>1</branchCode></Body><B/></A>");
    reader.next();
    reader.next();
    expect(decodeElement(QueryMessage, reader).value).toEqual({ branchCode: "1" });
    expect(reader.next()).toBe(1);
    expect(reader.local).toBe("B");
  });
});
