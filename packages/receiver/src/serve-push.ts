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
  decodeHeaders,
  encodeBody,
  encodeFault,
  encodeHeaderFaults,
  encodeHeaders,
  type HeaderValues,
  type HeadField,
  isPlain,
  isSoapError,
  type ReadMessage,
  readRequest,
  rejectionOf,
  signedBody,
  signedHead,
} from "@coo/soap";
import { ReceiverError, type ReceiverErrorDetails, tooLarge } from "./errors.ts";
import { type PushHead, type PushRequest, type PushResponse, singleHeader } from "./push.ts";
import { isPushFault, type PushFault } from "./push-fault.ts";
import type { PushArrival, PushJournal } from "./push-journal.ts";
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
  // A signature over the raw bytes is checked before anything reads them: a stranger's XML is not even parsed.
  const early = settings.signature.source === "raw" ? authenticateRaw(settings, request) : undefined;
  const envelope = readEnvelope(settings, request);
  const { key, index } = early ?? authenticate(settings, request, envelope);
  const { operation, details } = envelope;
  const headless = isHeadless(envelope);
  // Without an id a repeat could not be told from a new message.
  if (!headless && envelope.messageId === "")
    throw refuseWithFault(
      settings,
      new ReceiverError("PUSH_MALFORMED", 500, "the head has no messageId", "报文头缺少 messageId", { details }),
      "sender",
    );

  // Judged by what was signed, so that a repeat in another wrapping is still the same message.
  const digest = createHash("sha256")
    .update(`${operation.name}\n`)
    .update(early && headless ? request.body : (envelope.received.signedBytes ?? envelope.received.signedBody))
    .digest("hex");
  // Nothing signs a head in HTTP headers beside a signature over the body: another id must not make a repeat look new.
  const identified = !headless && !(early && settings.wire.head === "http-headers");
  if (settings.journal) {
    const own = identified ? envelope.messageId : `sha256:${digest}`;
    return serveDurably(settings, settings.journal, request, envelope, { key, index }, digest, own, headless);
  }
  const id = `${envelope.providerCode}\n${identified ? envelope.messageId : `sha256:${digest}`}`;
  const known = await store(details, () => settings.store.begin(id));
  if (known.state === "known") {
    if (known.digest === digest)
      return acknowledge(settings, envelope, key, settings.codes.success, "成功", JSON.parse(known.answer) as Answer);
    throw conflict(settings, envelope, key);
  }
  let answer: Answer;
  try {
    if (!headless) checkClock(settings, envelope, key);
    answer = await handle(settings, request, envelope, index);
  } catch (error) {
    await store(details, () => settings.store.abandon(id));
    throw error;
  }
  await store(details, () => settings.store.accept(id, digest, JSON.stringify(answer)));
  return acknowledge(settings, envelope, key, settings.codes.success, "成功", answer);
}

/**
 * The way with a journal: what a success answer stands for is on disk before it leaves, and the handler runs after that.
 *
 * @see docs/reliability.md §4.
 */
