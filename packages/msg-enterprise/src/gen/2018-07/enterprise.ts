// @generated from schemas/2018-07/enterprise.xsd, sha256 b2e0e9a6. Do not edit: change the schema, run `pnpm generate`.
import type {
  AuditStatusCode,
  Flag01,
  GB321002015Code,
  GBT2260Code,
  RegistrationStatusCode,
  SealTypesCode,
} from "@coo/msg-common/2018-07";
import type { ComplexDescriptor, MessageDescriptor, Open, SimpleDescriptor } from "@coo/soap/gen1";
import "@coo/soap/with/lists";

/** 分支会查询 · 请求 · Branch query, request body. XSD enterprise.xsd:16 */
export interface QueryBranchesRequest {
  /**
   * 省份 · province (6-digit division or name); at most 6 characters. Code list `GB/T 2260`, open. 推断/inferred.
   * XSD enterprise.xsd:22
   */
  provinceCode?: Open<GBT2260Code>;
  /** 分支会编码 · branch code; at most 3 characters. 推断/inferred. XSD enterprise.xsd:29 */
  branchCode?: string;
  /** 分支会名称 · name, partial match; at most 100 characters. 推断/inferred. XSD enterprise.xsd:36 */
  branchName?: string;
  /** 更新时间起 · changed since; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD enterprise.xsd:43 */
  updatedAfter?: string;
  /** 页码 · page number from 1. 推断/inferred. XSD enterprise.xsd:50 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD enterprise.xsd:57 */
  pageSize?: number;
}

/** 分支会 · a CCPIT branch. Read only, not for construction. XSD enterprise.xsd:67 */
export interface Branch {
  /** 分支会编码 · 3-character issuing-office code; at most 3 characters. 推断/inferred. XSD enterprise.xsd:73 */
  branchCode: string;
  /** 分支会名称 · Chinese name; at most 100 characters. 推断/inferred. XSD enterprise.xsd:80 */
  branchName: string;
  /** 英文名称 · English name printed on certificates; at most 200 characters. 推断/inferred. XSD enterprise.xsd:87 */
  branchEnName?: string;
  /** 省份 · province; at most 6 characters. 推断/inferred. XSD enterprise.xsd:94 */
  provinceCode?: string;
  /** 上级编码 · parent office; at most 3 characters. 推断/inferred. XSD enterprise.xsd:101 */
  parentCode?: string;
  /** 地址 · address; at most 200 characters. 推断/inferred. XSD enterprise.xsd:108 */
  address?: string;
  /** 电话 · telephone; at most 50 characters. 推断/inferred. XSD enterprise.xsd:115 */
  telephone?: string;
  /**
   * 签证地点 · place printed in the certification box, e.g. SUZHOU, CHINA; at most 50 characters. 推断/inferred.
   * XSD enterprise.xsd:122
   */
  signPlaceEn?: string;
  /** 可签证书类型 · forms this office may issue. Code list `doc-types`, open. 推断/inferred. XSD enterprise.xsd:129 */
  supportedDocTypes?: readonly string[];
  /** 可自主打印类型 · forms open to self-print. Code list `doc-types`, open. 推断/inferred. XSD enterprise.xsd:136 */
  selfPrintDocTypes?: readonly string[];
  /** 状态 · 0 closed, 1 open; at most 1 character. 推断/inferred. XSD enterprise.xsd:143 */
  status?: Open<Flag01>;
}

/** 分支会列表 · list of branches. Read only, not for construction. XSD enterprise.xsd:153 */
export interface BranchList {
  /** 分支会 · branch. 推断/inferred. XSD enterprise.xsd:159 */
  branch?: readonly Branch[];
}

/** 分支会查询 · 应答 · Branch query, answer body. Read only, not for construction. XSD enterprise.xsd:169 */
export interface QueryBranchesResponse {
  /** 总数 · number of matches. 推断/inferred. XSD enterprise.xsd:175 */
  total?: number;
  /** 页码 · page. 推断/inferred. XSD enterprise.xsd:182 */
  pageNo?: number;
  /** 每页条数 · page size. 推断/inferred. XSD enterprise.xsd:189 */
  pageSize?: number;
  /** 分支会列表 · branches. 推断/inferred. XSD enterprise.xsd:196 */
  branches: BranchList;
}

