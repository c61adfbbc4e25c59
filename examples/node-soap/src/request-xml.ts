import { randomBytes, randomUUID } from "node:crypto";
import { formatTimestamp, PROFILES } from "@coo/sign";

/**
 * The text that goes into `requestXml`, without `sign`: the HTTP client adds it.
 *
 * @param body - The `Body` element's content, already XML.
 * @param now - Milliseconds since 1970.
 */
export function requestXml(service: string, providerCode: string, body: string, now: number = Date.now()): string {
  const head = {
    providerCode,
    service,
    version: "1.0",
    messageId: randomUUID().replaceAll("-", ""),
    timestamp: formatTimestamp(PROFILES.P1, now),
    nonceStr: randomBytes(8).toString("hex"),
    signType: "HMAC-SHA256",
  };
  const fields = Object.entries(head).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<Request><Head>${fields.join("")}</Head><Body>${body}</Body></Request>`;
}
