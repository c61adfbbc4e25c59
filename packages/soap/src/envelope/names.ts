import type { WireProfile } from "../wire-profile.ts";

export type SoapVersion = WireProfile["soapVersion"];

/** Namespaces of the envelope. */
export const ENVELOPE_NS: Readonly<Record<SoapVersion, string>> = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
};

/** Namespaces of SOAP encoding. */
export const ENCODING_NS: Readonly<Record<SoapVersion, string>> = {
  "1.1": "http://schemas.xmlsoap.org/soap/encoding/",
  "1.2": "http://www.w3.org/2003/05/soap-encoding",
};

/** Media types of messages. */
export const MEDIA_TYPE: Readonly<Record<SoapVersion, string>> = {
  "1.1": "text/xml",
  "1.2": "application/soap+xml",
};
