import { chooseProfile, loadKey, loadKeys, nonceText, profile } from "@coo/sign";
import { describe, expect, it } from "vitest";

const WIRE = { charset: "GB18030", timestampFormat: "epoch-seconds" } as const;

describe("chooseProfile", () => {
  it("takes an id, a whole profile, differences from one, or nothing for P1", () => {
    expect(chooseProfile(undefined, WIRE)).toMatchObject({ id: "P1", keySuffix: "&key=" });
    expect(chooseProfile("P5", WIRE)).toMatchObject({ id: "P5", keySuffix: null });
    expect(chooseProfile({ id: "P3", output: "hex" }, WIRE)).toMatchObject({
      id: "P3",
      output: "hex",
      fields: ["body"],
    });
    expect(chooseProfile(profile("P4"), WIRE)).toMatchObject({ id: "P4", fields: profile("P4").fields });
  });

  it("lets the wire decide the time's form, and the charset unless told otherwise", () => {
    expect(chooseProfile({ timestampFormat: "yyyyMMddHHmmss" }, WIRE)).toMatchObject({
      timestampFormat: "epoch-seconds",
      charset: "GB18030",
    });
    expect(chooseProfile({ charset: "UTF-8" }, WIRE)).toMatchObject({ charset: "UTF-8" });
  });

  it("refuses what is no profile", () => {
    expect(() => chooseProfile("P9" as never, WIRE)).toThrow(expect.objectContaining({ code: "SIGN_PROFILE" }));
    expect(() => chooseProfile({ output: "octal" } as never, WIRE)).toThrow(
      expect.objectContaining({ code: "SIGN_PROFILE" }),
    );
  });
});

describe("loadKeys", () => {
  it("reads sources as the profile says and leaves made keys alone", () => {
    const made = loadKey("made");
    const keys = loadKeys(["6b6579", made], { keyDecoding: "hex", keyTrim: true });
    expect(keys[0]?.fingerprint).toBe(loadKey("key").fingerprint);
    expect(keys[1]).toBe(made);
    expect(loadKeys(new TextEncoder().encode("key"), profile("P1"))[0]?.fingerprint).toBe(loadKey("key").fingerprint);
  });

  it("refuses an empty list", () => {
    expect(() => loadKeys([], profile("P1"))).toThrow(expect.objectContaining({ code: "SIGN_KEY_EMPTY" }));
  });
});

it("makes nonces of 16 characters from random bytes", () => {
  expect(nonceText((size) => new Uint8Array(size))).toBe("A".repeat(16));
  expect(nonceText((size) => Uint8Array.from({ length: size }, (_, index) => index * 7))).toMatch(
    /^[A-HJ-NP-Z2-9]{16}$/,
  );
});
