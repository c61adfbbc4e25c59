import { XmlDocument, type XmlElement, XmlValidateError, XsdValidator } from "libxml2-wasm";
import type { AttackValue } from "./corpus.ts";
import { type FieldKey, schemaOf, type Vocabulary } from "./vocabulary.ts";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** What an independent reader and validator make of a request. */
export type Reading =
  /** Must be refused. */
  | { readonly verdict: "reject"; readonly why: string }
  /** May be accepted with this value. */
  | { readonly verdict: "value"; readonly value: AttackValue }
  /** No judge: libxml2 departs from the specification here. */
  | { readonly verdict: "unknown" };

/** libxml2 with the schema of a vocabulary. */
export class Oracle {
  readonly #vocabulary: Vocabulary;
  readonly #validator: XsdValidator;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#validator = XsdValidator.fromDoc(XmlDocument.fromString(schemaOf(vocabulary)));
  }

  read(bytes: Uint8Array): Reading {
    let document: XmlDocument;
    try {
      document = XmlDocument.fromBuffer(bytes);
    } catch (error) {
      const why = String((error as Error).message).trim();
      return /is not a valid URI|is not absolute/.test(why) ? { verdict: "unknown" } : { verdict: "reject", why };
    }
    try {
      return this.#message(document);
    } finally {
      document.dispose();
    }
  }

  #message(document: XmlDocument): Reading {
    if (document.dtd !== null) return { verdict: "reject", why: "it has a DOCTYPE" };
    const bodies = document.find("/s:Envelope/s:Body", { s: SOAP });
    const [operation, second] = document.find("/s:Envelope/s:Body/*", { s: SOAP }) as XmlElement[];
    if (bodies.length !== 1 || operation === undefined || second !== undefined)
      return { verdict: "reject", why: "there is not one Body with one child" };
    if (operation.name !== this.#vocabulary.operation || operation.namespaceUri !== this.#vocabulary.namespace)
      return { verdict: "reject", why: "it is another operation" };
    try {
      this.#validator.validate(operation);
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return { verdict: "reject", why: error.message.trim() };
    }
    const data = (operation.find("*") as XmlElement[])[0] as XmlElement;
    return { verdict: "value", value: this.#value(data) };
  }

  #value(data: XmlElement): AttackValue {
    const keys = new Map(Object.entries(this.#vocabulary.fields).map(([key, name]) => [name, key as FieldKey]));
    const value: Record<string, unknown> = {};
    for (const attribute of data.attrs) if (attribute.namespaceUri === "") value["channel"] = attribute.value;
    for (const child of data.find("*") as XmlElement[]) {
      const key = keys.get(child.name) ?? child.name;
      const nil = /^(?:1|true)$/.test(xsi(child, "nil")?.trim() ?? "");
      if (key === "tag") value["tags"] = [...((value["tags"] as string[] | undefined) ?? []), child.content];
      else if (key === "party") value["party"] = party(child);
      else value[key] = nil ? null : child.content;
    }
    return value;
  }
}

function xsi(element: XmlElement, name: string): string | undefined {
  return element.attrs.find((a) => a.namespaceUri === XSI && a.name === name)?.value;
}

function party(element: XmlElement): AttackValue {
  const type = (xsi(element, "type") ?? "").trim();
  const inner = Object.fromEntries((element.find("*") as XmlElement[]).map((c) => [c.name, c.content]));
  return { "xsi:type": type.slice(type.indexOf(":") + 1), ...inner };
}
