import type { SignInput } from "../canonical.ts";
import { isSignError, SignError } from "../errors.ts";
import { explain } from "../explain.ts";
import type { SignatureProfile } from "../profile.ts";
import type { SignKey } from "../sign-key.ts";
import { verify } from "../verify.ts";
import { bareEnvelope, type Envelope, readEnvelope, unreadable } from "./envelope.ts";
import { type Payload, readPayload } from "./payload.ts";

/** What is known of the request when its answer comes. */
export interface AnswerCheck {
  readonly head: readonly (readonly [string, string])[];
}

/** Settings that matter for an answer. */
export interface AnswerOptions {
  readonly profile: SignatureProfile;
  readonly keys: readonly SignKey[];
  readonly echo?: readonly string[] | undefined;
  readonly explain?: boolean | undefined;
}

/** An answer as it came. */
export interface ReceivedAnswer {
  readonly response: Response;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Verifies an answer and gives what node-soap may see of it.
 *
 * @throws {@link SignError} `SIGN_ENVELOPE`, `SIGN_ANSWER_MISSING`, `SIGN_ANSWER`.
 */
export function checkAnswer(options: AnswerOptions, request: AnswerCheck, answer: ReceivedAnswer): string {
  const envelope = envelopeOf(answer);
  if (envelope === undefined) return "";
  const { profile } = options;
  if (profile.placement === "http-header") {
    const signature = answer.response.headers.get(profile.signatureHeader);
    if (envelope.fault && !signature) return envelope.xml;
    check(options, { fields: [], raw: answer.bytes }, signature);
    if (envelope.fault) return envelope.xml;
    const payload =
      envelope.text === undefined || request.head.length === 0 ? undefined : optionalPayload(envelope.text, profile);
    checkEcho(options, request, payload?.input.fields ?? envelope.typedHead ?? []);
    return answer.text;
  }
  if (envelope.fault) return envelope.xml;
  if (envelope.text === undefined) throw unreadable("the answer has no single string");
  const payload = readPayload(envelope.text, profile);
  check(options, payload.input, payload.signature);
  checkEcho(options, request, payload.input.fields);
  return bareEnvelope(envelope, envelope.text);
}

/** The envelope, or `undefined` for an HTTP error without one, which node-soap reports itself. */
function envelopeOf({ response, text }: ReceivedAnswer): Envelope | undefined {
  try {
    return readEnvelope(text, undefined);
  } catch (error) {
    if (response.status >= 400) return undefined;
    throw error;
  }
}

function optionalPayload(text: string, profile: SignatureProfile): Payload | undefined {
  try {
    return readPayload(text, profile);
  } catch (error) {
    if (isSignError(error)) return undefined;
    throw error;
  }
}

function check(options: AnswerOptions, input: SignInput, signature: string | null | undefined): void {
  const result = verify(options.profile, options.keys, input, signature);
  if (result.ok) return;
  const { reason } = result;
  const found = options.explain ? explain(options.profile, options.keys, input, signature) : undefined;
  const details = { reason, ...(found?.cause === undefined ? {} : { cause: found.cause, ruleId: found.ruleId ?? "" }) };
  const hint = found?.cause === undefined ? "" : `; ${found.adviceEn}`;
  if (reason === "missing") {
    throw new SignError("SIGN_ANSWER_MISSING", `the answer carries no signature${hint}`, "应答没有签名", details);
  }
  throw new SignError(
    "SIGN_ANSWER",
    `the answer's signature is wrong (${reason})${hint}`,
    `应答签名${reason === "malformed" ? "格式不对" : "不符"}${found?.cause === undefined ? "" : `：${found.adviceZh}`}`,
    details,
  );
}

/** A rightly signed answer to another message is no answer to this one. */
function checkEcho(options: AnswerOptions, request: AnswerCheck, fields: readonly (readonly [string, string])[]): void {
  const answered = new Map(fields);
  for (const name of options.echo ?? ["providerCode", "messageId"]) {
    const sent = request.head.find(([field]) => field === name)?.[1];
    if (sent === undefined || sent === answered.get(name)) continue;
    throw new SignError(
      "SIGN_ANSWER",
      `the answer belongs to another message: its ${name} is not the request's`,
      `应答与请求不对应：${name} 不一致`,
      {
        reason: "echo",
        field: name,
      },
    );
  }
}
