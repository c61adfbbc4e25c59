import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { expectedFailures } from "../src/harness/expected-failures.ts";
import type { Verdict } from "../src/harness/suite.ts";
import { judgeCanonical } from "../src/vectors/c14n.ts";
import { judgeProfiles, judgeRfc4231, judgeWycheproof } from "../src/vectors/hmac.ts";

const known = expectedFailures(resolve(import.meta.dirname, "../vectors-expected-failures.txt"));
const own = resolve(import.meta.dirname, "../../../packages/sign/test/vectors");
const shared = resolve(import.meta.dirname, "../../../../shared/corpus/crypto");
const read = (folder: string, name: string): never => JSON.parse(readFileSync(join(folder, name), "utf8")) as never;
const failed = (verdicts: readonly Verdict[]): string[] =>
  verdicts.filter((v) => v.failure !== null).map((v) => v.name);

describe("the project's own vectors", () => {
  it("are signed, verified, and refused when changed, by both implementations", async () => {
    const verdicts = [
      ...(await judgeRfc4231(read(own, "hmac-sha256-rfc4231.json"))),
      ...(await judgeProfiles(read(own, "signature-profiles.json"))),
    ];
    expect(verdicts.length).toBeGreaterThan(30);
    expect(failed(verdicts)).toEqual([]);
  });

  it("fail when a value is another", async () => {
    const test = { case: 1, key: "00", msg: "", tag: "00" };
    expect(failed(await judgeRfc4231({ tests: [test] }))).toHaveLength(2);
    const vector = { algorithm: "http://www.w3.org/2001/10/xml-exc-c14n#", xml: "<a />", expected: "<a/>" };
    expect(failed(judgeCanonical("own", [vector, { ...vector, expected: "<a></a>" }]))).toEqual(["own/1"]);
  });
});

describe.skipIf(!existsSync(shared))("published vectors (needs ../shared/corpus/crypto)", () => {
  it("Project Wycheproof: 174 verdicts, by both implementations", async () => {
    const verdicts = await judgeWycheproof(read(shared, "hmac-sha256-wycheproof.json"));
    expect(verdicts).toHaveLength(348);
    expect(failed(verdicts)).toEqual([]);
  });

  it("canonical forms: each that names a document or one element; the rest is listed with its reason", () => {
    const tests = (name: string) => (read(shared, name) as { readonly tests: never[] }).tests;
    expect(failed(judgeCanonical("xml-crypto", tests("c14n-xml-crypto.json")))).toEqual([]);
    expect(failed(judgeCanonical("w3c-merlin", tests("c14n-w3c-merlin.json"))).sort()).toEqual(
      [...known.keys()].sort(),
    );
  });
});
