/** White space handling of XML Schema: only TAB, LF, CR and space count. */

const UNCOLLAPSED = /[\t\n\r]|^ | $| {2}/;
const UNREPLACED = /[\t\n\r]/;

/** `whiteSpace="collapse"`. */
export function collapse(text: string): string {
  if (!UNCOLLAPSED.test(text)) return text;
  return text
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ /, "")
    .replace(/ $/, "");
}

/** `whiteSpace="replace"`. */
export function replace(text: string): string {
  return UNREPLACED.test(text) ? text.replace(/[\t\n\r]/g, " ") : text;
}

/** Whether `text` comes back unchanged from {@link collapse}. */
export function isCollapsed(text: string): boolean {
  return !UNCOLLAPSED.test(text);
}

/** Whether `text` comes back unchanged from {@link replace}. */
export function isReplaced(text: string): boolean {
  return !UNREPLACED.test(text);
}
