import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { loadKey } from "@coo/sign";
import { Command } from "commander";
import { writeOwnFile } from "./atomic-file.ts";
import { readBundle } from "./bundle.ts";
import { CONFIG_NAME, isRecord } from "./config.ts";
import { CliError, EXIT } from "./errors.ts";
import type { CliIo, CommandResult } from "./run.ts";
import { table } from "./table.ts";

interface InitOptions {
  readonly bundle: string;
  readonly profile: string;
  readonly dir: string;
  readonly endpoint?: string;
  readonly provider?: string;
  readonly keyName?: string;
  readonly passwordFile?: string;
  readonly store?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** `coo init`: what CCPIT sent becomes a profile. */
export function initCommand(io: CliIo, finish: (result: CommandResult) => void): Command {
  return new Command("init")
    .description("把贸促会发来的资料变成配置档 · turn what CCPIT sent into a profile")
    .requiredOption("--bundle <path>", "文件夹或 ZIP(可有密码)· a folder or a ZIP, also with a password")
    .option("--profile <name>", "test 或 prod · test or prod", "test")
    .option("--dir <folder>", "写入何处 · where to write", ".")
    .option("--endpoint <url>", "对方地址,代替资料中的 · in place of the bundle's")
    .option("--provider <code>", "接入商代码,代替资料中的 · in place of the bundle's")
    .option("--key-name <name>", "资料中密钥文件的名称 · the key's file in the bundle")
    .option("--password-file <file>", "ZIP 密码所在文件,- 为标准输入;默认 COO_ARCHIVE_PASSWORD · the ZIP's password")
    .option("--store <address>", "日志库;默认 sqlite:./coo-PROFILE.db · the journal")
    .option("--force", "覆盖已有的配置档 · replace a profile that is there")
    .option("--dry-run", "只显示,不写入 · show, write nothing")
    .option("--json", "机器可读 · for machines")
    .action(async (options: InitOptions) => finish(await init(options, io)));
}

async function init(options: InitOptions, io: CliIo): Promise<CommandResult> {
  const { profile } = options;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(profile) || profile === "sandbox")
    throw new CliError(
      "CLI_USAGE",
      EXIT.usage,
      `"${profile}" is no name for a profile: small letters, digits and hyphens, not "sandbox"`,
      `“${profile}”不能作配置档名:小写字母、数字与连字符,且不为 sandbox`,
    );
  const from = resolve(io.cwd ?? process.cwd(), options.bundle);
  const dir = resolve(io.cwd ?? process.cwd(), options.dir);
  const password = passwordOf(options, io);
  const bundle = await readBundle(from, {
    ...(password === undefined ? {} : { password }),
    ...(options.keyName === undefined ? {} : { keyName: options.keyName }),
  });
  const endpoint = options.endpoint ?? bundle.endpoint;
  const providerCode = options.provider ?? bundle.providerCode;
  if (endpoint === undefined) throw missing("address", "对方地址", "--endpoint URL");
  if (!URL.canParse(endpoint))
    throw new CliError("CLI_ENDPOINT", EXIT.configuration, `"${endpoint}" is no address`, `“${endpoint}” 不是地址`);
  if (providerCode === undefined) throw missing("provider code", "接入商代码", "--provider CODE");
  if (bundle.key === undefined) throw missing("key file", "密钥文件", "--key-name NAME");
  if (bundle.key.content.byteLength === 0) throw missing("key: its file is empty", "密钥(文件为空)", "--key-name NAME");
  const { fingerprint } = loadKey(bundle.key.content);

