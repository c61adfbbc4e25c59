import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type BundleFile, LIMITS, unpack } from "./archive.ts";
import { CliError, EXIT } from "./errors.ts";

/** What could be told from what CCPIT sent. How it is laid out is assumed: nothing about it is public. */
export interface Bundle {
  readonly endpoint?: string;
  readonly providerCode?: string;
  readonly key?: BundleFile;
  readonly warnings: readonly string[];
}

/** How a bundle is read. */
export interface BundleOptions {
  /** For archives with a password. */
  readonly password?: string;
  /** Name of the key's file, where it cannot be told. */
  readonly keyName?: string;
}

const KEY_NAME = /(?:\.(?:key|pem)$)|密钥|私钥|(?:^|[/._-])(?:secret|private|hmac)?[._-]?key(?:[._-]|$)/i;
const TEXT_NAME = /\.(?:txt|json|md|ini|properties|conf|cfg)$/i;

/** Words that stand before a value, in a line of text or as a name in JSON. */
const WORDS = {
  providerCode: /^(?:接入商代码|接入商编码|接入商编号|provider[ _-]?code|provider|code)$/i,
  endpoint: /^(?:(?:接口|服务|访问|请求)?地址|接口 ?url|endpoint|address|url|host)$/i,
  port: /^(?:端口|端口号|port)$/i,
} as const;

/** Reads a folder or an archive. @throws {@link CliError} */
export async function readBundle(path: string, options: BundleOptions): Promise<Bundle> {
  const files = await filesOf(path, options.password);
  const key = keyAmong(files, options.keyName);
  const found = new Map<keyof typeof WORDS, Set<string>>();
  for (const file of files) {
    if (file === key || !TEXT_NAME.test(file.name)) continue;
    for (const [word, value] of pairsOf(textOf(file.content))) {
      for (const [name, pattern] of Object.entries(WORDS) as [keyof typeof WORDS, RegExp][]) {
        if (!pattern.test(word)) continue;
        found.set(name, (found.get(name) ?? new Set()).add(value));
      }
    }
  }
  const one = (name: keyof typeof WORDS, flag: string): string | undefined => {
    const values = [...(found.get(name) ?? [])];
    if (values.length <= 1) return values[0];
    throw new CliError(
      "CLI_BUNDLE",
      EXIT.configuration,
      `the bundle names more than one ${name}: ${values.join(", ")}`,
      `资料中的 ${name} 不止一个:${values.join("、")}`,
      flag,
    );
  };
  const warnings: string[] = [];
  const address = one("endpoint", "--endpoint URL");
  const port = one("port", "--endpoint URL");
  const endpoint = address === undefined ? undefined : withPort(address, port, warnings);
  const providerCode = one("providerCode", "--provider CODE");
  return {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(providerCode === undefined ? {} : { providerCode }),
    ...(key === undefined ? {} : { key }),
    warnings,
  };
}

async function filesOf(path: string, password: string | undefined): Promise<BundleFile[]> {
  const isFolder = statOf(path).isDirectory();
  const paths = isFolder ? listed(path) : [path];
  const files: BundleFile[] = [];
  for (const one of paths) {
    const { size } = statOf(one);
    const name = isFolder ? one.slice(path.length + 1) : one;
    if (/\.zip$/i.test(one)) {
      if (size > LIMITS.archiveBytes)
        throw new CliError("CLI_ARCHIVE", EXIT.configuration, `${one} is too large`, `${one} 过大`);
      files.push(...(await unpack(one, readFileSync(one), password)));
    } else if (/\.(?:rar|7z)$/i.test(one)) {
      throw new CliError(
        "CLI_ARCHIVE",
        EXIT.configuration,
        `${one} is no ZIP: unpack it by hand (for example \`7z x\`) and give the folder`,
        `${one} 不是 ZIP:请先手工解包(例如 7z x),再指定文件夹`,
        "coo init --bundle DIR",
      );
    } else if (isFolder && size <= LIMITS.fileBytes) files.push({ name, content: readFileSync(one) });
  }
  return files;
}

function listed(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (all.length > LIMITS.files)
    throw new CliError(
      "CLI_BUNDLE",
      EXIT.configuration,
      `${folder} holds more than ${LIMITS.files} files`,
      `${folder} 的文件超过 ${LIMITS.files} 个`,
    );
  return all;
}

function statOf(path: string): ReturnType<typeof statSync> & object {
  try {
    return statSync(path);
  } catch {
    throw new CliError("CLI_BUNDLE", EXIT.configuration, `there is no ${path}`, `没有 ${path}`);
  }
}

function keyAmong(files: readonly BundleFile[], wanted: string | undefined): BundleFile | undefined {
  const fits = (file: BundleFile): boolean =>
    wanted === undefined ? KEY_NAME.test(file.name) : file.name === wanted || file.name.endsWith(`/${wanted}`);
  const found = files.filter(fits);
  if (found.length <= 1 && (found.length === 1 || wanted === undefined)) return found[0];
  const names = (found.length > 1 ? found : files).map((file) => file.name).join(", ");
  throw new CliError(
    "CLI_BUNDLE",
    EXIT.configuration,
    found.length > 1
      ? `more than one file could be the key: ${names}`
      : `there is no file ${wanted}; there are ${names}`,
    found.length > 1 ? `可能是密钥的文件不止一个:${names}` : `没有文件 ${wanted};现有 ${names}`,
    "--key-name NAME",
  );
}

/** UTF-8, or GB18030 where it is not. */
function textOf(content: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("gb18030").decode(content);
  }
}

/** Names and values: of flat JSON, or of lines `name: value`. */
function pairsOf(text: string): [string, string][] {
  if (/^\s*\{/.test(text)) {
    try {
      return Object.entries(JSON.parse(text) as Record<string, unknown>).flatMap(([name, value]) =>
        typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
      );
    } catch {
      return [];
    }
  }
  return text.split(/\r?\n/).flatMap((line) => {
    // The full-width signs of Chinese text count as well.
    const [, name, value] =
      /^[\s>*#|-]*([^:=|\uFF1A\uFF1D]{1,40}?)\s*[:=|\uFF1A\uFF1D]\s*([^\s,;|\uFF0C\uFF1B]{1,300})/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.trim(), value]];
  });
}

function withPort(address: string, port: string | undefined, warnings: string[]): string {
  let url = address;
  if (!/^[a-z]+:\/\//i.test(url)) {
    url = `http://${url}`;
    warnings.push("资料未写协议,按 http 处理 · the bundle names no scheme: http is taken");
  }
  if (!URL.canParse(url) || !/^https?:/i.test(url))
    throw new CliError(
      "CLI_ENDPOINT",
      EXIT.configuration,
      `"${address}" is no address`,
      `“${address}” 不是地址`,
      "--endpoint URL",
    );
  const whole = new URL(url);
  if (port !== undefined && /^\d{1,5}$/.test(port) && whole.port === "") whole.port = port;
  if (port !== undefined && whole.port !== "" && whole.port !== port)
    warnings.push(
      `地址中的端口 ${whole.port} 与另给的 ${port} 不同 · the address has port ${whole.port}, the bundle also says ${port}`,
    );
  return whole.href;
}
