import type { ElementName } from "../codec/encode.ts";
import { MISS, type ReadTag, readTag } from "../codec/fast/byte-reader.ts";
import type { CompiledReader } from "../codec/fast/compile-reader.ts";
import { compiledReader, giveBack, hasUsualValues, lendReader } from "../codec/fast/read-fast.ts";
import { ENVELOPE_NS } from "../envelope/names.ts";
import type { WireProfile } from "../wire-profile.ts";
import type { MessageLimits } from "./limits.ts";
import { type AnyOperation, bodyElement, isPlain, type MessageKind } from "./operation.ts";
import { UsualHead } from "./usual-head.ts";
import { UsualMessage } from "./usual-message.ts";

/** Whose messages a wrapper holds. */
export interface Whose {
  readonly operation: AnyOperation;
  /** Namespace of the wrapper. */
  readonly ns: string;
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

/** Forms that are kept: a process reads few operations' messages, but often several in turn. */
const KEPT = 8;

/** Messages of one profile and kind in the form that our own writer gives them: what the last ones were like. */
export class UsualForms {
  readonly #kind: MessageKind;
  readonly #whose: (wrapper: ElementName) => Whose | undefined;
  readonly #kept: UsualForm[] = [];

  /** @param whose - Tells whose messages a wrapper holds; `undefined` leaves them to the strict reader. */
  constructor(kind: MessageKind, whose: (wrapper: ElementName) => Whose | undefined) {
    this.#kind = kind;
    this.#whose = whose;
  }

  /**
   * Reads a whole message in one go with its Body; `undefined` for anything that is not in the usual form, or wrong: the
   * strict reader then reads it all again.
   */
  read(bytes: Uint8Array, wire: WireProfile, limits: MessageLimits): UsualRead | undefined {
    const form = this.#known(bytes, wire) ?? this.#learned(bytes, wire);
    const message = form?.read(bytes, limits);
    return message && form && { message, ns: form.ns };
  }

  #known(bytes: Uint8Array, wire: WireProfile): UsualForm | undefined {
    const kept = this.#kept;
    for (let i = 0; i < kept.length; i++) {
      const form = kept[i] as UsualForm;
      if (startsWithin(bytes, form.beginning) && form.isOf(wire)) return form;
    }
    return undefined;
  }

  #learned(bytes: Uint8Array, wire: WireProfile): UsualForm | undefined {
    const start = OPENINGS[wire.soapVersion];
    if (!startsWith(bytes, 0, start)) return undefined;
    const end = bytes.indexOf(0x3e, start.length) + 1;
    if (end === 0 || end > start.length + LONGEST_TAG) return undefined;
    const tag = bytes.subarray(start.length, end);
    const found = tag.some((c) => c >= 0x80) ? null : WRAPPER.exec(new TextDecoder().decode(tag));
    if (!found) return undefined;
    const [, name, ns] = found as unknown as [string, string, string];
    const whose = this.#whose({ name, ns });
    if (!whose || isPlain(whose.operation)) return undefined;
    const form = new UsualForm(bytes.slice(0, end), name, whose, wire, this.#kind);
    if (this.#kept.length === KEPT) this.#kept.pop();
    this.#kept.unshift(form);
    return form;
  }
}

export interface UsualRead {
  readonly message: UsualMessage;
  /** Namespace of the wrapper. */
  readonly ns: string;
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

/** The element that carries a message as text, and the root of what it carries. */
interface Carrier {
  readonly name: string;
  readonly open: ReadTag;
  readonly close: ReadTag;
  readonly root: ReadTag;
  readonly rootEnd: ReadTag;
}

function carrierOf(wire: WireProfile, kind: MessageKind): Carrier | undefined {
  if (wire.payload === "typed") return undefined;
  const name = carrierName(wire, kind);
  const root = kind === "request" ? "Request" : "Response";
  return {
    name,
    open: readTag(`<${name}>`),
    close: readTag(`</${name}>`),
    root: readTag(`<${root}>`),
    rootEnd: readTag(`</${root}>`),
  };
}

function carrierName(wire: WireProfile, kind: MessageKind): string {
  return kind === "request" ? wire.parameterName : wire.resultName;
}

/** How the messages of an operation begin and end, and what reads them. */
class UsualForm implements Whose {
  readonly operation: AnyOperation;
  readonly ns: string;
  /** Up to the wrapper's content. */
  readonly beginning: Uint8Array;
  /** All that stands behind it. */
  readonly #end: ReadTag;
  readonly #wire: WireProfile;
  readonly #kind: MessageKind;
  readonly #carrier: Carrier | undefined;
  readonly #body: ElementName;
  readonly #version: WireProfile["soapVersion"];
  readonly #namespace: string | undefined;
  readonly #head: UsualHead;
  #compiled: CompiledReader | undefined = undefined;

  constructor(beginning: Uint8Array, name: string, { operation, ns }: Whose, wire: WireProfile, kind: MessageKind) {
    this.beginning = beginning;
    this.operation = operation;
    this.ns = ns;
    this.#wire = wire;
    this.#kind = kind;
    this.#end = readTag(`</c:${name}></soap:Body></soap:Envelope>`);
    this.#carrier = carrierOf(wire, kind);
    this.#body = bodyElement(operation, wire, kind);
    this.#version = wire.soapVersion;
    this.#namespace = wire.namespace;
    this.#head = new UsualHead(kind);
  }

