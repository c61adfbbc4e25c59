import { getEventListeners } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@coo/client";
import { allServices, outbox, referenceSubmit } from "@coo/client/all";
import { openJournal } from "@coo/journal";
import { createSandbox } from "@coo/sandbox";
import { expect, it, onTestFinished } from "vitest";
// @boundaries-ignore one application for the tests of several packages
import { application as savedApplication } from "../../../test/support/application.ts";
import { labelOf } from "../src/differences.ts";
import { nodeCheck } from "../src/doctor.ts";
import { pause } from "../src/exchange-commands.ts";
import { run } from "../src/index.ts";

const KEY = "ccpit-demo-key-0001";

async function coo(args: readonly string[], env: Record<string, string> = {}, signal?: AbortSignal) {
  let out = "";
  let err = "";
  const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), env };
  const exit = await run(args, signal ? { ...io, signal } : io);
  return { exit, out, err };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "coo-cli-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const application = (docId: string, importerEnName: string) => ({ ...savedApplication(docId), importerEnName });

/** A sandbox, and a journal in which two applications wait. */
async function prepared() {
  const sandbox = createSandbox({ clock: "real" });
  await sandbox.listen();
  onTestFinished(() => sandbox.close());
  const { endpoint } = sandbox.credentials;
  const path = folder();
  const store = `sqlite:${join(path, "coo.db")}`;
  const keyFile = join(path, "key");
  writeFileSync(keyFile, KEY, { mode: 0o600 });
  const journal = await openJournal({ store });
  const setting = { services: allServices, endpoint, providerCode: "TEST0001", key: KEY };
  const client = createClient({ ...setting, submit: outbox(journal, referenceSubmit, false) });
  for (const id of ["D-1", "D-2"]) await client.submit.applyGeneralCertificate(application(id, "EXAMPLE IMPORT GMBH"));
  await client.close();
  await journal.close();
  const env = {
    COO_ENDPOINT: endpoint,
    COO_PROVIDER_CODE: "TEST0001",
    COO_KEY_FILE: keyFile,
    COO_JOURNAL_STORE: store,
  };
  return { env, keyFile, setting };
}

it("sends what waits, then compares field by field with labels", async () => {
  const { env, setting } = await prepared();
  const worked = await coo(["journal", "work", "--until-empty", "--json"], env);
  expect(worked.exit).toBe(0);
  expect(JSON.parse(worked.out)).toMatchObject({ ok: true, data: { counts: { accepted: 2 } } });
  // Events are objects, one a line, without anything of the messages.
  const events = worked.err
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(
    events
      .filter((one) => one.state === "accepted")
      .map((one) => one.key)
      .sort(),
  ).toEqual(["D-1", "D-2"]);
  expect(worked.err + worked.out).not.toContain("EXAMPLE IMPORT");
  expect((await coo(["journal", "reconcile", "--since", "1d"], env)).out).toContain("差异 differences 0");

  const direct = createClient(setting);
  await direct.applyGeneralCertificate(application("D-2", "OTHER IMPORT GMBH"));
  await direct.close();
  const found = await coo(["journal", "reconcile", "--since", "1d"], env);
  expect(found.exit).toBe(3);
  expect(found.out).toMatch(/mismatch +outbox\/2 +applyGeneralCertificate D-2/);
  expect(found.out).toContain(labelOf("applyGeneralCertificate", "importerEnName"));
  expect(found.out).toContain("EXAMPLE IMPORT GMBH ≠ OTHER IMPORT GMBH");
  const json = JSON.parse((await coo(["journal", "reconcile", "--json"], env)).out);
  expect(json).toMatchObject({
    ok: false,
    data: { found: [{ kind: "mismatch", document: "applyGeneralCertificate D-2" }] },
  });
  // The finding is there later as well, in the list, beside its application, and on the one screen.
  for (const args of [["findings"], ["show", "2"]]) {
    const { out } = await coo(["journal", ...args], env);
    expect(out).toContain(labelOf("applyGeneralCertificate", "importerEnName"));
    expect(out).toContain("EXAMPLE IMPORT GMBH ≠ OTHER IMPORT GMBH");
    expect(out).toContain("→ coo journal close-finding 1 --by NAME");
  }
  expect((await coo(["journal", "status"], env)).out).toMatch(/mismatch outbox\/2.*→ coo journal findings/);
  expect((await coo(["journal", "close-finding", "1", "--by", "李"], env)).exit).toBe(0);
  expect((await coo(["journal", "findings"], env)).out).toContain("nothing is open");
}, 60_000);

it("compares every hour, and asks again only about what is due for it", async () => {
  const { env } = await prepared();
  await coo(["journal", "work", "--until-empty"], env);
  const compared = async (): Promise<unknown> => {
    const { out } = await coo(["journal", "work", "--role", "reconciler", "--until-empty", "--json"], env);
    return JSON.parse(out).data.counts.compared;
  };
  expect(await compared()).toBe(2);
  // It was this hour's turn.
  expect(await compared()).toBeUndefined();
  const journal = await openJournal({ store: env.COO_JOURNAL_STORE });
  await journal.store.tx((q) => q("delete from limiter where name like 'turn/%'"));
  await journal.enqueue({ tenant: "TEST0001", op: "applyGeneralCertificate", key: "D-9", content: new Uint8Array() });
  await journal.store.tx((q) => q("update outbox set state = 'accepted' where bkey = 'D-9'"));
  await journal.close();
  // The next one: two were compared a moment ago.
  expect(await compared()).toBe(1);
}, 60_000);

