/** A difference between judges that was looked into, and why it stands. */
export interface KnownDifference {
  readonly name: string;
  /** The clause that decides, or what the judge cannot do. */
  readonly reason: string;
  readonly matches: (said: string) => boolean;
}

/** Schemas that libxml2 takes and Xerces does not. */
export const REFUSED_BY_XERCES: readonly KnownDifference[] = [
  {
    name: "import of XML Schema's own namespace",
    reason:
      "src-import.3.1: a document of the corpus imports the namespace of XML Schema from a file of another one; libxml2 passes over it, and nothing refers to it",
    matches: (said) => /src-import\.3\.1: The namespace attribute, 'http:\/\/www\.w3\.org\/2001\/XMLSchema'/.test(said),
  },
  {
    name: "one name with two types in one content model",
    reason:
      "cos-element-consistent (XML Schema part 1, 3.8.6): several changes of one place can leave such a schema; libxml2 does not check the constraint",
    matches: (said) => said.startsWith("refused: cos-element-consistent:"),
  },
  {
    name: "a restriction whose particles do not fit those of its base",
    reason:
      "cos-particle-restrict (XML Schema part 1, 3.9.6): a change in a base type can leave restrictions of it that are none; libxml2 does not compare particles, and XML Schema 1.1 says it by what is valid",
    matches: (said) => /^refused: (?:rcase-|derivation-ok-restriction\.5)/.test(said),
  },
];

/** Documents on which libxml2 and Xerces differ; `said` has what each of them finds wrong, a line each. */
export const DIFFERENT_VERDICTS: readonly KnownDifference[] = [
  {
    name: "a URI that is a scheme alone, or not escaped",
    reason:
      "XML Schema 1.0 part 2, 3.2.17 goes by RFC 2396, where something has to follow the scheme; libxml2 goes by RFC 3986, and XML Schema 1.1 takes every text",
    matches: (said) => /^libxml2: valid\nXerces: .*cvc-datatype-valid.*is not a valid value for 'anyURI'/s.test(said),
  },
  {
    name: "a wildcard with an upper bound inside of a repeated group",
    reason:
      "XML Schema part 1, 3.8.4: each repetition of a sequence is valid by itself; the JDK's Xerces counts what a wildcard took over all repetitions, (a, any{0,2}){3} refuses a e a e a e; libxml2 and xmlschema take it",
    matches: (said) => /^libxml2: valid\nXerces: (?:invalid: )?cvc-complex-type\.2\.4\.d\.1/.test(said),
  },
];

/** Kinds of changes that break types by their rule and of which no program shows it. */
export const SILENT_TYPES: Readonly<Record<string, string>> = {
  "derived-type-added":
    "the first type that may stand for another one leaves the old type without a tag to switch on, and its objects are also of the old type; from the second on an exhaustive switch breaks",
  "mixed-added":
    "of a type without elements nothing is lost for a reader, its text alone is new; where there are elements their properties go",
  "block-removed": "as derived-type-added: what was blocked becomes the first type of its kind",
};

/** The entry for what was said; `null` when nobody has looked into it. */
export function knownDifference(list: readonly KnownDifference[], said: string): KnownDifference | null {
  return list.find((d) => d.matches(said)) ?? null;
}
