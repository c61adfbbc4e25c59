// @generated from schemas/2018-07/seal.xsd, sha256 6f859534. Do not edit: change the schema, run `pnpm generate`.
import type {
  AttachmentTypesCode,
  AuditStatusCode,
  SealActionsCode,
  SealOrSign,
  SealTypesCode,
} from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, MessageDescriptor, Open, SimpleDescriptor } from "@coo/soap/gen1";

/** 印章图片 · a seal to file. XSD seal.xsd:16 */
export interface SealImage {
  /**
   * 印章类型 · Chinese, English or bilingual seal; at most 2 characters. Code list `seal-types`, open. 推断/inferred.
   * XSD seal.xsd:22
   */
  sealType: Open<SealTypesCode>;
  /** 图片格式 · JPG / PNG; at most 8 characters. 推断/inferred. XSD seal.xsd:29 */
  imageFormat: string;
  /** 印章图片 · base64 image; Base64 on the wire. 推断/inferred. XSD seal.xsd:36 */
  image: Uint8Array;
}

/** 印章图片列表 · seals to file. XSD seal.xsd:46 */
export interface SealImageList {
  /** 印章 · seal. 推断/inferred. XSD seal.xsd:52 */
  seal: readonly SealImage[];
}

/** 手签员签名 · a signatory to file. XSD seal.xsd:62 */
export interface SignerSignature {
  /** 手签员姓名 · signatory; at most 50 characters. 推断/inferred. XSD seal.xsd:68 */
  signerName: string;
  /** 证件类型 · identity document; at most 2 characters. 推断/inferred. XSD seal.xsd:75 */
  idType?: string;
  /** 证件号码 · identity number (sensitive); at most 32 characters. 推断/inferred. XSD seal.xsd:82 */
  idNo?: string;
  /** 手机 · mobile (sensitive); at most 20 characters. 推断/inferred. XSD seal.xsd:89 */
  mobile?: string;
  /** 图片格式 · JPG / PNG; at most 8 characters. 推断/inferred. XSD seal.xsd:96 */
  imageFormat: string;
  /** 签名图片 · base64 image; Base64 on the wire. 推断/inferred. XSD seal.xsd:103 */
  image: Uint8Array;
}

/** 手签员签名列表 · signatories to file. XSD seal.xsd:113 */
export interface SignerSignatureList {
  /** 手签员 · signatory. 推断/inferred. XSD seal.xsd:119 */
  signer: readonly SignerSignature[];
}

/** 印章签名申请附件 · a paper of a seal application. XSD seal.xsd:129 */
export interface SealAttachment {
  /**
   * 附件类型 · AUTH = 手签员授权书; at most 4 characters. Code list `attachment-types`, open. 推断/inferred.
   * XSD seal.xsd:135
   */
  fileType: Open<AttachmentTypesCode>;
  /** 附件名称 · file name; at most 200 characters. 推断/inferred. XSD seal.xsd:142 */
  fileName: string;
  /** 附件内容 · base64; Base64 on the wire. 推断/inferred. XSD seal.xsd:149 */
  content: Uint8Array;
}

/** 印章签名申请附件列表 · papers of a seal application. XSD seal.xsd:159 */
export interface SealAttachmentList {
  /** 附件 · attachment. 推断/inferred. XSD seal.xsd:165 */
  attachment: readonly SealAttachment[];
}

/** 印章签名申请 · 请求 · Seal and signature application, request body. XSD seal.xsd:175 */
export interface ApplySealSignatureRequest {
  /** 申请ID · platform id; at most 64 characters. 推断/inferred. XSD seal.xsd:181 */
  sealApplyId: string;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD seal.xsd:188 */
  enterpriseRegNo: string;
  /** 统一社会信用代码 · credit code; at most 18 characters. 推断/inferred. XSD seal.xsd:195 */
  creditCode?: string;
  /** 分支会编码 · branch; at most 3 characters. 推断/inferred. XSD seal.xsd:202 */
  branchCode: string;
  /**
   * 申请类型 · new / replace / cancel; at most 2 characters. Code list `seal-actions`, open. 推断/inferred.
   * XSD seal.xsd:209
   */
  applyType: Open<SealActionsCode>;
  /** 印章列表 · seals. 推断/inferred. XSD seal.xsd:216 */
  seals?: SealImageList;
  /** 手签员列表 · signatories. 推断/inferred. XSD seal.xsd:223 */
  signers?: SignerSignatureList;
  /** 附件列表 · attachments. 推断/inferred. XSD seal.xsd:230 */
  attachments?: SealAttachmentList;
}

/**
 * 印章签名申请 · 应答 · Seal and signature application, answer body. Read only, not for construction. XSD seal.xsd:240
 */
export interface ApplySealSignatureResponse {
  /** 申请ID · id; at most 64 characters. 推断/inferred. XSD seal.xsd:246 */
  sealApplyId: string;
  /** 状态 · state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD seal.xsd:253 */
  status?: Open<AuditStatusCode>;
}

/**
 * 印章签名审核结果推送 · 推送 · Seal and signature audit-result push, body pushed. Read only, not for construction.
 * XSD seal.xsd:263
 */
