import { decoded } from "./content-coding.ts";
import type { Ending } from "./ending.ts";
import { ClientError, tooLarge } from "./errors.ts";
import type { ExchangeWatch } from "./exchange.ts";
import { joined } from "./joined.ts";
import { sendOnce } from "./one-connection.ts";
import { dispatch } from "./undici-transport.ts";

/** One HTTP request, ready to be sent. */
export interface TransportRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly ending: Ending;
  readonly maxAnswerBytes: number;
  readonly watch?: ExchangeWatch;
}

/** The answer with its whole body. */
export interface TransportResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface Transport {
  send(request: TransportRequest): Promise<TransportResponse>;
  close(): Promise<void>;
}

/** The part of the Fetch API that the client uses; `globalThis.fetch`, undici's and the sandbox's fit. */
export type FetchLike = (
  url: string,
  init: {
    method: "POST";
    headers: Record<string, string>;
    body: Uint8Array<ArrayBuffer>;
    signal: AbortSignal;
    redirect: "manual";
  },
) => Promise<FetchAnswer>;

/** The part of a Fetch `Response` that the client reads. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: { forEach(visit: (value: string, name: string) => void): void };
  readonly body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null;
}

export interface TransportOptions {
  /** Own fetch function; TLS and proxy are its business then. */
  readonly fetch?: FetchLike;
  /** Certificates of own authorities, PEM. */
  readonly ca?: string | readonly string[];
  /** Address of an HTTP proxy. */
  readonly proxy?: string;
  readonly keepAliveMs?: number;
  readonly connectTimeoutMs?: number;
}

/**
 * Sends through `fetch`, or through undici with keep-alive.
 *
 * The first request goes over a connection of its own: a program that sends one message need not load undici, which
 * takes longer than everything else such a program does. A proxy is undici's from the beginning.
 */
export function createTransport(options: TransportOptions): Transport {
  if (options.fetch) {
    const own = options.fetch;
    return { send: (request) => sendWith(own, request), close: async () => {} };
  }
  let isFirst = options.proxy === undefined;
  let opened: Promise<Transport> | undefined;
  let ready: Transport | undefined;
  const open = async (request: TransportRequest): Promise<TransportResponse> => {
    opened ??= openUndici(options, request.url);
    const transport = await opened;
    if (opened !== undefined) ready = transport;
    return transport.send(request);
  };
  return {
    send(request) {
      if (ready !== undefined) return ready.send(request);
      if (!isFirst) return open(request);
      isFirst = false;
      return sendOnce(options, request);
    },
    async close() {
      const closing = opened;
      opened = undefined;
      ready = undefined;
      if (closing) await (await closing).close();
    },
  };
}

/** What is used of undici. */
type Undici = Pick<typeof import("undici"), "Pool"> & Partial<Pick<typeof import("undici"), "ProxyAgent">>;

/** @param address - Some address of the one endpoint. */
async function openUndici(options: TransportOptions, address: string): Promise<Transport> {
  let undici: Undici;
  try {
    undici = await loadUndici(options.proxy !== undefined);
  } catch (cause) {
    if (options.ca !== undefined || options.proxy !== undefined) {
      throw new ClientError(
        "CLIENT_OPTIONS",
        "`ca` and `proxy` need the package undici: install it, or hand in `fetch`",
        "`ca` 和 `proxy` 需要安装 undici,或者传入 `fetch`",
        { cause },
      );
    }
    // Node's own fetch keeps connections alive as well.
    const own = globalThis.fetch as unknown as FetchLike;
    return { send: (request) => sendWith(own, request), close: async () => {} };
  }
  const connection = {
    keepAliveTimeout: options.keepAliveMs ?? 30_000,
    connect: {
      timeout: options.connectTimeoutMs ?? 10_000,
      ...(options.ca === undefined ? {} : { ca: typeof options.ca === "string" ? options.ca : [...options.ca] }),
    },
    // Time-outs are the client's, for the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const dispatcher =
    options.proxy === undefined || undici.ProxyAgent === undefined
      ? new undici.Pool(targetOf(address).origin, connection)
      : new undici.ProxyAgent({ uri: options.proxy, requestTls: connection.connect, ...connection });
  // One endpoint, so nearly always one address.
  let url = "";
  let target = { origin: "", path: "" };
  return {
    async send(request) {
      if (request.url !== url) [url, target] = [request.url, targetOf(request.url)];
      const answer = await dispatch(dispatcher, target, request);
      const { status, headers, body } = answer;
      return headers["content-encoding"] === undefined
        ? answer
        : { status, headers, body: await decoded(body, headers, request.maxAnswerBytes) };
    },
    close: () => dispatcher.close(),
  };
}

/** Where undici keeps its pool: all else in it, which takes as long to load as the rest of a first call, is not needed. */
const POOL: string = "undici/lib/dispatcher/pool.js";

async function loadUndici(whole: boolean): Promise<Undici> {
  if (!whole) {
    try {
      // Its files are CommonJS: importing them would look through each for what it exports, a quarter of the time.
      const { createRequire } = process.getBuiltinModule("node:module");
      const Pool = createRequire(import.meta.url)(POOL) as typeof import("undici").Pool;
      if (typeof Pool === "function") return { Pool };
    } catch {
      // Another version may keep it elsewhere, a bundle has it in one piece.
    }
  }
  return import("undici");
}

function targetOf(address: string): { readonly origin: string; readonly path: string } {
  const { origin, pathname, search } = new URL(address);
  return { origin, path: pathname + search };
}

async function sendWith(fetch: FetchLike, request: TransportRequest): Promise<TransportResponse> {
  if (request.watch?.mayWrite?.() === false)
    throw new ClientError(
      "CLIENT_TIMEOUT",
      "the deadline for sending is over; nothing was sent",
      "已超过发送时限,未发送",
      {
        details: { sent: "no" },
      },
    );
  const answer = await fetch(request.url, {
    method: "POST",
    headers: { ...request.headers },
    body: request.body as Uint8Array<ArrayBuffer>,
    signal: request.ending.signal,
    redirect: "manual",
  });
  const headers: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    headers[name.toLowerCase()] = value;
  });
  return { status: answer.status, headers, body: await readBody(answer, Number(headers["content-length"]), request) };
}

async function readBody(
  answer: Pick<FetchAnswer, "body">,
  announced: number,
  request: TransportRequest,
): Promise<Uint8Array> {
  const limit = request.maxAnswerBytes;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (answer.body) {
    if (announced > limit) {
      const { body } = answer;
      if ("cancel" in body) await body.cancel();
      else for await (const _ of body) break;
      throw tooLarge(announced, limit);
    }
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // Leaving the loop cancels the stream.
      if (size > limit) throw tooLarge(size, limit);
      chunks.push(chunk);
    }
  }
  return joined(chunks, size);
}
