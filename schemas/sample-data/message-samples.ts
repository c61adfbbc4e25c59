import type { Fields } from "./node.ts";

/** A sample of a message; `name` becomes part of the file name. */
export interface Sample {
  readonly name: string;
  readonly body: Fields;
  /** Head fields other than the usual ones, such as an error code. */
  readonly head?: Fields;
}

/** Hand-written samples of one message. The boundary samples are worked out from the schema. */
export interface MessageSamples {
  /** Time of the message, 14 digits. */
  readonly timestamp: string;
  /** Every element of the schema. */
  readonly complete: Fields;
  /** What is left of `complete` without optional elements, unless a message needs more to make sense. */
  readonly minimal?: Fields;
  /** What differs in the shortened `complete`. */
  readonly minimalWith?: Fields;
  readonly realistic: readonly [Sample, ...Sample[]];
}

/** Samples by message name. */
export type SampleSet = Readonly<Record<string, MessageSamples>>;

/** Samples of the answer to a push: its body is empty, all is in the head. */
export function pushAnswer(timestamp: string, refusal: { code: string; message: string }): MessageSamples {
  return {
    timestamp,
    complete: {},
    realistic: [
      { name: "accepted", body: {}, head: { returnMessage: "已接收，处理成功" } },
      { name: "refused", body: {}, head: { returnCode: refusal.code, returnMessage: refusal.message } },
    ],
  };
}
