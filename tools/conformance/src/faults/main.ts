// Runs rows of the fault catalogue (docs/reliability.md §9), judged by the remote's own book.
//
//   pnpm faults [ROW…] [--store sqlite|postgres] [--seed N] [--scale N] [--hours N] [--json FILE]
//
// Without --store each row runs on the first of its stores: SQLite, but for those that need several machines. With PostgreSQL
// each row gets a server of its own, from Debian's programs or those in COO_POSTGRES_BIN.
// ROW is a number of the catalogue; all that there are by default. --scale is the share of the catalogue's figures that is
// run, default 1; --hours is how long row 27 runs. A row that the machine forbids is skipped, with the reason.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @boundaries-ignore test support is shared by all packages
import { atExit, exitOnSignals } from "../../../../test/support/at-exit.ts";
// @boundaries-ignore test support is shared by all packages
import { postgresBin, startPostgres } from "../../../../test/support/postgres.ts";
import { parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import type { FaultRow } from "./row.ts";
import { ROWS } from "./rows.ts";

const USAGE = "pnpm faults [ROW…] [--store sqlite|postgres] [--seed N] [--scale N] [--hours N] [--json FILE]";

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["scale", "store", "hours"], usage: USAGE });
  const scale = Number(opts.values.get("scale") ?? "1");
  if (!(scale > 0 && scale <= 100))
    throw new SuiteUsageError(`--scale 应在 0 与 100 之间 · takes a number up to 100\n${USAGE}`);
  const hours = opts.values.has("hours") ? Number(opts.values.get("hours")) : undefined;
  if (hours !== undefined && !(hours > 0 && hours <= 1_000))
    throw new SuiteUsageError(`--hours 应在 0 与 1000 之间 · takes a number up to 1,000\n${USAGE}`);
  const asked = opts.values.get("store");
  if (asked !== undefined && asked !== "sqlite" && asked !== "postgres")
    throw new SuiteUsageError(`--store 应为 sqlite 或 postgres · takes sqlite or postgres\n${USAGE}`);
  const wanted = opts.rest.map(Number);
  for (const no of wanted)
    if (!ROWS.some((row) => row.no === no))
      throw new SuiteUsageError(
        `没有第 ${no} 行 · there is no row ${no}: ${ROWS.map((row) => row.no).join(", ")}\n${USAGE}`,
      );
  const elsewhere = ROWS.find(
    (row) => wanted.includes(row.no) && asked !== undefined && !storesOf(row).includes(asked),
  );
  if (elsewhere !== undefined)
    throw new SuiteUsageError(
      `第 ${elsewhere.no} 行不在 ${asked} 上运行,只在 ${storesOf(elsewhere).join("、")} 上 · row ${elsewhere.no} does not run on ${asked}, only on ${storesOf(elsewhere).join(", ")}\n${USAGE}`,
    );
  const verdicts: Verdict[] = [];
  const skipped: string[] = [];
  const figures: string[] = [`seed ${opts.seed}, scale ${scale}`];
  const details: Record<string, unknown> = { seed: opts.seed, scale };
  for (const row of ROWS) {
    if (wanted.length > 0 && !wanted.includes(row.no)) continue;
    const where = asked ?? storesOf(row)[0];
    if (where === undefined || !storesOf(row).includes(where)) continue;
    if (where === "postgres" && postgresBin() === undefined) {
      skipped.push(`row ${row.no}, ${row.name}: no PostgreSQL: install Debian's postgresql, or set COO_POSTGRES_BIN`);
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), "coo-faults-"));
    const removed = atExit(() => rmSync(folder, { recursive: true, force: true }));
    const start = performance.now();
    try {
      const postgres = where === "postgres" ? await startPostgres() : undefined;
      const result = await row.run({ seed: opts.seed, scale, hours, folder, postgres }).finally(() => postgres?.stop());
      verdicts.push(...result.verdicts);
      if (result.skipped !== undefined) skipped.push(`row ${row.no}, ${row.name}: ${result.skipped}`);
      details[row.no] = result.counts;
      const counts = Object.entries(result.counts).map(([name, n]) => `${name.replaceAll("_", " ")} ${n}`);
      figures.push(
        `row ${row.no}, ${row.name}, ${where}: ${counts.join(", ")} (${Math.round((performance.now() - start) / 1000)} s)`,
      );
    } finally {
      removed();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return closeSuite({ verdicts, figures, skipped, details }, { json: opts.json });
}

/** The stores that a row runs on, the one that it takes by itself first. */
function storesOf(row: FaultRow): readonly ("sqlite" | "postgres")[] {
  return row.stores ?? ["sqlite"];
}

exitOnSignals();
await runSuite(main);
