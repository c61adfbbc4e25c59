import type { Output } from "./output.ts";

/** A subcommand: `coo-codegen <name> …`. */
export interface Command {
  readonly name: string;
  /** Its uses, a line each, for `coo-codegen --help`: what is typed, and what it does in both languages. */
  readonly uses: readonly (readonly [typed: string, does: string])[];
  /** Text of `coo-codegen <name> --help`. */
  readonly help: string;
  /**
   * Does the work and gives the exit code. What it throws is printed by {@link run}.
   *
   * @param args - Arguments after the command's name; `--help` never gets here.
   */
  readonly run: (args: readonly string[], context: Context) => number | Promise<number>;
}

/** What a command has beside its arguments. */
export interface Context {
  readonly output: Output;
  /** Ends a command that would go on for ever. */
  readonly signal: AbortSignal;
}
