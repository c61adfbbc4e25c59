import { fromJson, readRequest, toJson } from "@coo/soap";
import { ReceiverError } from "./errors.ts";
import type { PushProcessor, StoredPush } from "./push-journal.ts";
import { decodePush, headOf } from "./serve-push.ts";
import type { AnyOperation, Settings } from "./settings.ts";
import type { DurableHandler, PushContext } from "./types.ts";

interface Read {
  readonly body: object;
  readonly context: PushContext;
}

/** Reads a stored push again, from the bytes as they came, and takes it to its handler. */
export function durableProcessor(
  settings: Settings,
  operation: AnyOperation,
  handler: DurableHandler<AnyOperation>,
): PushProcessor {
  const read = (push: StoredPush): Read => readStored(settings, operation, push);
  const { subject, applies, inTx, after } = handler;
  return {
    ...(subject
      ? {
          subject: (push) => {
            const { body, context } = read(push);
            const name = subject.call(handler, body, context);
            return name === undefined ? undefined : `${push.provider}\n${operation.name}\n${name}`;
          },
        }
      : {}),
    ...(applies ? { applies: (current, push) => applies.call(handler, read(current).body, read(push).body) } : {}),
    tells: (push, found) => {
      const pushed = fieldsOf(operation, read(push).body);
      // A field that one of them leaves out says nothing else.
      return Object.entries(fieldsOf(operation, read(found).body)).every(
        ([name, value]) => pushed[name] === undefined || pushed[name] === value,
      );
    },
    ...(inTx
      ? {
          inTx: async (tx, push) => {
            const { body, context } = read(push);
            await inTx.call(handler, tx, body, context);
          },
        }
      : {}),
    ...(after
      ? {
          after: async (push, key) => {
            const { body, context } = read(push);
            await after.call(handler, body, context, key);
          },
        }
      : {}),
  };
}

/** Fields of a body with a text for each value, by which values are compared. */
function fieldsOf(operation: AnyOperation, body: object): Readonly<Record<string, string | undefined>> {
  const json = toJson(operation.request, body) as object;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, JSON.stringify(value)]));
}

function refuseLateHeaders(): never {
  throw new ReceiverError(
    "RECEIVER_OPTIONS",
    500,
    "the push was answered before its handler ran; give header parts by answerHeaders",
    "推送在处理之前已经应答,请用 answerHeaders 给出消息头",
  );
}

/** A result that a query showed: there was no message, so nothing is told of one. */
function readFound(operation: AnyOperation, found: StoredPush): Read {
  const body = fromJson(operation.request, JSON.parse(new TextDecoder().decode(found.body))) as object;
  const context: PushContext = {
    operation: operation.name,
    source: "query",
    providerCode: found.provider,
    messageId: "",
    head: {},
    soapHeaders: {},
    setAnswerHeaders: refuseLateHeaders,
    key: -1,
    raw: found.body,
    unknown: [],
    signal: undefined,
  };
  return { body, context };
}

function readStored(settings: Settings, operation: AnyOperation, push: StoredPush): Read {
  if (push.source === "query") return readFound(operation, push);
  const headers = push.meta["headers"] as Readonly<Record<string, string>>;
  const received = readRequest(push.body, headers, {
    wire: settings.wire,
    services: settings.services,
    limits: { maxBytes: settings.maxBodyBytes },
  });
  if (received.operation.name !== operation.name)
    throw new ReceiverError("PUSH_OPERATION", 500, "the stored push is of another operation", "已存推送属于其他操作");
  const head = Object.fromEntries(received.head);
  const decoded = decodePush(settings, operation, received);
  const context: PushContext = {
    operation: operation.name,
    source: "push",
    providerCode: push.provider,
    messageId: head["messageId"] ?? "",
    head: headOf(settings, head),
    soapHeaders: decoded.soapHeaders,
    setAnswerHeaders: refuseLateHeaders,
    key: Number(push.keyId),
    raw: push.body,
    unknown: decoded.unknown,
    signal: undefined,
  };
  return { body: decoded.value as object, context };
}
