import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about producers, third-party invoicing and back-to-back certificates. */
export type ProducerCode =
  | "PRODUCER_WORDING"
  | "PRODUCER_CONFIDENTIAL_FLAG"
  | "PRODUCER_SAME"
  | "PRODUCERS_SEVERAL"
  | "PRODUCER_MISSING"
  | "LINE_PRODUCER_MISSING"
  | "THIRD_PARTY_MISSING"
  | "THIRD_PARTY_FLAG"
  | "THIRD_PARTY_REMARK"
  | "THIRD_PARTY_PRODUCER"
  | "FIRST_CERTIFICATE_MISSING"
  | "FIRST_CERTIFICATE_UNMARKED";

/** Texts of these findings. */
export const producerTexts: Readonly<Record<ProducerCode, RuleText>> = {
  PRODUCER_WORDING: ruleText(
    "form {form} writes a confidential producer as: {wording}",
    "{form} 证书对保密生产商的写法为：{wording}",
    "Use the form's wording.",
    "请使用该证书的写法。",
  ),
  PRODUCER_CONFIDENTIAL_FLAG: ruleText(
    "the producer text keeps the producer confidential, the mark does not say so",
    "生产商内容为保密写法，但未标记生产商保密",
    "Set `producerConfidential`.",
    "请将“生产商保密”设为是。",
  ),
  PRODUCER_SAME: ruleText(
    "the producer is the exporter; form {form} writes {wording}",
    "生产商即出口商；{form} 证书写作 {wording}",
    "Write {wording}.",
    "请填写 {wording}。",
  ),
  PRODUCERS_SEVERAL: ruleText(
    "{count} producers on the lines; the RCEP form then says SEE BOX 8",
    "商品涉及 {count} 家生产商，RCEP 证书应写 SEE BOX 8",
    "Write SEE BOX 8 and name each producer with its goods.",
    "请填写 SEE BOX 8，并在商品中写明各生产商。",
  ),
  PRODUCER_MISSING: ruleText(
    "form {form} prints the producer",
    "{form} 证书需填写生产商",
    "Name the producer, or use the form's wording for a confidential one.",
    "请填写生产商；如需保密，使用该证书的写法。",
  ),
  LINE_PRODUCER_MISSING: ruleText(
    "form {form} prints a producer for each line",
    "{form} 证书的商品需填写生产商描述",
    "Name the producer on the line, or once for all.",
    "请在商品中填写，或在表头统一填写。",
  ),
  THIRD_PARTY_MISSING: ruleText(
    "marked as invoiced by a third party, but no such company is given",
    "标记了第三方发票，但未填写非缔约方公司",
    "Name the company with address and country.",
    "请填写公司名称、地址和国别。",
  ),
  THIRD_PARTY_FLAG: ruleText(
    "non-party companies are given, but third-party invoicing is not marked",
    "填写了非缔约方公司，但未标记第三方发票",
    "Set `thirdPartyInvoice`, or leave the companies out.",
    "请将“第三方发票”设为是，或删除公司。",
  ),
  THIRD_PARTY_REMARK: ruleText(
    'form {form} names the third-party operator in the remark; "{name}" is not there',
    "{form} 证书应在备注中写明第三方经营者，未见“{name}”",
    "Write name and country of the operator in `remark`.",
    "请在“证书备注”中填写其名称和国家。",
  ),
  THIRD_PARTY_PRODUCER: ruleText(
    "with third-party invoicing form {form} names the producer in the remark",
    "使用第三方发票时，{form} 证书应在备注中写明生产商",
    "Write name and address of the producer in `remark`.",
    "请在“证书备注”中填写生产商名称和地址。",
  ),
  FIRST_CERTIFICATE_MISSING: ruleText(
    "a back-to-back certificate rests on a first one, whose number is missing",
    "背对背证书应填写第一方原产地证号",
    "Give the number of the first-party certificate.",
    "请填写第一方原产地证号。",
  ),
  FIRST_CERTIFICATE_UNMARKED: ruleText(
    "a first-party certificate is named, but the certificate is not marked back-to-back",
    "填写了第一方原产地证号，但未标记背对背",
    "Set `backToBack`, or leave the number out.",
    "请将“背对背”设为是，或删除该号码。",
  ),
};
