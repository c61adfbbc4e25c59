// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.
import * as z from "zod";
import type {
  ForecastResponseDaySchema,
  ForecastResponseSchema,
  ForecastSchema,
  QuotaSchema,
  ReportResponseSchema,
  ReportSchema,
  SessionExpiredSchema,
  SessionSchema,
  UnknownCitySchema,
} from "./weather.schema.ts";
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

/** Without `readonly`: schemas give arrays that may be changed, since freezing what was parsed helps nobody. */
type Plain = string | number | boolean | null | undefined | Uint8Array;
type Mutable<T> = T extends Plain ? T : T extends readonly (infer I)[] ? Mutable<I>[] : { -readonly [K in keyof T]: Mutable<T[K]> };
/** Both ways assignable: the interface says what the schema says. */
type Agrees<A, B> = [A] extends [B] ? ([B] extends [A] ? true : ["the schema is wider", A]) : ["the schema is narrower", A];
type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {
  [I in keyof Pairs]: Agrees<Mutable<Pairs[I][0]>, Mutable<Pairs[I][1]>>;
};
type AllTrue<T extends readonly true[]> = T;

/** Compiles only while every interface and its schema agree. */
export type Agreement = AllTrue<Agree<[
  [Forecast, z.output<typeof ForecastSchema>],
  [ForecastResponse, z.output<typeof ForecastResponseSchema>],
  [ForecastResponseDay, z.output<typeof ForecastResponseDaySchema>],
  [UnknownCity, z.output<typeof UnknownCitySchema>],
  [Report, z.output<typeof ReportSchema>],
  [Session, z.output<typeof SessionSchema>],
  [Quota, z.output<typeof QuotaSchema>],
  [SessionExpired, z.output<typeof SessionExpiredSchema>],
  [ReportResponse, z.output<typeof ReportResponseSchema>],
]>>;
