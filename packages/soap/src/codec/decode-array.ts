import { START } from "@coo/xml";
import type { SoapArrayDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { type MakeValueReader, occurrenceReader } from "./decode-content.ts";
import type { DecodeContext, Known, ValueReader } from "./decode-context.ts";
import { ENC11_NS, ENC12_NS } from "./names.ts";
import type { Step } from "./trail.ts";

/** Items that one message may leave out of its arrays: a few bytes must not become a huge array. */
const MAX_FILLED = 65_536;

/** Reads an array of the SOAP encoding (SOAP 1.1, 5.4.2); one of several dimensions becomes arrays of arrays. */
export function arrayReader(array: SoapArrayDescriptor, values: MakeValueReader): ValueReader {
  const { item, itemName, dimensions = 1 } = array;
  const step: Step = { prop: "", name: itemName };
  let read: ValueReader | undefined;
  const anything: Known = { has: () => true, once: () => false };
  return (context, at, index) => {
    read ??= occurrenceReader(
      {
        k: "el",
        prop: "",
        name: itemName,
        ns: "",
        type: item,
        min: 1,
        max: -1,
        nillable: true,
      },
      values,
    );
    const { reader } = context;
    const sizes = arraySizes(context, dimensions, at, index);
    const items: unknown[] = [];
    const offset = reader.attribute(ENC11_NS, "offset");
    let partial = offset !== undefined;
    if (offset !== undefined) fillTo(items, placeOf(offset, dimensions, sizes), context, at, index);
    if (at) context.trail.enter(at, index);
    context.advance(anything);
    while (context.at === START) {
      // The names of items mean nothing in an encoded array.
      if (reader.attribute("", "href") !== undefined || reader.attribute(ENC12_NS, "ref") !== undefined) {
        context.fail({ code: "unsupported", limit: "a reference to another element (href)" }, step, items.length);
      }
      const position = reader.attribute(ENC11_NS, "position");
      if (position !== undefined) {
        partial = true;
        context.positioned = reader.startOffset;
        fillTo(items, placeOf(position, dimensions, sizes), context, step, items.length);
      }
      const value = read(context, step, items.length);
      items.push(value === undefined ? null : value);
      context.advance(anything);
    }
    if (at) context.trail.leave();
    if (sizes === undefined) {
      if (dimensions === 1 || items.length === 0) return items;
      context.fail({ code: "unsupported", limit: `an array of ${dimensions} dimensions with its sizes` }, at, index);
      return [];
    }
    const [first = 0, ...rest] = sizes;
    const each = rest.reduce((product, size) => product * size, 1);
    // SOAP 1.2 lets the first size be told by the number of items.
    const rows = first === UNTOLD ? (each === 0 ? 0 : Math.ceil(items.length / each)) : first;
    const size = rows * each;
    if (partial && size > items.length) fillTo(items, size, context, at, index);
    if (size !== items.length) {
      context.fail({ code: "length", limit: size, actual: items.length }, at, index);
      return dimensions === 1 ? items : [];
    }
    return dimensions === 1 ? items : nested(items, [rows, ...rest], context, at, index);
  };
}

/** Puts null where a partially transmitted array (SOAP 1.1, 5.4.2.1 and 5.4.2.2) has nothing, up to `length` items. */
function fillTo(
  items: unknown[],
  length: number | undefined,
  context: DecodeContext,
  at: Step | undefined,
  index: number,
): void {
  const gap = length === undefined ? -1 : length - items.length;
  context.filled += Math.max(gap, 0);
  if (gap < 0 || context.filled > MAX_FILLED) {
    const limit = `an array whose items stand in order and leave out at most ${MAX_FILLED}`;
    context.fail({ code: "unsupported", limit }, at, index);
    return;
  }
  for (let i = 0; i < gap; i++) items.push(null);
}

/** Rows of rows of items that stand one after the other, the last dimension changing fastest. */
function nested(
  items: readonly unknown[],
  sizes: readonly number[],
  context: DecodeContext,
  at: Step | undefined,
  index: number,
): unknown[] {
  if (items.length === 0) {
    // Rows without items cost the sender nothing, so their number has the limit of items left out.
    let rows = 1;
    for (const size of sizes) context.filled += rows *= size;
    if (context.filled > MAX_FILLED) {
      context.fail({ code: "unsupported", limit: `at most ${MAX_FILLED} rows without items` }, at, index);
      return [];
    }
  }
  let next = 0;
  const make = (depth: number): unknown[] => {
    const size = sizes[depth] as number;
    if (depth === sizes.length - 1) return items.slice(next, (next += size));
    return Array.from({ length: size }, () => make(depth + 1));
  };
  return make(0);
}

/** Which item `[i]` or `[i,j]` names, counted through; `undefined` for none. */
function placeOf(text: string, dimensions: number, sizes: readonly number[] | undefined): number | undefined {
  const inside = /^\s*\[([^\]]*)\]\s*$/.exec(text)?.[1];
  const numbers = inside === undefined ? undefined : numbersOf(inside.split(","));
  if (numbers?.length !== dimensions) return undefined;
  if (dimensions === 1) return numbers[0];
  // Without sizes a row has no length.
  if (!sizes || numbers.some((n, i) => sizes[i] !== UNTOLD && n >= (sizes[i] as number))) return undefined;
  return numbers.reduce((place, n, i) => place * (sizes[i] as number) + n, 0);
}

function numbersOf(texts: readonly string[]): number[] | undefined {
  return texts.every((text) => /^\s*[0-9]{1,9}\s*$/.test(text)) ? texts.map(Number) : undefined;
}

/** A first size that the number of items tells. */
const UNTOLD = -1;

/** Size of each dimension as an array states it; `undefined` when it does not. */
function arraySizes(
  context: DecodeContext,
  dimensions: number,
  at: Step | undefined,
  index: number,
): readonly number[] | undefined {
  const { reader } = context;
  const declared = reader.attribute(ENC11_NS, "arrayType");
  let texts: readonly string[] | undefined;
  if (declared === undefined) texts = reader.attribute(ENC12_NS, "arraySize")?.trim().split(/\s+/);
  else texts = /\[([^\]]*)\]\s*$/.exec(declared)?.[1]?.split(",");
  if (texts === undefined) return undefined;
  const [first = "", ...others] = texts;
  if (texts.length === dimensions) {
    const untold = first.trim() === "" || first.trim() === "*";
    if (untold && (dimensions === 1 || others.every((text) => text.trim() === ""))) return undefined;
    const sizes = numbersOf(untold ? others : texts);
    if (sizes) return untold ? [UNTOLD, ...sizes] : sizes;
  }
  context.fail({ code: "unsupported", limit: `array size "${shorten(texts.join(","))}"` }, at, index);
  return undefined;
}
