import type { PushJournal } from "./push-journal.ts";

/** Counts refusals in memory and writes them down together: a flood of forgeries must not become a flood of flushes. */
export interface RefusalCounter {
  add(name: string, facts: Readonly<Record<string, string | number>>): void;
  /** Writes down what is counted. */
  flush(): Promise<void>;
}

const PAUSE_MS = 1_000;

/** @param onError - Told when the journal cannot write; the counts are kept for the next time. */
export function refusalCounter(journal: PushJournal, onError: (error: unknown) => void): RefusalCounter {
  const counts = new Map<string, { n: number; facts: Readonly<Record<string, string | number>> }>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const waiting = new Map(counts);
    counts.clear();
    for (const [name, { n, facts }] of waiting) {
      try {
        await journal.inbox.count(name, facts, n);
      } catch (error) {
        counts.set(name, { n: n + (counts.get(name)?.n ?? 0), facts });
        onError(error);
      }
    }
  };
  return {
    flush,
    add(name, facts) {
      counts.set(name, { n: (counts.get(name)?.n ?? 0) + 1, facts });
      timer ??= setTimeout(() => void flush(), PAUSE_MS).unref();
    },
  };
}
