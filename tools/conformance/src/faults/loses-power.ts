// Puts applications into an outbox and says which were acknowledged, until its machine loses power. Arguments: folder,
// and `careless` for a database that does not flush, to see that the trial can fail.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openTrialJournal } from "./setting.ts";

const [folder = "", how = ""] = process.argv.slice(2);
const CONTENT = Buffer.alloc(500, 0x61);

if (how === "careless") {
  const db = new DatabaseSync(join(folder, "coo.db"));
  db.exec(
    "pragma journal_mode=wal; pragma synchronous=off; create table if not exists outbox(bkey text, content blob)",
  );
  const put = db.prepare("insert into outbox values(?, ?)");
  for (let n = 0; ; n++) {
    put.run(`K-${n}`, CONTENT);
    writeSync(1, `K-${n}\n`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
const journal = await openTrialJournal(folder);
let n = 0;
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const key = `K-${n++}`;
      await journal.enqueue({ tenant: "P1", op: "apply", key, content: CONTENT });
      writeSync(1, `${key}\n`);
    }
  }),
);
