import { type ElementDeclaration, loadModelFrom, type Model } from "@coo/wsdl";
import { ParseOption, XmlDocument, XmlError, XsdValidator } from "libxml2-wasm";

/** A schema of namespace `urn:t`, whose prefix is t. */
export function schemaText(inside: string): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">${inside}</xs:schema>`;
}

export function loadSchema(inside: string): Model {
  return loadModelFrom([{ file: "t.xsd", content: schemaText(inside) }]);
}

/** Its element `m`. */
export function message(model: Model): ElementDeclaration {
  return model.schemas.elements.get("{urn:t}m") as ElementDeclaration;
}

/** Elements `m`, one for each of `inside` with each of `attributes`. */
export function documentsOf(inside: readonly string[], attributes: readonly string[] = [""]): string[] {
  const prefixes = 'xmlns:t="urn:t" xmlns:o="urn:o" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return attributes.flatMap((a) => inside.map((text) => `<t:m ${prefixes} ${a}>${text}</t:m>`));
}

/** Every text of up to `length` parts. */
export function wordsOf(parts: readonly string[], length: number): string[] {
  let last = [""];
  const out = [...last];
  for (let n = 0; n < length; n++) {
    last = last.flatMap((word) => parts.map((part) => word + part));
    out.push(...last);
  }
  return out;
}

/** Documents as libxml2 has read them, for many schemas. */
export function parsed(documents: readonly string[]): XmlDocument[] {
  return documents.map((xml) => XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NONET }));
}

/** Which of the documents libxml2 finds valid; `null` where it does not take the schema. */
export function validOnes(documents: readonly XmlDocument[], inside: string): boolean[] | null {
  using schema = XmlDocument.fromString(schemaText(inside));
  try {
    using validator = XsdValidator.fromDoc(schema);
    return documents.map((one) => isValid(validator, one));
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

function isValid(validator: XsdValidator, one: XmlDocument): boolean {
  try {
    validator.validate(one);
    return true;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
