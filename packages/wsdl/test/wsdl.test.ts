import { expect, test } from "vitest";
import type { Binding, LoadOptions, Model } from "../src/index.ts";
import { failure, loadFiles, wsdl } from "./model.ts";

const TYPES = `<types><xs:schema targetNamespace="urn:t"><xs:element name="in" type="xs:string"/><xs:element name="out" type="xs:string"/><xs:element name="bad" type="xs:string"/><xs:element name="head" type="xs:string"/></xs:schema></types>`;
const MESSAGES = `<message name="In"><part name="body" element="t:in"/></message><message name="Out"><part name="body" element="t:out"/></message>
  <message name="Bad"><part name="fault" element="t:bad"/></message><message name="Head"><part name="head" element="t:head"/></message>`;

function load(body: string, options: LoadOptions = {}): Model {
  return loadFiles({ "s.wsdl": wsdl(TYPES + MESSAGES + body) }, options);
}

const portType = (operations: string): string => `<portType name="P">${operations}</portType>`;
const binding = (
  operations: string,
  soap = '<soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>',
  name = "B",
): string => `<binding name="${name}" type="w:P">${soap}${operations}</binding>`;
const REQUEST =
  '<operation name="op"><input message="w:In"/><output message="w:Out"/><fault name="F" message="w:Bad"/></operation>';

function bindingOf(model: Model, name = "B"): Binding {
  const found = model.bindings.get(`{urn:w}${name}`);
  if (found === undefined) throw new Error(`no binding ${name}`);
  return found;
}

test("messages, port types, bindings and services refer to each other as objects, with places", () => {
  const model = load(`${portType(REQUEST)}
${binding('<operation name="op"><soap:operation soapAction="urn:op"/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output><fault name="F"><soap:fault name="F" use="literal"/></fault></operation>')}
<service name="S"><documentation>Text</documentation><port name="A" binding="w:B"><soap:address location=" http://host/s "/></port></service>`);
  const [service] = model.services;
  const port = service?.ports[0];
  expect([service?.name, service?.annotation.documentation]).toEqual([
    { ns: "urn:w", local: "S" },
    [{ lang: "", text: "Text" }],
  ]);
  expect([port?.name, port?.address, port?.at.line]).toEqual(["A", "http://host/s", 4]);
  const bound = port?.binding;
  expect([bound?.protocol, bound?.soapVersion, bound?.style, bound?.transport]).toEqual([
    "soap",
    "1.1",
    "document",
    "http://schemas.xmlsoap.org/soap/http",
  ]);
  expect(bound?.portType).toBe(model.portTypes.get("{urn:w}P"));
  const [operation] = bound?.operations ?? [];
  expect(operation?.operation).toBe(bound?.portType.operations[0]);
  expect([operation?.soapAction, operation?.style]).toEqual(["urn:op", "document"]);
  expect(operation?.input?.body[0]?.element).toBe(model.schemas.elements.get("{urn:t}in"));
  expect(operation?.faults.map((f) => [f.fault.name, f.use, f.fault.message.name.local])).toEqual([
    ["F", "literal", "Bad"],
  ]);
  expect(model.problems).toEqual([]);
});

test("the order of input and output gives the pattern", () => {
  const model = load(
    portType(
      '<operation name="a"><input message="w:In"/><output message="w:Out"/></operation><operation name="b"><input message="w:In"/></operation><operation name="c"><output message="w:Out"/><input message="w:In"/></operation><operation name="d"><output message="w:Out"/></operation>',
    ),
  );
  expect(model.portTypes.get("{urn:w}P")?.operations.map((o) => o.pattern)).toEqual([
    "request-response",
    "one-way",
    "solicit-response",
    "notification",
  ]);
});

test("rpc with encoding: style, namespace, encoding style, SOAP 1.2", () => {
  const model = load(
    portType(REQUEST) +
      binding(
        '<operation name="op"><soap12:operation style="rpc"/><input><soap12:body use="encoded" namespace="urn:rpc" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/></input></operation>',
        '<soap12:binding style="document" transport="x"/>',
      ),
  );
  const [operation] = bindingOf(model).operations;
  expect(bindingOf(model).soapVersion).toBe("1.2");
  expect([operation?.style, operation?.soapAction]).toEqual(["rpc", null]);
  expect([operation?.input?.use, operation?.input?.namespace, operation?.input?.encodingStyle]).toEqual([
    "encoded",
    "urn:rpc",
    "http://schemas.xmlsoap.org/soap/encoding/",
  ]);
  expect(operation?.output?.use).toBe("literal");
});

