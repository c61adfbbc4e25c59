// Copies the reference edition into this package, so that `coo-codegen arrive` has it where the package is installed.
// Run `node scripts/bundle-reference.ts` after a change of a schema; test/arrive/reference.test.ts fails until then.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";

const from = new URL("../../../schemas/2018-07/", import.meta.url);
const to = new URL("../reference/", import.meta.url);
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (/\.(?:wsdl|xsd|json)$/.test(name)) copyFileSync(new URL(name, from), new URL(name, to));
}
