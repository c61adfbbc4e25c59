import { daysFromCivil } from "./date-time.ts";

/** Durations: months and seconds apart, partially ordered as XML Schema says (3.2.6.2). */

const DURATION =
  /^(-)?P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?$/;

export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** `yearMonthDuration` of XML Schema 1.1. */
export function isYearMonthDuration(text: string): boolean {
  return /^-?P(?=.)(?:\d+Y)?(?:\d+M)?$/.test(text);
}

/** `dayTimeDuration` of XML Schema 1.1. */
export function isDayTimeDuration(text: string): boolean {
  return isDuration(text) && !/^[^T]*[YM]/.test(text);
}

/** A duration taken apart. `seconds` is rounded down, `fraction` the digits above it without trailing zeros. */
export interface Duration {
  readonly months: bigint;
  readonly seconds: bigint;
  readonly fraction: string;
}

export function parseDuration(text: string): Duration {
  const match = DURATION.exec(text) as RegExpExecArray;
  const number = (index: number): bigint => BigInt(match[index] ?? 0);
  let months = number(2) * 12n + number(3);
  let seconds = number(4) * 86_400n + number(5) * 3600n + number(6) * 60n + number(7);
  let fraction = (match[8] ?? "").replace(/0+$/, "");
  if (match[1]) {
    months = -months;
    seconds = -seconds;
    if (fraction !== "") {
      seconds -= 1n;
      fraction = complement(fraction);
    }
  }
  return { months, seconds, fraction };
}

/** Digits of 1 − 0.`digits`. */
function complement(digits: string): string {
  let out = "";
  for (let i = 0; i < digits.length - 1; i++) out += 9 - Number(digits[i]);
  return out + (10 - Number(digits.at(-1)));
}

// The four starting points the specification compares at: [year, month].
const STARTS: readonly (readonly [bigint, number])[] = [
  [1696n, 9],
  [1697n, 2],
  [1903n, 3],
  [1903n, 7],
];

/** Less than, equal or more than 0; `undefined` where the order depends on the starting point. */
export function compareDurations(a: Duration, b: Duration): number | undefined {
  let result: number | undefined;
  for (const [year, month] of STARTS) {
    const at = (d: Duration): bigint => {
      const total = year * 12n + BigInt(month - 1) + d.months;
      const y = total >= 0n || total % 12n === 0n ? total / 12n : total / 12n - 1n;
      return daysFromCivil(y, Number(total - y * 12n) + 1, 1) * 86_400n + d.seconds;
    };
    const [x, y] = [at(a), at(b)];
    const here = x !== y ? (x < y ? -1 : 1) : a.fraction === b.fraction ? 0 : a.fraction < b.fraction ? -1 : 1;
    if (result === undefined) result = here;
    else if (result !== here) return undefined;
  }
  return result;
}

/** One text for each value. */
export function durationKey(text: string): string {
  const { months, seconds, fraction } = parseDuration(text);
  return `${months}|${seconds}.${fraction}`;
}
