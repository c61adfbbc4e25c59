import { describe, expect, it } from "vitest";
import type { MessageDescriptor, OperationDescriptor } from "../src/gen1.ts";
import {
  attachmentParts,
  buildRequest,
  buildResponse,
  decodeBody,
  encodeBody,
  isSoapError,
  resolveWireProfile,
} from "../src/index.ts";

const NS = "urn:example:attachments";
const bytes = { k: "simple", builtin: "base64Binary", js: "bytes" } as const;
const scan: MessageDescriptor<Uint8Array> = {
  k: "message",
  name: "scan",
  type: bytes,
  element: { name: "scan", ns: NS },
};
const body = { name: "scan", ns: NS, parts: [{ name: "body", element: { name: "scan", ns: NS }, type: bytes }] };
const operation: OperationDescriptor<Uint8Array, Uint8Array> = {
  k: "operation",
  name: "keep",
  direction: "call",
  effect: "write",
  request: scan,
  response: scan,
  bindings: [
    {
      port: "P",
      soapVersion: "1.1",
      style: "document",
      use: "literal",
      soapAction: "",
      shape: "typed",
      input: body,
      output: body,
      attachments: [{ name: "photo", contentTypes: ["image/png"] }],
    },
  ],
};
const wire = resolveWireProfile({ payload: "typed", head: "soap-header" });

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("parts that travel as attachments", () => {
  const message = { operation, wire, head: [], bodyText: encodeBody(operation, wire, "request", Uint8Array.of(1)) };

  it("are known by name and media type", () => {
    expect(attachmentParts(operation, wire, "request")).toEqual([{ name: "photo", contentTypes: ["image/png"] }]);
    expect(attachmentParts(operation, wire, "response")).toEqual([]);
  });

  it("may be left out", () => {
    expect(buildRequest({ ...message, attachments: {} }).body).toEqual(buildRequest(message).body);
    expect(buildRequest({ ...message, attachments: { photo: undefined } }).body).toEqual(buildRequest(message).body);
  });

  it("are refused by name when given, in both languages", () => {
    const error = thrown(() => buildRequest({ ...message, attachments: { photo: Uint8Array.of(1) } }));
    expect(isSoapError(error, "SOAP_MIME")).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/request of keep: part photo .* xs:base64Binary or by upload/),
      messageZh: expect.stringMatching(/请求:部分 photo .*先行上传/),
    });
    const other = thrown(() => buildResponse({ ...message, attachments: { photo: Uint8Array.of(1) } }));
    expect(other).toMatchObject({ code: "SOAP_MIME", message: expect.stringContaining("has no attachment photo") });
  });
});

describe("content in a MIME part (xop:Include)", () => {
  const bodyText = `<s:scan xmlns:s="${NS}"><x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:1"/></s:scan>`;

  it.each([true, false])("is refused, strict: %s", (strict) => {
    const error = thrown(() => decodeBody(operation, wire, "request", { bodyText }, { strict }));
    expect(error).toMatchObject({
      code: "SOAP_DECODE",
      message: expect.stringContaining("content in a MIME part (xop:Include)"),
      issues: [{ code: "unsupported" }],
    });
  });
});
