import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal, type SendResult } from "@coo/journal";
import { expect, it, onTestFinished } from "vitest";
import { run } from "../src/index.ts";
import { displayWidth, table } from "../src/table.ts";

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

async function coo(...args: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const exit = await run(args, { out: (text) => void (out += text), err: (text) => void (err += text), env: {} });
  return { exit, out, err };
}

const NO_LIMIT = { perSecond: 1_000, burst: 1_000 };

/** A journal with an application that needs a person, one that waits, and a dead push. */
async function prepared(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "coo-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = `sqlite:${join(folder, "coo.db")}`;
  const journal = await openJournal({
    store,
    timing: { requestMs: 5, leaseMs: 10_000, settleMs: 0 },
    limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
  });
  const result: SendResult = { kind: "unclear", reason: "time-out", httpStatus: 504 };
  journal.register({
    provider: "P1",
    operations: { apply: "submit", print: "effect" },
    send: async () => result,
    query: async () => ({ kind: "absent" }),
  });
  await journal.enqueue({ tenant: "P1", op: "print", key: "D-1", content: new TextEncoder().encode("secret text") });
  await journal.steps.send("P1");
  await journal.store.tx((q) => q("update outbox set due = 0"));
  await journal.steps.resolve("P1");
  await journal.enqueue({ tenant: "P1", op: "apply", key: "D-2", content: new TextEncoder().encode("other text") });
  const push = { provider: "P1", op: "result", body: new Uint8Array([1]), bodyHash: "h", keyId: "0" };
  await journal.inbox.receive({ key: "k", ...push }, "dead", "breaks its schema");
  await journal.close();
  return store;
}

it("tells in one screen what waits, what needs a person, and what to run next", async () => {
  const store = await prepared();
  const { exit, out, err } = await coo("journal", "status", "--store", store);
  expect([exit, err]).toEqual([0, ""]);
  expect(out).toContain("待发送");
  expect(out).toMatch(/需人工 +needs_person +1/);
  expect(out).toContain("→ coo journal show 1");
  expect(out).toContain("→ coo journal replay 1");
  const json = JSON.parse((await coo("journal", "status", "--store", store, "--json")).out);
  expect(json).toMatchObject({
    ok: true,
    data: {
      outbox: [
        { state: "needs_person", rows: 1 },
        { state: "ready", rows: 1 },
      ],
    },
  });
});

it("shows an application without its text, lets a person decide, and the ledger fits", async () => {
  const store = await prepared();
  const shown = await coo("journal", "show", "1", "--store", store);
  expect(shown.out).toContain("send/unclear");
  expect(shown.out).toContain("HTTP 504");
  expect(shown.out).toContain("→ coo journal resolve 1");
  const all = shown.out + (await coo("journal", "show", "1", "--store", store, "--json")).out;
  expect(all).not.toContain("secret text");
  expect(all).not.toContain(Buffer.from("secret text").toString("base64"));
  await coo("journal", "note", "1", "--by", "李", "--reason", "已电话核实", "--store", store);
  const decided = await coo(
    "journal",
    "resolve",
    "1",
    "--decision",
    "cancel",
    "--by",
    "李",
    "--reason",
    "作废",
    "--store",
    store,
  );
  expect([decided.exit, decided.out]).toEqual([0, "1 → cancelled\n"]);
  expect((await coo("journal", "replay", "1", "--by", "w", "--reason", "x", "--store", store)).out).toContain(
    "received",
  );
  const verified = await coo("journal", "verify", "--store", store);
  expect([verified.exit, verified.out]).toEqual([0, expect.stringContaining("ok")]);
  const again = await coo(
    "journal",
    "resolve",
    "1",
    "--decision",
    "send",
    "--by",
    "w",
    "--reason",
    "x",
    "--store",
    store,
  );
  expect([again.exit, again.err]).toEqual([2, expect.stringContaining("cancelled")]);
});

it("ends with 3 when the ledger does not fit", async () => {
  const store = await prepared();
  const { DatabaseSync } = await import("node:sqlite");
  const db = new DatabaseSync(store.slice("sqlite:".length));
  db.exec("drop trigger ledger_no_update; update ledger set actor = 'x' where seq = 2");
  db.close();
  const { exit, out } = await coo("journal", "verify", "--store", store, "--json");
  expect(exit).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ ok: false, data: { faults: [{ what: "hash" }] } });
});

it("copies a journal that asks before it sends", async () => {
  const store = await prepared();
  const copy = `${store}-copy`;
  expect((await coo("journal", "backup", copy.slice("sqlite:".length), "--store", store)).exit).toBe(0);
  const { out } = await coo("journal", "status", "--store", copy, "--json");
  expect(JSON.parse(out).data.outbox.map((one: { state: string }) => one.state)).toEqual(["in_doubt", "needs_person"]);
  expect((await coo("journal", "anchor", "--store", store)).out).toMatch(/^[0-9a-f]{64}\n$/);
});

it("is strict: unknown flags, missing reasons, wrong numbers, no store, a mistyped file", async () => {
  const store = await prepared();
  const typo = await coo("journal", "status", "--stroe", store);
  expect([typo.exit, typo.err]).toEqual([2, expect.stringContaining("--store")]);
  expect((await coo("journal", "resolve", "1", "--decision", "send", "--store", store)).exit).toBe(2);
  expect(
    (await coo("journal", "resolve", "1", "--decision", "burn", "--by", "w", "--reason", "x", "--store", store)).exit,
  ).toBe(2);
  expect((await coo("journal", "show", "x1", "--store", store)).exit).toBe(2);
  expect((await coo("journal", "show", "99", "--store", store)).exit).toBe(2);
  expect((await coo("journal", "status")).exit).toBe(7);
  const missing = await coo("journal", "status", "--store", `${store}x`, "--json");
  expect([missing.exit, JSON.parse(missing.out).error.code]).toEqual([7, "CLI_STORE"]);
  expect(existsSync(`${store}x`.slice("sqlite:".length))).toBe(false);
  expect((await coo("journal", "migrate", "--store", `${store}x`)).exit).toBe(0);
  expect((await coo("journal", "status", "--store", `${store}x`)).out).toContain("无需人工处理");
  expect((await coo("--help")).exit).toBe(0);
});

it("aligns Chinese and Latin by what a terminal shows", () => {
  expect(displayWidth("待发送 ok")).toBe(9);
  expect(
    table([
      ["待发送", "1"],
      ["ready", "22"],
    ]),
  ).toBe("待发送  1\nready   22\n");
});
