// @generated from schemas/2018-07/document.xsd, sha256 da3733b1. Do not edit: change the schema, run `pnpm generate`.
import { AttachmentListSchema, FieldErrorListSchema } from "@coo/msg-common/2018-07/schema";
import * as z from "zod";
import type {
  ApplyGeneralCertificateRequest,
  ApplyGeneralCertificateRequestRead,
  ApplyGeneralCertificateResponse,
  ApplyPreferentialCertificateRequest,
  ApplyPreferentialCertificateRequestRead,
  ApplyPreferentialCertificateResponse,
  CertificateApplication,
  CertificateApplicationRead,
  CertificateChange,
  DocumentRecord,
  GeneralGoods,
  GeneralGoodsList,
  GeneralGoodsListRead,
  GeneralGoodsRead,
  Invoice,
  InvoiceList,
  NonParty,
  NonPartyList,
  PreferentialGoods,
  PreferentialGoodsList,
  PreferentialGoodsListRead,
  PreferentialGoodsRead,
  PreviewDocumentRequest,
  PreviewDocumentResponse,
  PrintDocumentRequest,
  PrintDocumentResponse,
  PushDocumentAuditResultRequest,
  PushDocumentAuditResultResponse,
  PushDocumentPrintStatusRequest,
  PushDocumentPrintStatusResponse,
  QueryDocumentRequest,
  QueryDocumentResponse,
  SyncDocumentsRequest,
  SyncDocumentsResponse,
  SyncedDocument,
  SyncedDocumentList,
} from "./document.ts";

const text50: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,50}$/v, "最多 50 个字符 · at most 50 characters");
const date: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,10}$/v, "最多 10 个字符 · at most 10 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))$/v, "应为 yyyy-MM-dd · must be yyyy-MM-dd");
const decimalText20: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal").regex(/^(?:[^\n\r]{1,20})$/v, "应为 1 至 20 个字符 · must be 1 to 20 characters");
const text10: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,10}$/v, "最多 10 个字符 · at most 10 characters");
const text20: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,20}$/v, "最多 20 个字符 · at most 20 characters");
const text1000: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,1000}$/v, "最多 1000 个字符 · at most 1000 characters");
const text200: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,200}$/v, "最多 200 个字符 · at most 200 characters");
const text400: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,400}$/v, "最多 400 个字符 · at most 400 characters");
const decimalText25: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal").regex(/^(?:[^\n\r]{1,25})$/v, "应为 1 至 25 个字符 · must be 1 to 25 characters");
const text18: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,18}$/v, "最多 18 个字符 · at most 18 characters");
const text500: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,500}$/v, "最多 500 个字符 · at most 500 characters");
const text2000: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2000}$/v, "最多 2000 个字符 · at most 2000 characters");
const oldDate: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,20}$/v, "最多 20 个字符 · at most 20 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?: (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?)$/v, "应为 yyyy-MM-dd or yyyy-MM-dd HH:mm:ss · must be yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
const text64: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,64}$/v, "最多 64 个字符 · at most 64 characters");
const text8: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,8}$/v, "最多 8 个字符 · at most 8 characters");
const text2: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,2}$/v, "最多 2 个字符 · at most 2 characters");
const text9: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,9}$/v, "最多 9 个字符 · at most 9 characters");
const text3: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,3}$/v, "最多 3 个字符 · at most 3 characters");
const text4: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,4}$/v, "最多 4 个字符 · at most 4 characters");
const text19: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,19}$/v, "最多 19 个字符 · at most 19 characters");
const decimal19_5: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal").regex(/^(?:-?[0-9]{1,19}(?:\.[0-9]{1,5})?)$/v, "应为 最多 19 位整数、5 位小数 · must be at most 19 digits before the point and 5 after it").refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v);
const text100: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,100}$/v, "最多 100 个字符 · at most 100 characters");
const text80: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,80}$/v, "最多 80 个字符 · at most 80 characters");
const text630: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,630}$/v, "最多 630 个字符 · at most 630 characters");
const text300: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,300}$/v, "最多 300 个字符 · at most 300 characters");
const text600: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,600}$/v, "最多 600 个字符 · at most 600 characters");
const dateTime: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,19}$/v, "最多 19 个字符 · at most 19 characters").regex(/^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v, "应为 yyyy-MM-dd HH:mm:ss · must be yyyy-MM-dd HH:mm:ss");
const text32: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]{0,32}$/v, "最多 32 个字符 · at most 32 characters");
const decimalText10: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal").regex(/^(?:[^\n\r]{1,10})$/v, "应为 1 至 10 个字符 · must be 1 to 10 characters");
const base64Binary: z.ZodCustom<Uint8Array, Uint8Array> = /*@__PURE__*/ z.custom<Uint8Array>((v) => v instanceof Uint8Array);

/** Checks the shape of {@link Invoice}. */
export const InvoiceSchema: z.ZodObject<{
  invoiceNum: z.ZodString;
  invoiceDate: z.ZodString;
  contractNum: z.ZodExactOptional<z.ZodString>;
  creditNum: z.ZodExactOptional<z.ZodString>;
  totalAmount: z.ZodExactOptional<z.ZodString>;
  currency: z.ZodString;
  priceTerms: z.ZodExactOptional<z.ZodString>;
  specialTerms: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  invoiceNum: text50,
  invoiceDate: date,
  contractNum: text50.exactOptional(),
  creditNum: text50.exactOptional(),
  totalAmount: decimalText20.exactOptional(),
  currency: text10,
  priceTerms: text20.exactOptional(),
  specialTerms: text1000.exactOptional(),
});

/** Checks the shape of {@link InvoiceList}. */
export const InvoiceListSchema: z.ZodObject<{
  invoice: z.ZodArray<typeof InvoiceSchema>;
}> = /*@__PURE__*/ z.strictObject({
  invoice: z.array(InvoiceSchema).min(1),
});

/** Checks the shape of {@link GeneralGoods}. */
export const GeneralGoodsSchema: z.ZodObject<{
  itemNo: z.ZodInt;
  nonGoods: z.ZodExactOptional<z.ZodBoolean>;
  hsCode: z.ZodNullable<z.ZodString>;
  goodsCnName: z.ZodString;
  goodsEnName: z.ZodString;
  goodsDescription: z.ZodString;
  packQty: z.ZodNullable<z.ZodString>;
  packUnit: z.ZodNullable<z.ZodString>;
  packType: z.ZodExactOptional<z.ZodLiteral<"1" | "2">>;
  quantity: z.ZodNullable<z.ZodString>;
  unit: z.ZodNullable<z.ZodString>;
  unitEn: z.ZodNullable<z.ZodString>;
  secondQuantity: z.ZodExactOptional<z.ZodString>;
  secondUnit: z.ZodExactOptional<z.ZodString>;
  grossWeight: z.ZodExactOptional<z.ZodString>;
  netWeight: z.ZodExactOptional<z.ZodString>;
  weightUnit: z.ZodExactOptional<z.ZodString>;
  unitPrice: z.ZodExactOptional<z.ZodString>;
  amount: z.ZodNullable<z.ZodString>;
  fobValue: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  producerName: z.ZodExactOptional<z.ZodString>;
  producerCreditCode: z.ZodExactOptional<z.ZodString>;
  producerTel: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: text10.nullable(),
  goodsCnName: text200,
  goodsEnName: text400,
  goodsDescription: text1000,
  packQty: decimalText25.nullable(),
  packUnit: text20.nullable(),
  packType: z.literal(["1", "2"]).exactOptional(),
  quantity: decimalText25.nullable(),
  unit: text20.nullable(),
  unitEn: text20.nullable(),
  secondQuantity: decimalText25.exactOptional(),
  secondUnit: text20.exactOptional(),
  grossWeight: decimalText25.exactOptional(),
  netWeight: decimalText25.exactOptional(),
  weightUnit: text10.exactOptional(),
  unitPrice: decimalText25.exactOptional(),
  amount: decimalText25.nullable(),
  fobValue: decimalText25.exactOptional(),
  invoiceNum: text50.exactOptional(),
  producerName: text400.exactOptional(),
  producerCreditCode: text18.exactOptional(),
  producerTel: text50.exactOptional(),
});

