import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../src/config.ts";
import { isCodegenError } from "../src/errors.ts";

const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../coo-codegen.schema.json"), "utf8")) as object;
const valid = new Ajv({ strict: true, strictRequired: false }).compile(schema);

function problemsOf(json: unknown): readonly string[] {
  try {
    parseConfig(JSON.stringify(json), "coo-codegen.json");
    return [];
  } catch (error) {
    if (!isCodegenError(error)) throw error;
    return error.problems.map((p) => p.message);
  }
}

const job = { entries: ["a.wsdl"], out: "gen" };

describe("coo-codegen.json", () => {
  it.each([
    [{ jobs: [job] }],
    [
      {
        $schema: "x",
        jobs: [
          { ...job, name: "a" },
          { manifest: "m.json", out: "packages" },
        ],
      },
    ],
    [{ jobs: [{ ...job, unknownNames: "any", absentImports: "pass", root: ".." }] }],
    [{ jobs: [{ ...job, names: { "{urn:x}A": "B" }, keepGoing: true, strict: true, served: true, registry: true }] }],
  ])("takes %j, as its schema does", (json) => {
    expect(problemsOf(json)).toEqual([]);
    expect(valid(json)).toBe(true);
  });

  it.each([
    [[], ["the configuration is not an object"]],
    [{}, ["jobs is missing or empty"]],
    [{ jobs: [] }, ["jobs is missing or empty"]],
    [{ jobs: {} }, ["jobs is missing or empty"]],
    [{ $schema: 1, jobs: [job] }, ["$schema is no string"]],
    [{ jobs: [job], job: 1 }, ["job is no known key"]],
    [{ jobs: [1] }, ["jobs[0] is no object"]],
    [{ jobs: [{ out: "x" }] }, ["jobs[0] names no documents"]],
    [{ jobs: [{ entries: ["a"] }] }, ["jobs[0].out is missing"]],
    [{ jobs: [{ ...job, out: "" }] }, ["jobs[0].out has the wrong form"]],
    [{ jobs: [{ ...job, entries: [] }] }, ["jobs[0].entries has the wrong form"]],
    [{ jobs: [{ ...job, entries: [1] }] }, ["jobs[0].entries has the wrong form"]],
    [{ jobs: [{ ...job, names: { a: 1 } }] }, ["jobs[0].names has the wrong form"]],
    [{ jobs: [{ ...job, absentImports: "any" }] }, ["jobs[0].absentImports has the wrong form"]],
    [{ jobs: [{ ...job, strict: "yes" }] }, ["jobs[0].strict has the wrong form"]],
    [{ jobs: [{ ...job, toString: 1 }] }, ["jobs[0].toString is no known key"]],
    [
      { jobs: [{ ...job, manifset: "m", strict: 1 }, { out: 1 }] },
      [
        "jobs[0].manifset is no known key",
        "jobs[0].strict has the wrong form",
        "jobs[1].out has the wrong form",
        "jobs[1] names no documents",
      ],
    ],
  ])("refuses %j, as its schema does, and lists everything", (json, messages) => {
    expect(problemsOf(json)).toEqual(messages);
    expect(valid(json)).toBe(false);
  });

  it("refuses what is no JSON", () => {
    expect(() => parseConfig("{", "c.json")).toThrow(/^c\.json:1:2: not JSON/);
  });
});
