import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadDelivery } from "../../src/arrive/delivery.ts";
import { matchOperations } from "../../src/arrive/match-operations.ts";
import { Similarity } from "../../src/arrive/similarity.ts";
import { reference } from "./build-deliveries.ts";
import { disguise } from "./disguises.ts";

const home = mkdtempSync(join(tmpdir(), "coo disguise "));
afterAll(() => rmSync(home, { recursive: true }));

const COUNT = Number(process.env["COO_DISGUISES"] ?? 24);

describe("random disguises", () => {
  it("are seen through, and what is taken without asking is right", () => {
    const similarity = new Similarity();
    let accepted = 0;
    let right = 0;
    let there = 0;
    let first = 0;
    const wrong: string[] = [];
    for (let seed = 1; seed <= COUNT; seed++) {
      const { wsdl, truth } = disguise(seed);
      const folder = join(home, String(seed));
      mkdirSync(folder);
      writeFileSync(join(folder, "s.wsdl"), wsdl);
      there += truth.size;
      for (const match of matchOperations(loadDelivery(folder), reference, similarity)) {
        const { no } = match.reference;
        const name = match.accepted?.delivered.operation.name;
        if (truth.has(no) && match.candidates[0]?.delivered.operation.name === truth.get(no)) first++;
        if (name === undefined) continue;
        accepted++;
        if (name === truth.get(no)) right++;
        else wrong.push(`seed ${seed}, interface ${no}: ${name} for ${truth.get(no) ?? "nothing"}`);
      }
    }
    const figures = { precision: right / accepted, recall: right / there, bestIsRight: first / there };
    console.info(`${COUNT} disguises: ${JSON.stringify(figures)}${wrong.length > 0 ? `\n${wrong.join("\n")}` : ""}`);
    expect(figures.precision).toBeGreaterThanOrEqual(0.99);
    expect(figures.recall).toBeGreaterThanOrEqual(0.6);
  }, 120_000);
});
