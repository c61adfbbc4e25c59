// @generated from schemas/2018-07/goods.xsd, sha256 205c9814. Do not edit: change the schema, run `pnpm generate`.
import {
  AttachmentListDescriptor,
  type AttachmentList,
  type AuditStatusCode,
  type CertTypesCode,
  type CountriesCode,
  type CurrenciesCode,
  type GoodsFilingActionsCode,
  type MeasurementUnitsCode,
  type OriginCriteriaCode,
} from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, MessageDescriptor, Open, SimpleDescriptor } from "@coo/soap/gen1";

/** 申请优惠 · an agreement asked for. XSD goods.xsd:16 */
export interface AppliedPreference {
  /**
   * 优惠区域 · preference area (agreement); at most 8 characters. Code list `cert-types`, open. 推断/inferred.
   * XSD goods.xsd:22
   */
  areaCode: Open<CertTypesCode>;
  /**
   * 优惠类型 · preference kind (criterion class); at most 8 characters. Code list `origin-criteria`, open.
   * 推断/inferred. XSD goods.xsd:29
   */
  preferenceType: Open<OriginCriteriaCode>;
  /**
   * 原产地标准 · criterion; at most 10 characters. Code list `origin-criteria`, open. 推断/inferred. XSD goods.xsd:36
   */
  originCriterion?: Open<OriginCriteriaCode>;
}

/** 申请优惠列表 · agreements asked for. XSD goods.xsd:46 */
export interface AppliedPreferenceList {
  /** 优惠 · preference. 推断/inferred. XSD goods.xsd:52 */
  preference: readonly AppliedPreference[];
}

/** 生产工序 · a production step. XSD goods.xsd:62 */
export interface ProductionProcess {
  /** 工序序号 · step. 推断/inferred. XSD goods.xsd:68 */
  seqNo: number;
  /** 工序名称 · name of the production step; at most 200 characters. 推断/inferred. XSD goods.xsd:75 */
  processName: string;
  /** 加工地点 · place; at most 200 characters. 推断/inferred. XSD goods.xsd:82 */
  place?: string;
  /** 说明 · description; at most 1000 characters. 推断/inferred. XSD goods.xsd:89 */
  description?: string;
}

/** 生产工序列表 · production steps. XSD goods.xsd:99 */
export interface ProductionProcessList {
  /** 生产工序 · production step. 推断/inferred. XSD goods.xsd:105 */
  process: readonly ProductionProcess[];
}

/** 原材料 · a material. XSD goods.xsd:115 */
export interface Material {
  /** 序号 · sequence. 推断/inferred. XSD goods.xsd:121 */
  seqNo: number;
  /** 原材料名称 · material; at most 200 characters. 推断/inferred. XSD goods.xsd:128 */
  materialName: string;
  /** HS编码 · HS code of the material; at most 10 characters. 推断/inferred. XSD goods.xsd:135 */
  hsCode?: string;
  /**
   * 原产国 · origin of the material; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD goods.xsd:142
   */
  originCountryCode: Open<CountriesCode>;
  /** 是否原产 · originating. 推断/inferred. XSD goods.xsd:149 */
  originating: boolean;
  /** 供应商 · supplier; at most 200 characters. 推断/inferred. XSD goods.xsd:156 */
  supplier?: string;
  /**
   * 单位成本 · cost per unit of product; at most 19 digits before the point and 5 after it. 推断/inferred.
   * XSD goods.xsd:163
   */
  unitCost?: string;
  /**
   * 占比 · share of the price, percent; at most 5 digits before the point and 2 after it. 推断/inferred.
   * XSD goods.xsd:170
   */
  share: string;
}

/** 原材料列表 · materials. XSD goods.xsd:180 */
export interface MaterialList {
  /** 原材料 · material. 推断/inferred. XSD goods.xsd:186 */
  material?: readonly Material[];
}

