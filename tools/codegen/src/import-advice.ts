import type { WsdlError } from "@coo/wsdl";
import { isAddress } from "./fetch/saved-documents.ts";

/** Advice of a problem of the loader; where a document could be fetched or permitted, it names the flag. */
export function importAdvice(problem: WsdlError): { readonly advice: string; readonly adviceZh: string } {
  const { advice, adviceZh, details } = problem;
  if (problem.rule === "import-outside")
    return {
      advice:
        "if the document is trusted, give --root DIR, a folder that holds all of them; or save a copy beside this one",
      adviceZh: "若该文档可信,请给出 --root DIR(包含全部文档的目录),或在本文档旁保存副本",
    };
  const location = details["location"] ?? "";
  // Remote without a scheme: named relative to a document that was fetched.
  if (details["remote"] !== "true" || !(isAddress(location) || !/^[A-Za-z][A-Za-z0-9+.-]+:/.test(location)))
    return { advice, adviceZh };
  return {
    advice: `${advice} unless --fetch is given, which saves it in .coo-fetched`,
    adviceZh: `${adviceZh};加 --fetch 则会下载并保存到 .coo-fetched`,
  };
}