/** 企业注册信息校验 · 请求 · Enterprise registration check, request body. XSD enterprise.xsd:206 */
export interface VerifyEnterpriseRegistrationRequest {
  /**
   * 企业注册号 · nine-character registration number; at most 9 characters. Required when: regNo or creditCode.
   * 推断/inferred. XSD enterprise.xsd:212
   */
  enterpriseRegNo?: string;
  /**
   * 统一社会信用代码 · unified social credit code; at most 18 characters. Required when: regNo or creditCode.
   * 推断/inferred. XSD enterprise.xsd:219
   */
  creditCode?: string;
  /** 企业中文名称 · Chinese name; at most 200 characters. 推断/inferred. XSD enterprise.xsd:226 */
  enterpriseCnName?: string;
  /** 分支会编码 · branch; at most 3 characters. 推断/inferred. XSD enterprise.xsd:233 */
  branchCode?: string;
}

/**
 * 企业注册信息校验 · 应答 · Enterprise registration check, answer body. Read only, not for construction.
 * XSD enterprise.xsd:243
 */
export interface VerifyEnterpriseRegistrationResponse {
  /** 是否注册 · registered or not. 推断/inferred. XSD enterprise.xsd:249 */
  registered: boolean;
  /** 企业注册号 · registration number; at most 9 characters. 推断/inferred. XSD enterprise.xsd:256 */
  enterpriseRegNo?: string;
  /** 统一社会信用代码 · credit code; at most 18 characters. 推断/inferred. XSD enterprise.xsd:263 */
  creditCode?: string;
  /** 企业中文名称 · Chinese name; at most 200 characters. 推断/inferred. XSD enterprise.xsd:270 */
  enterpriseCnName?: string;
  /** 分支会编码 · branch; at most 3 characters. 推断/inferred. XSD enterprise.xsd:277 */
  branchCode?: string;
  /**
   * 注册状态 · registration state; at most 2 characters. Code list `registration-status`, open. 推断/inferred.
   * XSD enterprise.xsd:284
   */
  regStatus?: Open<RegistrationStatusCode>;
  /** 不一致项 · names of the given fields that did not match. 推断/inferred. XSD enterprise.xsd:291 */
  mismatch?: readonly string[];
}

/** 企业备案信息同步 · 请求 · Enterprise filing synchronisation, request body. XSD enterprise.xsd:301 */
export interface SyncEnterpriseFilingRequest {
  /**
   * 企业注册号 · registration number; at most 9 characters. Required when: regNo or creditCode. 推断/inferred.
   * XSD enterprise.xsd:307
   */
  enterpriseRegNo?: string;
  /** 统一社会信用代码 · credit code; at most 18 characters. 推断/inferred. XSD enterprise.xsd:314 */
  creditCode?: string;
  /** 分支会编码 · branch; at most 3 characters. 推断/inferred. XSD enterprise.xsd:321 */
  branchCode?: string;
  /** 更新时间起 · changed since; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD enterprise.xsd:328 */
  updatedAfter?: string;
}

/** 企业手签员 · a signatory of the enterprise. Read only, not for construction. XSD enterprise.xsd:338 */
export interface EnterpriseSigner {
  /** 手签员ID · signatory id; at most 64 characters. 推断/inferred. XSD enterprise.xsd:344 */
  signerId: string;
  /** 手签员姓名 · signatory name; at most 50 characters. 推断/inferred. XSD enterprise.xsd:351 */
  signerName: string;
  /**
   * 签名状态 · signature state; at most 2 characters. Code list `audit-status`, open. 推断/inferred.
   * XSD enterprise.xsd:358
   */
  signStatus?: Open<AuditStatusCode>;
  /** 是否默认 · default signatory. 推断/inferred. XSD enterprise.xsd:365 */
  isDefault?: boolean;
}

/** 企业手签员列表 · signatories of the enterprise. Read only, not for construction. XSD enterprise.xsd:375 */
export interface EnterpriseSignerList {
  /** 手签员 · signatory. 推断/inferred. XSD enterprise.xsd:381 */
  signer?: readonly EnterpriseSigner[];
}

/** 企业印章 · a seal of the enterprise. Read only, not for construction. XSD enterprise.xsd:391 */
export interface EnterpriseSeal {
  /** 印章ID · seal id; at most 64 characters. 推断/inferred. XSD enterprise.xsd:397 */
  sealId: string;
  /**
   * 印章类型 · CN / EN / CE; at most 2 characters. Code list `seal-types`, open. 推断/inferred. XSD enterprise.xsd:404
   */
  sealType: Open<SealTypesCode>;
  /**
   * 印章状态 · seal state; at most 2 characters. Code list `audit-status`, open. 推断/inferred. XSD enterprise.xsd:411
   */
  sealStatus?: Open<AuditStatusCode>;
}

