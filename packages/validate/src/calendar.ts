const MS_PER_DAY = 86_400_000;
const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const SATURDAY = 6;

/** Day number (days since 1970-01-01) of `yyyy-MM-dd`; nothing when the text has another shape or no such day exists. */
export function parseDay(text: string): number | undefined {
  const match = DAY_SHAPE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 0;
  return exists ? date.getTime() / MS_PER_DAY : undefined;
}

/** `yyyy-MM-dd` of a day number. */
export function formatDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The same day of the month `months` later; the last day of the month where there is no such day. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MS_PER_DAY);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.getTime() / MS_PER_DAY;
}

/** `count` days later that are no Saturday or Sunday. Public holidays are not known here. */
export function addWorkingDays(day: number, count: number): number {
  let at = day;
  for (let left = count; left > 0; ) {
    at++;
    const weekday = new Date(at * MS_PER_DAY).getUTCDay();
    if (weekday !== 0 && weekday !== SATURDAY) left--;
  }
  return at;
}
