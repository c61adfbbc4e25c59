import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import {
  type BindingDescriptor,
  bindingFor,
  buildRequest,
  buildResponse,
  decodeBody,
  decodeElement,
  ENVELOPE_NS,
  encodeBody,
  encodeElement,
  type HeadField,
  type MessageDescriptor,
  type OperationDescriptor,
  type ReadMessage,
  readRequest,
  readResponse,
  resolveWireProfile,
  type ServiceDescriptor,
  type WireProfile,
} from "@coo/soap";
import { EOF, START, XmlReader } from "@coo/xml";
import type * as z from "zod";
import { issueOf } from "./examine.ts";
import type { Feature, FeatureCase } from "./feature.ts";
import { type Judge, withLibxmlOf } from "./judge.ts";

type Operation = OperationDescriptor<unknown, unknown>;
type Part = NonNullable<BindingDescriptor["headers"]>[number];

/** Code of a service feature, loaded. */
interface LoadedService {
  readonly services: readonly ServiceDescriptor[];
  readonly schemas: Readonly<Record<string, unknown>>;
}

/**
 * Reads and writes every envelope of a service with generated code. Envelopes are named `<operation>.<kind>[.<what>].xml`,
 * kind being `request`, `response` or `fault`; what stands in their bodies is judged by libxml2.
 *
 * @returns What is wrong, by name of the case.
 */
export async function examineService(
  feature: Feature,
  out: string,
  files: Iterable<string>,
): Promise<Map<string, string>> {
  const code = await loadService(out, [...files]);
  const wrong = new Map<string, string>();
  withLibxmlOf(judgeDocuments(feature), "judge.xsd", (judge) => {
    for (const c of feature.cases) {
      const verdict = judge(c.xml);
      const known = feature.note.judge ?? {};
      const agrees = (verdict === null) === (c.refused === null);
      if (agrees && c.name in known) wrong.set(c.name, "the judge is right after all");
      if (!agrees && !(c.name in known)) {
        wrong.set(c.name, verdict === null ? "the judge accepts it" : `the judge refuses it: ${verdict}`);
        continue;
      }
      const failure = failureOf(c, code, c.name in known ? null : judge);
      if (failure !== null) wrong.set(c.name, failure);
    }
  });
  return wrong;
}

/** With a manifest each package has services and schemas of its own. */
async function loadService(out: string, files: readonly string[]): Promise<LoadedService> {
  const load = async (name: string): Promise<[string, unknown][]> => {
    const found = files.filter((file) => file === name || file.endsWith(`/${name}`));
    const modules = await Promise.all(
      found.map((file) => import(/* @vite-ignore */ pathToFileURL(join(out, file)).href) as Promise<object>),
    );
    return modules.flatMap((module) => Object.entries(module));
  };
  const services = (await load("services.ts")).map(([, value]) => value as ServiceDescriptor);
  return {
    services: services.filter((value) => value.k === "service"),
    schemas: Object.fromEntries(await load("schema.ts")),
  };
}

/** `valid/<operation>.<kind>[.<what>].xml` taken apart. */
function partsOf(name: string): { operation: string; kind: string } {
  const [operation = "", kind = ""] = name.slice(name.indexOf("/") + 1).split(".");
  return { operation, kind };
}

function failureOf(c: FeatureCase, { services, schemas }: LoadedService, judge: Judge | null): string | null {
  const { operation: key, kind } = partsOf(c.name);
  const operation = services.map((s) => s.operations[key]).find((o) => o !== undefined) as Operation | undefined;
  if (!operation) return `there is no operation ${key}`;
  const soapVersion = c.xml.includes(ENVELOPE_NS["1.2"]) ? "1.2" : "1.1";
  const wire = resolveWireProfile({ soapVersion });
  const bytes = new TextEncoder().encode(c.xml);
  let first: Read;
  try {
    first = read(bytes, kind, operation, wire, services);
  } catch (error) {
    const issue = issueOf(error);
    if (c.refused && issue.code === c.refused.code && issue.element === c.refused.element) return null;
    const wanted = c.refused ? `, not ${c.refused.code} at ${c.refused.element}` : "";
    return `refused: ${issue.code} at ${issue.element}${wanted}: ${issue.message}`;
  }
  if (c.refused) return "accepted";
  if (kind === "fault") return null;
  try {
    const message = kind === "request" ? operation.request : operation.response;
    const parsed = (schemas[`${message.name}Schema`] as z.ZodType | undefined)?.safeParse(first.value);
    if (parsed && !parsed.success) return `the zod schema refuses it: ${JSON.stringify(parsed.error.issues[0])}`;
    const written = write(first, kind, operation, wire);
    const text = new TextDecoder().decode(written);
    const verdict = judge?.(text) ?? null;
    if (verdict !== null) return `written as what the judge refuses: ${verdict}: ${text}`;
    const second = read(written, kind, operation, wire, services);
    if (!isDeepStrictEqual(second, first)) return `another value when read again: ${text}`;
    if (new TextDecoder().decode(write(second, kind, operation, wire)) !== text)
      return "other bytes when written again";
    return null;
  } catch (error) {
    const issue = issueOf(error);
    return `not written back: ${issue.code} at ${issue.element}: ${issue.message}`;
  }
}

/** What stands in an envelope. */
interface Read {
  readonly value: unknown;
  readonly head: readonly HeadField[];
}

