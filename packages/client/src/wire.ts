import {
  chooseProfile,
  formatTimestamp,
  loadKeys,
  nonceText,
  randomSource,
  type SignatureProfile,
  type SignInput,
  type SignKey,
  sign,
  verify,
} from "@coo/sign";
import {
  buildRequest,
  checkLoaded,
  type DecodedFault,
  DecodeError,
  decodeBody,
  decodeFault,
  decodeHeaders,
  EncodeError,
  encodeBody,
  encodeBodyBytes,
  encodeHeaders,
  type HeaderValues,
  type HeadField,
  headValue,
  isPlain,
  type MessageLimits,
  type ReadMessage,
  type ReadResponse,
  readResponse,
  releaseBody,
  resolveWireProfile,
  type SoapFault,
  signedBody,
  signedHead,
  type WireProfile,
} from "@coo/soap/core";
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import { isDemoKey, isLoopback } from "./demo-key.ts";
import type { Ending } from "./ending.ts";
import { ClientError, type ClientErrorDetails } from "./errors.ts";
import type { ExchangeResult, WatchedCall } from "./exchange.ts";
import { LostConnection } from "./lost-connection.ts";
import type { ClientOptions } from "./options.ts";
import type { Transport, TransportResponse } from "./transport.ts";

/** Lower-case hexadecimal digits; a view is not copied. */
function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

type Options = Omit<ClientOptions<readonly ServiceDescriptor[]>, "services">;

/** Options with every default filled in. */
interface Settings {
  readonly endpoint: string;
  readonly providerCode: string;
  /** None: nothing is signed, which ordinary services alone allow. */
  readonly keys: readonly SignKey[];
  readonly wire: WireProfile;
  readonly signature: SignatureProfile;
  readonly strict: boolean;
  readonly version: string;
  readonly successCodes: ReadonlySet<string>;
  readonly retryableCodes: ReadonlySet<string>;
  /** Bounds on an answer. */
  readonly limits: Pick<MessageLimits, "maxBytes">;
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
}

/** The innermost exchange: object → signed bytes → HTTP → verified, decoded answer. */
export interface Wire {
  readonly exchange: (call: WatchedCall, ending: Ending) => Promise<ExchangeResult>;
  newMessageId(): string;
  /** Checks a body as sending it would. @throws {@link ClientError} `CLIENT_INVALID`. */
  check(operation: OperationDescriptor<unknown, unknown>, body: unknown): void;
}

/** Checks what concerns the wire and makes the innermost exchange. @throws {@link ClientError} `CLIENT_OPTIONS`. */
export function createWire(options: Options, transport: Transport): Wire {
  const settings = resolveSettings(options);
  return {
    newMessageId: () => toHex(settings.random(16)),
    exchange: (call, ending) => exchange(settings, transport, call, ending),
    check: (operation, body) => {
      try {
        encodeBody(operation, settings.wire, "request", body);
      } catch (cause) {
        throw notWritten(cause, operation, { operation: operation.name });
      }
    },
  };
}

function resolveSettings(options: Options): Settings {
  const wire = attempt(() => {
    const resolved = resolveWireProfile(options.wire ?? {});
    checkLoaded(resolved);
    return resolved;
  });
  const signature = attempt(() =>
    chooseProfile(options.signature, { charset: wire.charset, timestampFormat: wire.time }),
  );
  const { key, providerCode } = options;
  const keys = key === undefined ? [] : attempt(() => loadKeys(key, signature));
  const endpoint = checkEndpoint(options.endpoint);
  if (options.fetch === undefined && !isLoopback(new URL(endpoint)) && keys.some(isDemoKey)) {
    throw new ClientError(
      "CLIENT_OPTIONS",
      "a demo key works on this machine only: use the key that was handed out for this platform",
      "演示密钥只能用于本机:请使用发给本平台的密钥",
    );
  }
  if (providerCode !== undefined && (providerCode.length === 0 || providerCode.length > 32)) {
    throw new ClientError(
      "CLIENT_OPTIONS",
      "providerCode needs 1 to 32 characters",
      "providerCode 应为 1 至 32 个字符",
    );
  }
  return {
    endpoint,
    providerCode: providerCode ?? "",
    keys,
    wire,
    signature,
    strict: options.unknownElements === "error",
    version: options.version ?? "1.0",
    successCodes: new Set(options.successCodes ?? ["0000"]),
    retryableCodes: new Set(options.retryableCodes ?? ["9999"]),
    limits: Object.freeze({ maxBytes: options.maxAnswerBytes ?? 32 << 20 }),
    now: options.now ?? Date.now,
    random: options.random ?? randomSource(),
  };
}

