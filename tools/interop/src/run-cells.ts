import { createRequire } from "node:module";
import type { Cell, CellResult, Stack } from "./matrix.ts";
import { errorText } from "./peer.ts";
import { phpVersion } from "./php-peer.ts";
import { zeepVersion } from "./zeep-peer.ts";

/** Version of a stack on this machine, `undefined` where it is not installed. */
export function stackVersion(stack: Stack): string | undefined {
  if (stack === "zeep") return zeepVersion();
  if (stack === "php") return phpVersion();
  const name = stack === "node-soap" ? "soap" : stack;
  return (createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string }).version;
}

const MISSING: Readonly<Record<Stack, string>> = {
  zeep: "/usr/bin/python3 cannot import zeep (Debian package python3-zeep)",
  "node-soap": "npm package soap is not installed",
  "strong-soap": "npm package strong-soap is not installed",
  php: "/usr/bin/php has no SOAP extension (Debian packages php-cli, php-soap, php-xml)",
};

/** Runs cells one after the other. Those of a stack that is not there are skipped; one that cannot start fails as a whole. */
export async function runCells(
  cells: readonly Cell[],
  versionOf: (stack: Stack) => string | undefined = stackVersion,
): Promise<readonly CellResult[]> {
  const versions = new Map([...new Set(cells.map(({ stack }) => stack))].map((stack) => [stack, versionOf(stack)]));
  const results: CellResult[] = [];
  for (const { run, ...name } of cells) {
    const version = versions.get(name.stack);
    const named = version === undefined ? name : { ...name, version };
    if (name.impossible !== undefined) results.push({ ...named, outcomes: [] });
    else if (version === undefined) results.push({ ...named, outcomes: [], skipped: MISSING[name.stack] });
    else results.push({ ...named, outcomes: await outcomesOf(run, name.messages) });
  }
  return results;
}

async function outcomesOf(run: Cell["run"], messages: number): Promise<CellResult["outcomes"]> {
  try {
    return await run();
  } catch (error) {
    return Array.from({ length: messages }, () => ({ operation: "start", error: errorText(error) }));
  }
}
