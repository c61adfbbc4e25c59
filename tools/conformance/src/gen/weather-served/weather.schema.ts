// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.
import * as z from "zod";
import type {
  Forecast,
  ForecastResponse,
  ForecastResponseDay,
  Quota,
  Report,
  ReportResponse,
  Session,
  SessionExpired,
  UnknownCity,
} from "./weather.ts";

const string_: z.ZodString = /*@__PURE__*/ z.string().regex(/^[\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/v);
const date: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:(?:-?(?!0000)(?:[1-9]\d{3,}|0\d{3})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|-?(?!0000)(?:\d{2,}(?:0[48]|[2468][048]|[13579][26])|\d*(?:[02468][048]|[13579][26])00)-02-29)(?:Z|[+\-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?)$/v, "不是合法的 xs:date · not a valid xs:date");
const decimal: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:[+\-]?(?:\d+(?:\.\d*)?|\.\d+))$/v, "不是合法的 xs:decimal · not a valid xs:decimal");
const dateTime: z.ZodString = /*@__PURE__*/ z.string().regex(/^(?:(?:-?(?!0000)(?:[1-9]\d{3,}|0\d{3})-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|-?(?!0000)(?:\d{2,}(?:0[48]|[2468][048]|[13579][26])|\d*(?:[02468][048]|[13579][26])00)-02-29)T(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)(?:Z|[+\-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?)$/v, "不是合法的 xs:dateTime · not a valid xs:dateTime");

/** Checks the shape of {@link Forecast}. */
export const ForecastSchema: z.ZodObject<{
  city: z.ZodString;
  days: z.ZodInt;
}> = /*@__PURE__*/ z.strictObject({
  city: string_,
  days: z.int().min(-2147483648).max(2147483647),
});

/** Checks the shape of {@link ForecastResponse}. */
export const ForecastResponseSchema: z.ZodObject<{
  day: z.ZodArray<z.ZodLazy<z.ZodType<ForecastResponseDay>>>;
}> = /*@__PURE__*/ z.strictObject({
  day: z.array(z.lazy((): z.ZodType<ForecastResponseDay> => ForecastResponseDaySchema)).min(1),
});

/** Checks the shape of {@link ForecastResponseDay}. */
export const ForecastResponseDaySchema: z.ZodObject<{
  date: z.ZodString;
  highest: z.ZodString;
}> = /*@__PURE__*/ z.strictObject({
  date: date,
  highest: decimal,
});

/** Checks the shape of {@link UnknownCity}. */
export const UnknownCitySchema: z.ZodObject<{
  city: z.ZodString;
  nearest: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  city: string_,
  nearest: string_.exactOptional(),
});

/** Checks the shape of {@link Report}. */
export const ReportSchema: z.ZodObject<{
  city: z.ZodString;
  highest: z.ZodString;
}> = /*@__PURE__*/ z.strictObject({
  city: string_,
  highest: decimal,
});

/** Checks the shape of {@link Session}. */
export const SessionSchema: z.ZodObject<{
  token: z.ZodString;
  expires: z.ZodExactOptional<z.ZodString>;
}> = /*@__PURE__*/ z.strictObject({
  token: string_,
  expires: dateTime.exactOptional(),
});

/** Checks the shape of {@link Quota}. */
export const QuotaSchema: z.ZodObject<{
  left: z.ZodInt;
}> = /*@__PURE__*/ z.strictObject({
  left: z.int().min(-2147483648).max(2147483647),
});

/** Checks the shape of {@link SessionExpired}. */
export const SessionExpiredSchema: z.ZodObject<{
  since: z.ZodString;
}> = /*@__PURE__*/ z.strictObject({
  since: dateTime,
});

/** Checks the shape of {@link ReportResponse}. */
export const ReportResponseSchema: z.ZodObject<Record<never, never>> = /*@__PURE__*/ z.strictObject({});
