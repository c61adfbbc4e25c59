// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.
import type { Headed, OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import {
  ForecastDescriptor,
  ForecastMessage,
  ForecastResponseDescriptor,
  ForecastResponseMessage,
  QuotaDescriptor,
  ReportDescriptor,
  ReportMessage,
  SessionDescriptor,
  SessionExpiredDescriptor,
  UnknownCityMessage,
  type Forecast,
  type ForecastResponse,
  type Quota,
  type Report,
  type Session,
  type SessionExpired,
} from "./weather.ts";

/** Service WeatherService: what a client or receiver is given. */
export const weatherService: ServiceDescriptor<{
  /** we receive it. */
  forecast: OperationDescriptor<Forecast, ForecastResponse, "push"> & Headed<{ readonly session?: Session }, { readonly quota?: Quota }, { readonly expired?: SessionExpired }>;
  /** we receive it. */
  report: OperationDescriptor<Report, undefined, "push">;
}> = {
  k: "service",
  name: "WeatherService",
  edition: "",
  namespace: "urn:example:weather",
  operations: {
    forecast: {
      k: "operation",
      name: "forecast",
      direction: "push",
      effect: "write",
      request: ForecastMessage,
      response: ForecastResponseMessage,
      faults: [UnknownCityMessage],
      bindings: [
        {
          port: "WeatherPort",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "urn:example:weather/forecast",
          input: {
            name: "forecast",
            ns: "urn:example:weather",
            parts: [
              {
                name: "parameters",
                element: { name: "forecast", ns: "urn:example:weather" },
                type: ForecastDescriptor,
              },
            ],
          },
          output: {
            name: "forecastResponse",
            ns: "urn:example:weather",
            parts: [
              {
                name: "parameters",
                element: { name: "forecastResponse", ns: "urn:example:weather" },
                type: ForecastResponseDescriptor,
              },
            ],
          },
          headers: [
            { name: "session", element: { name: "session", ns: "urn:example:weather" }, type: SessionDescriptor },
          ],
          outputHeaders: [
            { name: "quota", element: { name: "quota", ns: "urn:example:weather" }, type: QuotaDescriptor },
          ],
          headerFaults: [
            {
              name: "expired",
              element: { name: "sessionExpired", ns: "urn:example:weather" },
              type: SessionExpiredDescriptor,
            },
          ],
          shape: "typed",
        },
      ],
    },
    report: {
      k: "operation",
      name: "report",
      direction: "push",
      effect: "write",
      request: ReportMessage,
      response: { k: "message", name: "", type: { k: "complex", name: "", ns: "" } },
      bindings: [
        {
          port: "WeatherPort",
          soapVersion: "1.1",
          style: "document",
          use: "literal",
          soapAction: "urn:example:weather/report",
          input: {
            name: "report",
            ns: "urn:example:weather",
            parts: [
              { name: "parameters", element: { name: "report", ns: "urn:example:weather" }, type: ReportDescriptor },
            ],
          },
          shape: "typed",
        },
      ],
      oneWay: true,
    },
  },
};
