/**
 * What went wrong, as a closed set. Codes are API.
 *
 * | code | when |
 * | --- | --- |
 * | `SIGN_KEY_EMPTY` | the key has no byte, or no key was given |
 * | `SIGN_KEY_MALFORMED` | the key text is not what `decoding` says, or is UTF-16 |
 * | `SIGN_KEY_FILE` | the key file cannot be read |
 * | `SIGN_KEY_NOT_TEXT` | the profile appends the key as text, but the key is binary |
 * | `SIGN_KEY_INVALID` | the value was not made by `loadKey` of this copy of the package |
 * | `SIGN_PROFILE` | the profile is impossible or misspelt |
 * | `SIGN_INPUT` | a field or the body that the profile signs is absent, or a field stands twice |
 * | `SIGN_CANONICALIZE` | the profile signs C14N, but its function is absent or failed |
 * | `SIGN_CHARSET` | a character cannot be written in the profile's charset |
 * | `SIGN_DIGEST` | this runtime does not have the profile's digest |
 * | `SIGN_ENVELOPE` | node-soap: the place to sign, or the signed answer, was not found |
 * | `SIGN_ANSWER_MISSING` | node-soap: the answer carries no signature |
 * | `SIGN_ANSWER` | node-soap: the answer's signature is malformed or does not fit |
 */
export type SignErrorCode =
  | "SIGN_KEY_EMPTY"
  | "SIGN_KEY_MALFORMED"
  | "SIGN_KEY_FILE"
  | "SIGN_KEY_NOT_TEXT"
  | "SIGN_KEY_INVALID"
  | "SIGN_PROFILE"
  | "SIGN_INPUT"
  | "SIGN_CANONICALIZE"
  | "SIGN_CHARSET"
  | "SIGN_DIGEST"
  | "SIGN_ENVELOPE"
  | "SIGN_ANSWER_MISSING"
  | "SIGN_ANSWER";

/** Details that are safe to log: never a key, a signature or a whole body. */
export type SignErrorDetails = Readonly<Record<string, string | number>>;

/** The one error class of this package: code, English and Chinese text, details safe to log. */
export class SignError extends Error {
  override readonly name = "SignError";
  readonly code: SignErrorCode;
  readonly messageZh: string;
  readonly details: SignErrorDetails;

  constructor(
    code: SignErrorCode,
    message: string,
    messageZh: string,
    details: SignErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.messageZh = messageZh;
    this.details = details;
  }
}

/** Tells whether `error` is a {@link SignError}, also of another installed copy. */
export function isSignError(error: unknown): error is SignError {
  return (
    error instanceof Error &&
    error.name === "SignError" &&
    String((error as Partial<SignError>).code).startsWith("SIGN_")
  );
}
