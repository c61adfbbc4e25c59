import { createClient } from "@coo/client";
import { createSandbox } from "@coo/sandbox";
import type { AnyOperation } from "@coo/soap";
import type { Cell } from "./matrix.ts";
import { operationNames, operationOf, sample, sampleFiles, services } from "./messages.ts";
import { errorText, type Outcome, type Shape, type SoapVersion } from "./peer.ts";
import { wireOf } from "./run-calls.ts";
import { SERVER_STACKS, type ServerStack } from "./server-stacks.ts";
import { each } from "./shapes.ts";
import { difference, textsDifference, textsOf } from "./texts.ts";

const PROVIDER = "TEST0001";
const KEY = "ccpit-demo-key-0001";
const NOW = Date.UTC(2026, 2, 2, 1, 30, 0);

interface Exchange {
  readonly operation: AnyOperation;
  readonly name: string;
  readonly request: object;
  readonly response: object;
}

/** As many exchanges an operation as it takes to send every sample of its request and of its answer. */
function exchangesOf(name: string): readonly Exchange[] {
  const operation = operationOf(name);
  const [requests, responses] = [sampleFiles(operation.request), sampleFiles(operation.response)];
  return Array.from({ length: Math.max(requests.length, responses.length) }, (_, i) => {
    const [asked, answered] = [requests[i % requests.length], responses[i % responses.length]];
    return {
      operation,
      name: `${name} ${asked} → ${answered}`,
      request: sample(operation.request, asked),
      response: sample(operation.response, answered),
    };
  });
}

const CALLS = operationNames("call").flatMap(exchangesOf);
const PUSHES = operationNames("push").flatMap(exchangesOf);

/** Our client against a foreign server: what was sent must arrive in both directions, value by value. */
async function clientAgainstServer(
  { open, signatureOf, sight }: ServerStack,
  shape: Shape,
  soapVersion: SoapVersion,
): Promise<readonly Outcome[]> {
  let current: Exchange | undefined;
  let received: readonly string[] = [];
  const { expected, found } = sight(shape);
  const running = await open({
    service: "Exchange",
    shape,
    soapVersion,
    providerCode: PROVIDER,
    key: KEY,
    now: NOW,
    operations: operationNames("call").map(operationOf),
    answer: (operation, body) => {
      if (current?.operation !== operation) throw new Error(`${operation.name} was not asked for`);
      received = body;
      return current.response;
    },
  });
  const client = createClient({
    services,
    endpoint: running.url,
    providerCode: PROVIDER,
    key: KEY,
    wire: wireOf(shape, soapVersion),
    signature: signatureOf(shape),
    unknownElements: "error",
    rateLimit: false,
    timeoutMs: 30_000,
    now: () => NOW,
  });
  try {
    const outcomes: Outcome[] = [];
    for (const exchange of CALLS) {
      current = exchange;
      received = [];
      const { operation, name } = exchange;
      try {
        const { body } = await client.exchange(operation.name, exchange.request);
        const error =
          difference("request", expected(textsOf(operation.request, exchange.request)), found(received)) ??
          textsDifference("answer", textsOf(operation.response, exchange.response), textsOf(operation.response, body));
        outcomes.push({ operation: name, ...(error === undefined ? {} : { error }) });
      } catch (error) {
        outcomes.push({ operation: name, error: errorText(error) });
      }
    }
    return outcomes;
  } finally {
    await client.close();
    await running.close();
  }
}

/** The sandbox pushes to a foreign server: it must find every value, and the sandbox must take the acknowledgement. */
async function sandboxAgainstServer(
  { open, signatureOf, sight }: ServerStack,
  shape: Shape,
  soapVersion: SoapVersion,
): Promise<readonly Outcome[]> {
  let received: readonly string[] = [];
  const { expected, found } = sight(shape);
  const running = await open({
    service: "Push",
    shape,
    soapVersion,
    providerCode: PROVIDER,
    key: KEY,
    now: NOW,
    operations: operationNames("push").map(operationOf),
    answer: (_, body) => {
      received = body;
      return {};
    },
  });
  const sandbox = createSandbox({
    seed: "interop",
    providers: { [PROVIDER]: KEY },
    receiver: running.url,
    wire: wireOf(shape, soapVersion),
    signature: signatureOf(shape),
    pushPauses: [],
  });
  try {
    const outcomes: Outcome[] = [];
    for (const { operation, name, request } of PUSHES) {
      received = [];
      const { attempts } = await sandbox.push(operation.name, request as Parameters<typeof sandbox.push>[1]);
      const last = attempts.at(-1);
      const error =
        (last?.outcome === "delivered" ? undefined : `${last?.outcome}: ${last?.reason}`) ??
        difference("push", expected(textsOf(operation.request, request)), found(received));
      outcomes.push({ operation: name, ...(error === undefined ? {} : { error }) });
    }
    return outcomes;
  } finally {
    await sandbox.close();
    await running.close();
  }
}

/** Foreign servers. */
export const serverCells: readonly Cell[] = SERVER_STACKS.flatMap((server) => [
  ...each(
    (shape, soapVersion): Cell => ({
      stack: server.stack,
      pair: "server ← our client",
      shape,
      soapVersion,
      signing: server.signing(shape),
      messages: CALLS.length,
      run: () => clientAgainstServer(server, shape, soapVersion),
    }),
  ),
  ...each(
    (shape, soapVersion): Cell => ({
      stack: server.stack,
      pair: "server ← our sandbox's pushes",
      shape,
      soapVersion,
      signing: server.signing(shape),
      messages: PUSHES.length,
      run: () => sandboxAgainstServer(server, shape, soapVersion),
    }),
  ),
]);
