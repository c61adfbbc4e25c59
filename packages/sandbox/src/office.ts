import type { SandboxClock } from "./clock.ts";
import { SandboxError } from "./errors.ts";
import { defined, itemsIn } from "./interfaces/call.ts";
import { type NamedPolicy, STOCK_OPINION, type Verdict } from "./policy.ts";
import type { SeededValues } from "./random.ts";
import type {
  Body,
  DocumentRecord,
  FilingRecord,
  RecordKind,
  ReviewedRecord,
  SealItem,
  SealRecord,
} from "./records.ts";
import { recordId } from "./records.ts";
import { recordKey, type SandboxState, type ScheduledEvent } from "./state.ts";
import { type Duration, durationMs, formatDate, formatDateTime, nextOfficeTime } from "./time.ts";

/** How long a review takes: a span, a range (drawn from the seed), or `office-hours`, the next time the office is open after an hour. */
export type Latency = Duration | readonly [min: Duration, max: Duration];

/** Puts a push into the queue. */
export type Enqueue = (no: number, providerCode: string, body: Body, about: { kind: RecordKind; id: string }) => void;

/** Audit results of `audit-status.csv`. */
const RESULTS = { approve: "1", return: "2", reject: "3" } as const;

/**
 * The issuing office: takes what was sent, reviews it and tells the platform. States move as `doc-status.csv`,
 * `audit-status.csv` and `print-status.csv` say (all assumed).
 */
export class Office {
  policy: NamedPolicy;
  readonly #state: SandboxState;
  readonly #clock: SandboxClock;
  readonly #values: SeededValues;
  readonly #latency: Latency;
  readonly #enqueue: Enqueue;

  constructor(
    state: SandboxState,
    clock: SandboxClock,
    values: SeededValues,
    policy: NamedPolicy,
    latency: Latency,
    enqueue: Enqueue,
  ) {
    this.#state = state;
    this.#clock = clock;
    this.#values = values;
    this.policy = policy;
    this.#latency = latency;
    this.#enqueue = enqueue;
    // Fails early on a latency that is none.
    this.#delay("check", 0);
  }

