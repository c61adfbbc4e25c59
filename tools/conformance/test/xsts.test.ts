import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { difference } from "../src/xsts/same-document.ts";
import { sampleGroups } from "../src/xsts/suite-groups.ts";

const script = resolve(import.meta.dirname, "../src/xsts/main.ts");
const share = resolve(import.meta.dirname, "../../../../shared/corpus/xsts");

function run(...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=@coo/source", script, ...args], {
    encoding: "utf8",
  });
  return { status, text: `${stdout}${stderr}` };
}

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coo-suite-"));
  const files: Readonly<Record<string, string>> = {
    "good/a.xsd": `<xs:schema ${XS}><xs:element name="n" type="xs:int"/></xs:schema>`,
    "good/b.xsd": `<xs:schema ${XS}><xs:element name="n" type="xs:wrong"/></xs:schema>`,
    "good/right.xml": "<n> 07 </n>",
    "good/wrong.xml": "<n>seven</n>",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const group = (name: string, schema: string, exp: string, inst: object[]): string =>
    JSON.stringify({ set: "own", group: name, schemas: [schema], schema: exp, inst });
  const inst = (path: string, exp: string): object => ({ path, exp });
  writeFileSync(
    join(folder, "right.jsonl"),
    [
      group("a", "good/a.xsd", "valid", [inst("good/right.xml", "valid"), inst("good/wrong.xml", "invalid")]),
      group("b", "good/b.xsd", "invalid", []),
    ].join("\n"),
  );
  writeFileSync(
    join(folder, "wrong.jsonl"),
    [
      group("a", "good/a.xsd", "invalid", []),
      group("b", "good/b.xsd", "valid", []),
      group("c", "good/a.xsd", "valid", [inst("good/right.xml", "invalid"), inst("good/wrong.xml", "valid")]),
    ].join("\n"),
  );
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a suite of schemas and instances", () => {
  it("passes when everything is as the manifest says", () => {
    const { status, text } = run(folder, join(folder, "right.jsonl"));
    expect(text).toContain("\n5 passed, 0 failed\n");
    expect(status).toBe(0);
  });

  it("fails in every kind of case when nothing is", () => {
    const { status, text } = run(folder, join(folder, "wrong.jsonl"), "--no-tsc");
    for (const kind of ["valid schema", "invalid schema", "valid instance", "invalid instance", "round trip"])
      expect(text).toContain(`✖ target: ${kind}: `);
    expect(text).toMatch(/\n1 passed, 10 failed\n$/);
    expect(status).toBe(1);
  });

  it("refuses half a pair of suite and manifest", () => {
    expect(run(folder)).toMatchObject({ status: 2 });
    expect(run(folder, join(folder, "none.jsonl")).text).toContain("there is no such file");
  });

  it("draws from every set, the same for the same seed", () => {
    const groups = ["a", "a", "a", "a", "b"].map((set, i) => ({
      set,
      group: `${i}`,
      name: `${set}/${i}`,
      schemas: [],
      schema: "valid",
      inst: [],
    }));
    const drawn = sampleGroups(groups, 3, 7);
    expect(new Set(drawn.map((g) => g.set))).toEqual(new Set(["a", "b"]));
    expect(drawn).toHaveLength(3);
    expect(sampleGroups(groups, 3, 7)).toEqual(drawn);
  });
});

describe("comparing documents by value", () => {
  const none = { attributes: new Map(), elements: new Map(), unordered: false };
  const differs = (a: string, b: string): boolean => difference(a, b, none) !== null;

  it("takes lexical forms of one value, prefixes and white space between elements for equal", () => {
    for (const [a, b] of [
      ["<a> 01.50 </a>", "<a>1.5</a>"],
      ["<a>1</a>", "<a>true</a>"],
      ["<a>ab</a>", "<a>AB</a>"],
      ["<a>+INF</a>", "<a>INF</a>"],
      ['<p:a xmlns:p="u">p:x</p:a>', '<q:a xmlns:q="u">q:x</q:a>'],
      ["<a> <b/> <!-- c --> </a>", "<a><b></b></a>"],
    ] as const)
      expect([a, differs(a, b)]).toEqual([a, false]);
  });

  it("sees other names, values, attributes, order and lost parts", () => {
    for (const [a, b] of [
      ["<a>1</a>", "<a>2</a>"],
      ["<a>x</a>", "<a>X</a>"],
      ["<a> x </a>", "<a>x  </a>"],
      ["<a/>", '<a xmlns="u"/>'],
      ['<a b="1"/>', "<a/>"],
      ["<a><b/><c/></a>", "<a><c/><b/></a>"],
      ["<a>t<b/></a>", "<a><b/>t</a>"],
      ["<a><b/></a>", "<a/>"],
    ] as const)
      expect([a, differs(a, b)]).toEqual([a, true]);
  });

  it("lets elements change places only where the schema has a group without order", () => {
    const pair = ["<a><b>1</b><c/></a>", "<a><c/><b>1</b></a>"] as const;
    expect(difference(...pair, none)).not.toBeNull();
    expect(difference(...pair, { ...none, unordered: true })).toBeNull();
    expect(difference(pair[0], "<a><c/><b>2</b></a>", { ...none, unordered: true })).not.toBeNull();
  });

  it("lets the schema supply values that it states", () => {
    const defaults = {
      attributes: new Map([["b", new Set(["01"])]]),
      elements: new Map([["a", new Set(["x"])]]),
      unordered: false,
    };
    expect(difference('<a b="1"/>', "<a>x</a>", defaults)).toBeNull();
    expect(difference('<a b="2"/>', "<a>x</a>", defaults)).not.toBeNull();
  });
});

// Needs ../shared/corpus/xsts: a share of the W3C suite, which lies outside of this repository.
describe.skipIf(!existsSync(share))("the share of the W3C suite", () => {
  it("runs as a sample, and every case in it is judged", () => {
    const { text } = run("--sample", "60", "--seed", "3", "--no-tsc");
    expect(text).toMatch(/\n\d+ passed, \d+ failed\n$/);
    expect(text).not.toContain("crashed");
  });
});
