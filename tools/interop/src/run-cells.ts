import { createRequire } from "node:module";
import { DEBIAN_PACKAGES } from "./debian-packages.ts";
import { gsoapVersion } from "./gsoap.ts";
import { jaxWsVersion } from "./jax-ws.ts";
import type { Cell, CellResult, Stack } from "./matrix.ts";
import { monoVersion } from "./mono.ts";
import { errorText } from "./peer.ts";
import { phpVersion } from "./php-peer.ts";
import { zeepVersion } from "./zeep-peer.ts";

const VERSIONS: Readonly<Record<Stack, () => string | undefined>> = {
  zeep: zeepVersion,
  "node-soap": () => packageVersion("soap"),
  "strong-soap": () => packageVersion("strong-soap"),
  php: phpVersion,
  gsoap: gsoapVersion,
  "jax-ws": jaxWsVersion,
  mono: monoVersion,
};

function packageVersion(name: string): string {
  return (createRequire(import.meta.url)(`${name}/package.json`) as { readonly version: string }).version;
}

/** Version of a stack on this machine, `undefined` where it is not installed. */
export function stackVersion(stack: Stack): string | undefined {
  return VERSIONS[stack]();
}

/** What to do about a stack that is not there. */
function missing(stack: Stack): string {
  const packages = DEBIAN_PACKAGES[stack];
  if (packages.length === 0) return `its npm package is not installed`;
  return `not installed; on Debian, as root: apt-get install ${packages.join(" ")}`;
}

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
    else if (version === undefined) results.push({ ...named, outcomes: [], skipped: missing(name.stack) });
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
