import * as fc from "fast-check";
import { expect, it } from "vitest";
import { messageFields } from "../src/gen/fields.ts";
import {
  type Issue,
  validateApplication,
  validateBody,
  validateGoodsFiling,
  validateSealApplication,
} from "../src/index.ts";
import { FORMS, filing, general, preferential, sealApplication } from "./support/documents.ts";

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    maxDepth: 3,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom(
    "",
    " ",
    "***",
    "-",
    "-1",
    "1e9",
    "99999999999999999999",
    "2026-02-30",
    "N/M",
    "\ud800",
    "(1)",
    "(1) CARTONS",
    "ONE (2) CARTONS",
    "%",
    "RVC %",
    "__proto__",
    "constructor",
    "toString",
    "IN BULK",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.uint8Array({ maxLength: 60 }),
  fc
    .uint8Array({ maxLength: 60 })
    .map((bytes) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...bytes])),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 8, ...bytes])),
);

/** Replaces values anywhere in a good message. */
function broken<T>(message: T): fc.Arbitrary<T> {
  return fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 6 }).map((changes) => {
    const copy = structuredClone(message);
    for (const [at, value] of changes) {
      const places = placesIn(copy);
      const [owner, key] = places[at % places.length] ?? [];
      if (owner !== undefined && key !== undefined)
        Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return copy;
  });
}

function placesIn(value: unknown): (readonly [object, string])[] {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner)]);
}

function isSound(issues: readonly Issue[]): boolean {
  return issues.every(
    (issue) =>
      typeof issue.path === "string" &&
      issue.message.isWellFormed() &&
      issue.messageZh.isWellFormed() &&
      JSON.stringify(issue) !== "",
  );
}

it.each(FORMS)("survives any change to an application of form %s", (form) => {
  fc.assert(
    fc.property(broken(preferential(form)), (message) =>
      isSound(validateBody("applyPreferentialCertificate", message)),
    ),
    { numRuns: 60, seed: 20180701 },
  );
});

it("survives any change to a general application, a goods filing and a seal application", () => {
  const settings = { numRuns: 300, seed: 20180702 };
  fc.assert(
    fc.property(broken(general()), (message) => isSound(validateApplication(message))),
    settings,
  );
  fc.assert(
    fc.property(broken(filing()), (message) => isSound(validateGoodsFiling(message))),
    settings,
  );
  fc.assert(
    fc.property(broken(sealApplication()), (message) => isSound(validateSealApplication(message))),
    settings,
  );
});

it("survives anything at all as the body of any operation, asked or answered", () => {
  const operations = [
    ...new Set(Object.keys(messageFields).map((message) => message.split(".")[0] ?? "")),
    "noSuchOperation",
    "__proto__",
    "constructor",
  ];
  const message = fc.constantFrom<"request" | "response">("request", "response");
  fc.assert(
    fc.property(fc.constantFrom(...operations), odd, message, (operation, body, kind) =>
      isSound(validateBody(operation, body, { message: kind })),
    ),
    { numRuns: 500, seed: 20180703 },
  );
});

it("gives no issue for an operation it does not know", () => {
  expect(validateBody("queryWeather", { creditCode: "x" })).toEqual([]);
});
