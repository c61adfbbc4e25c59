import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare, type Report } from "../src/index.ts";

const SOAP = "http://schemas.xmlsoap.org/soap/http";

/** A port type in two bindings of one SOAP version, with the operations `ask` of these inputs. */
function service(inputs: readonly ("first" | "second")[]): Model {
  const name = (input: string): string => (inputs.length > 1 ? ` name="${input}"` : "");
  const messages = ["first", "second"].map(
    (m) => `<wsdl:message name="${m}"><wsdl:part name="body" element="t:${m}"/></wsdl:message>`,
  );
  const operations = inputs.map(
    (m) => `<wsdl:operation name="ask"><wsdl:input${name(m)} message="t:${m}"/></wsdl:operation>`,
  );
  const bindings = ["one", "two"].map(
    (b) =>
      `<wsdl:binding name="${b}" type="t:p"><soap:binding style="document" transport="${SOAP}"/>${inputs
        .map(
          (m) =>
            `<wsdl:operation name="ask"><soap:operation soapAction="urn:${b}:${m}"/><wsdl:input${name(m)}><soap:body use="literal"/></wsdl:input></wsdl:operation>`,
        )
        .join("")}</wsdl:binding>`,
  );
  return loadModelFrom([
    {
      file: "s.wsdl",
      entry: true,
      content: `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><wsdl:types><xs:schema targetNamespace="urn:t"><xs:element name="first" type="xs:string"/><xs:element name="second" type="xs:int"/></xs:schema></wsdl:types>${messages.join("")}<wsdl:portType name="p">${operations.join("")}</wsdl:portType>${bindings.join("")}</wsdl:definitions>`,
    },
  ]);
}

const told = ({ changes }: Report): string[] => changes.map((c) => `${c.id} ${c.component}`).sort();

describe("two operations of one name, in several bindings", () => {
  it.each(["first", "second"] as const)("come and go as an overload of each binding, beside %s", (kept) => {
    const [single, both] = [service([kept]), service(["first", "second"])];
    const other = kept === "first" ? "second" : "first";
    expect(told(compare(single, both))).toEqual([
      `operation-overloaded one.ask(${other})`,
      `operation-overloaded two.ask(${other})`,
    ]);
    expect(told(compare(both, single))).toEqual([
      `operation-removed one.ask(${other})`,
      `operation-removed two.ask(${other})`,
    ]);
  });
});
