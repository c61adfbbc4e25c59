/** An exact decimal: `units` × 10^-`scale`. */
export interface Decimal {
  readonly units: bigint;
  /** Number of fraction digits. */
  readonly scale: number;
}

/** Longest text read as a decimal; the longest field has 25 characters. */
const MAX_LENGTH = 64;
const SHAPE = /^([+-]?)(\d*)(?:\.(\d*))?$/u;

/** The decimal a text stands for, by the lexical rules of `xs:decimal`; nothing for any other text. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

/** A whole number as a decimal. */
export function wholeDecimal(value: number | bigint): Decimal {
  return { units: BigInt(value), scale: 0 };
}

/** 0. */
export const ZERO: Decimal = wholeDecimal(0);
/** 100: the whole, in percent. */
export const HUNDRED: Decimal = wholeDecimal(100);

/** Exact sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** Exact difference `a` - `b`. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, { units: -b.units, scale: b.scale });
}

/** Exact product; its scale is the sum of both. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The value without its sign. */
export function absoluteDecimal(a: Decimal): Decimal {
  return a.units < 0n ? { units: -a.units, scale: a.scale } : a;
}

/** Exact sum of any number of decimals, whatever their scales. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let sum = ZERO;
  for (const value of values) sum = addDecimals(sum, value);
  return sum;
}

/** Below zero when `a` is less than `b`, zero when they are equal (1.0 and 1.00 are). */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Plain notation, e.g. `-0.050`. */
export function formatDecimal(value: Decimal): string {
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, "0");
  const sign = value.units < 0n ? "-" : "";
  if (value.scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}
