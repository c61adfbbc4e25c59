import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare, type Report } from "../src/index.ts";

const FAULT = '<soap:headerfault message="t:fault" part="reason" use="literal"/>';

/** An operation `send` with a header, errors about which come in a header block `reason`. */
function service({ inHeader = FAULT, reason = "xs:string", element = "reason" } = {}): Model {
  const message = (name: string, part: string): string =>
    `<wsdl:message name="${name}"><wsdl:part name="${part}" element="t:${part === "reason" ? element : part}"/></wsdl:message>`;
  return loadModelFrom([
    {
      file: "s.wsdl",
      entry: true,
      content: `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><wsdl:types><xs:schema targetNamespace="urn:t"><xs:element name="body" type="xs:string"/><xs:element name="head" type="xs:string"/><xs:element name="${element}" type="${reason}"/></xs:schema></wsdl:types>${message("in", "body")}${message("header", "head")}${message("fault", "reason")}<wsdl:portType name="p"><wsdl:operation name="send"><wsdl:input message="t:in"/></wsdl:operation></wsdl:portType><wsdl:binding name="b" type="t:p"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="send"><soap:operation soapAction="urn:send"/><wsdl:input><soap:header message="t:header" part="head" use="literal">${inHeader}</soap:header><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding></wsdl:definitions>`,
    },
  ]);
}

function told(report: Report): string[] {
  return report.changes.map(
    (c) => `${c.id} ${c.component} ${c.operations.map((o) => `${o.operation} ${o.direction}`).join()}`,
  );
}

const verdicts = (report: Report): string[] => report.messages.map((m) => `${m.root} ${m.direction} ${m.wire}`).sort();

describe("header blocks that report errors about headers", () => {
  it("come and go as faults, which are read", () => {
    const [without, withFault] = [service({ inHeader: "" }), service()];
    expect(told(compare(without, withFault))).toEqual(["fault-added b.send b.send R"]);
    expect(told(compare(withFault, without))).toEqual(["fault-removed b.send b.send R"]);
    expect(told(compare(withFault, withFault))).toEqual([]);
  });

  it("lead to what they hold", () => {
    const [text, number] = [service(), service({ reason: "xs:int" })];
    expect(told(compare(number, text))).toEqual(["type-widened-remapped {urn:t}reason b.send R"]);
    expect(verdicts(compare(number, text))).toContain("{urn:t}reason R B");
    expect(verdicts(compare(text, number))).toContain("{urn:t}reason R C");
  });

  it("are known by their element: another one is another fault", () => {
    const ids = compare(service(), service({ element: "cause" })).changes.map((c) => c.id);
    expect(ids).toContain("fault-added");
    expect(ids).toContain("fault-removed");
  });
});
