import type { CodegenProblem } from "./errors.ts";
import type { Output } from "./output.ts";

/** Prints problems: place, code, both languages, then what was expected and what to do. */
export function printProblems(output: Output, problems: readonly CodegenProblem[]): void {
  for (const p of problems) {
    const place = p.at ? `${p.at.file}:${p.at.line}:${p.at.column}: ` : "";
    output.err(`${place}${p.code}: ${both(p.messageZh, p.message)}\n`);
    if (p.expected) output.err(`  应为 expected: ${both(p.expectedZh, p.expected)}\n`);
    if (p.advice) output.err(`  建议 advice: ${both(p.adviceZh, p.advice)}\n`);
  }
}

function both(zh: string | undefined, en: string): string {
  return zh === undefined || zh === "" || zh === en ? en : `${zh} · ${en}`;
}
