import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText } from "../src/codec/escape.ts";
import { resolved } from "../src/message/resolve-bytes.ts";

describe("a text that another one carried", () => {
  it("is what was escaped, whatever stands around it", () => {
    const piece = fc.constantFrom(
      "&",
      "<",
      ">",
      "\n",
      ";",
      "a",
      "lt;",
      "中",
      "𠮷",
      "&amp;",
      "&&",
      "<a>",
      "'",
      "%",
      "\u00a6",
    );
    const pieces = fc.array(piece, { maxLength: 40 });
    const sizes = fc.constantFrom(0, 1, 2, 3, 1000, 70_000);
    fc.assert(
      fc.property(pieces, pieces, sizes, sizes, (before, inside, size, place) => {
        const text = `${"x".repeat(size)}${inside.join("")}`;
        const [lead, own, rest] = [before.join("").repeat(1 + (place % 5)), text, "<<>>"].map((t) =>
          Buffer.from(escapeText(t)),
        );
        const whole = Buffer.concat([lead, own, rest] as Buffer[]);
        const start = (lead as Buffer).length;
        expect(resolved(whole, start, start + (own as Buffer).length).toString()).toBe(text);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("keeps its bytes when the next one is made", () => {
    const texts = [70_000, 90_000, 5 << 20, 10].map((size, i) => `<&>${i}`.repeat(size / 4));
    const made = texts.map((text) => {
      const bytes = Buffer.from(escapeText(text));
      return resolved(bytes, 0, bytes.length);
    });
    made.forEach((bytes, i) => expect(bytes.toString() === texts[i]).toBe(true));
  });
});
