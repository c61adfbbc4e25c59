import type { WireProfile } from "../wire-profile.ts";
import type { AnyOperation, MessageKind } from "./operation.ts";

/** All that stands around the fields of the head and around the body: the same in all messages of one kind. */
export interface Frame {
  /** Namespace of the wrapper. */
  readonly ns: string;
  /** Up to the first field of the head, and from behind the last one to the body. */
  readonly before: string;
  readonly between: string;
  readonly behind: Uint8Array;
  /** HTTP headers that go with it. */
  readonly headers: Readonly<Record<string, string>>;
}

const frames = new WeakMap<WireProfile, WeakMap<AnyOperation, Map<MessageKind, Frame>>>();

/** The frame of a message; `make` writes it where it is not known yet. */
export function frameOf(
  wire: WireProfile,
  operation: AnyOperation,
  kind: MessageKind,
  ns: string,
  make: () => Omit<Frame, "ns">,
): Frame {
  // What could still change is looked at each time.
  if (!Object.isFrozen(wire)) return { ns, ...make() };
  let ofWire = frames.get(wire);
  if (!ofWire) {
    ofWire = new WeakMap();
    frames.set(wire, ofWire);
  }
  let kinds = ofWire.get(operation);
  if (!kinds) {
    kinds = new Map();
    ofWire.set(operation, kinds);
  }
  let frame = kinds.get(kind);
  if (frame?.ns !== ns) {
    frame = { ns, ...make() };
    kinds.set(kind, frame);
  }
  return frame;
}
