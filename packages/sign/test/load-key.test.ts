import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { loadKey, PROFILES, sign } from "@coo/sign";
import { afterAll, describe, expect, it } from "vitest";

const input = { fields: [["a", "1"]], body: "<Body/>" } as const;
const secret = "ccpit-demo-key-0001";
const same = (key: Parameters<typeof sign>[1], other: Parameters<typeof sign>[1]): boolean =>
  sign(PROFILES.P1, key, input) === sign(PROFILES.P1, other, input) && key.fingerprint === other.fingerprint;

describe("loadKey", () => {
  it.each([
    ["a line feed", `${secret}\n`],
    ["CRLF", `${secret}\r\n`],
    ["a BOM", `\uFEFF${secret}`],
    ["BOM and CRLF as bytes", Buffer.from(`\uFEFF${secret}\r\n`)],
  ])("strips %s", (_name, source) => {
    expect(same(loadKey(source), loadKey(secret))).toBe(true);
    expect(same(loadKey(source, { trim: false }), loadKey(secret))).toBe(false);
  });

  it("keeps spaces, which may belong to the key", () => {
    expect(same(loadKey(`${secret} `), loadKey(secret))).toBe(false);
  });

  it.each([
    ["hex", Buffer.from(secret).toString("hex")],
    ["hex", `${Buffer.from(secret).toString("hex").toUpperCase()}\r\n`],
    ["base64", Buffer.from(secret).toString("base64")],
    ["base64", Buffer.from(secret).toString("base64url")],
    [
      "pem",
      `\uFEFF-----BEGIN SECRET KEY-----\r\n${Buffer.from(secret).toString("base64")}\r\n-----END SECRET KEY-----\r\n`,
    ],
  ] as const)("decodes %s", (decoding, source) => {
    expect(loadKey(source, { decoding }).fingerprint).toBe(loadKey(secret).fingerprint);
  });

  it.each([
    ["SIGN_KEY_EMPTY", "", {}],
    ["SIGN_KEY_EMPTY", "\uFEFF\r\n", {}],
    ["SIGN_KEY_EMPTY", "\n", { decoding: "hex" }],
    ["SIGN_KEY_MALFORMED", "abc", { decoding: "hex" }],
    ["SIGN_KEY_MALFORMED", "xyzw", { decoding: "hex" }],
    ["SIGN_KEY_MALFORMED", "a*==", { decoding: "base64" }],
    ["SIGN_KEY_MALFORMED", "QQ=", { decoding: "base64" }],
    ["SIGN_KEY_MALFORMED", secret, { decoding: "pem" }],
    ["SIGN_KEY_MALFORMED", "-----BEGIN K-----\nProc-Type: 4,ENCRYPTED\n\nQQ==\n-----END K-----", { decoding: "pem" }],
    ["SIGN_KEY_MALFORMED", Buffer.from(`\uFEFF${secret}`, "utf16le"), {}],
    ["SIGN_KEY_FILE", { file: "/nonexistent/key" }, {}],
  ] as const)("refuses with %s: %j", (code, source, options) => {
    expect(() => loadKey(source, options)).toThrow(expect.objectContaining({ code }));
  });

  it("does not change when the caller's bytes do", () => {
    const bytes = Buffer.from(secret);
    const key = loadKey(bytes);
    bytes.fill(0);
    expect(same(key, loadKey(secret))).toBe(true);
  });

  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
  it("reads a file under a Chinese path", async () => {
    const folder = await mkdtemp(join(tmpdir(), "密钥 "));
    folders.push(folder);
    writeFileSync(join(folder, "k.txt"), `\uFEFF${secret}\r\n`);
    expect(same(loadKey({ file: join(folder, "k.txt") }), loadKey(secret))).toBe(true);
  });
});

describe("a key", () => {
  const key = loadKey(secret);
  it("shows only its fingerprint", () => {
    const shown = [
      inspect(key, { depth: 9, showHidden: true, getters: true }),
      inspect({ nested: [key] }, { customInspect: false, showHidden: true, depth: 9 }),
      JSON.stringify({ key }),
      key.toString(),
      String(key),
      inspect(structuredClone(key), { showHidden: true, depth: 9 }),
      inspect(Object.entries(Object.getOwnPropertyDescriptors(key)), { depth: 9 }),
    ].join("\n");
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(Buffer.from(secret).toString("hex"));
    expect(shown).not.toMatch(/KeyObject/);
    expect(structuredClone(key)).toEqual({ fingerprint: key.fingerprint });
    expect(JSON.stringify(key)).toBe(`{"fingerprint":"${key.fingerprint}"}`);
    expect(String(key)).toBe(`[SignKey ${key.fingerprint}]`);
    expect(key.fingerprint).toMatch(/^[0-9a-f]{12}$/);
  });

  it("a clone cannot sign", () => {
    expect(() => sign(PROFILES.P1, structuredClone(key), input)).toThrow(
      expect.objectContaining({ code: "SIGN_KEY_INVALID" }),
    );
  });
});
