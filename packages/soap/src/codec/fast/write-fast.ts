import type { MessageDescriptor } from "../../gen1.ts";
import type { ValueWire } from "../../simple/context.ts";
import type { ElementName } from "../encode.ts";
import { MISS } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { compileOnUse } from "./compile-on-use.ts";
import { type CompiledWriter, compileWriter } from "./compile-writer.ts";
import { planWriter } from "./plan-writer.ts";
import { hasUsualValues } from "./read-fast.ts";

const compiledWriter = compileOnUse(compileWriter, planWriter);

/** The writer that is used again and again; taken away while it writes, since getters could write within. */
let spare: ByteWriter | undefined;

/**
 * Writes a value by generated code and hands the writer to `take`; `undefined` where the strict writer has to look: at
 * what is wrong, and at constructs that are seldom.
 */
export function writeFast<Result>(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  value: unknown,
  wire: ValueWire,
  take: (writer: ByteWriter) => Result,
): Result | undefined {
  const compiled = compiledWriter(descriptor, element);
  return compiled && hasUsualValues(wire) ? writeBy(compiled, value, wire.booleans, take) : undefined;
}

/** Lends the kept writer. */
export function writeBy<Result>(
  compiled: CompiledWriter,
  value: unknown,
  booleans: ValueWire["booleans"],
  take: (writer: ByteWriter) => Result,
): Result | undefined {
  const writer = spare ?? new ByteWriter();
  spare = undefined;
  writer.booleans = booleans;
  writer.start(compiled.slots);
  try {
    compiled.write(writer, value);
    return take(writer);
  } catch (error) {
    if (error !== MISS) throw error;
    return undefined;
  } finally {
    writer.finish();
    spare = writer;
  }
}
