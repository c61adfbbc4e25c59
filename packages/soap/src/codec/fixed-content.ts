import { END, START, TEXT, XmlReader } from "@coo/xml";
import type { TypeDescriptor } from "../gen1.ts";
import { isObject } from "./particles.ts";

/**
 * Whether mixed or any content is the text that a declaration fixes. Nothing at all stands for that text too; an element
 * never does.
 */
export function isFixedContent(type: TypeDescriptor, value: unknown, fixed: string): boolean {
  if (!isObject(value)) return true;
  if (type.k === "complex" && type.mixed) {
    const parts = value["$mixed"];
    if (!Array.isArray(parts)) return true;
    return parts.every((part) => typeof part === "string") && isText(parts.join(""), fixed);
  }
  if (type.k !== "anyType" || typeof value["xml"] !== "string") return true;
  try {
    const text = textIn(value["xml"]);
    return text !== undefined && isText(text, fixed);
  } catch {
    // It is no XML: that is said elsewhere.
    return true;
  }
}

function isText(text: string, fixed: string): boolean {
  return text === "" || text === fixed;
}

/** Text of an element; `undefined` when another one stands in it. */
function textIn(xml: string): string | undefined {
  const reader = new XmlReader(xml);
  reader.next();
  let text = "";
  for (;;) {
    const event = reader.next();
    if (event === TEXT) text += reader.text;
    else if (event === START) return undefined;
    else if (event === END) return text;
  }
}
