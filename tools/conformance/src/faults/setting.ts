import { join } from "node:path";
import { createClient } from "@coo/client";
import { outbox, referenceSubmit } from "@coo/client/all";
import { type Journal, type JournalOptions, openJournal } from "@coo/journal";
import { documents } from "@coo/msg-document";

/** The services of a trial. */
export const SERVICES = [documents] as const;

/**
 * Times short enough to see thousands of leases end. `settle` stays longer than anything the sandbox delays by, and than a
 * busy machine's pauses: assumption A1 of docs/reliability.md §8 is not what is on trial.
 */
export const TIMING = {
  requestMs: 500,
  leaseMs: 1_500,
  settleMs: 1_500,
  // A person is never asked: the trial's remote fails far more often than any real one.
  resends: 1_000,
  queryPausesMs: [200],
  sendPausesMs: [100],
  pushPausesMs: [50],
};

/** The same with time enough for a request on a busy machine. */
export const PATIENT: typeof TIMING = { ...TIMING, requestMs: 8_000, leaseMs: 20_000 };

const NO_LIMIT = { perSecond: 100_000, burst: 100_000 };

/** Address of the file in a trial's folder. */
export function sqliteIn(folder: string): string {
  return `sqlite:${join(folder, "coo.db")}`;
}

/** A journal in a trial's folder. Pacing is not what is on trial, unless a row says so. */
export function openTrialJournal(folder: string, options: Partial<JournalOptions> = {}): Promise<Journal> {
  return openJournal({
    store: sqliteIn(folder),
    timing: TIMING,
    limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
    breaker: { inRow: 20, pauseMs: 200 },
    ...options,
  });
}

/** A client on a journal. */
export function trialClient(
  endpoint: string,
  journal: Journal,
  work: { readonly concurrency: number; readonly pollMs: number } | false,
  key = "ccpit-demo-key-0001",
): ReturnType<typeof createClient<typeof SERVICES>> {
  return createClient({
    endpoint,
    providerCode: "TEST0001",
    key,
    services: SERVICES,
    submit: outbox(journal, referenceSubmit, work),
    rateLimit: false,
  });
}
