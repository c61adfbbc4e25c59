import { isWsdlError, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { Inclusions } from "../src/content/inclusion.ts";
import { ATTRIBUTES, changedALittle, Draw, drawnSchema, PARTS } from "./drawn-schemas.ts";
import { documentsOf, loadSchema, message, parsed, validOnes, wordsOf } from "./schema-judge.ts";

/** Pairs of one test; COO_DRAWN_PAIRS asks for more of them. */
const PAIRS = 12;
const SEEDS = Number(process.env["COO_DRAWN_PAIRS"] ?? 15 * PAIRS) / PAIRS;

const documents = [
  ...documentsOf([...wordsOf(PARTS, 2), ...wordsOf(["<a>1</a>", "<b>1</b>", "<t:e>1</t:e>", "<o:z/>"], 4).slice(21)]),
  ...documentsOf(wordsOf(PARTS, 1), ATTRIBUTES),
];
const read = parsed(documents);

interface Tried {
  readonly text: string;
  readonly model: Model;
  readonly valid: readonly boolean[];
}

/** A schema that both libxml2 and we take. */
function tried(text: string): Tried | null {
  try {
    const model = loadSchema(text);
    const valid = validOnes(read, text);
    return valid === null ? null : { text, model, valid };
  } catch (error) {
    if (isWsdlError(error)) return null;
    throw error;
  }
}

/** What is called included although libxml2 takes a document of the old schema and not of the new one. */
function wrong(a: Tried, b: Tried): string | null {
  const pair = { kind: "element", a: message(a.model), b: message(b.model) } as const;
  if (!new Inclusions(a.model.schemas, b.model.schemas).holds(pair)) return null;
  const shown = documents[documents.findIndex((_, i) => a.valid[i] === true && b.valid[i] === false)];
  return shown === undefined ? "" : `${a.text}\n${b.text}\n${shown}`;
}

describe("schemas that are drawn, and changed a little", () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => [i + 1]))(
    "are called included as libxml2 has it, seed %d",
    (seed) => {
      const draw = new Draw(seed);
      let [pairs, included] = [0, 0];
      while (pairs < PAIRS) {
        const a = tried(drawnSchema(draw));
        if (a === null) continue;
        for (let n = 0; n < 4; n++) {
          const b = tried(changedALittle(a.text, draw));
          if (b === null || b.text === a.text) continue;
          for (const one of [wrong(a, b), wrong(b, a)]) {
            pairs++;
            if (one === null) continue;
            included++;
            expect(one).toBe("");
          }
        }
      }
      expect(included).toBeGreaterThan(0);
    },
  );
});
