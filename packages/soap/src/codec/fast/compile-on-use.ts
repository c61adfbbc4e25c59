import type { MessageDescriptor } from "../../gen1.ts";
import type { ElementName } from "../encode.ts";
import { canReadBytes } from "./byte-reader.ts";
import { mayGenerate } from "./may-generate.ts";

/** Generating code costs more than a few messages: processes that meet one or two never pay for it. */
const WORTH_IT = 3;

interface Uses<Compiled> {
  compiled: Compiled | undefined;
  uses: number;
}

/**
 * Generates code for a message as an element of some name, from its third use on; `plan` makes what takes its place where
 * code may not be generated.
 *
 * @returns What gives the code; `undefined` before, and where bytes cannot be read.
 */
export function compileOnUse<Compiled>(
  compile: (descriptor: MessageDescriptor<unknown>, element: ElementName) => Compiled | undefined,
  plan: (descriptor: MessageDescriptor<unknown>, element: ElementName) => Compiled | undefined,
): (descriptor: MessageDescriptor<unknown>, element: ElementName) => Compiled | undefined {
  const plans = new WeakMap<MessageDescriptor<unknown>, Map<string, Uses<Compiled>>>();
  return (descriptor, element) => {
    let byElement = plans.get(descriptor);
    if (!byElement) {
      byElement = new Map();
      plans.set(descriptor, byElement);
    }
    const key = element.ns === "" ? element.name : `{${element.ns}}${element.name}`;
    let known = byElement.get(key);
    if (!known) {
      known = { compiled: undefined, uses: 0 };
      byElement.set(key, known);
    }
    if (known.uses < WORTH_IT) {
      known.uses++;
      if (known.uses === WORTH_IT && canReadBytes())
        known.compiled = (mayGenerate() ? compile : plan)(descriptor, element);
    }
    return known.compiled;
  };
}
