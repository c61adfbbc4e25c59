import { createHash } from "node:crypto";
import type { MessageDescriptor } from "@coo/soap/gen1";
import { encodeString } from "./charset.ts";
import type { SandboxClock } from "./clock.ts";
import { decodeBody } from "./codec/decode.ts";
import { encodeBody } from "./codec/encode.ts";
import { fitTo } from "./codec/fit.ts";
import { jsonBody } from "./codec/json.ts";
import type { FieldIssue } from "./errors.ts";
import type { FaultHooks } from "./fault-hooks.ts";
import { type HttpAnswer, type HttpRequest, plainAnswer } from "./http-message.ts";
import type { RenderCertificate } from "./interfaces/call.ts";
import { INTERFACES } from "./interfaces/table.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import type { Office } from "./office.ts";
import type { Provider } from "./providers.ts";
import type { SeededValues } from "./random.ts";
import type { Body } from "./records.ts";
import type { FaultSwitches } from "./remote-faults.ts";
import { OWN_EDITION } from "./services.ts";
import { checkSignature } from "./signature.ts";
import type { SignatureSettings } from "./signature-profile.ts";
import { recordKey, type SandboxState } from "./state.ts";
import { formatStamp, parseStamp } from "./time.ts";
import { buildEnvelope, faultElement, faultStatus, mediaType } from "./wire/envelope.ts";
import { type KnownOperation, type OperationTable, wireNames } from "./wire/operations.ts";
import { type HeadFields, type ReadMessage, readRequest } from "./wire/read-message.ts";
import { clientFault, codeRefusal, type FaultName, Refusal, type ReturnCode } from "./wire/refusal.ts";
import { signedHead, wireName } from "./wire/wire-names.ts";
import type { WireSettings } from "./wire/wire-profile.ts";
import { writeMessage } from "./wire/write-message.ts";
import type { OutElement } from "./xml/build.ts";
import { XML_LIMITS } from "./xml/scan.ts";

/** Marks free text: nobody may take the sandbox for the real system. */
export const SIMULATED = "【模拟环境】";

/** What the exchange works with. */
export interface ExchangeParts {
  readonly state: SandboxState;
  readonly clock: SandboxClock;
  readonly values: SeededValues;
  readonly operations: OperationTable;
  readonly providers: ReadonlyMap<string, Provider>;
  /** Signature settings at an address: those of the sandbox, in the charset spoken there. */
  readonly signatureFor: (wire: WireSettings) => SignatureSettings;
  readonly journal: Journal;
  readonly hooks: FaultHooks;
  readonly office: Office;
  readonly render: RenderCertificate;
  readonly unknownElements: "keep" | "error";
  readonly repeats: "answer" | "refuse" | "apply";
  readonly switches: FaultSwitches;
  readonly maxBodyBytes: number;
  readonly onError: (error: unknown) => void;
}

type JournalNotes = {
  -readonly [K in
    | "interface"
    | "operation"
    | "providerCode"
    | "messageId"
    | "returnCode"
    | "reason"
    | "issues"
    | "unknown"
    | "repeated"]?: JournalEntry[K];
};

/** What is known of a request so far; a refusal is answered with as much of it as there is. */
interface Progress {
  operation?: KnownOperation;
  provider?: Provider | undefined;
  head: HeadFields;
  readonly signature: SignatureSettings;
  readonly notes: JournalNotes;
}

