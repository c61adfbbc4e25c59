import type { OutboxRow } from "./outbox.ts";

/** How a repeat of an operation works at the remote. */
export type OperationClass =
  /** Its fate can be asked for by its key; after that it may be sent again. */
  | "submit"
  /** An effect without a safe repeat, such as a print: never sent again by itself. */
  | "effect";

/** A request under way, as `send` gets it. */
export interface Transmission {
  readonly row: OutboxRow;
  /**
   * Whether the first byte may still leave: to be asked after the connection stands and immediately before the write.
   * A request that is not allowed any more must end as `not-sent`.
   */
  mayWrite(): boolean;
  /** Fires at the end of the lease: the socket has to be destroyed. */
  readonly signal: AbortSignal;
  /** For the answer, in milliseconds. */
  readonly timeoutMs: number;
}

/** What became of a request. Whatever is not certain is `unclear`. */
export interface SendResult {
  readonly kind:
    | "accepted"
    /** A verified refusal whose code says that nothing was applied. */
    | "rejected"
    /** No byte of the request left. */
    | "not-sent"
    | "unclear"
    /** The remote says it knows the message number; unclear as well. */
    | "repeated";
  /** A wrong provider code or signature: nothing more is sent until a person has looked. */
  readonly hold?: boolean;
  readonly remoteId?: string;
  readonly returnCode?: string;
  readonly httpStatus?: number;
  /** For people, without message text. */
  readonly reason?: string;
  readonly request?: Uint8Array;
  readonly response?: Uint8Array;
}

/** A question about a row. */
export interface Inquiry {
  readonly row: OutboxRow;
  /** Content of the last accepted revision, where there is one: the remote shows it while this one was not applied. */
  readonly previous: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

/** A field that differs. */
export interface Difference {
  readonly path: string;
  readonly label?: string;
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** The result of a review, as a query shows it and as its push would tell it. */
export interface ShownResult {
  /** Operation of the push. */
  readonly op: string;
  /** The push's body in JSON form with sorted names, UTF-8: what the query shows of it, and nothing else. */
  readonly body: Uint8Array;
  /** Why the push's schema does not accept that: then a person is told, never the handler. */
  readonly lacks?: string;
}

/** What a query says. */
export interface QueryResult {
  readonly kind: "same" | "differs" | "absent" | "failed";
  /** The remote has no final result yet. */
  readonly isOpen?: boolean;
  /** The final result, where the remote has one. */
  readonly result?: ShownResult;
  readonly hold?: boolean;
  readonly remoteId?: string;
  readonly differences?: readonly Difference[];
  readonly returnCode?: string;
  readonly httpStatus?: number;
  readonly reason?: string;
  readonly response?: Uint8Array;
}

/** A document that the remote lists. */
export interface Listed {
  readonly op: string;
  readonly key: string;
}

/** The remote, as the journal reaches it; `@coo/client` makes one. */
export interface Peer {
  /** Provider code: rows of tenant `provider` and `provider/…` are its. */
  readonly provider: string;
  /** Operations that go through the outbox. */
  readonly operations: Readonly<Record<string, OperationClass>>;
  send(transmission: Transmission): Promise<SendResult>;
  query(inquiry: Inquiry): Promise<QueryResult>;
  /** What the remote has, changed within a time; for the reconciler. */
  list?(from: number, to: number, signal: AbortSignal): AsyncIterable<Listed>;
}