function read(
  bytes: Uint8Array,
  kind: string,
  operation: Operation,
  wire: WireProfile,
  services: readonly ServiceDescriptor[],
): Read {
  const headers = { "content-type": wire.soapVersion === "1.1" ? "text/xml" : "application/soap+xml" };
  if (kind === "request") {
    const message = readRequest(bytes, headers, { wire, services });
    checkHeaders(message, bindingFor(operation, wire)?.headers ?? []);
    return { value: decodeBody(operation, wire, "request", message).value, head: message.head };
  }
  const answer = readResponse(bytes, headers, kind === "fault" ? 500 : 200, { wire, operation });
  if (kind === "response") {
    if (answer.kind === "fault") throw new Error(`a fault: ${answer.fault.reason}`);
    return { value: decodeBody(operation, wire, "response", answer).value, head: answer.head };
  }
  if (answer.kind !== "fault") throw new Error("no fault");
  return { value: faultOf(answer.fault.detail ?? "", operation), head: [] };
}

/** Header blocks that the binding declares are read and written by the descriptors of their parts. */
function checkHeaders(message: ReadMessage, parts: readonly Part[]): void {
  for (const { name, ns, xml } of message.headerBlocks) {
    const part = parts.find(({ element }) => element?.name === name && element.ns === ns);
    if (!part) continue;
    const block: MessageDescriptor<unknown> = { k: "message", name, type: part.type, element: { name, ns } };
    const { value } = decodeElement(block, xml);
    if (!isDeepStrictEqual(decodeElement(block, encodeElement(block, value)).value, value))
      throw new Error(`the header ${name} is another when read again`);
  }
}

/** The fault's detail, as one of the declared faults; written again it must say the same. */
function faultOf(detail: string, operation: Operation): unknown {
  const reader = new XmlReader(detail);
  for (let starts = 0; starts < 2; ) {
    const event = reader.next();
    if (event === EOF) throw new Error(`nothing in the detail: ${detail}`);
    if (event === START) starts++;
  }
  const fault = operation.faults?.find(({ element }) => element?.name === reader.local && element.ns === reader.ns);
  if (!fault) throw new Error(`no declared fault: ${detail}`);
  const { value } = decodeElement(fault, reader);
  const again = decodeElement(fault, encodeElement(fault, value)).value;
  if (!isDeepStrictEqual(again, value)) throw new Error("the fault is another when read again");
  return value;
}

function write({ value, head }: Read, kind: string, operation: Operation, wire: WireProfile): Uint8Array {
  const side = kind === "request" ? "request" : "response";
  const bodyText = encodeBody(operation, wire, side, value);
  const message = { operation, wire, head, bodyText };
  return side === "request" ? buildRequest(message).body : buildResponse(message).body;
}

/**
 * What libxml2 judges envelopes by: `wire.xsd` beside the service, written by hand, or else the schemas inside the WSDL.
 * What stands in a Body must be declared there.
 */
function judgeDocuments(feature: Feature): Record<string, Uint8Array> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const documents: Record<string, Uint8Array> = {};
  const imports: string[] = [];
  const includes: string[] = [];
  const add = (file: string, text: string): void => {
    const ns = /<(?:\w+:)?schema\b[^>]*\stargetNamespace="([^"]*)"/.exec(text)?.[1];
    documents[file] = encode(text);
    // What is in no namespace must belong to the judge's own schema: libxml2 looks for it nowhere else.
    if (ns === undefined) includes.push(`<xs:include schemaLocation="${file}"/>`);
    else imports.push(`<xs:import namespace="${ns}" schemaLocation="${file}"/>`);
  };
  const own = join(feature.folder, "wire.xsd");
  if (existsSync(own)) {
    add("wire.xsd", readFileSync(own, "utf8"));
    for (const file of readdirSync(feature.folder).filter((name) => name.endsWith(".xsd") && name !== "wire.xsd"))
      add(file, readFileSync(join(feature.folder, file), "utf8"));
  } else {
    const wsdl = readFileSync(feature.entry, "utf8");
    for (const [i, found] of [...wsdl.matchAll(/<(\w+:)?schema\b[^]*?<\/\1schema>/g)].entries())
      add(`inline${i}.xsd`, withDeclarations(found[0], wsdl));
  }
  for (const [version, ns] of Object.entries(ENVELOPE_NS)) {
    documents[`envelope${version}.xsd`] = encode(envelopeSchema(ns));
    imports.push(`<xs:import namespace="${ns}" schemaLocation="envelope${version}.xsd"/>`);
  }
  documents["judge.xsd"] = encode(`<xs:schema xmlns:xs="${XS}">${includes.join("")}${imports.join("")}</xs:schema>`);
  return documents;
}

const XS = "http://www.w3.org/2001/XMLSchema";

/** An inline schema with the prefixes that the WSDL around it declares. */
function withDeclarations(schema: string, wsdl: string): string {
  const start = /<(?:\w+:)?definitions\b[^>]*>/.exec(wsdl)?.[0] ?? "";
  const head = /^<[^>]*>/.exec(schema)?.[0] ?? "";
  const outer = [...start.matchAll(/\s(xmlns:\w+)="[^"]*"/g)].filter(([, name]) => !head.includes(`${name}=`));
  return schema.replace(/^<[\w:]+/, (tag) => `${tag}${outer.map(([text]) => text).join("")}`);
}

/** An envelope as both versions of SOAP have it; a body's element must be declared, a fault is the envelope's own. */
function envelopeSchema(ns: string): string {
  const any = (process: string): string =>
    `<xs:complexType><xs:sequence><xs:any processContents="${process}" minOccurs="0" maxOccurs="unbounded"/></xs:sequence><xs:anyAttribute processContents="lax"/></xs:complexType>`;
  return `<xs:schema xmlns:xs="${XS}" targetNamespace="${ns}" elementFormDefault="qualified">
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element name="Header" minOccurs="0">${any("lax")}</xs:element>
    <xs:element name="Body">${any("strict")}</xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Fault">${any("lax")}</xs:element>
  <xs:attribute name="encodingStyle" type="xs:string"/>
</xs:schema>`;
}
