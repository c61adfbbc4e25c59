import { hostileRow, malformedRow } from "./bodies.ts";
import { clocksRow } from "./clocks.ts";
import { busyRow, paceRow } from "./crowded.ts";
import { failoverRow } from "./failover.ts";
import { editsRow, restoreRow, terminateRow } from "./keeping.ts";
import { keysRow } from "./keys.ts";
import { killRow, pauseRow, serverRow } from "./kill.ts";
import { networkRow } from "./network.ts";
import { poisonRow } from "./poison.ts";
import { powerRow } from "./power.ts";
import { forgeriesRow, repeatsRow } from "./pushes.ts";
import { lyingRow, remoteRow } from "./remote.ts";
import type { FaultRow } from "./row.ts";
import { compressedRow, oversizedRow, slowRow } from "./siege.ts";
import { awaitsRow, simulationRow } from "./simulated.ts";
import { soakRow } from "./soak.ts";
import { splitRow } from "./split.ts";
import { awayRow } from "./store-away.ts";
import { upgradeRow } from "./upgrade.ts";

/** The rows of the catalogue that there are, in its order. */
export const ROWS: readonly FaultRow[] = [
  killRow,
  pauseRow,
  serverRow,
  powerRow,
  awaitsRow,
  simulationRow,
  remoteRow,
  networkRow,
  lyingRow,
  repeatsRow,
  forgeriesRow,
  malformedRow,
  oversizedRow,
  compressedRow,
  hostileRow,
  slowRow,
  awayRow,
  busyRow,
  clocksRow,
  paceRow,
  poisonRow,
  editsRow,
  restoreRow,
  keysRow,
  terminateRow,
  soakRow,
  upgradeRow,
  splitRow,
  failoverRow,
];
