import type { Cell, CellResult } from "./matrix.ts";
import { errorText } from "./peer.ts";
import { zeepVersion } from "./zeep-peer.ts";

/** Runs cells one after the other. A cell that cannot start fails as a whole. */
export async function runCells(cells: readonly Cell[]): Promise<readonly CellResult[]> {
  const zeep = cells.some((cell) => cell.stack === "zeep") ? zeepVersion() : undefined;
  const results: CellResult[] = [];
  for (const { run, ...name } of cells) {
    if (name.impossible !== undefined) results.push({ ...name, outcomes: [] });
    else if (name.stack === "zeep" && zeep === undefined) {
      results.push({ ...name, outcomes: [], skipped: "/usr/bin/python3 cannot import zeep (Debian: python3-zeep)" });
    } else {
      try {
        results.push({ ...name, outcomes: await run() });
      } catch (error) {
        const failed = Array.from({ length: name.messages }, () => ({ operation: "start", error: errorText(error) }));
        results.push({ ...name, outcomes: failed });
      }
    }
  }
  return results;
}
