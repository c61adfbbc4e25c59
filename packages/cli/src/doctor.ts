import { connect } from "node:net";
import { type AccessOptions, accessOf } from "./access.ts";
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

/** Looks at what an exchange needs, and says for each red line what to do. */
export async function doctor(
  options: AccessOptions & { readonly online?: boolean },
  io: CliIo,
): Promise<CommandResult> {
  const checks: Check[] = [nodeCheck(process.versions.node)];
  let endpoint: URL | undefined;
  try {
    const access = accessOf(options, io);
    endpoint = access.endpoint;
    checks.push(addressCheck(endpoint), { name: "接入商代码 provider code", state: "ok", found: access.provider });
    checks.push({ name: "密钥 key", state: "ok", found: `${access.key.byteLength} bytes` });
    for (const warning of access.warnings) checks.push({ name: "密钥 key", state: "warning", found: warning });
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const fix = error.hint === undefined ? {} : { fix: error.hint };
    checks.push({ name: "配置 configuration", state: "wrong", found: `${error.messageZh} · ${error.message}`, ...fix });
  }
  if (options.online && endpoint) {
    checks.push(await portCheck(endpoint));
    if (checks.at(-1)?.state === "ok") checks.push(await clockCheck(endpoint));
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
