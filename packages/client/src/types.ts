import type { AttachmentValues, HeaderValues } from "@coo/soap/core";
import type { OperationDescriptor, OperationMap, ServiceDescriptor } from "@coo/soap/gen1";
import type { ExchangeResult } from "./exchange.ts";

/** Options of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** For the whole call, waiting for the rate limit included; default that of the client. */
  readonly timeoutMs?: number;
  /** Own message id (at most 36 characters); a random one else. */
  readonly messageId?: string;
  /** Values of SOAP header parts by their names, for operations whose description binds some. */
  readonly soapHeaders?: HeaderValues;
  /** Contents of parts that travel as attachments (MIME): typed, but refused with `SOAP_MIME` when given. */
  readonly attachments?: AttachmentValues;
}

// oxlint-disable-next-line typescript/no-explicit-any -- inference positions
type AnyOperation = OperationDescriptor<any, any>;

type RequestOf<O extends AnyOperation> = NonNullable<O["request"]["~type"]>;
type ResponseOf<O extends AnyOperation> = NonNullable<O["response"]["~type"]>;

type Side<Sides, Name extends string> =
  NonNullable<Sides> extends { readonly [N in Name]: infer Values } ? Values : never;
type HeadersOf<O, Name extends string> = O extends { readonly "~headers"?: infer Sides } ? Side<Sides, Name> : never;
type AttachmentsOf<O> = O extends { readonly "~attachments"?: infer Sides } ? Side<Sides, "request"> : never;
type Or<Values, Otherwise> = [Values] extends [never] ? Otherwise : Values;

/** Values of the header parts of an answer of `O`, and of those by which errors about header parts are reported. */
export type AnswerHeadersOf<O> = Or<HeadersOf<O, "response">, HeaderValues>;
export type HeaderFaultsOf<O> = Or<HeadersOf<O, "faults">, HeaderValues>;

/** Options of a call of `O`; what its description names has types. */
export type CallOptionsOf<O> = [HeadersOf<O, "request"> | AttachmentsOf<O>] extends [never]
  ? CallOptions
  : Omit<CallOptions, "attachments" | "soapHeaders"> & {
      readonly soapHeaders?: Or<HeadersOf<O, "request">, HeaderValues>;
      readonly attachments?: Or<AttachmentsOf<O>, AttachmentValues>;
    };

/** The called operation `Name` of all services handed in; `never` where a name is only known at run time. */
type OperationOf<Services extends readonly ServiceDescriptor[], Name> = Services[number] extends infer S
  ? S extends ServiceDescriptor<infer Operations>
    ? Name extends keyof Operations
      ? Operations[Name]
      : never
    : never
  : never;

/** An operation by its name: what is known of the operation at compile time has types. */
export type ExchangeMethod<Services extends readonly ServiceDescriptor[]> = <Name extends string>(
  operation: Name,
  body: Or<RequestOf<OperationOf<Services, Name>>, unknown>,
  options?: CallOptionsOf<OperationOf<Services, Name>>,
) => Promise<
  ExchangeResult<Or<ResponseOf<OperationOf<Services, Name>>, unknown>, AnswerHeadersOf<OperationOf<Services, Name>>>
>;

/** Names of the operations that the platform calls (not pushes). */
export type CalledNames<Operations extends OperationMap> = {
  [Name in keyof Operations]: Operations[Name]["direction"] extends "call" ? Name : never;
}[keyof Operations];

/** One method for each called operation of a service. */
export type ServiceMethods<S> =
  S extends ServiceDescriptor<infer Operations>
    ? {
        readonly [Name in CalledNames<Operations>]: (
          body: RequestOf<Operations[Name]>,
          options?: CallOptionsOf<Operations[Name]>,
        ) => Promise<ResponseOf<Operations[Name]>>;
      }
    : never;

/** The item type of a paged answer: what stands in the array inside the answer's list container. */
export type ItemOf<Response> = {
  [List in keyof Response]-?: NonNullable<Response[List]> extends object
    ? {
        [Name in keyof NonNullable<Response[List]>]-?: NonNullable<
          NonNullable<Response[List]>[Name]
        > extends readonly (infer Item)[]
          ? Item
          : never;
      }[keyof NonNullable<Response[List]>]
    : never;
}[keyof Response];

/** One iterator for each operation of a service whose answer holds a list. */
export type ServiceIterators<S> =
  S extends ServiceDescriptor<infer Operations>
    ? {
        readonly [Name in CalledNames<Operations> as [ItemOf<ResponseOf<Operations[Name]>>] extends [never]
          ? never
          : Name]: (
          body: RequestOf<Operations[Name]>,
          options?: import("./paging.ts").IterateOptions & CallOptions,
        ) => AsyncIterable<ItemOf<ResponseOf<Operations[Name]>>>;
      }
    : never;

type Intersect<Union> = (Union extends unknown ? (value: Union) => void : never) extends (value: infer All) => void
  ? All
  : never;

/** Methods of all services handed in. */
export type Methods<Services extends readonly ServiceDescriptor[]> = Intersect<ServiceMethods<Services[number]>>;

/** Iterators of all services handed in. */
export type Iterators<Services extends readonly ServiceDescriptor[]> = Intersect<ServiceIterators<Services[number]>>;
