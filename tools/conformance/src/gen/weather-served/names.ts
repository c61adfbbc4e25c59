// @generated from weather.wsdl, sha256 f17b5a2e. Do not edit: change the schema, run `coo-codegen`.

/** What every component is called. Generating again reads this file, so that what is added later takes no name away. */
export const names: Readonly<Record<string, string>> = {
  "element {urn:example:weather}/forecast": "Forecast",
  "element {urn:example:weather}/forecastResponse": "ForecastResponse",
  "element {urn:example:weather}/forecastResponse/day": "ForecastResponseDay",
  "element {urn:example:weather}/quota": "Quota",
  "element {urn:example:weather}/report": "Report",
  "element {urn:example:weather}/session": "Session",
  "element {urn:example:weather}/sessionExpired": "SessionExpired",
  "element {urn:example:weather}/unknownCity": "UnknownCity",
  "file urn:example:weather": "weather",
  "message {urn:example:weather}Weather.report.Response": "ReportResponse",
  "message {urn:example:weather}forecast": "Forecast",
  "message {urn:example:weather}forecastResponse": "ForecastResponse",
  "message {urn:example:weather}report": "Report",
  "message {urn:example:weather}unknownCity": "UnknownCity",
  "service {urn:example:weather}Weather": "weatherService",
  "service {urn:example:weather}Weather.forecast": "forecast",
  "service {urn:example:weather}Weather.report": "report",
  "{urn:example:weather}Weather.report.Response": "ReportResponse"
};
