// @generated from schemas/2018-07/common.xsd, sha256 37e98f8c. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type { Attachment, AttachmentList, FieldError, FieldErrorList, RequestHead, ResponseHead } from "./common.ts";

const text4: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,4}$/v, "最多 4 个字符 · at most 4 characters");
const text200: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,200}$/v, "最多 200 个字符 · at most 200 characters");
const text8: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,8}$/v, "最多 8 个字符 · at most 8 characters");
const base64Binary: z.ZodCustom<Uint8Array, Uint8Array> = /*@__PURE__*/ z.custom<Uint8Array>((v) => v instanceof Uint8Array);
const text500: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,500}$/v, "最多 500 个字符 · at most 500 characters");
const text20: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,20}$/v, "最多 20 个字符 · at most 20 characters");
const text32: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,32}$/v, "最多 32 个字符 · at most 32 characters");
const text64: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,64}$/v, "最多 64 个字符 · at most 64 characters");
const text36: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,36}$/v, "最多 36 个字符 · at most 36 characters");
const timestamp: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,19}$/v, "最多 19 个字符 · at most 19 characters").regex(/^(?:[0-9]{14})$/v, "应为 yyyyMMddHHmmss · must be yyyyMMddHHmmss");
const text16: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,16}$/v, "最多 16 个字符 · at most 16 characters");
const text128: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,128}$/v, "最多 128 个字符 · at most 128 characters");

/** Checks the shape of {@link Attachment}. */
export const AttachmentSchema: z.ZodObject<{
  fileType: z.ZodString;
  fileName: z.ZodString;
  docFormat: z.ZodExactOptional<z.ZodString>;
  content: z.ZodExactOptional<z.ZodCustom<Uint8Array, Uint8Array>>;
  url: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  fileType: text4,
  fileName: text200,
  docFormat: text8.exactOptional(),
  content: base64Binary.exactOptional(),
  url: text500.exactOptional(),
});

/** Checks the shape of {@link AttachmentList}. */
export const AttachmentListSchema: z.ZodObject<{
  attachment: z.ZodExactOptional<z.ZodArray<typeof AttachmentSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  attachment: z.array(AttachmentSchema).exactOptional(),
});

/** Checks the shape of {@link FieldError}. */
export const FieldErrorSchema: z.ZodObject<{
  field: z.ZodString;
  code: z.ZodExactOptional<z.ZodString>;
  message: z.ZodString;
}> = /*@__PURE__*/ z.strictObject({
  field: text200,
  code: text20.exactOptional(),
  message: text500,
});

/** Checks the shape of {@link FieldErrorList}. */
export const FieldErrorListSchema: z.ZodObject<{
  error: z.ZodArray<typeof FieldErrorSchema>;
}> = /*@__PURE__*/ z.strictObject({
  error: z.array(FieldErrorSchema).min(1),
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
}> = /*@__PURE__*/ z.strictObject({
  providerCode: text32,
  service: text64,
  version: text8,
  messageId: text36,
  timestamp: timestamp,
  nonceStr: text32.exactOptional(),
  signType: text16,
  sign: text128,
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
}> = /*@__PURE__*/ z.strictObject({
  providerCode: text32.exactOptional(),
  messageId: text36,
  timestamp: timestamp,
  returnCode: text8,
  returnMessage: text500.exactOptional(),
  nonceStr: text32.exactOptional(),
  signType: text16,
  sign: text128,
});
