export type { Charset } from "./charset.ts";
export { type ClockChoice, DEFAULT_START } from "./clock.ts";
export type { Control, RecordRow, Which } from "./control.ts";
export {
  type FieldIssue,
  type FieldIssueCode,
  isSandboxError,
  SandboxError,
  type SandboxErrorCode,
  type SandboxErrorDetails,
} from "./errors.ts";
export type { Cut, FaultHooks, HookedCall, HookedPush } from "./fault-hooks.ts";
export type { HttpAnswer, HttpRequest } from "./http-message.ts";
export type { Listening } from "./http-server.ts";
export type { SandboxFetch } from "./in-process-fetch.ts";
export type { CertificateRequest, RenderCertificate } from "./interfaces/call.ts";
export type { JournalEntry, JournalFilter } from "./journal.ts";
export type { Latency } from "./office.ts";
export type { ProviderOptions, SandboxOptions } from "./options.ts";
export {
  type NamedPolicy,
  type Policy,
  type PolicyFunction,
  type ReviewSubject,
  random,
  rules,
  script,
  type Verdict,
} from "./policy.ts";
export type { PushRequest, PushResponse, Receiver } from "./push-desk.ts";
export type {
  Body,
  BranchRecord,
  DocumentRecord,
  EnterpriseRecord,
  FilingRecord,
  HistoryStep,
  PushAttempt,
  PushRecord,
  RecordKind,
  RegisteredSeal,
  RegisteredSigner,
  ReviewedRecord,
  SealItem,
  SealRecord,
} from "./records.ts";
export type { RemoteFault, RemoteFaultKind, RemoteFaults } from "./remote-faults.ts";
export { type Credentials, createSandbox, type ReceiverCredentials, type Sandbox } from "./sandbox.ts";
export type { SeedData } from "./seed-data.ts";
export type { SignatureChoice, SignatureProfileId, SignatureSettings } from "./signature-profile.ts";
export type { Snapshot } from "./snapshot.ts";
export type { Duration } from "./time.ts";
export type { ReturnCode } from "./wire/refusal.ts";
export type { WireSettings } from "./wire/wire-profile.ts";
