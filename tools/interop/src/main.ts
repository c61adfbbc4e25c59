/**
 * Lets SOAP stacks that we did not write talk to ours, both ways, and prints the matrix.
 *
 * usage: node tools/interop/src/main.ts [--only STACK]… [--json FILE] [--write]
 *
 * Debian packages of stacks that are missing are installed where that is possible: as root, with apt-get.
 * `--write` puts the matrix into docs/interop.md; without it and `--json` nothing is written.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CELLS } from "./cells.ts";
import { DEBIAN_PACKAGES, installPackages } from "./debian-packages.ts";
import { documentText } from "./document.ts";
import { closingLine, matrixText, remarks, type Stack, totals } from "./matrix.ts";
import { runCells, stackVersion } from "./run-cells.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const known = [...new Set(CELLS.map((cell) => cell.stack))];
for (const name of values.only) {
  if (!known.includes(name as Stack)) throw new Error(`no stack "${name}", there are ${known.join(", ")}`);
}
const chosen = values.only.length === 0 ? known : known.filter((stack) => values.only.includes(stack));
const cells = CELLS.filter((cell) => chosen.includes(cell.stack));
if (values.write && values.only.length > 0) throw new Error("--write needs the whole matrix, without --only");
installPackages(chosen.filter((stack) => stackVersion(stack) === undefined).flatMap((stack) => DEBIAN_PACKAGES[stack]));
const results = await runCells(cells);
const sums = totals(results);
process.stdout.write(`${[matrixText(results), ...remarks(results), closingLine(sums)].join("\n")}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ...sums, cells: results }, null, 2)}\n`);
if (values.write) writeFileSync(new URL("../../../docs/interop.md", import.meta.url), documentText(results));
if (sums.failed > 0 || sums.passed === 0) process.exitCode = 1;
