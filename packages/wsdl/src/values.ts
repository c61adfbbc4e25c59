import { addDecimals, compareDecimals, countDigits, type Decimal, decimal, parseDecimal } from "./decimals.ts";
import { isNCName } from "./names.ts";

/** A point in time or a duration as two independent amounts. */
type Duration = { readonly months: bigint; readonly seconds: Decimal };
type Moment = { readonly seconds: Decimal; readonly zoned: boolean };

/** A value of a primitive type. */
export type Value =
  | { readonly kind: "text"; readonly value: string; readonly length: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "decimal"; readonly value: Decimal }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "duration"; readonly value: Duration }
  | { readonly kind: "moment"; readonly value: Moment };

const ZONE = "(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?";
const YEAR = "(-?(?:[1-9]\\d{3,}|0\\d{3}))";
const MONTH = "(0[1-9]|1[0-2])";
const DAY = "(0[1-9]|[12]\\d|3[01])";
const TIME = "(?:([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d(?:\\.\\d+)?)|(24):(00):(00(?:\\.0+)?))";

const FORMS = {
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  float: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|-?INF|NaN)$/,
  duration: /^(-?)P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/,
  dateTime: new RegExp(`^${YEAR}-${MONTH}-${DAY}T${TIME}${ZONE}$`),
  date: new RegExp(`^${YEAR}-${MONTH}-${DAY}${ZONE}$`),
  time: new RegExp(`^${TIME}${ZONE}$`),
  gYearMonth: new RegExp(`^${YEAR}-${MONTH}${ZONE}$`),
  gYear: new RegExp(`^${YEAR}${ZONE}$`),
  gMonthDay: new RegExp(`^--${MONTH}-${DAY}${ZONE}$`),
  gDay: new RegExp(`^---${DAY}${ZONE}$`),
  gMonth: new RegExp(`^--${MONTH}${ZONE}$`),
  hexBinary: /^(?:[0-9a-fA-F]{2})*$/,
  base64Binary:
    /^(?:(?:[A-Za-z0-9+/] ?){4})*(?:(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=|[A-Za-z0-9+/] ?[AQgw] ?= ?=)?$/,
} as const;

/**
 * The value that `text` stands for in a primitive type; `null` when it is none of it. White space is processed already.
 */
export function parseValue(primitive: string, text: string): Value | null {
  switch (primitive) {
    case "boolean":
      return /^(?:true|false|0|1)$/.test(text) ? { kind: "boolean", value: text === "true" || text === "1" } : null;
    case "decimal":
      return FORMS.decimal.test(text) ? { kind: "decimal", value: parseDecimal(text) } : null;
    case "float":
    case "double": {
      if (!FORMS.float.test(text)) return null;
      const number = text === "INF" ? Infinity : text === "-INF" ? -Infinity : Number(text);
      return { kind: "float", value: primitive === "float" ? Math.fround(number) : number };
    }
    case "duration":
      return parseDuration(text);
    case "dateTime":
    case "date":
    case "time":
    case "gYearMonth":
    case "gYear":
    case "gMonthDay":
    case "gDay":
    case "gMonth":
      return parseMoment(primitive, text);
    case "hexBinary":
      return FORMS.hexBinary.test(text) ? { kind: "text", value: text.toUpperCase(), length: text.length / 2 } : null;
    case "base64Binary": {
      if (!FORMS.base64Binary.test(text)) return null;
      const bare = text.replaceAll(" ", "");
      const padding = bare.endsWith("==") ? 2 : bare.endsWith("=") ? 1 : 0;
      return { kind: "text", value: bare, length: (bare.length / 4) * 3 - padding };
    }
    case "QName":
    case "NOTATION":
      return text.split(":").length <= 2 && text.split(":").every(isNCName) ? textValue(text) : null;
    default:
      return textValue(text);
  }
}

function textValue(value: string): Value {
  let length = 0;
  for (let i = 0; i < value.length; i++) if ((value.charCodeAt(i) & 0xfc00) !== 0xdc00) length++;
  return { kind: "text", value, length };
}

function big(digits: string | undefined): bigint {
  return BigInt(digits ?? "0");
}

function parseDuration(text: string): Value | null {
  const found = FORMS.duration.exec(text);
  if (found === null) return null;
  const [, sign, years, months, days, hours, minutes, seconds] = found;
  const whole = ((big(days) * 24n + big(hours)) * 60n + big(minutes)) * 60n;
  const total = addDecimals({ digits: whole, scale: 0 }, parseDecimal(seconds ?? "0"));
  const monthCount = big(years) * 12n + big(months);
  if (sign === "-") {
    return { kind: "duration", value: { months: -monthCount, seconds: { digits: -total.digits, scale: total.scale } } };
  }
  return { kind: "duration", value: { months: monthCount, seconds: total } };
}

