import type { Charset } from "./charset.ts";
import { SandboxError } from "./errors.ts";
import type { WireSettings } from "./wire/wire-profile.ts";

/** Ids of the candidates in `signature-profiles.json`, and `http-header`. None is official. */
export type SignatureProfileId = "P1" | "P2" | "P3" | "P4" | "P5" | "P6" | "http-header";

/**
 * The options of `signature-profiles.json`. Names and values are those of `@coo/sign`, so that one settings object
 * serves both; what they do is written a second time here.
 */
export interface SignatureSettings {
  readonly id: string;
  /** Head fields and body, or the raw HTTP body. */
  readonly source: "fields" | "raw";
  readonly fields: "all" | readonly string[];
  readonly knownFields: readonly string[];
  readonly includeUnknownFields: boolean;
  readonly exclude: readonly string[];
  readonly excludeSignType: boolean;
  readonly empty: "skip" | "keep";
  readonly nulls: "skip" | "empty" | "null-text";
  readonly sort: "ascii" | "declared";
  readonly pair: "name=value" | "namevalue" | "value";
  readonly pairSeparator: string;
  readonly keySuffix: string | null;
  readonly valueEncoding: "raw" | "url" | "form";
  readonly bodyName: string;
  readonly bodyForm: "raw" | "stripped" | "c14n" | "base64";
  readonly charset: Charset;
  readonly digest: "HMAC-SHA256" | "SHA256" | "MD5";
  readonly output: "HEX" | "hex" | "base64" | "base64url";
  readonly compare: "exact" | "ignore-case";
  readonly keyDecoding: "text" | "hex" | "base64" | "pem";
  readonly keyTrim: boolean;
  readonly signField: string;
  readonly signTypeField: string;
  readonly timestampField: string;
  readonly timestampFormat: "yyyyMMddHHmmss" | "yyyy-MM-dd HH:mm:ss" | "epoch-seconds" | "epoch-milliseconds";
  readonly timeZone: string;
  readonly skewSeconds: number;
  readonly nonceField: string;
  readonly nonce: "required" | "optional" | "none";
  readonly placement: "head" | "soap-header" | "parameter" | "http-header";
  readonly signatureHeader: string;
  readonly providerHeader: string;
}

const P1: SignatureSettings = {
  id: "P1",
  source: "fields",
  fields: "all",
  knownFields: [
    "providerCode",
    "service",
    "version",
    "messageId",
    "timestamp",
    "returnCode",
    "returnMessage",
    "nonceStr",
    "signType",
    "sign",
  ],
  includeUnknownFields: true,
  exclude: ["sign"],
  excludeSignType: false,
  empty: "skip",
  nulls: "skip",
  sort: "ascii",
  pair: "name=value",
  pairSeparator: "&",
  keySuffix: "&key=",
  valueEncoding: "raw",
  bodyName: "body",
  bodyForm: "raw",
  charset: "UTF-8",
  digest: "HMAC-SHA256",
  output: "HEX",
  compare: "exact",
  keyDecoding: "text",
  keyTrim: true,
  signField: "sign",
  signTypeField: "signType",
  timestampField: "timestamp",
  timestampFormat: "yyyyMMddHHmmss",
  timeZone: "Asia/Shanghai",
  skewSeconds: 300,
  nonceField: "nonceStr",
  nonce: "optional",
  placement: "head",
  signatureHeader: "x-coo-signature",
  providerHeader: "x-coo-provider",
};

const SIGNATURE_PROFILES: Readonly<Record<SignatureProfileId, SignatureSettings>> = {
  P1,
  P2: {
    ...P1,
    id: "P2",
    fields: ["data"],
    includeUnknownFields: false,
    empty: "keep",
    sort: "declared",
    bodyName: "data",
    output: "hex",
  },
  P3: listed("P3", ["body"], "base64"),
  P4: listed("P4", ["providerCode", "timestamp", "nonceStr", "body"], "hex"),
  P5: { ...P1, id: "P5", keySuffix: null },
  P6: { ...P1, id: "P6", pair: "value", pairSeparator: "", keySuffix: null, output: "hex" },
  "http-header": { ...listed("http-header", [], "hex"), source: "raw", placement: "http-header" },
};

function listed(id: string, fields: readonly string[], output: "hex" | "base64"): SignatureSettings {
  return {
    ...P1,
    id,
    fields,
    includeUnknownFields: false,
    empty: "keep",
    sort: "declared",
    pair: "value",
    pairSeparator: "",
    keySuffix: null,
    output,
  };
}

/** What a caller may hand in: an id, or settings that differ from the profile named by `id`, else from P1. */
export type SignatureChoice = SignatureProfileId | Partial<SignatureSettings>;

/**
 * The whole settings. Charset and time format follow the wire settings unless they are given.
 *
 * @throws {@link SandboxError} with code `SANDBOX_SIGNATURE` for an unknown id or impossible settings.
 */
export function resolveSignature(
  choice: SignatureChoice = "P1",
  wire: Pick<WireSettings, "charset" | "time"> = { charset: P1.charset, time: P1.timestampFormat },
): SignatureSettings {
  const id = typeof choice === "string" ? choice : (choice.id ?? "P1");
  const base = Object.hasOwn(SIGNATURE_PROFILES, id) ? SIGNATURE_PROFILES[id as SignatureProfileId] : undefined;
  if (base === undefined && typeof choice === "string") throw wrong("id", id);
  const settings: SignatureSettings = { ...P1, ...base, charset: wire.charset, timestampFormat: wire.time };
  if (typeof choice !== "string") {
    for (const [name, value] of Object.entries(choice)) {
      // `canonicalize` belongs to @coo/sign: the sandbox has its own.
      if (value === undefined || name === "canonicalize") continue;
      if (!Object.hasOwn(P1, name)) throw wrong(name, "no such setting");
      Object.assign(settings, { [name]: value });
    }
  }
  if (settings.digest !== "HMAC-SHA256" && settings.keySuffix === null)
    throw wrong("digest", "no key without a suffix");
  if (settings.source === "raw" && settings.keySuffix !== null) throw wrong("keySuffix", "raw bytes take no suffix");
  if (settings.source === "fields" && settings.fields !== "all" && settings.fields.length === 0)
    throw wrong("fields", "empty");
  if (!(settings.skewSeconds > 0)) throw wrong("skewSeconds", "positive number expected");
  return Object.freeze(settings);
}

function wrong(setting: string, why: string): SandboxError {
  return new SandboxError(
    "SANDBOX_SIGNATURE",
    `signature setting ${setting}: ${why}`,
    `签名设置 ${setting} 不可用：${why}`,
    {
      setting,
    },
  );
}
