import type { MessageDescriptor } from "../../gen1.ts";
import type { Issue } from "../../issue.ts";
import type { ValueWire } from "../../simple/context.ts";
import type { ElementName } from "../encode.ts";
import type { Labels } from "../trail.ts";
import { MISS, miss } from "./byte-reader.ts";
import { Checker } from "./checker.ts";
import { type CompiledChecker, compileChecker } from "./compile-checker.ts";
import { compileOnUse } from "./compile-on-use.ts";
import { planWriter } from "./plan-writer.ts";
import { hasUsualValues } from "./read-fast.ts";
import { writeBy } from "./write-fast.ts";

const compiledChecker = compileOnUse(compileChecker, planChecker);

/** Where code may not be made: what can be written is right, and the strict writer tells what is wrong with the rest. */
function planChecker(descriptor: MessageDescriptor<unknown>, element: ElementName): CompiledChecker | undefined {
  const plan = planWriter(descriptor, element);
  if (!plan) return undefined;
  return ({ booleans }, value) => {
    if (!writeBy(plan, value, booleans, () => true)) miss();
  };
}

/** The checker that is used again and again; taken away while it checks, since getters could check within. */
let spare: Checker | undefined;

export interface CheckOptions {
  readonly wire: ValueWire;
  readonly strict: boolean;
  readonly labels: Labels | undefined;
  readonly maxIssues: number;
}

/** What the strict writer would find wrong, by generated code; `undefined` where that has to look itself. */
export function checkFast(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  value: unknown,
  { wire, strict, labels, maxIssues }: CheckOptions,
): readonly Issue[] | undefined {
  const check = compiledChecker(descriptor, element);
  if (!check || !hasUsualValues(wire)) return undefined;
  const checker = spare ?? new Checker();
  spare = undefined;
  checker.booleans = wire.booleans;
  checker.strict = strict;
  checker.start(descriptor.name, element.name, labels, maxIssues);
  try {
    check(checker, value);
    return checker.taken();
  } catch (error) {
    if (error !== MISS) throw error;
    return undefined;
  } finally {
    checker.finish();
    spare = checker;
  }
}
