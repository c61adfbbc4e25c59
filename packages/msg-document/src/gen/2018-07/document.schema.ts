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
}> = /*@__PURE__*/ z.object({
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v),
  invoiceDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  contractNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  creditNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  totalAmount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,20})$/v).exactOptional(),
  currency: z.string().regex(/^[\s\S]{0,10}$/v),
  priceTerms: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  specialTerms: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
});

/** Checks the shape of {@link InvoiceList}. */
export const InvoiceListSchema: z.ZodObject<{
  invoice: z.ZodReadonly<z.ZodArray<typeof InvoiceSchema>>;
}> = /*@__PURE__*/ z.object({
  invoice: z.array(InvoiceSchema).min(1).readonly(),
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
}> = /*@__PURE__*/ z.object({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).nullable(),
  goodsCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  goodsEnName: z.string().regex(/^[\s\S]{0,400}$/v),
  goodsDescription: z.string().regex(/^[\s\S]{0,1000}$/v),
  packQty: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  packUnit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  packType: z.literal(["1", "2"]).exactOptional(),
  quantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  unit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  unitEn: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  secondQuantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  secondUnit: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  grossWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  netWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  weightUnit: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  unitPrice: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  amount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  producerName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  producerCreditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  producerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).nullable(),
  goodsCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  goodsEnName: z.string().regex(/^[\s\S]{0,400}$/v),
  goodsDescription: z.string().regex(/^[\s\S]{0,1000}$/v),
  packQty: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  packUnit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  packType: z.string().regex(/^[\s\S]{0,1}$/v).regex(/^(?:1|2)$/v).exactOptional(),
  quantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  unit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  unitEn: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  secondQuantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  secondUnit: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  grossWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  netWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  weightUnit: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  unitPrice: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  amount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  producerName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  producerCreditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  producerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
});

/** Checks the shape of {@link GeneralGoodsList}. */
export const GeneralGoodsListSchema: z.ZodObject<{
  goods: z.ZodReadonly<z.ZodArray<typeof GeneralGoodsSchema>>;
}> = /*@__PURE__*/ z.object({
  goods: z.array(GeneralGoodsSchema).min(1).readonly(),
});

/** Checks the shape of {@link GeneralGoodsListRead}. */
export const GeneralGoodsListReadSchema: z.ZodObject<{
  goods: z.ZodReadonly<z.ZodArray<typeof GeneralGoodsReadSchema>>;
}> = /*@__PURE__*/ z.object({
  goods: z.array(GeneralGoodsReadSchema).min(1).readonly(),
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
}> = /*@__PURE__*/ z.object({
  oldCertNo: z.string().regex(/^[\s\S]{0,20}$/v),
  changeReason: z.string().regex(/^[\s\S]{0,500}$/v),
  changedBoxes: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  beforeText: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  afterText: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  oldApplyDate: z.string().regex(/^[\s\S]{0,20}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])( ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?)$/v).exactOptional(),
  oldIssueDate: z.string().regex(/^[\s\S]{0,20}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])( ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?)$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  sendAudit: z.boolean(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  subDocType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  applyType: z.string().regex(/^[\s\S]{0,2}$/v),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  fetchBranchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  exporterEnName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  exporterEnAddress: z.string().regex(/^[\s\S]{0,400}$/v),
  exporterTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importer: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerEnName: z.string().regex(/^[\s\S]{0,200}$/v),
  importerEnAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  importerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  middleman: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  applyAddress: z.string().regex(/^[\s\S]{0,50}$/v),
  applyDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  signerId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  sealId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  tradeModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  payTime: z.string().regex(/^[\s\S]{0,19}$/v).exactOptional(),
  payModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  contractNum: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  creditNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  currency: z.string().regex(/^[\s\S]{0,3}$/v),
  priceTerms: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  totalAmount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v),
  transportMode: z.string().regex(/^[\s\S]{0,20}$/v),
  vesselVoyage: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  departureDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  departurePredicted: z.boolean().exactOptional(),
  loadPort: z.string().regex(/^[\s\S]{0,50}$/v),
  transitPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  transitCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  dischargePort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destCountryCode: z.string().regex(/^[\s\S]{0,3}$/v),
  destCountryEn: z.string().regex(/^[\s\S]{0,80}$/v),
  transportDetails: z.string().regex(/^[\s\S]{0,630}$/v).exactOptional(),
  marks: z.string().regex(/^[\s\S]{0,2000}$/v),
  markAttachment: z.boolean().exactOptional(),
  specialClause: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  remark: z.string().regex(/^[\s\S]{0,300}$/v).exactOptional(),
  applyNote: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  exportDeclarationDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  declarationNos: z.string().regex(/^[\s\S]{0,600}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  sendAudit: z.boolean(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  subDocType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  applyType: z.string().regex(/^[\s\S]{0,2}$/v),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  fetchBranchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  exporterEnName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  exporterEnAddress: z.string().regex(/^[\s\S]{0,400}$/v),
  exporterTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importer: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerEnName: z.string().regex(/^[\s\S]{0,200}$/v),
  importerEnAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  importerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  middleman: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  applyAddress: z.string().regex(/^[\s\S]{0,50}$/v),
  applyDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  signerId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  sealId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  tradeModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  payTime: z.string().regex(/^[\s\S]{0,19}$/v).exactOptional(),
  payModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  contractNum: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  creditNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  currency: z.string().regex(/^[\s\S]{0,3}$/v),
  priceTerms: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  totalAmount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v),
  transportMode: z.string().regex(/^[\s\S]{0,20}$/v),
  vesselVoyage: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  departureDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  departurePredicted: z.boolean().exactOptional(),
  loadPort: z.string().regex(/^[\s\S]{0,50}$/v),
  transitPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  transitCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  dischargePort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destCountryCode: z.string().regex(/^[\s\S]{0,3}$/v),
  destCountryEn: z.string().regex(/^[\s\S]{0,80}$/v),
  transportDetails: z.string().regex(/^[\s\S]{0,630}$/v).exactOptional(),
  marks: z.string().regex(/^[\s\S]{0,2000}$/v),
  markAttachment: z.boolean().exactOptional(),
  specialClause: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  remark: z.string().regex(/^[\s\S]{0,300}$/v).exactOptional(),
  applyNote: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  exportDeclarationDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  declarationNos: z.string().regex(/^[\s\S]{0,600}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  docStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  receiveTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
  errors: FieldErrorListSchema.exactOptional(),
});

