/** Exit codes; they are API (docs/experience.md §5). */
export const EXIT = {
  ok: 0,
  internal: 1,
  usage: 2,
  /** What was looked at is not as it should be: a ledger that does not fit. */
  invalid: 3,
  /** The network or the other side did not answer. */
  network: 6,
  configuration: 7,
  /** Told to stop; the state is saved. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure with its exit code and what to do next. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: string;
  readonly exit: ExitCode;
  readonly messageZh: string;
  readonly hint: string | undefined;

  constructor(code: string, exit: ExitCode, message: string, messageZh: string, hint?: string) {
    super(message);
    this.code = code;
    this.exit = exit;
    this.messageZh = messageZh;
    this.hint = hint;
  }
}
