import { describe, expect, it } from "vitest";
import { charsetOf, decodeBytes, encodeString } from "../src/charset.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("charsets", () => {
  it("write GBK and GB18030 as published tables have it", () => {
    expect(hex(encodeString("苏A€，", "GBK"))).toBe("cbd541a2e3a3ac");
    expect(hex(encodeString("苏A€，", "GB18030"))).toBe("cbd541a2e3a3ac");
    // Four bytes: a letter outside GBK, and two characters outside the BMP.
    expect(hex(encodeString("é ", "GB18030"))).toBe("a8a620");
    expect(hex(encodeString("ß𠮷😀", "GB18030"))).toBe("813089389534b2359439fc36");
  });

  it("read back every character outside the private areas", () => {
    let wrong = "";
    for (let point = 0x80; point < 0x30000; point += point < 0x10000 ? 1 : 37) {
      if ((point >= 0xd800 && point < 0xe000) || (point >= 0xe000 && point < 0xf900)) continue;
      const character = String.fromCodePoint(point);
      if (decodeBytes(encodeString(character, "GB18030"), "GB18030") !== character) wrong += character;
    }
    expect(wrong).toBe("");
  });

  it("refuse what they cannot carry or read", () => {
    expect(() => encodeString("😀", "GBK")).toThrow(expect.objectContaining({ code: "SANDBOX_CHARSET" }));
    expect(() => encodeString("\uD83D", "UTF-8")).toThrow(expect.objectContaining({ code: "SANDBOX_CHARSET" }));
    expect(() => decodeBytes(Uint8Array.of(0xff, 0xfe), "UTF-8")).toThrow(
      expect.objectContaining({ code: "SANDBOX_CHARSET" }),
    );
    expect(() => decodeBytes(Uint8Array.of(0xcb), "GBK")).toThrow(expect.objectContaining({ code: "SANDBOX_CHARSET" }));
  });

  it("are known by their usual labels", () => {
    expect(["UTF-8", "utf8", "GB2312", "gbk", "CP936", "gb18030", "utf-16", "latin1"].map(charsetOf)).toEqual([
      "UTF-8",
      "UTF-8",
      "GBK",
      "GBK",
      "GBK",
      "GB18030",
      undefined,
      undefined,
    ]);
  });
});
