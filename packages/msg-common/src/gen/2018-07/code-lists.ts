// @generated from schemas/2018-07/code-lists.json, sha256 cabed18d. Do not edit: change the schema, run `pnpm generate`.

/** A code with its meaning in both languages. */
export interface CodeListEntry<Code extends string> {
  readonly code: Code;
  readonly zh: string;
  readonly en: string;
}

/** Code list `doc-types`; open: other codes may come. 推断/inferred. */
export type DocTypesCode =
  | "C" | "PR" | "TR" | "M" | "T" | "AD" | "AP" | "G" | "B" | "E" | "F" | "P" | "N" | "X" | "R" | "H" | "L" | "I"
  | "S" | "A" | "K" | "GE" | "CA" | "RC" | "MU" | "NI" | "EC" | "SE" | "HD" | "MV" | "CG";

/** Code list `doc-types`; open: other codes may come. 推断/inferred. */
export const docTypes: readonly CodeListEntry<DocTypesCode>[] = [
  { code: "C", zh: "一般原产地证", en: "General certificate of origin (CO)" },
  { code: "PR", zh: "加工装配证书", en: "Processing / assembly certificate" },
  { code: "TR", zh: "转口证书", en: "Re-export certificate" },
  { code: "M", zh: "欧盟蘑菇证书", en: "EU mushroom certificate" },
  { code: "T", zh: "烟草证书", en: "Certificate of authenticity, tobacco" },
  { code: "AD", zh: "输往墨西哥瓷砖价格承诺证书", en: "Price-undertaking certificate, tiles to Mexico" },
  { code: "AP", zh: "输往巴基斯坦瓷砖价格承诺证书", en: "Price-undertaking certificate, tiles to Pakistan" },
  { code: "G", zh: "普惠制原产地证", en: "GSP Form A" },
  { code: "B", zh: "亚太贸易协定证书", en: "Asia-Pacific Trade Agreement (Form B)" },
  { code: "E", zh: "中国-东盟证书", en: "China-ASEAN (Form E)" },
  { code: "F", zh: "中国-智利证书", en: "China-Chile (Form F)" },
  { code: "P", zh: "中国-巴基斯坦证书", en: "China-Pakistan (Form P)" },
  { code: "N", zh: "中国-新西兰证书", en: "China-New Zealand" },
  { code: "X", zh: "中国-新加坡证书", en: "China-Singapore" },
  { code: "R", zh: "中国-秘鲁证书", en: "China-Peru (Form R)" },
  { code: "H", zh: "海峡两岸(ECFA)证书", en: "Cross-Strait ECFA (Form H)" },
  { code: "L", zh: "中国-哥斯达黎加证书", en: "China-Costa Rica (Form L)" },
  { code: "I", zh: "中国-冰岛证书", en: "China-Iceland" },
  { code: "S", zh: "中国-瑞士证书", en: "China-Switzerland (with Liechtenstein)" },
  { code: "A", zh: "中国-澳大利亚证书", en: "China-Australia" },
  { code: "K", zh: "中国-韩国证书", en: "China-Korea" },
  { code: "GE", zh: "中国-格鲁吉亚证书", en: "China-Georgia" },
  { code: "CA", zh: "中国-柬埔寨证书", en: "China-Cambodia" },
  { code: "RC", zh: "RCEP证书", en: "RCEP" },
  { code: "MU", zh: "中国-毛里求斯证书", en: "China-Mauritius" },
  { code: "NI", zh: "中国-尼加拉瓜证书", en: "China-Nicaragua" },
  { code: "EC", zh: "中国-厄瓜多尔证书", en: "China-Ecuador" },
  { code: "SE", zh: "中国-塞尔维亚证书", en: "China-Serbia" },
  { code: "HD", zh: "中国-洪都拉斯证书", en: "China-Honduras (early harvest)" },
  { code: "MV", zh: "中国-马尔代夫证书", en: "China-Maldives" },
  { code: "CG", zh: "中国-刚果(布)证书", en: "China-Congo (Brazzaville)" },
];

/** Code list `cert-types`; open: other codes may come. 推断/inferred. */
export type CertTypesCode =
  | "C" | "PR" | "TR" | "M" | "T" | "AD" | "AP" | "G" | "B" | "E" | "F" | "P" | "N" | "X" | "R" | "H" | "L" | "I"
  | "S" | "A" | "K" | "GE" | "CA" | "RC" | "MU" | "NI" | "EC" | "SE" | "HD" | "MV" | "CG";

