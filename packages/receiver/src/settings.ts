import { chooseProfile, loadKeys, randomSource, type SignatureProfile, type SignKey } from "@coo/sign";
import { resolveWireProfile, type WireProfile } from "@coo/soap";
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import { ReceiverError } from "./errors.ts";
import type { ReceiverOptions } from "./options.ts";
import type { PushJournal } from "./push-journal.ts";
import { memoryStore, type PushStore } from "./store.ts";
import type { DurableHandler, PushHandler } from "./types.ts";

export type AnyOperation = OperationDescriptor<unknown, unknown>;

/** Options with every default filled in and checked. */
export interface Settings {
  readonly wire: WireProfile;
  readonly signature: SignatureProfile;
  readonly services: readonly ServiceDescriptor[];
  readonly handlers: ReadonlyMap<AnyOperation, PushHandler<AnyOperation>>;
  /** The same with a journal. */
  readonly durable: ReadonlyMap<AnyOperation, DurableHandler<AnyOperation>>;
  readonly journal: PushJournal | undefined;
  readonly unreadable: "accept" | "fault";
  readonly path: string | undefined;
  readonly providers: ReadonlyMap<string, readonly SignKey[]>;
  readonly store: PushStore;
  readonly strict: boolean;
  readonly maxBodyBytes: number;
  readonly codes: { readonly success: string; readonly conflict: string; readonly clock: string };
  readonly development: boolean;
  readonly now: () => number;
  readonly random: (size: number) => Uint8Array;
}

/** Pushes are small; a larger one is no push. */
const DEFAULT_MAX_BODY_BYTES = 4 << 20;

/** Checks the options and fills in defaults. @throws {@link ReceiverError} `RECEIVER_OPTIONS`. */
export function resolveSettings<Services extends readonly ServiceDescriptor[]>(
  options: ReceiverOptions<Services>,
): Settings {
  const wire = attempt(() => resolveWireProfile(options.wire ?? {}));
  const signature = attempt(() =>
    chooseProfile(options.signature, { charset: wire.charset, timestampFormat: wire.time }),
  );
  const operations = new Map<string, AnyOperation>();
  for (const service of options.services) {
    for (const [name, operation] of Object.entries(service.operations)) {
      if (operation.direction !== "push") continue;
      if (operations.has(name)) throw wrong(`two services have an operation "${name}"`, `两个服务都有操作“${name}”`);
      operations.set(name, operation);
    }
  }
  const handlers = new Map<AnyOperation, PushHandler<AnyOperation>>();
  const durable = new Map<AnyOperation, DurableHandler<AnyOperation>>();
  for (const [name, handler] of Object.entries(
    options.handlers as Record<string, PushHandler<AnyOperation> | DurableHandler<AnyOperation> | undefined>,
  )) {
    if (handler === undefined) continue;
    const operation = operations.get(name);
    if (operation === undefined)
      throw wrong(
        `handlers has "${name}", which is no push of the services`,
        `handlers 中的“${name}”不是这些服务的推送操作`,
      );
    if (typeof handler === "function") {
      handlers.set(operation, handler);
      durable.set(operation, { after: async (body, context) => void (await handler(body, context)) });
      continue;
    }
    if (options.journal === undefined)
      throw wrong(
        `the handler of ${name} is an object: that needs a journal`,
        `${name} 的处理函数为对象形式,需要日志库(journal)`,
      );
    durable.set(operation, handler);
  }
  const providers = new Map<string, readonly SignKey[]>();
  for (const [code, keys] of Object.entries(options.providers))
    providers.set(
      code,
      attempt(() => loadKeys(keys, signature)),
    );
  if (providers.size === 0)
    throw wrong("providers is empty: no push could be verified", "providers 为空:无法校验任何推送");
  if (options.path !== undefined && !/^\/[^?#]*$/.test(options.path))
    throw wrong(
      `path is "${options.path}", it must start with / and have no query`,
      `path 为“${options.path}”,应以 / 开头且不带查询部分`,
    );
  const maxBodyBytes = options.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  if (!(maxBodyBytes > 0))
    throw wrong(`maxBodyBytes is ${maxBodyBytes}, it must be positive`, `maxBodyBytes 为 ${maxBodyBytes},必须为正数`);
  return {
    wire,
    signature,
    services: options.services,
    handlers,
    durable,
    journal: options.journal,
    unreadable: options.unreadable ?? "accept",
    path: options.path,
    providers,
    store: options.store ?? memoryStore(),
    strict: options.unknownElements === "error",
    maxBodyBytes,
    codes: { success: "0000", conflict: "1004", clock: "1003", ...options.codes },
    development: options.development ?? false,
    now: options.now ?? Date.now,
    random: options.random ?? randomSource(),
  };
}

function attempt<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (cause) {
    if (cause instanceof ReceiverError) throw cause;
    const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
    throw new ReceiverError("RECEIVER_OPTIONS", 500, message, messageZh, { cause });
  }
}

function wrong(message: string, messageZh: string): ReceiverError {
  return new ReceiverError("RECEIVER_OPTIONS", 500, message, messageZh);
}
