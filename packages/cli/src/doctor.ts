import { existsSync, statSync } from "node:fs";
import { connect } from "node:net";
import { isJournalError, pgStore, type Store, sqliteStore } from "@coo/journal";
import { loadKey } from "@coo/sign";
import { type AccessOptions, accessOf } from "./access.ts";
import { profileOf, readConfig } from "./config.ts";
import { CliError, EXIT } from "./errors.ts";
import type { CliIo, CommandResult } from "./run.ts";
import { table } from "./table.ts";

/** One thing looked at. */
interface Check {
  readonly name: string;
  readonly state: "ok" | "warning" | "wrong";
  readonly found: string;
  /** What to do about it. */
  readonly fix?: string;
  /** Whether it is the network that is wrong. */
  readonly isNetwork?: true;
}

const NEEDED = [22, 19] as const;
/** Further off than this a time stamp may fall outside of a window that the exchange checks (assumed). */
const SKEW_MS = 60_000;

/** What to look at. */
export interface DoctorOptions extends AccessOptions {
  readonly online?: boolean;
  readonly store?: string;
}

/** Looks at what an exchange needs, and says for each red line what to do. All profiles, unless one is named. */
export async function doctor(options: DoctorOptions, io: CliIo): Promise<CommandResult> {
  const checks: Check[] = [nodeCheck(process.versions.node)];
  const names = namesOf(options, io, checks);
  for (const name of names) {
    const one = name === undefined ? options : { ...options, profile: name };
    for (const check of await checksOf(one, io))
      checks.push(names.length > 1 || name !== undefined ? { ...check, name: `${name}: ${check.name}` } : check);
  }
  const marks = { ok: "✔", warning: "!", wrong: "✖" } as const;
  const lines = checks.flatMap(({ state, name, found, fix }) => [
    [marks[state], name, found],
    ...(fix === undefined ? [] : [["", "", `→ ${fix}`]]),
  ]);
  const isWrong = checks.some(({ state }) => state === "wrong");
  const isUnreachable = checks.some(({ state, isNetwork }) => state === "wrong" && isNetwork);
  return {
    data: { checks },
    text: table(lines),
    exit: isUnreachable ? EXIT.network : isWrong ? EXIT.configuration : EXIT.ok,
  };
}

/** The profiles to look at; `undefined` stands for flags and environment alone. */
function namesOf(options: DoctorOptions, io: CliIo, checks: Check[]): (string | undefined)[] {
  try {
    const config = readConfig(options, io);
    if (!config) return [options.profile];
    checks.push(rightsCheck("配置 configuration", config.path));
    const one = options.profile ?? io.env["COO_PROFILE"];
    if (one !== undefined) return [one];
    return options.endpoint === undefined && io.env["COO_ENDPOINT"] === undefined
      ? Object.keys(config.profiles)
      : [undefined];
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    checks.push(failure(error));
    return [];
  }
}

async function checksOf(options: DoctorOptions, io: CliIo): Promise<Check[]> {
  const checks: Check[] = [];
  let endpoint: URL | undefined;
  try {
    const access = accessOf(options, io);
    endpoint = access.endpoint;
    checks.push(addressCheck(endpoint), { name: "接入商代码 provider code", state: "ok", found: access.provider });
    const { fingerprint } = loadKey(access.key);
    const kind = /^[\x21-\x7e]+$/.test(Buffer.from(access.key).toString("latin1")) ? "文本 text" : "二进制 binary";
    const found = `${access.key.byteLength} bytes, ${kind}, 指纹 fingerprint ${fingerprint}`;
    checks.push({ name: "密钥 key", state: "ok", found });
    for (const warning of access.warnings) checks.push({ name: "密钥 key", state: "warning", found: warning });
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    checks.push(failure(error));
  }
  const store = await storeCheck(options, io);
  checks.push(...store);
  if (options.online && endpoint) {
    const port = await portCheck(endpoint);
    checks.push(port);
    if (port.state === "ok") checks.push(await clockCheck(endpoint));
  }
  return checks;
}

function failure(error: CliError): Check {
  const fix = error.hint === undefined ? {} : { fix: error.hint };
  return { name: "配置 configuration", state: "wrong", found: `${error.messageZh} · ${error.message}`, ...fix };
}

function rightsCheck(name: string, path: string): Check {
  const isLoose = process.platform !== "win32" && (statSync(path).mode & 0o022) !== 0;
  if (!isLoose) return { name, state: "ok", found: path };
  return { name, state: "warning", found: `他人可写 others may write ${path}`, fix: `chmod 600 ${path}` };
}

