import { describe, expect, it } from "vitest";
import { encodeText } from "../src/charset.ts";

describe("encodeText", () => {
  it.each(["GBK", "GB18030"] as const)("writes every character that the runtime reads in %s", (charset) => {
    const decoder = new TextDecoder(charset, { fatal: true });
    let count = 0;
    for (let code = 0; code < 0x10000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = String.fromCodePoint(code);
      let bytes: Uint8Array;
      try {
        bytes = encodeText(text, charset);
      } catch {
        continue;
      }
      if (decoder.decode(bytes) !== text) expect(`U+${code.toString(16)}`).toBe("read back");
      count++;
    }
    expect(count).toBeGreaterThan(charset === "GBK" ? 21_000 : 63_000);
  });

  it.each([
    ["GBK", "苏州示例", "cbd5d6ddcabec0fd"],
    ["GBK", "€", "80"],
    ["GB18030", "€", "a2e3"],
    ["GB18030", "苏a", "cbd561"],
    ["GB18030", "ü", "a8b9"],
    ["GB18030", "\u0080", "81308130"],
    ["GB18030", "\u{10000}", "90308130"],
    ["GB18030", "\u{1F600}", "9439fc36"],
    ["GB18030", "\u{10FFFF}", "e3329a35"],
    ["GB18030", "\uFFFD", "8431a437"],
    ["UTF-8", "\u{1F600}", "f09f9880"],
  ] as const)("%s writes %s", (charset, text, hex) => {
    expect(Buffer.from(encodeText(text, charset)).toString("hex")).toBe(hex);
  });

  it.each([
    ["GBK", "ab\u{1F600}", 2],
    ["GBK", "\u0e01", 0],
    ["UTF-8", "a\uD83D", 1],
  ] as const)("%s refuses %j and says where", (charset, text, offset) => {
    expect(() => encodeText(text, charset)).toThrow(
      expect.objectContaining({ code: "SIGN_CHARSET", details: { offset, charset } }),
    );
  });
});
