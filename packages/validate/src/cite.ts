import type { Mark } from "./evidence.ts";
import { criterionRows } from "./gen/criteria.ts";
import { formMarks } from "./gen/marks.ts";

const criterionMarks: ReadonlyMap<string, Mark> = new Map(criterionRows.map((row) => [`${row.form}:${row.code}`, row]));

/**
 * Evidence of an entry of `form-rules.json`, e.g. `K.retro` or `C.rules[5]`.
 *
 * @throws `RangeError` when there is no such entry: a mistake in this package, which its tests find.
 */
export function cite(entry: string): Mark {
  const mark = formMarks[entry];
  if (mark === undefined) throw new RangeError(`form-rules.json has no entry "${entry}"`);
  return mark;
}

/** Evidence of a fact of a form; nothing when the form has no rules in the evidence. */
export function citeFact(form: string, fact: string): Mark | undefined {
  return formMarks[`${form}.${fact}`];
}

/** Evidence of a row of `origin-criteria.csv`. */
export function citeCriterion(form: string, code: string): Mark | undefined {
  return criterionMarks.get(`${form}:${code}`);
}
