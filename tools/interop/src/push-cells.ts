import { createHash } from "node:crypto";
import { createReceiver, type ReceiverError } from "@coo/receiver";
import { toNodeListener } from "@coo/receiver/node";
import { CLIENT_STACKS, type ClientStack } from "./client-stacks.ts";
import { serve } from "./http.ts";
import type { Cell } from "./matrix.ts";
import {
  bodyText,
  operationNames,
  operationOf,
  requestHead,
  sample,
  sampleFiles,
  services,
  wsdlFile,
} from "./messages.ts";
import { errorText, type Outcome, type Peer, type Shape, type SoapVersion } from "./peer.ts";
import { wireOf } from "./run-calls.ts";
import { each, portName } from "./shapes.ts";
import { difference, textsDifference, textsOf } from "./texts.ts";

const PROVIDER = "TEST0001";
const KEY = "ccpit-demo-key-0001";
const NOW = Date.UTC(2026, 2, 2, 1, 30, 0);
const PUSHES = operationNames("push");

/** Every sample of every push. */
const MESSAGES = PUSHES.flatMap((operation) =>
  sampleFiles(operationOf(operation).request).map((file) => ({ operation, file })),
);

/**
 * A foreign client pushes to our receiver. A push passes when the handler got exactly what the stack was told to send,
 * and the stack verified the acknowledgement, with code 0000 and an empty body.
 */
async function againstReceiver(
  { open, signatureOf }: ClientStack,
  shape: Shape,
  soapVersion: SoapVersion,
): Promise<readonly Outcome[]> {
  const taken: unknown[] = [];
  const refused: ReceiverError[] = [];
  const handlers = Object.fromEntries(PUSHES.map((name) => [name, (body: unknown) => void taken.push(body)]));
  const receiver = createReceiver({
    services,
    providers: { [PROVIDER]: KEY },
    handlers,
    wire: wireOf(shape, soapVersion),
    signature: signatureOf(shape),
    unknownElements: "error",
    now: () => NOW,
    onError: (error) => refused.push(error),
  });
  const running = await serve(toNodeListener(receiver));
  try {
    const peer = await open({
      wsdl: wsdlFile("push.wsdl"),
      port: portName("Push", shape, soapVersion),
      address: `${running.url}/push`,
      service: "PushService",
      shape,
      soapVersion,
      providerCode: PROVIDER,
      key: KEY,
    });
    try {
      const outcomes: Outcome[] = [];
      for (const { operation: name, file } of MESSAGES) {
        outcomes.push({ operation: `${name} ${file}`, ...(await push(peer, name, file, taken, refused)) });
      }
      return outcomes;
    } finally {
      await peer.close();
    }
  } finally {
    await receiver.close();
    await running.close();
  }
}

async function push(
  peer: Peer,
  name: string,
  file: string,
  taken: unknown[],
  refused: ReceiverError[],
): Promise<{ readonly error?: string }> {
  taken.length = 0;
  refused.length = 0;
  try {
    const operation = operationOf(name);
    const body = sample(operation.request, file);
    const messageId = createHash("md5").update(`${name}/${file}`).digest("hex");
    const head = requestHead(name, { providerCode: PROVIDER, messageId, now: NOW });
    const answer = await peer.call({ operation, head, body, bodyText: bodyText(operation.request, body) });
    const error =
      (answer.returnCode === "0000" ? undefined : `return code ${answer.returnCode}`) ??
      (taken.length === 1 ? undefined : `the handler ran ${taken.length} times`) ??
      textsDifference("push", textsOf(operation.request, body), textsOf(operation.request, taken[0])) ??
      difference("answer", [], answer.leaves);
    return error === undefined ? {} : { error };
  } catch (error) {
    const reason = refused[0];
    return { error: reason === undefined ? errorText(error) : `${reason.code} ${reason.message}; ${errorText(error)}` };
  }
}

/** Foreign clients that push to our receiver on node:http. */
export const pushCells: readonly Cell[] = CLIENT_STACKS.flatMap((client) =>
  each(
    (shape, soapVersion): Cell => ({
      stack: client.stack,
      pair: "client → our receiver",
      shape,
      soapVersion,
      signing: client.signing(shape),
      messages: MESSAGES.length,
      run: () => againstReceiver(client, shape, soapVersion),
    }),
  ),
);
