// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.
import type { ComplexDescriptor, MessageDescriptor, SimpleDescriptor } from "@coo/soap/gen1";
import "@coo/soap/with/times";

/** Read only, not for construction. XSD weather.wsdl:7 */
export interface Forecast {
  /** XSD weather.wsdl:8 */
  city: string;
  /** XSD weather.wsdl:8 */
  days: number;
}

/** XSD weather.wsdl:10 */
export interface ForecastResponse {
  /** XSD weather.wsdl:11 */
  day: readonly ForecastResponseDay[];
}

/** XSD weather.wsdl:11 */
export interface ForecastResponseDay {
  /** XSD weather.wsdl:12 */
  date: string;
  /** XSD weather.wsdl:12 */
  highest: string;
}

/** XSD weather.wsdl:15 */
export interface UnknownCity {
  /** XSD weather.wsdl:16 */
  city: string;
  /** XSD weather.wsdl:16 */
  nearest?: string;
}

/** Read only, not for construction. XSD weather.wsdl:18 */
export interface Report {
  /** XSD weather.wsdl:19 */
  city: string;
  /** XSD weather.wsdl:19 */
  highest: string;
}

/** Read only, not for construction. XSD weather.wsdl:21 */
export interface Session {
  /** XSD weather.wsdl:22 */
  token: string;
  /** XSD weather.wsdl:22 */
  expires?: string;
}

/** XSD weather.wsdl:24 */
export interface Quota {
  /** XSD weather.wsdl:24 */
  left: number;
}

/** XSD weather.wsdl:25 */
export interface SessionExpired {
  /** XSD weather.wsdl:25 */
  since: string;
}

/** XSD weather.wsdl:39 */
export type ReportResponse = Record<never, never>;

const stringValue: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };
const intValue: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const dateValue: SimpleDescriptor = { k: "simple", builtin: "date", js: "string" };
const decimalValue: SimpleDescriptor = { k: "simple", builtin: "decimal", js: "string" };
const dateTimeValue: SimpleDescriptor = { k: "simple", builtin: "dateTime", js: "string" };

export const ForecastDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "forecast",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "city", name: "city", ns: "urn:example:weather", type: stringValue, min: 1, max: 1 },
      { k: "el", prop: "days", name: "days", ns: "urn:example:weather", type: intValue, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ForecastResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "forecastResponse",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [
      {
        k: "el",
        prop: "day",
        name: "day",
        ns: "urn:example:weather",
        type: () => ForecastResponseDayDescriptor,
        min: 1,
        max: -1,
      },
    ],
    min: 1,
    max: 1,
  },
};

export const ForecastResponseDayDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "day",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "date", name: "date", ns: "urn:example:weather", type: dateValue, min: 1, max: 1 },
      { k: "el", prop: "highest", name: "highest", ns: "urn:example:weather", type: decimalValue, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const UnknownCityDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "unknownCity",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "city", name: "city", ns: "urn:example:weather", type: stringValue, min: 1, max: 1 },
      { k: "el", prop: "nearest", name: "nearest", ns: "urn:example:weather", type: stringValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const ReportDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "report",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "city", name: "city", ns: "urn:example:weather", type: stringValue, min: 1, max: 1 },
      { k: "el", prop: "highest", name: "highest", ns: "urn:example:weather", type: decimalValue, min: 1, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const SessionDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "session",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [
      { k: "el", prop: "token", name: "token", ns: "urn:example:weather", type: stringValue, min: 1, max: 1 },
      { k: "el", prop: "expires", name: "expires", ns: "urn:example:weather", type: dateTimeValue, min: 0, max: 1 },
    ],
    min: 1,
    max: 1,
  },
};

export const QuotaDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "quota",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "left", name: "left", ns: "urn:example:weather", type: intValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const SessionExpiredDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "sessionExpired",
  ns: "urn:example:weather",
  content: {
    k: "seq",
    items: [{ k: "el", prop: "since", name: "since", ns: "urn:example:weather", type: dateTimeValue, min: 1, max: 1 }],
    min: 1,
    max: 1,
  },
};

export const ReportResponseDescriptor: ComplexDescriptor = {
  k: "complex",
  name: "ReportResponse",
  ns: "urn:example:weather",
};

/** Descriptor of the message Forecast: all that the codec needs. */
export const ForecastMessage: MessageDescriptor<Forecast> = {
  k: "message",
  name: "Forecast",
  type: ForecastDescriptor,
  element: { name: "forecast", ns: "urn:example:weather" },
};

/** Descriptor of the message ForecastResponse: all that the codec needs. */
export const ForecastResponseMessage: MessageDescriptor<ForecastResponse> = {
  k: "message",
  name: "ForecastResponse",
  type: ForecastResponseDescriptor,
  element: { name: "forecastResponse", ns: "urn:example:weather" },
};

/** Descriptor of the message UnknownCity: all that the codec needs. */
export const UnknownCityMessage: MessageDescriptor<UnknownCity> = {
  k: "message",
  name: "UnknownCity",
  type: UnknownCityDescriptor,
  element: { name: "unknownCity", ns: "urn:example:weather" },
};

/** Descriptor of the message Report: all that the codec needs. */
export const ReportMessage: MessageDescriptor<Report> = {
  k: "message",
  name: "Report",
  type: ReportDescriptor,
  element: { name: "report", ns: "urn:example:weather" },
};

/** Descriptor of the message ReportResponse: all that the codec needs. */
export const ReportResponseMessage: MessageDescriptor<ReportResponse> = {
  k: "message",
  name: "ReportResponse",
  type: ReportResponseDescriptor,
};
