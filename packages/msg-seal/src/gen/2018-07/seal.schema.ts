// @generated from schemas/2018-07/seal.xsd, sha256 6f859534. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type {
  ApplySealSignatureRequest,
  ApplySealSignatureResponse,
  PushSealSignatureAuditResultRequest,
  PushSealSignatureAuditResultResponse,
  QuerySealSignatureRequest,
  QuerySealSignatureResponse,
  SealAttachment,
  SealAttachmentList,
  SealImage,
  SealImageList,
  SealSignatureItem,
  SealSignatureItemList,
  SignerSignature,
  SignerSignatureList,
} from "./seal.ts";

const text2: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2}$/v, "最多 2 个字符 · at most 2 characters");
const text8: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,8}$/v, "最多 8 个字符 · at most 8 characters");
const base64Binary: z.ZodCustom<Uint8Array, Uint8Array> = /*@__PURE__*/ z.custom<Uint8Array>((v) => v instanceof Uint8Array);
const text50: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,50}$/v, "最多 50 个字符 · at most 50 characters");
const text32: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,32}$/v, "最多 32 个字符 · at most 32 characters");
const text20: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,20}$/v, "最多 20 个字符 · at most 20 characters");
const text4: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,4}$/v, "最多 4 个字符 · at most 4 characters");
const text200: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,200}$/v, "最多 200 个字符 · at most 200 characters");
const text64: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,64}$/v, "最多 64 个字符 · at most 64 characters");
const text9: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,9}$/v, "最多 9 个字符 · at most 9 characters");
const text18: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,18}$/v, "最多 18 个字符 · at most 18 characters");
const text3: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,3}$/v, "最多 3 个字符 · at most 3 characters");
const text2000: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2000}$/v, "最多 2000 个字符 · at most 2000 characters");
const dateTime: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,19}$/v, "最多 19 个字符 · at most 19 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v, "应为 yyyy-MM-dd HH:mm:ss · must be yyyy-MM-dd HH:mm:ss");

/** Checks the shape of {@link SealImage}. */
export const SealImageSchema: z.ZodObject<{
  sealType: z.ZodString;
  imageFormat: z.ZodString;
  image: z.ZodCustom<Uint8Array, Uint8Array>;
}> = /*@__PURE__*/ z.strictObject({
  sealType: text2,
  imageFormat: text8,
  image: base64Binary,
});

/** Checks the shape of {@link SealImageList}. */
export const SealImageListSchema: z.ZodObject<{
  seal: z.ZodArray<typeof SealImageSchema>;
}> = /*@__PURE__*/ z.strictObject({
  seal: z.array(SealImageSchema).min(1),
});

/** Checks the shape of {@link SignerSignature}. */
export const SignerSignatureSchema: z.ZodObject<{
  signerName: z.ZodString;
  idType: z.ZodExactOptional<z.ZodString>;
  idNo: z.ZodExactOptional<z.ZodString>;
  mobile: z.ZodExactOptional<z.ZodString>;
  imageFormat: z.ZodString;
  image: z.ZodCustom<Uint8Array, Uint8Array>;
}> = /*@__PURE__*/ z.strictObject({
  signerName: text50,
  idType: text2.exactOptional(),
  idNo: text32.exactOptional(),
  mobile: text20.exactOptional(),
  imageFormat: text8,
  image: base64Binary,
});

/** Checks the shape of {@link SignerSignatureList}. */
export const SignerSignatureListSchema: z.ZodObject<{
  signer: z.ZodArray<typeof SignerSignatureSchema>;
}> = /*@__PURE__*/ z.strictObject({
  signer: z.array(SignerSignatureSchema).min(1),
});

/** Checks the shape of {@link SealAttachment}. */
export const SealAttachmentSchema: z.ZodObject<{
  fileType: z.ZodString;
  fileName: z.ZodString;
  content: z.ZodCustom<Uint8Array, Uint8Array>;
}> = /*@__PURE__*/ z.strictObject({
  fileType: text4,
  fileName: text200,
  content: base64Binary,
});

/** Checks the shape of {@link SealAttachmentList}. */
export const SealAttachmentListSchema: z.ZodObject<{
  attachment: z.ZodArray<typeof SealAttachmentSchema>;
}> = /*@__PURE__*/ z.strictObject({
  attachment: z.array(SealAttachmentSchema).min(1),
});

/** Checks the shape of {@link ApplySealSignatureRequest}. */
export const ApplySealSignatureRequestSchema: z.ZodObject<{
  sealApplyId: z.ZodString;
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodString;
  applyType: z.ZodString;
  seals: z.ZodExactOptional<typeof SealImageListSchema>;
  signers: z.ZodExactOptional<typeof SignerSignatureListSchema>;
  attachments: z.ZodExactOptional<typeof SealAttachmentListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  sealApplyId: text64,
  enterpriseRegNo: text9,
  creditCode: text18.exactOptional(),
  branchCode: text3,
  applyType: text2,
  seals: SealImageListSchema.exactOptional(),
  signers: SignerSignatureListSchema.exactOptional(),
  attachments: SealAttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplySealSignatureResponse}. */
export const ApplySealSignatureResponseSchema: z.ZodObject<{
  sealApplyId: z.ZodString;
  status: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  sealApplyId: text64,
  status: text2.exactOptional(),
});

/** Checks the shape of {@link PushSealSignatureAuditResultRequest}. */
export const PushSealSignatureAuditResultRequestSchema: z.ZodObject<{
  sealApplyId: z.ZodString;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  auditResult: z.ZodString;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  auditTime: z.ZodString;
  sealId: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
  signerId: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
}> = /*@__PURE__*/ z.strictObject({
  sealApplyId: text64,
  enterpriseRegNo: text9.exactOptional(),
  auditResult: text2,
  auditOpinion: text2000.exactOptional(),
  auditTime: dateTime,
  sealId: z.array(text64).exactOptional(),
  signerId: z.array(text64).exactOptional(),
});

/** Checks the shape of {@link PushSealSignatureAuditResultResponse}. */
export const PushSealSignatureAuditResultResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.strictObject({});

/** Checks the shape of {@link QuerySealSignatureRequest}. */
export const QuerySealSignatureRequestSchema: z.ZodObject<{
  sealApplyId: z.ZodExactOptional<z.ZodString>;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  sealApplyId: text64.exactOptional(),
  enterpriseRegNo: text9.exactOptional(),
});

/** Checks the shape of {@link SealSignatureItem}. */
export const SealSignatureItemSchema: z.ZodObject<{
  sealApplyId: z.ZodString;
  kind: z.ZodString;
  sealType: z.ZodExactOptional<z.ZodString>;
  signerName: z.ZodExactOptional<z.ZodString>;
  status: z.ZodString;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  updatedAt: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  sealApplyId: text64,
  kind: z.string().regex(/^(?:SEAL|SIGN)$/v),
  sealType: text2.exactOptional(),
  signerName: text50.exactOptional(),
  status: text2,
  auditOpinion: text2000.exactOptional(),
  updatedAt: dateTime.exactOptional(),
});

/** Checks the shape of {@link SealSignatureItemList}. */
export const SealSignatureItemListSchema: z.ZodObject<{
  item: z.ZodExactOptional<z.ZodArray<typeof SealSignatureItemSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  item: z.array(SealSignatureItemSchema).exactOptional(),
});

/** Checks the shape of {@link QuerySealSignatureResponse}. */
export const QuerySealSignatureResponseSchema: z.ZodObject<{
  items: typeof SealSignatureItemListSchema;
}> = /*@__PURE__*/ z.strictObject({
  items: SealSignatureItemListSchema,
});
