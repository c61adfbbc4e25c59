import { readFileSync } from "node:fs";
import { type HttpAnswer, type HttpRequest, plainAnswer } from "./http-message.ts";
import { EXCHANGE_PATH, portPath, SERVICES_PATH } from "./ports.ts";

/** Files of the edition that are served, as they lie in this package's `schemas` folder. */
const FILES = ["exchange.wsdl", "push.wsdl", "common.xsd", "enterprise.xsd", "document.xsd", "goods.xsd", "seal.xsd"];

/**
 * Serves `?wsdl` (string and typed ports; addresses point here), `push?wsdl` (what the platform has to offer) and the
 * schemas they import.
 */
export function documentAnswer(request: HttpRequest, origin: string): HttpAnswer {
  const [path = "", query = ""] = request.path.split("?");
  const name = path.slice(SERVICES_PATH.length + 1);
  if (/^wsdl$/i.test(query)) {
    const file = name === "push" ? "push.wsdl" : "exchange.wsdl";
    return xmlAnswer(withAddresses(bundled(file), origin));
  }
  if (FILES.includes(name) && query === "") {
    return xmlAnswer(name.endsWith(".wsdl") ? withAddresses(bundled(name), origin) : bundled(name));
  }
  return plainAnswer(name.startsWith("exchange") || name === "push" ? 405 : 404);
}

function bundled(name: string): string {
  return readFileSync(new URL(`../schemas/2018-07/${name}`, import.meta.url), "utf8");
}

/** Lets each port's address point to the path that speaks it. */
function withAddresses(wsdl: string, origin: string): string {
  return wsdl.replace(
    /(<wsdl:port name="(\w+)"[^>]*>\s*<soap(?:12)?:address location=")[^"]*(")/g,
    (_, before: string, port: string, after: string) => `${before}${origin}${portPath(port) ?? EXCHANGE_PATH}${after}`,
  );
}

function xmlAnswer(text: string): HttpAnswer {
  return plainAnswer(200, text, "text/xml; charset=utf-8");
}
