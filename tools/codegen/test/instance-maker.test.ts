import { type ElementDeclaration, loadModelFrom } from "@coo/wsdl";
import { expect, it } from "vitest";
import { InstanceMaker } from "../src/verify/instance-maker.ts";
import { Random } from "../src/verify/random.ts";

it("ends a document that its schema lets double with each level", () => {
  const model = loadModelFrom([
    {
      file: "t.xsd",
      content:
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"><xs:element name="root" type="t:T"/><xs:complexType name="T"><xs:sequence><xs:element name="inner" type="t:T" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType></xs:schema>',
    },
  ]);
  const maker = new InstanceMaker(model, new Random(1));
  const document = maker.document(model.schemas.elements.get("{urn:t}root") as ElementDeclaration);
  expect(document.match(/<inner>/g)?.length).toBe(4999);
  // The next document starts anew.
  expect(maker.document(model.schemas.elements.get("{urn:t}root") as ElementDeclaration)).toBe(document);
});
