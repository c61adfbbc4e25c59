import { existsSync } from "node:fs";
import { nearest } from "@coo/wsdl";
import { usageError } from "./arguments.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { help } from "./help.ts";
import { EXIT, type Output } from "./output.ts";
import { reportFailure } from "./report-failure.ts";
import { toolVersion } from "./version.ts";

/**
 * Runs the command line.
 *
 * @param args - Arguments after the program's name.
 * @param signal - Ends what would go on for ever (`--watch`).
 * @returns The exit code.
 */
export async function run(
  args: readonly string[],
  output: Output,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const json = args.includes("--json");
  let command: Command | undefined;
  try {
    const named = COMMANDS.find((c) => c.name === args[0]);
    command = named ?? COMMANDS[0];
    const rest = named ? args.slice(1) : args;
    const flags = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
    if (flags.includes("--help") || flags.includes("-h")) {
      output.out(named ? named.help : help());
      return EXIT.ok;
    }
    if (named === undefined && args[0] === "--version") {
      output.out(`${toolVersion()}\n`);
      return EXIT.ok;
    }
    if (named === undefined) refuseMisspelt(args[0]);
    return await command.run(rest, { output, signal });
  } catch (error) {
    const exitCode = reportFailure(error, output, json);
    if (!json && exitCode === EXIT.usage)
      output.err(`coo-codegen ${command && command !== COMMANDS[0] ? `${command.name} ` : ""}--help\n`);
    return exitCode;
  }
}

/** A first word that is nearly a command and no file. */
function refuseMisspelt(word: string | undefined): void {
  if (word === undefined || !/^[a-z]+$/.test(word) || existsSync(word)) return;
  const names = COMMANDS.map((c) => c.name);
  const near = nearest(word, names);
  if (near === null) return;
  throw usageError(`there is no command and no file ${word}`, `没有命令或文件 ${word}`, [
    `是否想写 ${near}?`,
    `did you mean ${near}?`,
  ]);
}
