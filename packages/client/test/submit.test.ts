import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Journal, openJournal, type Timing } from "@coo/journal";
import { documents } from "@coo/msg-document";
import { createSandbox, type RemoteFaultKind, type Sandbox, type SandboxOptions } from "@coo/sandbox";
import { encodeBody, resolveWireProfile } from "@coo/soap";
import { describe, expect, expectTypeOf, it, onTestFinished } from "vitest";
// @boundaries-ignore one application for the tests of several packages
import { application as savedApplication } from "../../../test/support/application.ts";
import { outbox, referenceSubmit } from "../src/all.ts";
import {
  type Client,
  ClientError,
  type ClientOptions,
  createClient,
  isClientError,
  type SubmitHandle,
  type SubmitRules,
  type SubmitWorkOptions,
} from "../src/index.ts";
import { compareBodies } from "../src/submit/compare.ts";
import { failure } from "../src/submit/peer.ts";
import { type ResultParts, shownResult } from "../src/submit/result.ts";
import type { ResultRule } from "../src/submit/rules.ts";

const SERVICES = [documents] as const;

/** Times that let a test see everything in seconds, also on a machine that lets a request wait for one. */
const FAST: Partial<Timing> = {
  requestMs: 2_000,
  leaseMs: 2_500,
  settleMs: 100,
  queryPausesMs: [50],
  sendPausesMs: [50],
};
const NO_LIMIT = { perSecond: 1_000, burst: 1_000 };

function application(
  docId: string,
  more: Record<string, unknown> = {},
): Parameters<Client<typeof SERVICES>["applyGeneralCertificate"]>[0] {
  return { ...savedApplication(docId), ...more };
}

/** Polls for longer than a lease and a settle. */
const eventually = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(look, { timeout: 10_000, interval: 20 });

interface Setup {
  readonly sandbox: Sandbox;
  readonly journal: Journal;
  readonly client: Client<typeof SERVICES>;
  readonly path: string;
}

interface SetupOptions extends Partial<ClientOptions<typeof SERVICES>> {
  /** A test that runs beside others gives its own. */
  readonly finished?: typeof onTestFinished;
  readonly work?: SubmitWorkOptions | false;
  readonly rules?: SubmitRules;
}