/** Checks the shape of {@link NonParty}. */
export const NonPartySchema: z.ZodObject<{
  seqNo: z.ZodInt;
  name: z.ZodString;
  address: z.ZodString;
  countryCode: z.ZodString;
  countryEn: z.ZodString;
}> = /*@__PURE__*/ z.object({
  seqNo: z.int().min(-2147483648).max(2147483647),
  name: z.string().regex(/^[\s\S]{0,500}$/v),
  address: z.string().regex(/^[\s\S]{0,1000}$/v),
  countryCode: z.string().regex(/^[\s\S]{0,3}$/v),
  countryEn: z.string().regex(/^[\s\S]{0,100}$/v),
});

/** Checks the shape of {@link NonPartyList}. */
export const NonPartyListSchema: z.ZodObject<{
  nonParty: z.ZodReadonly<z.ZodArray<typeof NonPartySchema>>;
}> = /*@__PURE__*/ z.object({
  nonParty: z.array(NonPartySchema).min(1).readonly(),
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
}> = /*@__PURE__*/ z.object({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).nullable(),
  goodsCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  goodsEnName: z.string().regex(/^[\s\S]{0,400}$/v),
  goodsDescription: z.string().regex(/^[\s\S]{0,1000}$/v),
  packQty: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  packUnit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  packType: z.literal(["1", "2"]).exactOptional(),
  quantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  unit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  unitEn: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  secondQuantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  secondUnit: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  grossWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  netWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  weightUnit: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  unitPrice: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  amount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  producerName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  producerCreditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  producerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v),
  originCriterion: z.string().regex(/^[\s\S]{0,10}$/v).nullable(),
  originCriterionSub: z.literal(["1", "2", "3"]).exactOptional(),
  originCriterionValue: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  importedContentPct: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,10})$/v).exactOptional(),
  originCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  originCountryEn: z.string().regex(/^[\s\S]{0,80}$/v).exactOptional(),
  highestRateFlag: z.literal(["0", "1", "2"]).exactOptional(),
  producerText: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  itemNo: z.int().min(-2147483648).max(2147483647),
  nonGoods: z.boolean().exactOptional(),
  hsCode: z.string().regex(/^[\s\S]{0,10}$/v).nullable(),
  goodsCnName: z.string().regex(/^[\s\S]{0,200}$/v),
  goodsEnName: z.string().regex(/^[\s\S]{0,400}$/v),
  goodsDescription: z.string().regex(/^[\s\S]{0,1000}$/v),
  packQty: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  packUnit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  packType: z.string().regex(/^[\s\S]{0,1}$/v).regex(/^(?:1|2)$/v).exactOptional(),
  quantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  unit: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  unitEn: z.string().regex(/^[\s\S]{0,20}$/v).nullable(),
  secondQuantity: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  secondUnit: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  grossWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  netWeight: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  weightUnit: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  unitPrice: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  amount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).nullable(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,25})$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  producerName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  producerCreditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  producerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  goodsFilingNo: z.string().regex(/^[\s\S]{0,32}$/v),
  originCriterion: z.string().regex(/^[\s\S]{0,10}$/v).nullable(),
  originCriterionSub: z.string().regex(/^[\s\S]{0,1}$/v).regex(/^(?:1|2|3)$/v).exactOptional(),
  originCriterionValue: z.string().regex(/^[\s\S]{0,10}$/v).exactOptional(),
  importedContentPct: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:.{1,10})$/v).exactOptional(),
  originCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  originCountryEn: z.string().regex(/^[\s\S]{0,80}$/v).exactOptional(),
  highestRateFlag: z.string().regex(/^[\s\S]{0,1}$/v).regex(/^(?:0|1|2)$/v).exactOptional(),
  producerText: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
});

