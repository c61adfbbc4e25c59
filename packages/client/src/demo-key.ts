import { loadKey, type SignKey } from "@coo/sign";

/** Keys that documents, examples and the sandbox show to everyone. */
const DEMO_KEYS = ["ccpit-demo-key-0001"] as const;

let fingerprints: ReadonlySet<string> | undefined;

/** Whether a key is one that everybody knows. */
export function isDemoKey(key: SignKey): boolean {
  fingerprints ??= new Set(DEMO_KEYS.map((text) => loadKey(text).fingerprint));
  return fingerprints.has(key.fingerprint);
}

/** Whether an address stays on this machine. */
export function isLoopback(url: URL): boolean {
  const { hostname } = url;
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
