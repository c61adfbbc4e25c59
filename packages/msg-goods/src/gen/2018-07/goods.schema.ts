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

const text8: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,8}$/v, "最多 8 个字符 · at most 8 characters");
const text10: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,10}$/v, "最多 10 个字符 · at most 10 characters");
const text200: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,200}$/v, "最多 200 个字符 · at most 200 characters");
const text1000: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,1000}$/v, "最多 1000 个字符 · at most 1000 characters");
const text3: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,3}$/v, "最多 3 个字符 · at most 3 characters");
const decimal19_5: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal").regex(/^(?:-?[0-9]{1,19}(?:\.[0-9]{1,5})?)$/v, "应为 最多 19 位整数、5 位小数 · must be at most 19 digits before the point and 5 after it").refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v);
const decimal5_2: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal").regex(/^(?:-?[0-9]{1,5}(?:\.[0-9]{1,2})?)$/v, "应为 最多 5 位整数、2 位小数 · must be at most 5 digits before the point and 2 after it").refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 7).regex(/^[+\-]?\d*(?:\.\d{0,2}0*)?$/v);
const text64: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,64}$/v, "最多 64 个字符 · at most 64 characters");
const text2: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2}$/v, "最多 2 个字符 · at most 2 characters");
const text9: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,9}$/v, "最多 9 个字符 · at most 9 characters");
const text18: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,18}$/v, "最多 18 个字符 · at most 18 characters");
const text400: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,400}$/v, "最多 400 个字符 · at most 400 characters");
const text20: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,20}$/v, "最多 20 个字符 · at most 20 characters");
const text30: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,30}$/v, "最多 30 个字符 · at most 30 characters");
const text50: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,50}$/v, "最多 50 个字符 · at most 50 characters");
const text100: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,100}$/v, "最多 100 个字符 · at most 100 characters");
const text32: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,32}$/v, "最多 32 个字符 · at most 32 characters");
const text2000: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2000}$/v, "最多 2000 个字符 · at most 2000 characters");
const dateTime: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,19}$/v, "最多 19 个字符 · at most 19 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v, "应为 yyyy-MM-dd HH:mm:ss · must be yyyy-MM-dd HH:mm:ss");
const date: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,10}$/v, "最多 10 个字符 · at most 10 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))$/v, "应为 yyyy-MM-dd · must be yyyy-MM-dd");

/** Checks the shape of {@link AppliedPreference}. */
export const AppliedPreferenceSchema: z.ZodObject<{
  areaCode: z.ZodString;
  preferenceType: z.ZodString;
  originCriterion: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  areaCode: text8,
  preferenceType: text8,
  originCriterion: text10.exactOptional(),
});

/** Checks the shape of {@link AppliedPreferenceList}. */
export const AppliedPreferenceListSchema: z.ZodObject<{
  preference: z.ZodArray<typeof AppliedPreferenceSchema>;
}> = /*@__PURE__*/ z.strictObject({
  preference: z.array(AppliedPreferenceSchema).min(1),
});

/** Checks the shape of {@link ProductionProcess}. */
export const ProductionProcessSchema: z.ZodObject<{
  seqNo: z.ZodInt;
  processName: z.ZodString;
  place: z.ZodExactOptional<z.ZodString>;
  description: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  seqNo: z.int().min(-2147483648).max(2147483647),
  processName: text200,
  place: text200.exactOptional(),
  description: text1000.exactOptional(),
});

