// Writes which released version of which package has which interface edition: into the ledger, and as the table
// schemas/VERSIONS.md. Part of `npm run generate`; `npm run release:version` runs it after versions were raised.
//
//   node tools/codegen/scripts/versions.ts [--check]
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { LEDGER, ledgerText, readLedger } from "../src/regen/ledger.ts";
import { VERSIONS, versionsTable, withReleasedVersions } from "../src/regen/versions.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const known = readLedger(root);
if (known === null) throw new Error(`${LEDGER} is missing`);
const ledger = withReleasedVersions(root, known);
const wanted = new Map([
  [LEDGER, ledgerText(ledger)],
  [VERSIONS, versionsTable(root, ledger)],
]);
const stale = [...wanted].filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});
if (process.argv.includes("--check")) {
  for (const [path] of stale) process.stdout.write(`~ ${path}: npm run generate\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else for (const [path, text] of stale) writeFileSync(join(root, path), text);
