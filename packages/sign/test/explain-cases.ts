import { CAUSES, type CauseId, explain, loadKey, PROFILES, verify } from "@coo/sign";
import { describe, expect, it } from "vitest";
import { type Case, MISTAKES } from "./mistakes.ts";
import { random, randomMessage, SCHEMES, type Scheme } from "./sender.ts";

const COUNT = 50;

/** Mistakes that a scheme cannot make: it has no such field, no order, no letters of two cases. */
const IMPOSSIBLE: Partial<Record<CauseId, Scheme[]>> = {
  "letter-case": ["P3"],
  "sign-included": ["P2", "P3", "P4"],
  "sign-type": ["P2", "P3"],
  "field-order": ["P2", "P3"],
  "field-list": ["P2", "P3"],
  "timestamp-format": ["P2", "P3"],
  "timestamp-drift": ["P2", "P3"],
};

/** Mistakes that may give the very bytes of another one, which nobody can tell apart. */
const EQUIVALENT: Partial<Record<CauseId, CauseId[]>> = {
  "body-whitespace": ["body-form"], // the profile's "stripped" form is the compact text
  "trailing-newline": ["body-whitespace", "body-form", "key-line-end"], // after the string is after the key in its suffix
  "key-suffix": ["wrong-profile"], // P1 and P5 differ by the suffix alone
  "field-order": ["field-list", "pair-form"], // a list of all fields is an order; another body name sorts elsewhere
  "wrong-profile": ["pair-form", "field-list"], // P6 is P5 joined otherwise
};

const keyOf = (n: number): string => {
  const rng = random(n);
  return Array.from({ length: 32 }, () => "0123456789abcdef"[rng.int(16)]).join("");
};

function caseOf(cause: CauseId, scheme: Scheme, n: number): { key: string; made: Case } | undefined {
  const rng = random(n * 7919 + SCHEMES.indexOf(scheme) * 104_729 + Object.keys(CAUSES).indexOf(cause));
  const message = randomMessage(rng);
  const key = keyOf(n);
  const made = MISTAKES[cause]?.({ scheme, key, message, rng });
  return made === undefined ? undefined : { key, made };
}

/** Registers the tests of one share of the mistakes; shares let two processes work. */
export function testMistakes(share: number, shares: number): void {
  const causes = (Object.keys(MISTAKES) as CauseId[]).filter((_, i) => i % shares === share);
  const rows = causes.flatMap((cause) =>
    SCHEMES.filter((scheme) => !IMPOSSIBLE[cause]?.includes(scheme)).map((scheme) => ({ cause, scheme })),
  );
  describe("explain", () => {
    it.each(rows)(`names $cause under $scheme in ${COUNT} messages`, ({ cause, scheme }) => {
      let [count, right] = [0, 0];
      const wrong: unknown[] = [];
      const also = new Set<CauseId>();
      for (let n = 0; count < COUNT && n < 10 * COUNT; n++) {
        const one = caseOf(cause, scheme, n);
        if (one === undefined) continue;
        const { sent, signature } = one.made;
        const key = loadKey(one.made.key?.source ?? one.key, { decoding: one.made.key?.decoding ?? "text" });
        if (verify(PROFILES[scheme], key, sent, signature).ok) continue; // this slip changes nothing under this scheme
        const found = explain(PROFILES[scheme], key, sent, signature, { quick: count > 4 });
        count++;
        if (found.cause === cause && found.causes.length === 1) right++;
        else wrong.push([n, found.causes, found.variant]);
        for (const other of found.also) also.add(other);
      }
      expect(count).toBe(COUNT);
      expect(right / count, JSON.stringify(wrong.slice(0, 5))).toBeGreaterThanOrEqual(0.99);
      expect(EQUIVALENT[cause] ?? []).toEqual(expect.arrayContaining([...also]));
    });
  });
}
