import { createHash } from "node:crypto";
import {
  checkTimestamp,
  explain,
  formatTimestamp,
  nonceText,
  type SignInput,
  type SignKey,
  sign,
  verify,
} from "@coo/sign";
import {
  buildFault,
  buildResponse,
  DecodeError,
  decodeBody,
  encodeBody,
  type HeadField,
  isSoapError,
  type ReadMessage,
  readRequest,
  rejectionOf,
  signedBody,
} from "@coo/soap";
import { ReceiverError, type ReceiverErrorDetails } from "./errors.ts";
import { type PushRequest, type PushResponse, singleHeader } from "./push.ts";
import type { AnyOperation, Settings } from "./settings.ts";
import type { PushContext } from "./types.ts";

/** A refusal whose answer is more than its status: a fault, or a signed response with an error code. */
export class Refusal extends Error {
  readonly error: ReceiverError;
  readonly answer: PushResponse;

  constructor(error: ReceiverError, answer: PushResponse) {
    super(error.message);
    this.error = error;
    this.answer = answer;
  }
}

/** A push whose envelope was read: what was sent, by whom, and what the signature covers. */
interface Envelope {
  readonly received: ReadMessage;
  readonly operation: AnyOperation;
  readonly head: Readonly<Record<string, string>>;
  readonly providerCode: string;
  readonly messageId: string;
  readonly details: ReceiverErrorDetails;
}

/** Takes one push from raw bytes to the acknowledgement. Throws {@link Refusal} or {@link ReceiverError}. */
export async function servePush(settings: Settings, request: PushRequest): Promise<PushResponse> {
  checkRequest(settings, request);
  const envelope = readEnvelope(settings, request);
  const { key, index } = authenticate(settings, request, envelope);
  const { operation, details } = envelope;

  // Judged by what was signed, so that a repeat in another wrapping is still the same message.
  const digest = createHash("sha256").update(`${operation.name}\n${envelope.received.signedBody}`).digest("hex");
  const id = `${envelope.providerCode}\n${envelope.messageId}`;
  const known = await store(details, () => settings.store.begin(id));
  if (known.state === "known") {
    if (known.digest === digest)
      return acknowledge(settings, envelope, key, settings.codes.success, "成功", known.answer);
    throw refuseSigned(
      settings,
      envelope,
      key,
      "PUSH_CONFLICT",
      settings.codes.conflict,
      "message id known with other content",
      "报文流水号已存在且内容不同",
    );
  }
  let answer: string;
  try {
    const time = checkTimestamp(settings.signature, envelope.head[settings.signature.timestampField], settings.now());
    if (!time.ok)
      throw refuseSigned(
        settings,
        envelope,
        key,
        "PUSH_CLOCK",
        settings.codes.clock,
        `time stamp outside the window (${time.reason})`,
        "时间戳超限",
      );
    answer = await handle(settings, request, envelope, index);
  } catch (error) {
    await store(details, () => settings.store.abandon(id));
    throw error;
  }
  await store(details, () => settings.store.accept(id, digest, answer));
  return acknowledge(settings, envelope, key, settings.codes.success, "成功", answer);
}

function checkRequest(settings: Settings, request: PushRequest): void {
  if (request.method !== "POST")
    throw new ReceiverError(
      "PUSH_METHOD",
      405,
      `method is ${request.method}, not POST`,
      `请求方法为 ${request.method},应为 POST`,
    );
  if (request.body.byteLength > settings.maxBodyBytes) {
    throw new ReceiverError(
      "PUSH_TOO_LARGE",
      413,
      `the body has more than ${settings.maxBodyBytes} bytes (maxBodyBytes)`,
      `请求体超过 ${settings.maxBodyBytes} 字节(maxBodyBytes)`,
      { details: { limit: settings.maxBodyBytes } },
    );
  }
  const encoding = request.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    throw new ReceiverError("PUSH_MEDIA_TYPE", 415, "content-encoding is not supported", "不支持 content-encoding");
  }
}

