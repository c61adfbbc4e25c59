import type { HeaderValues, UnknownElement } from "@coo/soap";
import type { OperationDescriptor, OperationMap, ServiceDescriptor } from "@coo/soap/gen1";

// oxlint-disable-next-line typescript/no-explicit-any -- inference positions
type AnyOperation = OperationDescriptor<any, any>;

/** What a handler learns beside the body. */
export interface PushContext {
  readonly operation: string;
  readonly providerCode: string;
  readonly messageId: string;
  /** Head fields as received, without the signature. */
  readonly head: Readonly<Record<string, string>>;
  /** Values of the SOAP header parts that the description binds, by their names. No signature covers them. */
  readonly soapHeaders: HeaderValues;
  /** Index of the key that fitted, where a provider has several. */
  readonly key: number;
  /** The HTTP body exactly as received. */
  readonly raw: Uint8Array;
  /** Elements that the schema does not know; empty when strict. */
  readonly unknown: readonly UnknownElement[];
  readonly signal: AbortSignal | undefined;
}

/**
 * Takes a push. Without a journal it is awaited before the acknowledgement, and a failure makes the sender try again:
 * it has to bear repeats after a crash. What it returns is the body of the answer; nothing gives an empty one.
 */
export type PushHandler<O extends AnyOperation> = (
  body: NonNullable<O["request"]["~type"]>,
  context: PushContext,
) =>
  | Promise<NonNullable<O["response"]["~type"]> | undefined | void>
  | NonNullable<O["response"]["~type"]>
  | undefined
  | void;

type PushedNames<Operations extends OperationMap> = {
  [Name in keyof Operations]: Operations[Name]["direction"] extends "push" ? Name : never;
}[keyof Operations];

type ServiceHandlers<S> =
  S extends ServiceDescriptor<infer Operations>
    ? { readonly [Name in PushedNames<Operations>]?: PushHandler<Operations[Name]> }
    : never;

type Intersect<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never;

/** One handler for each pushed operation, all optional: a push without one gets a fault. */
export type Handlers<Services extends readonly ServiceDescriptor[]> = Intersect<ServiceHandlers<Services[number]>>;
