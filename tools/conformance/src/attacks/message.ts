import type { AttackValue } from "./corpus.ts";
import { escapeXml, type FieldKey, type Vocabulary } from "./vocabulary.ts";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** A value of the operation, by the manifest's keys. */
export const VALUE: AttackValue = {
  id: "N-1001",
  user: "张三 & <李四>",
  amount: "12.50",
  at: "2026-03-02T10:00:00+08:00",
  tags: ["红", "b"],
  email: "a@example.com",
  memo: null,
  channel: "web",
};

/** Markup of single parts, in place of what the value says. */
export type Markup = Partial<Record<FieldKey, string>>;

/**
 * A request as text.
 *
 * @param markup - Content of fields as it is to stand there; `channel` is an attribute as it is to stand there.
 */
export function requestText(v: Vocabulary, markup: Markup = {}, more: { readonly header?: string } = {}): string {
  const { fields: f } = v;
  const field = (key: FieldKey, standard: string): string =>
    `<t:${f[key]}>${markup[key] ?? escapeXml(standard)}</t:${f[key]}>`;
  const tags = (VALUE["tags"] as string[]).map((tag) => field("tag", tag)).join("");
  const memo = markup.memo === undefined ? `<t:${f.memo} xsi:nil="true"/>` : field("memo", "");
  const content =
    field("id", VALUE["id"] as string) +
    field("user", VALUE["user"] as string) +
    field("amount", VALUE["amount"] as string) +
    field("at", VALUE["at"] as string) +
    tags +
    field("email", VALUE["email"] as string) +
    memo +
    (markup.party ?? "");
  const attribute = markup.channel ?? `${f.channel}="web"`;
  return `<s:Envelope xmlns:s="${SOAP}">${more.header ?? ""}<s:Body><t:${v.operation} xmlns:t="${escapeXml(v.namespace)}" xmlns:xsi="${XSI}"><t:${v.value} ${attribute}>${content}</t:${v.value}></t:${v.operation}></s:Body></s:Envelope>`;
}

/** HTTP headers of a request. */
export function requestHeaders(charset: string | null = "utf-8"): Record<string, string> {
  return {
    "Content-Type": charset === null ? "text/xml" : `text/xml; charset=${charset}`,
    SOAPAction: '"urn:act:0"',
  };
}
