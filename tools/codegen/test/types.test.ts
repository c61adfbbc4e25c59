import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { compilerOf, typeCheck } from "../../../test/support/compilers.ts";
import { generate } from "../src/generate.ts";
import { schema, workspace } from "./support/workspace.ts";

/** One type a construct; `sequence` in front of what needs one. */
const TYPES: Readonly<Record<string, string>> = {
  Required: `<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>`,
  Optional: `<xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence>`,
  Nillable: `<xs:sequence><xs:element name="a" type="xs:int" nillable="true"/></xs:sequence>`,
  Repeated: `<xs:sequence><xs:element name="a" type="xs:int" maxOccurs="unbounded"/></xs:sequence>`,
  Fixed: `<xs:sequence><xs:element name="a" type="xs:string" fixed="x"/></xs:sequence>`,
  Enumerated: `<xs:sequence><xs:element name="a" type="t:Color"/></xs:sequence>`,
  Choice: `<xs:choice><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int"/></xs:choice>`,
  RepeatedChoice: `<xs:choice maxOccurs="unbounded"><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int"/></xs:choice>`,
  Attributes: `<xs:attribute name="a" type="xs:string" use="required"/><xs:attribute name="b" type="xs:boolean"/>`,
  Text: `<xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:string"/></xs:extension></xs:simpleContent>`,
  Substituted: `<xs:sequence><xs:element ref="t:shape"/></xs:sequence>`,
  Holder: `<xs:sequence><xs:element name="base" type="t:Base"/></xs:sequence>`,
  Base: `<xs:sequence><xs:element name="id" type="xs:string"/></xs:sequence>`,
  Derived: `<xs:complexContent><xs:extension base="t:Base"><xs:sequence><xs:element name="more" type="xs:string"/></xs:sequence></xs:extension></xs:complexContent>`,
  Wildcard: `<xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence><xs:anyAttribute/>`,
  Mixed: `<xs:sequence><xs:element name="b" type="xs:string" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>`,
  Bytes: `<xs:sequence><xs:element name="a" type="xs:base64Binary"/></xs:sequence>`,
  Listed: `<xs:sequence><xs:element name="a" type="xs:NMTOKENS"/></xs:sequence>`,
};

const SCHEMA = schema(
  `<xs:simpleType name="Color"><xs:restriction base="xs:string"><xs:enumeration value="red"/><xs:enumeration value="blue"/></xs:restriction></xs:simpleType>
<xs:element name="shape" type="xs:string"/><xs:element name="circle" type="xs:string" substitutionGroup="t:shape"/>
${Object.entries(TYPES)
  .map(
    ([name, body]) =>
      `<xs:complexType name="${name}"${name === "Mixed" ? ' mixed="true"' : ""}>${body}</xs:complexType>`,
  )
  .join("\n")}`,
);

const RAW = `{ name: "x", ns: "", xml: "<x/>" }`;

