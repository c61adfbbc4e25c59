import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Journal, openJournal, type Timing } from "@coo/journal";
import { documents } from "@coo/msg-document";
import { createSandbox, type Sandbox } from "@coo/sandbox";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  createReceiver,
  type PushRequest,
  type PushResponse,
  type Receiver,
  type ReceiverError,
  type ReceiverOptions,
} from "../src/index.ts";

const SERVICES = [documents] as const;
type Options = ReceiverOptions<typeof SERVICES>;

const BODY = {
  docId: "DOC-1",
  docType: "C",
  docStatus: "30",
  auditResult: "2",
  auditOpinion: "请核对",
  auditTime: "2026-03-02 09:29:00",
};
const FAST: Partial<Timing> = { requestMs: 20, leaseMs: 50, pushPausesMs: [10] };

interface Setup {
  readonly sandbox: Sandbox;
  readonly journal: Journal;
  readonly receiver: Receiver;
  readonly errors: ReceiverError[];
  /** Sends a push as the sandbox signs it; gives request and answer. */
  readonly push: (
    body?: Readonly<Record<string, unknown>>,
  ) => Promise<{ readonly request: PushRequest; readonly answer: PushResponse }>;
  readonly code: (answer: PushResponse) => string | undefined;
}

async function setup(handlers: Options["handlers"], options: Partial<Options> = {}): Promise<Setup> {
  const folder = mkdtempSync(join(tmpdir(), "coo-receiver-"));
  const journal = await openJournal({ store: `sqlite:${join(folder, "coo.db")}`, timing: FAST });
  const errors: ReceiverError[] = [];
  let last: { request: PushRequest; answer: PushResponse } | undefined;
  const sandbox = createSandbox({
    receiver: async (request) => {
      const answer = await receiver(request);
      last = { request, answer };
      return answer;
    },
    pushPauses: [],
  });
  const receiver = createReceiver({
    ...sandbox.receiverCredentials,
    services: SERVICES,
    handlers,
    journal,
    work: { pollMs: 10 },
    onError: (error) => errors.push(error),
    ...options,
  });
  onTestFinished(async () => {
    await receiver.close();
    await journal.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    sandbox,
    journal,
    receiver,
    errors,
    async push(body = BODY) {
      last = undefined;
      await sandbox.push("pushDocumentAuditResult", body);
      if (!last) throw new Error("no push came");
      return last;
    },
    code: (answer) => /returnCode(?:&gt;|>)(\d{4})/.exec(Buffer.from(answer.body).toString())?.[1],
  };
}

const rows = async (journal: Journal): Promise<Record<string, number>> =>
  Object.fromEntries((await journal.status()).inbox.map((one) => [one.state, one.rows]));

describe("acknowledgement", () => {
  it("follows the commit, and does not wait for the handler", async () => {
    let release: () => void = () => {};
    const { journal, push, code } = await setup({
      pushDocumentAuditResult: { after: () => new Promise<void>((resolve) => (release = resolve)) },
    });
    const { request, answer } = await push();
    expect([answer.status, code(answer)]).toEqual([200, "0000"]);
    const stored = await journal.inbox.find(1);
    expect(Buffer.from(stored?.body ?? []).equals(Buffer.from(request.body))).toBe(true);
    await expect.poll(() => rows(journal)).toEqual({ done: 1 });
    release();
  });

  it("is a 503 and never a success while the journal cannot commit", async () => {
    const { journal, push, errors } = await setup({ pushDocumentAuditResult: { inTx() {} } }, { work: false });
    await journal.store.tx((q) =>
      q("create trigger full before insert on inbox begin select raise(fail, 'full'); end"),
    );
    expect((await push()).answer.status).toBe(503);
    expect(errors.map((error) => error.code)).toEqual(["PUSH_STORE"]);
    await journal.store.tx((q) => q("drop trigger full"));
    expect((await push()).answer.status).toBe(200);
    expect(await rows(journal)).toEqual({ received: 1 });
  });
});

describe("the answer table", () => {
  it("known with equal content: success, also long after the clock window; counted", async () => {
    let now = 0;
    const { journal, receiver, push, code, sandbox } = await setup(
      { pushDocumentAuditResult: { inTx() {} } },
      { work: false, now: () => now + Date.parse("2026-03-02T09:30:00+08:00") },
    );
    const { request } = await push();
    now = 3 * 24 * 3_600_000;
    const late = await receiver(request);
    expect([late.status, code(late)]).toEqual([200, "0000"]);
    expect(await journal.inbox.find(1)).toMatchObject({ dups: 1 });
    // An unknown one of the same age is refused, kept, and does not make its number known.
    const unknown = await push({ ...BODY, docId: "DOC-2" });
    expect([unknown.answer.status, code(unknown.answer)]).toEqual([200, "1003"]);
    expect(await rows(journal)).toEqual({ received: 1, refused: 1 });
    now = 0;
    expect(code(await receiver(unknown.request))).toBe("0000");
    expect(sandbox.pushes).toHaveLength(2);
  });

  it("known with other content: an error, a conflict row, an alert", async () => {
    const { journal, receiver, push, code, errors } = await setup(
      { pushDocumentAuditResult: { inTx() {} } },
      { work: false },
    );
    const { request } = await push();
    const twin = createSandbox({ receiver: (other) => receiver(other), pushPauses: [] });
    await twin.push("pushDocumentAuditResult", { ...BODY, docId: "OTHER" });
    const id = (text: Uint8Array): string | undefined =>
      /messageId(?:&gt;|>)(\w+)/.exec(Buffer.from(text).toString())?.[1];
    const sent = twin.journal.find({ direction: "out" })[0];
    expect(id(request.body)).toBe(id(sent?.request.body ?? new Uint8Array()));
    expect(code(sent?.answer as PushResponse)).toBe("1004");
    expect(errors.map((error) => error.code)).toEqual(["PUSH_CONFLICT"]);
    expect(await journal.findings()).toMatchObject([{ kind: "push-conflict" }]);
    expect(await rows(journal)).toEqual({ conflict: 1, received: 1 });
    await twin.close();
  });

  it("wrong signature or unknown provider: 401, nothing of the body kept, counted together", async () => {
    const { journal, receiver, push, errors } = await setup(
      { pushDocumentAuditResult: { inTx() {} } },
      { work: false },
    );
    const { request } = await push();
    const forged = Buffer.from(Buffer.from(request.body).toString().replace("DOC-1", "DOC-X"));
    for (let i = 0; i < 5; i++) expect((await receiver({ ...request, body: forged })).status).toBe(401);
    await receiver.close();
    expect((await journal.status()).counters).toMatchObject([{ name: "PUSH_SIGNATURE", n: 5 }]);
    expect(errors.every((error) => error.code === "PUSH_SIGNATURE")).toBe(true);
    expect(await rows(journal)).toEqual({ received: 1 });
  });

  it("signed but against the schema: success, a dead letter and an alert; a fault by profile", async () => {
    const narrow = { ...documents, operations: { ...documents.operations } };
    const push = narrow.operations.pushDocumentAuditResult;
    const strict = { ...push, request: documents.operations.pushDocumentPrintStatus.request };
    Object.assign(narrow.operations, { pushDocumentAuditResult: strict });
    const services = [narrow] as unknown as typeof SERVICES;
    const accepting = await setup({ pushDocumentAuditResult: { inTx() {} } }, { services, work: false });
    const first = await accepting.push();
    expect([first.answer.status, accepting.code(first.answer)]).toEqual([200, "0000"]);
    expect(accepting.errors).toMatchObject([{ code: "PUSH_SCHEMA", status: 200 }]);
    expect(await rows(accepting.journal)).toEqual({ dead: 1 });
    expect(accepting.code(await accepting.receiver(first.request))).toBe("0000");
    expect((await accepting.journal.status()).attention.map((one) => one.next)).toEqual(["coo journal replay 1"]);

    const refusing = await setup(
      { pushDocumentAuditResult: { inTx() {} } },
      { services, work: false, unreadable: "fault" },
    );
    const again = await refusing.push();
    expect([again.answer.status, (await refusing.receiver(again.request)).status]).toEqual([500, 500]);
    expect(await rows(refusing.journal)).toEqual({ refused: 1 });
  });
});

describe("handlers", () => {
  it("run inTx exactly once over failures and restarts, and after at least once with a key", async () => {
    const seen: string[] = [];
    let fail = 2;
    const { journal, push, receiver } = await setup({
      pushDocumentAuditResult: {
        async inTx(tx, body, { messageId }) {
          await tx("create table if not exists results(doc text primary key, message text)");
          await tx("insert into results values(?, ?)", body.docId, messageId);
          if (fail-- > 0) throw new Error("not yet");
        },
        after(body, context, key) {
          seen.push(`${body.docId} ${key.endsWith(context.messageId)}`);
        },
      },
    });
    const { request } = await push();
    for (let i = 0; i < 5; i++) await receiver(request);
    await expect.poll(() => seen).toEqual(["DOC-1 true"]);
    expect(await journal.store.tx((q) => q("select doc from results"))).toEqual([{ doc: "DOC-1" }]);
    expect(await journal.inbox.find(1)).toMatchObject({ state: "done", dups: 5, tries: 3 });
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("apply the newer push only, whatever comes first", async () => {
    const applied: string[] = [];
    const { journal, push } = await setup({
      pushDocumentAuditResult: {
        subject: (body) => body.docId,
        applies: (current, body) => (body.auditTime ?? "") > (current.auditTime ?? ""),
        inTx(_tx, body) {
          applied.push(`${body.docId} ${body.docStatus}`);
        },
      },
    });
    await push({ ...BODY, docStatus: "40", auditTime: "2026-03-02 09:29:30" });
    await push({ ...BODY, docStatus: "30", auditTime: "2026-03-02 09:29:00" });
    await push({ ...BODY, docId: "DOC-2", docStatus: "30" });
    await push({ ...BODY, docStatus: "90", auditTime: "2026-03-02 09:29:50" });
    await expect.poll(() => rows(journal)).toEqual({ done: 4 });
    expect(applied).toEqual(["DOC-1 40", "DOC-2 30", "DOC-1 90"]);
  });

  it("take a function for after, and refuse an object without a journal", async () => {
    const seen: string[] = [];
    const { push } = await setup({ pushDocumentAuditResult: async (body) => void seen.push(body.docId) });
    await push();
    await expect.poll(() => seen).toEqual(["DOC-1"]);
    const sandbox = createSandbox();
    const handlers = { pushDocumentAuditResult: { inTx() {} } };
    expect(() => createReceiver({ ...sandbox.receiverCredentials, services: SERVICES, handlers })).toThrow("journal");
  });

  it("leave a push that nobody handles to a fault, and store nothing", async () => {
    const { journal, push } = await setup({});
    expect((await push()).answer.status).toBe(500);
    expect(await rows(journal)).toEqual({});
  });

  it("read the stored push as the wire profile says, whatever it is", async () => {
    const wire = { payload: "typed", soapVersion: "1.2" } as const;
    const folder = mkdtempSync(join(tmpdir(), "coo-receiver-"));
    const journal = await openJournal({ store: `sqlite:${join(folder, "coo.db")}`, timing: FAST });
    const seen: string[] = [];
    const sandbox = createSandbox({ wire, pushPauses: [], receiver: (request) => receiver(request) });
    const receiver = createReceiver({
      ...sandbox.receiverCredentials,
      services: SERVICES,
      journal,
      work: { pollMs: 10 },
      handlers: { pushDocumentAuditResult: (body) => void seen.push(body.auditOpinion ?? "") },
    });
    await sandbox.push("pushDocumentAuditResult", BODY);
    await expect.poll(() => seen).toEqual(["请核对"]);
    await receiver.close();
    await journal.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("a result of which no push came", () => {
  const SHOWN = { docId: "DOC-1", docType: "C", docStatus: "40", auditResult: "1", auditTime: "2026-03-02 09:29:00" };

  const eventually = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
    expect.poll(look, { timeout: 10_000, interval: 20 });

  /** Lets a query show a result of an accepted application, and the journal compare. */
  async function show(journal: Journal, body: object): Promise<void> {
    const shown = { op: "pushDocumentAuditResult", body: new TextEncoder().encode(JSON.stringify(body)) };
    journal.register({
      provider: "TEST0001",
      operations: { apply: "submit" },
      send: async () => ({ kind: "accepted" }),
      query: async () => ({ kind: "same", result: shown }),
    });
    const order = { tenant: "TEST0001", op: "apply", key: "DOC-1", content: new Uint8Array([1]) };
    await journal.enqueue(order);
    await journal.steps.send("TEST0001");
    await journal.reconcile("TEST0001", { since: 0, missedMs: 0 });
  }

  it("comes to the handler as what it is: no message, no number, no key", async () => {
    const seen: unknown[] = [];
    const { journal } = await setup({
      pushDocumentAuditResult: {
        subject: (body) => body.docId,
        after: (body, { raw, setAnswerHeaders, ...context }) => {
          expect(() => setAnswerHeaders({})).toThrow("answerHeaders");
          seen.push(body, context, JSON.parse(Buffer.from(raw).toString()));
        },
      },
    });
    await show(journal, SHOWN);
    await eventually(() => seen).toHaveLength(3);
    expect(seen).toEqual([
      SHOWN,
      {
        operation: "pushDocumentAuditResult",
        source: "query",
        providerCode: "TEST0001",
        messageId: "",
        head: {},
        soapHeaders: {},
        key: -1,
        unknown: [],
        signal: undefined,
      },
      SHOWN,
    ]);
  });

  it("is the same as a push that tells no field otherwise, whichever comes first", async () => {
    const seen: string[] = [];
    const { journal, push } = await setup({
      pushDocumentAuditResult: {
        subject: (body) => body.docId,
        after: (body, { source }) => void seen.push(`${source} ${body.docStatus}`),
      },
    });
    await show(journal, SHOWN);
    await eventually(() => seen).toEqual(["query 40"]);
    await push({ ...SHOWN, branchCode: "311", certNo: "26C311000001/00001" });
    await eventually(() => rows(journal)).toEqual({ done: 2 });
    await push({ ...SHOWN, docStatus: "90", auditResult: "3", auditTime: "2026-03-02 09:29:30" });
    await eventually(() => seen).toEqual(["query 40", "push 90"]);
    await show(journal, { ...SHOWN, docStatus: "90", auditResult: "3", auditTime: "2026-03-02 09:29:30" });
    await eventually(async () => (await journal.history(1)).result?.verdict).toBe("known");
    expect(seen).toHaveLength(2);
  });

  it("is not repaired for a handler that is a function: it does not say what its pushes are about", async () => {
    const seen: unknown[] = [];
    const { journal } = await setup({ pushDocumentAuditResult: (body) => void seen.push(body) });
    await show(journal, SHOWN);
    await expect
      .poll(() => journal.findings())
      .toMatchObject([{ kind: "missed", stream: "TEST0001/pushDocumentAuditResult" }]);
    expect(seen).toEqual([]);
  });
});

it("has as many effects as there are distinct pushes, with three in ten repeated and all out of order", async () => {
  const { journal, receiver } = await setup({
    pushDocumentAuditResult: {
      async inTx(tx, body) {
        await tx("create table if not exists effects(doc text)");
        await tx("insert into effects values(?)", body.docId);
      },
    },
  });
  const requests: PushRequest[] = [];
  const recorder = createSandbox({
    pushPauses: [],
    receiver: (request) => {
      requests.push(request);
      return { status: 503, headers: {}, body: new Uint8Array() };
    },
  });
  for (let i = 0; i < 100; i++) await recorder.push("pushDocumentAuditResult", { ...BODY, docId: `D-${i}` });
  const all = [...requests, ...requests.filter((_, i) => i % 10 < 3)].map((request, i) => ({
    request,
    at: (i * 7919) % 130,
  }));
  all.sort((a, b) => a.at - b.at);
  const answers = await Promise.all(all.map(({ request }) => receiver(request)));
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  await expect.poll(() => rows(journal), { timeout: 20_000 }).toEqual({ done: 100 });
  const [effects] = await journal.store.tx((q) => q("select count(*) as n, count(distinct doc) as docs from effects"));
  expect(effects).toEqual({ n: 100, docs: 100 });
  expect((await journal.status()).duplicates).toBe(30);
  await recorder.close();
});
