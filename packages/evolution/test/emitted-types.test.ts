import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare } from "../src/index.ts";

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const schema = (inside: string): Model =>
  loadModelFrom([
    {
      file: "t.xsd",
      content: `<xs:schema ${XS} xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified">${inside}</xs:schema>`,
    },
  ]);
const message = (inside: string, attributes = ""): Model =>
  schema(`<xs:element name="M" type="t:M"/><xs:complexType name="M" ${attributes}>${inside}</xs:complexType>`);
const field = (type: string, more = ""): string => `<xs:element name="f" type="xs:${type}" ${more}/>`;
const sequence = (inside: string, occurs = ""): string => `<xs:sequence ${occurs}>${inside}</xs:sequence>`;
const simple = (inside: string): string => `<xs:element name="f"><xs:simpleType>${inside}</xs:simpleType></xs:element>`;
const union = (members: string): string => sequence(simple(`<xs:union memberTypes="${members}"/>`));
const restricted = (base: string, facets: string): string =>
  sequence(simple(`<xs:restriction base="xs:${base}">${facets}</xs:restriction>`));
const listed = (...values: string[]): string => values.map((v) => `<xs:enumeration value="${v}"/>`).join("");
const [A, B] = ['<xs:element name="a" type="xs:string"/>', '<xs:element name="b" type="xs:string"/>'];

/** Letters for types of each change, sent and read. */
function letters(a: Model, b: Model): string[] {
  return compare(a, b)
    .changes.map((c) => `${c.id} ${c.sent?.types}${c.read?.types}`)
    .sort();
}

