import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { EXIT } from "../src/index.ts";
import { lint } from "../src/lint/lint.ts";
import { run } from "../src/run.ts";

async function runLint(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(["lint", ...args], { out: (t) => (out += t), err: (t) => (err += t) });
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

describe("lint of unusual documents", () => {
  it("follows a chain of many types, each of which needs the next", () => {
    const count = 5_000;
    const types = Array.from(
      { length: count },
      (_, i) =>
        `<xs:complexType name="T${i}"><xs:sequence><xs:element name="next" type="T${i + 1}"/></xs:sequence></xs:complexType>`,
    );
    const content = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="root" type="T0"/>${types.join("")}<xs:simpleType name="T${count}"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>`;
    expect(lintText(content).findings).toEqual([]);
    const endless = content.replace(
      /<xs:simpleType.*<\/xs:simpleType>/,
      '<xs:complexType name="T5000"><xs:sequence><xs:element name="back" type="T0"/></xs:sequence></xs:complexType>',
    );
    expect(lintText(endless).findings.map((f) => f.rule)).toContain("endless-type");
  });

  it("gives the same report whatever the order of the entries", () => {
    const files = new Map([
      ["a.xsd", DUPLICATE],
      ["b.xsd", DUPLICATE.replaceAll("urn:a", "urn:b")],
    ]);
    const readFile = (file: string): string => files.get(file) ?? "";
    expect(lint({ entries: ["b.xsd", "a.xsd"], readFile })).toEqual(lint({ entries: ["a.xsd", "b.xsd"], readFile }));
  });
});

const CORPUS = join(import.meta.dirname, "../../../../shared/corpus/wsdl");

describe.skipIf(!existsSync(CORPUS))("lint of services that other people wrote", () => {
  const units = existsSync(CORPUS) ? readdirSync(CORPUS, { withFileTypes: true }).filter((d) => d.isDirectory()) : [];

  it("judges every document without failing, at places that exist", () => {
    const wrong: string[] = [];
    let documents = 0;
    const counts: number[] = [];
    for (const { name } of units) {
      const entries = readdirSync(join(CORPUS, name)).filter((f) => /\.(wsdl|xsd)$/i.test(f));
      const folder = join(CORPUS, name);
      const report = lint({
        entries: entries.map((f) => join(folder, f)),
        permits: (file) => file.startsWith(folder + sep),
      });
      documents += report.documents.length;
      counts.push(report.findings.length);
      for (const { at, message, messageZh, advice } of report.findings) {
        const isPlaced = at.line > 0 && at.column > 0 && at.file.startsWith(CORPUS);
        const isFilled = [message, messageZh, advice].every((text) => !/\{[a-z]+(Zh)?\}/.test(text));
        if (!isPlaced || !isFilled) wrong.push(`${at.file}:${at.line}:${at.column}: ${message}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(documents).toBeGreaterThan(400);
    // More than a handful in the middle of the field would be noise nobody reads.
    expect(counts.sort((a, b) => a - b)[counts.length >> 1]).toBeLessThan(10);
  }, 120_000);
});

describe("coo-codegen lint", () => {
  it("exits with 2 on a wrong command line", async () => {
    for (const args of [
      [],
      ["a.wsdl", "--nope"],
      ["a.wsdl", "--disable", "nope"],
      ["a.wsdl", "--fail-on", "x"],
      ["a.wsdl", "--sarif", "--format", "text"],
    ]) {
      const { code, err } = await runLint(...args);
      expect(code).toBe(EXIT.usage);
      expect(err).toContain("coo-codegen lint --help");
    }
  });

  it("exits with 3 when a document cannot be read, unless told never to fail", async () => {
    expect((await runLint("does-not-exist.wsdl")).code).toBe(EXIT.input);
    const never = await runLint("does-not-exist.wsdl", "--fail-on", "never");
    expect(never.code).toBe(EXIT.ok);
    expect(never.out).toContain("document-unreadable");
  });
});
