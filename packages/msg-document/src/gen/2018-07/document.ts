// @generated from schemas/2018-07/document.xsd, sha256 da3733b1. Do not edit: change the schema, run `pnpm generate`.
import {
  AttachmentListDescriptor,
  FieldErrorListDescriptor,
  type ApplicationTypesCode,
  type AttachmentList,
  type AuditStatusCode,
  type CertTypesCode,
  type CooPackUnitsCode,
  type CopyTypesCode,
  type CountriesCode,
  type CurrenciesCode,
  type DocStatusCode,
  type DocTypesCode,
  type FieldErrorList,
  type Flag012,
  type Flag12,
  type Flag123,
  type IncotermsCode,
  type MeasurementUnitsCode,
  type OriginCriteriaCode,
  type PayModesCode,
  type PortsCode,
  type PrintModesCode,
  type PrintStatusCode,
  type TradeModesCode,
  type TransportModesCode,
} from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, MessageDescriptor, Open, SimpleDescriptor } from "@coo/soap/gen1";

/** 发票 · an invoice. XSD document.xsd:16 */
export interface Invoice {
  /** 发票号 · invoice number; at most 50 characters. 推断/inferred. XSD document.xsd:22 */
  invoiceNum: string;
  /** 发票日期 · invoice date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:29 */
  invoiceDate: string;
  /** 合同号 · contract number; at most 50 characters. 推断/inferred. XSD document.xsd:36 */
  contractNum?: string;
  /** 信用证号 · L/C number; at most 50 characters. 推断/inferred. XSD document.xsd:43 */
  creditNum?: string;
  /** 总金额 · invoice total; 1 to 20 characters. 推断/inferred. XSD document.xsd:50 */
  totalAmount?: string;
  /** 币制 · currency; at most 10 characters. Code list `currencies`, open. 推断/inferred. XSD document.xsd:57 */
  currency: Open<CurrenciesCode>;
  /** 价格条款 · price terms; at most 20 characters. Code list `incoterms`, open. 推断/inferred. XSD document.xsd:64 */
  priceTerms?: Open<IncotermsCode>;
  /** 特殊条款 · special terms; at most 1000 characters. 推断/inferred. XSD document.xsd:71 */
  specialTerms?: string;
}

/** 发票列表 · invoices. XSD document.xsd:81 */
export interface InvoiceList {
  /** 发票 · invoice. 推断/inferred. XSD document.xsd:87 */
  invoice: readonly Invoice[];
}

/**
 * 一般原产地证商品 · a goods line of a general certificate. As sent; {@link GeneralGoodsRead} is the same as read.
 * XSD document.xsd:97
 */
export interface GeneralGoods {
  /** 商品序号 · line number from 1. 推断/inferred. XSD document.xsd:103 */
  itemNo: number;
  /** 非货物项 · text-only line (subtotal, clause). 推断/inferred. XSD document.xsd:110 */
  nonGoods?: boolean;
  /**
   * HS编码 · 10-digit Chinese code; print length per form; at most 10 characters. Required when: unless nonGoods.
   * 推断/inferred. XSD document.xsd:117
   */
  hsCode: string | null;
  /** 中文品名 · Chinese name; at most 200 characters. 推断/inferred. XSD document.xsd:124 */
  goodsCnName: string;
  /** 英文品名 · English name; at most 400 characters. 推断/inferred. XSD document.xsd:131 */
  goodsEnName: string;
  /** 货物描述 · full printed text of the line; at most 1000 characters. 推断/inferred. XSD document.xsd:138 */
  goodsDescription: string;
  /**
   * 包装件数 · number of packages; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:145
   */
  packQty: string | null;
  /**
   * 包装单位 · package unit, English; at most 20 characters. Code list `coo-pack-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:152
   */
  packUnit: Open<CooPackUnitsCode> | null;
  /** 包装类型 · 1 regular, 2 irregular; at most 1 character. 推断/inferred. XSD document.xsd:159 */
  packType?: Flag12;
  /** 数量 · quantity; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:166 */
  quantity: string | null;
  /**
   * 计量单位 · unit, Chinese or code; at most 20 characters. Code list `measurement-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:173
   */
  unit: Open<MeasurementUnitsCode> | null;
  /**
   * 计量单位英文 · unit, English; at most 20 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:180
   */
  unitEn: string | null;
  /** 辅助数量 · second quantity; 1 to 25 characters. 推断/inferred. XSD document.xsd:187 */
  secondQuantity?: string;
  /** 辅助单位 · second unit; at most 20 characters. 推断/inferred. XSD document.xsd:194 */
  secondUnit?: string;
  /** 毛重 · gross weight; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:201 */
  grossWeight?: string;
  /** 净重 · net weight; 1 to 25 characters. 推断/inferred. XSD document.xsd:208 */
  netWeight?: string;
  /** 重量单位 · weight unit; at most 10 characters. 推断/inferred. XSD document.xsd:215 */
  weightUnit?: string;
  /** 单价 · invoice unit price; 1 to 25 characters. 推断/inferred. XSD document.xsd:222 */
  unitPrice?: string;
  /** 金额 · invoice amount; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:229 */
  amount: string | null;
  /** FOB值 · FOB; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:236 */
  fobValue?: string;
  /** 发票号 · invoice of this line; at most 50 characters. Required when: RCEP. 推断/inferred. XSD document.xsd:243 */
  invoiceNum?: string;
  /** 生产企业名称 · producer; at most 400 characters. 推断/inferred. XSD document.xsd:250 */
  producerName?: string;
  /**
   * 生产企业信用代码 · producer credit or organisation code; at most 18 characters. 推断/inferred. XSD document.xsd:257
   */
  producerCreditCode?: string;
  /** 生产企业电话 · producer telephone; at most 50 characters. 推断/inferred. XSD document.xsd:264 */
  producerTel?: string;
}

/**
 * 一般原产地证商品 · a goods line of a general certificate. As read, not for construction; {@link GeneralGoods} is the
 * same as sent. XSD document.xsd:97
 */
export interface GeneralGoodsRead {
  /** 商品序号 · line number from 1. 推断/inferred. XSD document.xsd:103 */
  itemNo: number;
  /** 非货物项 · text-only line (subtotal, clause). 推断/inferred. XSD document.xsd:110 */
  nonGoods?: boolean;
  /**
   * HS编码 · 10-digit Chinese code; print length per form; at most 10 characters. Required when: unless nonGoods.
   * 推断/inferred. XSD document.xsd:117
   */
  hsCode: string | null;
  /** 中文品名 · Chinese name; at most 200 characters. 推断/inferred. XSD document.xsd:124 */
  goodsCnName: string;
  /** 英文品名 · English name; at most 400 characters. 推断/inferred. XSD document.xsd:131 */
  goodsEnName: string;
  /** 货物描述 · full printed text of the line; at most 1000 characters. 推断/inferred. XSD document.xsd:138 */
  goodsDescription: string;
  /**
   * 包装件数 · number of packages; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:145
   */
  packQty: string | null;
  /**
   * 包装单位 · package unit, English; at most 20 characters. Code list `coo-pack-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:152
   */
  packUnit: Open<CooPackUnitsCode> | null;
  /** 包装类型 · 1 regular, 2 irregular; at most 1 character. 推断/inferred. XSD document.xsd:159 */
  packType?: Open<Flag12>;
  /** 数量 · quantity; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:166 */
  quantity: string | null;
  /**
   * 计量单位 · unit, Chinese or code; at most 20 characters. Code list `measurement-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:173
   */
  unit: Open<MeasurementUnitsCode> | null;
  /**
   * 计量单位英文 · unit, English; at most 20 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:180
   */
  unitEn: string | null;
  /** 辅助数量 · second quantity; 1 to 25 characters. 推断/inferred. XSD document.xsd:187 */
  secondQuantity?: string;
  /** 辅助单位 · second unit; at most 20 characters. 推断/inferred. XSD document.xsd:194 */
  secondUnit?: string;
  /** 毛重 · gross weight; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:201 */
  grossWeight?: string;
  /** 净重 · net weight; 1 to 25 characters. 推断/inferred. XSD document.xsd:208 */
  netWeight?: string;
  /** 重量单位 · weight unit; at most 10 characters. 推断/inferred. XSD document.xsd:215 */
  weightUnit?: string;
  /** 单价 · invoice unit price; 1 to 25 characters. 推断/inferred. XSD document.xsd:222 */
  unitPrice?: string;
  /** 金额 · invoice amount; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:229 */
  amount: string | null;
  /** FOB值 · FOB; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:236 */
  fobValue?: string;
  /** 发票号 · invoice of this line; at most 50 characters. Required when: RCEP. 推断/inferred. XSD document.xsd:243 */
  invoiceNum?: string;
  /** 生产企业名称 · producer; at most 400 characters. 推断/inferred. XSD document.xsd:250 */
  producerName?: string;
  /**
   * 生产企业信用代码 · producer credit or organisation code; at most 18 characters. 推断/inferred. XSD document.xsd:257
   */
  producerCreditCode?: string;
  /** 生产企业电话 · producer telephone; at most 50 characters. 推断/inferred. XSD document.xsd:264 */
  producerTel?: string;
}

/**
 * 一般原产地证商品列表 · goods lines of a general certificate. As sent; {@link GeneralGoodsListRead} is the same as
 * read. XSD document.xsd:274
 */
export interface GeneralGoodsList {
  /** 商品 · goods line. 推断/inferred. XSD document.xsd:280 */
  goods: readonly GeneralGoods[];
}

/**
 * 一般原产地证商品列表 · goods lines of a general certificate. As read, not for construction; {@link GeneralGoodsList}
 * is the same as sent. XSD document.xsd:274
 */
export interface GeneralGoodsListRead {
  /** 商品 · goods line. 推断/inferred. XSD document.xsd:280 */
  goods: readonly GeneralGoodsRead[];
}

/** 更改/重发信息 · what an amended or re-issued certificate replaces. XSD document.xsd:290 */
export interface CertificateChange {
  /**
   * 原证书号 · original number; at most 20 characters. Required when: amend / re-issue. 推断/inferred.
   * XSD document.xsd:296
   */
  oldCertNo: string;
  /**
   * 更改/重发原因 · reason; at most 500 characters. Required when: amend / re-issue. 推断/inferred.
   * XSD document.xsd:303
   */
  changeReason: string;
  /** 更改栏目 · boxes changed; at most 200 characters. 推断/inferred. XSD document.xsd:310 */
  changedBoxes?: string;
  /** 原有情况 · before; at most 2000 characters. 推断/inferred. XSD document.xsd:317 */
  beforeText?: string;
  /** 更改情况 · after; at most 2000 characters. 推断/inferred. XSD document.xsd:324 */
  afterText?: string;
  /**
   * 原证申请日期 · original application date; at most 20 characters; yyyy-MM-dd or yyyy-MM-dd HH:mm:ss. 推断/inferred.
   * XSD document.xsd:331
   */
  oldApplyDate?: string;
  /**
   * 原证签发日期 · original issue date; at most 20 characters; yyyy-MM-dd or yyyy-MM-dd HH:mm:ss. 推断/inferred.
   * XSD document.xsd:338
   */
  oldIssueDate?: string;
}

/**
 * 一般原产地证申请 · 请求 · General (non-preferential) certificate application, request body. As sent; {@link
 * ApplyGeneralCertificateRequestRead} is the same as read. XSD document.xsd:348
 */
