import { bodyOf, type SignInput } from "../canonical.ts";
import { type Charset, decodeText, encodeText } from "../charset.ts";
import { renderDigest } from "../encoding.ts";
import type { KeyParts } from "../key-source.ts";
import type { SignatureProfile } from "../profile.ts";
import {
  type Attempt,
  bytesOf,
  type Candidate,
  type DigestId,
  type Material,
  type Mistakes,
  textOf,
} from "./attempt.ts";
import * as body from "./body-mistakes.ts";
import { CAUSES, type CauseId } from "./causes.ts";
import * as charsets from "./charset-mistakes.ts";
import * as keys from "./key-mistakes.ts";
import { readSignature, sameButShape } from "./signature-forms.ts";
import * as strings from "./string-mistakes.ts";

/** What may help besides the message: all optional. */
export interface ExplainContext {
  /** The payload as received (`<Request>…</Request>`), for mistakes about other parts of it. */
  readonly payload?: string | undefined;
  /** C14N, to recognise that form; a profile's own is used when absent. */
  readonly canonicalize?: ((xml: string) => string) | undefined;
  /** `2` also looks for two mistakes at once: some hundred times the work. Default `1`. */
  readonly depth?: 1 | 2 | undefined;
  /** Stops at the first mistake that fits: faster, but `also` stays empty. Default `false`. */
  readonly quick?: boolean | undefined;
  /** Stops after so many hashed bytes (default 64 MiB). */
  readonly maxBytes?: number | undefined;
}

/** Bytes of a received part that the mistake touched; offsets count bytes in the profile's charset. */
export interface ExplanationRange {
  /** `body`, or the name of a field. */
  readonly in: string;
  readonly start: number;
  readonly end: number;
}

/** What {@link explain} found. Safe to show: holds no key, no expected signature, no message text. */
export interface Explanation {
  /** The signature is right; nothing to explain. */
  readonly ok: boolean;
  /** The mistake; absent when the signature is right, or when no known mistake fits. */
  readonly cause?: CauseId;
  /** All mistakes made together; the first is `cause`. */
  readonly causes: readonly CauseId[];
  /** Other mistakes that give the very same bytes, so that nobody can tell which it was. */
  readonly also: readonly CauseId[];
  /** Rule number, `SIGN-X…`. */
  readonly ruleId?: string;
  /** Which form of the mistake, in a few words: `LF → CRLF`, `GBK`. */
  readonly variant?: string;
  readonly range?: ExplanationRange;
  /** Index of the key that fits. */
  readonly key?: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly adviceZh: string;
  readonly adviceEn: string;
  /** Signatures computed. */
  readonly tried: number;
  /** `false` when the byte limit ended the search early. */
  readonly complete: boolean;
}

/** A digest to compute; the driver answers with it, or with `undefined` when the runtime lacks it. */
export interface HashRequest {
  readonly digest: DigestId;
  readonly key: Uint8Array;
  /** A text stands for its UTF-8 bytes. */
  readonly message: Uint8Array | string;
}

/** The usual mistakes, most telling first: where two give the same bytes, the earlier one is named. */
const MISTAKES: readonly Mistakes[] = [
  strings.keySuffix,
  body.trailingNewline,
  body.byteOrderMark,
  body.lineEnds,
  body.bodyWhitespace,
  body.trimmedValues,
  body.xmlDeclaration,
  body.emptyElement,
  body.cdata,
  body.escaping,
  body.attributeForm,
  charsets.charset,
  charsets.fourByteCharacter,
  strings.signIncluded,
  strings.signType,
  strings.emptyFields,
  strings.fieldOrder,
  keys.keyLineEnd,
  keys.keyBom,
  keys.keyDecoding,
  keys.keyCase,
  body.urlEncoding,
  body.bodyForm,
  strings.wrongProfile,
  strings.wrongPart,
  strings.fieldList,
  strings.timestampFormat,
  strings.timestampDrift,
  strings.pairForm,
  strings.nameCase,
  strings.otherDigest,
  strings.hmacArguments,
];

/** Tried only when nothing above fits: they look like other mistakes, or take a thousand attempts. */
const LAST_RESORT: readonly Mistakes[] = [body.roughWhitespace, strings.timestampMilliseconds];

interface Match {
  readonly causes: readonly CauseId[];
  readonly variant: string;
  readonly attempt: Attempt;
  readonly key: number;
}

/**
 * The search itself, free of any runtime: yields the digests it needs and gets them back, so that one text serves
 * node:crypto and WebCrypto.
 */
