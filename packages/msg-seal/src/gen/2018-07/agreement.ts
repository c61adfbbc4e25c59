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

/** Both ways assignable: the interface says what the schema says. */
type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {
  [I in keyof Pairs]: [Pairs[I][0]] extends [Pairs[I][1]] ? ([Pairs[I][1]] extends [Pairs[I][0]] ? true : ["schema is wider", Pairs[I]]) : ["schema is narrower", Pairs[I]];
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
