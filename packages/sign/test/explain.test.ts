import { inspect } from "node:util";
import { CAUSES, type CauseId, explain, loadKey, PROFILES, profile, sign } from "@coo/sign";
import { describe, expect, it } from "vitest";
import { MISTAKES } from "./mistakes.ts";
import { random, randomMessage, SCHEMES, send } from "./sender.ts";

const secret = "192006250b4c09247ec02edce69f6a2d";
const key = loadKey(secret);

const canonicalize = (xml: string): string => xml.replace(/<(\w+)\/>/g, "<$1></$1>").replaceAll('"', "&quot;");

describe("explain", () => {
  it.each(SCHEMES)("finds no fault in valid messages under %s", (scheme) => {
    for (let n = 0; n < 200; n++) {
      const message = randomMessage(random(n));
      const found = explain(PROFILES[scheme], key, message, send(scheme, secret, message));
      expect(found).toMatchObject({ ok: true, key: 0, causes: [], also: [], tried: 1 });
      expect(found.cause).toBeUndefined();
    }
  });

  it.each(SCHEMES)("names no cause for signatures of nothing under %s", (scheme) => {
    const rng = random(5);
    for (let n = 0; n < 20; n++) {
      const other = send(scheme, secret, randomMessage(random(1000 + n)));
      const found = explain(PROFILES[scheme], key, randomMessage(rng), other);
      expect(found).toMatchObject({ ok: false, causes: [], complete: true });
      expect(found.cause).toBeUndefined();
      expect(found.adviceZh).toMatch(/密钥/);
    }
  });

  const message = randomMessage(random(11));
  it("tells a missing signature and an unsignable message", () => {
    for (const signature of [undefined, null, ""]) {
      expect(explain(PROFILES.P1, key, message, signature).cause).toBe("signature-missing");
    }
    const twice = { ...message, fields: [...message.fields, ["version", "2"] as [string, string]] };
    expect(explain(PROFILES.P1, key, twice, "0".repeat(64)).cause).toBe("message-incomplete");
    const right = send("P1", secret, message);
    const strict = profile("P1", { nonce: "required", nonceField: "random" });
    expect(explain(strict, key, message, right).cause).toBe("message-incomplete");
  });

  it("takes text that is no signature at all", () => {
    for (const signature of ["x", "签名", "0".repeat(63), "=".repeat(44), "%%%", "a".repeat(10_000)]) {
      expect(explain(PROFILES.P1, key, message, signature)).toMatchObject({ ok: false, causes: [] });
    }
  });

  it("says which bytes of the body differ", () => {
    const sent = { fields: [], body: "<Body><名>苏州</名><a>1\n2</a></Body>" };
    const signature = send("P3", secret, { fields: [], body: sent.body.replace("\n", "\r\n") });
    const found = explain(PROFILES.P3, key, sent, signature);
    expect(found).toMatchObject({ cause: "line-ends", variant: "LF → CRLF", ruleId: "SIGN-X08" });
    const { start, end } = found.range as { start: number; end: number };
    expect(found.range?.in).toBe("body");
    const bytes = Buffer.from(sent.body);
    expect(bytes.subarray(0, start).toString()).toBe("<Body><名>苏州</名><a>1");
    expect(bytes.subarray(end).toString()).toBe("\n2</a></Body>");
  });

  it("says which field differs", () => {
    const sent = {
      ...message,
      fields: message.fields.map(([n, v]) => [n, n === "version" ? "1.0 " : v] as [string, string]),
    };
    const found = explain(PROFILES.P1, key, sent, send("P1", secret, message));
    expect(found).toMatchObject({ cause: "trimmed-values", range: { in: "version", start: 3, end: 4 } });
  });

  it("names the key of a change-over that was misread", () => {
    const signature = send("P5", secret, message, { hmacKey: Buffer.from(`${secret}\n`) });
    expect(explain(PROFILES.P5, [loadKey("another"), key], message, signature)).toMatchObject({
      cause: "key-line-end",
      key: 1,
    });
    expect(explain(PROFILES.P5, [loadKey("another"), key], message, send("P5", secret, message))).toMatchObject({
      ok: true,
      key: 1,
    });
  });

  it("agrees with verify about letter case", () => {
    const lower = send("P1", secret, message).toLowerCase();
    expect(explain(PROFILES.P1, key, message, lower).cause).toBe("letter-case");
    expect(explain(profile("P1", { compare: "ignore-case" }), key, message, lower).ok).toBe(true);
  });

  it("recognises digits lost by careless hex writers", () => {
    const digest = Buffer.from(send("P1", secret, message), "hex");
    const loose = Array.from(digest, (byte) => byte.toString(16)).join("");
    expect(explain(PROFILES.P1, key, message, loose).cause).toBe("output-encoding");
  });

  it("reports two mistakes that were made together", () => {
    const lower = send("P1", secret, message, { suffix: null }).toLowerCase();
    expect(explain(PROFILES.P1, key, message, lower)).toMatchObject({
      cause: "key-suffix",
      causes: ["key-suffix", "letter-case"],
    });
    const both = send("P1", secret, message, {
      body: (body) => body.replaceAll("\n", "\r\n"),
      hmacKey: Buffer.from(`${secret}\n`),
    });
    expect(explain(PROFILES.P1, key, message, both).causes).toEqual([]);
    const found = explain(PROFILES.P1, key, message, both, { depth: 2, maxBytes: 2 ** 30 });
    expect([...found.causes].sort()).toEqual(["key-line-end", "line-ends"]);
  });

  it("explains raw HTTP bodies", () => {
    const raw = Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<a>1\n2</a>');
    const chosen = PROFILES["http-header"];
    expect(explain(chosen, key, { fields: [], raw }, sign(chosen, key, { fields: [], raw })).ok).toBe(true);
    const crlf = Buffer.from(raw.toString().replaceAll("\n", "\r\n"));
    expect(explain(chosen, key, { fields: [], raw }, sign(chosen, key, { fields: [], raw: crlf })).cause).toBe(
      "line-ends",
    );
    const bare = raw.subarray(39);
    expect(explain(chosen, key, { fields: [], raw }, sign(chosen, key, { fields: [], raw: bare })).cause).toBe(
      "xml-declaration",
    );
  });

  it("recognises C14N when given the function, and a payload when given its text", () => {
    const signature = send("P1", secret, message, { body: canonicalize });
    expect(explain(PROFILES.P1, key, message, signature).cause).toBeUndefined();
    expect(explain(PROFILES.P1, key, message, signature, { canonicalize })).toMatchObject({
      cause: "body-form",
      variant: "c14n",
    });
    const payload = `<Request>\n <Head><version>1.0</version></Head>\n ${message.body}\n</Request>`;
    const whole = send("P1", secret, message, { body: () => payload });
    expect(explain(PROFILES.P1, key, message, whole, { payload }).cause).toBe("wrong-part");
  });

  it("stops at the byte limit and says so", () => {
    const found = explain(PROFILES.P1, key, message, "0".repeat(64), { maxBytes: 10_000 });
    expect(found).toMatchObject({ ok: false, causes: [], complete: false });
    expect(found.tried).toBeLessThan(50);
  });

  it("stays quick on hostile bodies", () => {
    for (const body of [
      '<a x="'.repeat(20_000),
      `<a>${" ".repeat(100_000)}`,
      "&".repeat(100_000),
      ">".repeat(100_000),
      `<${"a".repeat(100_000)}>`,
      "<!--".repeat(20_000),
      `${"\n".repeat(100_000)}x`,
      `<a ${" ".repeat(100_000)}b/>`,
      `<a ${"b".repeat(100_000)}></a>`,
      `<a ${'b="" '.repeat(20_000)}></a>`,
      "<a>x</a>".repeat(15_000),
    ]) {
      const found = explain(PROFILES.P1, key, { fields: [], body }, "0".repeat(64), { maxBytes: 5_000_000 });
      expect(found.ok).toBe(false);
    }
  }, 30_000);

  it("never gives away the key, the right signature or the message", () => {
    for (const cause of Object.keys(MISTAKES) as CauseId[]) {
      const made = MISTAKES[cause]?.({ scheme: "P1", key: secret, message, rng: random(3) });
      if (made === undefined || made.key !== undefined) continue;
      const shown = inspect(explain(PROFILES.P1, key, made.sent, made.signature), { depth: 9 });
      expect(shown).not.toContain(secret);
      expect(shown.toUpperCase()).not.toContain(send("P1", secret, made.sent));
      expect(shown).not.toContain("苏州示例");
    }
  });

  it("has a rule number of its own and texts in both languages for every cause", () => {
    const texts = Object.values(CAUSES);
    expect(new Set(texts.map(({ ruleId }) => ruleId)).size).toBe(texts.length);
    for (const text of texts) {
      expect(text.ruleId).toMatch(/^SIGN-X\d\d$/);
      expect(text.adviceZh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.adviceEn).not.toMatch(/[\u4e00-\u9fff]/);
    }
    const special: CauseId[] = ["signature-missing", "message-incomplete"];
    expect(Object.keys(MISTAKES).concat(special).sort()).toEqual(Object.keys(CAUSES).sort());
  });
});
