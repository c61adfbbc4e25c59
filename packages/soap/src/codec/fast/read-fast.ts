import type { XmlLimits } from "@coo/xml";
import type { MessageDescriptor } from "../../gen1.ts";
import type { ValueWire } from "../../simple/context.ts";
import type { ElementName } from "../encode.ts";
import { XSI_NS } from "../names.ts";
import { ByteReader, LONGEST_NAME, MISS } from "./byte-reader.ts";
import { compileOnUse } from "./compile-on-use.ts";
import { type CompiledReader, compileReader } from "./compile-reader.ts";
import { planReader } from "./plan-reader.ts";

/** What {@link readFast} gives when the strict reader has to look. */
export const UNREAD: unique symbol = Symbol("unread");

/** The reader that is used again and again; taken away while it reads, since getters could read within. */
let spare: ByteReader | undefined;

export interface FastOptions {
  readonly wire: ValueWire;
  readonly limits: XmlLimits;
  readonly namespaces: readonly (readonly [prefix: string, ns: string])[] | undefined;
}

/**
 * Reads an element by generated code, when it is in the usual form and right; {@link UNREAD} otherwise. Right or wrong
 * is decided as the strict reader decides, and what is read is the same: it only takes less time.
 */
export function readFast(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  xml: string | Uint8Array,
  options: FastOptions,
): unknown {
  const compiled = compiledReader(descriptor, element);
  if (!compiled || !isUsual(xml, options)) return UNREAD;
  const bytes = typeof xml === "string" ? Buffer.from(xml, "utf8") : xml;
  return withReader(bytes, compiled, options, (reader) => {
    reader.xsi = options.namespaces?.some(([prefix, ns]) => prefix === "xsi" && ns === XSI_NS) ?? false;
    const value = compiled.read(reader);
    return reader.pos === bytes.byteLength ? value : UNREAD;
  });
}

/** The generated or planned reader of a message, from its third use on. */
export const compiledReader: (
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
) => CompiledReader | undefined = compileOnUse(compileReader, planReader);

/** The same for messages that stand in a text, their markup as references. */
export const compiledEscapedReader: typeof compiledReader = compileOnUse(
  (descriptor, element) => compileReader(descriptor, element, true),
  (descriptor, element) => planReader(descriptor, element, true),
);

/** Lends the kept reader, at the start of `bytes`. What cannot be read this way gives {@link UNREAD}. */
export function withReader<Result>(
  bytes: Uint8Array,
  compiled: CompiledReader,
  { wire, limits }: Pick<FastOptions, "wire" | "limits">,
  read: (reader: ByteReader) => Result,
): Result | typeof UNREAD {
  const reader = lendReader(bytes, wire.booleans, limits, false);
  if (!reader) return UNREAD;
  reader.takes(compiled.slots);
  try {
    return read(reader);
  } catch (error) {
    if (error !== MISS) throw error;
    return UNREAD;
  } finally {
    giveBack(reader);
  }
}

/** The kept reader at the start of `bytes`, until {@link giveBack}; `undefined` where a limit could be reached. */
export function lendReader(
  bytes: Uint8Array,
  booleans: ValueWire["booleans"],
  limits: XmlLimits,
  isEscaped: boolean,
): ByteReader | undefined {
  if (!fits(bytes, limits, isEscaped)) return undefined;
  const reader = spare ?? new ByteReader();
  spare = undefined;
  reader.booleans = booleans;
  reader.maxAttributes = limits.maxAttributes;
  reader.start(bytes, limits.maxDepth - 1, isEscaped);
  return reader;
}

export function giveBack(reader: ByteReader): void {
  reader.finish();
  spare = reader;
}

/** Whether single values look as generated code reads them. */
export function hasUsualValues(wire: ValueWire): boolean {
  return wire.lineBreaks === "lf" && wire.emptyValues === "omit";
}

function isUsual(xml: string | Uint8Array, { wire, namespaces }: FastOptions): boolean {
  if (!hasUsualValues(wire)) return false;
  // A default namespace from outside would change what every name means.
  if (namespaces?.some(([prefix]) => prefix === "")) return false;
  return typeof xml !== "string" || xml.isWellFormed();
}

/** Whether no limit can be reached by these bytes; depth is counted. */
function fits(bytes: Uint8Array, limits: XmlLimits, isEscaped: boolean): boolean {
  const size = bytes.byteLength;
  return (
    size <= limits.maxBytes &&
    size <= limits.maxTextLength &&
    limits.maxNameLength >= LONGEST_NAME &&
    limits.maxAttributes >= DECLARATIONS &&
    (size <= limits.maxElements * SMALLEST_ELEMENT || tagsIn(bytes, isEscaped) <= limits.maxElements)
  );
}

/** How many tags there are, and so at most elements; four bytes a step. A few may be counted that are none. */
function tagsIn(bytes: Uint8Array, isEscaped: boolean): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const marks = isEscaped ? 0x26262626 : 0x3c3c3c3c;
  const last = length - 4;
  let count = 0;
  let i = 0;
  for (; i <= last; i += 4) {
    // A byte that is the mark becomes 0, and only subtracting 1 from 0 borrows where the highest bit was not set.
    const word = view.getInt32(i, true) ^ marks;
    for (let found = (word - 0x01010101) & ~word & 0x80808080; found !== 0; found &= found - 1) {
      const at = i + ((31 - Math.clz32(found & -found)) >> 3);
      if (!isEscaped || bytes[at + 1] === 0x6c) count++;
    }
  }
  for (; i < length; i++) if (bytes[i] === (marks & 0xff)) count++;
  return count;
}

/** Declarations that the tags of our own writer hold at most: prefixes n and xsi. */
const DECLARATIONS = 2;

/** `<a></a>` */
const SMALLEST_ELEMENT = 7;
