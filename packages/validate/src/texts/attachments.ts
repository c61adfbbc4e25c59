import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about attachments. */
export type AttachmentCode = "ATTACHMENT_EMPTY" | "ATTACHMENT_FORMAT" | "PAPERS_MISSING";

/** Texts of these findings. */
export const attachmentTexts: Readonly<Record<AttachmentCode, RuleText>> = {
  ATTACHMENT_EMPTY: ruleText(
    "the attachment has neither content nor address",
    "附件既无内容也无文件地址",
    "Give one of the two.",
    "请填写其中一项。",
  ),
  ATTACHMENT_FORMAT: ruleText(
    "stated as {stated}, the content is {found}",
    "声明格式为 {stated}，实际内容为 {found}",
    "Correct the format or the file name.",
    "请更正文件格式或文件名。",
  ),
  PAPERS_MISSING: ruleText(
    "not attached: {types}; one branch asks for contract, invoice, bill of lading and declaration",
    "未附：{names}；有分支会要求提供合同、发票、提单和报关单",
    "Attach them, or ask your branch what it wants.",
    "请上传，或咨询所属分支会的要求。",
  ),
};