export function* investigate(
  profile: SignatureProfile,
  secrets: readonly KeyParts[],
  input: SignInput,
  signature: string | null | undefined,
  context: ExplainContext,
): Generator<HashRequest, Explanation, Uint8Array | undefined> {
  if (!signature) return found("signature-missing", 0);
  const received = readSignature(signature);
  const starts = secrets.map((secret) => startOf(profile, secret, input));
  const bases = starts.map((start) => textOf(start));
  if (bases.every((text) => text === undefined)) return found("message-incomplete", 0);
  const tally = { tried: 0, bytes: 0, limit: context.maxBytes ?? 64 * 1024 * 1024 };
  const matches: Match[] = [];

  for (const [key, start] of starts.entries()) {
    const digest = yield* digestOf(start, bases[key], tally);
    if (digest === undefined) continue;
    if (renderDigest(digest, profile.output) === signature) return valid(key, tally.tried);
    const shape = received === undefined ? undefined : shapeMistake(digest, start, received);
    if (shape === undefined && !sameButShape(digest, signature)) continue;
    if (shape === "letter-case" && profile.compare === "ignore-case") return valid(key, tally.tried);
    return describe(
      [{ causes: [shape ?? "output-encoding"], variant: received?.shape ?? "odd", attempt: start, key }],
      start,
      tally,
    );
  }
  const searches = [MISTAKES, LAST_RESORT]
    .map((list) => singles(list))
    .concat(context.depth === 2 ? [pairs(MISTAKES)] : []);
  for (const search of received === undefined ? [] : searches) {
    if (matches.length > 0) break;
    for (const [key, start] of starts.entries()) {
      const material = materialOf(start, secrets[key] as KeyParts, context);
      for (const candidate of search(start, material)) {
        if (tally.bytes > tally.limit) break;
        const match = yield* tryOne(candidate, key, bases[key], start, received as Received, tally);
        if (match === undefined) continue;
        matches.push(match);
        if (candidate.first !== undefined || (context.quick && match.causes.length === 1)) break;
      }
    }
  }
  return describe(matches, starts[matches[0]?.key ?? 0] as Attempt, tally);
}

type Tally = { tried: number; bytes: number; limit: number };
type Received = NonNullable<ReturnType<typeof readSignature>>;

function startOf(profile: SignatureProfile, secret: KeyParts, input: SignInput): Attempt {
  const shared = { key: secret.bytes, keyText: secret.text, digest: profile.digest };
  if (profile.source === "fields") return { ...shared, profile, fields: input.fields, body: bodyOf(input) };
  // A raw HTTP body is one text: the mistakes about bodies apply to it as they are.
  const text = input.raw === undefined ? undefined : decodeText(input.raw, profile.charset);
  return { ...shared, profile: { ...profile, source: "fields", fields: [profile.bodyName] }, fields: [], body: text };
}

function materialOf(start: Attempt, secret: KeyParts, context: ExplainContext): Material {
  return {
    payload: context.payload ?? strings.rebuildPayload(start),
    canonicalize: start.profile.canonicalize ?? context.canonicalize,
    keySource: secret.source,
  };
}

/** A candidate that may stand for two mistakes. */
type Combined = Candidate & { readonly first?: CauseId };
type Search = (start: Attempt, material: Material) => Generator<Combined>;

function singles(list: readonly Mistakes[]): Search {
  return function* (start, material) {
    for (const mistakes of list) yield* mistakes(start, material);
  };
}

/** Every mistake on top of every other. */
function pairs(list: readonly Mistakes[]): Search {
  return function* (start, material) {
    const base = textOf(start);
    for (const first of singles(list)(start, material)) {
      if (first.attempt.prehash !== undefined || isSame(first.attempt, start, textOf(first.attempt), base)) continue;
      for (const second of singles(list)(first.attempt, material)) {
        const { finish } = first.attempt;
        if (second.cause === first.cause || (finish !== undefined && second.attempt.finish !== finish)) continue;
        yield { ...second, first: first.cause, variant: `${first.variant}; ${second.variant}` };
      }
    }
  };
}

type Asking<T> = Generator<HashRequest, T | undefined, Uint8Array | undefined>;

function* digestOf(attempt: Attempt, text: string | undefined, tally: Tally): Asking<Uint8Array> {
  if (attempt.prehash !== undefined) {
    const { digest, bytes, apply } = attempt.prehash;
    tally.bytes += bytes.length;
    const inner = yield { digest, key: attempt.key, message: bytes };
    const applied = inner === undefined ? undefined : apply(inner);
    return applied === undefined
      ? undefined
      : yield* digestOf({ ...applied, prehash: undefined }, textOf(applied), tally);
  }
  const message = text === undefined ? undefined : bytesOf(attempt, text);
  if (message === undefined) return undefined;
  tally.tried++;
  tally.bytes += message.length;
  return yield attempt.swapped
    ? {
        digest: attempt.digest,
        key: typeof message === "string" ? new TextEncoder().encode(message) : message,
        message: attempt.key,
      }
    : { digest: attempt.digest, key: attempt.key, message };
}

