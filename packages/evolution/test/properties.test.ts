import { loadModelFrom, type Model } from "@coo/wsdl";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHANGE_RULES,
  changeRule,
  compare,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  type Move,
} from "../src/index.ts";
import { covers, joinMoves } from "../src/rules.ts";
import { ID_CASES } from "./id-cases.ts";

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';

/** A field of a small message; what it is decides what its change is. */
interface Field {
  readonly type: "short" | "int" | "string" | "date";
  readonly min: 0 | 1;
  readonly max: 1 | 3;
  readonly length: number | null;
  readonly present: boolean;
}

const field: fc.Arbitrary<Field> = fc.record({
  type: fc.constantFrom("short", "int", "string", "date"),
  min: fc.constantFrom(0, 1),
  max: fc.constantFrom(1, 3),
  length: fc.constantFrom(null, 4, 8),
  present: fc.boolean(),
});
const message = fc.array(field, { minLength: 1, maxLength: 5 });

function written(fields: readonly Field[]): string {
  const all = fields.flatMap((f, i) => {
    if (!f.present) return [];
    const restricts = f.type === "string" && f.length !== null;
    const type = restricts
      ? `<xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${f.length}"/></xs:restriction></xs:simpleType>`
      : "";
    const named = restricts ? "" : ` type="xs:${f.type}"`;
    return [`<xs:element name="f${i}"${named} minOccurs="${f.min}" maxOccurs="${f.max}">${type}</xs:element>`];
  });
  return `<xs:schema ${XS} xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="M"><xs:complexType><xs:sequence>${all.join("")}</xs:sequence></xs:complexType></xs:element></xs:schema>`;
}

const load = (...contents: readonly string[]): Model =>
  loadModelFrom(contents.map((content, i) => ({ file: `${i}.xsd`, content, entry: i === 0 })));
const made = (fields: readonly Field[]): Model => load(written(fields));
const moveOf = (a: Model, b: Model): Move => compare(a, b).messages[0]?.L ?? "E";
const MIRRORED: Readonly<Record<Move, Move>> = { E: "E", W: "N", N: "W", X: "X" };

describe("what holds of every comparison", () => {
  // Each of the pairs is compared: that takes its time on a busy machine.
  it("finds nothing between a set and itself, of every pair of the ids", () => {
    for (const c of ID_CASES)
      for (const side of ["old", "new"] as const) {
        const facts = c.facts === undefined ? {} : { facts: { old: c.facts[side], new: c.facts[side] } };
        expect(compare(c[side], c[side], facts).changes, c.there).toEqual([]);
      }
  });

  it("moves the other way on the way back", () => {
    // The pair of large patterns takes long, and says the same as the others.
    for (const c of ID_CASES.filter(({ there }) => there !== "pattern-undecided")) {
      const there = compare(c.old, c.new).messages;
      const back = new Map(compare(c.new, c.old).messages.map((m) => [`${m.operation} ${m.direction} ${m.root}`, m]));
      for (const m of there) {
        const other = back.get(`${m.operation} ${m.direction} ${m.root}`);
        if (other !== undefined) expect(other.L, c.there).toBe(MIRRORED[m.L]);
      }
    }
    fc.assert(fc.property(message, message, (a, b) => moveOf(made(b), made(a)) === MIRRORED[moveOf(made(a), made(b))]));
  }, 120_000);

  it("is never worse over two steps than both of them together", () => {
    fc.assert(
      fc.property(message, message, message, (x, y, z) => {
        const [a, b, c] = [made(x), made(y), made(z)];
        return covers(joinMoves(moveOf(a, b), moveOf(b, c)), moveOf(a, c));
      }),
      { numRuns: 150 },
    );
  });

  it("calls several changes at once what all of them are together", () => {
    const present = fc.array(
      field.map((f) => ({ ...f, present: true })),
      { minLength: 2, maxLength: 6 },
    );
    const two = present.chain((a) =>
      fc.tuple(
        fc.constant(a),
        fc.array(
          field.map((f) => ({ ...f, present: true })),
          { minLength: a.length, maxLength: a.length },
        ),
      ),
    );
    fc.assert(
      fc.property(two, ([a, b]) => {
        // One field after the other as in b, all others as in a: fields do not depend on each other.
        const single = a.map((_, i) => moveOf(made(a), made(a.map((f, j) => (i === j ? (b[i] as Field) : f)))));
        return moveOf(made(a), made(b)) === single.reduce(joinMoves, "E");
      }),
      { numRuns: 100 },
    );
  });

  it("has no contradictions and no change without a rule", () => {
    fc.assert(
      fc.property(message, message, (a, b) => {
        const report = compare(made(a), made(b));
        return report.contradictions.length === 0 && report.changes.every((c) => c.id !== "unclassified-change");
      }),
    );
  });

  it("writes the same bytes twice, in every format", () => {
    for (const c of ID_CASES.slice(0, 60)) {
      const [one, two] = [compare(c.old, c.new), compare(c.old, c.new)];
      for (const format of [formatJson, formatSarif, formatText, formatMarkdown]) expect(format(one)).toBe(format(two));
    }
  });
});