function readEnvelope(settings: Settings, request: PushRequest): Envelope {
  let received: ReadMessage;
  try {
    received = readRequest(request.body, request.headers, {
      wire: settings.wire,
      services: settings.services,
      limits: { maxBytes: settings.maxBodyBytes },
    });
  } catch (error) {
    throw refuseUnread(settings, error);
  }
  const { operation } = received;
  const head = Object.fromEntries(received.head);
  const { signature } = settings;
  const inHeader = signature.placement === "http-header";
  const providerCode =
    (inHeader ? singleHeader(request.headers, signature.providerHeader) : head["providerCode"]) ?? "";
  const messageId = head["messageId"] ?? "";
  const details = { operation: operation.name, providerCode, messageId };
  if (inHeader && head["providerCode"] !== undefined && head["providerCode"] !== providerCode) {
    throw new ReceiverError(
      "PUSH_PROVIDER",
      401,
      "provider code differs between HTTP header and message",
      "HTTP 头与报文中的接入商代码不一致",
      { details },
    );
  }
  return { received, operation, head, providerCode, messageId, details };
}

/** Errors before a signature could be checked: 415, 413, or a fault without internals. */
function refuseUnread(settings: Settings, cause: unknown): unknown {
  const rejection = rejectionOf(cause);
  if (!rejection) return cause;
  const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
  if (rejection.kind === "status") {
    const code = rejection.status === 413 ? "PUSH_TOO_LARGE" : "PUSH_MEDIA_TYPE";
    return new ReceiverError(code, rejection.status, message, messageZh, { cause });
  }
  const code = isSoapError(cause, "SOAP_OPERATION") ? "PUSH_OPERATION" : "PUSH_MALFORMED";
  const answer = withLength(buildFault({ wire: settings.wire, code: rejection.code, message: rejection.message }));
  return new Refusal(new ReceiverError(code, answer.status, message, messageZh, { cause }), answer);
}

function refuseWithFault(settings: Settings, error: ReceiverError, who: "sender" | "receiver"): Refusal {
  const text = who === "sender" ? "The message cannot be accepted" : "The message cannot be processed now";
  return new Refusal(
    error,
    withLength(buildFault({ wire: settings.wire, code: who === "sender" ? "Client" : "Server", message: text })),
  );
}

/** Provider first, then the signature; neither answer says which of the two was wrong. */
function authenticate(
  settings: Settings,
  request: PushRequest,
  envelope: Envelope,
): { readonly key: SignKey; readonly index: number } {
  const { signature } = settings;
  const { details } = envelope;
  const keys = settings.providers.get(envelope.providerCode);
  if (!keys)
    throw new ReceiverError("PUSH_PROVIDER", 401, "provider code is not one of ours", "接入商代码不是本平台的", {
      details,
    });
  const received =
    signature.placement === "http-header"
      ? singleHeader(request.headers, signature.signatureHeader)
      : envelope.head[signature.signField];
  const input = signInput(settings, envelope, request);
  const result = verify(signature, keys, input, received);
  if (!result.ok) {
    const explanation = settings.development ? explained(settings, keys[0] as SignKey, input, received) : undefined;
    throw new ReceiverError(
      "PUSH_SIGNATURE",
      401,
      `signature ${result.reason}${explanation ? `: ${explanation.adviceEn}` : ""}`,
      `签名${result.reason === "missing" ? "缺失" : "错误"}${explanation ? `:${explanation.adviceZh}` : ""}`,
      { details: explanation ? { ...details, explanation } : details },
    );
  }
  // Without an id a repeat could not be told from a new message.
  if (envelope.messageId === "")
    throw refuseWithFault(
      settings,
      new ReceiverError("PUSH_MALFORMED", 500, "the head has no messageId", "报文头缺少 messageId", { details }),
      "sender",
    );
  return { key: keys[result.key] as SignKey, index: result.key };
}

function signInput(settings: Settings, envelope: Envelope, request: PushRequest): SignInput {
  return settings.signature.source === "raw"
    ? { fields: [], raw: request.body }
    : { fields: envelope.received.head, body: envelope.received.signedBody };
}

function explained(
  settings: Settings,
  key: SignKey,
  input: SignInput,
  received: string | undefined,
): ReceiverErrorDetails["explanation"] {
  const found = explain(settings.signature, key, input, received);
  return { cause: found.cause, adviceZh: found.adviceZh, adviceEn: found.adviceEn };
}

