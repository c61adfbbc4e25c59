import { rawBodyMissing, tooLarge } from "../errors.ts";
import type { PushHead, PushResponse } from "../push.ts";
import type { Receiver } from "../receiver.ts";

/** Makes a handler from Fetch `Request` to `Response`, for servers that speak the Fetch API. */
export function toFetchHandler(receiver: Receiver): (request: Request) => Promise<Response> {
  return (request) =>
    serveFetch(
      receiver,
      request,
      "Fetch",
      "Hand the request on without reading its body, or hand on request.clone().",
      "请不要先读取请求体,或传入 request.clone()。",
    );
}

/** Serves one request; shared by the adapters whose framework is built on the Fetch API. */
export async function serveFetch(
  receiver: Receiver,
  request: Request,
  framework: string,
  advice: string,
  adviceZh: string,
): Promise<Response> {
  if (request.bodyUsed) return toResponse(receiver.refuse(rawBodyMissing(framework, advice, adviceZh)));
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  const url = new URL(request.url);
  const head: PushHead = { method: request.method, path: url.pathname + url.search, headers };
  const refused = receiver.refuseHead(head);
  if (refused) {
    // A peer that still writes would lose an answer; but one that announces too much is not listened to.
    if (Number(headers["content-length"]) > receiver.maxBodyBytes) await request.body?.cancel().catch(() => {});
    else await readBody(request, receiver.maxBodyBytes, () => {}).catch(() => {});
    return toResponse(refused);
  }
  let body: Uint8Array | undefined;
  try {
    body = await readBody(request, receiver.maxBodyBytes);
  } catch {
    // The peer went away, or its frame was wrong: nobody is left to hear more.
    return new Response(null, { status: 400 });
  }
  return toResponse(
    body === undefined
      ? receiver.refuse(tooLarge(receiver.maxBodyBytes))
      : await receiver({ ...head, body, signal: request.signal }),
  );
}

/** The whole body, unless its chunks go elsewhere; `undefined` when it is over the limit. */
async function readBody(
  request: Request,
  limit: number,
  take?: (chunk: Uint8Array) => void,
): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  const keep = take ?? ((chunk) => void chunks.push(chunk));
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    keep(value);
  }
  const body = new Uint8Array(take ? 0 : size);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

function toResponse(answer: PushResponse): Response {
  // A body of no bytes is no body, so that 405 and the like carry none.
  const body = answer.body.byteLength === 0 ? null : (answer.body as Uint8Array<ArrayBuffer>);
  return new Response(body, { status: answer.status, headers: { ...answer.headers } });
}
