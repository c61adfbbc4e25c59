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
// @boundaries-ignore test support is shared by all packages
import { toolArguments, toolUsage } from "../../../test/support/tool-arguments.ts";
import { CELLS } from "./cells.ts";
import { DEBIAN_PACKAGES, installPackages } from "./debian-packages.ts";
import { documentText } from "./document.ts";
import { closingLine, matrixText, remarks, type Stack, totals } from "./matrix.ts";
import { PROFILE_ROWS, profileRemarks, profileText, runProfiles } from "./profiles.ts";
import { runCells, stackVersion } from "./run-cells.ts";

const USAGE = "pnpm interop [--only STACK]… [--profiles] [--json FILE] [--write]";
const { values } = toolArguments(
  {
    options: {
      only: { type: "string", multiple: true, default: [] },
      profiles: { type: "boolean", default: false },
      json: { type: "string" },
      write: { type: "boolean", default: false },
    },
  },
  USAGE,
);
const known = [...new Set(CELLS.map((cell) => cell.stack))];
for (const name of values.only) {
  if (!known.includes(name as Stack))
    toolUsage(`没有 ${name} 这个实现`, `there is no stack ${name}, but ${known.join(", ")}`, USAGE);
}
const chosen = values.only.length === 0 ? known : known.filter((stack) => values.only.includes(stack));
const part = values.only.length > 0 || values.profiles;
if (values.write && part)
  toolUsage("--write 要求全部运行", "--write needs everything, without --only and --profiles", USAGE);
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
