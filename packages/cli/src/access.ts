import { readFileSync, statSync } from "node:fs";
import type { Command } from "commander";
import { type Profile, type ProfileOptions, profileOf } from "./config.ts";
import { CliError, EXIT } from "./errors.ts";
import type { CliIo } from "./run.ts";

/** How the exchange is reached: flag over environment over profile. */
export interface AccessOptions extends ProfileOptions {
  readonly endpoint?: string;
  readonly provider?: string;
  readonly keyFile?: string;
}

/** What CCPIT hands to a platform. */
export interface Access {
  readonly endpoint: URL;
  readonly provider: string;
  /** The bytes of the key as they stand in the file. */
  readonly key: Uint8Array;
  /** What is not as it should be, but works. */
  readonly warnings: readonly string[];
}

/** Adds the flags. None takes a key: it would stand in the shell's history. */
export function accessFlags(command: Command): Command {
  return command
    .option("--endpoint <url>", "对方地址;默认 COO_ENDPOINT · default COO_ENDPOINT")
    .option("--provider <code>", "接入商代码;默认 COO_PROVIDER_CODE · default COO_PROVIDER_CODE")
    .option(
      "--key-file <path>",
      "密钥文件,- 为标准输入;默认 COO_KEY_FILE · - for standard input; default COO_KEY_FILE",
    );
}

/** Reads address, code and key. @throws {@link CliError} with exit code 7 that names what is missing. */
export function accessOf(options: AccessOptions, io: CliIo): Access {
  const profile = profileOf(options, io);
  const address = options.endpoint ?? io.env["COO_ENDPOINT"] ?? profile.endpoint;
  if (address === undefined) throw missing("endpoint", "未指定对方地址", "--endpoint URL, COO_ENDPOINT, or coo init");
  const provider = options.provider ?? io.env["COO_PROVIDER_CODE"] ?? profile.providerCode;
  if (provider === undefined)
    throw missing("provider code", "未指定接入商代码", "--provider CODE, COO_PROVIDER_CODE, or coo init");
  if (!URL.canParse(address))
    throw new CliError("CLI_ENDPOINT", EXIT.configuration, `"${address}" is no address`, `“${address}” 不是地址`);
  const { key, warnings } = keyOf(options, profile, io);
  return { endpoint: new URL(address), provider, key, warnings };
}

function keyOf(
  options: AccessOptions,
  { key: place }: Profile,
  io: CliIo,
): { readonly key: Uint8Array; readonly warnings: string[] } {
  const named = options.keyFile ?? io.env["COO_KEY_FILE"];
  const inline = io.env["COO_KEY"] ?? (place && "keyEnv" in place ? io.env[place.keyEnv] : undefined);
  if (named === undefined && inline !== undefined) return { key: Buffer.from(inline), warnings: [] };
  const path = named ?? (place && "keyFile" in place ? place.keyFile : undefined);
  if (path === undefined)
    throw missing(
      "key",
      "未指定密钥",
      place && "keyEnv" in place ? place.keyEnv : "--key-file PATH, COO_KEY_FILE, COO_KEY, or coo init",
    );
  const warnings: string[] = [];
  let key: Buffer;
  try {
    key = readFileSync(path === "-" ? 0 : path);
    if (path !== "-" && process.platform !== "win32" && (statSync(path).mode & 0o077) !== 0)
      warnings.push(`他人可读密钥文件 · others may read the key file: chmod 600 ${path}`);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? "";
    throw new CliError(
      "CLI_KEY",
      EXIT.configuration,
      `the key file cannot be read: ${path} (${why})`,
      `无法读取密钥文件:${path}(${why})`,
      "nothing is sent without a key",
    );
  }
  if (key.byteLength === 0) throw missing("key (the file is empty)", "密钥文件为空", path);
  if (key.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    warnings.push(
      "密钥文件以 BOM 开头,已忽略 · the key file begins with a byte order mark, which is not taken as part of the key",
    );
  if (key.at(-1) === 0x0a) {
    const end = key.at(-2) === 0x0d ? -2 : -1;
    warnings.push(
      "密钥文件以换行结尾,已忽略 · the key file ends with a newline, which is not taken as part of the key",
    );
    key = key.subarray(0, end);
  }
  return { key, warnings };
}

function missing(what: string, zh: string, hint: string): CliError {
  return new CliError("CLI_ACCESS", EXIT.configuration, `no ${what} is given`, zh, hint);
}
