// Runs the comparisons: all, or those whose file name contains the first argument.
//
//   npm run bench              all
//   npm run bench -- sign      some
//   npm run bench -- --json out.json
//   npm run bench -- decode --check    compares with the committed ratios
//   npm run bench -- --update          puts the ratios of this run among the committed ones and draws the chart anew
//   npm run bench -- size growth awkward --steady --check   what does not depend on time, in seconds; CI runs this
//   npm run bench -- codegen --full   experiments with more sizes, rounds and files
//   npm run bench -- journal --flush 0.5   with a file in memory, each flush lasting 0.5 ms, whatever the disk does
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
// @boundaries-ignore test support is shared by all packages
import { toolArguments, toolUsage } from "../../../test/support/tool-arguments.ts";
import { chart } from "./chart.ts";
import type { Comparison } from "./comparison.ts";
import { type Experiment, isExperiment, type Row, rowText } from "./experiment.ts";
import { hasFixedFlush, withFixedFlush } from "./fixed-flush.ts";
import { type Figures, measure, type Spread } from "./measure.ts";
import { compareRatios, MARGIN, merged, type Ratio, ratiosOf, STEADY_MARGIN } from "./ratios.ts";
import { judge, judgeRows } from "./targets.ts";
import { versions } from "./versions.ts";

const USAGE =
  "pnpm bench [NAME…] [--json FILE] [--check] [--update] [--full] [--steady] [--rounds N] [--round-ms N] [--warm-up-ms N] [--flush MS]";
const { values, positionals } = toolArguments(
  {
    allowPositionals: true,
    options: {
      json: { type: "string" },
      check: { type: "boolean", default: false },
      update: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      steady: { type: "boolean", default: false },
      rounds: { type: "string", default: "11" },
      "round-ms": { type: "string", default: "80" },
      "warm-up-ms": { type: "string", default: "1200" },
      flush: { type: "string" },
    },
  },
  USAGE,
);
if (values.flush !== undefined && !hasFixedFlush()) {
  const ms = Number(values.flush);
  if (!(ms > 0 && ms <= 1000))
    toolUsage(
      "--flush 需要 0 到 1000 之间的毫秒数",
      `--flush takes milliseconds up to 1000, not ${values.flush}`,
      USAGE,
    );
  process.exit(withFixedFlush(ms));
}
const options = {
  rounds: Number(values.rounds),
  roundMs: Number(values["round-ms"]),
  warmUpMs: Number(values["warm-up-ms"]),
};
const folder = new URL("../comparisons/", import.meta.url);
const files = readdirSync(folder)
  .filter(
    (name) =>
      name.endsWith(".bench.ts") && (positionals.length === 0 || positionals.some((word) => name.includes(word))),
  )
  .sort();
if (files.length === 0) toolUsage("没有这个名称的比较", `no comparison is called ${positionals.join(" or ")}`, USAGE);
const environment = {
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  cores: cpus().length,
  cpu: cpus()[0]?.model ?? "?",
  versions: versions(),
};
const report: { title: string; clock: string; figures: Figures[] }[] = [];
const experiments: { title: string; rows: readonly Row[] }[] = [];

process.stdout.write(
  `Node ${environment.node}, ${environment.platform}, ${environment.cores} cores, ${environment.cpu}\n`,
);
process.stdout.write(
  `${Object.entries(environment.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}\n`,
);
process.stdout.write(
  `µs an operation: median of ${values.rounds} rounds, between quarters; × ratio to the first line\n`,
);
for (const file of files) {
  const { default: comparisons } = (await import(new URL(file, folder).href)) as {
    default: readonly (Comparison | Experiment)[];
  };
  for (const one of comparisons) {
    if (isExperiment(one)) {
      process.stdout.write(`\n${one.title}\n`);
      const told = new Set<Row>();
      const tell = (row: Row): void => {
        told.add(row);
        process.stdout.write(`${rowText(row)}\n`);
      };
      const rows = await one.run({ full: values.full, steady: values.steady, tell });
      experiments.push({ title: one.title, rows });
      for (const row of rows) if (!told.has(row)) tell(row);
      continue;
    }
    const figures = await measure(one, options);
    const clock = one.clock ?? "cpu";
    report.push({ title: one.title, clock, figures });
    process.stdout.write(`\n${one.title}\n`);
    for (const { name, cpu, wall } of figures)
      process.stdout.write(
        `  ${name.padEnd(40)} CPU ${line(cpu)}${clock === "wall" ? `   elapsed ${line(wall)}` : ""}\n`,
      );
  }
}
const judged = [...judge(report), ...judgeRows(experiments)];
if (judged.length > 0) process.stdout.write("\nTargets\n");
for (const { comparison, what, against, limit, value, aim, ratio, reached } of judged) {
  const sign = limit === "at most" ? "≤" : "≥";
  process.stdout.write(
    `  ${reached ? "reached" : "missed "} ${ratio.toFixed(2).padStart(7)} (${sign} ${value}${aim === undefined ? "" : `, aim ${aim}`})  ${comparison}: ${what} / ${against}\n`,
  );
}
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ ...environment, report, experiments, targets: judged }, null, 2)}\n`);

const RATIOS = new URL("../ratios.json", import.meta.url);
const committed = existsSync(RATIOS)
  ? (JSON.parse(readFileSync(RATIOS, "utf8")) as { readonly ratios: readonly Ratio[] }).ratios
  : [];
if (values.update) {
  const ratios = merged(committed, ratiosOf(judged));
  writeFileSync(RATIOS, `${JSON.stringify({ ...environment, ratios }, null, 2)}\n`);
  const title = `Measured against targets, Node ${environment.node}`;
  writeFileSync(new URL("../../../docs/performance.svg", import.meta.url), chart(ratios, title));
}
if (values.check) {
  const verdicts = compareRatios(judged, committed);
  process.stdout.write(
    `\nAgainst the committed ratios, margin ${MARGIN * 100} % (${STEADY_MARGIN * 100} % where time has no part)\n`,
  );
  for (const { ok, comparison, what, against, ratio, committed: before } of verdicts) {
    if (ok) continue;
    process.stdout.write(`  ${comparison}: ${what} / ${against} is ${ratio.toFixed(2)}, committed ${before}\n`);
  }
  const failed = verdicts.filter(({ ok }) => !ok).length;
  process.stdout.write(`${verdicts.length - failed} passed, ${failed} failed\n`);
  if (failed > 0 || verdicts.length === 0) process.exitCode = 1;
}

function line({ median, low, high, ratio }: Spread): string {
  return `${median.toFixed(1).padStart(9)} ${`(${low.toFixed(1)}–${high.toFixed(1)})`.padEnd(21)} ×${ratio.toFixed(2).padStart(7)}`;
}
