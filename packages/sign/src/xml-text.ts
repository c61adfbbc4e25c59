/** One piece of XML text. `close` of a start tag is the index of its end tag. */
export interface XmlToken {
  readonly kind: "start" | "end" | "empty" | "text" | "cdata" | "comment" | "pi";
  readonly start: number;
  readonly end: number;
  /** Name without prefix, of tags. */
  readonly local: string;
  readonly close: number;
}

const NAME_START = /[\p{L}_]/u;

/**
 * Splits XML text into tags and texts without changing a character; tags must be balanced, texts well escaped.
 *
 * @returns `undefined` for malformed text and for document type declarations.
 */
export function xmlTokens(xml: string): readonly XmlToken[] | undefined {
  const tokens: (XmlToken & { close: number })[] = [];
  const open: { index: number; name: string }[] = [];
  const push = (kind: XmlToken["kind"], start: number, end: number, local = ""): void => {
    tokens.push({ kind, start, end, local, close: tokens.length });
  };
  let at = 0;
  while (at < xml.length) {
    const start = at;
    if (xml[at] !== "<") {
      const next = xml.indexOf("<", at);
      at = next < 0 ? xml.length : next;
      push("text", start, at);
      continue;
    }
    const special = (
      [
        ["<!--", "-->", "comment"],
        ["<![CDATA[", "]]>", "cdata"],
        ["<?", "?>", "pi"],
      ] as const
    ).find(([prefix]) => xml.startsWith(prefix, start));
    if (special !== undefined) {
      const end = xml.indexOf(special[1], start + special[0].length);
      if (end < 0) return undefined;
      at = end + special[1].length;
      push(special[2], start, at);
      continue;
    }
    at = endOfTag(xml, start);
    if (at < 0) return undefined;
    const name = tagName(xml, start, at);
    const local = name?.slice(name.indexOf(":") + 1);
    if (name === undefined || local === undefined) return undefined;
    if (xml[start + 1] === "/") {
      const begun = open.pop();
      if (begun?.name !== name) return undefined;
      (tokens[begun.index] as { close: number }).close = tokens.length;
      push("end", start, at, local);
    } else if (xml[at - 2] === "/") {
      push("empty", start, at, local);
    } else {
      open.push({ index: tokens.length, name });
      push("start", start, at, local);
    }
  }
  return open.length === 0 ? tokens : undefined;
}

function endOfTag(xml: string, start: number): number {
  for (let at = start + 1; at < xml.length; at++) {
    const character = xml[at];
    if (character === ">") return at + 1;
    if (character === "<") return -1;
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

function tagName(xml: string, start: number, end: number): string | undefined {
  const from = start + (xml[start + 1] === "/" ? 2 : 1);
  let to = from;
  while (to < end && !" \t\r\n/>".includes(xml[to] as string)) to++;
  return to > from && NAME_START.test(xml[from] as string) ? xml.slice(from, to) : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]+));/g;

/** Resolves the five entities and character references; others stay as they are. */
export function unescapeXml(text: string): string {
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] as string) : whole;
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
    return code > 0x10ffff || code === 0 ? whole : String.fromCodePoint(code);
  });
}

/** Escapes `&`, `<` and `>` as XML writers do in element content. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
