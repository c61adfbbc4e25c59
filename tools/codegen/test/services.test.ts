import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.ts";
import { workspace } from "./support/workspace.ts";

const NAMES = `xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
  xmlns:http="http://schemas.xmlsoap.org/wsdl/http/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:example:service" targetNamespace="urn:example:service"`;

const HTTP = "http://schemas.xmlsoap.org/soap/http";

interface Parts {
  readonly messages: string;
  readonly portTypes: string;
  readonly bindings: string;
  readonly services?: string;
}

function services(
  parts: Parts,
  options: { readonly served?: boolean } = {},
): { text: string; notes: readonly string[]; files: ReadonlyMap<string, string> } {
  const folder = workspace({
    "a.wsdl": `<wsdl:definitions ${NAMES}><wsdl:types/>${parts.messages}${parts.portTypes}${parts.bindings}${parts.services ?? ""}</wsdl:definitions>`,
  });
  const { files, notes } = generate({ entries: [join(folder, "a.wsdl")], ...options });
  return { text: files.get("services.ts") ?? "", notes, files };
}

const message = (name: string, parts: string): string => `<wsdl:message name="${name}">${parts}</wsdl:message>`;
const rpc = (name: string, operations: string, type = "Port"): string =>
  `<wsdl:binding name="${name}" type="t:${type}"><soap:binding style="rpc" transport="${HTTP}"/>${operations}</wsdl:binding>`;
const bound = (name: string): string =>
  `<wsdl:operation name="${name}"><soap:operation soapAction="urn:${name}"/><wsdl:input><soap:body use="literal" namespace="urn:example:service"/></wsdl:input>
   <wsdl:output><soap:body use="literal" namespace="urn:example:service"/></wsdl:output></wsdl:operation>`;

const ADD =
  message("In", `<wsdl:part name="a" type="xs:int"/><wsdl:part name="b" type="xs:int"/>`) +
  message("Out", `<wsdl:part name="sum" type="xs:long"/>`);
const PORT = (operations: string): string => `<wsdl:portType name="Port">${operations}</wsdl:portType>`;
const operation = (name: string): string =>
  `<wsdl:operation name="${name}"><wsdl:input message="t:In"/><wsdl:output message="t:Out"/></wsdl:operation>`;

describe("services of a WSDL without manifest", () => {
  it("makes messages of rpc parts and names the wrapper after the operation", () => {
    const { text, files } = services({
      messages: ADD,
      portTypes: PORT(operation("add")),
      bindings: rpc("B", bound("add")),
    });
    expect(text).toContain('add: OperationDescriptor<AddRequest, AddResponse, "call">;');
    expect(text).toMatch(/style: "rpc",\s+use: "literal",\s+soapAction: "urn:add",/);
    expect(text).toMatch(/output: \{\s*name: "addResponse",/);
    expect(files.get("example-service.ts")).toMatch(/export interface AddRequest \{[^}]*a: number;[^}]*b: number;/);
    expect(files.get("example-service.ts")).toMatch(/export interface AddResponse \{[^}]*sum: string;/);
  });

  it("makes pushes of operations that are ours to serve, and calls of what such a service says by itself", () => {
    const asks = `<wsdl:operation name="tell"><wsdl:output message="t:Out"/><wsdl:input message="t:In"/></wsdl:operation>`;
    const parts = { messages: ADD, portTypes: PORT(operation("add") + asks), bindings: rpc("B", bound("add")) };
    const called = services(parts).text;
    expect(called).toContain('add: OperationDescriptor<AddRequest, AddResponse, "call">;');
    expect(called).toMatch(/tell: OperationDescriptor<\w+, \w+, "push">;/);
    const served = services(parts, { served: true }).text;
    expect(served).toContain('add: OperationDescriptor<AddRequest, AddResponse, "push">;');
    expect(served).toMatch(/tell: OperationDescriptor<\w+, \w+, "call">;/);
  });

  it("keeps overloaded operations apart", () => {
    const { text } = services({ messages: ADD, portTypes: PORT(operation("add") + operation("add")), bindings: "" });
    expect(text).toContain("add: OperationDescriptor<");
    expect(text).toContain("add2: OperationDescriptor<");
  });

  it("names a service after the WSDL service when it has one SOAP port type, else after the port type", () => {
    const port = (name: string, binding: string): string =>
      `<wsdl:port name="${name}" binding="t:${binding}"><soap:address location="http://localhost/"/></wsdl:port>`;
    const one = services({
      messages: ADD,
      portTypes: PORT(operation("add")),
      bindings: rpc("B", bound("add")),
      services: `<wsdl:service name="Calculator">${port("P", "B")}</wsdl:service>`,
    });
    expect(one.text).toContain("export const calculator: ServiceDescriptor<");
    const two = services({
      messages: ADD,
      portTypes: PORT(operation("add")) + `<wsdl:portType name="Other">${operation("sub")}</wsdl:portType>`,
      bindings: rpc("B", bound("add")) + rpc("C", bound("sub"), "Other"),
      services: `<wsdl:service name="Calculator">${port("P", "B")}${port("Q", "C")}</wsdl:service>`,
    });
    expect(two.text).toContain("export const port: ServiceDescriptor<");
    expect(two.text).toContain("export const other: ServiceDescriptor<");
  });

  it("says so when a port type has no SOAP binding", () => {
    const { text, notes } = services({
      messages: ADD,
      portTypes: PORT(operation("add")),
      bindings: `<wsdl:binding name="B" type="t:Port"><http:binding verb="GET"/><wsdl:operation name="add"><http:operation location="/add"/><wsdl:input/><wsdl:output/></wsdl:operation></wsdl:binding>`,
    });
    expect(text).toBe("");
    expect(notes.join("\n")).toContain("bound to http only");
  });

  it("treats a notification as a push and a one-way operation as a call without answer", () => {
    const { text } = services({
      messages: ADD,
      portTypes: PORT(
        `<wsdl:operation name="tell"><wsdl:output message="t:Out"/></wsdl:operation><wsdl:operation name="fire"><wsdl:input message="t:In"/></wsdl:operation>`,
      ),
      bindings: rpc("B", bound("tell") + bound("fire")),
    });
    expect(text).toMatch(/tell: OperationDescriptor<TellRequest, \w+, "push">;/);
    expect(text).toContain('fire: OperationDescriptor<FireRequest, undefined, "call">;');
    expect(text.match(/oneWay: true/g)).toHaveLength(2);
  });
});
