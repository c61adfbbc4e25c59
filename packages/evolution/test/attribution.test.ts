import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare, type Report, releaseBump } from "../src/index.ts";

/** Two packages over a shared one: `@x/a` is called with the shared type, `@x/b` reads it, `@x/c` has nothing to do with it. */
function set(shared: string, port = ""): Model {
  const area = (name: string, ask: string, answer: string): string =>
    `<xs:schema targetNamespace="urn:${name}" xmlns:s="urn:shared">
      <xs:import namespace="urn:shared"/>
      <xs:complexType name="Ask"><xs:sequence>${ask}</xs:sequence></xs:complexType>
      <xs:complexType name="Answer"><xs:sequence>${answer}</xs:sequence></xs:complexType>
      <xs:element name="ask" type="${name}:Ask"/><xs:element name="answer" type="${name}:Answer"/>
    </xs:schema>`;
  const use = '<xs:element name="item" type="s:Item"/>';
  const own = '<xs:element name="note" type="xs:string"/>';
  const names = ["a", "b", "c"];
  return loadModelFrom([
    {
      file: "s.wsdl",
      content: `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:a="urn:a" xmlns:b="urn:b" xmlns:c="urn:c" targetNamespace="urn:t">
  <w:types>
    <xs:schema targetNamespace="urn:shared"><xs:complexType name="Item"><xs:sequence>${shared}</xs:sequence></xs:complexType></xs:schema>
    ${area("a", use, own)}${area("b", own, use)}${area("c", own, own)}
  </w:types>
  ${names.map((n) => `<w:message name="${n}In"><w:part name="p" element="${n}:ask"/></w:message><w:message name="${n}Out"><w:part name="p" element="${n}:answer"/></w:message>`).join("")}
  <w:portType name="P">${names.map((n) => `<w:operation name="${n}Ask"><w:input message="t:${n}In"/><w:output message="t:${n}Out"/></w:operation>`).join("")}${port}</w:portType>
  <w:binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
  ${[...names.map((n) => `${n}Ask`), ...(port === "" ? [] : ["more"])].map((n) => `<w:operation name="${n}"><soap:operation soapAction=""/><w:input><soap:body use="literal"/></w:input><w:output><soap:body use="literal"/></w:output></w:operation>`).join("")}
  </w:binding>
</w:definitions>`,
    },
  ]);
}

const map = {
  namespaces: { "urn:shared": "@x/shared", "urn:a": "@x/a", "urn:b": "@x/b", "urn:c": "@x/c" },
  operations: { more: "@x/c" },
};

function between(a: Model, b: Model, options: Parameters<typeof compare>[2] = {}): Report {
  return compare(a, b, { packages: { old: map, new: map }, ...options });
}

const field = (name: string, rest = ""): string => `<xs:element name="${name}" type="xs:string" ${rest}/>`;
const bumps = (report: Report): Record<string, string> =>
  Object.fromEntries(report.packages.map((p) => [p.name, `${p.bump} ${p.rollout}`]));

