import type { HttpRequest } from "./http-message.ts";
import { resolveWire, type WireSettings } from "./wire/wire-profile.ts";

/** Where SOAP is spoken. */
export const SERVICES_PATH = "/services";
/** The address handed out: speaks the sandbox's wire profile. */
export const EXCHANGE_PATH: string = `${SERVICES_PATH}/exchange`;

/** Addresses that speak the four ports of the reference WSDL, whatever the sandbox's own profile is. */
const PORTS: Readonly<Record<string, Partial<WireSettings>>> = {
  string: { soapVersion: "1.1", payload: "escaped" },
  string12: { soapVersion: "1.2", payload: "escaped" },
  typed: { soapVersion: "1.1", payload: "typed" },
  typed12: { soapVersion: "1.2", payload: "typed" },
};

/** Path below which a port of the WSDL lies; `ExchangeTyped12` is at `/services/exchange/typed12`. */
export function portPath(portName: string): string | undefined {
  const key = /^(?:Exchange|Push)(String12|String|Typed12|Typed)$/.exec(portName)?.[1]?.toLowerCase();
  return key === undefined ? undefined : `${EXCHANGE_PATH}/${key}`;
}

/** The wire profile spoken at a path: the sandbox's own, or that of a port. */
export function wireAt(path: string, own: WireSettings): WireSettings {
  const last = path.split("?")[0]?.split("/").at(-1) ?? "";
  const port = Object.hasOwn(PORTS, last) ? PORTS[last] : undefined;
  return port === undefined ? own : resolveWire(port);
}

/** Tells whether a request asks for a document of the interface rather than for an answer. */
export function isDocumentRequest(request: HttpRequest): boolean {
  return request.method === "GET" || request.method === "HEAD";
}
