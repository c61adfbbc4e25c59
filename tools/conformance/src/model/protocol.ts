import {
  OUTBOX_TRANSITIONS,
  type OutboxEvent,
  type OutboxState,
  type Transition,
  transitionOf,
} from "@coo/journal/transitions";

/** A table whose fences can be taken away. */
export type ModelTable = readonly (Omit<Transition, "fence" | "due"> & {
  readonly fence: Transition["fence"] | "none";
  readonly due: Transition["due"] | "lease-end+nothing";
})[];

/** What is explored: the table of the code, or one that is broken on purpose. */
export interface Protocol {
  readonly name: string;
  readonly table: ModelTable;
  /** Whether a worker looks at its deadline immediately before the write. */
  readonly deadline: boolean;
}

/** The protocol as the code runs it. */
export const PROTOCOL: Protocol = { name: "as built", table: OUTBOX_TRANSITIONS, deadline: true };

/** Each lacks one of the four things that keep an application from being applied twice. */
export const BROKEN: readonly Protocol[] = [
  {
    name: "without settle",
    table: OUTBOX_TRANSITIONS.map((line) =>
      line.due === "lease-end+settle" ? { ...line, due: "lease-end+nothing" } : line,
    ),
    deadline: true,
  },
  { name: "without deadline", table: OUTBOX_TRANSITIONS, deadline: false },
  {
    name: "without fence",
    table: OUTBOX_TRANSITIONS.map((line) => (line.fence === "check" ? { ...line, fence: "none" } : line)),
    deadline: true,
  },
  {
    name: "without the in-doubt state",
    table: OUTBOX_TRANSITIONS.map((line) =>
      line.event === "unclear" || line.event === "send-lease-over" ? { ...line, to: "ready", due: "now" } : line,
    ),
    deadline: true,
  },
];

/** Times in ticks; their order is that of the real ones. */
const LEASE = 3;
const REQUEST = 1;
const SETTLE = 2;
const RESENDS = 2;
/** Further in the past makes no difference. */
const LONG_AGO = -(SETTLE + 1);

type Phase =
  | "idle"
  /** Has committed its claim. */
  | "claimed"
  /** Has looked at the deadline and is about to write. */
  | "checked"
  /** Has written, and waits for an answer. */
  | "written"
  /** Has committed a claim to ask. */
  | "asking"
  /** Knows something that is not written down yet. */
  | "knows";

interface Worker {
  readonly phase: Phase;
  /** Whether its epoch is the row's. */
  readonly own: boolean;
  /** Ticks until its lease ends. */
  readonly lease: number;
  /** What it knows, as the event to be recorded. */
  readonly news: OutboxEvent | null;
  /** What the remote has answered, on its way or read. */
  readonly answer: OutboxEvent | null;
}

/** A request on its way. */
interface Request {
  /** Ticks within which it is applied or gone (assumptions A1 and A3). */
  readonly life: number;
  /** Who waits for its answer; -1 for nobody. */
  readonly worker: number;
}

/** Everything there is: one application, two workers, the network, the remote. */
export interface World {
  readonly state: OutboxState;
  readonly due: number;
  readonly lease: number;
  readonly resends: number;
  readonly workers: readonly Worker[];
  readonly requests: readonly Request[];
  /** How often the remote has applied it. */
  readonly applied: number;
}

const IDLE: Worker = { phase: "idle", own: false, lease: LONG_AGO, news: null, answer: null };

/** An application that has just been committed. */
export const START: World = {
  state: "ready",
  due: 0,
  lease: 0,
  resends: 0,
  workers: [IDLE, IDLE],
  requests: [],
  applied: 0,
};

/** A step with its name. */
export interface Move {
  readonly what: string;
  readonly to: World;
}

/** All that can happen next: every interleaving, crash, pause and late request. */
export function moves(protocol: Protocol, world: World): Move[] {
  const found: Move[] = [];
  for (const [i, worker] of world.workers.entries()) {
    const name = `worker ${i + 1}`;
    const add = (what: string, to: World | undefined): void => void (to && found.push({ what: `${name} ${what}`, to }));
    switch (worker.phase) {
      case "idle":
        if (world.due <= 0) {
          add("claims it to send", claim(protocol, world, i, "claim-send", "claimed"));
          add("claims it to ask", claim(protocol, world, i, "claim-query", "asking"));
        }
        if (world.lease <= 0) {
          add("takes over a send whose lease is over", event(protocol, world, "send-lease-over", true));
          add("takes over a query whose lease is over", event(protocol, world, "query-lease-over", true));
        }
        continue;
      case "claimed":
        add(
          "looks at the deadline",
          mayWrite(protocol, worker) ? put(world, i, { phase: "checked" }) : know(world, i, "nothing-left"),
        );
        break;
      case "checked":
        add("writes", write(world, i));
        add("finds no connection", know(world, i, "nothing-left"));
        break;
      case "written":
        if (worker.answer) add("reads the answer", know(world, i, worker.answer));
        add("gets no answer", know(world, i, "unclear"));
        break;
      case "asking":
        add("is told what there is", know(world, i, world.applied > 0 ? "found-same" : absent(world)));
        add("is told nothing", know(world, i, "query-failed"));
        break;
      case "knows":
        add("writes down what it knows", record(protocol, world, i));
        break;
    }
    add("crashes", put(forget(world, i), i, IDLE));
  }
  for (const [r, request] of world.requests.entries()) {
    const rest = world.requests.filter((_, other) => other !== r);
    const answered = (news: OutboxEvent): World =>
      request.worker < 0
        ? { ...world, requests: rest }
        : put({ ...world, requests: rest }, request.worker, { answer: news });
    found.push({
      what: "the remote applies a request",
      to: { ...answered("verified-success"), applied: world.applied + 1 },
    });
    // By its key it refuses nothing: the remote may still refuse for reasons of its own, and then applies nothing.
    if (world.applied === 0) found.push({ what: "the remote refuses a request", to: answered("verified-refusal") });
    found.push({ what: "a request is lost", to: { ...world, requests: rest } });
  }
  const later = tick(world);
  if (later) found.push({ what: "time passes", to: later });
  return found;
}

