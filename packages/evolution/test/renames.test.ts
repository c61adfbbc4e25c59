import { loadModel, loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { outlineOf } from "../src/diff/content-changes.ts";
import { textOf } from "../src/diff/texts.ts";
import { compare } from "../src/index.ts";

/** A field of our edition: its name, its type and what is said of it. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly note: string;
}

const folder = new URL("../../../schemas/2018-07/", import.meta.url).pathname;

/** Fields of every message part of the edition that has at least three. */
function editionTypes(): Field[][] {
  const model = loadModel(["exchange.wsdl", "push.wsdl"].map((f) => folder + f));
  return [...model.schemas.types.values()].flatMap((type) => {
    if (type.kind !== "complex") return [];
    const fields = outlineOf(type).fields.map(({ element }) => ({
      name: element.name.local,
      type: element.type.name?.local ?? "Anonymous",
      note: textOf(element.annotation),
    }));
    return fields.length >= 3 ? [fields] : [];
  });
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function schema(fields: readonly Field[]): Model {
  const types = [...new Set(fields.map((f) => f.type))];
  const elements = fields.map(
    (f) =>
      `<xs:element name="${f.name}" type="t:${f.type}_"><xs:annotation><xs:documentation>${escaped(f.note)}</xs:documentation></xs:annotation></xs:element>`,
  );
  const simple = types.map((t) => `<xs:simpleType name="${t}_"><xs:restriction base="xs:string"/></xs:simpleType>`);
  return loadModelFrom([
    {
      file: "t.xsd",
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"><xs:element name="M"><xs:complexType><xs:sequence>${elements.join("")}</xs:sequence></xs:complexType></xs:element>${simple.join("")}</xs:schema>`,
    },
  ]);
}

/** How names are changed in announcements: notation, an addition, an abbreviation, another word. */
const STYLES: readonly ((name: string) => string)[] = [
  (n) => n.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
  (n) => `${n}New`,
  (n) => `cert${n.slice(0, 1).toUpperCase()}${n.slice(1)}`,
  (n) => n.slice(0, Math.max(2, Math.ceil(n.length / 2))),
  (n) =>
    [...n]
      .reverse()
      .join("")
      .replace(/[^a-zA-Z]/g, "x"),
];

describe("injected renames", () => {
  it("are found, taken for nothing else, and never lower a verdict", () => {
    const all = editionTypes();
    expect(all.length).toBeGreaterThan(30);
    let [injected, found, wrong] = [0, 0, 0];
    all.forEach((fields, i) => {
      const other = all[(i + 7) % all.length] as Field[];
      fields.slice(0, 8).forEach((field, j) => {
        const used = new Set(fields.map((f) => f.name));
        const name = (STYLES[(i + j) % STYLES.length] as (name: string) => string)(field.name);
        // At the same time a field goes, and one of another part that has nothing to do with it comes.
        const stranger = other.find((f) => !used.has(f.name) && f.name !== name);
        const victim = fields[(j + 1) % fields.length] as Field;
        if (used.has(name) || stranger === undefined || victim === field) return;
        const now = fields.filter((f) => f !== victim).map((f) => (f === field ? { ...f, name } : f));
        now.splice(j % now.length, 0, stranger);
        const report = compare(schema(fields), schema(now));
        injected++;
        for (const c of report.changes.filter((x) => x.id === "element-renamed")) {
          if (c.old === field.name && c.new === name) found++;
          else wrong++;
          expect([c.L, c.sent?.wire, c.read?.wire, c.sent?.validation]).toEqual(["X", "B", "B", "B"]);
        }
        expect(report.messages.every((m) => m.L === "X" && m.wire === "B")).toBe(true);
      });
    });
    const [precision, recall] = [found / (found + wrong), found / injected];
    process.stdout.write(
      `${injected} renames injected: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`,
    );
    expect(injected).toBeGreaterThan(200);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  }, 180_000);
});
