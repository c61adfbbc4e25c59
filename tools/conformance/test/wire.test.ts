import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { loadModelFrom, type Model } from "@coo/wsdl";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CORPUS } from "../src/harness/corpus-units.ts";
import { type Instance, Instances, type MessageShape } from "../src/wire/instances.ts";
import { difference, textOf } from "../src/wire/item.ts";

const script = resolve(import.meta.dirname, "../src/wire/main.ts");

function run(...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--conditions=@coo/source", script, ...args], {
    encoding: "utf8",
  });
  return { status, text: `${stdout}${stderr}` };
}

const SCHEMA = `<xs:schema targetNamespace="urn:x" elementFormDefault="qualified">
  <xs:complexType name="Base"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence><xs:attribute name="n" type="xs:int"/></xs:complexType>
  <xs:complexType name="More"><xs:complexContent><xs:extension base="t:Base"><xs:sequence><xs:element name="b" type="xs:decimal" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="head" type="xs:string"/><xs:element name="other" type="xs:string" substitutionGroup="t:head"/>
  <xs:complexType name="List"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="t:Base[]"/></xs:restriction></xs:complexContent></xs:complexType>
  <xs:complexType name="Lists"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:string[][]"/></xs:restriction></xs:complexContent></xs:complexType>
  <xs:complexType name="Table"><xs:complexContent><xs:restriction base="soapenc:Array"><xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:int[,]"/></xs:restriction></xs:complexContent></xs:complexType>
  <xs:element name="ask"><xs:complexType><xs:sequence>
    <xs:choice><xs:element name="one" type="xs:int" nillable="true"/><xs:element name="two" type="t:Base" nillable="true"/></xs:choice>
    <xs:element ref="t:head" minOccurs="0" maxOccurs="3"/>
    <xs:sequence minOccurs="0" maxOccurs="unbounded"><xs:element name="k" type="xs:date"/><xs:element name="v" type="xs:boolean"/></xs:sequence>
    <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
  </xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType></xs:element>
  <xs:element name="second" type="xs:string"/><xs:element name="broken" type="t:Base"/>
</xs:schema>`;

const HTTP = "http://schemas.xmlsoap.org/soap/http";
const message = (name: string, parts: string): string => `<wsdl:message name="${name}">${parts}</wsdl:message>`;
const element = (part: string, name: string): string => `<wsdl:part name="${part}" element="t:${name}"/>`;
const type = (part: string, name: string): string => `<wsdl:part name="${part}" type="${name}"/>`;

/** One operation in each style, and one of each that is out of the ordinary. */
const WSDL = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:x" targetNamespace="urn:x">
<wsdl:types>${SCHEMA}</wsdl:types>
${message("Ask", element("p", "ask"))}${message("Two", element("p", "ask") + element("q", "second"))}${message("None", "")}
${message("Typed", type("p", "t:Base"))}${message("Rpc", type("x", "t:Base") + type("y", "xs:string"))}${message("Encoded", type("list", "t:List") + type("lists", "t:Lists") + type("table", "t:Table") + type("s", "xs:string"))}
${message("Fault", element("f", "broken"))}
<wsdl:portType name="Documents">
  <wsdl:operation name="plain"><wsdl:input message="t:Ask"/><wsdl:output message="t:Ask"/><wsdl:fault name="f" message="t:Fault"/></wsdl:operation>
  <wsdl:operation name="parts"><wsdl:input message="t:Two"/><wsdl:output message="t:None"/></wsdl:operation>
  <wsdl:operation name="ping"><wsdl:input message="t:None"/><wsdl:output message="t:Typed"/></wsdl:operation>
</wsdl:portType>
<wsdl:portType name="Calls">
  <wsdl:operation name="call"><wsdl:input name="first" message="t:Rpc"/><wsdl:output message="t:Rpc"/></wsdl:operation>
  <wsdl:operation name="call"><wsdl:input name="again" message="t:Typed"/><wsdl:output message="t:None"/></wsdl:operation>
  <wsdl:operation name="tell"><wsdl:output message="t:Rpc"/></wsdl:operation>
</wsdl:portType>
<wsdl:portType name="Encodings"><wsdl:operation name="send"><wsdl:input message="t:Encoded"/><wsdl:output message="t:Encoded"/></wsdl:operation></wsdl:portType>
${binding("Documents", "document", "literal", ["plain", "parts", "ping"], `<wsdl:fault name="f"><soap:fault name="f" use="literal"/></wsdl:fault>`)}
<wsdl:binding name="CallsB" type="t:Calls"><soap:binding style="rpc" transport="${HTTP}"/>${operation("call", "literal", "first")}${operation("call", "literal", "again")}
  <wsdl:operation name="tell"><soap:operation soapAction=""/><wsdl:output><soap:body use="literal" namespace="urn:x"/></wsdl:output></wsdl:operation></wsdl:binding>
${binding("Encodings", "rpc", "encoded", ["send"])}
<wsdl:service name="Encodings"><wsdl:port name="Encodings" binding="t:EncodingsB"><soap:address location="http://localhost/"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;

function operation(name: string, use: string, input = "", extra = ""): string {
  const body = `<soap:body use="${use}" namespace="urn:x" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>`;
  return `<wsdl:operation name="${name}"><soap:operation soapAction=""/><wsdl:input${input === "" ? "" : ` name="${input}"`}>${body}</wsdl:input><wsdl:output>${body}</wsdl:output>${extra}</wsdl:operation>`;
}

