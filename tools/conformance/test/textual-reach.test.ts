import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { compare } from "@coo/evolution";
import { isWsdlError, loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { CORPUS } from "../src/harness/corpus-units.ts";
import { type Document, parseXmlDocument, serializeToWellFormedString } from "../src/mutate/dom.ts";
import { textualReach } from "../src/mutate/textual-reach.ts";
import { serviceFiles } from "../src/mutate/try-service.ts";

const XS = "http://www.w3.org/2001/XMLSchema";
/** Descriptions in one document; larger ones say the same at length. */
const MAX_BYTES = 60_000;
const TYPES_OF_A_FILE = 6;

function load(file: string, content: string): Model | null {
  try {
    return loadModelFrom([{ file, content, entry: true }]);
  } catch (error) {
    if (isWsdlError(error)) return null;
    throw error;
  }
}

/** Adds a required element to the first group of elements of a type; `null` where there is none. */
function withElement(document: Document, type: string): string | null {
  for (const e of document.getElementsByTagNameNS(XS, "complexType")) {
    if (e.getAttribute("name") !== type) continue;
    const [group] = [...e.getElementsByTagNameNS(XS, "sequence"), ...e.getElementsByTagNameNS(XS, "all")];
    if (group === undefined) return null;
    const prefix = group.prefix === null ? "" : `${group.prefix}:`;
    const made = document.createElementNS(XS, `${prefix}element`);
    made.setAttribute("name", "addedForTheTest");
    made.setAttribute("type", `${prefix}string`);
    group.appendChild(made);
    return serializeToWellFormedString(document);
  }
  return null;
}

/** Operations to which the text leads and the engine does not, when a type gets an element. */
function missed(text: string): { readonly tried: number; readonly missed: string[] } {
  const before = load("s.wsdl", text);
  let tried = 0;
  const out: string[] = [];
  if (before !== null)
    for (const [type, operations] of textualReach(parseXmlDocument(text))) {
      if (tried === TYPES_OF_A_FILE) break;
      const changed = withElement(parseXmlDocument(text), type);
      const after = changed === null ? null : load("s.wsdl", changed);
      if (after === null) continue;
      tried++;
      const told = new Set(
        compare(before, after).changes.flatMap((c) =>
          c.operations.map((o) => o.operation.replace(/^.*?\./, "").replace(/\(.*$/, "")),
        ),
      );
      for (const operation of operations) if (!told.has(operation)) out.push(`${type}: ${operation}`);
    }
  return { tried, missed: out };
}

describe("operations that a change leads to, by the engine and by the text", () => {
  it("are the same in descriptions with a hierarchy, groups, heads, and arrays of the SOAP encoding", () => {
    const wsdl = (types: string, part: string): string =>
      `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:t="urn:t" xmlns:xs="${XS}" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" targetNamespace="urn:t"><wsdl:types><xs:schema targetNamespace="urn:t"><xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/><xs:complexType name="T"><xs:sequence/></xs:complexType>${types}</xs:schema></wsdl:types><wsdl:message name="m"><wsdl:part name="p" ${part}/></wsdl:message><wsdl:portType name="p"><wsdl:operation name="send"><wsdl:input message="t:m"/></wsdl:operation></wsdl:portType></wsdl:definitions>`;
    const cases = [
      wsdl("", 'type="t:T"'),
      wsdl(
        '<xs:complexType name="L"><xs:complexContent><xs:restriction base="e:Array"><xs:attribute ref="e:arrayType" wsdl:arrayType="t:T[]"/></xs:restriction></xs:complexContent></xs:complexType>',
        'type="t:L"',
      ),
      wsdl(
        '<xs:complexType name="D"><xs:complexContent><xs:extension base="t:T"><xs:sequence/></xs:extension></xs:complexContent></xs:complexType>',
        'type="t:D"',
      ),
      wsdl(
        '<xs:element name="h"/><xs:element name="s" substitutionGroup="t:h" type="t:T"/><xs:group name="g"><xs:sequence><xs:element ref="t:h"/></xs:sequence></xs:group><xs:element name="r"><xs:complexType><xs:group ref="t:g"/></xs:complexType></xs:element>',
        'element="t:r"',
      ),
    ];
    for (const text of cases) {
      expect(textualReach(parseXmlDocument(text)).get("T")).toEqual(new Set(["send"]));
      const found = missed(text);
      expect(found.missed).toEqual([]);
      expect(found.tried).toBeGreaterThan(0);
    }
  });

  it.skipIf(!existsSync(CORPUS))("are the same in a sample of the corpus", { timeout: 120_000 }, () => {
    let tried = 0;
    const out: string[] = [];
    for (const file of serviceFiles(undefined)) {
      const text = readFileSync(file, "utf8");
      if (text.length > MAX_BYTES || /<(?:\w+:)?(?:import|include)\b[^>]*\b(?:schemaLocation|location)=/.test(text))
        continue;
      const found = missed(text);
      tried += found.tried;
      out.push(...found.missed.map((m) => `${basename(dirname(file))}/${basename(file)} ${m}`));
    }
    expect(out).toEqual([]);
    expect(tried).toBeGreaterThan(150);
  });
});
