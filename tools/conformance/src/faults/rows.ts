import { editsRow, restoreRow, terminateRow } from "./keeping.ts";
import { killRow, pauseRow, serverRow } from "./kill.ts";
import { forgeriesRow, repeatsRow } from "./pushes.ts";
import { lyingRow, remoteRow } from "./remote.ts";
import type { FaultRow } from "./row.ts";

/** The rows of the catalogue that there are, in its order. */
export const ROWS: readonly FaultRow[] = [
  killRow,
  pauseRow,
  serverRow,
  remoteRow,
  lyingRow,
  repeatsRow,
  forgeriesRow,
  editsRow,
  restoreRow,
  terminateRow,
];
