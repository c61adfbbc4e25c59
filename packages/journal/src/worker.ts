import { type Context, DID, IDLE, type Step } from "./context.ts";
import { isToBeTold } from "./memory.ts";
import type { Peer } from "./peer.ts";
import { processOne } from "./process-one.ts";
import type { Processors } from "./processor.ts";
import { reap } from "./reap.ts";
import { resolveOne } from "./resolve-one.ts";
import { sendOne } from "./send-one.ts";
import { num } from "./store.ts";

/** What a worker does. */
export type Role = "sender" | "resolver" | "inbox";

export interface WorkOptions {
  /** All by default. */
  readonly roles?: readonly Role[];
  /** Requests under way at once, default 4; the limiter decides how many leave. */
  readonly concurrency?: number;
  /** How often to look for what others wrote, default 1,000 ms. */
  readonly pollMs?: number;
  /** How often to look where other processes tell of work (PostgreSQL), default 30,000 ms: it finds what was missed. */
  readonly sweepMs?: number;
}

/** Work under way in this process. */
export interface Worker {
  /** Claims nothing more, and resolves when what is under way has been written down. */
  stop(): Promise<void>;
}

/** What a worker looks at. */
export interface WorkParts {
  readonly ctx: Context;
  readonly peers: () => readonly Peer[];
  readonly processors: () => Processors;
  /** Registers one that is idle, to be called once when there is news for one of its roles; gives what ends it. */
  readonly onNews: (roles: ReadonlySet<Role>, wake: () => void) => () => void;
  /** How often there has been news while nobody was idle. */
  readonly news: () => number;
  /** Whether news of other processes arrives by itself. */
  readonly isListening: () => boolean;
}

/** Starts loops that do what is due until they are stopped. An error of the store is told, and the loop goes on. */
export function startWork(parts: WorkParts, options: WorkOptions = {}): Worker {
  const { ctx } = parts;
  const roles = new Set<Role>(options.roles ?? ["sender", "resolver", "inbox"]);
  const pollMs = options.pollMs ?? 1_000;
  const sweepMs = options.sweepMs ?? 30_000;
  const stopping = new AbortController();

  const loop = async (of: ReadonlySet<Role>, step: () => Promise<Step>, mostMs = sweepMs): Promise<void> => {
    while (!stopping.signal.aborted) {
      let waitMs = 0;
      const before = parts.news();
      try {
        const done = await step();
        // Looked at again without knowing where: from what was polled nothing is told, so the next due time is asked for.
        if (!done.did)
          waitMs = Math.min(done.waitMs, parts.isListening() ? Math.min(mostMs, await untilDue(ctx)) : pollMs);
      } catch (error) {
        if (isToBeTold(ctx, error)) ctx.emit({ type: "error", where: "worker", error });
        waitMs = Math.min(pollMs, 1_000);
      }
      // News that came while the step was looking might be what it just missed.
      if (waitMs > 0 && parts.news() === before) await pause(parts, of, Math.max(waitMs, 1), stopping.signal);
    }
  };

  const loops: Promise<void>[] = [];
  const exchange = new Set<Role>([...roles].filter((role) => role !== "inbox"));
  if (exchange.size > 0) {
    for (let i = 0; i < (options.concurrency ?? 4); i++) loops.push(loop(exchange, () => exchangeStep(parts, roles)));
    // Nobody tells of leases: it looks as often as one may end.
    const reaping = async (): Promise<Step> => ((await reap(ctx)) > 0 ? DID : IDLE);
    loops.push(loop(new Set(), reaping, Math.min(sweepMs, ctx.timing.leaseMs)));
  }
  if (roles.has("inbox")) loops.push(loop(new Set(["inbox"]), () => processOne(ctx, parts.processors())));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** The order of service: what is in doubt first, then applications, then effects. */
async function exchangeStep(parts: WorkParts, roles: ReadonlySet<Role>): Promise<Step> {
  let waitMs = Number.POSITIVE_INFINITY;
  for (const peer of parts.peers()) {
    for (const [role, one] of [
      ["resolver", resolveOne],
      ["sender", sendOne],
    ] as const) {
      if (!roles.has(role)) continue;
      const step = await one(parts.ctx, peer);
      if (step.did) return step;
      waitMs = Math.min(waitMs, step.waitMs);
    }
  }
  return { did: false, waitMs };
}

/** Milliseconds until something that waits becomes due. */
async function untilDue(ctx: Context): Promise<number> {
  const rows = await ctx.store.tx((q) => q(DUE));
  const waits = rows.flatMap((row) => (row["due"] === null ? [] : [num(row, "due") - num(row, "now_ms")]));
  return Math.max(1, Math.min(Number.POSITIVE_INFINITY, ...waits));
}

/** One look at the index for each state that becomes due. */
const DUE = [
  ...["ready", "in_doubt", "sending", "resolving"].map((state) => ["outbox", `state = '${state}' and due`, "due"]),
  ...["received", "retry"].map((state) => ["inbox", `state = '${state}' and due`, "due"]),
  ["inbox", "after_due", "after_due"],
]
  .map(
    ([table, where, column]) =>
      `select min(${column}) as due, {{NOW}} as now_ms from ${table} where ${where} > {{NOW}}`,
  )
  .join(" union all ");

async function pause(parts: WorkParts, roles: ReadonlySet<Role>, ms: number, stop: AbortSignal): Promise<void> {
  const wake = new AbortController();
  const off = parts.onNews(roles, () => wake.abort());
  try {
    await parts.ctx.clock.sleep(ms, AbortSignal.any([stop, wake.signal]));
  } finally {
    off();
  }
}
