import type { Violation } from "../issue.ts";
import type { WireProfile } from "../wire-profile.ts";

/** The part of a wire profile that reaches single values. */
export type ValueWire = Pick<WireProfile, "booleans" | "emptyValues" | "lineBreaks">;

/** What reading and writing simple values share: settings in, the broken rule out. */
export interface SimpleContext {
  readonly booleans: WireProfile["booleans"];
  readonly lineBreaks: WireProfile["lineBreaks"];
  /** Set by a reader or writer that gives `undefined`. */
  violation: Violation | undefined;
  /** Namespace of a prefix in scope, for QName values being read. */
  lookupNamespace(prefix: string): string | undefined;
  /** A prefix for a namespace, for QName values being written. */
  declareNamespace(ns: string): string;
}

/** A context for values that stand in no document: plain wire, nothing in scope. */
export function plainValues(): SimpleContext {
  return {
    booleans: "true-false",
    lineBreaks: "lf",
    violation: undefined,
    lookupNamespace: (prefix) => (prefix === "" ? "" : undefined),
    declareNamespace: () => "q",
  };
}
