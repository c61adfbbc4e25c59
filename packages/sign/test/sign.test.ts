import { createHash, createHmac } from "node:crypto";
import { canonicalString, isSignError, loadKey, profile, type SignInput, sign } from "@coo/sign";
import { describe, expect, it } from "vitest";
import { inputOf, overridesOf, profileVectors, rfc4231 } from "./vectors.ts";

describe("published vectors", () => {
  it.each(rfc4231.tests)("RFC 4231 case $case", ({ key, msg, tag }) => {
    const made = sign(profile("http-header"), loadKey(key, { decoding: "hex" }), {
      fields: [],
      raw: Buffer.from(msg, "hex"),
    });
    expect(made.slice(0, tag.length)).toBe(tag);
  });

  it.each(profileVectors)("$profile: $name", (vector) => {
    const chosen = profile(vector.profile, overridesOf(vector));
    const key = loadKey(vector.key_text);
    expect(sign(chosen, key, inputOf(vector))).toBe(vector.sign);
    const masked = vector.string_to_sign.replace(`&key=${vector.key_text}`, "&key=<key>");
    expect(canonicalString(chosen, inputOf(vector))).toBe(masked);
  });
});

describe("settings", () => {
  const key = loadKey("k");
  const input: SignInput = {
    fields: [
      ["providerCode", "T 1"],
      ["signType", "HMAC-SHA256"],
      ["later", "ü&"],
      ["none", null],
      ["empty", ""],
      ["sign", "old"],
    ],
    body: "<Body>\n  <a>x</a>\n</Body>\n",
  };
  const string = (overrides: Parameters<typeof profile>[1], id: Parameters<typeof profile>[0] = "P5"): string =>
    canonicalString(profile(id, overrides), input);

  it.each([
    ["excludeSignType", { excludeSignType: true }, "body=B&later=ü&&providerCode=T 1"],
    ["unknown fields left out", { includeUnknownFields: false }, "body=B&providerCode=T 1&signType=HMAC-SHA256"],
    [
      "a field list in its own order",
      { fields: ["signType", "body"], sort: "declared", includeUnknownFields: false },
      "signType=HMAC-SHA256&body=B",
    ],
    ["a field list with unknown ones", { fields: ["body"], sort: "declared" }, "body=B&later=ü&"],
    [
      "empty values kept",
      { empty: "keep", exclude: ["sign", "later"] },
      "body=B&empty=&providerCode=T 1&signType=HMAC-SHA256",
    ],
    ["null as empty", { empty: "keep", nulls: "empty", fields: ["none"], includeUnknownFields: false }, "none="],
    ["null as text", { nulls: "null-text", fields: ["none"], includeUnknownFields: false }, "none=null"],
    ["message order, body last", { sort: "declared" }, "providerCode=T 1&signType=HMAC-SHA256&later=ü&&body=B"],
    [
      "names without equals sign",
      { pair: "namevalue", pairSeparator: "", fields: ["providerCode"], includeUnknownFields: false },
      "providerCodeT 1",
    ],
    [
      "values with a line feed",
      { pair: "value", pairSeparator: "\n", fields: ["providerCode", "later"], includeUnknownFields: false },
      "ü&\nT 1",
    ],
    [
      "percent-encoded",
      { valueEncoding: "url", fields: ["providerCode", "later"], includeUnknownFields: false },
      "later=%C3%BC%26&providerCode=T%201",
    ],
    [
      "form-encoded in GBK",
      { valueEncoding: "form", charset: "GBK", fields: ["providerCode", "later"], includeUnknownFields: false },
      "later=%A8%B9%26&providerCode=T+1",
    ],
    [
      "another key suffix",
      { keySuffix: "|", fields: ["providerCode"], includeUnknownFields: false },
      "providerCode=T 1|<key>",
    ],
    ["another body name", { bodyName: "data", fields: ["data"], includeUnknownFields: false }, "data=B"],
    [
      "body without white space",
      { bodyForm: "stripped", fields: ["body"], includeUnknownFields: false },
      "body=<Body><a>x</a></Body>",
    ],
    [
      "body in base64",
      { bodyForm: "base64", fields: ["body"], includeUnknownFields: false },
      "body=PEJvZHk+CiAgPGE+eDwvYT4KPC9Cb2R5Pgo=",
    ],
    [
      "body in C14N",
      {
        bodyForm: "c14n",
        canonicalize: (xml: string) => xml.toUpperCase().trim(),
        fields: ["body"],
        includeUnknownFields: false,
      },
      "body=<BODY>\n  <A>X</A>\n</BODY>",
    ],
    ["no nonce", { nonce: "none", nonceField: "later" }, "body=B&providerCode=T 1&signType=HMAC-SHA256"],
  ] as const)("%s", (_name, overrides, expected) => {
    expect(string(overrides)).toBe(expected.replace("B&", `${input.body}&`).replace(/=B$/, () => `=${input.body}`));
  });

  it("sorts names by code point, upper case before lower", () => {
    const fields = ["b", "\u{1F600}", "B", "ab", "\uFF21", "a"].map((name) => [name, "1"] as const);
    expect(canonicalString(profile("P5", { pairSeparator: " " }), { fields })).toBe(
      "B=1 a=1 ab=1 b=1 \uFF21=1 \u{1F600}=1",
    );
  });

  it.each([
    ["base64url", /^[\w-]{43}$/],
    ["HEX", /^[0-9A-F]{64}$/],
  ] as const)("writes %s", (output, shape) => {
    expect(sign(profile("P1", { output }), key, input)).toMatch(shape);
  });

  it("hashes without HMAC for old test servers", () => {
    for (const [digest, name] of [
      ["MD5", "md5"],
      ["SHA256", "sha256"],
    ] as const) {
      const made = sign(profile("P2", { digest }), loadKey("secret"), { fields: [], body: "x" });
      expect(made).toBe(createHash(name).update("data=x&key=secret").digest("hex"));
    }
  });

  it("signs with decoded bytes and appends the key's text", () => {
    const made = sign(profile("P2"), loadKey("6b6579", { decoding: "hex" }), { fields: [], body: "x" });
    expect(made).toBe(createHmac("sha256", "key").update("data=x&key=6b6579").digest("hex"));
  });

  it.each([
    ["SIGN_INPUT", () => sign(profile("P3"), key, { fields: [] })],
    ["SIGN_INPUT", () => sign(profile("http-header"), key, { fields: [] })],
    [
      "SIGN_INPUT",
      () =>
        sign(profile("P1"), key, {
          fields: [
            ["a", "1"],
            ["a", "2"],
          ],
        }),
    ],
    ["SIGN_INPUT", () => sign(profile("P1", { nonce: "required" }), key, input)],
    ["SIGN_CANONICALIZE", () => sign(profile("P1", { bodyForm: "c14n" }), key, input)],
    ["SIGN_CHARSET", () => sign(profile("P1", { charset: "GBK" }), key, { fields: [["a", "\u{1F600}"]] })],
    ["SIGN_CHARSET", () => sign(profile("P1"), key, { fields: [["a", "\uD800"]] })],
    ["SIGN_KEY_NOT_TEXT", () => sign(profile("P1"), loadKey(new Uint8Array([0xff, 0, 1])), input)],
    ["SIGN_KEY_INVALID", () => sign(profile("P1"), { fingerprint: "" } as never, input)],
  ] as const)("refuses with %s", (code, act) => {
    expect(act).toThrow(expect.objectContaining({ name: "SignError", code }));
    try {
      act();
    } catch (error) {
      expect(isSignError(error)).toBe(true);
      expect((error as { messageZh: string }).messageZh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
