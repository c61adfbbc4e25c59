import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { encodeText } from "@coo/xml";
import { afterAll, describe, expect, it } from "vitest";
import { compareSets } from "../src/diff/compare-sets.ts";
import { entriesOfSet } from "../src/diff/load-set.ts";

const home = mkdtempSync(join(tmpdir(), "coo 字符串 "));
afterAll(() => rmSync(home, { recursive: true }));

/** A service whose one operation takes and gives a string; what lies in it stands in a schema beside. */
function edition(name: string, length: number, payload = "escaped", request = "{urn:p}Ask"): string {
  const folder = join(home, name);
  mkdirSync(folder);
  writeFileSync(
    join(folder, "s.wsdl"),
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:s" xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:s">
  <w:types><x:schema><x:import namespace="urn:p" schemaLocation="p.xsd"/></x:schema></w:types>
  <w:message name="In"><w:part name="xml" type="x:string"/></w:message>
  <w:message name="Out"><w:part name="xml" type="x:string"/></w:message>
  <w:portType name="Goods"><w:operation name="ask"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
  <w:binding name="GoodsBinding" type="t:Goods"><s:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="ask"><s:operation soapAction=""/><w:input><s:body use="literal" namespace="urn:s"/></w:input><w:output><s:body use="literal" namespace="urn:s"/></w:output></w:operation></w:binding>
</w:definitions>`,
  );
  writeFileSync(
    join(folder, "p.xsd"),
    `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:p">
  <x:complexType name="Ask"><x:sequence><x:element name="hsCode"><x:simpleType><x:restriction base="x:string"><x:maxLength value="${length}"/></x:restriction></x:simpleType></x:element></x:sequence></x:complexType>
  <x:complexType name="Other"><x:sequence/></x:complexType>
  <x:complexType name="Answer"><x:sequence/></x:complexType>
</x:schema>`,
  );
  // A sample beside the edition, which would clash with others; the manifest does not name it.
  for (const other of ["a", "b"])
    writeFileSync(
      join(folder, `root-${other}.xsd`),
      `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"><x:element name="Request" type="x:string"/></x:schema>`,
    );
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({
      edition: "2026-01",
      files: ["s.wsdl"],
      serviceNamespace: "urn:s",
      namespaces: { "urn:p": { package: "@x/msg", area: "p", service: "p" } },
      wire: { payload },
      operations: { ask: { direction: "call", area: "p", request, response: "{urn:p}Answer" } },
    }),
  );
  return folder;
}

const ten = edition("ten", 10);

describe("a manifest beside the documents", () => {
  it("lets a change inside a string reach its operation", () => {
    const { report } = compareSets(ten, edition("eight", 8));
    const [change] = report.changes.filter((c) => c.id === "max-length-tightened");
    expect(change?.operations).toEqual([{ operation: "GoodsBinding.ask", direction: "Q" }]);
    expect(report.messages.filter((m) => m.direction === "Q").map((m) => m.L)).toContain("N");
  });

  it("tells that a string carries something else, or carries it in another way", () => {
    const ids = (folder: string): string[] => compareSets(ten, folder).report.changes.map((c) => c.id);
    expect(ids(edition("base64", 10, "base64"))).toContain("payload-encoding-changed");
    expect(ids(edition("other", 10, "escaped", "{urn:p}Other"))).toContain("payload-root-remapped");
  });
});

describe("documents that are not UTF-8", () => {
  it.each(["GB18030", "UTF-16"])("are followed in %s", (charset) => {
    const folder = join(home, charset);
    mkdirSync(join(folder, "类型"), { recursive: true });
    const main = `<?xml version="1.0" encoding="${charset}"?><x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"><x:include schemaLocation="类型/商品.xsd"/></x:schema>`;
    const bytes = charset === "UTF-16" ? Buffer.from(`\uFEFF${main}`, "utf16le") : encodeText(main, "GB18030");
    writeFileSync(join(folder, "main.xsd"), bytes);
    writeFileSync(join(folder, "类型/商品.xsd"), `<x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"/>`);
    expect(entriesOfSet(folder).map((f) => relative(folder, f))).toEqual(["main.xsd"]);
  });
});