describe("letters for types", () => {
  it.each([
    ["date and dateTime are texts", sequence(field("date")), sequence(field("dateTime")), "type-replaced CC"],
    ["both are bytes", sequence(field("hexBinary")), sequence(field("base64Binary")), "type-replaced CC"],
    ["a number becomes a text", sequence(field("int")), sequence(field("date")), "type-replaced BB"],
    ["a text becomes bytes", sequence(field("string")), sequence(field("hexBinary")), "type-narrowed-remapped BB"],
    ["both are exact texts", sequence(field("long")), sequence(field("decimal")), "type-widened CC"],
    ["a member of another kind goes", union("xs:int xs:boolean"), union("xs:int"), "union-member-removed BB"],
    [
      "a member of a kind that stays goes",
      union("xs:int xs:date xs:time"),
      union("xs:int xs:date"),
      "union-member-removed CC",
    ],
    [
      "what is listed is open for readers",
      restricted("string", listed("A", "B")),
      restricted("string", listed("A")),
      "enum-value-removed BC",
    ],
    [
      "a list of values instead of any date",
      sequence(field("date")),
      restricted("string", listed("A")),
      "enum-introduced BC type-widened CC",
    ],
  ])("%s", (_name, a, b, expected) => {
    expect(letters(message(a), message(b)).join(" ")).toBe(expected);
  });

  it.each([
    ["one element that may repeat anyway", '<xs:element name="a" type="xs:string" maxOccurs="unbounded"/>', "CC"],
    ["two elements", A + B, "BB"],
    [
      "an element in a group of its own",
      sequence('<xs:element name="a" type="xs:string" minOccurs="0" maxOccurs="9"/>'),
      "CC",
    ],
    [
      "an element that has to be there twice",
      '<xs:element name="a" type="xs:string" minOccurs="2" maxOccurs="3"/>',
      "BB",
    ],
  ])("tell of a repeated group of %s what the generator writes", (_name, inside, expected) => {
    const [once, often] = [message(sequence(inside)), message(sequence(inside, 'maxOccurs="3"'))];
    expect(letters(once, often)).toEqual([`group-repeat-added ${expected}`]);
    expect(letters(often, once)).toEqual([`group-repeat-removed ${expected}`]);
  });

  it("are no matter of how often a group repeats at least", () => {
    const [one, two] = [1, 2].map((n) => message(sequence(A + B, `minOccurs="${n}" maxOccurs="3"`)));
    expect(letters(one as Model, two as Model)).toEqual(["co-occurrence-tightened CC"]);
  });

  it("do not show that a group becomes optional whose members all are", () => {
    const inside =
      '<xs:element name="a" type="xs:string" minOccurs="0"/><xs:element name="b" type="xs:string" minOccurs="0"/>';
    const report = letters(message(sequence(inside)), message(sequence(inside, 'minOccurs="0"')));
    expect(report).toEqual(["group-made-optional CC"]);
  });

  it("do not show members of mixed content, save those with types of their own", () => {
    const mixed = (inside: string): Model => message(sequence(inside), 'mixed="true"');
    expect(letters(mixed(A), mixed(A + B))).toEqual(["element-required-added CC"]);
    expect(letters(mixed(field("int")), mixed(field("date")))).toEqual(["type-replaced CC"]);
    expect(letters(mixed(A), message(sequence(A)))).toEqual(["mixed-removed BB"]);
    const anonymous = (inside: string): Model =>
      mixed(`<xs:element name="f"><xs:complexType>${sequence(inside)}</xs:complexType></xs:element>`);
    expect(letters(anonymous(field("int")), anonymous(field("date")))).toEqual(["type-replaced BB"]);
  });

  it("show an element of a named group that stands in mixed and in other content", () => {
    const shared = (type: string): Model =>
      schema(
        `<xs:element name="M" type="t:A"/><xs:element name="N" type="t:B"/><xs:group name="G">${sequence(field(type))}</xs:group><xs:complexType name="A" mixed="true"><xs:group ref="t:G"/></xs:complexType><xs:complexType name="B"><xs:group ref="t:G"/></xs:complexType>`,
      );
    expect(new Set(letters(shared("int"), shared("date")))).toEqual(new Set(["type-replaced BB"]));
  });

  it.each(["int", "double"])("a pattern makes a text of xs:%s, and its loss a number", (type) => {
    const [bare, written] = [
      message(sequence(field(type))),
      message(restricted(type, '<xs:pattern value="[0-9]{2}"/>')),
    ];
    expect(letters(bare, written)).toContain("type-narrowed-remapped BB");
    expect(letters(written, bare)).toContain("type-widened-remapped BB");
    const other = message(restricted(type, '<xs:pattern value="[0-9]{1,2}"/>'));
    expect(letters(written, other)).toEqual(["pattern-loosened CC"]);
  });

  it("break for a wildcard that became an element: what was read as elements of any kind is gone", () => {
    const any = '<xs:any namespace="##targetNamespace" processContents="skip" minOccurs="0"/>';
    expect(
      letters(
        message(sequence(A + any)),
        message(sequence(`${A}<xs:element name="b" type="xs:string" minOccurs="0"/>`)),
      ),
    ).toEqual(["any-became-element BB"]);
  });

  it("tell members of a substitution group only where its head is mentioned", () => {
    const member = (head: string, use: string): Model =>
      schema(
        `<xs:element name="M"><xs:complexType>${sequence(use)}</xs:complexType></xs:element><xs:element name="h" type="xs:string"/><xs:element name="k" type="xs:string"/><xs:element name="m" type="xs:string" substitutionGroup="t:${head}"/>`,
      );
    const told = (use: string): string[] => letters(member("h", use), member("k", use));
    expect(told('<xs:element ref="t:h"/>')).toEqual([
      "substitution-head-changed BB",
      "substitution-member-added CC",
      "substitution-member-removed BB",
    ]);
    expect(told('<xs:element ref="t:k"/>')).toEqual([
      "substitution-head-changed BB",
      "substitution-member-added CB",
      "substitution-member-removed CC",
    ]);
    expect(new Set(told(A).map((l) => l.slice(-2)))).toEqual(new Set(["CC"]));
  });

  it("tell lost names only where something was exported under them", () => {
    const inList = `<xs:simpleType><xs:restriction base="xs:string">${listed("A")}</xs:restriction></xs:simpleType>`;
    const keep = `<xs:element name="M" type="xs:string"/>`;
    const lost = (inside: string): string[] => letters(schema(keep + inside), schema(keep));
    expect(lost('<xs:element name="N" type="xs:string"/>')).toEqual(["global-element-removed-unused CC"]);
    expect(lost(`<xs:element name="N"><xs:complexType>${sequence(A)}</xs:complexType></xs:element>`)).toEqual([
      "global-element-removed-unused BB",
    ]);
    expect(lost(`<xs:element name="N">${inList}</xs:element>`)).toEqual(["global-element-removed-unused CC"]);
    const named = (facet: string): string =>
      `<xs:simpleType name="N"><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType>`;
    expect(lost(named('<xs:maxLength value="3"/>'))).toEqual(["type-removed-unused CC"]);
    expect(lost(named(listed("A")))).toEqual(["type-removed-unused BB"]);
  });
});

