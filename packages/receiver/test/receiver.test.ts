import { documents } from "@coo/msg-document";
import { goods } from "@coo/msg-goods";
import { formatTimestamp, loadKey, profile, type SignatureProfile, sign, verify } from "@coo/sign";
import {
  buildRequest,
  encodeBody,
  type HeadField,
  readResponse,
  resolveWireProfile,
  signedBody,
  type WireProfile,
} from "@coo/soap";
import { type MessageDescriptor, message, type OperationDescriptor, operation, service } from "@coo/soap/gen1";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  createReceiver,
  memoryStore,
  type PushRequest,
  type PushResponse,
  type PushStore,
  type ReceiverError,
} from "../src/index.ts";

const NOW = Date.parse("2026-03-02T10:00:00+08:00");
const KEY = "ccpit-demo-key-0001";
const PUSH = documents.operations.pushDocumentAuditResult;
const BODY = {
  docId: "DOC-1",
  docType: "C",
  docStatus: "30",
  auditResult: "2",
  auditOpinion: "请核对:发票日期\n第二行",
  auditTime: "2026-03-02 09:59:00",
};

interface Draft {
  readonly wire?: Partial<WireProfile>;
  readonly signature?: SignatureProfile;
  readonly key?: string;
  readonly head?: (fields: HeadField[]) => HeadField[];
  readonly text?: (text: string) => string;
  readonly body?: object;
  readonly messageId?: string;
  readonly now?: number;
  readonly operation?: OperationDescriptor<never, never>;
}

/** A push as the exchange would send it, or wrong in the way asked for. */
function push(draft: Draft = {}): PushRequest {
  const wire = resolveWireProfile(draft.wire ?? {});
  const signature = draft.signature ?? profile("P1", { timestampFormat: wire.time, charset: wire.charset });
  const operation = (draft.operation ?? PUSH) as OperationDescriptor<unknown, unknown>;
  const bodyText = encodeBody(operation, wire, "request", draft.body ?? BODY);
  const fields: HeadField[] = [
    ["providerCode", "TEST0001"],
    ["service", operation.name],
    ["version", "1.0"],
    ["messageId", draft.messageId ?? "M-1"],
    ["timestamp", formatTimestamp(signature, draft.now ?? NOW)],
    ["nonceStr", "5K8264ILTKCH16CQ"],
    ["signType", "HMAC-SHA256"],
  ];
  const key = loadKey(draft.key ?? KEY);
  const raw = signature.source === "raw";
  const value = raw ? "" : sign(signature, key, { fields, body: signedBody(bodyText, wire) });
  const head = (draft.head ?? ((all) => all))([...fields, ["sign", value]]);
  const built = buildRequest({ operation, wire, head, bodyText });
  const body = draft.text ? new Uint8Array(Buffer.from(draft.text(Buffer.from(built.body).toString()))) : built.body;
  const headers = raw
    ? {
        ...built.headers,
        "x-coo-provider": "TEST0001",
        "x-coo-signature": sign(signature, key, { fields: [], raw: body }),
      }
    : built.headers;
  return { method: "POST", path: "/push", headers, body };
}

interface Setup {
  readonly receive: (request: PushRequest) => Promise<PushResponse>;
  readonly taken: { body: object; messageId: string }[];
  readonly errors: ReceiverError[];
  readonly close: () => Promise<void>;
}

function setup(options: Partial<Parameters<typeof createReceiver<readonly [typeof documents]>>[0]> = {}): Setup {
  const taken: Setup["taken"] = [];
  const errors: ReceiverError[] = [];
  const receiver = createReceiver({
    services: [documents],
    providers: { TEST0001: KEY },
    handlers: { pushDocumentAuditResult: (body, { messageId }) => void taken.push({ body, messageId }) },
    now: () => NOW,
    onError: (error) => errors.push(error),
    ...options,
  });
  return { receive: receiver, taken, errors, close: () => receiver.close() };
}

/** Reads an acknowledgement as the exchange would: signature first. */
function acknowledgement(answer: PushResponse, wire: Partial<WireProfile> = {}): Record<string, string> {
  const read = readResponse(answer.body, answer.headers, answer.status, {
    wire: resolveWireProfile(wire),
    operation: PUSH as OperationDescriptor<unknown, unknown>,
  });
  if (read.kind !== "answer") throw new Error(read.fault.reason);
  const head = Object.fromEntries(read.head);
  expect(verify(profile("P1"), loadKey(KEY), { fields: read.head, body: read.signedBody }, head["sign"])).toMatchObject(
    { ok: true },
  );
  return head;
}