/** Checks the shape of {@link GeneralGoodsRead}. */
export const GeneralGoodsReadSchema: z.ZodObject<{
  itemNo: z.ZodInt;
  nonGoods: z.ZodExactOptional<z.ZodBoolean>;
  hsCode: z.ZodNullable<z.ZodString>;
  goodsCnName: z.ZodString;
  goodsEnName: z.ZodString;
  goodsDescription: z.ZodString;
  packQty: z.ZodNullable<z.ZodString>;
  packUnit: z.ZodNullable<z.ZodString>;
  packType: z.ZodExactOptional<z.ZodString>;
  quantity: z.ZodNullable<z.ZodString>;
  unit: z.ZodNullable<z.ZodString>;
  unitEn: z.ZodNullable<z.ZodString>;
  secondQuantity: z.ZodExactOptional<z.ZodString>;
  secondUnit: z.ZodExactOptional<z.ZodString>;
  grossWeight: z.ZodExactOptional<z.ZodString>;
  netWeight: z.ZodExactOptional<z.ZodString>;
  weightUnit: z.ZodExactOptional<z.ZodString>;
  unitPrice: z.ZodExactOptional<z.ZodString>;
  amount: z.ZodNullable<z.ZodString>;
  fobValue: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  producerName: z.ZodExactOptional<z.ZodString>;
  producerCreditCode: z.ZodExactOptional<z.ZodString>;
  producerTel: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: text10.nullable(),
  goodsCnName: text200,
  goodsEnName: text400,
  goodsDescription: text1000,
  packQty: decimalText25.nullable(),
  packUnit: text20.nullable(),
  packType: z.string().regex(/^(?:1|2)$/v).exactOptional(),
  quantity: decimalText25.nullable(),
  unit: text20.nullable(),
  unitEn: text20.nullable(),
  secondQuantity: decimalText25.exactOptional(),
  secondUnit: text20.exactOptional(),
  grossWeight: decimalText25.exactOptional(),
  netWeight: decimalText25.exactOptional(),
  weightUnit: text10.exactOptional(),
  unitPrice: decimalText25.exactOptional(),
  amount: decimalText25.nullable(),
  fobValue: decimalText25.exactOptional(),
  invoiceNum: text50.exactOptional(),
  producerName: text400.exactOptional(),
  producerCreditCode: text18.exactOptional(),
  producerTel: text50.exactOptional(),
});

/** Checks the shape of {@link GeneralGoodsList}. */
export const GeneralGoodsListSchema: z.ZodObject<{
  goods: z.ZodArray<typeof GeneralGoodsSchema>;
}> = /*@__PURE__*/ z.strictObject({
  goods: z.array(GeneralGoodsSchema).min(1),
});

/** Checks the shape of {@link GeneralGoodsListRead}. */
export const GeneralGoodsListReadSchema: z.ZodObject<{
  goods: z.ZodArray<typeof GeneralGoodsReadSchema>;
}> = /*@__PURE__*/ z.strictObject({
  goods: z.array(GeneralGoodsReadSchema).min(1),
});

/** Checks the shape of {@link CertificateChange}. */
export const CertificateChangeSchema: z.ZodObject<{
  oldCertNo: z.ZodString;
  changeReason: z.ZodString;
  changedBoxes: z.ZodExactOptional<z.ZodString>;
  beforeText: z.ZodExactOptional<z.ZodString>;
  afterText: z.ZodExactOptional<z.ZodString>;
  oldApplyDate: z.ZodExactOptional<z.ZodString>;
  oldIssueDate: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  oldCertNo: text20,
  changeReason: text500,
  changedBoxes: text200.exactOptional(),
  beforeText: text2000.exactOptional(),
  afterText: text2000.exactOptional(),
  oldApplyDate: oldDate.exactOptional(),
  oldIssueDate: oldDate.exactOptional(),
});

