import { WIRE_CONFLICTS, WIRE_VALUES, type WireProfile } from "@coo/soap";
import { describe, expect, it } from "vitest";
import { exerciseAll, makePair, type PairOptions } from "../src/exercise.ts";
import { type Combination, pairwise } from "../src/pairwise.ts";

const ALL = Array.from({ length: 18 }, (_, index) => index + 1);

async function run(options: PairOptions): Promise<number[]> {
  const pair = await makePair(options);
  try {
    return (await exerciseAll(pair)).sort((a, b) => a - b);
  } finally {
    await pair.close();
  }
}

describe("all 18 interfaces against the sandbox", () => {
  for (const payload of ["escaped", "typed"] as const) {
    for (const soapVersion of ["1.1", "1.2"] as const) {
      for (const listen of [false, true]) {
        it(`${payload === "typed" ? "typed" : "string"} shape, SOAP ${soapVersion}, ${listen ? "over HTTP" : "in process"}`, async () => {
          expect(await run({ wire: { payload, soapVersion }, listen })).toEqual(ALL);
        });
      }
    }
  }

  for (const signature of ["P1", "P2", "P3", "P4", "P5", "P6", "http-header"] as const) {
    for (const payload of ["escaped", "typed"] as const) {
      it(`signature profile ${signature}, ${payload === "typed" ? "typed" : "string"} shape`, async () => {
        expect(await run({ signature, wire: { payload } })).toEqual(ALL);
      });
    }
  }
});

describe("pairs of all other wire settings", () => {
  const space = { ...WIRE_VALUES, parameterName: ["requestXml", "arg0"] };
  const holds = (one: Combination, part: object): boolean =>
    Object.entries(part).every(([key, value]) => one[key] === value);
  const possible = (one: Combination): boolean =>
    !WIRE_CONFLICTS.some(({ when, and }) => holds(one, when) && holds(one, and));
  // Twice, in two orders of the values: every pair meets in at least two surroundings.
  const reversed = Object.fromEntries(Object.entries(space).map(([key, values]) => [key, [...values].reverse()]));
  const combinations = [...pairwise(space, possible), ...pairwise(reversed, possible)];

  it("are at least 60 and cover every possible pair", () => {
    expect(combinations.length).toBeGreaterThanOrEqual(60);
  });

  it.each(combinations.map((one) => [JSON.stringify(one), one] as const))("%s", async (_name, wire) => {
    expect(await run({ wire: wire as Partial<WireProfile> })).toEqual(ALL);
  });
});