export interface PushSealSignatureAuditResultRequest {
  /** 申请ID · id; at most 64 characters. 推断/inferred. XSD seal.xsd:269 */
  sealApplyId: string;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD seal.xsd:276 */
  enterpriseRegNo?: string;
  /** 审核结果 · result; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD seal.xsd:283 */
  auditResult: Open<AuditStatusCode>;
  /** 审核意见 · reason; at most 2000 characters. 推断/inferred. XSD seal.xsd:290 */
  auditOpinion?: string;
  /** 审核时间 · time; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD seal.xsd:297 */
  auditTime: string;
  /** 印章ID · assigned seal id; at most 64 characters. 推断/inferred. XSD seal.xsd:304 */
  sealId?: readonly string[];
  /** 手签员ID · assigned signatory id; at most 64 characters. 推断/inferred. XSD seal.xsd:311 */
  signerId?: readonly string[];
}

/**
 * 印章签名审核结果推送 · 应答 · Seal and signature audit-result push, body of the answer; empty, the result stands in
 * the head. XSD seal.xsd:321
 */
export type PushSealSignatureAuditResultResponse = Record<never, never>;

/** 印章签名查询 · 请求 · Seal and signature query, request body. XSD seal.xsd:329 */
export interface QuerySealSignatureRequest {
  /**
   * 申请ID · id; at most 64 characters. Required when: sealApplyId or enterpriseRegNo. 推断/inferred. XSD seal.xsd:335
   */
  sealApplyId?: string;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD seal.xsd:342 */
  enterpriseRegNo?: string;
}

/** 印章签名 · state of a seal or signature. Read only, not for construction. XSD seal.xsd:352 */
export interface SealSignatureItem {
  /** 申请ID · id; at most 64 characters. 推断/inferred. XSD seal.xsd:358 */
  sealApplyId: string;
  /** 类别 · SEAL or SIGN; at most 4 characters. 推断/inferred. XSD seal.xsd:365 */
  kind: Open<SealOrSign>;
  /** 印章类型 · seal kind; at most 2 characters. Code list `seal-types`, open. 推断/inferred. XSD seal.xsd:372 */
  sealType?: Open<SealTypesCode>;
  /** 手签员姓名 · signatory; at most 50 characters. 推断/inferred. XSD seal.xsd:379 */
  signerName?: string;
  /** 状态 · state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD seal.xsd:386 */
  status: Open<AuditStatusCode>;
  /** 审核意见 · reason; at most 2000 characters. 推断/inferred. XSD seal.xsd:393 */
  auditOpinion?: string;
  /** 更新时间 · last change; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD seal.xsd:400 */
  updatedAt?: string;
}

/** 印章签名列表 · seals and signatures. Read only, not for construction. XSD seal.xsd:410 */
export interface SealSignatureItemList {
  /** 印章签名 · seal or signature. 推断/inferred. XSD seal.xsd:416 */
  item?: readonly SealSignatureItem[];
}

/** 印章签名查询 · 应答 · Seal and signature query, answer body. Read only, not for construction. XSD seal.xsd:426 */
export interface QuerySealSignatureResponse {
  /** 印章签名列表 · seals and signatures. 推断/inferred. XSD seal.xsd:432 */
  items: SealSignatureItemList;
}

const text2Value: SimpleDescriptor = {
  k: "simple",
  name: "Text2",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 2,
};
const text8Value: SimpleDescriptor = {
  k: "simple",
  name: "Text8",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 8,
};
const base64BinaryValue: SimpleDescriptor = { k: "simple", builtin: "base64Binary", js: "bytes" };
const text50Value: SimpleDescriptor = {
  k: "simple",
  name: "Text50",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 50,
};
const text32Value: SimpleDescriptor = {
  k: "simple",
  name: "Text32",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 32,
};
const text20Value: SimpleDescriptor = {
  k: "simple",
  name: "Text20",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 20,
};
const text4Value: SimpleDescriptor = {
  k: "simple",
  name: "Text4",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 4,
};
const text200Value: SimpleDescriptor = {
  k: "simple",
  name: "Text200",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 200,
};
const text64Value: SimpleDescriptor = {
  k: "simple",
  name: "Text64",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 64,
};
const text9Value: SimpleDescriptor = {
  k: "simple",
  name: "Text9",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 9,
};
const text18Value: SimpleDescriptor = {
  k: "simple",
  name: "Text18",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 18,
};
const text3Value: SimpleDescriptor = {
  k: "simple",
  name: "Text3",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 3,
};
const text2000Value: SimpleDescriptor = {
  k: "simple",
  name: "Text2000",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 2000,
};
const dateTimeValue: SimpleDescriptor = {
  k: "simple",
  name: "DateTime",
  builtin: "string",
  js: "string",
  ws: "preserve",
  patterns: ["[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"],
  quick: true,
  maxLength: 19,
};
const sealOrSignValue: SimpleDescriptor = {
  k: "simple",
  name: "SealOrSign",
  builtin: "string",
  js: "string",
  ws: "preserve",
  enum: ["SEAL", "SIGN"],
  maxLength: 4,
};

