// One process of a trial: it is killed, stopped and started again by its parent. Its only argument is an `ActorSetting`.
import { writeSync } from "node:fs";
import { createServer } from "node:http";
import { flushCompileCache } from "node:module";
import { isJournalError, pgStore } from "@coo/journal";
import { createReceiver } from "@coo/receiver";
import { toNodeListener } from "@coo/receiver/node";
import { application } from "./application.ts";
import { pause } from "./row.ts";
import { openTrialJournal, PATIENT, SERVICES, trialClient } from "./setting.ts";

export interface ActorSetting {
  readonly role: "producer" | "sender" | "receiver";
  /** Where it keeps files of its own. */
  readonly folder: string;
  readonly store: string;
  readonly endpoint: string;
  /** Part of the ids this process makes. */
  readonly tag: string;
  /** Of a receiver. */
  readonly port: number;
  /** Milliseconds between two applications of a producer. */
  readonly everyMs: number;
  /** Whether owners on this machine count as unknown, as those on others do. */
  readonly blind: boolean;
  /** Where it is not the demo's. */
  readonly key?: string;
  /** Network namespace to run in. */
  readonly netns?: string;
  /** Times that a busy machine keeps: an answer that is late for want of a processor is not what is on trial. */
  readonly patient?: boolean;
  /** Of a PostgreSQL that can be cut off: for how long an answer is waited for, where it is not the default. */
  readonly answerMs?: number;
}

/** A line to the parent, written before anything else can happen. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

// Who is killed writes nothing at its end.
flushCompileCache();
const setting = JSON.parse(process.argv[2] ?? "{}") as ActorSetting;
const journal = await openTrialJournal(setting.folder, {
  store:
    setting.answerMs === undefined
      ? setting.store
      : await pgStore({ url: setting.store, txTimeoutMs: setting.answerMs }),
  ...(setting.patient ? { timing: PATIENT } : {}),
  onEvent: (event) => {
    // A store that is busy or away is what is on trial: only what is broken is told.
    const isAway =
      event.type === "error" &&
      ["JOURNAL_BUSY", "JOURNAL_STORE"].some((code) => isJournalError(event.error, code as "JOURNAL_BUSY"));
    if (event.type === "error" && !isAway) say(`error ${String(event.error)}`);
  },
  ...(setting.blind ? { isOwnerAlive: () => false, owner: setting.tag } : {}),
});

switch (setting.role) {
  case "producer":
    await produce();
    break;
  case "sender":
    await send();
    break;
  case "receiver":
    await receive();
    break;
}

async function produce(): Promise<void> {
  const client = trialClient(setting.endpoint, journal, false, setting.key);
  say("ready");
  for (let n = 0; ; n++) {
    const ids = Array.from({ length: 1 + (n % 3) }, (_, i) => `${setting.tag}-${n}-${i}`);
    await Promise.all(
      ids.map(async (id) => {
        await client.submit.applyGeneralCertificate(application(id)).then(
          () => say(`ack ${id}`),
          () => pause(20),
        );
      }),
    );
    await pause(setting.everyMs);
  }
}

async function send(): Promise<void> {
  const client = trialClient(setting.endpoint, journal, { concurrency: 8, pollMs: 50 }, setting.key);
  process.once("SIGTERM", () => {
    const start = performance.now();
    void client
      .close()
      .then(() => journal.close())
      .then(() => {
        say(`closed ${Math.round(performance.now() - start)}`);
        process.exit(0);
      });
  });
  say("ready");
}

async function receive(): Promise<void> {
  await journal.store.tx((q) => q("create table if not exists effects(doc text not null)"));
  const receiver = createReceiver({
    services: SERVICES,
    providers: { TEST0001: "ccpit-demo-key-0001" },
    journal,
    work: { pollMs: 50 },
    handlers: {
      pushDocumentAuditResult: {
        inTx: async (tx, body) => void (await tx("insert into effects values(?)", body.docId)),
      },
    },
  });
  createServer(toNodeListener(receiver)).listen(setting.port, "127.0.0.1", () => say("ready"));
}
