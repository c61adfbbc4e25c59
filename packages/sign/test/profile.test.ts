import { PROFILES, profile, type SignatureProfile } from "@coo/sign";
import { describe, expect, it } from "vitest";

describe("profile", () => {
  it.each([
    ["a misspelt setting", { keySufix: "&key=" }],
    ["an unknown value", { output: "Hex" }],
    ["a wrong type", { pairSeparator: 1 }],
    ["signing the signature", { exclude: [] }],
    ["a plain hash without key", { digest: "MD5", keySuffix: null }],
    ["an empty list", { fields: [] }],
    ["ignoring the case of base64", { output: "base64", compare: "ignore-case" }],
    ["no clock window", { skewSeconds: 0 }],
    ["an unknown zone", { timeZone: "Europe/Paris" }],
    ["a raw body with a key suffix", { source: "raw" }],
    ["C14N that is no function", { canonicalize: "c14n" }],
  ])("refuses %s", (_name, overrides) => {
    expect(() => profile("P1", overrides as Partial<SignatureProfile>)).toThrow(
      expect.objectContaining({ code: "SIGN_PROFILE" }),
    );
  });

  it("refuses an unknown id", () => {
    for (const id of ["P7", "constructor"])
      expect(() => profile(id as "P1")).toThrow(expect.objectContaining({ code: "SIGN_PROFILE" }));
  });

  it("cannot be changed afterwards, nor through the caller's list", () => {
    const exclude = ["sign"];
    const made = profile("P1", { exclude });
    exclude.push("providerCode");
    expect(made.exclude).toEqual(["sign"]);
    expect(() => Object.assign(made, { output: "hex" })).toThrow(TypeError);
    expect(() => (PROFILES.P4.fields as string[]).push("x")).toThrow(TypeError);
  });
});
