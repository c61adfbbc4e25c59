import { decodeXml, encodeText, START, XmlReader } from "@coo/xml";
import { describe, expect, it } from "vitest";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : [...part])));
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((i) => {
      const unit = text.charCodeAt(i);
      return little ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
    }),
  );
const refused = (input: Uint8Array, charset?: string) =>
  expect(() => decodeXml(input, { charset })).toThrow(expect.objectContaining({ code: "XML_ENCODING" }));
const TEXT = "<a>中文\u{1F600}é</a>";
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${TEXT}`;

describe("what decides the encoding", () => {
  it("is UTF-8 without mark, charset and declaration", () => {
    expect(decodeXml(utf8(TEXT))).toEqual({ text: TEXT, encoding: "UTF-8" });
    expect(decodeXml(utf8("<?xml version='1.0'?><a/>")).encoding).toBe("UTF-8");
    expect(decodeXml(new Uint8Array())).toEqual({ text: "", encoding: "UTF-8" });
  });

  it("is the declaration when nothing else speaks", () => {
    expect(decodeXml(utf8(declared("utf-8"))).encoding).toBe("UTF-8");
    expect(decodeXml(encodeText(declared("GB18030"), "GB18030"))).toEqual({
      text: declared("GB18030"),
      encoding: "GB18030",
    });
    const gbk = "<?xml version='1.0'\n encoding = 'gb2312' ?><a>中文é</a>";
    expect(decodeXml(encodeText(gbk, "GBK"))).toEqual({ text: gbk, encoding: "GBK" });
  });

  it("is the charset from outside when there is no mark", () => {
    expect(decodeXml(encodeText(TEXT, "GB18030"), { charset: "GB18030" })).toEqual({ text: TEXT, encoding: "GB18030" });
    expect(decodeXml(utf8(TEXT), { charset: '"UTF-8"' }).text).toBe(TEXT);
    expect(decodeXml(utf8("<a/>"), { charset: "us-ascii" }).encoding).toBe("UTF-8");
  });

  it("is the byte order mark before all, and the mark is no part of the text", () => {
    expect(decodeXml(bytes([0xef, 0xbb, 0xbf], TEXT))).toEqual({ text: TEXT, encoding: "UTF-8" });
    expect(decodeXml(bytes([0xff, 0xfe], utf16(TEXT, true)))).toEqual({ text: TEXT, encoding: "UTF-16LE" });
    expect(decodeXml(bytes([0xfe, 0xff], utf16(declared("UTF-16"), false)), { charset: "utf-16" })).toEqual({
      text: declared("UTF-16"),
      encoding: "UTF-16BE",
    });
    expect(decodeXml(bytes([0x84, 0x31, 0x95, 0x33], encodeText(TEXT, "GB18030")))).toEqual({
      text: TEXT,
      encoding: "GB18030",
    });
  });

  it("refuses contradictions between any two of them", () => {
    refused(bytes([0xef, 0xbb, 0xbf], declared("GBK")));
    refused(bytes([0xef, 0xbb, 0xbf], TEXT), "gbk");
    refused(utf8(declared("UTF-8")), "gbk");
    refused(encodeText(declared("GBK"), "GB18030"), "utf-8");
    refused(bytes([0xff, 0xfe], utf16(declared("UTF-16BE"), true)));
    refused(bytes([0xff, 0xfe], utf16(declared("UTF-8"), true)));
    refused(bytes([0xff, 0xfe], utf16(TEXT, true)), "utf-16be");
    refused(utf8(declared("UTF-16")));
    expect(decodeXml(encodeText(declared("GBK"), "GB18030"), { charset: "gb18030" }).encoding).toBe("GB18030");
    expect(decodeXml(bytes([0xff, 0xfe], utf16(declared("UTF-16"), true)), { charset: "utf-16le" }).text).toBe(
      declared("UTF-16"),
    );
  });

  it("does not let a long declaration hide one", () => {
    const pad = " ".repeat(5000);
    refused(utf8(`<?xml version="1.0"${pad}encoding="GBK"?><a/>`));
    expect(decodeXml(utf8(`<?xml version="1.0"${pad}encoding="UTF-8"?><a/>`)).encoding).toBe("UTF-8");
  });

  it("refuses UTF-16 without mark, UTF-32, and encodings it does not know", () => {
    refused(utf16(TEXT, true));
    refused(utf16(TEXT, false));
    refused(utf16(TEXT, true), "utf-16le");
    refused(bytes([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]));
    refused(bytes([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c]));
    refused(utf8(declared("ISO-8859-1")));
    refused(utf8(TEXT), "big5");
    refused(utf8(TEXT), "");
  });
});

describe("bytes that are no text", () => {
  it.each([
    ["overlong NUL", [0xc0, 0x80]],
    ["overlong slash", [0xe0, 0x80, 0xaf]],
    ["surrogate", [0xed, 0xa0, 0x80]],
    ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
    ["cut short", [0xe4, 0xb8]],
    ["lone continuation", [0x80]],
    ["never in UTF-8", [0xff]],
    ["five bytes", [0xf8, 0x88, 0x80, 0x80, 0x80]],
  ])("UTF-8: %s", (_, wrong) => {
    refused(bytes("<a>", wrong, "</a>"));
    refused(bytes("<a/>", wrong));
    // The decoder starts afresh after an error.
    expect(decodeXml(utf8(TEXT)).text).toBe(TEXT);
  });

  it.each([
    ["cut after the lead byte", [0x81]],
    ["cut inside four bytes", [0x81, 0x30, 0x81]],
    ["wrong trail byte", [0xa1, 0x20]],
    ["never in GB 18030", [0xff]],
    ["unassigned", [0xfe, 0x39, 0xfe, 0x39]],
  ])("GB 18030: %s", (_, wrong) => {
    refused(bytes("<a/>", wrong), "gb18030");
    expect(decodeXml(encodeText(TEXT, "GB18030"), { charset: "gb18030" }).text).toBe(TEXT);
  });

  it("UTF-16: half a unit, lone surrogates", () => {
    refused(bytes([0xff, 0xfe], utf16("<a/>", true), [0x20]));
    refused(bytes([0xff, 0xfe], utf16("<a>\ud800</a>", true)));
    refused(bytes([0xfe, 0xff], utf16("<a>\udc00</a>", false)));
  });

  it("US-ASCII keeps its promise", () => {
    refused(utf8(declared("US-ASCII")));
    refused(utf8(TEXT), "us-ascii");
  });

  it("refuses more bytes than allowed before decoding", () => {
    expect(() => decodeXml(new Uint8Array(11), { maxBytes: 10 })).toThrow(
      expect.objectContaining({
        code: "XML_TOO_LARGE",
        message: "the document has 11 bytes, the limit is 10 (maxBytes)",
      }),
    );
    expect(() => new XmlReader("<aaaaaaaa/>", { limits: { maxBytes: 10 } })).toThrow(
      expect.objectContaining({ code: "XML_TOO_LARGE" }),
    );
  });
});

describe("reading bytes", () => {
  it("takes one byte order mark, not two", () => {
    const mark = [0xef, 0xbb, 0xbf];
    expect(new XmlReader(bytes(mark, "<a/>")).next()).toBe(START);
    expect(() => new XmlReader(bytes(mark, mark, "<a/>")).next()).toThrow(
      expect.objectContaining({ code: "XML_MALFORMED" }),
    );
  });

  it("gives the same for every encoding", () => {
    const names: string[] = [];
    const reader = new XmlReader("<a/>");
    const inputs: [Uint8Array, string | undefined][] = [
      [utf8(TEXT), undefined],
      [encodeText(TEXT, "GB18030"), "gb18030"],
      [bytes([0xff, 0xfe], utf16(TEXT, true)), undefined],
      [bytes([0xef, 0xbb, 0xbf], TEXT), "utf-8"],
      [bytes("<a>", [0x80], "</a>"), "gbk"],
      [utf8("<a>plain</a>"), undefined],
    ];
    for (const [input, charset] of inputs) {
      reader.reset(input, { charset });
      reader.next();
      names.push(reader.readText());
    }
    expect(names).toEqual(["中文\u{1F600}é", "中文\u{1F600}é", "中文\u{1F600}é", "中文\u{1F600}é", "€", "plain"]);
  });
});
