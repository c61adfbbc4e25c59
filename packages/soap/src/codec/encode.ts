import { ENCODING_NS, ENVELOPE_NS, type SoapVersion } from "../envelope/names.ts";
import { EncodeError } from "../errors.ts";
import type { MessageDescriptor } from "../gen1.ts";
import type { Issue } from "../issue.ts";
import type { ValueWire } from "../simple/context.ts";
import { checked } from "./encode-content.ts";
import { EncodeContext } from "./encode-context.ts";
import { type Scope, tagsOf } from "./encode-scope.ts";
import { rootWriter, valueWriter } from "./encode-type.ts";
import type { ByteWriter } from "./fast/byte-writer.ts";
import { checkFast } from "./fast/check-fast.ts";
import { writeFast } from "./fast/write-fast.ts";
import { XSD_NS, XSI_NS } from "./names.ts";
import { typeOf } from "./particles.ts";
import { type Labels, Stop, Trail } from "./trail.ts";

/** Name of an element on the wire; `ns` is `""` for none. */
export interface ElementName {
  readonly name: string;
  readonly ns: string;
}

/** What single values look like when nothing else is said. */
export const DEFAULT_VALUE_WIRE: ValueWire = { booleans: "true-false", emptyValues: "omit", lineBreaks: "lf" };

export interface EncodeOptions {
  /** The element to write; the message's own where it has one. */
  readonly element?: ElementName;
  readonly wire?: Partial<ValueWire>;
  /** Refuses properties that the descriptor does not know; default `true`. */
  readonly strict?: boolean;
  /** All broken rules instead of the first; default `true`. */
  readonly allErrors?: boolean;
  /** SOAP encoding of this version: every value says its type; for rpc/encoded bindings. */
  readonly encoded?: SoapVersion;
  /** Labels for issues, keyed `Message.path.without.indices`. */
  readonly labels?: Labels;
}

/** Issues that are collected at most. */
const MAX_ISSUES = 100;

type Compiled = (value: unknown, context: EncodeContext) => void;
const compiled = new WeakMap<MessageDescriptor<unknown>, Map<string, Compiled>>();

/**
 * Writes a message as the text of one element, checking it against its descriptor. Empty elements have both tags, the
 * default namespace is not used, attributes are in canonical order: the text is the same for the same value, and
 * `encode(decode(encode(x)))` equals `encode(x)` byte for byte.
 *
 * @param descriptor - Generated descriptor of the message.
 * @param value - Plain object; `undefined` properties count as absent.
 * @param options - Element name, wire settings that reach single values.
 * @throws {@link EncodeError} with issues when the value is not allowed.
 */
export function encodeElement<T>(descriptor: MessageDescriptor<T>, value: T, options: EncodeOptions = {}): string {
  return fast(descriptor, value, options, textOf) ?? encodeStrictly(descriptor, value, options);
}

/** {@link encodeElement} as UTF-8 bytes: they are written at once, without a text in between. */
export function encodeElementBytes<T>(
  descriptor: MessageDescriptor<T>,
  value: T,
  options: EncodeOptions = {},
): Uint8Array<ArrayBuffer> {
  return (
    fast(descriptor, value, options, bytesOf) ?? new TextEncoder().encode(encodeStrictly(descriptor, value, options))
  );
}

function textOf(writer: ByteWriter): string {
  return writer.bytes.toString("utf8", 0, writer.pos);
}

function bytesOf(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  return writer.taken();
}

function fast<Result>(
  descriptor: MessageDescriptor<unknown>,
  value: unknown,
  options: EncodeOptions,
  take: (writer: ByteWriter) => Result,
): Result | undefined {
  if (options.encoded !== undefined) return undefined;
  const element = options.element ?? descriptor.element ?? { name: descriptor.name, ns: "" };
  return writeFast(descriptor, element, value, wireOf(options.wire), take);
}

