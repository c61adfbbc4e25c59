import { canonicalText, type SignInput } from "../canonical.ts";
import { encodeText } from "../charset.ts";
import { isSignError } from "../errors.ts";
import type { SignatureProfile } from "../profile.ts";
import type { CauseId } from "./causes.ts";

/** Digests that are tried. A runtime may lack some. */
export type DigestId =
  | "HMAC-SHA256"
  | "HMAC-MD5"
  | "HMAC-SHA1"
  | "HMAC-SHA512"
  | "HMAC-SM3"
  | "SHA256"
  | "MD5"
  | "SHA1"
  | "SHA512"
  | "SM3";

/** One way in which the sender may have signed. */
export interface Attempt {
  readonly profile: SignatureProfile;
  readonly fields: SignInput["fields"];
  readonly body: string | undefined;
  /** HMAC key. */
  readonly key: Uint8Array;
  /** The key as it stands in a key suffix. */
  readonly keyText: string | undefined;
  readonly digest: DigestId;
  /** Last change to the string to sign, key suffix included. */
  readonly finish?: (text: string, keyText: string) => string;
  /** Another way to make bytes of it. */
  readonly encode?: (text: string) => Uint8Array | undefined;
  /** Message and key change places. */
  readonly swapped?: boolean;
  /** The output encoding belongs to the mistake and is not one of its own. */
  readonly anyOutput?: boolean;
  /** A digest that is needed first: of the body, or of the key. */
  readonly prehash?:
    | undefined
    | {
        readonly digest: DigestId;
        readonly bytes: Uint8Array;
        readonly apply: (digest: Uint8Array) => Attempt;
      };
}

/** An attempt with the mistake it stands for. `variant` says which form of it, in a few words. */
export interface Candidate {
  readonly cause: CauseId;
  readonly variant: string;
  readonly attempt: Attempt;
}

/** What mistakes may draw on besides the attempt. */
export interface Material {
  /** The payload as received (`<Request>…</Request>`), or one rebuilt from the fields. */
  readonly payload: string;
  readonly canonicalize: ((xml: string) => string) | undefined;
  /** The key file as it came. */
  readonly keySource: Uint8Array;
}

/** A family of mistakes: every form of them, applied to one attempt. */
export type Mistakes = (from: Attempt, material: Material) => Generator<Candidate>;

/** The string an attempt signs; `undefined` when it cannot be made. */
export function textOf(attempt: Attempt): string | undefined {
  const { profile, keyText } = attempt;
  try {
    let text = canonicalText(profile, { fields: attempt.fields, body: attempt.body });
    if (profile.keySuffix !== null) {
      if (keyText === undefined) return undefined;
      text += profile.keySuffix + keyText;
    }
    return attempt.finish === undefined ? text : attempt.finish(text, keyText ?? "");
  } catch (error) {
    if (isSignError(error)) return undefined;
    throw error;
  }
}

/** The bytes of that string, or the string when they are UTF-8; `undefined` when the charset lacks a character. */
export function bytesOf(attempt: Attempt, text: string): Uint8Array | string | undefined {
  if (attempt.encode !== undefined) return attempt.encode(text);
  if (attempt.profile.charset === "UTF-8" && text.isWellFormed()) return text;
  try {
    return encodeText(text, attempt.profile.charset);
  } catch {
    return undefined;
  }
}

/** A candidate with another body, when there is a body and it changes. */
export function* withBody(
  from: Attempt,
  cause: CauseId,
  variant: string,
  change: (body: string) => string | undefined,
): Generator<Candidate> {
  if (from.body === undefined) return;
  const body = change(from.body);
  if (body !== undefined && body !== from.body) yield { cause, variant, attempt: { ...from, body } };
}

/** Candidates with the change in body and fields, in the body alone, in the fields alone. */
export function* withValues(
  from: Attempt,
  cause: CauseId,
  variant: string,
  change: (value: string) => string,
): Generator<Candidate> {
  const body = from.body === undefined ? undefined : change(from.body);
  const fields = from.fields.map(([name, value]) => [name, typeof value === "string" ? change(value) : value] as const);
  const fieldsChange = fields.some(([, value], i) => value !== from.fields[i]?.[1]);
  if (body !== from.body) yield { cause, variant, attempt: { ...from, body } };
  if (!fieldsChange) return;
  if (body !== from.body) yield { cause, variant, attempt: { ...from, body, fields } };
  yield { cause, variant, attempt: { ...from, fields } };
}

/** A candidate with other profile settings. */
export function withProfile(
  from: Attempt,
  cause: CauseId,
  variant: string,
  settings: Partial<SignatureProfile>,
): Candidate {
  return { cause, variant, attempt: { ...from, profile: { ...from.profile, ...settings } } };
}
