import { type BuildOptions, build } from "esbuild";
import { CONDITIONS } from "./whole-process.ts";

/** The smallest use of a client. */
export const CLIENT = 'export { createClient } from "@coo/client"; export { documents } from "@coo/msg-document";';

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

/** A module with all it imports but undici, minified. */
export async function bundled(code: string): Promise<Uint8Array> {
  const { outputFiles = [] } = await build({
    ...OPTIONS,
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "ts" },
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  if (!/createClient/.test(Buffer.from(bytes).toString())) throw new Error("the bundle has no createClient");
  return bytes;
}