export const SealImageDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SealImage",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealType", name: "sealType", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "imageFormat", name: "imageFormat", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "image", name: "image", ns: "", type: base64BinaryValue, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SealImageListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SealImageList",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "seal", name: "seal", ns: "", type: SealImageDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const SignerSignatureDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SignerSignature",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "signerName", name: "signerName", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "idType", name: "idType", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "idNo", name: "idNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "mobile", name: "mobile", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "imageFormat", name: "imageFormat", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "image", name: "image", ns: "", type: base64BinaryValue, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SignerSignatureListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SignerSignatureList",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "signer", name: "signer", ns: "", type: SignerSignatureDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const SealAttachmentDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SealAttachment",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "fileType", name: "fileType", ns: "", type: text4Value, min: 1, max: 1 },
      { k: "el", prop: "fileName", name: "fileName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "content", name: "content", ns: "", type: base64BinaryValue, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SealAttachmentListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SealAttachmentList",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "attachment", name: "attachment", ns: "", type: SealAttachmentDescriptor, min: 1, max: -1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplySealSignatureRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplySealSignatureRequest",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealApplyId", name: "sealApplyId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 1, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "applyType", name: "applyType", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "seals", name: "seals", ns: "", type: SealImageListDescriptor, min: 0, max: 1 },
      { k: "el", prop: "signers", name: "signers", ns: "", type: SignerSignatureListDescriptor, min: 0, max: 1 },
      {
        k: "el",
        prop: "attachments",
        name: "attachments",
        ns: "",
        type: SealAttachmentListDescriptor,
        min: 0,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplySealSignatureResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplySealSignatureResponse",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealApplyId", name: "sealApplyId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "status", name: "status", ns: "", type: text2Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushSealSignatureAuditResultRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushSealSignatureAuditResultRequest",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealApplyId", name: "sealApplyId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "auditResult", name: "auditResult", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "auditOpinion", name: "auditOpinion", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "auditTime", name: "auditTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "sealId", name: "sealId", ns: "", type: text64Value, min: 0, max: -1 },
      { k: "el", prop: "signerId", name: "signerId", ns: "", type: text64Value, min: 0, max: -1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushSealSignatureAuditResultResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushSealSignatureAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
};

export const QuerySealSignatureRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QuerySealSignatureRequest",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealApplyId", name: "sealApplyId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SealSignatureItemDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SealSignatureItem",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealApplyId", name: "sealApplyId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "kind", name: "kind", ns: "", type: sealOrSignValue, min: 1, max: 1 },
      { k: "el", prop: "sealType", name: "sealType", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "signerName", name: "signerName", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "status", name: "status", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "auditOpinion", name: "auditOpinion", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "updatedAt", name: "updatedAt", ns: "", type: dateTimeValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SealSignatureItemListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SealSignatureItemList",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "item", name: "item", ns: "", type: SealSignatureItemDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const QuerySealSignatureResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QuerySealSignatureResponse",
  ns: "urn:example:ccpit-coo:reference:v1:seal",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "items", name: "items", ns: "", type: SealSignatureItemListDescriptor, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

/** Descriptor of the message ApplySealSignatureRequest: all that the codec needs. */
export const ApplySealSignatureRequestMessage: MessageDescriptor<ApplySealSignatureRequest> = {
  k: "message",
  name: "ApplySealSignatureRequest",
  type: ApplySealSignatureRequestDescriptor,
};

/** Descriptor of the message ApplySealSignatureResponse: all that the codec needs. */
export const ApplySealSignatureResponseMessage: MessageDescriptor<ApplySealSignatureResponse> = {
  k: "message",
  name: "ApplySealSignatureResponse",
  type: ApplySealSignatureResponseDescriptor,
};

/** Descriptor of the message PushSealSignatureAuditResultRequest: all that the codec needs. */
export const PushSealSignatureAuditResultRequestMessage: MessageDescriptor<PushSealSignatureAuditResultRequest> = {
  k: "message",
  name: "PushSealSignatureAuditResultRequest",
  type: PushSealSignatureAuditResultRequestDescriptor,
};

/** Descriptor of the message PushSealSignatureAuditResultResponse: all that the codec needs. */
export const PushSealSignatureAuditResultResponseMessage: MessageDescriptor<PushSealSignatureAuditResultResponse> = {
  k: "message",
  name: "PushSealSignatureAuditResultResponse",
  type: PushSealSignatureAuditResultResponseDescriptor,
};

/** Descriptor of the message QuerySealSignatureRequest: all that the codec needs. */
export const QuerySealSignatureRequestMessage: MessageDescriptor<QuerySealSignatureRequest> = {
  k: "message",
  name: "QuerySealSignatureRequest",
  type: QuerySealSignatureRequestDescriptor,
};

/** Descriptor of the message QuerySealSignatureResponse: all that the codec needs. */
export const QuerySealSignatureResponseMessage: MessageDescriptor<QuerySealSignatureResponse> = {
  k: "message",
  name: "QuerySealSignatureResponse",
  type: QuerySealSignatureResponseDescriptor,
};
