import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about the form and its destination. */
export type FormCode =
  | "FORM_OPERATION"
  | "FORM_ISSUER"
  | "FORM_NOT_IN_FORCE"
  | "AGREEMENT_MISMATCH"
  | "AGREEMENT_MISSING"
  | "DESTINATION_NOT_PARTNER"
  | "DESTINATION_FORM_A"
  | "IMPORTER_NOT_PARTNER"
  | "DESTINATION_NOT_IMPORTER"
  | "DESTINATION_OF_MIDDLEMAN"
  | "COUNTRY_NAME"
  | "TOO_MANY_LINES"
  | "SWITCH_NOT_FOR_FORM";

/** Texts of these findings. */
export const formTexts: Readonly<Record<FormCode, RuleText>> = {
  FORM_OPERATION: ruleText(
    "form {form} belongs to the other application (interface {wanted})",
    "证书类型 {form} 应通过另一接口（接口 {wanted}）申请",
    "General forms go through interface 4, agreement forms through interface 5.",
    "一般原产地证使用接口 4，优惠原产地证使用接口 5。",
  ),
  FORM_ISSUER: ruleText(
    "nothing was found that CCPIT issues form {form}",
    "未见贸促会签发 {form} 证书的依据",
    "Ask the branch before applying; the form may be issued by customs only.",
    "请先咨询分支会；该证书可能仅由海关签发。",
  ),
  FORM_NOT_IN_FORCE: ruleText(
    "the agreement of form {form} is in force from {day}",
    "{form} 证书对应的协定自 {day} 起生效",
    "Correct the application date or the form.",
    "请更正申请日期或证书类型。",
  ),
  AGREEMENT_MISMATCH: ruleText(
    "the agreement is {agreement}, the form {form}",
    "优惠协定为 {agreement}，单证类型为 {form}",
    "Leave the agreement out, or make both the same.",
    "请省略优惠协定，或使两者一致。",
  ),
  AGREEMENT_MISSING: ruleText(
    'document type "{form}" names no agreement known here, and no agreement is given',
    "单证类型“{form}”未对应已知协定，且未填写优惠协定",
    "Give the agreement code, or map the type with `context.formCodes`.",
    "请填写优惠协定，或通过 `context.formCodes` 对应该类型。",
  ),
  DESTINATION_NOT_PARTNER: ruleText(
    "{country} is no partner of the agreement of form {form}",
    "{countryZh}不是 {form} 证书所属协定的成员",
    "Correct the destination, or choose the form of its agreement (or a general certificate).",
    "请更正目的国，或选择相应协定的证书（或一般原产地证）。",
  ),
  DESTINATION_FORM_A: ruleText(
    "Form A is not issued for {country} since 2021-12-01",
    "自 2021-12-01 起不再对{countryZh}签发普惠制原产地证",
    "Apply for a general certificate.",
    "请申请一般原产地证。",
  ),
  IMPORTER_NOT_PARTNER: ruleText(
    "the importer is in {country}, which is no partner of the agreement of form {form}",
    "进口商位于{countryZh}，不属于 {form} 证书所属协定的成员",
    "The consignee box names a company in the importing party; a trader elsewhere belongs to third-party invoicing.",
    "收货人应位于进口方；其他地区的贸易商应按第三方发票处理。",
  ),
  DESTINATION_NOT_IMPORTER: ruleText(
    "the destination is {country}, the importer is in {importer}",
    "目的国为{countryZh}，进口商位于{importerZh}",
    "The destination is normally the consignee's country: check both.",
    "目的国通常为收货人所在国，请核对。",
  ),
  DESTINATION_OF_MIDDLEMAN: ruleText(
    "the destination {country} is the middleman's country, the importer is in {importer}",
    "目的国{countryZh}是中间商所在国，进口商位于{importerZh}",
    "Write the final destination of the goods.",
    "请填写货物最终目的国。",
  ),
  COUNTRY_NAME: ruleText(
    '"{name}" is the name of another country than {code} ({country})',
    "“{name}”与代码 {code}（{countryZh}）不是同一国家（地区）",
    "Make name and code agree.",
    "请使名称与代码一致。",
  ),
  TOO_MANY_LINES: ruleText(
    "{count} goods lines; form {form} takes {cap}",
    "共 {count} 项商品，{form} 证书最多 {cap} 项",
    "Split the shipment over several certificates.",
    "请拆分为多份证书。",
  ),
  SWITCH_NOT_FOR_FORM: ruleText(
    "form {form} has no such mark; it is known for {forms}",
    "{form} 证书没有此项标记；目前所知仅用于 {forms}",
    "Leave it out.",
    "请勿勾选。",
  ),
};