/** Opens the journal as a worker would, with the checks that a server has to pass. It makes no file and no table. */
async function storeCheck(options: DoctorOptions, io: CliIo): Promise<Check[]> {
  const name = "日志库 journal";
  let address: string | undefined;
  try {
    address = options.store ?? io.env["COO_JOURNAL_STORE"] ?? profileOf(options, io).store;
  } catch {
    // Told already.
    return [];
  }
  if (address === undefined) return [];
  const path = /^sqlite:(.+)$/s.exec(address)?.[1];
  const shown = address.replace(/:[^:@/]*@/, ":…@");
  if (path !== undefined && !existsSync(path))
    return [{ name, state: "warning", found: `没有文件 no file ${path}`, fix: `coo journal migrate --store ${shown}` }];
  try {
    const store = path === undefined ? await pgStore({ url: address }) : sqliteStore({ path });
    try {
      const listening = await store.listen?.(
        () => {},
        () => {},
      );
      await listening?.close();
      return [
        { name, state: "ok", found: shown },
        ...(path === undefined ? await standbyCheck(store) : [rightsCheck(name, path)]),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!isJournalError(error)) throw error;
    return [{ name, state: "wrong", found: `${error.messageZh} · ${error.message}`, fix: "docs/production.md §2" }];
  }
}

/** A standby that nobody waits for may take over without what was acknowledged last. */
async function standbyCheck(store: Store): Promise<Check[]> {
  const [row] = await store.tx((q) =>
    q("select (select count(*) from pg_stat_replication) as n, current_setting('synchronous_standby_names') as names"),
  );
  if (Number(row?.["n"] ?? 0) === 0 || row?.["names"] !== "") return [];
  return [
    {
      name: "备库 standby",
      state: "warning",
      found: `${Number(row["n"])} 个备库,提交不等待 standbys, no commit waits for them`,
      fix: "synchronous_standby_names = 'ANY 1 (*)': 否则切换会丢失已确认的内容 · a failover may lose what was acknowledged",
    },
  ];
}

/** Whether this Node is new enough. */
export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isOk = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  const fix = { fix: `安装 Node ${NEEDED.join(".")} 或更高版本 · install Node ${NEEDED.join(".")} or later` };
  return { name: "Node", state: isOk ? "ok" : "wrong", found: version, ...(isOk ? {} : fix) };
}

function addressCheck(url: URL): Check {
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol === "https:" || isLocal) return { name: "地址 address", state: "ok", found: url.href };
  const fix = "向对方确认是否提供 https · ask whether https is offered: messages are signed, not secret";
  return { name: "地址 address", state: "warning", found: url.href, fix };
}

function portCheck(url: URL): Promise<Check> {
  const port = Number(url.port === "" ? (url.protocol === "https:" ? 443 : 80) : url.port);
  const name = "端口 port";
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname.replaceAll(/[[\]]/g, ""), port, timeout: 5_000 });
    const done = (check: Check): void => {
      socket.destroy();
      resolve(check);
    };
    const fix = "检查防火墙、VPN 与对方发放的端口 · check firewall, VPN and the port that was handed out";
    socket.once("connect", () => done({ name, state: "ok", found: `${url.hostname}:${port}` }));
    const wrong = (found: string): void => done({ name, state: "wrong", found, fix, isNetwork: true });
    socket.once("timeout", () => wrong(`${url.hostname}:${port}: no answer`));
    socket.once("error", (error) => wrong(error.message));
  });
}

async function clockCheck(url: URL): Promise<Check> {
  const name = "时钟 clock";
  try {
    const before = Date.now();
    const answer = await fetch(new URL("/", url), { method: "HEAD", signal: AbortSignal.timeout(5_000) });
    const theirs = Date.parse(answer.headers.get("date") ?? "");
    if (Number.isNaN(theirs)) return { name, state: "warning", found: "对方未给出时间 · the answer has no date" };
    const off = Math.round(theirs + 500 - (before + Date.now()) / 2);
    if (Math.abs(off) < SKEW_MS) return { name, state: "ok", found: `${off} ms` };
    const fix = "启用 NTP · turn NTP on: an exchange may refuse time stamps that are too far off";
    return { name, state: "wrong", found: `相差 off by ${Math.round(off / 1000)} s`, fix };
  } catch (error) {
    return { name, state: "warning", found: error instanceof Error ? error.message : String(error) };
  }
}
