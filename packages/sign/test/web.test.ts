import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import * as node from "@coo/sign";
import { type CauseId, explain, loadKey, PROFILES, profile, sign, verify } from "@coo/sign/web";
import { describe, expect, it } from "vitest";
import { MISTAKES } from "./mistakes.ts";
import { random, randomMessage, SCHEMES } from "./sender.ts";
import { inputOf, overridesOf, profileVectors, rfc4231 } from "./vectors.ts";

describe("@coo/sign/web", () => {
  it.each(rfc4231.tests)("RFC 4231 case $case", async ({ key, msg, tag }) => {
    const raw = new Uint8Array(Buffer.from(msg, "hex"));
    const made = await sign(profile("http-header"), await loadKey(key, { decoding: "hex" }), { fields: [], raw });
    expect(made.slice(0, tag.length)).toBe(tag);
  });

  it.each(profileVectors)("$profile: $name", async (vector) => {
    const chosen = profile(vector.profile, overridesOf(vector));
    const key = await loadKey(vector.key_text);
    expect(await sign(chosen, key, inputOf(vector))).toBe(vector.sign);
    expect(await verify(chosen, [await loadKey("other"), key], inputOf(vector), vector.sign)).toEqual({
      ok: true,
      key: 1,
    });
  });

  it("gives the verdicts of @coo/sign", async () => {
    const message = randomMessage(random(3));
    const [webKey, nodeKey] = [await loadKey("k"), node.loadKey("k")];
    expect(webKey.fingerprint).toBe(nodeKey.fingerprint);
    const good = await sign(PROFILES.P1, webKey, message);
    const twice = { ...message, fields: [...message.fields, ["version", "2"] as const] };
    for (const chosen of [
      PROFILES.P1,
      profile("P1", { compare: "ignore-case" }),
      profile("P1", { charset: "GBK" }),
      PROFILES.P3,
    ]) {
      for (const signature of [good, good.toLowerCase(), good.replace(/^./, "g"), "", undefined, null, `${good}0`]) {
        for (const input of [message, twice, { ...message, body: "\u{1F600}" }]) {
          expect(await verify(chosen, webKey, input, signature)).toEqual(
            node.verify(chosen, nodeKey, input, signature),
          );
        }
      }
    }
  });

  it("explains as @coo/sign does", async () => {
    for (const [i, cause] of (Object.keys(MISTAKES) as CauseId[]).entries()) {
      const scheme = SCHEMES[i % 6] as (typeof SCHEMES)[number];
      const made = MISTAKES[cause]?.({
        scheme,
        key: "192006250b4c09247ec02edce69f6a2d",
        message: randomMessage(random(i)),
        rng: random(i),
      });
      if (made === undefined || cause === "digest") continue;
      const [source, options] = [
        made.key?.source ?? "192006250b4c09247ec02edce69f6a2d",
        { decoding: made.key?.decoding ?? "text" },
      ];
      const web = await explain(PROFILES[scheme], await loadKey(source, options), made.sent, made.signature);
      const own = node.explain(PROFILES[scheme], node.loadKey(source, options), made.sent, made.signature);
      expect([cause, web.cause, web.range]).toEqual([cause, own.cause, own.range]);
    }
  });

  it("keeps its keys to itself, and refuses those of @coo/sign", async () => {
    const key = await loadKey("ccpit-demo-key-0001");
    expect(inspect([key, structuredClone(key)], { showHidden: true, depth: 9 })).not.toMatch(/ccpit|CryptoKey/);
    await expect(sign(PROFILES.P1, node.loadKey("k"), { fields: [] })).rejects.toMatchObject({
      code: "SIGN_KEY_INVALID",
    });
    expect(() => node.sign(node.PROFILES.P1, key, { fields: [] })).toThrow(
      expect.objectContaining({ code: "SIGN_KEY_INVALID" }),
    );
    await expect(loadKey("")).rejects.toMatchObject({ code: "SIGN_KEY_EMPTY" });
    const md5 = profile("P1", { digest: "MD5" });
    await expect(sign(md5, key, { fields: [] })).rejects.toMatchObject({ code: "SIGN_DIGEST" });
  });

  it("imports nothing of Node, and uses no global of it", () => {
    const seen = new Set<string>();
    const visit = (file: URL): void => {
      if (seen.has(file.href)) return;
      seen.add(file.href);
      const text = readFileSync(fileURLToPath(file), "utf8");
      expect(text.match(/\b(?:Buffer|process|require|__dirname)\b(?=[.(])/g), file.href).toBeNull();
      for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g)) {
        expect(specifier, file.href).toMatch(/^\.\.?\//);
        visit(new URL(specifier as string, file));
      }
    };
    visit(new URL("../src/web.ts", import.meta.url));
    expect(seen.size).toBeGreaterThan(10);
  });
});
