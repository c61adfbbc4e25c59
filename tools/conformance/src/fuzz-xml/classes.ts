import type { Disagreement } from "./compare.ts";

/** A way in which readers may disagree. */
export interface DisagreementClass {
  /** The clause of the specification that decides, and who departs from it. */
  readonly clause: string;
  readonly fits: (found: Disagreement) => boolean;
}

/** Every known way. Everything else is a bug of ours until shown otherwise. */
export const CLASSES: Readonly<Record<string, DisagreementClass>> = {
  doctype: {
    clause:
      "SOAP 1.1, section 3: a message must not contain a DTD; ours refuses every one (XML_DTD), well-formed or not",
    fits: (d) => d.ours === "XML_DTD",
  },
  "namespace name that is no URI": {
    clause:
      "Namespaces in XML 1.0, 2.2 and 3: names are compared as strings; being a URI is no namespace constraint; libxml2 demands it",
    fits: (d) =>
      d.reader === "libxml2" && d.ours === undefined && /is not a valid URI|is not absolute/.test(d.theirs ?? ""),
  },
  "version number without digits": {
    clause: "XML 1.0, production 26: VersionNum is '1.' followed by at least one digit; libxml2 takes '1.'",
    fits: (d) =>
      d.reader === "libxml2" && d.ours === "XML_MALFORMED" && /^<\?xml\s+version\s*=\s*["']1\.["']/.test(d.xml),
  },
  "unknown name of an encoding": {
    clause:
      "XML 1.0, 4.3.3: an encoding that the processor cannot process is a fatal error; libxml2 and slimdom read on",
    fits: (d) => d.ours === "XML_ENCODING" && d.theirs === undefined,
  },
  "markup in a namespace name, canonical forms": {
    clause:
      "Canonical XML 1.0, 2.3: namespace nodes are written as attribute nodes are, escaped; libxml2 writes & as it is",
    fits: (d) => d.reader === "c14n" && /xmlns[^=]*=\s*(?:"[^"]*&[^"]*"|'[^']*[&"][^']*')/.test(d.xml),
  },
  "local name that no name starts with": {
    clause:
      "Namespaces in XML 1.0, productions 10 and 4: the local part is an NCName; slimdom takes any name characters",
    fits: (d) =>
      d.reader === "slimdom" &&
      d.ours === "XML_NAMESPACE" &&
      d.theirs === undefined &&
      /[</\s][^\s<>"'=/:]+:(?:[-.0-9\u00b7\u203f\u2040]|[\u0300-\u036f])/.test(d.xml),
  },
  "U+FEFF at the start of a text": {
    clause: "XML 1.0, 4.3.3: only the first character of an entity is a mark; the binding's text decoder drops others",
    fits: (d) => d.reader === "libxml2" && d.ours === undefined && d.theirs === undefined && d.xml.includes("\ufeff"),
  },
};
