import { type ByteReader, MISS, type ReadTag, readTag } from "../codec/fast/byte-reader.ts";
import { compiledReader, hasUsualValues, UNREAD, withReader } from "../codec/fast/read-fast.ts";
import { ENVELOPE_NS } from "../envelope/names.ts";
import type { WireProfile } from "../wire-profile.ts";
import { HeadCollector, type HeadField, REQUEST_HEAD, RESPONSE_HEAD } from "./head.ts";
import type { MessageLimits } from "./limits.ts";
import { type AnyOperation, bodyElement, isPlain, type MessageKind } from "./operation.ts";
import { UsualMessage } from "./usual-message.ts";

/** What a message in the usual form says about its operation. */
export interface UsualWrapper {
  readonly name: string;
  readonly ns: string;
  /** Offset behind the wrapper's start tag. */
  readonly pos: number;
  /** All that stands behind its content. */
  readonly end: ReadTag;
}

/** Whether messages of a profile have a form that is read, or written, as bytes. */
export function hasUsualForm(wire: WireProfile): boolean {
  return (
    wire.charset === "UTF-8" &&
    wire.style === "document-wrapped" &&
    wire.head === "inner" &&
    wire.names === undefined &&
    wire.split !== "dispatch" &&
    wire.compression === "none" &&
    !wire.qualifiedChildren &&
    (wire.payload === "escaped" ? wire.answer === "xml-string" && !wire.prolog : wire.payload === "typed") &&
    hasUsualValues(wire)
  );
}

const OPENINGS = {
  "1.1": opening("1.1"),
  "1.2": opening("1.2"),
};

function opening(version: keyof typeof ENVELOPE_NS): Uint8Array {
  return utf8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${ENVELOPE_NS[version]}"><soap:Body><c:`,
  );
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A wrapper's start tag is not longer. */
const LONGEST_TAG = 1024;

const WRAPPER = /^([A-Za-z_][\w.-]*) xmlns:c="([^"&<>]*)">$/;

/** The beginning of an envelope, up to the wrapper's start tag, and what it says. */
interface Beginning {
  readonly bytes: Uint8Array;
  readonly wrapper: UsualWrapper;
}

/** The last beginnings, the latest first: a process reads few operations' messages, but often several in turn. */
const beginnings: Readonly<Record<keyof typeof OPENINGS, Beginning[]>> = { "1.1": [], "1.2": [] };

/** Beginnings that are kept. */
const KEPT = 8;

/** The wrapper of an envelope as our own writer writes it; `undefined` for any other, which may be right all the same. */
export function usualWrapper(bytes: Uint8Array, wire: WireProfile): UsualWrapper | undefined {
  const known = beginnings[wire.soapVersion];
  for (let i = 0; i < known.length; i++) {
    const one = known[i] as Beginning;
    if (startsWithin(bytes, one.bytes)) return one.wrapper;
  }
  const start = OPENINGS[wire.soapVersion];
  if (!startsWith(bytes, 0, start)) return undefined;
  const end = bytes.indexOf(0x3e, start.length) + 1;
  if (end === 0 || end > start.length + LONGEST_TAG) return undefined;
  const tag = bytes.subarray(start.length, end);
  const found = tag.some((c) => c >= 0x80) ? null : WRAPPER.exec(new TextDecoder().decode(tag));
  if (!found) return undefined;
  const name = found[1] as string;
  const behind = readTag(`</c:${name}></soap:Body></soap:Envelope>`);
  const wrapper = { name, ns: found[2] as string, pos: end, end: behind };
  if (known.length === KEPT) known.pop();
  known.unshift({ bytes: bytes.slice(0, end), wrapper });
  return wrapper;
}

/** {@link startsWith}, from the end: beginnings differ there. */
function startsWithin(bytes: Uint8Array, expected: Uint8Array): boolean {
  for (let i = expected.length - 1; i >= 0; i--) if (bytes[i] !== expected[i]) return false;
  return true;
}

function startsWith(bytes: Uint8Array, pos: number, expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[pos + i] !== expected[i]) return false;
  return true;
}

/** Start and end tags by what they are made of. */
const tags = new Map<string, ReadTag>();

function tag(text: string): ReadTag {
  let made = tags.get(text);
  if (!made) {
    made = readTag(text);
    // Names come from descriptors and profiles; still, nothing here grows without end.
    if (tags.size < 10_000) tags.set(text, made);
  }
  return made;
}

/**
 * Reads what stands behind the wrapper's start tag, to the end of the envelope; `undefined` for anything that is not in
 * the usual form, or wrong: the strict reader then reads it all again.
 */