/** Checks the shape of {@link ApplyGeneralCertificateRequest}. */
export const ApplyGeneralCertificateRequestSchema: z.ZodObject<{
  docId: z.ZodString;
  sendAudit: z.ZodBoolean;
  docType: z.ZodString;
  subDocType: z.ZodExactOptional<z.ZodString>;
  applyType: z.ZodString;
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodString;
  fetchBranchCode: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  exporterEnName: z.ZodExactOptional<z.ZodString>;
  exporterEnAddress: z.ZodString;
  exporterTel: z.ZodExactOptional<z.ZodString>;
  exporterFax: z.ZodExactOptional<z.ZodString>;
  exporterEmail: z.ZodExactOptional<z.ZodString>;
  importer: z.ZodExactOptional<z.ZodString>;
  importerEnName: z.ZodString;
  importerEnAddress: z.ZodExactOptional<z.ZodString>;
  importerCountryCode: z.ZodExactOptional<z.ZodString>;
  importerTel: z.ZodExactOptional<z.ZodString>;
  importerFax: z.ZodExactOptional<z.ZodString>;
  importerEmail: z.ZodExactOptional<z.ZodString>;
  middleman: z.ZodExactOptional<z.ZodString>;
  showMiddleman: z.ZodExactOptional<z.ZodBoolean>;
  producer: z.ZodExactOptional<z.ZodString>;
  applyAddress: z.ZodString;
  applyDate: z.ZodString;
  signerId: z.ZodExactOptional<z.ZodString>;
  sealId: z.ZodExactOptional<z.ZodString>;
  tradeModeCode: z.ZodExactOptional<z.ZodString>;
  payTime: z.ZodExactOptional<z.ZodString>;
  payModeCode: z.ZodExactOptional<z.ZodString>;
  contractNum: z.ZodExactOptional<z.ZodString>;
  creditNum: z.ZodExactOptional<z.ZodString>;
  currency: z.ZodString;
  priceTerms: z.ZodExactOptional<z.ZodString>;
  totalAmount: z.ZodExactOptional<z.ZodString>;
  fobValue: z.ZodString;
  transportMode: z.ZodString;
  vesselVoyage: z.ZodExactOptional<z.ZodString>;
  departureDate: z.ZodString;
  departurePredicted: z.ZodExactOptional<z.ZodBoolean>;
  loadPort: z.ZodString;
  transitPort: z.ZodExactOptional<z.ZodString>;
  transitCountryCode: z.ZodExactOptional<z.ZodString>;
  dischargePort: z.ZodExactOptional<z.ZodString>;
  destPort: z.ZodExactOptional<z.ZodString>;
  destCountryCode: z.ZodString;
  destCountryEn: z.ZodString;
  transportDetails: z.ZodExactOptional<z.ZodString>;
  marks: z.ZodString;
  markAttachment: z.ZodExactOptional<z.ZodBoolean>;
  specialClause: z.ZodExactOptional<z.ZodString>;
  remark: z.ZodExactOptional<z.ZodString>;
  applyNote: z.ZodExactOptional<z.ZodString>;
  exportDeclarationDate: z.ZodExactOptional<z.ZodString>;
  declarationNos: z.ZodExactOptional<z.ZodString>;
  invoices: typeof InvoiceListSchema;
  goodsList: typeof GeneralGoodsListSchema;
  change: z.ZodExactOptional<typeof CertificateChangeSchema>;
  attachments: z.ZodExactOptional<typeof AttachmentListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  sendAudit: z.boolean(),
  docType: text8,
  subDocType: text8.exactOptional(),
  applyType: text2,
  enterpriseRegNo: text9,
  creditCode: text18.exactOptional(),
  branchCode: text3,
  fetchBranchCode: text3.exactOptional(),
  certNo: text20.exactOptional(),
  exporterEnName: text400.exactOptional(),
  exporterEnAddress: text400,
  exporterTel: text50.exactOptional(),
  exporterFax: text50.exactOptional(),
  exporterEmail: text50.exactOptional(),
  importer: text400.exactOptional(),
  importerEnName: text200,
  importerEnAddress: text400.exactOptional(),
  importerCountryCode: text3.exactOptional(),
  importerTel: text50.exactOptional(),
  importerFax: text50.exactOptional(),
  importerEmail: text50.exactOptional(),
  middleman: text400.exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: text1000.exactOptional(),
  applyAddress: text50,
  applyDate: date,
  signerId: text64.exactOptional(),
  sealId: text64.exactOptional(),
  tradeModeCode: text4.exactOptional(),
  payTime: text19.exactOptional(),
  payModeCode: text4.exactOptional(),
  contractNum: text200.exactOptional(),
  creditNum: text50.exactOptional(),
  currency: text3,
  priceTerms: text20.exactOptional(),
  totalAmount: decimal19_5.exactOptional(),
  fobValue: decimal19_5,
  transportMode: text20,
  vesselVoyage: text100.exactOptional(),
  departureDate: date,
  departurePredicted: z.boolean().exactOptional(),
  loadPort: text50,
  transitPort: text50.exactOptional(),
  transitCountryCode: text3.exactOptional(),
  dischargePort: text50.exactOptional(),
  destPort: text50.exactOptional(),
  destCountryCode: text3,
  destCountryEn: text80,
  transportDetails: text630.exactOptional(),
  marks: text2000,
  markAttachment: z.boolean().exactOptional(),
  specialClause: text2000.exactOptional(),
  remark: text300.exactOptional(),
  applyNote: text1000.exactOptional(),
  exportDeclarationDate: date.exactOptional(),
  declarationNos: text600.exactOptional(),
  invoices: InvoiceListSchema,
  goodsList: GeneralGoodsListSchema,
  change: CertificateChangeSchema.exactOptional(),
  attachments: AttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplyGeneralCertificateRequestRead}. */
export const ApplyGeneralCertificateRequestReadSchema: z.ZodObject<{
  docId: z.ZodString;
  sendAudit: z.ZodBoolean;
  docType: z.ZodString;
  subDocType: z.ZodExactOptional<z.ZodString>;
  applyType: z.ZodString;
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodString;
  fetchBranchCode: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  exporterEnName: z.ZodExactOptional<z.ZodString>;
  exporterEnAddress: z.ZodString;
  exporterTel: z.ZodExactOptional<z.ZodString>;
  exporterFax: z.ZodExactOptional<z.ZodString>;
  exporterEmail: z.ZodExactOptional<z.ZodString>;
  importer: z.ZodExactOptional<z.ZodString>;
  importerEnName: z.ZodString;
  importerEnAddress: z.ZodExactOptional<z.ZodString>;
  importerCountryCode: z.ZodExactOptional<z.ZodString>;
  importerTel: z.ZodExactOptional<z.ZodString>;
  importerFax: z.ZodExactOptional<z.ZodString>;
  importerEmail: z.ZodExactOptional<z.ZodString>;
  middleman: z.ZodExactOptional<z.ZodString>;
  showMiddleman: z.ZodExactOptional<z.ZodBoolean>;
  producer: z.ZodExactOptional<z.ZodString>;
  applyAddress: z.ZodString;
  applyDate: z.ZodString;
  signerId: z.ZodExactOptional<z.ZodString>;
  sealId: z.ZodExactOptional<z.ZodString>;
  tradeModeCode: z.ZodExactOptional<z.ZodString>;
  payTime: z.ZodExactOptional<z.ZodString>;
  payModeCode: z.ZodExactOptional<z.ZodString>;
  contractNum: z.ZodExactOptional<z.ZodString>;
  creditNum: z.ZodExactOptional<z.ZodString>;
  currency: z.ZodString;
  priceTerms: z.ZodExactOptional<z.ZodString>;
  totalAmount: z.ZodExactOptional<z.ZodString>;
  fobValue: z.ZodString;
  transportMode: z.ZodString;
  vesselVoyage: z.ZodExactOptional<z.ZodString>;
  departureDate: z.ZodString;
  departurePredicted: z.ZodExactOptional<z.ZodBoolean>;
  loadPort: z.ZodString;
  transitPort: z.ZodExactOptional<z.ZodString>;
  transitCountryCode: z.ZodExactOptional<z.ZodString>;
  dischargePort: z.ZodExactOptional<z.ZodString>;
  destPort: z.ZodExactOptional<z.ZodString>;
  destCountryCode: z.ZodString;
  destCountryEn: z.ZodString;
  transportDetails: z.ZodExactOptional<z.ZodString>;
  marks: z.ZodString;
  markAttachment: z.ZodExactOptional<z.ZodBoolean>;
  specialClause: z.ZodExactOptional<z.ZodString>;
  remark: z.ZodExactOptional<z.ZodString>;
  applyNote: z.ZodExactOptional<z.ZodString>;
  exportDeclarationDate: z.ZodExactOptional<z.ZodString>;
  declarationNos: z.ZodExactOptional<z.ZodString>;
  invoices: typeof InvoiceListSchema;
  goodsList: typeof GeneralGoodsListReadSchema;
  change: z.ZodExactOptional<typeof CertificateChangeSchema>;
  attachments: z.ZodExactOptional<typeof AttachmentListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  sendAudit: z.boolean(),
  docType: text8,
  subDocType: text8.exactOptional(),
  applyType: text2,
  enterpriseRegNo: text9,
  creditCode: text18.exactOptional(),
  branchCode: text3,
  fetchBranchCode: text3.exactOptional(),
  certNo: text20.exactOptional(),
  exporterEnName: text400.exactOptional(),
  exporterEnAddress: text400,
  exporterTel: text50.exactOptional(),
  exporterFax: text50.exactOptional(),
  exporterEmail: text50.exactOptional(),
  importer: text400.exactOptional(),
  importerEnName: text200,
  importerEnAddress: text400.exactOptional(),
  importerCountryCode: text3.exactOptional(),
  importerTel: text50.exactOptional(),
  importerFax: text50.exactOptional(),
  importerEmail: text50.exactOptional(),
  middleman: text400.exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: text1000.exactOptional(),
  applyAddress: text50,
  applyDate: date,
  signerId: text64.exactOptional(),
  sealId: text64.exactOptional(),
  tradeModeCode: text4.exactOptional(),
  payTime: text19.exactOptional(),
  payModeCode: text4.exactOptional(),
  contractNum: text200.exactOptional(),
  creditNum: text50.exactOptional(),
  currency: text3,
  priceTerms: text20.exactOptional(),
  totalAmount: decimal19_5.exactOptional(),
  fobValue: decimal19_5,
  transportMode: text20,
  vesselVoyage: text100.exactOptional(),
  departureDate: date,
  departurePredicted: z.boolean().exactOptional(),
  loadPort: text50,
  transitPort: text50.exactOptional(),
  transitCountryCode: text3.exactOptional(),
  dischargePort: text50.exactOptional(),
  destPort: text50.exactOptional(),
  destCountryCode: text3,
  destCountryEn: text80,
  transportDetails: text630.exactOptional(),
  marks: text2000,
  markAttachment: z.boolean().exactOptional(),
  specialClause: text2000.exactOptional(),
  remark: text300.exactOptional(),
  applyNote: text1000.exactOptional(),
  exportDeclarationDate: date.exactOptional(),
  declarationNos: text600.exactOptional(),
  invoices: InvoiceListSchema,
  goodsList: GeneralGoodsListReadSchema,
  change: CertificateChangeSchema.exactOptional(),
  attachments: AttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplyGeneralCertificateResponse}. */
