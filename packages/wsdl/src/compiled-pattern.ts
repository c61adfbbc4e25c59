import { compilePattern, type Pattern } from "@coo/xml/pattern";
import { isWsdlError } from "./errors.ts";
import type { Facet } from "./model.ts";
import { translatePattern } from "./pattern.ts";

const compiled = new WeakMap<Facet, Pattern | "wrong" | "too-large">();

/**
 * A pattern facet ready to match; `"wrong"` when it is no expression of XML Schema, `"too-large"` when it can neither be
 * waited for nor written out, see `compilePattern` of `@coo/xml/pattern`.
 */
export function compiledPattern(facet: Facet): Pattern | "wrong" | "too-large" {
  let pattern = compiled.get(facet);
  if (pattern === undefined) {
    pattern = compile(facet.value);
    compiled.set(facet, pattern);
  }
  return pattern;
}

function compile(source: string): Pattern | "wrong" | "too-large" {
  try {
    return compilePattern(translatePattern(source, { lenient: true }));
  } catch (error) {
    if (error instanceof RangeError) return "too-large";
    if (error instanceof SyntaxError || isWsdlError(error)) return "wrong";
    throw error;
  }
}