export interface ApplyGeneralCertificateRequest {
  /**
   * 单证ID · platform document id; same id again = update; at most 64 characters. 推断/inferred. XSD document.xsd:354
   */
  docId: string;
  /** 是否发送审核 · true = send for review, false = keep as draft. 推断/inferred. XSD document.xsd:361 */
  sendAudit: boolean;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:368
   */
  docType: Open<DocTypesCode>;
  /** 单证子类型 · document sub-type; at most 8 characters. 推断/inferred. XSD document.xsd:375 */
  subDocType?: string;
  /**
   * 申请类型 · new / amend / re-issue / retroactive; at most 2 characters. Code list `application-types`, open.
   * 推断/inferred. XSD document.xsd:382
   */
  applyType: Open<ApplicationTypesCode>;
  /** 企业注册号 · exporter registration number; at most 9 characters. 推断/inferred. XSD document.xsd:389 */
  enterpriseRegNo: string;
  /** 统一社会信用代码 · exporter credit code; at most 18 characters. 推断/inferred. XSD document.xsd:396 */
  creditCode?: string;
  /** 分支会编码 · office asked to issue; at most 3 characters. 推断/inferred. XSD document.xsd:403 */
  branchCode: string;
  /** 领证分支会 · office where paper is collected; at most 3 characters. 推断/inferred. XSD document.xsd:410 */
  fetchBranchCode?: string;
  /**
   * 证书号 · certificate number if the applicant assigns it; at most 20 characters. 推断/inferred. XSD document.xsd:417
   */
  certNo?: string;
  /**
   * 出口商英文名称 · exporter name; at most 400 characters. Required when: if not taken from the filed record.
   * 推断/inferred. XSD document.xsd:424
   */
  exporterEnName?: string;
  /** 出口商英文地址 · exporter address; at most 400 characters. 推断/inferred. XSD document.xsd:431 */
  exporterEnAddress: string;
  /** 出口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:438 */
  exporterTel?: string;
  /** 出口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:445 */
  exporterFax?: string;
  /** 出口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:452 */
  exporterEmail?: string;
  /** 进口商 · importer as printed (block); at most 400 characters. 推断/inferred. XSD document.xsd:459 */
  importer?: string;
  /** 进口商英文名称 · importer name; at most 200 characters. 推断/inferred. XSD document.xsd:466 */
  importerEnName: string;
  /** 进口商英文地址 · importer address; at most 400 characters. 推断/inferred. XSD document.xsd:473 */
  importerEnAddress?: string;
  /**
   * 进口商国家 · importer country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:480
   */
  importerCountryCode?: Open<CountriesCode>;
  /** 进口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:487 */
  importerTel?: string;
  /** 进口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:494 */
  importerFax?: string;
  /** 进口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:501 */
  importerEmail?: string;
  /** 中间商 · middleman / transit trader text; at most 400 characters. 推断/inferred. XSD document.xsd:508 */
  middleman?: string;
  /** 是否显示中间商 · print the middleman. 推断/inferred. XSD document.xsd:515 */
  showMiddleman?: boolean;
  /**
   * 生产商 · producer text printed on the certificate; at most 1000 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:522
   */
  producer?: string;
  /** 申请地点 · place of declaration, English; at most 50 characters. 推断/inferred. XSD document.xsd:529 */
  applyAddress: string;
  /** 申请日期 · declaration date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:536 */
  applyDate: string;
  /** 手签员 · signatory used; at most 64 characters. 推断/inferred. XSD document.xsd:543 */
  signerId?: string;
  /** 印章 · seal used; at most 64 characters. 推断/inferred. XSD document.xsd:550 */
  sealId?: string;
  /**
   * 贸易方式代码 · trade mode; at most 4 characters. Code list `trade-modes`, open. 推断/inferred. XSD document.xsd:557
   */
  tradeModeCode?: Open<TradeModesCode>;
  /** 付款时间 · payment time/date; at most 19 characters. 推断/inferred. XSD document.xsd:564 */
  payTime?: string;
  /**
   * 付款方式代码 · payment mode; at most 4 characters. Code list `pay-modes`, open. 推断/inferred. XSD document.xsd:571
   */
  payModeCode?: Open<PayModesCode>;
  /** 合同号 · contract number; at most 200 characters. 推断/inferred. XSD document.xsd:578 */
  contractNum?: string;
  /** 信用证号 · letter-of-credit number; at most 50 characters. 推断/inferred. XSD document.xsd:585 */
  creditNum?: string;
  /** 币制 · currency; at most 3 characters. Code list `currencies`, open. 推断/inferred. XSD document.xsd:592 */
  currency: Open<CurrenciesCode>;
  /** 价格条款 · Incoterm; at most 20 characters. Code list `incoterms`, open. 推断/inferred. XSD document.xsd:599 */
  priceTerms?: Open<IncotermsCode>;
  /** 总金额 · invoice total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:606 */
  totalAmount?: string;
  /** FOB值 · FOB total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:613 */
  fobValue: string;
  /**
   * 运输方式 · BY SEA ...; at most 20 characters. Code list `transport-modes`, open. 推断/inferred.
   * XSD document.xsd:620
   */
  transportMode: Open<TransportModesCode>;
  /**
   * 船名航次 · vessel / flight / train / vehicle number; at most 100 characters. 推断/inferred. XSD document.xsd:627
   */
  vesselVoyage?: string;
  /** 出运日期 · departure date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:634 */
  departureDate: string;
  /** 预计离港 · departure date is a forecast. Required when: per form. 推断/inferred. XSD document.xsd:641 */
  departurePredicted?: boolean;
  /** 启运港 · port of loading; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:648 */
  loadPort: Open<PortsCode>;
  /** 转运港 · transit port; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:655 */
  transitPort?: Open<PortsCode>;
  /**
   * 中转国 · transit country; at most 3 characters. Code list `countries`, open. 推断/inferred. XSD document.xsd:662
   */
  transitCountryCode?: Open<CountriesCode>;
  /** 卸货港 · port of discharge; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:669 */
  dischargePort?: Open<PortsCode>;
  /**
   * 目的港 · port of destination; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:676
   */
  destPort?: Open<PortsCode>;
  /**
   * 目的国代码 · destination country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:683
   */
  destCountryCode: Open<CountriesCode>;
  /** 目的国英文 · destination country as printed; at most 80 characters. 推断/inferred. XSD document.xsd:690 */
  destCountryEn: string;
  /**
   * 运输细节 · text printed in the transport box; at most 630 characters. Required when: general CO and Form A.
   * 推断/inferred. XSD document.xsd:697
   */
  transportDetails?: string;
  /** 唛头 · shipping marks; at most 2000 characters. 推断/inferred. XSD document.xsd:704 */
  marks: string;
  /** 图形唛头 · marks need an attachment. 推断/inferred. XSD document.xsd:711 */
  markAttachment?: boolean;
  /** 特殊条款 · clause printed with the goods; at most 2000 characters. 推断/inferred. XSD document.xsd:718 */
  specialClause?: string;
  /**
   * 证书备注 · remark printed on the certificate; at most 300 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:725
   */
  remark?: string;
  /** 申请书备注 · note to the reviewer; at most 1000 characters. 推断/inferred. XSD document.xsd:732 */
  applyNote?: string;
  /**
   * 出口报关日期 · export declaration date; at most 10 characters; yyyy-MM-dd. Required when: ECFA. 推断/inferred.
   * XSD document.xsd:739
   */
  exportDeclarationDate?: string;
  /** 报关单号 · declaration numbers, ";" separated; at most 600 characters. 推断/inferred. XSD document.xsd:746 */
  declarationNos?: string;
  /** 发票列表 · invoices. 推断/inferred. XSD document.xsd:753 */
  invoices: InvoiceList;
  /** 商品列表 · goods lines. 推断/inferred. XSD document.xsd:760 */
  goodsList: GeneralGoodsList;
  /** 更改/重发信息 · change or re-issue. 推断/inferred. XSD document.xsd:767 */
  change?: CertificateChange;
  /** 附件列表 · attachments. 推断/inferred. XSD document.xsd:774 */
  attachments?: AttachmentList;
}

/**
 * 一般原产地证申请 · 请求 · General (non-preferential) certificate application, request body. As read, not for
 * construction; {@link ApplyGeneralCertificateRequest} is the same as sent. XSD document.xsd:348
 */
export interface ApplyGeneralCertificateRequestRead {
  /**
   * 单证ID · platform document id; same id again = update; at most 64 characters. 推断/inferred. XSD document.xsd:354
   */
  docId: string;
  /** 是否发送审核 · true = send for review, false = keep as draft. 推断/inferred. XSD document.xsd:361 */
  sendAudit: boolean;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:368
   */
  docType: Open<DocTypesCode>;
  /** 单证子类型 · document sub-type; at most 8 characters. 推断/inferred. XSD document.xsd:375 */
  subDocType?: string;
  /**
   * 申请类型 · new / amend / re-issue / retroactive; at most 2 characters. Code list `application-types`, open.
   * 推断/inferred. XSD document.xsd:382
   */
  applyType: Open<ApplicationTypesCode>;
  /** 企业注册号 · exporter registration number; at most 9 characters. 推断/inferred. XSD document.xsd:389 */
  enterpriseRegNo: string;
  /** 统一社会信用代码 · exporter credit code; at most 18 characters. 推断/inferred. XSD document.xsd:396 */
  creditCode?: string;
  /** 分支会编码 · office asked to issue; at most 3 characters. 推断/inferred. XSD document.xsd:403 */
  branchCode: string;
  /** 领证分支会 · office where paper is collected; at most 3 characters. 推断/inferred. XSD document.xsd:410 */
  fetchBranchCode?: string;
  /**
   * 证书号 · certificate number if the applicant assigns it; at most 20 characters. 推断/inferred. XSD document.xsd:417
   */
  certNo?: string;
  /**
   * 出口商英文名称 · exporter name; at most 400 characters. Required when: if not taken from the filed record.
   * 推断/inferred. XSD document.xsd:424
   */
  exporterEnName?: string;
  /** 出口商英文地址 · exporter address; at most 400 characters. 推断/inferred. XSD document.xsd:431 */
  exporterEnAddress: string;
  /** 出口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:438 */
  exporterTel?: string;
  /** 出口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:445 */
  exporterFax?: string;
  /** 出口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:452 */
  exporterEmail?: string;
  /** 进口商 · importer as printed (block); at most 400 characters. 推断/inferred. XSD document.xsd:459 */
  importer?: string;
  /** 进口商英文名称 · importer name; at most 200 characters. 推断/inferred. XSD document.xsd:466 */
  importerEnName: string;
  /** 进口商英文地址 · importer address; at most 400 characters. 推断/inferred. XSD document.xsd:473 */
  importerEnAddress?: string;
  /**
   * 进口商国家 · importer country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:480
   */
  importerCountryCode?: Open<CountriesCode>;
  /** 进口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:487 */
  importerTel?: string;
  /** 进口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:494 */
  importerFax?: string;
  /** 进口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:501 */
  importerEmail?: string;
  /** 中间商 · middleman / transit trader text; at most 400 characters. 推断/inferred. XSD document.xsd:508 */
  middleman?: string;
  /** 是否显示中间商 · print the middleman. 推断/inferred. XSD document.xsd:515 */
  showMiddleman?: boolean;
  /**
   * 生产商 · producer text printed on the certificate; at most 1000 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:522
   */
  producer?: string;
  /** 申请地点 · place of declaration, English; at most 50 characters. 推断/inferred. XSD document.xsd:529 */
  applyAddress: string;
  /** 申请日期 · declaration date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:536 */
  applyDate: string;
  /** 手签员 · signatory used; at most 64 characters. 推断/inferred. XSD document.xsd:543 */
  signerId?: string;
  /** 印章 · seal used; at most 64 characters. 推断/inferred. XSD document.xsd:550 */
  sealId?: string;
  /**
   * 贸易方式代码 · trade mode; at most 4 characters. Code list `trade-modes`, open. 推断/inferred. XSD document.xsd:557
   */
  tradeModeCode?: Open<TradeModesCode>;
  /** 付款时间 · payment time/date; at most 19 characters. 推断/inferred. XSD document.xsd:564 */
  payTime?: string;
  /**
   * 付款方式代码 · payment mode; at most 4 characters. Code list `pay-modes`, open. 推断/inferred. XSD document.xsd:571
   */
  payModeCode?: Open<PayModesCode>;
  /** 合同号 · contract number; at most 200 characters. 推断/inferred. XSD document.xsd:578 */
  contractNum?: string;
  /** 信用证号 · letter-of-credit number; at most 50 characters. 推断/inferred. XSD document.xsd:585 */
  creditNum?: string;
  /** 币制 · currency; at most 3 characters. Code list `currencies`, open. 推断/inferred. XSD document.xsd:592 */
  currency: Open<CurrenciesCode>;
  /** 价格条款 · Incoterm; at most 20 characters. Code list `incoterms`, open. 推断/inferred. XSD document.xsd:599 */
  priceTerms?: Open<IncotermsCode>;
  /** 总金额 · invoice total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:606 */
  totalAmount?: string;
  /** FOB值 · FOB total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:613 */
  fobValue: string;
  /**
   * 运输方式 · BY SEA ...; at most 20 characters. Code list `transport-modes`, open. 推断/inferred.
   * XSD document.xsd:620
   */
  transportMode: Open<TransportModesCode>;
  /**
   * 船名航次 · vessel / flight / train / vehicle number; at most 100 characters. 推断/inferred. XSD document.xsd:627
   */
  vesselVoyage?: string;
  /** 出运日期 · departure date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:634 */
  departureDate: string;
  /** 预计离港 · departure date is a forecast. Required when: per form. 推断/inferred. XSD document.xsd:641 */
  departurePredicted?: boolean;
  /** 启运港 · port of loading; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:648 */
  loadPort: Open<PortsCode>;
  /** 转运港 · transit port; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:655 */
  transitPort?: Open<PortsCode>;
  /**
   * 中转国 · transit country; at most 3 characters. Code list `countries`, open. 推断/inferred. XSD document.xsd:662
   */
  transitCountryCode?: Open<CountriesCode>;
  /** 卸货港 · port of discharge; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:669 */
  dischargePort?: Open<PortsCode>;
  /**
   * 目的港 · port of destination; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:676
   */
  destPort?: Open<PortsCode>;
  /**
   * 目的国代码 · destination country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:683
   */
  destCountryCode: Open<CountriesCode>;
  /** 目的国英文 · destination country as printed; at most 80 characters. 推断/inferred. XSD document.xsd:690 */
  destCountryEn: string;
  /**
   * 运输细节 · text printed in the transport box; at most 630 characters. Required when: general CO and Form A.
   * 推断/inferred. XSD document.xsd:697
   */
  transportDetails?: string;
  /** 唛头 · shipping marks; at most 2000 characters. 推断/inferred. XSD document.xsd:704 */
  marks: string;
  /** 图形唛头 · marks need an attachment. 推断/inferred. XSD document.xsd:711 */
  markAttachment?: boolean;
  /** 特殊条款 · clause printed with the goods; at most 2000 characters. 推断/inferred. XSD document.xsd:718 */
  specialClause?: string;
  /**
   * 证书备注 · remark printed on the certificate; at most 300 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:725
   */
  remark?: string;
  /** 申请书备注 · note to the reviewer; at most 1000 characters. 推断/inferred. XSD document.xsd:732 */
  applyNote?: string;
  /**
   * 出口报关日期 · export declaration date; at most 10 characters; yyyy-MM-dd. Required when: ECFA. 推断/inferred.
   * XSD document.xsd:739
   */
  exportDeclarationDate?: string;
  /** 报关单号 · declaration numbers, ";" separated; at most 600 characters. 推断/inferred. XSD document.xsd:746 */
  declarationNos?: string;
  /** 发票列表 · invoices. 推断/inferred. XSD document.xsd:753 */
  invoices: InvoiceList;
  /** 商品列表 · goods lines. 推断/inferred. XSD document.xsd:760 */
  goodsList: GeneralGoodsListRead;
  /** 更改/重发信息 · change or re-issue. 推断/inferred. XSD document.xsd:767 */
  change?: CertificateChange;
  /** 附件列表 · attachments. 推断/inferred. XSD document.xsd:774 */
  attachments?: AttachmentList;
}

