import type { Context } from "./context.ts";
import { JournalError } from "./errors.ts";
import { num, type Query, textOrNull } from "./store.ts";

/** A claim of this process, as it stands in the store from its commit on. */
export interface Mark {
  readonly id: number;
  readonly epoch: number;
  readonly started: number;
}

/** Commits of one moment may be acknowledged in another order than they were made in: so many are remembered. */
const MARKS = 8;

/**
 * What this process remembers of the store. A claim to send that was committed, and is not there any more, means that the
 * store has gone back: a standby that was behind has taken over, or a backup was restored under running workers. What
 * seems to wait there may have been sent, so nothing is sent until `restored` was said, by any process.
 */
export class Memory {
  /** When `restored` was last said, by the store's clock; `undefined` before the first look. */
  #restored: number | undefined;
  #marks: Mark[] = [];
  /** Whether the error was told of since the store was last found in order. */
  isTold = false;

  /** Remembers a claim that was committed. */
  keep(mark: Mark): void {
    this.#marks = [...this.#marks, mark].slice(-MARKS);
  }

  /**
   * Compares the store with what is remembered, in the transaction of `q`. A store that has gone back is marked as such,
   * so that processes without a memory, which start now, send nothing either.
   */
  async agrees(q: Query, owner: string): Promise<boolean> {
    // Others claim, and are remembered, while this question is under way.
    const asked = this.#marks;
    const before = this.#restored;
    const isThere = asked.map(() => "(outbox_id = ? and epoch = ? and started = ?)").join(" or ");
    const [row] = await q(
      `select (select value from meta where name = 'behind') as behind,
        (select value from meta where name = 'restored_at') as restored,
        ${isThere === "" ? "0" : `(select count(*) from attempt where ${isThere})`} as there`,
      ...asked.flatMap(({ id, epoch, started }) => [id, epoch, started]),
    );
    if (!row) return false;
    const restored = Number(row["restored"] ?? 0);
    // What was remembered from before it was said is no matter any more.
    const isNews = before === undefined || restored > before;
    const isBehind =
      textOrNull(row, "behind") !== null ||
      restored < (before ?? restored) ||
      (!isNews && num(row, "there") < asked.length);
    if (!isBehind) {
      if (isNews) this.#marks = this.#marks.filter((mark) => !asked.includes(mark));
      this.#restored = Math.max(restored, this.#restored ?? 0);
      this.isTold = false;
      return true;
    }
    await markBehind(q, owner);
    return false;
  }
}

/** Says that the store has gone back, and what to do. */
export function behind(): JournalError {
  return new JournalError(
    "JOURNAL_BEHIND",
    "the store has gone back: claims that were committed are not there (a standby that was behind, or a backup). " +
      "Nothing is sent until `coo journal restored` was run",
    "数据库退回了从前的状态:已提交的认领不见了(落后的备库接管,或恢复了备份)。运行 `coo journal restored` 之前不再发送",
  );
}

/** From here on nobody sends, until {@link forget}. */
export async function markBehind(q: Query, owner: string): Promise<void> {
  await q("insert into meta(name, value) values('behind', ?) on conflict(name) do nothing", owner);
}

/** At `restored`: everything open is asked about first, so that sending may go on. */
export async function forget(q: Query): Promise<void> {
  await q("delete from meta where name = 'behind'");
  await q(
    `insert into meta(name, value) values('restored_at', cast({{NOW}} as text))
      on conflict(name) do update set value = excluded.value`,
  );
}

/** A worker's error is told once, however often it looks again. */
export function isToBeTold(ctx: Context, error: unknown): boolean {
  if (!(error instanceof JournalError) || error.code !== "JOURNAL_BEHIND") return true;
  const isTold = ctx.memory.isTold;
  ctx.memory.isTold = true;
  return !isTold;
}
