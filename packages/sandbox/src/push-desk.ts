import { AsyncLocalStorage } from "node:async_hooks";
import type { SandboxClock } from "./clock.ts";
import { encodeBody } from "./codec/encode.ts";
import { fitTo } from "./codec/fit.ts";
import { SandboxError } from "./errors.ts";
import type { FaultHooks } from "./fault-hooks.ts";
import type { HttpAnswer, HttpRequest } from "./http-message.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import type { Provider } from "./providers.ts";
import type { SeededValues } from "./random.ts";
import type { Body, PushAttempt, PushRecord, RecordKind } from "./records.ts";
import type { FaultSwitches } from "./remote-faults.ts";
import { OWN_EDITION } from "./services.ts";
import { checkSignature } from "./signature.ts";
import type { SignatureSettings } from "./signature-profile.ts";
import type { SandboxState } from "./state.ts";
import { formatStamp } from "./time.ts";
import type { KnownOperation, OperationTable } from "./wire/operations.ts";
import { type HeadFields, readAnswer } from "./wire/read-message.ts";
import { signedHead } from "./wire/wire-names.ts";
import type { WireSettings } from "./wire/wire-profile.ts";
import { writeMessage } from "./wire/write-message.ts";
import { XML_LIMITS } from "./xml/scan.ts";

/** A push as a receiver gets it; `@coo/receiver` takes it as it is. */
export interface PushRequest {
  readonly method: "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
}

/** A receiver's answer. */
export interface PushResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Where pushes go: an http address, or a function in this process. */
export type Receiver = string | ((request: PushRequest) => Promise<PushResponse> | PushResponse);

/** What the desk works with. */
export interface PushDeskParts {
  readonly state: SandboxState;
  readonly clock: SandboxClock;
  readonly values: SeededValues;
  readonly operations: OperationTable;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly wire: WireSettings;
  readonly signature: SignatureSettings;
  readonly journal: Journal;
  readonly hooks: FaultHooks;
  readonly switches: FaultSwitches;
  /** Milliseconds by the sandbox's clock; one attempt more than pauses. */
  readonly pauses: readonly number[];
  readonly timeoutMs: number;
}

type Outcome = Omit<PushAttempt, "at">;

/** True inside a receiver that runs in this process: it must not wait for the queue it is part of. */
const delivering = new AsyncLocalStorage<true>();

/** Tells whether the caller runs inside a receiver's handler. */
export function isDelivering(): boolean {
  return delivering.getStore() === true;
}

/** Signs pushes, delivers them, judges the answers, and tries again. */
export class PushDesk {
  readonly #parts: PushDeskParts;

  constructor(parts: PushDeskParts) {
    this.#parts = parts;
  }

  /**
   * Puts a push into the queue.
   *
   * @throws {@link SandboxError} `SANDBOX_OPERATION`, `SANDBOX_BODY`, `SANDBOX_OPTIONS`.
   */
  enqueue(
    operation: KnownOperation,
    providerCode: string,
    body: Body,
    about?: { readonly kind: RecordKind; readonly id: string },
  ): PushRecord {
    const { state, clock, values, providers, wire, switches } = this.#parts;
    const { no, direction } = operation.descriptor;
    const name = operation.key;
    const fitted = operation.service.edition === OWN_EDITION ? body : fitTo(operation.descriptor.request, body);
    if (direction !== "push") {
      throw new SandboxError(
        "SANDBOX_OPERATION",
        `${name} is called by the platform, not pushed`,
        `${name} 为平台调用接口，不可推送`,
      );
    }
    const provider = providers.get(providerCode);
    if (provider === undefined) {
      throw new SandboxError("SANDBOX_OPTIONS", `no provider ${providerCode}`, `没有接入商 ${providerCode}`, {
        setting: "providerCode",
      });
    }
    const { issues } = encodeBody(operation.descriptor.request, fitted, "Body", wire);
    if (issues[0] !== undefined)
      throw new SandboxError("SANDBOX_BODY", issues[0].message, issues[0].messageZh, { issues });
    const now = clock.now();
    const id = values.hex(`push/${state.next("pushes")}`, 32);
    const record: PushRecord = {
      id,
      interface: no,
      operation: name,
      providerCode,
      body: fitted,
      createdAt: now,
      state: provider.receiver === undefined ? "no-receiver" : switches.takePush(no) ? "lost" : "waiting",
      attempts: [],
      ...(about === undefined ? {} : { about }),
    };
    state.data.pushes.set(id, record);
    if (record.state === "waiting") this.#plan(record, now);
    return record;
  }

  /** Starts over with a push, whatever became of it. */
  resend(id: string): PushRecord {
    const record = this.#parts.state.data.pushes.get(id);
    if (record === undefined) throw new SandboxError("SANDBOX_NOT_FOUND", `no push "${id}"`, `没有推送“${id}”`, { id });
    if (this.#parts.providers.get(record.providerCode)?.receiver === undefined) {
      throw new SandboxError("SANDBOX_STATE", "there is no receiver to push to", "没有可推送的接收地址", { id });
    }
    record.state = "waiting";
    record.attempts = [];
    this.#plan(record, this.#parts.clock.now());
    return record;
  }

  /** Makes one attempt and plans the next. */
  async attempt(id: string): Promise<void> {
    const { state, clock, pauses } = this.#parts;
    const record = state.data.pushes.get(id);
    if (record === undefined || record.state !== "waiting") return;
    const at = clock.now();
    delete record.nextAt;
    const outcome = await this.#deliver(record);
    record.attempts.push({ at, ...outcome });
    const pause = pauses[record.attempts.length - 1];
    if (outcome.outcome === "delivered") record.state = "delivered";
    else if (pause === undefined) record.state = "failed";
    else this.#plan(record, at + pause);
  }