/** Checks the shape of {@link ProductionProcessList}. */
export const ProductionProcessListSchema: z.ZodObject<{
  process: z.ZodArray<typeof ProductionProcessSchema>;
}> = /*@__PURE__*/ z.strictObject({
  process: z.array(ProductionProcessSchema).min(1),
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
}> = /*@__PURE__*/ z.strictObject({
  seqNo: z.int().min(-2147483648).max(2147483647),
  materialName: text200,
  hsCode: text10.exactOptional(),
  originCountryCode: text3,
  originating: z.boolean(),
  supplier: text200.exactOptional(),
  unitCost: decimal19_5.exactOptional(),
  share: decimal5_2,
});

/** Checks the shape of {@link MaterialList}. */
export const MaterialListSchema: z.ZodObject<{
  material: z.ZodExactOptional<z.ZodArray<typeof MaterialSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  material: z.array(MaterialSchema).exactOptional(),
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
}> = /*@__PURE__*/ z.strictObject({
  filingId: text64,
  sendAudit: z.boolean(),
  applyType: text2.exactOptional(),
  enterpriseRegNo: text9,
  creditCode: text18.exactOptional(),
  branchCode: text3,
  hsCode: text10,
  goodsCnName: text200,
  goodsEnName: text400,
  model: text400.exactOptional(),
  unit: text20.exactOptional(),
  producerName: text400,
  producerCreditCode: text18.exactOptional(),
  producerContact: text30.exactOptional(),
  producerTel: text50.exactOptional(),
  producerAddress: text400.exactOptional(),
  currency: text3.exactOptional(),
  exWorksPrice: decimal19_5.exactOptional(),
  fobPrice: decimal19_5.exactOptional(),
  importedContentPct: decimal5_2.exactOptional(),
  originMaterialPct: decimal5_2.exactOptional(),
  brand: text100.exactOptional(),
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
}> = /*@__PURE__*/ z.strictObject({
  filingId: text64,
  goodsFilingNo: text32.exactOptional(),
  filingStatus: text2.exactOptional(),
});

/** Checks the shape of {@link AuditedPreference}. */
export const AuditedPreferenceSchema: z.ZodObject<{
  areaCode: z.ZodString;
  originCriterion: z.ZodExactOptional<z.ZodString>;
  result: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  areaCode: text8,
  originCriterion: text10.exactOptional(),
  result: text2.exactOptional(),
});

/** Checks the shape of {@link AuditedPreferenceList}. */
export const AuditedPreferenceListSchema: z.ZodObject<{
  preference: z.ZodArray<typeof AuditedPreferenceSchema>;
}> = /*@__PURE__*/ z.strictObject({
  preference: z.array(AuditedPreferenceSchema).min(1),
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
}> = /*@__PURE__*/ z.strictObject({
  filingId: text64,
  goodsFilingNo: text32.exactOptional(),
  enterpriseRegNo: text9.exactOptional(),
  hsCode: text10.exactOptional(),
  auditResult: text2,
  auditOpinion: text2000.exactOptional(),
  auditTime: dateTime,
  validTo: date.exactOptional(),
  preferences: AuditedPreferenceListSchema.exactOptional(),
});

/** Checks the shape of {@link PushGoodsFilingAuditResultResponse}. */
export const PushGoodsFilingAuditResultResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.strictObject({});

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
}> = /*@__PURE__*/ z.strictObject({
  filingId: text64.exactOptional(),
  goodsFilingNo: text32.exactOptional(),
  enterpriseRegNo: text9.exactOptional(),
  hsCode: text10.exactOptional(),
  areaCode: text8.exactOptional(),
  status: text2.exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link FiledPreference}. */
export const FiledPreferenceSchema: z.ZodObject<{
  areaCode: z.ZodString;
  originCriterion: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  areaCode: text8,
  originCriterion: text10.exactOptional(),
});

/** Checks the shape of {@link FiledPreferenceList}. */
export const FiledPreferenceListSchema: z.ZodObject<{
  preference: z.ZodArray<typeof FiledPreferenceSchema>;
}> = /*@__PURE__*/ z.strictObject({
  preference: z.array(FiledPreferenceSchema).min(1),
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
}> = /*@__PURE__*/ z.strictObject({
  filingId: text64,
  goodsFilingNo: text32.exactOptional(),
  hsCode: text10,
  goodsCnName: text200,
  goodsEnName: text400.exactOptional(),
  status: text2,
  auditOpinion: text2000.exactOptional(),
  validTo: date.exactOptional(),
  updatedAt: dateTime.exactOptional(),
  preferences: FiledPreferenceListSchema.exactOptional(),
});

/** Checks the shape of {@link GoodsFilingList}. */
export const GoodsFilingListSchema: z.ZodObject<{
  filing: z.ZodExactOptional<z.ZodArray<typeof GoodsFilingSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  filing: z.array(GoodsFilingSchema).exactOptional(),
});

/** Checks the shape of {@link QueryGoodsFilingResponse}. */
export const QueryGoodsFilingResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  filings: typeof GoodsFilingListSchema;
}> = /*@__PURE__*/ z.strictObject({
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
}> = /*@__PURE__*/ z.strictObject({
  enterpriseRegNo: text9.exactOptional(),
  startTime: dateTime,
  endTime: dateTime,
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
}> = /*@__PURE__*/ z.strictObject({
  filingId: text64,
  goodsFilingNo: text32.exactOptional(),
  status: text2,
  updatedAt: dateTime,
  detail: ApplyGoodsFilingRequestSchema.exactOptional(),
});

/** Checks the shape of {@link SyncedGoodsFilingList}. */
export const SyncedGoodsFilingListSchema: z.ZodObject<{
  filing: z.ZodExactOptional<z.ZodArray<typeof SyncedGoodsFilingSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  filing: z.array(SyncedGoodsFilingSchema).exactOptional(),
});

/** Checks the shape of {@link SyncGoodsFilingsResponse}. */
export const SyncGoodsFilingsResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  filings: typeof SyncedGoodsFilingListSchema;
}> = /*@__PURE__*/ z.strictObject({
  total: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
  filings: SyncedGoodsFilingListSchema,
});
