import { compilePattern } from "@coo/xml/pattern";

/**
 * A check for whole texts by a regular expression of ECMAScript with the `v` flag, in time proportional to the text, also
 * where an engine of ECMAScript could be blocked. Generated schemas use it for patterns of that kind.
 *
 * @throws SyntaxError | RangeError as `compilePattern` of `@coo/xml/pattern`.
 */
export function fitsPattern(source: string): (text: string) => boolean {
  const pattern = compilePattern(source);
  return (text) => pattern.test(text);
}
