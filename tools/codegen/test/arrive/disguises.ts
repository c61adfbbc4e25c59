import { leavesOf } from "../../src/arrive/fields.ts";
import { fullPinyin, pinyinInitials } from "../../src/arrive/pinyin.ts";
import { reference } from "./build-deliveries.ts";
import { elementName, KINDS } from "./delivery-names.ts";

/**
 * Random deliveries: the 18 interfaces under other names. Wordings are those that somebody might choose who describes what
 * an interface does; some are good, some are as bad as such names are.
 */

const ENGLISH: Readonly<Record<number, string>> = {
  1: "queryOrgList getIssuingBodies listOffices fetchBranchTable orgSearch getVisaOffice",
  2: "checkEntReg isCompanyRegistered validateEnterprise corpRegVerify checkMember entExists",
  3: "downloadEntInfo syncCompanyFiling getEnterpriseRecord corpRecordSync pullEntArchive entDataSync",
  4: "applyCO submitGeneralOrigin createNonPrefCert sendCoApply ordinaryCertApply addCO",
  5: "applyFTA submitPrefOrigin createPreferentialCert sendFtaApply ftaCertApply addFormE",
  6: "applyProductRecord submitGoodsFile createGoodsFiling registerProduct goodsRecordApply addGoods",
  7: "notifyCertAudit certReviewCallback pushDocResult receiveCoVerdict auditResultNotice certResult",
  8: "notifyGoodsAudit goodsReviewCallback pushProductResult receiveGoodsVerdict goodsAuditNotice productResult",
  9: "queryCert getCoInfo findDocument certDetail searchCO getApply",
  10: "queryGoodsRecord getProductFiling findGoods goodsRecordDetail searchProduct getGoods",
  11: "syncCert downloadCo docSync incrementalCerts pullDocuments certBatch",
  12: "syncGoodsRecord downloadProductFiling goodsSync incrementalGoods pullProducts goodsBatch",
  13: "printCert getPrintFile docPrint certPdf printCO doPrint",
  14: "previewCert viewDraft docPreview certProof previewCO getSample",
  15: "notifyPrint printStateCallback pushPrintStatus receivePrinted printStatusNotice printResult",
  16: "applySeal submitStampSign createSealApply uploadSignet sealSignApply addSeal",
  17: "notifySealAudit sealReviewCallback pushStampResult receiveSealVerdict sealAuditNotice sealResult",
  18: "querySeal getStampSign findSeals sealDetail searchSignet getSealState",
};

const CHINESE: Readonly<Record<number, string>> = {
  1: "签证机构查询 分会列表 机构信息获取 贸促机构目录",
  2: "企业登记核验 公司注册检查 企业资格校验 注册企业验证",
  3: "企业备案下载 公司档案同步 企业资料更新 备案企业同步",
  4: "普通产地证申报 一般证书提交 非优惠原产地证申请 一般产地证录入",
  5: "优惠产地证申报 自贸证书提交 优惠原产地证录入 区域优惠证书申请",
  6: "产品备案申报 商品预审提交 货物备案录入 商品备案新增",
  7: "证书审签结果通知 审单回执 单证审批结果回传 产地证审核通知",
  8: "产品备案审批结果通知 商品备案回执 货物备案审核回传 备案审核通知",
  9: "证书查询 产地证查找 单证详情 证书信息获取",
  10: "产品备案查询 商品备案查找 货物备案详情 备案商品获取",
  11: "证书下载 单证增量获取 产地证同步 证书批量同步",
  12: "产品备案下载 商品备案增量获取 货物备案同步 备案批量同步",
  13: "证书打印 产地证印制 单证打印文件 打印证书",
  14: "证书预览 样张生成 草稿预览 产地证预览",
  15: "证书打印通知 打印进度回传 打印情况通知 打印状态反馈",
  16: "公章签字申报 印章手签提交 签章申请 印章及签名备案",
  17: "公章签字审批通知 印章审核回执 签章审核结果回传 手签审核通知",
  18: "公章签字查询 印章手签查找 签章状态 印章信息获取",
};