/** 企业印章列表 · seals of the enterprise. Read only, not for construction. XSD enterprise.xsd:421 */
export interface EnterpriseSealList {
  /** 印章 · seal. 推断/inferred. XSD enterprise.xsd:427 */
  seal?: readonly EnterpriseSeal[];
}

/** 企业备案信息 · filed enterprise record. Read only, not for construction. XSD enterprise.xsd:437 */
export interface Enterprise {
  /** 企业注册号 · registration number; at most 9 characters. 推断/inferred. XSD enterprise.xsd:443 */
  enterpriseRegNo: string;
  /**
   * 统一社会信用代码 · credit code; at most 18 characters. Code list `GB 32100-2015`, open. 推断/inferred.
   * XSD enterprise.xsd:450
   */
  creditCode: Open<GB321002015Code>;
  /** 分支会编码 · branch; at most 3 characters. 推断/inferred. XSD enterprise.xsd:457 */
  branchCode: string;
  /** 企业中文名称 · Chinese name; at most 200 characters. 推断/inferred. XSD enterprise.xsd:464 */
  enterpriseCnName: string;
  /** 企业英文名称 · English name; at most 400 characters. 推断/inferred. XSD enterprise.xsd:471 */
  enterpriseEnName: string;
  /** 中文地址 · Chinese address; at most 400 characters. 推断/inferred. XSD enterprise.xsd:478 */
  cnAddress?: string;
  /** 英文地址 · English address; at most 400 characters. 推断/inferred. XSD enterprise.xsd:485 */
  enAddress?: string;
  /** 海关编码 · ten-digit customs registration code; at most 10 characters. 推断/inferred. XSD enterprise.xsd:492 */
  customsCode?: string;
  /** 企业类型 · trader / manufacturer / both; at most 2 characters. 推断/inferred. XSD enterprise.xsd:499 */
  enterpriseType?: string;
  /** 法定代表人 · legal representative; at most 50 characters. 推断/inferred. XSD enterprise.xsd:506 */
  legalPerson?: string;
  /** 联系人 · contact; at most 30 characters. 推断/inferred. XSD enterprise.xsd:513 */
  contactName?: string;
  /** 联系电话 · telephone; at most 30 characters. 推断/inferred. XSD enterprise.xsd:520 */
  contactTel?: string;
  /** 邮箱 · e-mail; at most 100 characters. 推断/inferred. XSD enterprise.xsd:527 */
  email?: string;
  /**
   * 备案状态 · filing state; at most 2 characters. Code list `registration-status`, open. 推断/inferred.
   * XSD enterprise.xsd:534
   */
  filingStatus: Open<RegistrationStatusCode>;
  /** 有效期至 · valid until; at most 10 characters; yyyy-MM-dd. 推断/inferred. XSD enterprise.xsd:541 */
  validTo?: string;
  /** 更新时间 · last change; at most 19 characters; yyyy-MM-dd HH:mm:ss. 推断/inferred. XSD enterprise.xsd:548 */
  updatedAt?: string;
  /** 手签员列表 · signatories. 推断/inferred. XSD enterprise.xsd:555 */
  signers?: EnterpriseSignerList;
  /** 印章列表 · seals. 推断/inferred. XSD enterprise.xsd:562 */
  seals?: EnterpriseSealList;
}

/**
 * 企业备案信息同步 · 应答 · Enterprise filing synchronisation, answer body. Read only, not for construction.
 * XSD enterprise.xsd:572
 */
export interface SyncEnterpriseFilingResponse {
  /** 企业备案信息 · filed enterprise record. 推断/inferred. XSD enterprise.xsd:578 */
  enterprise?: Enterprise;
}