/** Code list `cert-types`; open: other codes may come. 推断/inferred. */
export const certTypes: readonly CodeListEntry<CertTypesCode>[] = [
  { code: "C", zh: "一般原产地证", en: "General certificate of origin (CO)" },
  { code: "PR", zh: "加工装配证书", en: "Processing / assembly certificate" },
  { code: "TR", zh: "转口证书", en: "Re-export certificate" },
  { code: "M", zh: "欧盟蘑菇证书", en: "EU mushroom certificate" },
  { code: "T", zh: "烟草证书", en: "Certificate of authenticity, tobacco" },
  { code: "AD", zh: "输往墨西哥瓷砖价格承诺证书", en: "Price-undertaking certificate, tiles to Mexico" },
  { code: "AP", zh: "输往巴基斯坦瓷砖价格承诺证书", en: "Price-undertaking certificate, tiles to Pakistan" },
  { code: "G", zh: "普惠制原产地证", en: "GSP Form A" },
  { code: "B", zh: "亚太贸易协定证书", en: "Asia-Pacific Trade Agreement (Form B)" },
  { code: "E", zh: "中国-东盟证书", en: "China-ASEAN (Form E)" },
  { code: "F", zh: "中国-智利证书", en: "China-Chile (Form F)" },
  { code: "P", zh: "中国-巴基斯坦证书", en: "China-Pakistan (Form P)" },
  { code: "N", zh: "中国-新西兰证书", en: "China-New Zealand" },
  { code: "X", zh: "中国-新加坡证书", en: "China-Singapore" },
  { code: "R", zh: "中国-秘鲁证书", en: "China-Peru (Form R)" },
  { code: "H", zh: "海峡两岸(ECFA)证书", en: "Cross-Strait ECFA (Form H)" },
  { code: "L", zh: "中国-哥斯达黎加证书", en: "China-Costa Rica (Form L)" },
  { code: "I", zh: "中国-冰岛证书", en: "China-Iceland" },
  { code: "S", zh: "中国-瑞士证书", en: "China-Switzerland (with Liechtenstein)" },
  { code: "A", zh: "中国-澳大利亚证书", en: "China-Australia" },
  { code: "K", zh: "中国-韩国证书", en: "China-Korea" },
  { code: "GE", zh: "中国-格鲁吉亚证书", en: "China-Georgia" },
  { code: "CA", zh: "中国-柬埔寨证书", en: "China-Cambodia" },
  { code: "RC", zh: "RCEP证书", en: "RCEP" },
  { code: "MU", zh: "中国-毛里求斯证书", en: "China-Mauritius" },
  { code: "NI", zh: "中国-尼加拉瓜证书", en: "China-Nicaragua" },
  { code: "EC", zh: "中国-厄瓜多尔证书", en: "China-Ecuador" },
  { code: "SE", zh: "中国-塞尔维亚证书", en: "China-Serbia" },
  { code: "HD", zh: "中国-洪都拉斯证书", en: "China-Honduras (early harvest)" },
  { code: "MV", zh: "中国-马尔代夫证书", en: "China-Maldives" },
  { code: "CG", zh: "中国-刚果(布)证书", en: "China-Congo (Brazzaville)" },
];

/** Code list `application-types`; open: other codes may come. 推断/inferred. */
export type ApplicationTypesCode = "0" | "1" | "2" | "3" | "4";

/** Code list `application-types`; open: other codes may come. 推断/inferred. */
export const applicationTypes: readonly CodeListEntry<ApplicationTypesCode>[] = [
  { code: "0", zh: "新证", en: "new" },
  { code: "1", zh: "更改证", en: "amended" },
  { code: "2", zh: "重发证", en: "re-issued (lost, stolen, destroyed)" },
  { code: "3", zh: "更改重发证", en: "amended and re-issued" },
  { code: "4", zh: "后发/补发证", en: "issued retroactively" },
];

/** Code list `doc-status`; open: other codes may come. 推断/inferred. */
export type DocStatusCode = "00" | "10" | "20" | "30" | "40" | "50" | "60" | "80" | "90";

/** Code list `doc-status`; open: other codes may come. 推断/inferred. */
export const docStatus: readonly CodeListEntry<DocStatusCode>[] = [
  { code: "00", zh: "草稿", en: "draft (saved, not sent)" },
  { code: "10", zh: "已发送", en: "sent, not yet received by the office" },
  { code: "20", zh: "待审核", en: "waiting for manual review" },
  { code: "30", zh: "已退回", en: "returned for correction" },
  { code: "40", zh: "审核通过/已发证", en: "approved, certificate issued" },
  { code: "50", zh: "已更改", en: "replaced by an amended certificate" },
  { code: "60", zh: "已重发", en: "replaced by a re-issued certificate" },
  { code: "80", zh: "已撤回", en: "withdrawn by the applicant" },
  { code: "90", zh: "已作废", en: "void" },
];

/** Code list `print-status`; open: other codes may come. 推断/inferred. */
export type PrintStatusCode = "0" | "1" | "2" | "3" | "4";

/** Code list `print-status`; open: other codes may come. 推断/inferred. */
export const printStatus: readonly CodeListEntry<PrintStatusCode>[] = [
  { code: "0", zh: "未打印", en: "not printed" },
  { code: "1", zh: "已打印", en: "printed" },
  { code: "2", zh: "打印失败", en: "print failed" },
  { code: "3", zh: "已申请自主打印", en: "self-print requested" },
  { code: "4", zh: "允许重打", en: "reprint allowed" },
];

/** Code list `audit-status`; open: other codes may come. 推断/inferred. */
export type AuditStatusCode = "0" | "1" | "2" | "3" | "9";

/** Code list `audit-status`; open: other codes may come. 推断/inferred. */
export const auditStatus: readonly CodeListEntry<AuditStatusCode>[] = [
  { code: "0", zh: "待审核", en: "waiting" },
  { code: "1", zh: "通过", en: "approved" },
  { code: "2", zh: "退回", en: "returned" },
  { code: "3", zh: "不予通过", en: "rejected" },
  { code: "9", zh: "已注销", en: "cancelled" },
];

/** Code list `print-modes`; open: other codes may come. 推断/inferred. */
export type PrintModesCode = "1" | "2" | "3";

/** Code list `print-modes`; open: other codes may come. 推断/inferred. */
export const printModes: readonly CodeListEntry<PrintModesCode>[] = [
  { code: "1", zh: "自主打印", en: "self-print at the enterprise" },
  { code: "2", zh: "贸促会打印", en: "printed by the CCPIT office" },
  { code: "3", zh: "自助终端打印", en: "printed at a kiosk" },
];

/** Code list `return-codes`; open: other codes may come. 推断/inferred. */
export type ReturnCodesCode =
  | "0000" | "1001" | "1002" | "1003" | "1004" | "2001" | "2002" | "3001" | "3002" | "3003" | "3004" | "3005"
  | "9999";

