import { readdirSync, readFileSync } from "node:fs";
import { type Journal, openJournal, pgStore, type Query, type Store } from "@coo/journal";
import { PgBoss } from "pg-boss";
// @boundaries-ignore test support is shared by all packages
import { postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import { claimTimes } from "../src/claims.ts";
import { type Experiment, type ExperimentOptions, type Row, runsOf, single } from "../src/experiment.ts";

/** About the size of a signed application with five goods lines, and about as dense as text of its kind. */
const CONTENT = new Uint8Array(6_000).map((_, i) => 0x20 + (Math.imul(i ^ (i >>> 5), 0x9e3779b1) >>> 27));
const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };
const LIMITS = { provider: NO_LIMIT, tenant: NO_LIMIT };
const QUEUE = "coo-wake";
/** Clock ticks a second in /proc. */
const TICKS = 100;

/** How a commit tells other processes. */
type Telling = "nobody" | "NOTIFY after the commit" | "NOTIFY in the transaction" | "pg-boss in the transaction";

/** A store that tells in another way than ours does. */
function telling(store: Store, how: Telling, boss: PgBoss): Store {
  if (how === "NOTIFY after the commit") return store;
  const also = async (q: Query): Promise<void> => {
    if (how === "NOTIFY in the transaction") await q("select pg_notify('coo_other', '')");
    if (how === "pg-boss in the transaction") {
      const executeSql = async (text: string, values: unknown[] = []) => ({
        rows: await q(text, ...(values as never[])),
      });
      await boss.send(QUEUE, { look: "now" }, { db: { executeSql } as never });
    }
  };
  return {
    dialect: "pg",
    tx: (fn) =>
      store.tx(async (q) => {
        const value = await fn(q);
        await also(q);
        return value;
      }),
    close: () => store.close(),
  };
}

/** What telling others costs, and how fast it arrives. */
async function wakes(rounds: number, roundMs: number, latencies: number): Promise<Row[]> {
  const server = await startPostgres();
  const url = server.database("wake");
  const boss = new PgBoss({ connectionString: url, useListenNotify: true, max: 4 });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue(QUEUE, { notify: true });
  const heard = { at: 0 };
  const hear = (): void => {
    heard.at = performance.now();
  };
  await boss.work(QUEUE, { pollingIntervalSeconds: 30, batchSize: 100 }, async () => hear());
  const listener = await pgStore({ url });
  await listener.listen?.(hear, () => {});
  const hows: readonly Telling[] = [
    "nobody",
    "NOTIFY after the commit",
    "NOTIFY in the transaction",
    "pg-boss in the transaction",
  ];
  const journals = new Map<Telling, Journal>();
  for (const how of hows)
    journals.set(how, await openJournal({ store: telling(await pgStore({ url }), how, boss), limits: LIMITS }));
  let n = 0;
  const enqueue = (how: Telling): Promise<unknown> | undefined =>
    journals.get(how)?.enqueue({ tenant: "P1", op: "apply", key: `D-${n++}`, content: CONTENT });
  const rates = new Map<Telling, number[]>(hows.map((how) => [how, []]));
  for (let round = -1; round < rounds; round++)
    for (const how of hows) {
      const start = performance.now();
      let done = 0;
      await Promise.all(
        Array.from({ length: 32 }, async () => {
          while (performance.now() < start + roundMs) {
            await enqueue(how);
            done++;
          }
        }),
      );
      if (round >= 0) rates.get(how)?.push((performance.now() - start) / done);
    }
  const waits = new Map<Telling, number[]>();
  for (const how of ["NOTIFY after the commit", "pg-boss in the transaction"] as const) {
    const all: number[] = [];
    for (let i = 0; i < latencies; i++) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      heard.at = 0;
      await enqueue(how);
      const start = performance.now();
      while (heard.at === 0 && performance.now() < start + 5_000) await new Promise((resolve) => setImmediate(resolve));
      all.push(heard.at === 0 ? 5_000 : Math.max(0, heard.at - start));
    }
    waits.set(how, all);
  }
  await Promise.all([...journals.values()].map((journal) => journal.close()));
  await listener.close();
  await boss.stop({ graceful: false });
  await server.stop();
  return [
    ...hows.map((how) => ({
      name: `enqueue, 32 callers, told: ${how}`,
      unit: "ms",
      runs: runsOf(rates.get(how) ?? []),
    })),
    ...[...waits].map(([how, all]) => ({ name: `until it is heard: ${how}`, unit: "ms", runs: runsOf(all) })),
  ];
}

/** How the time of a claim grows with the rows that are there, nine in ten of them final: before the server counts them, and after. */
async function claims(sizes: readonly [number, number], tries: number): Promise<Row[]> {
  const server = await startPostgres();
  const journal = await openJournal({ store: server.database("claims"), limits: LIMITS });
  journal.register({
    provider: "P1",
    operations: { apply: "submit" },
    send: async () => ({ kind: "accepted" }),
    query: async () => ({ kind: "absent" }),
  });
  const run = (sql: string): Promise<unknown> => journal.store.tx((q) => q(sql));
  const rows: Row[] = [];
  const time = async (name: string): Promise<number> => {
    const runs = runsOf(await claimTimes(journal, tries));
    rows.push({ name: `claim, send to nobody, settle: ${name}`, unit: "ms", runs });
    return runs.median;
  };
  const [few, many] = sizes;
  await run(filling(0, few));
  await run("analyze outbox");
  const before = await time(`${few} rows`);
  for (let from = few; from < many; from += FILLED_AT_ONCE)
    await run(filling(from, Math.min(many, from + FILLED_AT_ONCE)));
  await time(`${many} rows, old statistics`);
  await run("analyze outbox");
  const after = await time(`${many} rows`);
  await journal.close();
  await server.stop();
  const name = `claim: ${many} against ${few} rows`;
  return [...rows, { name, unit: "×", runs: single(after / before), target: 1.5 }];
}

