import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "@coo/codegen";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../src/differential/compare.ts";
import { nodeSoapDescription } from "../src/differential/node-soap-description.ts";
import { ourDescription } from "../src/differential/our-description.ts";
import { runTsclient } from "../src/differential/run-tsclient.ts";
import type { Description } from "../src/differential/tree.ts";
import { tsclientDescription } from "../src/differential/tsclient-description.ts";

const folder = mkdtempSync(join(tmpdir(), "coo-differential-"));
afterAll(() => rmSync(folder, { recursive: true }));

const wsdl = (
  note = "note",
): string => `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:m="urn:m" targetNamespace="urn:m">
  <wsdl:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:m" elementFormDefault="qualified">
    <xs:element name="send"><xs:complexType><xs:sequence><xs:element name="${note}" type="xs:string" minOccurs="0"/>
      <xs:element name="line" maxOccurs="unbounded"><xs:complexType><xs:sequence><xs:element name="sku" type="xs:string"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
    <xs:element name="sent"><xs:complexType><xs:sequence><xs:element name="no" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
  </xs:schema></wsdl:types>
  <wsdl:message name="In"><wsdl:part name="body" element="m:send"/></wsdl:message>
  <wsdl:message name="Out"><wsdl:part name="body" element="m:sent"/></wsdl:message>
  <wsdl:portType name="P"><wsdl:operation name="send"><wsdl:input message="m:In"/><wsdl:output message="m:Out"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="B" type="m:P"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="send"><soap:operation soapAction="urn:send"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation></wsdl:binding>
  <wsdl:service name="S"><wsdl:port name="Port" binding="m:B"><soap:address location="http://localhost/"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;

const file = join(folder, "m.wsdl");
let ours: Description;
beforeAll(async () => {
  writeFileSync(file, wsdl());
  writeFileSync(join(folder, "other.wsdl"), wsdl("remark").replace(' maxOccurs="unbounded"', ""));
  mkdirSync(join(folder, "ours"));
  for (const [name, text] of generate({ entries: [file] }).files) writeFileSync(join(folder, "ours", name), text);
  const module = (await import(pathToFileURL(join(folder, "ours/services.ts")).href)) as Record<
    string,
    ServiceDescriptor
  >;
  ours = ourDescription(Object.values(module));
});

describe("descriptions by other tools", () => {
  const same = (name: string): string => name;
  const lower = (name: string): string => name.toLowerCase();

  it("agree on operations, parts, properties and arrays", async () => {
    expect(compare(ours, await nodeSoapDescription(file), same)).toEqual([]);
    const results = await runTsclient([{ file, out: join(folder, "ts") }], 60_000);
    expect(results.get(file)).toBeNull();
    const theirs = tsclientDescription(join(folder, "ts"));
    expect(theirs.get("Port.send")?.input?.parts?.get("line")?.many).toBe(true);
    expect(compare(ours, theirs, lower)).toEqual([]);
  }, 120_000);

  it("disagree where the documents differ", async () => {
    expect(compare(ours, await nodeSoapDescription(join(folder, "other.wsdl")), same)).toEqual([
      { where: "Port.send input.note", kind: "property missing" },
      { where: "Port.send input.line", kind: "array missing" },
      { where: "Port.send input.remark", kind: "property added" },
    ]);
    expect(compare(ours, new Map(), same)).toEqual([{ where: "Port.send", kind: "operation missing" }]);
    expect(compare(new Map(), ours, same)).toEqual([{ where: "Port.send", kind: "operation added" }]);
  });

  it("of a file that takes too long are given up", async () => {
    const results = await runTsclient([{ file, out: join(folder, "late") }], 1);
    expect(results.get(file)).toBe("took over 0.001 s");
  });
});