  /** Sends a record for review. */
  submit(record: ReviewedRecord): void {
    const now = this.#clock.now();
    if (record.kind === "document") record.docStatus = "10";
    else record.status = "0";
    if (record.kind === "goods-filing") record.sent = true;
    this.#note(record, "sent");
    this.#plan(
      record,
      record.kind === "document" ? "receive" : "review",
      record.kind === "document" ? now : this.#reviewTime(record),
    );
  }

  /** Runs what is due on the office's desk. */
  run(event: ScheduledEvent): void {
    const record = (["document", "goods-filing", "seal"] as const)
      .map((kind) =>
        event.key.startsWith(`${kind}\n`) ? this.#state.records(kind).get(event.key.slice(kind.length + 1)) : undefined,
      )
      .find((one) => one !== undefined);
    if (record === undefined || record.version !== event.version) return;
    if (event.what === "receive" && record.kind === "document" && record.docStatus === "10") {
      record.docStatus = "20";
      this.#note(record, "received");
      this.#plan(record, "review", this.#reviewTime(record));
    } else if (event.what === "review" && isWaiting(record)) this.#review(record);
  }

  /** Decides about a record that waits, whatever the policy says. @throws {@link SandboxError} with code `SANDBOX_STATE`. */
  decide(record: ReviewedRecord, verdict: Verdict): void {
    if (!isWaiting(record)) throw stateError(record, "does not wait for a review");
    const { result, opinion } = typeof verdict === "string" ? { result: verdict, opinion: undefined } : verdict;
    if (result === "hold") return;
    const now = this.#clock.now();
    record.auditResult = RESULTS[result];
    record.auditTime = now;
    if (result === "approve" && opinion === undefined) delete record.auditOpinion;
    else record.auditOpinion = opinion ?? STOCK_OPINION;
    if (record.kind === "document") this.#decideDocument(record, result === "approve");
    else if (record.kind === "goods-filing") this.#decideFiling(record, result);
    else this.#decideSeal(record, result);
  }

  /** Makes an issued certificate void. */
  void(record: DocumentRecord, opinion: string): void {
    if (record.docStatus !== "40") throw stateError(record, "is not issued");
    record.docStatus = "90";
    record.auditResult = RESULTS.reject;
    record.auditOpinion = opinion;
    record.auditTime = this.#clock.now();
    this.#note(record, "void");
    this.#pushDocument(record);
  }

  /** Takes back what was sent, as the applicant would on the exchange's own pages. */
  withdraw(record: DocumentRecord): void {
    if (record.docStatus !== "10" && record.docStatus !== "20") throw stateError(record, "is not under review");
    record.docStatus = "80";
    this.#note(record, "withdrawn");
  }

  /** Notes a print and tells the platform (15). */
  printed(record: DocumentRecord, printMode: string | undefined): void {
    record.printCount++;
    this.setPrintStatus(record, "1", printMode);
  }

  /** Sets the print state (`print-status.csv`) and tells the platform (15). */
  setPrintStatus(record: DocumentRecord, printStatus: string, printMode?: string): void {
    if (record.certNo === undefined) throw stateError(record, "has no certificate yet");
    record.printStatus = printStatus;
    this.#note(record, `print state ${printStatus}`);
    const { docId, docType, certNo, serialNo, printCount } = record;
    const printTime = formatDateTime(this.#clock.now());
    this.#send(15, record, { docId, docType, certNo, serialNo, printStatus, printMode, printTime, printCount });
  }

  /** Cancels a filing at once and tells the platform (8). */
  cancelFiling(record: FilingRecord): void {
    record.status = "9";
    record.auditResult = "9";
    record.auditTime = this.#clock.now();
    this.#note(record, "cancelled");
    this.#pushFiling(record);
  }

  #review(record: ReviewedRecord): void {
    const reviews = this.#state.data.counters.get("reviews") ?? 0;
    this.#state.next("reviews");
    const { kind, providerCode, body, version } = record;
    this.decide(
      record,
      this.policy.decide({ kind, id: recordId(record), providerCode, body, version, now: this.#clock.now(), reviews }),
    );
  }

  #decideDocument(record: DocumentRecord, approved: boolean): void {
    const now = this.#clock.now();
    if (approved) {
      record.docStatus = "40";
      record.certNo = this.#certificateNumber(record);
      record.serialNo = `M${yearOf(now)}${String(this.#state.next("serial")).padStart(8, "0")}`;
      record.issueDate = formatDate(now);
      if (record.interface === 5)
        record.validTo = `${Number(record.issueDate.slice(0, 4)) + 1}${record.issueDate.slice(4)}`.replace(
          "-02-29",
          "-02-28",
        );
    } else record.docStatus = "30";
    record.auditor = "模拟审核员";
    this.#note(record, approved ? "approved" : "returned");
    if (approved) this.#replaceOld(record);
    this.#pushDocument(record);
  }

  /** An approved amendment or re-issue ends the certificate it replaces. */
  #replaceOld(record: DocumentRecord): void {
    const applyType = String(record.body["applyType"]);
    const oldCertNo = (record.body["change"] as Body | undefined)?.["oldCertNo"];
    const status = { 1: "50", 2: "60", 3: "60" }[applyType];
    if (status === undefined || oldCertNo === undefined) return;
    for (const old of this.#state.data.documents.values()) {
      if (
        old === record ||
        old.providerCode !== record.providerCode ||
        old.certNo !== oldCertNo ||
        old.docStatus !== "40"
      )
        continue;
      old.docStatus = status;
      this.#note(old, `replaced by ${record.docId}`);
      this.#pushDocument(old);
    }
  }

  #decideFiling(record: FilingRecord, result: "approve" | "return" | "reject"): void {
    const now = this.#clock.now();
    record.status = RESULTS[result];
    if (result === "approve") {
      const branch = String(record.body["branchCode"]);
      record.goodsFilingNo ??= `GF${branch}${yearOf(now)}${String(this.#state.next(`filing/${branch}`)).padStart(6, "0")}`;
      record.approvedBody = record.body;
      const date = formatDate(now);
      record.validTo = `${Number(date.slice(0, 4)) + 2}${date.slice(4)}`.replace("-02-29", "-02-28");
    }
    this.#note(record, result);
    this.#pushFiling(record);
  }

  #decideSeal(record: SealRecord, result: "approve" | "return" | "reject"): void {
    record.status = RESULTS[result];
    for (const item of record.items) item.status = RESULTS[result];
    const enterprise = this.#state.data.enterprises.get(record.enterpriseRegNo);
    if (result === "approve" && enterprise !== undefined) {
      const action = String(record.body["applyType"]);
      for (const item of record.items) this.#fileItem(record, item, action);
      enterprise.updatedAt = this.#clock.now();
    }
    this.#note(record, result);
    const ids = (kind: "SEAL" | "SIGN"): readonly string[] =>
      record.items.flatMap((item) => (item.kind === kind && item.id !== undefined ? [item.id] : []));
    this.#send(17, record, {
      sealApplyId: record.sealApplyId,
      enterpriseRegNo: record.enterpriseRegNo,
      auditResult: record.status,
      auditOpinion: record.auditOpinion,
      auditTime: formatDateTime(record.auditTime ?? this.#clock.now()),
      sealId: orAbsent(ids("SEAL")),
      signerId: orAbsent(ids("SIGN")),
    });
  }

  /** Brings an approved item into the registry; replacing and cancelling end what was there. */
  #fileItem(record: SealRecord, item: SealItem, action: string): void {
    const enterprise = this.#state.data.enterprises.get(record.enterpriseRegNo);
    if (enterprise === undefined) return;
    const { providerCode } = record;
    if (action === "1" || action === "9") {
      for (const seal of enterprise.seals)
        if (item.kind === "SEAL" && seal.sealType === item.sealType) seal.sealStatus = "9";
      for (const signer of enterprise.signers)
        if (item.kind === "SIGN" && signer.signerName === item.signerName) signer.signStatus = "9";
    }
    if (action === "9") {
      item.status = "9";
      return;
    }
    const number = String(this.#state.next(`seal/${record.enterpriseRegNo}/${item.kind}`) + 10).padStart(2, "0");
    if (item.kind === "SEAL") {
      item.id = `SL${record.enterpriseRegNo}${number}`;
      enterprise.seals.push({ sealId: item.id, sealType: item.sealType ?? "CN", sealStatus: "1", providerCode });
    } else {
      item.id = `SG${record.enterpriseRegNo}${number}`;
      const isDefault = !enterprise.signers.some((signer) => signer.isDefault && signer.signStatus === "1");
      enterprise.signers.push({
        signerId: item.id,
        signerName: item.signerName ?? "",
        signStatus: "1",
        isDefault,
        providerCode,
      });
    }
  }

  #pushDocument(record: DocumentRecord): void {
    this.#send(7, record, {
      docId: record.docId,
      docType: record.docType,
      certNo: record.certNo,
      serialNo: record.serialNo,
      enterpriseRegNo: record.body["enterpriseRegNo"],
      branchCode: record.body["branchCode"],
      docStatus: record.docStatus,
      auditResult: record.auditResult,
      auditOpinion: record.auditOpinion,
      auditTime: formatDateTime(record.auditTime ?? this.#clock.now()),
      auditor: record.auditor,
      issueDate: record.issueDate,
      validTo: record.validTo,
    });
  }

  #pushFiling(record: FilingRecord): void {
    const preference = itemsIn(record.body, "preferences", "preference").map((one) =>
      defined({ areaCode: one["areaCode"], originCriterion: one["originCriterion"], result: record.status }),
    );
    this.#send(8, record, {
      filingId: record.filingId,
      goodsFilingNo: record.goodsFilingNo,
      enterpriseRegNo: record.body["enterpriseRegNo"],
      hsCode: record.body["hsCode"],
      auditResult: record.status,
      auditOpinion: record.auditOpinion,
      auditTime: formatDateTime(record.auditTime ?? this.#clock.now()),
      validTo: record.validTo,
      preferences: preference.length === 0 ? undefined : { preference },
    });
  }

  #send(no: number, record: ReviewedRecord, body: Body): void {
    this.#enqueue(no, record.providerCode, defined(body), { kind: record.kind, id: recordId(record) });
  }

  #note(record: ReviewedRecord, note: string): void {
    const at = this.#clock.now();
    record.updatedAt = at;
    record.history.push({ at, status: record.kind === "document" ? record.docStatus : record.status, note });
  }

  #plan(record: ReviewedRecord, what: "receive" | "review", at: number): void {
    const key = `${record.kind}\n${recordKey(record.providerCode, recordId(record))}`;
    this.#state.schedule({ at, what, key, version: record.version });
  }

  #reviewTime(record: ReviewedRecord): number {
    return this.#delay(
      `${record.kind}/${record.providerCode}/${recordId(record)}/${record.version}`,
      this.#clock.now(),
    );
  }

  #delay(label: string, from: number): number {
    const latency = this.#latency;
    if (latency === "office-hours") return nextOfficeTime(from + durationMs("1h"));
    if (typeof latency === "string" || typeof latency === "number") return from + durationMs(latency);
    const [min, max] = [durationMs(latency[0]), durationMs(latency[1])];
    return from + min + Math.floor(this.#values.fraction(`latency/${label}`) * Math.max(0, max - min));
  }

  /** As on the one sample seen: year, form, registration number, slash, five digits. One the applicant gave is kept. */
  #certificateNumber(record: DocumentRecord): string {
    const given = record.body["certNo"];
    const taken = [...this.#state.data.documents.values()].some((one) => one !== record && one.certNo === given);
    if (typeof given === "string" && given !== "" && !taken) return given;
    const stem = `${yearOf(this.#clock.now())}${record.docType.slice(0, 2)}${String(record.body["enterpriseRegNo"])}`;
    return `${stem}/${String(this.#state.next(`cert/${stem}`)).padStart(5, "0")}`;
  }
}

/** Tells whether a record is on the reviewer's desk. */
export function isWaiting(record: ReviewedRecord): boolean {
  if (record.kind === "document") return record.docStatus === "20" || record.docStatus === "10";
  return record.status === "0" && (record.kind === "seal" || record.sent);
}

function yearOf(ms: number): string {
  return formatDate(ms).slice(2, 4);
}

function orAbsent(ids: readonly string[]): readonly string[] | undefined {
  return ids.length === 0 ? undefined : ids;
}

function stateError(record: ReviewedRecord, why: string): SandboxError {
  const id = recordId(record);
  const status = record.kind === "document" ? record.docStatus : record.status;
  return new SandboxError(
    "SANDBOX_STATE",
    `${record.kind} ${id} is in state ${status} and ${why}`,
    `记录 ${id} 状态为 ${status}，不允许此操作`,
    { id },
  );
}
