import {
  buildFault,
  buildRequest,
  buildResponse,
  decodeBody,
  encodeBody,
  type HeadField,
  readRequest,
  readResponse,
  resolveWireProfile,
  signedBody,
} from "@coo/soap";
import { describe, expect, it } from "vitest";
import { queryThings, things } from "./support/descriptors.ts";

const wire = resolveWireProfile();
const head: HeadField[] = [
  ["providerCode", "TEST0001"],
  ["service", "queryThings"],
  ["version", "1.0"],
  ["messageId", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"],
  ["timestamp", "20260301093000"],
  ["signType", "HMAC-SHA256"],
  ["sign", "ABC"],
];
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("the default profile", () => {
  const value = { branchCode: "311", remark: "a < b & 中文\r\n" };

  it("writes the envelope of the proposal", () => {
    const bodyText = encodeBody(queryThings, wire, "request", { branchCode: "311" });
    const built = buildRequest({ operation: queryThings, wire, head: head.slice(0, 2), bodyText });
    expect(text(built.body)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
        '<c:queryThings xmlns:c="urn:example:test:v1"><requestXml>&lt;Request&gt;&lt;Head&gt;&lt;providerCode&gt;TEST0001&lt;/providerCode&gt;' +
        "&lt;service&gt;queryThings&lt;/service&gt;&lt;/Head&gt;&lt;Body&gt;&lt;branchCode&gt;311&lt;/branchCode&gt;&lt;/Body&gt;&lt;/Request&gt;" +
        "</requestXml></c:queryThings></soap:Body></soap:Envelope>",
    );
    expect(built.headers).toEqual({ "content-type": "text/xml; charset=UTF-8", soapaction: '""' });
  });

  it("reads its own request back", () => {
    const bodyText = encodeBody(queryThings, wire, "request", value);
    const built = buildRequest({ operation: queryThings, wire, head, bodyText });
    const read = readRequest(built.body, built.headers, { wire, services: [things] });
    expect(read.operation).toBe(queryThings);
    expect(read.head).toEqual(head);
    expect(read.bodyText).toBe(bodyText);
    expect(read.signedBody).toBe(signedBody(bodyText, wire));
    expect(decodeBody(queryThings, wire, "request", read).value).toEqual(value);
  });

  it("reads its own answer and fault back", () => {
    const bodyText = encodeBody(queryThings, wire, "response", { total: 1, names: ["甲"], note: null });
    const built = buildResponse({ operation: queryThings, wire, head: [["returnCode", "0000"]], bodyText });
    expect(built.status).toBe(200);
    const read = readResponse(built.body, built.headers, built.status, { wire, operation: queryThings });
    expect(read.kind === "answer" && decodeBody(queryThings, wire, "response", read).value).toEqual({
      total: 1,
      names: ["甲"],
      note: null,
    });
    const fault = buildFault({ wire, code: "Client", message: "no" });
    expect(fault.status).toBe(500);
    expect(readResponse(fault.body, fault.headers, 500, { wire, operation: queryThings })).toMatchObject({
      kind: "fault",
      fault: { code: "Client", reason: "no" },
    });
  });
});