/** Answers the platform's calls: CCPIT's side of the 14 interfaces that are called. */
export class Exchange {
  readonly #parts: ExchangeParts;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** Takes one HTTP request through the whole pipeline; never throws for what a peer does. */
  async answer(request: HttpRequest, wire: WireSettings): Promise<HttpAnswer> {
    const progress: Progress = { head: [], signature: this.#parts.signatureFor(wire), notes: {} };
    const at = this.#parts.clock.now();
    let answer: HttpAnswer;
    try {
      answer = await this.#take(request, wire, progress);
    } catch (error) {
      answer = this.#refuse(error, wire, progress);
    }
    this.#parts.journal.add({ at, direction: "in", ...progress.notes, request, answer });
    return answer;
  }

  async #take(request: HttpRequest, wire: WireSettings, progress: Progress): Promise<HttpAnswer> {
    const { state, operations, providers, maxBodyBytes } = this.#parts;
    const { signature } = progress;
    if (request.method !== "POST") return plainAnswer(405);
    if (request.body.length > maxBodyBytes) return plainAnswer(413);
    const read = readRequest(request.body, request.headers, wire, signature, operations, XML_LIMITS);
    const { operation } = read;
    progress.operation = operation;
    progress.head = read.outerHead;
    progress.notes.operation = operation.key;
    if (operation.descriptor.no !== undefined) progress.notes.interface = operation.descriptor.no;
    progress.provider = providers.get(field(read.outerHead, "providerCode") ?? "");
    const message = read.message();
    progress.head = message.head;
    const provider = this.#authenticate(message, request, progress, wire);
    const messageId = checkHead(message.head, operation, operations, signature.digest, wire);
    const key = recordKey(provider.providerCode, messageId);
    const digest = createHash("sha256").update(`${operation.descriptor.name}\n${message.signedBody}`).digest("hex");
    const known = state.data.answered.get(key);
    const shape = `${wire.soapVersion} ${wire.payload}`;
    if (known !== undefined && (known.digest !== digest || known.shape !== shape)) {
      throw codeRefusal(
        "1004",
        "this message id came with other content or in another shape before",
        "重复报文：同一流水号内容或形态不同",
      );
    }
    if (known !== undefined && this.#parts.repeats !== "apply") {
      progress.notes.repeated = true;
      if (this.#parts.repeats === "refuse") throw codeRefusal("1004", "this message id is known", "重复报文");
      return { status: known.status, headers: known.headers, body: known.body };
    }
    this.#checkTime(message.head, wire, signature);
    let answer: HttpAnswer;
    try {
      answer = await this.#perform(message, wire, progress, operation, provider, messageId);
    } catch (error) {
      answer = this.#refuse(error, wire, progress);
      if (progress.notes.returnCode === "9999") return answer;
    }
    // While a certificate was drawn, the same message may have come again: the first answer stays.
    const first = state.data.answered.get(key);
    if (first !== undefined && known === undefined)
      return { status: first.status, headers: first.headers, body: first.body };
    state.remember(key, { digest, shape, ...answer });
    return answer;
  }

  #authenticate(message: ReadMessage, request: HttpRequest, progress: Progress, wire: WireSettings): Provider {
    const { providers } = this.#parts;
    const { signature } = progress;
    const code = field(message.head, "providerCode") ?? "";
    const provider = providers.get(code);
    if (provider === undefined) {
      delete progress.provider;
      throw codeRefusal("1001", `provider "${code.slice(0, 32)}" is unknown`, "接入商不存在或停用");
    }
    progress.provider = provider;
    progress.notes.providerCode = provider.providerCode;
    const content = {
      fields: signedHead(wire, message.head, signature.signField),
      body: message.signedBody,
      raw: request.body,
    };
    if (!checkSignature(signature, provider.key, content, message.signature)) {
      throw codeRefusal("1002", "the signature is missing or does not fit", "签名错误");
    }
    return provider;
  }

  /** The interface a request calls, without judging it. */
  interfaceOf(request: HttpRequest, wire: WireSettings): number | undefined {
    try {
      const signature = this.#parts.signatureFor(wire);
      const read = readRequest(request.body, request.headers, wire, signature, this.#parts.operations, XML_LIMITS);
      return read.operation.descriptor.no;
    } catch {
      return undefined;
    }
  }

  /** When what a query names last changed; `undefined` when there is none. */
  #changedAt(providerCode: string, body: Body): number | undefined {
    const { documents, filings, seals } = this.#parts.state.data;
    for (const [name, records] of [
      ["docId", documents],
      ["filingId", filings],
      ["sealApplyId", seals],
    ] as const) {
      const id = body[name];
      const record = typeof id === "string" ? records.get(recordKey(providerCode, id)) : undefined;
      if (record !== undefined) return record.updatedAt;
    }
    return undefined;
  }