/** Type, values that it takes, values that it does not take. */
const CASES: readonly (readonly [type: string, right: readonly string[], wrong: readonly string[]])[] = [
  ["Required", [`{ a: "x" }`], ["{}", "{ a: undefined }", "{ a: null }", "{ a: 1 }", `{ a: "x", b: 1 }`]],
  ["Optional", ["{}", `{ a: "x" }`], ["{ a: undefined }", "{ a: null }"]],
  ["Nillable", ["{ a: 1 }", "{ a: null }"], ["{}", `{ a: "1" }`]],
  ["Repeated", ["{ a: [1, 2] }"], ["{ a: 1 }", `{ a: ["1"] }`, "{ a: [null] }"]],
  ["Fixed", [`{ a: "x" }`], [`{ a: "y" }`, "{}"]],
  ["Enumerated", [`{ a: "red" }`], [`{ a: "green" }`]],
  ["Choice", [`{ a: "x" }`, "{ b: 1 }"], ["{}", `{ a: "x", b: 1 }`, "{ b: null }"]],
  [
    "RepeatedChoice",
    [`{ $choice: [{ a: "x" }, { b: 1 }, { a: "y" }] }`],
    [`{ $choice: [{ a: "x", b: 1 }] }`, "{ $choice: [{}] }", `{ a: "x" }`],
  ],
  ["Attributes", [`{ a: "x" }`, `{ a: "x", b: true }`], ["{}", `{ a: "x", b: "true" }`]],
  ["Text", [`{ $value: "1.50" }`, `{ $value: "1.50", unit: "kg" }`], ["{ $value: 1.5 }", "{}"]],
  [
    "Substituted",
    [`{ shape: { $element: "circle", $value: "x" } }`, `{ shape: { $element: "shape", $value: "x" } }`],
    [`{ shape: "x" }`, `{ shape: { $element: "square", $value: "x" } }`],
  ],
  [
    "Holder",
    [
      `{ base: { id: "1" } }`,
      `{ base: { $type: "Base", id: "1" } }`,
      `{ base: { $type: "Derived", id: "1", more: "x" } }`,
    ],
    [`{ base: { $type: "Derived", id: "1" } }`, `{ base: { $type: "Other", id: "1" } }`],
  ],
  [
    "Wildcard",
    ["{}", `{ $any: [${RAW}], $attributes: { "{urn:x}a": "1" } }`],
    [`{ $any: ${RAW} }`, `{ $any: ["<x/>"] }`, "{ $attributes: { a: 1 } }"],
  ],
  ["Mixed", [`{ $mixed: ["a", ${RAW}, "b"] }`], [`{ $mixed: "a" }`, "{ $mixed: [1] }"]],
  ["Bytes", ["{ a: new Uint8Array(1) }"], [`{ a: "AA==" }`]],
  ["Listed", [`{ a: ["x", "y"] }`], [`{ a: "x y" }`]],
];

/** What does not hang on a value: nothing can be changed, and narrowing works. */
const USES = `
export function narrow(choice: Choice, holder: Holder, repeated: RepeatedChoice): string {
  if (holder.base.$type === "Derived") { const more: string = holder.base.more; void more; }
  for (const item of repeated.$choice) { if (item.a !== undefined) { const a: string = item.a; void a; } else { const b: number = item.b; void b; } }
  return choice.a !== undefined ? choice.a : choice.b.toFixed();
}
// @ts-expect-error arrays are read only
export const push = (r: Repeated): number => r.a.push(1);
// @ts-expect-error an item may be missing
export const first = (r: Repeated): number => r.a[0];
`;

describe("generated types", () => {
  let folder = "";
  beforeAll(() => {
    folder = workspace({ "in.xsd": SCHEMA });
    const out = join(folder, "out");
    mkdirSync(out);
    const { files } = generate({ entries: [join(folder, "in.xsd")] });
    for (const [file, text] of files) writeFileSync(join(out, file), text);
    const lines = [`import type { ${Object.keys(TYPES).join(", ")} } from "./test.ts";`];
    for (const [type, right, wrong] of CASES) {
      right.forEach((value, i) => lines.push(`export const right${type}${i}: ${type} = ${value};`));
      wrong.forEach((value, i) =>
        lines.push(
          `// @ts-expect-error ${type} does not take this`,
          `export const wrong${type}${i}: ${type} = ${value};`,
        ),
      );
    }
    lines.push("export type Unused = [Base, Derived];", USES);
    writeFileSync(join(out, "use.ts"), `${lines.join("\n")}\n`);
  });

  it("cover every construct", () => {
    const judged = new Set(CASES.map(([type]) => type));
    expect(Object.keys(TYPES).filter((type) => !judged.has(type))).toEqual(["Base", "Derived"]);
  });

  it.each(["7", "5.9", "6"])(
    "take right objects and refuse wrong ones, on TypeScript %s",
    (version) => {
      expect(compilerOf(version)).not.toBeNull();
      expect(typeCheck(join(folder, "out"), ["."], version)).toEqual([]);
    },
    300_000,
  );

  it("are what the compiler judges: a right object in the wrong place is found", () => {
    const file = join(folder, "out", "use.ts");
    writeFileSync(
      file,
      `import type { Required } from "./test.ts";\n// @ts-expect-error none\nexport const x: Required = { a: "x" };\n`,
    );
    expect(typeCheck(join(folder, "out")).join("\n")).toContain("Unused '@ts-expect-error'");
  }, 300_000);
});