export const ApplyGeneralCertificateResponseSchema: z.ZodObject<{
  docId: z.ZodString;
  certNo: z.ZodExactOptional<z.ZodString>;
  docStatus: z.ZodExactOptional<z.ZodString>;
  receiveTime: z.ZodExactOptional<z.ZodString>;
  errors: z.ZodExactOptional<typeof FieldErrorListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  certNo: text20.exactOptional(),
  docStatus: text2.exactOptional(),
  receiveTime: dateTime.exactOptional(),
  errors: FieldErrorListSchema.exactOptional(),
});

/** Checks the shape of {@link NonParty}. */
export const NonPartySchema: z.ZodObject<{
  seqNo: z.ZodInt;
  name: z.ZodString;
  address: z.ZodString;
  countryCode: z.ZodString;
  countryEn: z.ZodString;
}> = /*@__PURE__*/ z.strictObject({
  seqNo: z.int().min(-2147483648).max(2147483647),
  name: text500,
  address: text1000,
  countryCode: text3,
  countryEn: text100,
});

/** Checks the shape of {@link NonPartyList}. */
export const NonPartyListSchema: z.ZodObject<{
  nonParty: z.ZodArray<typeof NonPartySchema>;
}> = /*@__PURE__*/ z.strictObject({
  nonParty: z.array(NonPartySchema).min(1),
});

/** Checks the shape of {@link PreferentialGoods}. */
export const PreferentialGoodsSchema: z.ZodObject<{
  itemNo: z.ZodInt;
  nonGoods: z.ZodExactOptional<z.ZodBoolean>;
  hsCode: z.ZodNullable<z.ZodString>;
  goodsCnName: z.ZodString;
  goodsEnName: z.ZodString;
  goodsDescription: z.ZodString;
  packQty: z.ZodNullable<z.ZodString>;
  packUnit: z.ZodNullable<z.ZodString>;
  packType: z.ZodExactOptional<z.ZodLiteral<"1" | "2">>;
  quantity: z.ZodNullable<z.ZodString>;
  unit: z.ZodNullable<z.ZodString>;
  unitEn: z.ZodNullable<z.ZodString>;
  secondQuantity: z.ZodExactOptional<z.ZodString>;
  secondUnit: z.ZodExactOptional<z.ZodString>;
  grossWeight: z.ZodExactOptional<z.ZodString>;
  netWeight: z.ZodExactOptional<z.ZodString>;
  weightUnit: z.ZodExactOptional<z.ZodString>;
  unitPrice: z.ZodExactOptional<z.ZodString>;
  amount: z.ZodNullable<z.ZodString>;
  fobValue: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  producerName: z.ZodExactOptional<z.ZodString>;
  producerCreditCode: z.ZodExactOptional<z.ZodString>;
  producerTel: z.ZodExactOptional<z.ZodString>;
  goodsFilingNo: z.ZodString;
  originCriterion: z.ZodNullable<z.ZodString>;
  originCriterionSub: z.ZodExactOptional<z.ZodLiteral<"1" | "2" | "3">>;
  originCriterionValue: z.ZodExactOptional<z.ZodString>;
  importedContentPct: z.ZodExactOptional<z.ZodString>;
  originCountryCode: z.ZodExactOptional<z.ZodString>;
  originCountryEn: z.ZodExactOptional<z.ZodString>;
  highestRateFlag: z.ZodExactOptional<z.ZodLiteral<"0" | "1" | "2">>;
  producerText: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: text10.nullable(),
  goodsCnName: text200,
  goodsEnName: text400,
  goodsDescription: text1000,
  packQty: decimalText25.nullable(),
  packUnit: text20.nullable(),
  packType: z.literal(["1", "2"]).exactOptional(),
  quantity: decimalText25.nullable(),
  unit: text20.nullable(),
  unitEn: text20.nullable(),
  secondQuantity: decimalText25.exactOptional(),
  secondUnit: text20.exactOptional(),
  grossWeight: decimalText25.exactOptional(),
  netWeight: decimalText25.exactOptional(),
  weightUnit: text10.exactOptional(),
  unitPrice: decimalText25.exactOptional(),
  amount: decimalText25.nullable(),
  fobValue: decimalText25.exactOptional(),
  invoiceNum: text50.exactOptional(),
  producerName: text400.exactOptional(),
  producerCreditCode: text18.exactOptional(),
  producerTel: text50.exactOptional(),
  goodsFilingNo: text32,
  originCriterion: text10.nullable(),
  originCriterionSub: z.literal(["1", "2", "3"]).exactOptional(),
  originCriterionValue: text10.exactOptional(),
  importedContentPct: decimalText10.exactOptional(),
  originCountryCode: text3.exactOptional(),
  originCountryEn: text80.exactOptional(),
  highestRateFlag: z.literal(["0", "1", "2"]).exactOptional(),
  producerText: text1000.exactOptional(),
});

