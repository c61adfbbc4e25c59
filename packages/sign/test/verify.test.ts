import { loadKey, PROFILES, profile, type SignInput, sign, verify } from "@coo/sign";
import { describe, expect, it } from "vitest";
import { inputOf, overridesOf, profileVectors } from "./vectors.ts";

const key = loadKey("ccpit-demo-key-0001");
const input: SignInput = {
  fields: [
    ["providerCode", "TEST0001"],
    ["timestamp", "20260301093000"],
  ],
  body: "<Body/>",
};

describe("verify", () => {
  it.each(profileVectors)("accepts $profile: $name", (vector) => {
    const chosen = profile(vector.profile, overridesOf(vector));
    expect(verify(chosen, loadKey(vector.key_text), inputOf(vector), vector.sign)).toEqual({ ok: true, key: 0 });
  });

  it.each(Object.values(PROFILES))("refuses every single changed character of a signature under $id", (chosen) => {
    const covered = { ...input, raw: Buffer.from("<x/>") };
    const good = sign(chosen, key, covered);
    for (let i = 0; i < good.length; i++) {
      const other = good[i] === "A" ? "B" : "A";
      const bad = good.slice(0, i) + other + good.slice(i + 1);
      expect(verify(chosen, key, covered, bad).ok).toBe(false);
    }
    expect(verify(chosen, key, covered, good)).toEqual({ ok: true, key: 0 });
  });

  it("names the key that fits during a change-over", () => {
    const signature = sign(PROFILES.P1, loadKey("new"), input);
    expect(verify(PROFILES.P1, [loadKey("old"), loadKey("new")], input, signature)).toEqual({ ok: true, key: 1 });
    expect(verify(PROFILES.P1, [loadKey("old")], input, signature)).toEqual({ ok: false, reason: "mismatch" });
  });

  it.each([undefined, null, ""])("refuses a missing signature (%j)", (signature) => {
    expect(verify(PROFILES.P1, key, input, signature)).toEqual({ ok: false, reason: "missing" });
  });

  it.each(["00", "zz".repeat(32), ` ${"0".repeat(64)}`, `${"0".repeat(64)}\n`, "é".repeat(64)])(
    "refuses a malformed signature %j",
    (signature) => {
      expect(verify(PROFILES.P1, key, input, signature)).toEqual({ ok: false, reason: "malformed" });
    },
  );

  it("accepts the other letter case only when so configured", () => {
    const lower = sign(PROFILES.P1, key, input).toLowerCase();
    expect(verify(PROFILES.P1, key, input, lower)).toEqual({ ok: false, reason: "mismatch" });
    expect(verify(profile("P1", { compare: "ignore-case" }), key, input, lower)).toEqual({ ok: true, key: 0 });
  });

  it("counts in fields it does not know", () => {
    const later: SignInput = { ...input, fields: [...input.fields, ["later", "1"]] };
    const signature = sign(PROFILES.P1, key, later);
    expect(verify(PROFILES.P1, key, later, signature).ok).toBe(true);
    expect(verify(PROFILES.P1, key, input, signature).ok).toBe(false);
  });

  it("judges an unsignable message as the peer's fault", () => {
    const signature = sign(PROFILES.P1, key, input);
    const twice: SignInput = { ...input, fields: [...input.fields, ["providerCode", "OTHER"]] };
    expect(verify(PROFILES.P1, key, twice, signature)).toEqual({ ok: false, reason: "malformed" });
    const emoji: SignInput = { ...input, body: "<Body>\u{1F600}</Body>" };
    expect(verify(profile("P1", { charset: "GBK" }), key, emoji, signature)).toEqual({ ok: false, reason: "mismatch" });
    const broken = profile("P1", {
      bodyForm: "c14n",
      canonicalize: () => {
        throw new Error("not well-formed");
      },
    });
    expect(verify(broken, key, input, signature)).toEqual({ ok: false, reason: "malformed" });
    expect(verify(profile("P1", { nonce: "required" }), key, input, signature)).toEqual({
      ok: false,
      reason: "malformed",
    });
  });

  it("throws when the caller's key is unusable", () => {
    expect(() => verify(PROFILES.P1, [], input, "0".repeat(64))).toThrow(
      expect.objectContaining({ code: "SIGN_KEY_EMPTY" }),
    );
    expect(() => verify(PROFILES.P1, {} as never, input, "0".repeat(64))).toThrow(
      expect.objectContaining({ code: "SIGN_KEY_INVALID" }),
    );
  });
});
