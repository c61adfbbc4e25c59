import { createClient } from "@coo/client";
import { createSandbox } from "@coo/sandbox";
import type { Particle, ServiceDescriptor, TypeDescriptor } from "@coo/soap/gen1";
import { CLIENT_STACKS, type ClientStack } from "./client-stacks.ts";
import type { Cell } from "./matrix.ts";
import { bodyText, operationNames, operationOf, requestHead, sample, services, wsdlFile } from "./messages.ts";
import { errorText, type Outcome, type Shape, type SoapVersion } from "./peer.ts";
import { wireOf } from "./run-calls.ts";
import { Refusal } from "./server-job.ts";
import { SERVER_STACKS, type ServerStack } from "./server-stacks.ts";
import { each, portName } from "./shapes.ts";

const PROVIDER = "TEST0001";
const KEY = "ccpit-demo-key-0001";
const NOW = Date.UTC(2026, 2, 2, 1, 30, 0);

/** Faults that the sandbox answers with under `error: "fault"`: of the message, and of the signature. */
const OURS = [
  { name: "a document that does not exist", key: (own: string) => own, said: /3002 单证不存在/ },
  { name: "a wrong key", key: () => "another-key", said: /1002 / },
] as const;

/** Our faults must reach a program on the foreign stack as faults, with their text. */
async function ourFaults(client: ClientStack, shape: Shape, soapVersion: SoapVersion): Promise<readonly Outcome[]> {
  const sandbox = createSandbox({
    seed: "interop",
    signature: client.signatureOf(shape),
    wire: { ...wireOf(shape, soapVersion), error: "fault" },
  });
  try {
    const { url } = await sandbox.listen(0);
    const { providerCode, key } = sandbox.credentials;
    const outcomes: Outcome[] = [];
    for (const [index, { name, key: keyOf, said }] of OURS.entries()) {
      const peer = await client.open({
        wsdl: wsdlFile("exchange.wsdl"),
        service: "ExchangeService",
        port: portName("Exchange", shape, soapVersion),
        address: `${url}/services/exchange`,
        shape,
        soapVersion,
        providerCode,
        key: keyOf(String(key)),
      });
      try {
        const operation = operationOf("queryDocument");
        const body = { docId: "NO-SUCH-DOCUMENT" };
        const head = requestHead(operation.name, {
          providerCode,
          messageId: String(index).repeat(32),
          now: sandbox.clock.now(),
        });
        const heard = await peer.call({ operation, head, body, bodyText: bodyText(operation.request, body) }).then(
          ({ returnCode }) => `no fault but code ${returnCode}`,
          (error: unknown) => errorText(error),
        );
        outcomes.push({ operation: name, ...(said.test(heard) ? {} : { error: heard }) });
      } finally {
        await peer.close();
      }
    }
    return outcomes;
  } finally {
    await sandbox.close();
  }
}

const REFUSAL = "测试故障：单证“A<1>&B”不存在";

/** Faults of a foreign server, one an operation, must reach a program on our client as such, with their text. */
async function theirFaults(
  { open, signatureOf }: ServerStack,
  shape: Shape,
  soapVersion: SoapVersion,
): Promise<readonly Outcome[]> {
  const names = operationNames("call");
  const running = await open({
    service: "Exchange",
    shape,
    soapVersion,
    providerCode: PROVIDER,
    key: KEY,
    now: NOW,
    operations: names.map(operationOf),
    answer: () => {
      throw new Refusal(REFUSAL);
    },
  });
  const client = createClient({
    services,
    endpoint: running.url,
    providerCode: PROVIDER,
    key: KEY,
    wire: wireOf(shape, soapVersion),
    signature: signatureOf(shape),
    rateLimit: false,
    timeoutMs: 30_000,
    now: () => NOW,
  });
  try {
    const outcomes: Outcome[] = [];
    for (const name of names) {
      const heard = await client.exchange(name, sample(operationOf(name).request)).then(
        () => "no fault",
        (error: unknown) => `${(error as { readonly code?: string }).code} ${errorText(error)}`,
      );
      const good = heard.startsWith("CLIENT_FAULT ") && heard.includes(REFUSAL);
      outcomes.push({ operation: name, ...(good ? {} : { error: heard }) });
    }
    return outcomes;
  } finally {
    await client.close();
    await running.close();
  }
}

