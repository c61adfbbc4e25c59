import type { Cell } from "./matrix.ts";
import { sandboxCells } from "./sandbox-cells.ts";

/** The whole matrix. */
export const CELLS: readonly Cell[] = [...sandboxCells];
