import { RULES, type RuleId, type WsdlError } from "@coo/wsdl";
import { importAdvice } from "../import-advice.ts";
import type { Finding, RuleText, Severity } from "./rule.ts";

/** Rules of the loader as lint lists them, in their own order. Tolerated slips are warnings. */
export const LOADER_RULES: readonly RuleText[] = (Object.keys(RULES) as RuleId[]).map((id) => {
  const rule = RULES[id];
  const severity: Severity = rule.tolerated ? "warning" : "error";
  return {
    id,
    category: "input",
    severity,
    title: plain(rule.en),
    titleZh: plain(rule.zh),
    advice: plain(rule.advice ?? (rule.expected === undefined ? "" : `expected: ${rule.expected}`)),
    adviceZh: plain(rule.adviceZh ?? (rule.expectedZh === undefined ? "" : `应为：${rule.expectedZh}`)),
  };
});

/** A problem of the loader as a finding. */
export function loaderFinding(problem: WsdlError): Finding {
  const at = { file: problem.file, line: problem.line, column: problem.column };
  const place = `${at.file}:${at.line}:${at.column}: `;
  const fetching = importAdvice(problem);
  const advice = [problem.expected === "" ? "" : `expected: ${problem.expected}`, fetching.advice];
  const adviceZh = [problem.expectedZh === "" ? "" : `应为：${problem.expectedZh}`, fetching.adviceZh];
  return {
    rule: problem.rule,
    category: "input",
    severity: problem.severity,
    at,
    message: without(problem.message, place),
    messageZh: without(problem.messageZh, place),
    advice: advice.filter((t) => t !== "").join("; "),
    adviceZh: adviceZh.filter((t) => t !== "").join("；"),
  };
}

function without(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

/** `{name}` places as an ellipsis, for tables. */
function plain(text: string): string {
  return text.replace(/"\{\w+\}"|“\{\w+\}”|\{\w+\}/g, "…");
}
