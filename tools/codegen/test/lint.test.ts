import { describe, expect, it } from "vitest";
import { EXIT, run } from "../src/index.ts";
import { lint } from "../src/lint/lint.ts";

function runLint(...args: string[]): { code: number; out: string; err: string } {
  let out = "";
  let err = "";
  const code = run(["lint", ...args], { out: (t) => (out += t), err: (t) => (err += t) });
  return { code, out, err };
}

/** Lints one document in memory. */
function lintText(content: string, disable: readonly string[] = []): ReturnType<typeof lint> {
  const readFile = (file: string): string => {
    if (file === "a.xsd") return content;
    throw Object.assign(new Error("no such document"), { code: "ENOENT" });
  };
  return lint({ entries: ["a.xsd"], readFile, disable });
}

const DUPLICATE = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">
  <xs:element name="a" type="xs:string"/>
  <xs:element name="a" type="xs:int"/>
</xs:schema>`;

describe("lint", () => {
  it("lists what the loader finds, with place and both languages", () => {
    const { findings } = lintText(DUPLICATE);
    const found = findings.find((f) => f.rule === "duplicate");
    expect(found).toMatchObject({ severity: "error", category: "input", at: { file: "a.xsd", line: 3, column: 3 } });
    expect(found?.message).toContain("defined twice");
    expect(found?.messageZh).toContain("重复定义");
    expect(found?.message).not.toContain("a.xsd:3:3");
  });

  it("leaves out disabled rules and categories", () => {
    expect(lintText(DUPLICATE, ["duplicate"]).findings.filter((f) => f.rule === "duplicate")).toEqual([]);
    expect(lintText(DUPLICATE, ["input"]).findings.filter((f) => f.category === "input")).toEqual([]);
  });

  it("reports definitions nested without end instead of failing", () => {
    const depth = 200_000;
    const content = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${"<xs:sequence>".repeat(depth)}${"</xs:sequence>".repeat(depth)}</xs:schema>`;
    expect(lintText(content).findings.map((f) => f.rule)).toContain("document-malformed");
  });
});

describe("coo-codegen lint", () => {
  it("exits with 2 on a wrong command line", () => {
    for (const args of [
      [],
      ["a.wsdl", "--nope"],
      ["a.wsdl", "--disable", "nope"],
      ["a.wsdl", "--fail-on", "x"],
      ["a.wsdl", "--json", "--sarif"],
    ]) {
      const { code, err } = runLint(...args);
      expect(code).toBe(EXIT.usage);
      expect(err).toContain("coo-codegen lint --help");
    }
  });

  it("exits with 3 when a document cannot be read, unless told never to fail", () => {
    expect(runLint("does-not-exist.wsdl").code).toBe(EXIT.input);
    const never = runLint("does-not-exist.wsdl", "--fail-on", "never");
    expect(never.code).toBe(EXIT.ok);
    expect(never.out).toContain("document-unreadable");
  });
});
