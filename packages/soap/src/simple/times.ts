import type { Builtin } from "./builtin.ts";
import { compareInstants, type DateKind, dateKey, isDate, parseDate } from "./date-time.ts";
import {
  compareDurations,
  durationKey,
  isDayTimeDuration,
  isDuration,
  isYearMonthDuration,
  parseDuration,
} from "./duration.ts";

function date(kind: DateKind, accept: (text: string) => boolean = (text) => isDate(kind, text)): Builtin {
  return {
    lexical: accept,
    key: (text) => dateKey(kind, text),
    against: (bound) => {
      const limit = parseDate(kind, bound);
      return (text) => compareInstants(parseDate(kind, text), limit);
    },
    whiteSpace: "collapse",
  };
}
function duration(lexical: (text: string) => boolean): Builtin {
  return {
    lexical,
    key: durationKey,
    against: (bound) => {
      const limit = parseDuration(bound);
      return (text) => compareDurations(parseDuration(text), limit);
    },
    whiteSpace: "collapse",
  };
}
/** Built-in types of dates, times and durations. */
export const TIMES: Readonly<Record<string, Builtin>> = {
  duration: duration(isDuration),
  yearMonthDuration: duration(isYearMonthDuration),
  dayTimeDuration: duration(isDayTimeDuration),
  dateTime: date("dateTime"),
  dateTimeStamp: date("dateTime", (text) => isDate("dateTime", text) && /(?:Z|[+-]\d\d:\d\d)$/.test(text)),
  date: date("date"),
  time: date("time"),
  gYearMonth: date("gYearMonth"),
  gYear: date("gYear"),
  gMonthDay: date("gMonthDay"),
  gDay: date("gDay"),
  gMonth: date("gMonth"),
};
