import { loadKey, profile, sign } from "@coo/sign";
import { type MessageDescriptor, message, operation, service } from "@coo/soap/gen1";
import { describe, expect, it } from "vitest";
import { createReceiver, mountReceivers, type PushRequest, type Receiver, type ReceiverError } from "../src/index.ts";

const KEY = "ccpit-demo-key-0001";
const signature = profile("http-header");

/** The same push in the namespace of an edition. */
function notesOf(ns: string) {
  const note: MessageDescriptor<{ readonly text: string }> = message({
    name: "Note",
    element: { name: "Note", ns },
    type: {
      k: "complex",
      name: "Note",
      ns,
      content: {
        k: "seq",
        min: 1,
        max: 1,
        items: [
          {
            k: "el",
            prop: "text",
            name: "text",
            ns,
            type: { k: "simple", builtin: "string", js: "string" },
            min: 1,
            max: 1,
          },
        ],
      },
    },
  });
  return service({
    name: "Notes",
    edition: ns,
    namespace: ns,
    operations: {
      note: operation<{ readonly text: string }, { readonly text: string }, "push">({
        name: "Note",
        direction: "push",
        effect: "write",
        request: note,
        response: note,
        bindings: [
          {
            port: "P",
            soapVersion: "1.1",
            style: "document",
            use: "literal",
            soapAction: "",
            shape: "typed",
            input: { name: "Note", ns, parts: [] },
          },
        ],
      }),
    },
  });
}

const taken: string[] = [];
const errors: ReceiverError[] = [];

function receiverOf(
  name: string,
  ns: string,
  options: { readonly path?: string; readonly maxBodyBytes?: number } = {},
): Receiver {
  return createReceiver({
    services: [notesOf(ns)],
    providers: { TEST0001: KEY },
    handlers: { note: ({ text }) => (taken.push(`${name}: ${text}`), { text }) },
    signature,
    onError: (error) => errors.push(error),
    ...options,
  });
}

function push(ns: string, path = "/push", key = KEY): PushRequest {
  const body = new Uint8Array(
    Buffer.from(
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Note xmlns="${ns}"><text>hello</text></Note></s:Body></s:Envelope>`,
    ),
  );
  const value = sign(signature, loadKey(key), { fields: [], raw: body });
  const headers = { "content-type": "text/xml", "x-coo-provider": "TEST0001", "x-coo-signature": value };
  return { method: "POST", path, headers, body };
}

async function told(
  receiver: Receiver,
  request: PushRequest,
): Promise<readonly [number, readonly string[], readonly string[]]> {
  taken.length = 0;
  errors.length = 0;
  const { status } = await receiver(request);
  return [status, [...taken], errors.map((e) => e.code)];
}

describe("several editions in one receiver", () => {
  it("are told apart by root element and namespace where they share an address", async () => {
    const both = mountReceivers(receiverOf("new", "urn:2026"), receiverOf("old", "urn:2018"));
    expect(await told(both, push("urn:2026"))).toEqual([200, ["new: hello"], []]);
    expect(await told(both, push("urn:2018"))).toEqual([200, ["old: hello"], []]);
  });

  it("are told apart by the address first", async () => {
    const both = mountReceivers(
      receiverOf("new", "urn:n", { path: "/v2" }),
      receiverOf("old", "urn:n", { path: "/push" }),
    );
    expect(await told(both, push("urn:n", "/push?from=1"))).toEqual([200, ["old: hello"], []]);
    expect(await told(both, push("urn:n", "/v2"))).toEqual([200, ["new: hello"], []]);
    expect(await told(both, push("urn:n", "/v3"))).toEqual([404, [], ["PUSH_PATH"]]);
  });

  it("leave what nobody knows, and what nobody vouches for, to the first, which tells once", async () => {
    const both = mountReceivers(receiverOf("new", "urn:2026"), receiverOf("old", "urn:2018"));
    expect((await told(both, push("urn:2099")))[2]).toEqual(["PUSH_OPERATION"]);
    expect((await told(both, push("urn:2018", "/push", "another-key-of-somebody")))[2]).toEqual(["PUSH_SIGNATURE"]);
  });

  it("take the larger limit, and refuse a head by the receiver of its address", () => {
    const both = mountReceivers(
      receiverOf("new", "urn:n", { path: "/v2", maxBodyBytes: 10 }),
      receiverOf("old", "urn:n", { path: "/push", maxBodyBytes: 1000 }),
    );
    expect(both.maxBodyBytes).toBe(1000);
    const head = (path: string) => ({ method: "POST", path, headers: { "content-length": "100" } });
    expect(both.refuseHead(head("/push"))).toBeUndefined();
    expect(both.refuseHead(head("/v2"))?.status).toBe(413);
    expect(both.refuseHead(head("/elsewhere"))?.status).toBe(404);
  });

  it("close together", async () => {
    const both = mountReceivers(receiverOf("new", "urn:2026"), receiverOf("old", "urn:2018"));
    await both.close();
    expect((await both(push("urn:2018"))).status).toBe(503);
  });
});
