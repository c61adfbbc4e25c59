import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Journal, type JournalOptions, type Order, openJournal } from "../../src/index.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeRemote } from "./fake-remote.ts";

/** A folder that goes away with the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "coo-journal-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export interface Opened {
  readonly journal: Journal;
  readonly clock: FakeClock;
  readonly remote: FakeRemote;
  readonly path: string;
}

const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };

/** A journal in a file of its own with a scripted remote and a clock that stands still. */
export async function open(options: Partial<JournalOptions> & { readonly path?: string } = {}): Promise<Opened> {
  const clock = (options.clock as FakeClock | undefined) ?? new FakeClock();
  const remote = new FakeRemote();
  const path = options.path ?? join(folder(), "coo.db");
  let n = 0;
  const journal = await openJournal({
    store: `sqlite:${path}`,
    clock,
    limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
    owner: "test",
    isOwnerAlive: () => false,
    random: (size) => new Uint8Array(size).fill(++n),
    ...options,
  });
  onTestFinished(() => journal.close().catch(() => {}));
  journal.register(remote);
  return { journal, clock, remote, path };
}

/** An application with content of its own. */
export function order(key: string, content = `content of ${key}`, more: Partial<Order> = {}): Order {
  return { tenant: "P1", op: "apply", key, content: new TextEncoder().encode(content), ...more };
}