describe("an acceptable push", () => {
  it("reaches its handler, typed, and is acknowledged with a signature", async () => {
    const { receive, taken, errors } = setup();
    const answer = await receive(push());
    expect(answer.status).toBe(200);
    expect(answer.headers["content-length"]).toBe(String(answer.body.byteLength));
    expect(acknowledgement(answer)).toMatchObject({ messageId: "M-1", returnCode: "0000", providerCode: "TEST0001" });
    expect(taken).toEqual([{ body: BODY, messageId: "M-1" }]);
    expect(errors).toEqual([]);
  });

  it.each([
    { payload: "cdata" },
    { payload: "base64" },
    { payload: "typed" },
    { soapVersion: "1.2" },
    { charset: "GB18030" },
    { payload: "typed", soapVersion: "1.2", qualifiedChildren: true },
  ] as const)("arrives under the wire profile %j", async (wire) => {
    const { receive, taken } = setup({ wire });
    const answer = await receive(push({ wire }));
    expect(answer.status).toBe(200);
    expect(taken[0]?.body).toEqual(BODY);
  });

  it("is verified over the raw bytes under http-header, and answered alike", async () => {
    const signature = profile("http-header");
    const { receive, taken } = setup({ signature: "http-header" });
    const answer = await receive(push({ signature }));
    expect(taken).toHaveLength(1);
    expect(
      verify(signature, loadKey(KEY), { fields: [], raw: answer.body }, answer.headers["x-coo-signature"]),
    ).toMatchObject({ ok: true });
  });

  it("may be signed with either of two keys during a change-over; the answer uses the same", async () => {
    const { receive, taken } = setup({ providers: { TEST0001: ["new-key", KEY] } });
    acknowledgement(await receive(push()));
    expect(taken).toHaveLength(1);
  });

  it("has handlers by name with typed bodies", () => {
    createReceiver({
      services: [documents, goods],
      providers: { A: "k" },
      handlers: {
        pushGoodsFilingAuditResult(body) {
          expectTypeOf(body.filingId).toEqualTypeOf<string>();
        },
        pushDocumentAuditResult(body) {
          // @ts-expect-error no such field
          void body.noSuchField;
        },
      },
    });
    const wrong = (): unknown =>
      // @ts-expect-error calls are no pushes
      createReceiver({ services: [documents], providers: { A: "k" }, handlers: { queryDocument() {} } });
    expect(wrong).toThrow(/queryDocument/);
  });
});

describe("repeats", () => {
  it("acknowledges a repeat of equal content without a second effect, however late", async () => {
    let now = NOW;
    const { receive, taken } = setup({ now: () => now });
    await receive(push());
    now += 86_400_000;
    expect(acknowledgement(await receive(push()))).toMatchObject({ returnCode: "0000" });
    expect(taken).toHaveLength(1);
  });

  it("answers a known id with other content with a signed error code", async () => {
    const { receive, taken, errors } = setup();
    await receive(push());
    const answer = await receive(push({ body: { ...BODY, auditResult: "1" } }));
    expect(answer.status).toBe(200);
    expect(acknowledgement(answer)).toMatchObject({ returnCode: "1004" });
    expect(taken).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: "PUSH_CONFLICT" });
  });

  it("has one effect when two equal ones arrive at once", async () => {
    let calls = 0;
    const { receive } = setup({
      handlers: {
        async pushDocumentAuditResult() {
          calls++;
          await new Promise((resolve) => setImmediate(resolve));
        },
      },
    });
    const answers = await Promise.all([receive(push()), receive(push()), receive(push())]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(calls).toBe(1);
  });

  it("lets the sender try again after the handler failed", async () => {
    let calls = 0;
    const { receive, errors } = setup({
      handlers: {
        pushDocumentAuditResult() {
          if (++calls === 1) throw new Error("database password is hunter2");
        },
      },
    });
    const first = await receive(push());
    expect(first.status).toBe(500);
    expect(Buffer.from(first.body).toString()).not.toMatch(/hunter2|database/);
    expect(errors[0]).toMatchObject({
      code: "PUSH_HANDLER",
      cause: expect.objectContaining({ message: expect.stringContaining("hunter2") }),
    });
    expect((await receive(push())).status).toBe(200);
    expect(calls).toBe(2);
  });
});

