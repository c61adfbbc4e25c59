import { writeFileSync } from "node:fs";
import { SuiteHelp, SuiteUsageError } from "./arguments.ts";
import { expectedFailures } from "./expected-failures.ts";

/** One judged case. */
export interface Verdict {
  readonly name: string;
  /** Why it failed; `null` when it passed. */
  readonly failure: string | null;
}

/** What a suite gives back. */
export interface SuiteResult {
  readonly verdicts: readonly Verdict[];
  /** Cases that passed and are too many to be listed among the verdicts. */
  readonly agreed?: number;
  /** Lines of figures, printed above the closing line. */
  readonly figures?: readonly string[];
  /** What the machine forbids, each with the reason. */
  readonly skipped?: readonly string[];
  /** Goes into the JSON report beside the verdicts. */
  readonly details?: unknown;
}

/** How a suite ends. */
export interface SuiteEnd {
  readonly json: string | null;
  /** File of known failures; none by default. */
  readonly expected?: string;
  /** Failures printed; default 40. */
  readonly shown?: number;
  /** Whether every case was run, so that a listed failure that did not occur is a failure; default true. */
  readonly whole?: boolean;
}

/**
 * Judges verdicts against the list of known failures, prints failures, figures and the closing line
 * `N passed, N failed` (and `N skipped` where the machine forbids some), writes the JSON report and gives the exit code.
 *
 * A failure in the list counts as passed; a listed case that passes counts as failed.
 */
export function closeSuite(result: SuiteResult, end: SuiteEnd): number {
  const known = end.expected === undefined ? new Map<string, string>() : expectedFailures(end.expected);
  const judged = new Set<string>();
  const failures: string[] = [];
  for (const { name, failure } of result.verdicts) {
    judged.add(name);
    if (failure !== null && !known.has(name)) failures.push(`${name}: ${failure}`);
    if (failure === null && known.has(name)) failures.push(`${name}: passes, but is listed as a known failure`);
  }
  const unmet = end.whole === false ? [] : [...known.keys()].filter((name) => !judged.has(name));
  failures.push(...unmet.map((name) => `${name}: is listed as a known failure, but there is no such case`));
  for (const line of failures.slice(0, end.shown ?? 40)) process.stdout.write(`✖ ${line}\n`);
  const more = failures.length - (end.shown ?? 40);
  if (more > 0) process.stdout.write(`  … ${more} more\n`);
  for (const line of result.skipped ?? []) process.stdout.write(`– skipped: ${line}\n`);
  for (const line of result.figures ?? []) process.stdout.write(`${line}\n`);
  const passed = (result.agreed ?? 0) + result.verdicts.length + unmet.length - failures.length;
  if (end.json !== null) {
    const { skipped = [] } = result;
    const report = {
      passed,
      failed: failures.length,
      skipped,
      failures,
      verdicts: result.verdicts,
      details: result.details,
    };
    writeFileSync(end.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  const skipped = result.skipped?.length ?? 0;
  process.stdout.write(`${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
  return failures.length === 0 ? 0 : 1;
}

/** Runs the `main` of a suite: its exit code, 0 with help, 2 with a message when the command line is wrong. */
export async function runSuite(main: (args: readonly string[]) => Promise<number> | number): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (error instanceof SuiteHelp) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    if (!(error instanceof SuiteUsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
