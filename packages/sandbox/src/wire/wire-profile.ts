import type { Charset } from "../charset.ts";
import { SandboxError } from "../errors.ts";

/**
 * Shape of messages on the wire: one key for each row of wire-patterns §4. Names and values are those of `@coo/soap`,
 * so that one settings object serves both sides; what they do is written a second time here.
 */
export interface WireSettings {
  readonly soapVersion: "1.1" | "1.2";
  readonly style: "document-wrapped" | "document-bare" | "rpc-literal" | "rpc-encoded";
  readonly payload: "escaped" | "cdata" | "base64" | "typed" | "three-strings";
  readonly parameterName: string;
  readonly resultName: string;
  readonly qualifiedChildren: boolean;
  readonly answer: "xml-string" | "json-string" | "typed";
  readonly head: "inner" | "soap-header" | "parameters" | "http-headers";
  readonly soapAction: "empty" | "operation" | "namespace-operation";
  readonly charset: Charset;
  readonly split: "single" | "per-interface" | "dispatch";
  readonly prolog: boolean;
  readonly time: "yyyyMMddHHmmss" | "yyyy-MM-dd HH:mm:ss" | "epoch-seconds" | "epoch-milliseconds";
  readonly booleans: "true-false" | "1-0" | "Y-N";
  readonly emptyValues: "omit" | "empty" | "nil";
  readonly lineBreaks: "lf" | "crlf" | "slash-n" | "ncr";
  readonly binary: "base64";
  readonly error: "return-code" | "fault" | "http-status";
  readonly compression: "none" | "gzip-base64";
  /** Used instead of the service's namespace. */
  readonly namespace?: string;
  /** Names of the envelope's elements and head fields by ours; `""` leaves a field out. */
  readonly names?: Readonly<Record<string, string>>;
}

const DEFAULTS: WireSettings = {
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

const CHOICES: { readonly [K in keyof WireSettings]?: readonly WireSettings[K][] } = {
  soapVersion: ["1.1", "1.2"],
  style: ["document-wrapped", "document-bare", "rpc-literal", "rpc-encoded"],
  payload: ["escaped", "cdata", "base64", "typed", "three-strings"],
  qualifiedChildren: [true, false],
  answer: ["xml-string", "json-string", "typed"],
  head: ["inner", "soap-header", "parameters", "http-headers"],
  soapAction: ["empty", "operation", "namespace-operation"],
  charset: ["UTF-8", "GBK", "GB18030"],
  split: ["single", "per-interface", "dispatch"],
  prolog: [true, false],
  time: ["yyyyMMddHHmmss", "yyyy-MM-dd HH:mm:ss", "epoch-seconds", "epoch-milliseconds"],
  booleans: ["true-false", "1-0", "Y-N"],
  emptyValues: ["omit", "empty", "nil"],
  lineBreaks: ["lf", "crlf", "slash-n", "ncr"],
  binary: ["base64"],
  error: ["return-code", "fault", "http-status"],
  compression: ["none", "gzip-base64"],
};

type Check = readonly [what: string, holds: (wire: WireSettings) => boolean];

/** Pairs that exclude each other. */
const CONFLICTS: readonly Check[] = [
  ["payload typed × answer as string", (w) => w.payload === "typed" && w.answer !== "typed"],
  ["answer typed × payload as string", (w) => w.answer === "typed" && w.payload !== "typed"],
  ["payload typed × compression", (w) => w.payload === "typed" && w.compression !== "none"],
  ["style rpc-encoded × payload typed", (w) => w.style === "rpc-encoded" && w.payload === "typed"],
  ["style rpc × qualifiedChildren", (w) => w.style.startsWith("rpc") && w.qualifiedChildren],
  ["style document-bare × payload three-strings", (w) => w.style === "document-bare" && w.payload === "three-strings"],
  ["style document-bare × head parameters", (w) => w.style === "document-bare" && w.head === "parameters"],
  ["style document-bare × split dispatch", (w) => w.style === "document-bare" && w.split === "dispatch"],
  ["payload typed × prolog", (w) => w.payload === "typed" && w.prolog],
  ["payload typed × split dispatch", (w) => w.payload === "typed" && w.split === "dispatch"],
  ["payload three-strings × head elsewhere", (w) => w.payload === "three-strings" && w.head !== "inner"],
];

/**
 * The whole settings. `answer` follows `payload` to `typed` when it is not given.
 *
 * @throws {@link SandboxError} with code `SANDBOX_WIRE` for unknown keys and values and for pairs that exclude each other.
 */
export function resolveWire(given: Partial<WireSettings> = {}): WireSettings {
  const wire: WireSettings = { ...DEFAULTS, ...(given.payload === "typed" ? { answer: "typed" } : {}) };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const allowed = CHOICES[name as keyof WireSettings] as readonly unknown[] | undefined;
    if (name === "names" && typeof value === "object" && Object.values(value).every((v) => typeof v === "string")) {
      Object.assign(wire, { names: value });
      continue;
    }
    const isText = ["parameterName", "resultName", "namespace"].includes(name);
    if (isText ? typeof value !== "string" || value === "" : allowed === undefined || !allowed.includes(value)) {
      throw new SandboxError(
        "SANDBOX_WIRE",
        `wire setting ${name}: ${String(value)} is unknown`,
        `报文设置 ${name} 不可用`,
        {
          setting: name,
        },
      );
    }
    Object.assign(wire, { [name]: value });
  }
  const conflict = CONFLICTS.find(([, holds]) => holds(wire));
  if (conflict !== undefined) {
    throw new SandboxError(
      "SANDBOX_WIRE",
      `wire settings exclude each other: ${conflict[0]}`,
      `报文设置互斥：${conflict[0]}`,
      {
        setting: conflict[0],
      },
    );
  }
  return Object.freeze(wire);
}