/** Checks the shape of {@link PreferentialGoodsRead}. */
export const PreferentialGoodsReadSchema: z.ZodObject<{
  itemNo: z.ZodInt;
  nonGoods: z.ZodExactOptional<z.ZodBoolean>;
  hsCode: z.ZodNullable<z.ZodString>;
  goodsCnName: z.ZodString;
  goodsEnName: z.ZodString;
  goodsDescription: z.ZodString;
  packQty: z.ZodNullable<z.ZodString>;
  packUnit: z.ZodNullable<z.ZodString>;
  packType: z.ZodExactOptional<z.ZodString>;
  quantity: z.ZodNullable<z.ZodString>;
  unit: z.ZodNullable<z.ZodString>;
  unitEn: z.ZodNullable<z.ZodString>;
  secondQuantity: z.ZodExactOptional<z.ZodString>;
  secondUnit: z.ZodExactOptional<z.ZodString>;
  grossWeight: z.ZodExactOptional<z.ZodString>;
  netWeight: z.ZodExactOptional<z.ZodString>;
  weightUnit: z.ZodExactOptional<z.ZodString>;
  unitPrice: z.ZodExactOptional<z.ZodString>;
  amount: z.ZodNullable<z.ZodString>;
  fobValue: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  producerName: z.ZodExactOptional<z.ZodString>;
  producerCreditCode: z.ZodExactOptional<z.ZodString>;
  producerTel: z.ZodExactOptional<z.ZodString>;
  goodsFilingNo: z.ZodString;
  originCriterion: z.ZodNullable<z.ZodString>;
  originCriterionSub: z.ZodExactOptional<z.ZodString>;
  originCriterionValue: z.ZodExactOptional<z.ZodString>;
  importedContentPct: z.ZodExactOptional<z.ZodString>;
  originCountryCode: z.ZodExactOptional<z.ZodString>;
  originCountryEn: z.ZodExactOptional<z.ZodString>;
  highestRateFlag: z.ZodExactOptional<z.ZodString>;
  producerText: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: text10.nullable(),
  goodsCnName: text200,
  goodsEnName: text400,
  goodsDescription: text1000,
  packQty: decimalText25.nullable(),
  packUnit: text20.nullable(),
  packType: z.string().regex(/^(?:1|2)$/v).exactOptional(),
  quantity: decimalText25.nullable(),
  unit: text20.nullable(),
  unitEn: text20.nullable(),
  secondQuantity: decimalText25.exactOptional(),
  secondUnit: text20.exactOptional(),
  grossWeight: decimalText25.exactOptional(),
  netWeight: decimalText25.exactOptional(),
  weightUnit: text10.exactOptional(),
  unitPrice: decimalText25.exactOptional(),
  amount: decimalText25.nullable(),
  fobValue: decimalText25.exactOptional(),
  invoiceNum: text50.exactOptional(),
  producerName: text400.exactOptional(),
  producerCreditCode: text18.exactOptional(),
  producerTel: text50.exactOptional(),
  goodsFilingNo: text32,
  originCriterion: text10.nullable(),
  originCriterionSub: z.string().regex(/^(?:1|2|3)$/v).exactOptional(),
  originCriterionValue: text10.exactOptional(),
  importedContentPct: decimalText10.exactOptional(),
  originCountryCode: text3.exactOptional(),
  originCountryEn: text80.exactOptional(),
  highestRateFlag: z.string().regex(/^(?:0|1|2)$/v).exactOptional(),
  producerText: text1000.exactOptional(),
});

/** Checks the shape of {@link PreferentialGoodsList}. */
export const PreferentialGoodsListSchema: z.ZodObject<{
  goods: z.ZodArray<typeof PreferentialGoodsSchema>;
}> = /*@__PURE__*/ z.strictObject({
  goods: z.array(PreferentialGoodsSchema).min(1),
});

/** Checks the shape of {@link PreferentialGoodsListRead}. */
export const PreferentialGoodsListReadSchema: z.ZodObject<{
  goods: z.ZodArray<typeof PreferentialGoodsReadSchema>;
}> = /*@__PURE__*/ z.strictObject({
  goods: z.array(PreferentialGoodsReadSchema).min(1),
});