it("does not work on a store that has gone back, until `restored` was run", async () => {
  const { env } = await prepared();
  const journal = await openJournal({ store: env.COO_JOURNAL_STORE });
  // As a worker elsewhere leaves it that misses its claims.
  await journal.store.tx((q) => q("insert into meta(name, value) values('behind', 'elsewhere/1/2')"));
  const refused = await coo(["journal", "work", "--until-empty", "--json"], env);
  expect(refused.exit).toBe(7);
  expect(JSON.parse(refused.out)).toMatchObject({ ok: false, error: { code: "JOURNAL_BEHIND" } });
  expect((await coo(["journal", "status"], env)).out).toContain("coo journal restored");
  const told = await coo(["journal", "restored", "--json"], env);
  expect(JSON.parse(told.out)).toMatchObject({ data: { rows: 2 } });
  expect(await journal.pending()).toBe(2);
  await journal.close();
});

it("stops when it is told to, with what is under way written down", async () => {
  const { env } = await prepared();
  const stop = new AbortController();
  const working = coo(["journal", "work"], env, stop.signal);
  setTimeout(() => stop.abort(), 1_500);
  expect((await working).exit).toBe(130);
  const { data } = JSON.parse((await coo(["journal", "status", "--json"], env)).out);
  expect(data.outbox).toMatchObject([{ state: "accepted", rows: 2 }]);
}, 60_000);

it("tells of answers that did not come with the exit code of the network", async () => {
  const { env } = await prepared();
  await coo(["journal", "work", "--until-empty"], env);
  const away = { ...env, COO_ENDPOINT: "http://127.0.0.1:9/" };
  const { exit, out } = await coo(["journal", "reconcile"], away);
  expect([exit, out]).toEqual([6, expect.stringContaining("未答 unanswered 2")]);
}, 60_000);

it("works for no role that needs the user's own handlers, and without no key", async () => {
  const { env } = await prepared();
  const inbox = await coo(["journal", "work", "--role", "sender,inbox"], env);
  expect([inbox.exit, inbox.err]).toEqual([2, expect.stringContaining("createReceiver")]);
  const none = await coo(["journal", "work"], { ...env, COO_KEY_FILE: "/nowhere/key" });
  expect([none.exit, none.err]).toEqual([7, expect.stringMatching(/无法读取密钥文件[\s\S]*ENOENT/)]);
  expect((await coo(["journal", "work", "--rol", "sender"], env)).exit).toBe(2);
  expect((await coo(["journal", "reconcile", "--since", "soon"], env)).exit).toBe(2);
});

it("knows the label of a field in a list", () => {
  expect(labelOf("applyGeneralCertificate", "goodsList.goods[3].hsCode")).toContain("HS");
  expect(labelOf("applyGeneralCertificate", "nothing")).toBe("");
});

it("doctor finds nothing wrong where nothing is", async () => {
  const { env } = await prepared();
  const { exit, out } = await coo(["doctor", "--online"], env);
  expect([exit, out]).toEqual([0, expect.not.stringContaining("✖")]);
  expect(out).toContain("时钟 clock");
});

it("doctor prints a fix for each red line", async () => {
  const { env, keyFile } = await prepared();
  const { exit, out } = await coo(["doctor"], {});
  expect([exit, out]).toEqual([7, expect.stringMatching(/✖ +配置[\s\S]*→ --endpoint/)]);
  const away = await coo(["doctor", "--online", "--json"], { ...env, COO_ENDPOINT: "http://127.0.0.1:9/" });
  expect(away.exit).toBe(6);
  expect(JSON.parse(away.out).data.checks.at(-1)).toMatchObject({
    state: "wrong",
    fix: expect.stringContaining("VPN"),
  });
  writeFileSync(keyFile, `\uFEFF${KEY}\n`);
  chmodSync(keyFile, 0o644);
  const loose = (await coo(["doctor"], env)).out;
  expect(loose).toContain("chmod 600");
  expect(loose).toContain("byte order mark");
  expect(loose).toContain("newline");
  expect(nodeCheck("22.18.0").state).toBe("wrong");
  expect(nodeCheck("24.0.0").state).toBe("ok");
});

it("doctor tells how far the clock is off", async () => {
  const { env } = await prepared();
  const server = createServer((_, response) => {
    response.setHeader("date", new Date(Date.now() - 600_000).toUTCString()).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const { exit, out } = await coo(["doctor", "--online"], { ...env, COO_ENDPOINT: `http://127.0.0.1:${port}/` });
  expect([exit, out]).toEqual([7, expect.stringMatching(/✖ +时钟 clock +相差 off by -\d+ s/)]);
});

it("waits without leaving anything at the signal, and no longer than until it fires", async () => {
  const stop = new AbortController();
  await pause(1, stop.signal);
  expect(getEventListeners(stop.signal, "abort")).toEqual([]);
  const waiting = pause(60_000, stop.signal);
  stop.abort();
  await waiting;
  await pause(60_000, stop.signal);
});
