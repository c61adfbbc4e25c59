import { resolve } from "node:path";

/** Flags that every suite command takes; a suite adds its own. */
export interface SuiteArguments {
  /** Path of the JSON report; `null` when none is wanted. */
  readonly json: string | null;
  /** Parts of names, any of which must occur; empty for all. */
  readonly only: readonly string[];
  /** Seed of whatever the suite draws. */
  readonly seed: number;
  /** Values of the suite's own flags, by name without dashes. */
  readonly values: ReadonlyMap<string, string>;
  /** Switches that were given, by name without dashes. */
  readonly switches: ReadonlySet<string>;
  /** Everything that is no flag. */
  readonly rest: readonly string[];
}

/** What a suite takes beside `--json FILE`, `--only PATTERN` (comma separated) and `--seed N`. */
export interface SuiteFlags {
  readonly values?: readonly string[];
  readonly switches?: readonly string[];
  /** Shown when a flag is wrong, and for `--help`. */
  readonly usage: string;
}

/** A wrong command line; `main` of a suite prints it and ends with 2. */
export class SuiteUsageError extends Error {
  override readonly name = "SuiteUsageError";
}

/** Somebody asked for help; `main` of a suite prints it and ends with 0. */
export class SuiteHelp extends Error {
  override readonly name = "SuiteHelp";
}

/**
 * Parses the command line of a suite strictly: an unknown flag or a flag without its value is an error.
 *
 * @throws {@link SuiteUsageError}
 * @throws {@link SuiteHelp} for `--help` and `-h`.
 */
export function parseSuiteArguments(args: readonly string[], flags: SuiteFlags): SuiteArguments {
  const taking = new Set(["json", "only", "seed", ...(flags.values ?? [])]);
  const plain = new Set(flags.switches);
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const rest: string[] = [];
  const wrong = (zh: string, en: string): SuiteUsageError => new SuiteUsageError(`${zh} · ${en}\n${flags.usage}`);
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === "--help" || arg === "-h") throw new SuiteHelp(flags.usage);
    if (!arg.startsWith("--")) {
      rest.push(arg);
      continue;
    }
    const [name = "", inline] = arg.slice(2).split(/=(.*)/s);
    if (plain.has(name) && inline === undefined) {
      switches.add(name);
    } else if (taking.has(name)) {
      const value = inline ?? args[++i];
      if (value === undefined || value === "") throw wrong(`--${name} 需要一个值`, `--${name} needs a value`);
      values.set(name, value);
    } else throw wrong(`未知参数 ${arg}`, `unknown flag ${arg}`);
  }
  const json = values.get("json");
  return {
    json: json === undefined ? null : resolve(json),
    only: (values.get("only") ?? "").split(",").filter((part) => part !== ""),
    seed: countOf(values.get("seed") ?? "1", "--seed", wrong),
    values,
    switches,
    rest,
  };
}

/** A whole number given on the command line, not negative. */
export function countOf(
  text: string,
  flag: string,
  wrong = (zh: string, en: string): Error => new SuiteUsageError(`${zh} · ${en}`),
): number {
  if (!/^\d{1,15}$/.test(text)) throw wrong(`${flag} 应为非负整数:${text}`, `${flag} takes a whole number: ${text}`);
  return Number(text);
}

/** Whether `name` is wanted by `--only`. */
export function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((part) => name.includes(part));
}