/**
 * 一般原产地证申请 · 应答 · General (non-preferential) certificate application, answer body. Read only, not for
 * construction. XSD document.xsd:784
 */
export interface ApplyGeneralCertificateResponse {
  /** 单证ID · document id; at most 64 characters. 推断/inferred. XSD document.xsd:790 */
  docId: string;
  /** 证书号 · number, when already assigned; at most 20 characters. 推断/inferred. XSD document.xsd:797 */
  certNo?: string;
  /**
   * 单证状态 · state after the call; at most 2 characters. Code list `doc-status`, open. 推断/inferred.
   * XSD document.xsd:804
   */
  docStatus?: Open<DocStatusCode>;
  /** 接收时间 · receive time; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:811 */
  receiveTime?: string;
  /** 错误列表 · errors. 推断/inferred. XSD document.xsd:818 */
  errors?: FieldErrorList;
}

/** 非缔约方公司 · a non-party company. XSD document.xsd:828 */
export interface NonParty {
  /** 序号 · sequence. 推断/inferred. XSD document.xsd:834 */
  seqNo: number;
  /** 企业名称 · name; at most 500 characters. 推断/inferred. XSD document.xsd:841 */
  name: string;
  /** 企业地址 · address; at most 1000 characters. 推断/inferred. XSD document.xsd:848 */
  address: string;
  /** 国别代码 · country; at most 3 characters. Code list `countries`, open. 推断/inferred. XSD document.xsd:855 */
  countryCode: Open<CountriesCode>;
  /** 国别英文 · country, English; at most 100 characters. 推断/inferred. XSD document.xsd:862 */
  countryEn: string;
}

/** 非缔约方公司列表 · non-party companies. XSD document.xsd:872 */
export interface NonPartyList {
  /** 非缔约方公司 · non-party company. 推断/inferred. XSD document.xsd:878 */
  nonParty: readonly NonParty[];
}

/**
 * 优惠原产地证商品 · a goods line of a preferential certificate. As sent; {@link PreferentialGoodsRead} is the same as
 * read. XSD document.xsd:888
 */
export interface PreferentialGoods {
  /** 商品序号 · line number from 1. 推断/inferred. XSD document.xsd:894 */
  itemNo: number;
  /** 非货物项 · text-only line (subtotal, clause). 推断/inferred. XSD document.xsd:901 */
  nonGoods?: boolean;
  /**
   * HS编码 · 10-digit Chinese code; print length per form; at most 10 characters. Required when: unless nonGoods.
   * 推断/inferred. XSD document.xsd:908
   */
  hsCode: string | null;
  /** 中文品名 · Chinese name; at most 200 characters. 推断/inferred. XSD document.xsd:915 */
  goodsCnName: string;
  /** 英文品名 · English name; at most 400 characters. 推断/inferred. XSD document.xsd:922 */
  goodsEnName: string;
  /** 货物描述 · full printed text of the line; at most 1000 characters. 推断/inferred. XSD document.xsd:929 */
  goodsDescription: string;
  /**
   * 包装件数 · number of packages; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:936
   */
  packQty: string | null;
  /**
   * 包装单位 · package unit, English; at most 20 characters. Code list `coo-pack-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:943
   */
  packUnit: Open<CooPackUnitsCode> | null;
  /** 包装类型 · 1 regular, 2 irregular; at most 1 character. 推断/inferred. XSD document.xsd:950 */
  packType?: Flag12;
  /** 数量 · quantity; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:957 */
  quantity: string | null;
  /**
   * 计量单位 · unit, Chinese or code; at most 20 characters. Code list `measurement-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:964
   */
  unit: Open<MeasurementUnitsCode> | null;
  /**
   * 计量单位英文 · unit, English; at most 20 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:971
   */
  unitEn: string | null;
  /** 辅助数量 · second quantity; 1 to 25 characters. 推断/inferred. XSD document.xsd:978 */
  secondQuantity?: string;
  /** 辅助单位 · second unit; at most 20 characters. 推断/inferred. XSD document.xsd:985 */
  secondUnit?: string;
  /** 毛重 · gross weight; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:992 */
  grossWeight?: string;
  /** 净重 · net weight; 1 to 25 characters. 推断/inferred. XSD document.xsd:999 */
  netWeight?: string;
  /** 重量单位 · weight unit; at most 10 characters. 推断/inferred. XSD document.xsd:1006 */
  weightUnit?: string;
  /** 单价 · invoice unit price; 1 to 25 characters. 推断/inferred. XSD document.xsd:1013 */
  unitPrice?: string;
  /** 金额 · invoice amount; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:1020 */
  amount: string | null;
  /** FOB值 · FOB; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:1027 */
  fobValue?: string;
  /** 发票号 · invoice of this line; at most 50 characters. Required when: RCEP. 推断/inferred. XSD document.xsd:1034 */
  invoiceNum?: string;
  /** 生产企业名称 · producer; at most 400 characters. 推断/inferred. XSD document.xsd:1041 */
  producerName?: string;
  /**
   * 生产企业信用代码 · producer credit or organisation code; at most 18 characters. 推断/inferred.
   * XSD document.xsd:1048
   */
  producerCreditCode?: string;
  /** 生产企业电话 · producer telephone; at most 50 characters. 推断/inferred. XSD document.xsd:1055 */
  producerTel?: string;
  /** 商品备案号 · approved goods filing; at most 32 characters. 推断/inferred. XSD document.xsd:1062 */
  goodsFilingNo: string;
  /**
   * 原产地标准 · criterion code; at most 10 characters. Code list `origin-criteria`, open. Required when: per form.
   * 推断/inferred. XSD document.xsd:1069
   */
  originCriterion: Open<OriginCriteriaCode> | null;
  /** 子标准 · sub-criterion; at most 1 character. Required when: FORM E PSR. 推断/inferred. XSD document.xsd:1076 */
  originCriterionSub?: Flag123;
  /**
   * 标准辅助项 · percentage or HS4; at most 10 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:1083
   */
  originCriterionValue?: string;
  /**
   * 进口成份比例 · imported content share; 1 to 10 characters. Required when: RCEP RVC. 推断/inferred.
   * XSD document.xsd:1090
   */
  importedContentPct?: string;
  /**
   * 货物原产国 · origin country; at most 3 characters. Code list `countries`, open. Required when: RCEP. 推断/inferred.
   * XSD document.xsd:1097
   */
  originCountryCode?: Open<CountriesCode>;
  /**
   * 原产国英文 · origin country, English; at most 80 characters. Required when: RCEP. 推断/inferred.
   * XSD document.xsd:1104
   */
  originCountryEn?: string;
  /**
   * 最高税率标志 · highest-rate flag; at most 1 character. Required when: RCEP. 推断/inferred. XSD document.xsd:1111
   */
  highestRateFlag?: Flag012;
  /**
   * 生产商描述 · producer printed for the line; at most 1000 characters. Required when: ECFA, RCEP. 推断/inferred.
   * XSD document.xsd:1118
   */
  producerText?: string;
}

/**
 * 优惠原产地证商品 · a goods line of a preferential certificate. As read, not for construction; {@link
 * PreferentialGoods} is the same as sent. XSD document.xsd:888
 */
export interface PreferentialGoodsRead {
  /** 商品序号 · line number from 1. 推断/inferred. XSD document.xsd:894 */
  itemNo: number;
  /** 非货物项 · text-only line (subtotal, clause). 推断/inferred. XSD document.xsd:901 */
  nonGoods?: boolean;
  /**
   * HS编码 · 10-digit Chinese code; print length per form; at most 10 characters. Required when: unless nonGoods.
   * 推断/inferred. XSD document.xsd:908
   */
  hsCode: string | null;
  /** 中文品名 · Chinese name; at most 200 characters. 推断/inferred. XSD document.xsd:915 */
  goodsCnName: string;
  /** 英文品名 · English name; at most 400 characters. 推断/inferred. XSD document.xsd:922 */
  goodsEnName: string;
  /** 货物描述 · full printed text of the line; at most 1000 characters. 推断/inferred. XSD document.xsd:929 */
  goodsDescription: string;
  /**
   * 包装件数 · number of packages; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:936
   */
  packQty: string | null;
  /**
   * 包装单位 · package unit, English; at most 20 characters. Code list `coo-pack-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:943
   */
  packUnit: Open<CooPackUnitsCode> | null;
  /** 包装类型 · 1 regular, 2 irregular; at most 1 character. 推断/inferred. XSD document.xsd:950 */
  packType?: Open<Flag12>;
  /** 数量 · quantity; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:957 */
  quantity: string | null;
  /**
   * 计量单位 · unit, Chinese or code; at most 20 characters. Code list `measurement-units`, open. Required when: unless
   * nonGoods. 推断/inferred. XSD document.xsd:964
   */
  unit: Open<MeasurementUnitsCode> | null;
  /**
   * 计量单位英文 · unit, English; at most 20 characters. Required when: unless nonGoods. 推断/inferred.
   * XSD document.xsd:971
   */
  unitEn: string | null;
  /** 辅助数量 · second quantity; 1 to 25 characters. 推断/inferred. XSD document.xsd:978 */
  secondQuantity?: string;
  /** 辅助单位 · second unit; at most 20 characters. 推断/inferred. XSD document.xsd:985 */
  secondUnit?: string;
  /** 毛重 · gross weight; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:992 */
  grossWeight?: string;
  /** 净重 · net weight; 1 to 25 characters. 推断/inferred. XSD document.xsd:999 */
  netWeight?: string;
  /** 重量单位 · weight unit; at most 10 characters. 推断/inferred. XSD document.xsd:1006 */
  weightUnit?: string;
  /** 单价 · invoice unit price; 1 to 25 characters. 推断/inferred. XSD document.xsd:1013 */
  unitPrice?: string;
  /** 金额 · invoice amount; 1 to 25 characters. Required when: unless nonGoods. 推断/inferred. XSD document.xsd:1020 */
  amount: string | null;
  /** FOB值 · FOB; 1 to 25 characters. Required when: per form. 推断/inferred. XSD document.xsd:1027 */
  fobValue?: string;
  /** 发票号 · invoice of this line; at most 50 characters. Required when: RCEP. 推断/inferred. XSD document.xsd:1034 */
  invoiceNum?: string;
  /** 生产企业名称 · producer; at most 400 characters. 推断/inferred. XSD document.xsd:1041 */
  producerName?: string;
  /**
   * 生产企业信用代码 · producer credit or organisation code; at most 18 characters. 推断/inferred.
   * XSD document.xsd:1048
   */
  producerCreditCode?: string;
  /** 生产企业电话 · producer telephone; at most 50 characters. 推断/inferred. XSD document.xsd:1055 */
  producerTel?: string;
  /** 商品备案号 · approved goods filing; at most 32 characters. 推断/inferred. XSD document.xsd:1062 */
  goodsFilingNo: string;
  /**
   * 原产地标准 · criterion code; at most 10 characters. Code list `origin-criteria`, open. Required when: per form.
   * 推断/inferred. XSD document.xsd:1069
   */
  originCriterion: Open<OriginCriteriaCode> | null;
  /** 子标准 · sub-criterion; at most 1 character. Required when: FORM E PSR. 推断/inferred. XSD document.xsd:1076 */
  originCriterionSub?: Open<Flag123>;
  /**
   * 标准辅助项 · percentage or HS4; at most 10 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:1083
   */
  originCriterionValue?: string;
  /**
   * 进口成份比例 · imported content share; 1 to 10 characters. Required when: RCEP RVC. 推断/inferred.
   * XSD document.xsd:1090
   */
  importedContentPct?: string;
  /**
   * 货物原产国 · origin country; at most 3 characters. Code list `countries`, open. Required when: RCEP. 推断/inferred.
   * XSD document.xsd:1097
   */
  originCountryCode?: Open<CountriesCode>;
  /**
   * 原产国英文 · origin country, English; at most 80 characters. Required when: RCEP. 推断/inferred.
   * XSD document.xsd:1104
   */
  originCountryEn?: string;
  /**
   * 最高税率标志 · highest-rate flag; at most 1 character. Required when: RCEP. 推断/inferred. XSD document.xsd:1111
   */
  highestRateFlag?: Open<Flag012>;
  /**
   * 生产商描述 · producer printed for the line; at most 1000 characters. Required when: ECFA, RCEP. 推断/inferred.
   * XSD document.xsd:1118
   */
  producerText?: string;
}

