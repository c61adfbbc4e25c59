import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about the language of printed texts. */
export type LanguageCode = "TEXT_NOT_ENGLISH" | "TEXT_UNUSUAL" | "TEXT_NOT_CHINESE" | "TEXT_NOT_SIMPLIFIED";

/** Texts of these findings. */
export const languageTexts: Readonly<Record<LanguageCode, RuleText>> = {
  TEXT_NOT_ENGLISH: ruleText(
    'form {form} is printed in English; the text holds "{character}"',
    "{form} 证书以英文打印，此处含有“{character}”",
    "Write it in English, with half-width signs.",
    "请使用英文和半角符号。",
  ),
  TEXT_UNUSUAL: ruleText(
    'holds "{character}", which may be lost in print; no list of printable characters was found',
    "含有“{character}”，打印时可能丢失；未见可打印字符的依据",
    "Use plain letters and signs of the keyboard.",
    "请使用键盘上的普通字母和符号。",
  ),
  TEXT_NOT_CHINESE: ruleText(
    "the cross-strait form is filled in simplified Chinese; English is only an aid",
    "海峡两岸证书以简体中文填写，英文仅作辅助",
    "Describe the goods in Chinese.",
    "请用中文填写货物描述。",
  ),
  TEXT_NOT_SIMPLIFIED: ruleText(
    'holds "{character}", which is not among the simplified characters of GB 2312',
    "含有“{character}”，不属于 GB 2312 的简体字",
    "Write the simplified character; leave a rare one as it is.",
    "请改用简体字；确为生僻字的可保留。",
  ),
};
