import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareSets } from "../src/diff/compare-sets.ts";
import { entriesOfSet, loadSet } from "../src/diff/load-set.ts";

const home = mkdtempSync(join(tmpdir(), "coo set "));
afterAll(() => rmSync(home, { recursive: true }));

function schema(file: string, body: string): void {
  const path = join(home, file);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${body}</xs:schema>`);
}

schema("a/main.xsd", '<xs:include schemaLocation="parts/part%20one.xsd"/>');
schema("a/parts/part one.xsd", '<xs:element name="a" type="xs:int"/>');
schema("a/.hidden/no.xsd", "broken");
schema("b/main.xsd", '<xs:include schemaLocation="parts/part%20one.xsd"/>');
schema("b/parts/part one.xsd", '<xs:element name="a" type="xs:short" nillable="true"/>');
schema("circle/x.xsd", '<xs:include schemaLocation="y.xsd"/>');
schema("circle/y.xsd", '<xs:include schemaLocation="x.xsd"/><xs:element name="y"/>');

describe("a set of documents", () => {
  it("starts from what nothing else refers to", () => {
    expect(entriesOfSet(join(home, "a")).map((f) => relative(home, f))).toEqual(["a/main.xsd"]);
  });

  it("starts from all documents when each is referred to", () => {
    expect(entriesOfSet(join(home, "circle"))).toHaveLength(2);
    expect(loadSet(join(home, "circle")).schemas.elements.size).toBe(1);
  });

  it("is compared by paths that do not tell where it lies", () => {
    const { report } = compareSets(join(home, "a"), join(home, "b"));
    expect(report.old.documents.map((d) => d.file)).toEqual(["main.xsd", "parts/part one.xsd"]);
    const files = report.changes.flatMap((c) => [c.oldAt?.file, c.newAt?.file]).filter((f) => f !== undefined);
    expect(new Set(files)).toEqual(new Set(["parts/part one.xsd"]));
  });
});
