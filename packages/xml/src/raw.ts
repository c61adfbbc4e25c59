import { END, EOF, START, type XmlReaderOptions } from "./events.ts";
import { PathFollower } from "./path.ts";
import { XmlReader } from "./reader.ts";

/** Where an element stands in a text, start tag to end tag. */
export interface RawElement {
  /** Offset of the start tag. */
  readonly start: number;
  /** Offset behind the end tag. */
  readonly end: number;
  /** The element exactly as written. */
  readonly text: string;
  /** Bindings in scope at the element, its own included: what a reader of `text` alone needs to be told. */
  readonly namespaces: readonly (readonly [prefix: string, ns: string])[];
}

/**
 * The exact text of the element at `path`, for example `["Request", "Body"]`: what a signature covers. The whole text is
 * read strictly, so nothing that follows can be malformed or a second such element.
 *
 * @param text - Decoded text; offsets count its UTF-16 units.
 * @param path - Names from the root down: a local name, `{namespace}local`, or `*` for any.
 * @returns `undefined` when there is no such element.
 * @throws {@link XmlError} for anything malformed, and `XML_UNEXPECTED` when an element of the path stands there twice.
 */
export function rawElement(
  text: string,
  path: readonly string[],
  options: XmlReaderOptions = {},
): RawElement | undefined {
  const follower = new PathFollower(path);
  const reader = new XmlReader(text, options);
  let found: RawElement | undefined;
  let start = 0;
  let namespaces: RawElement["namespaces"] = [];
  for (;;) {
    const event = reader.next();
    if (event === START) {
      if (follower.start(reader)) {
        start = reader.startOffset;
        namespaces = reader.namespaces();
      }
    } else if (event === END) {
      if (follower.end(reader))
        found = { start, end: reader.offset, text: text.slice(start, reader.offset), namespaces };
    } else if (event === EOF) {
      reader.release();
      return found;
    }
  }
}
