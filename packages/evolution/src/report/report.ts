import type { Location } from "@coo/wsdl";
import type { Contradiction } from "../diff/schema-differ.ts";
import type { Cells, Move } from "../rules.ts";

/** What decides about the order of upgrading. */
export type RollOut = "any-time" | "by-date" | "after" | "with-switch";
/** Adopting the new set is a release of this kind. */
export type Bump = "none" | "patch" | "minor" | "major";
/** Request we send, response we read, push we receive, our answer to a push. */
export type Direction = "Q" | "R" | "P" | "A";

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
  readonly witness: string | null;
  readonly suggestedRename: string | null;
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
  readonly formatVersion: 1;
  readonly old: { readonly documents: readonly { readonly file: string; readonly sha256: string }[] };
  readonly new: { readonly documents: readonly { readonly file: string; readonly sha256: string }[] };
  readonly changes: readonly Change[];
  readonly messages: readonly MessageVerdict[];
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
