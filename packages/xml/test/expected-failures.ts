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
