import { type Journal, type OutboxState, openJournal, type Processor, transitionOf } from "@coo/journal";
import { type Behaviour, SimRemote, TIMES } from "./sim-remote.ts";
import type { Break, SimDatabase } from "./sim-store.ts";
import { Endless, type Process, World } from "./world.ts";

/** How the code under trial is broken on purpose; as built when empty. */
export interface Flaws {
  readonly settleMs?: number;
  readonly ignoresDeadline?: boolean;
  readonly rewrite?: Break;
  readonly acknowledgesEarly?: boolean;
}

/** One history: what is drawn when absent. */
export interface HistoryOptions {
  readonly seed: number;
  readonly flaws?: Flaws;
  /** Worker processes; 2 to 4 when absent. */
  readonly workers?: number;
  readonly documents?: number;
  readonly pushes?: number;
  /** What the remote does with the first request. */
  readonly first?: Behaviour;
  /** Nothing goes wrong by chance; only `crashAt` and `first` count. */
  readonly isCalm?: boolean;
  /**
   * The machine's clock is set an hour forward and back, and processes are off by up to ten minutes. None is killed or
   * stopped, and each looks at the clock between two settings: whoever did not see a jump cannot know of it.
   */
  readonly areClocksSet?: boolean;
  /** Kills the process that would pass the nth point. */
  readonly crashAt?: number;
}

/** What became of a history. */
export interface History {
  /** Invariants that did not hold. */
  readonly wrong: readonly string[];
  readonly steps: number;
  /** Points at which a process could have been killed. */
  readonly points: number;
  readonly crashes: number;
  readonly applications: number;
  readonly inDoubt: number;
  readonly resent: number;
  readonly pushes: number;
  /** Results of which no push had come when they went into the inbox. */
  readonly repaired: number;
  /** Simulated milliseconds from the end of all faults until everything was final. */
  readonly calmMs: number;
  /** How often the clock was set. */
  readonly clockSet: number;
}

/** For how long things go wrong, and how long everything may take to come to its end afterwards. */
const ROUGH_MS = 700;
const CALM_MS = 20_000;

/** Within this every process has looked at the clock. */
const TWO_LOOKS_MS = 260;

/** Grants per simulated second and in a row. */
const LIMIT = { perSecond: 125, burst: 6 };

interface Slot {
  process: Process;
  journal: Journal | undefined;
}

interface Push {
  readonly n: number;
  readonly subject: string;
  readonly rank: number;
  isAcknowledged: boolean;
}

/** Numbers of pushes that tell of a review start here: a query shows the same. */
const REVIEWS = 100;

/** Plays one history on an emptied database. */
export async function playHistory(database: SimDatabase, options: HistoryOptions): Promise<History> {
  const world = new World(options.seed);
  database.reset(world);
  database.areCrashesOff = options.areClocksSet ?? false;
  return new Play(database, world, options).play();
}

class Play {
  readonly #database: SimDatabase;
  readonly #world: World;
  readonly #options: HistoryOptions;
  readonly #remote: SimRemote;
  readonly #slots: Slot[] = [];
  readonly #acknowledged = new Map<string, string>();
  readonly #pushes: Push[];
  /** Documents whose review is over, with the number of its push. */
  readonly #reviewed = new Map<string, number>();
  readonly #after = new Set<number>();
  readonly #isOneHost: boolean;
  readonly #documents: number;
  #waiting: number;
  #underReview = 0;
  #names = 0;
  #numbers = 0;
  #crashes = 0;
  #clockSet = 0;
  #lastSet = 0;
  #passed = 0;
  readonly #wrong: string[] = [];

