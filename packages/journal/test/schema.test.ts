import { join } from "node:path";
import { expect, it } from "vitest";
import { INBOX_COLUMNS } from "../src/inbox.ts";
import { nodeSqlite, type SqliteDriver } from "../src/index.ts";
import { OUTBOX_COLUMNS } from "../src/outbox.ts";
import { folder, open, order } from "./support/open.ts";

it("has an index for each question that workers and reconciler repeat, on SQLite", async () => {
  const asked = new Set<string>();
  const driver: SqliteDriver = {
    name: nodeSqlite.name,
    open(path) {
      const connection = nodeSqlite.open(path);
      return {
        ...connection,
        get inTransaction() {
          return connection.inTransaction;
        },
        all(sql, params) {
          asked.add(sql);
          return connection.all(sql, params);
        },
      };
    },
  };
  const path = join(folder(), "coo.db");
  const { journal } = await open({ path, driver });
  journal.handle("result", { after: async () => {} });
  await journal.enqueue(order("D-1"));
  await journal.steps.send("P1");
  await journal.steps.resolve("P1");
  await journal.steps.process();
  await journal.reconcile("P1", { since: 0 });

  const other = nodeSqlite.open(path);
  const planOf = (beginning: string): string => {
    const sql = [...asked].find((one) => one.startsWith(beginning));
    if (sql === undefined) throw new Error(`nobody asked: ${beginning}`);
    const values = [...sql.matchAll(/\?/g)].map(() => 0);
    return other.all(`explain query plan ${sql}`, values).map((row) => String(row["detail"]))[0] as string;
  };
  expect(planOf(`select ${OUTBOX_COLUMNS}, ? as now_ms from outbox`)).toContain("outbox_due");
  expect(planOf(`select ${OUTBOX_COLUMNS} from outbox o where state = 'accepted'`)).toContain("outbox_accepted");
  expect(planOf(`select ${INBOX_COLUMNS} from inbox where state = ?`)).toContain("inbox_due");
  expect(planOf(`select ${INBOX_COLUMNS} from inbox where after_due <= ?`)).toContain("inbox_after_due");
  other.close();
});
