// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.
import type { Forecast, ForecastResponse, Report, ReportResponse, UnknownCity } from "./weather.ts";

/** A complete valid {@link Forecast} for tests; `overrides` replaces properties of it. */
export function buildForecast(overrides: Partial<Forecast> = {}): Forecast {
  const complete: Forecast = {
    city: "city",
    days: 1,
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link ForecastResponse} for tests; `overrides` replaces properties of it. */
export function buildForecastResponse(overrides: Partial<ForecastResponse> = {}): ForecastResponse {
  const complete: ForecastResponse = {
    day: [{
      date: "2018-07-01",
      highest: "1",
    }],
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link UnknownCity} for tests; `overrides` replaces properties of it. */
export function buildUnknownCity(overrides: Partial<UnknownCity> = {}): UnknownCity {
  const complete: UnknownCity = {
    city: "city",
    nearest: "nearest",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link Report} for tests; `overrides` replaces properties of it. */
export function buildReport(overrides: Partial<Report> = {}): Report {
  const complete: Report = {
    city: "city",
    highest: "1",
  };
  return { ...complete, ...overrides };
}

/** A complete valid {@link ReportResponse} for tests; `overrides` replaces properties of it. */
export function buildReportResponse(overrides: Partial<ReportResponse> = {}): ReportResponse {
  const complete: ReportResponse = {};
  return { ...complete, ...overrides };
}
