import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@coo/client";
import { allServices, outbox, referenceSubmit } from "@coo/client/all";
import { openJournal } from "@coo/journal";
import { createReceiver, type PushContext } from "@coo/receiver";
import { createSandbox } from "@coo/sandbox";
import { expect, it, onTestFinished } from "vitest";
// @boundaries-ignore one application for the tests of several packages
import { application as savedApplication } from "../../../test/support/application.ts";
import { labelOf } from "../src/differences.ts";
import { run } from "../src/index.ts";

const KEY = "ccpit-demo-key-0001";

/** A platform with a receiver, whose sandbox loses pushes; the command line compares in the same store. */
async function platform() {
  const folder = mkdtempSync(join(tmpdir(), "coo-missed-"));
  const store = `sqlite:${join(folder, "coo.db")}`;
  writeFileSync(join(folder, "key"), KEY, { mode: 0o600 });
  const effects: string[] = [];
  const contexts: PushContext[] = [];
  const journal = await openJournal({ store, timing: { pushPausesMs: [10], requestMs: 1_000, leaseMs: 2_000 } });
  await journal.store.tx((q) => q("create table results(doc text, status text, source text)"));
  const sandbox = createSandbox({ clock: "real", receiver: (request) => receiver(request), pushPauses: [] });
  await sandbox.listen();
  const receiver = createReceiver({
    ...sandbox.receiverCredentials,
    services: allServices,
    journal,
    work: { pollMs: 20 },
    handlers: {
      pushDocumentAuditResult: {
        subject: (body) => body.docId,
        applies: (current, body) => (body.auditTime ?? "") > (current.auditTime ?? ""),
        async inTx(tx, { docId, docStatus }, context) {
          await tx("insert into results values(?, ?, ?)", docId, docStatus, context.source);
        },
        after(body, context) {
          contexts.push(context as PushContext);
          effects.push(`${body.docId} ${body.docStatus} ${body.auditResult} ${body.certNo ?? ""}`);
        },
      },
      pushGoodsFilingAuditResult: {
        subject: (body) => body.filingId,
        inTx: async (tx, body, { source }) => {
          await tx("insert into results values(?, ?, ?)", body.filingId, body.auditResult, source);
        },
      },
    },
  });
  const { endpoint } = sandbox.credentials;
  const setting = { services: allServices, endpoint, providerCode: "TEST0001", key: KEY };
  const client = createClient({ ...setting, submit: outbox(journal, referenceSubmit, { pollMs: 20 }) });
  onTestFinished(async () => {
    await receiver.close();
    await client.close();
    await journal.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const env = {
    COO_ENDPOINT: endpoint,
    COO_PROVIDER_CODE: "TEST0001",
    COO_KEY_FILE: join(folder, "key"),
    COO_JOURNAL_STORE: store,
  };
  const coo = async (...args: string[]) => {
    let out = "";
    const io = { out: (text: string) => void (out += text), err: () => {}, env };
    const exit = await run(["journal", ...args], io);
    return { exit, out };
  };
  const apply = async (docId: string): Promise<void> => {
    const handle = await client.submit.applyGeneralCertificate({ ...savedApplication(docId), sendAudit: true });
    expect((await handle.settled()).state).toBe("accepted");
  };
  const results = (): Promise<unknown[]> => journal.store.tx((q) => q("select doc, status, source from results"));
  const verdict = async (id: number) => (await journal.history(id)).result?.verdict;
  return { journal, sandbox, client, coo, apply, effects, contexts, results, verdict };
}

const eventually = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(look, { timeout: 20_000, interval: 20 });

it("makes a lost result known to its handler once, and nothing more when its push comes late", async () => {
  const { journal, sandbox, coo, apply, effects, contexts, results } = await platform();
  sandbox.faults.on({ kind: "lost-push", interfaces: [7] });
  await apply("D-1");
  await sandbox.control.approve("D-1");
  expect([sandbox.pushes.map((push) => push.state), await results()]).toEqual([["lost"], []]);
  // Its push may still come.
  expect((await coo("reconcile", "--since", "1d")).out).toContain("新结果 new results 1");
  expect((await coo("show", "1")).out).toMatch(/审核结果 result +pushDocumentAuditResult.*its push may still come/);
  expect(await results()).toEqual([]);
  await journal.store.tx((q) => q("update result set due = 0"));
  await eventually(results).toEqual([{ doc: "D-1", status: "40", source: "query" }]);
  const { certNo } = sandbox.control.get("D-1") as { readonly certNo?: string };
  await eventually(() => effects).toEqual([`D-1 40 1 ${certNo}`]);
  expect(contexts[0]).toMatchObject({ source: "query", key: -1, messageId: "", head: {}, providerCode: "TEST0001" });
  expect((await coo("show", "1")).out).toMatch(/推送丢失,已补入收件箱 · no push came, put into inbox\/1/);
  expect((await coo("status")).out).toContain("补收结果 results found by the reconciler  1");

  await sandbox.control.resend(sandbox.pushes[0]?.id ?? "");
  expect(sandbox.pushes).toMatchObject([{ state: "delivered" }]);
  await eventually(async () => (await journal.inbox.find(2))?.state).toBe("done");
  expect((await coo("reconcile", "--missed-after", "0m")).exit).toBe(0);
  expect([await results(), effects.length]).toMatchObject([[{ source: "query" }], 1]);
  const chain = await journal.store.tx((q) => q("select ev from ledger where stream = 'inbox/2' order by n"));
  expect(chain).toEqual([{ ev: "received" }, { ev: "superseded" }]);
  expect((await coo("verify")).exit).toBe(0);
}, 60_000);

it("says nothing of a result that was pushed, and knows a newer one that was not", async () => {
  const { journal, sandbox, coo, apply, results, verdict } = await platform();
  await apply("D-1");
  await sandbox.control.approve("D-1");
  await eventually(results).toEqual([{ doc: "D-1", status: "40", source: "push" }]);
  await coo("reconcile", "--missed-after", "0m");
  await eventually(() => verdict(1)).toBe("known");
  // Made void; that 9 shows no result that says so is told to a person.
  sandbox.faults.on({ kind: "lost-push" });
  await journal.store.tx((q) => q("update inbox set received = received - 3600000"));
  await sandbox.control.void("D-1", "模拟作废");
  const found = await coo("reconcile", "--missed-after", "0m");
  expect(found.out).toContain("新结果 new results 1");
  await eventually(() => verdict(1)).toBe("missed");
  expect(await results()).toHaveLength(1);
}, 60_000);

it("tells a person of a lost result of which no push can be made, in the push's own words", async () => {
  const { sandbox, client, coo, apply, results, verdict } = await platform();
  sandbox.faults.on({ kind: "lost-push", count: "always" });
  await apply("D-1");
  await sandbox.control.reject("D-1", "请补充发票");
  const filing = await client.submit.applyGoodsFiling({
    filingId: "F-1",
    sendAudit: true,
    applyType: "0",
    enterpriseRegNo: "311000001",
    branchCode: "311",
    hsCode: "6109100000",
    goodsCnName: "棉制针织T恤衫",
    goodsEnName: "COTTON T-SHIRTS",
    producerName: "苏州模拟制造有限公司",
    preferences: { preference: [{ areaCode: "RC", preferenceType: "PE", originCriterion: "PE" }] },
    processes: { process: [{ seqNo: 1, processName: "裁剪" }] },
    materials: { material: [] },
  } as never);
  expect((await filing.settled()).state).toBe("accepted");
  await sandbox.control.approve("F-1");
  await coo("reconcile", "--missed-after", "0m");
  await eventually(async () => [await verdict(1), await verdict(2)]).toEqual(["missed", "missed"]);
  expect(await results()).toEqual([]);
  const { out } = await coo("findings");
  expect(out).toMatch(/missed +outbox\/1 +applyGeneralCertificate D-1/);
  expect(out).toContain(`${labelOf("pushDocumentAuditResult", "auditOpinion")}`);
  expect(out).toContain("– ≠ 请补充发票");
  expect(out).toMatch(/missed +outbox\/2 +applyGoodsFiling F-1/);
  expect(labelOf("pushDocumentAuditResult", "auditOpinion")).not.toBe("");
  expect((await coo("show", "1")).out).toContain("推送丢失,需人工 · no push came, for a person");
}, 60_000);
