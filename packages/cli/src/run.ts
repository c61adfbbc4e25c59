import { isJournalError } from "@coo/journal";
import { Command, CommanderError } from "commander";
import { accessFlags } from "./access.ts";
import { profileFlags } from "./config.ts";
import { type DoctorOptions, doctor } from "./doctor.ts";
import { CliError, EXIT, type ExitCode } from "./errors.ts";
import { initCommand } from "./init-command.ts";
import { journalCommand } from "./journal-command.ts";

/** Where a run writes, and what it knows of its surroundings. */
export interface CliIo {
  /** Data. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Working folder, default the process's. */
  readonly cwd?: string;
  /** Fires when the process is told to stop. */
  readonly signal?: AbortSignal;
}

/** What a command gives back. */
export interface CommandResult {
  /** For `--json`. */
  readonly data: unknown;
  /** For people. */
  readonly text: string;
  readonly exit?: ExitCode;
}

/** Runs a command line and gives its exit code; never rejects. */
export async function run(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const isJson = args.includes("--json");
  let exit: ExitCode = EXIT.ok;
  const finish = (result: CommandResult): void => {
    exit = result.exit ?? EXIT.ok;
    io.out(isJson ? `${JSON.stringify({ ok: exit === EXIT.ok, data: result.data, warnings: [] })}\n` : result.text);
  };
  const program = new Command("coo")
    .description("原产地证网上签证接入工具 · tools for the online certificate-of-origin exchange")
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: isJson ? () => {} : io.err });
  program.addCommand(inherit(program, initCommand(io, finish)));
  program.addCommand(inherit(program, journalCommand(io, finish)));
  program.addCommand(inherit(program, doctorCommand(io, finish)));
  try {
    await program.parseAsync([...args], { from: "user" });
    return exit;
  } catch (error) {
    return failed(error, isJson, io);
  }
}

function doctorCommand(io: CliIo, finish: (result: CommandResult) => void): Command {
  return accessFlags(profileFlags(new Command("doctor")))
    .description(
      "检查 Node、配置档、地址、端口、密钥、日志库、时钟 · Node, profiles, address, port, key, journal, clock",
    )
    .option("--store <address>", "日志库 · a journal to look at as well")
    .option("--online", "连接对方 · connect to the exchange")
    .option("--json", "机器可读 · for machines")
    .action(async (options: DoctorOptions) => finish(await doctor(options, io)));
}

/** Sub-commands end and write as the program does: commander does not hand that down. */
function inherit(program: Command, command: Command): Command {
  command.copyInheritedSettings(program);
  for (const one of command.commands) inherit(program, one);
  return command;
}

function failed(error: unknown, isJson: boolean, io: CliIo): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version end here as well.
    if (error.exitCode === 0) return EXIT.ok;
    if (isJson) io.out(`${JSON.stringify({ ok: false, error: { code: "CLI_USAGE", message: error.message } })}\n`);
    return EXIT.usage;
  }
  const told = describe(error);
  if (isJson) io.out(`${JSON.stringify({ ok: false, error: told.shown })}\n`);
  else io.err(`✖ ${told.zh}\n  ${told.shown.message}\n${told.shown.hint ? `  → ${told.shown.hint}\n` : ""}`);
  return told.exit;
}

function describe(error: unknown): {
  readonly shown: { readonly code: string; readonly message: string; readonly hint?: string };
  readonly zh: string;
  readonly exit: ExitCode;
} {
  if (error instanceof CliError) {
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return { shown: { code: error.code, message: error.message, ...hint }, zh: error.messageZh, exit: error.exit };
  }
  if (isJournalError(error)) {
    const isUsage = error.code === "JOURNAL_NOT_FOUND" || error.code === "JOURNAL_TRANSITION";
    const exit = isUsage ? EXIT.usage : EXIT.configuration;
    return { shown: { code: error.code, message: error.message }, zh: error.messageZh, exit };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { shown: { code: "CLI_INTERNAL", message }, zh: `内部错误:${message}`, exit: EXIT.internal };
}
