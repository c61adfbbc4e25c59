import { expect, test } from "vitest";
import { loadModelFrom } from "../src/index.ts";

test("reads a schema into components with their places", () => {
  const model = loadModelFrom([
    {
      file: "goods.xsd",
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:g" xmlns="urn:g">
  <xs:element name="goods" type="Goods"/>
  <xs:complexType name="Goods"><xs:sequence>
    <xs:element name="code" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType>
</xs:schema>`,
    },
  ]);
  const goods = model.schemas.elements.get("{urn:g}goods");
  expect(goods?.at).toEqual({ file: "goods.xsd", line: 2, column: 3 });
  expect(goods?.type).toBe(model.schemas.types.get("{urn:g}Goods"));
});
