import { explain, loadKey, PROFILES, profile, sign, verify } from "@coo/sign";
import { describe, expect, it } from "vitest";

const key = loadKey("ccpit-demo-key-0001");
const fields = [
  ["providerCode", "TEST0001"],
  ["messageId", "0f1e"],
  ["nonceStr", "5K8264ILTKCH16CQ"],
  ["timestamp", "20260301093000"],
  ["returnMessage", "成功"],
] as const;
const bodies = ["", "<Body/>", "<Body>中文 &amp; 𠮷</Body>", `<Body>${"x".repeat(100_000)}</Body>`, "\ufeff<Body/>"];
const profiles = [
  ...Object.values(PROFILES).filter((p) => p.source === "fields"),
  profile("P1", { bodyForm: "base64" }),
  profile("P1", { bodyForm: "stripped" }),
  profile("P1", { valueEncoding: "url" }),
  profile("P1", { charset: "GB18030" }),
  profile("P1", { sort: "declared", empty: "keep" }),
  profile("P1", { pair: "namevalue", digest: "MD5" }),
];

describe("a body as bytes", () => {
  it.each(profiles.map((p) => [`${p.id} ${p.bodyForm} ${p.valueEncoding} ${p.charset} ${p.pair}`, p] as const))(
    "is signed like its text: %s",
    (_, p) => {
      for (const body of bodies) {
        const bodyBytes = new TextEncoder().encode(body);
        const signature = sign(p, key, { fields, body });
        expect(sign(p, key, { fields, bodyBytes })).toBe(signature);
        expect(verify(p, key, { fields, bodyBytes }, signature)).toEqual({ ok: true, key: 0 });
        expect(verify(p, key, { fields, bodyBytes: new Uint8Array([...bodyBytes, 0x20, 0x3c]) }, signature).ok).toBe(
          false,
        );
        expect(explain(p, key, { fields, bodyBytes }, signature)).toEqual(explain(p, key, { fields, body }, signature));
      }
    },
  );

  it("is missed where a profile needs one, and told where it stands twice", () => {
    expect(() => sign(PROFILES.P2, key, { fields })).toThrow("body");
    expect(() => sign(PROFILES.P1, key, { fields: [["body", "x"]], bodyBytes: new Uint8Array([0x3c]) })).toThrow(
      "twice",
    );
  });
});
