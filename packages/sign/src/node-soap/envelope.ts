import { SignError } from "../errors.ts";
import { splitTag } from "../xml-tags.ts";
import { escapeXml, unescapeXml, type XmlToken, xmlTokens } from "../xml-text.ts";

/** An element of a token list: its start tag (or empty tag) and its end tag. */
export interface XmlSpan {
  readonly local: string;
  readonly open: XmlToken;
  readonly close: XmlToken;
  readonly index: number;
}

/** What a SOAP body carries: a fault, or one text in one element of the operation's wrapper. */
export interface Envelope {
  readonly xml: string;
  /** Start tags from `Envelope` down to the wrapper, and the carrier's, in document order. */
  readonly path: readonly XmlSpan[];
  readonly fault: boolean;
  /** The carrier's text after its one un-escaping; `undefined` when there is no such element. */
  readonly text: string | undefined;
  /** Head fields of a typed message, which stand in the wrapper themselves. */
  readonly typedHead: readonly (readonly [string, string])[] | undefined;
}

/**
 * Reads an envelope strictly: one `Body`, one element in it. A message in which two readers could see
 * different things is refused.
 *
 * @param parameter - Name of the carrier; without it the wrapper must have one child.
 * @throws {@link SignError} `SIGN_ENVELOPE`.
 */
export function readEnvelope(source: string, parameter: string | undefined): Envelope {
  const xml = source.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const tokens = xmlTokens(xml);
  if (tokens === undefined) throw unreadable("it is not well-formed, or has a document type");
  const root = only(elementsIn(xml, tokens, 0, tokens.length), "Envelope");
  const parts = childrenOf(xml, tokens, root);
  if (parts.some(({ local }) => local !== "Header" && local !== "Body"))
    throw unreadable("there is more than Header and Body");
  const body = only(
    parts.filter(({ local }) => local === "Body"),
    "Body",
  );
  const [wrapper, second] = childrenOf(xml, tokens, body);
  if (wrapper === undefined || second !== undefined) throw unreadable("Body has not exactly one element");
  if (wrapper.local === "Fault")
    return { xml, path: [root, body, wrapper], fault: true, text: undefined, typedHead: undefined };
  const children = childrenOf(xml, tokens, wrapper);
  const carriers = parameter === undefined ? children : children.filter(({ local }) => local === parameter);
  const [carrier] = carriers;
  const text = carriers.length === 1 && carrier !== undefined ? textIn(xml, tokens, carrier) : undefined;
  const path = [root, body, wrapper, ...(text === undefined ? [] : [carrier as XmlSpan])];
  const head = children.filter(({ local }) => local === "Head");
  const typedHead = head.length === 1 ? fieldsOf(xml, tokens, head[0] as XmlSpan) : undefined;
  return { xml, path, fault: false, text, typedHead };
}

/** The envelope with another text in its carrier; everything else stays. */
export function withCarrierText({ xml, path }: Envelope, text: string): string {
  const carrier = path[3] as XmlSpan;
  return xml.slice(0, carrier.open.end) + escapeCarrier(text) + xml.slice(carrier.close.start);
}

/** A new envelope that holds nothing but the carrier and its text: what was verified is all a reader can see. */
export function bareEnvelope({ xml, path }: Envelope, text: string): string {
  const tags = path.map(({ open, close }) => [bareTag(xml, open), xml.slice(close.start, close.end)] as const);
  const opened = tags.map(([tag]) => tag).join("");
  const closed = tags
    .map(([, tag]) => tag)
    .reverse()
    .join("");
  return opened + escapeCarrier(text) + closed;
}

function bareTag(xml: string, token: XmlToken): string {
  const parts = splitTag(xml.slice(token.start, token.end));
  const attributes = parts?.attributes.filter((attribute) => /^xmlns[:=\s]/.test(attribute)) ?? [];
  return [parts?.name ?? xml.slice(token.start, token.end - 1), ...attributes].join(" ") + ">";
}

/** A carriage return must be written as a reference, or the peer's parser turns it into a line feed. */
function escapeCarrier(text: string): string {
  return escapeXml(text).replaceAll("\r", "&#13;");
}

/** The elements directly within a range; text other than white space is refused. */
function elementsIn(xml: string, tokens: readonly XmlToken[], from: number, to: number): XmlSpan[] {
  const spans: XmlSpan[] = [];
  for (let index = from; index < to; index++) {
    const open = tokens[index] as XmlToken;
    if (open.kind === "cdata" || (open.kind === "text" && xml.slice(open.start, open.end).trim() !== "")) {
      throw unreadable("there is text where elements are expected");
    }
    if (open.kind !== "start" && open.kind !== "empty") continue;
    spans.push({ local: open.local, open, close: tokens[open.close] as XmlToken, index });
    index = open.close;
  }
  return spans;
}

/** The child elements of an element. */
export function childrenOf(xml: string, tokens: readonly XmlToken[], { open, index }: XmlSpan): XmlSpan[] {
  return open.kind === "empty" ? [] : elementsIn(xml, tokens, index + 1, open.close);
}

/** The text of an element without child elements; `undefined` when it has some, or something else. */
export function textIn(xml: string, tokens: readonly XmlToken[], { open, index }: XmlSpan): string | undefined {
  let text = "";
  for (const token of tokens.slice(index + 1, Math.max(index + 1, open.close))) {
    const raw = xml.slice(token.start, token.end);
    if (token.kind === "cdata") text += raw.slice(9, -3);
    else if (token.kind === "text") text += unescapeStrictly(raw);
    else return undefined;
  }
  return text;
}

/** Child elements as name and text. @throws {@link SignError} when one of them has children itself. */
export function fieldsOf(xml: string, tokens: readonly XmlToken[], head: XmlSpan): [string, string][] {
  return childrenOf(xml, tokens, head).map((field) => {
    const text = textIn(xml, tokens, field);
    if (text === undefined) throw unreadable(`${field.local} in the head is not a plain text`);
    return [field.local, text];
  });
}

/** The only element, which must have this name. */
export function only(spans: readonly XmlSpan[], name: string): XmlSpan {
  const [span] = spans;
  if (span === undefined || spans.length > 1 || span.local !== name)
    throw unreadable(`${name} is not there, or not alone`);
  return span;
}

function unescapeStrictly(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)/.test(text) || text.includes("]]>")) {
    throw unreadable("there is an unknown entity, or an & that is not escaped");
  }
  return unescapeXml(text);
}

/** An error about a message in which nothing can be signed or verified safely. */
export function unreadable(why: string): SignError {
  return new SignError(
    "SIGN_ENVELOPE",
    `the SOAP message cannot be signed or verified: ${why}`,
    "SOAP 报文无法签名或验签：结构不符合约定",
    { why },
  );
}
