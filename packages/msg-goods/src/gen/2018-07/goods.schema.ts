// @generated from schemas/2018-07/goods.xsd, sha256 205c9814. Do not edit: change the schema, run `pnpm generate`.
import { AttachmentListSchema } from "@coo/msg-common/2018-07/schema";
import * as z from "zod";
import type {
  AppliedPreference,
  AppliedPreferenceList,
  ApplyGoodsFilingRequest,
  ApplyGoodsFilingResponse,
  AuditedPreference,
  AuditedPreferenceList,
  FiledPreference,
  FiledPreferenceList,
  GoodsFiling,
  GoodsFilingList,
  Material,
  MaterialList,
  ProductionProcess,
  ProductionProcessList,
  PushGoodsFilingAuditResultRequest,
  PushGoodsFilingAuditResultResponse,
  QueryGoodsFilingRequest,
  QueryGoodsFilingResponse,
  SyncGoodsFilingsRequest,
  SyncGoodsFilingsResponse,
  SyncedGoodsFiling,
  SyncedGoodsFilingList,
} from "./goods.ts";

/** Checks the shape of {@link AppliedPreference}. */
export const AppliedPreferenceSchema: z.ZodObject<{
  areaCode: z.ZodString;
  preferenceType: z.ZodString;
  originCriterion: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  areaCode: z.string().regex(/^[\s\S]{0,8}$/v),
  preferenceType: z.string().regex(/^[\s\S]{0,8}$/v),
  originCriterion: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
});

/** Checks the shape of {@link AppliedPreferenceList}. */
export const AppliedPreferenceListSchema: z.ZodObject<{
  preference: z.ZodReadonly<z.ZodArray<typeof AppliedPreferenceSchema>>;
}> = /*@__PURE__*/ z.object({
  preference: z.array(AppliedPreferenceSchema).min(1).readonly(),
});

/** Checks the shape of {@link ProductionProcess}. */
export const ProductionProcessSchema: z.ZodObject<{
  seqNo: z.ZodInt;
  processName: z.ZodString;
  place: z.ZodExactOptional<z.ZodString>;
  description: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  seqNo: z.int().min(-2147483648).max(2147483647),
  processName: z.string().regex(/^[\s\S]{0,200}$/v),
  place: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  description: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
});

/** Checks the shape of {@link ProductionProcessList}. */
export const ProductionProcessListSchema: z.ZodObject<{
  process: z.ZodReadonly<z.ZodArray<typeof ProductionProcessSchema>>;
}> = /*@__PURE__*/ z.object({
  process: z.array(ProductionProcessSchema).min(1).readonly(),
});

/** Checks the shape of {@link Material}. */
export const MaterialSchema: z.ZodObject<{
  seqNo: z.ZodInt;
  materialName: z.ZodString;
  hsCode: z.ZodExactOptional<z.ZodString>;
  originCountryCode: z.ZodString;
  originating: z.ZodBoolean;
  supplier: z.ZodExactOptional<z.ZodString>;
  unitCost: z.ZodExactOptional<z.ZodString>;
  share: z.ZodString;
}> = /*@__PURE__*/ z.object({
  seqNo: z.int().min(-2147483648).max(2147483647),
  materialName: z.string().regex(/^[\s\S]{0,200}$/v),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  originCountryCode: z.string().regex(/^[\s\S]{0,3}$/v),
  originating: z.boolean(),
  supplier: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  unitCost: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  share: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,5}(\.[0-9]{1,2})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 7).regex(/^[+\-]?\d*(?:\.\d{0,2}0*)?$/v),
});