async function serveDurably(
  settings: Settings,
  journal: PushJournal,
  request: PushRequest,
  envelope: Envelope,
  { key, index }: Authenticated,
  digest: string,
  own: string,
  headless: boolean,
): Promise<PushResponse> {
  const { operation, details, providerCode } = envelope;
  const handler = settings.durable.get(operation);
  if (!handler) throw noHandler(settings, envelope);
  const arrival: PushArrival = {
    key: `${providerCode}\n${operation.name}\n${own}`,
    provider: providerCode,
    op: operation.name,
    body: request.body,
    bodyHash: digest,
    keyId: String(index),
    meta: { headers: storedHeaders(request.headers) },
  };
  const { inbox } = journal;
  const success = (value: unknown): PushResponse => {
    const body = value === undefined ? {} : (handler.answer?.(value as object) ?? {});
    const headers = value === undefined ? {} : (handler.answerHeaders?.(value as object) ?? {});
    const answer = answerOf(settings, operation, body, headers);
    return acknowledge(settings, envelope, key, settings.codes.success, "成功", answer);
  };
  const known = await store(details, () => inbox.look(arrival));
  if (known === "other") throw conflict(settings, envelope, key);
  if (known === "new" && !headless) {
    try {
      checkClock(settings, envelope, key);
    } catch (refusal) {
      await store(details, () => inbox.refuse(arrival, "clock"));
      throw refusal;
    }
  }
  let value: unknown;
  try {
    ({ value } = decodePush(settings, operation, envelope.received));
  } catch (error) {
    // Known as dead: the repeat gets what the first one got.
    if (known === "same") return success(undefined);
    if (!(error instanceof Refusal)) throw error;
    const reason = error.message.slice(0, 500);
    if (settings.unreadable === "fault") {
      await store(details, () => inbox.refuse(arrival, reason));
      throw error;
    }
    const now = await store(details, () => inbox.receive(arrival, "dead", reason));
    if (now === "other") throw conflict(settings, envelope, key);
    // Told as an error, answered with success: nobody there can repair it by sending it again.
    const { message, messageZh, details: issues, cause } = error.error;
    throw new Refusal(
      new ReceiverError("PUSH_SCHEMA", 200, message, messageZh, { details: issues, cause }),
      success(undefined),
    );
  }
  const answer = success(value);
  if (known === "same") return answer;
  const now = await store(details, () => inbox.receive(arrival, "received"));
  if (now === "other") throw conflict(settings, envelope, key);
  return answer;
}

/** Headers that reading a push again needs; what vouches for somebody is left out. */
function storedHeaders(headers: PushRequest["headers"]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = singleHeader(headers, name);
    if (value !== undefined && !/^(?:authorization|proxy-authorization|cookie)$/.test(name)) kept[name] = value;
  }
  return kept;
}

/** @throws {@link Refusal} for a time stamp outside the window. */
function checkClock(settings: Settings, envelope: Envelope, key: SignKey): void {
  const time = checkTimestamp(settings.signature, envelope.head[settings.signature.timestampField], settings.now());
  if (time.ok) return;
  throw refuseSigned(
    settings,
    envelope,
    key,
    "PUSH_CLOCK",
    settings.codes.clock,
    `time stamp outside the window (${time.reason})`,
    "时间戳超限",
  );
}

function conflict(settings: Settings, envelope: Envelope, key: SignKey): Refusal {
  return refuseSigned(
    settings,
    envelope,
    key,
    "PUSH_CONFLICT",
    settings.codes.conflict,
    "message id known with other content",
    "报文流水号已存在且内容不同",
  );
}

/**
 * Whether the message has no place for a head, as in any ordinary WSDL that was not made for this field: the same content
 * is then the same message, and there is no time to judge.
 */
function isHeadless(envelope: Envelope): boolean {
  return isPlain(envelope.operation) && envelope.received.head.length === 0;
}

/** Refuses what can be refused before the body is there. @throws {@link ReceiverError} */
export function checkHead(settings: Settings, head: PushHead): void {
  if (!isAddressed(settings, head))
    throw new ReceiverError("PUSH_PATH", 404, "the request goes to another path", "请求的路径不是接收地址");
  if (head.method !== "POST")
    throw new ReceiverError(
      "PUSH_METHOD",
      405,
      `method is ${head.method}, not POST`,
      `请求方法为 ${head.method},应为 POST`,
    );
  if (Number(singleHeader(head.headers, "content-length")) > settings.maxBodyBytes)
    throw tooLarge(settings.maxBodyBytes);
  const encoding = head.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") {
    throw new ReceiverError("PUSH_MEDIA_TYPE", 415, "content-encoding is not supported", "不支持 content-encoding");
  }
}

