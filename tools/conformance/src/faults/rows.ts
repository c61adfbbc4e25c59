import { hostileRow, malformedRow } from "./bodies.ts";
import { busyRow, paceRow } from "./crowded.ts";
import { editsRow, restoreRow, terminateRow } from "./keeping.ts";
import { killRow, pauseRow, serverRow } from "./kill.ts";
import { poisonRow } from "./poison.ts";
import { forgeriesRow, repeatsRow } from "./pushes.ts";
import { lyingRow, remoteRow } from "./remote.ts";
import type { FaultRow } from "./row.ts";
import { compressedRow, oversizedRow, slowRow } from "./siege.ts";
import { awaitsRow, simulationRow } from "./simulated.ts";
import { soakRow } from "./soak.ts";

/** The rows of the catalogue that there are, in its order. */
export const ROWS: readonly FaultRow[] = [
  killRow,
  pauseRow,
  serverRow,
  awaitsRow,
  simulationRow,
  remoteRow,
  lyingRow,
  repeatsRow,
  forgeriesRow,
  malformedRow,
  oversizedRow,
  compressedRow,
  hostileRow,
  slowRow,
  busyRow,
  paceRow,
  poisonRow,
  editsRow,
  restoreRow,
  terminateRow,
  soakRow,
];
