export { CliError, EXIT, type ExitCode } from "./errors.ts";
export { type CliIo, run } from "./run.ts";
