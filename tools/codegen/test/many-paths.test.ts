import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../src/generate.ts";

/** Types in a row, each referring to the next four times: 4^13 paths through 14 types. */
function schema(occurs: string): string {
  const types = Array.from({ length: 14 }, (_, i) => {
    const next = [0, 1, 2, 3].map((n) => `<xs:element name="c${n}" type="T${i + 1}"${occurs}/>`).join("");
    return `<xs:complexType name="T${i}"><xs:sequence><xs:element name="v" type="xs:string"/>${i < 13 ? next : ""}</xs:sequence></xs:complexType>`;
  });
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:d" xmlns="urn:d"><xs:element name="root" type="T0"/>${types.join("")}</xs:schema>`;
}

const SERVICE = `<wsdl:message name="m"><wsdl:part name="p" element="tns:root"/></wsdl:message>
  <wsdl:portType name="P"><wsdl:operation name="o"><wsdl:input message="tns:m"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="B" type="tns:P"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
  <wsdl:operation name="o"><soap:operation soapAction=""/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>
  <wsdl:service name="S"><wsdl:port name="P" binding="tns:B"><soap:address location="http://localhost/"/></wsdl:port></wsdl:service>`;

describe("types with more paths than could be written out", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "coo-codegen-paths-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function testing(occurs: string): string {
    const file = join(folder, "paths.wsdl");
    writeFileSync(
      file,
      `<wsdl:definitions name="S" targetNamespace="urn:d" xmlns:tns="urn:d" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"><wsdl:types>${schema(occurs)}</wsdl:types>${SERVICE}</wsdl:definitions>`,
    );
    return generate({ entries: [file] }).files.get("testing.ts") as string;
  }

  test("get no sample when all of it is required", () => {
    expect(testing("")).not.toContain("function buildT0");
  });

  test("get a sample without what is optional", () => {
    const text = testing(' minOccurs="0"');
    expect(text).toContain("function buildT0");
    expect(text.match(/ v: /g)?.length).toBeLessThanOrEqual(20_000);
  });
});