const text6Value: SimpleDescriptor = {
  k: "simple",
  name: "Text6",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 6,
};
const text3Value: SimpleDescriptor = {
  k: "simple",
  name: "Text3",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 3,
};
const text100Value: SimpleDescriptor = {
  k: "simple",
  name: "Text100",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 100,
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
const intValue: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const text200Value: SimpleDescriptor = {
  k: "simple",
  name: "Text200",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 200,
};
const text50Value: SimpleDescriptor = {
  k: "simple",
  name: "Text50",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 50,
};
const codeListValue: SimpleDescriptor = {
  k: "simple",
  name: "CodeList",
  builtin: "anySimpleType",
  js: "list",
  item: { k: "simple", builtin: "string", js: "string", ws: "preserve" },
};
const flag01Value: SimpleDescriptor = {
  k: "simple",
  name: "Flag01",
  builtin: "string",
  js: "string",
  ws: "preserve",
  enum: ["0", "1"],
  maxLength: 1,
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
const booleanValue: SimpleDescriptor = { k: "simple", builtin: "boolean", js: "boolean" };
const text2Value: SimpleDescriptor = {
  k: "simple",
  name: "Text2",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 2,
};
const text64Value: SimpleDescriptor = {
  k: "simple",
  name: "Text64",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 64,
};
const text400Value: SimpleDescriptor = {
  k: "simple",
  name: "Text400",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 400,
};
const text10Value: SimpleDescriptor = {
  k: "simple",
  name: "Text10",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 10,
};
const text30Value: SimpleDescriptor = {
  k: "simple",
  name: "Text30",
  builtin: "string",
  js: "string",
  ws: "preserve",
  maxLength: 30,
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

export const QueryBranchesRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QueryBranchesRequest",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "provinceCode", name: "provinceCode", ns: "", type: text6Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "branchName", name: "branchName", ns: "", type: text100Value, min: 0, max: 1 },
      { k: "el", prop: "updatedAfter", name: "updatedAfter", ns: "", type: dateTimeValue, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const BranchDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "Branch",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "branchName", name: "branchName", ns: "", type: text100Value, min: 1, max: 1 },
      { k: "el", prop: "branchEnName", name: "branchEnName", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "provinceCode", name: "provinceCode", ns: "", type: text6Value, min: 0, max: 1 },
      { k: "el", prop: "parentCode", name: "parentCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "address", name: "address", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "telephone", name: "telephone", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "signPlaceEn", name: "signPlaceEn", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "supportedDocTypes", name: "supportedDocTypes", ns: "", type: codeListValue, min: 0, max: 1 },
      { k: "el", prop: "selfPrintDocTypes", name: "selfPrintDocTypes", ns: "", type: codeListValue, min: 0, max: 1 },
      { k: "el", prop: "status", name: "status", ns: "", type: flag01Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const BranchListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "BranchList",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "branch", name: "branch", ns: "", type: BranchDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const QueryBranchesResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "QueryBranchesResponse",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "total", name: "total", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageNo", name: "pageNo", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "pageSize", name: "pageSize", ns: "", type: intValue, min: 0, max: 1 },
      { k: "el", prop: "branches", name: "branches", ns: "", type: BranchListDescriptor, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const VerifyEnterpriseRegistrationRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "VerifyEnterpriseRegistrationRequest",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseCnName", name: "enterpriseCnName", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const VerifyEnterpriseRegistrationResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "VerifyEnterpriseRegistrationResponse",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "registered", name: "registered", ns: "", type: booleanValue, min: 1, max: 1 },
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseCnName", name: "enterpriseCnName", ns: "", type: text200Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "regStatus", name: "regStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "mismatch", name: "mismatch", ns: "", type: codeListValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncEnterpriseFilingRequestDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncEnterpriseFilingRequest",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 0, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 0, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 0, max: 1 },
      { k: "el", prop: "updatedAfter", name: "updatedAfter", ns: "", type: dateTimeValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const EnterpriseSignerDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "EnterpriseSigner",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "signerId", name: "signerId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "signerName", name: "signerName", ns: "", type: text50Value, min: 1, max: 1 },
      { k: "el", prop: "signStatus", name: "signStatus", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "isDefault", name: "isDefault", ns: "", type: booleanValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const EnterpriseSignerListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "EnterpriseSignerList",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "signer", name: "signer", ns: "", type: EnterpriseSignerDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const EnterpriseSealDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "EnterpriseSeal",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "sealId", name: "sealId", ns: "", type: text64Value, min: 1, max: 1 },
      { k: "el", prop: "sealType", name: "sealType", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "sealStatus", name: "sealStatus", ns: "", type: text2Value, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const EnterpriseSealListDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "EnterpriseSealList",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "seal", name: "seal", ns: "", type: EnterpriseSealDescriptor, min: 0, max: -1 }],
    min: 1,
    max: 1,
  },
};

export const EnterpriseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "Enterprise",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "enterpriseRegNo", name: "enterpriseRegNo", ns: "", type: text9Value, min: 1, max: 1 },
      { k: "el", prop: "creditCode", name: "creditCode", ns: "", type: text18Value, min: 1, max: 1 },
      { k: "el", prop: "branchCode", name: "branchCode", ns: "", type: text3Value, min: 1, max: 1 },
      { k: "el", prop: "enterpriseCnName", name: "enterpriseCnName", ns: "", type: text200Value, min: 1, max: 1 },
      { k: "el", prop: "enterpriseEnName", name: "enterpriseEnName", ns: "", type: text400Value, min: 1, max: 1 },
      { k: "el", prop: "cnAddress", name: "cnAddress", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "enAddress", name: "enAddress", ns: "", type: text400Value, min: 0, max: 1 },
      { k: "el", prop: "customsCode", name: "customsCode", ns: "", type: text10Value, min: 0, max: 1 },
      { k: "el", prop: "enterpriseType", name: "enterpriseType", ns: "", type: text2Value, min: 0, max: 1 },
      { k: "el", prop: "legalPerson", name: "legalPerson", ns: "", type: text50Value, min: 0, max: 1 },
      { k: "el", prop: "contactName", name: "contactName", ns: "", type: text30Value, min: 0, max: 1 },
      { k: "el", prop: "contactTel", name: "contactTel", ns: "", type: text30Value, min: 0, max: 1 },
      { k: "el", prop: "email", name: "email", ns: "", type: text100Value, min: 0, max: 1 },
      { k: "el", prop: "filingStatus", name: "filingStatus", ns: "", type: text2Value, min: 1, max: 1 },
      { k: "el", prop: "validTo", name: "validTo", ns: "", type: dateValue, min: 0, max: 1 },
      { k: "el", prop: "updatedAt", name: "updatedAt", ns: "", type: dateTimeValue, min: 0, max: 1 },
      { k: "el", prop: "signers", name: "signers", ns: "", type: EnterpriseSignerListDescriptor, min: 0, max: 1 },
      { k: "el", prop: "seals", name: "seals", ns: "", type: EnterpriseSealListDescriptor, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SyncEnterpriseFilingResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "SyncEnterpriseFilingResponse",
  ns: "urn:example:ccpit-coo:reference:v1:enterprise",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "enterprise", name: "enterprise", ns: "", type: EnterpriseDescriptor, min: 0, max: 1 }],
    min: 1,
    max: 1,
  },
};

