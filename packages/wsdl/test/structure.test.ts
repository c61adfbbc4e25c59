import { expect, test } from "vitest";
import { brokenRules, failure, loadFiles, loadSchema, schema, XS } from "./model.ts";

test.each([
  [
    "an element in a wrong place",
    '<xs:complexType name="T"><xs:simpleType name="S"/></xs:complexType>',
    "element-unknown",
  ],
  [
    "an element that XML Schema does not have",
    '<xs:complexType name="T"><xs:seq/></xs:complexType>',
    "element-unknown",
  ],
  [
    "a wrong order",
    '<xs:complexType name="T"><xs:attribute name="a"/><xs:sequence/></xs:complexType>',
    "element-order",
  ],
  ["two content models", '<xs:complexType name="T"><xs:sequence/><xs:choice/></xs:complexType>', "element-order"],
  ["an import behind definitions", '<xs:element name="a"/><xs:import namespace="urn:x"/>', "element-order"],
  ["an element of another namespace", '<x xmlns="urn:x"/>', "element-foreign"],
  ["text", '<xs:element name="a">text</xs:element>', "text-unexpected"],
  ["an unknown attribute", '<xs:element name="a" colour="red"/>', "attribute-unknown"],
  ["an attribute of the local form on a global element", '<xs:element name="a" minOccurs="0"/>', "attribute-unknown"],
  ["an attribute in the namespace of XML Schema", '<xs:element name="a" xs:type="xs:int"/>', "attribute-unknown"],
  ["a missing name", "<xs:simpleType><xs:restriction base='xs:int'/></xs:simpleType>", "attribute-missing"],
  ["a missing location", "<xs:include/>", "attribute-missing"],
  [
    "a count that is none",
    '<xs:complexType name="T"><xs:sequence maxOccurs="many"/></xs:complexType>',
    "attribute-value",
  ],
  ["a boolean that is none", '<xs:element name="a" nillable="yes"/>', "attribute-value"],
  ["a name that is none", '<xs:element name="a b"/>', "attribute-value"],
  ["a name that starts with a digit", '<xs:element name="1a"/>', "name-invalid"],
  ["a named local type", '<xs:element name="a"><xs:complexType name="T"/></xs:element>', "anonymous-named"],
  ["an id twice", '<xs:element name="a" id="i"/><xs:element name="b" id="i"/>', "id-duplicate"],
  [
    "content without derivation",
    '<xs:complexType name="T"><xs:complexContent><xs:sequence/></xs:complexContent></xs:complexType>',
    "content-direct",
  ],
  [
    "an element in other letters",
    '<xs:simpletype name="T"><xs:restriction base="xs:int"/></xs:simpletype>',
    "element-misspelt",
  ],
  ["location instead of schemaLocation", '<xs:include location="t.xsd"/>', "location-misnamed"],
  ["an empty target namespace", "", "namespace-empty"],
])("refuses %s", (_, body, rule) => {
  if (rule === "namespace-empty") {
    const model = loadFiles({ "t.xsd": schema(body, 'targetNamespace=""') }, { strict: true, keepGoing: true });
    expect(model.problems.map((p) => p.rule)).toEqual([rule]);
  } else expect(brokenRules(body)).toContain(rule);
});

test("a draft of XML Schema is read as the final one, with a warning", () => {
  const model = loadFiles({
    "t.xsd":
      '<s:schema xmlns:s="http://www.w3.org/1999/XMLSchema" targetNamespace="urn:t"><s:element name="a" type="s:string"/></s:schema>',
  });
  expect(model.schemas.elements.get("{urn:t}a")?.type.name?.local).toBe("string");
  expect(model.problems.map((p) => p.rule)).toEqual(["document-draft-schema"]);
});

