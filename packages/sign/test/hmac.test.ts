import { createHmac } from "node:crypto";
import { array, assert, oneof, property, string, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacKey, hmacSha256 } from "../src/hmac.ts";

/** Keys below, at and above a block of SHA-256. */
const keys = uint8Array({ minLength: 1, maxLength: 150 }).map((bytes) => new Uint8Array(bytes));

const parts = array(oneof(string({ unit: "grapheme", maxLength: 40 }), uint8Array({ maxLength: 200 })), {
  maxLength: 5,
});

function theirs(key: Uint8Array, of: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", key);
  for (const part of of) hmac.update(typeof part === "string" ? Buffer.from(part) : part);
  return hmac.digest("base64");
}

describe("HMAC-SHA256 of two hashes is that of the runtime", () => {
  it("for any key and any parts", () => {
    assert(
      property(keys, parts, (key, of) => {
        expect(hmacSha256(hmacKey(key), of, "base64")).toBe(theirs(key, of));
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it("but for lone surrogates, which UTF-8 cannot write", () => {
    const key = hmacKey(new Uint8Array([0x6b]));
    for (const length of [1, 1 << 16])
      for (const lone of ["\ud800", "\udc00", "证\ud83d", "\ude00\ud83d"])
        expect(hmacSha256(key, ["a", new Uint8Array(length), lone], "base64")).toBeUndefined();
    expect(hmacSha256(key, ["\ud83d\ude00"], "base64")).toBe(theirs(new Uint8Array([0x6b]), ["😀"]));
  });

  it.each([
    ["64-byte key", 64, 100],
    ["65-byte key", 65, 100],
    ["text at the end of what is hashed at once", 19, (1 << 16) - 64 - 3],
    ["a byte more", 19, (1 << 16) - 64 - 2],
    ["ten times as much", 19, 10 << 16],
  ])("%s", (_, keyLength, length) => {
    const key = new Uint8Array(keyLength).fill(0x6b);
    const body = new Uint8Array(length).fill(0xe4);
    // After something long nothing of it is left for what is short.
    for (const of of [[body, "证"], ["短"], ["a", body.subarray(0, length >> 1), "书"]])
      expect(hmacSha256(hmacKey(key), of, "base64")).toBe(theirs(key, of));
  });
});
