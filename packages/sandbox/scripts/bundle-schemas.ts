// Copies the WSDL and XSD files of the edition into this package, so that it can serve them where it is installed.
// Run `node scripts/bundle-schemas.ts` after a change of a schema; test/schemas.test.ts fails until then.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";

const from = new URL("../../../schemas/2018-07/", import.meta.url);
const to = new URL("../schemas/2018-07/", import.meta.url);
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (/\.(?:wsdl|xsd)$/.test(name)) copyFileSync(new URL(name, from), new URL(name, to));
}
