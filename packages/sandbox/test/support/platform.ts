import { createHmac } from "node:crypto";
import type { Sandbox } from "../../src/index.ts";
import { ENDPOINT, unescapeXml } from "./post.ts";

/** A message as the platform wrote it, and what came back; made by hand from templates, not by the sandbox's own writer. */
export interface Answered {
  readonly status: number;
  readonly returnCode: string;
  readonly returnMessage: string;
  /** Text of the Body element. */
  readonly body: string;
  /** The whole HTTP body. */
  readonly text: string;
}

/** Settings of one call; what is not given is right. */
export interface CallSettings {
  readonly messageId?: string;
  readonly timestamp?: string;
  readonly providerCode?: string;
  readonly key?: string;
  readonly service?: string;
  readonly version?: string;
  readonly signType?: string;
  readonly sign?: string;
}

let serial = 0;

/** 14 digits in Beijing. */
export function stamp(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace(/\D/g, "");
}

/** Profile P1 by its four lines. */
export function signP1(fields: Readonly<Record<string, string>>, body: string, key: string): string {
  const all: Record<string, string> = { ...fields, body };
  const names = Object.keys(all)
    .filter((name) => name !== "sign" && all[name] !== "")
    .sort();
  return createHmac("sha256", key)
    .update(`${names.map((name) => `${name}=${all[name]}`).join("&")}&key=${key}`)
    .digest("hex")
    .toUpperCase();
}

/** Escapes as XML asks. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The default shape of a request. */
export function requestText(
  operation: string,
  body: string,
  settings: CallSettings & { readonly now: number },
): string {
  const head = {
    providerCode: settings.providerCode ?? "TEST0001",
    service: settings.service ?? operation,
    version: settings.version ?? "1.0",
    messageId: settings.messageId ?? `m${String(++serial).padStart(8, "0")}`,
    timestamp: settings.timestamp ?? stamp(settings.now),
    signType: settings.signType ?? "HMAC-SHA256",
  };
  const sign = settings.sign ?? signP1(head, body, settings.key ?? "ccpit-demo-key-0001");
  const fields = Object.entries({ ...head, sign })
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");
  return wrap(operation, `<Request><Head>${fields}</Head>${body}</Request>`);
}

/** The envelope of the default shape around an inner text. */
export function wrap(operation: string, inner: string): string {
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><c:${operation} xmlns:c="urn:example:ccpit-coo:reference:v1"><requestXml>${escapeXml(inner)}</requestXml></c:${operation}></soap:Body></soap:Envelope>`;
}

/** Sends one call in the default shape; checks the answer's signature where there is one. */
export async function call(
  sandbox: Sandbox,
  operation: string,
  body: string,
  settings: CallSettings = {},
): Promise<Answered> {
  const text = requestText(operation, body, { ...settings, now: sandbox.clock.now() });
  const response = await sandbox.fetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
    body: new TextEncoder().encode(text),
  });
  return readAnswer(response.status, await response.text(), settings.key ?? "ccpit-demo-key-0001");
}

/** Takes a string answer apart by plain searches. */
export function readAnswer(status: number, text: string, key: string): Answered {
  const carried = /<responseXml>([\s\S]*)<\/responseXml>/.exec(text)?.[1];
  if (carried === undefined)
    return {
      status,
      returnCode: `fault ${/<faultstring>(.*?)<\/faultstring>/s.exec(text)?.[1] ?? ""}`,
      returnMessage: "",
      body: "",
      text,
    };
  const inner = unescapeXml(carried);
  const head = /<Head>([\s\S]*?)<\/Head>/.exec(inner)?.[1] ?? "";
  const fields = Object.fromEntries(
    [...head.matchAll(/<(\w+)>([\s\S]*?)<\/\1>/g)].map(([, name, value]) => [name, unescapeXml(value ?? "")]),
  ) as Record<string, string>;
  const body = /<\/Head>([\s\S]*)<\/Response>/.exec(inner)?.[1] ?? "";
  if (fields["sign"] !== signP1(fields, body, key))
    throw new Error(`answer not signed with this key: ${inner.slice(0, 600)}`);
  return { status, returnCode: fields["returnCode"] ?? "", returnMessage: fields["returnMessage"] ?? "", body, text };
}

/** Values of all elements with this name. */
export function values(body: string, name: string): string[] {
  return [...body.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, "g"))].map((match) =>
    unescapeXml(match[1] ?? ""),
  );
}
