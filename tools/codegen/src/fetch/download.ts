import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { type IncomingMessage, type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { promisify } from "node:util";
import { createGunzip, createInflate } from "node:zlib";
import { checkAddress, redirected } from "./address-rules.ts";
import { FetchFailure, failure } from "./fetch-failure.ts";
import type { FetchLimits } from "./fetch-limits.ts";
import { isPrivateAddress } from "./private-address.ts";

/** How a host is reached; tests replace it. */
export interface Network {
  /** All addresses of a host. */
  readonly lookup: (host: string) => Promise<readonly LookupAddress[]>;
  /** Whether an IP address is no public one. */
  readonly isPrivate: (address: string) => boolean;
}

/** The network of this machine. */
export const NETWORK: Network = {
  lookup: (host) => promisify(systemLookup)(host, { all: true }),
  isPrivate: isPrivateAddress,
};

/** What {@link download} may do. */
export interface DownloadOptions {
  readonly limits: FetchLimits;
  readonly network: Network;
  /** A public server named the address: it must not lead to this machine or a local network. */
  readonly publicOnly: boolean;
  /** Bytes that all documents together may still have. */
  readonly bytesLeft: number;
  readonly signal: AbortSignal;
}

/** A document as a server sent it. */
export interface Download {
  /** Where it was found in the end. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** A public server sent it. */
  readonly isPublic: boolean;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Gets one document by GET, without credentials and without cookies.
 *
 * @throws {@link FetchFailure}.
 */
export async function download(asked: URL, options: DownloadOptions): Promise<Download> {
  const { limits, signal } = options;
  const timeout = AbortSignal.timeout(limits.timeoutMs);
  const ended = AbortSignal.any([signal, timeout]);
  try {
    return await follow(asked, options, ended);
  } catch (error) {
    if (signal.aborted) throw failure("the run was ended", "运行已中断", ["run again", "请重新运行"], error);
    if (timeout.aborted)
      throw failure(
        `the document is not complete after ${limits.timeoutMs / 1000} s`,
        `${limits.timeoutMs / 1000} 秒内未能取得完整文档`,
        ["try again later, or save the document by hand", "请稍后重试,或手动保存该文档"],
        error,
      );
    if (error instanceof FetchFailure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw failure(
      `the server cannot be reached or broke off (${code ?? message})`,
      `无法连接服务器或连接中断(${code ?? message})`,
      ["check the address and the network", "请检查地址与网络"],
      error,
    );
  }
}

async function follow(asked: URL, options: DownloadOptions, ended: AbortSignal): Promise<Download> {
  let { publicOnly } = options;
  let url = asked;
  for (let redirects = 0; ; redirects++) {
    checkAddress(url);
    const hosts = await hostsOf(url, options.network, ended);
    const isPublic = !hosts.some(({ address }) => options.network.isPrivate(address));
    if (publicOnly && !isPublic)
      throw failure(
        `a public server names ${url.host}, which is of this machine or a local network`,
        `公网服务器指向了本机或内网地址 ${url.host}`,
      );
    publicOnly = isPublic;
    const response = await get(url, hosts, ended);
    const { statusCode = 0, headers } = response;
    if (!REDIRECTS.has(statusCode) || headers.location === undefined) {
      if (statusCode !== 200) {
        response.destroy();
        throw failure(`the server answers ${statusCode}`, `服务器返回 ${statusCode}`, [
          "check the address; where it needs a login, save the document by hand",
          "请检查地址;若需登录,请手动保存该文档",
        ]);
      }
      const bytes = await bodyOf(response, options, ended);
      checkXml(bytes);
      return { address: url.href, bytes, isPublic };
    }
    response.destroy();
    if (redirects === options.limits.maxRedirects)
      throw failure(
        `more than ${options.limits.maxRedirects} redirects`,
        `重定向超过 ${options.limits.maxRedirects} 次`,
      );
    url = redirected(url, headers.location);
  }
}

async function hostsOf(url: URL, network: Network, ended: AbortSignal): Promise<readonly LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  // A look-up cannot be called off, only be left alone.
  return await Promise.race([network.lookup(host), aborted(ended)]);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}

/** Asks the addresses that were looked up and judged, not what the name may lead to a moment later. */
function get(url: URL, hosts: readonly LookupAddress[], signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      agent: false,
      signal,
      headers: {
        accept: "text/xml, application/xml;q=0.9, */*;q=0.1",
        "accept-encoding": "gzip, deflate",
        "user-agent": "coo-codegen",
      },
      lookup: (_, wanted, done) => {
        const [first] = hosts;
        if (wanted.all === true) done(null, [...hosts]);
        else if (first === undefined) done(Object.assign(new Error("no address"), { code: "ENOTFOUND" }), "");
        else done(null, first.address, first.family);
      },
    };
    const request = url.protocol === "https:" ? requestHttps(url, options) : requestHttp(url, options);
    request.on("response", resolve).on("error", reject).end();
  });
}

/** The body, decompressed; both what comes in and what it unfolds to are counted. */
function bodyOf(response: IncomingMessage, options: DownloadOptions, ended: AbortSignal): Promise<Uint8Array> {
  const { maxDocumentBytes } = options.limits;
  const max = Math.min(maxDocumentBytes, options.bytesLeft);
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unfold =
    encoding === "gzip" || encoding === "x-gzip" ? createGunzip() : encoding === "deflate" ? createInflate() : null;
  if (unfold === null && encoding !== "identity") {
    response.destroy();
    throw failure(`the answer is encoded as ${encoding}`, `响应采用了 ${encoding} 编码`);
  }
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let received = 0;
    let size = 0;
    const stop = (error: unknown): void => {
      response.destroy();
      unfold?.destroy();
      reject(error);
    };
    const tooLarge = (): FetchFailure =>
      max === maxDocumentBytes
        ? failure(`the document has more than ${max} bytes`, `文档超过 ${max} 字节`)
        : failure(
            `all documents together have more than ${options.limits.maxTotalBytes} bytes`,
            `全部文档合计超过 ${options.limits.maxTotalBytes} 字节`,
          );
    ended.addEventListener("abort", () => stop(ended.reason), { once: true });
    response.on("error", stop);
    response.on("data", (chunk: Uint8Array) => {
      received += chunk.length;
      if (received > max) stop(tooLarge());
    });
    const body = unfold === null ? response : response.pipe(unfold);
    body.on("error", stop);
    body.on("data", (chunk: Uint8Array) => {
      size += chunk.length;
      if (size > max) stop(tooLarge());
      else chunks.push(chunk);
    });
    body.on("end", () => resolve(Buffer.concat(chunks)));
    response.on("close", () => {
      if (!response.complete) stop(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
    });
  });
}

/** A page that says "not found" in HTML is no document; whether XML is the right one, the loader tells. */
function checkXml(bytes: Uint8Array): void {
  const [a, b] = bytes;
  const wide = a === 0xfe && b === 0xff ? "utf-16be" : a === 0xff && b === 0xfe ? "utf-16le" : "utf-8";
  const start = new TextDecoder(wide).decode(bytes.subarray(0, 1024)).trimStart();
  if (/^<(!doctype\s+html|html)\b/i.test(start))
    throw failure("the answer is an HTML page", "服务器返回的是 HTML 页面");
  if (!start.startsWith("<")) throw failure("the answer is no XML", "服务器返回的不是 XML");
}