/** 商品备案申请 · 请求 · Goods filing application, request body. XSD goods.xsd:196 */
export interface ApplyGoodsFilingRequest {
  /** 备案申请ID · platform id of the filing; at most 64 characters. 推断/inferred. XSD goods.xsd:202 */
  filingId: string;
  /** 是否发送审核 · true = send. 推断/inferred. XSD goods.xsd:209 */
  sendAudit: boolean;
  /**
   * 申请类型 · new / change / cancel; at most 2 characters. Code list `goods-filing-actions`, open. 推断/inferred.
   * XSD goods.xsd:216
   */
  applyType?: Open<GoodsFilingActionsCode>;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD goods.xsd:223 */
  enterpriseRegNo: string;
  /** 统一社会信用代码 · exporter credit code; at most 18 characters. 推断/inferred. XSD goods.xsd:230 */
  creditCode?: string;
  /** 分支会编码 · branch; at most 3 characters. 推断/inferred. XSD goods.xsd:237 */
  branchCode: string;
  /** HS编码 · 10-digit code; at most 10 characters. 推断/inferred. XSD goods.xsd:244 */
  hsCode: string;
  /** 中文品名 · Chinese name; at most 200 characters. 推断/inferred. XSD goods.xsd:251 */
  goodsCnName: string;
  /** 英文品名 · English name; at most 400 characters. 推断/inferred. XSD goods.xsd:258 */
  goodsEnName: string;
  /** 规格型号 · model / specification; at most 400 characters. 推断/inferred. XSD goods.xsd:265 */
  model?: string;
  /** 计量单位 · unit; at most 20 characters. Code list `measurement-units`, open. 推断/inferred. XSD goods.xsd:272 */
  unit?: Open<MeasurementUnitsCode>;
  /** 生产企业名称 · producer; at most 400 characters. 推断/inferred. XSD goods.xsd:279 */
  producerName: string;
  /** 生产企业信用代码 · producer credit code; at most 18 characters. 推断/inferred. XSD goods.xsd:286 */
  producerCreditCode?: string;
  /** 生产企业联系人 · contact; at most 30 characters. 推断/inferred. XSD goods.xsd:293 */
  producerContact?: string;
  /** 生产企业电话 · telephone; at most 50 characters. 推断/inferred. XSD goods.xsd:300 */
  producerTel?: string;
  /** 生产地址 · place of production; at most 400 characters. 推断/inferred. XSD goods.xsd:307 */
  producerAddress?: string;
  /**
   * 币制 · currency of the costs; at most 3 characters. Code list `currencies`, open. 推断/inferred. XSD goods.xsd:314
   */
  currency?: Open<CurrenciesCode>;
  /** 出厂价 · ex-works price; at most 19 digits before the point and 5 after it. 推断/inferred. XSD goods.xsd:321 */
  exWorksPrice?: string;
  /** FOB价 · FOB price; at most 19 digits before the point and 5 after it. 推断/inferred. XSD goods.xsd:328 */
  fobPrice?: string;
  /**
   * 非原产材料占比 · share of non-originating material; at most 5 digits before the point and 2 after it.
   * 推断/inferred. XSD goods.xsd:335
   */
  importedContentPct?: string;
  /**
   * 原产材料占比 · share of originating material; at most 5 digits before the point and 2 after it. 推断/inferred.
   * XSD goods.xsd:342
   */
  originMaterialPct?: string;
  /** 品牌 · brand; at most 100 characters. 推断/inferred. XSD goods.xsd:349 */
  brand?: string;
  /** 优惠列表 · preferences. 推断/inferred. XSD goods.xsd:356 */
  preferences: AppliedPreferenceList;
  /** 生产工序列表 · production steps. 推断/inferred. XSD goods.xsd:363 */
  processes: ProductionProcessList;
  /** 原材料列表 · materials. 推断/inferred. XSD goods.xsd:370 */
  materials: MaterialList;
  /** 附件列表 · attachments. 推断/inferred. XSD goods.xsd:377 */
  attachments?: AttachmentList;
}

/** 商品备案申请 · 应答 · Goods filing application, answer body. Read only, not for construction. XSD goods.xsd:387 */
export interface ApplyGoodsFilingResponse {
  /** 备案申请ID · id; at most 64 characters. 推断/inferred. XSD goods.xsd:393 */
  filingId: string;
  /** 商品备案号 · number, when already assigned; at most 32 characters. 推断/inferred. XSD goods.xsd:400 */
  goodsFilingNo?: string;
  /** 备案状态 · state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD goods.xsd:407 */
  filingStatus?: Open<AuditStatusCode>;
}

