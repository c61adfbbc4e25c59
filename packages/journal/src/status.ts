import { opOf } from "./inbox.ts";
import { num, numOrNull, type Query, text, textOrNull } from "./store.ts";

/** Rows in a state. */
export interface StateCount {
  readonly state: string;
  readonly rows: number;
  /** Milliseconds since 1970 of the row that has been in it for longest. */
  readonly oldest: number;
}

/** Something that a person has to look at, with the command to run next. */
export interface Attention {
  readonly what: string;
  readonly since: number;
  readonly next: string;
}

/** One look at a journal. */
export interface JournalStatus {
  readonly now: number;
  readonly outbox: readonly StateCount[];
  readonly inbox: readonly StateCount[];
  readonly duplicates: number;
  /** Results of which no push came, put into the inbox. */
  readonly repairs: number;
  /** When the last push was received. */
  readonly lastPush: number | null;
  readonly breakers: readonly { readonly provider: string; readonly state: string; readonly since: number }[];
  readonly counters: readonly { readonly name: string; readonly n: number; readonly at: number }[];
  readonly attention: readonly Attention[];
}

/** In doubt for longer than this is told as something to look at. */
const DOUBT_MS = 30 * 60_000;
const SHOWN = 50;

/** What waits, what is in doubt and since when, and what needs a person. */
export async function statusOf(q: Query): Promise<JournalStatus> {
  const [clock] = await q("select {{NOW}} as now");
  const now = Number(clock?.["now"]);
  const counts = async (table: "outbox" | "inbox"): Promise<StateCount[]> =>
    (
      await q(`select state, count(*) as rows_in, min(updated) as oldest from ${table} group by state order by state`)
    ).map((row) => ({ state: text(row, "state"), rows: num(row, "rows_in"), oldest: num(row, "oldest") }));
  const [dups] = await q("select coalesce(sum(dups), 0) as n, max(received) as last from inbox where subject is null");
  const [repairs] = await q("select count(*) as n from inbox where subject is not null");
  const breakers = (await q("select name, state, since from breaker order by name")).map((row) => ({
    provider: text(row, "name"),
    state: text(row, "state"),
    since: num(row, "since"),
  }));
  const counters = (await q("select name, n, at from counter order by name")).map((row) => ({
    name: text(row, "name"),
    n: num(row, "n"),
    at: num(row, "at"),
  }));
  return {
    now,
    outbox: await counts("outbox"),
    inbox: await counts("inbox"),
    duplicates: Number(dups?.["n"]),
    repairs: Number(repairs?.["n"]),
    lastPush: numOrNull(dups ?? {}, "last"),
    breakers,
    counters,
    attention: [
      ...(await q("select value from meta where name = 'behind'")).map((row) => ({
        what: `the store has gone back, found by ${text(row, "value")}: nothing is sent`,
        since: now,
        next: "coo journal restored",
      })),
      ...(await rowsForPeople(q, now)),
      ...breakers
        .filter(({ state }) => state !== "closed")
        .map(({ provider, state, since }) => ({
          what: `breaker ${provider} is ${state}`,
          since,
          next: state === "held" ? `coo journal close-breaker ${provider}` : "a query probes by itself",
        })),
    ],
  };
}

async function rowsForPeople(q: Query, now: number): Promise<Attention[]> {
  const open = await q(
    `select id, op, bkey, state, updated, error_code from outbox where state in ('needs_person', 'conflict')
      or (state in ('in_doubt', 'resolving') and created < ?) order by updated limit ?`,
    now - DOUBT_MS,
    SHOWN,
  );
  const dead = await q("select id, op, updated, error from inbox where state = 'dead' order by updated limit ?", SHOWN);
  const findings = await q(
    "select id, kind, stream, seen from finding where closed is null order by id limit ?",
    SHOWN,
  );
  return [
    ...open.map((row) => ({
      what: `${text(row, "op")} ${text(row, "bkey")} is ${text(row, "state")}${row["error_code"] === null ? "" : ` (${textOrNull(row, "error_code")})`}`,
      since: num(row, "updated"),
      next: `coo journal show ${num(row, "id")}`,
    })),
    ...dead.map((row) => {
      const { op, source } = opOf(text(row, "op"));
      return {
        what: `${source === "push" ? "push" : "result from a query"} inbox/${num(row, "id")} ${op} is dead: ${textOrNull(row, "error") ?? ""}`,
        since: num(row, "updated"),
        next: `coo journal replay ${num(row, "id")}`,
      };
    }),
    ...findings.map((row) => ({
      what: `finding ${num(row, "id")}: ${text(row, "kind")} ${text(row, "stream")}`,
      since: num(row, "seen"),
      next: "coo journal findings",
    })),
  ];
}
