import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { loadKey, PROFILES, profile, type SignKey, sign, verify } from "@coo/sign";
import { type AnyOperation, headValue, readPayload, writePayload } from "@coo/soap";
import { type Server, soap } from "strong-soap";
import { type Running, rawBody, serve } from "./http.ts";
import { answerHead, bodyText, wsdlFile } from "./messages.ts";
import { soapFault } from "./node-fault.ts";
import { Refusal, type ServerJob } from "./server-job.ts";
import { portName } from "./shapes.ts";
import { leavesOf, readBodyText, textsOf } from "./texts.ts";

const HTTP_HEADER = profile("http-header");
const PATH = "/service";

/**
 * strong-soap as a server behind an HTTP server of ours, which hands it whole bodies (it joins the chunks of a body as
 * texts, and breaks characters that lie across two of them) and, in the typed shape, signs and verifies their bytes.
 */
export async function strongSoapServer(job: ServerJob): Promise<Running> {
  const key = loadKey(job.key);
  const server = await loaded(job, job.shape === "string" ? stringMethod(job, key) : typedMethod(job));
  const running = await serve((request, response) => {
    respond(job, key, server, request, response).catch((cause: unknown) =>
      response.destroy(new Error("no answer", { cause })),
    );
  });
  return { ...running, url: running.url + PATH };
}

type Answering = (operation: AnyOperation, args: never) => object;

/** A server of strong-soap for one port, which never listens itself. */
async function loaded(job: ServerJob, answering: Answering): Promise<Server> {
  const file = wsdlFile(job.service === "Exchange" ? "exchange.wsdl" : "push.wsdl");
  const port = portName(job.service, job.shape, job.soapVersion);
  // It finds a port by the path of its address, which is the same for all four in our file.
  const xml = readFileSync(file, "utf8").replace(
    new RegExp(`(<wsdl:port name="${port}"[^>]*>\\s*<soap(?:12)?:address location=")[^"]*`),
    `$1http://127.0.0.1${PATH}`,
  );
  const methods = Object.fromEntries(
    job.operations.map((operation) => [
      operation.name,
      (args: never): object => soapFault(job.soapVersion, () => answering(operation, args)),
    ]),
  );
  const made = soap.listen(createServer(), {
    path: PATH,
    xml,
    uri: file,
    services: { [`${job.service}Service`]: { [port]: methods } },
  });
  for (let i = 0; made.xmlHandler === undefined; i++) {
    if (i > 500) throw new Error("strong-soap did not load the WSDL");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return made;
}

const stringMethod =
  (job: ServerJob, key: SignKey): Answering =>
  (operation, { requestXml }: { readonly requestXml: string }) => {
    const request = readPayload(requestXml, "Request");
    const fields = request.head ?? [];
    if (!verify(PROFILES.P1, key, { fields, body: request.bodyText }, headValue(fields, "sign")).ok) {
      throw new Refusal("the request's signature is wrong");
    }
    const received = readBodyText(operation.request, request.bodyText, request.bodyNamespaces);
    const answer = bodyText(operation.response, job.answer(operation, leavesOf(received)));
    const head = answerHead({ ...job, messageId: headValue(fields, "messageId") ?? "" });
    const signature = sign(PROFILES.P1, key, { fields: head, body: answer });
    return { responseXml: writePayload({ kind: "Response", head: [...head, ["sign", signature]], bodyText: answer }) };
  };

const typedMethod =
  (job: ServerJob): Answering =>
  (operation, { Head, Body }: { readonly Head: Readonly<Record<string, string>>; readonly Body: unknown }) => {
    const body = job.answer(operation, leavesOf(Body ?? {}));
    const head = answerHead({ ...job, messageId: Head["messageId"] ?? "" });
    return { Head: { ...Object.fromEntries(head), sign: "" }, Body: textsOf(operation.response, body) };
  };

async function respond(
  job: ServerJob,
  key: SignKey,
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = await rawBody(request);
  const signature = request.headers[HTTP_HEADER.signatureHeader];
  if (job.shape === "typed" && !verify(HTTP_HEADER, key, { fields: [], raw }, String(signature ?? "")).ok) {
    response.writeHead(401).end();
    return;
  }
  const { text, status } = await new Promise<{ text: string; status: number }>((resolve) => {
    server._process(raw.toString("utf8"), request, (text, status = 200) => resolve({ text, status }));
  });
  const bytes = Buffer.from(text, "utf8");
  response.writeHead(status, {
    "content-type": job.soapVersion === "1.2" ? "application/soap+xml; charset=utf-8" : "text/xml; charset=utf-8",
    [HTTP_HEADER.providerHeader]: job.providerCode,
    [HTTP_HEADER.signatureHeader]: sign(HTTP_HEADER, key, { fields: [], raw: bytes }),
  });
  response.end(bytes);
}
