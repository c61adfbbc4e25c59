/** States of an application; `@coo/journal` explains them. */
export type SubmitState =
  | "ready"
  | "sending"
  | "in_doubt"
  | "resolving"
  | "accepted"
  | "rejected"
  | "cancelled"
  | "needs_person"
  | "conflict";

/** A row of the outbox, as far as the client looks at it. */
export interface SubmitRow {
  readonly id: number;
  readonly op: string;
  readonly key: string;
  readonly rev: number;
  readonly content: Uint8Array;
  readonly messageId: string;
  readonly state: SubmitState;
  readonly resends: number;
  readonly remoteId: string | null;
  readonly errorCode: string | null;
}

/** What became of a request. */
export interface SubmitSendResult {
  readonly kind: "accepted" | "rejected" | "not-sent" | "unclear" | "repeated";
  readonly hold?: boolean;
  readonly remoteId?: string;
  readonly returnCode?: string;
  readonly httpStatus?: number;
  readonly reason?: string;
  readonly request?: Uint8Array;
  readonly response?: Uint8Array;
}

/** The final result that a query shows, as its push would tell it. */
export interface SubmitShownResult {
  readonly op: string;
  /** The push's body in JSON form. */
  readonly body: Uint8Array;
  /** Why the push's schema does not accept that. */
  readonly lacks?: string;
}

/** What a query says. */
export interface SubmitQueryResult {
  readonly kind: "same" | "differs" | "absent" | "failed";
  readonly isOpen?: boolean;
  readonly result?: SubmitShownResult;
  readonly hold?: boolean;
  readonly remoteId?: string;
  readonly differences?: readonly SubmitDifference[];
  readonly returnCode?: string;
  readonly reason?: string;
}

/** A field that differs from what was sent. */
export interface SubmitDifference {
  readonly path: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** The remote as the client hands it to the journal. */
export interface SubmitPeer {
  readonly provider: string;
  readonly operations: Readonly<Record<string, "submit" | "effect">>;
  send(transmission: {
    readonly row: SubmitRow;
    mayWrite(): boolean;
    readonly signal: AbortSignal;
    readonly timeoutMs: number;
  }): Promise<SubmitSendResult>;
  query(inquiry: {
    readonly row: SubmitRow;
    readonly previous: Uint8Array | undefined;
    readonly signal: AbortSignal;
  }): Promise<SubmitQueryResult>;
}

/** What happens in a journal. */
export type SubmitJournalEvent = { readonly type: string; readonly row?: unknown };

/** The journal as the client uses it; a `Journal` of `@coo/journal` fits. */
export interface SubmitJournal<Tx = unknown> {
  enqueue(
    order: {
      readonly tenant: string;
      readonly op: string;
      readonly key: string;
      readonly content: Uint8Array;
      readonly revise?: boolean;
      readonly messageId?: string;
    },
    options?: { readonly tx?: Tx },
  ): Promise<{ readonly row: SubmitRow; readonly isNew: boolean }>;
  find(id: number): Promise<SubmitRow | undefined>;
  register(peer: SubmitPeer): () => void;
  work(options?: SubmitWorkOptions & { readonly roles?: readonly ("sender" | "resolver")[] }): {
    stop(): Promise<void>;
  };
  on(listener: (event: SubmitJournalEvent) => void): () => void;
}

/** How this process works on the outbox. */
export interface SubmitWorkOptions {
  /** Requests under way at once; the journal's limiter decides how many leave. */
  readonly concurrency?: number;
  /** How often to look for what other processes wrote. */
  readonly pollMs?: number;
}
