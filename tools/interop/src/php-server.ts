import type { IncomingMessage, ServerResponse } from "node:http";
import { type Running, rawBody, serve } from "./http.ts";
import { openLines } from "./json-lines.ts";
import { answerHead, bodyText, wsdlFile } from "./messages.ts";
import { startPhp } from "./php-peer.ts";
import { Refusal, type ServerJob } from "./server-job.ts";
import { portName } from "./shapes.ts";
import { nativeOf, textsOf } from "./texts.ts";

const PATH = "/service";

/** PHP's SoapServer behind an HTTP server of ours, which only hands the bytes on. It verifies and signs with P1 in PHP. */
export async function phpServer(job: ServerJob): Promise<Running> {
  const { child, folder, clean } = startPhp("php_server.php");
  const lines = await openLines("php", child, {
    wsdl: wsdlFile(job.service === "Exchange" ? "exchange.wsdl" : "push.wsdl"),
    port: portName(job.service, job.shape, job.soapVersion),
    address: `http://127.0.0.1${PATH}`,
    shape: job.shape,
    soapVersion: job.soapVersion,
    key: job.key,
    folder,
  });
  const answerTo = async (request: Buffer): Promise<Buffer> => {
    lines.write({ request: request.toString("base64") });
    for (;;) {
      const said = await lines.read();
      if (typeof said["answer"] === "string") return Buffer.from(said["answer"], "base64");
      if (typeof said["error"] === "string") throw new Error(said["error"]);
      const operation = job.operations.find((one) => one.name === said["operation"]);
      if (operation === undefined) throw new Error(`php called ${String(said["operation"])}`);
      const body = answerOrFault(() => job.answer(operation, said["leaves"] as readonly string[]));
      if (typeof body === "string") lines.write({ fault: body });
      else
        lines.write({
          head: Object.fromEntries(answerHead({ ...job, messageId: String(said["messageId"]) })),
          body: bodyText(operation.response, body),
          values: textsOf(operation.response, body, nativeOf),
        });
    }
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = await answerTo(await rawBody(request));
    response.writeHead(answer.includes("Fault>") ? 500 : 200, {
      "content-type": job.soapVersion === "1.2" ? "application/soap+xml; charset=utf-8" : "text/xml; charset=utf-8",
      "content-length": answer.length,
    });
    response.end(answer);
  };
  const running = await serve((request, response) => {
    respond(request, response).catch((cause: unknown) => response.destroy(new Error("no answer", { cause })));
  });
  return {
    ...running,
    url: running.url + PATH,
    async close() {
      await running.close();
      lines.end();
      clean();
    },
  };
}

function answerOrFault(answer: () => object): object | string {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}