export function readUsual(
  bytes: Uint8Array,
  wrapper: UsualWrapper,
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  limits: MessageLimits,
): UsualMessage | undefined {
  if (isPlain(operation)) return undefined;
  const descriptor = kind === "request" ? operation.request : operation.response;
  const compiled = compiledReader(descriptor, bodyElement(operation, wire, kind));
  if (!compiled) return undefined;
  const inside = (reader: ByteReader, payload: Uint8Array | undefined): UsualMessage => {
    const head = readHead(reader, HEADS[kind], limits);
    reader.space();
    const start = reader.pos;
    reader.depth = 3;
    reader.canonical = true;
    const value = compiled.read(reader);
    let behind = reader.pos;
    // White space behind the Body is none of it.
    while (reader.bytes[behind - 1] !== 0x3e) behind--;
    const body = reader.bytes.subarray(start, behind);
    return new UsualMessage(operation, wire, kind, head, value, body, payload, reader.canonical);
  };
  if (wire.payload === "typed") {
    const found = withReader(bytes, compiled, { wire, limits }, (reader) => {
      reader.pos = wrapper.pos;
      const message = inside(reader, undefined);
      if (!reader.at(wrapper.end) || reader.pos !== bytes.byteLength) throw MISS;
      return message;
    });
    return found === UNREAD ? undefined : found;
  }
  const name = kind === "request" ? wire.parameterName : wire.resultName;
  const open = tag(`<${name}>`);
  const close = tag(`</${name}>`);
  if (!startsWith(bytes, wrapper.pos, open.bytes)) return undefined;
  const from = wrapper.pos + open.size;
  const behind = bytes.byteLength - wrapper.end.size;
  const to = behind - close.size;
  if (to < from || !startsWith(bytes, to, close.bytes) || !startsWith(bytes, behind, wrapper.end.bytes))
    return undefined;
  const payload = unescaped(bytes, from, to);
  if (payload === undefined) return undefined;
  const root = kind === "request" ? "Request" : "Response";
  const found = withReader(payload, compiled, { wire, limits }, (reader) => {
    if (!reader.open(tag(`<${root}>`))) throw MISS;
    const message = inside(reader, payload);
    if (!reader.at(tag(`</${root}>`)) || reader.pos !== payload.byteLength) throw MISS;
    return message;
  });
  return found === UNREAD ? undefined : found;
}

interface HeadTags {
  readonly name: string;
  readonly open: ReadTag;
  readonly close: ReadTag;
}

function headTags(name: string): HeadTags {
  return { name, open: readTag(`<${name}>`), close: readTag(`</${name}>`) };
}

const HEAD = headTags("Head");
const HEADS: Readonly<Record<MessageKind, readonly HeadTags[]>> = {
  request: REQUEST_HEAD.map(headTags),
  response: RESPONSE_HEAD.map(headTags),
};

/** The fields of a head, from its start tag to behind its end tag. */
function readHead(reader: ByteReader, expected: readonly HeadTags[], limits: MessageLimits): readonly HeadField[] {
  if (!reader.open(HEAD.open)) throw MISS;
  const start = reader.pos;
  const { maxHeadFields, maxHeadValueLength } = limits;
  const fields: HeadField[] = [];
  for (const { name, open, close } of expected) {
    if (!reader.at(open)) continue;
    const from = reader.pos;
    const value = reader.text(from, reader.scan());
    reader.close(close);
    if (value.length > maxHeadValueLength) throw MISS;
    fields.push([name, value]);
  }
  if (reader.at(HEAD.close) && fields.length <= maxHeadFields) return fields;
  // Others, or in another order.
  reader.pos = start;
  const collector = new HeadCollector(limits);
  while (!reader.at(HEAD.close)) readField(reader, collector);
  return collector.fields;
}

function readField(reader: ByteReader, into: HeadCollector): void {
  const { bytes } = reader;
  if (bytes[reader.pos] !== 0x3c) throw MISS;
  let name = "";
  let at = reader.pos + 1;
  for (let c = bytes[at] as number; c !== 0x3e; c = bytes[++at] as number) {
    const letter = (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || c === 0x5f;
    if (!(letter || (c >= 0x30 && c <= 0x39 && name !== "")) || name.length > 100) throw MISS;
    name += String.fromCharCode(c);
  }
  const start = at + 1;
  reader.pos = start;
  const end = reader.scan();
  const value = reader.text(start, end);
  reader.close(tag(`</${name}>`));
  try {
    into.add(name, value);
  } catch {
    throw MISS;
  }
}

/**
 * The text that was escaped to be carried, as bytes: references resolved in one pass. `undefined` where there is anything
 * but plain characters and the references of our own writer.
 */
function unescaped(bytes: Uint8Array, from: number, to: number): Buffer | undefined {
  const out = Buffer.allocUnsafe(to - from);
  let size = 0;
  let i = from;
  for (;;) {
    // The parameter's end tag stands behind the text, so that this ends there at the latest.
    let c = bytes[i] as number;
    while (PLAIN[c] === 1) {
      out[size++] = c;
      c = bytes[++i] as number;
    }
    if (i >= to) return out.subarray(0, size);
    if (c !== 0x26) return undefined;
    const second = bytes[i + 1];
    const third = bytes[i + 2];
    if (third === 0x74 && bytes[i + 3] === 0x3b && (second === 0x6c || second === 0x67)) {
      out[size++] = second === 0x6c ? 0x3c : 0x3e;
      i += 4;
    } else if (second === 0x61 && third === 0x6d && bytes[i + 3] === 0x70 && bytes[i + 4] === 0x3b) {
      out[size++] = 0x26;
      i += 5;
    } else return undefined;
  }
}

/** Bytes that stand for themselves in a text. */
const PLAIN: Uint8Array = new Uint8Array(256).fill(1, 0x20);
PLAIN[0x09] = PLAIN[0x0a] = 1;
PLAIN[0x26] = PLAIN[0x3c] = PLAIN[0x3e] = 0;
