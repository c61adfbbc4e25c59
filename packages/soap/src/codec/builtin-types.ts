import type { SimpleDescriptor } from "../gen1.ts";
import { BUILTINS } from "../simple/builtin.ts";

const LISTS: Readonly<Record<string, string>> = { IDREFS: "IDREF", ENTITIES: "ENTITY", NMTOKENS: "NMTOKEN" };

const made = new Map<string, SimpleDescriptor | undefined>();

/** One of XML Schema's own simple types by local name; its values are texts, lists and booleans. */
export function builtinType(local: string): SimpleDescriptor | undefined {
  if (!made.has(local)) made.set(local, describe(local));
  return made.get(local);
}

function describe(local: string): SimpleDescriptor | undefined {
  const item = Object.hasOwn(LISTS, local) ? LISTS[local] : undefined;
  if (item !== undefined) {
    const items: SimpleDescriptor = { k: "simple", name: item, builtin: item, js: "string" };
    return { k: "simple", name: local, builtin: "anySimpleType", js: "list", minLength: 1, item: items };
  }
  const builtin = Object.hasOwn(BUILTINS, local) ? BUILTINS[local] : undefined;
  if (!builtin) return undefined;
  const js = local === "boolean" ? "boolean" : "string";
  return { k: "simple", name: local, builtin: local, js, ws: builtin.whiteSpace };
}

/** What each built-in type restricts; all others restrict `anyAtomicType`. */
const PARENTS: Readonly<Record<string, string>> = {
  normalizedString: "string",
  token: "normalizedString",
  language: "token",
  NMTOKEN: "token",
  Name: "token",
  NCName: "Name",
  ID: "NCName",
  IDREF: "NCName",
  ENTITY: "NCName",
  integer: "decimal",
  nonPositiveInteger: "integer",
  negativeInteger: "nonPositiveInteger",
  nonNegativeInteger: "integer",
  positiveInteger: "nonNegativeInteger",
  long: "integer",
  int: "long",
  short: "int",
  byte: "short",
  unsignedLong: "nonNegativeInteger",
  unsignedInt: "unsignedLong",
  unsignedShort: "unsignedInt",
  unsignedByte: "unsignedShort",
  yearMonthDuration: "duration",
  dayTimeDuration: "duration",
  dateTimeStamp: "dateTime",
};

/** Whether one built-in type is the other or a restriction of it. */
export function isBuiltinWithin(local: string, ancestor: string): boolean {
  if (ancestor === "anySimpleType" || ancestor === "anyAtomicType") return true;
  for (let t: string | undefined = local; t !== undefined; t = PARENTS[t]) if (t === ancestor) return true;
  return false;
}

/**
 * Whether a simple type may stand where another is declared.
 *
 * @param bases - Names of the types that it derives from, `{ns}local`.
 */
export function mayStandFor(type: SimpleDescriptor, bases: readonly string[], declared: SimpleDescriptor): boolean {
  if (declared.js === "union" && declared.members?.some((m) => mayStandFor(type, bases, m))) return true;
  if (declared.name !== undefined) {
    return type.name === declared.name || bases.some((base) => base.slice(base.indexOf("}") + 1) === declared.name);
  }
  if (isRestricted(declared)) return false;
  if (declared.builtin === "anySimpleType" && declared.js === "string") return true;
  return type.js !== "list" && type.js !== "union" && isBuiltinWithin(type.builtin, declared.builtin);
}

/** An anonymous type of its own: nothing can name it or derive from it. */
function isRestricted(d: SimpleDescriptor): boolean {
  return (
    d.js === "list" ||
    d.js === "union" ||
    (d.enum ?? d.patterns ?? d.length ?? d.minLength ?? d.maxLength ?? d.totalDigits ?? d.fractionDigits) !==
      undefined ||
    (d.minInclusive ?? d.maxInclusive ?? d.minExclusive ?? d.maxExclusive) !== undefined
  );
}
