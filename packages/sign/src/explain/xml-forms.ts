import { splitTag } from "../xml-tags.ts";
import { type XmlToken, xmlTokens } from "../xml-text.ts";

/** How to indent. `level` is how deep the text itself stands in a larger one. */
export interface Indent {
  readonly unit: string;
  readonly eol: string;
  readonly level: number;
}

/** Indents compact XML as usual writers do: elements with text stay on one line. */
export function indentXml(xml: string, tokens: readonly XmlToken[], indent: Indent): string {
  const lines: string[] = [];
  indentRange(xml, tokens, 0, tokens.length, indent, lines);
  return lines.join(indent.eol).slice(indent.unit.length * indent.level);
}

function indentRange(
  xml: string,
  tokens: readonly XmlToken[],
  from: number,
  to: number,
  indent: Indent,
  lines: string[],
): void {
  const pad = indent.unit.repeat(indent.level);
  for (let i = from; i < to; i++) {
    const token = tokens[i] as XmlToken;
    if (token.kind !== "start" || !hasOnlyElements(xml, tokens, i)) {
      const last = tokens[token.close] as XmlToken;
      lines.push(pad + xml.slice(token.start, last.end));
      i = token.close;
      continue;
    }
    const close = tokens[token.close] as XmlToken;
    lines.push(pad + xml.slice(token.start, token.end));
    indentRange(xml, tokens, i + 1, token.close, { ...indent, level: indent.level + 1 }, lines);
    lines.push(pad + xml.slice(close.start, close.end));
    i = token.close;
  }
}

function hasOnlyElements(xml: string, tokens: readonly XmlToken[], index: number): boolean {
  const { close } = tokens[index] as XmlToken;
  if (close === index + 1) return false;
  for (let i = index + 1; i < close; i++) {
    const token = tokens[i] as XmlToken;
    if (token.kind === "cdata") return false;
    if (token.kind === "text" && xml.slice(token.start, token.end).trim() !== "") return false;
    i = token.close;
  }
  return true;
}

/** A text or CDATA section. `leaf`: its element has no child element. */
export interface TextPiece {
  readonly text: string;
  readonly cdata: boolean;
  readonly leaf: boolean;
}

/**
 * Rewrites texts and CDATA sections. `change` gets a CDATA section's content and gives what replaces all of it,
 * marks included; `undefined` leaves a piece alone.
 *
 * @returns `undefined` when the XML is malformed.
 */
export function mapTexts(xml: string, change: (piece: TextPiece) => string | undefined): string | undefined {
  const tokens = xmlTokens(xml);
  if (tokens === undefined) return undefined;
  let out = "";
  for (const [i, token] of tokens.entries()) {
    const raw = xml.slice(token.start, token.end);
    if (token.kind !== "text" && token.kind !== "cdata") {
      out += raw;
      continue;
    }
    const [before, after] = [tokens[i - 1]?.kind, tokens[i + 1]?.kind];
    const leaf = before !== "end" && before !== "empty" && after !== "start" && after !== "empty";
    const text = token.kind === "cdata" ? raw.slice(9, -3) : raw;
    out += change({ text, cdata: token.kind === "cdata", leaf }) ?? raw;
  }
  return out;
}

/** Where the values stand: texts that are not blank, of elements without child elements. */
export function leafTexts(xml: string): readonly { readonly start: number; readonly end: number }[] {
  const tokens = xmlTokens(xml) ?? [];
  return tokens.filter(({ kind, start, end }, i) => {
    const leaf = tokens[i - 1]?.kind === "start" && tokens[i + 1]?.kind === "end";
    return kind === "text" && leaf && xml.slice(start, end).trim() !== "";
  });
}

/** The XML without its comments. */
export function withoutComments(xml: string): string | undefined {
  return xmlTokens(xml)
    ?.filter(({ kind }) => kind !== "comment")
    .map(({ start, end }) => xml.slice(start, end))
    .join("");
}

/** Rewrites the attribute list of every tag, each attribute as its text. */
export function attributesReordered(
  xml: string,
  change: (attributes: readonly string[]) => readonly string[],
): string | undefined {
  const tokens = xmlTokens(xml);
  if (tokens === undefined) return undefined;
  let out = "";
  for (const { kind, start, end } of tokens) {
    const tag = xml.slice(start, end);
    const parts = kind === "start" || kind === "empty" ? splitTag(tag) : undefined;
    if (parts === undefined || parts.attributes.length === 0) out += tag;
    else
      out +=
        parts.name +
        change(parts.attributes)
          .map((text) => ` ${text}`)
          .join("") +
        parts.close;
  }
  return out;
}