/** Types without what their values must look like: a client that goes by them sends what the schema forbids. */
function loose(given: TypeDescriptor | (() => TypeDescriptor)): TypeDescriptor {
  const type = typeof given === "function" ? given() : given;
  if (type.k === "simple") return type.js === "string" ? { k: "simple", builtin: "string", js: "string" } : type;
  return type.k === "complex" && type.content ? { ...type, content: looseParticle(type.content) } : type;
}

function looseParticle(particle: Particle): Particle {
  if (particle.k === "any") return particle;
  if (particle.k === "el") return { ...particle, type: loose(particle.type) };
  return { ...particle, items: particle.items.map(looseParticle) };
}

function looseService(service: ServiceDescriptor): ServiceDescriptor {
  const operations = Object.entries(service.operations).map(([name, operation]) => [
    name,
    { ...operation, request: { ...operation.request, type: loose(operation.request.type) } },
  ]);
  return { ...service, operations: Object.fromEntries(operations) };
}

/** Longer than any text of the reference edition may be. */
const TOO_LONG = "长".repeat(5000);

/** A copy of `value` whose first text is too long. */
function spoiled(value: unknown): unknown {
  if (typeof value === "string") return TOO_LONG;
  if (Array.isArray(value)) return [spoiled(value[0]), ...(value as unknown[]).slice(1)];
  const entries = Object.entries(value as object);
  const at = entries.findIndex(([, one]) => typeof one === "string" || (typeof one === "object" && one !== null));
  return Object.fromEntries(entries.map(([key, one], i) => [key, i === at ? spoiled(one) : one]));
}

/** A message of ours that its schema forbids must come back as a fault that our client tells by its code. */
async function theirValidation(
  { open, signatureOf }: ServerStack,
  shape: Shape,
  soapVersion: SoapVersion,
): Promise<readonly Outcome[]> {
  const names = operationNames("call");
  const reached: string[] = [];
  const running = await open({
    service: "Exchange",
    shape,
    soapVersion,
    providerCode: PROVIDER,
    key: KEY,
    now: NOW,
    operations: names.map(operationOf),
    answer: (operation) => {
      reached.push(operation.name);
      return sample(operation.response);
    },
  });
  const client = createClient({
    services: services.map(looseService),
    endpoint: running.url,
    providerCode: PROVIDER,
    key: KEY,
    wire: wireOf(shape, soapVersion),
    signature: signatureOf(shape),
    rateLimit: false,
    timeoutMs: 30_000,
    now: () => NOW,
  });
  try {
    const outcomes: Outcome[] = [];
    for (const name of names) {
      const heard = await client.exchange(name, spoiled(sample(operationOf(name).request)) as never).then(
        () => "no fault",
        (error: unknown) => `${(error as { readonly code?: string }).code} ${errorText(error)}`,
      );
      // Xerces names the rule of the schema.
      const good = /^CLIENT_FAULT .*cvc-/s.test(heard) && !reached.includes(name);
      outcomes.push({ operation: name, ...(good ? {} : { error: heard }) });
    }
    return outcomes;
  } finally {
    await client.close();
    await running.close();
  }
}

/** Faults, both ways. */
export const faultCells: readonly Cell[] = [
  ...CLIENT_STACKS.flatMap((client) =>
    each(
      (shape, soapVersion): Cell => ({
        stack: client.stack,
        pair: "client ← our faults",
        shape,
        soapVersion,
        signing: client.signing(shape),
        messages: OURS.length,
        run: () => ourFaults(client, shape, soapVersion),
      }),
    ),
  ),
  ...SERVER_STACKS.flatMap((server) =>
    each(
      (shape, soapVersion): Cell => ({
        stack: server.stack,
        pair: "server's faults → our client",
        shape,
        soapVersion,
        signing: server.signing(shape),
        messages: operationNames("call").length,
        run: () => theirFaults(server, shape, soapVersion),
      }),
    ),
  ),
  // Of the stacks that run here only JAX-WS has a validator; in the string shape the schema sees a text.
  ...SERVER_STACKS.filter(({ stack }) => stack === "jax-ws").flatMap((server) =>
    each(
      (shape, soapVersion): Cell => ({
        stack: server.stack,
        pair: "server's validation → our client",
        shape,
        soapVersion,
        signing: server.signing(shape),
        messages: operationNames("call").length,
        run: () => theirValidation(server, shape, soapVersion),
      }),
    ).filter(({ shape }) => shape === "typed"),
  ),
];
