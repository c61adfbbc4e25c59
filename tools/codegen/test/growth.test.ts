import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCodegenError } from "../src/errors.ts";
import { generate } from "../src/generate.ts";
import { schema, workspace } from "./support/workspace.ts";

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Types that extend one another, each with an element of its own. */
const extensions = (n: number): string =>
  range(n)
    .map((i) => {
      const own = `<xs:sequence><xs:element name="v${i}" type="xs:string"/></xs:sequence>`;
      const content =
        i === 0 ? own : `<xs:complexContent><xs:extension base="t:T${i - 1}">${own}</xs:extension></xs:complexContent>`;
      return `<xs:complexType name="T${i}">${content}</xs:complexType>`;
    })
    .join("\n") + `<xs:element name="root" type="t:T${n - 1}"/>`;

/** Complex types that restrict one another. */
const restrictions = (n: number): string => {
  const own = '<xs:sequence><xs:element name="v" type="xs:string" minOccurs="0"/></xs:sequence>';
  const content = (i: number): string =>
    i === 0 ? own : `<xs:complexContent><xs:restriction base="t:T${i - 1}">${own}</xs:restriction></xs:complexContent>`;
  const types = range(n).map((i) => `<xs:complexType name="T${i}">${content(i)}</xs:complexType>`);
  return `${types.join("\n")}<xs:element name="root" type="t:T${n - 1}"/>`;
};

/** Simple types that restrict one another, in `chains` of `depth`. */
const facets = (depth: number, chains = 1): string =>
  range(chains)
    .map((c) => {
      const base = (i: number): string => (i === 0 ? "xs:string" : `t:S${c}_${i - 1}`);
      const types = range(depth).map(
        (i) =>
          `<xs:simpleType name="S${c}_${i}"><xs:restriction base="${base(i)}"><xs:maxLength value="${2000 - i}"/></xs:restriction></xs:simpleType>`,
      );
      return `${types.join("\n")}<xs:element name="root${c}" type="t:S${c}_${depth - 1}"/>`;
    })
    .join("\n");

const substitutes = (n: number): string =>
  `<xs:element name="head" abstract="true" type="xs:anyType"/>
   <xs:element name="root"><xs:complexType><xs:sequence><xs:element ref="t:head" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
   ${range(n)
     .map((i) => `<xs:element name="m${i}" substitutionGroup="t:head" type="xs:string"/>`)
     .join("\n")}`;

const group = (kind: "choice" | "sequence", n: number): string =>
  `<xs:element name="root"><xs:complexType><xs:${kind}>${range(n)
    .map((i) => `<xs:element name="v${i}" type="xs:int"${kind === "sequence" && i % 3 === 0 ? ' minOccurs="0"' : ""}/>`)
    .join("\n")}</xs:${kind}></xs:complexType></xs:element>`;

/** Generates in a folder of its own; the files by name. */
function generated(body: string): ReadonlyMap<string, string> {
  const folder = workspace({ "a.xsd": schema(body) });
  try {
    return generate({ entries: [join(folder, "a.xsd")], registry: true }).files;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** CPU microseconds and bytes written, the least CPU of three runs. */
function costOf(body: string): { readonly cpu: number; readonly size: number } {
  let cpu = Number.POSITIVE_INFINITY;
  let size = 0;
  for (let run = 0; run < 3; run++) {
    const start = process.cpuUsage();
    const files = generated(body);
    const { user, system } = process.cpuUsage(start);
    cpu = Math.min(cpu, user + system);
    size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  }
  return { cpu, size };
}

describe("chains of derivation", () => {
  // A type is one step from xs:anyType, so 100 of them are 100 steps.
  it("of 100 extensions are generated, with all elements of all levels", () => {
    const files = generated(extensions(100));
    const text = [...files.values()].join("\n");
    expect(text).toContain("T99");
    for (const i of range(100)) expect(text).toContain(`v${i}:`);
  });

  it("of 100 restrictions are generated", () => {
    expect([...generated(restrictions(100)).values()].join("\n")).toContain("T99");
  });

  it("of simple types keep the last facet", () => {
    // xs:string is two steps from xs:anyType: 98 below it are 100 steps.
    expect([...generated(facets(98)).values()].join("\n")).toContain("maxLength: 1903");
  });

  it.each([
    ["101 extensions", extensions(101)],
    ["102 extensions", extensions(102)],
    ["2,000 extensions", extensions(2000)],
    ["101 restrictions", restrictions(101)],
    ["99 restrictions of a simple type", facets(99)],
  ])("of %s are refused by name", (_, body) => {
    expect(refusal(body)[0]).toMatchObject({
      code: "GEN_INPUT",
      message: "more than 100 types are derived one from another",
      messageZh: "逐级派生的类型超过 100 层",
      advice: expect.stringContaining("limits.maxDerivation") as string,
    });
  });
});

function refusal(body: string): readonly unknown[] {
  try {
    generated(body);
  } catch (error) {
    if (isCodegenError(error)) return error.problems;
    throw error;
  }
  return [];
}

describe("twice as much input takes about twice as much", () => {
  it.each<[string, (n: number) => string, number]>([
    ["chains of 50 restrictions", (n) => facets(50, n), 5],
    ["members of a substitution group", substitutes, 500],
    ["elements of a sequence", (n) => group("sequence", n), 2000],
    ["branches of a choice that no union can hold", (n) => group("choice", n), 2000],
  ])(
    "%s",
    (_, body, n) => {
      generated(body(n));
      const [once, twice] = [costOf(body(n)), costOf(body(2 * n))];
      expect(twice.size / once.size).toBeLessThanOrEqual(2.2);
      expect(twice.cpu / once.cpu).toBeLessThanOrEqual(3.5);
    },
    120_000,
  );
});

describe("a choice of many branches", () => {
  const typesOf = (n: number): { text: string; notes: readonly string[] } => {
    const folder = workspace({ "a.xsd": schema(group("choice", n)) });
    const { files, notes } = generate({ entries: [join(folder, "a.xsd")] });
    const text =
      [...files].find(([name, text]) => !name.includes("schema") && /export \w+ Root\b/.test(text))?.[1] ?? "";
    return { text, notes };
  };

  it("of 200 is a union", () => {
    const { text, notes } = typesOf(200);
    expect(text.match(/\?: never;/g)).toHaveLength(200 * 199);
    expect(notes.join()).not.toContain("branches");
  });

  it("of 201 has optional properties, and a note says so", () => {
    const { text, notes } = typesOf(201);
    expect(text.match(/^ {2}v\d+\?: number;$/gm)).toHaveLength(201);
    expect(text).not.toContain("never");
    expect(text).toContain('k: "choice"');
    expect(notes.join("\n")).toContain("a choice of 201 branches: that one of them is taken is checked on the wire");
  });
});