describe("letters for validation in mixed content", () => {
  const inner = `<xs:complexType name="I">${sequence(A + B)}</xs:complexType>`;
  const other = `<xs:complexType name="I">${sequence(B + A)}</xs:complexType>`;
  const use = (mixed: boolean, type: string): Model =>
    schema(
      `<xs:element name="M" type="t:M"/><xs:complexType name="M" mixed="${mixed}">${sequence('<xs:element name="i" type="t:I"/>')}</xs:complexType>${type}`,
    );
  it("break with the order of elements, which data show there", () => {
    const validation = (mixed: boolean): string =>
      compare(use(mixed, inner), use(mixed, other))
        .changes.map((c) => `${c.id} ${c.sent?.validation}${c.read?.validation}`)
        .join();
    expect(validation(false)).toBe("element-reordered CP");
    expect(validation(true)).toBe("element-reordered BP");
  });

  it("break with namespaces", () => {
    const moved = (ns: string, mixed: boolean): Model =>
      loadModelFrom([
        {
          file: "t.xsd",
          content: `<xs:schema ${XS} xmlns:t="urn:t" xmlns:n="${ns}" targetNamespace="urn:t" elementFormDefault="qualified"><xs:import namespace="urn:x" schemaLocation="x.xsd"/><xs:import namespace="urn:y" schemaLocation="y.xsd"/><xs:element name="M" type="t:M"/><xs:complexType name="M" mixed="${mixed}">${sequence('<xs:element ref="n:item"/>')}</xs:complexType></xs:schema>`,
          entry: true,
        },
        ...["x", "y"].map((n) => ({
          file: `${n}.xsd`,
          content: `<xs:schema ${XS} targetNamespace="urn:${n}"><xs:element name="item" type="xs:string"/></xs:schema>`,
        })),
      ]);
    const letter = (mixed: boolean): (string | undefined)[] =>
      compare(moved("urn:x", mixed), moved("urn:y", mixed))
        .changes.filter((c) => c.id === "component-moved-namespace")
        .map((c) => c.sent?.validation);
    expect(letter(false)).toEqual(["C"]);
    expect(letter(true)).toEqual(["B"]);
  });

  it("are asked of the form of elements as well, and an element does not become an attribute unseen", () => {
    const form = (value: string, mixed: boolean): Model =>
      loadModelFrom([
        {
          file: "t.xsd",
          content: `<xs:schema ${XS} xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="${value}"><xs:element name="M" type="t:M"/><xs:complexType name="M" mixed="${mixed}">${sequence(A)}</xs:complexType></xs:schema>`,
        },
      ]);
    const letter = (mixed: boolean): string | undefined =>
      compare(form("qualified", mixed), form("unqualified", mixed)).changes.find((c) => c.id === "element-form-changed")
        ?.sent?.validation;
    expect([letter(false), letter(true)]).toEqual(["C", "B"]);
    const raw = (value: string): Model =>
      loadModelFrom([
        {
          file: "t.xsd",
          content: `<xs:schema ${XS} targetNamespace="urn:t" elementFormDefault="${value}"><xs:element name="M"><xs:complexType>${sequence(field("anyType"))}</xs:complexType></xs:element></xs:schema>`,
        },
      ]);
    const [moved] = compare(raw("qualified"), raw("unqualified")).changes;
    expect([moved?.id, moved?.sent?.validation, moved?.read?.validation]).toEqual(["element-form-changed", "B", "P"]);
    const [as, now] = [
      message(`${sequence(A)}<xs:attribute name="b" type="xs:string" use="required"/>`, 'mixed="true"'),
      message(sequence(A + B), 'mixed="true"'),
    ];
    expect(
      compare(as, now)
        .changes.map((c) => c.id)
        .sort(),
    ).toEqual(["attribute-required-removed", "element-required-added"]);
  });

  const base = (attributes: string, derived = ""): Model =>
    schema(
      `<xs:element name="M" type="t:B"/><xs:complexType name="B" ${attributes}>${sequence(A)}</xs:complexType>${derived}`,
    );
  const EXTENDED = `<xs:complexType name="D"><xs:complexContent><xs:extension base="t:B">${sequence(B)}</xs:extension></xs:complexContent></xs:complexType>`;

  it.each([
    ["a type that blocks what nobody derives", 'block="#all"', "", "block-added CC", "block-removed CC"],
    ["an abstract type of which nothing is derived", 'abstract="true"', "", "abstract-added CC", "abstract-removed CC"],
    [
      "a type that blocks another way of deriving",
      'block="restriction"',
      EXTENDED,
      "block-added CC",
      "block-removed CC",
    ],
    [
      "a type that blocks those derived from it",
      'block="extension"',
      EXTENDED,
      "block-added BB derived-type-removed BB",
      "block-removed CB derived-type-added CB",
    ],
    [
      "an abstract type of which one is derived",
      'abstract="true"',
      EXTENDED,
      "abstract-added BB",
      "abstract-removed CB",
    ],
  ])("go by what may stand for a type: %s", (_name, attributes, derived, there, back) => {
    const [plain, changed] = [base("", derived), base(attributes, derived)];
    expect(letters(plain, changed).join(" ")).toBe(there);
    expect(letters(changed, plain).join(" ")).toBe(back);
  });

  const nillable = (type: string, nil: boolean): Model =>
    schema(
      `<xs:element name="M" type="t:M"/><xs:complexType name="M">${sequence(
        `<xs:element name="f" type="${type}" nillable="${nil}"/>`,
      )}</xs:complexType><xs:complexType name="Text"><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="unit" type="xs:string"/></xs:extension></xs:simpleContent></xs:complexType><xs:complexType name="Plain">${sequence(A)}</xs:complexType>`,
    );

  it("tell of an element that may no longer be nil whether readers lose $nil beside its attributes", () => {
    expect(letters(nillable("xs:string", true), nillable("xs:string", false))).toEqual(["nillable-removed BP"]);
    expect(letters(nillable("t:Plain", true), nillable("t:Plain", false))).toEqual(["nillable-removed BP"]);
    expect(letters(nillable("t:Text", true), nillable("t:Text", false))).toEqual(["nillable-removed BB"]);
  });

  const carried = (attribute: boolean, group: string): Model => {
    const value = attribute ? "" : '<xs:element name="f" type="xs:string" minOccurs="0"/>';
    const outside = attribute ? '<xs:attribute name="f" type="xs:string"/>' : "";
    return schema(
      `<xs:element name="M" type="t:D"/><xs:complexType name="B"><xs:sequence ${group}>${A}${value}</xs:sequence>${outside}</xs:complexType>${EXTENDED}`,
    );
  };

  it("take a carrier that was inherited for one that was declared, but not one in a group that repeats", () => {
    expect(letters(carried(true, ""), carried(false, ""))).toEqual([
      "attribute-to-element CC",
      "attribute-to-element CC",
    ]);
    expect(letters(carried(false, ""), carried(true, ""))).toEqual([
      "element-to-attribute CC",
      "element-to-attribute CC",
    ]);
    const often = letters(carried(true, 'maxOccurs="9"'), carried(false, 'maxOccurs="9"'));
    expect(often).toContain("attribute-optional-removed BB");
  });
});
