// The process under attack: a receiver behind one adapter. It tells the attacker what reached its handlers.
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createReceiver, isReceiverError, type ReceiverError } from "@coo/receiver";
import { validateValue } from "@coo/soap";
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import { ADAPTERS } from "./adapters.ts";
import { PeakMemory } from "./peak-memory.ts";
import { PROFILE, PROVIDER } from "./signing.ts";

/** What the process is told to serve. */
export interface Orders {
  readonly adapter: string;
  /** File that exports the generated services. */
  readonly services: string;
  readonly keyHex: string;
  readonly path: string;
}

/** A call of a handler. */
export interface HandlerCall {
  readonly operation: string;
  readonly value: unknown;
}

/** What happened since the last report. */
export interface Report {
  readonly calls: readonly HandlerCall[];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly status: number }[];
  /** Highest resident memory since the last report over the one at it, in bytes; 0 where the system does not tell. */
  readonly grown: number;
  /** CPU time since the last report, in milliseconds. */
  readonly cpuMs: number;
  /** Bytes held after a collection. */
  readonly held: number;
  /** Names that were added to prototypes, and promises that nobody watched. */
  readonly polluted: readonly string[];
  readonly unhandled: readonly string[];
}

const prototypes = {
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  String: String.prototype,
};
const clean = Object.entries(prototypes).map(([name, p]) => [name, p, Reflect.ownKeys(p).length] as const);

function pollution(): string[] {
  return clean.filter(([, p, count]) => Reflect.ownKeys(p).length !== count).map(([name]) => name);
}

/** The SOAP version that the description binds its operations to. */
function versionOf(services: readonly ServiceDescriptor[]): "1.1" | "1.2" {
  const operations = services.flatMap((s) => Object.values(s.operations));
  return operations.find((o) => o.bindings.length > 0)?.bindings[0]?.soapVersion ?? "1.1";
}

async function serve(orders: Orders): Promise<void> {
  const module = (await import(pathToFileURL(orders.services).href)) as Record<string, ServiceDescriptor>;
  const samples = (await import(pathToFileURL(join(dirname(orders.services), "testing.ts")).href)) as Record<
    string,
    () => unknown
  >;
  const services = Object.values(module).filter((s) => s.k === "service");
  let calls: HandlerCall[] = [];
  let errors: { code: string; message: string; status: number }[] = [];
  let unhandled: string[] = [];
  const peak = new PeakMemory();
  let cpu = process.cpuUsage();
  process.on("unhandledRejection", (reason) => unhandled.push(String(reason)));
  const handlers: Record<string, (value: unknown) => unknown> = {};
  for (const service of services) {
    for (const [key, operation] of Object.entries(service.operations)) {
      const { name, response } = operation as OperationDescriptor<unknown, unknown>;
      handlers[key] = (value) => {
        calls.push({ operation: name, value });
        // An answer of the same shape is an echo; any other is a sample.
        const build = samples[`build${response.name}`];
        return validateValue(response, value).length === 0 || build === undefined ? value : build();
      };
    }
  }
  const receiver = createReceiver({
    services,
    providers: { [PROVIDER]: Buffer.from(orders.keyHex, "hex") },
    handlers: handlers as never,
    signature: PROFILE,
    wire: { soapVersion: versionOf(services) },
    unknownElements: "error",
    path: orders.path,
    // The same bytes twice would be one message: here each is to be judged.
    store: { begin: async () => ({ state: "new" }), accept: async () => {}, abandon: async () => {} },
    onError: (error: ReceiverError) =>
      errors.push({ code: error.code, message: error.message.slice(0, 300), status: error.status }),
  });
  const port = await (ADAPTERS[orders.adapter] as (typeof ADAPTERS)[string])(receiver, orders.path);
  process.on("message", (message) => {
    if (message !== "report") return;
    const { grown } = peak;
    const { user, system } = process.cpuUsage(cpu);
    const report = { calls, errors, unhandled, polluted: pollution(), cpuMs: (user + system) / 1000 };
    calls = [];
    errors = [];
    unhandled = [];
    peak.restart();
    cpu = process.cpuUsage();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ ...report, grown, held: heapUsed + external } satisfies Report);
  });
  process.send?.({ port });
}

if (process.send !== undefined && process.argv[2] !== undefined) {
  try {
    await serve(JSON.parse(process.argv[2]) as Orders);
  } catch (error) {
    if (!isReceiverError(error, "RECEIVER_OPTIONS")) throw error;
    process.send({ refused: error.message });
  }
}
