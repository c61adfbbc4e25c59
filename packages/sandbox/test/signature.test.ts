import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkSignature, makeSignature, readKey } from "../src/signature.ts";
import { resolveSignature, type SignatureProfileId, type SignatureSettings } from "../src/signature-profile.ts";

interface Vector {
  readonly name: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly string_to_sign: string;
  readonly key_text: string;
  readonly charset: string;
  readonly output: string;
  readonly sign: string;
}

const { profiles } = JSON.parse(
  readFileSync(new URL("../../../schemas/evidence/signature-profiles.json", import.meta.url), "utf8"),
) as {
  readonly profiles: readonly { readonly id: SignatureProfileId; readonly test_vectors: readonly Vector[] }[];
};
const vectors = profiles.flatMap(({ id, test_vectors }) =>
  test_vectors.map((vector) => [id, vector.name, vector] as const),
);
const BODY = "<Body><branchCode>311</branchCode></Body>";
const HEAD = { providerCode: "TEST0001", timestamp: "20260301093000", nonceStr: "5K8264ILTKCH16CQ" };

function settingsFor(id: SignatureProfileId, vector: Vector): SignatureSettings {
  const output = { HEX: "HEX", hex_lower: "hex", base64: "base64" }[vector.output] as SignatureSettings["output"];
  const pairSeparator = vector.name === "newline separator" ? { pairSeparator: "\n" } : {};
  return resolveSignature({ id, output, charset: vector.charset === "gbk" ? "GBK" : "UTF-8", ...pairSeparator });
}

describe("the published test values", () => {
  it.each(vectors)("%s: %s", (id, _, vector) => {
    const settings = settingsFor(id, vector);
    const { body, ...fields } = vector.params ?? { ...HEAD, body: BODY };
    const content = { fields: Object.entries(fields), body: body ?? BODY, raw: new Uint8Array() };
    const key = readKey(vector.key_text, settings);
    expect(makeSignature(settings, key, content)).toBe(vector.sign);
    expect(checkSignature(settings, key, content, vector.sign)).toBe(true);
    expect(checkSignature(settings, key, { ...content, body: `${body} ` }, vector.sign)).toBe(false);
  });

  it("are all there are", () => {
    expect(vectors.length).toBe(11);
  });
});

describe("settings", () => {
  const base = {
    fields: Object.entries({ ...HEAD, signType: "HMAC-SHA256", sign: "x", empty: "" }),
    body: "<Body> <a/> </Body>",
    raw: Buffer.from("raw"),
  };
  const sign = (change: Partial<SignatureSettings>, content = base): string => {
    const settings = resolveSignature(change);
    return makeSignature(settings, readKey("k1", settings), content);
  };
  const all = new Set([sign({})]);

  it.each<Partial<SignatureSettings>>([
    { excludeSignType: true },
    { empty: "keep" },
    { sort: "declared" },
    { pair: "namevalue" },
    { pairSeparator: "\n" },
    { keySuffix: "&secret=" },
    { valueEncoding: "url" },
    { valueEncoding: "form" },
    { bodyForm: "stripped" },
    { bodyForm: "c14n" },
    { bodyForm: "base64" },
    { bodyName: "data" },
    { includeUnknownFields: false, fields: ["timestamp"] },
    { nonce: "none" },
    { digest: "MD5" },
    { digest: "SHA256" },
    { output: "base64url" },
    { id: "http-header" },
  ])("each change the signature: %j", (change) => {
    const made = sign(change);
    expect(all.has(made)).toBe(false);
    all.add(made);
  });

  it("compare without case only when told so, and never accept an empty signature", () => {
    for (const compare of ["exact", "ignore-case"] as const) {
      const settings = resolveSignature({ compare });
      const key = readKey("k1", settings);
      const made = makeSignature(settings, key, base);
      expect(checkSignature(settings, key, base, made.toLowerCase())).toBe(compare === "ignore-case");
      expect(checkSignature(settings, key, base, "")).toBe(false);
      expect(checkSignature(settings, key, base, undefined)).toBe(false);
    }
  });

  it("ask for a nonce where one is required", () => {
    const settings = resolveSignature({ nonce: "required" });
    const key = readKey("k1", settings);
    const without = { ...base, fields: base.fields.filter(([name]) => name !== "nonceStr") };
    expect(() => makeSignature(settings, key, without)).toThrow(expect.objectContaining({ code: "SANDBOX_SIGNATURE" }));
    expect(checkSignature(settings, key, without, "x")).toBe(false);
  });
});

const keyBytes = (source: string | Uint8Array, change: Partial<SignatureSettings> = {}): string =>
  Buffer.from(readKey(source, resolveSignature({ keySuffix: null, ...change })).bytes).toString("hex");

describe("keys", () => {
  it("are read as text, hex, base64 or PEM, without mark and line ends", () => {
    expect(keyBytes("\uFEFFkey\r\n")).toBe("6b6579");
    expect(keyBytes(Buffer.from("\uFEFFkey\n"))).toBe("6b6579");
    expect(keyBytes("key\n", { keyTrim: false })).toBe("6b65790a");
    expect(keyBytes("6B6579\n", { keyDecoding: "hex" })).toBe("6b6579");
    expect(keyBytes("a2V5", { keyDecoding: "base64" })).toBe("6b6579");
    expect(keyBytes("-----BEGIN KEY-----\na2\nV5\n-----END KEY-----\n", { keyDecoding: "pem" })).toBe("6b6579");
  });

  it("are refused when empty or not what they should be", () => {
    for (const [source, keyDecoding] of [
      ["", "text"],
      ["xyz", "hex"],
      ["", "base64"],
    ] as const) {
      expect(() => keyBytes(source, { keyDecoding })).toThrow(expect.objectContaining({ code: "SANDBOX_SIGNATURE" }));
    }
  });

  it("that are no text cannot be appended", () => {
    const settings = resolveSignature({ keyDecoding: "hex" });
    const key = readKey("6b6579", settings);
    expect(() => makeSignature(settings, key, { fields: [], body: "", raw: new Uint8Array() })).toThrow(
      expect.objectContaining({ code: "SANDBOX_SIGNATURE" }),
    );
  });
});