  #checkTime(head: HeadFields, wire: WireSettings, signature: SignatureSettings): void {
    const { clock } = this.#parts;
    const stamp = parseStamp(field(head, "timestamp") ?? "", wire.time);
    if (stamp === undefined) throw headRefusal("timestamp", `is no ${wire.time}`, `不是 ${wire.time} 格式的时间`);
    const now = clock.now();
    if (Math.abs(Math.trunc((stamp - now) / 1000)) <= signature.skewSeconds) return;
    throw codeRefusal(
      "1003",
      `the time stamp is off by ${Math.round((stamp - now) / 1000)} s; the sandbox's clock says ${formatStamp(now, "yyyy-MM-dd HH:mm:ss")}`,
      `时间戳超限：模拟环境时间为 ${formatStamp(now, "yyyy-MM-dd HH:mm:ss")}`,
    );
  }

  async #perform(
    message: ReadMessage,
    wire: WireSettings,
    progress: Progress,
    operation: KnownOperation,
    provider: Provider,
    messageId: string,
  ): Promise<HttpAnswer> {
    const { state, clock, office, render, hooks, unknownElements } = this.#parts;
    const { descriptor } = operation;
    const decoded = decodeBody(descriptor.request, message.body, wire);
    if (decoded.unknown.length > 0) progress.notes.unknown = decoded.unknown;
    const strangers: FieldIssue[] =
      unknownElements === "keep"
        ? []
        : decoded.unknown.map((path) => ({
            field: path,
            code: "UNKNOWN",
            message: `${path}: is not in the schema`,
            messageZh: `${path}：不在结构定义中`,
          }));
    const issues = [...decoded.issues, ...strangers];
    if (issues[0] !== undefined) {
      const body = echoIds(descriptor.response, decoded.value);
      throw codeRefusal("2002", issues[0].message, `字段校验失败：${issues[0].messageZh}`, { issues, body });
    }
    const { providerCode } = provider;
    const hooked = hooks.call?.({
      interface: descriptor.no,
      operation: operation.key,
      providerCode,
      messageId,
      body: decoded.value,
    });
    if (this.#parts.switches.takeHidden(descriptor.no, this.#changedAt(providerCode, decoded.value), clock.now()))
      throw codeRefusal("3002", "hidden by a fault switch", "单证不存在(注入的故障)");
    if (hooked !== undefined)
      throw codeRefusal(hooked.returnCode, hooked.message ?? "injected", hooked.message ?? "注入的故障");
    const handler = descriptor.no === undefined ? undefined : INTERFACES.get(descriptor.no);
    if (handler === undefined)
      throw clientFault(`${descriptor.name} has no behaviour in the sandbox`, `模拟环境未实现 ${descriptor.name}`);
    const said = await handler({ providerCode, body: decoded.value, now: clock.now(), state, office, render });
    const body = operation.service.edition === OWN_EDITION ? said : fitTo(descriptor.response, said);
    const encoded = encodeBody(descriptor.response, body, "Body", wire);
    if (encoded.issues[0] !== undefined) throw new Error(`own answer breaks the schema: ${encoded.issues[0].message}`);
    return this.#write("0000", "成功", contentOf(operation, body, encoded.element, wire), wire, progress, operation);
  }

  #write(
    code: ReturnCode,
    text: string,
    body: AnswerContent,
    wire: WireSettings,
    progress: Progress,
    operation: KnownOperation,
  ): HttpAnswer {
    const { clock, values } = this.#parts;
    const { signature } = progress;
    const messageId = field(progress.head, "messageId") ?? "";
    progress.notes.returnCode = code;
    if (messageId !== "") progress.notes.messageId = messageId;
    const nonce = values.nonce(
      `answer/${progress.provider?.providerCode}/${messageId}/${operation.descriptor.name}/${code}`,
    );
    const head: HeadFields = [
      ["providerCode", progress.provider?.providerCode ?? ""],
      ["messageId", messageId],
      ["timestamp", formatStamp(clock.now(), wire.time)],
      ["returnCode", code],
      ["returnMessage", `${SIMULATED}${text}`.slice(0, 500)],
      ...(signature.nonce === "none" ? [] : [["nonceStr", nonce] as const]),
      ["signType", signature.digest],
    ];
    const written = writeMessage({ operation, side: "answer", head, ...body }, wire, signature, progress.provider?.key);
    const status = wire.error !== "http-status" || code === "0000" ? 200 : code === "9999" ? 500 : 400;
    return { status, headers: written.headers, body: written.body };
  }

  #refuse(error: unknown, wire: WireSettings, progress: Progress): HttpAnswer {
    const refusal =
      error instanceof Refusal ? error : codeRefusal("9999", "system error", "系统异常", { cause: error });
    if (!(error instanceof Refusal)) this.#parts.onError(error);
    const { how } = refusal;
    progress.notes.reason = error instanceof Error ? error.message : String(error);
    if (how.kind === "http") return plainAnswer(how.status);
    if (how.kind === "fault") return this.#fault(how.fault, refusal, wire, progress, undefined);
    if (how.issues !== undefined) progress.notes.issues = how.issues;
    progress.notes.returnCode = how.returnCode;
    const { operation, provider } = progress;
    // Nobody's key can sign this: an unsigned answer would be worth less than a fault.
    if (operation === undefined || provider === undefined || wire.error === "fault") {
      return this.#fault(how.returnCode === "9999" ? "Server" : "Client", refusal, wire, progress, how.returnCode);
    }
    return this.#write(
      how.returnCode,
      refusal.zh,
      this.#errorBody(operation, how.body ?? {}, how.issues, wire),
      wire,
      progress,
      operation,
    );
  }

  /** Body of an answer that is an error: the ids asked for, and the list of field errors where the message has one. */
  #errorBody(
    operation: KnownOperation,
    body: Body,
    issues: readonly FieldIssue[] | undefined,
    wire: WireSettings,
  ): AnswerContent {
    const { response } = operation.descriptor;
    const error = issues?.slice(0, 100).map(({ field, code, messageZh }) => ({
      field: field.replace(/^Body\//, "").slice(0, 200),
      code: code.slice(0, 20),
      message: messageZh.slice(0, 500),
    }));
    for (const candidate of error === undefined ? [body] : [{ ...body, errors: { error } }, body]) {
      const { element, issues: broken } = encodeBody(response, candidate, "Body", wire);
      if (broken.length === 0) return contentOf(operation, candidate, element, wire);
    }
    return { body: { name: "Body" }, json: "{}" };
  }

  #fault(
    fault: FaultName,
    refusal: Refusal,
    wire: WireSettings,
    progress: Progress,
    code: ReturnCode | undefined,
  ): HttpAnswer {
    const { operations } = this.#parts;
    const operation = progress.operation ?? operations.all[0];
    const ns = operation === undefined ? "urn:coo:sandbox" : wireNames(operation, wire).ns;
    const detail: OutElement[] =
      code === undefined
        ? []
        : [
            {
              name: "c:error",
              attributes: [["xmlns:c", ns]],
              children: [
                { name: "returnCode", children: [code] },
                { name: "returnMessage", children: [`${SIMULATED}${refusal.zh}`] },
              ],
            },
          ];
    const text = `${SIMULATED}${code === undefined ? "" : `${code} `}${refusal.zh}`;
    const envelope = buildEnvelope(wire, [], [faultElement(wire, fault, text, detail)]);
    return {
      status: faultStatus(wire, fault),
      headers: { "content-type": `${mediaType(wire.soapVersion)}; charset=${wire.charset}` },
      body: encodeString(envelope, wire.charset),
    };
  }
}

