import type { SignInput } from "../canonical.ts";
import type { SignatureProfile } from "../profile.ts";
import { xmlTokens } from "../xml-text.ts";
import { childrenOf, fieldsOf, only, unreadable, type XmlSpan } from "./envelope.ts";

/** A payload `<Request><Head>…</Head><Body>…</Body></Request>` as text, and what a signature covers of it. */
export interface Payload {
  readonly text: string;
  readonly input: SignInput & { readonly fields: readonly (readonly [string, string])[]; readonly body: string };
  readonly signature: string | undefined;
  readonly head: XmlSpan;
  readonly signElement: XmlSpan | undefined;
}

/** Reads a payload strictly: one `Head`, one `Body`, plain head fields. @throws {@link SignError} `SIGN_ENVELOPE`. */
export function readPayload(text: string, profile: SignatureProfile): Payload {
  const tokens = xmlTokens(text);
  if (tokens === undefined) throw unreadable("the inner text is not well-formed XML");
  const start = tokens.findIndex(({ kind }) => kind === "start");
  const open = tokens[start];
  if (open === undefined) throw unreadable("the inner text has no element");
  const root: XmlSpan = { local: open.local, open, close: tokens[open.close] as typeof open, index: start };
  const outside = [...tokens.slice(0, start), ...tokens.slice(open.close + 1)];
  if (
    outside.some(
      ({ kind, start: from, end }) => kind !== "pi" && kind !== "comment" && text.slice(from, end).trim() !== "",
    )
  ) {
    throw unreadable("the inner text has something beside its root element");
  }
  const children = childrenOf(text, tokens, root);
  const head = only(
    children.filter(({ local }) => local === "Head"),
    "Head",
  );
  const body = only(
    children.filter(({ local }) => local === "Body"),
    "Body",
  );
  const fields = fieldsOf(text, tokens, head);
  const signs = childrenOf(text, tokens, head).filter(({ local }) => local === profile.signField);
  if (signs.length > 1) throw unreadable(`${profile.signField} stands twice`);
  return {
    text,
    input: { fields, body: text.slice(body.open.start, body.close.end) },
    signature: fields.find(([name]) => name === profile.signField)?.[1],
    head,
    signElement: signs[0],
  };
}

/** The payload's text with `signature` in its sign field, which is added at the end of the head when absent. */
export function withSignature(
  { text, head, signElement }: Payload,
  signature: string,
  profile: SignatureProfile,
): string {
  const element = `<${profile.signField}>${signature}</${profile.signField}>`;
  if (signElement !== undefined)
    return text.slice(0, signElement.open.start) + element + text.slice(signElement.close.end);
  if (head.open.kind === "empty") throw unreadable("Head is empty");
  return text.slice(0, head.close.start) + element + text.slice(head.close.start);
}
