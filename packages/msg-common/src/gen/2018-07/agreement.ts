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

/** Both ways assignable: the interface says what the schema says. */
type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {
  [I in keyof Pairs]: [Pairs[I][0]] extends [Pairs[I][1]] ? ([Pairs[I][1]] extends [Pairs[I][0]] ? true : ["schema is wider", Pairs[I]]) : ["schema is narrower", Pairs[I]];
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
