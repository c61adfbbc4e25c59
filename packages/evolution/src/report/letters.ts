/** `file:line`, or nothing. */
export function placeOf(at: { readonly file: string; readonly line: number } | null): string {
  return at === null ? "" : `${at.file}:${at.line}`;
}
