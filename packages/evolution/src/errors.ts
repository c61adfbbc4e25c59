/** Closed set of codes; adding one is a minor change, changing a meaning a major one. */
export type EvolutionErrorCode =
  /** A set of documents is not valid, or refers to something that is not in it. */
  | "EVO_INPUT"
  /** A decision about a rename names what is not there. */
  | "EVO_RENAME"
  /** A rule and the computed language disagree: a fault of this package, never a verdict. */
  | "EVO_CONTRADICTION";

/** Why there is no report. */
export class EvolutionError extends Error {
  override readonly name = "EvolutionError";
  readonly code: EvolutionErrorCode;
  readonly messageZh: string;

  constructor(code: EvolutionErrorCode, message: string, messageZh: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.messageZh = messageZh;
  }
}

/** Tells an {@link EvolutionError} from other values; works with two installed copies of this package. */
export function isEvolutionError(value: unknown): value is EvolutionError {
  return (
    value instanceof Error && value.name === "EvolutionError" && typeof (value as { code?: unknown }).code === "string"
  );
}
