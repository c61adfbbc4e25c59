// Stand-ins until the generated packages are there.
type Strings<Names extends string> = { readonly [Name in Names]?: string };
type Booleans<Names extends string> = { readonly [Name in Names]?: boolean };

export interface Invoice
  extends Strings<
    | "invoiceNum"
    | "invoiceDate"
    | "contractNum"
    | "creditNum"
    | "totalAmount"
    | "currency"
    | "priceTerms"
    | "specialTerms"
  > {}
export interface PreferentialGoods
  extends Strings<
      | "hsCode"
      | "goodsCnName"
      | "goodsEnName"
      | "goodsDescription"
      | "packQty"
      | "packUnit"
      | "packType"
      | "quantity"
      | "unit"
      | "unitEn"
      | "secondQuantity"
      | "secondUnit"
      | "grossWeight"
      | "netWeight"
      | "weightUnit"
      | "unitPrice"
      | "amount"
      | "fobValue"
      | "invoiceNum"
      | "producerName"
      | "producerCreditCode"
      | "producerTel"
      | "goodsFilingNo"
      | "originCriterion"
      | "originCriterionSub"
      | "originCriterionValue"
      | "importedContentPct"
      | "originCountryCode"
      | "originCountryEn"
      | "highestRateFlag"
      | "producerText"
    >,
    Booleans<"nonGoods"> {
  readonly itemNo?: number;
}
export interface CertificateChange
  extends Strings<
    "oldCertNo" | "changeReason" | "changedBoxes" | "beforeText" | "afterText" | "oldApplyDate" | "oldIssueDate"
  > {}
export interface NonParty extends Strings<"name" | "address" | "countryCode" | "countryEn"> {
  readonly seqNo?: number;
}
export interface Attachment extends Strings<"fileType" | "fileName" | "docFormat" | "url"> {
  readonly content?: Uint8Array;
}
export interface ApplyPreferentialCertificateRequest
  extends Strings<
      | "docId"
      | "docType"
      | "subDocType"
      | "applyType"
      | "enterpriseRegNo"
      | "creditCode"
      | "branchCode"
      | "fetchBranchCode"
      | "certNo"
      | "exporterEnName"
      | "exporterEnAddress"
      | "exporterTel"
      | "exporterFax"
      | "exporterEmail"
      | "importer"
      | "importerEnName"
      | "importerEnAddress"
      | "importerCountryCode"
      | "importerTel"
      | "importerFax"
      | "importerEmail"
      | "middleman"
      | "producer"
      | "applyAddress"
      | "applyDate"
      | "signerId"
      | "sealId"
      | "tradeModeCode"
      | "payTime"
      | "payModeCode"
      | "contractNum"
      | "creditNum"
      | "currency"
      | "priceTerms"
      | "totalAmount"
      | "fobValue"
      | "transportMode"
      | "vesselVoyage"
      | "departureDate"
      | "loadPort"
      | "transitPort"
      | "transitCountryCode"
      | "dischargePort"
      | "destPort"
      | "destCountryCode"
      | "destCountryEn"
      | "transportDetails"
      | "marks"
      | "specialClause"
      | "remark"
      | "applyNote"
      | "exportDeclarationDate"
      | "declarationNos"
      | "agreementCode"
      | "originCertNo"
    >,
    Booleans<
      | "sendAudit"
      | "showMiddleman"
      | "departurePredicted"
      | "markAttachment"
      | "producerConfidential"
      | "thirdPartyInvoice"
      | "exhibition"
      | "backToBack"
      | "retroactive"
    > {
  readonly invoices?: { readonly invoice: readonly Invoice[] };
  readonly goodsList?: { readonly goods: readonly PreferentialGoods[] };
  readonly nonParties?: { readonly nonParty: readonly NonParty[] };
  readonly change?: CertificateChange;
  readonly attachments?: { readonly attachment: readonly Attachment[] };
}
export type ApplyGeneralCertificateRequest = ApplyPreferentialCertificateRequest;
export interface Material
  extends Strings<"materialName" | "hsCode" | "originCountryCode" | "supplier" | "unitCost" | "share">,
    Booleans<"originating"> {
  readonly seqNo?: number;
}
export interface ProductionProcess extends Strings<"processName" | "place" | "description"> {
  readonly seqNo?: number;
}
export interface AppliedPreference extends Strings<"areaCode" | "preferenceType" | "originCriterion"> {}
export interface ApplyGoodsFilingRequest
  extends Strings<
      | "filingId"
      | "applyType"
      | "enterpriseRegNo"
      | "creditCode"
      | "branchCode"
      | "hsCode"
      | "goodsCnName"
      | "goodsEnName"
      | "model"
      | "unit"
      | "producerName"
      | "producerCreditCode"
      | "producerContact"
      | "producerTel"
      | "producerAddress"
      | "currency"
      | "exWorksPrice"
      | "fobPrice"
      | "importedContentPct"
      | "originMaterialPct"
      | "brand"
    >,
    Booleans<"sendAudit"> {
  readonly preferences?: { readonly preference: readonly AppliedPreference[] };
  readonly processes?: { readonly process: readonly ProductionProcess[] };
  readonly materials?: { readonly material: readonly Material[] };
  readonly attachments?: { readonly attachment: readonly Attachment[] };
}
export interface SealImage extends Strings<"sealType" | "imageFormat"> {
  readonly image?: Uint8Array;
}
export interface SignerSignature extends Strings<"signerName" | "idType" | "idNo" | "mobile" | "imageFormat"> {
  readonly image?: Uint8Array;
}
export interface ApplySealSignatureRequest
  extends Strings<"sealApplyId" | "enterpriseRegNo" | "creditCode" | "branchCode" | "applyType"> {
  readonly seals?: { readonly seal: readonly SealImage[] };
  readonly signers?: { readonly signer: readonly SignerSignature[] };
  readonly attachments?: { readonly attachment: readonly Attachment[] };
}
