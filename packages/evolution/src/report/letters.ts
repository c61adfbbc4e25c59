import type { Cells } from "../rules.ts";

/** `BCC`: wire, types, validation; `·` when the change does not concern this direction. */
export function lettersOf(cells: Cells | null): string {
  return cells === null ? "·" : `${cells.wire}${cells.types}${cells.validation}`.replaceAll("-", "–");
}

/** `file:line`, or nothing. */
export function placeOf(at: { readonly file: string; readonly line: number } | null): string {
  return at === null ? "" : `${at.file}:${at.line}`;
}
