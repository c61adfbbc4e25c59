import { type CodegenProblem, isCodegenError } from "./errors.ts";
import { EXIT, type Output } from "./output.ts";
import { printProblems } from "./problems-text.ts";

/**
 * Prints why a run failed.
 *
 * @returns The exit code.
 */
export function reportFailure(error: unknown, output: Output, json: boolean): number {
  if (!isCodegenError(error)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (json) printFailure(output, EXIT.internal, [{ code: "GEN_INTERNAL", message: String(error) }]);
    else output.err(`内部错误,请报告 · internal error, please report:\n${text}\n`);
    return EXIT.internal;
  }
  const exitCode = error.code === "GEN_USAGE" ? EXIT.usage : EXIT.input;
  if (json) printFailure(output, exitCode, error.problems);
  else printProblems(output, error.problems);
  return exitCode;
}

function printFailure(
  output: Output,
  exitCode: number,
  errors: readonly (CodegenProblem | { code: string; message: string })[],
): void {
  const report = { ok: false, exitCode, written: [], differences: [], summary: null, jobs: [], notes: [], errors };
  output.out(`${JSON.stringify(report, null, 2)}\n`);
}