/** 优惠审核结果 · result for one agreement. Read only, not for construction. XSD goods.xsd:417 */
export interface AuditedPreference {
  /** 优惠区域 · agreement; at most 8 characters. Code list `cert-types`, open. 推断/inferred. XSD goods.xsd:423 */
  areaCode: Open<CertTypesCode>;
  /**
   * 核定标准 · criterion accepted; at most 10 characters. Code list `origin-criteria`, open. 推断/inferred.
   * XSD goods.xsd:430
   */
  originCriterion?: Open<OriginCriteriaCode>;
  /**
   * 结果 · result for this agreement; at most 2 characters. Code list `audit-status`, open. 推断/inferred.
   * XSD goods.xsd:437
   */
  result?: Open<AuditStatusCode>;
}

/** 优惠审核结果列表 · results per agreement. Read only, not for construction. XSD goods.xsd:447 */
export interface AuditedPreferenceList {
  /** 优惠 · preference. 推断/inferred. XSD goods.xsd:453 */
  preference: readonly AuditedPreference[];
}

/**
 * 商品备案审核结果推送 · 推送 · Goods-filing audit-result push, body pushed. Read only, not for construction.
 * XSD goods.xsd:463
 */
export interface PushGoodsFilingAuditResultRequest {
  /** 备案申请ID · id; at most 64 characters. 推断/inferred. XSD goods.xsd:469 */
  filingId: string;
  /**
   * 商品备案号 · assigned number; at most 32 characters. Required when: when approved. 推断/inferred. XSD goods.xsd:476
   */
  goodsFilingNo?: string;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD goods.xsd:483 */
  enterpriseRegNo?: string;
  /** HS编码 · code; at most 10 characters. 推断/inferred. XSD goods.xsd:490 */
  hsCode?: string;
  /** 审核结果 · result; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD goods.xsd:497 */
  auditResult: Open<AuditStatusCode>;
  /** 审核意见 · reason; at most 2000 characters. Required when: when returned. 推断/inferred. XSD goods.xsd:504 */
  auditOpinion?: string;
  /** 审核时间 · time; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD goods.xsd:511 */
  auditTime: string;
  /** 有效期至 · valid until; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD goods.xsd:518 */
  validTo?: string;
  /** 优惠列表 · preferences. 推断/inferred. XSD goods.xsd:525 */
  preferences?: AuditedPreferenceList;
}

/**
 * 商品备案审核结果推送 · 应答 · Goods-filing audit-result push, body of the answer; empty, the result stands in the
 * head. XSD goods.xsd:535
 */
export type PushGoodsFilingAuditResultResponse = Record<never, never>;

/** 商品备案查询 · 请求 · Goods-filing query, request body. XSD goods.xsd:543 */
export interface QueryGoodsFilingRequest {
  /** 备案申请ID · id; at most 64 characters. Required when: one of these. 推断/inferred. XSD goods.xsd:549 */
  filingId?: string;
  /** 商品备案号 · number; at most 32 characters. 推断/inferred. XSD goods.xsd:556 */
  goodsFilingNo?: string;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD goods.xsd:563 */
  enterpriseRegNo?: string;
  /** HS编码 · code; at most 10 characters. 推断/inferred. XSD goods.xsd:570 */
  hsCode?: string;
  /** 优惠区域 · agreement; at most 8 characters. Code list `cert-types`, open. 推断/inferred. XSD goods.xsd:577 */
  areaCode?: Open<CertTypesCode>;
  /** 备案状态 · state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD goods.xsd:584 */
  status?: Open<AuditStatusCode>;
  /** 页码 · page number from 1. 推断/inferred. XSD goods.xsd:591 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD goods.xsd:598 */
  pageSize?: number;
}

/** 备案优惠 · an agreement covered. Read only, not for construction. XSD goods.xsd:608 */
export interface FiledPreference {
  /** 优惠区域 · agreement; at most 8 characters. Code list `cert-types`, open. 推断/inferred. XSD goods.xsd:614 */
  areaCode: Open<CertTypesCode>;
  /**
   * 原产地标准 · criterion; at most 10 characters. Code list `origin-criteria`, open. 推断/inferred. XSD goods.xsd:621
   */
  originCriterion?: Open<OriginCriteriaCode>;
}