/** Code list `return-codes`; open: other codes may come. 推断/inferred. */
export const returnCodes: readonly CodeListEntry<ReturnCodesCode>[] = [
  { code: "0000", zh: "成功", en: "success" },
  { code: "1001", zh: "接入商不存在或停用", en: "unknown or disabled provider" },
  { code: "1002", zh: "签名错误", en: "bad signature" },
  { code: "1003", zh: "时间戳超限", en: "timestamp outside the window" },
  { code: "1004", zh: "重复报文", en: "repeated message" },
  { code: "2001", zh: "报文格式错误", en: "message not well-formed" },
  { code: "2002", zh: "字段校验失败", en: "field check failed, see errors" },
  { code: "3001", zh: "企业未注册或未绑定", en: "enterprise not registered or not bound" },
  { code: "3002", zh: "单证不存在", en: "document not found" },
  { code: "3003", zh: "状态不允许", en: "state does not allow this" },
  { code: "3004", zh: "商品未备案", en: "goods filing missing or not approved" },
  { code: "3005", zh: "印章签名未审核", en: "seal or signature not approved" },
  { code: "9999", zh: "系统异常", en: "system error" },
];

/** Code list `attachment-types`; open: other codes may come. 推断/inferred. */
export type AttachmentTypesCode =
  | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "15" | "CONTRACT" | "AUTH" | "LICENCE" | "DECL";

/** Code list `attachment-types`; open: other codes may come. 推断/inferred. */
export const attachmentTypes: readonly CodeListEntry<AttachmentTypesCode>[] = [
  { code: "1", zh: "商业发票", en: "commercial invoice" },
  { code: "2", zh: "第三方/非缔约方发票", en: "third-party or non-party invoice" },
  { code: "3", zh: "提单/运输单证", en: "bill of lading or other transport document" },
  { code: "4", zh: "报关单", en: "customs declaration" },
  { code: "5", zh: "成本明细", en: "cost statement" },
  { code: "6", zh: "采购凭证", en: "purchase document" },
  { code: "7", zh: "其他", en: "other" },
  { code: "15", zh: "原证书", en: "original certificate" },
  { code: "CONTRACT", zh: "合同", en: "contract" },
  { code: "AUTH", zh: "手签员授权书", en: "authorisation letter of the signatory" },
  { code: "LICENCE", zh: "营业执照", en: "business licence" },
  { code: "DECL", zh: "企业声明", en: "enterprise declaration" },
];

/** Code list `pay-modes`; open: other codes may come. 推断/inferred. */
export type PayModesCode = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";

/** Code list `pay-modes`; open: other codes may come. 推断/inferred. */
export const payModes: readonly CodeListEntry<PayModesCode>[] = [
  { code: "1", zh: "信汇", en: "mail transfer" },
  { code: "2", zh: "电汇", en: "telegraphic transfer T/T" },
  { code: "3", zh: "票汇", en: "demand draft D/D" },
  { code: "4", zh: "付款交单", en: "documents against payment D/P" },
  { code: "5", zh: "承兑交单", en: "documents against acceptance D/A" },
  { code: "6", zh: "信用证", en: "letter of credit L/C" },
  { code: "7", zh: "先出后结", en: "ship first, settle later" },
  { code: "8", zh: "先结后出", en: "settle first, ship later" },
  { code: "9", zh: "其他", en: "other" },
];

/** Code list `origin-criteria`; open: other codes may come. 推断/inferred. */
export type OriginCriteriaCode =
  | "WO" | "PE" | "PSR" | "CTH" | "RVC" | "CTC" | "CR" | "ACU" | "DMI" | "A" | "B" | "C" | "D" | "WP" | "OP" | "P"
  | "%" | "% (cumulative)" | "40%" | "PSR ACU" | "PSR DMI" | "PSR FG" | "W" | "F" | "Y" | "G" | "PK";

/** Code list `origin-criteria`; open: other codes may come. 推断/inferred. */
export const originCriteria: readonly CodeListEntry<OriginCriteriaCode>[] = [
  { code: "WO", zh: "完全获得", en: "wholly obtained" },
  { code: "PE", zh: "完全使用原产材料生产", en: "produced exclusively from originating materials" },
  { code: "PSR", zh: "产品特定规则", en: "product specific rule; sub-criterion 1 RVC, 2 CTC, 3 process" },
  { code: "CTH", zh: "四位税号改变", en: "change in tariff heading" },
  { code: "RVC", zh: "区域价值成分", en: "regional value content; print the percentage, e.g. 40%" },
  { code: "CTC", zh: "税则归类改变", en: "change in tariff classification" },
  { code: "CR", zh: "化学反应", en: "chemical reaction" },
  { code: "ACU", zh: "累积", en: "cumulation - added to another code only" },
  { code: "DMI", zh: "微小含量", en: "de minimis - added to another code only" },
  { code: "A", zh: "完全获得", en: "wholly obtained" },
  { code: "B", zh: "非参加国成分", en: "non-participating content; write B followed by the percentage" },
  { code: "C", zh: "累积成分", en: "cumulative regional content; write C followed by the percentage" },
  { code: "D", zh: "最不发达国家特殊标准", en: "special criterion for least developed members" },
  { code: "WP", zh: "完全使用原产材料", en: "wholly from originating materials" },
  { code: "OP", zh: "特定区域加工货物", en: "goods under outward-processing article" },
  { code: "P", zh: "完全获得", en: "wholly obtained" },
  { code: "%", zh: "单一国家成分百分比", en: "single-country content as a percentage, at least 40" },
  { code: "% (cumulative)", zh: "累积百分比", en: "cumulative content as a percentage" },
  { code: "40%", zh: "区域价值成分", en: "the actual percentage, e.g. 40%" },
  { code: "PSR ACU", zh: "累积", en: "product specific rule with cumulation" },
  { code: "PSR DMI", zh: "微小含量", en: "product specific rule with de minimis" },
  { code: "PSR FG", zh: "可互换材料", en: "product specific rule with fungible materials" },
  { code: "W", zh: "加工标准", en: "sufficient processing; add the four-digit heading as XX.XX" },
  { code: "F", zh: "进口成分(加拿大)", en: "imported content within the limit (Canada)" },
  { code: "Y", zh: "进口成分百分比", en: "imported content; add percentage of FOB, at most 50 %" },
  { code: "G", zh: "累积(澳新类)", en: "cumulative processing" },
  { code: "PK", zh: "多国加工", en: "processed in more than one beneficiary" },
];

