import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { documents } from "@coo/msg-document";
import { type Branch, enterprise } from "@coo/msg-enterprise";
import { createSandbox, type Sandbox } from "@coo/sandbox";
import { loadKey, profile, sign, verify } from "@coo/sign";
import { buildResponse, encodeBody, type HeadField, headValue, readRequest, resolveWireProfile } from "@coo/soap";
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { allServices } from "../src/all.ts";
import { type Client, ClientError, createClient, type FetchLike, isClientError } from "../src/index.ts";

const SERVICES = [enterprise, documents] as const;
let sandbox: Sandbox;
const opened: { close(): Promise<void> | void }[] = [];

beforeEach(() => {
  sandbox = createSandbox({ seed: "client" });
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await sandbox.close();
});

type Options = Omit<
  Parameters<typeof createClient<typeof SERVICES>>[0],
  "services" | "endpoint" | "providerCode" | "key"
>;

function client(
  options: Partial<Options> & { readonly key?: string; readonly endpoint?: string } = {},
): Client<typeof SERVICES> {
  const made = createClient({ ...sandbox.credentials, fetch: sandbox.fetch, ...options, services: SERVICES });
  opened.push(made);
  return made;
}

/** The sandbox's fetch with its answer changed. */
function changed(
  change: (text: string) => string,
  init: { readonly status?: number; readonly type?: string } = {},
): FetchLike {
  return async (url, request) => {
    const answer = (await sandbox.fetch(url, request)) as unknown as Response;
    return new Response(change(await answer.text()), {
      status: init.status ?? answer.status,
      headers: { "content-type": init.type ?? answer.headers.get("content-type") ?? "" },
    }) as unknown as Awaited<ReturnType<FetchLike>>;
  };
}

