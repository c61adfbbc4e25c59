/** What the caller got wrong, as a closed set. `VALIDATE_NUMBER`: a count outside 0 … 999 999 999 or not whole. */
export type ValidateErrorCode = "VALIDATE_NUMBER";

/** The one error class of this package: thrown for impossible arguments only, never for a broken message. */
export class ValidateError extends Error {
  override readonly name = "ValidateError";
  readonly code: ValidateErrorCode;
  readonly messageZh: string;
  /** Safe to log. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: ValidateErrorCode,
    message: string,
    messageZh: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
    this.code = code;
    this.messageZh = messageZh;
    this.details = details;
  }
}

/** Tells whether `error` is a {@link ValidateError}, also of another installed copy. */
export function isValidateError(error: unknown): error is ValidateError {
  return error instanceof Error && error.name === "ValidateError" && "code" in error;
}
