import { isPlain } from "@coo/soap/core";
import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import { type Deadline, Deadlines } from "./deadline.ts";
import { type Ending, endingOf } from "./ending.ts";
import { ClientError } from "./errors.ts";
import { type Exchange, type ExchangeResult, intercept, type WatchedCall } from "./exchange.ts";
import { listPath } from "./list-path.ts";
import type { ClientOptions } from "./options.ts";
import { type AskPage, type IterateOptions, iterateOnce, iteratePages } from "./paging.ts";
import { DEFAULT_RATE_LIMIT, type RateLimiter, rateLimiter } from "./rate-limit.ts";
import { type RetryQuota, retryQuota } from "./retry-quota.ts";
import type { Submit } from "./submit/submit.ts";
import type { Submits } from "./submit/types.ts";
import { createTransport } from "./transport.ts";
import type { CallOptions, ExchangeMethod, Iterators, Methods } from "./types.ts";
import { createWire, type Wire } from "./wire.ts";

/** What every client has beside the methods of its services. */
export interface ClientBase<Services extends readonly ServiceDescriptor[]> {
  /** Calls an operation by name and gives head fields and raw bytes as well. */
  readonly exchange: ExchangeMethod<Services>;
  /**
   * Puts an application into the journal's outbox: resolved means that it survives crash and power loss, and is sent at
   * most once until its fate is known. A signal ends waiting, never the application.
   */
  readonly submit: Submits<Services>;
  /** Iterates over the items of list answers, asking for page after page where an operation has pages. */
  readonly iterate: Iterators<Services>;
  /** Names of all operations that can be called, in the order of the services. */
  readonly operations: readonly string[];
  /** Ends all calls with `CLIENT_CLOSED` and closes connections. */
  close(): Promise<void>;
}

/** A client: one typed method for each called operation of the services handed in. */
export type Client<Services extends readonly ServiceDescriptor[]> = Methods<Services> & ClientBase<Services>;

type Run = (call: WatchedCall, deadline: Deadline) => Promise<ExchangeResult>;

/** A read is tried so often, the first time included. */
const READ_TRIES = 3;

const RESERVED = new Set(["exchange", "iterate", "operations", "close", "then"]);

/**
 * Makes a client for the services handed in.
 *
 * Each method checks and encodes its body, signs, sends, verifies the answer's signature and decodes it. It rejects with
 * {@link ClientError} for everything that goes wrong after options were accepted. A write is never sent twice by itself.
 *
 * @throws {@link ClientError} with code `CLIENT_OPTIONS` at once for options that cannot work.
 * @see docs/architecture.md §3, "the way of a request".
 */