/**
 * 优惠原产地证商品列表 · goods lines of a preferential certificate. As sent; {@link PreferentialGoodsListRead} is the
 * same as read. XSD document.xsd:1128
 */
export interface PreferentialGoodsList {
  /** 商品 · goods line. 推断/inferred. XSD document.xsd:1134 */
  goods: readonly PreferentialGoods[];
}

/**
 * 优惠原产地证商品列表 · goods lines of a preferential certificate. As read, not for construction; {@link
 * PreferentialGoodsList} is the same as sent. XSD document.xsd:1128
 */
export interface PreferentialGoodsListRead {
  /** 商品 · goods line. 推断/inferred. XSD document.xsd:1134 */
  goods: readonly PreferentialGoodsRead[];
}

/**
 * 优惠原产地证申请 · 请求 · Preferential certificate application, request body. As sent; {@link
 * ApplyPreferentialCertificateRequestRead} is the same as read. XSD document.xsd:1144
 */
export interface ApplyPreferentialCertificateRequest {
  /**
   * 单证ID · platform document id; same id again = update; at most 64 characters. 推断/inferred. XSD document.xsd:1150
   */
  docId: string;
  /** 是否发送审核 · true = send for review, false = keep as draft. 推断/inferred. XSD document.xsd:1157 */
  sendAudit: boolean;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:1164
   */
  docType: Open<DocTypesCode>;
  /** 单证子类型 · document sub-type; at most 8 characters. 推断/inferred. XSD document.xsd:1171 */
  subDocType?: string;
  /**
   * 申请类型 · new / amend / re-issue / retroactive; at most 2 characters. Code list `application-types`, open.
   * 推断/inferred. XSD document.xsd:1178
   */
  applyType: Open<ApplicationTypesCode>;
  /** 企业注册号 · exporter registration number; at most 9 characters. 推断/inferred. XSD document.xsd:1185 */
  enterpriseRegNo: string;
  /** 统一社会信用代码 · exporter credit code; at most 18 characters. 推断/inferred. XSD document.xsd:1192 */
  creditCode?: string;
  /** 分支会编码 · office asked to issue; at most 3 characters. 推断/inferred. XSD document.xsd:1199 */
  branchCode: string;
  /** 领证分支会 · office where paper is collected; at most 3 characters. 推断/inferred. XSD document.xsd:1206 */
  fetchBranchCode?: string;
  /**
   * 证书号 · certificate number if the applicant assigns it; at most 20 characters. 推断/inferred.
   * XSD document.xsd:1213
   */
  certNo?: string;
  /**
   * 出口商英文名称 · exporter name; at most 400 characters. Required when: if not taken from the filed record.
   * 推断/inferred. XSD document.xsd:1220
   */
  exporterEnName?: string;
  /** 出口商英文地址 · exporter address; at most 400 characters. 推断/inferred. XSD document.xsd:1227 */
  exporterEnAddress: string;
  /** 出口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1234 */
  exporterTel?: string;
  /** 出口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1241 */
  exporterFax?: string;
  /** 出口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1248 */
  exporterEmail?: string;
  /** 进口商 · importer as printed (block); at most 400 characters. 推断/inferred. XSD document.xsd:1255 */
  importer?: string;
  /** 进口商英文名称 · importer name; at most 200 characters. 推断/inferred. XSD document.xsd:1262 */
  importerEnName: string;
  /** 进口商英文地址 · importer address; at most 400 characters. 推断/inferred. XSD document.xsd:1269 */
  importerEnAddress?: string;
  /**
   * 进口商国家 · importer country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:1276
   */
  importerCountryCode?: Open<CountriesCode>;
  /** 进口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1283 */
  importerTel?: string;
  /** 进口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1290 */
  importerFax?: string;
  /** 进口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1297 */
  importerEmail?: string;
  /** 中间商 · middleman / transit trader text; at most 400 characters. 推断/inferred. XSD document.xsd:1304 */
  middleman?: string;
  /** 是否显示中间商 · print the middleman. 推断/inferred. XSD document.xsd:1311 */
  showMiddleman?: boolean;
  /**
   * 生产商 · producer text printed on the certificate; at most 1000 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:1318
   */
  producer?: string;
  /** 申请地点 · place of declaration, English; at most 50 characters. 推断/inferred. XSD document.xsd:1325 */
  applyAddress: string;
  /** 申请日期 · declaration date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:1332 */
  applyDate: string;
  /** 手签员 · signatory used; at most 64 characters. 推断/inferred. XSD document.xsd:1339 */
  signerId?: string;
  /** 印章 · seal used; at most 64 characters. 推断/inferred. XSD document.xsd:1346 */
  sealId?: string;
  /**
   * 贸易方式代码 · trade mode; at most 4 characters. Code list `trade-modes`, open. 推断/inferred.
   * XSD document.xsd:1353
   */
  tradeModeCode?: Open<TradeModesCode>;
  /** 付款时间 · payment time/date; at most 19 characters. 推断/inferred. XSD document.xsd:1360 */
  payTime?: string;
  /**
   * 付款方式代码 · payment mode; at most 4 characters. Code list `pay-modes`, open. 推断/inferred.
   * XSD document.xsd:1367
   */
  payModeCode?: Open<PayModesCode>;
  /** 合同号 · contract number; at most 200 characters. 推断/inferred. XSD document.xsd:1374 */
  contractNum?: string;
  /** 信用证号 · letter-of-credit number; at most 50 characters. 推断/inferred. XSD document.xsd:1381 */
  creditNum?: string;
  /** 币制 · currency; at most 3 characters. Code list `currencies`, open. 推断/inferred. XSD document.xsd:1388 */
  currency: Open<CurrenciesCode>;
  /** 价格条款 · Incoterm; at most 20 characters. Code list `incoterms`, open. 推断/inferred. XSD document.xsd:1395 */
  priceTerms?: Open<IncotermsCode>;
  /** 总金额 · invoice total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:1402 */
  totalAmount?: string;
  /** FOB值 · FOB total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:1409 */
  fobValue: string;
  /**
   * 运输方式 · BY SEA ...; at most 20 characters. Code list `transport-modes`, open. 推断/inferred.
   * XSD document.xsd:1416
   */
  transportMode: Open<TransportModesCode>;
  /**
   * 船名航次 · vessel / flight / train / vehicle number; at most 100 characters. 推断/inferred. XSD document.xsd:1423
   */
  vesselVoyage?: string;
  /** 出运日期 · departure date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:1430 */
  departureDate: string;
  /** 预计离港 · departure date is a forecast. Required when: per form. 推断/inferred. XSD document.xsd:1437 */
  departurePredicted?: boolean;
  /** 启运港 · port of loading; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1444 */
  loadPort: Open<PortsCode>;
  /** 转运港 · transit port; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1451 */
  transitPort?: Open<PortsCode>;
  /**
   * 中转国 · transit country; at most 3 characters. Code list `countries`, open. 推断/inferred. XSD document.xsd:1458
   */
  transitCountryCode?: Open<CountriesCode>;
  /**
   * 卸货港 · port of discharge; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1465
   */
  dischargePort?: Open<PortsCode>;
  /**
   * 目的港 · port of destination; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1472
   */
  destPort?: Open<PortsCode>;
  /**
   * 目的国代码 · destination country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:1479
   */
  destCountryCode: Open<CountriesCode>;
  /** 目的国英文 · destination country as printed; at most 80 characters. 推断/inferred. XSD document.xsd:1486 */
  destCountryEn: string;
  /**
   * 运输细节 · text printed in the transport box; at most 630 characters. Required when: general CO and Form A.
   * 推断/inferred. XSD document.xsd:1493
   */
  transportDetails?: string;
  /** 唛头 · shipping marks; at most 2000 characters. 推断/inferred. XSD document.xsd:1500 */
  marks: string;
  /** 图形唛头 · marks need an attachment. 推断/inferred. XSD document.xsd:1507 */
  markAttachment?: boolean;
  /** 特殊条款 · clause printed with the goods; at most 2000 characters. 推断/inferred. XSD document.xsd:1514 */
  specialClause?: string;
  /**
   * 证书备注 · remark printed on the certificate; at most 300 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:1521
   */
  remark?: string;
  /** 申请书备注 · note to the reviewer; at most 1000 characters. 推断/inferred. XSD document.xsd:1528 */
  applyNote?: string;
  /**
   * 出口报关日期 · export declaration date; at most 10 characters; yyyy-MM-dd. Required when: ECFA. 推断/inferred.
   * XSD document.xsd:1535
   */
  exportDeclarationDate?: string;
  /** 报关单号 · declaration numbers, ";" separated; at most 600 characters. 推断/inferred. XSD document.xsd:1542 */
  declarationNos?: string;
  /**
   * 优惠协定 · agreement; at most 8 characters. Code list `cert-types`, open. Required when: if not given by docType.
   * 推断/inferred. XSD document.xsd:1549
   */
  agreementCode?: Open<CertTypesCode>;
  /** 生产商保密 · keep the producer confidential. 推断/inferred. XSD document.xsd:1556 */
  producerConfidential?: boolean;
  /** 第三方发票 · third-party / non-party invoicing. Required when: per form. 推断/inferred. XSD document.xsd:1563 */
  thirdPartyInvoice?: boolean;
  /** 展览证书 · exhibition (Form E). Required when: FORM E. 推断/inferred. XSD document.xsd:1570 */
  exhibition?: boolean;
  /** 背对背 · back-to-back / movement certificate. Required when: RCEP, FORM E. 推断/inferred. XSD document.xsd:1577 */
  backToBack?: boolean;
  /**
   * 第一方原产地证号 · first-party certificate for a back-to-back issue; at most 50 characters. Required when:
   * back-to-back. 推断/inferred. XSD document.xsd:1584
   */
  originCertNo?: string;
  /** 补发 · issued retroactively. Required when: per form. 推断/inferred. XSD document.xsd:1591 */
  retroactive?: boolean;
  /** 发票列表 · invoices. 推断/inferred. XSD document.xsd:1598 */
  invoices: InvoiceList;
  /** 非缔约方公司列表 · non-party companies. 推断/inferred. XSD document.xsd:1605 */
  nonParties?: NonPartyList;
  /** 商品列表 · goods lines. 推断/inferred. XSD document.xsd:1612 */
  goodsList: PreferentialGoodsList;
  /** 更改/重发信息 · change or re-issue. 推断/inferred. XSD document.xsd:1619 */
  change?: CertificateChange;
  /** 附件列表 · attachments. 推断/inferred. XSD document.xsd:1626 */
  attachments?: AttachmentList;
}

/**
 * 优惠原产地证申请 · 请求 · Preferential certificate application, request body. As read, not for construction; {@link
 * ApplyPreferentialCertificateRequest} is the same as sent. XSD document.xsd:1144
 */