/** What the four rules are there for. */
export function doubled(world: World): string | undefined {
  return world.applied > 1 ? "applied twice" : undefined;
}

/** What must never be. */
export function wrong(world: World): string | undefined {
  if (world.applied > 1) return doubled(world);
  if (world.state === "accepted" && world.applied === 0) return "accepted, and the remote does not have it";
  if (world.state === "rejected" && world.applied > 0) return "rejected, and the remote has it";
  return undefined;
}

/** States in which nothing has to happen any more, or a person has it. */
export function isSettled(world: World): boolean {
  return ["accepted", "rejected", "cancelled", "needs_person", "conflict"].includes(world.state);
}

/** A world as a key: workers are alike, so their order says nothing. */
export function keyOf(world: World): string {
  const workers = world.workers.map((w, i) => {
    const waiting = world.requests.filter((r) => r.worker === i).map((r) => r.life);
    return `${w.phase},${w.own ? 1 : 0},${w.lease},${w.news ?? ""},${w.answer ?? ""},${waiting.join("+")}`;
  });
  const loose = world.requests.filter((r) => r.worker < 0).map((r) => r.life);
  return `${world.state},${world.due},${world.lease},${world.resends},${world.applied}|${workers.sort().join("|")}|${loose.sort().join("+")}`;
}

function absent(world: World): OutboxEvent {
  return world.resends < RESENDS ? "absent" : "absent-last";
}

function mayWrite(protocol: Protocol, worker: Worker): boolean {
  return !protocol.deadline || worker.lease > REQUEST;
}

function put(world: World, i: number, change: Partial<Worker>): World {
  return { ...world, workers: world.workers.map((worker, at) => (at === i ? { ...worker, ...change } : worker)) };
}

/** Nobody waits for its answer any more. */
function forget(world: World, i: number): World {
  return {
    ...world,
    requests: world.requests.map((request) => (request.worker === i ? { ...request, worker: -1 } : request)),
  };
}

function know(world: World, i: number, news: OutboxEvent): World {
  return put(forget(world, i), i, { phase: "knows", news, answer: null });
}

function write(world: World, i: number): World {
  const { lease } = world.workers[i] as Worker;
  const request: Request = { life: Math.max(lease + SETTLE - 1, 0), worker: i };
  return put({ ...world, requests: [...world.requests, request] }, i, { phase: "written" });
}

function claim(protocol: Protocol, world: World, i: number, what: OutboxEvent, phase: Phase): World | undefined {
  const taken = event(protocol, world, what, true);
  return taken && put(taken, i, { phase, own: true, lease: LEASE, news: null, answer: null });
}

function record(protocol: Protocol, world: World, i: number): World {
  const { news, own } = world.workers[i] as Worker;
  return put(event(protocol, world, news as OutboxEvent, own) ?? world, i, IDLE);
}

/** Moves the row by the table; nothing when there is no such line, or the fence keeps it off. */
function event(protocol: Protocol, world: World, what: OutboxEvent, own: boolean): World | undefined {
  const line = transitionOf(world.state, what, protocol.table as readonly Transition[]) as
    | ModelTable[number]
    | undefined;
  if (!line || (line.fence === "check" && !own)) return undefined;
  const workers = line.fence === "next" ? world.workers.map((worker) => ({ ...worker, own: false })) : world.workers;
  return {
    ...world,
    workers,
    state: line.to,
    due: dueAfter(line.due, world.lease),
    lease: line.due === "lease-end" ? LEASE : 0,
    resends: what === "absent" ? world.resends + 1 : world.resends,
  };
}

function dueAfter(due: ModelTable[number]["due"], lease: number): number {
  switch (due) {
    case "lease-end+settle":
      return lease + SETTLE;
    case "lease-end+nothing":
      return lease;
    case "settle":
      return SETTLE;
    default:
      // A pause may be over at once: nothing rests on it.
      return 0;
  }
}

/**
 * One tick for everybody. It cannot pass while something has to happen before: a request whose life is over is applied or
 * gone by then (A1), and nobody is stopped between check and write for longer than lease and settle (A3).
 */
function tick(world: World): World | undefined {
  if (world.requests.some((request) => request.life <= 0)) return undefined;
  if (world.workers.some((worker) => worker.phase === "checked" && worker.lease + SETTLE - 1 <= 0)) return undefined;
  return {
    ...world,
    due: Math.max(0, world.due - 1),
    lease: Math.max(0, world.lease - 1),
    workers: world.workers.map((worker) => ({ ...worker, lease: Math.max(LONG_AGO, worker.lease - 1) })),
    requests: world.requests.map((request) => ({ ...request, life: request.life - 1 })),
  };
}
