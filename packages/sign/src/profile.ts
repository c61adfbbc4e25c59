import { SignError } from "./errors.ts";

/** Time format of the head's timestamp field. */
export type TimestampFormat = "yyyyMMddHHmmss" | "yyyy-MM-dd HH:mm:ss" | "epoch-seconds" | "epoch-milliseconds";

/**
 * Everything that decides which bytes are signed and how the signature is written.
 *
 * Only HMAC-SHA256 and the duty to verify both ways are official; every profile is a candidate
 * (wire-patterns §3). One key for each knob there.
 */
export interface SignatureProfile {
  /** Name shown in errors and explanations. */
  readonly id: string;
  /** What is signed: fields and body text (`fields`), or the raw HTTP body (`raw`). */
  readonly source: "fields" | "raw";
  /** `all` known fields, or these, in this order when `sort` is `declared`. The body stands under {@link bodyName}. */
  readonly fields: "all" | readonly string[];
  /** Names this side knows; every other field is unknown. */
  readonly knownFields: readonly string[];
  /** Whether unknown fields are signed as well. A receiver under P1 must count in fields added later. */
  readonly includeUnknownFields: boolean;
  /** Names never signed; must contain {@link signField} when it could be signed. */
  readonly exclude: readonly string[];
  /** Leaves {@link signTypeField} out as well. */
  readonly excludeSignType: boolean;
  /** Fields with an empty value. */
  readonly empty: "skip" | "keep";
  /** Fields whose value is `null` or `undefined`: left out, an empty value, or the text `null` (a Java habit). */
  readonly nulls: "skip" | "empty" | "null-text";
  /** Byte order of the names (case-sensitive), or the order of `fields` (of the message when `all`; body last). */
  readonly sort: "ascii" | "declared";
  /** How one field is written. */
  readonly pair: "name=value" | "namevalue" | "value";
  /** Between two fields: `&`, nothing, a line feed, … */
  readonly pairSeparator: string;
  /** Text before the key at the end of the string (`&key=`); `null` leaves the key out of the string. */
  readonly keySuffix: string | null;
  /** Values as they are, percent-encoded (RFC 3986), or as a web form does it (space as `+`). */
  readonly valueEncoding: "raw" | "url" | "form";
  /** Name under which the body enters. */
  readonly bodyName: string;
  /** Body as it stands, without white space between tags, canonical by {@link canonicalize}, or in base64. */
  readonly bodyForm: "raw" | "stripped" | "c14n" | "base64";
  /** C14N for `bodyForm: "c14n"`, for example `@coo/xml/c14n`. */
  readonly canonicalize?: ((xml: string) => string) | undefined;
  /** Charset in which the string becomes bytes. */
  readonly charset: "UTF-8" | "GBK" | "GB18030";
  /** `SHA256` and `MD5` hash the string itself, need a key suffix, and are for old test servers only. */
  readonly digest: "HMAC-SHA256" | "SHA256" | "MD5";
  /** How the signature is written; `HEX` is upper case. */
  readonly output: "HEX" | "hex" | "base64" | "base64url";
  /** `ignore-case` accepts hexadecimal digits of either case. */
  readonly compare: "exact" | "ignore-case";
  /** How the key file is to be read; hand it to `loadKey`. */
  readonly keyDecoding: "text" | "hex" | "base64" | "pem";
  /** Whether `loadKey` strips a BOM and line ends. */
  readonly keyTrim: boolean;
  /** Field of the signature. */
  readonly signField: string;
  /** Field that names the algorithm. */
  readonly signTypeField: string;
  /** Field of the time. */
  readonly timestampField: string;
  readonly timestampFormat: TimestampFormat;
  /** `Asia/Shanghai`, `UTC`, or an offset like `+08:00`. */
  readonly timeZone: string;
  /** Largest accepted difference between the message's time and ours, in seconds, either way. */
  readonly skewSeconds: number;
  /** Field of the random text. */
  readonly nonceField: string;
  /** `required`: without one a message is not signed and not accepted. `none`: it is never signed. */
  readonly nonce: "required" | "optional" | "none";
  /** Where the signature sits; read by whoever builds the message. */
  readonly placement: "head" | "soap-header" | "parameter" | "http-header";
  /** HTTP header of the signature when `placement` is `http-header`. */
  readonly signatureHeader: string;
  /** HTTP header of the provider code (接入商代码) when `placement` is `http-header`. */
  readonly providerHeader: string;
}

/** Ids of the profiles that come with the package. */
export type ProfileId = "P1" | "P2" | "P3" | "P4" | "P5" | "P6" | "http-header";

const HEAD_FIELDS = [
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
] as const;