export interface ApplyPreferentialCertificateRequestRead {
  /**
   * 单证ID · platform document id; same id again = update; at most 64 characters. 推断/inferred. XSD document.xsd:1150
   */
  docId: string;
  /** 是否发送审核 · true = send for review, false = keep as draft. 推断/inferred. XSD document.xsd:1157 */
  sendAudit: boolean;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:1164
   */
  docType: Open<DocTypesCode>;
  /** 单证子类型 · document sub-type; at most 8 characters. 推断/inferred. XSD document.xsd:1171 */
  subDocType?: string;
  /**
   * 申请类型 · new / amend / re-issue / retroactive; at most 2 characters. Code list `application-types`, open.
   * 推断/inferred. XSD document.xsd:1178
   */
  applyType: Open<ApplicationTypesCode>;
  /** 企业注册号 · exporter registration number; at most 9 characters. 推断/inferred. XSD document.xsd:1185 */
  enterpriseRegNo: string;
  /** 统一社会信用代码 · exporter credit code; at most 18 characters. 推断/inferred. XSD document.xsd:1192 */
  creditCode?: string;
  /** 分支会编码 · office asked to issue; at most 3 characters. 推断/inferred. XSD document.xsd:1199 */
  branchCode: string;
  /** 领证分支会 · office where paper is collected; at most 3 characters. 推断/inferred. XSD document.xsd:1206 */
  fetchBranchCode?: string;
  /**
   * 证书号 · certificate number if the applicant assigns it; at most 20 characters. 推断/inferred.
   * XSD document.xsd:1213
   */
  certNo?: string;
  /**
   * 出口商英文名称 · exporter name; at most 400 characters. Required when: if not taken from the filed record.
   * 推断/inferred. XSD document.xsd:1220
   */
  exporterEnName?: string;
  /** 出口商英文地址 · exporter address; at most 400 characters. 推断/inferred. XSD document.xsd:1227 */
  exporterEnAddress: string;
  /** 出口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1234 */
  exporterTel?: string;
  /** 出口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1241 */
  exporterFax?: string;
  /** 出口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1248 */
  exporterEmail?: string;
  /** 进口商 · importer as printed (block); at most 400 characters. 推断/inferred. XSD document.xsd:1255 */
  importer?: string;
  /** 进口商英文名称 · importer name; at most 200 characters. 推断/inferred. XSD document.xsd:1262 */
  importerEnName: string;
  /** 进口商英文地址 · importer address; at most 400 characters. 推断/inferred. XSD document.xsd:1269 */
  importerEnAddress?: string;
  /**
   * 进口商国家 · importer country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:1276
   */
  importerCountryCode?: Open<CountriesCode>;
  /** 进口商电话 · telephone; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1283 */
  importerTel?: string;
  /** 进口商传真 · fax; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1290 */
  importerFax?: string;
  /** 进口商邮箱 · e-mail; at most 50 characters. Required when: ECFA. 推断/inferred. XSD document.xsd:1297 */
  importerEmail?: string;
  /** 中间商 · middleman / transit trader text; at most 400 characters. 推断/inferred. XSD document.xsd:1304 */
  middleman?: string;
  /** 是否显示中间商 · print the middleman. 推断/inferred. XSD document.xsd:1311 */
  showMiddleman?: boolean;
  /**
   * 生产商 · producer text printed on the certificate; at most 1000 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:1318
   */
  producer?: string;
  /** 申请地点 · place of declaration, English; at most 50 characters. 推断/inferred. XSD document.xsd:1325 */
  applyAddress: string;
  /** 申请日期 · declaration date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:1332 */
  applyDate: string;
  /** 手签员 · signatory used; at most 64 characters. 推断/inferred. XSD document.xsd:1339 */
  signerId?: string;
  /** 印章 · seal used; at most 64 characters. 推断/inferred. XSD document.xsd:1346 */
  sealId?: string;
  /**
   * 贸易方式代码 · trade mode; at most 4 characters. Code list `trade-modes`, open. 推断/inferred.
   * XSD document.xsd:1353
   */
  tradeModeCode?: Open<TradeModesCode>;
  /** 付款时间 · payment time/date; at most 19 characters. 推断/inferred. XSD document.xsd:1360 */
  payTime?: string;
  /**
   * 付款方式代码 · payment mode; at most 4 characters. Code list `pay-modes`, open. 推断/inferred.
   * XSD document.xsd:1367
   */
  payModeCode?: Open<PayModesCode>;
  /** 合同号 · contract number; at most 200 characters. 推断/inferred. XSD document.xsd:1374 */
  contractNum?: string;
  /** 信用证号 · letter-of-credit number; at most 50 characters. 推断/inferred. XSD document.xsd:1381 */
  creditNum?: string;
  /** 币制 · currency; at most 3 characters. Code list `currencies`, open. 推断/inferred. XSD document.xsd:1388 */
  currency: Open<CurrenciesCode>;
  /** 价格条款 · Incoterm; at most 20 characters. Code list `incoterms`, open. 推断/inferred. XSD document.xsd:1395 */
  priceTerms?: Open<IncotermsCode>;
  /** 总金额 · invoice total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:1402 */
  totalAmount?: string;
  /** FOB值 · FOB total; at most 19 digits before the point and 5 after it. 推断/inferred. XSD document.xsd:1409 */
  fobValue: string;
  /**
   * 运输方式 · BY SEA ...; at most 20 characters. Code list `transport-modes`, open. 推断/inferred.
   * XSD document.xsd:1416
   */
  transportMode: Open<TransportModesCode>;
  /**
   * 船名航次 · vessel / flight / train / vehicle number; at most 100 characters. 推断/inferred. XSD document.xsd:1423
   */
  vesselVoyage?: string;
  /** 出运日期 · departure date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:1430 */
  departureDate: string;
  /** 预计离港 · departure date is a forecast. Required when: per form. 推断/inferred. XSD document.xsd:1437 */
  departurePredicted?: boolean;
  /** 启运港 · port of loading; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1444 */
  loadPort: Open<PortsCode>;
  /** 转运港 · transit port; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1451 */
  transitPort?: Open<PortsCode>;
  /**
   * 中转国 · transit country; at most 3 characters. Code list `countries`, open. 推断/inferred. XSD document.xsd:1458
   */
  transitCountryCode?: Open<CountriesCode>;
  /**
   * 卸货港 · port of discharge; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1465
   */
  dischargePort?: Open<PortsCode>;
  /**
   * 目的港 · port of destination; at most 50 characters. Code list `ports`, open. 推断/inferred. XSD document.xsd:1472
   */
  destPort?: Open<PortsCode>;
  /**
   * 目的国代码 · destination country; at most 3 characters. Code list `countries`, open. 推断/inferred.
   * XSD document.xsd:1479
   */
  destCountryCode: Open<CountriesCode>;
  /** 目的国英文 · destination country as printed; at most 80 characters. 推断/inferred. XSD document.xsd:1486 */
  destCountryEn: string;
  /**
   * 运输细节 · text printed in the transport box; at most 630 characters. Required when: general CO and Form A.
   * 推断/inferred. XSD document.xsd:1493
   */
  transportDetails?: string;
  /** 唛头 · shipping marks; at most 2000 characters. 推断/inferred. XSD document.xsd:1500 */
  marks: string;
  /** 图形唛头 · marks need an attachment. 推断/inferred. XSD document.xsd:1507 */
  markAttachment?: boolean;
  /** 特殊条款 · clause printed with the goods; at most 2000 characters. 推断/inferred. XSD document.xsd:1514 */
  specialClause?: string;
  /**
   * 证书备注 · remark printed on the certificate; at most 300 characters. Required when: per form. 推断/inferred.
   * XSD document.xsd:1521
   */
  remark?: string;
  /** 申请书备注 · note to the reviewer; at most 1000 characters. 推断/inferred. XSD document.xsd:1528 */
  applyNote?: string;
  /**
   * 出口报关日期 · export declaration date; at most 10 characters; yyyy-MM-dd. Required when: ECFA. 推断/inferred.
   * XSD document.xsd:1535
   */
  exportDeclarationDate?: string;
  /** 报关单号 · declaration numbers, ";" separated; at most 600 characters. 推断/inferred. XSD document.xsd:1542 */
  declarationNos?: string;
  /**
   * 优惠协定 · agreement; at most 8 characters. Code list `cert-types`, open. Required when: if not given by docType.
   * 推断/inferred. XSD document.xsd:1549
   */
  agreementCode?: Open<CertTypesCode>;
  /** 生产商保密 · keep the producer confidential. 推断/inferred. XSD document.xsd:1556 */
  producerConfidential?: boolean;
  /** 第三方发票 · third-party / non-party invoicing. Required when: per form. 推断/inferred. XSD document.xsd:1563 */
  thirdPartyInvoice?: boolean;
  /** 展览证书 · exhibition (Form E). Required when: FORM E. 推断/inferred. XSD document.xsd:1570 */
  exhibition?: boolean;
  /** 背对背 · back-to-back / movement certificate. Required when: RCEP, FORM E. 推断/inferred. XSD document.xsd:1577 */
  backToBack?: boolean;
  /**
   * 第一方原产地证号 · first-party certificate for a back-to-back issue; at most 50 characters. Required when:
   * back-to-back. 推断/inferred. XSD document.xsd:1584
   */
  originCertNo?: string;
  /** 补发 · issued retroactively. Required when: per form. 推断/inferred. XSD document.xsd:1591 */
  retroactive?: boolean;
  /** 发票列表 · invoices. 推断/inferred. XSD document.xsd:1598 */
  invoices: InvoiceList;
  /** 非缔约方公司列表 · non-party companies. 推断/inferred. XSD document.xsd:1605 */
  nonParties?: NonPartyList;
  /** 商品列表 · goods lines. 推断/inferred. XSD document.xsd:1612 */
  goodsList: PreferentialGoodsListRead;
  /** 更改/重发信息 · change or re-issue. 推断/inferred. XSD document.xsd:1619 */
  change?: CertificateChange;
  /** 附件列表 · attachments. 推断/inferred. XSD document.xsd:1626 */
  attachments?: AttachmentList;
}

/**
 * 优惠原产地证申请 · 应答 · Preferential certificate application, answer body. Read only, not for construction.
 * XSD document.xsd:1636
 */
export interface ApplyPreferentialCertificateResponse {
  /** 单证ID · document id; at most 64 characters. 推断/inferred. XSD document.xsd:1642 */
  docId: string;
  /** 证书号 · number, when already assigned; at most 20 characters. 推断/inferred. XSD document.xsd:1649 */
  certNo?: string;
  /**
   * 单证状态 · state after the call; at most 2 characters. Code list `doc-status`, open. 推断/inferred.
   * XSD document.xsd:1656
   */
  docStatus?: Open<DocStatusCode>;
  /** 接收时间 · receive time; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:1663 */
  receiveTime?: string;
  /** 错误列表 · errors. 推断/inferred. XSD document.xsd:1670 */
  errors?: FieldErrorList;
}

/**
 * 单证审核结果推送 · 推送 · Document audit-result push, body pushed. Read only, not for construction.
 * XSD document.xsd:1680
 */
export interface PushDocumentAuditResultRequest {
  /** 单证ID · document id; at most 64 characters. 推断/inferred. XSD document.xsd:1686 */
  docId: string;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:1693
   */
  docType: Open<DocTypesCode>;
  /**
   * 证书号 · certificate number; at most 20 characters. Required when: when approved. 推断/inferred.
   * XSD document.xsd:1700
   */
  certNo?: string;
  /** 印刷号 · Serial No. printed on the form; at most 32 characters. 推断/inferred. XSD document.xsd:1707 */
  serialNo?: string;
  /** 企业注册号 · exporter; at most 9 characters. 推断/inferred. XSD document.xsd:1714 */
  enterpriseRegNo?: string;
  /** 分支会编码 · office; at most 3 characters. 推断/inferred. XSD document.xsd:1721 */
  branchCode?: string;
  /** 单证状态 · new state; at most 2 characters. Code list `doc-status`, open. 推断/inferred. XSD document.xsd:1728 */
  docStatus: Open<DocStatusCode>;
  /**
   * 审核结果 · 1 approved, 2 returned, 3 rejected/void; at most 2 characters. Code list `audit-status`, open.
   * 推断/inferred. XSD document.xsd:1735
   */
  auditResult: Open<AuditStatusCode>;
  /**
   * 审核意见 · reason of return; at most 2000 characters. Required when: when returned. 推断/inferred.
   * XSD document.xsd:1742
   */
  auditOpinion?: string;
  /** 审核时间 · time of review; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:1749 */
  auditTime: string;
  /** 审核人 · reviewer / authorised signature; at most 50 characters. 推断/inferred. XSD document.xsd:1756 */
  auditor?: string;
  /**
   * 签发日期 · issue date; at most 10 characters; yyyy-MM-dd. Required when: when approved. 推断/inferred.
   * XSD document.xsd:1763
   */
  issueDate?: string;
  /** 有效期至 · valid until; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:1770 */
  validTo?: string;
}

/**
 * 单证审核结果推送 · 应答 · Document audit-result push, body of the answer; empty, the result stands in the head.
 * XSD document.xsd:1780
 */
export type PushDocumentAuditResultResponse = Record<never, never>;

/**
 * 单证申请内容 · application body of a certificate, of one of the two kinds. As sent; {@link
 * CertificateApplicationRead} is the same as read. XSD document.xsd:1788
 */
export type CertificateApplication = (
  | {
    /** 一般原产地证申请内容 · application body of a general certificate. 推断/inferred. XSD document.xsd:1794 */
    general: ApplyGeneralCertificateRequest;
    preferential?: never;
  }
  | {
    /** 优惠原产地证申请内容 · application body of a preferential certificate. 推断/inferred. XSD document.xsd:1801 */
    preferential: ApplyPreferentialCertificateRequest;
    general?: never;
  }
);

/**
 * 单证申请内容 · application body of a certificate, of one of the two kinds. As read, not for construction; {@link
 * CertificateApplication} is the same as sent. XSD document.xsd:1788
 */
export type CertificateApplicationRead = (
  | {
    /** 一般原产地证申请内容 · application body of a general certificate. 推断/inferred. XSD document.xsd:1794 */
    general: ApplyGeneralCertificateRequestRead;
    preferential?: never;
  }
  | {
    /** 优惠原产地证申请内容 · application body of a preferential certificate. 推断/inferred. XSD document.xsd:1801 */
    preferential: ApplyPreferentialCertificateRequestRead;
    general?: never;
  }
);

/** 单证查询 · 请求 · Document query, request body. XSD document.xsd:1811 */
export interface QueryDocumentRequest {
  /**
   * 单证ID · document id; at most 64 characters. Required when: one of docId, certNo, invoiceNum+docType.
   * 推断/inferred. XSD document.xsd:1817
   */
  docId?: string;
  /** 证书号 · certificate number; at most 20 characters. 推断/inferred. XSD document.xsd:1824 */
  certNo?: string;
  /** 发票号 · invoice number; at most 50 characters. 推断/inferred. XSD document.xsd:1831 */
  invoiceNum?: string;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:1838
   */
  docType?: Open<DocTypesCode>;
  /** 是否返回明细 · include the full document. 推断/inferred. XSD document.xsd:1845 */
  withDetail?: boolean;
}

