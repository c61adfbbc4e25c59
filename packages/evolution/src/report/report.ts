import type { Location } from "@coo/wsdl";
import type { Evidence } from "../diff/evidence.ts";
import type { Contradiction } from "../diff/schema-differ.ts";
import type { Cells, Move } from "../rules.ts";

/** What decides about the order of upgrading. */
export type RollOut = "any-time" | "by-date" | "after" | "with-switch";
/** Adopting the new set is a release of this kind. */
export type Bump = "none" | "patch" | "minor" | "major";
/** Request we send, response we read, push we receive, our answer to a push. */
export type Direction = "Q" | "R" | "P" | "A";

/** Why two sets differ: CCPIT changed the interface, our files were wrong, or the generator is another. */
export type Cause = "announced" | "correction" | "generator";

/** What all changes mean to one package. */
export interface ChangedPackage {
  readonly name: string;
  readonly bump: Bump;
  readonly rollout: RollOut;
  /** How many changes hit it. */
  readonly changes: number;
}

/** One change and what it does to whom. */
export interface Change {
  readonly id: string;
  readonly fingerprint: string;
  readonly component: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly oldAt: Location | null;
  readonly newAt: Location | null;
  readonly operations: readonly { readonly operation: string; readonly direction: Direction }[];
  /** How the valid messages moved, by the computation; `null` for what is beside messages. */
  readonly L: Move | null;
  readonly sent: Cells | null;
  readonly read: Cells | null;
  readonly rollout: RollOut;
  readonly evidence: Evidence;
  readonly suggestedRename: string | null;
  /** Recorded messages in which the component occurs, by operation; only when messages were given. */
  readonly samples?: readonly { readonly operation: string; readonly touched: number; readonly messages: number }[];
  /** Packages that hold the component or mention it, each with the release that adopting this change alone is. */
  readonly packages: readonly { readonly name: string; readonly bump: Bump }[];
  readonly message: string;
  readonly messageZh: string;
}

/** All changes of one message together, computed on the message as a whole. */
export interface MessageVerdict {
  readonly operation: string;
  readonly direction: Direction;
  readonly root: string;
  readonly L: Move;
  /** Of the wire: breaking, or proven compatible. */
  readonly wire: "B" | "C";
}

/** What {@link compare} found. Equal inputs give equal reports. */
export interface Report {
  readonly formatVersion: 2;
  readonly cause: Cause;
  readonly old: { readonly documents: readonly { readonly file: string; readonly sha256: string }[] };
  readonly new: { readonly documents: readonly { readonly file: string; readonly sha256: string }[] };
  readonly changes: readonly Change[];
  readonly messages: readonly MessageVerdict[];
  /** By name; empty when it was not said which package holds what. */
  readonly packages: readonly ChangedPackage[];
  readonly summary: {
    readonly breaking: number;
    readonly potential: number;
    readonly compatible: number;
    readonly rollout: RollOut;
    readonly bump: Bump;
  };
  /** Rules and computation disagree: nothing here may be relied on. */
  readonly contradictions: readonly Contradiction[];
}