  const keyPath = join(dir, ".coo", `${profile}.key`);
  const configPath = join(dir, CONFIG_NAME);
  const entry = {
    endpoint,
    providerCode,
    keyFile: `./${relative(dir, keyPath).replaceAll("\\", "/")}`,
    store: options.store ?? `sqlite:./coo-${profile}.db`,
  };
  const before = configAt(configPath);
  const known = Object.hasOwn(before.profiles, profile) ? before.profiles[profile] : undefined;
  const isSame = JSON.stringify(known) === JSON.stringify(entry) && sameKey(keyPath, bundle.key.content);
  if (!isSame && !options.force && (known !== undefined || existsSync(keyPath)))
    throw new CliError(
      "CLI_EXISTS",
      EXIT.configuration,
      `profile "${profile}" is there already, with other values`,
      `配置档“${profile}”已存在,且内容不同`,
      "--force replaces it (the key before is kept as .previous), --profile takes another name",
    );
  const data = {
    profile,
    config: configPath,
    keyFile: keyPath,
    endpoint,
    providerCode,
    key: { bytes: bundle.key.content.byteLength, fingerprint, from: bundle.key.name },
    store: entry.store,
    written: !isSame && !options.dryRun,
  };
  if (data.written) {
    mkdirSync(join(dir, ".coo"), { recursive: true, mode: 0o700 });
    if (process.platform !== "win32") chmodSync(join(dir, ".coo"), 0o700);
    // Nothing in it belongs into a repository.
    writeOwnFile(join(dir, ".coo", ".gitignore"), Buffer.from("*\n"));
    if (existsSync(keyPath) && !sameKey(keyPath, bundle.key.content)) renameSync(keyPath, `${keyPath}.previous`);
    // The key first: a profile never names a key that is not there.
    writeOwnFile(keyPath, bundle.key.content);
    const profiles = { ...before.profiles, [profile]: entry };
    const file = { ...before.rest, default: before.rest["default"] ?? profile, profiles };
    writeOwnFile(configPath, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
  }
  for (const warning of bundle.warnings) io.err(`! ${warning}\n`);
  const text = table([
    ["配置档 profile", profile],
    ["地址 address", endpoint],
    ["接入商代码 provider code", providerCode],
    ["密钥 key", `${bundle.key.name}, ${data.key.bytes} bytes, 指纹 fingerprint ${fingerprint}`],
    ["日志库 journal", entry.store],
    [isSame ? "未变 unchanged" : data.written ? "已写入 written" : "未写入 not written", configPath],
  ]);
  return { data, text: `${text}→ coo doctor --profile ${profile}\n` };
}

function passwordOf(options: InitOptions, io: CliIo): string | undefined {
  const path = options.passwordFile;
  if (path === undefined) return io.env["COO_ARCHIVE_PASSWORD"];
  try {
    return readFileSync(path === "-" ? 0 : resolve(io.cwd ?? process.cwd(), path), "utf8").replace(/\r?\n$/, "");
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? "";
    throw new CliError(
      "CLI_ARCHIVE_PASSWORD",
      EXIT.configuration,
      `the password's file cannot be read: ${path} (${why})`,
      `无法读取密码文件:${path}(${why})`,
    );
  }
}

/** What is there already; other entries stay as they are. */
function configAt(path: string): {
  readonly rest: Readonly<Record<string, unknown>>;
  readonly profiles: Readonly<Record<string, unknown>>;
} {
  if (!existsSync(path)) return { rest: {}, profiles: {} };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    value = undefined;
  }
  if (!isRecord(value) || (value["profiles"] !== undefined && !isRecord(value["profiles"])))
    throw new CliError(
      "CLI_CONFIG",
      EXIT.configuration,
      `${path} cannot be read as a configuration; it is left alone`,
      `${path} 不是可读的配置,未改动`,
      "--dir FOLDER",
    );
  const { profiles, ...rest } = value;
  return { rest, profiles: isRecord(profiles) ? profiles : {} };
}

function sameKey(path: string, content: Uint8Array): boolean {
  return existsSync(path) && Buffer.from(content).equals(readFileSync(path));
}

function missing(what: string, zh: string, hint: string): CliError {
  return new CliError("CLI_BUNDLE", EXIT.configuration, `the bundle holds no ${what}`, `资料中没有${zh}`, hint);
}