/** Code list `trade-modes`; open: other codes may come. 推断/inferred. */
export type TradeModesCode = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "33" | "34";

/** Code list `trade-modes`; open: other codes may come. 推断/inferred. */
export const tradeModes: readonly CodeListEntry<TradeModesCode>[] = [
  { code: "0", zh: "其他贸易方式", en: "other" },
  { code: "1", zh: "一般贸易", en: "general trade" },
  { code: "2", zh: "来料加工", en: "processing with supplied materials" },
  { code: "3", zh: "进料加工", en: "processing with imported materials" },
  { code: "4", zh: "外商投资", en: "foreign investment" },
  { code: "5", zh: "易货贸易", en: "barter" },
  { code: "6", zh: "补偿贸易", en: "compensation trade" },
  { code: "7", zh: "边境贸易", en: "border trade" },
  { code: "8", zh: "展卖贸易", en: "exhibition sale" },
  { code: "9", zh: "零售贸易", en: "retail" },
  { code: "10", zh: "无偿援助", en: "free aid" },
  { code: "33", zh: "边民互市", en: "border residents market" },
  { code: "34", zh: "小额贸易", en: "small-scale trade" },
];

/** Code list `transport-modes`; open: other codes may come. 推断/inferred. */
export type TransportModesCode = "BY SEA" | "BY AIR" | "BY RAIL" | "BY TRUCK" | "BY POST";

/** Code list `transport-modes`; open: other codes may come. 推断/inferred. */
export const transportModes: readonly CodeListEntry<TransportModesCode>[] = [
  { code: "BY SEA", zh: "海运", en: "BY SEA" },
  { code: "BY AIR", zh: "空运", en: "BY AIR" },
  { code: "BY RAIL", zh: "铁路", en: "BY RAIL" },
  { code: "BY TRUCK", zh: "公路", en: "BY TRUCK" },
  { code: "BY POST", zh: "邮寄", en: "BY POST" },
];

/** Code list `measurement-units`; open: other codes may come. 推断/inferred. */
export type MeasurementUnitsCode =
  | "001" | "002" | "003" | "004" | "005" | "006" | "007" | "008" | "009" | "010" | "011" | "012" | "013" | "014"
  | "015" | "016" | "017" | "018" | "019" | "020" | "021" | "022" | "023" | "025" | "026" | "027" | "028" | "029"
  | "030" | "031" | "032" | "033" | "034" | "035" | "036" | "037" | "038" | "039" | "040" | "041" | "042" | "043"
  | "044" | "045" | "046" | "047" | "048" | "049" | "050" | "051" | "052" | "053" | "054" | "055" | "056" | "057"
  | "058" | "059" | "060" | "061" | "062" | "063" | "067" | "070" | "071" | "072" | "073" | "074" | "075" | "076"
  | "077" | "078" | "079" | "080" | "081" | "083" | "084" | "085" | "086" | "088" | "089" | "095" | "096" | "097"
  | "098" | "099" | "101" | "110" | "111" | "112" | "115" | "116" | "118" | "120" | "121" | "122" | "123" | "124"
  | "125" | "126" | "127" | "128" | "129" | "130" | "131" | "132" | "133" | "134" | "135" | "136" | "139" | "140"
  | "141" | "142" | "143" | "144" | "145" | "146" | "147" | "148" | "149" | "163";

