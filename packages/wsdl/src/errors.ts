import type { Location } from "./model.ts";
import { fillText, RULES, type RuleId, type RuleParameters, type WsdlErrorCode } from "./rules.ts";

/**
 * One problem in a set of documents. `message` (English) and `messageZh` start with the place and say what is wrong;
 * `expected` says what would have been right, `advice` what to do.
 */
export class WsdlError extends Error {
  override readonly name = "WsdlError";
  readonly code: WsdlErrorCode;
  /** Stable id of the rule that was broken, e.g. `type-unknown`. */
  readonly rule: RuleId;
  /** `warning`: tolerated because published descriptions do it and the meaning is clear; an error with `strict`. */
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly messageZh: string;
  readonly expected: string;
  readonly expectedZh: string;
  readonly advice: string;
  readonly adviceZh: string;
  /** Names and values that fill the message; safe to log. */
  readonly details: Readonly<Record<string, string>>;

  constructor(rule: RuleId, at: Location, details: RuleParameters, severity: "error" | "warning", cause?: unknown) {
    const text = RULES[rule];
    const place = `${at.file}:${at.line}:${at.column}: `;
    super(place + fillText(text.en, details), cause === undefined ? undefined : { cause });
    this.code = text.code;
    this.rule = rule;
    this.severity = severity;
    this.file = at.file;
    this.line = at.line;
    this.column = at.column;
    this.messageZh = place + fillText(text.zh, details);
    this.expected = fillText(text.expected ?? "", details);
    this.expectedZh = fillText(text.expectedZh ?? "", details);
    this.advice = fillText(text.advice ?? "", details);
    this.adviceZh = fillText(text.adviceZh ?? "", details);
    this.details = details;
  }
}

/** Tells a {@link WsdlError} from other values; works with two installed copies of this package. */
export function isWsdlError(value: unknown): value is WsdlError {
  return value instanceof Error && value.name === "WsdlError" && typeof (value as { code?: unknown }).code === "string";
}
