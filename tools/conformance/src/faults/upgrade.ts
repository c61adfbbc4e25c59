import { type Journal, pgStore, type Store, sqliteStore } from "@coo/journal";
import { result } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { Child } from "./child.ts";
import { freePort } from "./free-port.ts";
import { Front } from "./front.ts";
import { olderActor, SCHEMA_1 } from "./older.ts";
import { programIn } from "./program.ts";
import {
  type FaultRow,
  judge,
  pause,
  type RowOptions,
  type RowResult,
  scaled,
  seeded,
  unless,
  until,
  untilNone,
} from "./row.ts";
import { openTrialJournal, sqliteIn } from "./setting.ts";

/** Programs of schema 1 are replaced by today's one after the other, and those live to see a schema they do not know. */
export const upgradeRow: FaultRow = {
  no: 28,
  name: "rolling upgrade",
  stores: ["sqlite", "postgres"],
  async run(options) {
    const older = await olderActor(SCHEMA_1, options.folder);
    if (typeof older === "string") return { skipped: older, counts: {}, verdicts: [] };
    // Made in this process, which is the remote as well: not while somebody waits for it.
    programIn(options.folder, "actor");
    const rounds = scaled(10, options.scale, 1);
    const results: Round[] = [];
    for (let n = 0; n < rounds; n++) results.push(await upgrade(options, n, older.path));
    return sum(results);
  },
};

/** What a later version may add to the tables of today. */
const LATER = [
  "alter table outbox add column later text",
  "alter table inbox add column later text",
  "alter table ledger add column later text",
  "create table later(name text primary key)",
  "create index outbox_later on outbox(later)",
];

/** For how long nothing may be acknowledged. A machine that is busy starts a process in seconds; another one works on. */
const GAP_MS = 10_000;

interface Round {
  readonly acknowledged: number;
  readonly pushes: number;
  readonly delivered: number;
  readonly replaced: number;
  readonly inDoubt: number;
  readonly slowestMs: number;
  readonly refused: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly wrong: readonly string[];
}

async function upgrade({ seed, folder, postgres }: RowOptions, round: number, older: string): Promise<Round> {
  const random = seeded(seed + round);

  const address = postgres
    ? postgres.database(`row28_${round}`)
    : sqliteIn(folder).replace("coo.db", `coo-${round}.db`);
  const ports = [await freePort(), await freePort()];
  const front = new Front(ports);
  const { sandbox, endpoint } = await openRemote(seed + round, {
    receiver: `http://127.0.0.1:${await front.listen()}/push`,
    pushPauses: Array.from({ length: 200 }, () => 300),
    pushTimeoutMs: 5_000,
  });
  for (const kind of ["cut", "error-after", "drop"] as const)
    sandbox.faults.on({ kind, interfaces: [4], count: "always", chance: 0.02 });
  const acknowledged = new Set<string>();
  const wrong: string[] = [];
  let last = performance.now();
  let slowestMs = 0;
  let isWatched = false;
  const onLine = (line: string): void => {
    if (!line.startsWith("ack ")) wrong.push(line);
    else acknowledged.add(line.slice(4));
    if (isWatched) slowestMs = Math.max(slowestMs, performance.now() - last);
    last = performance.now();
  };
  const setting = { folder, store: address, endpoint, everyMs: 300, blind: false, port: 0 };
  const children = (["producer", "sender", "receiver"] as const).flatMap((role) =>
    ports.map((port, n) => new Child(`${role}${n}.${round}`, { ...setting, role, port }, onLine)),
  );
  for (const child of children) child.actor = older;
  const isReady = async (child: Child): Promise<void> => {
    if (!(await until(() => child.isReady, 60_000))) wrong.push(`a ${child.role} did not start`);
  };
  // The older program makes its tables; today's program must find no newer ones.
  const first = children[2] as Child;
  first.start();
  await isReady(first);
  const bare = await openBare(address);
  if ((await schemaOf(bare)) !== 1) wrong.push(`the older program made schema ${await schemaOf(bare)}`);
  await bare.tx((q) => q("create table effects(doc text not null)"));
  for (const child of children) if (child !== first) child.start();
  for (const child of children) await isReady(child);

  let pushes = 0;
  let replaced = 0;
  isWatched = true;
  last = performance.now();
  const worksOn = async (): Promise<void> => {
    const before = acknowledged.size;
    for (let n = 0; n < 3; n++) {
      void sandbox.push("pushDocumentAuditResult", result(`R-${round}-${pushes++}`)).catch(() => {});
      await pause(50 + random(150));
    }
    if (!(await until(() => acknowledged.size >= before + 3, 60_000))) wrong.push("work stood still");
  };
  const replace = async (child: Child, actor: string | undefined): Promise<void> => {
    // A sender is asked to end, the others are not.
    if (child.role === "sender") {
      child.signal("SIGTERM");
      await child.ended;
    } else await child.kill();
    child.actor = actor;
    child.start();
    await isReady(child);
    replaced++;
    await worksOn();
  };
  await worksOn();
  for (const child of shuffled(children, random)) {
    await replace(child, undefined);
    // Somebody has second thoughts: the older program comes back, to tables that are newer than it.
    if (random(3) === 0) {
      await replace(child, older);
      await replace(child, undefined);
    }
  }
  const newest = await schemaOf(bare);
  if (newest < 2) wrong.push("today's program did not bring the schema up to date");
  for (const sql of LATER) await bare.tx((q) => q(sql));
  await bare.tx((q) => q("insert into schema_version(v, at) values(?, {{NOW}})", newest + 1));
  for (const child of shuffled(children, random)) await replace(child, undefined);
  isWatched = false;
  await bare.close();

  for (const child of children) if (child.role === "producer") await child.kill();
  const journal = await openTrialJournal(folder, { store: address });
  if (!(await untilNone(() => journal.pending(), 120_000))) wrong.push("some applications never came to an end");
  const delivered = (): number => sandbox.pushes.filter((push) => push.state === "delivered").length;
  await until(async () => delivered() === pushes && (await effectsOf(journal)).docs === pushes, 90_000);
  const effects = await effectsOf(journal);
  if (effects.docs !== pushes || effects.rows !== pushes)
    wrong.push(`${pushes} pushes had ${effects.rows} effects on ${effects.docs}`);
  const [doubts] = await journal.store.tx((q) =>
    q("select count(distinct stream) as n from ledger where ev in ('unclear', 'send-lease-over')"),
  );
  const { faults } = await journal.verify();
  if (faults.length > 0) wrong.push(`the ledger does not fit: ${JSON.stringify(faults.slice(0, 2))}`);
  for (const child of children) await child.kill();
  await journal.close();
  const { lost, doubled } = compareWithBook(acknowledged, bookOf(sandbox));
  const done = delivered();
  await sandbox.close();
  front.close();
  return {
    acknowledged: acknowledged.size,
    pushes,
    delivered: done,
    replaced,
    inDoubt: Number(doubts?.["n"]),
    slowestMs,
    refused: front.refused,
    lost,
    doubled,
    wrong,
  };
}

