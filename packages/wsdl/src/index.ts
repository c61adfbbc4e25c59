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
export { isWsdlError, WsdlError } from "./errors.ts";
export { type LoadOptions, loadModel, loadModelFrom, type MemoryDocument } from "./load.ts";
export type * from "./model.ts";
export { nameKey, SOAP_ENCODING_NS, SOAP12_ENCODING_NS, WSDL_NS, XML_NS, XSD_NS, XSI_NS } from "./names.ts";
export { type PatternOptions, translatePattern } from "./pattern.ts";
export type { RuleId, WsdlErrorCode } from "./rules.ts";