/** Code list `measurement-units`; open: other codes may come. 推断/inferred. */
export const measurementUnits: readonly CodeListEntry<MeasurementUnitsCode>[] = [
  { code: "001", zh: "台", en: "UNITS" },
  { code: "002", zh: "座", en: "SEATS" },
  { code: "003", zh: "辆", en: "UNITS" },
  { code: "004", zh: "艘", en: "VESSELS" },
  { code: "005", zh: "架", en: "" },
  { code: "006", zh: "套", en: "SETS" },
  { code: "007", zh: "个", en: "PCS" },
  { code: "008", zh: "只", en: "PCS" },
  { code: "009", zh: "头", en: "HEADS" },
  { code: "010", zh: "张", en: "SHEETS" },
  { code: "011", zh: "件", en: "PCS" },
  { code: "012", zh: "支", en: "" },
  { code: "013", zh: "枝", en: "" },
  { code: "014", zh: "根", en: "" },
  { code: "015", zh: "条", en: "PCS" },
  { code: "016", zh: "把", en: "" },
  { code: "017", zh: "块", en: "PCS" },
  { code: "018", zh: "卷", en: "ROLLS" },
  { code: "019", zh: "副", en: "" },
  { code: "020", zh: "片", en: "PCS" },
  { code: "021", zh: "组", en: "" },
  { code: "022", zh: "份", en: "" },
  { code: "023", zh: "幅", en: "" },
  { code: "025", zh: "双", en: "PAIRS" },
  { code: "026", zh: "对", en: "PAIRS" },
  { code: "027", zh: "棵", en: "" },
  { code: "028", zh: "株", en: "" },
  { code: "029", zh: "井", en: "" },
  { code: "030", zh: "米", en: "M" },
  { code: "031", zh: "盘", en: "" },
  { code: "032", zh: "平方米", en: "SQM" },
  { code: "033", zh: "立方米", en: "CBM" },
  { code: "034", zh: "筒", en: "" },
  { code: "035", zh: "千克", en: "KGS" },
  { code: "036", zh: "克", en: "G" },
  { code: "037", zh: "盆", en: "" },
  { code: "038", zh: "万个", en: "" },
  { code: "039", zh: "具", en: "" },
  { code: "040", zh: "百副", en: "" },
  { code: "041", zh: "百支", en: "" },
  { code: "042", zh: "百把", en: "" },
  { code: "043", zh: "百个", en: "" },
  { code: "044", zh: "百片", en: "" },
  { code: "045", zh: "刀", en: "" },
  { code: "046", zh: "疋", en: "" },
  { code: "047", zh: "公担", en: "" },
  { code: "048", zh: "扇", en: "" },
  { code: "049", zh: "百枝", en: "" },
  { code: "050", zh: "千只", en: "" },
  { code: "051", zh: "千块", en: "" },
  { code: "052", zh: "千盒", en: "" },
  { code: "053", zh: "千枝", en: "" },
  { code: "054", zh: "千个", en: "" },
  { code: "055", zh: "亿支", en: "" },
  { code: "056", zh: "亿个", en: "" },
  { code: "057", zh: "万套", en: "" },
  { code: "058", zh: "千张", en: "" },
  { code: "059", zh: "万张", en: "" },
  { code: "060", zh: "千伏安", en: "" },
  { code: "061", zh: "千瓦", en: "" },
  { code: "062", zh: "千瓦时", en: "" },
  { code: "063", zh: "千升", en: "" },
  { code: "067", zh: "英尺", en: "" },
  { code: "070", zh: "吨", en: "MT" },
  { code: "071", zh: "长吨", en: "" },
  { code: "072", zh: "短吨", en: "" },
  { code: "073", zh: "司马担", en: "" },
  { code: "074", zh: "司马斤", en: "" },
  { code: "075", zh: "斤", en: "" },
  { code: "076", zh: "磅", en: "LBS" },
  { code: "077", zh: "担", en: "" },
  { code: "078", zh: "英担", en: "" },
  { code: "079", zh: "短担", en: "" },
  { code: "080", zh: "两", en: "" },
  { code: "081", zh: "市担", en: "" },
  { code: "083", zh: "盎司", en: "" },
  { code: "084", zh: "克拉", en: "CARATS" },
  { code: "085", zh: "市尺", en: "" },
  { code: "086", zh: "码", en: "YDS" },
  { code: "088", zh: "英寸", en: "" },
  { code: "089", zh: "寸", en: "" },
  { code: "095", zh: "升", en: "L" },
  { code: "096", zh: "毫升", en: "ML" },
  { code: "097", zh: "英加仑", en: "" },
  { code: "098", zh: "美加仑", en: "" },
  { code: "099", zh: "立方英尺", en: "" },
  { code: "101", zh: "立方尺", en: "" },
  { code: "110", zh: "平方码", en: "" },
  { code: "111", zh: "平方英尺", en: "" },
  { code: "112", zh: "平方尺", en: "" },
  { code: "115", zh: "英制马力", en: "" },
  { code: "116", zh: "公制马力", en: "" },
  { code: "118", zh: "令", en: "" },
  { code: "120", zh: "箱", en: "CASES" },
  { code: "121", zh: "批", en: "" },
  { code: "122", zh: "罐", en: "CANS" },
  { code: "123", zh: "桶", en: "DRUMS" },
  { code: "124", zh: "扎", en: "" },
  { code: "125", zh: "包", en: "BALES" },
  { code: "126", zh: "箩", en: "" },
  { code: "127", zh: "打", en: "DOZENS" },
  { code: "128", zh: "筐", en: "" },
  { code: "129", zh: "罗", en: "" },
  { code: "130", zh: "匹", en: "" },
  { code: "131", zh: "册", en: "" },
  { code: "132", zh: "本", en: "" },
  { code: "133", zh: "发", en: "" },
  { code: "134", zh: "枚", en: "" },
  { code: "135", zh: "捆", en: "" },
  { code: "136", zh: "袋", en: "BAGS" },
  { code: "139", zh: "粒", en: "" },
  { code: "140", zh: "盒", en: "BOXES" },
  { code: "141", zh: "合", en: "" },
  { code: "142", zh: "瓶", en: "BOTTLES" },
  { code: "143", zh: "千支", en: "" },
  { code: "144", zh: "万双", en: "" },
  { code: "145", zh: "万粒", en: "" },
  { code: "146", zh: "千粒", en: "" },
  { code: "147", zh: "千米", en: "" },
  { code: "148", zh: "千英尺", en: "" },
  { code: "149", zh: "百万贝可", en: "" },
  { code: "163", zh: "部", en: "" },
];

/** Code list `coo-pack-units`; open: other codes may come. 推断/inferred. */
export type CooPackUnitsCode =
  | "CTN" | "BOX" | "BAG" | "BALE" | "PALLET" | "PACKAGES" | "HANGING GARMENT" | "IN BULK" | "PCS IN NUDE"
  | "SETS IN NUDE" | "UNITS IN NUDE";

/** Code list `coo-pack-units`; open: other codes may come. 推断/inferred. */
export const cooPackUnits: readonly CodeListEntry<CooPackUnitsCode>[] = [
  { code: "CTN", zh: "箱(纸箱)", en: "CARTONS" },
  { code: "BOX", zh: "盒", en: "BOXES" },
  { code: "BAG", zh: "袋", en: "BAGS" },
  { code: "BALE", zh: "包", en: "BALES" },
  { code: "PALLET", zh: "托盘", en: "PALLETS" },
  { code: "PACKAGES", zh: "件", en: "PACKAGES" },
  { code: "HANGING GARMENT", zh: "挂装", en: "HANGING GARMENTS" },
  { code: "IN BULK", zh: "散装", en: "IN BULK" },
  { code: "PCS IN NUDE", zh: "裸装(件)", en: "PCS IN NUDE" },
  { code: "SETS IN NUDE", zh: "裸装(套)", en: "SETS IN NUDE" },
  { code: "UNITS IN NUDE", zh: "裸装(单位)", en: "UNITS IN NUDE" },
];

/** Code list `currencies`; open: other codes may come. 推断/inferred. */
export type CurrenciesCode =
  | "AED" | "ARS" | "AUD" | "BDT" | "BND" | "BRL" | "CAD" | "CHF" | "CLP" | "CNY" | "CRC" | "CZK" | "DKK" | "EGP"
  | "EUR" | "GBP" | "GEL" | "HKD" | "HNL" | "HUF" | "IDR" | "ILS" | "INR" | "ISK" | "JPY" | "KHR" | "KRW" | "LAK"
  | "LKR" | "MMK" | "MNT" | "MOP" | "MUR" | "MVR" | "MXN" | "MYR" | "NIO" | "NOK" | "NZD" | "PEN" | "PHP" | "PKR"
  | "RSD" | "RUB" | "SEK" | "SGD" | "THB" | "TWD" | "USD" | "VND" | "XAF" | "ZAR";

