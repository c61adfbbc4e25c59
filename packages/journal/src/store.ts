/** What a statement takes. */
export type Param = string | number | Uint8Array | null;

/** What a column gives: whole numbers as numbers in both dialects. */
export type Value = string | number | Uint8Array | null;

export type Row = Readonly<Record<string, Value>>;

/**
 * Runs one statement inside a transaction. `sql` has `?` for parameters, `{{SKIP}}`, `{{ID}}`, `{{NOW}}` for the time at
 * which the statement began and `{{CLOCK}}` for that at which it comes so far, behind a lock that it waited for.
 */
export type Query = (sql: string, ...params: Param[]) => Promise<Row[]>;

/**
 * Where a journal keeps its tables. One transaction is one durable step: when `tx` resolves, what `fn` wrote survives
 * power loss; when it rejects, nothing of it remains or the caller cannot know, and asks again.
 */
export interface Store {
  readonly dialect: "sqlite" | "pg";
  /** Runs `fn` in a transaction. No network call belongs inside, and no other `tx` of the same store. */
  tx<T>(fn: (q: Query) => Promise<T>): Promise<T>;
  /** Tells other processes that there is work. A call that is lost delays, and loses nothing. */
  notify?(): void;
  /**
   * Calls `wake` whenever another process told of work, and after every gap in which calls may have been lost.
   *
   * @param onState - Whether calls arrive at present.
   * @throws {@link JournalError} `JOURNAL_OPTIONS` when calls cannot arrive.
   */
  listen?(wake: () => void, onState: (isListening: boolean) => void): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

/** A column that holds a number. */
export function num(row: Row, name: string): number {
  return Number(row[name]);
}

/** A column that holds text. */
export function text(row: Row, name: string): string {
  return String(row[name]);
}

/** A column that holds text or nothing. */
export function textOrNull(row: Row, name: string): string | null {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
}

/** A column that holds a number or nothing. */
export function numOrNull(row: Row, name: string): number | null {
  const value = row[name];
  return value === null || value === undefined ? null : Number(value);
}

/** A column that holds bytes. */
export function bytes(row: Row, name: string): Uint8Array {
  const value = row[name];
  return value instanceof Uint8Array ? value : new Uint8Array();
}

/** The store's time. */
export async function nowOf(q: Query): Promise<number> {
  const [row] = await q("select {{NOW}} as now");
  return num(row as Row, "now");
}