export function createClient<const Services extends readonly ServiceDescriptor[]>(
  options: ClientOptions<Services>,
): Client<Services> {
  const timeoutMs = positive("timeoutMs", options.timeoutMs ?? 60_000);
  const operations = collectOperations(options.services, options.submit !== undefined);
  checkCredentials(options, operations);
  const opened = options.opened && new Set(options.opened);
  for (const name of opened ?? []) {
    if (!operations.has(name))
      throw optionError(`opened names "${name}", which no service has`, `opened 中的“${name}”不在任何服务中`);
  }
  const limiter: RateLimiter | undefined =
    options.rateLimit === false
      ? undefined
      : rateLimiter(checkRate(options.rateLimit ?? DEFAULT_RATE_LIMIT), () => performance.now());
  const closing = new AbortController();
  const transport = createTransport(options);
  const wire = createWire(options, transport);
  const { interceptors = [] } = options;
  const intercepted = (inner: Wire): Exchange =>
    intercept((call) => inner.exchange(call, endingOf(call.signal)), interceptors);
  const outermost = intercepted(wire);
  const run: Run = interceptors.length === 0 ? wire.exchange : (call, { signal }) => outermost({ ...call, signal });
  const deadlines = new Deadlines();
  const quota = (options.retry ?? options.submit !== undefined) ? retryQuota() : undefined;

  const exchange = async (name: string, body: unknown, call: CallOptions = {}): Promise<ExchangeResult> => {
    const operation = operations.get(name);
    if (!operation)
      throw new ClientError("CLIENT_OPERATION", `no called operation "${name}"`, `没有可调用的操作“${name}”`, {
        details: { operation: name },
      });
    if (opened && !opened.has(name)) {
      throw new ClientError(
        "CLIENT_NOT_OPENED",
        `interface ${operation.no ?? "?"} (${name}) is not opened for this platform; nothing was sent`,
        `接口 ${operation.no ?? "?"}(${operation.nameZh ?? name})未对本平台开通,未发送任何内容`,
        { details: { operation: name, sent: "no" } },
      );
    }
    const messageId = call.messageId ?? wire.newMessageId();
    if (messageId.length === 0 || messageId.length > 36)
      throw optionError("messageId needs 1 to 36 characters", "messageId 应为 1 至 36 个字符");
    const time = deadlines.start(positive("timeoutMs", call.timeoutMs ?? timeoutMs), call.signal);
    try {
      checkRules(options, name, body);
      if (limiter) await waitForPlace(limiter, time, name);
      const early = time.error(name, messageId, "no");
      if (early) throw early;
      const { soapHeaders, attachments } = call;
      const one: WatchedCall = {
        operation,
        body,
        messageId,
        headers: {},
        ...(soapHeaders && { soapHeaders }),
        ...(attachments && { attachments }),
      };
      return await (quota && operation.effect === "read" ? repeatRead(run, one, quota, time) : run(one, time));
    } catch (error) {
      if (error instanceof ClientError && error.code !== "CLIENT_CONNECTION") throw error;
      throw time.error(name, messageId, error instanceof ClientError ? (error.details.sent ?? "maybe") : "no") ?? error;
    } finally {
      time.clear();
    }
  };

  const methods: Record<string, unknown> = {};
  const iterate: Record<string, unknown> = {};
  for (const [name, operation] of operations) {
    methods[name] = async (body: unknown, call?: CallOptions) => (await exchange(name, body, call)).body;
    const { paging } = operation;
    const items = paging?.items ?? listPath(operation.response);
    if (items === undefined) continue;
    iterate[name] = (body: object, call: IterateOptions & CallOptions = {}) => {
      const ask: AskPage = async (page) => (await exchange(name, page, call)).body;
      return paging ? iteratePages(ask, paging, body, call) : iterateOnce(ask, items, body);
    };
  }
  const submit = options.submit?.start({
    transport: options,
    provider: options.providerCode ?? "",
    operations,
    pushes: pushesOf(options.services),
    exchangeOn: (other) => intercepted(createWire(options, other)),
    newMessageId: () => wire.newMessageId(),
    check: (operation, body) => {
      checkRules(options, operation.name, body);
      wire.check(operation, body);
    },
    closing: closing.signal,
  });
  const base: ClientBase<Services> = {
    submit: (submit?.methods ?? noOutbox(operations.keys())) as unknown as Submits<Services>,
    exchange: exchange as ExchangeMethod<Services>,
    iterate: iterate as Iterators<Services>,
    operations: [...operations.keys()],
    async close() {
      closing.abort();
      deadlines.close();
      await submit?.stop();
      await transport.close();
    },
  };
  // Without an outbox the name is free: an ordinary service may have an operation called so.
  const own = options.submit ? base : { ...base, submit: methods["submit"] ?? base.submit };
  return Object.assign(methods, own) as unknown as Client<Services>;
}

/** `submit` of a client that was given nothing to go through. */
function noOutbox(operations: Iterable<string>): Submit["methods"] {
  const refuse = (operation: string): Promise<never> =>
    Promise.reject(
      new ClientError(
        "CLIENT_JOURNAL",
        `${operation}: submit needs a journal: \`submit: outbox(journal, rules)\``,
        `${operation}:submit 需要日志库:\`submit: outbox(journal, rules)\``,
        { details: { operation, sent: "no" } },
      ),
    );
  return Object.fromEntries([...operations].map((name) => [name, () => refuse(name)]));
}

function collectOperations(
  services: readonly ServiceDescriptor[],
  hasOutbox: boolean,
): Map<string, OperationDescriptor<unknown, unknown>> {
  const operations = new Map<string, OperationDescriptor<unknown, unknown>>();
  for (const service of services) {
    for (const [name, operation] of Object.entries(service.operations)) {
      if (operation.direction !== "call") continue;
      if (RESERVED.has(name) || (name === "submit" && hasOutbox))
        throw optionError(`operation name "${name}" is reserved`, `操作名“${name}”为保留名`);
      if (operations.has(name))
        throw optionError(`two services have an operation "${name}"`, `两个服务都有操作“${name}”`);
      operations.set(name, operation);
    }
  }
  if (operations.size === 0) throw optionError("services have no operation to call", "services 中没有可调用的操作");
  return operations;
}

function pushesOf(services: readonly ServiceDescriptor[]): Map<string, OperationDescriptor<unknown, unknown>> {
  const all = services.flatMap((service) => Object.entries(service.operations));
  return new Map(all.filter(([, operation]) => operation.direction === "push"));
}