/** 备案优惠列表 · agreements covered. Read only, not for construction. XSD goods.xsd:631 */
export interface FiledPreferenceList {
  /** 优惠 · preference. 推断/inferred. XSD goods.xsd:637 */
  preference: readonly FiledPreference[];
}

/** 商品备案 · state of a goods filing. Read only, not for construction. XSD goods.xsd:647 */
export interface GoodsFiling {
  /** 备案申请ID · id; at most 64 characters. 推断/inferred. XSD goods.xsd:653 */
  filingId: string;
  /** 商品备案号 · number; at most 32 characters. 推断/inferred. XSD goods.xsd:660 */
  goodsFilingNo?: string;
  /** HS编码 · code; at most 10 characters. 推断/inferred. XSD goods.xsd:667 */
  hsCode: string;
  /** 中文品名 · name; at most 200 characters. 推断/inferred. XSD goods.xsd:674 */
  goodsCnName: string;
  /** 英文品名 · English name; at most 400 characters. 推断/inferred. XSD goods.xsd:681 */
  goodsEnName?: string;
  /** 备案状态 · state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD goods.xsd:688 */
  status: Open<AuditStatusCode>;
  /** 审核意见 · reason; at most 2000 characters. 推断/inferred. XSD goods.xsd:695 */
  auditOpinion?: string;
  /** 有效期至 · valid until; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD goods.xsd:702 */
  validTo?: string;
  /** 更新时间 · last change; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD goods.xsd:709 */
  updatedAt?: string;
  /** 优惠列表 · preferences. 推断/inferred. XSD goods.xsd:716 */
  preferences?: FiledPreferenceList;
}

/** 商品备案列表 · page of goods filings. Read only, not for construction. XSD goods.xsd:726 */
export interface GoodsFilingList {
  /** 商品备案 · goods filing. 推断/inferred. XSD goods.xsd:732 */
  filing?: readonly GoodsFiling[];
}

/** 商品备案查询 · 应答 · Goods-filing query, answer body. Read only, not for construction. XSD goods.xsd:742 */
export interface QueryGoodsFilingResponse {
  /** 总数 · number of matches. 推断/inferred. XSD goods.xsd:748 */
  total?: number;
  /** 页码 · page. 推断/inferred. XSD goods.xsd:755 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD goods.xsd:762 */
  pageSize?: number;
  /** 商品备案列表 · goods filings. 推断/inferred. XSD goods.xsd:769 */
  filings: GoodsFilingList;
}

/** 商品备案同步 · 请求 · Goods-filing synchronisation, request body. XSD goods.xsd:779 */
export interface SyncGoodsFilingsRequest {
  /** 企业注册号 · exporter; empty = all the platform serves; at most 9 characters. 推断/inferred. XSD goods.xsd:785 */
  enterpriseRegNo?: string;
  /**
   * 开始时间 · window start (inclusive); at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD goods.xsd:792
   */
  startTime: string;
  /** 结束时间 · window end (exclusive); at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD goods.xsd:799 */
  endTime: string;
  /** 页码 · page number from 1. 推断/inferred. XSD goods.xsd:806 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD goods.xsd:813 */
  pageSize?: number;
}

/** 同步商品备案 · a changed goods filing. Read only, not for construction. XSD goods.xsd:823 */
export interface SyncedGoodsFiling {
  /** 备案申请ID · id; at most 64 characters. 推断/inferred. XSD goods.xsd:829 */
  filingId: string;
  /** 商品备案号 · number; at most 32 characters. 推断/inferred. XSD goods.xsd:836 */
  goodsFilingNo?: string;
  /** 备案状态 · state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD goods.xsd:843 */
  status: Open<AuditStatusCode>;
  /** 更新时间 · last change; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD goods.xsd:850 */
  updatedAt: string;
  /** 备案明细 · filing body. 推断/inferred. XSD goods.xsd:857 */
  detail?: ApplyGoodsFilingRequest;
}

/** 同步商品备案列表 · page of changed goods filings. Read only, not for construction. XSD goods.xsd:867 */
export interface SyncedGoodsFilingList {
  /** 商品备案 · goods filing. 推断/inferred. XSD goods.xsd:873 */
  filing?: readonly SyncedGoodsFiling[];
}