function* tryOne(
  { first, cause, variant, attempt }: Combined,
  key: number,
  base: string | undefined,
  start: Attempt,
  received: Received,
  tally: Tally,
): Asking<Match> {
  if (received.digest.length !== digestSize(attempt.digest)) return undefined;
  const text = textOf(attempt);
  if (isSame(attempt, start, text, base)) return undefined;
  const digest = yield* digestOf(attempt, text, tally);
  if (digest === undefined || !sameBytes(digest, received.digest)) return undefined;
  const shape = attempt.anyOutput ? undefined : shapeMistake(digest, attempt, received);
  const causes = [first, cause, shape].filter((id) => id !== undefined);
  return { causes, variant, attempt, key };
}

/** Whether an attempt signs what was tried at the start; it cannot fit then. */
function isSame(attempt: Attempt, start: Attempt, text: string | undefined, base: string | undefined): boolean {
  return (
    text === base &&
    attempt.prehash === undefined &&
    attempt.encode === start.encode &&
    attempt.key === start.key &&
    attempt.digest === start.digest &&
    !attempt.swapped &&
    attempt.profile.charset === start.profile.charset
  );
}

function digestSize(digest: DigestId): number {
  if (digest.endsWith("MD5")) return 16;
  if (digest.endsWith("SHA1")) return 20;
  return digest.endsWith("SHA512") ? 64 : 32;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

/** How the digest was written wrongly, when it is the right digest. */
function shapeMistake(digest: Uint8Array, attempt: Attempt, received: Received): CauseId | undefined {
  if (!sameBytes(digest, received.digest)) return undefined;
  if (received.wrapped) return "signature-transport";
  const expected = renderDigest(digest, attempt.profile.output);
  if (received.text === expected) return undefined;
  const hex = attempt.profile.output.toLowerCase() === "hex";
  return hex && received.text.toLowerCase() === expected.toLowerCase() ? "letter-case" : "output-encoding";
}

function describe(matches: readonly Match[], start: Attempt, tally: Tally): Explanation {
  const [best] = [...matches].sort((a, b) => a.causes.length - b.causes.length);
  if (best === undefined) {
    return {
      ok: false,
      causes: [],
      also: [],
      titleZh: "原因不明",
      titleEn: "no known mistake fits",
      adviceZh: "没有常见错误能得出此签名：请核对密钥与指纹、接入商代码，以及报文在签名后是否被改动。",
      adviceEn:
        "No usual mistake gives this signature: compare the key's fingerprint and the provider code, and check whether the message changed after signing.",
      tried: tally.tried,
      complete: tally.bytes <= tally.limit,
    };
  }
  const cause = best.causes[0] as CauseId;
  const also = new Set(matches.filter((match) => match.key === best.key).map((match) => match.causes[0] as CauseId));
  for (const own of best.causes) also.delete(own);
  const range = rangeOf(start, best.attempt);
  return {
    ok: false,
    cause,
    causes: best.causes,
    also: [...also],
    variant: best.variant,
    key: best.key,
    ...(range === undefined ? {} : { range }),
    ...CAUSES[cause],
    tried: tally.tried,
    complete: tally.bytes <= tally.limit,
  };
}

function found(cause: CauseId, tried: number): Explanation {
  return { ok: false, cause, causes: [cause], also: [], ...CAUSES[cause], tried, complete: true };
}

function valid(key: number, tried: number): Explanation {
  return {
    ok: true,
    causes: [],
    also: [],
    key,
    titleZh: "签名正确",
    titleEn: "the signature is right",
    adviceZh: "无需处理。",
    adviceEn: "Nothing to do.",
    tried,
    complete: true,
  };
}

/** Where the received text and the signed one differ: from the first to the last differing character. */
function rangeOf(start: Attempt, signed: Attempt): ExplanationRange | undefined {
  const { charset } = start.profile;
  if (start.body !== undefined && signed.body !== undefined && start.body !== signed.body) {
    return difference("body", start.body, signed.body, charset);
  }
  for (const [name, value] of start.fields) {
    const other = signed.fields.find(([field]) => field === name)?.[1];
    if (value && typeof other === "string" && other !== value) return difference(name, value, other, charset);
  }
  return undefined;
}

function difference(part: string, received: string, signed: string, charset: Charset): ExplanationRange {
  const shorter = Math.min(received.length, signed.length);
  let from = 0;
  while (from < shorter && received[from] === signed[from]) from++;
  let back = 0;
  while (back < shorter - from && received.at(-1 - back) === signed.at(-1 - back)) back++;
  if (/[\uDC00-\uDFFF]/.test(received[from] ?? "")) from--;
  const end = received.length - back;
  const size = (text: string): number => byteLength(text, charset);
  return { in: part, start: size(received.slice(0, from)), end: size(received.slice(0, Math.max(from, end))) };
}

function byteLength(text: string, charset: Charset): number {
  try {
    return encodeText(text, charset).length;
  } catch {
    return new TextEncoder().encode(text).length;
  }
}
