import { isXmlError } from "@coo/xml";
import { canonicalize } from "@coo/xml/c14n";
import { ParseOption, XmlC14NMode, XmlDocument } from "libxml2-wasm";
import { dump, dumpByLibxml } from "./libxml.ts";
import { generator, mutate, SEEDS } from "./mutate.ts";

/**
 * Where the two readers may disagree, with the clause that decides. Everything else is a bug of ours until shown
 * otherwise.
 */
export const CLASSES: Readonly<
  Record<string, { readonly clause: string; readonly fits: (d: Disagreement) => boolean }>
> = {
  doctype: {
    clause: "ours: every document type declaration is refused by design (XML_DTD), well-formed or not",
    fits: (d) => d.ours === "XML_DTD",
  },
  "namespace name that is no URI": {
    clause: "Namespaces in XML 1.0, 2.2 and 3: names are compared as strings; being a URI is no namespace constraint",
    fits: (d) => d.ours === undefined && /is not a valid URI|is not absolute/.test(d.theirs ?? ""),
  },
  "version number without digits": {
    clause: "XML 1.0 production 26: VersionNum is '1.' followed by at least one digit; libxml2 takes '1.'",
    fits: (d) => d.ours === "XML_MALFORMED" && /^<\?xml\s+version\s*=\s*["']1\.["']/.test(d.xml),
  },
  "unknown name of an encoding": {
    clause: "XML 1.0, 4.3.3: an encoding that the processor does not know is a fatal error; libxml2 reads on as UTF-8",
    fits: (d) => d.ours === "XML_ENCODING" && d.theirs === undefined,
  },
  "markup in a namespace name, canonical forms": {
    clause:
      "Canonical XML 1.0, 2.3: namespace nodes are written as attribute nodes are, escaped; libxml2 writes & as it is",
    fits: (d) => d.canonical && /xmlns[^=]*=\s*(?:"[^"]*&[^"]*"|'[^']*[&"][^']*')/.test(d.xml),
  },
  "U+FEFF at the start of a text": {
    clause: "XML 1.0, 4.3.3: only the first character of an entity is a mark; the binding's text decoder drops others",
    fits: (d) => !d.canonical && d.ours === undefined && d.theirs === undefined && d.xml.includes("\ufeff"),
  },
};

/** A document on which the readers differ; both `undefined`: both accept and read something else. */
export interface Disagreement {
  readonly xml: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** Both read the same and write other canonical forms. */
  readonly canonical: boolean;
}

/** What came out of a run. */
export interface Outcome {
  readonly accepted: number;
  readonly refused: number;
  /** Disagreements by class. */
  readonly known: ReadonlyMap<string, number>;
  readonly unknown: readonly Disagreement[];
}

/** Reads `cases` mutated messages with both readers and compares what they say, and the canonical forms. */
export function compareReaders(cases: number, seed: number): Outcome {
  const random = generator(seed);
  const known = new Map<string, number>();
  const unknown: Disagreement[] = [];
  let accepted = 0;
  let refused = 0;
  for (let i = 0; i < cases; i++) {
    const xml = mutate(SEEDS[random(SEEDS.length)] as string, random);
    const ours = attempt(
      () => dump(xml),
      (error) => {
        if (!isXmlError(error)) throw error;
        return error.code;
      },
    );
    if (!xml.isWellFormed()) {
      // No bytes for libxml2: such a string cannot be encoded.
      if (ours.problem === undefined)
        unknown.push({ xml, ours: undefined, theirs: "lone surrogate", canonical: false });
      else refused++;
      continue;
    }
    const bytes = new TextEncoder().encode(xml);
    const fromBytes = attempt(
      () => dump(bytes),
      (error) => (isXmlError(error) ? error.code : String(error)),
    );
    const theirs = attempt(
      () => dumpByLibxml(bytes),
      (error) => String((error as Error).message).trim(),
    );
    const same = JSON.stringify(fromBytes.value) === JSON.stringify(theirs.value);
    if (same && fromBytes.value === undefined) refused++;
    else if (same && sameCanonicalForms(xml, bytes)) accepted++;
    else {
      const found = { xml, ours: fromBytes.problem, theirs: theirs.problem, canonical: same };
      const name = Object.keys(CLASSES).find((key) => CLASSES[key]?.fits(found));
      if (name === undefined) unknown.push(found);
      else known.set(name, (known.get(name) ?? 0) + 1);
    }
  }
  return { accepted, refused, known, unknown };
}

/** Of the document, and of its last element with the namespaces it inherits. */
function sameCanonicalForms(xml: string, bytes: Uint8Array): boolean {
  const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET });
  try {
    const elements = document.find("//*");
    const last = elements.at(-1);
    for (const [mode, libMode] of [
      ["c14n", XmlC14NMode.XML_C14N_1_0],
      ["exc-c14n", XmlC14NMode.XML_C14N_EXCLUSIVE_1_0],
    ] as const) {
      for (const comments of [true, false]) {
        const options = { mode: libMode, withComments: comments };
        const whole = attempt(() => document.canonicalizeToString(options), String);
        if (whole.value !== attempt(() => canonicalize(xml, { mode, comments }), String).value) return false;
        let left = elements.length;
        const part = attempt(() => last?.canonicalizeToString(options), String);
        const ours = attempt(() => canonicalize(xml, { mode, comments, select: () => --left === 0 }), String);
        if (part.value !== ours.value) return false;
      }
    }
    return true;
  } finally {
    document.dispose();
  }
}

function attempt<T>(
  run: () => T,
  explain: (error: unknown) => string,
): { readonly value?: T; readonly problem?: string } {
  try {
    return { value: run() };
  } catch (error) {
    return { problem: explain(error) };
  }
}