function binding(portType: string, style: string, use: string, names: readonly string[], fault = ""): string {
  const operations = names.map((n, i) => operation(n, use, "", i === 0 ? fault : ""));
  return `<wsdl:binding name="${portType}B" type="t:${portType}"><soap:binding style="${style}" transport="${HTTP}"/>${operations.join("")}</wsdl:binding>`;
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "coo-wire-test-"));
  const files: Readonly<Record<string, string>> = {
    "units.csv": "unit,kind,style,expect\nown,wsdl,mixed,ok\n",
    "manifest.csv": "unit,role,file\nown,entry,own/all.wsdl\n",
    "own/all.wsdl": WSDL,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("pnpm wire", { timeout: 120_000 }, () => {
  it("puts operations of every style on the wire and back, and libxml2 finds nothing wrong", () => {
    const report = join(folder, "report.json");
    const { status, text } = run(folder, "--no-xerces", "--json", report);
    expect(text).toContain("7 operations at their bindings (3 document/literal, 3 rpc/literal, 1 rpc/encoded)");
    expect(text).toMatch(/7 passed, 0 failed\n$/);
    expect(text).not.toContain("cannot judge");
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(report, "utf8")).verdicts).toContainEqual({
      name: "own Documents.plain",
      failure: null,
    });
  });

  it("fails for what cannot be generated, and for a wrong command line", () => {
    const wrong = join(folder, "wrong");
    mkdirSync(wrong);
    writeFileSync(join(wrong, "units.csv"), "unit,kind,style,expect\nown,wsdl,mixed,ok\n");
    writeFileSync(join(wrong, "manifest.csv"), "unit,role,file\nown,entry,a.wsdl\n");
    writeFileSync(join(wrong, "a.wsdl"), WSDL.replace('type="xs:date"', 'type="xs:dates"'));
    const { status, text } = run(wrong, "--no-xerces");
    expect(text).toContain("✖ own: not generated");
    expect(status).toBe(1);
    expect(run("--wrong").status).toBe(2);
  });

  it.skipIf(!existsSync(CORPUS))("passes a sample of the corpus", () => {
    const { text } = run("--sample", "12", "--no-xerces");
    expect(text).toMatch(/ passed, 0 failed\n$/);
  });
});

describe("instances", () => {
  const model: Model = loadModelFrom([{ file: "all.wsdl", content: WSDL }]);
  const all = (name: string, shape: Partial<MessageShape> = {}): Instance[] => {
    const parts = model.messages.get(`{urn:x}${name}`)?.parts ?? [];
    const whole: MessageShape = {
      style: "document",
      use: "literal",
      wrapper: { ns: "urn:x", local: "w" },
      parts,
      ...shape,
    };
    return [...new Instances(model).of(whole)];
  };

  it("have every branch, derived type and substitute in one of them, twice what may be repeated, null and the least", () => {
    const values = all("Ask").map((i) => i.value as Record<string, unknown>);
    expect(values.some((v) => typeof v["one"] === "number")).toBe(true);
    expect(values.some((v) => v["one"] === null)).toBe(true);
    const types = values.map((v) => (v["two"] as { $type?: string } | undefined)?.$type);
    expect(types).toEqual(expect.arrayContaining(["Base", "More"]));
    const heads = values.flatMap((v) => (v["head"] ?? []) as { $element: string }[]);
    expect(new Set(heads.map((h) => h.$element))).toEqual(new Set(["head", "other"]));
    expect(values.some((v) => (v["$sequence"] as unknown[] | undefined)?.length === 2)).toBe(true);
    expect(values.some((v) => Array.isArray(v["$any"]) && typeof v["$attributes"] === "object")).toBe(true);
    expect(values.some((v) => Object.keys(v).length === 1)).toBe(true);
  });

  it("tell what should stand on the wire", () => {
    const [first] = all("Ask") as [Instance];
    const [item] = first.items;
    expect(item).toMatchObject({ ns: "urn:x", local: "ask" });
    expect(difference(textOf(item as never), item as never, { encoded: false })).toBeNull();
  });

  it("differ from a text with another name, order, value, attribute or something more", () => {
    const item = {
      ns: "u",
      local: "a",
      attributes: new Map([["{}x", "1"]]),
      content: [{ ns: "", local: "b", attributes: new Map(), content: ["t"] }],
    };
    const compare = (xml: string): string | null => difference(xml, item, { encoded: false });
    expect(compare(`<p:a xmlns:p="u" x="1"><b>t</b></p:a>`)).toBeNull();
    for (const wrong of [
      `<a x="1"><b>t</b></a>`,
      `<p:a xmlns:p="u"><b>t</b></p:a>`,
      `<p:a xmlns:p="u" x="2"><b>t</b></p:a>`,
      `<p:a xmlns:p="u" x="1" y="1"><b>t</b></p:a>`,
      `<p:a xmlns:p="u" x="1"><b>u</b></p:a>`,
      `<p:a xmlns:p="u" x="1"><c>t</c></p:a>`,
      `<p:a xmlns:p="u" x="1"><b>t</b><b>t</b></p:a>`,
      `<p:a xmlns:p="u" x="1"><b>t</b> </p:a>`,
      `<p:a xmlns:p="u" x="1"/>`,
    ]) {
      expect(compare(wrong), wrong).not.toBeNull();
    }
  });
});
