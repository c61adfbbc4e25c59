import type { KeySource, ProfileChoice } from "@coo/sign";
import type { WireProfile } from "@coo/soap";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import type { ReceiverError } from "./errors.ts";
import type { PushJournal } from "./push-journal.ts";
import type { PushStore } from "./store.ts";
import type { Handlers } from "./types.ts";

/** A key, or several while one replaces another: each may verify, the one that fitted signs the answer. */
export type ProviderKeys = KeySource | readonly KeySource[];

/** Options of {@link createReceiver}. */
export interface ReceiverOptions<Services extends readonly ServiceDescriptor[]> {
  /** Generated service descriptors: their pushes can be handled. */
  readonly services: Services;
  /** Keys by provider code (接入商代码). */
  readonly providers: Readonly<Record<string, ProviderKeys>>;
  readonly handlers: Handlers<Services>;
  /** Path of the address that CCPIT was given; a request to any other is answered with 404. By default routing decides. */
  readonly path?: string;
  /** Shape on the wire, what differs from the default. */
  readonly wire?: Partial<WireProfile>;
  /** Signature profile: an id, a profile, or what differs from P1. */
  readonly signature?: ProfileChoice;
  /** Remembers accepted messages; in memory by default. */
  readonly store?: PushStore;
  /**
   * A journal of `@coo/journal`: the acknowledgement follows its commit, and handlers run after that. Takes the place of
   * `store`. Closing it is the caller's, after the receiver.
   */
  readonly journal?: PushJournal;
  /** With a journal, what a verified push that breaks its schema gets: success, and it is kept as dead (default), or a fault. */
  readonly unreadable?: "accept" | "fault";
  /** With a journal: `false` leaves the handlers to another process. */
  readonly work?: { readonly pollMs?: number } | false;
  /** Elements of a push that the schema does not know: kept aside (default), or an error. */
  readonly unknownElements?: "keep" | "error";
  /** Limit of a request's size in bytes, default 4 MiB. */
  readonly maxBodyBytes?: number;
  /** Return codes of the answers; the defaults are ours, not official. */
  readonly codes?: { readonly success?: string; readonly conflict?: string; readonly clock?: string };
  /** Gets every refusal and failure; the answer itself never tells internals. */
  readonly onError?: (error: ReceiverError) => void;
  /** Lets errors about signatures carry what `explain()` finds. For development: it costs time on every wrong message. */
  readonly development?: boolean;
  /** Milliseconds since 1970, for the clock window and time stamps. */
  readonly now?: () => number;
  /** Random bytes for nonces. */
  readonly random?: (size: number) => Uint8Array;
}
