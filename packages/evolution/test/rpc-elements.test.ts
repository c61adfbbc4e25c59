import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare } from "../src/index.ts";

const NS =
  'xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"';

/** An rpc operation whose part refers to an element. */
const rpc = (element: string): Model =>
  loadModelFrom([
    {
      file: "t.wsdl",
      content: `<w:definitions ${NS} targetNamespace="urn:t"><w:types><x:schema targetNamespace="urn:t"><x:element name="a" type="x:string"/><x:element name="b" type="x:string"/></x:schema></w:types><w:message name="Q"><w:part name="p" element="t:${element}"/></w:message><w:portType name="P"><w:operation name="ask"><w:input message="t:Q"/></w:operation></w:portType><w:binding name="B" type="t:P"><s:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/><w:operation name="ask"><s:operation soapAction=""/><w:input><s:body use="literal" namespace="urn:t"/></w:input></w:operation></w:binding><w:service name="S"><w:port name="O" binding="t:B"><s:address location="http://localhost/"/></w:port></w:service></w:definitions>`,
    },
  ]);

describe("a part of rpc that refers to an element", () => {
  it("is another one on the wire when it refers to an element of the same type under another name", () => {
    expect(compare(rpc("a"), rpc("b")).changes.map((c) => [c.id, c.old, c.new, c.sent?.wire])).toEqual([
      ["root-element-changed", "{urn:t}a", "{urn:t}b", "B"],
    ]);
    expect(compare(rpc("a"), rpc("a")).changes).toEqual([]);
  });
});