/** Code list `currencies`; open: other codes may come. 推断/inferred. */
export const currencies: readonly CodeListEntry<CurrenciesCode>[] = [
  { code: "AED", zh: "迪拉姆", en: "" },
  { code: "ARS", zh: "阿根廷比索", en: "" },
  { code: "AUD", zh: "澳元", en: "" },
  { code: "BDT", zh: "孟加拉塔卡", en: "" },
  { code: "BND", zh: "文莱元", en: "" },
  { code: "BRL", zh: "雷亚尔", en: "" },
  { code: "CAD", zh: "加元", en: "" },
  { code: "CHF", zh: "瑞郎", en: "" },
  { code: "CLP", zh: "智利比索", en: "" },
  { code: "CNY", zh: "人民币", en: "" },
  { code: "CRC", zh: "科朗", en: "" },
  { code: "CZK", zh: "捷克克朗", en: "" },
  { code: "DKK", zh: "丹麦克朗", en: "" },
  { code: "EGP", zh: "埃及镑", en: "" },
  { code: "EUR", zh: "欧元", en: "" },
  { code: "GBP", zh: "英镑", en: "" },
  { code: "GEL", zh: "拉里", en: "" },
  { code: "HKD", zh: "港币", en: "" },
  { code: "HNL", zh: "伦皮拉", en: "" },
  { code: "HUF", zh: "福林", en: "" },
  { code: "IDR", zh: "印尼盾", en: "" },
  { code: "ILS", zh: "新谢克尔", en: "" },
  { code: "INR", zh: "印度卢比", en: "" },
  { code: "ISK", zh: "冰岛克朗", en: "" },
  { code: "JPY", zh: "日元", en: "" },
  { code: "KHR", zh: "瑞尔", en: "" },
  { code: "KRW", zh: "韩元", en: "" },
  { code: "LAK", zh: "基普", en: "" },
  { code: "LKR", zh: "斯里兰卡卢比", en: "" },
  { code: "MMK", zh: "缅元", en: "" },
  { code: "MNT", zh: "图格里克", en: "" },
  { code: "MOP", zh: "澳门元", en: "" },
  { code: "MUR", zh: "毛里求斯卢比", en: "" },
  { code: "MVR", zh: "拉菲亚", en: "" },
  { code: "MXN", zh: "墨西哥比索", en: "" },
  { code: "MYR", zh: "林吉特", en: "" },
  { code: "NIO", zh: "科多巴", en: "" },
  { code: "NOK", zh: "挪威克朗", en: "" },
  { code: "NZD", zh: "新西兰元", en: "" },
  { code: "PEN", zh: "索尔", en: "" },
  { code: "PHP", zh: "菲律宾比索", en: "" },
  { code: "PKR", zh: "巴基斯坦卢比", en: "" },
  { code: "RSD", zh: "塞尔维亚第纳尔", en: "" },
  { code: "RUB", zh: "卢布", en: "" },
  { code: "SEK", zh: "瑞典克朗", en: "" },
  { code: "SGD", zh: "新加坡元", en: "" },
  { code: "THB", zh: "泰铢", en: "" },
  { code: "TWD", zh: "新台币", en: "" },
  { code: "USD", zh: "美元", en: "" },
  { code: "VND", zh: "越南盾", en: "" },
  { code: "XAF", zh: "中非法郎", en: "" },
  { code: "ZAR", zh: "兰特", en: "" },
];

/** Code list `incoterms`; open: other codes may come. 推断/inferred. */
export type IncotermsCode = "EXW" | "FCA" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP" | "FAS" | "FOB" | "CFR" | "CIF";

/** Code list `incoterms`; open: other codes may come. 推断/inferred. */
export const incoterms: readonly CodeListEntry<IncotermsCode>[] = [
  { code: "EXW", zh: "", en: "Ex Works" },
  { code: "FCA", zh: "", en: "Free Carrier" },
  { code: "CPT", zh: "", en: "Carriage Paid To" },
  { code: "CIP", zh: "", en: "Carriage and Insurance Paid To" },
  { code: "DAP", zh: "", en: "Delivered at Place" },
  { code: "DPU", zh: "", en: "Delivered at Place Unloaded" },
  { code: "DDP", zh: "", en: "Delivered Duty Paid" },
  { code: "FAS", zh: "", en: "Free Alongside Ship" },
  { code: "FOB", zh: "", en: "Free On Board" },
  { code: "CFR", zh: "", en: "Cost and Freight" },
  { code: "CIF", zh: "", en: "Cost, Insurance and Freight" },
];

/** Code list `ports`; open: other codes may come. 推断/inferred. */
export type PortsCode =
  | "NINGBO" | "SHANGHAI" | "QINGDAO" | "XIAMEN" | "SHENZHEN" | "GUANGZHOU" | "TIANJIN" | "DALIAN" | "JAKARTA"
  | "SINGAPORE" | "BUSAN" | "TOKYO" | "OSAKA" | "LOS ANGELES" | "LONG BEACH" | "NEW YORK" | "HAMBURG" | "ROTTERDAM"
  | "DUBAI" | "HO CHI MINH" | "BANGKOK" | "MANILA" | "HAIPHONG";

