import { DEFAULT_LIMITS, type XmlLimits, XmlReader } from "@coo/xml";
import { DecodeError } from "../errors.ts";
import type { MessageDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import type { ValueWire } from "../simple/context.ts";
import { identityReader } from "./decode-content.ts";
import { DecodeContext, type UnknownElement, type ValueReader } from "./decode-context.ts";
import { valueReader } from "./decode-type.ts";
import { DEFAULT_VALUE_WIRE, type ElementName } from "./encode.ts";
import { readFast, UNREAD } from "./fast/read-fast.ts";
import { typeOf } from "./particles.ts";
import { type Labels, Stop, Trail } from "./trail.ts";

export interface DecodeOptions {
  /** The element expected; the message's own where it has one, else any. */
  readonly element?: ElementName;
  readonly wire?: Partial<ValueWire>;
  /** Unknown elements and attributes are errors; default `true`. Otherwise elements are kept aside. */
  readonly strict?: boolean;
  /** All broken rules instead of the first; default `false`. */
  readonly allErrors?: boolean;
  /** Labels for issues, keyed `Message.path.without.indices`. */
  readonly labels?: Labels;
  readonly limits?: Partial<XmlLimits>;
  /** Prefixes in scope around a text. */
  readonly namespaces?: readonly (readonly [prefix: string, ns: string])[];
}

export interface Decoded<T> {
  readonly value: T;
  /** Elements that the descriptor does not know; always empty when strict. */
  readonly unknown: readonly UnknownElement[];
}

/** Issues that are collected at most. */
const MAX_ISSUES = 100;

const compiled = new WeakMap<MessageDescriptor<unknown>, ValueReader>();

/**
 * Reads one element as a message and checks it against its descriptor. Absent stays absent, xsi:nil is `null`, an empty
 * element is an empty text; attribute defaults are filled in.
 *
 * @param descriptor - Generated descriptor of the message.
 * @param xml - The element's text or its bytes, or a reader that stands at its START; the reader is moved to its END.
 * @throws {@link DecodeError} with issues when the element is not allowed; `XmlError` when it is no XML.
 */
export function decodeElement<T>(
  descriptor: MessageDescriptor<T>,
  xml: string | Uint8Array | XmlReader,
  options: DecodeOptions = {},
): Decoded<T> {
  if (!(xml instanceof XmlReader)) {
    const { name, ns } = options.element ?? descriptor.element ?? { name: "", ns: "" };
    if (name !== "") {
      const value = readFast(descriptor, { name, ns }, xml, {
        wire: { ...DEFAULT_VALUE_WIRE, ...options.wire },
        limits: { ...DEFAULT_LIMITS, ...options.limits },
        namespaces: options.namespaces,
      });
      if (value !== UNREAD) return { value: value as T, unknown: [] };
    }
  }
  return decodeStrictly(descriptor, xml, options);
}

/** The same by closures that know every form and name what is wrong: where {@link readFast} gives up, or may not be. */
export function decodeStrictly<T>(
  descriptor: MessageDescriptor<T>,
  xml: string | Uint8Array | XmlReader,
  options: DecodeOptions = {},
): Decoded<T> {
  const whole = !(xml instanceof XmlReader);
  const reader = whole
    ? new XmlReader(xml, {
        ...(options.limits ? { limits: options.limits } : {}),
        ...(options.namespaces ? { namespaces: options.namespaces } : {}),
      })
    : xml;
  if (whole) reader.next();
  const element = options.element ?? descriptor.element;
  const trail = new Trail(descriptor.name, reader.local, {
    labels: options.labels,
    maxIssues: options.allErrors ? MAX_ISSUES : 1,
  });
  const context = new DecodeContext(reader, { ...DEFAULT_VALUE_WIRE, ...options.wire }, options.strict ?? true, trail);
  let value: unknown;
  try {
    if (element && (element.name !== reader.local || element.ns !== reader.ns)) {
      const limit = `{${element.ns}}${element.name}`;
      context.fail({ code: "root", actual: shorten(`{${reader.ns}}${reader.local}`, 80), limit });
    }
    value = readerOf(descriptor)(context, undefined, -1);
    if (whole) while (reader.next() !== 0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (trail.issues.length > 0) throw new DecodeError(descriptor.name, trail.issues);
  return { value: value as T, unknown: context.unknown };
}

function readerOf(descriptor: MessageDescriptor<unknown>): ValueReader {
  let found = compiled.get(descriptor);
  if (!found) {
    found = valueReader(typeOf(descriptor.type));
    if (descriptor.keys) {
      const { name, ns } = descriptor.element ?? { name: descriptor.name, ns: "" };
      found = identityReader({ name, ns, type: descriptor.type, keys: descriptor.keys }, found);
    }
    compiled.set(descriptor, found);
  }
  return found;
}
