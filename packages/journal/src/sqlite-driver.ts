import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Param, Row } from "./store.ts";

/** One connection to a file, as a journal's store uses it; all of it answers at once. */
export interface SqliteConnection {
  /** Whether a transaction is open. */
  readonly inTransaction: boolean;
  exec(sql: string): void;
  /** Runs one statement, which is prepared once, and gives its rows. */
  all(sql: string, params: readonly Param[]): Row[];
  /** Whether an error means that somebody else holds the file. */
  isBusy(error: unknown): boolean;
  /** Copies the database while it is in use. */
  backup(path: string): Promise<void>;
  close(): void;
}

/**
 * An implementation of SQLite. Within one process a file must be opened by one implementation only: locks of POSIX
 * belong to the process, so two would not see each other, and one's closing would end the other's locks.
 * not wait for locks by itself: the store does, and fairly.
 */
export interface SqliteDriver {
  readonly name: string;
  open(path: string): SqliteConnection;
}

/** Node's own SQLite, the default. Loaded when used: Node 22 prints a warning for it. */
export const nodeSqlite: SqliteDriver = {
  name: "node:sqlite",
  open: (path) => {
    const { backup, DatabaseSync: Database } = process.getBuiltinModule("node:sqlite");
    return nodeConnection(new Database(path, { timeout: 0 }), async (to) => {
      // All pages in one step of a connection of its own: one state of the file, while others go on writing.
      const own = new Database(path, { timeout: 10_000 });
      try {
        await backup(own, to, { rate: 2 ** 31 - 1 });
      } finally {
        own.close();
      }
    });
  },
};

/** A connection over an open database of node:sqlite. */
export function nodeConnection(
  db: DatabaseSync,
  backup: (path: string) => Promise<void> = async () => {},
): SqliteConnection {
  const statements = new Map<string, StatementSync>();
  return {
    get inTransaction() {
      return db.isTransaction;
    },
    exec: (sql) => db.exec(sql),
    all(sql, params) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = db.prepare(sql);
        statements.set(sql, statement);
      }
      return statement.all(...params) as Row[];
    },
    isBusy(error) {
      const code = (error as { readonly errcode?: number } | null)?.errcode ?? 0;
      return (code & 0xff) === 5 || (code & 0xff) === 6;
    },
    backup,
    close: () => db.close(),
  };
}
