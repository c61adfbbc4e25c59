import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about shipping marks. */
export type MarksCode =
  | "MARKS_BLANK"
  | "MARKS_NO_BOX"
  | "MARKS_PHRASE"
  | "MARKS_FOREIGN_ORIGIN"
  | "MARKS_NONE_WORDING"
  | "MARKS_ATTACHMENT_TEXT"
  | "MARKS_ATTACHMENT_FLAG"
  | "MARKS_ATTACHMENT_MISSING";

/** Texts of these findings. */
export const marksTexts: Readonly<Record<MarksCode, RuleText>> = {
  MARKS_BLANK: ruleText("the marks are blank", "唛头为空", "Write N/M when there are none.", "没有唛头时填写 N/M。"),
  MARKS_NO_BOX: ruleText(
    "the Peruvian form has no box for marks",
    "中国-秘鲁证书没有唛头栏",
    "Write N/M.",
    "请填写 N/M。",
  ),
  MARKS_PHRASE: ruleText(
    '"{phrase}" is not accepted as marks',
    "唛头不接受“{phrase}”",
    "Write the marks as they are on the packages, or N/M.",
    "请按包装实际唛头填写，没有则填写 N/M。",
  ),
  MARKS_FOREIGN_ORIGIN: ruleText(
    "the marks say that the goods are made in {country}",
    "唛头显示货物产自{countryZh}",
    "Marks must not name another origin than China.",
    "唛头不得出现中国以外的原产地字样。",
  ),
  MARKS_NONE_WORDING: ruleText(
    '"{value}" is not the wording for no marks',
    "“{value}”不是“无唛头”的规范写法",
    "Write {wording}.",
    "请填写 {wording}。",
  ),
  MARKS_ATTACHMENT_TEXT: ruleText(
    "graphic marks are attached, but the marks do not say SEE ATTACHMENT",
    "使用图形唛头附页，但唛头中未注明 SEE ATTACHMENT",
    "Write SEE ATTACHMENT.",
    "请填写 SEE ATTACHMENT。",
  ),
  MARKS_ATTACHMENT_FLAG: ruleText(
    "the marks say SEE ATTACHMENT, but no attachment is announced",
    "唛头注明 SEE ATTACHMENT，但未标记图形唛头",
    "Set `markAttachment`.",
    "请将“图形唛头”设为是。",
  ),
  MARKS_ATTACHMENT_MISSING: ruleText(
    "graphic marks are announced, but nothing is attached",
    "标记了图形唛头，但没有附件",
    "Attach the picture of the marks.",
    "请上传唛头图片。",
  ),
};
