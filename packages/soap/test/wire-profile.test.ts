import {
  DEFAULT_WIRE_PROFILE,
  findWireConflict,
  formatTimestamp,
  parseTimestamp,
  resolveWireProfile,
  WIRE_CONFLICTS,
  WIRE_VALUES,
  type WireProfile,
} from "@coo/soap";
import { describe, expect, it } from "vitest";

describe("resolveWireProfile", () => {
  it("gives the defaults of the proposal", () => {
    expect(resolveWireProfile()).toEqual(DEFAULT_WIRE_PROFILE);
    expect(resolveWireProfile({ soapVersion: "1.2", namespace: "urn:x" })).toEqual({
      ...DEFAULT_WIRE_PROFILE,
      soapVersion: "1.2",
      namespace: "urn:x",
    });
  });

  it("lets a typed payload decide the answer", () => {
    expect(resolveWireProfile({ payload: "typed" }).answer).toBe("typed");
    expect(() => resolveWireProfile({ payload: "typed", answer: "xml-string" })).toThrow(
      expect.objectContaining({ code: "WIRE_PROFILE_CONFLICT" }),
    );
  });

  it("refuses every listed conflict and says why in both languages", () => {
    for (const { when, and, reason, reasonZh } of WIRE_CONFLICTS) {
      const wire = { ...DEFAULT_WIRE_PROFILE, ...when, ...and };
      expect(findWireConflict(wire)).toBeDefined();
      expect(() => resolveWireProfile(wire)).toThrow(expect.objectContaining({ code: "WIRE_PROFILE_CONFLICT" }));
      expect(reason).not.toBe("");
      expect(reasonZh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("refuses unknown keys and values", () => {
    for (const wrong of [
      { soapVersion: "2.0" },
      { colour: "red" },
      { prolog: "yes" },
      { parameterName: "1x" },
      { namespace: "" },
      { namespace: "a b" },
    ]) {
      expect(() => resolveWireProfile(wrong as Partial<WireProfile>)).toThrow(
        expect.objectContaining({ code: "WIRE_PROFILE_INVALID" }),
      );
    }
  });

  it("has values for every key of the table", () => {
    expect(Object.keys(WIRE_VALUES).sort()).toEqual(
      Object.keys(DEFAULT_WIRE_PROFILE)
        .filter((k) => k !== "parameterName" && k !== "resultName")
        .sort(),
    );
    for (const [key, values] of Object.entries(WIRE_VALUES))
      expect(values).toContain(DEFAULT_WIRE_PROFILE[key as keyof WireProfile]);
  });
});

describe("timestamps", () => {
  const moment = Date.UTC(2026, 2, 1, 1, 30, 5, 678);

  it.each([
    ["yyyyMMddHHmmss", "20260301093005"],
    ["yyyy-MM-dd HH:mm:ss", "2026-03-01 09:30:05"],
    ["epoch-seconds", "1772328605"],
    ["epoch-milliseconds", "1772328605678"],
  ] as const)("%s is Beijing time in any zone", (form, text) => {
    expect(formatTimestamp(moment, form)).toBe(text);
    expect(parseTimestamp(text, form)).toBe(form === "epoch-milliseconds" ? moment : moment - 678);
  });

  it("refuses times that do not exist", () => {
    for (const text of [
      "20260230000000",
      "20261301000000",
      "20260301250000",
      "2026030109300",
      "2026030109300a",
      "",
      "20260301096000",
    ]) {
      expect(parseTimestamp(text, "yyyyMMddHHmmss"), text).toBeUndefined();
    }
    expect(parseTimestamp("-1", "epoch-seconds")).toBeUndefined();
    expect(parseTimestamp("1e3", "epoch-milliseconds")).toBeUndefined();
  });
});
