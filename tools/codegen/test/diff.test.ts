import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../src/run.ts";

const home = mkdtempSync(join(tmpdir(), "coo 比较 "));
afterAll(() => rmSync(home, { recursive: true }));

let sets = 0;
/** A folder with one service; the field `hsCode` has the given facet. */
function set(facet: string, extra = ""): string {
  const folder = join(home, `set ${++sets}`);
  mkdirSync(join(folder, "types"), { recursive: true });
  writeFileSync(
    join(folder, "types", "goods.xsd"),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:g" elementFormDefault="qualified">
  <xs:element name="Ask"><xs:complexType><xs:sequence>
    <xs:element name="hsCode"><xs:simpleType><xs:restriction base="xs:string">${facet}</xs:restriction></xs:simpleType></xs:element>
    ${extra}
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Answer" type="xs:string"/>
</xs:schema>`,
  );
  writeFileSync(
    join(folder, "s.wsdl"),
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:s" xmlns:g="urn:g" targetNamespace="urn:s">
  <w:types><xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:g" schemaLocation="types/goods.xsd"/></xs:schema></w:types>
  <w:message name="In"><w:part name="p" element="g:Ask"/></w:message>
  <w:message name="Out"><w:part name="p" element="g:Answer"/></w:message>
  <w:portType name="Goods"><w:operation name="ask"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
  <w:binding name="GoodsBinding" type="t:Goods"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/>
    <w:operation name="ask"><s:operation soapAction="ask"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
  <w:service name="GoodsService"><w:port name="GoodsPort" binding="t:GoodsBinding"><s:address location="http://127.0.0.1/"/></w:port></w:service>
</w:definitions>`,
  );
  return folder;
}

async function diff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(["diff", ...args], { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

const ten = set('<xs:maxLength value="10"/>');
const eight = set('<xs:maxLength value="8"/>');

function sarifErrors(log: unknown): readonly string[] {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  // The schema says draft 4 and uses nothing of it that later drafts changed, but for the name of its id.
  const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(log) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`);
}

describe("coo-codegen diff", () => {
  it("ends with 1 for a breaking change and says where it stands and whom it hurts", async () => {
    const { code, out } = await diff(ten, eight);
    expect(code).toBe(1);
    expect(out).toContain("max-length-tightened  L N");
    expect(out).toContain("types/goods.xsd:3  GoodsBinding.ask(Q)");
    expect(out).toContain("最大长度收紧: 10 → 8");
    expect(out).toContain("max length lowered: 10 → 8");
    expect(out).not.toContain(home);
  });

  it("ends with 0 when a request is only widened, and with --fail-on any does not", async () => {
    expect((await diff(eight, ten)).code).toBe(0);
    expect((await diff(eight, ten, "--fail-on", "any")).code).toBe(1);
    expect((await diff(ten, eight, "--fail-on", "never")).code).toBe(0);
  });

  it("judges the other way round what is pushed to us", async () => {
    expect((await diff(ten, eight, "--pushed", "Goods", "--fail-on", "breaking")).code).toBe(0);
    expect((await diff(eight, ten, "--pushed", "Goods")).code).toBe(1);
  });

  it("says that there are no changes only when there are none", async () => {
    expect(await diff(ten, set('<xs:maxLength value="10"/>'), "--fail-on", "any")).toMatchObject({
      code: 0,
      out: "没有变更 · no changes\n",
    });
  });

  it("prints JSON by its published schema, the same twice", async () => {
    const extra = '<xs:element name="a" type="xs:int" minOccurs="0"/>';
    const wide = set('<xs:pattern value="[0-9]{8}"/>', extra);
    const { out } = await diff(ten, wide, "--format", "json");
    const validate = new Ajv({ allowUnionTypes: true }).compile(
      JSON.parse(readFileSync(new URL("../../../packages/evolution/report.schema.json", import.meta.url), "utf8")),
    );
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    expect((await diff(ten, wide, "--format", "json")).out).toBe(out);
    expect(JSON.parse(out).changes.map((c: { id: string }) => c.id)).toContain("element-optional-added");
  });

  it("prints SARIF 2.1.0 and Markdown", async () => {
    const sarif = JSON.parse((await diff(ten, eight, "--format", "sarif")).out);
    expect(sarifErrors(sarif)).toEqual([]);
    expect(sarif.runs[0].results[0].level).toBe("error");
    const { out } = await diff(ten, eight, "--format=markdown");
    expect(out).toMatch(/^# 接口变更报告/);
    expect(out).toContain("| ask | 破坏性 breaking (1, L N) | = |");
  });

  it("writes one page with the lines of both documents, and the date that was given", async () => {
    const file = join(home, "report.html");
    const args = ["--format", "html", "--effective", "2026-09-01", "--out", file, "--fail-on", "never"];
    expect(await diff(ten, eight, ...args)).toMatchObject({ code: 0, out: "" });
    const html = readFileSync(file, "utf8");
    expect(html).toContain("types/goods.xsd:3");
    expect(html).toContain("maxLength value=&quot;10&quot;");
    expect(html).toContain("对方于 2026-09-01 切换");
    expect(html).not.toContain(home);
    expect((await diff(ten, eight, "--effective", "soon")).code).toBe(2);
  });

  it("prints annotations for GitHub and as compilers do, with the path from where it runs", async () => {
    const { out } = await diff(ten, eight, "--format", "github");
    expect(out).toMatch(/^::error file=types\/goods\.xsd,line=3,col=\d+,title=max-length-tightened::【ask】请求 /);
    expect((await diff(ten, eight, "--format", "annotations")).out).toMatch(
      /^types\/goods\.xsd:3:\d+: error: 【ask】请求 .*\[max-length-tightened\]\n$/,
    );
    expect((await diff(eight, ten, "--format", "annotations")).out).toMatch(/: note: /);
  });

  it("ends with 3 for documents that are not valid, with 2 for a wrong command line, and claims nothing", async () => {
    const broken = set('<xs:maxLength value="ten"/>');
    for (const [expected, args] of [
      [3, [ten, broken]],
      [2, [ten]],
      [2, [ten, join(home, "nowhere")]],
      [2, [ten, eight, "--format", "xml"]],
    ] as const) {
      const { code, out, err } = await diff(...args);
      expect(code, args.join(" ")).toBe(expected);
      expect(out).toBe("");
      expect(err).toMatch(/\p{Script=Han}/u);
      expect(err).not.toContain("no changes");
    }
  });
});
