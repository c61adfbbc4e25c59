// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type {
  AttachmentListSchema,
  AttachmentSchema,
  FieldErrorListSchema,
  FieldErrorSchema,
  RequestHeadSchema,
  ResponseHeadSchema,
} from "./common.schema.ts";
import type { Attachment, AttachmentList, FieldError, FieldErrorList, RequestHead, ResponseHead } from "./common.ts";

/** Without `readonly`: schemas give arrays that may be changed, since freezing what was parsed helps nobody. */
type Plain = string | number | boolean | null | undefined | Uint8Array;
type Mutable<T> = T extends Plain ? T : T extends readonly (infer I)[] ? Mutable<I>[] : { -readonly [K in keyof T]: Mutable<T[K]> };
/** Both ways assignable: the interface says what the schema says. */
type Agrees<A, B> = [A] extends [B] ? ([B] extends [A] ? true : ["the schema is wider", A]) : ["the schema is narrower", A];
type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {
  [I in keyof Pairs]: Agrees<Mutable<Pairs[I][0]>, Mutable<Pairs[I][1]>>;
};
type AllTrue<T extends readonly true[]> = T;

/** Compiles only while every interface and its schema agree. */
export type Agreement = AllTrue<Agree<[
  [Attachment, z.output<typeof AttachmentSchema>],
  [AttachmentList, z.output<typeof AttachmentListSchema>],
  [FieldError, z.output<typeof FieldErrorSchema>],
  [FieldErrorList, z.output<typeof FieldErrorListSchema>],
  [RequestHead, z.output<typeof RequestHeadSchema>],
  [ResponseHead, z.output<typeof ResponseHeadSchema>],
]>>;
