import { SandboxError } from "./errors.ts";
import type { ProviderOptions } from "./options.ts";
import type { Receiver } from "./push-desk.ts";
import { readKey, type SandboxKey } from "./signature.ts";
import type { SignatureSettings } from "./signature-profile.ts";

/** An admitted platform. */
export interface Provider {
  readonly providerCode: string;
  /** As handed in: what a client has to be given. */
  readonly keySource: string | Uint8Array;
  readonly key: SandboxKey;
  receiver: Receiver | undefined;
}

/** Made up; the key of the test values in `signature-profiles.json`. */
const DEMO: Readonly<Record<string, string>> = { TEST0001: "ccpit-demo-key-0001" };

/** Reads the provider table. @throws {@link SandboxError} with code `SANDBOX_OPTIONS` or `SANDBOX_SIGNATURE`. */
export function readProviders(
  given: Readonly<Record<string, ProviderOptions | string>> = DEMO,
  settings: SignatureSettings,
  receiver: Receiver | undefined,
  remoteReceivers: boolean,
): ReadonlyMap<string, Provider> {
  const table = new Map<string, Provider>();
  for (const [providerCode, options] of Object.entries(given)) {
    const own: ProviderOptions = typeof options === "string" ? { key: options } : options;
    if (providerCode === "" || providerCode.length > 32) {
      throw new SandboxError(
        "SANDBOX_OPTIONS",
        "a provider code has 1 to 32 characters",
        "接入商代码应为 1 至 32 个字符",
        { setting: "providers" },
      );
    }
    const target = own.receiver ?? receiver;
    checkReceiver(target, remoteReceivers);
    table.set(providerCode, { providerCode, keySource: own.key, key: readKey(own.key, settings), receiver: target });
  }
  if (table.size === 0)
    throw new SandboxError("SANDBOX_OPTIONS", "no provider", "没有接入商", { setting: "providers" });
  return table;
}

/** Simulated results must not reach a real platform by accident. */
export function checkReceiver(receiver: Receiver | undefined, remoteAllowed: boolean): void {
  if (receiver === undefined || typeof receiver === "function") return;
  const url = URL.canParse(receiver) ? new URL(receiver) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new SandboxError("SANDBOX_OPTIONS", "receiver is no http address", "receiver 不是 http 地址", {
      setting: "receiver",
    });
  }
  if (remoteAllowed || isLoopback(url.hostname)) return;
  throw new SandboxError(
    "SANDBOX_REMOTE_RECEIVER",
    `the receiver ${url.hostname} is not on this machine; set remoteReceivers: true when simulated pushes may go there`,
    `接收地址 ${url.hostname} 不在本机；确需向其推送模拟数据时请设置 remoteReceivers: true`,
    { setting: "receiver" },
  );
}

/** Tells whether a host name is this machine. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}
