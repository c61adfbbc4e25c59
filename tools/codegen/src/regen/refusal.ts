import { CodegenError } from "../errors.ts";

/** A release that must not be made now; nothing was written. */
export function refusal(message: string, messageZh: string, advice: string, adviceZh: string): CodegenError {
  return new CodegenError({ code: "GEN_REFUSED", message, messageZh, advice, adviceZh });
}
