import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare, type Report } from "../src/index.ts";

const ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
const GOODS =
  '<xs:complexType name="Goods"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>';

/** An rpc/encoded operation `send` whose argument is an array that only wsdl:arrayType describes. */
function service(types: string, arrayType = "t:Goods[]", inside = ""): Model {
  const body = `<soap:body use="encoded" namespace="urn:t" encodingStyle="${ENCODING}"/>`;
  return loadModelFrom([
    {
      file: "s.wsdl",
      entry: true,
      content: `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:t" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:e="${ENCODING}" targetNamespace="urn:t"><wsdl:types><xs:schema targetNamespace="urn:t"><xs:import namespace="${ENCODING}"/>${types}<xs:complexType name="List"><xs:complexContent><xs:restriction base="e:Array">${inside}<xs:attribute ref="e:arrayType" wsdl:arrayType="${arrayType}"/></xs:restriction></xs:complexContent></xs:complexType></xs:schema></wsdl:types><wsdl:message name="in"><wsdl:part name="list" type="t:List"/></wsdl:message><wsdl:portType name="p"><wsdl:operation name="send"><wsdl:input message="t:in"/></wsdl:operation></wsdl:portType><wsdl:binding name="b" type="t:p"><soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/><wsdl:operation name="send"><soap:operation soapAction="urn:send"/><wsdl:input>${body}</wsdl:input></wsdl:operation></wsdl:binding></wsdl:definitions>`,
    },
  ]);
}

function told(report: Report): string[] {
  return report.changes
    .filter((c) => c.id !== "lexical-only")
    .map((c) => `${c.id} ${c.component} ${c.operations.map((o) => `${o.operation} ${o.direction}`).join()}`);
}

/** What is said of the one message, both ways. */
function wire(a: Model, b: Model): string {
  return [compare(a, b), compare(b, a)].map((r) => r.messages.map((m) => m.wire).join()).join(" ");
}

const sequence = (...fields: string[]): string =>
  `<xs:complexType name="Goods"><xs:sequence><xs:element name="name" type="xs:string"/>${fields.join("")}</xs:sequence></xs:complexType>`;

describe("arrays of the SOAP encoding", () => {
  const old = service(GOODS);

  it("lead to their items: what changes there breaks the operation", () => {
    const now = service(sequence('<xs:element name="quantity" type="xs:int"/>'));
    expect(told(compare(old, now))).toEqual(["element-required-added {urn:t}Goods/quantity b.send Q"]);
    expect(wire(old, now)).toBe("B B");
    const more = service(sequence('<xs:element name="quantity" type="xs:int" minOccurs="0"/>'));
    expect(told(compare(old, more))).toEqual(["element-optional-added {urn:t}Goods/quantity b.send Q"]);
    expect(wire(old, more)).toBe("C B");
  });

  it.each([
    ["another type", "xs:string[]", "type-replaced {urn:t}List/item b.send Q", "B B"],
    ["another number of dimensions", "t:Goods[,]", "unclassified-change {urn:t}List b.send Q", "C C"],
  ])("tell of %s", (_, arrayType, expected, letters) => {
    const now = service(GOODS, arrayType);
    expect(told(compare(old, now))).toEqual([expected]);
    expect(told(compare(now, old))).toEqual([expected]);
    expect(wire(old, now)).toBe(letters);
  });

  it("tell of arrays that became arrays of arrays", () => {
    const nested = service(GOODS, "t:Goods[][]");
    expect(told(compare(old, nested))).toEqual([
      "type-anonymised {urn:t}List/item b.send Q",
      "element-required-removed {urn:t}List/item/name b.send Q",
      "element-optional-added {urn:t}List/item/item b.send Q",
    ]);
    expect(told(compare(nested, nested))).toEqual([]);
    expect(wire(old, nested)).toBe("B B");
    const deeper = service(sequence('<xs:element name="quantity" type="xs:int"/>'), "t:Goods[][]");
    expect(told(compare(nested, deeper))).toEqual(["element-required-added {urn:t}Goods/quantity b.send Q"]);
  });

  it("tell of a wider and a narrower type of items", () => {
    const [short, int] = [service("", "xs:short[]"), service("", "xs:int[]")];
    expect(told(compare(short, int))).toEqual(["type-widened {urn:t}List/item b.send Q"]);
    expect(told(compare(int, short))).toEqual(["type-narrowed {urn:t}List/item b.send Q"]);
    expect(wire(short, int)).toBe("C B");
  });

  it("hold the same under another name of the item's type", () => {
    const called = (name: string): Model => service(GOODS.replace("Goods", name), `t:${name}[]`);
    const [a, b] = [called("GoodsLine"), called("GoodsLines")];
    expect(told(compare(a, b))).toEqual([
      "type-removed-unused {urn:t}GoodsLine b.send Q",
      "type-added-unused {urn:t}GoodsLines b.send Q",
    ]);
    expect(wire(a, b)).toBe("C C");
  });

  it("may contain themselves", () => {
    const tree = sequence('<xs:element name="parts" type="t:List" minOccurs="0"/>');
    expect(told(compare(service(tree), service(tree)))).toEqual([]);
    const deeper = tree.replace('type="xs:string"', 'type="xs:int"');
    expect(told(compare(service(tree), service(deeper)))).toEqual([
      "type-narrowed-remapped {urn:t}Goods/name b.send Q",
    ]);
    expect(wire(service(tree), service(deeper))).toBe("B C");
  });

  it("are compared as they stand where their items are written out", () => {
    const written = (name: string): string =>
      `<xs:sequence><xs:element name="${name}" type="t:Goods" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>`;
    const [a, b] = [service(GOODS, "t:Goods[]", written("line")), service(GOODS, "xs:int[]", written("line"))];
    expect(told(compare(a, b))).toEqual(["unclassified-change {urn:t}List b.send Q"]);
    const more = service(
      GOODS,
      "t:Goods[]",
      written("line").replace("</xs:s", '<xs:element name="more" type="xs:int"/></xs:s'),
    );
    expect(told(compare(a, more))).toEqual(["element-required-added {urn:t}List/more b.send Q"]);
  });
});
