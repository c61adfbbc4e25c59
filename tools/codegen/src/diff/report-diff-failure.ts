import { isEvolutionError, loadingError } from "@coo/evolution";
import type { Output } from "../output.ts";
import { reportFailure } from "../report-failure.ts";

const EXIT_MANIFEST = 2;
const EXIT_INPUT = 3;
const EXIT_CONTRADICTION = 4;

/** Prints why two sets could not be compared; gives the exit code: 2 its manifest is, 3 a document is wrong, 4 a contradiction. */
export function reportDiffFailure(error: unknown, output: Output): number {
  const known = isEvolutionError(error) ? error : loadingError(error);
  if (known === null) return reportFailure(error, output, false);
  output.err(`${known.code}: ${known.messageZh}\n  ${known.message}\n`);
  if (known.code === "EVO_RENAME") return EXIT_MANIFEST;
  return known.code === "EVO_CONTRADICTION" ? EXIT_CONTRADICTION : EXIT_INPUT;
}