function checkEndpoint(endpoint: string | URL): string {
  const url = URL.canParse(String(endpoint)) ? new URL(String(endpoint)) : undefined;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new ClientError(
      "CLIENT_OPTIONS",
      `endpoint "${String(endpoint).slice(0, 200)}" is no http or https address`,
      `endpoint“${String(endpoint).slice(0, 200)}”不是 http 或 https 地址`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new ClientError(
      "CLIENT_OPTIONS",
      "endpoint must not carry a user name or password",
      "endpoint 中不能带用户名或密码",
    );
  }
  return url.href;
}

function attempt<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
    throw new ClientError("CLIENT_OPTIONS", message, messageZh, { cause });
  }
}

async function exchange(
  settings: Settings,
  transport: Transport,
  call: WatchedCall,
  ending: Ending,
): Promise<ExchangeResult> {
  const details = { operation: call.operation.name, messageId: call.messageId };
  const request = writeRequest(settings, call, details);
  let answer: TransportResponse;
  call.watch?.onRequest?.(request.body);
  try {
    answer = await transport.send({
      url: request.url,
      headers: isEmpty(call.headers) ? request.headers : { ...call.headers, ...request.headers },
      body: request.body,
      ending,
      maxAnswerBytes: settings.limits.maxBytes,
      ...(call.watch ? { watch: call.watch } : {}),
    });
    call.watch?.onResponse?.(answer.status, answer.body);
  } catch (cause) {
    throw cause instanceof ClientError ? cause : connectionError(cause, call, details);
  }
  return readAnswer(settings, call, request.body, answer, details);
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}

type Answer = Extract<ReadResponse, { readonly kind: "answer" }>;

interface WrittenRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Whether head fields travel: always but in an ordinary service, whose messages are what its description says and
 * nothing more. There they need a place beside the body.
 */
function hasHead(operation: OperationDescriptor<unknown, unknown>, { wire, keys }: Settings): boolean {
  return !isPlain(operation) || (keys.length > 0 && (wire.head === "soap-header" || wire.head === "http-headers"));
}

/** Whether messages are signed: with the head, or over the raw bytes. */
function isSigned(operation: OperationDescriptor<unknown, unknown>, settings: Settings): boolean {
  return settings.keys.length > 0 && (settings.signature.source === "raw" || hasHead(operation, settings));
}

/** Encodes, signs and wraps. @throws {@link ClientError} `CLIENT_INVALID`; nothing was sent then. */
function writeRequest(settings: Settings, call: WatchedCall, details: ClientErrorDetails): WrittenRequest {
  const { wire, signature } = settings;
  const { operation } = call;
  const key = settings.keys[0] as SignKey;
  try {
    const bodyText =
      encodeBodyBytes(operation, wire, "request", call.body) ?? encodeBody(operation, wire, "request", call.body);
    const withHead = hasHead(operation, settings);
    const fields: HeadField[] = [
      ["providerCode", settings.providerCode],
      ["service", operation.name],
      ["version", settings.version],
      ["messageId", call.messageId],
      ["timestamp", formatTimestamp(signature, settings.now())],
      ["nonceStr", nonceText(settings.random)],
      ["signType", "HMAC-SHA256"],
    ];
    const raw = signature.source === "raw" && isSigned(operation, settings);
    const covered = signedHead(wire, fields, signature.signField);
    const value =
      raw || !withHead
        ? ""
        : sign(
            signature,
            key,
            typeof bodyText === "string"
              ? { fields: covered, body: signedBody(bodyText, wire, isPlain(operation)) }
              : { fields: covered, bodyBytes: bodyText },
          );
    const headerText = call.soapHeaders ? encodeHeaders(operation, wire, "request", call.soapHeaders) : "";
    const head: HeadField[] = withHead ? [...fields, [signature.signField, value]] : [];
    const built = buildRequest({
      operation,
      wire,
      head,
      bodyText,
      headerText,
      ...(call.attachments ? { attachments: call.attachments } : {}),
    });
    // It is in the envelope now, and nobody else has it.
    if (typeof bodyText !== "string") releaseBody(bodyText);
    const headers = raw
      ? {
          ...built.headers,
          [signature.providerHeader]: settings.providerCode,
          [signature.signatureHeader]: sign(signature, key, { fields: [], raw: built.body }),
        }
      : built.headers;
    return {
      url: built.path === undefined ? settings.endpoint : below(settings.endpoint, built.path),
      headers,
      body: built.body,
    };
  } catch (cause) {
    throw notWritten(cause, operation, details);
  }
}

