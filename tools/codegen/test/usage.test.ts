import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.ts";
import { schema, workspace } from "./support/workspace.ts";

const SOAP = `xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"`;
const wsdl = (
  types: string,
): string => `<wsdl:definitions ${SOAP} xmlns:t="urn:example:test" targetNamespace="urn:example:test">
<wsdl:types>${types.replace(/<\?xml[^>]*\?>\n/, "")}</wsdl:types>
<wsdl:message name="In"><wsdl:part name="p" element="t:ask"/></wsdl:message>
<wsdl:message name="Out"><wsdl:part name="p" element="t:answer"/></wsdl:message>
<wsdl:portType name="Port"><wsdl:operation name="ask"><wsdl:input message="t:In"/><wsdl:output message="t:Out"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="B" type="t:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="ask"><soap:operation soapAction=""/>
<wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output></wsdl:operation></wsdl:binding>
<wsdl:service name="S"><wsdl:port name="P" binding="t:B"><soap:address location="http://localhost/"/></wsdl:port></wsdl:service></wsdl:definitions>`;

function types(body: string): string {
  const folder = workspace({ "a.wsdl": wsdl(schema(body)) });
  const { files } = generate({ entries: [join(folder, "a.wsdl")] });
  return [...files].find(([name]) => name === "test.ts")?.[1] ?? "";
}

const flag = `<xs:simpleType name="Flag"><xs:restriction base="xs:string"><xs:enumeration value="0"/><xs:enumeration value="1"/></xs:restriction></xs:simpleType>`;

describe("views", () => {
  it("closes enumerations in what is sent and opens them in what is read", () => {
    const text =
      types(`${flag}<xs:element name="ask"><xs:complexType><xs:sequence><xs:element name="f" type="t:Flag"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="answer"><xs:complexType><xs:sequence><xs:element name="f" type="t:Flag"/></xs:sequence></xs:complexType></xs:element>`);
    expect(text).toMatch(/export interface Ask \{[^}]*f: Flag;/);
    expect(text).toMatch(/export interface Answer \{[^}]*f: Open<Flag>;/);
    expect(text).not.toContain("AskRead");
  });

  it("opens a listed value that is a whole message where it is read, also when it is sent as well", () => {
    const service = (ask: string, answer: string): string => {
      const folder = workspace({
        "a.wsdl": wsdl(schema(`${flag}<xs:element name="ask" type="t:Flag"/><xs:element name="answer" type="t:Flag"/>`))
          .replace("t:ask", `t:${ask}`)
          .replace("t:answer", `t:${answer}`),
      });
      const { files } = generate({ entries: [join(folder, "a.wsdl")] });
      return [...files.values()].join("\n");
    };
    expect(service("ask", "ask")).toMatch(/OperationDescriptor<Flag, Open<Flag>, "call">/);
    expect(service("ask", "ask")).toMatch(/AskReadMessage: MessageDescriptor<Open<Flag>>/);
    const apart = service("ask", "answer");
    expect(apart).toMatch(/OperationDescriptor<Flag, Open<Flag>, "call">/);
    expect(apart).toMatch(/AnswerMessage: MessageDescriptor<Open<Flag>>/);
    expect(apart).not.toContain("ReadMessage");
  });

  it("splits a type used both ways, and those that contain it", () => {
    const text =
      types(`${flag}<xs:complexType name="Inner"><xs:sequence><xs:element name="f" type="t:Flag"/></xs:sequence></xs:complexType>
      <xs:complexType name="Outer"><xs:sequence><xs:element name="inner" type="t:Inner"/></xs:sequence></xs:complexType>
      <xs:element name="ask" type="t:Outer"/><xs:element name="answer" type="t:Outer"/>`);
    expect(text).toMatch(/export interface InnerRead \{[^}]*f: Open<Flag>;/);
    expect(text).toMatch(/export interface OuterRead \{[^}]*inner: InnerRead;/);
    expect(text).toContain("export const AnswerReadMessage: MessageDescriptor<OuterRead>");
    expect(text.match(/export const OuterDescriptor/g)).toHaveLength(1);
  });

  it("leaves a type used both ways alone when both views say the same", () => {
    const text =
      types(`<xs:complexType name="Outer"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>
      <xs:element name="ask" type="t:Outer"/><xs:element name="answer" type="t:Outer"/>`);
    expect(text).not.toContain("OuterRead");
  });

  it("fills attribute defaults on reading", () => {
    const text =
      types(`<xs:element name="ask"><xs:complexType><xs:attribute name="v" type="xs:string" default="1.0"/></xs:complexType></xs:element>
      <xs:element name="answer"><xs:complexType><xs:attribute name="v" type="xs:string" default="1.0"/></xs:complexType></xs:element>`);
    expect(text).toMatch(/export interface Ask \{[^}]*v\?: string;/);
    expect(text).toMatch(/export interface Answer \{[^}]*v: string;/);
  });

  it("writes fixed values as literal types in both views", () => {
    const text =
      types(`<xs:element name="ask"><xs:complexType><xs:sequence><xs:element name="v" type="xs:string" fixed="1.0"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="answer"><xs:complexType><xs:sequence><xs:element name="v" type="xs:string" fixed="1.0"/></xs:sequence></xs:complexType></xs:element>`);
    expect(text.match(/v: "1.0";/g)).toHaveLength(2);
  });
});
