/** Decimals of any size as text: lexical check, comparison and digit counts without floating point. */

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const INTEGER = /^[+-]?\d+$/;

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

export function isInteger(text: string): boolean {
  return INTEGER.test(text);
}

/** A decimal taken apart: digits without leading (integer part) and trailing (fraction) zeros. */
export interface Decimal {
  readonly negative: boolean;
  readonly integer: string;
  readonly fraction: string;
}

/** Takes a valid decimal apart. Zero is never negative. */
export function parseDecimal(text: string): Decimal {
  let start = 0;
  const first = text.charCodeAt(0);
  if (first === 0x2b || first === 0x2d) start = 1;
  const dot = text.indexOf(".");
  const end = dot < 0 ? text.length : dot;
  while (start < end && text.charCodeAt(start) === 0x30) start++;
  let last = text.length;
  if (dot >= 0) while (last > dot + 1 && text.charCodeAt(last - 1) === 0x30) last--;
  const integer = text.slice(start, end);
  const fraction = dot < 0 ? "" : text.slice(dot + 1, last);
  return { negative: first === 0x2d && (integer !== "" || fraction !== ""), integer, fraction };
}

/** Less than 0, 0 or more than 0. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const size = compareMagnitudes(a, b);
  return a.negative ? -size : size;
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.integer.length !== b.integer.length) return a.integer.length - b.integer.length;
  if (a.integer !== b.integer) return a.integer < b.integer ? -1 : 1;
  if (a.fraction === b.fraction) return 0;
  return a.fraction < b.fraction ? -1 : 1;
}

/** One text for each value. */
export function decimalKey(text: string): string {
  const { negative, integer, fraction } = parseDecimal(text);
  return `${negative ? "-" : ""}${integer === "" ? "0" : integer}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Digits that count for `totalDigits`. */
export function totalDigits(text: string): number {
  const { integer, fraction } = parseDecimal(text);
  // 0.05 has one digit less than 0.50 only in the way it is written: zeros behind the point count.
  return Math.max(integer.length + fraction.length, 1);
}

/** Digits that count for `fractionDigits`. */
export function fractionDigits(text: string): number {
  return parseDecimal(text).fraction.length;
}
