import { existsSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Command } from "commander";
import { CliError, EXIT } from "./errors.ts";
import type { CliIo } from "./run.ts";

/** Name of the file that is searched for, from the working folder upward. */
export const CONFIG_NAME = "coo.config.json";

/** Where a key comes from: a file beside the configuration, or a variable. A literal key is refused. */
export type KeyPlace = { readonly keyFile: string } | { readonly keyEnv: string };

/** How one environment of the exchange is reached. */
export interface Profile {
  readonly endpoint?: string;
  readonly providerCode?: string;
  /** A path, or the name of a variable. */
  readonly key?: KeyPlace;
  /** Address of the journal. */
  readonly store?: string;
}

/** A configuration file as it was read. */
export interface Config {
  readonly path: string;
  readonly default: string | undefined;
  readonly profiles: Readonly<Record<string, Profile>>;
}

/** Which profile is wanted: flag over environment over the file's default. */
export interface ProfileOptions {
  readonly profile?: string;
  readonly config?: string;
}

/** Adds the flags. */
export function profileFlags(command: Command): Command {
  return command
    .option("--profile <name>", "配置档;默认 COO_PROFILE · a profile; default COO_PROFILE")
    .option("--config <path>", `配置文件;默认向上查找 ${CONFIG_NAME} · default: searched upward`);
}

/** The configuration that counts here; `undefined` when there is none. @throws {@link CliError} with exit code 7. */
export function readConfig(options: ProfileOptions, io: CliIo): Config | undefined {
  const path = options.config ?? io.env["COO_CONFIG"];
  if (path !== undefined) return parseConfig(resolve(io.cwd ?? process.cwd(), path));
  for (let folder = resolve(io.cwd ?? process.cwd()); ; folder = dirname(folder)) {
    const found = join(folder, CONFIG_NAME);
    if (existsSync(found)) return parseConfig(found);
    if (dirname(folder) === folder) return undefined;
  }
}

/** The profile that counts here; an empty one when none is named and there is no file. */
export function profileOf(options: ProfileOptions, io: CliIo): Profile {
  const config = readConfig(options, io);
  const name = options.profile ?? io.env["COO_PROFILE"] ?? config?.default;
  if (name === undefined) return {};
  const found = config && Object.hasOwn(config.profiles, name) ? config.profiles[name] : undefined;
  if (found) return found;
  const names = Object.keys(config?.profiles ?? {}).join(", ");
  throw new CliError(
    "CLI_PROFILE",
    EXIT.configuration,
    `there is no profile "${name}"${config ? ` in ${config.path}` : `: no ${CONFIG_NAME} was found`}`,
    `没有配置档“${name}”${config ? `(${config.path})` : `:未找到 ${CONFIG_NAME}`}`,
    names === "" ? "coo init --bundle DIR" : `--profile ${names}`,
  );
}

const TOP = new Set(["$schema", "default", "profiles"]);
const KNOWN = new Set(["endpoint", "providerCode", "keyFile", "key", "store"]);

/** Reads and checks a file; paths in it are relative to it. */
function parseConfig(path: string): Config {
  let text: string;
  let value: unknown;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw wrong(path, `cannot be read (${(error as NodeJS.ErrnoException).code ?? ""})`, "无法读取");
  }
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's words quote the file, and it might hold a key that does not belong there.
    throw wrong(path, "is no JSON", "不是 JSON");
  }
  if (!isRecord(value) || !isRecord(value["profiles"])) throw wrong(path, 'needs "profiles"', "缺少 profiles");
  const stranger = Object.keys(value).find((name) => !TOP.has(name));
  if (stranger !== undefined) throw wrong(path, `does not know "${stranger}"`, `不认识“${stranger}”`);
  const profiles: Record<string, Profile> = {};
  for (const [name, raw] of Object.entries(value["profiles"])) profiles[name] = parseProfile(path, name, raw);
  const chosen = value["default"];
  if (chosen !== undefined && (typeof chosen !== "string" || !Object.hasOwn(profiles, chosen)))
    throw wrong(path, '"default" names no profile', "default 不是已有的配置档");
  return { path, default: chosen as string | undefined, profiles };
}

function parseProfile(path: string, name: string, raw: unknown): Profile {
  if (!isRecord(raw)) throw wrong(path, `profile "${name}" is no object`, `配置档“${name}”不是对象`);
  const stranger = Object.keys(raw).find((key) => !KNOWN.has(key));
  if (stranger !== undefined)
    throw wrong(path, `profile "${name}" does not know "${stranger}"`, `配置档“${name}”不认识“${stranger}”`);
  const text = (key: string): string | undefined => {
    const value = raw[key];
    if (value === undefined) return undefined;
    if (typeof value !== "string" || value === "")
      throw wrong(path, `"${key}" of "${name}" is no text`, `“${name}”的 ${key} 应为文本`);
    return value;
  };
  const { key } = raw;
  const variable = isRecord(key) ? key["env"] : undefined;
  if (key !== undefined && (typeof variable !== "string" || Object.keys(key as object).length !== 1))
    throw wrong(
      path,
      `"key" of "${name}" must be {"env": "NAME"}; a key itself does not belong in this file`,
      `“${name}”的 key 只能写 {"env": "变量名"},不得写入密钥本身`,
    );
  const keyFile = text("keyFile");
  const endpoint = text("endpoint");
  const providerCode = text("providerCode");
  const store = text("store");
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(providerCode === undefined ? {} : { providerCode }),
    ...(typeof variable === "string" ? { key: { keyEnv: variable } } : {}),
    ...(keyFile === undefined
      ? {}
      : { key: { keyFile: isAbsolute(keyFile) ? keyFile : join(dirname(path), keyFile) } }),
    ...(store === undefined ? {} : { store: beside(path, store) }),
  };
}

/** A file of SQLite is named relative to the configuration. */
function beside(path: string, store: string): string {
  const file = /^sqlite:(.+)$/s.exec(store)?.[1];
  return file === undefined || isAbsolute(file) ? store : `sqlite:${join(dirname(path), file)}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(path: string, message: string, zh: string): CliError {
  return new CliError("CLI_CONFIG", EXIT.configuration, `${path} ${message}`, `${path}:${zh}`);
}
