import type { Both } from "../phrases.ts";

/** Text as HTML shows it, in elements and in quoted attributes; what would hide or turn text around is shown by its number. */
export function escaped(text: string): string {
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
      .replace(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ud800-\udfff](?![\udc00-\udfff])(?<![\ud800-\udbff][\udc00-\udfff])/g,
        (char) => (/[\ud800-\udbff]/.test(char) ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
      )
  );
}

/** A text in both languages, of which the page shows one. */
export function both({ zh, en }: Both): string {
  return zh === en
    ? escaped(zh)
    : `<span class="zh">${escaped(zh)}</span><span class="en" lang="en">${escaped(en)}</span>`;
}

/** The same from two texts. */
export function say(zh: string, en: string): string {
  return both({ zh, en });
}
