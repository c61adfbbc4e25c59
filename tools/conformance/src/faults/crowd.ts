// One of many processes on one file: puts applications into its outbox one after the other for a time, and says how many.
// Arguments: folder, name, milliseconds from the moment that standard input says so.
import { openTrialJournal } from "./setting.ts";

const [folder = "", name = "", ms = "0"] = process.argv.slice(2);
const journal = await openTrialJournal(folder);
process.stdout.write("ready\n");
await new Promise<void>((resolve) => process.stdin.ref().once("data", () => resolve()));
process.stdin.unref();
const end = performance.now() + Number(ms);
let done = 0;
let failed = 0;
let slowest = 0;
while (performance.now() < end) {
  const start = performance.now();
  try {
    await journal.enqueue({ tenant: "P1", op: "apply", key: `${name}-${done}`, content: Buffer.from(name) });
    done++;
  } catch {
    failed++;
  }
  slowest = Math.max(slowest, performance.now() - start);
}
await journal.close();
process.stdout.write(`${JSON.stringify({ done, failed, slowest: Math.round(slowest) })}\n`);
