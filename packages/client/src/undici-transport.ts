import type { Dispatcher } from "undici";
import type { Ending } from "./ending.ts";
import { tooLarge } from "./errors.ts";
import { joined } from "./joined.ts";
import type { TransportRequest } from "./transport.ts";

/** An answer as undici brings it. */
interface Arrived {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * Sends one request and collects its answer.
 *
 * undici's `dispatch` brings the pieces of an answer by itself; `request` and `fetch` put streams between, which cost as
 * much again as the exchange of bytes.
 */
export function dispatch(
  dispatcher: Dispatcher,
  { origin, path }: { readonly origin: string; readonly path: string },
  request: Omit<TransportRequest, "url">,
): Promise<Arrived> {
  return new Promise((resolve, reject) => {
    const collector = new Collector(request.maxAnswerBytes, request.ending, resolve, reject);
    dispatcher.dispatch(
      {
        origin,
        path,
        method: "POST",
        headers: { accept: "*/*", "accept-encoding": "identity", ...request.headers },
        body: request.body,
      },
      collector,
    );
    collector.listen();
  });
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Takes an answer piece by piece; over the limit or ended early, the connection is given up. */
class Collector implements Dispatcher.DispatchHandler {
  readonly #limit: number;
  readonly #ending: Ending;
  readonly #resolve: (answer: Arrived) => void;
  readonly #reject: (reason: unknown) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #unlisten: (() => void) | undefined;
  #status = 0;
  #headers: Record<string, string> = {};
  readonly #chunks: Uint8Array[] = [];
  #size = 0;

  constructor(limit: number, ending: Ending, resolve: (answer: Arrived) => void, reject: (reason: unknown) => void) {
    this.#limit = limit;
    this.#ending = ending;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  /** Nobody waits for a connection that comes to nothing: what ended early is refused at once. */
  listen(): void {
    this.#unlisten = this.#ending.listen((reason) => {
      this.#controller?.abort(reason as Error);
      this.#reject(reason);
    });
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ending.reason !== undefined) controller.abort(this.#ending.reason as Error);
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    // What comes before the answer itself, such as 103.
    if (status < 200) return;
    this.#status = status;
    const given: Record<string, string> = {};
    for (const name in headers) {
      const value = headers[name];
      if (value !== undefined) given[name] = typeof value === "string" ? value : value.join(", ");
    }
    this.#headers = given;
    const announced = Number(given["content-length"]);
    if (announced > this.#limit) controller.abort(tooLarge(announced, this.#limit));
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#size += chunk.byteLength;
    if (this.#size > this.#limit) controller.abort(tooLarge(this.#size, this.#limit));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#unlisten?.();
    this.#resolve({ status: this.#status, headers: this.#headers, body: joined(this.#chunks, this.#size) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#unlisten?.();
    this.#reject(error);
  }
}
