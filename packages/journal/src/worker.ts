import { type Context, DID, IDLE, type Step } from "./context.ts";
import type { Peer } from "./peer.ts";
import { type Processors, processOne } from "./process-one.ts";
import { reap } from "./reap.ts";
import { resolveOne } from "./resolve-one.ts";
import { sendOne } from "./send-one.ts";

/** What a worker does. */
export type Role = "sender" | "resolver" | "inbox";

export interface WorkOptions {
  /** All by default. */
  readonly roles?: readonly Role[];
  /** Requests under way at once, default 4; the limiter decides how many leave. */
  readonly concurrency?: number;
  /** How often to look for what others wrote, default 1,000 ms. */
  readonly pollMs?: number;
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
  /** Registers a function to be called when there is news; gives one that ends it. */
  readonly onNews: (wake: () => void) => () => void;
}

/** Starts loops that do what is due until they are stopped. An error of the store is told, and the loop goes on. */
export function startWork(parts: WorkParts, options: WorkOptions = {}): Worker {
  const { ctx } = parts;
  const roles = new Set<Role>(options.roles ?? ["sender", "resolver", "inbox"]);
  const pollMs = options.pollMs ?? 1_000;
  const stopping = new AbortController();

  const loop = async (step: () => Promise<Step>): Promise<void> => {
    while (!stopping.signal.aborted) {
      let waitMs = 0;
      try {
        const done = await step();
        if (!done.did) waitMs = Math.min(done.waitMs, pollMs);
      } catch (error) {
        ctx.emit({ type: "error", where: "worker", error });
        waitMs = Math.min(pollMs, 1_000);
      }
      if (waitMs > 0) await pause(ctx, parts, Math.max(waitMs, 1), stopping.signal);
    }
  };

  const loops: Promise<void>[] = [];
  if (roles.has("sender") || roles.has("resolver")) {
    for (let i = 0; i < (options.concurrency ?? 4); i++) loops.push(loop(() => exchangeStep(parts, roles)));
    loops.push(loop(async () => ((await reap(ctx)) > 0 ? DID : IDLE)));
  }
  if (roles.has("inbox")) loops.push(loop(() => processOne(ctx, parts.processors())));
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

async function pause(ctx: Context, parts: WorkParts, ms: number, stop: AbortSignal): Promise<void> {
  const wake = new AbortController();
  const off = parts.onNews(() => wake.abort());
  try {
    await ctx.clock.sleep(ms, AbortSignal.any([stop, wake.signal]));
  } finally {
    off();
  }
}
