import type { MessageDescriptor } from "../../gen1.ts";
import type { ElementName } from "../encode.ts";
import { canReadBytes } from "./byte-reader.ts";
import { mayGenerate } from "./may-generate.ts";

/** Generating code costs more than a few messages: processes that meet one or two never pay for it. */
const WORTH_IT = 3;

interface Plan<Compiled> {
  compiled: Compiled | undefined;
  uses: number;
}

/**
 * Generates code for a message as an element of some name, from its third use on.
 *
 * @returns What gives the code; `undefined` before, and where code cannot be generated.
 */
export function compileOnUse<Compiled>(
  compile: (descriptor: MessageDescriptor<unknown>, element: ElementName) => Compiled | undefined,
): (descriptor: MessageDescriptor<unknown>, element: ElementName) => Compiled | undefined {
  const plans = new WeakMap<MessageDescriptor<unknown>, Map<string, Plan<Compiled>>>();
  return (descriptor, element) => {
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
    if (plan.uses < WORTH_IT) {
      plan.uses++;
      if (plan.uses === WORTH_IT && mayGenerate() && canReadBytes()) plan.compiled = compile(descriptor, element);
    }
    return plan.compiled;
  };
}
