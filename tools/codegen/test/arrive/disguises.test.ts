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

describe("services that are about something else", () => {
  /** A service whose operations take and give texts; `said` stands in each. */
  const plain = (
    operations: readonly string[],
    said: string,
  ): string => `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:other" targetNamespace="urn:other">
    <wsdl:message name="text"><wsdl:part name="text" type="xs:string"/></wsdl:message>
    <wsdl:portType name="Other">${operations
      .map(
        (name) =>
          `<wsdl:operation name="${name}">${said}<wsdl:input message="t:text"/><wsdl:output message="t:text"/></wsdl:operation>`,
      )
      .join("")}</wsdl:portType></wsdl:definitions>`;
  const taken = (name: string, operations: readonly string[], said = ""): string[] => {
    const folder = join(home, name);
    mkdirSync(folder);
    writeFileSync(
      join(folder, "s.wsdl"),
      plain(operations, said === "" ? "" : `<wsdl:documentation>${said}</wsdl:documentation>`),
    );
    return matchOperations(loadDelivery(folder), reference, new Similarity()).flatMap((m) =>
      m.accepted === null ? [] : [`${m.reference.name} ${m.accepted.delivered.operation.name}`],
    );
  };

  it("are not taken for ours because of a verb", () => {
    expect(taken("verbs", ["getPrices", "listPlaces", "addPrefix", "isRequestSuspended", "GetArticle"])).toEqual([]);
    expect(taken("one", ["GetArticle"])).toEqual([]);
  });

  it("are taken where the name says all that the interface's does", () => {
    expect(taken("names", ["queryBranches", "previewCertificate", "spBaSq"])).toEqual([
      "queryBranches queryBranches",
      "applyGoodsFiling spBaSq",
      "previewDocument previewCertificate",
    ]);
  });

  it("tell what is not preferential from what is", () => {
    expect(taken("nonpref", ["createNonPrefCert"])).toEqual(["applyGeneralCertificate createNonPrefCert"]);
    expect(taken("pref", ["createPrefCert"])).toEqual(["applyPreferentialCertificate createPrefCert"]);
    expect(taken("feiyouhui", ["sendCoApply"], "非优惠原产地证申请")).not.toContain(
      "applyPreferentialCertificate sendCoApply",
    );
    expect(taken("prose", ["sendCoApply"], "non-preferential certificate application")).not.toContain(
      "applyPreferentialCertificate sendCoApply",
    );
  });
});
