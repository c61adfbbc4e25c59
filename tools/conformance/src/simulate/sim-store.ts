import { DatabaseSync, type StatementSync } from "node:sqlite";
import { JournalError, migrate, type Param, type Query, type Row, type Store } from "@coo/journal";
import { BEGIN, type Process, type World } from "./world.ts";

/** Rewrites statements and their values: the code is broken on purpose. */
export type Break = (sql: string, params: Param[]) => readonly [sql: string, params: Param[]];

/** How a store may be broken on purpose. */
export interface StoreBreaks {
  readonly rewrite?: Break;
  /** Acknowledges before it is on the disk: what was acknowledged last is lost in a crash. */
  readonly acknowledgesEarly?: boolean;
}

const TABLES =
  "outbox attempt inbox latest result ledger limiter breaker finding counter meta effects sqlite_sequence".split(" ");

/** One database in memory for all histories, emptied between them. */
export class SimDatabase {
  readonly db: DatabaseSync = new DatabaseSync(":memory:");
  readonly #statements = new Map<string, StatementSync>();
  world: World | undefined;
  /** No process is killed within a commit. */
  areCrashesOff = false;
  #isOpen = false;

  constructor() {
    this.db.function("coo_now", () => BEGIN + (this.world?.now ?? 0) + (this.world?.wallMs ?? 0));
  }

  /** Makes the tables. What keeps the ledger from being emptied between histories is left out. */
  async prepare(): Promise<void> {
    await migrate({
      dialect: "sqlite",
      tx: (fn) => fn(async (sql, ...params) => this.run(sql, params)),
      close: async () => {},
    });
    this.db.exec("drop trigger ledger_no_update; drop trigger ledger_no_delete");
    this.db.exec("create table effects(push integer not null, subject text not null, rank integer not null)");
  }

  /** Empties it for the next history. */
  reset(world: World): void {
    this.world = world;
    this.#isOpen = false;
    if (this.db.isTransaction) this.db.exec("rollback");
    for (const table of TABLES) this.run(`delete from ${table}`, []);
  }

  run(sql: string, params: readonly Param[]): Row[] {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      const own = sql
        .replaceAll(/\{\{(?:NOW|CLOCK)\}\}/g, "coo_now()")
        .replaceAll("{{SKIP}}", "")
        .replaceAll("{{ID}}", "integer primary key autoincrement");
      statement = this.db.prepare(own);
      this.#statements.set(sql, statement);
    }
    return statement.all(...params) as Row[];
  }

  /** The store as one process has it. */
  storeOf(process: Process, breaks: StoreBreaks): Store {
    return {
      dialect: "sqlite",
      tx: (fn) => this.#tx(process, breaks, fn),
      close: async () => {},
    };
  }

  async #tx<T>(process: Process, breaks: StoreBreaks, fn: (q: Query) => Promise<T>): Promise<T> {
    const world = this.world as World;
    await world.moment(process);
    if (world.oneIn(400)) throw away("the store cannot be reached");
    // Statements are answered at once, so a transaction is over before the next point: nobody else comes in between.
    if (this.#isOpen) throw new Error("a transaction waited for something other than its statements");
    this.#isOpen = true;
    this.db.exec("begin");
    let value: T;
    try {
      value = await fn(async (sql, ...params) => {
        const [text, values] = breaks.rewrite?.(sql, params) ?? [sql, params];
        return this.run(text, values);
      });
    } catch (error) {
      this.#end("rollback");
      throw error;
    }
    if (!this.areCrashesOff && world.oneIn(150)) {
      this.#end("rollback");
      world.kill(process);
      // The caller was told that it is done, and has told others.
      if (breaks.acknowledgesEarly) return value;
      return await new Promise<never>(() => {});
    }
    if (world.oneIn(400)) {
      this.#end("rollback");
      throw away("the commit failed");
    }
    this.#end("commit");
    await world.moment(process);
    if (world.oneIn(400)) throw away("the connection was lost after the commit");
    return value;
  }

  #end(how: "commit" | "rollback"): void {
    this.db.exec(how);
    this.#isOpen = false;
  }
}

function away(message: string): JournalError {
  return new JournalError("JOURNAL_STORE", message, "存储不可用");
}
