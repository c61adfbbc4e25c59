import { spawn } from "node:child_process";
import { join } from "node:path";
import { programIn } from "./program.ts";
import { type FaultRow, judge, scaled, unless } from "./row.ts";
import { openTrialJournal } from "./setting.ts";

const POISONS = ["throw", "hang", "kill"] as const;

/** Pushes whose handler throws, hangs or kills the process, among others. */
export const poisonRow: FaultRow = {
  no: 22,
  name: "poison among pushes",
  async run({ scale, folder }) {
    const good = scaled(500, scale, 40);
    const journal = await openTrialJournal(folder);
    await journal.store.tx((q) => q("create table effects(name text not null)"));
    const names = Array.from({ length: good }, (_, n) => (n % 5 === 0 ? `late-${n}` : `good-${n}`));
    // In front, between, and last.
    names.splice(0, 0, "throw-1", "kill-1", "hang-1");
    names.splice(good / 2, 0, "kill-2", "throw-2");
    for (const name of names) {
      const body = Buffer.from(name);
      const arrival = { key: name, provider: "P1", op: "result", body, bodyHash: name, keyId: "0" };
      await journal.inbox.receive(arrival, "received");
    }
    await journal.close();
    let deaths = 0;
    let exit = -1;
    for (const end = performance.now() + 180_000; exit !== 0 && performance.now() < end; ) {
      exit = await runChild(folder);
      if (exit === 9) deaths++;
      else if (exit !== 0) break;
    }
    const after = await openTrialJournal(folder);
    const { inbox } = await after.status();
    const rows = await after.store.tx((q) => q("select name, count(*) as n from effects group by name"));
    const dead = await after.store.tx((q) => q("select dkey, tries from inbox where state = 'dead'"));
    const { faults } = await after.verify();
    await after.close();
    const effects = new Map(rows.map((row) => [String(row["name"]), Number(row["n"])]));
    const twice = [...effects].filter(([, n]) => n > 1).map(([name]) => name);
    const missing = names.filter((name) => !isPoison(name) && !effects.has(name));
    const wrongly = [...effects.keys()].filter(isPoison);
    const buried = dead.map((row) => String(row["dkey"]));
    return {
      counts: { pushes: names.length, poison: names.length - good, deaths, dead: buried.length, effects: effects.size },
      verdicts: judge("22", {
        "the work came to its end": unless(exit === 0, `ended with ${exit}: ${JSON.stringify(inbox)}`),
        "all others have their effect": unless(missing.length === 0, missing.slice(0, 3).join(", ")),
        "effect never twice": unless(twice.length === 0, twice.join(", ")),
        "poison has none": unless(wrongly.length === 0, wrongly.join(", ")),
        "poison, and nothing else, is dead after 10 tries": unless(
          buried.length === names.length - good && buried.every(isPoison) && dead.every((row) => row["tries"] === 10),
          JSON.stringify(dead),
        ),
        "the process died of it": unless(deaths === 20, `${deaths} of 20`),
        "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
      }),
    };
  },
};

function isPoison(name: string): boolean {
  return POISONS.some((kind) => name.startsWith(kind));
}

function runChild(folder: string): Promise<number> {
  const program = programIn(folder, "poisoned");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, folder], {
    stdio: ["pipe", "inherit", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") },
  });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? -1)));
}
