import type { WsdlError } from "@coo/wsdl";
import { isAddress } from "./saved-documents.ts";

/** Advice of a problem of the loader; where a document is missing that could be fetched, it names `--fetch`. */
export function fetchAdvice(problem: WsdlError): { readonly advice: string; readonly adviceZh: string } {
  const { advice, adviceZh, details } = problem;
  const location = details["location"] ?? "";
  // Remote without a scheme: named relative to a document that was fetched.
  if (details["remote"] !== "true" || !(isAddress(location) || !/^[A-Za-z][A-Za-z0-9+.-]+:/.test(location)))
    return { advice, adviceZh };
  return {
    advice: `${advice} unless --fetch is given, which saves it in .coo-fetched`,
    adviceZh: `${adviceZh};加 --fetch 则会下载并保存到 .coo-fetched`,
  };
}
