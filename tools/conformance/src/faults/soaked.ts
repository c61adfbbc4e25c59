// A platform under steady load for a long time: applies, sends, and takes pushes, in one process. Its only argument is a
// `SoakSetting`. Every few seconds it writes a line of figures.
import { writeSync } from "node:fs";
import { createServer } from "node:http";
import { createReceiver } from "@coo/receiver";
import { toNodeListener } from "@coo/receiver/node";
import { application } from "./application.ts";
import { collector } from "./collector.ts";
import { pause } from "./row.ts";
import { openTrialJournal, PATIENT, SERVICES, trialClient } from "./setting.ts";

export interface SoakSetting {
  readonly folder: string;
  readonly endpoint: string;
  readonly port: number;
  readonly everyMs: number;
  readonly reportMs: number;
  readonly retentionMs: number;
}

/** A line of figures; sizes in bytes. */
export interface SoakFigures {
  readonly ms: number;
  readonly held: number;
  readonly resident: number;
  /** Of the database. */
  readonly file: number;
  readonly acknowledged: number;
  readonly pending: number;
  readonly effects: number;
  /** Bodies that are older than the retention. */
  readonly overdue: number;
  readonly errors: number;
}

const { folder, endpoint, port, everyMs, reportMs, retentionMs } = JSON.parse(process.argv[2] ?? "{}") as SoakSetting;
let errors = 0;
const journal = await openTrialJournal(folder, {
  timing: PATIENT,
  onEvent: (event) => void (event.type === "error" && errors++),
});
await journal.store.tx((q) => q("create table effects(doc text not null)"));
const client = trialClient(endpoint, journal, { concurrency: 4, pollMs: 500 });
const receiver = createReceiver({
  services: SERVICES,
  providers: { TEST0001: "ccpit-demo-key-0001" },
  journal,
  work: { pollMs: 500 },
  handlers: {
    pushDocumentAuditResult: {
      inTx: async (tx, body) => void (await tx("insert into effects values(?)", body.docId)),
    },
  },
});
const server = createServer(toNodeListener(receiver));
await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
writeSync(1, "ready\n");

const collect = collector();
const start = performance.now();
const count = async (sql: string, ...params: number[]): Promise<number> => {
  const [row] = await journal.store.tx((q) => q(sql, ...params));
  return Number(row?.["n"]);
};
let acknowledged = 0;
const over = new AbortController();
process.once("SIGTERM", () => {
  over.abort();
});

async function apply(): Promise<void> {
  for (let n = 0; !over.signal.aborted; n++) {
    await client.submit.applyGeneralCertificate(application(`D-${n}`)).then(
      () => acknowledged++,
      () => errors++,
    );
    await pause(Math.max(0, start + (n + 1) * everyMs - performance.now()));
  }
}

async function report(): Promise<void> {
  const { heapUsed, external } = (collect(), process.memoryUsage());
  const figures: SoakFigures = {
    ms: Math.round(performance.now() - start),
    held: heapUsed + external,
    resident: process.memoryUsage.rss(),
    // Pages in use, those that wait in the log among them.
    file: await count(
      `select (pages.page_count - free.freelist_count) * size.page_size as n
        from pragma_page_count pages, pragma_freelist_count free, pragma_page_size size`,
    ),
    acknowledged,
    pending: await journal.pending(),
    effects: await count("select count(*) as n from effects"),
    overdue: await count(
      "select count(*) as n from inbox where length(body) > 0 and state = 'done' and updated < {{NOW}} - ?",
      2 * retentionMs,
    ),
    errors,
  };
  writeSync(1, `${JSON.stringify(figures)}\n`);
}

const applying = apply();
for (let at = 0; !over.signal.aborted; at += reportMs) {
  await journal.dropBodies(retentionMs);
  await report();
  while (!over.signal.aborted && performance.now() < start + at + reportMs) await pause(100);
}
await applying;
// What is under way comes to its end.
for (let n = 0; n < 600 && (await journal.pending()) > 0; n++) await pause(100);
await report();
server.close();
server.closeAllConnections();
await receiver.close();
await client.close();
await journal.close();
process.exit(0);
