import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about exporter, importer, middleman and remark. */
export type PartyCode =
  | "EXPORTER_NAME_MISSING"
  | "EXPORTER_COUNTRY"
  | "EXPORTER_ABROAD"
  | "EXPORTER_SECOND_COMPANY"
  | "IMPORTER_BLANK"
  | "IMPORTER_OPEN"
  | "IMPORTER_SECOND_COMPANY"
  | "MIDDLEMAN_MISSING"
  | "MIDDLEMAN_NOT_FOR_FORM"
  | "MIDDLEMAN_WORDING"
  | "CONTACT_MISSING"
  | "REMARK_NOT_FOR_FORM";

/** Texts of these findings. */
export const partyTexts: Readonly<Record<PartyCode, RuleText>> = {
  EXPORTER_NAME_MISSING: ruleText(
    "no exporter name is given",
    "未填写出口商英文名称",
    "Give the name; if the exchange takes it from the filed record, set `context.exporterFromRecord`.",
    "请填写名称；如交换系统从备案信息取得，请设置 `context.exporterFromRecord`。",
  ),
  EXPORTER_COUNTRY: ruleText(
    "the exporter's address does not name the country",
    "出口商地址未写明国家",
    "End the address with CHINA.",
    "请在地址末尾写明 CHINA。",
  ),
  EXPORTER_ABROAD: ruleText(
    "the exporter's address is in {country}",
    "出口商地址位于{countryZh}",
    "The exporter is in the mainland of China; a foreign trader belongs to third-party invoicing.",
    "出口商应位于中国大陆；境外贸易商应按第三方发票处理。",
  ),
  EXPORTER_SECOND_COMPANY: ruleText(
    "{words} brings a second company into the exporter box",
    "出口商栏出现 {words}，涉及第二家公司",
    "Name exactly one exporter.",
    "只填写一家出口商。",
  ),
  IMPORTER_BLANK: ruleText(
    "the importer is blank",
    "进口商为空",
    "Name the importer (general form: TO ORDER where the credit asks for none).",
    "请填写进口商（一般原产地证在信用证要求留空时可填 TO ORDER）。",
  ),
  IMPORTER_OPEN: ruleText(
    '"{value}" stands for the importer; form {form} is known to allow: {allowed}',
    "进口商填写为“{value}”；{form} 证书目前所知允许：{allowed}",
    "Name the company in the importing party.",
    "请填写进口方的公司。",
  ),
  IMPORTER_SECOND_COMPANY: ruleText(
    "{words} brings another company into the consignee box",
    "收货人栏出现 {words}，涉及其他公司",
    "Name the importer only.",
    "只填写进口商。",
  ),
  MIDDLEMAN_MISSING: ruleText(
    "a middleman is to be printed, but none is given",
    "要求显示中间商，但未填写中间商",
    "Give the middleman, or do not show one.",
    "请填写中间商，或不显示。",
  ),
  MIDDLEMAN_NOT_FOR_FORM: ruleText(
    "form {form} names no middleman",
    "{form} 证书不显示中间商",
    "Use third-party invoicing where the form has it.",
    "如证书支持，请使用第三方发票。",
  ),
  MIDDLEMAN_WORDING: ruleText(
    "a transit trader is introduced with O/B, VIA or similar",
    "中间商前应有 O/B、VIA 等字样",
    "Write e.g. VIA NAME, ADDRESS.",
    "请填写例如“VIA 名称, 地址”。",
  ),
  CONTACT_MISSING: ruleText(
    "the cross-strait form shows telephone, fax and e-mail of exporter and importer",
    "海峡两岸证书需填写出口商和进口商的电话、传真和邮箱",
    "Fill it in; write 无 where there is none.",
    "请填写；没有的填“无”。",
  ),
  REMARK_NOT_FOR_FORM: ruleText(
    "form {form} has no remark of the applicant; the office's box stays blank",
    "{form} 证书没有申请人备注栏，签证机构栏目应留空",
    "Move the text to `applyNote`, the note to the reviewer.",
    "请改填“申请书备注”。",
  ),
};
