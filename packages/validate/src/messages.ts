// The generated types that the rules read; a renamed field shows up here and in the rules as a compile error.
export type { Attachment } from "@coo/msg-common";
export type {
  ApplyGeneralCertificateRequest,
  ApplyPreferentialCertificateRequest,
  CertificateChange,
  Invoice,
  NonParty,
  PreferentialGoods,
} from "@coo/msg-document";
export type { AppliedPreference, ApplyGoodsFilingRequest, Material, ProductionProcess } from "@coo/msg-goods";
export type { ApplySealSignatureRequest, SealImage, SignerSignature } from "@coo/msg-seal";
