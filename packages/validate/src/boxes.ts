import { BOX_FIELDS } from "./box-fields.ts";
import { formBoxes } from "./gen/boxes.ts";

/** Form code → field path → box number. */
const numbers: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(formBoxes).map(([form, boxes]) => [form, fieldNumbers(boxes)]),
);

/** Number of the box on `form` that shows the field at `path` (no indexes). */
export function boxNumber(form: string, path: string): number | undefined {
  return numbers.get(form)?.get(path);
}

/** Highest box number of a form, where its boxes are known. */
export function lastBox(form: string): number | undefined {
  const boxes = formBoxes[form];
  return boxes === undefined || boxes.length === 0 ? undefined : Math.max(...boxes.map(([number]) => number));
}

function fieldNumbers(boxes: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [number, title] of boxes) {
    for (const field of BOX_FIELDS[title] ?? []) if (!found.has(field)) found.set(field, number);
  }
  return found;
}