/** Checks the shape of {@link ApplyPreferentialCertificateRequest}. */
export const ApplyPreferentialCertificateRequestSchema: z.ZodObject<{
  docId: z.ZodString;
  sendAudit: z.ZodBoolean;
  docType: z.ZodString;
  subDocType: z.ZodExactOptional<z.ZodString>;
  applyType: z.ZodString;
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodString;
  fetchBranchCode: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  exporterEnName: z.ZodExactOptional<z.ZodString>;
  exporterEnAddress: z.ZodString;
  exporterTel: z.ZodExactOptional<z.ZodString>;
  exporterFax: z.ZodExactOptional<z.ZodString>;
  exporterEmail: z.ZodExactOptional<z.ZodString>;
  importer: z.ZodExactOptional<z.ZodString>;
  importerEnName: z.ZodString;
  importerEnAddress: z.ZodExactOptional<z.ZodString>;
  importerCountryCode: z.ZodExactOptional<z.ZodString>;
  importerTel: z.ZodExactOptional<z.ZodString>;
  importerFax: z.ZodExactOptional<z.ZodString>;
  importerEmail: z.ZodExactOptional<z.ZodString>;
  middleman: z.ZodExactOptional<z.ZodString>;
  showMiddleman: z.ZodExactOptional<z.ZodBoolean>;
  producer: z.ZodExactOptional<z.ZodString>;
  applyAddress: z.ZodString;
  applyDate: z.ZodString;
  signerId: z.ZodExactOptional<z.ZodString>;
  sealId: z.ZodExactOptional<z.ZodString>;
  tradeModeCode: z.ZodExactOptional<z.ZodString>;
  payTime: z.ZodExactOptional<z.ZodString>;
  payModeCode: z.ZodExactOptional<z.ZodString>;
  contractNum: z.ZodExactOptional<z.ZodString>;
  creditNum: z.ZodExactOptional<z.ZodString>;
  currency: z.ZodString;
  priceTerms: z.ZodExactOptional<z.ZodString>;
  totalAmount: z.ZodExactOptional<z.ZodString>;
  fobValue: z.ZodString;
  transportMode: z.ZodString;
  vesselVoyage: z.ZodExactOptional<z.ZodString>;
  departureDate: z.ZodString;
  departurePredicted: z.ZodExactOptional<z.ZodBoolean>;
  loadPort: z.ZodString;
  transitPort: z.ZodExactOptional<z.ZodString>;
  transitCountryCode: z.ZodExactOptional<z.ZodString>;
  dischargePort: z.ZodExactOptional<z.ZodString>;
  destPort: z.ZodExactOptional<z.ZodString>;
  destCountryCode: z.ZodString;
  destCountryEn: z.ZodString;
  transportDetails: z.ZodExactOptional<z.ZodString>;
  marks: z.ZodString;
  markAttachment: z.ZodExactOptional<z.ZodBoolean>;
  specialClause: z.ZodExactOptional<z.ZodString>;
  remark: z.ZodExactOptional<z.ZodString>;
  applyNote: z.ZodExactOptional<z.ZodString>;
  exportDeclarationDate: z.ZodExactOptional<z.ZodString>;
  declarationNos: z.ZodExactOptional<z.ZodString>;
  agreementCode: z.ZodExactOptional<z.ZodString>;
  producerConfidential: z.ZodExactOptional<z.ZodBoolean>;
  thirdPartyInvoice: z.ZodExactOptional<z.ZodBoolean>;
  exhibition: z.ZodExactOptional<z.ZodBoolean>;
  backToBack: z.ZodExactOptional<z.ZodBoolean>;
  originCertNo: z.ZodExactOptional<z.ZodString>;
  retroactive: z.ZodExactOptional<z.ZodBoolean>;
  invoices: typeof InvoiceListSchema;
  nonParties: z.ZodExactOptional<typeof NonPartyListSchema>;
  goodsList: typeof PreferentialGoodsListSchema;
  change: z.ZodExactOptional<typeof CertificateChangeSchema>;
  attachments: z.ZodExactOptional<typeof AttachmentListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  sendAudit: z.boolean(),
  docType: text8,
  subDocType: text8.exactOptional(),
  applyType: text2,
  enterpriseRegNo: text9,
  creditCode: text18.exactOptional(),
  branchCode: text3,
  fetchBranchCode: text3.exactOptional(),
  certNo: text20.exactOptional(),
  exporterEnName: text400.exactOptional(),
  exporterEnAddress: text400,
  exporterTel: text50.exactOptional(),
  exporterFax: text50.exactOptional(),
  exporterEmail: text50.exactOptional(),
  importer: text400.exactOptional(),
  importerEnName: text200,
  importerEnAddress: text400.exactOptional(),
  importerCountryCode: text3.exactOptional(),
  importerTel: text50.exactOptional(),
  importerFax: text50.exactOptional(),
  importerEmail: text50.exactOptional(),
  middleman: text400.exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: text1000.exactOptional(),
  applyAddress: text50,
  applyDate: date,
  signerId: text64.exactOptional(),
  sealId: text64.exactOptional(),
  tradeModeCode: text4.exactOptional(),
  payTime: text19.exactOptional(),
  payModeCode: text4.exactOptional(),
  contractNum: text200.exactOptional(),
  creditNum: text50.exactOptional(),
  currency: text3,
  priceTerms: text20.exactOptional(),
  totalAmount: decimal19_5.exactOptional(),
  fobValue: decimal19_5,
  transportMode: text20,
  vesselVoyage: text100.exactOptional(),
  departureDate: date,
  departurePredicted: z.boolean().exactOptional(),
  loadPort: text50,
  transitPort: text50.exactOptional(),
  transitCountryCode: text3.exactOptional(),
  dischargePort: text50.exactOptional(),
  destPort: text50.exactOptional(),
  destCountryCode: text3,
  destCountryEn: text80,
  transportDetails: text630.exactOptional(),
  marks: text2000,
  markAttachment: z.boolean().exactOptional(),
  specialClause: text2000.exactOptional(),
  remark: text300.exactOptional(),
  applyNote: text1000.exactOptional(),
  exportDeclarationDate: date.exactOptional(),
  declarationNos: text600.exactOptional(),
  agreementCode: text8.exactOptional(),
  producerConfidential: z.boolean().exactOptional(),
  thirdPartyInvoice: z.boolean().exactOptional(),
  exhibition: z.boolean().exactOptional(),
  backToBack: z.boolean().exactOptional(),
  originCertNo: text50.exactOptional(),
  retroactive: z.boolean().exactOptional(),
  invoices: InvoiceListSchema,
  nonParties: NonPartyListSchema.exactOptional(),
  goodsList: PreferentialGoodsListSchema,
  change: CertificateChangeSchema.exactOptional(),
  attachments: AttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplyPreferentialCertificateRequestRead}. */
