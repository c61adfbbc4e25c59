import { encodeText } from "@coo/xml";
import { describe, expect, it } from "vitest";

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");

describe("GB 18030", () => {
  it.each([
    ["A", "41"],
    ["中", "d6 d0"],
    ["é", "a8 a6"],
    ["€", "a2 e3"],
    ["\u3000", "a1 a1"],
    ["\u0080", "81 30 81 30"],
    ["\u00ff", "81 30 8b 37"],
    ["\u1e3e", "81 35 f4 36"],
    ["ག", "81 32 ef 30"],
    ["\ufffd", "84 31 a4 37"],
    ["\u{10000}", "90 30 81 30"],
    ["\u{1F600}", "94 39 fc 36"],
    ["\u{20000}", "95 32 82 36"],
    ["\u{10FFFF}", "e3 32 9a 35"],
  ])("writes %j as %s", (text, expected) => {
    expect(hex(encodeText(text, "GB18030"))).toBe(expected);
  });

  it("writes every character so that it comes back, all planes, but for 19 private ones that editions dispute", () => {
    const decoder = new TextDecoder("gb18030", { fatal: true, ignoreBOM: true });
    const refused: string[] = [];
    let block = "";
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      if (point >= 0xe000 && point <= 0xf8ff) {
        try {
          encodeText(character, "GB18030");
        } catch {
          refused.push(point.toString(16));
          continue;
        }
      }
      block += character;
      if (block.length < 4096 && point !== 0x10ffff) continue;
      if (decoder.decode(encodeText(block, "GB18030")) !== block) expect.fail(`lost below U+${point.toString(16)}`);
      block = "";
    }
    expect(refused.join(" ")).toBe(
      "e5e5 e78d e78e e78f e790 e791 e792 e793 e794 e795 e796 e81e e826 e82b e82c e832 e843 e854 e864",
    );
  });
});

describe("GBK", () => {
  it("writes its 21,791 characters in two bytes and refuses all others", () => {
    const decoder = new TextDecoder("gbk", { fatal: true });
    let count = 0;
    for (let unit = 0x80; unit <= 0xffff; unit++) {
      if (unit >= 0xd800 && unit <= 0xdfff) continue;
      const character = String.fromCharCode(unit);
      let bytes: Uint8Array;
      try {
        bytes = encodeText(character, "GBK");
      } catch {
        continue;
      }
      count++;
      if (bytes.length !== 2 || decoder.decode(bytes) !== character) expect.fail(`U+${unit.toString(16)}`);
    }
    expect(count).toBe(21_791);
    for (const character of ["€", "\u{20000}", "\u3447", "\ue000", "ḿ"])
      expect(() => encodeText(character, "GBK"), character).toThrow(expect.objectContaining({ code: "XML_ENCODING" }));
  });

  it("writes references for the others when asked", () => {
    const bytes = encodeText("中€\u{20000}文", "GBK", { unencodable: "reference" });
    expect(new TextDecoder("gbk").decode(bytes)).toBe("中&#8364;&#131072;文");
  });

  it("names the character and where it stands", () => {
    expect(() => encodeText("中€", "GBK")).toThrow("U+20AC at index 1 cannot be written in GBK");
  });
});

it.each(["UTF-8", "GBK", "GB18030"] as const)("refuses lone surrogates in %s", (charset) => {
  for (const text of ["\ud800", "a\udc00", "\ud800\ud800\udc00"])
    expect(() => encodeText(text, charset)).toThrow(expect.objectContaining({ code: "XML_ENCODING" }));
});

it("writes UTF-8", () => {
  expect(hex(encodeText("a中\u{1F600}", "UTF-8"))).toBe("61 e4 b8 ad f0 9f 98 80");
});