/** 单证 · state of a document, with its data when asked for. Read only, not for construction. XSD document.xsd:1855 */
export interface DocumentRecord {
  /** 单证ID · id; at most 64 characters. 推断/inferred. XSD document.xsd:1861 */
  docId: string;
  /** 单证类型 · type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:1868 */
  docType: Open<DocTypesCode>;
  /** 证书号 · number; at most 20 characters. 推断/inferred. XSD document.xsd:1875 */
  certNo?: string;
  /** 印刷号 · Serial No.; at most 32 characters. 推断/inferred. XSD document.xsd:1882 */
  serialNo?: string;
  /** 单证状态 · state; at most 2 characters. Code list `doc-status`, open. 推断/inferred. XSD document.xsd:1889 */
  docStatus: Open<DocStatusCode>;
  /**
   * 打印状态 · print state; at most 2 characters. Code list `print-status`, open. 推断/inferred. XSD document.xsd:1896
   */
  printStatus?: Open<PrintStatusCode>;
  /** 审核意见 · reason; at most 2000 characters. 推断/inferred. XSD document.xsd:1903 */
  auditOpinion?: string;
  /** 审核时间 · time of review; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:1910 */
  auditTime?: string;
  /** 签发日期 · issue date; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD document.xsd:1917 */
  issueDate?: string;
  /** 更新时间 · last change; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:1924 */
  updatedAt?: string;
  /** 单证明细 · same structure as the application body. 推断/inferred. XSD document.xsd:1931 */
  detail?: CertificateApplicationRead;
}

/** 单证查询 · 应答 · Document query, answer body. Read only, not for construction. XSD document.xsd:1941 */
export interface QueryDocumentResponse {
  /** 单证 · document. 推断/inferred. XSD document.xsd:1947 */
  document?: DocumentRecord;
}

/** 单证同步 · 请求 · Document synchronisation, request body. XSD document.xsd:1957 */
export interface SyncDocumentsRequest {
  /**
   * 企业注册号 · exporter; empty = all the platform serves; at most 9 characters. 推断/inferred. XSD document.xsd:1963
   */
  enterpriseRegNo?: string;
  /**
   * 开始时间 · window start (inclusive); at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred.
   * XSD document.xsd:1970
   */
  startTime: string;
  /**
   * 结束时间 · window end (exclusive); at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:1977
   */
  endTime: string;
  /** 单证类型 · type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:1984 */
  docType?: Open<DocTypesCode>;
  /** 页码 · page number from 1. 推断/inferred. XSD document.xsd:1991 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD document.xsd:1998 */
  pageSize?: number;
}

/** 同步单证 · a changed document. Read only, not for construction. XSD document.xsd:2008 */
export interface SyncedDocument {
  /** 单证ID · id; at most 64 characters. 推断/inferred. XSD document.xsd:2014 */
  docId: string;
  /** 单证类型 · type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:2021 */
  docType: Open<DocTypesCode>;
  /** 证书号 · number; at most 20 characters. 推断/inferred. XSD document.xsd:2028 */
  certNo?: string;
  /** 单证状态 · state; at most 2 characters. Code list `doc-status`, open. 推断/inferred. XSD document.xsd:2035 */
  docStatus: Open<DocStatusCode>;
  /**
   * 打印状态 · print state; at most 2 characters. Code list `print-status`, open. 推断/inferred. XSD document.xsd:2042
   */
  printStatus?: Open<PrintStatusCode>;
  /** 更新时间 · last change; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:2049 */
  updatedAt: string;
  /** 单证明细 · application body. 推断/inferred. XSD document.xsd:2056 */
  detail?: CertificateApplicationRead;
}

/** 同步单证列表 · page of changed documents. Read only, not for construction. XSD document.xsd:2066 */
export interface SyncedDocumentList {
  /** 单证 · document. 推断/inferred. XSD document.xsd:2072 */
  document?: readonly SyncedDocument[];
}

/** 单证同步 · 应答 · Document synchronisation, answer body. Read only, not for construction. XSD document.xsd:2082 */
export interface SyncDocumentsResponse {
  /** 总数 · number of matches. 推断/inferred. XSD document.xsd:2088 */
  total?: number;
  /** 页码 · page. 推断/inferred. XSD document.xsd:2095 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD document.xsd:2102 */
  pageSize?: number;
  /** 单证列表 · documents. 推断/inferred. XSD document.xsd:2109 */
  documents: SyncedDocumentList;
}

/** 单证打印 · 请求 · Document print, request body. XSD document.xsd:2119 */
export interface PrintDocumentRequest {
  /**
   * 单证ID · document id; at most 64 characters. Required when: one of docId, certNo, invoiceNum+docType.
   * 推断/inferred. XSD document.xsd:2125
   */
  docId?: string;
  /** 证书号 · certificate number; at most 20 characters. 推断/inferred. XSD document.xsd:2132 */
  certNo?: string;
  /** 发票号 · invoice number; at most 50 characters. 推断/inferred. XSD document.xsd:2139 */
  invoiceNum?: string;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:2146
   */
  docType?: Open<DocTypesCode>;
  /**
   * 打印方式 · self-print / office print / kiosk; at most 2 characters. Code list `print-modes`, open. 推断/inferred.
   * XSD document.xsd:2153
   */
  printMode?: Open<PrintModesCode>;
  /**
   * 联次 · original / copy; at most 2 characters. Code list `copy-types`, open. 推断/inferred. XSD document.xsd:2160
   */
  copyType?: Open<CopyTypesCode>;
  /**
   * 打印机型号 · printer used (self-print has a printer list); at most 100 characters. 推断/inferred.
   * XSD document.xsd:2167
   */
  printerModel?: string;
}

/** 单证打印 · 应答 · Document print, answer body. Read only, not for construction. XSD document.xsd:2177 */
export interface PrintDocumentResponse {
  /** 单证ID · id; at most 64 characters. 推断/inferred. XSD document.xsd:2183 */
  docId: string;
  /** 证书号 · number; at most 20 characters. 推断/inferred. XSD document.xsd:2190 */
  certNo?: string;
  /** 文件名 · file name; at most 200 characters. 推断/inferred. XSD document.xsd:2197 */
  fileName?: string;
  /** 文件格式 · PDF; at most 8 characters. 推断/inferred. XSD document.xsd:2204 */
  fileType: string;
  /** 文件内容 · base64 PDF; Base64 on the wire. Required when: content or url. 推断/inferred. XSD document.xsd:2211 */
  content?: Uint8Array;
  /** 文件地址 · download address; at most 500 characters. 推断/inferred. XSD document.xsd:2218 */
  url?: string;
  /**
   * 打印状态 · print state after the call; at most 2 characters. Code list `print-status`, open. 推断/inferred.
   * XSD document.xsd:2225
   */
  printStatus?: Open<PrintStatusCode>;
  /** 打印次数 · number of prints. 推断/inferred. XSD document.xsd:2232 */
  printCount?: number;
}

/** 单证预览 · 请求 · Document preview, request body. XSD document.xsd:2242 */
export interface PreviewDocumentRequest {
  /**
   * 单证ID · document id; at most 64 characters. Required when: one of docId, certNo, invoiceNum+docType.
   * 推断/inferred. XSD document.xsd:2248
   */
  docId?: string;
  /** 证书号 · certificate number; at most 20 characters. 推断/inferred. XSD document.xsd:2255 */
  certNo?: string;
  /** 发票号 · invoice number; at most 50 characters. 推断/inferred. XSD document.xsd:2262 */
  invoiceNum?: string;
  /**
   * 单证类型 · document type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:2269
   */
  docType?: Open<DocTypesCode>;
  /** 草稿内容 · application body to preview without saving. 推断/inferred. XSD document.xsd:2276 */
  draft?: CertificateApplication;
}

/** 单证预览 · 应答 · Document preview, answer body. Read only, not for construction. XSD document.xsd:2286 */
export interface PreviewDocumentResponse {
  /** 单证ID · id; at most 64 characters. 推断/inferred. XSD document.xsd:2292 */
  docId?: string;
  /** 文件格式 · PDF or image; at most 8 characters. 推断/inferred. XSD document.xsd:2299 */
  fileType: string;
  /** 文件内容 · base64; Base64 on the wire. Required when: content or url. 推断/inferred. XSD document.xsd:2306 */
  content?: Uint8Array;
  /** 文件地址 · address; at most 500 characters. 推断/inferred. XSD document.xsd:2313 */
  url?: string;
  /** 页数 · pages. 推断/inferred. XSD document.xsd:2320 */
  pageCount?: number;
}

/**
 * 单证打印状态推送 · 推送 · Document print-status push, body pushed. Read only, not for construction.
 * XSD document.xsd:2330
 */
export interface PushDocumentPrintStatusRequest {
  /** 单证ID · id; at most 64 characters. 推断/inferred. XSD document.xsd:2336 */
  docId: string;
  /** 单证类型 · type; at most 8 characters. Code list `doc-types`, open. 推断/inferred. XSD document.xsd:2343 */
  docType?: Open<DocTypesCode>;
  /** 证书号 · number; at most 20 characters. 推断/inferred. XSD document.xsd:2350 */
  certNo: string;
  /** 印刷号 · Serial No.; at most 32 characters. 推断/inferred. XSD document.xsd:2357 */
  serialNo?: string;
  /**
   * 打印状态 · new print state; at most 2 characters. Code list `print-status`, open. 推断/inferred.
   * XSD document.xsd:2364
   */
  printStatus: Open<PrintStatusCode>;
  /** 打印方式 · mode; at most 2 characters. Code list `print-modes`, open. 推断/inferred. XSD document.xsd:2371 */
  printMode?: Open<PrintModesCode>;
  /** 打印时间 · time; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD document.xsd:2378 */
  printTime: string;
  /** 打印次数 · number of prints. 推断/inferred. XSD document.xsd:2385 */
  printCount?: number;
}

/**
 * 单证打印状态推送 · 应答 · Document print-status push, body of the answer; empty, the result stands in the head.
 * XSD document.xsd:2395
 */
export type PushDocumentPrintStatusResponse = Record<never, never>;

