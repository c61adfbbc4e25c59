import { createHash } from "node:crypto";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import { durableProcessor } from "./durable.ts";
import { ReceiverError } from "./errors.ts";
import type { ReceiverOptions } from "./options.ts";
import type { PushHead, PushRequest, PushResponse } from "./push.ts";
import { refusalCounter } from "./refusal-counter.ts";
import { checkHead, isAddressed, knowsOperation, Refusal, servePush } from "./serve-push.ts";
import { resolveSettings } from "./settings.ts";

/** The neutral core: a request in, an answer out; never rejects. */
export interface Receiver {
  (request: PushRequest): Promise<PushResponse>;
  /** Limit of a request's size in bytes; adapters stop reading one byte later. */
  readonly maxBodyBytes: number;
  /** Whether the request goes to the address of this receiver. */
  isAddressed(head: PushHead): boolean;
  /** Whether the message can be this receiver's: only one whose root no operation of its services has is not. */
  knows(request: PushRequest): boolean;
  /**
   * The answer where the request's head alone is enough to refuse it: path, method, declared length, content encoding.
   * Adapters ask before they read a body.
   */
  refuseHead(head: PushHead): PushResponse | undefined;
  /** Answers for an adapter that could not get the raw body, and tells `onError`. */
  refuse(error: ReceiverError): PushResponse;
  /** Answers new pushes with 503 and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Makes the receiver for the pushes of the services handed in.
 *
 * The way of a push: method, size and media type → envelope → provider → signature → known already? → clock window →
 * decode and check → handler → signed acknowledgement. With a journal its commit takes the handler's place, and the handler
 * runs afterwards. Answers follow the table in docs/architecture.md §4.
 *
 * @throws {@link ReceiverError} with code `RECEIVER_OPTIONS` at once for options that cannot work.
 * @see docs/architecture.md §3, "the way of a push".
 */
export function createReceiver<const Services extends readonly ServiceDescriptor[]>(
  options: ReceiverOptions<Services>,
): Receiver {
  const settings = resolveSettings(options);
  const { journal } = settings;
  const release = journal
    ? [...settings.durable].map(([operation, handler]) =>
        journal.inbox.handle(operation.name, durableProcessor(settings, operation, handler)),
      )
    : [];
  const work = options.work ?? {};
  const worker = journal && work !== false ? journal.work({ ...work, roles: ["inbox"] }) : undefined;
  const counter = journal && refusalCounter(journal, (cause) => void refuse(storeFailed(cause)));
  const running = new Set<Promise<PushResponse>>();
  let closing = false;

  const refuse = (error: ReceiverError, answer: PushResponse = emptyAnswer(error)): PushResponse => {
    try {
      options.onError?.(error);
    } catch {
      // A failing observer must not change the answer.
    }
    return answer;
  };

  const receive = async (request: PushRequest): Promise<PushResponse> => {
    if (closing)
      return refuse(new ReceiverError("PUSH_CLOSING", 503, "the receiver is shutting down", "接收器正在关闭"));
    try {
      return await servePush(settings, request);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.error, error.answer);
      if (error instanceof ReceiverError) {
        if (error.status === 401) counter?.add(error.code, factsOf(request));
        return refuse(error);
      }
      return refuse(
        new ReceiverError("PUSH_INTERNAL", 500, "an error in the receiver itself", "接收器内部错误", { cause: error }),
      );
    }
  };

  return Object.assign(
    (request: PushRequest): Promise<PushResponse> => {
      const work = receive(request);
      running.add(work);
      void work.then(() => running.delete(work));
      return work;
    },
    {
      maxBodyBytes: settings.maxBodyBytes,
      isAddressed: (head: PushHead): boolean => isAddressed(settings, head),
      knows: (request: PushRequest): boolean => knowsOperation(settings, request),
      refuseHead(head: PushHead): PushResponse | undefined {
        try {
          checkHead(settings, head);
          return undefined;
        } catch (error) {
          if (error instanceof ReceiverError) return refuse(error);
          throw error;
        }
      },
      refuse: (error: ReceiverError) => refuse(error),
      async close(): Promise<void> {
        closing = true;
        await Promise.all(running);
        await worker?.stop();
        await counter?.flush();
        for (const end of release) end();
      },
    },
  );
}

/** What is told of a push that nobody vouched for: nothing of its text. */
function factsOf(request: PushRequest): Readonly<Record<string, string | number>> {
  return {
    size: request.body.byteLength,
    sha256: createHash("sha256").update(request.body).digest("hex"),
    path: request.path.slice(0, 200),
  };
}

function storeFailed(cause: unknown): ReceiverError {
  return new ReceiverError("PUSH_STORE", 503, "the store failed", "存储失败", { cause });
}

function emptyAnswer(error: ReceiverError): PushResponse {
  const headers: Record<string, string> = { "content-length": "0" };
  if (error.status === 405) headers["allow"] = "POST";
  if (error.status === 503) headers["retry-after"] = "5";
  return { status: error.status, headers, body: new Uint8Array() };
}
