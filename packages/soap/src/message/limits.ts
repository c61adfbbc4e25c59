import { DEFAULT_LIMITS, type XmlLimits } from "@coo/xml";
import type { HeadLimits } from "./head.ts";

/** Bounds on everything that comes from outside. */
export interface MessageLimits extends XmlLimits, HeadLimits {
  /** Bytes that a compressed payload may inflate to. */
  readonly maxInflatedBytes: number;
  readonly maxHeaderBlocks: number;
}

/** 32 MiB a message, inflated or not; the other bounds far above any real message. */
export const DEFAULT_MESSAGE_LIMITS: MessageLimits = {
  ...DEFAULT_LIMITS,
  // The payload is one text inside the envelope.
  maxTextLength: 32 << 20,
  maxInflatedBytes: 32 << 20,
  maxHeaderBlocks: 32,
  maxHeadFields: 64,
  maxHeadValueLength: 8192,
};
