/** Runs one statement in the journal's transaction; `?` stands for parameters. */
export type PushQuery = (
  sql: string,
  ...params: (string | number | Uint8Array | null)[]
) => Promise<readonly Readonly<Record<string, string | number | Uint8Array | null>>[]>;

/** A verified push on its way into the journal. */
export interface PushArrival {
  /** Provider, interface and message number, or the hash of what was signed where there is no number. */
  readonly key: string;
  readonly provider: string;
  readonly op: string;
  /** The HTTP body exactly as received. */
  readonly body: Uint8Array;
  readonly bodyHash: string;
  readonly keyId: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** A push as the journal hands it back, or a result that a query showed in its place. */
export interface StoredPush {
  readonly key: string;
  readonly provider: string;
  readonly op: string;
  readonly source: "push" | "query";
  /** The HTTP body as received; from a query the push's body in JSON form. */
  readonly body: Uint8Array;
  readonly keyId: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** What takes stored pushes of one operation to their handler. */
export interface PushProcessor {
  subject?(push: StoredPush): string | undefined;
  applies?(current: StoredPush, push: StoredPush): boolean;
  /** Whether a push tells the result that a query showed. */
  tells?(push: StoredPush, found: StoredPush): boolean;
  inTx?(tx: PushQuery, push: StoredPush): Promise<void>;
  after?(push: StoredPush, key: string): Promise<void>;
}

/** What is known of a push's key. */
export type KnownPush = "new" | "same" | "other";

/** The journal as the receiver uses it; a `Journal` of `@coo/journal` fits. */
export interface PushJournal {
  readonly inbox: {
    /** What is known of a key; a repeat is counted. */
    look(arrival: PushArrival): Promise<KnownPush>;
    /** Resolves when the push is on disk. */
    receive(arrival: PushArrival, verdict: "received" | "dead", reason?: string): Promise<KnownPush>;
    /** Keeps a push without making its key known. */
    refuse(arrival: PushArrival, reason: string): Promise<void>;
    /** Counts what nobody vouched for. */
    count(name: string, facts: Readonly<Record<string, string | number>>, n?: number): Promise<void>;
    handle(op: string, processor: PushProcessor): () => void;
  };
  work(options: { readonly roles: readonly "inbox"[]; readonly pollMs?: number }): { stop(): Promise<void> };
}
