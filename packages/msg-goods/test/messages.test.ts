import { decodeElement, encodeElement, type MessageDescriptor, validateValue } from "@coo/soap";
import { describe, expect, it } from "vitest";
import * as messages from "../src/index.ts";
import * as schemas from "../src/schema.ts";
import * as testing from "../src/testing.ts";

const builders = Object.entries(testing).map(
  ([key, build]) => [key.replace("build", ""), build as () => unknown] as const,
);
const descriptor = (name: string): MessageDescriptor<unknown> =>
  (messages as unknown as Record<string, MessageDescriptor<unknown>>)[`${name}Message`] as MessageDescriptor<unknown>;
const body = { element: { name: "Body", ns: "" } };

describe("messages of @coo/msg-goods", () => {
  it("has builders", () => {
    expect(builders.length).toBeGreaterThan(0);
  });

  it.each(builders)("%s: schema and codec accept the built message, and it survives the wire", (name, build) => {
    const value = build();
    const schema = (schemas as unknown as Record<string, { parse(v: unknown): unknown }>)[`${name}Schema`];
    expect(schema?.parse(value)).toEqual(value);
    expect(validateValue(descriptor(name), value)).toEqual([]);
    const xml = encodeElement(descriptor(name), value, body);
    const back = decodeElement(descriptor(name), xml, body).value;
    expect(back).toEqual(value);
    expect(encodeElement(descriptor(name), back, body)).toBe(xml);
  });

  it.each(builders)("%s: schema and codec refuse an unknown property alike", (name, build) => {
    const value = { ...(build() as object), notInTheSchema: 1 };
    const schema = (schemas as unknown as Record<string, { safeParse(v: unknown): { success: boolean } }>)[
      `${name}Schema`
    ];
    expect(schema?.safeParse(value).success).toBe(false);
    expect(validateValue(descriptor(name), value)).not.toEqual([]);
  });
});
