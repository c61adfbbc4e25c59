import { describe, expect, it } from "vitest";
import type { MessageDescriptor, OperationDescriptor, ServiceDescriptor } from "../src/gen1.ts";
import {
  buildFault,
  buildRequest,
  buildResponse,
  decodeFault,
  decodeHeaders,
  encodeBody,
  encodeHeaders,
  readRequest,
  readResponse,
  resolveWireProfile,
} from "../src/index.ts";

const NS = "urn:example:headers";
const text = { k: "simple", builtin: "string", js: "string" } as const;
const element = (name: string): { name: string; ns: string } => ({ name, ns: NS });
const type = {
  k: "complex",
  name: "Ask",
  ns: NS,
  content: { k: "seq", min: 1, max: 1, items: [{ k: "el", prop: "a", name: "a", ns: NS, type: text, min: 1, max: 1 }] },
} as const;
const message = (name: string): MessageDescriptor<{ a: string }> => ({
  k: "message",
  name,
  type,
  element: element(name),
});
const part = (name: string): { name: string; element: { name: string; ns: string }; type: typeof text } => ({
  name,
  element: element(name),
  type: text,
});

const operation: OperationDescriptor<{ a: string }, { a: string }> = {
  k: "operation",
  name: "ask",
  direction: "call",
  effect: "write",
  request: message("Ask"),
  response: message("Answer"),
  faults: [message("Broken")],
  bindings: [
    {
      port: "P",
      soapVersion: "1.1",
      style: "document",
      use: "literal",
      soapAction: "",
      shape: "typed",
      input: { ...element("Ask"), parts: [{ name: "p", element: element("Ask"), type }] },
      output: { ...element("Answer"), parts: [{ name: "p", element: element("Answer"), type }] },
      headers: [part("session"), part("locale")],
      outputHeaders: [part("quota")],
      headerFaults: [part("sessionProblem")],
    },
  ],
};
const service: ServiceDescriptor = {
  k: "service",
  name: "S",
  edition: "",
  namespace: NS,
  operations: { ask: operation },
};
const wire = resolveWireProfile({});
const body = encodeBody(operation, wire, "request", { a: "1" });

describe("header parts", () => {
  it("go with a request and come back by the names of their parts", () => {
    const headerText = encodeHeaders(operation, wire, "request", { locale: "zh", session: "s<1" });
    const built = buildRequest({ operation, wire, head: [], bodyText: body, headerText });
    const read = readRequest(built.body, built.headers, { wire, services: [service] });
    expect(decodeHeaders(operation, wire, "request", read.headerBlocks)).toEqual({ session: "s<1", locale: "zh" });
  });

  it("go with an answer, errors about headers included", () => {
    const headerText =
      encodeHeaders(operation, wire, "response", { quota: "7" }) +
      `<n:sessionProblem xmlns:n="${NS}">expired</n:sessionProblem><x:other xmlns:x="urn:other"/>`;
    const bodyText = encodeBody(operation, wire, "response", { a: "1" });
    const built = buildResponse({ operation, wire, head: [], bodyText, headerText });
    const read = readResponse(built.body, built.headers, 200, { operation, wire });
    if (read.kind === "fault") throw new Error("a fault");
    expect(decodeHeaders(operation, wire, "response", read.headerBlocks)).toEqual({
      quota: "7",
      sessionProblem: "expired",
    });
  });

  it("are understood when they must be, and no others", () => {
    const must = (name: string): string =>
      `<n:${name} xmlns:n="${NS}" xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:mustUnderstand="1">v</n:${name}>`;
    const read = (headerText: string): ReturnType<typeof readRequest> => {
      const built = buildRequest({ operation, wire, head: [], bodyText: body, headerText });
      return readRequest(built.body, built.headers, { wire, services: [service] });
    };
    expect(decodeHeaders(operation, wire, "request", read(must("session")).headerBlocks)).toEqual({ session: "v" });
    expect(() => read(must("unknown"))).toThrow(/must be understood/);
  });

  it("refuse a part that there is not, and a wrong value", () => {
    expect(() => encodeHeaders(operation, wire, "request", { quota: "7" })).toThrow(
      /no header part quota; its parts: session, locale/,
    );
    expect(() => encodeHeaders(operation, wire, "request", { session: 7 })).toThrow();
  });
});

describe("declared faults", () => {
  const read = (detail: string): ReturnType<typeof decodeFault> => {
    const built = buildFault({ wire, code: "Server", message: "broken", detail });
    const answer = readResponse(built.body, built.headers, built.status, { operation, wire });
    if (answer.kind !== "fault") throw new Error("no fault");
    return decodeFault(operation, wire, answer.fault);
  };

  it("are decoded from the detail", () => {
    expect(read(`<n:Broken xmlns:n="${NS}"><n:a>why</n:a></n:Broken>`)).toEqual({
      name: "Broken",
      value: { a: "why" },
    });
  });

  it("are not found in a detail of another kind, and refused when they break their type", () => {
    expect(read(`<x:Other xmlns:x="urn:other"/>`)).toBeUndefined();
    expect(() => read(`<n:Broken xmlns:n="${NS}"><n:b/></n:Broken>`)).toThrow();
  });
});
