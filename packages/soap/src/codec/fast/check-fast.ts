import type { MessageDescriptor } from "../../gen1.ts";
import type { Issue } from "../../issue.ts";
import type { ValueWire } from "../../simple/context.ts";
import type { ElementName } from "../encode.ts";
import type { Labels } from "../trail.ts";
import { MISS } from "./byte-reader.ts";
import { Checker } from "./checker.ts";
import { compileChecker } from "./compile-checker.ts";
import { compileOnUse } from "./compile-on-use.ts";
import { hasUsualValues } from "./read-fast.ts";

const compiledChecker = compileOnUse(compileChecker);

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
