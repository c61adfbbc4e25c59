import { nearest } from "@coo/wsdl";
import { CodegenError } from "./errors.ts";

/** Flags that a command knows, with their dashes. */
export interface Flags {
  readonly switches: readonly string[];
  /** Flags with a value, `--out DIR` or `--out=DIR`; each at most once. */
  readonly values: readonly string[];
  /** Flags with values that are added up: `--disable a,b --disable c`. */
  readonly lists?: readonly string[];
}

/** A command line taken apart. */
export interface Arguments {
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** What was given to each flag of {@link Flags.lists}; a flag that was not given is absent. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Everything that is no flag. */
  readonly rest: readonly string[];
}

/** A wrong command line. */
export function usageError(
  message: string,
  messageZh: string,
  advice?: readonly [zh: string, en: string],
): CodegenError {
  return new CodegenError({
    code: "GEN_USAGE",
    message,
    messageZh,
    ...(advice ? { adviceZh: advice[0], advice: advice[1] } : {}),
  });
}

/**
 * Takes a command line apart, strictly: an unknown flag or a flag given twice is an error. Behind `--` everything is a
 * file.
 *
 * @throws {@link CodegenError} `GEN_USAGE`.
 */
export function parseArguments(args: readonly string[], flags: Flags): Arguments {
  const switches = new Set<string>();
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === "--") {
      rest.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith("-") || arg === "-") {
      rest.push(arg);
      continue;
    }
    const equals = arg.startsWith("--") ? arg.indexOf("=") : -1;
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const listed = flags.lists?.includes(name) === true;
    if (listed || flags.values.includes(name)) {
      const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
      if (value === undefined || value === "" || (equals < 0 && isFlag(value, flags)))
        throw usageError(`${name} needs a value`, `${name} 需要一个值`);
      if (listed) {
        lists.set(name, [...(lists.get(name) ?? []), ...value.split(",").map((v) => v.trim())]);
        continue;
      }
      if (values.has(name)) throw usageError(`${name} is given twice`, `${name} 重复`);
      values.set(name, value);
    } else if (flags.switches.includes(name)) {
      if (equals >= 0) throw usageError(`${name} takes no value`, `${name} 不带值`);
      switches.add(name);
    } else {
      const near = nearest(name, allOf(flags));
      throw usageError(
        `unknown flag ${arg}`,
        `未知参数 ${arg}`,
        near === null ? undefined : [`是否想写 ${near}?`, `did you mean ${near}?`],
      );
    }
  }
  return { switches, values, lists, rest };
}

function isFlag(value: string, flags: Flags): boolean {
  return allOf(flags).includes(value);
}

function allOf({ switches, values, lists = [] }: Flags): string[] {
  return [...switches, ...values, ...lists];
}

/**
 * The word of `allowed` that a flag was given.
 *
 * @throws {@link CodegenError} `GEN_USAGE` when it is none of them.
 */
export function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (found !== undefined) return found;
  const near = nearest(value, allowed);
  throw usageError(
    `${flag} must be ${allowed.join(", ")}, got ${value}`,
    `${flag} 应为 ${allowed.join("、")},而非 ${value}`,
    near === null ? undefined : [`是否想写 ${near}?`, `did you mean ${near}?`],
  );
}
