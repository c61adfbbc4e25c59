import { SignError } from "../errors.ts";
import type { SignatureProfile } from "../profile.ts";
import { sign } from "../sign.ts";
import type { SignKey } from "../sign-key.ts";
import { type AnswerCheck, checkAnswer } from "./answer.ts";
import { readEnvelope, unreadable, withCarrierText } from "./envelope.ts";
import { decodeXmlBytes, readLimited } from "./http-text.ts";
import { readPayload, withSignature } from "./payload.ts";

/** Settings of {@link createSigningHttpClient}. */
export interface SigningHttpClientOptions {
  /** `placement: "head"` signs the payload in the string parameter; `"http-header"` signs the raw HTTP body. */
  readonly profile: SignatureProfile;
  /** Signs requests. */
  readonly key: SignKey;
  /** Verify answers; default `[key]`. Two during a change-over. */
  readonly keys?: readonly SignKey[] | undefined;
  /** Provider code (接入商代码) for the HTTP header; default: the head's `providerCode`. */
  readonly providerCode?: string | undefined;
  /** Name of the string parameter that carries the payload; default: the only one. */
  readonly parameter?: string | undefined;
  /** Head fields that an answer must repeat from its request; default `providerCode`, `messageId`. */
  readonly echo?: readonly string[] | undefined;
  /** Adds the likely cause to the details of a signature error: for development. */
  readonly explain?: boolean | undefined;
  /** Does the exchange, for example with a proxy or an own CA; default the runtime's. */
  readonly fetch?: typeof fetch | undefined;
  /** Time for a whole exchange; default 30 000. node-soap's `timeout` option of a call goes first. */
  readonly timeoutMs?: number | undefined;
  /** Largest answer; default 32 MiB. */
  readonly maxAnswerBytes?: number | undefined;
}

/** What node-soap's callback gets besides the body. */
export interface SoapHttpResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly config: { readonly headers: Readonly<Record<string, string>> };
  readonly data: string;
}

/**
 * Goes into node-soap's option `httpClient`. The promise resolves when the callback has run, with nothing: its type says
 * `never` because node-soap's names an axios response, which it does not use.
 */
export interface SigningHttpClient {
  request(
    url: string,
    data: unknown,
    callback: (error: unknown, response?: unknown, body?: unknown) => unknown,
    headers?: object,
    settings?: object,
  ): Promise<never>;
}

/**
 * A client for node-soap's `httpClient` option that signs every request and verifies every answer.
 *
 * Under `placement: "head"` it finds `Head` and `Body` in the string parameter, signs them and writes the `sign` field;
 * of an answer, node-soap gets a new envelope that holds the verified text and nothing else (SOAP headers are not signed
 * and left out). A SOAP fault carries no signature and is passed on as a fault. Errors reach node-soap's callback as
 * {@link SignError}: `SIGN_ENVELOPE`, `SIGN_ANSWER_MISSING`, `SIGN_ANSWER`, and those of `sign`.
 *
 * @throws {@link SignError} `SIGN_PROFILE` for other placements.
 */
export function createSigningHttpClient(options: SigningHttpClientOptions): SigningHttpClient {
  const { placement } = options.profile;
  if (placement !== "head" && placement !== "http-header") {
    throw new SignError(
      "SIGN_PROFILE",
      `placement ${placement} is not supported here`,
      `此处不支持 placement ${placement}`,
      { setting: "placement" },
    );
  }
  return {
    async request(url, data, callback, headers = {}, settings = {}) {
      let response: SoapHttpResponse;
      try {
        response = await exchange(options, url, data, headers as Fields, settings as Fields);
      } catch (error) {
        return callback(error) as never;
      }
      return callback(null, response, response.data) as never;
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Settings of node-soap that change the bytes after signing, or that `fetch` cannot honour. */
const IMPOSSIBLE = ["attachments", "forceMTOM", "forceGzip", "ntlm", "httpAgent", "httpsAgent", "proxy"];

async function exchange(
  options: SigningHttpClientOptions,
  url: string,
  data: unknown,
  soapHeaders: Fields,
  settings: Fields,
): Promise<SoapHttpResponse> {
  for (const name of IMPOSSIBLE) {
    const value = settings[name];
    if (value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0)) {
      throw unreadable(
        `node-soap's option ${name} cannot be combined with signing; give createSigningHttpClient a fetch instead`,
      );
    }
  }
  const headers = plainHeaders({ ...soapHeaders, ...(settings["headers"] as object | undefined) });
  // node-soap fetches the WSDL through the same client, without a body: nothing to sign there.
  const signed = typeof data === "string" && data !== "" ? signRequest(options, data, headers) : undefined;
  const timeout = typeof settings["timeout"] === "number" ? settings["timeout"] : (options.timeoutMs ?? 30_000);
  const response = await (options.fetch ?? fetch)(url, {
    method: signed === undefined ? "GET" : "POST",
    headers,
    body: signed?.bytes ?? null,
    redirect: "error",
    signal: AbortSignal.timeout(timeout),
  });
  const bytes = await readLimited(response, options.maxAnswerBytes ?? 32 * 1024 * 1024);
  const text = decodeXmlBytes(bytes, response.headers.get("content-type"));
  const check = { ...options, keys: options.keys ?? [options.key] };
  return {
    status: response.status,
    statusText: response.statusText,
    headers: Object.fromEntries(response.headers),
    config: { headers },
    data: signed === undefined ? text : checkAnswer(check, signed.check, { response, bytes, text }),
  };
}

interface SignedRequest {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly check: AnswerCheck;
}

function signRequest(options: SigningHttpClientOptions, data: string, headers: Record<string, string>): SignedRequest {
  const { profile, key } = options;
  const envelope = readEnvelope(data, options.parameter);
  const utf8 = new TextEncoder();
  if (profile.placement === "http-header") {
    const bytes = utf8.encode(data);
    const payload = envelope.text === undefined ? undefined : tryPayload(envelope.text, profile);
    const head = payload?.input.fields ?? envelope.typedHead ?? [];
    headers[profile.signatureHeader] = sign(profile, key, { fields: head, raw: bytes });
    const provider = options.providerCode ?? head.find(([name]) => name === "providerCode")?.[1];
    if (provider !== undefined) headers[profile.providerHeader] = provider;
    return { bytes, check: { head } };
  }
  if (envelope.text === undefined) {
    throw unreadable("there is no single string parameter; name it, or use a profile with placement http-header");
  }
  const payload = readPayload(envelope.text, profile);
  const text = withSignature(payload, sign(profile, key, payload.input), profile);
  return { bytes: utf8.encode(withCarrierText(envelope, text)), check: { head: payload.input.fields } };
}

function tryPayload(text: string, profile: SignatureProfile): ReturnType<typeof readPayload> | undefined {
  try {
    return readPayload(text, profile);
  } catch {
    return undefined; // A raw body may carry anything.
  }
}

/** Headers that `fetch` sets itself are left out. */
function plainHeaders(headers: Fields): Record<string, string> {
  const own = ["host", "connection", "content-length", "accept-encoding", "transfer-encoding"];
  const entries = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !own.includes(name.toLowerCase()),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