/** Checks the shape of {@link MaterialList}. */
export const MaterialListSchema: z.ZodObject<{
  material: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof MaterialSchema>>>;
}> = /*@__PURE__*/ z.object({
  material: z.array(MaterialSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link ApplyGoodsFilingRequest}. */
export const ApplyGoodsFilingRequestSchema: z.ZodObject<{
  filingId: z.ZodString;
  sendAudit: z.ZodBoolean;
  applyType: z.ZodExactOptional<z.ZodString>;
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodString;
  hsCode: z.ZodString;
  goodsCnName: z.ZodString;
  goodsEnName: z.ZodString;
  model: z.ZodExactOptional<z.ZodString>;
  unit: z.ZodExactOptional<z.ZodString>;
  producerName: z.ZodString;
  producerCreditCode: z.ZodExactOptional<z.ZodString>;
  producerContact: z.ZodExactOptional<z.ZodString>;
  producerTel: z.ZodExactOptional<z.ZodString>;
  producerAddress: z.ZodExactOptional<z.ZodString>;
  currency: z.ZodExactOptional<z.ZodString>;
  exWorksPrice: z.ZodExactOptional<z.ZodString>;
  fobPrice: z.ZodExactOptional<z.ZodString>;
  importedContentPct: z.ZodExactOptional<z.ZodString>;
  originMaterialPct: z.ZodExactOptional<z.ZodString>;
  brand: z.ZodExactOptional<z.ZodString>;
  preferences: typeof AppliedPreferenceListSchema;
  processes: typeof ProductionProcessListSchema;
  materials: typeof MaterialListSchema;
  attachments: z.ZodExactOptional<typeof AttachmentListSchema>;
}> = /*@__PURE__*/ z.object({
  filingId: z.string().regex(/^[\s\S]{0,64}$/v),
  sendAudit: z.boolean(),
  applyType: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v),
  goodsCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  goodsEnName: z.string().regex(/^[\s\S]{0,400}$/v),
  model: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  unit: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  producerName: z.string().regex(/^[\s\S]{0,400}$/v),
  producerCreditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  producerContact: z.string().regex(/^[\s\S]{0,30}$/v).exactOptional(),
  producerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  producerAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  currency: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  exWorksPrice: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  fobPrice: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  importedContentPct: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,5}(\.[0-9]{1,2})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 7).regex(/^[+\-]?\d*(?:\.\d{0,2}0*)?$/v).exactOptional(),
  originMaterialPct: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,5}(\.[0-9]{1,2})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 7).regex(/^[+\-]?\d*(?:\.\d{0,2}0*)?$/v).exactOptional(),
  brand: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  preferences: AppliedPreferenceListSchema,
  processes: ProductionProcessListSchema,
  materials: MaterialListSchema,
  attachments: AttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplyGoodsFilingResponse}. */
export const ApplyGoodsFilingResponseSchema: z.ZodObject<{
  filingId: z.ZodString;
  goodsFilingNo: z.ZodExactOptional<z.ZodString>;
  filingStatus: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  filingId: z.string().regex(/^[\s\S]{0,64}$/v),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  filingStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
});

/** Checks the shape of {@link AuditedPreference}. */
export const AuditedPreferenceSchema: z.ZodObject<{
  areaCode: z.ZodString;
  originCriterion: z.ZodExactOptional<z.ZodString>;
  result: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  areaCode: z.string().regex(/^[\s\S]{0,8}$/v),
  originCriterion: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  result: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
});

/** Checks the shape of {@link AuditedPreferenceList}. */
export const AuditedPreferenceListSchema: z.ZodObject<{
  preference: z.ZodReadonly<z.ZodArray<typeof AuditedPreferenceSchema>>;
}> = /*@__PURE__*/ z.object({
  preference: z.array(AuditedPreferenceSchema).min(1).readonly(),
});

/** Checks the shape of {@link PushGoodsFilingAuditResultRequest}. */
export const PushGoodsFilingAuditResultRequestSchema: z.ZodObject<{
  filingId: z.ZodString;
  goodsFilingNo: z.ZodExactOptional<z.ZodString>;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  hsCode: z.ZodExactOptional<z.ZodString>;
  auditResult: z.ZodString;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  auditTime: z.ZodString;
  validTo: z.ZodExactOptional<z.ZodString>;
  preferences: z.ZodExactOptional<typeof AuditedPreferenceListSchema>;
}> = /*@__PURE__*/ z.object({
  filingId: z.string().regex(/^[\s\S]{0,64}$/v),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  auditResult: z.string().regex(/^[\s\S]{0,2}$/v),
  auditOpinion: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  auditTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  validTo: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  preferences: AuditedPreferenceListSchema.exactOptional(),
});

/** Checks the shape of {@link PushGoodsFilingAuditResultResponse}. */
export const PushGoodsFilingAuditResultResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.object({});

