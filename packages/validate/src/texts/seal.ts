import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about seals and signatures. */
export type SealCode =
  | "SEAL_NOTHING"
  | "IMAGE_UNKNOWN"
  | "IMAGE_FORMAT"
  | "IMAGE_BROKEN"
  | "IMAGE_TOO_LARGE"
  | "IMAGE_RESOLUTION"
  | "SEAL_IMAGE_GREY"
  | "AUTHORISATION_MISSING"
  | "SEAL_LANGUAGE_MISSING"
  | "SIGNER_MISSING"
  | "SEAL_TWICE"
  | "SIGNER_TWICE"
  | "SIGNERS_MANY";

/** Texts of these findings. */
export const sealTexts: Readonly<Record<SealCode, RuleText>> = {
  SEAL_NOTHING: ruleText(
    "neither a seal nor a signatory is filed",
    "既无印章也无手签员",
    "Give at least one of the two.",
    "请至少填写其中一项。",
  ),
  IMAGE_UNKNOWN: ruleText(
    "the bytes are neither PNG nor JPEG",
    "内容既不是 PNG 也不是 JPEG",
    "Give the image as PNG or JPEG.",
    "请使用 PNG 或 JPEG 图片。",
  ),
  IMAGE_FORMAT: ruleText(
    "stated as {stated}, the image is {found}",
    "声明格式为 {stated}，实际为 {found}",
    "Correct the format.",
    "请更正图片格式。",
  ),
  IMAGE_BROKEN: ruleText(
    "the image is cut off or has no size",
    "图片不完整或没有尺寸",
    "Save the image again.",
    "请重新保存图片。",
  ),
  IMAGE_TOO_LARGE: ruleText(
    "{width} × {height} pixels at {dpi} dpi is larger than {maxWidth} × {maxHeight} cm, the limit of another system",
    "{width} × {height} 像素（{dpi} dpi）超过 {maxWidth} × {maxHeight} 厘米；该限制来自其他系统",
    "Cut the image to the seal or signature, at 600 dpi.",
    "请按 600 dpi 裁剪至印章或签名大小。",
  ),
  IMAGE_RESOLUTION: ruleText(
    "the image says {dpi} dpi; another system asks for 600",
    "图片分辨率为 {dpi} dpi；其他系统要求 600 dpi",
    "Scan at 600 dpi.",
    "请以 600 dpi 扫描。",
  ),
  SEAL_IMAGE_GREY: ruleText(
    "the seal has no colour",
    "印章图片没有颜色",
    "Scan seals in colour (signatures in black).",
    "印章请用彩色扫描（签名为黑色）。",
  ),
  AUTHORISATION_MISSING: ruleText(
    "a signatory is filed without an authorisation letter",
    "申请手签员但未附手签员授权书",
    "Attach it with file type AUTH.",
    "请以附件类型 AUTH 上传。",
  ),
  SEAL_LANGUAGE_MISSING: ruleText(
    "a Chinese and an English seal are asked for (or a bilingual one)",
    "需要中文章和英文章（或中英文章）",
    "Add the missing one, unless it is filed already.",
    "请补充缺少的印章（已备案的除外）。",
  ),
  SIGNER_MISSING: ruleText(
    "a signature of the signatory is asked for beside the seals",
    "除印章外还需要手签员签名",
    "Add the signatory, unless one is filed already.",
    "请补充手签员（已备案的除外）。",
  ),
  SEAL_TWICE: ruleText(
    "seal kind {type} stands twice",
    "印章类型 {type} 重复",
    "File one seal of each kind.",
    "每种印章只填写一个。",
  ),
  SIGNER_TWICE: ruleText(
    "the same signatory stands twice",
    "同一手签员重复",
    "File each signatory once.",
    "每位手签员只填写一次。",
  ),
  SIGNERS_MANY: ruleText(
    "{count} signatories; an older text allows {max}",
    "共 {count} 名手签员；较早的文本允许 {max} 名",
    "Ask the office.",
    "请咨询签证机构。",
  ),
};