const FILLED_AT_ONCE = 50_000;

/** Adds rows as others would have left them. */
function filling(from: number, to: number): string {
  return `insert into outbox(tenant, op, bkey, rev, content, content_hash, message_id, state, due, created, updated)
    select 'P1', 'apply', 'F-' || n, 1, '\\x61'::bytea, '', '', case when n % 10 = 0 then 'ready' else 'accepted' end, 0, 0, 0
    from generate_series(${from}, ${to - 1}) n`;
}

/** What one certificate costs: enqueued, sent, accepted, its result pushed and processed. */
async function lives(certificates: number): Promise<Row[]> {
  const server = await startPostgres();
  const url = server.database("life");
  const journal = await openJournal({ store: url, limits: LIMITS });
  journal.register({
    provider: "P1",
    operations: { apply: "submit" },
    send: async () => ({ kind: "accepted", remoteId: "C", request: CONTENT, response: CONTENT.subarray(0, 1_500) }),
    query: async () => ({ kind: "absent" }),
  });
  journal.handle("result", { inTx: async () => {} });
  const read = async (sql: string): Promise<number> => {
    const [row] = await journal.store.tx((q) => q(sql));
    return Number(row?.["n"]);
  };
  const folder = await journal.store.tx((q) => q("show data_directory"));
  const pid = Number(readFileSync(`${String(folder[0]?.["data_directory"])}/postmaster.pid`, "utf8").split("\n")[0]);
  const wal = "select (pg_current_wal_lsn() - '0/0')::bigint as n";
  const size = "select pg_database_size(current_database()) as n";
  const commits = "select xact_commit as n from pg_stat_database where datname = current_database()";
  const before = { wal: await read(wal), size: await read(size), commits: await read(commits), cpu: serverCpu(pid) };
  const own = process.cpuUsage();
  const start = performance.now();
  const workers = journal.work({ concurrency: 2, pollMs: 50 });
  let next = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < certificates) {
        const key = `D-${next++}`;
        await journal.enqueue({ tenant: "P1", op: "apply", key, content: CONTENT });
        const arrival = {
          key,
          provider: "P1",
          op: "result",
          body: CONTENT.subarray(0, 3_000),
          bodyHash: key,
          keyId: "0",
        };
        await journal.inbox.look(arrival);
        await journal.inbox.receive(arrival, "received");
      }
    }),
  );
  const done = "select count(*) as n from inbox where state = 'done'";
  while ((await journal.pending()) > 0 || (await read(done)) < certificates)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const seconds = (performance.now() - start) / 1000;
  await workers.stop();
  const client = process.cpuUsage(own);
  // The statistics of a backend arrive a little later.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const per = (value: number): ReturnType<typeof single> => single(value / certificates);
  const rows: Row[] = [
    { name: `certificates a second, ${certificates} in all`, unit: "/s", runs: single(certificates / seconds) },
    { name: "CPU of the server, each", unit: "ms", runs: per((serverCpu(pid) - before.cpu) * 1000) },
    { name: "CPU of the worker, each", unit: "ms", runs: per((client.user + client.system) / 1000) },
    { name: "transactions, each", unit: "", runs: per((await read(commits)) - before.commits) },
    { name: "log written, each", unit: "KB", runs: per(((await read(wal)) - before.wal) / 1000) },
    { name: "database, each", unit: "KB", runs: per(((await read(size)) - before.size) / 1000) },
  ];
  const { rows: ledger, faults } = await journal.verify();
  if (faults.length > 0) throw new Error("the ledger does not fit");
  rows.push({ name: "ledger rows, each", unit: "", runs: per(ledger) });
  await journal.close();
  await server.stop();
  return rows;
}

/** Seconds of CPU that a server and what it started have taken. */
function serverCpu(pid: number): number {
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    let stat: string;
    try {
      stat = readFileSync(`/proc/${name}/stat`, "utf8");
    } catch {
      continue;
    }
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number];
    if (Number(name) === pid) ticks += user + system + endedUser + endedSystem;
    else if (Number(fields[1]) === pid) ticks += user + system;
  }
  return ticks / TICKS;
}

const isThere = postgresBin() !== undefined && process.platform === "linux";

const postgres: Experiment = {
  title: "the journal on PostgreSQL: telling other processes, claims, and what a certificate costs",
  rehearse: async () =>
    isThere ? [...(await wakes(1, 100, 2)), ...(await claims([100, 200], 2)), ...(await lives(20))] : [],
  run: async ({ full, steady, tell }: ExperimentOptions) => {
    if (steady || !isThere) return [];
    const rows: Row[] = [];
    const add = (more: readonly Row[]): void => {
      for (const row of more) tell(row);
      rows.push(...more);
    };
    add(await wakes(full ? 9 : 5, full ? 3_000 : 1_500, 60));
    add(await claims([1_000, full ? 1_000_000 : 100_000], 90));
    add(await lives(full ? 20_000 : 3_000));
    return rows;
  },
};

export default [postgres];
