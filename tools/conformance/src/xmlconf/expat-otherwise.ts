/**
 * Documents that expat refuses because it keeps the name tables of the fourth edition: XML 1.0 fifth edition, productions
 * 4 and 4a, allows their names.
 */
export const EXPAT_OTHERWISE: ReadonlySet<string> = new Set([
  "well-formed/x-rmt5-014",
  "well-formed/x-rmt5-016",
  "well-formed/x-rmt5-019",
  "cut/x-ibm-1-0.5-valid-P04-ibm04av01.xml",
  "well-formed/ibm-invalid-P89-ibm89n06.xml",
  "well-formed/ibm-invalid-P89-ibm89n07.xml",
  "well-formed/ibm-invalid-P89-ibm89n08.xml",
  "well-formed/ibm-invalid-P89-ibm89n09.xml",
  "well-formed/ibm-invalid-P89-ibm89n10.xml",
  "well-formed/ibm-invalid-P89-ibm89n11.xml",
  "well-formed/ibm-invalid-P89-ibm89n12.xml",
]);
