import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import type { CalledNames } from "../types.ts";
import type { SubmitHandle } from "./handle.ts";

/** Options of one submission. */
export interface SubmitOptions {
  /** Idempotency key; by default the business key that the operation's rule names. */
  readonly key?: string;
  /** A customer who is paced apart from others; part of what the key is unique in. */
  readonly customer?: string;
  /** Makes a new revision although the last one was accepted. */
  readonly revise?: boolean;
  /** The caller's own transaction: its rows and the application live or die together. Committing is the caller's. */
  readonly tx?: unknown;
  /** Before the commit it stops the submission; afterwards it does nothing. */
  readonly signal?: AbortSignal;
}

// oxlint-disable-next-line typescript/no-explicit-any -- inference positions
type RequestOf<O extends OperationDescriptor<any, any>> = NonNullable<O["request"]["~type"]>;

type ServiceSubmits<S> =
  S extends ServiceDescriptor<infer Operations>
    ? {
        readonly [Name in CalledNames<Operations>]: (
          body: RequestOf<Operations[Name]>,
          options?: SubmitOptions,
        ) => Promise<SubmitHandle>;
      }
    : never;

type Intersect<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never;

/** One method for each called operation; those without a rule reject with `CLIENT_OPERATION`. */
export type Submits<Services extends readonly ServiceDescriptor[]> = Intersect<ServiceSubmits<Services[number]>>;
