import { SandboxError } from "./errors.ts";
import type { Cut } from "./fault-hooks.ts";
import type { HttpAnswer, HttpRequest } from "./http-message.ts";

/** What handles requests, whatever brought them. */
export type Handler = (request: HttpRequest) => Promise<HttpAnswer | Cut>;

/** The Fetch API's function, answered in this process: no port, no network. */
export type SandboxFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

function contentOf({ body, breaksAfter }: HttpAnswer): ConstructorParameters<typeof Response>[0] {
  if (breaksAfter === undefined) return body as Uint8Array<ArrayBuffer>;
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError("terminated"));
      else controller.enqueue(body.subarray(0, breaksAfter));
      sent = true;
    },
  });
}

/** Makes a `fetch` that reaches the sandbox under any host name. A broken connection rejects as fetch does. */
export function inProcessFetch(handle: Handler): SandboxFetch {
  return async (input, init) => {
    // A string body would get a content type of fetch's own; bytes do not.
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    const headers = Object.fromEntries(request.headers);
    const aborted = new Promise<never>((_, fail) => {
      request.signal.addEventListener("abort", () => fail(request.signal.reason), { once: true });
    });
    // The peer goes away, the exchange works on: what was sent has arrived.
    const work = handle({ method: request.method, path: url.pathname + url.search, headers, body });
    const answer = await Promise.race([aborted, work]);
    if (answer === "cut") {
      throw new TypeError("fetch failed", {
        cause: new SandboxError("SANDBOX_CLOSED", "the connection broke", "连接中断"),
      });
    }
    const hasBody = answer.body.length > 0 && ![101, 204, 205, 304].includes(answer.status);
    return new Response(hasBody ? contentOf(answer) : null, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}