/** Code list `ports`; open: other codes may come. 推断/inferred. */
export const ports: readonly CodeListEntry<PortsCode>[] = [
  { code: "NINGBO", zh: "宁波", en: "" },
  { code: "SHANGHAI", zh: "上海", en: "" },
  { code: "QINGDAO", zh: "青岛", en: "" },
  { code: "XIAMEN", zh: "厦门", en: "" },
  { code: "SHENZHEN", zh: "深圳", en: "" },
  { code: "GUANGZHOU", zh: "广州", en: "" },
  { code: "TIANJIN", zh: "天津", en: "" },
  { code: "DALIAN", zh: "大连", en: "" },
  { code: "JAKARTA", zh: "雅加达", en: "" },
  { code: "SINGAPORE", zh: "新加坡", en: "" },
  { code: "BUSAN", zh: "釜山", en: "" },
  { code: "TOKYO", zh: "东京", en: "" },
  { code: "OSAKA", zh: "大阪", en: "" },
  { code: "LOS ANGELES", zh: "洛杉矶", en: "" },
  { code: "LONG BEACH", zh: "长滩", en: "" },
  { code: "NEW YORK", zh: "纽约", en: "" },
  { code: "HAMBURG", zh: "汉堡", en: "" },
  { code: "ROTTERDAM", zh: "鹿特丹", en: "" },
  { code: "DUBAI", zh: "迪拜", en: "" },
  { code: "HO CHI MINH", zh: "胡志明", en: "" },
  { code: "BANGKOK", zh: "曼谷", en: "" },
  { code: "MANILA", zh: "马尼拉", en: "" },
  { code: "HAIPHONG", zh: "海防", en: "" },
];

/** Code list `countries`; open: other codes may come. 推断/inferred. */
export type CountriesCode =
  | "ARE" | "ARG" | "AUT" | "AUS" | "BGD" | "BEL" | "BGR" | "BRN" | "BRA" | "BLR" | "CAN" | "COG" | "CHE" | "CHL"
  | "CHN" | "CRI" | "CYP" | "CZE" | "DEU" | "DNK" | "ECU" | "EST" | "EGY" | "ESP" | "FIN" | "FRA" | "GBR" | "GEO"
  | "GRC" | "HKG" | "HND" | "HRV" | "HUN" | "IDN" | "IRL" | "ISR" | "IND" | "ISL" | "ITA" | "JPN" | "KHM" | "KOR"
  | "KAZ" | "LAO" | "LIE" | "LKA" | "LTU" | "LUX" | "LVA" | "MMR" | "MNG" | "MAC" | "MLT" | "MUS" | "MDV" | "MEX"
  | "MYS" | "NIC" | "NLD" | "NOR" | "NZL" | "PER" | "PHL" | "PAK" | "POL" | "PRT" | "ROU" | "SRB" | "RUS" | "SAU"
  | "SWE" | "SGP" | "SVN" | "SVK" | "THA" | "TUR" | "TWN" | "UKR" | "USA" | "VNM" | "ZAF";

/** Code list `countries`; open: other codes may come. 推断/inferred. */
export const countries: readonly CodeListEntry<CountriesCode>[] = [
  { code: "ARE", zh: "阿联酋", en: "UNITED ARAB EMIRATES" },
  { code: "ARG", zh: "阿根廷", en: "ARGENTINA" },
  { code: "AUT", zh: "奥地利", en: "AUSTRIA" },
  { code: "AUS", zh: "澳大利亚", en: "AUSTRALIA" },
  { code: "BGD", zh: "孟加拉国", en: "BANGLADESH" },
  { code: "BEL", zh: "比利时", en: "BELGIUM" },
  { code: "BGR", zh: "保加利亚", en: "BULGARIA" },
  { code: "BRN", zh: "文莱", en: "BRUNEI DARUSSALAM" },
  { code: "BRA", zh: "巴西", en: "BRAZIL" },
  { code: "BLR", zh: "白俄罗斯", en: "BELARUS" },
  { code: "CAN", zh: "加拿大", en: "CANADA" },
  { code: "COG", zh: "刚果(布)", en: "CONGO" },
  { code: "CHE", zh: "瑞士", en: "SWITZERLAND" },
  { code: "CHL", zh: "智利", en: "CHILE" },
  { code: "CHN", zh: "中国", en: "CHINA" },
  { code: "CRI", zh: "哥斯达黎加", en: "COSTA RICA" },
  { code: "CYP", zh: "塞浦路斯", en: "CYPRUS" },
  { code: "CZE", zh: "捷克", en: "CZECH REPUBLIC" },
  { code: "DEU", zh: "德国", en: "GERMANY" },
  { code: "DNK", zh: "丹麦", en: "DENMARK" },
  { code: "ECU", zh: "厄瓜多尔", en: "ECUADOR" },
  { code: "EST", zh: "爱沙尼亚", en: "ESTONIA" },
  { code: "EGY", zh: "埃及", en: "EGYPT" },
  { code: "ESP", zh: "西班牙", en: "SPAIN" },
  { code: "FIN", zh: "芬兰", en: "FINLAND" },
  { code: "FRA", zh: "法国", en: "FRANCE" },
  { code: "GBR", zh: "英国", en: "UNITED KINGDOM" },
  { code: "GEO", zh: "格鲁吉亚", en: "GEORGIA" },
  { code: "GRC", zh: "希腊", en: "GREECE" },
  { code: "HKG", zh: "中国香港", en: "HONG KONG" },
  { code: "HND", zh: "洪都拉斯", en: "HONDURAS" },
  { code: "HRV", zh: "克罗地亚", en: "CROATIA" },
  { code: "HUN", zh: "匈牙利", en: "HUNGARY" },
  { code: "IDN", zh: "印度尼西亚", en: "INDONESIA" },
  { code: "IRL", zh: "爱尔兰", en: "IRELAND" },
  { code: "ISR", zh: "以色列", en: "ISRAEL" },
  { code: "IND", zh: "印度", en: "INDIA" },
  { code: "ISL", zh: "冰岛", en: "ICELAND" },
  { code: "ITA", zh: "意大利", en: "ITALY" },
  { code: "JPN", zh: "日本", en: "JAPAN" },
  { code: "KHM", zh: "柬埔寨", en: "CAMBODIA" },
  { code: "KOR", zh: "韩国", en: "KOREA" },
  { code: "KAZ", zh: "哈萨克斯坦", en: "KAZAKHSTAN" },
  { code: "LAO", zh: "老挝", en: "LAOS" },
  { code: "LIE", zh: "列支敦士登", en: "LIECHTENSTEIN" },
  { code: "LKA", zh: "斯里兰卡", en: "SRI LANKA" },
  { code: "LTU", zh: "立陶宛", en: "LITHUANIA" },
  { code: "LUX", zh: "卢森堡", en: "LUXEMBOURG" },
  { code: "LVA", zh: "拉脱维亚", en: "LATVIA" },
  { code: "MMR", zh: "缅甸", en: "MYANMAR" },
  { code: "MNG", zh: "蒙古", en: "MONGOLIA" },
  { code: "MAC", zh: "中国澳门", en: "MACAO" },
  { code: "MLT", zh: "马耳他", en: "MALTA" },
  { code: "MUS", zh: "毛里求斯", en: "MAURITIUS" },
  { code: "MDV", zh: "马尔代夫", en: "MALDIVES" },
  { code: "MEX", zh: "墨西哥", en: "MEXICO" },
  { code: "MYS", zh: "马来西亚", en: "MALAYSIA" },
  { code: "NIC", zh: "尼加拉瓜", en: "NICARAGUA" },
  { code: "NLD", zh: "荷兰", en: "NETHERLANDS" },
  { code: "NOR", zh: "挪威", en: "NORWAY" },
  { code: "NZL", zh: "新西兰", en: "NEW ZEALAND" },
  { code: "PER", zh: "秘鲁", en: "PERU" },
  { code: "PHL", zh: "菲律宾", en: "PHILIPPINES" },
  { code: "PAK", zh: "巴基斯坦", en: "PAKISTAN" },
  { code: "POL", zh: "波兰", en: "POLAND" },
  { code: "PRT", zh: "葡萄牙", en: "PORTUGAL" },
  { code: "ROU", zh: "罗马尼亚", en: "ROMANIA" },
  { code: "SRB", zh: "塞尔维亚", en: "SERBIA" },
  { code: "RUS", zh: "俄罗斯", en: "RUSSIA" },
  { code: "SAU", zh: "沙特阿拉伯", en: "SAUDI ARABIA" },
  { code: "SWE", zh: "瑞典", en: "SWEDEN" },
  { code: "SGP", zh: "新加坡", en: "SINGAPORE" },
  { code: "SVN", zh: "斯洛文尼亚", en: "SLOVENIA" },
  { code: "SVK", zh: "斯洛伐克", en: "SLOVAKIA" },
  { code: "THA", zh: "泰国", en: "THAILAND" },
  { code: "TUR", zh: "土耳其", en: "TURKIYE" },
  { code: "TWN", zh: "中国台湾", en: "TAIWAN" },
  { code: "UKR", zh: "乌克兰", en: "UKRAINE" },
  { code: "USA", zh: "美国", en: "UNITED STATES" },
  { code: "VNM", zh: "越南", en: "VIETNAM" },
  { code: "ZAF", zh: "南非", en: "SOUTH AFRICA" },
];

