/** Dates and times of XML Schema 1.0: lexical check, order and equality, exact to any fraction of a second. */

export type DateKind = "dateTime" | "date" | "time" | "gYearMonth" | "gYear" | "gMonthDay" | "gDay" | "gMonth";

const ZONE = "(Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?";
const YEAR = "(-?(?:[1-9]\\d{3,}|0\\d{3}))";
const MONTH = "(0[1-9]|1[0-2])";
const DAY = "(0[1-9]|[12]\\d|3[01])";
const TIME = "(?:([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(?:\\.(\\d+))?|(24):00:00(?:\\.0+)?)";

// Groups, everywhere: year, month, day, hour, minute, second, fraction, 24, zone.
const FORMS: Readonly<Record<DateKind, RegExp>> = {
  dateTime: new RegExp(`^${YEAR}-${MONTH}-${DAY}T${TIME}${ZONE}$`),
  date: new RegExp(`^${YEAR}-${MONTH}-${DAY}()()()()()${ZONE}$`),
  time: new RegExp(`^()()()${TIME}${ZONE}$`),
  gYearMonth: new RegExp(`^${YEAR}-${MONTH}()()()()()()${ZONE}$`),
  gYear: new RegExp(`^${YEAR}()()()()()()()${ZONE}$`),
  gMonthDay: new RegExp(`^()--${MONTH}-${DAY}()()()()()${ZONE}$`),
  gDay: new RegExp(`^()()---${DAY}()()()()()${ZONE}$`),
  gMonth: new RegExp(`^()--${MONTH}()()()()()()${ZONE}$`),
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month. Years before the common era have no year 0 in front of them. */
function daysIn(year: bigint, month: number): number {
  if (month !== 2) return DAYS[month - 1] as number;
  const y = year < 0n ? year + 1n : year;
  return y % 4n === 0n && (y % 100n !== 0n || y % 400n === 0n) ? 29 : 28;
}

export function isDate(kind: DateKind, text: string): boolean {
  const match = FORMS[kind].exec(text);
  if (!match) return false;
  const [, year = "", month = "", day = ""] = match;
  // There is no year 0 in XML Schema 1.0.
  if (year !== "" && /^-?0+$/.test(year)) return false;
  if (month === "" || day === "") return true;
  // Without a year, 29 February can be.
  return Number(day) <= daysIn(year === "" ? 1972n : shortYear(year), Number(month));
}

/** A year of the same place in the 400-year cycle, cheap to compute with. */
function shortYear(text: string): bigint {
  if (text.length <= 9) return BigInt(text);
  return BigInt(`${text.startsWith("-") ? "-" : ""}1${text.slice(-8)}`);
}

/** A point on the time line: whole seconds and the fraction's digits without trailing zeros. */
export interface Instant {
  readonly seconds: bigint;
  readonly fraction: string;
  readonly zoned: boolean;
}

/** The point a valid text stands for; parts that its kind lacks are those of 31 December 1972. */
export function parseDate(kind: DateKind, text: string): Instant {
  const match = FORMS[kind].exec(text) as RegExpExecArray;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "", fraction = "", midnight, zone] = match;
  let y = year === "" ? 1972n : BigInt(year);
  if (y < 0n) y += 1n;
  const m = month === "" ? (kind === "gDay" ? 1 : kind === "time" ? 12 : 1) : Number(month);
  const d = day === "" ? (kind === "time" ? 31 : 1) : Number(day);
  let seconds = daysFromCivil(y, m, d) * 86_400n;
  if (midnight) seconds += 86_400n;
  else if (hour !== "") seconds += BigInt(Number(hour) * 3600 + Number(minute) * 60 + Number(second));
  if (kind === "time" && midnight) seconds -= 86_400n;
  if (zone && zone !== "Z") {
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
    seconds -= BigInt((zone.startsWith("-") ? -minutes : minutes) * 60);
  }
  return { seconds, fraction: fraction.replace(/0+$/, ""), zoned: zone !== undefined };
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, with a year 0. */
export function daysFromCivil(year: bigint, month: number, day: number): bigint {
  const y = month <= 2 ? year - 1n : year;
  const era = (y >= 0n ? y : y - 399n) / 400n;
  const yearOfEra = y - era * 400n;
  const dayOfYear = BigInt(Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1);
  const dayOfEra = yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear;
  return era * 146_097n + dayOfEra - 719_468n;
}

const FOURTEEN_HOURS = 50_400n;

/** Less than, equal or more than 0; `undefined` when only one has a time zone and fourteen hours could turn it round. */
export function compareInstants(a: Instant, b: Instant): number | undefined {
  if (a.zoned === b.zoned) return order(a.seconds, a.fraction, b.seconds, b.fraction);
  if (!a.zoned) {
    const reverse = compareInstants(b, a);
    return reverse === undefined ? undefined : -reverse;
  }
  if (order(a.seconds, a.fraction, b.seconds - FOURTEEN_HOURS, b.fraction) < 0) return -1;
  if (order(a.seconds, a.fraction, b.seconds + FOURTEEN_HOURS, b.fraction) > 0) return 1;
  return undefined;
}

function order(aSeconds: bigint, aFraction: string, bSeconds: bigint, bFraction: string): number {
  if (aSeconds !== bSeconds) return aSeconds < bSeconds ? -1 : 1;
  if (aFraction === bFraction) return 0;
  return aFraction < bFraction ? -1 : 1;
}

/** One text for each value. */
export function dateKey(kind: DateKind, text: string): string {
  const { seconds, fraction, zoned } = parseDate(kind, text);
  return `${zoned ? "Z" : "L"}${seconds}.${fraction}`;
}
