import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { type Experiment, type Row, single } from "../src/experiment.ts";
import { CONDITIONS } from "../src/whole-process.ts";

const CLIENT = 'export { createClient } from "@coo/client"; export { documents } from "@coo/msg-document";';
const SCHEMAS = 'export { ApplyPreferentialCertificateRequestSchema } from "@coo/msg-document/schema";';

const OPTIONS: BuildOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  platform: "node",
  target: "node22",
  // Optional, and loaded with the first request.
  external: ["undici"],
  // Without conditions of its own esbuild, like every bundler, takes `module`.
  conditions: ["module", ...CONDITIONS.map((condition) => condition.replace("--conditions=", ""))],
  logLevel: "silent",
};

async function bundled(code: string): Promise<{ readonly minified: number; readonly gzip: number }> {
  const { outputFiles = [] } = await build({
    ...OPTIONS,
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "ts" },
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  if (!/createClient/.test(Buffer.from(bytes).toString())) throw new Error("the bundle has no createClient");
  return { minified: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

/** What an application that bundles takes along. */
async function sizes(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, code, target, aim] of [
    ["without zod", CLIENT, 35, 25],
    ["with the package's zod schemas", `${CLIENT}\n${SCHEMAS}`, 60, 45],
  ] as const) {
    const { minified, gzip } = await bundled(code);
    const name = `@coo/client + @coo/msg-document, ${what}`;
    rows.push(
      { name: `${name}: minified`, unit: "KB", runs: single(minified / 1000) },
      { name: `${name}: minified + gzip`, unit: "KB", runs: single(gzip / 1000), target, aim, kind: "steady" },
    );
  }
  return rows;
}

const experiments: readonly Experiment[] = [{ title: "size of a bundle", rehearse: sizes, run: sizes }];

export default experiments;
