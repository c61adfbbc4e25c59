import { nearest } from "@coo/wsdl";
import { oneOf, parseArguments, usageError } from "../arguments.ts";
import { CATEGORIES } from "./rule.ts";
import { ALL_RULES } from "./rules.ts";

/** How findings are printed. */
export type LintFormat = "text" | "json" | "sarif";

/** A parsed command line of `coo-codegen lint`. */
export interface LintArguments {
  /** Files, folders and addresses. */
  readonly entries: readonly string[];
  readonly format: LintFormat;
  /** Least severity that makes the run fail; `null` for never. */
  readonly failOn: "error" | "warning" | "info" | null;
  readonly disable: readonly string[];
  /** Print every finding instead of the first few of a rule in a file. */
  readonly all: boolean;
  readonly fetch: boolean;
  readonly listRules: boolean;
  /** Folder that imports must not leave, when the user names one. */
  readonly root: string | undefined;
}

const FORMATS = ["text", "json", "sarif"] as const;
const THRESHOLDS = ["error", "warning", "info", "never"] as const;
const FLAGS = {
  switches: ["--json", "--sarif", "--all", "--fetch", "--rules"],
  values: ["--format", "--fail-on", "--root"],
  lists: ["--disable"],
};

/**
 * Parses what follows `coo-codegen lint`: strictly, an unknown flag or rule is an error.
 *
 * @throws {@link CodegenError} `GEN_USAGE`.
 */
export function parseLintArguments(args: readonly string[]): LintArguments {
  const { switches, values, lists, rest } = parseArguments(args, FLAGS);
  const formats = FORMATS.filter((format) => switches.has(`--${format}`));
  const named = values.get("--format");
  if (named !== undefined) formats.push(oneOf("--format", named, FORMATS));
  if (formats.length > 1) throw usageError("the output format is given twice", "输出格式重复");
  const failOn = oneOf("--fail-on", values.get("--fail-on") ?? "error", THRESHOLDS);
  const disable = lists.get("--disable") ?? [];
  const known = [...CATEGORIES, ...ALL_RULES.map((r) => r.id)];
  for (const id of disable) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    throw usageError(
      `--disable: there is no rule ${id}`,
      `--disable:没有名为 ${id} 的规则`,
      near === null
        ? ["--rules 列出全部规则", "--rules lists all of them"]
        : [`是否想写 ${near}?`, `did you mean ${near}?`],
    );
  }
  const listRules = switches.has("--rules");
  if (!listRules && rest.length === 0)
    throw usageError("lint: no WSDL or XSD file is given", "lint:未指定 WSDL 或 XSD 文件", [
      "请给出文件或目录",
      "name files or a folder",
    ]);
  return {
    entries: rest,
    format: formats[0] ?? "text",
    failOn: failOn === "never" ? null : failOn,
    disable,
    all: switches.has("--all"),
    fetch: switches.has("--fetch"),
    listRules,
    root: values.get("--root"),
  };
}
