import type { Inquiry, Peer, QueryResult, SendResult, Transmission } from "@coo/journal";
import type { Process, World } from "./world.ts";

/** Times of a history, in simulated milliseconds: small, so that leases end often. */
export const TIMES = { requestMs: 40, leaseMs: 120, settleMs: 150 } as const;

/** What can happen to a request that was written. */
export const BEHAVIOURS = [
  "apply",
  "refuse",
  "lose",
  "apply-silently",
  "apply-late",
  "fail-before",
  "fail-after",
] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

interface Applied {
  readonly content: string;
  times: number;
  /** From when on a query shows it. */
  readonly visible: number;
}

/** The other side: it applies whatever comes, as often as it comes, and keeps a book of it. */
export class SimRemote {
  readonly world: World;
  /** What was applied, in order, by document. */
  readonly book = new Map<string, Applied[]>();
  /** Results of reviews by document, as a query shows them. */
  readonly reviews = new Map<string, Uint8Array>();
  /** Whether it knows a message number again, and refuses it. */
  readonly #knowsNumbers: boolean;
  readonly #numbers = new Set<string>();
  /** What it does with the first request; drawn when absent. */
  #first: Behaviour | undefined;
  /** A worker that does not look at its deadline before it writes. */
  readonly #ignoresDeadline: boolean;

  constructor(
    world: World,
    options: {
      readonly knowsNumbers?: boolean;
      readonly first?: Behaviour | undefined;
      readonly ignoresDeadline?: boolean;
    } = {},
  ) {
    this.world = world;
    this.#knowsNumbers = options.knowsNumbers ?? false;
    this.#first = options.first;
    this.#ignoresDeadline = options.ignoresDeadline ?? false;
  }

  /** The remote as one process reaches it. */
  peerOf(process: Process): Peer {
    return {
      provider: "P1",
      operations: { apply: "submit" },
      send: (transmission) => this.#send(process, transmission),
      query: (inquiry) => this.#query(process, inquiry),
    };
  }

  async #send(process: Process, { row, mayWrite, signal }: Transmission): Promise<SendResult> {
    const { world } = this;
    await world.wait(1 + world.draw(8), process, signal);
    if (world.oneIn(30)) return { kind: "not-sent", reason: "refused" };
    if (!this.#ignoresDeadline && (!mayWrite() || signal.aborted)) return { kind: "not-sent", reason: "too late" };
    // Stopped between the look at the deadline and the write: the worst moment there is.
    if (world.oneIn(12)) process.pausedUntil = world.now + world.draw(2 * (TIMES.leaseMs + TIMES.settleMs));
    await world.moment(process);
    // Assumptions A1 and A3: applied or gone before lease end + settle, however the clock on the wall is set meanwhile.
    const end = world.timeOf(row.leaseUntil ?? 0) + TIMES.settleMs - 1;
    if (world.now >= end && !this.#ignoresDeadline) return { kind: "unclear", reason: "reset" };
    const behaviour = this.#first ?? this.#drawn();
    this.#first = undefined;
    const content = Buffer.from(row.content).toString("utf8");
    const left = Math.max(0, end - world.now);
    const inTime = Math.min(left, 1 + world.draw(10));
    const delay = behaviour === "apply-late" ? world.draw(left + 1) : inTime;
    const answer: { result?: SendResult } = {};
    const arrives = async (): Promise<void> => {
      await world.wait(delay);
      const result = this.#arrive(row.key, content, row.messageId, behaviour, end);
      if (result) answer.result = result;
    };
    void arrives();
    // The answer takes its way, or none comes before the time is up.
    const patience = TIMES.requestMs - world.draw(10);
    await world.wait(Math.min(patience, delay + 1 + world.draw(5)), process, signal);
    return answer.result ?? { kind: "unclear", reason: "time-out" };
  }

  #drawn(): Behaviour {
    if (!this.world.isRough || this.world.draw(10) < 5) return "apply";
    return BEHAVIOURS[this.world.draw(BEHAVIOURS.length)] as Behaviour;
  }

  #arrive(key: string, content: string, messageId: string, behaviour: Behaviour, end: number): SendResult | undefined {
    if (behaviour === "lose") return undefined;
    if (this.#knowsNumbers && this.#numbers.has(messageId)) return { kind: "repeated" };
    // It has seen the number, even where it then fails.
    this.#numbers.add(messageId);
    const list = this.book.get(key) ?? [];
    const known = list.find((one) => one.content === content);
    // A refusal means that nothing was applied.
    if (behaviour === "refuse" && known === undefined) return { kind: "rejected", returnCode: "3001" };
    if (behaviour === "fail-before") return { kind: "unclear", httpStatus: 500 };
    if (known) known.times++;
    else {
      const { world } = this;
      // Assumption A2: a query shows by then what was applied.
      const visible = world.oneIn(3) ? world.now + world.draw(Math.max(1, end - world.now)) : world.now;
      list.push({ content, times: 1, visible });
      this.book.set(key, list);
    }
    if (behaviour === "fail-after") return { kind: "unclear", httpStatus: 500 };
    return behaviour === "apply-silently" ? undefined : { kind: "accepted", remoteId: `R-${key}` };
  }

  async #query(process: Process, { row, previous, signal }: Inquiry): Promise<QueryResult> {
    const { world } = this;
    await world.wait(1 + world.draw(6), process, signal);
    if (world.oneIn(8)) return { kind: "failed", reason: "no answer" };
    const shown = this.book.get(row.key)?.findLast((one) => one.visible <= world.now)?.content;
    await world.wait(1 + world.draw(6), process, signal);
    if (shown === undefined) return { kind: "absent" };
    const review = this.reviews.get(row.key);
    const result = review ? { result: { op: "result", body: review } } : {};
    if (shown === Buffer.from(row.content).toString("utf8"))
      return { kind: "same", remoteId: `R-${row.key}`, ...result };
    if (previous && shown === Buffer.from(previous).toString("utf8")) return { kind: "absent" };
    return { kind: "differs", differences: [{ path: "content", ours: null, theirs: shown }] };
  }
}
