import { SoapError } from "./errors.ts";

/**
 * How messages look on the wire: one key for every open question about it. The reference edition's manifest gives the
 * defaults; the real service may need others. Source: wire-patterns, section 4.
 */
export interface WireProfile {
  readonly soapVersion: "1.1" | "1.2";
  readonly style: "document-wrapped" | "document-bare" | "rpc-literal" | "rpc-encoded";
  /** How the request's payload is carried: as one string (escaped, CDATA, base64), as elements, or beside two strings. */
  readonly payload: "escaped" | "cdata" | "base64" | "typed" | "three-strings";
  /** Name of the string parameter. `arg0` and `in0` number all parameters of the wrapper in order. */
  readonly parameterName: string;
  /** Name of the string result. */
  readonly resultName: string;
  /** Whether the wrapper's direct children carry its namespace. */
  readonly qualifiedChildren: boolean;
  readonly answer: "xml-string" | "json-string" | "typed";
  readonly head: "inner" | "soap-header" | "parameters" | "http-headers";
  readonly soapAction: "empty" | "operation" | "namespace-operation";
  readonly charset: "UTF-8" | "GBK" | "GB18030";
  /** One wrapper for each operation at one address; the same, an address each; or one operation `exchange` with a code. */
  readonly split: "single" | "per-interface" | "dispatch";
  /** Whether the inner text begins with an XML declaration. */
  readonly prolog: boolean;
  /** Form of the head's timestamp. */
  readonly time: "yyyyMMddHHmmss" | "yyyy-MM-dd HH:mm:ss" | "epoch-seconds" | "epoch-milliseconds";
  readonly booleans: "true-false" | "1-0" | "Y-N";
  /** How absent optional texts are written. */
  readonly emptyValues: "omit" | "empty" | "nil";
  /** How line feeds in texts are written; `slash-n` is the two characters `/n`, `ncr` is `&#10;`. */
  readonly lineBreaks: "lf" | "crlf" | "slash-n" | "ncr";
  readonly binary: "base64";
  /** How business errors are answered. */
  readonly error: "return-code" | "fault" | "http-status";
  readonly compression: "none" | "gzip-base64";
  /** Replaces the service namespace. */
  readonly namespace?: string;
  /**
   * What the envelope's elements and head fields are called on the wire, by our names: `Request`, `Response`, `Head`,
   * `ResponseHead` (where answers have another), `Body`, `providerCode`, …; a field with `""` is not sent.
   */
  readonly names?: Readonly<Record<string, string>>;
}

/** The reference edition's proposal. */
export const DEFAULT_WIRE_PROFILE: WireProfile = {
  soapVersion: "1.1",
  style: "document-wrapped",
  payload: "escaped",
  parameterName: "requestXml",
  resultName: "responseXml",
  qualifiedChildren: false,
  answer: "xml-string",
  head: "inner",
  soapAction: "empty",
  charset: "UTF-8",
  split: "single",
  prolog: false,
  time: "yyyyMMddHHmmss",
  booleans: "true-false",
  emptyValues: "omit",
  lineBreaks: "lf",
  binary: "base64",
  error: "return-code",
  compression: "none",
};