async function setup(
  { work = { pollMs: 20 }, rules = referenceSubmit, finished = onTestFinished, ...options }: SetupOptions = {},
  timing: Partial<Timing> = FAST,
  remote: SandboxOptions = {},
): Promise<Setup> {
  const sandbox = createSandbox({ clock: "real", repeats: "apply", ...remote });
  await sandbox.listen();
  const folder = mkdtempSync(join(tmpdir(), "coo-submit-"));
  const path = join(folder, "coo.db");
  const journal = await openJournal({
    store: `sqlite:${path}`,
    timing,
    limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
    breaker: { pauseMs: 100 },
  });
  const client = createClient({
    ...sandbox.credentials,
    services: SERVICES,
    submit: outbox(journal, rules, work),
    ...options,
  });
  finished(async () => {
    await client.close();
    await journal.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { sandbox, journal, client, path };
}

const version = (sandbox: Sandbox, docId: string): number =>
  sandbox.control.list({ kind: "document" }).find((row) => row.id === docId)?.version ?? 0;

describe("client.submit", () => {
  it("commits, sends, and settles as accepted", async () => {
    const { client, sandbox, journal } = await setup();
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    expectTypeOf(handle).toEqualTypeOf<SubmitHandle>();
    const states: string[] = [];
    for await (const event of handle.events()) states.push(event.state);
    expect(states.at(-1)).toBe("accepted");
    expect(await handle.settled()).toEqual({ state: "accepted", remoteId: null, returnCode: null });
    expect([handle.key, handle.isNew, version(sandbox, "D-1")]).toEqual(["D-1", true, 1]);
    expect((await journal.history(handle.id)).ledger.map((row) => row.ev)).toEqual([
      "enqueue",
      "claim-send",
      "verified-success",
    ]);
    expect(sandbox.journal.find({ interface: 4 })[0]?.messageId).toBe(handle.messageId);
  });

  it("gives the same application for the same body, and refuses another under its key", async () => {
    const { client } = await setup({ work: false });
    const first = await client.submit.applyGeneralCertificate(application("D-1"));
    const again = await client.submit.applyGeneralCertificate(application("D-1"));
    expect([again.id, again.isNew]).toEqual([first.id, false]);
    const other = client.submit.applyGeneralCertificate(application("D-1", { marks: "OTHER" }));
    await expect(other).rejects.toMatchObject({ code: "CLIENT_JOURNAL", cause: { code: "JOURNAL_CONTENT" } });
    const keyed = await client.submit.applyGeneralCertificate(application("D-1", { marks: "OTHER" }), { key: "mine" });
    expect(keyed.key).toBe("mine");
  });

  it("queues nothing that breaks its schema or a rule", async () => {
    const { client, journal } = await setup({
      work: false,
      validate: (_name, body) =>
        (body as { marks?: string }).marks === "BAD"
          ? [{ code: "X", path: "marks", message: "bad", messageZh: "错", severity: "error" }]
          : [],
    });
    const broken = application("D-1", { docType: undefined });
    await expect(client.submit.applyGeneralCertificate(broken)).rejects.toMatchObject({ code: "CLIENT_INVALID" });
    const ruled = client.submit.applyGeneralCertificate(application("D-2", { marks: "BAD" }));
    await expect(ruled).rejects.toMatchObject({ code: "CLIENT_INVALID" });
    const keyless = client.submit.applyGeneralCertificate(application(""));
    await expect(keyless).rejects.toMatchObject({ code: "CLIENT_INVALID" });
    expect(await journal.pending()).toBe(0);
  });

  it("settles as rejected with the code after a verified refusal", async () => {
    const { client, sandbox } = await setup();
    const handle = await client.submit.applyGeneralCertificate(application("D-1", { enterpriseRegNo: "311999999" }));
    expect(await handle.settled()).toEqual({ state: "rejected", remoteId: null, returnCode: "3001" });
    expect(version(sandbox, "D-1")).toBe(0);
    const corrected = await client.submit.applyGeneralCertificate(application("D-1"));
    expect([corrected.rev, (await corrected.settled()).state]).toEqual([2, "accepted"]);
  });

  // At the same time: each waits for the end of its lease.
  it.concurrent.for<[RemoteFaultKind, number]>([
    ["drop", 2],
    ["error-before", 2],
    ["hang", 2],
    ["late", 1],
    ["cut", 1],
    ["error-after", 1],
    ["half", 1],
    ["slow", 1],
    ["bad-signature", 1],
    ["wrong-type", 1],
  ])("after %s it asks first, and the remote has it once, with %d request(s)", async ([kind, requests], own) => {
    const { expect, onTestFinished: finished } = own;
    const timing = { ...FAST, settleMs: 300 };
    const { client, sandbox } = await setup({ finished }, timing);
    // `late` within settle, `hang` and `slow` beyond the request's time.
    sandbox.faults.on({ kind, interfaces: [4], delayMs: kind === "late" ? 150 : 3_000 });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    expect((await handle.settled()).state).toBe("accepted");
    expect(version(sandbox, "D-1")).toBe(1);
    expect(sandbox.faults.hits[kind]).toBe(1);
    const seen =
      sandbox.journal.find({ interface: 4 }).length + (["drop", "error-before", "hang"].includes(kind) ? 1 : 0);
    expect(seen).toBe(requests);
  });

  it("does not double while queries lie for less than settle", async () => {
    const { client, sandbox } = await setup({}, { ...FAST, settleMs: 500 });
    sandbox.faults.on({ kind: "cut", interfaces: [4] });
    sandbox.faults.on({ kind: "hidden", count: "always", delayMs: 450 });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    expect((await handle.settled()).state).toBe("accepted");
    expect(version(sandbox, "D-1")).toBe(1);
  });

  it("tells a correction that was not applied from one that was", async () => {
    const { client, sandbox } = await setup();
    await (await client.submit.applyGeneralCertificate(application("D-1"))).settled();
    const change = application("D-1", { marks: "CHANGED" });
    sandbox.faults.on({ kind: "drop", interfaces: [4] });
    const lost = await client.submit.applyGeneralCertificate(change, { revise: true });
    expect((await lost.settled()).state).toBe("accepted");
    expect((sandbox.control.get("D-1").body as { marks?: string }).marks).toBe("CHANGED");
    sandbox.faults.on({ kind: "cut", interfaces: [4] });
    const kept = await client.submit.applyGeneralCertificate(application("D-1", { marks: "AGAIN" }), { revise: true });
    expect((await kept.settled()).state).toBe("accepted");
    expect(version(sandbox, "D-1")).toBe(3);
  });

  it("gives what the remote has with other content to a person, field by field", async () => {
    const { client, sandbox, journal } = await setup();
    const stranger = createClient({ ...sandbox.credentials, services: SERVICES });
    await stranger.applyGeneralCertificate(application("D-1", { marks: "THEIRS" }));
    await stranger.close();
    sandbox.faults.on({ kind: "drop", interfaces: [4] });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    await eventually(() => handle.state()).toBe("conflict");
    expect(await journal.findings()).toMatchObject([
      { kind: "mismatch", ours: '{"marks":"N/M"}', theirs: '{"marks":"THEIRS"}' },
    ]);
    await journal.resolve(handle.id, "cancel", { by: "w", reason: "theirs is right" });
    expect((await handle.settled()).state).toBe("cancelled");
  });

  it("ends waiting by a signal, never the application", async () => {
    const { client, sandbox } = await setup();
    sandbox.faults.on({ kind: "slow", interfaces: [4], delayMs: 200 });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    const aborted = handle.settled({ signal: AbortSignal.timeout(30) });
    await expect(aborted).rejects.toMatchObject({ code: "CLIENT_ABORTED" });
    expect((await handle.settled()).state).toBe("accepted");
    const gone = client.submit.applyGeneralCertificate(application("D-2"), { signal: AbortSignal.abort() });
    await expect(gone).rejects.toMatchObject({ code: "CLIENT_ABORTED", details: { sent: "no" } });
  });

  it("goes on after a restart", async () => {
    const { client, journal, sandbox } = await setup({ work: false });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    const waiting = handle.settled();
    await client.close();
    await expect(waiting).rejects.toMatchObject({ code: "CLIENT_CLOSED" });
    const next = createClient({ ...sandbox.credentials, services: SERVICES, submit: outbox(journal, referenceSubmit) });
    await eventually(async () => (await journal.find(handle.id))?.state).toBe("accepted");
    await next.close();
  });

  it("never repeats a print by itself", async () => {
    const { client, sandbox } = await setup({}, FAST, { policy: "auto-approve" });
    const issued = application("D-1", { sendAudit: true, sealId: undefined, signerId: undefined });
    await (await client.submit.applyGeneralCertificate(issued)).settled();
    await sandbox.control.approve("D-1").catch(() => {});
    sandbox.faults.on({ kind: "drop", interfaces: [13] });
    const lost = await client.submit.printDocument({ docId: "D-1" } as never);
    await eventually(() => lost.state()).toBe("needs_person");
    expect(sandbox.journal.find({ interface: 13 })).toEqual([]);
  });

  it("says so when there is no journal, no rule, or a rule that asks nowhere", async () => {
    const sandbox = createSandbox();
    const plain = createClient({ ...sandbox.credentials, services: SERVICES, fetch: sandbox.fetch });
    const noJournal = plain.submit.applyGeneralCertificate(application("D-1"));
    await expect(noJournal).rejects.toMatchObject({ code: "CLIENT_JOURNAL" });
    const { client, journal } = await setup({ rules: {}, work: false });
    const noRule = client.submit.applyGeneralCertificate(application("D-1"));
    await expect(noRule).rejects.toMatchObject({ code: "CLIENT_OPERATION" });
    const rule = referenceSubmit["applyGeneralCertificate"];
    if (!rule) throw new Error("no rule");
    const rules = { applyGeneralCertificate: { ...rule, ask: { ...rule.ask, operation: "printDocument" } } };
    const submit = outbox(journal, rules, false);
    expect(() => createClient({ ...sandbox.credentials, services: SERVICES, submit })).toThrow("no read operation");
  });
});

describe("the result that a query shows", () => {
  const ask = referenceSubmit["applyGeneralCertificate"]?.ask;
  const pushes = new Map(
    Object.entries(documents.operations).filter(([, operation]) => operation.direction === "push"),
  ) as unknown as ResultParts["pushes"];
  const check: ResultParts["check"] = (operation, body) => {
    try {
      encodeBody(operation, resolveWireProfile({}), "request", body);
    } catch (cause) {
      throw new ClientError("CLIENT_INVALID", String(cause), "", { cause });
    }
  };
  const record = {
    docId: "D-1",
    docType: "C",
    docStatus: "40",
    certNo: "26C311000001/00001",
    auditTime: "2026-03-02 10:00:00",
    printStatus: "0",
  };
  const shown = (more: object = {}, rule: ResultRule | undefined = ask?.result, parts = { pushes, check }) => {
    const result = shownResult(parts, rule, { ...record, ...more });
    return result && { ...result, body: JSON.parse(new TextDecoder().decode(result.body)) as unknown };
  };

  it("is the body of its push, of what the record has and nothing else", () => {
    expect(shown()).toEqual({
      op: "pushDocumentAuditResult",
      body: {
        auditResult: "1",
        auditTime: "2026-03-02 10:00:00",
        certNo: "26C311000001/00001",
        docId: "D-1",
        docStatus: "40",
        docType: "C",
      },
    });
  });

  it("is incomplete where the push needs more than the record has: nothing is made up", () => {
    // Returned, or refused for good: the record does not tell.
    expect(shown({ docStatus: "30", auditOpinion: "请核对" })).toMatchObject({
      lacks: expect.stringContaining("auditResult"),
      body: { docStatus: "30", auditOpinion: "请核对" },
    });
    expect(shown({ auditTime: undefined })).toMatchObject({ lacks: expect.stringContaining("auditTime") });
    expect(shown({ auditTime: "yesterday" })?.lacks).toBeDefined();
  });

  it("is none while there is no result, without a rule, and without the push among the services", () => {
    expect(shown({ docStatus: "20" })).toBeUndefined();
    expect(shown({ docStatus: "80" })).toBeUndefined();
    expect(shownResult({ pushes, check }, undefined, record)).toBeUndefined();
    expect(shown({}, ask?.result, { pushes: new Map(), check })).toBeUndefined();
  });

  it("hides no error of the check itself", () => {
    const broken = (): never => {
      throw new TypeError("broken");
    };
    expect(() => shown({}, ask?.result, { pushes, check: broken })).toThrow("broken");
  });

  it("comes with the answer about an application, as the sandbox keeps it", async () => {
    const { client, journal, sandbox } = await setup({}, FAST, { policy: "manual" });
    const results: unknown[] = [];
    const register = journal.register.bind(journal);
    await (await client.submit.applyGeneralCertificate(application("D-1", { sendAudit: true }))).settled();
    await sandbox.control.approve("D-1");
    const other = createClient({
      ...sandbox.credentials,
      services: SERVICES,
      submit: outbox(
        Object.assign(Object.create(journal) as Journal, {
          register: (peer: Parameters<Journal["register"]>[0]) =>
            register({
              ...peer,
              query: async (inquiry) => {
                const answer = await peer.query(inquiry);
                results.push(answer.result?.lacks ?? answer.result?.op);
                return answer;
              },
            }),
        }),
        referenceSubmit,
        false,
      ),
    });
    expect(await journal.reconcile("TEST0001", { since: 0 })).toMatchObject({ results: 1, found: [] });
    expect(results).toEqual(["pushDocumentAuditResult"]);
    await other.close();
  });
});

describe("a connection of its own", () => {
  async function listen(server: Server): Promise<string> {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  it("sends no byte when the deadline passes before the write", async () => {
    let bytes = 0;
    const server = createServer();
    server.on("connection", (socket) => socket.on("data", (chunk) => (bytes += chunk.length)));
    const endpoint = await listen(server);
    // The lease is as long as a request: whatever is claimed is late at once.
    const { client, journal } = await setup({ endpoint }, { ...FAST, requestMs: 300, leaseMs: 301 });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    await eventually(async () => (await journal.history(handle.id)).attempts.length).toBeGreaterThan(2);
    const kinds = (await journal.history(handle.id)).attempts
      .map((one) => one["kind"])
      .filter((kind) => kind !== "sending");
    expect(new Set(kinds)).toEqual(new Set(["send/not-sent"]));
    expect(bytes).toBe(0);
  });

  it("knows that nothing left when nobody listens", async () => {
    const server = createServer();
    const endpoint = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const { client, journal } = await setup({ endpoint });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    await eventually(async () => (await journal.history(handle.id)).attempts[0]?.["kind"]).toBe("send/not-sent");
    expect(["ready", "sending"]).toContain(await handle.state());
  });

  it("takes a reset after the last byte for unclear", async () => {
    const server = createServer((request) => request.on("end", () => request.socket.resetAndDestroy()).resume());
    const endpoint = await listen(server);
    const { client, journal } = await setup({ endpoint });
    const handle = await client.submit.applyGeneralCertificate(application("D-1"));
    await eventually(async () => (await journal.history(handle.id)).attempts[0]?.["kind"]).toBe("send/unclear");
    expect(["in_doubt", "resolving"]).toContain(await handle.state());
  });
});

describe("reads", () => {
  it("are tried three times with a journal, and once without", async () => {
    const { client, sandbox } = await setup({ work: false });
    sandbox.faults.on({ kind: "error-before", interfaces: [9], count: 2 });
    await expect(client.queryDocument({ docId: "D-1" })).rejects.toMatchObject({ code: "CLIENT_BUSINESS" });
    sandbox.faults.on({ kind: "error-before", interfaces: [9], count: 3 });
    await expect(client.queryDocument({ docId: "D-1" })).rejects.toMatchObject({ code: "CLIENT_HTTP_STATUS" });
    const plain = createClient({ ...sandbox.credentials, services: SERVICES });
    sandbox.faults.on({ kind: "error-before", interfaces: [9] });
    await expect(plain.queryDocument({ docId: "D-1" })).rejects.toMatchObject({ code: "CLIENT_HTTP_STATUS" });
    await plain.close();
  });

  it("never repeat a write", async () => {
    const { client, sandbox } = await setup({ work: false });
    sandbox.faults.on({ kind: "error-before", interfaces: [4] });
    await expect(client.applyGeneralCertificate(application("D-1"))).rejects.toSatisfy((error) => isClientError(error));
    expect(version(sandbox, "D-1")).toBe(0);
  });
});

it("takes for certain only what is", () => {
  const rule = referenceSubmit["applyGeneralCertificate"];
  if (!rule) throw new Error("no rule");
  expect(failure(new Error("?"), rule).kind).toBe("unclear");
  expect(failure(new TypeError("fetch failed"), rule).kind).toBe("unclear");
});

it("compares leaf by leaf", () => {
  expect(compareBodies({ a: "1", b: { c: ["x", "y"] } }, { a: "1", b: { c: ["x", "y"] }, more: 1 })).toEqual([]);
  expect(compareBodies({ a: "1", b: { c: ["x"] } }, { b: { c: ["z", "w"] } })).toEqual([
    { path: "a", ours: "1", theirs: null },
    { path: "b.c[0]", ours: "x", theirs: "z" },
    { path: "b.c.length", ours: "1", theirs: "2" },
  ]);
  expect(compareBodies({ a: "AQI=" }, { a: new Uint8Array([1, 2]) })).toEqual([]);
});