async function failure(promise: Promise<unknown>): Promise<ClientError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(isClientError(error)).toBe(true);
  return error as ClientError;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push({
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/services`;
}

describe("createClient", () => {
  it("calls an operation in process and gives the typed body", async () => {
    const { branches } = await client().queryBranches({ branchCode: "311" });
    expect(branches.branch?.map((one) => one.branchCode)).toEqual(["311"]);
    expectTypeOf(branches.branch).toEqualTypeOf<readonly Branch[] | undefined>();
  });

  it("calls over HTTP and keeps head and raw bytes in exchange()", async () => {
    const { url } = await sandbox.listen(0);
    const made = createClient({ ...sandbox.credentials, services: SERVICES });
    opened.push(made);
    expect(sandbox.credentials.endpoint.startsWith(url.slice(0, 16))).toBe(true);
    const result = await made.exchange("queryBranches", { branchCode: "311" }, { messageId: "M-1" });
    expect(result.head).toMatchObject({ messageId: "M-1", returnCode: "0000" });
    expect(result.head).not.toHaveProperty("sign");
    expect(Buffer.from(result.raw.request).toString()).toContain("M-1");
    expect(Buffer.from(result.raw.response).toString()).toContain("returnCode");
    expect(sandbox.journal.find({ messageId: "M-1" })).toHaveLength(1);
  });

  it("has exactly the called operations of its services as methods", () => {
    const made = client();
    expect(made.operations).toContain("queryBranches");
    expect(made.operations).not.toContain("pushDocumentAuditResult");
    expect("pushDocumentAuditResult" in made).toBe(false);
    // @ts-expect-error pushes are no methods
    void made.pushDocumentAuditResult;
    // @ts-expect-error the body is typed
    void (() => made.queryBranches({ pageNo: "1" }));
    const all = createClient({ ...sandbox.credentials, services: allServices, fetch: sandbox.fetch });
    expect(all.operations).toHaveLength(14);
  });

  it.each([
    [{ endpoint: "ftp://example.invalid/" }, /http or https/],
    [{ endpoint: "http://user:secret@127.0.0.1/" }, /user name or password/],
    [{ timeoutMs: 0 }, /timeoutMs/],
    [{ rateLimit: { perSecond: 0, burst: 1 } }, /rateLimit/],
    [{ opened: ["noSuchOperation"] }, /noSuchOperation/],
    [{ key: "" }, /key/],
    [{ wire: { payload: "typed", answer: "xml-string" } as const }, /answer/],
  ])("refuses options that cannot work: %j", (options, message) => {
    expect(() => client(options)).toThrow(message);
    try {
      client(options);
    } catch (error) {
      expect(error).toMatchObject({ code: "CLIENT_OPTIONS" });
      expect(String((error as ClientError).message)).not.toContain("secret");
    }
  });
});

describe("local refusals, nothing sent", () => {
  it("fails with CLIENT_NOT_OPENED for an interface that is not opened", async () => {
    const error = await failure(
      client({ opened: ["queryBranches"] }).verifyEnterpriseRegistration({ enterpriseRegNo: "311000001" }),
    );
    expect(error).toMatchObject({ code: "CLIENT_NOT_OPENED", retryable: false });
    expect(error.messageZh).toContain("企业注册信息校验");
  });

  it("fails with CLIENT_INVALID and all issues for a body that breaks its schema", async () => {
    const error = await failure(client().queryBranches({ branchCode: "3111", provinceCode: "3200000" }));
    expect(error.code).toBe("CLIENT_INVALID");
    expect(error.issues.map((issue) => issue.path).sort()).toEqual(["branchCode", "provinceCode"]);
  });

  it("fails with CLIENT_INVALID for a broken rule and passes warnings on", async () => {
    const onWarning = vi.fn();
    const issue = { code: "RULE", path: "branchCode", message: "wrong", messageZh: "错误" };
    const warned = client({ validate: () => [{ ...issue, severity: "warning" }], onWarning });
    await warned.queryBranches({});
    expect(onWarning).toHaveBeenCalledWith("queryBranches", [{ ...issue, severity: "warning" }]);
    const error = await failure(client({ validate: () => [{ ...issue, severity: "error" }] }).queryBranches({}));
    expect(error).toMatchObject({ code: "CLIENT_INVALID", details: { sent: "no" } });
  });

  it("fails with CLIENT_RATE_LIMIT when the pause would be longer than the call may take", async () => {
    const made = client({ rateLimit: { perSecond: 0.001, burst: 1 }, timeoutMs: 1000 });
    await made.queryBranches({});
    expect(await failure(made.queryBranches({}))).toMatchObject({ code: "CLIENT_RATE_LIMIT", retryable: true });
  });

  it("fails with CLIENT_CLOSED after close", async () => {
    const made = client();
    await made.close();
    expect(await failure(made.queryBranches({}))).toMatchObject({ code: "CLIENT_CLOSED" });
  });

  afterEach(() => expect(sandbox.journal.entries.length).toBeLessThanOrEqual(1));
});

describe("errors are distinct", () => {
  it("CLIENT_BUSINESS for a signed answer with another return code", async () => {
    const error = await failure(client().queryDocument({ docId: "NO-SUCH" }));
    expect(error.code).toBe("CLIENT_BUSINESS");
    expect(error).toMatchObject({ retryable: false, details: { returnCode: "3002" } });
  });

  it("CLIENT_SIGNATURE for an answer that was changed, or signed with another key", async () => {
    const tampered = changed((text) => text.replace("模拟苏州", "模拟杭州"));
    expect(await failure(client({ fetch: tampered }).queryBranches({ branchCode: "311" }))).toMatchObject({
      code: "CLIENT_SIGNATURE",
      retryable: false,
    });
  });

  it("CLIENT_SIGNATURE for an answer without a signature", async () => {
    const unsigned = changed((text) => text.replace(/&lt;sign&gt;.*?&lt;\/sign&gt;/, ""));
    expect((await failure(client({ fetch: unsigned }).queryBranches({}))).code).toBe("CLIENT_SIGNATURE");
  });

  it("CLIENT_ANSWER for a true answer to another request", async () => {
    let first: string | undefined;
    const replaying: FetchLike = async (url, request) => {
      const answer = (await sandbox.fetch(url, request)) as unknown as Response;
      first ??= await answer.clone().text();
      return new Response(first, { headers: { "content-type": "text/xml; charset=utf-8" } }) as unknown as Awaited<
        ReturnType<FetchLike>
      >;
    };
    const made = client({ fetch: replaying });
    await made.queryBranches({});
    expect(await failure(made.queryBranches({}))).toMatchObject({
      code: "CLIENT_ANSWER",
      message: expect.stringContaining("another message"),
    });
  });

  it("CLIENT_ANSWER for text that is no SOAP", async () => {
    expect((await failure(client({ fetch: changed(() => "<html>") }).queryBranches({}))).code).toBe("CLIENT_ANSWER");
  });

  it("CLIENT_FAULT for a SOAP fault", async () => {
    const fault =
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>维护中</faultstring></s:Fault></s:Body></s:Envelope>';
    const error = await failure(client({ fetch: changed(() => fault, { status: 500 }) }).queryBranches({}));
    expect(error).toMatchObject({ code: "CLIENT_FAULT", details: { faultString: "维护中", status: 500 } });
  });

  it.each([
    [502, true],
    [404, false],
    [302, false],
  ])("CLIENT_HTTP_STATUS for HTTP %i without SOAP (retryable: %s)", async (status, retryable) => {
    const error = await failure(
      client({ fetch: changed(() => "<html>Bad Gateway</html>", { status, type: "text/html" }) }).queryBranches({}),
    );
    expect(error).toMatchObject({ code: "CLIENT_HTTP_STATUS", retryable, details: { status } });
  });

  it("CLIENT_ANSWER_TOO_LARGE for an answer over the limit", async () => {
    expect(await failure(client({ maxAnswerBytes: 500 }).queryBranches({}))).toMatchObject({
      code: "CLIENT_ANSWER_TOO_LARGE",
      details: { limit: 500 },
    });
  });

  it("CLIENT_CONNECTION, surely not sent, when nobody listens", async () => {
    const server = createServer();
    const endpoint = await listen(server);
    await opened.pop()?.close();
    const made = createClient({ ...sandbox.credentials, endpoint, services: SERVICES });
    opened.push(made);
    const error = await failure(made.queryBranches({}));
    expect(error).toMatchObject({ code: "CLIENT_CONNECTION", retryable: true, details: { sent: "no" } });
  });

  it("CLIENT_CONNECTION, perhaps sent, when the connection breaks: a write is not retryable", async () => {
    const endpoint = await listen(createServer((request) => request.socket.destroy()));
    const made = createClient({ ...sandbox.credentials, endpoint, services: SERVICES });
    opened.push(made);
    expect(await failure(made.queryBranches({}))).toMatchObject({
      code: "CLIENT_CONNECTION",
      retryable: true,
      details: { sent: "maybe" },
    });
    expect(await failure(made.printDocument({ docId: "D" }))).toMatchObject({
      code: "CLIENT_CONNECTION",
      retryable: false,
      details: { sent: "maybe" },
    });
  });

  it("CLIENT_TIMEOUT when no answer comes in time, CLIENT_ABORTED when the caller gives up", async () => {
    const endpoint = await listen(createServer(() => {}));
    const made = createClient({ ...sandbox.credentials, endpoint, services: SERVICES });
    opened.push(made);
    expect(await failure(made.queryBranches({}, { timeoutMs: 50 }))).toMatchObject({
      code: "CLIENT_TIMEOUT",
      retryable: false,
    });
    const controller = new AbortController();
    const pending = failure(made.queryBranches({}, { signal: controller.signal }));
    controller.abort();
    expect(await pending).toMatchObject({ code: "CLIENT_ABORTED" });
    const closing = failure(made.queryBranches({}));
    await made.close();
    expect(await closing).toMatchObject({ code: "CLIENT_CLOSED" });
  });
});

describe("iterate", () => {
  it("goes through the items of every list answer, paged or not", async () => {
    const all = createClient({ ...sandbox.credentials, services: allServices, fetch: sandbox.fetch, rateLimit: false });
    opened.push(all);
    const codes: string[] = [];
    for await (const branch of all.iterate.queryBranches({}, { pageSize: 2 })) codes.push(branch.branchCode);
    expect([...codes].sort()).toEqual(["310", "311", "330", "440", "999"]);
    const seals: string[] = [];
    for await (const item of all.iterate.querySealSignature({ enterpriseRegNo: "311000001" })) seals.push(item.kind);
    expect(seals.every((kind) => kind === "SEAL" || kind === "SIGN")).toBe(true);
    expect(Object.keys(all.iterate).sort()).toEqual(
      ["queryBranches", "queryGoodsFiling", "querySealSignature", "syncDocuments", "syncGoodsFilings"]
        .concat(Object.keys(all.iterate).filter((name) => name.startsWith("apply")))
        .sort(),
    );
    // @ts-expect-error there is nothing to iterate over
    expect(all.iterate.previewDocument).toBeUndefined();
  });
});

describe("interceptors and several platforms", () => {
  it("wraps every exchange, the first outermost", async () => {
    const order: string[] = [];
    const made = client({
      interceptors: ["a", "b"].map((name) => (next) => async (call) => {
        order.push(`${name} ${call.operation.name}`);
        return next({ ...call, headers: { ...call.headers, [`x-${name}`]: "1" } });
      }),
    });
    await made.queryBranches({});
    expect(order).toEqual(["a queryBranches", "b queryBranches"]);
    expect(sandbox.journal.entries[0]?.request.headers).toMatchObject({ "x-a": "1", "x-b": "1" });
  });

  it("serves several provider codes in one process", async () => {
    await sandbox.close();
    sandbox = createSandbox({ providers: { ONE: "coo-demo-key-one", TWO: "coo-demo-key-two" } });
    const one = createClient({ ...sandbox.credentialsFor("ONE"), services: SERVICES, fetch: sandbox.fetch });
    const two = createClient({ ...sandbox.credentialsFor("TWO"), services: SERVICES, fetch: sandbox.fetch });
    await Promise.all([one.queryBranches({}), two.queryBranches({})]);
    expect(sandbox.journal.entries.map((entry) => entry.providerCode).sort()).toEqual(["ONE", "TWO"]);
  });

  it("signs with the first of two keys and verifies an answer made with the second, during a change-over", async () => {
    const [P1, wire, next, last] = [profile("P1"), resolveWireProfile({}), loadKey("next-key"), loadKey("last-key")];
    let signedWithNext = false;
    const exchange: FetchLike = async (_url, request) => {
      const read = readRequest(request.body, request.headers, { wire, services: SERVICES });
      const input = { fields: read.head, body: read.signedBody };
      signedWithNext = verify(P1, next, input, headValue(read.head, "sign")).ok;
      const bodyText = encodeBody(read.operation, wire, "response", { branches: {} });
      const fields: HeadField[] = [
        ["messageId", headValue(read.head, "messageId") ?? ""],
        ["returnCode", "0000"],
      ];
      const head: HeadField[] = [...fields, ["sign", sign(P1, last, { fields, body: bodyText })]];
      const { body, ...init } = buildResponse({ operation: read.operation, wire, head, bodyText });
      return new Response(Buffer.from(body), init) as unknown as Awaited<ReturnType<FetchLike>>;
    };
    const options = { ...sandbox.credentials, services: SERVICES, fetch: exchange };
    expect(await createClient({ ...options, key: [next, last] }).queryBranches({})).toEqual({ branches: {} });
    expect(signedWithNext).toBe(true);
    expect(await failure(createClient({ ...options, key: next }).queryBranches({}))).toMatchObject({
      code: "CLIENT_SIGNATURE",
    });
  });

  it("never shows a key", async () => {
    const made = client();
    const { inspect } = await import("node:util");
    const error = await failure(client({ fetch: changed((text) => text.replace("0000", "0001")) }).queryBranches({}));
    for (const text of [inspect(made, { depth: 10 }), inspect(error, { depth: 10 }), JSON.stringify(error)]) {
      expect(text).not.toContain(String(sandbox.credentials.key));
    }
  });
});