/** The same by closures that know every construct and name what is wrong. */
export function encodeStrictly<T>(descriptor: MessageDescriptor<T>, value: T, options: EncodeOptions = {}): string {
  const context = run(descriptor, value, options);
  if (context.trail.issues.length > 0) throw new EncodeError(descriptor.name, context.trail.issues);
  return context.out;
}

/** Every rule that `value` breaks; empty when {@link encodeElement} would write it. */
export function validateValue<T>(
  descriptor: MessageDescriptor<T>,
  value: unknown,
  options: Omit<EncodeOptions, "element"> = {},
): readonly Issue[] {
  return checkedFast(descriptor, value, options) ?? checkStrictly(descriptor, value, options);
}

function checkedFast(
  descriptor: MessageDescriptor<unknown>,
  value: unknown,
  { wire, labels, strict = true, allErrors, encoded }: EncodeOptions,
): readonly Issue[] | undefined {
  if (encoded !== undefined) return undefined;
  const element = descriptor.element ?? { name: descriptor.name, ns: "" };
  const maxIssues = allErrors === false ? 1 : MAX_ISSUES;
  return checkFast(descriptor, element, value, { wire: wireOf(wire), strict, labels, maxIssues });
}

/** {@link validateValue} by closures. */
export function checkStrictly(
  descriptor: MessageDescriptor<unknown>,
  value: unknown,
  options: Omit<EncodeOptions, "element"> = {},
): readonly Issue[] {
  return run(descriptor, value, options).trail.issues;
}

function wireOf(wire: Partial<ValueWire> | undefined): ValueWire {
  return wire === undefined ? DEFAULT_VALUE_WIRE : { ...DEFAULT_VALUE_WIRE, ...wire };
}

function run(descriptor: MessageDescriptor<unknown>, value: unknown, options: EncodeOptions): EncodeContext {
  const element = options.element ?? descriptor.element ?? { name: descriptor.name, ns: "" };
  const trail = new Trail(descriptor.name, element.name, {
    labels: options.labels,
    maxIssues: options.allErrors === false ? 1 : MAX_ISSUES,
  });
  const context = new EncodeContext({ ...DEFAULT_VALUE_WIRE, ...options.wire }, options.strict ?? true, trail);
  try {
    writerOf(descriptor, element, options.encoded)(value, context);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return context;
}

function writerOf(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  encoded: SoapVersion | undefined,
): Compiled {
  const key = `${encoded ?? ""}{${element.ns}}${element.name}`;
  let byElement = compiled.get(descriptor);
  if (!byElement) {
    byElement = new Map();
    compiled.set(descriptor, byElement);
  }
  let found = byElement.get(key);
  if (!found) {
    found = compile(descriptor, element, encoded);
    byElement.set(key, found);
  }
  return found;
}

function compile(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  encoded: SoapVersion | undefined,
): Compiled {
  const tags = tagsOf(element.name, element.ns, rootScope(encoded));
  const bare = rootWriter(typeOf(descriptor.type), tags, element);
  const write = descriptor.keys ? checked({ ...element, type: descriptor.type, keys: descriptor.keys }, bare) : bare;
  const at = tags.open.length;
  const style =
    encoded === undefined
      ? ""
      : ` xmlns:xsd="${XSD_NS}" xmlns:e="${ENVELOPE_NS[encoded]}" e:encodingStyle="${ENCODING_NS[encoded]}"`;
  return (value, context) => {
    write(value, context, undefined, -1);
    withRootDeclarations(context, at, style);
  };
}

/** What writers of a root stand in. */
export function rootScope(encoded: SoapVersion | undefined): Scope {
  return { bound: "", encoded, values: valueWriter };
}

/** Puts declarations into the root's start tag at `at`: only the end tells whether xsi: was needed. */
export function withRootDeclarations(context: EncodeContext, at: number, style: string): void {
  if (!context.usesXsi && style === "") return;
  context.out = `${context.out.slice(0, at)} xmlns:xsi="${XSI_NS}"${style}${context.out.slice(at)}`;
}
