// @generated from schemas/2018-07/exchange.wsdl, sha256 cb14f647; schemas/2018-07/push.wsdl, sha256 babb5fc5; schemas/2018-07/seal.xsd, sha256 6f859534. Do not edit: change the schema, run `pnpm generate`.
import * as z from "zod";
import type {
  ApplySealSignatureRequestSchema,
  ApplySealSignatureResponseSchema,
  PushSealSignatureAuditResultRequestSchema,
  PushSealSignatureAuditResultResponseSchema,
  QuerySealSignatureRequestSchema,
  QuerySealSignatureResponseSchema,
  SealAttachmentListSchema,
  SealAttachmentSchema,
  SealImageListSchema,
  SealImageSchema,
  SealSignatureItemListSchema,
  SealSignatureItemSchema,
  SignerSignatureListSchema,
  SignerSignatureSchema,
} from "./seal.schema.ts";
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
  [SealImage, z.output<typeof SealImageSchema>],
  [SealImageList, z.output<typeof SealImageListSchema>],
  [SignerSignature, z.output<typeof SignerSignatureSchema>],
  [SignerSignatureList, z.output<typeof SignerSignatureListSchema>],
  [SealAttachment, z.output<typeof SealAttachmentSchema>],
  [SealAttachmentList, z.output<typeof SealAttachmentListSchema>],
  [ApplySealSignatureRequest, z.output<typeof ApplySealSignatureRequestSchema>],
  [ApplySealSignatureResponse, z.output<typeof ApplySealSignatureResponseSchema>],
  [PushSealSignatureAuditResultRequest, z.output<typeof PushSealSignatureAuditResultRequestSchema>],
  [PushSealSignatureAuditResultResponse, z.output<typeof PushSealSignatureAuditResultResponseSchema>],
  [QuerySealSignatureRequest, z.output<typeof QuerySealSignatureRequestSchema>],
  [SealSignatureItem, z.output<typeof SealSignatureItemSchema>],
  [SealSignatureItemList, z.output<typeof SealSignatureItemListSchema>],
  [QuerySealSignatureResponse, z.output<typeof QuerySealSignatureResponseSchema>],
]>>;