function notWritten(
  cause: unknown,
  operation: OperationDescriptor<unknown, unknown>,
  details: ClientErrorDetails,
): ClientError {
  const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
  return new ClientError(
    "CLIENT_INVALID",
    `${operation.name}: nothing was sent: ${message}`,
    `${operation.name}:未发送:${messageZh}`,
    {
      issues: cause instanceof EncodeError ? cause.issues : [],
      details: { ...details, sent: "no" },
      cause,
    },
  );
}

/** The endpoint with a path behind its own; its query stays. */
function below(endpoint: string, path: string): string {
  const url = new URL(endpoint);
  url.pathname = url.pathname.replace(/\/$/, "") + path;
  return url.href;
}

/** Errors of the connection itself. Refused before anything left, or lost on the way? */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

function connectionError(cause: unknown, call: WatchedCall, details: ClientErrorDetails): ClientError {
  let code: unknown;
  for (let error: unknown = cause; error instanceof Error && code === undefined; error = error.cause)
    code = (error as { readonly code?: unknown }).code;
  const sent = cause instanceof LostConnection ? cause.sent : NOT_SENT.has(code) ? "no" : "maybe";
  const what = typeof code === "string" ? code : (cause as Error).message;
  return new ClientError(
    "CLIENT_CONNECTION",
    `${call.operation.name}: ${sent === "no" ? "nothing was sent" : "the connection broke; the message may have been taken: query before sending again"} (${what})`,
    `${call.operation.name}:${sent === "no" ? "未发送" : "连接中断,对方可能已经受理,请先查询再决定是否重发"}(${what})`,
    { retryable: sent === "no" || call.operation.effect === "read", details: { ...details, sent }, cause },
  );
}

