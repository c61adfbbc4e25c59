/** What can go wrong while drawing. */
export type CertificatePdfErrorCode = "PDF_FONT" | "PDF_INPUT" | "PDF_TOO_LARGE";

/** The package's one error class; `code` is API. */
export class CertificatePdfError extends Error {
  override readonly name = "CertificatePdfError";
  readonly code: CertificatePdfErrorCode;
  readonly messageZh: string;

  constructor(code: CertificatePdfErrorCode, message: string, messageZh: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.messageZh = messageZh;
  }
}

/** Tells whether `error` is a {@link CertificatePdfError}, also one of another installed copy. */
export function isCertificatePdfError(error: unknown): error is CertificatePdfError {
  return error instanceof Error && error.name === "CertificatePdfError" && "code" in error;
}
