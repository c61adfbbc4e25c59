// A receiver in a process of its own, so that its memory can be seen and its death be noticed. Argument: its folder. It
// answers each message of its parent with the bytes by which its peak of memory has grown since the last one.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { sqliteStore } from "@coo/journal";
import { createReceiver } from "@coo/receiver";
import { pushServerOptions, toNodeListener } from "@coo/receiver/node";
import { PeakMemory } from "../attacks/peak-memory.ts";
import { NOW } from "./pushes.ts";
import { openTrialJournal, SERVICES } from "./setting.ts";

const folder = process.argv[2] ?? "";
// Whoever waits for a lock is answered while the trial lasts.
const journal = await openTrialJournal(folder, {
  store: sqliteStore({ path: join(folder, "coo.db"), busyMs: Number(process.env["COO_TRIAL_BUSY_MS"] ?? 15_000) }),
});
const receiver = createReceiver({
  services: SERVICES,
  providers: { TEST0001: "ccpit-demo-key-0001" },
  now: NOW,
  journal,
  work: false,
  handlers: { pushDocumentAuditResult: { inTx: async () => {} } },
});
const server = createServer(pushServerOptions, toNodeListener(receiver));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const peak = new PeakMemory();
process.on("message", () => {
  const { grown } = peak;
  peak.restart();
  process.send?.(grown);
});
process.send?.((server.address() as AddressInfo).port);
