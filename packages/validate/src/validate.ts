import { type Application, readApplication } from "./application.ts";
import type { ValidationContext } from "./context.ts";
import { readFiling } from "./filing.ts";
import type { Issue } from "./issue.ts";
import { readLeaves } from "./leaves.ts";
import type {
  ApplyGeneralCertificateRequest,
  ApplyGoodsFilingRequest,
  ApplyPreferentialCertificateRequest,
  ApplySealSignatureRequest,
} from "./messages.ts";
import { isObject, Node } from "./node.ts";
import { applicationRules } from "./registry.ts";
import type { RequestFields } from "./request.ts";
import { attachmentRules } from "./rules/attachments.ts";
import { filingRules } from "./rules/filing.ts";
import { requestRules } from "./rules/requests.ts";
import { sealRules } from "./rules/seal.ts";
import { sequenceRules } from "./rules/sequence.ts";
import { valueRules } from "./rules/values.ts";
import { runRules, type Setting } from "./run-rules.ts";
import { readSealApplication } from "./seal.ts";

const GENERAL = "applyGeneralCertificate.request";
const PREFERENTIAL = "applyPreferentialCertificate.request";
const FILING = "applyGoodsFiling.request";
const SEAL = "applySealSignature.request";
const NOTHING_KNOWN: ValidationContext = {};

/**
 * Checks a certificate application by all rules beyond the schema.
 *
 * @param message - Body of interface 4 or 5. One with a field only interface 5 has, or with an agreement form, is read as preferential.
 * @param context - What the caller knows beyond the message.
 * @returns Issues in a stable order; empty when nothing was found. Nothing is thrown for a broken message.
 */
export function validateApplication(
  message: ApplyGeneralCertificateRequest | ApplyPreferentialCertificateRequest,
  context: ValidationContext = NOTHING_KNOWN,
): Issue[] {
  const isPreferential = readApplication("preferential", message, "", context).form?.kind === "preferential";
  const issues: Issue[] = [];
  checkApplication(
    isPreferential || hasPreferentialField(message) ? "preferential" : "general",
    message,
    "",
    context,
    issues,
  );
  return issues;
}

/** Checks a goods filing (interface 6); see {@link validateApplication}. */
export function validateGoodsFiling(
  message: ApplyGoodsFilingRequest,
  context: ValidationContext = NOTHING_KNOWN,
): Issue[] {
  return validateBody("applyGoodsFiling", message, { ...context, message: "request" });
}

/** Checks a seal and signature application (interface 16); see {@link validateApplication}. */
export function validateSealApplication(
  message: ApplySealSignatureRequest,
  context: ValidationContext = NOTHING_KNOWN,
): Issue[] {
  return validateBody("applySealSignature", message, { ...context, message: "request" });
}

/**
 * Checks the body of any of the 18 operations, e.g. as `validate` of a client.
 *
 * @param operation - Name of the operation, e.g. `queryDocument`. An operation that has no rules gives no issues.
 * @param body - Body of its request (or push); of its answer when `context.message` is `response`.
 */
export function validateBody(operation: string, body: unknown, context: ValidationContext = NOTHING_KNOWN): Issue[] {
  const message = `${operation}.${context.message ?? "request"}`;
  const issues: Issue[] = [];
  checkMessage(message, body, "", context, issues);
  return issues;
}

function checkMessage(message: string, body: unknown, path: string, context: ValidationContext, issues: Issue[]): void {
  if (message === GENERAL || message === PREFERENTIAL) {
    checkApplication(message === GENERAL ? "general" : "preferential", body, path, context, issues);
    return;
  }
  const setting = { message, prefix: path, form: "", context };
  runRules(valueRules, readLeaves(message, body, path, context), setting, issues);
  if (message === FILING) checkFiling(body, setting, issues);
  else if (message === SEAL) checkSeals(body, setting, issues);
  else {
    runRules(requestRules, { message, body: new Node<RequestFields>(body, path) }, setting, issues);
    for (const [inner, value, at] of innerBodies(body)) checkMessage(inner, value, at, context, issues);
  }
}

function checkApplication(
  kind: Application["kind"],
  body: unknown,
  path: string,
  context: ValidationContext,
  issues: Issue[],
): void {
  const message = kind === "general" ? GENERAL : PREFERENTIAL;
  const application = readApplication(kind, body, path, context);
  const setting: Setting = { message, prefix: path, form: application.code, context };
  runRules(valueRules, readLeaves(message, body, path, context), setting, issues);
  runRules(applicationRules, application, setting, issues);
  runRules(attachmentRules, application, setting, issues);
  runRules(sequenceRules, { lists: [application.nonParties] }, setting, issues);
}

function checkFiling(body: unknown, setting: Setting, issues: Issue[]): void {
  const filing = readFiling(body, setting.prefix, setting.context);
  runRules(filingRules, filing, setting, issues);
  runRules(attachmentRules, filing, setting, issues);
  runRules(sequenceRules, { lists: [filing.processes, filing.materials] }, setting, issues);
}

function checkSeals(body: unknown, setting: Setting, issues: Issue[]): void {
  const application = readSealApplication(body, setting.prefix);
  runRules(sealRules, application, setting, issues);
  runRules(attachmentRules, application, setting, issues);
}

/** Fields that only interface 5 has. */
const PREFERENTIAL_FIELDS = [
  "agreementCode",
  "nonParties",
  "thirdPartyInvoice",
  "backToBack",
  "retroactive",
  "exhibition",
  "producerConfidential",
  "originCertNo",
];

function hasPreferentialField(message: unknown): boolean {
  return (
    isObject(message) && PREFERENTIAL_FIELDS.some((name) => Object.hasOwn(message, name) && message[name] !== undefined)
  );
}

type InnerBody = readonly [message: string, value: unknown, path: string];

/** Applications and filings inside other messages: `draft` of a preview, `detail` of answers. */
function* innerBodies(body: unknown): Generator<InnerBody> {
  if (!isObject(body)) return;
  yield* choice(body["draft"], "draft");
  const document = body["document"];
  if (isObject(document)) yield* choice(document["detail"], "document.detail");
  for (const [item, path] of itemsOf(body, "documents", "document")) yield* choice(item["detail"], `${path}.detail`);
  for (const [item, path] of itemsOf(body, "filings", "filing"))
    if (isObject(item["detail"])) yield [FILING, item["detail"], `${path}.detail`];
}

function* choice(value: unknown, path: string): Generator<InnerBody> {
  if (!isObject(value)) return;
  if (isObject(value["general"])) yield [GENERAL, value["general"], `${path}.general`];
  if (isObject(value["preferential"])) yield [PREFERENTIAL, value["preferential"], `${path}.preferential`];
}

function* itemsOf(
  body: Readonly<Record<string, unknown>>,
  container: string,
  item: string,
): Generator<readonly [Readonly<Record<string, unknown>>, string]> {
  const list = body[container];
  const items: unknown = isObject(list) ? list[item] : undefined;
  if (!Array.isArray(items)) return;
  for (const [index, each] of items.entries()) if (isObject(each)) yield [each, `${container}.${item}[${index}]`];
}