/** Whether the request goes to the address that the settings have. */
export function isAddressed(settings: Settings, head: PushHead): boolean {
  return settings.path === undefined || head.path.replace(/[?#].*$/s, "") === settings.path;
}

/** Whether the services have an operation for the message; what is wrong in another way is for {@link servePush} to refuse. */
export function knowsOperation(settings: Settings, request: PushRequest): boolean {
  try {
    checkRequest(settings, request);
    if (settings.signature.source === "raw") authenticateRaw(settings, request);
    readEnvelope(settings, request);
    return true;
  } catch (error) {
    return !(error instanceof Refusal && error.error.code === "PUSH_OPERATION");
  }
}

function checkRequest(settings: Settings, request: PushRequest): void {
  checkHead(settings, request);
  if (request.body.byteLength > settings.maxBodyBytes) throw tooLarge(settings.maxBodyBytes);
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

/** The key that fitted, and its place among the provider's. */
interface Authenticated {
  readonly key: SignKey;
  readonly index: number;
}

/** Over the bytes as they came: provider and signature stand in HTTP headers. */
function authenticateRaw(settings: Settings, request: PushRequest): Authenticated {
  const { signature } = settings;
  const providerCode = singleHeader(request.headers, signature.providerHeader) ?? "";
  const input: SignInput = { fields: [], raw: request.body };
  return check(settings, providerCode, input, singleHeader(request.headers, signature.signatureHeader), {
    providerCode,
  });
}

/** Over head fields and body of the message. */
function authenticate(settings: Settings, request: PushRequest, envelope: Envelope): Authenticated {
  const { head, signedBytes: bodyBytes } = envelope.received;
  const fields = signedHead(settings.wire, head, settings.signature.signField);
  const input: SignInput = bodyBytes ? { fields, bodyBytes } : { fields, body: envelope.received.signedBody };
  const { signature } = settings;
  const received =
    signature.placement === "http-header"
      ? singleHeader(request.headers, signature.signatureHeader)
      : envelope.head[signature.signField];
  return check(settings, envelope.providerCode, input, received, envelope.details);
}

/** Provider first, then the signature; neither answer says which of the two was wrong. */
function check(
  settings: Settings,
  providerCode: string,
  input: SignInput,
  received: string | undefined,
  details: ReceiverErrorDetails,
): Authenticated {
  const { signature } = settings;
  const keys = settings.providers.get(providerCode);
  if (!keys)
    throw new ReceiverError("PUSH_PROVIDER", 401, "provider code is not one of ours", "接入商代码不是本平台的", {
      details,
    });
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
  return { key: keys[result.key] as SignKey, index: result.key };
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

/** What an answer says beside its head: a repeated push gets the same again. */
interface Answer {
  /** The `Body`. */
  readonly body: string;
  /** Header blocks of the description's own. */
  readonly headers?: string;
}

function answerOf(settings: Settings, operation: AnyOperation, body: object, soapHeaders: HeaderValues): Answer {
  const headers = encodeHeaders(operation, settings.wire, "response", soapHeaders);
  const text = encodeBody(operation, settings.wire, "response", body);
  return headers === "" ? { body: text } : { body: text, headers };
}

/** Decodes, calls the handler, and gives its answer. */
async function handle(settings: Settings, request: PushRequest, envelope: Envelope, index: number): Promise<Answer> {
  const { operation, received, details } = envelope;
  const { soapHeaders, ...decoded } = decodePush(settings, operation, received, details);
  const handler = settings.handlers.get(operation);
  if (!handler) throw noHandler(settings, envelope);
  const head = headOf(settings, envelope.head);
  let answerHeaders: HeaderValues = {};
  const context: PushContext = {
    operation: operation.name,
    source: "push",
    providerCode: envelope.providerCode,
    messageId: envelope.messageId,
    head,
    soapHeaders,
    setAnswerHeaders: (values) => {
      answerHeaders = values;
    },
    key: index,
    raw: request.body,
    unknown: decoded.unknown,
    signal: request.signal,
  };
  try {
    const answer = await handler(decoded.value as object, context);
    return answerOf(settings, operation, answer ?? {}, answerHeaders);
  } catch (cause) {
    throw notHandled(settings, operation, cause, details);
  }
}

/** The answer to a push whose handler gave none: the fault that it chose, or one that tells nothing. */
function notHandled(
  settings: Settings,
  operation: AnyOperation,
  thrown: unknown,
  details: ReceiverErrorDetails,
): Refusal {
  let cause = thrown;
  if (isPushFault(thrown)) {
    try {
      return refuseByFault(settings, operation, thrown, details);
    } catch (error) {
      // A fault that the description does not allow.
      cause = error;
    }
  }
  const error = new ReceiverError(
    "PUSH_HANDLER",
    500,
    `the handler of ${operation.name} failed`,
    `${operation.name} 的处理函数失败`,
    { details, cause },
  );
  return refuseWithFault(settings, error, "receiver");
}

/** The answer that a handler chose in place of success. */
function refuseByFault(
  settings: Settings,
  operation: AnyOperation,
  cause: PushFault,
  details: ReceiverErrorDetails,
): Refusal {
  const { wire } = settings;
  const answer = withLength(
    buildFault({
      wire,
      code: cause.blame === "sender" ? "Client" : "Server",
      message: cause.message,
      headerText: encodeHeaderFaults(operation, wire, cause.soapHeaders),
      ...(cause.fault ? { detail: encodeFault(operation, wire, cause.fault) } : {}),
    }),
  );
  const error = new ReceiverError(
    "PUSH_FAULT",
    answer.status,
    `the handler of ${operation.name} answered with a fault`,
    `${operation.name} 的处理函数以故障应答`,
    { details, cause },
  );
  return new Refusal(error, answer);
}

/** Decodes a push. @throws {@link Refusal} when it breaks its schema. */
export function decodePush(
  settings: Settings,
  operation: AnyOperation,
  received: ReadMessage,
  details: ReceiverErrorDetails = { operation: operation.name },
): {
  readonly value: unknown;
  readonly unknown: PushContext["unknown"];
  readonly soapHeaders: PushContext["soapHeaders"];
} {
  try {
    const { value, unknown } = decodeBody(operation, settings.wire, "request", received, { strict: settings.strict });
    const soapHeaders = decodeHeaders(operation, settings.wire, "request", received.headerBlocks);
    return { value, unknown, soapHeaders };
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
}

/** Head fields without the signature. */
export function headOf(settings: Settings, head: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { [settings.signature.signField]: _signature, ...fields } = head;
  return fields;
}

function noHandler(settings: Settings, { operation, details }: Envelope): Refusal {
  const error = new ReceiverError(
    "PUSH_OPERATION",
    500,
    `no handler for ${operation.name}`,
    `没有处理 ${operation.name} 的处理函数`,
    { details },
  );
  return refuseWithFault(settings, error, "receiver");
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
  // An ordinary answer has no place for a code.
  if (isPlain(envelope.operation))
    return refuseWithFault(
      settings,
      new ReceiverError(code, 500, message, messageZh, { details: envelope.details }),
      "sender",
    );
  const body = encodeBody(envelope.operation, settings.wire, "response", {});
  return new Refusal(
    new ReceiverError(code, 200, message, messageZh, { details: envelope.details }),
    acknowledge(settings, envelope, key, returnCode, messageZh, { body }),
  );
}

/** A signed `Response`. */
function acknowledge(
  settings: Settings,
  envelope: Envelope,
  key: SignKey,
  returnCode: string,
  returnMessage: string,
  { body: bodyText, headers: headerText = "" }: Answer,
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
      buildResponse({ operation, wire, head: [...fields, [signature.signField, ""]], bodyText, headerText }),
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
  const covered = signedHead(wire, fields, signature.signField);
  const value = sign(signature, key, { fields: covered, body: signedBody(bodyText, wire) });
  return withLength(
    buildResponse({ operation, wire, head: [...fields, [signature.signField, value]], bodyText, headerText }),
  );
}

/** Bytes are counted, not characters. */
function withLength(answer: PushResponse): PushResponse {
  return { ...answer, headers: { ...answer.headers, "content-length": String(answer.body.byteLength) } };
}
