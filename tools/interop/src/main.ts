/**
 * Lets SOAP stacks that we did not write talk to ours, both ways, and prints the matrix.
 *
 * usage: node tools/interop/src/main.ts [--only STACK]… [--profiles] [--json FILE] [--write]
 *
 * Debian packages of stacks that are missing are installed where that is possible: as root, with apt-get.
 * `--profiles` leaves the matrix out and runs the wire profiles alone. `--write` puts everything into docs/interop.md; without
 * it and `--json` nothing is written.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { CELLS } from "./cells.ts";
import { DEBIAN_PACKAGES, installPackages } from "./debian-packages.ts";
import { documentText } from "./document.ts";
import { closingLine, matrixText, remarks, type Stack, totals } from "./matrix.ts";
import { PROFILE_ROWS, profileRemarks, profileText, runProfiles } from "./profiles.ts";
import { runCells, stackVersion } from "./run-cells.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    profiles: { type: "boolean", default: false },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const known = [...new Set(CELLS.map((cell) => cell.stack))];
for (const name of values.only) {
  if (!known.includes(name as Stack)) throw new Error(`no stack "${name}", there are ${known.join(", ")}`);
}
const chosen = values.only.length === 0 ? known : known.filter((stack) => values.only.includes(stack));
const part = values.only.length > 0 || values.profiles;
if (values.write && part) throw new Error("--write needs everything, without --only and --profiles");
const missing = chosen.filter((stack) => stackVersion(stack) === undefined);
installPackages(missing.flatMap((stack) => DEBIAN_PACKAGES[stack]));
const cells = await runCells(values.profiles ? [] : CELLS.filter((cell) => chosen.includes(cell.stack)));
const rows = PROFILE_ROWS.filter((row) => chosen.includes(row.stack));
const profiles = await runProfiles(rows, stackVersion);
const sums = totals([...cells, ...profiles]);
const report = [
  ...(cells.length > 0 ? [matrixText(cells), ...remarks(cells)] : []),
  ...(profiles.length > 0 ? ["", profileText(profiles), ...profileRemarks(profiles)] : []),
  closingLine(sums),
];
process.stdout.write(`${report.join("\n")}\n`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ...sums, cells, profiles }, null, 2)}\n`);
if (values.write) writeFileSync(new URL("../../../docs/interop.md", import.meta.url), documentText(cells, profiles));
if (sums.failed > 0 || sums.passed === 0) process.exitCode = 1;
