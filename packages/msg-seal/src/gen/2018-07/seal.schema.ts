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

/** Checks the shape of {@link SealImage}. */
export const SealImageSchema: z.ZodObject<{
  sealType: z.ZodString;
  imageFormat: z.ZodString;
  image: z.ZodCustom<Uint8Array, Uint8Array>;
}> = /*@__PURE__*/ z.object({
  sealType: z.string().regex(/^[\s\S]{0,2}$/v),
  imageFormat: z.string().regex(/^[\s\S]{0,8}$/v),
  image: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
});

/** Checks the shape of {@link SealImageList}. */
export const SealImageListSchema: z.ZodObject<{
  seal: z.ZodReadonly<z.ZodArray<typeof SealImageSchema>>;
}> = /*@__PURE__*/ z.object({
  seal: z.array(SealImageSchema).min(1).readonly(),
});

/** Checks the shape of {@link SignerSignature}. */
export const SignerSignatureSchema: z.ZodObject<{
  signerName: z.ZodString;
  idType: z.ZodExactOptional<z.ZodString>;
  idNo: z.ZodExactOptional<z.ZodString>;
  mobile: z.ZodExactOptional<z.ZodString>;
  imageFormat: z.ZodString;
  image: z.ZodCustom<Uint8Array, Uint8Array>;
}> = /*@__PURE__*/ z.object({
  signerName: z.string().regex(/^[\s\S]{0,50}$/v),
  idType: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  idNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  mobile: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  imageFormat: z.string().regex(/^[\s\S]{0,8}$/v),
  image: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
});

/** Checks the shape of {@link SignerSignatureList}. */
export const SignerSignatureListSchema: z.ZodObject<{
  signer: z.ZodReadonly<z.ZodArray<typeof SignerSignatureSchema>>;
}> = /*@__PURE__*/ z.object({
  signer: z.array(SignerSignatureSchema).min(1).readonly(),
});

/** Checks the shape of {@link SealAttachment}. */
export const SealAttachmentSchema: z.ZodObject<{
  fileType: z.ZodString;
  fileName: z.ZodString;
  content: z.ZodCustom<Uint8Array, Uint8Array>;
}> = /*@__PURE__*/ z.object({
  fileType: z.string().regex(/^[\s\S]{0,4}$/v),
  fileName: z.string().regex(/^[\s\S]{0,200}$/v),
  content: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
});

/** Checks the shape of {@link SealAttachmentList}. */
export const SealAttachmentListSchema: z.ZodObject<{
  attachment: z.ZodReadonly<z.ZodArray<typeof SealAttachmentSchema>>;
}> = /*@__PURE__*/ z.object({
  attachment: z.array(SealAttachmentSchema).min(1).readonly(),
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
}> = /*@__PURE__*/ z.object({
  sealApplyId: z.string().regex(/^[\s\S]{0,64}$/v),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  applyType: z.string().regex(/^[\s\S]{0,2}$/v),
  seals: SealImageListSchema.exactOptional(),
  signers: SignerSignatureListSchema.exactOptional(),
  attachments: SealAttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplySealSignatureResponse}. */
export const ApplySealSignatureResponseSchema: z.ZodObject<{
  sealApplyId: z.ZodString;
  status: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  sealApplyId: z.string().regex(/^[\s\S]{0,64}$/v),
  status: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
});

/** Checks the shape of {@link PushSealSignatureAuditResultRequest}. */
export const PushSealSignatureAuditResultRequestSchema: z.ZodObject<{
  sealApplyId: z.ZodString;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  auditResult: z.ZodString;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  auditTime: z.ZodString;
  sealId: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<z.ZodString>>>;
  signerId: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<z.ZodString>>>;
}> = /*@__PURE__*/ z.object({
  sealApplyId: z.string().regex(/^[\s\S]{0,64}$/v),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  auditResult: z.string().regex(/^[\s\S]{0,2}$/v),
  auditOpinion: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  auditTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  sealId: z.array(z.string().regex(/^[\s\S]{0,64}$/v)).readonly().exactOptional(),
  signerId: z.array(z.string().regex(/^[\s\S]{0,64}$/v)).readonly().exactOptional(),
});

/** Checks the shape of {@link PushSealSignatureAuditResultResponse}. */
export const PushSealSignatureAuditResultResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.object({});

/** Checks the shape of {@link QuerySealSignatureRequest}. */
export const QuerySealSignatureRequestSchema: z.ZodObject<{
  sealApplyId: z.ZodExactOptional<z.ZodString>;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  sealApplyId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  sealApplyId: z.string().regex(/^[\s\S]{0,64}$/v),
  kind: z.string().regex(/^[\s\S]{0,4}$/v).regex(/^(?:SEAL|SIGN)$/v),
  sealType: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  signerName: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  status: z.string().regex(/^[\s\S]{0,2}$/v),
  auditOpinion: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  updatedAt: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
});

/** Checks the shape of {@link SealSignatureItemList}. */
export const SealSignatureItemListSchema: z.ZodObject<{
  item: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof SealSignatureItemSchema>>>;
}> = /*@__PURE__*/ z.object({
  item: z.array(SealSignatureItemSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link QuerySealSignatureResponse}. */
export const QuerySealSignatureResponseSchema: z.ZodObject<{
  items: typeof SealSignatureItemListSchema;
}> = /*@__PURE__*/ z.object({
  items: SealSignatureItemListSchema,
});
