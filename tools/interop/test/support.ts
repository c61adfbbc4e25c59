import { CELLS } from "../src/cells.ts";
import type { Cell, Stack } from "../src/matrix.ts";

/** Each pair of a stack in one typed and one string cell, of different SOAP versions; `npm run interop` has all. */
export function sampleOf(stack: Stack): readonly (readonly [title: string, cell: Cell])[] {
  return CELLS.filter((cell) => cell.stack === stack && (cell.shape === "typed") === (cell.soapVersion === "1.1")).map(
    (cell) => [`${cell.pair}, ${cell.shape}, SOAP ${cell.soapVersion}`, cell] as const,
  );
}