/** From the answer's bytes to the result: envelope, signature, belonging, return code, body. */
function readAnswer(
  settings: Settings,
  call: WatchedCall,
  request: Uint8Array,
  answer: TransportResponse,
  details: ClientErrorDetails,
): ExchangeResult {
  const { operation } = call;
  const { wire, signature } = settings;
  const at = { ...details, status: answer.status };
  const raw = { request, response: answer.body, status: answer.status };
  // Nothing comes back, and a server has nothing to say but that it took the message.
  if (operation.oneWay && isPlain(operation) && isSuccess(answer.status) && answer.body.byteLength === 0)
    return { body: undefined, head: {}, messageId: call.messageId, soapHeaders: {}, unknown: [], raw };
  const withHead = hasHead(operation, settings);
  let read: ReadResponse;
  try {
    read = readResponse(answer.body, answer.headers, answer.status, {
      // Without a head none is looked for.
      wire: withHead ? wire : { ...wire, head: "inner" },
      operation,
      limits: settings.limits,
    });
  } catch (cause) {
    throw unreadable(cause, operation, answer, at);
  }
  if (read.kind === "fault") {
    const { fault, headerBlocks } = read;
    throw new ClientError(
      "CLIENT_FAULT",
      `${operation.name}: SOAP fault ${fault.code}: ${fault.reason}`,
      `${operation.name}:对方返回 SOAP 错误 ${fault.code}:${fault.reason}`,
      {
        details: { ...at, faultCode: fault.code, faultString: fault.reason.slice(0, 500) },
        body: withDetail(fault, headerBlocks, operation, wire),
      },
    );
  }
  if (isSigned(operation, settings)) checkSignature(settings, read, answer, operation, at);
  if (withHead && wire.names?.["messageId"] !== "" && headValue(read.head, "messageId") !== call.messageId) {
    throw new ClientError(
      "CLIENT_ANSWER",
      `${operation.name}: the answer belongs to another message`,
      `${operation.name}:应答不属于本次请求(messageId 不一致)`,
      { details: at },
    );
  }
  const returnCode = headValue(read.head, "returnCode") ?? "";
  const decoded = decode(settings, read, operation, returnCode, at);
  if (withHead && !settings.successCodes.has(returnCode)) {
    const returnMessage = (headValue(read.head, "returnMessage") ?? "").slice(0, 500);
    throw new ClientError(
      "CLIENT_BUSINESS",
      `${operation.name}: return code ${returnCode} ${returnMessage}`,
      `${operation.name}:返回码 ${returnCode} ${returnMessage}`,
      {
        retryable: settings.retryableCodes.has(returnCode) && operation.effect === "read",
        details: { ...at, returnCode, returnMessage },
        body: decoded.value,
      },
    );
  }
  return {
    body: decoded.value,
    head: Object.fromEntries(read.head.filter(([name]) => name !== signature.signField)),
    messageId: call.messageId,
    soapHeaders: decoded.soapHeaders,
    unknown: decoded.unknown,
    raw,
  };
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** A fault as `body` of a `CLIENT_FAULT`. */
export type FaultBody = SoapFault & {
  /** The detail, where the description declares it. */
  readonly declared?: DecodedFault;
  /** Header parts that came with it, those included by which errors about header parts are reported. */
  readonly soapHeaders?: HeaderValues;
};

function withDetail(
  fault: SoapFault,
  blocks: ReadMessage["headerBlocks"],
  operation: OperationDescriptor<unknown, unknown>,
  wire: WireProfile,
): FaultBody {
  const declared = orNothing(() => decodeFault(operation, wire, fault));
  const soapHeaders =
    blocks.length > 0 ? orNothing(() => decodeHeaders(operation, wire, "response", blocks)) : undefined;
  return { ...fault, ...(declared ? { declared } : {}), ...(soapHeaders ? { soapHeaders } : {}) };
}

/** What breaks its schema stays text: the fault itself is the news. */
function orNothing<Result>(decode: () => Result): Result | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

function unreadable(
  cause: unknown,
  operation: OperationDescriptor<unknown, unknown>,
  answer: TransportResponse,
  details: ClientErrorDetails,
): ClientError {
  const type = answer.headers["content-type"] ?? "";
  const soap = /xml/i.test(type);
  if (answer.status >= 300 && !soap) {
    return new ClientError(
      "CLIENT_HTTP_STATUS",
      `${operation.name}: HTTP ${answer.status} without a SOAP answer`,
      `${operation.name}:HTTP ${answer.status},没有 SOAP 应答`,
      {
        retryable: operation.effect === "read" && (answer.status === 429 || answer.status >= 500),
        details,
        cause,
      },
    );
  }
  const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
  return new ClientError(
    "CLIENT_ANSWER",
    `${operation.name}: the answer cannot be read: ${message}`,
    `${operation.name}:应答无法解析:${messageZh}`,
    { details, cause },
  );
}

/** What a message's signature covers: bytes where they are at hand. */
function signedOf(read: Answer, { wire, signature }: Settings): SignInput {
  const fields = signedHead(wire, read.head, signature.signField);
  return read.signedBytes ? { fields, bodyBytes: read.signedBytes } : { fields, body: read.signedBody };
}

function checkSignature(
  settings: Settings,
  read: Answer,
  answer: TransportResponse,
  operation: OperationDescriptor<unknown, unknown>,
  details: ClientErrorDetails,
): void {
  const { signature } = settings;
  const raw = signature.source === "raw";
  const input: SignInput = raw ? { fields: [], raw: answer.body } : signedOf(read, settings);
  const received = raw
    ? answer.headers[signature.signatureHeader]
    : read.head.find(([name]) => name === signature.signField)?.[1];
  const result = verify(signature, settings.keys, input, received);
  if (result.ok) return;
  throw new ClientError(
    "CLIENT_SIGNATURE",
    `${operation.name}: the answer's signature is ${result.reason === "missing" ? "missing" : "wrong"} (${result.reason})`,
    `${operation.name}:应答签名${result.reason === "missing" ? "缺失" : "错误"}`,
    {
      details,
    },
  );
}

/** A refusal often has no body to speak of: then only the return code counts. */
function decode(
  settings: Settings,
  read: Answer,
  operation: OperationDescriptor<unknown, unknown>,
  returnCode: string,
  details: ClientErrorDetails,
): Pick<ExchangeResult, "unknown" | "soapHeaders"> & { value: unknown } {
  try {
    const { value, unknown } = decodeBody(operation, settings.wire, "response", read, { strict: settings.strict });
    const soapHeaders = decodeHeaders(operation, settings.wire, "response", read.headerBlocks);
    return { value, unknown, soapHeaders };
  } catch (cause) {
    if (hasHead(operation, settings) && !settings.successCodes.has(returnCode))
      return { value: undefined, unknown: [], soapHeaders: {} };
    const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
    throw new ClientError(
      "CLIENT_ANSWER",
      `${operation.name}: the answer breaks its schema: ${message}`,
      `${operation.name}:应答不符合结构定义:${messageZh}`,
      {
        issues: cause instanceof DecodeError ? cause.issues : [],
        details,
        cause,
      },
    );
  }
}