describe("the packages that a change hits", () => {
  it("are those that hold or mention the component, each in the directions of its own operations", () => {
    const report = between(set(field("x")), set(field("x") + field("y", 'minOccurs="0"')));
    expect(report.changes.map((c) => c.id)).toEqual(["element-optional-added"]);
    // Sent by a, read by b: only a strict reader has to hurry. c does not know the type.
    expect(bumps(report)).toEqual({
      "@x/a": "minor any-time",
      "@x/b": "minor by-date",
      "@x/shared": "minor by-date",
    });
    expect(report.changes[0]?.packages.map((p) => p.name)).toEqual(["@x/a", "@x/b", "@x/shared"]);
  });

  it("are told by the place of another simple type, not by who else uses that type", () => {
    const typed = (type: string): string =>
      `<xs:element name="x" type="xs:${type}"/><xs:element name="y" type="xs:${type}"/>`;
    const [before, after] = [set(typed("string")), set(typed("token"))];
    const { changes } = between(before, after);
    // Every note is a string too; none of them changed. Both places are told.
    expect(changes.map(({ id, component, operations }) => [id, component, operations.map((o) => o.operation)])).toEqual(
      [
        ["type-normalisation-changed", "{urn:shared}Item/x", ["B.aAsk", "B.bAsk"]],
        ["type-normalisation-changed", "{urn:shared}Item/y", ["B.aAsk", "B.bAsk"]],
      ],
    );
  });

  it("are told by the place of another complex type, with all that stands in it", () => {
    const types = (place: string): string =>
      `<xs:complexType name="Short"><xs:sequence><xs:element name="in"><xs:complexType><xs:sequence>${field("deep")}</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
       <xs:complexType name="Long"><xs:sequence><xs:element name="in"><xs:complexType><xs:sequence>${field("deep")}${field("more", 'minOccurs="0"')}</xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
       <xs:complexType name="Ask"><xs:sequence><xs:element name="x" type="t:${place}"/></xs:sequence></xs:complexType>
       <xs:complexType name="Tell"><xs:sequence><xs:element name="x" type="t:Short"/></xs:sequence></xs:complexType>
       <xs:complexType name="Say"><xs:sequence><xs:element name="x" type="t:Long"/></xs:sequence></xs:complexType>`;
    const part = (name: string): string =>
      `<w:message name="${name}In"><w:part name="p" element="t:${name}"/></w:message>`;
    const two = (place: string): Model =>
      loadModelFrom([
        {
          file: "s.wsdl",
          content: `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">
  <w:types><xs:schema targetNamespace="urn:t">${types(place)}${["Ask", "Tell", "Say"].map((n) => `<xs:element name="${n}" type="t:${n}"/>`).join("")}</xs:schema></w:types>
  ${["Ask", "Tell", "Say"].map(part).join("")}
  <w:portType name="P">${["Ask", "Tell", "Say"].map((n) => `<w:operation name="do${n}"><w:input message="t:${n}In"/></w:operation>`).join("")}</w:portType>
</w:definitions>`,
        },
      ]);
    // Tell has the old type and Say the new one; neither changed.
    expect(
      compare(two("Short"), two("Long")).changes.map(({ id, component, operations }) => [
        id,
        component,
        operations.map((o) => o.operation),
      ]),
    ).toEqual([["element-optional-added", "{urn:t}Ask/x/in/more", ["P.doAsk"]]]);
  });

  it("get a major only where a direction of theirs breaks", () => {
    const loose = '<xs:element name="x"><xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:element>';
    const tight = loose.replace(
      '<xs:restriction base="xs:string"/>',
      '<xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction>',
    );
    expect(bumps(between(set(loose), set(tight)))).toEqual({
      "@x/a": "major by-date",
      "@x/b": "minor after",
      "@x/shared": "major with-switch",
    });
  });

  it("count what is potentially breaking as breaking when told so", () => {
    const more = (options: object): string | undefined =>
      bumps(between(set(field("x")), set(field("x") + field("y")), { tolerant: true, ...options }))["@x/b"];
    expect(more({})).toBe("minor after");
    expect(more({ strictPotential: true })).toBe("major after");
  });

  it("are those of an operation, for what is about an operation", () => {
    const more = '<w:operation name="more"><w:input message="t:cIn"/><w:output message="t:cOut"/></w:operation>';
    expect(bumps(between(set(field("x")), set(field("x"), more)))).toEqual({ "@x/c": "minor any-time" });
  });

  it("may upgrade any time when our files were wrong", () => {
    const report = between(set(field("x")), set(field("x") + field("y")), { cause: "correction" });
    expect(report.cause).toBe("correction");
    expect(report.summary.rollout).toBe("any-time");
    expect(report.changes[0]?.message).toContain("already so");
    expect(bumps(report)["@x/a"]).toBe("major any-time");
  });

  it("are not named without a map", () => {
    const report = compare(set(field("x")), set(field("x") + field("y")));
    expect(report.packages).toEqual([]);
    expect(report.changes[0]?.packages).toEqual([]);
  });
});

describe("releaseBump", () => {
  it("makes no 1.0.0 of a version below it", () => {
    expect(["major", "minor", "patch", "none"].map((b) => releaseBump(b as "major", "0.4.2"))).toEqual([
      "minor",
      "patch",
      "patch",
      "none",
    ]);
    expect(releaseBump("major", "1.0.0")).toBe("major");
  });
});
