/** Escaping in canonical form: what exclusive C14N writes, so that a signature over it needs no second pass. */

const TEXT = /[&<>\r]/;
const TEXT_ALL = /[&<>\r]/g;
const ATTRIBUTE = /[&<"\t\n\r]/;
const ATTRIBUTE_ALL = /[&<"\t\n\r]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

/** Character data; the caller has checked that XML can carry it. */
export function escapeText(text: string): string {
  return TEXT.test(text) ? text.replace(TEXT_ALL, (c) => ENTITIES[c] as string) : text;
}

/** An attribute value for double quotes. */
export function escapeAttribute(text: string): string {
  return ATTRIBUTE.test(text) ? text.replace(ATTRIBUTE_ALL, (c) => ENTITIES[c] as string) : text;
}
