/** Where a run prints. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal that understands being written over; only there progress is shown unasked. */
  readonly isTerminal?: boolean;
}

/** Exit codes: see `--help`. */
export const EXIT = { ok: 0, internal: 1, usage: 2, input: 3, stale: 9 } as const;
