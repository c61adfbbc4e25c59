import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "@coo/codegen";
import type { SchemaRegistry, ServiceDescriptor } from "@coo/soap/gen1";
import { loadModel, type Model } from "@coo/wsdl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies } from "../../../test/support/compilers.ts";
import { findAny } from "../src/corpus/find-any.ts";
import { measure } from "../src/corpus/measure.ts";
import { measureServices } from "../src/corpus/measure-services.ts";
import { corpusUnits } from "../src/harness/corpus-units.ts";

const folder = mkdtempSync(join(tmpdir(), "coo-measure-"));
linkDependencies(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const SCHEMA = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:m" xmlns="urn:m" elementFormDefault="qualified">
  <xs:element name="order" type="Order" nillable="true"/>
  <xs:complexType name="Order">
    <xs:sequence>
      <xs:element name="no" type="No"/>
      <xs:element name="note" type="xs:string" minOccurs="0" nillable="true"/>
      <xs:choice>
        <xs:element name="cash" type="xs:decimal"/>
        <xs:element name="card" type="xs:string"/>
      </xs:choice>
      <xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:attribute name="sku" use="required"/></xs:complexType></xs:element>
    </xs:sequence>
    <xs:attribute name="kind" type="Kind" default="new"/>
  </xs:complexType>
  <xs:simpleType name="No"><xs:restriction base="xs:string"><xs:maxLength value="20"/><xs:pattern value="\\d+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Short"><xs:restriction base="No"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Kind"><xs:restriction base="xs:string"><xs:enumeration value="new"/><xs:enumeration value="old"/></xs:restriction></xs:simpleType>
  <xs:group name="Unused"><xs:sequence><xs:element name="nowhere" type="xs:string"/></xs:sequence></xs:group>
</xs:schema>`;

const WSDL = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:m="urn:m" targetNamespace="urn:m">
  <wsdl:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:m" schemaLocation="m.xsd"/></xs:schema></wsdl:types>
  <wsdl:message name="In"><wsdl:part name="body" element="m:order"/></wsdl:message>
  <wsdl:portType name="P"><wsdl:operation name="send"><wsdl:input message="m:In"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="B" type="m:P"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="send"><soap:operation soapAction="urn:send"/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>
  <wsdl:service name="S"><wsdl:port name="Port" binding="m:B"><soap:address location="http://localhost/"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;

let model: Model;
let registry: SchemaRegistry;
let services: ServiceDescriptor[];
beforeAll(async () => {
  writeFileSync(join(folder, "m.xsd"), SCHEMA);
  writeFileSync(join(folder, "m.wsdl"), WSDL);
  const entries = [join(folder, "m.wsdl")];
  for (const [file, text] of generate({ entries, registry: true }).files) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  model = loadModel(entries);
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href);
  ({ registry } = (await load("registry.ts")) as { registry: SchemaRegistry });
  services = Object.values((await load("services.ts")) as Record<string, ServiceDescriptor>);
});

/** The registry with one thing changed in a deep copy; functions in it are evaluated. */
function tampered(change: (json: string) => string): SchemaRegistry {
  const plain = JSON.stringify(registry, (_, value: unknown) =>
    typeof value === "function" ? (value as () => unknown)() : value,
  );
  const json = change(plain);
  expect(json).not.toBe(plain);
  return JSON.parse(json) as SchemaRegistry;
}

describe("counts over generated code", () => {
  it("find every statement, and tell which are folded", () => {
    const { met, folded, lost } = measure(model, registry);
    expect(lost).toEqual([]);
    const sizes = Object.fromEntries([...met].map(([kind, places]) => [kind, places.size]));
    expect(sizes).toEqual({
      required_local_elements: 2,
      optional_local_elements: 3,
      repeating_elements: 1,
      enum_types: 1,
      enum_values: 2,
      attributes: 2,
      choices: 1,
      facets: 3,
      nillable: 2,
    });
    expect([...(folded.get("required_local_elements")?.values() ?? [])]).toEqual(["in a group that no type refers to"]);
  });

  it.each<[what: string, from: string | RegExp, to: string, lost: string]>([
    ["an element", /\{"k":"el","prop":"note".*?\},\{"k":"choice"/, '{"k":"choice"', "holds no note cash"],
    ["an optional mark", '"min":0', '"min":1', "note stands 0 to 1 times; in the output 1 to 1"],
    ["a repetition", '"max":-1', '"max":1', "line stands 1 to Infinity times"],
    ["a nillable mark", '"nillable":true', '"nillable":false', "is nillable on one side only"],
    ["a choice", '"k":"choice"', '"k":"seq"', "cash stands 0 to 1 times; in the output 1 to 1"],
    ["an enumeration value", '["new","old"]', '["new"]', "lacks the values old"],
    ["a default", '"default":"new"', '"default":"old"', "kind has default new"],
    ["a required mark", '"required":true', '"required":false', "sku is required on one side only"],
    ["a length", '"maxLength":20', '"maxLength":21', "has maxLength 20, 21 in the output"],
    ["a pattern", /"patterns":\[[^\]]*\],/, "", "has patterns in 1 steps, 0 in the output"],
    ["a type", '{"name":"Short"', '{"name":"Long"', "type {urn:m}Short is missing"],
  ])("miss %s", (_, from, to, lost) => {
    expect(
      measure(
        model,
        tampered((json) => json.replace(from, to)),
      ).lost.join("\n"),
    ).toContain(lost);
  });

  it("find operations, ports and bindings, and miss what is gone", () => {
    const whole = measureServices(model, services);
    expect(whole.lost).toEqual([]);
    expect(whole.figures).toEqual({
      operations: 1,
      ports: 1,
      soap11_bindings: 1,
      soap12_bindings: 0,
      oneway: 1,
      ops_with_fault: 0,
      soap_headers: 0,
    });
    const without = (from: string, to: string): string => {
      const json = JSON.stringify(services, (_, v: unknown) => (typeof v === "function" ? null : v));
      return measureServices(model, JSON.parse(json.replace(from, to)) as ServiceDescriptor[]).lost.join("\n");
    };
    expect(without('"oneWay":true', '"oneWay":false')).toContain("send is one-way on one side only");
    expect(without('"port":"Port"', '"port":"Other"')).toContain("there is no binding for SOAP 1.1 at port Port");
    expect(without('"urn:send"', '"urn:other"')).toContain("action urn:send, urn:other in the output");
    expect(without('"name":"body"', '"name":"other"')).toContain("input parts body; in the output other");
    expect(without('"operations":{"send"', '"operations":{"sent"')).toBe("");
    expect(measureServices(model, []).lost).toEqual([
      "port type P: no service has the operations send",
      expect.any(String),
    ]);
  });
});

describe("the type any", () => {
  it.each(["a: any;", "a: any[]", "a: Record<string, any>", "(a: any) => b", "x as any", "a: string | any"])(
    "is found in %s",
    (code) => {
      expect(findAny(`\n${code}`)).toEqual([2]);
    },
  );

  it.each([
    "/** any */",
    'a: "any";',
    "any: string;",
    "any?: 1;",
    "$any: readonly x[]",
    '{ k: "any", prop: "any" }',
    "/any/v",
  ])("is not found in %s", (code) => {
    expect(findAny(code)).toEqual([]);
  });
});

describe("units of a plain folder", () => {
  it("are every WSDL and every XSD that nothing refers to", () => {
    writeFileSync(join(folder, "alone.xsd"), SCHEMA);
    expect(corpusUnits(folder).map((u) => u.name)).toEqual(["alone.xsd", "m.wsdl"]);
  });
});
