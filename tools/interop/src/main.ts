/**
 * Lets SOAP stacks that we did not write talk to ours, both ways, and prints the matrix.
 *
 * usage: node tools/interop/src/main.ts [--only STACK] [--json FILE] [--write]
 *
 * `--write` puts the matrix into docs/interop.md; without it and `--json` nothing is written.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CELLS } from "./cells.ts";
import { documentText } from "./document.ts";
import { closingLine, matrixText, remarks, totals } from "./matrix.ts";
import { runCells } from "./run-cells.ts";

const { values } = parseArgs({
  options: { only: { type: "string" }, json: { type: "string" }, write: { type: "boolean", default: false } },
});
const cells = CELLS.filter((cell) => values.only === undefined || cell.stack === values.only);
if (cells.length === 0) {
  throw new Error(`no stack "${values.only}", there are ${[...new Set(CELLS.map((cell) => cell.stack))].join(", ")}`);
}
if (values.write && values.only !== undefined) throw new Error("--write needs the whole matrix, without --only");
const results = await runCells(cells);
const sums = totals(results);
process.stdout.write(`${[matrixText(results), ...remarks(results), closingLine(sums)].join("\n")}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ...sums, cells: results }, null, 2)}\n`);
if (values.write) writeFileSync(new URL("../../../docs/interop.md", import.meta.url), documentText(results));
if (sums.failed > 0 || sums.passed === 0) process.exitCode = 1;
