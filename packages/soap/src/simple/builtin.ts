import { decodeBase64, decodeHex, encodeBase64, encodeHex } from "./binary.ts";
import { compareDecimals, decimalKey, isDecimal, isInteger, parseDecimal } from "./decimal.ts";
import { isFloat, parseFloatText } from "./float.ts";
import { isLanguage, isName, isNcName, isNmtoken, parseClarkName } from "./names.ts";

/** What a built-in type of XML Schema allows, and how its values compare. Texts are white-space-normalised before. */
export interface Builtin {
  /** Whether the text is in the lexical space. */
  readonly lexical?: (text: string) => boolean;
  /** One text for each value; absent where the text itself is the value. */
  readonly key?: (text: string) => string;
  /** Order against a bound, prepared once. `undefined`: not comparable. Texts are valid. */
  readonly against?: (bound: string) => (text: string) => number | undefined;
  readonly whiteSpace: "preserve" | "replace" | "collapse";
  /** `number` in JavaScript must be whole. */
  readonly integer?: true;
  readonly decimal?: true;
  readonly float?: true;
  /** Facets of length count nothing. */
  readonly unmeasured?: true;
}

function decimalAgainst(bound: string): (text: string) => number {
  const limit = parseDecimal(bound);
  return (text) => compareDecimals(parseDecimal(text), limit);
}

function integer(min?: string, max?: string): Builtin {
  const low = min === undefined ? undefined : decimalAgainst(min);
  const high = max === undefined ? undefined : decimalAgainst(max);
  return {
    lexical: (text) => isInteger(text) && (!low || low(text) >= 0) && (!high || high(text) <= 0),
    key: decimalKey,
    against: decimalAgainst,
    whiteSpace: "collapse",
    integer: true,
    decimal: true,
  };
}

function token(lexical?: (text: string) => boolean): Builtin {
  return lexical ? { lexical, whiteSpace: "collapse" } : { whiteSpace: "collapse" };
}

function float(): Builtin {
  return {
    lexical: isFloat,
    key: (text) => String(parseFloatText(text)),
    against: (bound) => {
      const limit = parseFloatText(bound);
      return (text) => {
        const value = parseFloatText(text);
        // NaN equals itself and compares with nothing else.
        if (Number.isNaN(value) || Number.isNaN(limit)) return Object.is(value, limit) ? 0 : undefined;
        return value < limit ? -1 : value > limit ? 1 : 0;
      };
    },
    whiteSpace: "collapse",
    float: true,
  };
}

const ncName: Builtin = token(isNcName);
const qname: Builtin = {
  lexical: (text) => parseClarkName(text) !== undefined,
  whiteSpace: "collapse",
  unmeasured: true,
};

/** Built-in simple types by local name; those of dates, times and durations are added when their module is loaded. */
export const BUILTINS: Record<string, Builtin> = {
  anySimpleType: { whiteSpace: "preserve" },
  anyAtomicType: { whiteSpace: "preserve" },
  string: { whiteSpace: "preserve" },
  normalizedString: { whiteSpace: "replace" },
  token: token(),
  language: token(isLanguage),
  NMTOKEN: token(isNmtoken),
  Name: token(isName),
  NCName: ncName,
  ID: ncName,
  IDREF: ncName,
  ENTITY: ncName,
  anyURI: token(),
  boolean: {
    lexical: (text) => text === "true" || text === "false" || text === "1" || text === "0",
    key: (text) => (text === "true" || text === "1" ? "true" : "false"),
    whiteSpace: "collapse",
  },
  decimal: { lexical: isDecimal, key: decimalKey, against: decimalAgainst, whiteSpace: "collapse", decimal: true },
  integer: integer(),
  nonPositiveInteger: integer(undefined, "0"),
  negativeInteger: integer(undefined, "-1"),
  nonNegativeInteger: integer("0"),
  positiveInteger: integer("1"),
  long: integer("-9223372036854775808", "9223372036854775807"),
  int: integer("-2147483648", "2147483647"),
  short: integer("-32768", "32767"),
  byte: integer("-128", "127"),
  unsignedLong: integer("0", "18446744073709551615"),
  unsignedInt: integer("0", "4294967295"),
  unsignedShort: integer("0", "65535"),
  unsignedByte: integer("0", "255"),
  float: float(),
  double: float(),
  hexBinary: {
    lexical: (text) => decodeHex(text) !== undefined,
    key: (text) => text.toUpperCase(),
    whiteSpace: "collapse",
  },
  base64Binary: {
    lexical: (text) => decodeBase64(text) !== undefined,
    key: (text) => text.replaceAll(" ", ""),
    whiteSpace: "collapse",
  },
  QName: qname,
  NOTATION: qname,
};

/** Whether a built-in type is about dates, times or durations. */
export function isTime(name: string): boolean {
  return /^(?:date|time|g[DMY])|uration$/.test(name);
}

/** Octets of a text of a binary type; `undefined` when it is none. */
export function readBinary(builtin: string, text: string): Uint8Array | undefined {
  return builtin === "hexBinary" ? decodeHex(text) : decodeBase64(text);
}

/** Text of octets. */
export function writeBinary(builtin: string, bytes: Uint8Array): string {
  return builtin === "hexBinary" ? encodeHex(bytes) : encodeBase64(bytes);
}
