/** Text that Markdown shows as it stands, on one line: names and values come from documents of others. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_[\]|~]/g, (char, at: number, all: string) =>
      // Inside of a name an underscore means nothing.
      char === "_" && /\w/.test(all[at - 1] ?? "") && /\w/.test(all[at + 1] ?? "") ? char : `\\${char}`,
    );
}
