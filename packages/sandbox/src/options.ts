import type { ServiceDescriptor } from "@coo/soap/gen1";
import type { ClockChoice } from "./clock.ts";
import type { FaultHooks } from "./fault-hooks.ts";
import type { RenderCertificate } from "./interfaces/call.ts";
import type { Latency } from "./office.ts";
import type { Policy } from "./policy.ts";
import type { Receiver } from "./push-desk.ts";
import type { SeedData } from "./seed-data.ts";
import type { SignatureChoice } from "./signature-profile.ts";
import type { Duration } from "./time.ts";
import type { WireSettings } from "./wire/wire-profile.ts";

/** A platform admitted to the sandbox. */
export interface ProviderOptions {
  /** Demo key; only keys in this table are ever accepted, so a real one never fits. */
  readonly key: string | Uint8Array;
  /** Where this platform takes pushes; else the sandbox's `receiver`. */
  readonly receiver?: Receiver;
}

/** Options of `createSandbox`; all have defaults. */
export interface SandboxOptions {
  /** Who reviews, default `manual`. */
  readonly policy?: Policy;
  /** How long a review takes, default no time. */
  readonly latency?: Latency;
  /** Ids, numbers, nonces and chances come from it, default `default`. */
  readonly seed?: string;
  /** Branches and enterprises, default the made-up registry. Given lists replace it. */
  readonly data?: Partial<SeedData>;
  /** Shape on the wire, what differs from the default. */
  readonly wire?: Partial<WireSettings>;
  /** Signature settings: an id, or what differs from the profile of that id, else from P1. */
  readonly signature?: SignatureChoice;
  /** Generated service descriptors, default all 18 interfaces of the reference edition. */
  readonly services?: readonly ServiceDescriptor[];
  /** Platforms by provider code (接入商代码), default `TEST0001` with a demo key. */
  readonly providers?: Readonly<Record<string, ProviderOptions | string>>;
  /** Where pushes go: an address on this machine, or a function such as `createReceiver` makes. */
  readonly receiver?: Receiver;
  /** Allows receivers on other machines. */
  readonly remoteReceivers?: boolean;
  /** Default `virtual`: stands still until advanced. */
  readonly clock?: ClockChoice;
  /** Unknown elements in a request: kept in the journal (default), or refused with code 2002. */
  readonly unknownElements?: "keep" | "error";
  /** Pauses between the attempts of a push by the sandbox's clock, default 1m, 5m, 15m, 1h: five attempts. */
  readonly pushPauses?: readonly Duration[];
  /** Longest wait for a push's answer in real milliseconds, default 5000. */
  readonly pushTimeoutMs?: number;
  /** Limit of a request in bytes, default 32 MiB. */
  readonly maxBodyBytes?: number;
  /** Readable JSON file that keeps the state over restarts; written atomically, without keys. */
  readonly state?: string;
  /** Draws certificates, default `@coo/certificate-pdf`. */
  readonly renderCertificate?: RenderCertificate;
  /**
   * What a message number that is known gets: the same answer again (default), code 1004 (`refuse`), or to be applied once
   * more (`apply`), as by a remote that keeps no numbers.
   */
  readonly repeats?: "answer" | "refuse" | "apply";
  /** Seam for fault injection. */
  readonly faults?: FaultHooks;
  /** Gets errors of the sandbox itself, which peers see as code 9999. */
  readonly onError?: (error: unknown) => void;
}
