import { CodegenError } from "../errors.ts";
import { CATEGORIES } from "./rule.ts";
import { ALL_RULES } from "./rules.ts";

/** How findings are printed. */
export type LintFormat = "text" | "json" | "sarif";

/** A parsed command line of `coo-codegen lint`. */
export interface LintArguments {
  readonly entries: readonly string[];
  readonly format: LintFormat;
  /** Least severity that makes the run fail; `null` for never. */
  readonly failOn: "error" | "warning" | "info" | null;
  readonly disable: readonly string[];
  /** Print every finding instead of the first few of a rule in a file. */
  readonly all: boolean;
  readonly fetch: boolean;
  readonly listRules: boolean;
  readonly help: boolean;
}

const FORMATS = ["text", "json", "sarif"] as const;
const THRESHOLDS = ["error", "warning", "info", "never"] as const;
const VALUES = ["--format", "--fail-on", "--disable"];

function usage(message: string, messageZh: string): CodegenError {
  return new CodegenError({ code: "GEN_USAGE", message, messageZh });
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found === undefined)
    throw usage(
      `${name} must be ${allowed.join(", ")}, got ${value}`,
      `${name} 应为 ${allowed.join("、")}，而非 ${value}`,
    );
  return found;
}

/**
 * Parses what follows `coo-codegen lint`: strictly, an unknown flag or rule is an error.
 *
 * @throws {@link CodegenError} `GEN_USAGE`.
 */
export function parseLintArguments(args: readonly string[]): LintArguments {
  const entries: string[] = [];
  const disable: string[] = [];
  const flags = new Set<string>();
  let format: LintFormat | undefined;
  let failOn: LintArguments["failOn"] | undefined;
  const setFormat = (value: LintFormat): void => {
    if (format !== undefined) throw usage("the output format is given twice", "输出格式重复");
    format = value;
  };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const equals = arg.startsWith("--") ? arg.indexOf("=") : -1;
    const name = equals < 0 ? arg : arg.slice(0, equals);
    if (VALUES.includes(name)) {
      const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
      if (value === undefined || value === "") throw usage(`${name} needs a value`, `${name} 需要一个值`);
      if (name === "--format") setFormat(oneOf(name, value, FORMATS));
      else if (name === "--disable") disable.push(...value.split(",").map((v) => v.trim()));
      else if (failOn !== undefined) throw usage(`${name} is given twice`, `${name} 重复`);
      else {
        const threshold = oneOf(name, value, THRESHOLDS);
        failOn = threshold === "never" ? null : threshold;
      }
    } else if (arg === "--json") setFormat("json");
    else if (arg === "--sarif") setFormat("sarif");
    else if (arg === "--help" || arg === "--all" || arg === "--rules" || arg === "--fetch") flags.add(arg);
    else if (arg.startsWith("-")) throw usage(`unknown flag ${arg} of lint`, `lint 的未知参数 ${arg}`);
    else entries.push(arg);
  }
  const known = new Set<string>([...CATEGORIES, ...ALL_RULES.map((r) => r.id)]);
  for (const id of disable)
    if (!known.has(id)) throw usage(`--disable: there is no rule ${id}`, `--disable：没有名为 ${id} 的规则`);
  const parsed: LintArguments = {
    entries,
    format: format ?? "text",
    failOn: failOn === undefined ? "error" : failOn,
    disable,
    all: flags.has("--all"),
    fetch: flags.has("--fetch"),
    listRules: flags.has("--rules"),
    help: flags.has("--help"),
  };
  if (!parsed.help && !parsed.listRules && entries.length === 0)
    throw usage("lint: no WSDL or XSD file is given", "lint：未指定 WSDL 或 XSD 文件");
  return parsed;
}
