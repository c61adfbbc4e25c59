// Runs the comparisons: all, or those whose file name contains the first argument.
//
//   npm run bench              all
//   npm run bench -- sign      some
//   npm run bench -- --json out.json
import { readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Comparison } from "./comparison.ts";
import { type Figures, measure } from "./measure.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    rounds: { type: "string", default: "11" },
    "round-ms": { type: "string", default: "60" },
  },
});
const folder = new URL("../comparisons/", import.meta.url);
const files = readdirSync(folder)
  .filter(
    (name) =>
      name.endsWith(".bench.ts") && (positionals.length === 0 || positionals.some((word) => name.includes(word))),
  )
  .sort();
const report: { title: string; figures: Figures[] }[] = [];
process.stdout.write(
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${cpus()[0]?.model ?? "?"}\n`,
);
for (const file of files) {
  const { default: comparisons } = (await import(new URL(file, folder).href)) as { default: readonly Comparison[] };
  for (const one of comparisons) {
    const figures = await measure(one, { rounds: Number(values.rounds), roundMs: Number(values["round-ms"]) });
    report.push({ title: one.title, figures });
    process.stdout.write(`\n${one.title}\n`);
    for (const f of figures) {
      process.stdout.write(
        `  ${f.name.padEnd(34)} ${f.median.toFixed(1).padStart(10)} µs  ${f.low.toFixed(1)}–${f.high.toFixed(1)}  × ${f.ratio.toFixed(2)}\n`,
      );
    }
  }
}
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify({ node: process.versions.node, cores: cpus().length, report }, null, 2)}\n`,
  );
process.exit(0);
