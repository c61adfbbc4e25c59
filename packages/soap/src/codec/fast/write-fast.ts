import type { MessageDescriptor } from "../../gen1.ts";
import type { ValueWire } from "../../simple/context.ts";
import type { ElementName } from "../encode.ts";
import { canReadBytes, MISS } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { type CompiledWriter, compileWriter } from "./compile-writer.ts";
import { mayGenerate } from "./may-generate.ts";

interface Plan {
  compiled: CompiledWriter | undefined;
  uses: number;
}

const plans = new WeakMap<MessageDescriptor<unknown>, Map<string, Plan>>();

/** Making a writer costs more than a few messages. */
const WORTH_IT = 3;

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
  const plan = planOf(descriptor, element);
  if (plan.uses < WORTH_IT) {
    plan.uses++;
    if (plan.uses === WORTH_IT && mayGenerate() && canReadBytes()) plan.compiled = compileWriter(descriptor, element);
  }
  const { compiled } = plan;
  if (!compiled || wire.lineBreaks !== "lf" || wire.emptyValues !== "omit") return undefined;
  const writer = spare ?? new ByteWriter();
  spare = undefined;
  writer.booleans = wire.booleans;
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

function planOf(descriptor: MessageDescriptor<unknown>, element: ElementName): Plan {
  let byElement = plans.get(descriptor);
  if (!byElement) {
    byElement = new Map();
    plans.set(descriptor, byElement);
  }
  const key = element.ns === "" ? element.name : `{${element.ns}}${element.name}`;
  let plan = byElement.get(key);
  if (!plan) {
    plan = { compiled: undefined, uses: 0 };
    byElement.set(key, plan);
  }
  return plan;
}
