import type { SqliteConnection, SqliteDriver } from "./sqlite-driver.ts";
import type { Param, Row } from "./store.ts";

/** The part of a database of better-sqlite3 that is used; libsql's has the same. */
export interface BetterSqlite3Database {
  readonly inTransaction: boolean;
  prepare(sql: string): BetterSqlite3Statement;
  exec(sql: string): unknown;
  close(): unknown;
}

interface BetterSqlite3Statement {
  readonly reader: boolean;
  all(params: unknown[]): unknown[];
  run(params: unknown[]): unknown;
}

/** The class that `import Database from "better-sqlite3"` gives. */
export type BetterSqlite3Class = new (
  path: string,
  options: { readonly timeout: number },
) => BetterSqlite3Database & {
  backup(path: string): Promise<unknown>;
};

/** The class that `import Database from "libsql"` gives. */
export type LibsqlClass = new (path: string, options: { readonly timeout: number }) => BetterSqlite3Database;

/** Lets a journal work with better-sqlite3: `openJournal({ store: "sqlite:…", driver: betterSqlite3(Database) })`. */
export function betterSqlite3(database: BetterSqlite3Class): SqliteDriver {
  return {
    name: "better-sqlite3",
    open(path) {
      const db = new database(path, { timeout: 0 });
      return betterConnection(db, async (to) => void (await db.backup(to)));
    },
  };
}

/**
 * Lets a journal work with libsql: `openJournal({ store: "sqlite:…", driver: libsql(Database) })`. It has no online
 * backup; `vacuum into` on a connection of its own copies a consistent state, and blocks the process meanwhile.
 */
export function libsql(database: LibsqlClass): SqliteDriver {
  return {
    name: "libsql",
    open: (path) =>
      betterConnection(new database(path, { timeout: 0 }), async (to) => {
        const own = new database(path, { timeout: 10_000 });
        try {
          own.prepare("vacuum into ?").run([to]);
        } finally {
          own.close();
        }
      }),
  };
}

/** A connection over an open database of better-sqlite3 or libsql. */
export function betterConnection(
  db: BetterSqlite3Database,
  backup: (path: string) => Promise<void> = async () => {},
): SqliteConnection {
  const statements = new Map<string, BetterSqlite3Statement>();
  return {
    get inTransaction() {
      return db.inTransaction;
    },
    exec: (sql) => void db.exec(sql),
    all(sql, params) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = db.prepare(sql);
        statements.set(sql, statement);
      }
      // In one array: libsql takes a single object among the parameters for named ones.
      const values = params.map(toBinding);
      if (statement.reader) return statement.all(values).map((row) => plainRow(row as Row));
      statement.run(values);
      return [];
    },
    isBusy: (error) => /^SQLITE_(?:BUSY|LOCKED)/.test(String((error as { readonly code?: unknown } | null)?.code)),
    backup,
    close: () => void db.close(),
  };
}

/** Whole numbers as integers: a JavaScript number would be bound as a real. */
function toBinding(value: Param): unknown {
  if (typeof value === "number" && Number.isSafeInteger(value)) return BigInt(value);
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/** A row whose bytes are bytes: libsql gives an `ArrayBuffer`. */
export function plainRow(row: Readonly<Record<string, unknown>>): Row {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row))
    plain[name] = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  return plain as Row;
}