test("headers with their faults; parts of the own message used as header are not in the body", () => {
  const model = load(
    `<message name="Two"><part name="h" element="t:head"/><part name="b" element="t:in"/></message>` +
      portType('<operation name="op"><input message="w:Two"/></operation>') +
      binding(
        '<operation name="op"><input><soap:header message="w:Two" part="h" use="literal"/><soap:header message="w:Head" part="head" use="literal"><soap:headerfault message="w:Bad" part="fault" use="literal"/></soap:header><soap:body use="literal"/></input></operation>',
      ),
  );
  const input = bindingOf(model).operations[0]?.input;
  expect(input?.body.map((p) => p.name)).toEqual(["b"]);
  expect(input?.headers.map((h) => [h.message.name.local, h.part.name, h.faults.map((f) => f.part.name)])).toEqual([
    ["Two", "h", []],
    ["Head", "head", ["fault"]],
  ]);
});

test("parts chooses and orders the body; a multipart is looked into", () => {
  const model = load(
    `<message name="M"><part name="a" type="xs:string"/><part name="b" type="xs:int"/><part name="f" type="xs:base64Binary"/></message>` +
      portType('<operation name="op"><input message="w:M"/><output message="w:M"/></operation>') +
      binding(
        '<operation name="op"><input><soap:body parts="b a" use="literal"/></input><output><mime:multipartRelated><mime:part><soap:body use="literal"/></mime:part><mime:part><mime:content part="f" type="image/png"/><mime:content part="f" type="image/gif"/></mime:part></mime:multipartRelated></output></operation>',
        '<soap:binding style="rpc" transport="x"/>',
      ),
  );
  const [operation] = bindingOf(model).operations;
  expect(operation?.input?.body.map((p) => p.name)).toEqual(["b", "a"]);
  expect(operation?.output?.body.map((p) => p.name)).toEqual(["a", "b"]);
  expect(operation?.output?.mime).toEqual([{ part: "f", types: ["image/png", "image/gif"] }]);
  expect(model.recorded.map((r) => r.construct)).toContain("mime:multipartRelated");
});

const bound = (name: string): string => `<operation name="op"><input name="${name}"/></operation>`;

test("overloaded operations are told apart by the names of input and output", () => {
  const operations =
    '<operation name="op"><input name="one" message="w:In"/></operation><operation name="op"><input name="two" message="w:Out"/></operation>';
  const model = load(portType(operations) + binding(bound("two") + bound("one")));
  expect(bindingOf(model).operations.map((o) => o.operation.inputName)).toEqual(["two", "one"]);
  expect(failure(() => load(portType(operations) + binding('<operation name="op"/>'))).rule).toBe(
    "operation-ambiguous",
  );
});

test("several services, ports and bindings; an HTTP binding is recorded", () => {
  const http = '<http:binding xmlns:http="http://schemas.xmlsoap.org/wsdl/http/" verb="GET"/>';
  const model = load(
    `${portType(REQUEST)}${binding("")}${binding("", http, "H")}<service name="S"><port name="a" binding="w:B"/><port name="b" binding="w:H"/></service><service name="T"/>`,
  );
  expect(model.services.map((s) => [s.name.local, s.ports.map((p) => p.binding.protocol)])).toEqual([
    ["S", ["soap", "http"]],
    ["T", []],
  ]);
  expect(model.recorded.map((r) => r.construct)).toEqual(["http:binding"]);
});

test("policies are attached to their subject, assertions in part of the alternatives are optional", () => {
  const wsp = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  const model = load(
    `<p:Policy xmlns:p="${wsp}" xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" u:Id="pol"><p:ExactlyOne><p:All><a:Addr xmlns:a="urn:a"/><a:Sec xmlns:a="urn:a"/></p:All><p:All><a:Addr xmlns:a="urn:a"/></p:All></p:ExactlyOne></p:Policy>` +
      portType(REQUEST) +
      binding("", `<p:PolicyReference xmlns:p="${wsp}" URI="#pol"/><soap:binding transport="x"/>`),
  );
  expect(model.policies.map((p) => [p.subject, p.assertions])).toEqual([
    [
      { kind: "binding", name: "B" },
      [
        { name: { ns: "urn:a", local: "Addr" }, optional: false },
        { name: { ns: "urn:a", local: "Sec" }, optional: true },
      ],
    ],
  ]);
});

