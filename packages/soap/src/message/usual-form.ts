import type { ElementName } from "../codec/encode.ts";
import { type ByteReader, MISS, type ReadTag, readTag } from "../codec/fast/byte-reader.ts";
import type { CompiledReader } from "../codec/fast/compile-reader.ts";
import {
  compiledEscapedReader,
  compiledReader,
  giveBack,
  hasUsualValues,
  lendReader,
} from "../codec/fast/read-fast.ts";
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

function opening(version: keyof typeof ENVELOPE_NS): { readonly text: string; readonly tag: ReadTag } {
  const ns = ENVELOPE_NS[version];
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${ns}"><soap:Body><c:`;
  return { text, tag: readTag(text) };
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
    const reader = lendReader(bytes, wire.booleans, limits, wire.payload !== "typed");
    if (!reader) return undefined;
    try {
      const form = this.#known(reader, wire) ?? this.#learned(reader, wire);
      const message = form?.read(reader, limits);
      return message && form && { message, ns: form.ns };
    } catch (error) {
      if (error !== MISS) throw error;
      return undefined;
    } finally {
      giveBack(reader);
    }
  }

  /** The form of the message that is read, behind whose beginning the reader then is. */
  #known(reader: ByteReader, wire: WireProfile): UsualForm | undefined {
    const kept = this.#kept;
    for (let i = 0; i < kept.length; i++) {
      const form = kept[i] as UsualForm;
      if (form.isOf(wire) && reader.at(form.beginning)) return form;
    }
    return undefined;
  }

  #learned(reader: ByteReader, wire: WireProfile): UsualForm | undefined {
    const start = OPENINGS[wire.soapVersion];
    if (!reader.at(start.tag)) return undefined;
    const { bytes, pos } = reader;
    const end = bytes.indexOf(0x3e, pos) + 1;
    if (end === 0 || end > pos + LONGEST_TAG) return undefined;
    const tag = bytes.subarray(pos, end);
    const text = tag.some((c) => c >= 0x80) ? "" : new TextDecoder().decode(tag);
    const found = WRAPPER.exec(text);
    if (!found) return undefined;
    const [, name, ns] = found as unknown as [string, string, string];
    const whose = this.#whose({ name, ns });
    if (!whose || isPlain(whose.operation)) return undefined;
    const form = new UsualForm(readTag(start.text + text), name, whose, wire, this.#kind);
    if (this.#kept.length === KEPT) this.#kept.pop();
    this.#kept.unshift(form);
    reader.pos = end;
    return form;
  }
}

export interface UsualRead {
  readonly message: UsualMessage;
  /** Namespace of the wrapper. */
  readonly ns: string;
}

/** The element that carries a message as text, and the root of what it carries. */
interface Carrier {
  readonly name: string;
  readonly open: ReadTag;
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
    root: readTag(`<${root}>`, true),
    rootEnd: readTag(`</${root}>`, true),
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
  readonly beginning: ReadTag;
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

  constructor(beginning: ReadTag, name: string, { operation, ns }: Whose, wire: WireProfile, kind: MessageKind) {
    this.beginning = beginning;
    this.operation = operation;
    this.ns = ns;
    this.#wire = wire;
    this.#kind = kind;
    const carrier = carrierOf(wire, kind);
    this.#carrier = carrier;
    this.#end = readTag(`${carrier ? `</${carrier.name}>` : ""}</c:${name}></soap:Body></soap:Envelope>`);
    this.#body = bodyElement(operation, wire, kind);
    this.#version = wire.soapVersion;
    this.#namespace = wire.namespace;
    this.#head = new UsualHead(kind, carrier !== undefined);
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

  /**
   * Reads a message from behind its beginning to its end.
   *
   * @throws {@link MISS} for what the strict reader has to look at.
   */
  read(reader: ByteReader, limits: MessageLimits): UsualMessage | undefined {
    const compiled = this.#reader();
    if (!compiled) return undefined;
    reader.takes(compiled.slots);
    const carrier = this.#carrier;
    if (carrier && !reader.at(carrier.open)) return undefined;
    const from = reader.pos;
    if (carrier && !reader.open(carrier.root)) return undefined;
    const head = this.#head.read(reader, limits);
    reader.space();
    const start = reader.pos;
    reader.depth = 3;
    reader.canonical = true;
    const value = compiled.read(reader);
    const { bytes } = reader;
    let end = reader.pos;
    // White space behind the Body is none of it.
    while ((bytes[end - 1] as number) <= 0x20) end--;
    const { canonical: isCanonical } = reader;
    if (carrier && !reader.at(carrier.rootEnd)) return undefined;
    const to = reader.pos;
    if (!reader.at(this.#end) || reader.pos !== bytes.byteLength) return undefined;
    const isEscaped = carrier !== undefined;
    const place = { bytes, start, end, from, to, isEscaped, isCanonical };
    return new UsualMessage(this.operation, this.#wire, this.#kind, head, value, place);
  }

  #reader(): CompiledReader | undefined {
    if (!this.#compiled) {
      const { request, response } = this.operation;
      const descriptor = this.#kind === "request" ? request : response;
      this.#compiled = (this.#carrier ? compiledEscapedReader : compiledReader)(descriptor, this.#body);
    }
    return this.#compiled;
  }
}