const SPLIT = {
  head: `<xs:schema ${XS} xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">`,
  m: '<xs:element name="M" type="t:T"/>',
  t: '<xs:complexType name="T"><xs:sequence><xs:element name="a" type="t:A"/><xs:element name="b" type="t:B" minOccurs="0"/></xs:sequence><xs:attribute name="x" type="xs:int"/><xs:attribute name="y" type="xs:int"/></xs:complexType>',
  a: '<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:pattern value="[0-9]{3}|[A-Z]{3}"/></xs:restriction></xs:simpleType>',
  b: '<xs:simpleType name="B"><xs:restriction base="xs:string"><xs:enumeration value="1"/><xs:enumeration value="2"/></xs:restriction></xs:simpleType>',
} as const;
const CANONICAL = `${SPLIT.head}${SPLIT.m}${SPLIT.t}${SPLIT.a}${SPLIT.b}</xs:schema>`;

/** The same contract, written otherwise. */
const REWRITTEN: readonly (readonly [string, string])[] = [
  [
    "other prefixes",
    CANONICAL.replaceAll("xs:", "q:")
      .replace("xmlns:xs=", "xmlns:q=")
      .replace("xmlns:t=", "xmlns:z=")
      .replaceAll('"t:', '"z:'),
  ],
  [
    "XML Schema without a prefix",
    CANONICAL.replaceAll("<xs:", "<").replaceAll("</xs:", "</").replaceAll('"xs:', '"').replace("xmlns:xs=", "xmlns="),
  ],
  ["comments and indentation", CANONICAL.replaceAll("><", ">\n  <!-- so --><")],
  ["components in another order", `${SPLIT.head}${SPLIT.b}${SPLIT.a}${SPLIT.t}${SPLIT.m}</xs:schema>`],
  [
    "attributes in another order",
    CANONICAL.replace('name="b" type="t:B" minOccurs="0"', 'minOccurs="0" type="t:B" name="b"'),
  ],
  [
    "attribute declarations in another order",
    CANONICAL.replace(
      '<xs:attribute name="x" type="xs:int"/><xs:attribute name="y" type="xs:int"/>',
      '<xs:attribute name="y" type="xs:int"/><xs:attribute name="x" type="xs:int"/>',
    ),
  ],
  [
    "defaults spelled out",
    CANONICAL.replace('name="a" type="t:A"', 'name="a" type="t:A" minOccurs="1" maxOccurs="1" nillable="false"'),
  ],
  [
    "enumeration values in another order",
    CANONICAL.replace(
      '<xs:enumeration value="1"/><xs:enumeration value="2"/>',
      '<xs:enumeration value="2"/><xs:enumeration value="1"/>',
    ),
  ],
  [
    "two patterns for one with a bar",
    CANONICAL.replace('value="[0-9]{3}|[A-Z]{3}"', 'value="[0-9]{3}"/><xs:pattern value="[A-Z]{3}"'),
  ],
];

describe("the same contract, written otherwise", () => {
  it.each(REWRITTEN)("%s", (_, text) => {
    const report = compare(load(CANONICAL), load(text));
    expect(report.changes.map((c) => `${c.id} ${c.L}`)).toEqual(["lexical-only E"]);
    expect(compare(load(text), load(CANONICAL)).changes.map((c) => c.id)).toEqual(["lexical-only"]);
    expect(report.summary.bump).toBe("patch");
  });

  it("does not mind names of files, folders and the order they are given in", () => {
    const parts = (folder: string): { file: string; content: string }[] => [
      { file: `${folder}m.xsd`, content: `${SPLIT.head}<xs:include schemaLocation="t.xsd"/>${SPLIT.m}</xs:schema>` },
      { file: `${folder}t.xsd`, content: `${SPLIT.head}${SPLIT.t}${SPLIT.a}${SPLIT.b}</xs:schema>` },
    ];
    const old = loadModelFrom(parts("").map((p) => ({ ...p, entry: true })));
    const moved = loadModelFrom(
      parts("elsewhere/deep/")
        .reverse()
        .map((p) => ({ ...p, entry: true })),
    );
    expect(compare(old, moved).changes).toEqual([]);
    const changed = parts("").map((p) => ({ ...p, content: p.content.replace("{3}|", "{4}|"), entry: true }));
    const shape = (a: Model, b: Model): unknown =>
      compare(a, b).changes.map((c) => [c.id, c.component, c.fingerprint, c.L, c.rollout]);
    expect(shape(old, loadModelFrom(changed))).toEqual(shape(moved, loadModelFrom([...changed].reverse())));
  });
});

/** Ids whose way back is called otherwise than the table of pairs says, each for a reason. */
const WITHOUT_MIRROR: Readonly<Record<string, string>> = {
  "any-became-element": "the way back removes an element and adds a wildcard: an element does not become arbitrary",
  "operation-overloaded": "an overload that goes away is an operation removed",
  "extension-required-added": "what was required and goes away is no longer demanded: extension-optional-changed",
  "schema-language-raised": "a schema without constructs of 1.1 is read by every validator",
};

describe("mirrors", () => {
  it("has for every id one that the way back shows, or a written reason", () => {
    const mirrors = new Map<string, string>();
    for (const { there, back } of ID_CASES) {
      if (back === null) continue;
      mirrors.set(there, back);
      mirrors.set(back, there);
    }
    const missing = CHANGE_RULES.map((r) => r.id).filter((id) => !mirrors.has(id) && !(id in WITHOUT_MIRROR));
    expect(missing).toEqual([]);
    for (const [id, mirror] of mirrors) {
      const [x, y] = [changeRule(id).move, changeRule(mirror).move];
      if (x !== null && y !== null) expect(y, `${id} and ${mirror}`).toBe(MIRRORED[x]);
    }
    for (const id of Object.keys(WITHOUT_MIRROR)) expect(mirrors.has(id), id).toBe(false);
  });
});
