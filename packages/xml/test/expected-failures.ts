/** Cases of other people's suites that this package answers otherwise, each with the reason. An unexpected pass fails too. */
export const W3C_EXPECTED: Readonly<Record<string, string>> = {
  "o-p04pass1":
    "the case says NAMESPACE=no: names with several colons, which Namespaces in XML 1.0, section 4, forbids",
  "o-p05pass1":
    "the case says NAMESPACE=no: names that start with a colon, which Namespaces in XML 1.0, section 4, forbids",
};

/** Where libxml2 refuses what the specification allows. */
export const LIBXML_EXPECTED: Readonly<Record<string, string>> = {
  "rmt-ns10-012":
    "libxml2 wants a namespace name to be a URI; Namespaces in XML 1.0, section 2.2, compares it as a string only",
};

/** Vectors of canonicalization that this package does not claim, by reason. */
export const C14N_EXPECTED: Readonly<Record<string, readonly string[]>> = {
  "Canonical XML 1.1 is not offered: signatures of this field use 1.0 or exclusive": [
    "1-1-without-comments/example-2",
    "1-1-without-comments/example-6",
    "1-1-without-comments/xmlbase-c14n11spec3-102",
    "1-1-without-comments/xmlbase-prop-1",
    "1-1-without-comments/xmlbase-prop-2",
    "1-1-without-comments/xmlbase-prop-3",
    "1-1-without-comments/xmlbase-prop-4",
    "1-1-without-comments/xmlbase-prop-5",
    "1-1-without-comments/xmlbase-prop-6",
    "1-1-without-comments/xmlbase-prop-7",
    "1-1-without-comments/xmlid-prop-1",
    "1-1-without-comments/xmlid-prop-2",
    "1-1-without-comments/xmllang-prop-1",
    "1-1-without-comments/xmllang-prop-2",
    "1-1-without-comments/xmllang-prop-3",
    "1-1-without-comments/xmllang-prop-4",
    "1-1-without-comments/xmlspace-prop-1",
    "1-1-without-comments/xmlspace-prop-2",
    "1-1-without-comments/xmlspace-prop-3",
    "1-1-without-comments/xmlspace-prop-4",
  ],
  "the XPath picks single nodes out of elements; this package canonicalizes documents and elements": [
    "without-comments/merlin-c14n-two-01",
    "without-comments/merlin-c14n-two-02",
    "without-comments/merlin-c14n-two-03",
    "without-comments/merlin-c14n-two-04",
    "without-comments/merlin-c14n-two-05",
    "without-comments/merlin-c14n-two-06",
    "without-comments/merlin-c14n-two-07",
    "without-comments/merlin-c14n-two-08",
    "exc-without-comments/merlin-c14n-two-10",
    "exc-without-comments/merlin-c14n-two-11",
    "exc-without-comments/merlin-c14n-two-12",
    "exc-without-comments/merlin-c14n-two-13",
    "exc-without-comments/merlin-c14n-two-14",
    "exc-without-comments/merlin-c14n-two-17",
    "exc-without-comments/merlin-c14n-two-19",
    "exc-without-comments/merlin-c14n-two-20",
    "exc-without-comments/merlin-c14n-two-21",
    "exc-without-comments/merlin-c14n-two-22",
    "exc-without-comments/merlin-c14n-two-23",
    "exc-without-comments/merlin-c14n-two-24",
    "exc-without-comments/merlin-c14n-two-26",
  ],
};
