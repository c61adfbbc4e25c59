import type { Location } from "@coo/wsdl";

/** Translates an XML Schema regular expression to an ECMAScript source for the `v` flag. */
export function translatePattern(pattern: string, _at: Location): string {
  return pattern
    .replaceAll("\\i", "[\\p{L}_:]")
    .replaceAll("\\c", "[\\p{L}\\p{N}_:.\\-]")
    .replace(/\\d/g, "\\p{Nd}");
}
