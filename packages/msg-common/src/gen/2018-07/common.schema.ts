// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type { Attachment, AttachmentList, FieldError, FieldErrorList, RequestHead, ResponseHead } from "./common.ts";

/** Checks the shape of {@link Attachment}. */
export const AttachmentSchema: z.ZodObject<{
  fileType: z.ZodString;
  fileName: z.ZodString;
  docFormat: z.ZodExactOptional<z.ZodString>;
  content: z.ZodExactOptional<z.ZodCustom<Uint8Array, Uint8Array>>;
  url: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  fileType: z.string().regex(/^[\s\S]{0,4}$/v),
  fileName: z.string().regex(/^[\s\S]{0,200}$/v),
  docFormat: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  content: z.custom<Uint8Array>((v) => v instanceof Uint8Array).exactOptional(),
  url: z.string().regex(/^[\s\S]{0,500}$/v).exactOptional(),
});

/** Checks the shape of {@link AttachmentList}. */
export const AttachmentListSchema: z.ZodObject<{
  attachment: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof AttachmentSchema>>>;
}> = /*@__PURE__*/ z.object({
  attachment: z.array(AttachmentSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link FieldError}. */
export const FieldErrorSchema: z.ZodObject<{
  field: z.ZodString;
  code: z.ZodExactOptional<z.ZodString>;
  message: z.ZodString;
}> = /*@__PURE__*/ z.object({
  field: z.string().regex(/^[\s\S]{0,200}$/v),
  code: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  message: z.string().regex(/^[\s\S]{0,500}$/v),
});

/** Checks the shape of {@link FieldErrorList}. */
export const FieldErrorListSchema: z.ZodObject<{
  error: z.ZodReadonly<z.ZodArray<typeof FieldErrorSchema>>;
}> = /*@__PURE__*/ z.object({
  error: z.array(FieldErrorSchema).min(1).readonly(),
});

/** Checks the shape of {@link RequestHead}. */
export const RequestHeadSchema: z.ZodObject<{
  providerCode: z.ZodString;
  service: z.ZodString;
  version: z.ZodString;
  messageId: z.ZodString;
  timestamp: z.ZodString;
  nonceStr: z.ZodExactOptional<z.ZodString>;
  signType: z.ZodString;
  sign: z.ZodString;
}> = /*@__PURE__*/ z.object({
  providerCode: z.string().regex(/^[\s\S]{0,32}$/v),
  service: z.string().regex(/^[\s\S]{0,64}$/v),
  version: z.string().regex(/^[\s\S]{0,8}$/v),
  messageId: z.string().regex(/^[\s\S]{0,36}$/v),
  timestamp: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{14})$/v),
  nonceStr: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  signType: z.string().regex(/^[\s\S]{0,16}$/v),
  sign: z.string().regex(/^[\s\S]{0,128}$/v),
});

/** Checks the shape of {@link ResponseHead}. */
export const ResponseHeadSchema: z.ZodObject<{
  providerCode: z.ZodExactOptional<z.ZodString>;
  messageId: z.ZodString;
  timestamp: z.ZodString;
  returnCode: z.ZodString;
  returnMessage: z.ZodExactOptional<z.ZodString>;
  nonceStr: z.ZodExactOptional<z.ZodString>;
  signType: z.ZodString;
  sign: z.ZodString;
}> = /*@__PURE__*/ z.object({
  providerCode: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  messageId: z.string().regex(/^[\s\S]{0,36}$/v),
  timestamp: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{14})$/v),
  returnCode: z.string().regex(/^[\s\S]{0,8}$/v),
  returnMessage: z.string().regex(/^[\s\S]{0,500}$/v).exactOptional(),
  nonceStr: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  signType: z.string().regex(/^[\s\S]{0,16}$/v),
  sign: z.string().regex(/^[\s\S]{0,128}$/v),
});