export const ApplyPreferentialCertificateRequestReadSchema: z.ZodObject<{
  docId: z.ZodString;
  sendAudit: z.ZodBoolean;
  docType: z.ZodString;
  subDocType: z.ZodExactOptional<z.ZodString>;
  applyType: z.ZodString;
  enterpriseRegNo: z.ZodString;
  creditCode: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodString;
  fetchBranchCode: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  exporterEnName: z.ZodExactOptional<z.ZodString>;
  exporterEnAddress: z.ZodString;
  exporterTel: z.ZodExactOptional<z.ZodString>;
  exporterFax: z.ZodExactOptional<z.ZodString>;
  exporterEmail: z.ZodExactOptional<z.ZodString>;
  importer: z.ZodExactOptional<z.ZodString>;
  importerEnName: z.ZodString;
  importerEnAddress: z.ZodExactOptional<z.ZodString>;
  importerCountryCode: z.ZodExactOptional<z.ZodString>;
  importerTel: z.ZodExactOptional<z.ZodString>;
  importerFax: z.ZodExactOptional<z.ZodString>;
  importerEmail: z.ZodExactOptional<z.ZodString>;
  middleman: z.ZodExactOptional<z.ZodString>;
  showMiddleman: z.ZodExactOptional<z.ZodBoolean>;
  producer: z.ZodExactOptional<z.ZodString>;
  applyAddress: z.ZodString;
  applyDate: z.ZodString;
  signerId: z.ZodExactOptional<z.ZodString>;
  sealId: z.ZodExactOptional<z.ZodString>;
  tradeModeCode: z.ZodExactOptional<z.ZodString>;
  payTime: z.ZodExactOptional<z.ZodString>;
  payModeCode: z.ZodExactOptional<z.ZodString>;
  contractNum: z.ZodExactOptional<z.ZodString>;
  creditNum: z.ZodExactOptional<z.ZodString>;
  currency: z.ZodString;
  priceTerms: z.ZodExactOptional<z.ZodString>;
  totalAmount: z.ZodExactOptional<z.ZodString>;
  fobValue: z.ZodString;
  transportMode: z.ZodString;
  vesselVoyage: z.ZodExactOptional<z.ZodString>;
  departureDate: z.ZodString;
  departurePredicted: z.ZodExactOptional<z.ZodBoolean>;
  loadPort: z.ZodString;
  transitPort: z.ZodExactOptional<z.ZodString>;
  transitCountryCode: z.ZodExactOptional<z.ZodString>;
  dischargePort: z.ZodExactOptional<z.ZodString>;
  destPort: z.ZodExactOptional<z.ZodString>;
  destCountryCode: z.ZodString;
  destCountryEn: z.ZodString;
  transportDetails: z.ZodExactOptional<z.ZodString>;
  marks: z.ZodString;
  markAttachment: z.ZodExactOptional<z.ZodBoolean>;
  specialClause: z.ZodExactOptional<z.ZodString>;
  remark: z.ZodExactOptional<z.ZodString>;
  applyNote: z.ZodExactOptional<z.ZodString>;
  exportDeclarationDate: z.ZodExactOptional<z.ZodString>;
  declarationNos: z.ZodExactOptional<z.ZodString>;
  agreementCode: z.ZodExactOptional<z.ZodString>;
  producerConfidential: z.ZodExactOptional<z.ZodBoolean>;
  thirdPartyInvoice: z.ZodExactOptional<z.ZodBoolean>;
  exhibition: z.ZodExactOptional<z.ZodBoolean>;
  backToBack: z.ZodExactOptional<z.ZodBoolean>;
  originCertNo: z.ZodExactOptional<z.ZodString>;
  retroactive: z.ZodExactOptional<z.ZodBoolean>;
  invoices: typeof InvoiceListSchema;
  nonParties: z.ZodExactOptional<typeof NonPartyListSchema>;
  goodsList: typeof PreferentialGoodsListReadSchema;
  change: z.ZodExactOptional<typeof CertificateChangeSchema>;
  attachments: z.ZodExactOptional<typeof AttachmentListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  sendAudit: z.boolean(),
  docType: text8,
  subDocType: text8.exactOptional(),
  applyType: text2,
  enterpriseRegNo: text9,
  creditCode: text18.exactOptional(),
  branchCode: text3,
  fetchBranchCode: text3.exactOptional(),
  certNo: text20.exactOptional(),
  exporterEnName: text400.exactOptional(),
  exporterEnAddress: text400,
  exporterTel: text50.exactOptional(),
  exporterFax: text50.exactOptional(),
  exporterEmail: text50.exactOptional(),
  importer: text400.exactOptional(),
  importerEnName: text200,
  importerEnAddress: text400.exactOptional(),
  importerCountryCode: text3.exactOptional(),
  importerTel: text50.exactOptional(),
  importerFax: text50.exactOptional(),
  importerEmail: text50.exactOptional(),
  middleman: text400.exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: text1000.exactOptional(),
  applyAddress: text50,
  applyDate: date,
  signerId: text64.exactOptional(),
  sealId: text64.exactOptional(),
  tradeModeCode: text4.exactOptional(),
  payTime: text19.exactOptional(),
  payModeCode: text4.exactOptional(),
  contractNum: text200.exactOptional(),
  creditNum: text50.exactOptional(),
  currency: text3,
  priceTerms: text20.exactOptional(),
  totalAmount: decimal19_5.exactOptional(),
  fobValue: decimal19_5,
  transportMode: text20,
  vesselVoyage: text100.exactOptional(),
  departureDate: date,
  departurePredicted: z.boolean().exactOptional(),
  loadPort: text50,
  transitPort: text50.exactOptional(),
  transitCountryCode: text3.exactOptional(),
  dischargePort: text50.exactOptional(),
  destPort: text50.exactOptional(),
  destCountryCode: text3,
  destCountryEn: text80,
  transportDetails: text630.exactOptional(),
  marks: text2000,
  markAttachment: z.boolean().exactOptional(),
  specialClause: text2000.exactOptional(),
  remark: text300.exactOptional(),
  applyNote: text1000.exactOptional(),
  exportDeclarationDate: date.exactOptional(),
  declarationNos: text600.exactOptional(),
  agreementCode: text8.exactOptional(),
  producerConfidential: z.boolean().exactOptional(),
  thirdPartyInvoice: z.boolean().exactOptional(),
  exhibition: z.boolean().exactOptional(),
  backToBack: z.boolean().exactOptional(),
  originCertNo: text50.exactOptional(),
  retroactive: z.boolean().exactOptional(),
  invoices: InvoiceListSchema,
  nonParties: NonPartyListSchema.exactOptional(),
  goodsList: PreferentialGoodsListReadSchema,
  change: CertificateChangeSchema.exactOptional(),
  attachments: AttachmentListSchema.exactOptional(),
});

/** Checks the shape of {@link ApplyPreferentialCertificateResponse}. */
export const ApplyPreferentialCertificateResponseSchema: z.ZodObject<{
  docId: z.ZodString;
  certNo: z.ZodExactOptional<z.ZodString>;
  docStatus: z.ZodExactOptional<z.ZodString>;
  receiveTime: z.ZodExactOptional<z.ZodString>;
  errors: z.ZodExactOptional<typeof FieldErrorListSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  certNo: text20.exactOptional(),
  docStatus: text2.exactOptional(),
  receiveTime: dateTime.exactOptional(),
  errors: FieldErrorListSchema.exactOptional(),
});

/** Checks the shape of {@link PushDocumentAuditResultRequest}. */
export const PushDocumentAuditResultRequestSchema: z.ZodObject<{
  docId: z.ZodString;
  docType: z.ZodString;
  certNo: z.ZodExactOptional<z.ZodString>;
  serialNo: z.ZodExactOptional<z.ZodString>;
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  branchCode: z.ZodExactOptional<z.ZodString>;
  docStatus: z.ZodString;
  auditResult: z.ZodString;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  auditTime: z.ZodString;
  auditor: z.ZodExactOptional<z.ZodString>;
  issueDate: z.ZodExactOptional<z.ZodString>;
  validTo: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  docType: text8,
  certNo: text20.exactOptional(),
  serialNo: text32.exactOptional(),
  enterpriseRegNo: text9.exactOptional(),
  branchCode: text3.exactOptional(),
  docStatus: text2,
  auditResult: text2,
  auditOpinion: text2000.exactOptional(),
  auditTime: dateTime,
  auditor: text50.exactOptional(),
  issueDate: date.exactOptional(),
  validTo: date.exactOptional(),
});

/** Checks the shape of {@link PushDocumentAuditResultResponse}. */
export const PushDocumentAuditResultResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.strictObject({});

/** Checks the shape of {@link CertificateApplication}. */
export const CertificateApplicationSchema: z.ZodUnion<readonly [z.ZodObject<{
  general: typeof ApplyGeneralCertificateRequestSchema;
  preferential: z.ZodExactOptional<z.ZodNever>;
}>, z.ZodObject<{
  preferential: typeof ApplyPreferentialCertificateRequestSchema;
  general: z.ZodExactOptional<z.ZodNever>;
}>]> = /*@__PURE__*/ z.union([z.strictObject({
  general: ApplyGeneralCertificateRequestSchema,
  preferential: z.never().exactOptional(),
}), z.strictObject({
  preferential: ApplyPreferentialCertificateRequestSchema,
  general: z.never().exactOptional(),
})]);

/** Checks the shape of {@link CertificateApplicationRead}. */
export const CertificateApplicationReadSchema: z.ZodUnion<readonly [z.ZodObject<{
  general: typeof ApplyGeneralCertificateRequestReadSchema;
  preferential: z.ZodExactOptional<z.ZodNever>;
}>, z.ZodObject<{
  preferential: typeof ApplyPreferentialCertificateRequestReadSchema;
  general: z.ZodExactOptional<z.ZodNever>;
}>]> = /*@__PURE__*/ z.union([z.strictObject({
  general: ApplyGeneralCertificateRequestReadSchema,
  preferential: z.never().exactOptional(),
}), z.strictObject({
  preferential: ApplyPreferentialCertificateRequestReadSchema,
  general: z.never().exactOptional(),
})]);

