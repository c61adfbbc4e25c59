import type { Attached, MessageDescriptor, OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { type CallOptions, type CallOptionsOf, createClient } from "../src/index.ts";

const NS = "urn:example:attachments";
const type = { k: "simple", builtin: "string", js: "string" } as const;
const element = { name: "keep", ns: NS };
const message: MessageDescriptor<string> = { k: "message", name: "keep", type, element };
const body = { ...element, parts: [{ name: "body", element, type }] };

type Keep = OperationDescriptor<string, string, "call"> & Attached<{ readonly photo?: Uint8Array }>;
const depot: ServiceDescriptor<{ keep: Keep; drop: OperationDescriptor<string, string, "call"> }> = {
  k: "service",
  name: "Depot",
  edition: "",
  namespace: NS,
  operations: {
    keep: operation("keep"),
    drop: operation("drop"),
  },
};

function operation(name: string): OperationDescriptor<string, string, "call"> {
  return {
    k: "operation",
    name,
    direction: "call",
    effect: "write",
    request: message,
    response: message,
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
}

describe("a part that travels as an attachment", () => {
  it("is bytes, and only where the description has it", () => {
    expectTypeOf<CallOptionsOf<Keep>["attachments"]>().toEqualTypeOf<{ readonly photo?: Uint8Array } | undefined>();
    expectTypeOf<CallOptionsOf<OperationDescriptor<string, string, "call">>>().toEqualTypeOf<CallOptions>();
  });

  it("is refused before anything is sent", async () => {
    const fetch = vi.fn();
    const client = createClient({
      endpoint: "http://127.0.0.1:1/depot",
      providerCode: "P",
      key: "0".repeat(32),
      services: [depot],
      fetch,
    });
    const sent = client.keep("a", { attachments: { photo: Uint8Array.of(1) } });
    await expect(sent).rejects.toMatchObject({
      code: "CLIENT_INVALID",
      message: expect.stringMatching(/nothing was sent: .*part photo would travel as a MIME attachment/),
      cause: { code: "SOAP_MIME" },
    });
    // @ts-expect-error the description has no such attachment
    void (() => client.keep("a", { attachments: { video: Uint8Array.of(1) } }));
    expect(fetch).not.toHaveBeenCalled();
    await client.close();
  });
});
