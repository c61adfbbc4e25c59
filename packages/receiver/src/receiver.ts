import type { ServiceDescriptor } from "@coo/soap/gen1";
import { ReceiverError } from "./errors.ts";
import type { ReceiverOptions } from "./options.ts";
import type { PushRequest, PushResponse } from "./push.ts";
import { Refusal, servePush } from "./serve-push.ts";
import { resolveSettings } from "./settings.ts";

/** The neutral core: a request in, an answer out; never rejects. */
export interface Receiver {
  (request: PushRequest): Promise<PushResponse>;
  /** Limit of a request's size in bytes; adapters stop reading one byte later. */
  readonly maxBodyBytes: number;
  /** Answers for an adapter that could not get the raw body, and tells `onError`. */
  refuse(error: ReceiverError): PushResponse;
  /** Answers new pushes with 503 and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Makes the receiver for the pushes of the services handed in.
 *
 * The way of a push: method, size and media type → envelope → provider → signature → known already? → clock window →
 * decode and check → handler → signed acknowledgement. Answers follow the table in docs/architecture.md §4.
 *
 * @throws {@link ReceiverError} with code `RECEIVER_OPTIONS` at once for options that cannot work.
 * @see docs/architecture.md §3, "the way of a push".
 */
export function createReceiver<const Services extends readonly ServiceDescriptor[]>(
  options: ReceiverOptions<Services>,
): Receiver {
  const settings = resolveSettings(options);
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
      if (error instanceof ReceiverError) return refuse(error);
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
      refuse: (error: ReceiverError) => refuse(error),
      async close(): Promise<void> {
        closing = true;
        await Promise.all(running);
      },
    },
  );
}

function emptyAnswer(error: ReceiverError): PushResponse {
  const headers: Record<string, string> = { "content-length": "0" };
  if (error.status === 405) headers["allow"] = "POST";
  if (error.status === 503) headers["retry-after"] = "5";
  return { status: error.status, headers, body: new Uint8Array() };
}
