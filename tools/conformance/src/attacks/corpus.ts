import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SuiteUsageError } from "../harness/arguments.ts";

/** What a receiver must do with a request. */
export type Expected = "accept" | "reject" | "accept-or-reject";

/** What the handler must see, by the keys of the manifest's `fields`. */
export type AttackValue = Readonly<Record<string, unknown>>;

/** Bounds of one answer. */
export interface AttackLimits {
  readonly maxMs?: number;
  readonly maxExtraMiB?: number;
  readonly noConnection?: boolean;
  readonly noPollution?: boolean;
}

/** One request from a stranger. */
export interface Attack {
  readonly id: string;
  readonly cls: string;
  /** `xml`, `http`: body and headers; `raw`: bytes on a socket; `signature`: a body with a signature of its own. */
  readonly layer: string;
  readonly expected: Expected;
  readonly why: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, or the whole HTTP request where `raw`. */
  readonly bytes: Uint8Array;
  readonly value: AttackValue | undefined;
  readonly limits: AttackLimits;
}

/** One HMAC over raw bytes, as it came in a header. */
export interface HmacCase {
  readonly id: string;
  readonly expected: Expected;
  readonly why: string;
  readonly keyHex: string;
  readonly bodyHex: string;
  readonly signature: string;
}

/** A folder of attacks on the receiver of one WSDL. */
export interface AttackCorpus {
  readonly wsdl: string;
  readonly namespace: string;
  readonly operation: string;
  /** Names of elements and attributes by the keys of {@link Attack.value}. */
  readonly fields: Readonly<Record<string, string>>;
  readonly cases: readonly Attack[];
  readonly hmac: readonly HmacCase[];
}

type Part = string | readonly [text: string, times: number] | { readonly template: string; readonly to: number };

interface ManifestCase {
  readonly id: string;
  readonly cls?: string;
  readonly layer: string;
  readonly expected: Expected;
  readonly why?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly rawFile?: string;
  readonly parts?: readonly Part[];
  readonly value?: AttackValue | null;
  readonly limits?: AttackLimits;
}

interface Manifest {
  readonly namespace: string;
  readonly operation: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly cases: readonly ManifestCase[];
  readonly hmac?: readonly HmacCase[];
}

/**
 * Reads a folder with `receiver.wsdl` and `manifest.json`.
 *
 * @param canaryPort - Put in the place of `{{CANARY_PORT}}`.
 */
export function readCorpus(folder: string, canaryPort: number): AttackCorpus {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
  } catch (cause) {
    throw new SuiteUsageError(`${folder}: 没有可读的 manifest.json · no readable manifest.json (${String(cause)})`);
  }
  return {
    wsdl: join(folder, "receiver.wsdl"),
    namespace: manifest.namespace,
    operation: manifest.operation,
    fields: manifest.fields ?? {},
    cases: manifest.cases.map((item) => ({
      id: item.id,
      cls: item.cls ?? "",
      layer: item.rawFile === undefined ? item.layer : "raw",
      expected: item.expected,
      why: item.why ?? "",
      headers: item.headers ?? {},
      bytes: withPort(bytesOf(folder, item), canaryPort),
      value: item.value ?? undefined,
      limits: item.limits ?? {},
    })),
    hmac: manifest.hmac ?? [],
  };
}

function bytesOf(folder: string, item: ManifestCase): Buffer {
  const file = item.rawFile ?? item.file;
  if (file !== undefined) return readFileSync(join(folder, file));
  return Buffer.from((item.parts ?? []).map(expand).join(""), "utf8");
}

function expand(part: Part): string {
  if (typeof part === "string") return part;
  if ("template" in part)
    return Array.from({ length: part.to }, (_, i) => part.template.replaceAll("%d", String(i))).join("");
  return part[0].repeat(part[1]);
}

const PORT = "{{CANARY_PORT}}";

function withPort(bytes: Buffer, port: number): Buffer {
  if (bytes.length > 1 << 20 || !bytes.includes(PORT)) return bytes;
  return Buffer.from(bytes.toString("latin1").replaceAll(PORT, String(port)), "latin1");
}