test("unknown extensions are listed with wsdl:required", () => {
  const model = load(
    portType(`<x:note xmlns:x="urn:x" wsdl:required="true" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"/>${REQUEST}`),
  );
  expect(model.extensions.map((e) => [e.name, e.subject, e.required])).toEqual([
    [{ ns: "urn:x", local: "note" }, { kind: "portType", name: "P" }, true],
  ]);
  expect(model.recorded.map((r) => r.construct)).toEqual(["{urn:x}note"]);
});

test.each([
  [
    "an unknown message",
    portType('<operation name="op"><input message="w:Gone"/></operation>'),
    "name-unknown",
    "WSDL_UNRESOLVED_NAME",
  ],
  [
    "an unknown element",
    '<message name="M"><part name="p" element="t:gone"/></message>',
    "name-unknown",
    "WSDL_UNRESOLVED_NAME",
  ],
  ["an unknown port type", binding(""), "wsdl-name-unknown", "WSDL_UNRESOLVED_NAME"],
  [
    "an unknown binding",
    '<service name="S"><port name="p" binding="w:Gone"/></service>',
    "wsdl-name-unknown",
    "WSDL_UNRESOLVED_NAME",
  ],
  ["two messages of one name", '<message name="In"/>', "duplicate", "WSDL_DUPLICATE"],
  [
    "two parts of one name",
    '<message name="M"><part name="p" type="xs:int"/><part name="p" type="xs:string"/></message>',
    "duplicate",
    "WSDL_DUPLICATE",
  ],
  ["a message without name", "<message/>", "wsdl-attribute-missing", "WSDL_SYNTAX"],
  ["an element of WSDL in a wrong place", "<port/>", "wsdl-element-unknown", "WSDL_SYNTAX"],
  [
    "an undeclared prefix",
    '<message name="M"><part name="p" type="q:int2"/></message>',
    "prefix-undeclared",
    "WSDL_UNRESOLVED_NAME",
  ],
])("refuses %s", (_, body, rule, code) => {
  const error = failure(() => load(body));
  expect([error.rule, error.code, error.file]).toEqual([rule, code, "s.wsdl"]);
});

test.each([
  [
    "parts that do not exist",
    portType(REQUEST) +
      binding('<operation name="op"><input><soap:body parts="nope" use="literal"/></input></operation>'),
    "part-unknown",
  ],
  [
    "a header without message",
    portType(REQUEST) +
      binding('<operation name="op"><input><soap:header part="body" use="literal"/></input></operation>'),
    "header-message",
  ],
  [
    "a header of an unknown message",
    portType(REQUEST) +
      binding('<operation name="op"><input><soap:header message="w:Gone" part="x" use="literal"/></input></operation>'),
    "message-dropped",
  ],
  [
    "a fault of an unknown message",
    portType('<operation name="op"><input message="w:In"/><fault name="f" message="w:Gone"/></operation>'),
    "message-dropped",
  ],
  [
    "a bound operation that does not exist",
    portType(REQUEST) + binding('<operation name="nope"/>'),
    "operation-unknown",
  ],
  [
    "a bound fault that does not exist",
    portType(REQUEST) + binding('<operation name="op"><fault name="nope"/></operation>'),
    "fault-unknown",
  ],
  ["an operation without messages", portType('<operation name="op"/>'), "operation-empty"],
  [
    "a part with element and type",
    '<message name="M"><part name="p" element="t:in" type="xs:int"/></message>',
    "part-source",
  ],
  ["a type that is an element", '<message name="M"><part name="p" type="t:in"/></message>', "part-names-element"],
  ["a port without binding", '<service name="S"><port name="p"/></service>', "wsdl-incomplete"],
  ["a reference without prefix", portType('<operation name="op"><input message="In"/></operation>'), "name-elsewhere"],
  [
    "an undeclared prefix with one meaning",
    portType('<operation name="op"><input message="q:In"/></operation>'),
    "prefix-guessed",
  ],
  [
    "a misspelt use",
    portType(REQUEST) + binding('<operation name="op"><input><soap:body use="literals"/></input></operation>'),
    "wsdl-value",
  ],
])("warns of %s, and refuses it when strict", (_, body, rule) => {
  expect(load(body).problems.map((p) => [p.rule, p.severity])).toEqual([[rule, "warning"]]);
  expect(failure(() => load(body, { strict: true })).rule).toBe(rule);
});

test("definitions without a namespace are read as WSDL 1.1", () => {
  const model = loadFiles({ "s.wsdl": '<definitions targetNamespace="urn:w"><message name="M"/></definitions>' });
  expect([...model.messages.keys()]).toEqual(["{urn:w}M"]);
  expect(model.problems.map((p) => p.rule)).toEqual(["wsdl-no-namespace"]);
});