/** An answer's body in the form its carrier needs. */
interface AnswerContent {
  readonly body: OutElement;
  readonly json?: string;
}

function contentOf(operation: KnownOperation, value: Body, body: OutElement, wire: WireSettings): AnswerContent {
  return wire.answer === "json-string"
    ? { body, json: jsonBody(operation.descriptor.response, value, wire) }
    : { body };
}

function field(head: HeadFields, name: string): string | undefined {
  return head.find(([known]) => known === name)?.[1];
}

function headRefusal(name: string, message: string, zh: string): Refusal {
  const issue: FieldIssue = {
    field: `Head/${name}`,
    code: "RULE",
    message: `Head/${name}: ${message}`,
    messageZh: `Head/${name}：${zh}`,
  };
  return codeRefusal("2002", issue.message, `字段校验失败：${issue.messageZh}`, { issues: [issue] });
}

/** Checks what the head must say and gives the message id. */
function checkHead(
  head: HeadFields,
  operation: KnownOperation,
  operations: OperationTable,
  algorithm: string,
  wire: WireSettings,
): string {
  const travels = (name: string): boolean => wireName(wire, name) !== "";
  const service = field(head, "service") ?? "";
  const named = travels("service") ? operations.byCode(service) : operation;
  if (named === undefined) throw clientFault(`unknown service code "${service.slice(0, 64)}"`, "接口编码不存在");
  if (named !== operation)
    throw headRefusal(
      "service",
      `is not ${operation.descriptor.name}`,
      `与所调用的接口 ${operation.descriptor.name} 不符`,
    );
  const messageId = field(head, "messageId") ?? "";
  if (messageId === "" || Array.from(messageId).length > 36)
    throw headRefusal("messageId", "has 1 to 36 characters", "应为 1 至 36 个字符");
  if (travels("version") && (field(head, "version") ?? "") === "") throw headRefusal("version", "is missing", "缺失");
  const signType = field(head, "signType");
  if (travels("signType") && signType !== algorithm)
    throw headRefusal("signType", `is not ${algorithm}`, `应为 ${algorithm}`);
  return messageId;
}

/** The ids of the request that the answer repeats, as far as they could be read. */
function echoIds(response: MessageDescriptor<unknown>, value: Body): Body {
  const type = typeof response.type === "function" ? response.type() : response.type;
  if (type.k !== "complex" || type.content?.k !== "seq") return {};
  const ids = type.content.items.flatMap((item) =>
    item.k === "el" && item.min > 0 && item.max === 1 ? [item.name] : [],
  );
  return Object.fromEntries(
    ids
      .filter((name) => ["docId", "filingId", "sealApplyId"].includes(name))
      .map((name) => [name, typeof value[name] === "string" ? value[name] : ""]),
  );
}
