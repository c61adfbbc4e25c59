import { readFileSync } from "node:fs";
import { createClient } from "@coo/client";
import { type ApplyPreferentialCertificateResponse, documents } from "@coo/msg-document";
import { loadKey, PROFILES, sign, verify } from "@coo/sign";
import {
  type BuiltResponse,
  buildResponse,
  decodeBody,
  encodeBody,
  encodeBodyBytes,
  type HeadField,
  headValue,
  type ReadMessage,
  readRequest,
  signedBody,
} from "@coo/soap";
import { createClientAsync, listen } from "soap";
import { Agent, request as send } from "undici";
import { bytesOf, collected, type Running, serve } from "./loopback.ts";
import { type Certificate, operation, request, type Shape, WIRES } from "./messages.ts";
import { SERVICE, TYPED_PORT, WSDL_FILE } from "./node-soap.ts";

/** What a round trip did: what the server got, and what the client got back. */
export interface Trip {
  readonly received: unknown;
  readonly answer: unknown;
}

/** A client and its server, connected over loopback. */
export interface Pair {
  run(certificate: Certificate): Promise<Trip>;
  close(): Promise<void>;
}

/** What every server answers. */
export const ANSWER: ApplyPreferentialCertificateResponse = {
  docId: "BENCH",
  docStatus: "1",
  receiveTime: "2026-03-01 09:30:01",
};

/** One list for all messages, as a server has: its operations are looked at once. */
const services = [documents];
const SECRET = "ccpit-demo-key-0001";
const key = loadKey(SECRET);
const P1 = PROFILES.P1;

/**
 * `@coo/client` and a small server of ours in one shape: both sides sign, verify, check and decode. The server does by
 * hand what CCPIT's side would, since `@coo/receiver` takes the pushes of the other direction.
 */
export async function ownPair(shape: Shape): Promise<Pair> {
  const wire = WIRES[shape];
  let received: unknown;
  const running = await ownServer(shape, (value) => {
    received = value;
  });
  const client = createClient({
    services: [documents],
    endpoint: running.url,
    providerCode: "TEST0001",
    key: SECRET,
    wire,
    rateLimit: false,
  });
  return {
    async run(certificate) {
      const body = await client.applyPreferentialCertificate(certificate);
      return { received, answer: body };
    },
    async close() {
      await client.close();
      await running.close();
    },
  };
}

/** The server of such a pair; it hands on what it got. */
export async function ownServer(shape: Shape, got: (value: unknown) => void = () => {}): Promise<Running> {
  const wire = WIRES[shape];
  return serve(async (incoming, outgoing) => {
    const message = readRequest(await collected(incoming), incoming.headers, { wire, services });
    const signature = headValue(message.head, "sign");
    const { head: fields, signedBytes: bodyBytes } = message;
    const covered = bodyBytes ? { fields, bodyBytes } : { fields, body: message.signedBody };
    if (!verify(P1, key, covered, signature).ok) throw new Error("the request's signature is wrong");
    got(decodeBody(operation, wire, "request", message).value);
    const { status, headers, body } = answer(shape, message);
    outgoing.writeHead(status, { ...headers, "content-length": body.byteLength }).end(body);
  });
}

/** A signed answer to a request. */
function answer(shape: Shape, { head }: Pick<ReadMessage, "head">): BuiltResponse {
  const wire = WIRES[shape];
  const bodyText =
    encodeBodyBytes(operation, wire, "response", ANSWER) ?? encodeBody(operation, wire, "response", ANSWER);
  const fields: readonly HeadField[] = [
    ["providerCode", "TEST0001"],
    ["messageId", headValue(head, "messageId") ?? ""],
    ["timestamp", "20260301093001"],
    ["returnCode", "0000"],
    ["returnMessage", "成功"],
    ["nonceStr", "7M2XQ4ZJ9KCW18PA"],
    ["signType", "HMAC-SHA256"],
  ];
  const signature = sign(
    P1,
    key,
    typeof bodyText === "string" ? { fields, body: signedBody(bodyText, wire) } : { fields, bodyBytes: bodyText },
  );
  return buildResponse({ operation, wire, head: [...fields, ["sign", signature]], bodyText });
}

/** undici and node:http exchanging bytes that nobody looks at, of the sizes of the string shape's messages. */
export async function echoPair(certificate: Certificate): Promise<Pair> {
  const message = request("string", certificate);
  const reply = Buffer.from(answer("string", { head: [["messageId", "0f1e2d3c4b5a69788796a5b4c3d2e1f0"]] }).body);
  let received: Buffer | undefined;
  const running = await serve(async (incoming, outgoing) => {
    received = await bytesOf(incoming);
    outgoing.writeHead(200, { "content-type": "text/xml", "content-length": reply.byteLength }).end(reply);
  });
  const dispatcher = new Agent();
  return {
    async run() {
      const response = await send(running.url, { method: "POST", body: message.body, dispatcher });
      return { received, answer: Buffer.from(await response.body.arrayBuffer()) };
    },
    async close() {
      await dispatcher.close();
      await running.close();
    },
  };
}

/** node-soap on both sides: the typed shape with an empty head, unsigned and unchecked. */
export async function nodeSoapPair(): Promise<Pair> {
  let received: unknown;
  const running = await nodeSoapServer((value) => {
    received = value;
  });
  const client = await createClientAsync(WSDL_FILE, { endpoint: running.url });
  const call = client[SERVICE][TYPED_PORT][operation.name] as (
    args: object,
    done: (error: unknown, result: { readonly Body: unknown }) => void,
    options: object,
  ) => void;
  return {
    run: (certificate) =>
      new Promise((resolve, reject) => {
        call(
          { Body: certificate },
          (error, result) => (error ? reject(error) : resolve({ received, answer: result.Body })),
          // Connections are kept alive, as ours are.
          { forever: true },
        );
      }),
    close: running.close,
  };
}

/** The server of such a pair; its address is that of the port. */
export async function nodeSoapServer(got: (value: unknown) => void = () => {}): Promise<Running> {
  const running = await serve();
  const path = "/exchange-typed";
  // Its server finds the port by the path of the port's address.
  const xml = readFileSync(WSDL_FILE, "utf8").replace(
    new RegExp(`(<wsdl:port name="${TYPED_PORT}"[^>]*>\\s*<soap:address location=")[^"]*`),
    `$1${running.url}${path}`,
  );
  const method = ({ Body }: { readonly Body: unknown }): object => {
    got(Body);
    return { Body: ANSWER };
  };
  await new Promise<void>((resolve, reject) => {
    listen(running.server, {
      path,
      xml,
      uri: WSDL_FILE,
      services: { [SERVICE]: { [TYPED_PORT]: { [operation.name]: method } } },
      callback: (error: unknown) => (error ? reject(error) : resolve()),
    });
  });
  return { ...running, url: running.url + path };
}
