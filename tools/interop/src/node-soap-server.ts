import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { loadKey, PROFILES, profile, type SignKey, sign, verify } from "@coo/sign";
import { type AnyOperation, headValue, readPayload, writePayload } from "@coo/soap";
import { type IServerOptions, listen, type Server } from "soap";
import { type Running, rawBody, serve } from "./http.ts";
import { answerHead, bodyText, wsdlFile } from "./messages.ts";
import { soapFault } from "./node-fault.ts";
import { EXACT } from "./node-soap-peer.ts";
import { Refusal, type ServerJob } from "./server-job.ts";
import { portName } from "./shapes.ts";
import { leavesOf, readBodyText, type Texts, textsOf } from "./texts.ts";

const HTTP_HEADER = profile("http-header");

/**
 * node-soap as a server that verifies every request and signs every answer: with P1 in its operations in the string shape;
 * over the raw HTTP bodies, in front of it, in the typed shape.
 */
export async function nodeSoapServer(job: ServerJob): Promise<Running> {
  const key = loadKey(job.key);
  return job.shape === "string" ? stringServer(job, key) : typedServer(job, key);
}

type Methods = Readonly<Record<string, (args: never) => object>>;

const PATH = "/service";

/** Options of one port: node-soap finds a port by the path of its address, which is the same for all four in our file. */
function options(job: ServerJob, methods: Methods): IServerOptions {
  const name = job.service === "Exchange" ? "exchange.wsdl" : "push.wsdl";
  const port = portName(job.service, job.shape, job.soapVersion);
  const xml = readFileSync(wsdlFile(name), "utf8").replace(
    new RegExp(`(<wsdl:port name="${port}"[^>]*>\\s*<soap(?:12)?:address location=")[^"]*`),
    `$1http://127.0.0.1${PATH}`,
  );
  return {
    ...EXACT,
    path: PATH,
    xml,
    uri: wsdlFile(name),
    forceSoap12Headers: job.soapVersion === "1.2",
    services: { [`${job.service}Service`]: { [port]: methods } },
  } as IServerOptions;
}

/** Listens with node-soap; resolves when its WSDL is loaded. */
async function listenAsync(server: ReturnType<typeof createServer>, given: IServerOptions): Promise<Server> {
  return new Promise((resolve, reject) => {
    const made: Server = listen(server, {
      ...given,
      callback: (error: unknown) =>
        error
          ? reject(new Error("node-soap cannot listen", { cause: error }))
          : setImmediate(() => resolve(exact(made))),
    });
  });
}

/** node-soap 1.13 has `preserveWhitespace` in the type of its server's options, but hands it on in its client only. */
function exact(server: Server): Server {
  const { wsdl } = server as unknown as { readonly wsdl: { readonly options: object } };
  Object.assign(wsdl.options, EXACT);
  return server;
}

async function stringServer(job: ServerJob, key: SignKey): Promise<Running> {
  const methods = methodsOf(job, (operation, { requestXml }: { readonly requestXml: string }) => {
    const request = readPayload(requestXml, "Request");
    const fields = request.head ?? [];
    if (!verify(PROFILES.P1, key, { fields, body: request.bodyText }, headValue(fields, "sign")).ok) {
      throw new Refusal("the request's signature is wrong");
    }
    const received = readBodyText(operation.request, request.bodyText, request.bodyNamespaces);
    const answer = bodyText(operation.response, job.answer(operation, leavesOf(received)));
    const head = answerHead({ ...job, messageId: headValue(fields, "messageId") ?? "" });
    const signature = sign(PROFILES.P1, key, { fields: head, body: answer });
    return {
      responseXml: writePayload({ kind: "Response", head: [...head, ["sign", signature]], bodyText: answer }),
    };
  });
  const running = await serve();
  await listenAsync(running.server, options(job, methods));
  return { ...running, url: running.url + PATH };
}

interface TypedRequest {
  readonly Head: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

async function typedServer(job: ServerJob, key: SignKey): Promise<Running> {
  const methods = methodsOf(job, (operation, { Head, Body }: TypedRequest): { Head: Texts; Body: Texts } => {
    const body = job.answer(operation, leavesOf(Body ?? {}));
    const head = answerHead({ ...job, messageId: Head["messageId"] ?? "" });
    return { Head: { ...Object.fromEntries(head), sign: "" }, Body: textsOf(operation.response, body) };
  });
  // Never listens: it is asked for answers to requests that were verified.
  const soap = await listenAsync(createServer(), options(job, methods));
  const running = await serve((request, response) => {
    guarded(job, key, soap, request, response).catch((cause: unknown) =>
      response.destroy(new Error("no answer", { cause })),
    );
  });
  return { ...running, url: running.url + PATH };
}

/** Between the network and node-soap: verifies the bytes that came, signs the bytes that go. */
async function guarded(
  job: ServerJob,
  key: SignKey,
  soap: Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await rawBody(request);
  const signature = request.headers[HTTP_HEADER.signatureHeader];
  if (!verify(HTTP_HEADER, key, { fields: [], raw }, typeof signature === "string" ? signature : "").ok) {
    response.writeHead(401).end();
    return;
  }
  const answer = await soap.processRequest(raw.toString("utf8"), { url: PATH, headers: { ...request.headers } });
  const bytes = Buffer.from(answer.body, "utf8");
  response.writeHead(answer.statusCode, {
    ...answer.headers,
    [HTTP_HEADER.providerHeader]: job.providerCode,
    [HTTP_HEADER.signatureHeader]: sign(HTTP_HEADER, key, { fields: [], raw: bytes }),
  });
  response.end(bytes);
}

/** node-soap hands out what it read: `args` has the shape of the port's wrapper. */
function methodsOf(job: ServerJob, method: (operation: AnyOperation, args: never) => object): Methods {
  return Object.fromEntries(
    job.operations.map((operation) => [
      operation.name,
      (args: never): object => soapFault(job.soapVersion, () => method(operation, args)),
    ]),
  );
}