/** Checks the shape of {@link PreferentialGoodsList}. */
export const PreferentialGoodsListSchema: z.ZodObject<{
  goods: z.ZodReadonly<z.ZodArray<typeof PreferentialGoodsSchema>>;
}> = /*@__PURE__*/ z.object({
  goods: z.array(PreferentialGoodsSchema).min(1).readonly(),
});

/** Checks the shape of {@link PreferentialGoodsListRead}. */
export const PreferentialGoodsListReadSchema: z.ZodObject<{
  goods: z.ZodReadonly<z.ZodArray<typeof PreferentialGoodsReadSchema>>;
}> = /*@__PURE__*/ z.object({
  goods: z.array(PreferentialGoodsReadSchema).min(1).readonly(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  sendAudit: z.boolean(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  subDocType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  applyType: z.string().regex(/^[\s\S]{0,2}$/v),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  fetchBranchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  exporterEnName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  exporterEnAddress: z.string().regex(/^[\s\S]{0,400}$/v),
  exporterTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importer: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerEnName: z.string().regex(/^[\s\S]{0,200}$/v),
  importerEnAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  importerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  middleman: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  applyAddress: z.string().regex(/^[\s\S]{0,50}$/v),
  applyDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  signerId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  sealId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  tradeModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  payTime: z.string().regex(/^[\s\S]{0,19}$/v).exactOptional(),
  payModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  contractNum: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  creditNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  currency: z.string().regex(/^[\s\S]{0,3}$/v),
  priceTerms: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  totalAmount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v),
  transportMode: z.string().regex(/^[\s\S]{0,20}$/v),
  vesselVoyage: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  departureDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  departurePredicted: z.boolean().exactOptional(),
  loadPort: z.string().regex(/^[\s\S]{0,50}$/v),
  transitPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  transitCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  dischargePort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destCountryCode: z.string().regex(/^[\s\S]{0,3}$/v),
  destCountryEn: z.string().regex(/^[\s\S]{0,80}$/v),
  transportDetails: z.string().regex(/^[\s\S]{0,630}$/v).exactOptional(),
  marks: z.string().regex(/^[\s\S]{0,2000}$/v),
  markAttachment: z.boolean().exactOptional(),
  specialClause: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  remark: z.string().regex(/^[\s\S]{0,300}$/v).exactOptional(),
  applyNote: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  exportDeclarationDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  declarationNos: z.string().regex(/^[\s\S]{0,600}$/v).exactOptional(),
  agreementCode: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  producerConfidential: z.boolean().exactOptional(),
  thirdPartyInvoice: z.boolean().exactOptional(),
  exhibition: z.boolean().exactOptional(),
  backToBack: z.boolean().exactOptional(),
  originCertNo: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  sendAudit: z.boolean(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  subDocType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  applyType: z.string().regex(/^[\s\S]{0,2}$/v),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v),
  creditCode: z.string().regex(/^[\s\S]{0,18}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v),
  fetchBranchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  exporterEnName: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  exporterEnAddress: z.string().regex(/^[\s\S]{0,400}$/v),
  exporterTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  exporterEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importer: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerEnName: z.string().regex(/^[\s\S]{0,200}$/v),
  importerEnAddress: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  importerCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  importerTel: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerFax: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  importerEmail: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  middleman: z.string().regex(/^[\s\S]{0,400}$/v).exactOptional(),
  showMiddleman: z.boolean().exactOptional(),
  producer: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  applyAddress: z.string().regex(/^[\s\S]{0,50}$/v),
  applyDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  signerId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  sealId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  tradeModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  payTime: z.string().regex(/^[\s\S]{0,19}$/v).exactOptional(),
  payModeCode: z.string().regex(/^[\s\S]{0,4}$/v).exactOptional(),
  contractNum: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  creditNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  currency: z.string().regex(/^[\s\S]{0,3}$/v),
  priceTerms: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  totalAmount: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v).exactOptional(),
  fobValue: z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v).regex(/^(?:-?[0-9]{1,19}(\.[0-9]{1,5})?)$/v).refine((s) => (/^[+\-]?0*(\d*?)(?:\.(\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= 24).regex(/^[+\-]?\d*(?:\.\d{0,5}0*)?$/v),
  transportMode: z.string().regex(/^[\s\S]{0,20}$/v),
  vesselVoyage: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
  departureDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v),
  departurePredicted: z.boolean().exactOptional(),
  loadPort: z.string().regex(/^[\s\S]{0,50}$/v),
  transitPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  transitCountryCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  dischargePort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destPort: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  destCountryCode: z.string().regex(/^[\s\S]{0,3}$/v),
  destCountryEn: z.string().regex(/^[\s\S]{0,80}$/v),
  transportDetails: z.string().regex(/^[\s\S]{0,630}$/v).exactOptional(),
  marks: z.string().regex(/^[\s\S]{0,2000}$/v),
  markAttachment: z.boolean().exactOptional(),
  specialClause: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  remark: z.string().regex(/^[\s\S]{0,300}$/v).exactOptional(),
  applyNote: z.string().regex(/^[\s\S]{0,1000}$/v).exactOptional(),
  exportDeclarationDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  declarationNos: z.string().regex(/^[\s\S]{0,600}$/v).exactOptional(),
  agreementCode: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  producerConfidential: z.boolean().exactOptional(),
  thirdPartyInvoice: z.boolean().exactOptional(),
  exhibition: z.boolean().exactOptional(),
  backToBack: z.boolean().exactOptional(),
  originCertNo: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  docStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  receiveTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  serialNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  branchCode: z.string().regex(/^[\s\S]{0,3}$/v).exactOptional(),
  docStatus: z.string().regex(/^[\s\S]{0,2}$/v),
  auditResult: z.string().regex(/^[\s\S]{0,2}$/v),
  auditOpinion: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  auditTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  auditor: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  issueDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  validTo: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
});

/** Checks the shape of {@link PushDocumentAuditResultResponse}. */
export const PushDocumentAuditResultResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.object({});

/** Checks the shape of {@link CertificateApplication}. */
export const CertificateApplicationSchema: z.ZodUnion<[z.ZodObject<{
    general: typeof ApplyGeneralCertificateRequestSchema;
    preferential: z.ZodExactOptional<z.ZodNever>;
  }>, z.ZodObject<{
    preferential: typeof ApplyPreferentialCertificateRequestSchema;
    general: z.ZodExactOptional<z.ZodNever>;
  }>]> = /*@__PURE__*/ z.union([z.object({
    general: ApplyGeneralCertificateRequestSchema,
    preferential: z.never().exactOptional(),
  }), z.object({
    preferential: ApplyPreferentialCertificateRequestSchema,
    general: z.never().exactOptional(),
  })]);

/** Checks the shape of {@link CertificateApplicationRead}. */
export const CertificateApplicationReadSchema: z.ZodUnion<[z.ZodObject<{
    general: typeof ApplyGeneralCertificateRequestReadSchema;
    preferential: z.ZodExactOptional<z.ZodNever>;
  }>, z.ZodObject<{
    preferential: typeof ApplyPreferentialCertificateRequestReadSchema;
    general: z.ZodExactOptional<z.ZodNever>;
  }>]> = /*@__PURE__*/ z.union([z.object({
    general: ApplyGeneralCertificateRequestReadSchema,
    preferential: z.never().exactOptional(),
  }), z.object({
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  serialNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  docStatus: z.string().regex(/^[\s\S]{0,2}$/v),
  printStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  auditOpinion: z.string().regex(/^[\s\S]{0,2000}$/v).exactOptional(),
  auditTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
  issueDate: z.string().regex(/^[\s\S]{0,10}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))$/v).exactOptional(),
  updatedAt: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v).exactOptional(),
  detail: CertificateApplicationReadSchema.exactOptional(),
});