/**
 * 商品备案同步 · 应答 · Goods-filing synchronisation, answer body. Read only, not for construction. XSD goods.xsd:883
 */
export interface SyncGoodsFilingsResponse {
  /** 总数 · number of matches. 推断/inferred. XSD goods.xsd:889 */
  total?: number;
  /** 页码 · page. 推断/inferred. XSD goods.xsd:896 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD goods.xsd:903 */
  pageSize?: number;
  /** 商品备案列表 · goods filings. 推断/inferred. XSD goods.xsd:910 */
  filings: SyncedGoodsFilingList;
}

const text8Value: SimpleDescriptor = {
  k: "simple",
  name: "Text8",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 8,
};
const text10Value: SimpleDescriptor = {
  k: "simple",
  name: "Text10",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 10,
};
const intValue: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const text200Value: SimpleDescriptor = {
  k: "simple",
  name: "Text200",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 200,
};
const text1000Value: SimpleDescriptor = {
  k: "simple",
  name: "Text1000",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 1000,
};
const text3Value: SimpleDescriptor = {
  k: "simple",
  name: "Text3",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 3,
};
const booleanValue: SimpleDescriptor = { k: "simple", builtin: "boolean", js: "boolean" };
const decimal19_5Value: SimpleDescriptor = {
  k: "simple",
  name: "Decimal19_5",
  builtin: "decimal",
  js: "string",
  patterns: ["-?[0-9]{1,19}(?:\\.[0-9]{1,5})?"],
  quick: true,
  totalDigits: 24,
  fractionDigits: 5,
};
const decimal5_2Value: SimpleDescriptor = {
  k: "simple",
  name: "Decimal5_2",
  builtin: "decimal",
  js: "string",
  patterns: ["-?[0-9]{1,5}(?:\\.[0-9]{1,2})?"],
  quick: true,
  totalDigits: 7,
  fractionDigits: 2,
};
const text64Value: SimpleDescriptor = {
  k: "simple",
  name: "Text64",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 64,
};
const text2Value: SimpleDescriptor = {
  k: "simple",
  name: "Text2",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 2,
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
const text400Value: SimpleDescriptor = {
  k: "simple",
  name: "Text400",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 400,
};
const text20Value: SimpleDescriptor = {
  k: "simple",
  name: "Text20",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 20,
};
const text30Value: SimpleDescriptor = {
  k: "simple",
  name: "Text30",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 30,
};
const text50Value: SimpleDescriptor = {
  k: "simple",
  name: "Text50",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 50,
};
const text100Value: SimpleDescriptor = {
  k: "simple",
  name: "Text100",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 100,
};
const text32Value: SimpleDescriptor = {
  k: "simple",
  name: "Text32",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 32,
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
const dateValue: SimpleDescriptor = {
  k: "simple",
  name: "Date",
  builtin: "string",
  js: "string",
  ws: "preserve",
  patterns: ["[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"],
  quick: true,
  maxLength: 10,
};

export const AppliedPreferenceDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "AppliedPreference",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "areaCode", name: "areaCode", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "preferenceType", name: "preferenceType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "originCriterion", name: "originCriterion", ns: "", type: text10Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const AppliedPreferenceListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "AppliedPreferenceList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "preference", name: "preference", ns: "", type: AppliedPreferenceDescriptor, min: 1, max: -1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ProductionProcessDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ProductionProcess",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "seqNo", name: "seqNo", ns: "", type: intValue, min: 1, max: 1 },
      { k: "el", prop: "processName", name: "processName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "place", name: "place", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "description", name: "description", ns: "", type: text1000Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ProductionProcessListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ProductionProcessList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "process", name: "process", ns: "", type: ProductionProcessDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const MaterialDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "Material",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "seqNo", name: "seqNo", ns: "", type: intValue, min: 1, max: 1 },
      { k: "el", prop: "materialName", name: "materialName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "originCountryCode", name: "originCountryCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "originating", name: "originating", ns: "", type: booleanValue, min: 1, max: 1 },
      { k: "el", prop: "supplier", name: "supplier", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "unitCost", name: "unitCost", ns: "", type: decimal19_5Value, min: 0, max: 1 },
      { k: "el", prop: "share", name: "share", ns: "", type: decimal5_2Value, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const MaterialListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "MaterialList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "material", name: "material", ns: "", type: MaterialDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyGoodsFilingRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplyGoodsFilingRequest",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "filingId", name: "filingId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "sendAudit", name: "sendAudit", ns: "", type: booleanValue, min: 1, max: 1 },
      { k: "el", prop: "applyType", name: "applyType", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 1, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 1, max: 1 },
      { k: "el", prop: "goodsCnName", name: "goodsCnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "goodsEnName", name: "goodsEnName", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "model", name: "model", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "unit", name: "unit", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "producerName", name: "producerName", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "producerCreditCode", name: "producerCreditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "producerContact", name: "producerContact", ns: "", type: text30Value, min: 0, max: 1 },
      { k: "el", prop: "producerTel", name: "producerTel", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "producerAddress", name: "producerAddress", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "currency", name: "currency", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "exWorksPrice", name: "exWorksPrice", ns: "", type: decimal19_5Value, min: 0, max: 1 },
      { k: "el", prop: "fobPrice", name: "fobPrice", ns: "", type: decimal19_5Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "importedContentPct",
        name: "importedContentPct",
        ns: "",
        type: decimal5_2Value,
        min: 0,
        max: 1,
      },
      { k: "el", prop: "originMaterialPct", name: "originMaterialPct", ns: "", type: decimal5_2Value, min: 0, max: 1 },
      { k: "el", prop: "brand", name: "brand", ns: "", type: text100Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "preferences",
        name: "preferences",
        ns: "",
        type: AppliedPreferenceListDescriptor,
        min: 1,
        max: 1,
      },
      { k: "el", prop: "processes", name: "processes", ns: "", type: ProductionProcessListDescriptor, min: 1, max: 1 },
      { k: "el", prop: "materials", name: "materials", ns: "", type: MaterialListDescriptor, min: 1, max: 1 },
      { k: "el", prop: "attachments", name: "attachments", ns: "", type: AttachmentListDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyGoodsFilingResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplyGoodsFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "filingId", name: "filingId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "goodsFilingNo", name: "goodsFilingNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "filingStatus", name: "filingStatus", ns: "", type: text2Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const AuditedPreferenceDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "AuditedPreference",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "areaCode", name: "areaCode", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "originCriterion", name: "originCriterion", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "result", name: "result", ns: "", type: text2Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const AuditedPreferenceListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "AuditedPreferenceList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "preference", name: "preference", ns: "", type: AuditedPreferenceDescriptor, min: 1, max: -1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushGoodsFilingAuditResultRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushGoodsFilingAuditResultRequest",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "filingId", name: "filingId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "goodsFilingNo", name: "goodsFilingNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "auditResult", name: "auditResult", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "auditOpinion", name: "auditOpinion", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "auditTime", name: "auditTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "validTo", name: "validTo", ns: "", type: dateValue, min: 0, max: 1 },
      {
        k: "el",
        prop: "preferences",
        name: "preferences",
        ns: "",
        type: AuditedPreferenceListDescriptor,
        min: 0,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const PushGoodsFilingAuditResultResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushGoodsFilingAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
};

export const QueryGoodsFilingRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QueryGoodsFilingRequest",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "filingId", name: "filingId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "goodsFilingNo", name: "goodsFilingNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "areaCode", name: "areaCode", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "status", name: "status", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const FiledPreferenceDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "FiledPreference",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "areaCode", name: "areaCode", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "originCriterion", name: "originCriterion", ns: "", type: text10Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const FiledPreferenceListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "FiledPreferenceList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "preference", name: "preference", ns: "", type: FiledPreferenceDescriptor, min: 1, max: -1 },
    ],
    min: 1,
    max: 1,
  },
};

export const GoodsFilingDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "GoodsFiling",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "filingId", name: "filingId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "goodsFilingNo", name: "goodsFilingNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 1, max: 1 },
      { k: "el", prop: "goodsCnName", name: "goodsCnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "goodsEnName", name: "goodsEnName", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "status", name: "status", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "auditOpinion", name: "auditOpinion", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "validTo", name: "validTo", ns: "", type: dateValue, min: 0, max: 1 },
      { k: "el", prop: "updatedAt", name: "updatedAt", ns: "", type: dateTimeValue, min: 0, max: 1 },
      {
        k: "el",
        prop: "preferences",
        name: "preferences",
        ns: "",
        type: FiledPreferenceListDescriptor,
        min: 0,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const GoodsFilingListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "GoodsFilingList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "filing", name: "filing", ns: "", type: GoodsFilingDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const QueryGoodsFilingResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QueryGoodsFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "total", name: "total", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "filings", name: "filings", ns: "", type: GoodsFilingListDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncGoodsFilingsRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncGoodsFilingsRequest",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "startTime", name: "startTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "endTime", name: "endTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncedGoodsFilingDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncedGoodsFiling",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "filingId", name: "filingId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "goodsFilingNo", name: "goodsFilingNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "status", name: "status", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "updatedAt", name: "updatedAt", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "detail", name: "detail", ns: "", type: ApplyGoodsFilingRequestDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncedGoodsFilingListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncedGoodsFilingList",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "filing", name: "filing", ns: "", type: SyncedGoodsFilingDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const SyncGoodsFilingsResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncGoodsFilingsResponse",
  ns: "urn:example:ccpit-coo:reference:v1:goods",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "total", name: "total", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "filings", name: "filings", ns: "", type: SyncedGoodsFilingListDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

/** Descriptor of the message ApplyGoodsFilingRequest: all that the codec needs. */
export const ApplyGoodsFilingRequestMessage: MessageDescriptor<ApplyGoodsFilingRequest> = {
  k: "message",
  name: "ApplyGoodsFilingRequest",
  type: ApplyGoodsFilingRequestDescriptor,
};

/** Descriptor of the message ApplyGoodsFilingResponse: all that the codec needs. */
export const ApplyGoodsFilingResponseMessage: MessageDescriptor<ApplyGoodsFilingResponse> = {
  k: "message",
  name: "ApplyGoodsFilingResponse",
  type: ApplyGoodsFilingResponseDescriptor,
};

/** Descriptor of the message PushGoodsFilingAuditResultRequest: all that the codec needs. */
export const PushGoodsFilingAuditResultRequestMessage: MessageDescriptor<PushGoodsFilingAuditResultRequest> = {
  k: "message",
  name: "PushGoodsFilingAuditResultRequest",
  type: PushGoodsFilingAuditResultRequestDescriptor,
};

/** Descriptor of the message PushGoodsFilingAuditResultResponse: all that the codec needs. */
export const PushGoodsFilingAuditResultResponseMessage: MessageDescriptor<PushGoodsFilingAuditResultResponse> = {
  k: "message",
  name: "PushGoodsFilingAuditResultResponse",
  type: PushGoodsFilingAuditResultResponseDescriptor,
};

/** Descriptor of the message QueryGoodsFilingRequest: all that the codec needs. */
export const QueryGoodsFilingRequestMessage: MessageDescriptor<QueryGoodsFilingRequest> = {
  k: "message",
  name: "QueryGoodsFilingRequest",
  type: QueryGoodsFilingRequestDescriptor,
};

/** Descriptor of the message QueryGoodsFilingResponse: all that the codec needs. */
export const QueryGoodsFilingResponseMessage: MessageDescriptor<QueryGoodsFilingResponse> = {
  k: "message",
  name: "QueryGoodsFilingResponse",
  type: QueryGoodsFilingResponseDescriptor,
};

/** Descriptor of the message SyncGoodsFilingsRequest: all that the codec needs. */
export const SyncGoodsFilingsRequestMessage: MessageDescriptor<SyncGoodsFilingsRequest> = {
  k: "message",
  name: "SyncGoodsFilingsRequest",
  type: SyncGoodsFilingsRequestDescriptor,
};

/** Descriptor of the message SyncGoodsFilingsResponse: all that the codec needs. */
export const SyncGoodsFilingsResponseMessage: MessageDescriptor<SyncGoodsFilingsResponse> = {
  k: "message",
  name: "SyncGoodsFilingsResponse",
  type: SyncGoodsFilingsResponseDescriptor,
};
