import {
  buildRequest,
  buildResponse,
  decodeBody,
  encodeBody,
  encodeElement,
  type HeadField,
  readRequest,
  readResponse,
  resolveWireProfile,
  SoapError,
  validateValue,
  WIRE_VALUES,
  type WireProfile,
} from "@coo/soap";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { arbitraryFor } from "./support/arbitrary.ts";
import {
  type GeneratedMessage,
  generatedMessages,
  generatedServices,
  hasGenerated,
  type Schema,
} from "./support/generated.ts";
import { broken } from "./support/mutate.ts";

const BODY = { name: "Body", ns: "" };
const seed = 1807;

/** zod's verdict. Its readonly arrays try to freeze what they refused, which octets do not allow: a refusal too. */
function accepts(schema: Schema, value: unknown): boolean {
  try {
    return schema.safeParse(value).success;
  } catch (error) {
    if (error instanceof TypeError && error.message.includes("Cannot freeze")) return false;
    throw error;
  }
}

describe.skipIf(!hasGenerated)("generated packages (needs packages/msg-*)", () => {
  let messages: readonly GeneratedMessage[] = [];
  let services: readonly ServiceDescriptor[] = [];

  beforeAll(async () => {
    messages = await generatedMessages();
    services = await generatedServices();
  });

  it("has all of them", () => {
    expect(messages.length).toBeGreaterThanOrEqual(38);
    expect(services.flatMap((s) => Object.keys(s.operations))).toHaveLength(18);
  });

  it("accepts what the builders build", () => {
    for (const { descriptor, build, name } of messages) {
      if (!build) continue;
      const value = build();
      expect(validateValue(descriptor, value), name).toEqual([]);
    }
  });

  it("agrees with the zod schemas on valid and on broken objects", () => {
    let [valid, invalid] = [0, 0];
    for (const { descriptor, schema, name } of messages) {
      if (!schema) continue;
      fc.assert(
        fc.property(arbitraryFor(descriptor), (value) => {
          expect(validateValue(descriptor, value), name).toEqual([]);
          expect(schema.safeParse(value).success, name).toBe(true);
        }),
        { numRuns: 15, seed },
      );
      fc.assert(
        fc.property(broken(arbitraryFor(descriptor)), (value) => {
          const issues = validateValue(descriptor, value);
          const accepted = accepts(schema, value);
          if (accepted) valid++;
          else invalid++;
          expect({ name, accepted, issues }).toMatchObject({ accepted: issues.length === 0 });
        }),
        { numRuns: 80, seed },
      );
    }
    expect(valid).toBeGreaterThan(50);
    expect(invalid).toBeGreaterThan(1000);
  });

  const profiles = fc
    .record(Object.fromEntries(Object.entries(WIRE_VALUES).map(([k, v]) => [k, fc.constantFrom(...(v as unknown[]))])))
    .chain((drawn) => fc.constantFrom("requestXml", "arg0").map((parameterName) => ({ ...drawn, parameterName })))
    .map((drawn): WireProfile | undefined => {
      const wire = drawn as Partial<WireProfile>;
      try {
        return resolveWireProfile(wire.payload === "typed" ? { ...wire, answer: "typed" } : wire);
      } catch (error) {
        if (error instanceof SoapError) return undefined;
        throw error;
      }
    })
    .filter((w) => w !== undefined);

  it("carries any allowed value in every shape, byte for byte", () => {
    const all = services.flatMap((s) => Object.values(s.operations));
    let runs = 0;
    for (const operation of all) {
      for (const kind of ["request", "response"] as const) {
        const message = kind === "request" ? operation.request : operation.response;
        fc.assert(
          fc.property(arbitraryFor(message, { plainLines: true }), profiles, (value, wire) => {
            runs++;
            const bodyText = encodeBody(operation, wire, kind, value);
            const head: HeadField[] = [
              ["providerCode", "TEST0001"],
              ...(kind === "request" ? ([["service", operation.name]] as HeadField[]) : []),
              ["messageId", "m-1"],
              ["sign", "签名&<"],
            ];
            let read: { bodyText: string; signedBody: string; head: readonly HeadField[] };
            if (kind === "request") {
              const built = buildRequest({ operation, wire, head, bodyText });
              const found = readRequest(built.body, built.headers, { wire, services });
              expect(found.operation.name).toBe(operation.name);
              read = found;
            } else {
              const built = buildResponse({ operation, wire, head, bodyText });
              const found = readResponse(built.body, built.headers, built.status, { wire, operation });
              if (found.kind !== "answer") throw new Error("a fault");
              read = found;
            }
            expect(new Map(read.head)).toEqual(new Map(head));
            const decoded = decodeBody(operation, wire, kind, read).value;
            expect(encodeBody(operation, wire, kind, decoded)).toBe(bodyText);
            if (wire.payload !== "typed") expect(read.signedBody).toBe(bodyText);
          }),
          { numRuns: 12, seed },
        );
      }
    }
    expect(runs).toBeGreaterThan(400);
  });

  it("encodes any allowed value of every message and reads it back", () => {
    for (const { descriptor } of messages) {
      fc.assert(
        fc.property(arbitraryFor(descriptor), (value) => {
          expect(encodeElement(descriptor, value, { element: BODY })).toMatch(/^<Body[ >]/);
        }),
        { numRuns: 10, seed },
      );
    }
  });
});
