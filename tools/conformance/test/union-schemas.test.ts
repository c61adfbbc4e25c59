import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "@coo/codegen";
import { decodeDocument, encodeDocument, isSoapError } from "@coo/soap";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies } from "../../../test/support/compilers.ts";
import { type LoadedFeature, loadFeature } from "../src/features/examine.ts";
import { withLibxmlOf } from "../src/features/judge.ts";

const MEMBERS = ["boolean", "int", "double", "decimal", "string", "token", "Digit", "Word", "Ints", "hexBinary"];
const named = (name: string): string => (/^[A-Z]/.test(name) ? `t:${name}` : `xs:${name}`);
const pairs = MEMBERS.flatMap((a) => MEMBERS.filter((b) => b !== a).map((b) => `${named(a)} ${named(b)}`));
/** Unions of two, and what a union can be part of or restricted by. */
const UNIONS: readonly (readonly [name: string, type: string])[] = [
  ...pairs.map((pair) => [pair, `<xs:union memberTypes="${pair}"/>`] as const),
  ["three", '<xs:union memberTypes="xs:boolean t:Digit xs:string"/>'],
  ["union of a union", '<xs:union memberTypes="t:IntOrBoolean xs:string"/>'],
  ["list of unions", '<xs:list itemType="t:IntOrToken"/>'],
  ["spaces", '<xs:restriction base="t:IntOrString"><xs:pattern value="[0-9]+| a|a b"/></xs:restriction>'],
  ["spaces of a list", '<xs:restriction base="t:IntsOrLine"><xs:pattern value="1 2| a|\\S*"/></xs:restriction>'],
  ["pattern", '<xs:restriction base="t:IntOrToken"><xs:pattern value="[a-c]|[0-9]"/></xs:restriction>'],
  [
    "enumeration",
    '<xs:restriction base="t:IntOrToken"><xs:enumeration value="1"/><xs:enumeration value="a"/></xs:restriction>',
  ],
];
const NAMED = `
  <xs:simpleType name="Digit"><xs:restriction base="xs:int"><xs:minInclusive value="0"/><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Word"><xs:restriction base="xs:token"><xs:enumeration value="a"/><xs:enumeration value="true"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Ints"><xs:list itemType="xs:int"/></xs:simpleType>
  <xs:simpleType name="IntOrBoolean"><xs:union memberTypes="xs:int xs:boolean"/></xs:simpleType>
  <xs:simpleType name="IntOrString"><xs:union memberTypes="xs:int xs:string"/></xs:simpleType>
  <xs:simpleType name="IntsOrLine"><xs:union memberTypes="t:Ints xs:normalizedString"/></xs:simpleType>
  <xs:simpleType name="IntOrToken"><xs:union memberTypes="xs:int xs:token"/></xs:simpleType>`;
const SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:u" targetNamespace="urn:u" elementFormDefault="qualified">${NAMED}
${UNIONS.map(
  ([, type], i) => `<xs:simpleType name="S${i}">${type}</xs:simpleType>
  <xs:complexType name="T${i}"><xs:sequence><xs:element name="x" type="t:S${i}"/></xs:sequence></xs:complexType><xs:element name="e${i}" type="t:T${i}"/>`,
).join("\n")}
</xs:schema>`;

const texts = [
  "",
  "0",
  "1",
  "+1",
  "01",
  "1.0",
  "1.50",
  "-7",
  "12",
  "true",
  "false",
  "a",
  "b",
  "ab",
  "a b",
  " a",
  "1 2",
  "INF",
  "1E0",
  "d7",
];
const atom = fc.oneof(
  fc.constantFrom<unknown>(0, 1, 5, 10, -3, 1.5, 1e30, true, false),
  fc.constantFrom(...texts),
  fc.string({ maxLength: 4 }),
  fc.integer(),
);
const anyValue = fc.oneof(
  { weight: 5, arbitrary: atom },
  fc.array(atom, { maxLength: 3 }),
  fc.uint8Array({ maxLength: 2 }),
  fc.constantFrom(null, {}),
);

let out = "";
let code: LoadedFeature;
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "coo-unions-"));
  linkDependencies(out);
  const entry = join(out, "unions.xsd");
  writeFileSync(entry, SCHEMA);
  for (const [file, text] of generate({ entries: [entry], registry: true }).files) writeFileSync(join(out, file), text);
  code = await loadFeature(out);
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("a text is in a union where libxml2 says so", () => {
  it("with white space around it and without", () => {
    const given = [...texts, "  a", "a  b", "1  2", "\ta", "9 "].flatMap((t) => [t, ` ${t} `, `${t}\n`]);
    const documents = UNIONS.flatMap(([name], i) =>
      given.map((text) => ({
        name,
        text,
        xml: `<e${i} xmlns="urn:u"><x>${text.replace("\t", "&#9;").replace("\n", "&#10;")}</x></e${i}>`,
      })),
    );
    const differ: string[] = [];
    withLibxmlOf({ "unions.xsd": new TextEncoder().encode(SCHEMA) }, "unions.xsd", (judge) => {
      for (const { name, text, xml } of documents) {
        const [valid, read] = [judge(xml) === null, isRead(xml)];
        if (valid !== read) differ.push(`${name} ${JSON.stringify(text)}: ${valid ? "refused" : "read"}`);
      }
    });
    expect(differ).toEqual([]);
  });

  function isRead(xml: string): boolean {
    try {
      decodeDocument(code.registry, xml);
      return true;
    } catch (error) {
      if (!isSoapError(error)) throw error;
      return false;
    }
  }
});

describe("the zod schema of a union takes what the codec can write so that it is read as itself", () => {
  it.each(UNIONS.map(([name], i) => [name, i] as const))("%s", (_, i) => {
    const schema = code.schemas[`T${i}Schema`] as z.ZodType;
    const element = { name: `e${i}`, ns: "urn:u" };
    fc.assert(
      fc.property(anyValue, (x) => {
        expect(schema.safeParse({ x }).success).toBe(isWritten(element, x));
      }),
      { numRuns: 150 },
    );
  });

  function isWritten(element: { readonly name: string; readonly ns: string }, x: unknown): boolean {
    let text: string;
    try {
      text = encodeDocument(code.registry, { element, value: { x } });
    } catch (error) {
      if (!isSoapError(error)) throw error;
      return false;
    }
    const read = decodeDocument(code.registry, text).value as { readonly x: unknown };
    expect(kind(read.x)).toBe(kind(x));
    return true;
  }

  const kind = (x: unknown): string => (Array.isArray(x) ? `[${x.map(kind).join()}]` : typeof x);
});
