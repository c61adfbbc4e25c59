import type { Cell } from "./matrix.ts";
import { pushCells } from "./push-cells.ts";
import { sandboxCells } from "./sandbox-cells.ts";

/** The whole matrix. */
export const CELLS: readonly Cell[] = [...sandboxCells, ...pushCells];
