import { loadKey, PROFILES, profile } from "@coo/sign";
import { createSigningHttpClient } from "@coo/sign/node-soap";
import { createClientAsync, type IOptions } from "soap";
import { readAnswerText, writeRequestText } from "./payload-text.ts";
import type { Peer, PeerAnswer, PeerRequest, Shape, SoapVersion } from "./peer.ts";
import type { Sight } from "./run-calls.ts";
import { leavesOf, type TextNode, type Texts, textsOf } from "./texts.ts";

export interface NodeSoapJob {
  readonly wsdl: string;
  readonly service: string;
  readonly port: string;
  readonly address: string;
  readonly shape: Shape;
  readonly soapVersion: SoapVersion;
  readonly providerCode: string;
  readonly key: string;
}

/** Options under which node-soap keeps white space, and tells nil from absent. */
export const EXACT: IOptions = {
  preserveWhitespace: true,
  handleNilAsNull: true,
};

/** What node-soap makes of a message when all goes well: it has null for nil, for an empty text and for an element without children. */
export function nodeSoapSees(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, node]) => [name, Array.isArray(node) ? node.map(seen) : seen(node as TextNode)]),
  );
}

function seen(node: TextNode): TextNode {
  if (node === null || node === "") return null;
  if (typeof node !== "object") return node;
  return Object.keys(node).length === 0 ? null : nodeSoapSees(node);
}

/** What is compared with node-soap's objects. */
export const nodeSoapSight: Sight = {
  expected: (texts) => leavesOf(nodeSoapSees(texts)),
  found: (leaves) => leaves,
};

const WAIT_MS = 30_000;

type Method = (
  args: object,
  done: (error: unknown, result?: unknown) => void,
  options: { readonly timeout: number },
) => void;

/**
 * node-soap as a client, signing through the `httpClient` of `@coo/sign/node-soap`: P1 into the payload of the string
 * shape, the raw HTTP body into a header in the typed shape, where a writer of its own chooses the bytes.
 */
export async function nodeSoapPeer(job: NodeSoapJob): Promise<Peer> {
  const { shape, providerCode } = job;
  const httpClient = createSigningHttpClient({
    profile: shape === "string" ? PROFILES.P1 : profile("http-header"),
    key: loadKey(job.key),
    providerCode,
    timeoutMs: WAIT_MS,
  });
  const client = await createClientAsync(job.wsdl, {
    ...EXACT,
    httpClient,
    disableCache: true,
    endpoint: job.address,
    forceSoap12Headers: job.soapVersion === "1.2",
  });
  const ports = client[job.service] as Readonly<Record<string, Readonly<Record<string, Method>>>>;
  const call = async ({ operation }: PeerRequest, args: object): Promise<unknown> => {
    const method = ports[job.port]?.[operation.name];
    if (method === undefined) throw new Error(`node-soap has no ${job.port}.${operation.name}`);
    return new Promise((resolve, reject) => {
      method(args, (error, result) => (error ? reject(error) : resolve(result)), { timeout: WAIT_MS });
    });
  };
  return {
    call: (request) => (shape === "string" ? callString(request, call) : callTyped(request, call)),
    async close() {},
  };
}

type Calling = (request: PeerRequest, args: object) => Promise<unknown>;

async function callString(request: PeerRequest, call: Calling): Promise<PeerAnswer> {
  const answer = (await call(request, { requestXml: writeRequestText(request.head, request.bodyText) })) as {
    readonly responseXml: string;
  };
  return readAnswerText(request.operation, answer.responseXml);
}

async function callTyped(request: PeerRequest, call: Calling): Promise<PeerAnswer> {
  const answer = (await call(request, {
    Head: { ...Object.fromEntries(request.head), sign: "" },
    Body: textsOf(request.operation.request, request.body),
  })) as { readonly Head: Readonly<Record<string, unknown>>; readonly Body: unknown };
  return { returnCode: String(answer.Head["returnCode"]), leaves: leavesOf(answer.Body ?? {}) };
}