/** Descriptor of the message QueryBranchesRequest: all that the codec needs. */
export const QueryBranchesRequestMessage: MessageDescriptor<QueryBranchesRequest> = {
  k: "message",
  name: "QueryBranchesRequest",
  type: QueryBranchesRequestDescriptor,
};

/** Descriptor of the message QueryBranchesResponse: all that the codec needs. */
export const QueryBranchesResponseMessage: MessageDescriptor<QueryBranchesResponse> = {
  k: "message",
  name: "QueryBranchesResponse",
  type: QueryBranchesResponseDescriptor,
};

/** Descriptor of the message VerifyEnterpriseRegistrationRequest: all that the codec needs. */
export const VerifyEnterpriseRegistrationRequestMessage: MessageDescriptor<VerifyEnterpriseRegistrationRequest> = {
  k: "message",
  name: "VerifyEnterpriseRegistrationRequest",
  type: VerifyEnterpriseRegistrationRequestDescriptor,
};

/** Descriptor of the message VerifyEnterpriseRegistrationResponse: all that the codec needs. */
export const VerifyEnterpriseRegistrationResponseMessage: MessageDescriptor<VerifyEnterpriseRegistrationResponse> = {
  k: "message",
  name: "VerifyEnterpriseRegistrationResponse",
  type: VerifyEnterpriseRegistrationResponseDescriptor,
};

/** Descriptor of the message SyncEnterpriseFilingRequest: all that the codec needs. */
export const SyncEnterpriseFilingRequestMessage: MessageDescriptor<SyncEnterpriseFilingRequest> = {
  k: "message",
  name: "SyncEnterpriseFilingRequest",
  type: SyncEnterpriseFilingRequestDescriptor,
};

/** Descriptor of the message SyncEnterpriseFilingResponse: all that the codec needs. */
export const SyncEnterpriseFilingResponseMessage: MessageDescriptor<SyncEnterpriseFilingResponse> = {
  k: "message",
  name: "SyncEnterpriseFilingResponse",
  type: SyncEnterpriseFilingResponseDescriptor,
};
