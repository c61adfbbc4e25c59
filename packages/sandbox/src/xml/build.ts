import { XMLBuilder } from "fast-xml-parser";

/** An element to be written. Names are written as given, prefixes included; declare them in `attributes`. */
export interface OutElement {
  readonly name: string;
  readonly attributes?: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly OutContent[];
}

/** A text (escaped on writing), a CDATA section, ready XML, or an element. */
export type OutContent = string | { readonly cdata: string } | { readonly raw: string } | OutElement;

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  // Escaping is done here, once, so that carriage returns survive.
  processEntities: false,
  cdataPropName: "#cdata",
  suppressEmptyNode: false,
  suppressBooleanAttributes: false,
  maxNestedTags: 1000,
});

/** Writes an element on fast-xml-parser's builder, without added white space. */
export function buildXml(element: OutElement): string {
  return builder.build([toOrdered(element)]);
}

/** Text as element content: `&`, `<`, `>` and carriage returns escaped, so that a reader gives back the same text. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] as string);
}

/** Text as attribute value between double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => ATTRIBUTE_ESCAPES[character] as string);
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function toOrdered(content: OutContent): Record<string, unknown> {
  if (typeof content === "string") return { "#text": escapeText(content) };
  if ("raw" in content) return { "#text": content.raw };
  if ("cdata" in content) return { "#text": cdata(content.cdata) };
  const item: Record<string, unknown> = { [content.name]: (content.children ?? []).map(toOrdered) };
  if (content.attributes !== undefined && content.attributes.length > 0) {
    item[":@"] = Object.fromEntries(content.attributes.map(([name, value]) => [name, escapeAttribute(value)]));
  }
  return item;
}

/** CDATA cannot hold `]]>`: it is split there. */
function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}