  #plan(record: PushRecord, at: number): void {
    record.nextAt = at;
    this.#parts.state.schedule({ at, what: "push", key: record.id, version: record.attempts.length });
  }

  async #deliver(record: PushRecord): Promise<Outcome> {
    const { providers, operations, hooks, journal, clock } = this.#parts;
    const provider = providers.get(record.providerCode);
    const operation = operations.byName(record.operation);
    if (provider?.receiver === undefined || operation === undefined)
      return { outcome: "unreachable", reason: "no receiver or no such operation" };
    const built = this.#build(record, provider, operation);
    const push = {
      interface: record.interface,
      operation: record.operation,
      providerCode: record.providerCode,
      messageId: record.id,
      attempt: record.attempts.length + 1,
    };
    const changed = hooks.push?.(built, push);
    const request = changed === undefined || changed === "cut" ? built : changed;
    const at = clock.now();
    let answer: HttpAnswer | undefined;
    let outcome: Outcome;
    try {
      if (changed === "cut") throw new Error("lost on the way");
      answer = await this.#send(provider.receiver, request);
      outcome = this.#judge(answer, record, provider, operation);
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      outcome = {
        outcome: timedOut ? "timeout" : "unreachable",
        reason: error instanceof Error ? error.message : String(error),
      };
    }
    const entry: Omit<JournalEntry, "seq"> = {
      at,
      direction: "out",
      operation: record.operation,
      providerCode: record.providerCode,
      messageId: record.id,
      request,
      ...(record.interface === undefined ? {} : { interface: record.interface }),
      ...(outcome.returnCode === undefined ? {} : { returnCode: outcome.returnCode }),
      ...(outcome.outcome === "delivered" ? {} : { reason: `${outcome.outcome}: ${outcome.reason ?? ""}` }),
      ...(answer === undefined ? {} : { answer }),
    };
    journal.add(entry);
    return outcome;
  }

  /** The same message id and body each time; time stamp, nonce and signature are fresh. */
  #build(record: PushRecord, provider: Provider, operation: KnownOperation): HttpRequest {
    const { wire, signature, clock, values } = this.#parts;
    const head: HeadFields = [
      ["providerCode", record.providerCode],
      ["service", operation.descriptor.name],
      ["version", "1.0"],
      ["messageId", record.id],
      ["timestamp", formatStamp(clock.now(), wire.time)],
      ...(signature.nonce === "none"
        ? []
        : [["nonceStr", values.nonce(`push/${record.id}/${record.attempts.length}`)] as const]),
      ["signType", signature.digest],
    ];
    const body = encodeBody(operation.descriptor.request, record.body, "Body", wire).element;
    const written = writeMessage({ operation, side: "request", head, body }, wire, signature, provider.key);
    const base = typeof provider.receiver === "string" ? new URL(provider.receiver) : undefined;
    const stem = base === undefined ? "/push" : base.pathname + base.search;
    const path = wire.split === "per-interface" ? `${stem.replace(/\/$/, "")}/${operation.descriptor.name}` : stem;
    return { method: "POST", path, headers: written.headers, body: written.body };
  }

  async #send(receiver: Receiver, request: HttpRequest): Promise<HttpAnswer> {
    const limit = new AbortController();
    const { timeoutMs } = this.#parts;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => {
        const error = new DOMException(`no answer within ${timeoutMs} ms`, "TimeoutError");
        limit.abort(error);
        fail(error);
      }, timeoutMs);
    });
    try {
      return await Promise.race([late, delivering.run(true, () => this.#transport(receiver, request, limit.signal))]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #transport(receiver: Receiver, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    if (typeof receiver === "function") {
      const { status, headers, body } = await receiver({ ...request, method: "POST", signal });
      const lower = Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        typeof value === "string" ? value : (value?.join(", ") ?? ""),
      ]);
      return { status, headers: Object.fromEntries(lower) as Record<string, string>, body };
    }
    const response = await fetch(new URL(request.path, receiver), {
      method: "POST",
      headers: request.headers,
      body: request.body as Uint8Array<ArrayBuffer>,
      redirect: "manual",
      signal,
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  }

  #judge(answer: HttpAnswer, record: PushRecord, provider: Provider, operation: KnownOperation): Outcome {
    const { wire, signature } = this.#parts;
    const { status } = answer;
    try {
      const read = readAnswer(answer.body, answer.headers, operation, wire, signature, XML_LIMITS);
      if ("fault" in read) return { outcome: "fault", status, reason: read.fault };
      const { head, signedBody } = read;
      const covered = signedHead(wire, head, signature.signField);
      if (
        !checkSignature(
          signature,
          provider.key,
          { fields: covered, body: signedBody, raw: answer.body },
          read.signature,
        )
      ) {
        return { outcome: "bad-signature", status, reason: "the answer's signature is missing or wrong" };
      }
      const field = (name: string): string | undefined => head.find(([known]) => known === name)?.[1];
      if (field("messageId") !== record.id)
        return { outcome: "bad-answer", status, reason: "the answer is to another message" };
      const returnCode = field("returnCode") ?? "";
      if (returnCode === "0000" && status === 200) return { outcome: "delivered", status, returnCode };
      return { outcome: "refused", status, returnCode, reason: field("returnMessage") ?? "" };
    } catch (error) {
      const outcome = status === 200 ? "bad-answer" : "http-status";
      return { outcome, status, reason: error instanceof Error ? error.message : String(error) };
    }
  }
}