/** Checks the shape of {@link QueryDocumentRequest}. */
export const QueryDocumentRequestSchema: z.ZodObject<{
  docId: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  docType: z.ZodExactOptional<z.ZodString>;
  withDetail: z.ZodExactOptional<z.ZodBoolean>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64.exactOptional(),
  certNo: text20.exactOptional(),
  invoiceNum: text50.exactOptional(),
  docType: text8.exactOptional(),
  withDetail: z.boolean().exactOptional(),
});

/** Checks the shape of {@link DocumentRecord}. */
export const DocumentRecordSchema: z.ZodObject<{
  docId: z.ZodString;
  docType: z.ZodString;
  certNo: z.ZodExactOptional<z.ZodString>;
  serialNo: z.ZodExactOptional<z.ZodString>;
  docStatus: z.ZodString;
  printStatus: z.ZodExactOptional<z.ZodString>;
  auditOpinion: z.ZodExactOptional<z.ZodString>;
  auditTime: z.ZodExactOptional<z.ZodString>;
  issueDate: z.ZodExactOptional<z.ZodString>;
  updatedAt: z.ZodExactOptional<z.ZodString>;
  detail: z.ZodExactOptional<typeof CertificateApplicationReadSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  docType: text8,
  certNo: text20.exactOptional(),
  serialNo: text32.exactOptional(),
  docStatus: text2,
  printStatus: text2.exactOptional(),
  auditOpinion: text2000.exactOptional(),
  auditTime: dateTime.exactOptional(),
  issueDate: date.exactOptional(),
  updatedAt: dateTime.exactOptional(),
  detail: CertificateApplicationReadSchema.exactOptional(),
});

/** Checks the shape of {@link QueryDocumentResponse}. */
export const QueryDocumentResponseSchema: z.ZodObject<{
  document: z.ZodExactOptional<typeof DocumentRecordSchema>;
}> = /*@__PURE__*/ z.strictObject({
  document: DocumentRecordSchema.exactOptional(),
});

/** Checks the shape of {@link SyncDocumentsRequest}. */
export const SyncDocumentsRequestSchema: z.ZodObject<{
  enterpriseRegNo: z.ZodExactOptional<z.ZodString>;
  startTime: z.ZodString;
  endTime: z.ZodString;
  docType: z.ZodExactOptional<z.ZodString>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.strictObject({
  enterpriseRegNo: text9.exactOptional(),
  startTime: dateTime,
  endTime: dateTime,
  docType: text8.exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link SyncedDocument}. */
export const SyncedDocumentSchema: z.ZodObject<{
  docId: z.ZodString;
  docType: z.ZodString;
  certNo: z.ZodExactOptional<z.ZodString>;
  docStatus: z.ZodString;
  printStatus: z.ZodExactOptional<z.ZodString>;
  updatedAt: z.ZodString;
  detail: z.ZodExactOptional<typeof CertificateApplicationReadSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  docType: text8,
  certNo: text20.exactOptional(),
  docStatus: text2,
  printStatus: text2.exactOptional(),
  updatedAt: dateTime,
  detail: CertificateApplicationReadSchema.exactOptional(),
});

/** Checks the shape of {@link SyncedDocumentList}. */
export const SyncedDocumentListSchema: z.ZodObject<{
  document: z.ZodExactOptional<z.ZodArray<typeof SyncedDocumentSchema>>;
}> = /*@__PURE__*/ z.strictObject({
  document: z.array(SyncedDocumentSchema).exactOptional(),
});

/** Checks the shape of {@link SyncDocumentsResponse}. */
export const SyncDocumentsResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  documents: typeof SyncedDocumentListSchema;
}> = /*@__PURE__*/ z.strictObject({
  total: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageNo: z.int().min(-2147483648).max(2147483647).exactOptional(),
  pageSize: z.int().min(-2147483648).max(2147483647).exactOptional(),
  documents: SyncedDocumentListSchema,
});

/** Checks the shape of {@link PrintDocumentRequest}. */
export const PrintDocumentRequestSchema: z.ZodObject<{
  docId: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  docType: z.ZodExactOptional<z.ZodString>;
  printMode: z.ZodExactOptional<z.ZodString>;
  copyType: z.ZodExactOptional<z.ZodString>;
  printerModel: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64.exactOptional(),
  certNo: text20.exactOptional(),
  invoiceNum: text50.exactOptional(),
  docType: text8.exactOptional(),
  printMode: text2.exactOptional(),
  copyType: text2.exactOptional(),
  printerModel: text100.exactOptional(),
});

/** Checks the shape of {@link PrintDocumentResponse}. */
export const PrintDocumentResponseSchema: z.ZodObject<{
  docId: z.ZodString;
  certNo: z.ZodExactOptional<z.ZodString>;
  fileName: z.ZodExactOptional<z.ZodString>;
  fileType: z.ZodString;
  content: z.ZodExactOptional<z.ZodCustom<Uint8Array, Uint8Array>>;
  url: z.ZodExactOptional<z.ZodString>;
  printStatus: z.ZodExactOptional<z.ZodString>;
  printCount: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  certNo: text20.exactOptional(),
  fileName: text200.exactOptional(),
  fileType: text8,
  content: base64Binary.exactOptional(),
  url: text500.exactOptional(),
  printStatus: text2.exactOptional(),
  printCount: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link PreviewDocumentRequest}. */
export const PreviewDocumentRequestSchema: z.ZodObject<{
  docId: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  docType: z.ZodExactOptional<z.ZodString>;
  draft: z.ZodExactOptional<typeof CertificateApplicationSchema>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64.exactOptional(),
  certNo: text20.exactOptional(),
  invoiceNum: text50.exactOptional(),
  docType: text8.exactOptional(),
  draft: CertificateApplicationSchema.exactOptional(),
});

/** Checks the shape of {@link PreviewDocumentResponse}. */
export const PreviewDocumentResponseSchema: z.ZodObject<{
  docId: z.ZodExactOptional<z.ZodString>;
  fileType: z.ZodString;
  content: z.ZodExactOptional<z.ZodCustom<Uint8Array, Uint8Array>>;
  url: z.ZodExactOptional<z.ZodString>;
  pageCount: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64.exactOptional(),
  fileType: text8,
  content: base64Binary.exactOptional(),
  url: text500.exactOptional(),
  pageCount: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link PushDocumentPrintStatusRequest}. */
export const PushDocumentPrintStatusRequestSchema: z.ZodObject<{
  docId: z.ZodString;
  docType: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodString;
  serialNo: z.ZodExactOptional<z.ZodString>;
  printStatus: z.ZodString;
  printMode: z.ZodExactOptional<z.ZodString>;
  printTime: z.ZodString;
  printCount: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.strictObject({
  docId: text64,
  docType: text8.exactOptional(),
  certNo: text20,
  serialNo: text32.exactOptional(),
  printStatus: text2,
  printMode: text2.exactOptional(),
  printTime: dateTime,
  printCount: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link PushDocumentPrintStatusResponse}. */
export const PushDocumentPrintStatusResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.strictObject({});
