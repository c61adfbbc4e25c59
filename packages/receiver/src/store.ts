/** What is known of a message id. */
export type Known =
  /** Never seen: the caller goes on, and ends with `accept` or `abandon`. */
  | { readonly state: "new" }
  /** Accepted before, with this digest and this answer: text to be given back unchanged. */
  | { readonly state: "known"; readonly digest: string; readonly answer: string };

/**
 * Remembers accepted pushes, so that a repeated one has no second effect. A journal fits behind it.
 *
 * `begin` reserves the key; a second `begin` for a reserved key waits until the first has ended. All methods may
 * reject: the push is then answered with 503 and the sender tries again.
 */
export interface PushStore {
  begin(key: string): Promise<Known>;
  accept(key: string, digest: string, answer: string): Promise<void>;
  abandon(key: string): Promise<void>;
}

/** Options of {@link memoryStore}. */
export interface MemoryStoreOptions {
  /** Most messages remembered, default 100,000; the oldest are forgotten first. */
  readonly maxEntries?: number;
}

/** A store in memory: for tests, and for platforms whose handlers bear repeats. A restart forgets everything. */
export function memoryStore(options: MemoryStoreOptions = {}): PushStore {
  const maxEntries = options.maxEntries ?? 100_000;
  const accepted = new Map<string, { readonly digest: string; readonly answer: string }>();
  const running = new Map<string, { readonly ended: Promise<void>; readonly end: () => void }>();

  function end(key: string): void {
    running.get(key)?.end();
    running.delete(key);
  }

  return {
    async begin(key) {
      for (let other = running.get(key); other; other = running.get(key)) await other.ended;
      const known = accepted.get(key);
      if (known) return { state: "known", ...known };
      let resolve: () => void = () => {};
      const ended = new Promise<void>((done) => {
        resolve = done;
      });
      running.set(key, { ended, end: resolve });
      return { state: "new" };
    },
    async accept(key, digest, answer) {
      accepted.set(key, { digest, answer });
      for (const oldest of accepted.keys()) {
        if (accepted.size <= maxEntries) break;
        accepted.delete(oldest);
      }
      end(key);
    },
    async abandon(key) {
      end(key);
    },
  };
}
