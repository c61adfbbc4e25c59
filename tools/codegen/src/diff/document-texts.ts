import { readFileSync } from "node:fs";
import type { Model } from "@coo/wsdl";
import { decodeXml } from "@coo/xml";
import { shownPath } from "./shown-path.ts";

/** Texts of the documents of a set, by the path that a report shows; those that cannot be read any more are left out. */
export function documentTexts(model: Model, given: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const { file } of model.documents) {
    try {
      out.set(shownPath(file, given), decodeXml(readFileSync(file)).text);
    } catch {
      // A schema that the loader brings along is no file; a report without its lines is a report.
    }
  }
  return out;
}