/** An ordinary service may go without provider code and key; whatever has a head is signed both ways, always. */
function checkCredentials(
  { key, providerCode, signature, submit }: ClientOptions<readonly ServiceDescriptor[]>,
  operations: ReadonlyMap<string, OperationDescriptor<unknown, unknown>>,
): void {
  const signed = [...operations.values()].find((operation) => !isPlain(operation))?.name;
  const why: readonly [string, string] | undefined =
    signed !== undefined
      ? [`operation ${signed} is signed`, `操作 ${signed} 需要签名`]
      : signature !== undefined
        ? ["a signature profile is given", "已指定签名配置"]
        : submit !== undefined
          ? ["an outbox is given", "已指定发件箱(submit)"]
          : undefined;
  for (const [name, value] of [
    ["key", key],
    ["providerCode", providerCode],
  ] as const) {
    if (value === undefined && (why !== undefined || key !== undefined || providerCode !== undefined))
      throw optionError(
        `${name} is missing: ${why?.[0] ?? "key and providerCode go together"}`,
        `缺少 ${name}:${why?.[1] ?? "key 与 providerCode 应同时给出"}`,
      );
  }
}

function checkRules<Services extends readonly ServiceDescriptor[]>(
  options: ClientOptions<Services>,
  name: string,
  body: unknown,
): void {
  if (!options.validate) return;
  const issues = options.validate(name, body);
  const errors = issues.filter((issue) => issue.severity === "error");
  const warnings = issues.filter((issue) => issue.severity === "warning");
  if (warnings.length > 0) options.onWarning?.(name, warnings);
  if (errors.length > 0) {
    throw new ClientError(
      "CLIENT_INVALID",
      `${name}: ${errors.length} rule(s) broken, nothing was sent: ${errors[0]?.path}: ${errors[0]?.message}`,
      `${name}:违反 ${errors.length} 条规则,未发送:${errors[0]?.path}:${errors[0]?.messageZh}`,
      { issues: errors, details: { operation: name, sent: "no" } },
    );
  }
}

/** Three tries with growing, random pauses; the message number is new each time, since nothing is at stake. */
async function repeatRead(run: Run, call: WatchedCall, quota: RetryQuota, time: Deadline): Promise<ExchangeResult> {
  for (let tries = 1; ; tries++) {
    try {
      const result = await run(call, time);
      quota.success();
      return result;
    } catch (error) {
      const pause = 100 * 4 ** (tries - 1) * (0.5 + Math.random());
      const isPassing = error instanceof ClientError && error.retryable && time.reason === undefined;
      if (!isPassing || tries === READ_TRIES || pause > time.left() || !quota.take(error.code === "CLIENT_TIMEOUT"))
        throw error;
      await delay(pause, time);
    }
  }
}

async function waitForPlace(limiter: RateLimiter, time: Deadline, name: string): Promise<void> {
  const pause = limiter.take();
  if (pause === 0) return;
  if (pause > time.left()) {
    limiter.giveBack();
    throw new ClientError(
      "CLIENT_RATE_LIMIT",
      `${name}: the local rate limit asks for a pause of ${Math.ceil(pause)} ms, longer than the call may take; nothing was sent`,
      `${name}:本地限速需等待 ${Math.ceil(pause)} 毫秒,超过本次调用的时限,未发送`,
      { retryable: true, details: { operation: name, sent: "no" } },
    );
  }
  await delay(pause, time);
  if (time.reason !== undefined) limiter.giveBack();
}

/** Waits, at most until the end. */
async function delay(ms: number, ending: Ending): Promise<void> {
  let end = (): void => {};
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    const unlisten = ending.listen(() => resolve());
    end = () => {
      clearTimeout(timer);
      unlisten();
    };
  });
  end();
}

function checkRate(limit: { readonly perSecond: number; readonly burst: number }): {
  readonly perSecond: number;
  readonly burst: number;
} {
  if (!(limit.perSecond > 0) || !(limit.burst >= 1)) {
    throw optionError("rateLimit needs perSecond > 0 and burst >= 1", "rateLimit 需要 perSecond > 0 且 burst ≥ 1");
  }
  return limit;
}

function positive(name: string, value: number): number {
  if (!(value > 0)) throw optionError(`${name} is ${value}, it must be positive`, `${name} 为 ${value},必须为正数`);
  return value;
}

function optionError(message: string, messageZh: string): ClientError {
  return new ClientError("CLIENT_OPTIONS", message, messageZh);
}
