/** An exact decimal number: `digits` × 10^-`scale`, without trailing zeros in the fraction. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** A decimal from its parts, trailing zeros of the fraction taken off. */
export function decimal(digits: bigint, scale: number): Decimal {
  let d = digits;
  let s = scale;
  while (s > 0 && d % 10n === 0n) {
    d /= 10n;
    s--;
  }
  return { digits: d, scale: s };
}

/** Reads `[+-]?digits[.digits]`; the form is not checked. */
export function parseDecimal(text: string): Decimal {
  const negative = text.startsWith("-");
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const cut = fraction.replace(/0+$/, "");
  const digits = BigInt(whole + cut === "" ? "0" : whole + cut);
  return { digits: negative ? -digits : digits, scale: cut.length };
}

function align(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

/** -1, 0 or 1. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** a + b. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return decimal(x + y, scale);
}

/** Number of digits, leading zeros and trailing zeros of the fraction not counted. */
export function countDigits(value: Decimal): number {
  const text = (value.digits < 0n ? -value.digits : value.digits).toString();
  return text === "0" ? Math.max(1, value.scale) : Math.max(text.length, value.scale);
}