function sum(rounds: readonly Round[]): RowResult {
  const total = (of: (one: Round) => number): number => rounds.reduce((all, one) => all + of(one), 0);
  const lost = rounds.flatMap((one) => one.lost);
  const doubled = rounds.flatMap((one) => one.doubled);
  const wrong = rounds.flatMap((one) => one.wrong);
  const slowestMs = Math.round(Math.max(...rounds.map((one) => one.slowestMs)));
  const refused = total((one) => one.refused);
  const counts = {
    upgrades: rounds.length,
    processes_replaced: total((one) => one.replaced),
    acknowledged: total((one) => one.acknowledged),
    in_doubt: total((one) => one.inDoubt),
    pushes: total((one) => one.pushes),
    delivered: total((one) => one.delivered),
    longest_without_acknowledgement_ms: slowestMs,
    connections_refused: refused,
    lost: lost.length,
    doubled: doubled.length,
  };
  return {
    counts,
    verdicts: judge("28", {
      "enough work": unless(
        counts.processes_replaced >= rounds.length * 12 &&
          counts.acknowledged >= counts.processes_replaced * 3 &&
          counts.in_doubt > 0,
        JSON.stringify(counts),
      ),
      "0 lost": unless(lost.length === 0, lost.slice(0, 5).join(", ")),
      "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
      "applications are taken all the time": unless(slowestMs < GAP_MS, `none for ${slowestMs} ms`),
      "a receiver is there all the time": unless(refused === 0, `${refused} connections refused`),
      "nothing else": unless(wrong.length === 0, `${wrong.length}: ${wrong.slice(0, 3).join(" | ")}`),
    }),
  };
}

/** The store without its journal, which would bring the schema up to date. */
async function openBare(address: string): Promise<Store> {
  return address.startsWith("sqlite:") ? sqliteStore({ path: address.slice(7) }) : pgStore({ url: address });
}

async function schemaOf(store: Store): Promise<number> {
  const [row] = await store.tx((q) => q("select max(v) as v from schema_version"));
  return Number(row?.["v"]);
}

async function effectsOf(journal: Journal): Promise<{ readonly rows: number; readonly docs: number }> {
  const [row] = await journal.store.tx((q) => q("select count(*) as n, count(distinct doc) as d from effects"));
  return { rows: Number(row?.["n"]), docs: Number(row?.["d"]) };
}

function shuffled<T>(all: readonly T[], random: (limit: number) => number): T[] {
  const rest = [...all];
  return Array.from({ length: all.length }, () => rest.splice(random(rest.length), 1)[0] as T);
}