const text50Value: SimpleDescriptor = {
  k: "simple",
  name: "Text50",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 50,
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
const decimalText20Value: SimpleDescriptor = {
  k: "simple",
  name: "DecimalText20",
  builtin: "decimal",
  js: "string",
  patterns: ["[^\\n\\r]{1,20}"],
  quick: true,
};
const text10Value: SimpleDescriptor = {
  k: "simple",
  name: "Text10",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 10,
};
const text20Value: SimpleDescriptor = {
  k: "simple",
  name: "Text20",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 20,
};
const text1000Value: SimpleDescriptor = {
  k: "simple",
  name: "Text1000",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 1000,
};
const intValue: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const booleanValue: SimpleDescriptor = { k: "simple", builtin: "boolean", js: "boolean" };
const text200Value: SimpleDescriptor = {
  k: "simple",
  name: "Text200",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 200,
};
const text400Value: SimpleDescriptor = {
  k: "simple",
  name: "Text400",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 400,
};
const decimalText25Value: SimpleDescriptor = {
  k: "simple",
  name: "DecimalText25",
  builtin: "decimal",
  js: "string",
  patterns: ["[^\\n\\r]{1,25}"],
  quick: true,
};
const flag12Value: SimpleDescriptor = {
  k: "simple",
  name: "Flag12",
  builtin: "string",
  js: "string",
  ws: "preserve",
  enum: ["1", "2"],
  maxLength: 1,
};
const text18Value: SimpleDescriptor = {
  k: "simple",
  name: "Text18",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 18,
};
const text500Value: SimpleDescriptor = {
  k: "simple",
  name: "Text500",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 500,
};
const text2000Value: SimpleDescriptor = {
  k: "simple",
  name: "Text2000",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 2000,
};
const oldDateValue: SimpleDescriptor = {
  k: "simple",
  name: "OldDate",
  builtin: "string",
  js: "string",
  ws: "preserve",
  patterns: ["[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?: (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?"],
  quick: true,
  maxLength: 20,
};
const text64Value: SimpleDescriptor = {
  k: "simple",
  name: "Text64",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 64,
};
const text8Value: SimpleDescriptor = {
  k: "simple",
  name: "Text8",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 8,
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
const text3Value: SimpleDescriptor = {
  k: "simple",
  name: "Text3",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 3,
};
const text4Value: SimpleDescriptor = {
  k: "simple",
  name: "Text4",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 4,
};
const text19Value: SimpleDescriptor = {
  k: "simple",
  name: "Text19",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 19,
};
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
const text100Value: SimpleDescriptor = {
  k: "simple",
  name: "Text100",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 100,
};
const text80Value: SimpleDescriptor = {
  k: "simple",
  name: "Text80",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 80,
};
const text630Value: SimpleDescriptor = {
  k: "simple",
  name: "Text630",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 630,
};
const text300Value: SimpleDescriptor = {
  k: "simple",
  name: "Text300",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 300,
};
const text600Value: SimpleDescriptor = {
  k: "simple",
  name: "Text600",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 600,
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
const text32Value: SimpleDescriptor = {
  k: "simple",
  name: "Text32",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 32,
};
const flag123Value: SimpleDescriptor = {
  k: "simple",
  name: "Flag123",
  builtin: "string",
  js: "string",
  ws: "preserve",
  enum: ["1", "2", "3"],
  maxLength: 1,
};
const decimalText10Value: SimpleDescriptor = {
  k: "simple",
  name: "DecimalText10",
  builtin: "decimal",
  js: "string",
  patterns: ["[^\\n\\r]{1,10}"],
  quick: true,
};
const flag012Value: SimpleDescriptor = {
  k: "simple",
  name: "Flag012",
  builtin: "string",
  js: "string",
  ws: "preserve",
  enum: ["0", "1", "2"],
  maxLength: 1,
};
const base64BinaryValue: SimpleDescriptor = { k: "simple", builtin: "base64Binary", js: "bytes" };

export const InvoiceDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "Invoice",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "invoiceNum", name: "invoiceNum", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "invoiceDate", name: "invoiceDate", ns: "", type: dateValue, min: 1, max: 1 },
      { k: "el", prop: "contractNum", name: "contractNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "creditNum", name: "creditNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "totalAmount", name: "totalAmount", ns: "", type: decimalText20Value, min: 0, max: 1 },
      { k: "el", prop: "currency", name: "currency", ns: "", type: text10Value, min: 1, max: 1 },
      { k: "el", prop: "priceTerms", name: "priceTerms", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "specialTerms", name: "specialTerms", ns: "", type: text1000Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const InvoiceListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "InvoiceList",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "invoice", name: "invoice", ns: "", type: InvoiceDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const GeneralGoodsDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "GeneralGoods",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "itemNo", name: "itemNo", ns: "", type: intValue, min: 1, max: 1 },
      { k: "el", prop: "nonGoods", name: "nonGoods", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "goodsCnName", name: "goodsCnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "goodsEnName", name: "goodsEnName", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "goodsDescription", name: "goodsDescription", ns: "", type: text1000Value, min: 1, max: 1 },
      { k: "el", prop: "packQty", name: "packQty", ns: "", type: decimalText25Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "packUnit", name: "packUnit", ns: "", type: text20Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "packType", name: "packType", ns: "", type: flag12Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "quantity",
        name: "quantity",
        ns: "",
        type: decimalText25Value,
        min: 1,
        max: 1,
        nillable: true,
      },
      { k: "el", prop: "unit", name: "unit", ns: "", type: text20Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "unitEn", name: "unitEn", ns: "", type: text20Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "secondQuantity", name: "secondQuantity", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "secondUnit", name: "secondUnit", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "grossWeight", name: "grossWeight", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "netWeight", name: "netWeight", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "weightUnit", name: "weightUnit", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "unitPrice", name: "unitPrice", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "amount", name: "amount", ns: "", type: decimalText25Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "fobValue", name: "fobValue", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "invoiceNum", name: "invoiceNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "producerName", name: "producerName", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "producerCreditCode", name: "producerCreditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "producerTel", name: "producerTel", ns: "", type: text50Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const GeneralGoodsListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "GeneralGoodsList",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "goods", name: "goods", ns: "", type: GeneralGoodsDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const CertificateChangeDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "CertificateChange",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "oldCertNo", name: "oldCertNo", ns: "", type: text20Value, min: 1, max: 1 },
      { k: "el", prop: "changeReason", name: "changeReason", ns: "", type: text500Value, min: 1, max: 1 },
      { k: "el", prop: "changedBoxes", name: "changedBoxes", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "beforeText", name: "beforeText", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "afterText", name: "afterText", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "oldApplyDate", name: "oldApplyDate", ns: "", type: oldDateValue, min: 0, max: 1 },
      { k: "el", prop: "oldIssueDate", name: "oldIssueDate", ns: "", type: oldDateValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyGeneralCertificateRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplyGeneralCertificateRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "sendAudit", name: "sendAudit", ns: "", type: booleanValue, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "subDocType", name: "subDocType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "applyType", name: "applyType", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 1, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "fetchBranchCode", name: "fetchBranchCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "exporterEnName", name: "exporterEnName", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "exporterEnAddress", name: "exporterEnAddress", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "exporterTel", name: "exporterTel", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "exporterFax", name: "exporterFax", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "exporterEmail", name: "exporterEmail", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "importer", name: "importer", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "importerEnName", name: "importerEnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "importerEnAddress", name: "importerEnAddress", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "importerCountryCode", name: "importerCountryCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "importerTel", name: "importerTel", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "importerFax", name: "importerFax", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "importerEmail", name: "importerEmail", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "middleman", name: "middleman", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "showMiddleman", name: "showMiddleman", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "producer", name: "producer", ns: "", type: text1000Value, min: 0, max: 1 },
      { k: "el", prop: "applyAddress", name: "applyAddress", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "applyDate", name: "applyDate", ns: "", type: dateValue, min: 1, max: 1 },
      { k: "el", prop: "signerId", name: "signerId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "sealId", name: "sealId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "tradeModeCode", name: "tradeModeCode", ns: "", type: text4Value, min: 0, max: 1 },
      { k: "el", prop: "payTime", name: "payTime", ns: "", type: text19Value, min: 0, max: 1 },
      { k: "el", prop: "payModeCode", name: "payModeCode", ns: "", type: text4Value, min: 0, max: 1 },
      { k: "el", prop: "contractNum", name: "contractNum", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "creditNum", name: "creditNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "currency", name: "currency", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "priceTerms", name: "priceTerms", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "totalAmount", name: "totalAmount", ns: "", type: decimal19_5Value, min: 0, max: 1 },
      { k: "el", prop: "fobValue", name: "fobValue", ns: "", type: decimal19_5Value, min: 1, max: 1 },
      { k: "el", prop: "transportMode", name: "transportMode", ns: "", type: text20Value, min: 1, max: 1 },
      { k: "el", prop: "vesselVoyage", name: "vesselVoyage", ns: "", type: text100Value, min: 0, max: 1 },
      { k: "el", prop: "departureDate", name: "departureDate", ns: "", type: dateValue, min: 1, max: 1 },
      { k: "el", prop: "departurePredicted", name: "departurePredicted", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "loadPort", name: "loadPort", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "transitPort", name: "transitPort", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "transitCountryCode", name: "transitCountryCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "dischargePort", name: "dischargePort", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "destPort", name: "destPort", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "destCountryCode", name: "destCountryCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "destCountryEn", name: "destCountryEn", ns: "", type: text80Value, min: 1, max: 1 },
      { k: "el", prop: "transportDetails", name: "transportDetails", ns: "", type: text630Value, min: 0, max: 1 },
      { k: "el", prop: "marks", name: "marks", ns: "", type: text2000Value, min: 1, max: 1 },
      { k: "el", prop: "markAttachment", name: "markAttachment", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "specialClause", name: "specialClause", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "remark", name: "remark", ns: "", type: text300Value, min: 0, max: 1 },
      { k: "el", prop: "applyNote", name: "applyNote", ns: "", type: text1000Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "exportDeclarationDate",
        name: "exportDeclarationDate",
        ns: "",
        type: dateValue,
        min: 0,
        max: 1,
      },
      { k: "el", prop: "declarationNos", name: "declarationNos", ns: "", type: text600Value, min: 0, max: 1 },
      { k: "el", prop: "invoices", name: "invoices", ns: "", type: InvoiceListDescriptor, min: 1, max: 1 },
      { k: "el", prop: "goodsList", name: "goodsList", ns: "", type: GeneralGoodsListDescriptor, min: 1, max: 1 },
      { k: "el", prop: "change", name: "change", ns: "", type: CertificateChangeDescriptor, min: 0, max: 1 },
      { k: "el", prop: "attachments", name: "attachments", ns: "", type: AttachmentListDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyGeneralCertificateResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplyGeneralCertificateResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "docStatus", name: "docStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "receiveTime", name: "receiveTime", ns: "", type: dateTimeValue, min: 0, max: 1 },
      { k: "el", prop: "errors", name: "errors", ns: "", type: FieldErrorListDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const NonPartyDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "NonParty",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "seqNo", name: "seqNo", ns: "", type: intValue, min: 1, max: 1 },
      { k: "el", prop: "name", name: "name", ns: "", type: text500Value, min: 1, max: 1 },
      { k: "el", prop: "address", name: "address", ns: "", type: text1000Value, min: 1, max: 1 },
      { k: "el", prop: "countryCode", name: "countryCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "countryEn", name: "countryEn", ns: "", type: text100Value, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const NonPartyListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "NonPartyList",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "nonParty", name: "nonParty", ns: "", type: NonPartyDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const PreferentialGoodsDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PreferentialGoods",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "itemNo", name: "itemNo", ns: "", type: intValue, min: 1, max: 1 },
      { k: "el", prop: "nonGoods", name: "nonGoods", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "hsCode", name: "hsCode", ns: "", type: text10Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "goodsCnName", name: "goodsCnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "goodsEnName", name: "goodsEnName", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "goodsDescription", name: "goodsDescription", ns: "", type: text1000Value, min: 1, max: 1 },
      { k: "el", prop: "packQty", name: "packQty", ns: "", type: decimalText25Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "packUnit", name: "packUnit", ns: "", type: text20Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "packType", name: "packType", ns: "", type: flag12Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "quantity",
        name: "quantity",
        ns: "",
        type: decimalText25Value,
        min: 1,
        max: 1,
        nillable: true,
      },
      { k: "el", prop: "unit", name: "unit", ns: "", type: text20Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "unitEn", name: "unitEn", ns: "", type: text20Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "secondQuantity", name: "secondQuantity", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "secondUnit", name: "secondUnit", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "grossWeight", name: "grossWeight", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "netWeight", name: "netWeight", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "weightUnit", name: "weightUnit", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "unitPrice", name: "unitPrice", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "amount", name: "amount", ns: "", type: decimalText25Value, min: 1, max: 1, nillable: true },
      { k: "el", prop: "fobValue", name: "fobValue", ns: "", type: decimalText25Value, min: 0, max: 1 },
      { k: "el", prop: "invoiceNum", name: "invoiceNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "producerName", name: "producerName", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "producerCreditCode", name: "producerCreditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "producerTel", name: "producerTel", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "goodsFilingNo", name: "goodsFilingNo", ns: "", type: text32Value, min: 1, max: 1 },
      {
        k: "el",
        prop: "originCriterion",
        name: "originCriterion",
        ns: "",
        type: text10Value,
        min: 1,
        max: 1,
        nillable: true,
      },
      { k: "el", prop: "originCriterionSub", name: "originCriterionSub", ns: "", type: flag123Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "originCriterionValue",
        name: "originCriterionValue",
        ns: "",
        type: text10Value,
        min: 0,
        max: 1,
      },
      {
        k: "el",
        prop: "importedContentPct",
        name: "importedContentPct",
        ns: "",
        type: decimalText10Value,
        min: 0,
        max: 1,
      },
      { k: "el", prop: "originCountryCode", name: "originCountryCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "originCountryEn", name: "originCountryEn", ns: "", type: text80Value, min: 0, max: 1 },
      { k: "el", prop: "highestRateFlag", name: "highestRateFlag", ns: "", type: flag012Value, min: 0, max: 1 },
      { k: "el", prop: "producerText", name: "producerText", ns: "", type: text1000Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PreferentialGoodsListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PreferentialGoodsList",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "goods", name: "goods", ns: "", type: PreferentialGoodsDescriptor, min: 1, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const ApplyPreferentialCertificateRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplyPreferentialCertificateRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "sendAudit", name: "sendAudit", ns: "", type: booleanValue, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "subDocType", name: "subDocType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "applyType", name: "applyType", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 1, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "fetchBranchCode", name: "fetchBranchCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "exporterEnName", name: "exporterEnName", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "exporterEnAddress", name: "exporterEnAddress", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "exporterTel", name: "exporterTel", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "exporterFax", name: "exporterFax", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "exporterEmail", name: "exporterEmail", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "importer", name: "importer", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "importerEnName", name: "importerEnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "importerEnAddress", name: "importerEnAddress", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "importerCountryCode", name: "importerCountryCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "importerTel", name: "importerTel", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "importerFax", name: "importerFax", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "importerEmail", name: "importerEmail", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "middleman", name: "middleman", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "showMiddleman", name: "showMiddleman", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "producer", name: "producer", ns: "", type: text1000Value, min: 0, max: 1 },
      { k: "el", prop: "applyAddress", name: "applyAddress", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "applyDate", name: "applyDate", ns: "", type: dateValue, min: 1, max: 1 },
      { k: "el", prop: "signerId", name: "signerId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "sealId", name: "sealId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "tradeModeCode", name: "tradeModeCode", ns: "", type: text4Value, min: 0, max: 1 },
      { k: "el", prop: "payTime", name: "payTime", ns: "", type: text19Value, min: 0, max: 1 },
      { k: "el", prop: "payModeCode", name: "payModeCode", ns: "", type: text4Value, min: 0, max: 1 },
      { k: "el", prop: "contractNum", name: "contractNum", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "creditNum", name: "creditNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "currency", name: "currency", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "priceTerms", name: "priceTerms", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "totalAmount", name: "totalAmount", ns: "", type: decimal19_5Value, min: 0, max: 1 },
      { k: "el", prop: "fobValue", name: "fobValue", ns: "", type: decimal19_5Value, min: 1, max: 1 },
      { k: "el", prop: "transportMode", name: "transportMode", ns: "", type: text20Value, min: 1, max: 1 },
      { k: "el", prop: "vesselVoyage", name: "vesselVoyage", ns: "", type: text100Value, min: 0, max: 1 },
      { k: "el", prop: "departureDate", name: "departureDate", ns: "", type: dateValue, min: 1, max: 1 },
      { k: "el", prop: "departurePredicted", name: "departurePredicted", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "loadPort", name: "loadPort", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "transitPort", name: "transitPort", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "transitCountryCode", name: "transitCountryCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "dischargePort", name: "dischargePort", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "destPort", name: "destPort", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "destCountryCode", name: "destCountryCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "destCountryEn", name: "destCountryEn", ns: "", type: text80Value, min: 1, max: 1 },
      { k: "el", prop: "transportDetails", name: "transportDetails", ns: "", type: text630Value, min: 0, max: 1 },
      { k: "el", prop: "marks", name: "marks", ns: "", type: text2000Value, min: 1, max: 1 },
      { k: "el", prop: "markAttachment", name: "markAttachment", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "specialClause", name: "specialClause", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "remark", name: "remark", ns: "", type: text300Value, min: 0, max: 1 },
      { k: "el", prop: "applyNote", name: "applyNote", ns: "", type: text1000Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "exportDeclarationDate",
        name: "exportDeclarationDate",
        ns: "",
        type: dateValue,
        min: 0,
        max: 1,
      },
      { k: "el", prop: "declarationNos", name: "declarationNos", ns: "", type: text600Value, min: 0, max: 1 },
      { k: "el", prop: "agreementCode", name: "agreementCode", ns: "", type: text8Value, min: 0, max: 1 },
      {
        k: "el",
        prop: "producerConfidential",
        name: "producerConfidential",
        ns: "",
        type: booleanValue,
        min: 0,
        max: 1,
      },
      { k: "el", prop: "thirdPartyInvoice", name: "thirdPartyInvoice", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "exhibition", name: "exhibition", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "backToBack", name: "backToBack", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "originCertNo", name: "originCertNo", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "retroactive", name: "retroactive", ns: "", type: booleanValue, min: 0, max: 1 },
      { k: "el", prop: "invoices", name: "invoices", ns: "", type: InvoiceListDescriptor, min: 1, max: 1 },
      { k: "el", prop: "nonParties", name: "nonParties", ns: "", type: NonPartyListDescriptor, min: 0, max: 1 },
      { k: "el", prop: "goodsList", name: "goodsList", ns: "", type: PreferentialGoodsListDescriptor, min: 1, max: 1 },
      { k: "el", prop: "change", name: "change", ns: "", type: CertificateChangeDescriptor, min: 0, max: 1 },
      { k: "el", prop: "attachments", name: "attachments", ns: "", type: AttachmentListDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ApplyPreferentialCertificateResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ApplyPreferentialCertificateResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "docStatus", name: "docStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "receiveTime", name: "receiveTime", ns: "", type: dateTimeValue, min: 0, max: 1 },
      { k: "el", prop: "errors", name: "errors", ns: "", type: FieldErrorListDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentAuditResultRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushDocumentAuditResultRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "serialNo", name: "serialNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "docStatus", name: "docStatus", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "auditResult", name: "auditResult", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "auditOpinion", name: "auditOpinion", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "auditTime", name: "auditTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "auditor", name: "auditor", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "issueDate", name: "issueDate", ns: "", type: dateValue, min: 0, max: 1 },
      { k: "el", prop: "validTo", name: "validTo", ns: "", type: dateValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentAuditResultResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushDocumentAuditResultResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
};

export const CertificateApplicationDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "CertificateApplication",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "choice",
    items: [
      {
        k: "el",
        prop: "general",
        name: "general",
        ns: "",
        type: ApplyGeneralCertificateRequestDescriptor,
        min: 1,
        max: 1,
      },
      {
        k: "el",
        prop: "preferential",
        name: "preferential",
        ns: "",
        type: ApplyPreferentialCertificateRequestDescriptor,
        min: 1,
        max: 1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryDocumentRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QueryDocumentRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "invoiceNum", name: "invoiceNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "withDetail", name: "withDetail", ns: "", type: booleanValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const DocumentRecordDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "DocumentRecord",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "serialNo", name: "serialNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "docStatus", name: "docStatus", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "printStatus", name: "printStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "auditOpinion", name: "auditOpinion", ns: "", type: text2000Value, min: 0, max: 1 },
      { k: "el", prop: "auditTime", name: "auditTime", ns: "", type: dateTimeValue, min: 0, max: 1 },
      { k: "el", prop: "issueDate", name: "issueDate", ns: "", type: dateValue, min: 0, max: 1 },
      { k: "el", prop: "updatedAt", name: "updatedAt", ns: "", type: dateTimeValue, min: 0, max: 1 },
      { k: "el", prop: "detail", name: "detail", ns: "", type: CertificateApplicationDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QueryDocumentResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QueryDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "document", name: "document", ns: "", type: DocumentRecordDescriptor, min: 0, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SyncDocumentsRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncDocumentsRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "startTime", name: "startTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "endTime", name: "endTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncedDocumentDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncedDocument",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "docStatus", name: "docStatus", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "printStatus", name: "printStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "updatedAt", name: "updatedAt", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "detail", name: "detail", ns: "", type: CertificateApplicationDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncedDocumentListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncedDocumentList",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "document", name: "document", ns: "", type: SyncedDocumentDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const SyncDocumentsResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncDocumentsResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "total", name: "total", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "documents", name: "documents", ns: "", type: SyncedDocumentListDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PrintDocumentRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PrintDocumentRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "invoiceNum", name: "invoiceNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "printMode", name: "printMode", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "copyType", name: "copyType", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "printerModel", name: "printerModel", ns: "", type: text100Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PrintDocumentResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PrintDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "fileName", name: "fileName", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "fileType", name: "fileType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "content", name: "content", ns: "", type: base64BinaryValue, min: 0, max: 1 },
      { k: "el", prop: "url", name: "url", ns: "", type: text500Value, min: 0, max: 1 },
      { k: "el", prop: "printStatus", name: "printStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "printCount", name: "printCount", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PreviewDocumentRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PreviewDocumentRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 0, max: 1 },
      { k: "el", prop: "invoiceNum", name: "invoiceNum", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "draft", name: "draft", ns: "", type: CertificateApplicationDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PreviewDocumentResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PreviewDocumentResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 0, max: 1 },
      { k: "el", prop: "fileType", name: "fileType", ns: "", type: text8Value, min: 1, max: 1 },
      { k: "el", prop: "content", name: "content", ns: "", type: base64BinaryValue, min: 0, max: 1 },
      { k: "el", prop: "url", name: "url", ns: "", type: text500Value, min: 0, max: 1 },
      { k: "el", prop: "pageCount", name: "pageCount", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentPrintStatusRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushDocumentPrintStatusRequest",
  ns: "urn:example:ccpit-coo:reference:v1:document",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "docId", name: "docId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "docType", name: "docType", ns: "", type: text8Value, min: 0, max: 1 },
      { k: "el", prop: "certNo", name: "certNo", ns: "", type: text20Value, min: 1, max: 1 },
      { k: "el", prop: "serialNo", name: "serialNo", ns: "", type: text32Value, min: 0, max: 1 },
      { k: "el", prop: "printStatus", name: "printStatus", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "printMode", name: "printMode", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "printTime", name: "printTime", ns: "", type: dateTimeValue, min: 1, max: 1 },
      { k: "el", prop: "printCount", name: "printCount", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const PushDocumentPrintStatusResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "PushDocumentPrintStatusResponse",
  ns: "urn:example:ccpit-coo:reference:v1:document",
};

/** Descriptor of the message ApplyGeneralCertificateRequest: all that the codec needs. */
export const ApplyGeneralCertificateRequestMessage: MessageDescriptor<ApplyGeneralCertificateRequest> = {
  k: "message",
  name: "ApplyGeneralCertificateRequest",
  type: ApplyGeneralCertificateRequestDescriptor,
};

/** Descriptor of the message ApplyGeneralCertificateResponse: all that the codec needs. */
export const ApplyGeneralCertificateResponseMessage: MessageDescriptor<ApplyGeneralCertificateResponse> = {
  k: "message",
  name: "ApplyGeneralCertificateResponse",
  type: ApplyGeneralCertificateResponseDescriptor,
};

/** Descriptor of the message ApplyPreferentialCertificateRequest: all that the codec needs. */
export const ApplyPreferentialCertificateRequestMessage: MessageDescriptor<ApplyPreferentialCertificateRequest> = {
  k: "message",
  name: "ApplyPreferentialCertificateRequest",
  type: ApplyPreferentialCertificateRequestDescriptor,
};

/** Descriptor of the message ApplyPreferentialCertificateResponse: all that the codec needs. */
export const ApplyPreferentialCertificateResponseMessage: MessageDescriptor<ApplyPreferentialCertificateResponse> = {
  k: "message",
  name: "ApplyPreferentialCertificateResponse",
  type: ApplyPreferentialCertificateResponseDescriptor,
};

/** Descriptor of the message PushDocumentAuditResultRequest: all that the codec needs. */
export const PushDocumentAuditResultRequestMessage: MessageDescriptor<PushDocumentAuditResultRequest> = {
  k: "message",
  name: "PushDocumentAuditResultRequest",
  type: PushDocumentAuditResultRequestDescriptor,
};

/** Descriptor of the message PushDocumentAuditResultResponse: all that the codec needs. */
export const PushDocumentAuditResultResponseMessage: MessageDescriptor<PushDocumentAuditResultResponse> = {
  k: "message",
  name: "PushDocumentAuditResultResponse",
  type: PushDocumentAuditResultResponseDescriptor,
};

/** Descriptor of the message QueryDocumentRequest: all that the codec needs. */
export const QueryDocumentRequestMessage: MessageDescriptor<QueryDocumentRequest> = {
  k: "message",
  name: "QueryDocumentRequest",
  type: QueryDocumentRequestDescriptor,
};

/** Descriptor of the message QueryDocumentResponse: all that the codec needs. */
export const QueryDocumentResponseMessage: MessageDescriptor<QueryDocumentResponse> = {
  k: "message",
  name: "QueryDocumentResponse",
  type: QueryDocumentResponseDescriptor,
};

/** Descriptor of the message SyncDocumentsRequest: all that the codec needs. */
export const SyncDocumentsRequestMessage: MessageDescriptor<SyncDocumentsRequest> = {
  k: "message",
  name: "SyncDocumentsRequest",
  type: SyncDocumentsRequestDescriptor,
};

/** Descriptor of the message SyncDocumentsResponse: all that the codec needs. */
export const SyncDocumentsResponseMessage: MessageDescriptor<SyncDocumentsResponse> = {
  k: "message",
  name: "SyncDocumentsResponse",
  type: SyncDocumentsResponseDescriptor,
};

/** Descriptor of the message PrintDocumentRequest: all that the codec needs. */
export const PrintDocumentRequestMessage: MessageDescriptor<PrintDocumentRequest> = {
  k: "message",
  name: "PrintDocumentRequest",
  type: PrintDocumentRequestDescriptor,
};

/** Descriptor of the message PrintDocumentResponse: all that the codec needs. */
export const PrintDocumentResponseMessage: MessageDescriptor<PrintDocumentResponse> = {
  k: "message",
  name: "PrintDocumentResponse",
  type: PrintDocumentResponseDescriptor,
};

/** Descriptor of the message PreviewDocumentRequest: all that the codec needs. */
export const PreviewDocumentRequestMessage: MessageDescriptor<PreviewDocumentRequest> = {
  k: "message",
  name: "PreviewDocumentRequest",
  type: PreviewDocumentRequestDescriptor,
};

/** Descriptor of the message PreviewDocumentResponse: all that the codec needs. */
export const PreviewDocumentResponseMessage: MessageDescriptor<PreviewDocumentResponse> = {
  k: "message",
  name: "PreviewDocumentResponse",
  type: PreviewDocumentResponseDescriptor,
};

/** Descriptor of the message PushDocumentPrintStatusRequest: all that the codec needs. */
export const PushDocumentPrintStatusRequestMessage: MessageDescriptor<PushDocumentPrintStatusRequest> = {
  k: "message",
  name: "PushDocumentPrintStatusRequest",
  type: PushDocumentPrintStatusRequestDescriptor,
};

/** Descriptor of the message PushDocumentPrintStatusResponse: all that the codec needs. */
export const PushDocumentPrintStatusResponseMessage: MessageDescriptor<PushDocumentPrintStatusResponse> = {
  k: "message",
  name: "PushDocumentPrintStatusResponse",
  type: PushDocumentPrintStatusResponseDescriptor,
};