/** Code list `seal-types`; open: other codes may come. 推断/inferred. */
export type SealTypesCode = "CN" | "EN" | "CE";

/** Code list `seal-types`; open: other codes may come. 推断/inferred. */
export const sealTypes: readonly CodeListEntry<SealTypesCode>[] = [
  { code: "CN", zh: "中文章", en: "Chinese seal" },
  { code: "EN", zh: "英文章", en: "English seal" },
  { code: "CE", zh: "中英文章", en: "bilingual seal" },
];

/** Code list `registration-status`; open: other codes may come. 推断/inferred. */
export type RegistrationStatusCode = "0" | "1" | "2" | "8" | "9";

/** Code list `registration-status`; open: other codes may come. 推断/inferred. */
export const registrationStatus: readonly CodeListEntry<RegistrationStatusCode>[] = [
  { code: "0", zh: "未注册", en: "not registered" },
  { code: "1", zh: "有效", en: "valid" },
  { code: "2", zh: "待审核", en: "waiting" },
  { code: "8", zh: "已停用", en: "suspended" },
  { code: "9", zh: "已注销", en: "cancelled" },
];

/** Code list `goods-filing-actions`; open: other codes may come. 推断/inferred. */
export type GoodsFilingActionsCode = "0" | "1" | "9";

/** Code list `goods-filing-actions`; open: other codes may come. 推断/inferred. */
export const goodsFilingActions: readonly CodeListEntry<GoodsFilingActionsCode>[] = [
  { code: "0", zh: "新增", en: "new" },
  { code: "1", zh: "变更", en: "change" },
  { code: "9", zh: "注销", en: "cancel" },
];

/** Code list `seal-actions`; open: other codes may come. 推断/inferred. */
export type SealActionsCode = "0" | "1" | "9";

/** Code list `seal-actions`; open: other codes may come. 推断/inferred. */
export const sealActions: readonly CodeListEntry<SealActionsCode>[] = [
  { code: "0", zh: "新增", en: "new" },
  { code: "1", zh: "更换", en: "replace" },
  { code: "9", zh: "注销", en: "cancel" },
];

/** Code list `copy-types`; open: other codes may come. 推断/inferred. */
export type CopyTypesCode = "1" | "2";

/** Code list `copy-types`; open: other codes may come. 推断/inferred. */
export const copyTypes: readonly CodeListEntry<CopyTypesCode>[] = [
  { code: "1", zh: "正本", en: "original" },
  { code: "2", zh: "副本", en: "copy" },
];

/** Code list `GB/T 2260`; open: other codes may come. 推断/inferred. */
export type GBT2260Code = never;

/** Code list `GB/T 2260`; open: other codes may come. 推断/inferred. */
export const gbT2260: readonly CodeListEntry<GBT2260Code>[] = [
];

/** Code list `GB 32100-2015`; open: other codes may come. 推断/inferred. */
export type GB321002015Code = never;

/** Code list `GB 32100-2015`; open: other codes may come. 推断/inferred. */
export const gB321002015: readonly CodeListEntry<GB321002015Code>[] = [
];