/** All values of the closed keys, for forms, tests and checks. */
export const WIRE_VALUES: {
  readonly [K in Exclude<
    keyof WireProfile,
    "parameterName" | "resultName" | "namespace" | "names"
  >]: readonly WireProfile[K][];
} = {
  soapVersion: ["1.1", "1.2"],
  style: ["document-wrapped", "document-bare", "rpc-literal", "rpc-encoded"],
  payload: ["escaped", "cdata", "base64", "typed", "three-strings"],
  qualifiedChildren: [false, true],
  answer: ["xml-string", "json-string", "typed"],
  head: ["inner", "soap-header", "parameters", "http-headers"],
  soapAction: ["empty", "operation", "namespace-operation"],
  charset: ["UTF-8", "GBK", "GB18030"],
  split: ["single", "per-interface", "dispatch"],
  prolog: [false, true],
  time: ["yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "epoch-seconds", "epoch-milliseconds"],
  booleans: ["true-false", "1-0", "Y-N"],
  emptyValues: ["omit", "empty", "nil"],
  lineBreaks: ["lf", "crlf", "slash-n", "ncr"],
  binary: ["base64"],
  error: ["return-code", "fault", "http-status"],
  compression: ["none", "gzip-base64"],
};

/** Two settings that cannot stand together. */
export interface WireConflict {
  readonly when: Partial<WireProfile>;
  readonly and: Partial<WireProfile>;
  readonly reason: string;
  readonly reasonZh: string;
}

const WRAPPER: readonly [string, string] = [
  "a bare body has no wrapper to hold further parameters",
  "裸文档(bare)没有包装元素,放不下其他参数",
];
const RPC_QUALIFIED: readonly [string, string] = [
  "part accessors of rpc carry no namespace",
  "rpc 的参数元素不带命名空间",
];
const TYPED_BOTH: readonly [string, string] = ["a typed port is typed both ways", "结构化端口的请求与应答都应为结构化"];
const TYPED_TEXT: readonly [string, string] = [
  "typed elements are not carried in a string",
  "结构化报文不放在字符串里",
];

function conflict(
  when: Partial<WireProfile>,
  and: Partial<WireProfile>,
  [reason, reasonZh]: readonly [string, string],
): WireConflict {
  return { when, and, reason, reasonZh };
}

/** Every pair of settings that is refused, with the reason. */
export const WIRE_CONFLICTS: readonly WireConflict[] = [
  conflict({ style: "document-bare" }, { payload: "three-strings" }, WRAPPER),
  conflict({ style: "document-bare" }, { head: "parameters" }, WRAPPER),
  conflict({ style: "document-bare" }, { split: "dispatch" }, WRAPPER),
  conflict({ style: "rpc-literal" }, { qualifiedChildren: true }, RPC_QUALIFIED),
  conflict({ style: "rpc-encoded" }, { qualifiedChildren: true }, RPC_QUALIFIED),
  conflict({ style: "rpc-encoded" }, { payload: "typed" }, [
    "the typed port is literal",
    "结构化端口采用 literal 方式",
  ]),
  conflict({ payload: "typed" }, { answer: "xml-string" }, TYPED_BOTH),
  conflict({ payload: "typed" }, { answer: "json-string" }, TYPED_BOTH),
  conflict({ payload: "escaped" }, { answer: "typed" }, TYPED_BOTH),
  conflict({ payload: "cdata" }, { answer: "typed" }, TYPED_BOTH),
  conflict({ payload: "base64" }, { answer: "typed" }, TYPED_BOTH),
  conflict({ payload: "three-strings" }, { answer: "typed" }, TYPED_BOTH),
  conflict({ payload: "typed" }, { compression: "gzip-base64" }, TYPED_TEXT),
  conflict({ payload: "typed" }, { prolog: true }, TYPED_TEXT),
  conflict({ payload: "typed" }, { split: "dispatch" }, [
    "one dispatch operation has one type, not one a message",
    "单一分发操作只有一种类型,无法按报文区分",
  ]),
  conflict({ payload: "three-strings" }, { head: "soap-header" }, [
    "three strings carry provider code and signature themselves",
    "三字符串方式已自带接入商代码与签名",
  ]),
  conflict({ payload: "three-strings" }, { head: "parameters" }, [
    "three strings carry provider code and signature themselves",
    "三字符串方式已自带接入商代码与签名",
  ]),
  conflict({ payload: "three-strings" }, { head: "http-headers" }, [
    "three strings carry provider code and signature themselves",
    "三字符串方式已自带接入商代码与签名",
  ]),
];

/**
 * Completes a profile with the defaults and checks it.
 *
 * `answer` follows `payload` when only the latter is given: `typed` needs `typed`.
 *
 * @param partial - Settings that differ from {@link DEFAULT_WIRE_PROFILE}.
 * @throws {@link SoapError} `WIRE_PROFILE_INVALID` for an unknown key or value, `WIRE_PROFILE_CONFLICT` for a pair of
 *   {@link WIRE_CONFLICTS}.
 */
export function resolveWireProfile(partial: Partial<WireProfile> = {}): WireProfile {
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(partial)) if (value !== undefined) given[key] = value;
  for (const [key, value] of Object.entries(given)) checkKey(key, value);
  const wire = { ...DEFAULT_WIRE_PROFILE, ...given } as WireProfile;
  const resolved: WireProfile =
    given["answer"] === undefined && wire.payload === "typed" ? { ...wire, answer: "typed" } : wire;
  const found = findWireConflict(resolved);
  if (found) {
    const [a, b] = [describe(found.when), describe(found.and)];
    throw new SoapError(
      "WIRE_PROFILE_CONFLICT",
      `${a} does not go with ${b}: ${found.reason}`,
      `${a} 与 ${b} 不能并用: ${found.reasonZh}`,
    );
  }
  return Object.freeze(resolved);
}

/** The first conflict in a profile, if any: for tools that try combinations. */
export function findWireConflict(wire: WireProfile): WireConflict | undefined {
  return WIRE_CONFLICTS.find((c) => holds(wire, c.when) && holds(wire, c.and));
}

function holds(wire: WireProfile, part: Partial<WireProfile>): boolean {
  return Object.entries(part).every(([key, value]) => wire[key as keyof WireProfile] === value);
}

function describe(part: Partial<WireProfile>): string {
  return Object.entries(part)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(", ");
}

const NAME = /^[\p{L}_][\p{L}\p{N}._-]*$/u;

function checkKey(key: string, value: unknown): void {
  if (key === "parameterName" || key === "resultName") {
    if (typeof value === "string" && NAME.test(value)) return;
  } else if (key === "names") {
    const names = typeof value === "object" && value !== null ? Object.values(value) : [1];
    const used = names.filter((name) => name !== "");
    if (used.every((name) => typeof name === "string" && NAME.test(name)) && new Set(used).size === used.length) return;
  } else if (key === "namespace") {
    if (typeof value === "string" && value !== "" && !/[\s<>"]/.test(value)) return;
  } else if (Object.hasOwn(WIRE_VALUES, key)) {
    if ((WIRE_VALUES[key as keyof typeof WIRE_VALUES] as readonly unknown[]).includes(value)) return;
  } else {
    throw new SoapError("WIRE_PROFILE_INVALID", `wire profile: unknown key ${key}`, `传输配置中有未知的键 ${key}`);
  }
  throw new SoapError(
    "WIRE_PROFILE_INVALID",
    `wire profile: ${key} cannot be ${JSON.stringify(value)}`,
    `传输配置的 ${key} 不能为 ${JSON.stringify(value)}`,
  );
}
