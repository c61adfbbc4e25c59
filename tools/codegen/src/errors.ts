import type { Location } from "@coo/wsdl";
import type { JsonPath } from "./json-source.ts";

/** Closed set of error codes; adding one is a minor change, changing a meaning a major one. */
export type CodegenErrorCode =
  /** A document has an error, or a file cannot be read. */
  | "GEN_INPUT"
  /** The documents use a construct for which no correct code can be generated yet. */
  | "GEN_UNSUPPORTED"
  /** The manifest or configuration is wrong or names something the documents do not have. */
  | "GEN_MANIFEST"
  /** Two packages would import each other. */
  | "GEN_CYCLE"
  /** A document could not be fetched, or is at an address and was not saved. */
  | "GEN_FETCH"
  /** The output folder cannot be written or holds files that were not generated. */
  | "GEN_WRITE"
  /** Wrong command line. */
  | "GEN_USAGE"
  /** Generated files differ from what the documents give now (`--check`). */
  | "GEN_STALE"
  /** A release was refused: a date, a waiver, or something that was edited by hand. */
  | "GEN_REFUSED";

/** The parts of a {@link CodegenError}; texts come in both languages. */
export interface CodegenProblem {
  readonly code: CodegenErrorCode;
  /** Where in the input, when it is about a place. */
  readonly at?: Location;
  readonly message: string;
  readonly messageZh: string;
  readonly expected?: string;
  readonly expectedZh?: string;
  readonly advice?: string;
  readonly adviceZh?: string;
}

/** Why nothing was written. `message` starts with `file:line:column:` where a place is known. */
export class CodegenError extends Error {
  override readonly name = "CodegenError";
  readonly code: CodegenErrorCode;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly messageZh: string;
  readonly expected: string;
  readonly expectedZh: string;
  readonly advice: string;
  readonly adviceZh: string;
  /** Every problem found; this error is the first of them. */
  readonly problems: readonly CodegenProblem[];

  constructor(problem: CodegenProblem, others: readonly CodegenProblem[] = [], cause?: unknown) {
    const place = problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : "";
    super(place + problem.message, cause === undefined ? undefined : { cause });
    this.code = problem.code;
    this.file = problem.at?.file;
    this.line = problem.at?.line;
    this.column = problem.at?.column;
    this.messageZh = place + problem.messageZh;
    this.expected = problem.expected ?? "";
    this.expectedZh = problem.expectedZh ?? "";
    this.advice = problem.advice ?? "";
    this.adviceZh = problem.adviceZh ?? "";
    this.problems = [problem, ...others];
  }
}

/**
 * Takes note of a problem; who calls it goes on with what is left.
 *
 * @param path - Keys in the manifest, when that is what is wrong.
 */
export type Fault = (problem: CodegenProblem, path?: JsonPath) => void;

/** Where nobody collects problems, the first one ends the work. */
export const throwFault: Fault = (problem) => {
  throw new CodegenError(problem);
};

/** Tells a {@link CodegenError} from other values; works with two installed copies of this package. */
export function isCodegenError(value: unknown): value is CodegenError {
  return (
    value instanceof Error && value.name === "CodegenError" && typeof (value as { code?: unknown }).code === "string"
  );
}
