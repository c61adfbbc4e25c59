import type { SimpleDescriptor } from "../../gen1.ts";
import { simpleCodec } from "../../simple/simple-codec.ts";
import { MISS } from "./byte-reader.ts";
import type { ByteWriter, Tag } from "./byte-writer.ts";
import { quickCheck, smallNumbers } from "./simple-reader.ts";

/** Writes a value between its tags, checked. `slot` says where the last value of a repeated field is kept, -1 for none. */
export type SimpleWriter = (writer: ByteWriter, value: unknown, open: Tag, close: Tag, slot: number) => void;

const made = new WeakMap<SimpleDescriptor, SimpleWriter>();

/** The writer of a simple type. */
export function byteWriterOf(type: SimpleDescriptor): SimpleWriter {
  let writer = made.get(type);
  if (!writer) {
    writer = make(type);
    made.set(type, writer);
  }
  return writer;
}

function make(type: SimpleDescriptor): SimpleWriter {
  const codec = simpleCodec(type);
  const isQuick = quickCheck(type);
  const small = smallNumbers(type);
  if (isQuick !== undefined) {
    return (writer, value, open, close, slot) => {
      if (typeof value !== "string") throw MISS;
      if (slot >= 0 && writer.again(slot, value)) return;
      const start = writer.pos;
      writer.element(open, value, close);
      if (!isQuick(value, writer.kinds) && codec.write(value, writer) !== value) throw MISS;
      if (slot >= 0) writer.keep(slot, start, value);
    };
  }
  return (writer, value, open, close) => {
    if (
      small !== undefined &&
      Number.isInteger(value) &&
      (value as number) >= small.min &&
      (value as number) <= small.max
    ) {
      writer.tag(open);
      writer.digits(value as number);
      writer.tag(close);
    } else {
      const text = codec.write(value, writer);
      if (text === undefined) throw MISS;
      writer.element(open, text, close);
    }
  };
}