  constructor(database: SimDatabase, world: World, options: HistoryOptions) {
    this.#database = database;
    this.#world = world;
    this.#options = options;
    world.isRough = options.isCalm !== true;
    this.#remote = new SimRemote(world, {
      knowsNumbers: world.draw(3) === 0,
      first: options.first,
      ignoresDeadline: options.flaws?.ignoresDeadline ?? false,
    });
    this.#isOneHost = world.draw(3) === 0;
    this.#documents = options.documents ?? 1 + world.draw(3);
    this.#waiting = this.#documents;
    this.#pushes = Array.from({ length: options.pushes ?? world.draw(4) }, (_, n) => ({
      n,
      subject: `S-${world.draw(2)}`,
      rank: world.draw(10),
      isAcknowledged: false,
    }));
    world.onPoint = (process) => this.#passes(process);
  }

  async play(): Promise<History> {
    const world = this.#world;
    const workers = this.#options.workers ?? 2 + world.draw(3);
    for (let i = 0; i < workers; i++) {
      const slot: Slot = { process: this.#newProcess(), journal: undefined };
      this.#slots.push(slot);
      void this.#live(slot);
    }
    for (let n = 0; n < this.#documents; n++) void this.#apply(`D-${n}`);
    for (const push of this.#pushes) void this.#push(push);
    if (!this.#options.isCalm && !this.#options.areClocksSet) {
      for (let n = 0; n < this.#documents; n++) if (world.draw(2) === 0) void this.#review(`D-${n}`, REVIEWS + n);
      void this.#compare();
    }
    let calmMs = CALM_MS;
    try {
      let looks = 0;
      const isOver = (): boolean => looks++ % 16 === 0 && this.#isOver();
      const early = await world.run(isOver, ROUGH_MS);
      world.isRough = false;
      world.settleWall();
      const calm = world.now;
      const ended = early || (await world.run(isOver, calm + CALM_MS));
      calmMs = world.now - calm;
      if (!ended) this.#wrong.push(`not all is final ${CALM_MS} ms after the last fault: ${this.#open()}`);
      await this.#judge();
    } catch (error) {
      if (!(error instanceof Endless)) throw error;
      this.#wrong.push(error.message);
    }
    world.end();
    const figure = (sql: string): number => Number(this.#database.run(sql, [])[0]?.["n"]);
    return {
      wrong: this.#wrong,
      steps: world.steps,
      points: this.#passed,
      crashes: this.#crashes,
      applications: this.#acknowledged.size,
      inDoubt: figure("select count(distinct stream) as n from ledger where ev in ('unclear', 'send-lease-over')"),
      resent: figure("select count(*) as n from ledger where ev = 'absent'"),
      pushes: this.#pushes.length,
      repaired: figure("select count(*) as n from inbox where subject is not null"),
      calmMs,
      clockSet: this.#clockSet,
    };
  }

  #newProcess(): Process {
    return {
      name: `w${this.#names++}`,
      isAlive: true,
      pausedUntil: 0,
      skewMs: this.#options.areClocksSet ? this.#world.draw(1_200_001) - 600_000 : this.#world.draw(21) - 10,
      started: this.#world.now,
    };
  }

  /** Starts a process in a place, and another when it is gone. */
  async #live(slot: Slot): Promise<void> {
    const { flaws } = this.#options;
    const { process } = slot;
    try {
      const journal = await openJournal({
        store: this.#database.storeOf(process, {
          ...(flaws?.rewrite ? { rewrite: flaws.rewrite } : {}),
          acknowledgesEarly: flaws?.acknowledgesEarly ?? false,
        }),
        clock: this.#world.clockOf(process),
        timing: {
          ...TIMES,
          settleMs: flaws?.settleMs ?? TIMES.settleMs,
          resends: 1_000,
          queryPausesMs: [20, 40],
          sendPausesMs: [10],
          pushPausesMs: [15],
          pushTries: 1_000,
        },
        breaker: { inRow: 5, ofTwenty: 15, pauseMs: 30 },
        limits: { provider: LIMIT, tenant: { perSecond: 10_000, burst: 10_000 } },
        owner: process.name,
        isOwnerAlive: (owner) => this.#isOneHost && this.#slots.some((one) => one.process.name === owner),
        random: (size) => new Uint8Array(size).fill(0).map((_, i) => (i < 4 ? this.#numbers++ >> (8 * i) : 0)),
        onEvent: (event) => {
          const isAway = event.type === "error" && /store|commit|handler/.test(String(event.error));
          if (event.type === "error" && !isAway) this.#wrong.push(`error: ${String(event.error)}`);
        },
      });
      journal.register(this.#remote.peerOf(process));
      journal.handle("result", this.#processor());
      journal.work({ concurrency: 1, pollMs: 80 + this.#world.draw(40) });
      slot.journal = journal;
    } catch (error) {
      if (!/store|commit|connection/.test(String(error))) throw error;
      // One that starts after the clock was set is not on trial.
      if (this.#options.areClocksSet) return;
      // It could not start; whoever watches it tries again.
      this.#kill(process);
    }
  }

  #kill(process: Process): void {
    if (process.isAlive) this.#world.kill(process);
    this.#replace();
  }

  /** Every place whose process is gone gets a new one after a while. */
  #replace(): void {
    for (const slot of this.#slots) {
      if (slot.process.isAlive) continue;
      this.#crashes++;
      slot.journal = undefined;
      slot.process = { ...this.#newProcess(), pausedUntil: this.#world.now + 1 + this.#world.draw(60) };
      void this.#live(slot);
    }
  }

  /** What may happen to a process at a point. */
  #passes(process: Process): boolean {
    const world = this.#world;
    this.#replace();
    const isOrdered = this.#options.crashAt === this.#passed++;
    if (this.#options.areClocksSet) {
      if (world.now - this.#lastSet >= TWO_LOOKS_MS && world.oneIn(80)) {
        this.#clockSet++;
        this.#lastSet = world.now;
        world.setWall(world.draw(3) - 1);
      }
      return process.isAlive;
    }
    if (process.isAlive && (isOrdered || world.oneIn(250))) {
      this.#kill(process);
      return false;
    }
    if (world.oneIn(150)) process.pausedUntil = world.now + world.draw(2 * (TIMES.leaseMs + TIMES.settleMs));
    return process.isAlive;
  }

  #anyJournal(): Journal | undefined {
    return this.#slots[this.#world.draw(this.#slots.length)]?.journal;
  }

  /** A caller that applies, perhaps twice at once and perhaps with a change afterwards. */
  async #apply(key: string): Promise<void> {
    const world = this.#world;
    await world.wait(world.draw(200));
    let text = `${key} v1`;
    for (let revise = false; ; revise = true) {
      for (let tries = 0; ; tries++) {
        const order = { tenant: "P1", op: "apply", key, content: Buffer.from(text), revise };
        const made = await this.#inTime(async () => (await this.#anyJournal()?.enqueue(order)) !== undefined, tries);
        if (made) break;
      }
      this.#acknowledged.set(text, key);
      if (revise || world.draw(3) > 0) break;
      // A change follows once the first is through.
      for (let n = 0; n < 100 && !this.#isFinal(key); n++) await world.wait(20);
      if (!this.#isFinal(key)) break;
      text = `${key} v2`;
    }
    this.#waiting--;
  }

  /** The remote pushes until it is acknowledged, and sometimes again after that. */
  async #push(push: Push): Promise<void> {
    const world = this.#world;
    await world.wait(world.draw(300));
    const body = Buffer.from(JSON.stringify({ n: push.n, subject: push.subject, rank: push.rank }));
    const arrival = {
      key: `P1/result/${push.n}`,
      provider: "P1",
      op: "result",
      body,
      bodyHash: `h${push.n}`,
      keyId: "0",
    };
    for (let repeats = 0; repeats <= push.n % 2; ) {
      const answer = await this.#inTime(async () => {
        const journal = this.#anyJournal();
        if (journal === undefined) return false;
        const known = await journal.inbox.look(arrival);
        return (known === "new" ? await journal.inbox.receive(arrival, "received") : known) !== "other";
      }, repeats);
      if (!answer) continue;
      push.isAcknowledged = true;
      repeats++;
    }
  }

  /** The remote reviews a document, and its push comes, comes late, or never. */
  async #review(key: string, n: number): Promise<void> {
    const world = this.#world;
    this.#underReview++;
    await world.wait(world.draw(400));
    // Refused applications are not reviewed, and a changed one is reviewed anew.
    for (let i = 0; i < 200 && !(this.#waiting === 0 && this.#isFinal(key)); i++) await world.wait(20);
    if (this.#isFinal(key) && this.#isAccepted(key)) {
      this.#reviewed.set(key, n);
      const push = { n, subject: key, rank: 1, isAcknowledged: false };
      this.#remote.reviews.set(key, Buffer.from(JSON.stringify({ n, subject: key, rank: 1 })));
      if (world.draw(2) === 0) {
        this.#pushes.push(push);
        void this.#push(push);
      }
    }
    this.#underReview--;
  }

  /** Every now and then one of the processes compares, perhaps two at once. */
  async #compare(): Promise<void> {
    const world = this.#world;
    for (;;) {
      await world.wait(60 + world.draw(120));
      if (this.#waiting > 0) continue;
      const journal = this.#anyJournal();
      void this.#inTime(async () => {
        await journal?.reconcile("P1", { since: 0, missedMs: world.draw(200) });
        return true;
      }, 1_000);
    }
  }

  #isAccepted(key: string): boolean {
    const [last] = this.#database.run("select state from outbox where bkey = ? order by rev desc limit 1", [key]);
    return last?.["state"] === "accepted";
  }

  /** A call to a process that may die: `false` when nothing came back. */
  async #inTime(call: () => Promise<boolean>, tries: number): Promise<boolean> {
    const world = this.#world;
    const done = call().catch((error: unknown) => {
      if (!/store|commit|connection|revision/.test(String(error))) this.#wrong.push(`caller: ${String(error)}`);
      return false;
    });
    const late = world.wait(60 + tries).then(() => false);
    const ok = await Promise.race([done, late]);
    if (!ok) await world.wait(5);
    return ok;
  }

  #processor(): Processor {
    type Body = { readonly n: number; readonly subject: string; readonly rank: number };
    const read = (body: Uint8Array): Body => JSON.parse(Buffer.from(body).toString("utf8")) as Body;
    return {
      subject: (push) => read(push.body).subject,
      // A review's push and its result from a query are of equal rank: what they tell says that they are the same.
      applies: (current, push) =>
        read(push.body).rank > read(current.body).rank ||
        (read(push.body).n >= REVIEWS && read(current.body).n >= REVIEWS),
      tells: (push, found) => read(push.body).n === read(found.body).n,
      inTx: async (q, push) => {
        const { n, subject, rank } = read(push.body);
        await q("insert into effects(push, subject, rank) values(?, ?, ?)", n, subject, rank);
        if (this.#world.oneIn(5)) throw new Error("the handler failed");
      },
      after: async (push) => {
        if (this.#world.oneIn(5)) throw new Error("the handler failed");
        this.#after.add(read(push.body).n);
      },
    };
  }

  #isFinal(key: string): boolean {
    const rows = this.#database.run(
      "select 1 as one from outbox where bkey = ? and state not in ('accepted', 'rejected', 'cancelled')",
      [key],
    );
    return rows.length === 0;
  }

  #open(): string {
    const rows = this.#database.run(
      `select 'outbox/' || id || ' ' || state as what from outbox where state not in ('accepted', 'rejected', 'cancelled')
        union all select 'inbox/' || id || ' ' || state from inbox where state <> 'done' or after_due is not null`,
      [],
    );
    return rows.map((row) => String(row["what"])).join(", ");
  }

  #isOver(): boolean {
    if (this.#waiting > 0 || this.#underReview > 0 || !this.#pushes.every((push) => push.isAcknowledged)) return false;
    const told = this.#database.run("select push from effects", []).map((row) => Number(row["push"]));
    return [...this.#reviewed.values()].every((n) => told.includes(n)) && this.#open() === "";
  }

  /** What must hold at the end, whatever happened. */
  async #judge(): Promise<void> {
    const rows = this.#database.run("select * from outbox order by id", []);
    const stateOf = new Map(rows.map((row) => [Buffer.from(row["content"] as Uint8Array).toString("utf8"), row]));
    for (const text of this.#acknowledged.keys()) {
      const row = stateOf.get(text);
      const times = this.#timesOf(text);
      if (!row) this.#wrong.push(`lost: ${text} was acknowledged and is not there`);
      else if (row["state"] === "accepted" && times === 0) this.#wrong.push(`lost: ${text} is accepted, not applied`);
      else if (row["state"] === "rejected" && times > 0) this.#wrong.push(`${text} is rejected and applied`);
      else if (!["accepted", "rejected"].includes(String(row["state"])))
        this.#wrong.push(`${text} ended as ${String(row["state"])}`);
    }
    for (const [key, list] of this.#remote.book) {
      for (const one of list) if (one.times > 1) this.#wrong.push(`doubled: ${one.content}, ${one.times} times`);
      const accepted = rows.findLast((row) => row["bkey"] === key && row["state"] === "accepted");
      if (accepted && Buffer.from(accepted["content"] as Uint8Array).toString("utf8") !== list.at(-1)?.content)
        this.#wrong.push(`${key}: the remote shows ${list.at(-1)?.content}`);
    }
    this.#judgePushes();
    this.#judgeChains();
    // Pace is kept by the wall clock.
    if (!this.#options.areClocksSet) this.#judgePace();
    await this.#judgeLedger();
  }

  #timesOf(text: string): number {
    for (const list of this.#remote.book.values()) for (const one of list) if (one.content === text) return one.times;
    return 0;
  }

  #judgePushes(): void {
    const effects = this.#database.run("select push, subject, rank from effects order by rowid", []);
    // Of a review that had its effect, what came besides is superseded.
    const superseded = this.#database
      .run("select i.body from ledger l join inbox i on l.stream = 'inbox/' || i.id where l.ev = 'superseded'", [])
      .map((row) => JSON.parse(Buffer.from(row["body"] as Uint8Array).toString("utf8")) as { readonly n: number })
      .filter(({ n }) => n < REVIEWS);
    const plain = this.#pushes.filter(({ n }) => n < REVIEWS);
    const newest = new Map<string, number>();
    for (const { subject, rank } of effects) {
      if (Number(rank) < (newest.get(String(subject)) ?? -1)) this.#wrong.push(`older over newer: ${String(subject)}`);
      newest.set(String(subject), Number(rank));
    }
    for (const n of [...plain.map((push) => push.n), ...this.#reviewed.values()]) {
      const own = effects.filter((one) => one["push"] === n).length;
      if (own > 1) this.#wrong.push(`doubled: push ${n} has ${own} effects`);
      if (own === 0 && n >= REVIEWS) this.#wrong.push(`lost: result ${n} has no effect`);
      if (own === 1 && !this.#after.has(n)) this.#wrong.push(`lost: push ${n} never came to after`);
    }
    const had = new Set(effects.map((one) => Number(one["push"])).filter((n) => n < REVIEWS)).size + superseded.length;
    if (had !== plain.length) this.#wrong.push(`lost: ${had} of ${plain.length} pushes were taken`);
  }

  /** Every step of every application is one of the table, and epochs only grow. */
  #judgeChains(): void {
    const states = new Map<string, { state: OutboxState | null; epoch: number }>();
    const rows = this.#database.run(
      "select stream, ev, data from ledger where stream like 'outbox/%' order by seq",
      [],
    );
    for (const { stream, ev, data } of rows) {
      const before = states.get(String(stream)) ?? { state: null, epoch: 0 };
      const now = JSON.parse(String(data)) as { state: OutboxState; epoch: number };
      const line = transitionOf(before.state, String(ev) as Parameters<typeof transitionOf>[1]);
      if (line?.to !== now.state || now.epoch < before.epoch)
        this.#wrong.push(`${String(stream)}: ${before.state} –${String(ev)}→ ${now.state}, epoch ${now.epoch}`);
      states.set(String(stream), now);
    }
  }

  /** The limiter's promise: never more than rate × time + burst. */
  #judgePace(): void {
    const interval = 1000 / LIMIT.perSecond;
    const at = this.#database
      .run("select started from attempt order by started", [])
      .map((row) => Number(row["started"]));
    for (let i = 0; i < at.length; i++)
      for (let j = i; j < at.length; j++)
        if (j - i + 1 > ((at[j] as number) - (at[i] as number)) / interval + LIMIT.burst) {
          this.#wrong.push(`${j - i + 1} requests within ${(at[j] as number) - (at[i] as number)} ms`);
          return;
        }
  }

  async #judgeLedger(): Promise<void> {
    let isDone = false;
    // Whoever judges is not killed.
    this.#world.onPoint = () => true;
    const reader = this.#newProcess();
    const verify = async (): Promise<void> => {
      const store = this.#database.storeOf(reader, {});
      const journal = await openJournal({ store, clock: this.#world.clockOf(reader) });
      const { faults } = await journal.verify();
      for (const fault of faults.slice(0, 2)) this.#wrong.push(`ledger: ${fault.stream} ${fault.message}`);
      isDone = true;
    };
    void verify();
    await this.#world.run(() => isDone, this.#world.now + CALM_MS);
    if (!isDone) this.#wrong.push("the ledger could not be verified");
  }
}