test("names: unknown, elsewhere, undeclared prefix, not imported", () => {
  const error = failure(() => loadSchema('\n<xs:element name="a" type="Strinq"/>'));
  expect([error.code, error.rule, error.line, error.column]).toEqual(["WSDL_UNRESOLVED_NAME", "name-unknown", 2, 1]);
  expect(error.message).toBe("t.xsd:2:1: there is no type {urn:t}Strinq");
  expect(error.messageZh).toBe("t.xsd:2:1: 没有名为 {urn:t}Strinq 的类型");
  expect(failure(() => loadSchema('<xs:element name="a" type="q:x"/>')).rule).toBe("prefix-undeclared");
  const two = {
    "a.xsd": schema(
      '<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:element name="a" type="Only"/><xs:element name="s" type="xs:base64binary"/>',
    ),
    "b.xsd": schema(
      '<xs:simpleType name="Only"><xs:restriction base="xs:int"/></xs:simpleType>',
      'targetNamespace="urn:b"',
    ),
  };
  const model = loadFiles(two);
  expect(model.schemas.elements.get("{urn:t}a")?.type).toBe(model.schemas.types.get("{urn:b}Only"));
  expect(model.schemas.elements.get("{urn:t}s")?.type.name?.local).toBe("base64Binary");
  expect(model.problems.map((p) => [p.severity, p.rule])).toEqual([
    ["warning", "name-elsewhere"],
    ["warning", "name-elsewhere"],
  ]);
  const unimported = `<xs:schema ${XS} xmlns:b="urn:b"><xs:include schemaLocation="i.xsd"/><xs:element name="a" type="b:Only"/></xs:schema>`;
  const files = {
    "a.xsd": unimported,
    "i.xsd": `<xs:schema ${XS}><xs:import namespace="urn:b" schemaLocation="b.xsd"/></xs:schema>`,
    "b.xsd": two["b.xsd"],
  };
  expect(loadFiles(files).problems.map((p) => p.rule)).toEqual(["import-statement-missing"]);
});

test("a namespace imported without any document: warned of, any content stands for its names", () => {
  const model = loadFiles({
    "t.xsd": schema(
      '<xs:import namespace="urn:x"/><xs:complexType name="T"><xs:sequence><xs:element ref="x:e"/></xs:sequence><xs:attribute ref="x:a"/></xs:complexType>',
      'targetNamespace="urn:t" xmlns:x="urn:x"',
    ),
  });
  expect(model.problems.map((p) => [p.severity, p.rule])).toEqual([
    ["warning", "namespace-absent"],
    ["warning", "namespace-absent"],
  ]);
  const type = model.schemas.types.get("{urn:t}T");
  expect(type?.kind === "complex" && type.attributes.map((u) => u.declaration.name)).toEqual([
    { ns: "urn:x", local: "a" },
  ]);
});

test("documentation by language and appinfo one level deep", () => {
  const model = loadSchema(`<xs:element name="a"><xs:annotation>
      <xs:documentation xml:lang="zh"> 毛 <b>重</b>\n </xs:documentation><xs:documentation>weight</xs:documentation><xs:documentation> </xs:documentation>
      <xs:appinfo source="s"><coo:field xmlns:coo="urn:coo:schema" field="inferred" coo:x="1"> note <i>deep</i></coo:field></xs:appinfo>
    </xs:annotation></xs:element>`);
  const annotation = model.schemas.elements.get("{urn:t}a")?.annotation;
  expect(annotation?.documentation).toEqual([
    { lang: "zh", text: "毛 重" },
    { lang: "", text: "weight" },
  ]);
  expect(annotation?.appinfo).toEqual([
    {
      name: { ns: "urn:coo:schema", local: "field" },
      attributes: { field: "inferred", "{urn:coo:schema}x": "1" },
      text: "note deep",
    },
  ]);
});

test("notations and schema documents are kept", () => {
  const model = loadFiles({
    "t.xsd": schema(
      '<xs:annotation><xs:documentation>whole</xs:documentation></xs:annotation><xs:notation name="png" public="image/png" system="v.exe"/>',
      'targetNamespace="urn:t" version="2" elementFormDefault="qualified"',
    ),
  });
  expect(model.schemas.notations.get("{urn:t}png")).toMatchObject({ public: "image/png", system: "v.exe" });
  expect(model.schemas.documents[0]).toMatchObject({
    namespace: "urn:t",
    version: "2",
    elementForm: "qualified",
    attributeForm: "unqualified",
    inline: false,
    wellKnown: false,
  });
  expect(model.schemas.documents[0]?.annotation.documentation[0]?.text).toBe("whole");
});
