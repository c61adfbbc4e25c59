/** What the names of the 18 interfaces speak of. */
export type Concept =
  | "branch"
  | "enterprise"
  | "registration"
  | "filing"
  | "certificate"
  | "general"
  | "preferential"
  | "goods"
  | "seal"
  | "signature"
  | "audit"
  | "result"
  | "status"
  | "query"
  | "verify"
  | "sync"
  | "apply"
  | "push"
  | "print"
  | "preview";

/** How a concept is said, and how much it tells interfaces apart. */
interface Wording {
  readonly weight: number;
  /** Chinese words; their pinyin and its first letters are words as well. */
  readonly zh: string;
  readonly en: string;
}

/** Words of exchange services in general, not of our edition: whoever names an operation takes them from everyday use. */
export const CONCEPTS: Readonly<Record<Concept, Wording>> = {
  branch: {
    weight: 3,
    zh: "分支会 分支机构 签证机构 贸促分会 分会 机构 签证处",
    en: "branch branches office offices agency agencies bureau chapter chapters subcouncil council org organization organisation institution",
  },
  enterprise: {
    weight: 2,
    zh: "企业 公司 申请人",
    en: "enterprise enterprises company companies corp corporation corporate firm ent exporter business",
  },
  registration: {
    weight: 2,
    zh: "注册 登记",
    en: "registration register registered reg regist enrolment enrollment signup member membership",
  },
  filing: {
    weight: 1.2,
    zh: "备案 建档",
    en: "filing filings filed record records recordal recordation archive archives profile dossier",
  },
  certificate: {
    weight: 1.2,
    zh: "单证 证书 原产地证书 原产地证 产地证 证单",
    en: "certificate certificates cert certs co coo doc docs document documents form origin",
  },
  general: {
    weight: 3,
    zh: "一般 普通 非优惠",
    en: "general ordinary common nonpreferential nonpref normal generic",
  },
  preferential: {
    weight: 3,
    zh: "优惠 自贸协定 自贸 普惠",
    en: "preferential preference pref prefer fta gsp treaty agreement concession",
  },
  goods: {
    weight: 2,
    zh: "商品 产品 货物 品目",
    en: "goods product products commodity commodities merchandise item items cargo article",
  },
  seal: { weight: 2, zh: "印章 公章 图章 签章", en: "seal seals stamp stamps chop chops signet" },
  signature: {
    weight: 2,
    zh: "签名 签字 手签",
    en: "signature signatures sign signer signers signatory autograph handwriting",
  },
  audit: {
    weight: 2,
    zh: "审核 审批 审签 复审 审查 审单",
    en: "audit audited review reviewed approve approval approved examine examination vetting assess assessment verdict decision check",
  },
  result: { weight: 0.8, zh: "结果 结论 回执", en: "result results outcome verdict decision feedback receipt reply" },
  status: { weight: 2, zh: "状态 进度", en: "status state states progress stage" },
  query: {
    weight: 1.5,
    zh: "查询 检索 查找 获取",
    en: "query find search list lookup inquire inquiry enquiry get fetch retrieve read select",
  },
  verify: {
    weight: 2,
    zh: "校验 验证 核验 核对 检验",
    en: "verify verification validate validation check checking confirm authenticate exists",
  },
  sync: {
    weight: 1.5,
    zh: "同步 下载 拉取 增量",
    en: "sync synch synchronize synchronise synchronization synchronisation pull download incremental changes delta replicate refresh",
  },
  apply: {
    weight: 1.5,
    zh: "申请 申报 提交 上报 报送 录入",
    en: "apply application submit submission create add declare declaration lodge request save new upload",
  },
  push: {
    weight: 1.5,
    zh: "推送 通知 回调 下发 回传 反馈",
    en: "push pushed notify notification notice callback receive deliver inform announce event hook",
  },
  print: { weight: 2.5, zh: "打印 印制", en: "print prints printing printed printout" },
  preview: { weight: 3, zh: "预览 样张", en: "preview previews draft proof specimen" },
};

/** Concepts that say what is done, or at which stage; the others say with what. */
export const ACTS: ReadonlySet<Concept> = new Set<Concept>([
  "audit",
  "result",
  "status",
  "query",
  "verify",
  "sync",
  "apply",
  "push",
  "print",
  "preview",
]);

/** What each interface's official name speaks of, by number. */
export const INTERFACE_CONCEPTS: ReadonlyMap<number, readonly Concept[]> = new Map<number, readonly Concept[]>([
  [1, ["branch", "query"]],
  [2, ["enterprise", "registration", "verify"]],
  [3, ["enterprise", "filing", "sync"]],
  [4, ["general", "certificate", "apply"]],
  [5, ["preferential", "certificate", "apply"]],
  [6, ["goods", "filing", "apply"]],
  [7, ["certificate", "audit", "result", "push"]],
  [8, ["goods", "filing", "audit", "result", "push"]],
  [9, ["certificate", "query"]],
  [10, ["goods", "filing", "query"]],
  [11, ["certificate", "sync"]],
  [12, ["goods", "filing", "sync"]],
  [13, ["certificate", "print"]],
  [14, ["certificate", "preview"]],
  [15, ["certificate", "print", "status", "push"]],
  [16, ["seal", "signature", "apply"]],
  [17, ["seal", "signature", "audit", "result", "push"]],
  [18, ["seal", "signature", "query"]],
]);