  /** Whether the form is that of a profile still: what could change is looked at each time. */
  isOf(wire: WireProfile): boolean {
    const carrier = this.#carrier;
    return (
      wire.soapVersion === this.#version &&
      wire.namespace === this.#namespace &&
      (carrier === undefined
        ? wire.payload === "typed"
        : wire.payload !== "typed" && carrierName(wire, this.#kind) === carrier.name)
    );
  }

  read(bytes: Uint8Array, limits: MessageLimits): UsualMessage | undefined {
    const compiled = this.#reader();
    if (!compiled) return undefined;
    const from = this.beginning.length;
    const carrier = this.#carrier;
    if (!carrier) return this.#message(bytes, from, undefined, compiled, limits);
    if (!startsWith(bytes, from, carrier.open.bytes)) return undefined;
    const start = from + carrier.open.size;
    const behind = bytes.byteLength - this.#end.size;
    const to = behind - carrier.close.size;
    if (to < start || !startsWith(bytes, to, carrier.close.bytes) || !startsWith(bytes, behind, this.#end.bytes))
      return undefined;
    const payload = unescaped(bytes, start, to);
    return payload && this.#message(payload, 0, carrier, compiled, limits);
  }

  #reader(): CompiledReader | undefined {
    if (!this.#compiled) {
      const { request, response } = this.operation;
      this.#compiled = compiledReader(this.#kind === "request" ? request : response, this.#body);
    }
    return this.#compiled;
  }

  /** Reads head and Body, and what ends the text that they stand in. */
  #message(
    text: Uint8Array,
    from: number,
    carrier: Carrier | undefined,
    compiled: CompiledReader,
    limits: MessageLimits,
  ): UsualMessage | undefined {
    const reader = lendReader(text, compiled, this.#wire.booleans, limits);
    if (!reader) return undefined;
    try {
      reader.pos = from;
      if (carrier && !reader.open(carrier.root)) return undefined;
      const head = this.#head.read(reader, limits);
      reader.space();
      const start = reader.pos;
      reader.depth = 3;
      reader.canonical = true;
      const value = compiled.read(reader);
      let behind = reader.pos;
      // White space behind the Body is none of it.
      while (text[behind - 1] !== 0x3e) behind--;
      const { canonical } = reader;
      if (!reader.at(carrier ? carrier.rootEnd : this.#end) || reader.pos !== text.byteLength) return undefined;
      const body = reader.bytes.subarray(start, behind);
      const payload = carrier && text;
      return new UsualMessage(this.operation, this.#wire, this.#kind, head, value, body, payload, canonical);
    } catch (error) {
      if (error !== MISS) throw error;
      return undefined;
    } finally {
      giveBack(reader);
    }
  }
}

/**
 * The text that was escaped to be carried, as bytes: references resolved in one pass. `undefined` where there is anything
 * but plain characters and the references of our own writer.
 */
function unescaped(bytes: Uint8Array, from: number, to: number): Buffer | undefined {
  const length = to - from;
  if (length < LARGE || length > KEPT_DRAFT) {
    const out = Buffer.allocUnsafe(length);
    const size = unescapeInto(out, bytes, from, to);
    return size < 0 ? undefined : out.subarray(0, size);
  }
  // How long it gets is known at the end.
  if (draft.length < length) draft = Buffer.allocUnsafeSlow(Math.min(KEPT_DRAFT, length * 2));
  const size = unescapeInto(draft, bytes, from, to);
  if (size < 0) return undefined;
  const out = Buffer.allocUnsafe(size);
  out.set(draft.subarray(0, size));
  return out;
}

/** Texts in which a fourth of the memory would be worth nothing are made in memory that is kept. */
const LARGE = 64 * 1024;
const KEPT_DRAFT = 4 << 20;
let draft: Buffer = Buffer.alloc(0);

/** Writes a text with its references resolved; gives its size, -1 where there is anything else. */
function unescapeInto(out: Uint8Array, bytes: Uint8Array, from: number, to: number): number {
  let size = 0;
  let i = from;
  for (;;) {
    // The parameter's end tag stands behind the text, so that this ends there at the latest.
    let c = bytes[i] as number;
    while (PLAIN[c] === 1) {
      out[size++] = c;
      c = bytes[++i] as number;
    }
    if (i >= to) return size;
    if (c !== 0x26) return -1;
    const second = bytes[i + 1];
    const third = bytes[i + 2];
    if (third === 0x74 && bytes[i + 3] === 0x3b && (second === 0x6c || second === 0x67)) {
      out[size++] = second === 0x6c ? 0x3c : 0x3e;
      i += 4;
    } else if (second === 0x61 && third === 0x6d && bytes[i + 3] === 0x70 && bytes[i + 4] === 0x3b) {
      out[size++] = 0x26;
      i += 5;
    } else return -1;
  }
}

/** Bytes that stand for themselves in a text. */
const PLAIN: Uint8Array = new Uint8Array(256).fill(1, 0x20);
PLAIN[0x09] = PLAIN[0x0a] = 1;
PLAIN[0x26] = PLAIN[0x3c] = PLAIN[0x3e] = 0;
