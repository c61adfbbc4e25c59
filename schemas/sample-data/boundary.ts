import type { EditionModel, FieldModel, SimpleModel } from "../xsd-model.ts";
import type { Fields, Value } from "./node.ts";

const XS = "{http://www.w3.org/2001/XMLSchema}";
// markup characters, quotes, a tab, Greek, full-width punctuation, blanks at both ends of a stretch; all within GBK
const FILL = " 边界值 <A & \"B\"> 'c' ]]>\t；№Ω（1）苏州Ｚ ";
const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, index) => index)).toString("base64");

/** Everything present and at its longest or largest; lists hold two items. */
export function longestBody(model: EditionModel, type: string): Fields {
  const complex = model.complex.get(type);
  if (!complex) throw new Error(`no complex type ${type}`);
  const fields = complex.kind === "choice" ? complex.fields.slice(-1) : complex.fields;
  return Object.fromEntries(fields.map((field) => [field.name, longest(model, field)]));
}

function longest(model: EditionModel, field: FieldModel): Value {
  const one: Value = model.complex.has(field.type)
    ? longestBody(model, field.type)
    : simpleValue(model, field.type, "longest");
  return field.max > 1 ? [one, one] : one;
}

/** Only what must be there, empty where that is allowed: nil, empty text, no items. */
export function shortestBody(model: EditionModel, type: string): Fields {
  const complex = model.complex.get(type);
  if (!complex) throw new Error(`no complex type ${type}`);
  const fields =
    complex.kind === "choice" ? complex.fields.slice(0, 1) : complex.fields.filter((field) => field.min > 0);
  return Object.fromEntries(fields.map((field) => [field.name, shortest(model, field)]));
}

function shortest(model: EditionModel, field: FieldModel): Value {
  if (field.nillable) return null;
  return model.complex.has(field.type) ? shortestBody(model, field.type) : simpleValue(model, field.type, "shortest");
}

function simpleValue(model: EditionModel, type: string, size: "longest" | "shortest"): string {
  const long = size === "longest";
  const builtIn: Record<string, readonly [longest: string, shortest: string]> = {
    [`${XS}int`]: ["2147483647", "-2147483648"],
    [`${XS}boolean`]: ["true", "false"],
    [`${XS}base64Binary`]: [ALL_BYTES, ""],
  };
  const pair = builtIn[type];
  if (pair) return long ? pair[0] : pair[1];
  const simple = model.simple.get(type);
  if (!simple) throw new Error(`no simple type ${type}`);
  if (simple.list) return long ? "C RC E K A H F 一般" : "";
  if (simple.enumeration.length > 0) return simple.enumeration.at(long ? -1 : 0) ?? "";
  if (simple.base === `${XS}decimal`) return long ? longestDecimal(simple) : "0";
  if (simple.pattern) return dateValue(type, long);
  return long ? fill(simple.maxLength ?? 40) : "";
}

function longestDecimal({ totalDigits, fractionDigits, pattern }: SimpleModel): string {
  if (totalDigits !== undefined && fractionDigits !== undefined) {
    return `${"9".repeat(totalDigits - fractionDigits)}.${"9".repeat(fractionDigits)}`;
  }
  const length = Number(/,(\d+)\}$/.exec(pattern ?? "")?.[1]);
  return `${"1234567890".repeat(3).slice(0, length - 4)}.005`;
}

function dateValue(type: string, long: boolean): string {
  const name = type.slice(type.indexOf("}") + 1);
  const day = long ? "9999-12-31" : "0001-01-01";
  if (name === "Date") return day;
  if (name === "OldDate" || name === "DateTime") return `${day} ${long ? "23:59:59" : "00:00:00"}`;
  throw new Error(`no boundary value for ${name}`);
}

function fill(length: number): string {
  const text = FILL.repeat(Math.ceil(length / FILL.length)).slice(0, length);
  // a short code stays a code
  return length <= 4 ? "贸Z9苏".slice(0, length) : text;
}