const P1: SignatureProfile = {
  id: "P1",
  source: "fields",
  fields: "all",
  knownFields: HEAD_FIELDS,
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

const LISTED = { includeUnknownFields: false, empty: "keep", sort: "declared" } as const;

/**
 * The candidates of `signature-profiles.json`, P1 (default) to P6, and `http-header` (HMAC over the raw HTTP body,
 * lower-case hex, in a header). None is official.
 */
export const PROFILES: Readonly<Record<ProfileId, SignatureProfile>> = {
  P1,
  P2: { ...P1, ...LISTED, id: "P2", fields: ["data"], bodyName: "data", output: "hex" },
  P3: {
    ...P1,
    ...LISTED,
    id: "P3",
    fields: ["body"],
    pair: "value",
    pairSeparator: "",
    keySuffix: null,
    output: "base64",
  },
  P4: {
    ...P1,
    ...LISTED,
    id: "P4",
    fields: ["providerCode", "timestamp", "nonceStr", "body"],
    pair: "value",
    pairSeparator: "",
    keySuffix: null,
    output: "hex",
  },
  P5: { ...P1, id: "P5", keySuffix: null },
  P6: { ...P1, id: "P6", pair: "value", pairSeparator: "", keySuffix: null, output: "hex" },
  "http-header": {
    ...P1,
    ...LISTED,
    id: "http-header",
    source: "raw",
    fields: [],
    pair: "value",
    pairSeparator: "",
    keySuffix: null,
    output: "hex",
    placement: "http-header",
  },
};
deepFreeze(PROFILES);

/**
 * A profile by id, with other settings where wanted; the result is frozen.
 *
 * @param id - `P1` … `P6`, `http-header`.
 * @param overrides - Any key of {@link SignatureProfile}; unknown keys and impossible values are refused.
 * @throws {@link SignError} with code `SIGN_PROFILE`.
 */
export function profile(id: ProfileId, overrides: Partial<SignatureProfile> = {}): SignatureProfile {
  const base = Object.hasOwn(PROFILES, id) ? PROFILES[id] : undefined;
  if (base === undefined) throw wrong("id", `unknown profile, known are ${Object.keys(PROFILES).join(", ")}`);
  const made = { ...base };
  for (const [knob, value] of Object.entries(overrides)) {
    if (value === undefined) continue;
    if (knob !== "canonicalize" && !Object.hasOwn(base, knob)) throw wrong(knob, "no such setting");
    Object.assign(made, { [knob]: Array.isArray(value) ? [...value] : value });
  }
  checkProfile(made);
  return deepFreeze(made);
}

const CHOICES: { readonly [K in keyof SignatureProfile]?: readonly SignatureProfile[K][] } = {
  source: ["fields", "raw"],
  empty: ["skip", "keep"],
  nulls: ["skip", "empty", "null-text"],
  sort: ["ascii", "declared"],
  pair: ["name=value", "namevalue", "value"],
  valueEncoding: ["raw", "url", "form"],
  bodyForm: ["raw", "stripped", "c14n", "base64"],
  charset: ["UTF-8", "GBK", "GB18030"],
  digest: ["HMAC-SHA256", "SHA256", "MD5"],
  output: ["HEX", "hex", "base64", "base64url"],
  compare: ["exact", "ignore-case"],
  keyDecoding: ["text", "hex", "base64", "pem"],
  timestampFormat: ["yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "epoch-seconds", "epoch-milliseconds"],
  nonce: ["required", "optional", "none"],
  placement: ["head", "soap-header", "parameter", "http-header"],
};

function checkProfile(p: SignatureProfile): void {
  for (const [knob, allowed] of Object.entries(CHOICES)) {
    const value: unknown = p[knob as keyof SignatureProfile];
    if (!(allowed as readonly unknown[]).includes(value)) throw wrong(knob, `allowed are ${allowed.join(", ")}`);
  }
  for (const [knob, sample] of Object.entries(P1)) {
    const value: unknown = p[knob as keyof SignatureProfile];
    if (knob in CHOICES || knob === "fields" || knob === "keySuffix") continue;
    const fits = Array.isArray(sample)
      ? Array.isArray(value) && value.every((item) => typeof item === "string")
      : typeof value === typeof sample;
    if (!fits) throw wrong(knob, `${Array.isArray(sample) ? "a list of names" : `a ${typeof sample}`} is expected`);
  }
  if (p.fields !== "all" && !(Array.isArray(p.fields) && p.fields.every((name) => typeof name === "string"))) {
    throw wrong("fields", '"all" or a list of names is expected');
  }
  if (p.keySuffix !== null && typeof p.keySuffix !== "string") throw wrong("keySuffix", "a text or null is expected");
  if (p.source === "fields" && p.fields !== "all" && p.fields.length === 0) throw wrong("fields", "the list is empty");
  if (
    p.source === "fields" &&
    !p.exclude.includes(p.signField) &&
    (p.fields === "all" || p.fields.includes(p.signField))
  ) {
    throw wrong("exclude", `"${p.signField}" cannot be part of what it signs`);
  }
  if (p.digest !== "HMAC-SHA256" && p.keySuffix === null)
    throw wrong("digest", `${p.digest} without a key suffix has no key`);
  if (p.source === "raw" && p.keySuffix !== null) throw wrong("keySuffix", "raw bytes take no suffix");
  if (p.compare === "ignore-case" && p.output.toLowerCase() !== "hex")
    throw wrong("compare", "base64 has no case to ignore");
  if (!(p.skewSeconds > 0 && Number.isFinite(p.skewSeconds)))
    throw wrong("skewSeconds", "a positive number is expected");
  if (p.canonicalize !== undefined && typeof p.canonicalize !== "function")
    throw wrong("canonicalize", "a function is expected");
  zoneOffsetMinutes(p.timeZone);
}

/** Minutes east of UTC of a zone as a profile writes it. China has had no summer time since 1992. */
export function zoneOffsetMinutes(zone: string): number {
  if (zone === "Asia/Shanghai") return 480;
  if (zone === "UTC") return 0;
  const match = /^([+-])(\d\d):([0-5]\d)$/.exec(zone);
  if (match === null || Number(match[2]) > 14) throw wrong("timeZone", "allowed are Asia/Shanghai, UTC, +08:00");
  return (match[1] === "-" ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function wrong(setting: string, why: string): SignError {
  return new SignError(
    "SIGN_PROFILE",
    `signature profile, ${setting}: ${why}`,
    `签名方案的 ${setting} 设置不可用：${why}`,
    {
      setting,
    },
  );
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) deepFreeze(inner);
  return Object.freeze(value);
}
