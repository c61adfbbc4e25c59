import type { OperationDescriptor } from "@coo/soap/gen1";
import { ClientError, isClientError } from "../errors.ts";
import type { Exchange, ExchangeWatch } from "../exchange.ts";
import { compareBodies } from "./compare.ts";
import { fromContent, jsonOf } from "./content.ts";
import type { SubmitPeer, SubmitQueryResult, SubmitRow, SubmitSendResult } from "./journal-port.ts";
import { type ResultParts, shownResult } from "./result.ts";
import { type AskRule, type SubmitRule, type SubmitRules, textAt, valueAt } from "./rules.ts";

type Operations = ReadonlyMap<string, OperationDescriptor<unknown, unknown>>;

/** What a peer works with. */
export interface PeerParts extends ResultParts {
  readonly provider: string;
  readonly operations: Operations;
  readonly rules: SubmitRules;
  /** One exchange on a connection of its own. */
  readonly exchange: Exchange;
  readonly newMessageId: () => string;
}

/** The remote as the journal reaches it: sends kept applications and asks for their fate. */
export function submitPeer(parts: PeerParts): SubmitPeer {
  return {
    provider: parts.provider,
    operations: Object.fromEntries(Object.entries(parts.rules).map(([op, rule]) => [op, rule.class ?? "submit"])),
    send: (transmission) => send(parts, transmission),
    query: (inquiry) => query(parts, inquiry),
  };
}

async function send(parts: PeerParts, transmission: Parameters<SubmitPeer["send"]>[0]): Promise<SubmitSendResult> {
  const { row } = transmission;
  const rule = parts.rules[row.op];
  const operation = parts.operations.get(row.op);
  if (!rule || !operation) return { kind: "not-sent", reason: `${row.op} is not an operation of this client` };
  const seen: { request?: Uint8Array; response?: Uint8Array; httpStatus?: number } = {};
  const watch: ExchangeWatch = {
    mayWrite: transmission.mayWrite,
    onRequest: (bytes) => void (seen.request = bytes),
    onResponse: (status, bytes) => void Object.assign(seen, { httpStatus: status, response: bytes }),
  };
  try {
    const answer = await parts.exchange({
      operation,
      body: fromContent(operation, row.content),
      messageId: row.messageId,
      signal: AbortSignal.any([transmission.signal, AbortSignal.timeout(transmission.timeoutMs)]),
      headers: {},
      watch,
    });
    const remoteId = textAt(answer.body, rule.remoteId);
    return { kind: "accepted", ...seen, ...(remoteId === undefined ? {} : { remoteId }) };
  } catch (error) {
    return { ...failure(error, rule), ...seen };
  }
}

/** What is known after a send that did not succeed. Whatever is not certain is unclear. */
export function failure(error: unknown, rule: SubmitRule): SubmitSendResult {
  const reason = error instanceof Error ? error.message : String(error);
  if (!isClientError(error)) return { kind: "unclear", reason };
  if (error.details.sent === "no" || error.code === "CLIENT_INVALID") return { kind: "not-sent", reason };
  const { returnCode } = error.details;
  if (error.code !== "CLIENT_BUSINESS" || returnCode === undefined) return { kind: "unclear", reason };
  const told = { returnCode, reason };
  // The answer's signature was verified before its code was read.
  if (rule.notApplied.includes(returnCode)) return { kind: "rejected", ...told };
  if (rule.repeated?.includes(returnCode)) return { kind: "repeated", ...told };
  return { kind: "unclear", hold: rule.hold?.includes(returnCode) ?? false, ...told };
}

async function query(parts: PeerParts, inquiry: Parameters<SubmitPeer["query"]>[0]): Promise<SubmitQueryResult> {
  const { row, previous } = inquiry;
  const rule = parts.rules[row.op];
  const operation = rule && parts.operations.get(rule.ask.operation);
  if (!rule || !operation) return { kind: "failed", reason: `${row.op} cannot be asked about by this client` };
  const ours = jsonOf(row.content);
  const key = textAt(ours, rule.key) ?? row.key;
  let answer: unknown;
  try {
    const result = await parts.exchange({
      operation,
      body: { ...rule.ask.with, [rule.ask.key]: key },
      messageId: parts.newMessageId(),
      signal: inquiry.signal,
      headers: {},
    });
    answer = result.body;
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    const { returnCode } = error.details;
    if (error.code !== "CLIENT_BUSINESS" || returnCode === undefined) return { kind: "failed", reason: error.message };
    if (rule.ask.absent?.includes(returnCode)) return { kind: "absent", returnCode };
    return { kind: "failed", returnCode, reason: error.message, hold: rule.hold?.includes(returnCode) ?? false };
  }
  return judge(parts, rule, answer, key, row, ours, previous === undefined ? undefined : jsonOf(previous));
}

/** What an answer says about a row. */
function judge(
  parts: ResultParts,
  rule: SubmitRule,
  answer: unknown,
  key: string,
  row: SubmitRow,
  ours: unknown,
  previous: unknown,
): SubmitQueryResult {
  const found = foundIn(rule.ask, answer, key);
  if (found === undefined) return { kind: "absent" };
  const remoteId = textAt(found, rule.ask.remoteId);
  const { open, applied } = rule.ask;
  const result = shownResult(parts, rule.ask.result, found);
  const facts = {
    isOpen: open !== undefined && open.values.includes(textAt(found, open.path) ?? ""),
    ...(remoteId === undefined ? {} : { remoteId }),
    ...(result === undefined ? {} : { result }),
  };
  if (applied)
    return { kind: applied.values.includes(textAt(found, applied.path) ?? "") ? "same" : "absent", ...facts };
  const theirs = contentOf(rule.ask, found);
  const pick = (body: unknown): unknown => (theirs.fields ? picked(body, theirs.fields) : body);
  const differences = theirs.value === undefined ? [] : compareBodies(pick(ours), theirs.value);
  if (previous === undefined)
    return differences.length === 0 ? { kind: "same", ...facts } : { kind: "differs", differences, ...facts };
  // A revision: while it was not applied, the remote still shows the one before it.
  const isPrevious = theirs.value === undefined || compareBodies(pick(previous), theirs.value).length === 0;
  if (isPrevious && differences.length === 0)
    return {
      kind: "differs",
      differences,
      reason: `the query cannot tell revision ${row.rev} from the one before`,
      ...facts,
    };
  if (isPrevious) return { kind: "absent" };
  return differences.length === 0 ? { kind: "same", ...facts } : { kind: "differs", differences, ...facts };
}

function foundIn(ask: AskRule, answer: unknown, key: string): unknown {
  const at = valueAt(answer, ask.found);
  if (Array.isArray(at)) return at.find((item: unknown) => textAt(item, ask.key) === key);
  return at ?? undefined;
}

function contentOf(ask: AskRule, found: unknown): { readonly value: unknown; readonly fields?: readonly string[] } {
  for (const path of ask.content ?? []) {
    const value = valueAt(found, path);
    if (value !== undefined) return { value };
  }
  return ask.fields ? { value: picked(found, ask.fields), fields: ask.fields } : { value: undefined };
}

function picked(body: unknown, fields: readonly string[]): unknown {
  return Object.fromEntries(
    fields.map((path) => [path, valueAt(body, path)]).filter(([, value]) => value !== undefined),
  );
}
