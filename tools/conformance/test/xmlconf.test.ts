import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { expectedFailures } from "../src/harness/expected-failures.ts";
import { judgeSuite, type Question } from "../src/xmlconf/judge.ts";
import { suiteCases, withoutDoctype } from "../src/xmlconf/suite-cases.ts";

const known = expectedFailures(resolve(import.meta.dirname, "../xmlconf-expected-failures.txt"));

describe("the W3C XML conformance suite", () => {
  const { verdicts } = judgeSuite(suiteCases());
  const of = (question: Question) => verdicts.filter((v) => v.question === question);

  it("has 1017 documents that are not well-formed, 24 of them by Namespaces", () => {
    expect(of("not-wf").length + of("namespaces").length).toBe(1017);
    expect(of("namespaces").length).toBe(24);
  });

  it("is answered as it says, but for the list", () => {
    const failures = verdicts.filter((v) => v.failure !== null).map((v) => v.name);
    expect(failures.sort()).toEqual([...known.keys()].sort());
  });

  it("has 778 more well-formed documents when the DOCTYPE is cut out", () => {
    expect(of("cut").filter((v) => v.accepted && v.wellFormed).length).toBeGreaterThanOrEqual(778);
  });
});

describe("cutting a DOCTYPE out", () => {
  it("ends at the > behind quotes, comments, instructions and the internal subset", () => {
    expect(withoutDoctype("<a/>")).toBe(undefined);
    expect(withoutDoctype(`<!DOCTYPE a SYSTEM ">"><a/>`)).toBe("<a/>");
    expect(withoutDoctype(`<!--x--><!DOCTYPE a [<!ENTITY b "]>"><!-- ]> --><?p ]>?>]><a/>`)).toBe("<!--x--><a/>");
  });
});
