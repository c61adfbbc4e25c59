import { decodeElement, encodeElement, validateValue } from "@coo/soap";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFor } from "./support/arbitrary.ts";
import { EverythingMessage } from "./support/constructs.ts";
import { QueryMessage } from "./support/descriptors.ts";

const runs = { numRuns: 400, seed: 20260 };

describe("any value that a descriptor allows", () => {
  for (const [name, element] of [
    ["unqualified", { name: "Body", ns: "" }],
    ["qualified", { name: "Body", ns: "urn:q" }],
  ] as const) {
    it(`survives encode, decode and encode byte for byte: every construct, ${name}`, () => {
      fc.assert(
        fc.property(arbitraryFor(EverythingMessage), (value) => {
          const first = encodeElement(EverythingMessage, value, { element });
          const read = decodeElement(EverythingMessage, first, { element });
          expect(read.unknown).toEqual([]);
          expect(read.value).toMatchObject(value);
          expect(encodeElement(EverythingMessage, read.value, { element })).toBe(first);
          expect(decodeElement(EverythingMessage, first, { element }).value).toEqual(read.value);
          expect(validateValue(EverythingMessage, value)).toEqual([]);
        }),
        runs,
      );
    });
  }

  it("comes back as the same value", () => {
    fc.assert(
      fc.property(arbitraryFor(QueryMessage), (value) => {
        const xml = encodeElement(QueryMessage, value);
        expect(decodeElement(QueryMessage, xml).value).toEqual(value);
      }),
      runs,
    );
  });

  for (const booleans of ["1-0", "Y-N"] as const) {
    for (const emptyValues of ["empty", "nil"] as const) {
      for (const lineBreaks of ["crlf", "slash-n", "ncr"] as const) {
        it(`keeps its bytes with ${booleans}, ${emptyValues}, ${lineBreaks}`, () => {
          const wire = { booleans, emptyValues, lineBreaks };
          fc.assert(
            fc.property(arbitraryFor(EverythingMessage, { plainLines: true }), (value) => {
              const first = encodeElement(EverythingMessage, value, { wire });
              const read = decodeElement(EverythingMessage, first, { wire }).value;
              expect(encodeElement(EverythingMessage, read, { wire })).toBe(first);
            }),
            { ...runs, numRuns: 150 },
          );
        });
      }
    }
  }
});