/** Checks the shape of {@link QueryGoodsFilingRequest}. */
export const QueryGoodsFilingRequestSchema: z.ZodObject<{
  filingId: z.ZodExactOptional<z.ZodString>;
  goodsFilingNo: z.ZodExactOptional<z.ZodString>;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  hsCode: z.ZodExactOptional<z.ZodString>;
  areaCode: z.ZodExactOptional<z.ZodString>;
  status: z.ZodExactOptional<z.ZodString>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.object({
  filingId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  areaCode: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  status: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link FiledPreference}. */
export const FiledPreferenceSchema: z.ZodObject<{
  areaCode: z.ZodString;
  originCriterion: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.object({
  areaCode: z.string().regex(/^[\s\S]{0,8}$/v),
  originCriterion: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
});

/** Checks the shape of {@link FiledPreferenceList}. */
export const FiledPreferenceListSchema: z.ZodObject<{
  preference: z.ZodReadonly<z.ZodArray<typeof FiledPreferenceSchema>>;
}> = /*@__PURE__*/ z.object({
  preference: z.array(FiledPreferenceSchema).min(1).readonly(),
});

/** Checks the shape of {@link GoodsFiling}. */
export const GoodsFilingSchema: z.ZodObject<{
  filingId: z.ZodString;
  goodsFilingNo: z.ZodExactOptional<z.ZodString>;
  hsCode: z.ZodString;
  goodsCnName: z.ZodString;
  goodsEnName: z.ZodExactOptional<z.ZodString>;
  status: z.ZodString;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  validTo: z.ZodExactOptional<z.ZodString>;
  updatedAt: z.ZodExactOptional<z.ZodString>;
  preferences: z.ZodExactOptional<typeof FiledPreferenceListSchema>;
}> = /*@__PURE__*/ z.object({
  filingId: z.string().regex(/^[\s\S]{0,64}$/v),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v),
  goodsCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  goodsEnName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  status: z.string().regex(/^[\s\S]{0,2}$/v),
  auditOpinion: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  validTo: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  updatedAt: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
  preferences: FiledPreferenceListSchema.exactOptional(),
});

/** Checks the shape of {@link GoodsFilingList}. */
export const GoodsFilingListSchema: z.ZodObject<{
  filing: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof GoodsFilingSchema>>>;
}> = /*@__PURE__*/ z.object({
  filing: z.array(GoodsFilingSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link QueryGoodsFilingResponse}. */
export const QueryGoodsFilingResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  filings: typeof GoodsFilingListSchema;
}> = /*@__PURE__*/ z.object({
  total: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
  filings: GoodsFilingListSchema,
});

/** Checks the shape of {@link SyncGoodsFilingsRequest}. */
export const SyncGoodsFilingsRequestSchema: z.ZodObject<{
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  startTime: z.ZodString;
  endTime: z.ZodString;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.object({
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  startTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  endTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link SyncedGoodsFiling}. */
export const SyncedGoodsFilingSchema: z.ZodObject<{
  filingId: z.ZodString;
  goodsFilingNo: z.ZodExactOptional<z.ZodString>;
  status: z.ZodString;
  updatedAt: z.ZodString;
  detail: z.ZodExactOptional<typeof ApplyGoodsFilingRequestSchema>;
}> = /*@__PURE__*/ z.object({
  filingId: z.string().regex(/^[\s\S]{0,64}$/v),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  status: z.string().regex(/^[\s\S]{0,2}$/v),
  updatedAt: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  detail: ApplyGoodsFilingRequestSchema.exactOptional(),
});

/** Checks the shape of {@link SyncedGoodsFilingList}. */
export const SyncedGoodsFilingListSchema: z.ZodObject<{
  filing: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof SyncedGoodsFilingSchema>>>;
}> = /*@__PURE__*/ z.object({
  filing: z.array(SyncedGoodsFilingSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link SyncGoodsFilingsResponse}. */
export const SyncGoodsFilingsResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  filings: typeof SyncedGoodsFilingListSchema;
}> = /*@__PURE__*/ z.object({
  total: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
  filings: SyncedGoodsFilingListSchema,
});
