import { faultCells } from "./fault-cells.ts";
import type { Cell } from "./matrix.ts";
import { pushCells } from "./push-cells.ts";
import { sandboxCells } from "./sandbox-cells.ts";
import { serverCells } from "./server-cells.ts";

/** The whole matrix. */
export const CELLS: readonly Cell[] = [...sandboxCells, ...pushCells, ...serverCells, ...faultCells];
