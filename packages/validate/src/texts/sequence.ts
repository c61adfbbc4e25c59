import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about numbered lists. */
export type SequenceCode = "SEQUENCE_TWICE" | "SEQUENCE_GAP";

/** Texts of these findings. */
export const sequenceTexts: Readonly<Record<SequenceCode, RuleText>> = {
  SEQUENCE_TWICE: ruleText(
    "number {number} stands twice",
    "序号 {number} 重复",
    "Number the items 1, 2, 3 …",
    "请按 1、2、3……编号。",
  ),
  SEQUENCE_GAP: ruleText(
    "number {number} where {expected} is expected",
    "序号为 {number}，应为 {expected}",
    "Number the items from 1 without gaps, in order.",
    "请从 1 起按顺序连续编号。",
  ),
};
