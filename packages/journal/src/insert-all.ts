import type { Param, Query } from "./store.ts";

/** Rows of one statement: few sizes, so that few statements have to be prepared. */
const SIZES = [32, 8, 1] as const;

/** What was written before, by the beginning of its text: a string that is made anew would have to be hashed anew. */
const texts = new Map<string, Map<number, string>>();

/**
 * Writes rows in their order, many with each statement.
 *
 * @param into - `insert into TABLE(COLUMN, …)`.
 * @param row - `(?, …)`, the values of one row, the same for each use of `into`.
 * @param rows - As many parameters each as `row` has places.
 */
export async function insertAll(
  q: Query,
  into: string,
  row: string,
  rows: readonly (readonly Param[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; ) {
    const left = rows.length - from;
    const size = SIZES.find((one) => one <= left) ?? 1;
    const params: Param[] = [];
    for (let i = from; i < from + size; i++) for (const param of rows[i] ?? []) params.push(param);
    await q(textOf(into, row, size), ...params);
    from += size;
  }
}

function textOf(into: string, row: string, size: number): string {
  let sizes = texts.get(into);
  if (sizes === undefined) {
    sizes = new Map(SIZES.map((one) => [one, `${into} values${Array.from({ length: one }, () => row).join(", ")}`]));
    texts.set(into, sizes);
  }
  return sizes.get(size) as string;
}
