import { END, START, TEXT } from "@coo/xml";
import type { ComplexDescriptor, RawElement } from "../gen1.ts";
import type { DecodeContext } from "./decode-context.ts";
import { type Fields, shown } from "./decode-text.ts";
import { type Content, readContent } from "./decode-type.ts";
import { mixedAllows } from "./mixed.ts";
import { captureRaw } from "./raw.ts";

/** Text and elements in order. The elements are checked by the content model first, then kept as text. */
export function readMixed(
  type: ComplexDescriptor,
  context: DecodeContext,
  content: Content | undefined,
): (string | RawElement)[] {
  const { reader } = context;
  const parts: (string | RawElement)[] = [];
  if (content) {
    const offset = reader.startOffset;
    const { length } = context.unknown;
    const fields: Fields = {};
    readContent(fields, context, content, true);
    context.unknown.length = length;
    context.typed?.set(parts, fields);
    reader.again(offset);
    reader.next();
  }
  const add = (text: string): void => {
    const last = parts.length - 1;
    if (typeof parts[last] === "string") parts[last] += text;
    else parts.push(text);
  };
  for (;;) {
    const event = reader.next();
    if (event === END) return parts;
    if (event === TEXT) add(reader.text);
    else if (event === START) {
      if (mixedAllows(type, reader.local, reader.ns)) parts.push(captureRaw(reader));
      else if (context.strict) {
        if (!content) context.fail({ code: "unexpected_element", actual: shown(reader), limit: "" });
        reader.skip();
      } else context.keepAside();
    }
  }
}
