import { loadKey, redact } from "@coo/sign";
import { describe, expect, it } from "vitest";

const secret = 'k&y<"密钥">+/';
const key = loadKey(`\uFEFF${secret}\r\n`);
const mark = `[key ${key.fingerprint}]`;

describe("redact", () => {
  it.each([
    secret,
    Buffer.from(secret).toString("hex"),
    Buffer.from(secret).toString("hex").toUpperCase(),
    Buffer.from(secret).toString("base64"),
    Buffer.from(secret).toString("base64url"),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    "k&amp;y&lt;&quot;密钥&quot;&gt;+/",
  ])("masks %s", (form) => {
    expect(redact(`a=1&key=${form}!`, key)).toBe(`a=1&key=${mark}!`);
  });

  it("searches nested values, errors and bytes, and leaves the original alone", () => {
    const cyclic: Record<string, unknown> = { list: [{ text: `x${secret}` }], n: 1, at: new Date(0) };
    cyclic["self"] = cyclic;
    const clean = redact(cyclic, [key]);
    expect(clean["list"]).toEqual([{ text: `x${mark}` }]);
    expect(clean["self"]).toBe(clean);
    expect(clean["at"]).toBe(cyclic["at"]);
    expect(cyclic["list"]).toEqual([{ text: `x${secret}` }]);
    const error = redact(new Error(`bad ${secret}`, { cause: new Map([[secret, new Set([secret])]]) }), key);
    expect(error).toBeInstanceOf(Error);
    expect(error.message).toBe(`bad ${mark}`);
    expect(error.cause).toEqual(new Map([[mark, new Set([mark])]]));
    expect(error.stack).not.toContain(secret);
    expect(Buffer.from(redact(Buffer.from(`<x>${secret}</x>`), key)).toString("utf8")).toContain(mark);
  });
});
