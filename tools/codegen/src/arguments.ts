import { CodegenError } from "./errors.ts";

/** A parsed command line. */
export interface Arguments {
  readonly repo: boolean;
  readonly entries: readonly string[];
  readonly out: string | undefined;
  readonly manifest: string | undefined;
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly keepGoing: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly help: boolean;
}

const SWITCHES = ["--check", "--dry-run", "--keep-going", "--json", "--quiet", "--help"] as const;
const VALUES = ["--out", "--manifest"] as const;

function usage(message: string, messageZh: string): CodegenError {
  return new CodegenError({ code: "GEN_USAGE", message, messageZh });
}

/**
 * Parses the command line strictly: an unknown or repeated flag is an error.
 *
 * @throws {@link CodegenError} `GEN_USAGE`.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const entries: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [name, inline] =
      arg.startsWith("--") && arg.includes("=")
        ? [arg.slice(0, arg.indexOf("=")), arg.slice(arg.indexOf("=") + 1)]
        : [arg, undefined];
    if ((SWITCHES as readonly string[]).includes(name) && inline === undefined) {
      flags.add(name);
    } else if ((VALUES as readonly string[]).includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined || value === "") throw usage(`${name} needs a value`, `${name} 需要一个值`);
      if (values.has(name)) throw usage(`${name} is given twice`, `${name} 重复`);
      values.set(name, value);
    } else if (arg.startsWith("-") && arg !== "-") {
      throw usage(`unknown flag ${arg}`, `未知参数 ${arg}`);
    } else {
      entries.push(arg);
    }
  }
  const repo = entries[0] === "repo";
  const parsed: Arguments = {
    repo,
    entries: repo ? [] : entries,
    out: values.get("--out"),
    manifest: values.get("--manifest"),
    check: flags.has("--check"),
    dryRun: flags.has("--dry-run"),
    keepGoing: flags.has("--keep-going"),
    json: flags.has("--json"),
    quiet: flags.has("--quiet"),
    help: flags.has("--help"),
  };
  if (parsed.help) return parsed;
  if (repo && entries.length > 1)
    throw usage(`repo takes no files, got ${entries[1]}`, `repo 不接受文件参数:${entries[1]}`);
  if (repo && parsed.manifest !== undefined) throw usage("repo finds its manifests itself", "repo 会自行查找 manifest");
  if (!repo && entries.length === 0 && parsed.manifest === undefined)
    throw usage("no WSDL or XSD file is given", "未指定 WSDL 或 XSD 文件");
  if (!repo && parsed.out === undefined) throw usage("--out DIR is missing", "缺少 --out DIR");
  if (parsed.check && parsed.dryRun)
    throw usage("--check and --dry-run exclude each other", "--check 与 --dry-run 不能同时使用");
  return parsed;
}
