import { XmlError } from "./errors.ts";
import { END, EOF, START, XmlReader, type XmlReaderOptions } from "./reader.ts";

/** Where an element stands in a text, start tag to end tag. */
export interface RawElement {
  readonly start: number;
  readonly end: number;
  /** The element exactly as written. */
  readonly text: string;
  /** Bindings in scope at the element, its own included. */
  readonly namespaces: readonly (readonly [prefix: string, ns: string])[];
}

/**
 * The exact text of the element at `path`, for example `["Request", "Body"]`: what a signature covers. The whole text is
 * read strictly; names are compared without namespace unless a step is `{ns}local`.
 *
 * @returns `undefined` when there is no such element.
 * @throws {@link XmlError} for anything malformed, and `XML_UNEXPECTED` when the element stands there twice.
 */
export function rawElement(
  text: string,
  path: readonly string[],
  options: XmlReaderOptions = {},
): RawElement | undefined {
  const reader = new XmlReader(text, options);
  let found: RawElement | undefined;
  let matched = 0;
  let start = -1;
  let namespaces: RawElement["namespaces"] = [];
  for (;;) {
    const event = reader.next();
    if (event === EOF) return found;
    if (event === START) {
      if (matched !== reader.depth - 1 || matched >= path.length || !fits(reader, path[matched] as string)) continue;
      matched++;
      if (matched < path.length) continue;
      if (found) {
        const { line, column } = reader.position();
        throw new XmlError(
          "XML_UNEXPECTED",
          `<${reader.qname}> stands twice (line ${line}, column ${column})`,
          `<${reader.qname}> 出现两次(第 ${line} 行第 ${column} 列)`,
          {
            offset: reader.startOffset,
            line,
            column,
          },
        );
      }
      start = reader.startOffset;
      namespaces = reader.namespaces();
    } else if (event === END && matched === reader.depth) {
      if (matched === path.length)
        found = { start, end: reader.offset, text: text.slice(start, reader.offset), namespaces };
      matched--;
    }
  }
}

function fits(reader: XmlReader, step: string): boolean {
  return step.startsWith("{") ? step === `{${reader.ns}}${reader.local}` : step === reader.local;
}
