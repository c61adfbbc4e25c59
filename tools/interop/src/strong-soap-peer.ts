import { loadKey, PROFILES, profile, type SignKey, sign, verify } from "@coo/sign";
import { type AnyOperation, headValue, readPayload, writePayload } from "@coo/soap";
import { type HttpClient, type Services, soap } from "strong-soap";
import type { ClientJob } from "./client-stacks.ts";
import { readAnswerText } from "./payload-text.ts";
import type { Peer, PeerAnswer, PeerRequest } from "./peer.ts";
import type { Sight } from "./run-calls.ts";
import { leavesOf, textsOf } from "./texts.ts";

const HTTP_HEADER = profile("http-header");
const WAIT_MS = 30_000;

/** What is compared with strong-soap's objects: it has `undefined` for an empty text, and cuts white space at the ends of texts. */
export const strongSoapSight: Sight = {
  expected: (texts) => clear(leavesOf(texts)),
  found: clear,
};

function clear(leaves: readonly string[]): readonly string[] {
  return leaves.flatMap((leaf) => {
    const at = leaf.indexOf("=") + 1;
    const text = leaf.slice(at).trim();
    return text === "" ? [] : [leaf.slice(0, at) + text];
  });
}

/** strong-soap as a client; it signs like node-soap does, with P1 in the string shape and over its own bytes in the typed one. */
export async function strongSoapPeer(job: ClientJob): Promise<Peer> {
  const key = loadKey(job.key);
  const client = await new Promise<Services>((resolve, reject) => {
    const options = {
      WSDL_CACHE: {},
      ...(job.shape === "typed" ? { httpClient: signingHttpClient(job, key) } : {}),
      // The loader of the WSDL asks for it too.
      prettyPrint: false,
    };
    soap.createClient(job.wsdl, options, (error, made) => (error ? reject(error) : resolve(made)), job.address);
  });
  const call = async ({ operation }: PeerRequest, args: object): Promise<unknown> => {
    const method = client[job.service]?.[job.port]?.[operation.name];
    if (method === undefined) throw new Error(`strong-soap has no ${job.port}.${operation.name}`);
    return new Promise((resolve, reject) => {
      method(args, (error, result) => (error ? reject(error) : resolve(result)), { timeout: WAIT_MS });
    });
  };
  return {
    call: (request) => (job.shape === "string" ? callString(request, key, call) : callTyped(request, call)),
    async close() {},
  };
}

type Calling = (request: PeerRequest, args: object) => Promise<unknown>;

async function callString(request: PeerRequest, key: SignKey, call: Calling): Promise<PeerAnswer> {
  const signature = sign(PROFILES.P1, key, { fields: request.head, body: request.bodyText });
  const head = [...request.head, ["sign", signature]] as const;
  const answer = (await call(request, {
    requestXml: writePayload({ kind: "Request", head, bodyText: request.bodyText }),
  })) as { readonly responseXml: string };
  return verifiedText(request, key, answer.responseXml);
}

function verifiedText({ operation, head }: PeerRequest, key: SignKey, text: string): PeerAnswer {
  const { head: fields = [], bodyText: body } = readPayload(text, "Response");
  if (!verify(PROFILES.P1, key, { fields, body }, headValue(fields, "sign")).ok) {
    throw new Error("the answer's signature is wrong");
  }
  for (const name of ["providerCode", "messageId"] as const) {
    if (headValue(fields, name) !== headValue(head, name)) throw new Error(`the answer belongs to another ${name}`);
  }
  return readAnswerText(operation as AnyOperation, text);
}

async function callTyped(request: PeerRequest, call: Calling): Promise<PeerAnswer> {
  const answer = (await call(request, {
    Head: { ...Object.fromEntries(request.head), sign: "" },
    Body: textsOf(request.operation.request, request.body),
  })) as { readonly Head: Readonly<Record<string, unknown>>; readonly Body: unknown };
  return { returnCode: String(answer.Head["returnCode"]), leaves: leavesOf(answer.Body ?? {}) };
}

/** Signs the bytes that strong-soap wrote, and hands it no answer that is not signed. */
function signingHttpClient(job: ClientJob, key: SignKey): HttpClient {
  const send = async (url: string, data: string | null, headers: Readonly<Record<string, string>>) => {
    if (data === null) {
      const response = await fetch(url);
      return { status: response.status, text: await response.text() };
    }
    const bytes = Buffer.from(data, "utf8");
    const response = await fetch(url, {
      method: "POST",
      headers: {
        ...headers,
        [HTTP_HEADER.providerHeader]: job.providerCode,
        [HTTP_HEADER.signatureHeader]: sign(HTTP_HEADER, key, { fields: [], raw: bytes }),
      },
      body: bytes,
      signal: AbortSignal.timeout(WAIT_MS),
    });
    const raw = Buffer.from(await response.arrayBuffer());
    const signature = response.headers.get(HTTP_HEADER.signatureHeader) ?? undefined;
    if (response.ok && !verify(HTTP_HEADER, key, { fields: [], raw }, signature).ok) {
      throw new Error("the answer's signature is wrong");
    }
    return { status: response.status, text: raw.toString("utf8") };
  };
  return {
    request(url, data, callback, headers = {}) {
      send(url, data, headers).then(
        ({ status, text }) => callback(null, { statusCode: status }, text),
        (error: unknown) => callback(error),
      );
    },
  };
}