const OTHERS: readonly (readonly [string, string])[] = [
  ["cancelCert", "证书作废"],
  ["ping", "心跳"],
  ["getServerTime", "取服务器时间"],
  ["uploadFile", "附件上传"],
  ["queryFee", "费用查询"],
  ["getCodeTable", "代码表下载"],
  ["modifyPassword", "修改密码"],
];

/** A delivery in memory, and which operation is which interface. */
export interface Disguise {
  readonly wsdl: string;
  readonly truth: ReadonlyMap<number, string>;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function disguise(seed: number): Disguise {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const style = pick(["english", "pinyin", "initials", "mixed"] as const);
  const kind = pick(KINDS);
  const documented = pick([0, 0.5, 1]);
  const labelled = pick([0, 1]);
  const truth = new Map<number, string>();
  const used = new Set<string>();
  const nameFor = (english: string, chinese: string): string => {
    const how = style === "mixed" ? pick(["english", "pinyin", "initials"] as const) : style;
    const made = how === "english" ? english : how === "pinyin" ? fullPinyin(chinese) : pinyinInitials(chinese);
    let name = random() < 0.3 ? upper(made) : made;
    while (used.has(name)) name += "2";
    used.add(name);
    return name;
  };
  const types: string[] = [];
  const operations: { name: string; zh: string; no: number }[] = [];
  for (const one of reference.interfaces) {
    if (random() < 0.06) continue;
    const zh = pick((CHINESE[one.no] ?? "").split(" "));
    const name = nameFor(pick((ENGLISH[one.no] ?? "").split(" ")), zh);
    truth.set(one.no, name);
    operations.push({ name, zh: random() < documented ? zh : "", no: one.no });
    for (const [suffix, type] of [
      ["In", one.request],
      ["Out", one.response],
    ] as const) {
      const seen = new Set<string>();
      const elements = leavesOf(type).flatMap((leaf) => {
        const named = elementName(kind, leaf.name);
        if (named === null || seen.has(named.name) || random() < 0.25) return [];
        seen.add(named.name);
        const label =
          labelled === 1 && named.zh !== ""
            ? `<x:annotation><x:documentation>${named.zh}</x:documentation></x:annotation>`
            : "";
        return [`<x:element name="${named.name}" type="x:string" minOccurs="0">${label}</x:element>`];
      });
      types.push(
        `<x:complexType name="T${operations.length}${suffix}"><x:sequence>${elements.join("")}</x:sequence></x:complexType>`,
      );
    }
  }
  for (const [english, zh] of OTHERS) {
    if (random() < 0.6) continue;
    const name = nameFor(english, zh);
    operations.push({ name, zh: random() < documented ? zh : "", no: 0 });
    for (const suffix of ["In", "Out"])
      types.push(
        `<x:complexType name="T${operations.length}${suffix}"><x:sequence><x:element name="bz" type="x:string"/></x:sequence></x:complexType>`,
      );
  }
  const order = operations.map((o, i) => ({ ...o, i: i + 1, at: random() })).sort((a, b) => a.at - b.at);
  const wsdl = `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:x="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:disguise" targetNamespace="urn:disguise">
<w:types><x:schema targetNamespace="urn:disguise">
${types.join("\n")}
${order.map((o) => `<x:element name="${o.name}"><x:complexType><x:sequence><x:element name="arg0" type="t:T${o.i}In"/></x:sequence></x:complexType></x:element><x:element name="${o.name}Response"><x:complexType><x:sequence><x:element name="return" type="t:T${o.i}Out"/></x:sequence></x:complexType></x:element>`).join("\n")}
</x:schema></w:types>
${order.map((o) => `<w:message name="${o.name}"><w:part name="p" element="t:${o.name}"/></w:message><w:message name="${o.name}Response"><w:part name="p" element="t:${o.name}Response"/></w:message>`).join("\n")}
<w:portType name="Service">${order.map((o) => `<w:operation name="${o.name}">${o.zh === "" ? "" : `<w:documentation>${o.zh}</w:documentation>`}<w:input message="t:${o.name}"/><w:output message="t:${o.name}Response"/></w:operation>`).join("\n")}</w:portType>
</w:definitions>`;
  return { wsdl, truth };
}
