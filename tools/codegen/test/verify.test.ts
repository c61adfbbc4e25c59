import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareSets } from "../src/diff/compare-sets.ts";
import { run } from "../src/run.ts";
import { libxmlJudge } from "../src/verify/libxml.ts";
import { verifyPair } from "../src/verify/verify-pair.ts";
import { hasXerces } from "../src/verify/xerces.ts";

const home = mkdtempSync(join(tmpdir(), "coo 核对 "));
afterAll(() => rmSync(home, { recursive: true }));

let sets = 0;
/** A service with the request `Ask` (an element) in a document of its own, and an rpc-like part of a type. */
function set(length: number, rest = ""): string {
  const folder = join(home, `set ${++sets}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "g.xsd"),
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:g" elementFormDefault="qualified"><xs:element name="Ask"><xs:complexType><xs:sequence>
<xs:element name="code"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType></xs:element>${rest}
</xs:sequence></xs:complexType></xs:element></xs:schema>`,
  );
  writeFileSync(
    join(folder, "s.wsdl"),
    `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:s" xmlns:g="urn:g" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:s">
<w:types><xs:schema targetNamespace="urn:s"><xs:import namespace="urn:g" schemaLocation="g.xsd"/><xs:element name="Answer" type="xs:int"/></xs:schema></w:types>
<w:message name="In"><w:part name="p" element="g:Ask"/></w:message><w:message name="Out"><w:part name="p" element="t:Answer"/></w:message>
<w:portType name="P"><w:operation name="ask"><w:input message="t:In"/><w:output message="t:Out"/></w:operation></w:portType>
<w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="ask"><s:operation soapAction="ask"/><w:input><s:body use="literal"/></w:input><w:output><s:body use="literal"/></w:output></w:operation></w:binding>
<w:service name="S"><w:port name="Q" binding="t:B"><s:address location="http://127.0.0.1/"/></w:port></w:service></w:definitions>`,
  );
  return folder;
}

async function verify(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const code = await run(["verify", ...args], { out: (t) => void (out += t), err: (t) => void (err += t) });
  return { code, out, err };
}

const ten = set(10);
const eight = set(8);

describe("coo-codegen verify", () => {
  it("finds an example for what is called breaking, and none against what is called compatible", async () => {
    const { code, out } = await verify(ten, eight, "--no-xerces");
    expect(code).toBe(0);
    expect(out).toMatch(/^得到支持 supported {2}Q \{urn:g\}Ask {2}L N W B {2}B\.ask\n {2}libxml2: <n:Ask /);
    expect(out).toContain("被反驳 contradicted 0");
    expect((await verify(ten, eight, "--no-xerces")).out).toBe(out);
    const back = JSON.parse((await verify(eight, ten, "--no-xerces", "--json")).out);
    expect(back.verdicts).toContainEqual(
      expect.objectContaining({
        direction: "Q",
        root: "{urn:g}Ask",
        L: "W",
        wire: "C",
        finding: "supported",
        example: null,
      }),
    );
    expect(back.judges).toEqual(["libxml2"]);
  });

  it("contradicts a verdict that is not true, in both directions", async () => {
    const comparison = compareSets(ten, eight);
    const libxml = await libxmlJudge();
    for (const direction of ["Q", "R"] as const) {
      const lie = { ...comparison.report.messages[0], direction, root: "{urn:g}Ask", wire: "C" } as never;
      const [old, now] = direction === "Q" ? [comparison.old, comparison.new] : [comparison.new, comparison.old];
      const report = { ...comparison.report, messages: [lie] };
      const { verdicts } = verifyPair({ old, new: now, report }, { samples: 60, seed: 1, libxml, xerces: false });
      expect(verdicts[0]?.finding).toBe("contradicted");
      expect(verdicts[0]?.example?.document).toContain("<n:code");
    }
  });

  it("says what it could not show, or not judge", async () => {
    const { report, old, new: now } = compareSets(ten, ten);
    const [message] = report.messages;
    const messages = [
      { ...message, wire: "B" },
      { ...message, root: "{urn:g}Nothing" },
    ] as never;
    const { verdicts } = verifyPair(
      { old, new: now, report: { ...report, messages } },
      { samples: 20, seed: 1, libxml: await libxmlJudge(), xerces: false },
    );
    expect(verdicts.map((v) => v.finding)).toEqual(["not-shown", "not-judged"]);
    const file = join(home, "empty.xsd");
    writeFileSync(file, '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>');
    expect((await verify(file, file, "--no-xerces")).out).toContain("there is no message to judge");
  });

  it("ends with 2 for a wrong command line and with 3 for wrong documents", async () => {
    expect((await verify(ten)).code).toBe(2);
    expect((await verify(ten, eight, "--samples", "0")).code).toBe(2);
    expect((await verify(ten, set(-1))).code).toBe(3);
  });

  it.skipIf(!hasXerces())("asks the JDK's Xerces as well", async () => {
    const { verdicts, judges } = JSON.parse((await verify(ten, eight, "--json", "--samples", "20")).out);
    expect(judges).toEqual(["libxml2", "Xerces"]);
    expect(verdicts.every((v: { finding: string }) => v.finding === "supported")).toBe(true);
  });
});