function parseMoment(primitive: keyof typeof FORMS, text: string): Value | null {
  const found = FORMS[primitive].exec(text);
  if (found === null) return null;
  const parts = [...found].slice(1);
  const take = (): string | undefined => parts.shift();
  let year = "2000";
  let month = "1";
  let day = "1";
  let clock: readonly [string, string, string] = ["0", "0", "0"];
  if (primitive !== "time") {
    if (primitive !== "gMonthDay" && primitive !== "gDay" && primitive !== "gMonth") year = take() ?? year;
    if (primitive !== "gYear" && primitive !== "gDay") month = take() ?? month;
    if (primitive === "dateTime" || primitive === "date" || primitive === "gMonthDay" || primitive === "gDay")
      day = take() ?? day;
  }
  if (primitive === "dateTime" || primitive === "time") {
    const six = parts.splice(0, 6);
    clock = [six[0] ?? six[3] ?? "0", six[1] ?? six[4] ?? "0", six[2] ?? six[5] ?? "0"];
  }
  const zone = take();
  const y = BigInt(year);
  if (/^-?0+$/.test(year)) return null;
  if (Number(day) > daysInMonth(y, Number(month))) return null;
  const days = daysFromCivil(y, Number(month), Number(day));
  const offset =
    zone === undefined || zone === "Z"
      ? 0
      : (zone.startsWith("-") ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)));
  const whole = days * 86_400n + BigInt(Number(clock[0]) * 3600 + Number(clock[1]) * 60 - offset * 60);
  return {
    kind: "moment",
    value: { seconds: addDecimals({ digits: whole, scale: 0 }, parseDecimal(clock[2])), zoned: zone !== undefined },
  };
}

function isLeap(year: bigint): boolean {
  return year % 4n === 0n && (year % 100n !== 0n || year % 400n === 0n);
}

function daysInMonth(year: bigint, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
function daysFromCivil(year: bigint, month: number, day: number): bigint {
  const y = month <= 2 ? year - 1n : year;
  const era = (y >= 0n ? y : y - 399n) / 400n;
  const yearOfEra = y - era * 400n;
  const dayOfYear = BigInt(Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1);
  return era * 146_097n + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear - 719_468n;
}

const FOURTEEN_HOURS: Decimal = { digits: 50_400n, scale: 0 };
const MINUS_FOURTEEN_HOURS: Decimal = { digits: -50_400n, scale: 0 };

/** -1, 0, 1, or `null` when the two cannot be compared. */
export function compareValues(a: Value, b: Value): number | null {
  if (a.kind === "decimal" && b.kind === "decimal") return compareDecimals(a.value, b.value);
  if (a.kind === "float" && b.kind === "float") {
    if (Number.isNaN(a.value) || Number.isNaN(b.value))
      return Number.isNaN(a.value) && Number.isNaN(b.value) ? 0 : null;
    return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  }
  if (a.kind === "moment" && b.kind === "moment") return compareMoments(a.value, b.value);
  if (a.kind === "duration" && b.kind === "duration") return compareDurations(a.value, b.value);
  if (a.kind === "text" && b.kind === "text") return a.value === b.value ? 0 : null;
  if (a.kind === "boolean" && b.kind === "boolean") return a.value === b.value ? 0 : null;
  return null;
}

function compareMoments(a: Moment, b: Moment): number | null {
  if (a.zoned === b.zoned) return compareDecimals(a.seconds, b.seconds);
  if (a.zoned) {
    const reversed = compareMoments(b, a);
    return reversed === null ? null : -reversed;
  }
  if (compareDecimals(addDecimals(a.seconds, FOURTEEN_HOURS), b.seconds) < 0) return -1;
  if (compareDecimals(addDecimals(a.seconds, MINUS_FOURTEEN_HOURS), b.seconds) > 0) return 1;
  return null;
}

/** Starting points from which durations are compared, part 2 section 3.2.6.2. */
const REFERENCES: readonly (readonly [bigint, number])[] = [
  [1696n, 9],
  [1697n, 2],
  [1903n, 3],
  [1903n, 7],
];

function compareDurations(a: Duration, b: Duration): number | null {
  const end = (d: Duration, [year, month]: readonly [bigint, number]): Decimal => {
    const total = year * 12n + BigInt(month - 1) + d.months;
    const y = total >= 0n ? total / 12n : (total - 11n) / 12n;
    const days = daysFromCivil(y, Number(total - y * 12n) + 1, 1);
    return addDecimals({ digits: days * 86_400n, scale: 0 }, d.seconds);
  };
  const results = new Set(REFERENCES.map((r) => compareDecimals(end(a, r), end(b, r))));
  const [only] = results;
  return results.size === 1 && only !== undefined ? only : null;
}

/** Length as the length facets count it: characters or bytes; `null` for types without length. */
export function valueLength(value: Value): number | null {
  return value.kind === "text" ? value.length : null;
}

/** Total and fraction digits of a decimal value; `null` for others. */
export function valueDigits(value: Value): { readonly total: number; readonly fraction: number } | null {
  return value.kind === "decimal"
    ? { total: countDigits(value.value), fraction: decimal(value.value.digits, value.value.scale).scale }
    : null;
}