const failing: PushStore = { ...memoryStore(), begin: () => Promise.reject(new Error("disk")) };

/** An ordinary service that others made: no head, no codes. */
const NOTE_NS = "urn:test:note";
const NOTE: MessageDescriptor<{ readonly text: string }> = message({
  name: "Note",
  element: { name: "Note", ns: NOTE_NS },
  type: {
    k: "complex",
    name: "Note",
    ns: NOTE_NS,
    content: {
      k: "seq",
      min: 1,
      max: 1,
      items: [
        {
          k: "el",
          prop: "text",
          name: "text",
          ns: NOTE_NS,
          type: { k: "simple", builtin: "string", js: "string" },
          min: 1,
          max: 1,
        },
      ],
    },
  },
});
const notes = service({
  name: "Notes",
  edition: "",
  namespace: NOTE_NS,
  operations: {
    // The key differs from the name, as it does for names that no property should have.
    note: operation<{ readonly text: string }, { readonly text: string }, "push">({
      name: "Note",
      direction: "push",
      effect: "write",
      request: NOTE,
      response: NOTE,
      bindings: [
        {
          port: "P",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "",
          shape: "typed",
          input: { name: "Note", ns: NOTE_NS, parts: [] },
        },
      ],
    }),
  },
});

describe("a push of an ordinary service", () => {
  const signature = profile("http-header");
  function note(text: string, headers: Record<string, string> = {}): PushRequest {
    const body = new Uint8Array(
      Buffer.from(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><Note xmlns="${NOTE_NS}">${text}</Note></s:Body></s:Envelope>`,
      ),
    );
    const value = sign(signature, loadKey(KEY), { fields: [], raw: body });
    return {
      method: "POST",
      path: "/push?from=1",
      headers: { "content-type": "text/xml", "x-coo-provider": "TEST0001", "x-coo-signature": value, ...headers },
      body,
    };
  }
  function listen(options: { readonly path?: string } = {}) {
    const taken: string[] = [];
    const errors: ReceiverError[] = [];
    const receive = createReceiver({
      services: [notes],
      providers: { TEST0001: KEY },
      handlers: { note: (body) => (taken.push(body.text), { text: "thanks" }) },
      signature,
      onError: (error) => errors.push(error),
      ...options,
    });
    return { receive, taken, errors };
  }

  it("has neither id nor time: equal bytes are one message, and the answer is the element alone", async () => {
    const { receive, taken } = listen();
    const answer = await receive(note("<text>hello</text>"));
    expect(Buffer.from(answer.body).toString()).toMatch(/<soap:Body><[^>]*Note[^>]*><[^>]*text[^>]*>thanks</);
    expect(
      verify(signature, loadKey(KEY), { fields: [], raw: answer.body }, answer.headers["x-coo-signature"]),
    ).toMatchObject({ ok: true });
    expect((await receive(note("<text>hello</text>"))).status).toBe(200);
    expect((await receive(note("<text>hello</text>\n"))).status).toBe(200);
    expect(taken).toEqual(["hello", "hello"]);
  });

  it("is not even parsed when its signature is wrong", async () => {
    const { receive, errors } = listen();
    const answer = await receive({ ...note(""), body: new Uint8Array(Buffer.from("<no XML")) });
    expect(answer.status).toBe(401);
    expect(errors[0]).toMatchObject({ code: "PUSH_SIGNATURE" });
  });

  it("goes to the path that was given, or nowhere", async () => {
    expect((await listen({ path: "/push" }).receive(note("<text>a</text>"))).status).toBe(200);
    const { receive, taken, errors } = listen({ path: "/other" });
    const answer = await receive(note("<text>a</text>"));
    expect([answer.status, answer.body.byteLength, errors[0]?.code, taken]).toEqual([404, 0, "PUSH_PATH", []]);
    expect(() => listen({ path: "push" })).toThrow(/must start with/);
  });
});

describe("a head that no signature covers", () => {
  it("cannot make a repeat look new: under http-header an id in HTTP headers is not trusted", async () => {
    const wire = { head: "http-headers" } as const;
    const signature = profile("http-header");
    const { receive, taken } = setup({ wire, signature });
    const first = push({ wire, signature });
    const again = { ...first, headers: { ...first.headers, "x-coo-message-id": "M-2" } };
    expect([(await receive(first)).status, (await receive(again)).status]).toEqual([200, 200]);
    expect(taken).toHaveLength(1);
  });
});

/** The answer table of docs/architecture.md §4. */
const TABLE: readonly (readonly [
  what: string,
  status: number,
  code: string,
  request: () => PushRequest,
  options?: Parameters<typeof setup>[0],
])[] = [
  ["another method", 405, "PUSH_METHOD", () => ({ ...push(), method: "GET" })],
  ["a body over the limit", 413, "PUSH_TOO_LARGE", () => push(), { maxBodyBytes: 100 }],
  [
    "another media type",
    415,
    "PUSH_MEDIA_TYPE",
    () => ({ ...push(), headers: { "content-type": "application/json" } }),
  ],
  ["no media type", 415, "PUSH_MEDIA_TYPE", () => ({ ...push(), headers: {} })],
  [
    "a content encoding",
    415,
    "PUSH_MEDIA_TYPE",
    () => ({ ...push(), headers: { ...push().headers, "content-encoding": "gzip" } }),
  ],
  [
    "a charset that contradicts",
    415,
    "PUSH_MEDIA_TYPE",
    () => ({ ...push(), headers: { "content-type": "text/xml; charset=latin-9" } }),
  ],
  ["malformed XML", 500, "PUSH_MALFORMED", () => push({ text: (text) => text.slice(0, -10) })],
  ["a DOCTYPE", 500, "PUSH_MALFORMED", () => push({ text: (text) => `<!DOCTYPE x [<!ENTITY a "b">]>${text}` })],
  [
    "a DOCTYPE in the payload",
    500,
    "PUSH_MALFORMED",
    () => push({ text: (text) => text.replace("&lt;Request", "&lt;!DOCTYPE x&gt;&lt;Request") }),
  ],
  [
    "two bodies",
    500,
    "PUSH_MALFORMED",
    () => push({ text: (text) => text.replace("&lt;/Request&gt;", "&lt;Body&gt;&lt;/Body&gt;&lt;/Request&gt;") }),
  ],
  [
    "two provider codes",
    500,
    "PUSH_MALFORMED",
    () =>
      push({
        text: (text) => text.replace("&lt;Head&gt;", "&lt;Head&gt;&lt;providerCode&gt;OTHER&lt;/providerCode&gt;"),
      }),
  ],
  [
    "an unknown operation",
    500,
    "PUSH_OPERATION",
    () =>
      push({
        operation: goods.operations.pushGoodsFilingAuditResult as never,
        body: { filingId: "F", auditResult: "1", auditTime: "2026-03-02 09:59:00" },
      }),
  ],
  ["an operation without handler", 500, "PUSH_OPERATION", () => push(), { handlers: {} }],
  ["an unknown provider", 401, "PUSH_PROVIDER", () => push(), { providers: { OTHER: KEY } }],
  ["a wrong key", 401, "PUSH_SIGNATURE", () => push({ key: "another-key" })],
  ["a changed body", 401, "PUSH_SIGNATURE", () => push({ text: (text) => text.replace("DOC-1", "DOC-2") })],
  ["a changed head", 401, "PUSH_SIGNATURE", () => push({ text: (text) => text.replace("M-1", "M-2") })],
  ["no signature", 401, "PUSH_SIGNATURE", () => push({ head: (fields) => fields.slice(0, -1) })],
  [
    "an empty signature",
    401,
    "PUSH_SIGNATURE",
    () => push({ head: (fields) => [...fields.slice(0, -1), ["sign", ""]] }),
  ],
  ["a time stamp outside the window", 200, "PUSH_CLOCK", () => push({ now: NOW - 3_600_000 })],
  ["a store that fails", 503, "PUSH_STORE", () => push(), { store: failing }],
];

describe("answers", () => {
  for (const [what, status, code, request, options] of TABLE) {
    it(`${status} for ${what}`, async () => {
      const { receive, taken, errors } = setup(options);
      const answer = await receive(request());
      expect(errors.map((error) => error.code)).toEqual([code]);
      expect(answer.status).toBe(status);
      expect(taken).toEqual([]);
      if (status === 401 || status === 413 || status === 415 || status === 405 || status === 503)
        expect(answer.body.byteLength).toBe(0);
      if (status === 500) expect(Buffer.from(answer.body).toString()).toContain("Fault");
      expect(answer.headers["content-length"]).toBe(String(answer.body.byteLength));
      for (const error of errors) expect(JSON.stringify(error.details)).not.toContain(KEY);
    });
  }

  it("500 for a signed body that breaks its schema", async () => {
    const { receive, errors } = setup();
    const signature = profile("P1");
    const bodyText = "<Body><docId>DOC-1</docId></Body>";
    const fields: HeadField[] = [
      ["providerCode", "TEST0001"],
      ["service", PUSH.name],
      ["version", "1.0"],
      ["messageId", "M-9"],
      ["timestamp", formatTimestamp(signature, NOW)],
      ["signType", "HMAC-SHA256"],
    ];
    const head: HeadField[] = [...fields, ["sign", sign(signature, loadKey(KEY), { fields, body: bodyText })]];
    const built = buildRequest({
      operation: PUSH as OperationDescriptor<unknown, unknown>,
      wire: resolveWireProfile({}),
      head,
      bodyText,
    });
    const answer = await receive({ method: "POST", path: "/", ...built });
    expect(answer.status).toBe(500);
    expect(errors[0]).toMatchObject({
      code: "PUSH_SCHEMA",
      details: { issues: [expect.objectContaining({ path: "docType" })] },
    });
  });

  it("400 instead of 500 for the sender's faults in SOAP 1.2", async () => {
    const { receive } = setup({ wire: { soapVersion: "1.2" } });
    expect((await receive(push({ wire: { soapVersion: "1.2" }, text: (text) => text.slice(0, -10) }))).status).toBe(
      400,
    );
  });

  it("keeps unknown elements aside, or refuses them when told so", async () => {
    const signature = profile("P1");
    const bodyText = `<Body><docId>D</docId><docType>C</docType><docStatus>40</docStatus><auditResult>1</auditResult><auditTime>2026-03-02 09:59:00</auditTime><newField>新</newField></Body>`;
    const fields: HeadField[] = [
      ["providerCode", "TEST0001"],
      ["service", PUSH.name],
      ["messageId", "M-8"],
      ["timestamp", formatTimestamp(signature, NOW)],
    ];
    const head: HeadField[] = [...fields, ["sign", sign(signature, loadKey(KEY), { fields, body: bodyText })]];
    const built = buildRequest({
      operation: PUSH as OperationDescriptor<unknown, unknown>,
      wire: resolveWireProfile({}),
      head,
      bodyText,
    });
    let unknown: unknown;
    const tolerant = setup({
      handlers: { pushDocumentAuditResult: (_body, context) => void (unknown = context.unknown) },
    });
    expect((await tolerant.receive({ method: "POST", path: "/", ...built })).status).toBe(200);
    expect(unknown).toEqual([{ path: "", name: "newField", ns: "", xml: "<newField>新</newField>" }]);
    const strict = setup({ unknownElements: "error" });
    expect((await strict.receive({ method: "POST", path: "/", ...built })).status).toBe(500);
  });

  it("explains a wrong signature in development mode only", async () => {
    const plain = setup();
    await plain.receive(push({ key: `${KEY}\n ` }));
    expect(plain.errors[0]?.details).not.toHaveProperty("explanation");
    const development = setup({ development: true });
    await development.receive(push({ key: `${KEY} ` }));
    expect(development.errors[0]?.details).toHaveProperty("explanation");
  });

  it("503 after close, once those under way are done", async () => {
    let finish: () => void = () => {};
    const { receive, close } = setup({
      handlers: { pushDocumentAuditResult: () => new Promise<void>((resolve) => (finish = resolve)) },
    });
    const first = receive(push());
    await new Promise((resolve) => setImmediate(resolve));
    const closed = close();
    expect((await receive(push({ messageId: "M-2" }))).status).toBe(503);
    finish();
    expect((await first).status).toBe(200);
    await closed;
  });

  it("refuses options that cannot work at once", () => {
    expect(() => setup({ providers: {} })).toThrow(/providers/);
    expect(() => setup({ maxBodyBytes: 0 })).toThrow(/maxBodyBytes/);
    expect(() => setup({ wire: { payload: "typed", answer: "xml-string" } })).toThrow(/answer/);
  });
});
