import type { OperationDescriptor } from "@coo/soap/gen1";
import { ClientError } from "../errors.ts";
import type { Exchange } from "../exchange.ts";
import { toContent } from "./content.ts";
import { type SubmitHandle, submitHandle } from "./handle.ts";
import type { SubmitJournal, SubmitWorkOptions } from "./journal-port.ts";
import { submitPeer } from "./peer.ts";
import { type SubmitRule, type SubmitRules, textAt } from "./rules.ts";
import type { SubmitOptions } from "./types.ts";

type Operations = ReadonlyMap<string, OperationDescriptor<unknown, unknown>>;

/** What submissions work with. */
export interface SubmitParts {
  readonly journal: SubmitJournal;
  readonly rules: SubmitRules;
  readonly work: SubmitWorkOptions | false;
  readonly provider: string;
  readonly operations: Operations;
  /** Pushes of the same services. */
  readonly pushes: Operations;
  /** One exchange on a connection of its own. */
  readonly exchange: Exchange;
  readonly newMessageId: () => string;
  /** Checks a body by rules and schema. @throws {@link ClientError} `CLIENT_INVALID`. */
  readonly check: (operation: OperationDescriptor<unknown, unknown>, body: unknown) => void;
  readonly closing: AbortSignal;
}

/** The `submit` methods, and the work behind them. */
export interface Submit {
  readonly methods: Readonly<Record<string, (body: unknown, options?: SubmitOptions) => Promise<SubmitHandle>>>;
  /** Ends the work of this process after what is under way has been written down. */
  stop(): Promise<void>;
}

/** Makes the `submit` methods; the outbox is worked on until `stop`. */
export function createSubmit(parts: SubmitParts): Submit {
  const { journal, rules } = parts;
  checkRules(parts);
  const spoken = Object.fromEntries(Object.entries(rules).filter(([op]) => parts.operations.has(op)));
  const unregister = journal.register(submitPeer({ ...parts, rules: spoken }));
  const worker = parts.work === false ? undefined : journal.work({ ...parts.work, roles: ["sender", "resolver"] });
  const methods = Object.fromEntries(
    [...parts.operations].map(([name, operation]) => [
      name,
      (body: unknown, options: SubmitOptions = {}) => submit(parts, operation, rules[name], body, options),
    ]),
  );
  return {
    methods,
    async stop() {
      await worker?.stop();
      unregister();
    },
  };
}

async function submit(
  parts: SubmitParts,
  operation: OperationDescriptor<unknown, unknown>,
  rule: SubmitRule | undefined,
  body: unknown,
  options: SubmitOptions,
): Promise<SubmitHandle> {
  const { journal } = parts;
  const { name } = operation;
  if (!rule)
    throw new ClientError(
      "CLIENT_OPERATION",
      `${name} has no rule in \`submit\`: it is not known how to ask for its fate`,
      `submit 中没有 ${name} 的规则:无法查询其结果`,
      { details: { operation: name, sent: "no" } },
    );
  parts.check(operation, body);
  const key = options.key ?? textAt(body, rule.key);
  if (key === undefined || key === "")
    throw new ClientError(
      "CLIENT_INVALID",
      `${name}: ${rule.key} is empty, it is the key`,
      `${name}:${rule.key} 为空,它是业务号`,
      {
        details: { operation: name, sent: "no" },
      },
    );
  if (options.signal?.aborted)
    throw new ClientError("CLIENT_ABORTED", `${name}: the caller gave up`, `${name}:调用方已取消`, {
      details: { operation: name, sent: "no" },
      cause: options.signal.reason,
    });
  const order = {
    tenant: options.customer === undefined ? parts.provider : `${parts.provider}/${options.customer}`,
    op: name,
    key,
    content: toContent(operation, body),
    revise: options.revise ?? false,
  };
  try {
    const { row, isNew } = await journal.enqueue(order, options.tx === undefined ? {} : { tx: options.tx });
    return submitHandle(
      journal,
      row,
      isNew,
      parts.closing,
      parts.work === false ? 1_000 : (parts.work.pollMs ?? 1_000),
    );
  } catch (cause) {
    const { message, messageZh = message } = cause as Error & { readonly messageZh?: string };
    throw new ClientError("CLIENT_JOURNAL", `${name}: not accepted: ${message}`, `${name}:未受理:${messageZh}`, {
      details: { operation: name, sent: "no" },
      cause,
    });
  }
}

/** A rule that names something that is not there would be found out when an application is in doubt: too late. */
function checkRules({ rules, operations }: SubmitParts): void {
  for (const [name, rule] of Object.entries(rules)) {
    if (!operations.has(name)) continue;
    const ask = operations.get(rule.ask.operation);
    if (ask?.effect === "read") continue;
    throw new ClientError(
      "CLIENT_OPTIONS",
      `submit.${name} asks by "${rule.ask.operation}", which is no read operation of the services`,
      `submit.${name} 用“${rule.ask.operation}”查询,但它不是这些服务的读操作`,
    );
  }
}
