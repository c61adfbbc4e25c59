export {
  ANY_SIMPLE_TYPE,
  ANY_TYPE,
  type Builtin,
  builtinOf,
  builtins,
  builtinType,
  derivesFrom,
  varietyOf,
} from "./builtins.ts";
export type { DocumentOptions, LoadLimits, ReadDocument } from "./documents.ts";
export { greatestCount, isEmptiable, leastCount } from "./emptiable.ts";
export { isWsdlError, WsdlError } from "./errors.ts";
export { type LoadOptions, loadModel, loadModelFrom, type MemoryDocument } from "./load.ts";
export { type ResolvedLocation, resolveLocation } from "./location.ts";
export type * from "./model.ts";
export { nameKey, SOAP_ENCODING_NS, SOAP12_ENCODING_NS, WSDL_NS, XML_NS, XSD_NS, XSI_NS } from "./names.ts";
export { nearest } from "./nearest.ts";
export { type PatternOptions, translatePattern } from "./pattern.ts";
export { permittedIn } from "./permitted.ts";
export { RULES, type Rule, type RuleId, type WsdlErrorCode } from "./rules.ts";
export { simpleKey } from "./simple-key.ts";
export { normalizeSpace, readSimpleValue, sameValue, type TypedValue, whiteSpaceOf } from "./simple-values.ts";
export type { QualifiedAttribute, Scope, XNode } from "./tree.ts";
export { compareValues, parseValue, type Value } from "./values.ts";
export {
  allowsName,
  allowsNamespace,
  intersection,
  intersects,
  isSubset,
  type NamespaceSet,
  namespaceSet,
  union,
} from "./wildcards.ts";
