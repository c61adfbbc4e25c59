import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isCodegenError } from "../src/errors.ts";
import { generate } from "../src/generate.ts";
import { run } from "../src/run.ts";
import { workspace } from "./support/workspace.ts";

/** @param type - Type of an element and of the items of an array: an unknown one is an error of the documents. */
const wsdl = (type: string): string => `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:x" xmlns:o="urn:other" targetNamespace="urn:x">
  <wsdl:types>
    <xs:schema targetNamespace="urn:other"><xs:complexType name="Other"/><xs:complexType name="Another"/></xs:schema>
    <xs:schema targetNamespace="urn:x"><xs:import namespace="urn:other"/>
      <xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/>
      <xs:complexType name="Ask"><xs:sequence><xs:element name="a" type="${type}"/><xs:element name="o" type="o:Other"/></xs:sequence></xs:complexType>
      <xs:complexType name="List"><xs:complexContent><xs:restriction base="e:Array">
        <xs:attribute ref="e:arrayType" wsdl:arrayType="${type}[]"/>
      </xs:restriction></xs:complexContent></xs:complexType>
      <xs:element name="ask" type="t:Ask"/>
    </xs:schema>
  </wsdl:types>
  <wsdl:message name="M"><wsdl:part name="p" element="t:ask"/></wsdl:message>
  <wsdl:portType name="P"><wsdl:operation name="ask"><wsdl:input message="t:M"/><wsdl:output message="t:M"/></wsdl:operation></wsdl:portType>
  <wsdl:binding name="B" type="t:P"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <wsdl:operation name="ask"><soap:operation soapAction=""/>
      <wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output>
    </wsdl:operation></wsdl:binding>
</wsdl:definitions>`;

const manifest = JSON.stringify({
  edition: "2020-01",
  files: ["x.wsdl"],
  serviceNamespace: "urn:x",
  namespaces: { "urn:x": { package: "x", area: "x" } },
  heads: { request: "{urn:x}Head", response: "{urn:x}Ask" },
  operations: {
    ask: { direction: "call", area: "x", request: "{urn:x}Question", response: "{urn:x}Ask" },
    tell: { direction: "call", area: "x", request: "{urn:x}Ask", response: "{urn:x}Ask" },
  },
  names: { "{urn:x}Ask": "no identifier", "{urn:x}Nothing": "A", "{urn:x}Nobody": "B" },
});

/** What is wrong beside the documents, in the order it is met. */
const FAULTS = [
  "the manifest names operation tell, but no WSDL has it",
  "operation ask: no type or element {urn:x}Question in the schemas",
  "heads: no type {urn:x}Head in the schemas",
  "namespace urn:other has no package in the manifest",
  'names: {urn:x}Ask cannot be called "no identifier"',
  "names: there is no component {urn:x}Nothing",
  "names: there is no component {urn:x}Nobody",
];

describe("everything that is wrong", () => {
  it("is told in one run, whoever finds it; what can be generated is", async () => {
    const folder = workspace({ "x.wsdl": wsdl("t:Missing"), "m.json": manifest });
    const { problems, files } = generate({ entries: [], manifest: join(folder, "m.json"), keepGoing: true });
    expect(problems.map((p) => p.message).sort()).toEqual(
      ["there is no type {urn:x}Missing", "there is no type {urn:x}Missing", ...FAULTS].sort(),
    );
    expect(files.get("x/src/gen/2020-01/x.ts")).toContain("export type List ");
    for (const p of problems) {
      for (const text of [p.messageZh, p.expectedZh, p.adviceZh]) expect(text, p.message).toMatch(/\p{sc=Han}/u);
      for (const text of [p.expected, p.advice]) expect(text, p.message).not.toBe("");
    }
    let err = "";
    const out = join(folder, "out");
    const args = ["--manifest", join(folder, "m.json"), "--out", out, "--keep-going"];
    expect(await run(args, { out: () => {}, err: (t) => void (err += t) })).toBe(3);
    for (const fault of FAULTS) expect(err).toContain(fault);
    expect(readFileSync(join(out, "x/src/gen/2020-01/x.ts"), "utf8")).toContain("export type List ");
  });

  it("is in the error where nothing may be wrong, and nothing is written", async () => {
    const folder = workspace({ "x.wsdl": wsdl("xs:int"), "m.json": manifest });
    let problems: readonly string[] = [];
    try {
      generate({ entries: [], manifest: join(folder, "m.json") });
    } catch (error) {
      if (!isCodegenError(error)) throw error;
      problems = error.problems.map((p) => p.message);
    }
    expect([...problems].sort()).toEqual([...FAULTS].sort());
    const out = join(folder, "out");
    const quiet = { out: () => {}, err: () => {} };
    expect(await run(["--manifest", join(folder, "m.json"), "--out", out], quiet)).toBe(3);
    expect(existsSync(out)).toBe(false);
  });

  it("is told for every job", async () => {
    const job = (entry: string): object => ({ entries: [entry], out: entry });
    const folder = workspace({ "c.json": JSON.stringify({ jobs: [job("one.xsd"), job("two.xsd")] }) });
    let err = "";
    expect(await run(["--config", join(folder, "c.json")], { out: () => {}, err: (t) => void (err += t) })).toBe(3);
    expect(err).toMatch(/one\.xsd[^]*two\.xsd/);
  });
});
