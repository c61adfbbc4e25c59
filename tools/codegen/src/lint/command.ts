import { relative, sep } from "node:path";
import { isCodegenError } from "../errors.ts";
import { entryFile, folderOf } from "../fetch/remote-entries.ts";
import { isAddress, SavedDocuments } from "../fetch/saved-documents.ts";
import { EXIT, type Output } from "../output.ts";
import { reportFailure } from "../report-failure.ts";
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
    const saved = new SavedDocuments(folderOf(options.entries));
    const report = lint({
      entries: options.entries.map((entry) => (isAddress(entry) ? shownPath(entryFile(entry, saved)) : entry)),
      disable: options.disable,
      locate: (location, from) => {
        const file = saved.locate(location, from);
        return typeof file === "string" ? shownPath(file) : file;
      },
    });
    const exitCode = isFailure(report, options.failOn) ? EXIT.input : EXIT.ok;
    if (options.format === "json") output.out(formatJson(report, exitCode));
    else if (options.format === "sarif") output.out(formatSarif(report));
    else output.out(formatText(report, options.all));
    return exitCode;
  } catch (error) {
    if (isCodegenError(error) && error.code !== "GEN_USAGE")
      return reportFailure(error, output, args.includes("--json"));
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

/** A path as one sees it from the current folder. */
function shownPath(file: string): string {
  return relative(".", file).split(sep).join("/");
}

function isFailure({ counts }: LintReport, failOn: LintArguments["failOn"]): boolean {
  if (failOn === null) return false;
  const { error, warning, info } = counts;
  return (failOn === "error" ? error : failOn === "warning" ? error + warning : error + warning + info) > 0;
}
