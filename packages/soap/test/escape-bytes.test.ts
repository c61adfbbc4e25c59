import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText } from "../src/codec/escape.ts";
import { around } from "../src/message/escape-bytes.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function written(text: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(around("<前>", encode(text), encode("</前>"), true));
}

describe("a text that is carried as character data", () => {
  it("is escaped as by the strict writer, whatever came before", () => {
    const piece = fc.constantFrom(
      "&",
      "<",
      ">",
      "\r",
      "\n",
      ";",
      "a",
      "中",
      "𠮷",
      "&amp;",
      "]]>",
      "=",
      "'",
      "%",
      "?",
      "\f",
      "¦",
      "¼¾",
      "\u008d",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(0, 1, 7, 1000, 70_000), (pieces, size) => {
        const text = `${"x".repeat(size)}${pieces.join("")}`;
        expect(written(text)).toBe(`<前>${escapeText(text)}</前>`);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("may be nothing but markup, and longer than what is kept", () => {
    for (const text of ["", "&".repeat(1_000_000), "<>".repeat(500_000), "\r", "x".repeat(5_000_000)])
      expect(written(text) === `<前>${escapeText(text)}</前>`).toBe(true);
  });

  it("gives bytes that belong to the caller", () => {
    const first = around("1", encode("<"), encode("1"), true);
    around("2", encode(">>>"), encode("2"), true);
    expect(new TextDecoder().decode(first)).toBe("1&lt;1");
  });
});