/** Checks the shape of {@link QueryDocumentResponse}. */
export const QueryDocumentResponseSchema: z.ZodObject<{
  document: z.ZodExactOptional<typeof DocumentRecordSchema>;
}> = /*@__PURE__*/ z.object({
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
}> = /*@__PURE__*/ z.object({
  enterpriseRegNo: z.string().regex(/^[\s\S]{0,9}$/v).exactOptional(),
  startTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  endTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  docType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  docType: z.string().regex(/^[\s\S]{0,8}$/v),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  docStatus: z.string().regex(/^[\s\S]{0,2}$/v),
  printStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  updatedAt: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  detail: CertificateApplicationReadSchema.exactOptional(),
});

/** Checks the shape of {@link SyncedDocumentList}. */
export const SyncedDocumentListSchema: z.ZodObject<{
  document: z.ZodExactOptional<z.ZodReadonly<z.ZodArray<typeof SyncedDocumentSchema>>>;
}> = /*@__PURE__*/ z.object({
  document: z.array(SyncedDocumentSchema).readonly().exactOptional(),
});

/** Checks the shape of {@link SyncDocumentsResponse}. */
export const SyncDocumentsResponseSchema: z.ZodObject<{
  total: z.ZodExactOptional<z.ZodInt>;
  pageNo: z.ZodExactOptional<z.ZodInt>;
  pageSize: z.ZodExactOptional<z.ZodInt>;
  documents: typeof SyncedDocumentListSchema;
}> = /*@__PURE__*/ z.object({
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  printMode: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  copyType: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  printerModel: z.string().regex(/^[\s\S]{0,100}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  fileName: z.string().regex(/^[\s\S]{0,200}$/v).exactOptional(),
  fileType: z.string().regex(/^[\s\S]{0,8}$/v),
  content: z.custom<Uint8Array>((v) => v instanceof Uint8Array).exactOptional(),
  url: z.string().regex(/^[\s\S]{0,500}$/v).exactOptional(),
  printStatus: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  printCount: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link PreviewDocumentRequest}. */
export const PreviewDocumentRequestSchema: z.ZodObject<{
  docId: z.ZodExactOptional<z.ZodString>;
  certNo: z.ZodExactOptional<z.ZodString>;
  invoiceNum: z.ZodExactOptional<z.ZodString>;
  docType: z.ZodExactOptional<z.ZodString>;
  draft: z.ZodExactOptional<typeof CertificateApplicationSchema>;
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v).exactOptional(),
  invoiceNum: z.string().regex(/^[\s\S]{0,50}$/v).exactOptional(),
  docType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  draft: CertificateApplicationSchema.exactOptional(),
});

/** Checks the shape of {@link PreviewDocumentResponse}. */
export const PreviewDocumentResponseSchema: z.ZodObject<{
  docId: z.ZodExactOptional<z.ZodString>;
  fileType: z.ZodString;
  content: z.ZodExactOptional<z.ZodCustom<Uint8Array, Uint8Array>>;
  url: z.ZodExactOptional<z.ZodString>;
  pageCount: z.ZodExactOptional<z.ZodInt>;
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v).exactOptional(),
  fileType: z.string().regex(/^[\s\S]{0,8}$/v),
  content: z.custom<Uint8Array>((v) => v instanceof Uint8Array).exactOptional(),
  url: z.string().regex(/^[\s\S]{0,500}$/v).exactOptional(),
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
}> = /*@__PURE__*/ z.object({
  docId: z.string().regex(/^[\s\S]{0,64}$/v),
  docType: z.string().regex(/^[\s\S]{0,8}$/v).exactOptional(),
  certNo: z.string().regex(/^[\s\S]{0,20}$/v),
  serialNo: z.string().regex(/^[\s\S]{0,32}$/v).exactOptional(),
  printStatus: z.string().regex(/^[\s\S]{0,2}$/v),
  printMode: z.string().regex(/^[\s\S]{0,2}$/v).exactOptional(),
  printTime: z.string().regex(/^[\s\S]{0,19}$/v).regex(/^(?:[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]) ([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])$/v),
  printCount: z.int().min(-2147483648).max(2147483647).exactOptional(),
});

/** Checks the shape of {@link PushDocumentPrintStatusResponse}. */
export const PushDocumentPrintStatusResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.object({});
