import { isCodegenError } from "../errors.ts";
import { EXIT, type Output } from "../output.ts";
import { type LintArguments, parseLintArguments } from "./arguments.ts";
import { formatJson } from "./format/json.ts";
import { formatSarif } from "./format/sarif.ts";
import { formatText } from "./format/text.ts";
import { LINT_HELP } from "./help.ts";
import { type LintReport, lint } from "./lint.ts";
import { ALL_RULES } from "./rules.ts";

/**
 * Runs `coo-codegen lint`.
 *
 * @param args - Arguments after `lint`.
 * @returns The exit code.
 */
export function runLint(args: readonly string[], output: Output): number {
  try {
    const options = parseLintArguments(args);
    if (options.help) {
      output.out(LINT_HELP);
      return EXIT.ok;
    }
    if (options.listRules) {
      for (const r of ALL_RULES) output.out(`${r.id}\t${r.category}\t${r.severity}\t${r.titleZh} · ${r.title}\n`);
      return EXIT.ok;
    }
    const report = lint({ entries: options.entries, disable: options.disable });
    const exitCode = isFailure(report, options.failOn) ? EXIT.input : EXIT.ok;
    if (options.format === "json") output.out(formatJson(report, exitCode));
    else if (options.format === "sarif") output.out(formatSarif(report));
    else output.out(formatText(report, options.all));
    return exitCode;
  } catch (error) {
    const usage = isCodegenError(error) ? error : null;
    const exitCode = usage === null ? EXIT.internal : EXIT.usage;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (args.includes("--json")) {
      const errors = usage?.problems ?? [{ code: "GEN_INTERNAL", message: String(error) }];
      output.out(`${JSON.stringify({ ok: false, exitCode, errors })}\n`);
    } else if (usage === null) output.err(`内部错误,请报告 · internal error, please report:\n${text}\n`);
    else output.err(`${usage.code}: ${usage.messageZh} · ${usage.message}\ncoo-codegen lint --help\n`);
    return exitCode;
  }
}

function isFailure({ counts }: LintReport, failOn: LintArguments["failOn"]): boolean {
  if (failOn === null) return false;
  const { error, warning, info } = counts;
  return (failOn === "error" ? error : failOn === "warning" ? error + warning : error + warning + info) > 0;
}
