import { gzipSync } from "node:zlib";
import { bundled, CLIENT } from "../src/bundle.ts";
import { type Experiment, type Row, single } from "../src/experiment.ts";

const SCHEMAS = 'export { ApplyPreferentialCertificateRequestSchema } from "@coo/msg-document/schema";';

/** What an application that bundles takes along. */
async function sizes(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, code, target, aim] of [
    ["without zod", CLIENT, 35, 25],
    ["with the package's zod schemas", `${CLIENT}\n${SCHEMAS}`, 60, 45],
  ] as const) {
    const bytes = await bundled(code);
    const gzip = gzipSync(bytes, { level: 9 }).length;
    const name = `@coo/client + @coo/msg-document, ${what}`;
    rows.push(
      { name: `${name}: minified`, unit: "KB", runs: single(bytes.length / 1000) },
      { name: `${name}: minified + gzip`, unit: "KB", runs: single(gzip / 1000), target, aim, kind: "steady" },
    );
  }
  return rows;
}

const experiments: readonly Experiment[] = [{ title: "size of a bundle", rehearse: sizes, run: sizes }];

export default experiments;
