// A process that takes pushes out of an inbox, some of which kill it. Argument: folder. Ends when nothing is left to do.

import { join } from "node:path";
import { sqliteStore } from "@coo/journal";
import { openTrialJournal } from "./setting.ts";

const [folder = ""] = process.argv.slice(2);
const journal = await openTrialJournal(folder, {
  store: sqliteStore({ path: join(folder, "coo.db"), txTimeoutMs: 100 }),
  timing: { requestMs: 60, leaseMs: 200, settleMs: 0, pushPausesMs: [10] },
});
journal.handle("result", {
  inTx: async (q, push) => {
    const name = Buffer.from(push.body).toString("utf8");
    await q("insert into effects values(?)", name);
    if (name.startsWith("kill")) process.exit(9);
    if (name.startsWith("throw")) throw new Error("poison");
    if (name.startsWith("hang")) await new Promise<never>(() => {});
    // Fails twice, then works.
    if (name.startsWith("late") && push.tries < 3) throw new Error("not yet");
  },
});
const worker = journal.work({ roles: ["inbox"], pollMs: 20 });
for (let quiet = 0; quiet < 5; ) {
  const { inbox } = await journal.status();
  const isQuiet = inbox.every((one) => one.state === "done" || one.state === "dead");
  quiet = isQuiet ? quiet + 1 : 0;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await worker.stop();
await journal.close();
