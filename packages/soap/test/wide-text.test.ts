import * as fc from "fast-check";
import { expect, it } from "vitest";
import { SHORT_WIDE, wideText } from "../src/codec/fast/wide-text.ts";

it("makes the text that the runtime makes of the same bytes", () => {
  const units = fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0x7ff }),
    fc.integer({ min: 0x800, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0xffff }),
  );
  fc.assert(
    fc.property(fc.array(units, { maxLength: SHORT_WIDE }), fc.nat({ max: 3 }), (codes, before) => {
      let text = String.fromCharCode(...codes);
      while (Buffer.byteLength(text) > SHORT_WIDE) text = text.slice(1);
      const bytes = Buffer.from("中".repeat(before) + text + "中");
      const end = bytes.length - 3;
      expect(wideText(bytes, 3 * before, end)).toBe(text);
    }),
    { numRuns: 3000, seed: 1129 },
  );
});
