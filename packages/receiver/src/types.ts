import type { HeaderValues, UnknownElement } from "@coo/soap";
import type { OperationDescriptor, OperationMap, ServiceDescriptor } from "@coo/soap/gen1";
import type { PushQuery } from "./push-journal.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- inference positions
type AnyOperation = OperationDescriptor<any, any>;

/** What a handler learns beside the body. */
export interface PushContext<Headers = HeaderValues, AnswerHeaders = HeaderValues> {
  readonly operation: string;
  /**
   * `query`: nobody pushed this. The reconciler found that a query shows the result, and that no push told it. Then there
   * was no message: no number, no head, no signature, and the body has what the query shows. Behind a journal only.
   */
  readonly source: "push" | "query";
  readonly providerCode: string;
  /** Empty where no push came. */
  readonly messageId: string;
  /** Head fields as received, without the signature. */
  readonly head: Readonly<Record<string, string>>;
  /** Values of the SOAP header parts that the description binds, by their names. No signature covers them. */
  readonly soapHeaders: Headers;
  /**
   * Sets the SOAP header parts of the answer, by their names; the last call counts. Behind a journal the answer is not the
   * handler's: see {@link DurableHandler.answerHeaders}.
   */
  readonly setAnswerHeaders: (values: AnswerHeaders) => void;
  /** Index of the key that fitted, where a provider has several; -1 where no push came. */
  readonly key: number;
  /** The HTTP body exactly as received; where no push came, the body in JSON form. */
  readonly raw: Uint8Array;
  /** Elements that the schema does not know; empty when strict. */
  readonly unknown: readonly UnknownElement[];
  readonly signal: AbortSignal | undefined;
}

/** The context of a push of `O`: header parts that its description names have types. */
export type PushContextOf<O> = O extends { readonly "~headers"?: infer Sides }
  ? NonNullable<Sides> extends { readonly request: infer Headers; readonly response: infer AnswerHeaders }
    ? PushContext<Headers, AnswerHeaders>
    : PushContext
  : PushContext;

/** Header parts of the answer of `O`. */
type AnswerHeadersOf<O> = O extends { readonly "~headers"?: infer Sides }
  ? NonNullable<Sides> extends { readonly response: infer AnswerHeaders }
    ? AnswerHeaders
    : HeaderValues
  : HeaderValues;

/**
 * Takes a push. Without a journal it is awaited before the acknowledgement, and a failure makes the sender try again:
 * it has to bear repeats after a crash. What it returns is the body of the answer; nothing gives an empty one.
 */
export type PushHandler<O extends AnyOperation> = (
  body: NonNullable<O["request"]["~type"]>,
  context: PushContextOf<O>,
) =>
  | Promise<NonNullable<O["response"]["~type"]> | undefined | void>
  | NonNullable<O["response"]["~type"]>
  | undefined
  | void;

/**
 * Takes a push out of the journal, after it was acknowledged. At least one of `inTx` and `after` makes sense.
 *
 * `inTx` runs in the transaction that makes the push done, so that its effect happens exactly once; no network call and no
 * waiting belongs in it. `after` runs later and at least once, with a key that tells a repeat.
 */
export interface DurableHandler<O extends AnyOperation> {
  /** Body of the answer, where its schema asks for one: computed before the push is stored, so it must depend on the push alone. */
  answer?(body: NonNullable<O["request"]["~type"]>): NonNullable<O["response"]["~type"]>;
  /** SOAP header parts of the answer, by their names; must depend on the push alone as well. */
  answerHeaders?(body: NonNullable<O["request"]["~type"]>): AnswerHeadersOf<O>;
  /**
   * What the push is about, a document id for instance: pushes of one subject are compared by `applies`. Without it nobody
   * can tell whether a result was missed, and none is repaired.
   */
  subject?(body: NonNullable<O["request"]["~type"]>, context: PushContextOf<O>): string | undefined;
  /**
   * Whether a push is newer than the last one applied to its subject, by the remote's own times and states. Pushes arrive
   * in any order: an older one is recorded, not applied.
   */
  applies?(current: NonNullable<O["request"]["~type"]>, body: NonNullable<O["request"]["~type"]>): boolean;
  inTx?(tx: PushQuery, body: NonNullable<O["request"]["~type"]>, context: PushContextOf<O>): Promise<void> | void;
  after?(body: NonNullable<O["request"]["~type"]>, context: PushContextOf<O>, key: string): Promise<void> | void;
}

type PushedNames<Operations extends OperationMap> = {
  [Name in keyof Operations]: Operations[Name]["direction"] extends "push" ? Name : never;
}[keyof Operations];

type ServiceHandlers<S> =
  S extends ServiceDescriptor<infer Operations>
    ? { readonly [Name in PushedNames<Operations>]?: PushHandler<Operations[Name]> | DurableHandler<Operations[Name]> }
    : never;

type Intersect<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never;

/**
 * One handler for each pushed operation, all optional: a push without one gets a fault. With a journal a function is taken
 * for `after`; an object needs a journal.
 */
export type Handlers<Services extends readonly ServiceDescriptor[]> = Intersect<ServiceHandlers<Services[number]>>;