/** Decodes, calls the handler, and gives the text of the answer's `Body`. */
async function handle(settings: Settings, request: PushRequest, envelope: Envelope, index: number): Promise<string> {
  const { operation, received, details } = envelope;
  let decoded: { readonly value: unknown; readonly unknown: PushContext["unknown"] };
  try {
    decoded = decodeBody(operation, settings.wire, "request", received, { strict: settings.strict });
  } catch (cause) {
    const issues = cause instanceof DecodeError ? cause.issues : [];
    const error = new ReceiverError(
      "PUSH_SCHEMA",
      500,
      `${operation.name}: the body breaks its schema`,
      `${operation.name}:报文体不符合结构定义`,
      {
        details: { ...details, issues },
        cause,
      },
    );
    throw refuseWithFault(settings, error, "sender");
  }
  const handler = settings.handlers.get(operation.name);
  if (!handler) {
    const error = new ReceiverError(
      "PUSH_OPERATION",
      500,
      `no handler for ${operation.name}`,
      `没有处理 ${operation.name} 的处理函数`,
      { details },
    );
    throw refuseWithFault(settings, error, "receiver");
  }
  const { [settings.signature.signField]: _signature, ...head } = envelope.head;
  const context: PushContext = {
    operation: operation.name,
    providerCode: envelope.providerCode,
    messageId: envelope.messageId,
    head,
    key: index,
    raw: request.body,
    unknown: decoded.unknown,
    signal: request.signal,
  };
  try {
    const answer = await handler(decoded.value as object, context);
    return encodeBody(operation, settings.wire, "response", answer ?? {});
  } catch (cause) {
    const error = new ReceiverError(
      "PUSH_HANDLER",
      500,
      `the handler of ${operation.name} failed`,
      `${operation.name} 的处理函数失败`,
      { details, cause },
    );
    throw refuseWithFault(settings, error, "receiver");
  }
}

async function store<Result>(details: ReceiverErrorDetails, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (cause) {
    throw new ReceiverError("PUSH_STORE", 503, "the store failed", "存储失败", { details, cause });
  }
}

function refuseSigned(
  settings: Settings,
  envelope: Envelope,
  key: SignKey,
  code: "PUSH_CONFLICT" | "PUSH_CLOCK",
  returnCode: string,
  message: string,
  messageZh: string,
): Refusal {
  const body = encodeBody(envelope.operation, settings.wire, "response", {});
  return new Refusal(
    new ReceiverError(code, 200, message, messageZh, { details: envelope.details }),
    acknowledge(settings, envelope, key, returnCode, messageZh, body),
  );
}

/** A signed `Response`. */
function acknowledge(
  settings: Settings,
  envelope: Envelope,
  key: SignKey,
  returnCode: string,
  returnMessage: string,
  bodyText: string,
): PushResponse {
  const { signature, wire } = settings;
  const fields: HeadField[] = [
    ["providerCode", envelope.providerCode],
    ["messageId", envelope.messageId],
    ["timestamp", formatTimestamp(signature, settings.now())],
    ["returnCode", returnCode],
    ["returnMessage", returnMessage],
    ["nonceStr", nonceText(settings.random)],
    ["signType", "HMAC-SHA256"],
  ];
  const { operation } = envelope;
  if (signature.source === "raw") {
    const answer = withLength(
      buildResponse({ operation, wire, head: [...fields, [signature.signField, ""]], bodyText }),
    );
    return {
      ...answer,
      headers: {
        ...answer.headers,
        [signature.providerHeader]: envelope.providerCode,
        [signature.signatureHeader]: sign(signature, key, { fields: [], raw: answer.body }),
      },
    };
  }
  const value = sign(signature, key, { fields, body: signedBody(bodyText, wire) });
  return withLength(buildResponse({ operation, wire, head: [...fields, [signature.signField, value]], bodyText }));
}

/** Bytes are counted, not characters. */
function withLength(answer: PushResponse): PushResponse {
  return { ...answer, headers: { ...answer.headers, "content-length": String(answer.body.byteLength) } };
}
