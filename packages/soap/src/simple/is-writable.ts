import type { SimpleDescriptor } from "../gen1.ts";
import { plainValues } from "./context.ts";
import { simpleCodec } from "./simple-codec.ts";

/**
 * A check whether a simple type has a text for a value: one that is read as the same value. Generated schemas use it for
 * unions, where that depends on all members at once. The codec is made on the first check, not on import.
 */
export function isWritable(type: SimpleDescriptor): (value: unknown) => boolean {
  return (value) => simpleCodec(type).write(value, plainValues()) !== undefined;
}
