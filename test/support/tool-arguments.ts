import { type ParseArgsConfig, parseArgs } from "node:util";

/**
 * The command line of a tool, read strictly: `--help` and `-h` print `usage` and end the process with 0, a flag that nobody
 * knows or that lacks its value is told with `usage` and ends it with 2.
 */
export function toolArguments<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  const args = config.args ?? process.argv.slice(2);
  if (args.some((a) => a === "--help" || a === "-h")) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith("ERR_PARSE_ARGS_") !== true) throw error;
    toolUsage("命令行有误", message, usage);
  }
}

/** Says what is wrong with a command line, and ends the process with 2. */
export function toolUsage(zh: string, en: string, usage: string): never {
  process.stderr.write(`✖ ${zh} · ${en}\n${usage}\n`);
  process.exit(2);
}
