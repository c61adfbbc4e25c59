import { SoapError } from "../errors.ts";
import { MEDIA_TYPE, type SoapVersion } from "./names.ts";

/** HTTP headers in the forms that frameworks hand them over. Names are compared without case. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One header's value, `undefined` when it is absent. Several lines are joined with a comma, as HTTP says. */
export function headerValue(headers: HttpHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found: string[] = [];
  for (const [key, value] of Object.entries(headers)) {
    if (key.toLowerCase() !== wanted || value === undefined) continue;
    if (typeof value === "string") found.push(value);
    else found.push(...value);
  }
  return found.length === 0 ? undefined : found.join(", ");
}

/** A content type taken apart; type and parameter names in lower case. */
export interface MediaType {
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const TYPE = new RegExp(`^[ \\t]*(${TOKEN}/${TOKEN})[ \\t]*`);
const PARAMETER = new RegExp(`^;[ \\t]*(?:(${TOKEN})=(?:(${TOKEN})|"((?:[^"\\\\]|\\\\.)*)"))?[ \\t]*`, "s");

/** Takes a content type apart; `undefined` when it is malformed or names a parameter twice. */
export function parseMediaType(value: string): MediaType | undefined {
  const head = TYPE.exec(value);
  if (!head) return undefined;
  const parameters = new Map<string, string>();
  let rest = value.slice(head[0].length);
  while (rest !== "") {
    const match = PARAMETER.exec(rest);
    if (!match) return undefined;
    rest = rest.slice(match[0].length);
    if (match[1] === undefined) continue;
    const name = match[1].toLowerCase();
    if (parameters.has(name)) return undefined;
    parameters.set(name, match[2] ?? (match[3] as string).replace(/\\(.)/gs, "$1"));
  }
  return { type: (head[1] as string).toLowerCase(), parameters };
}

/**
 * Checks that a message's content type is that of the SOAP version.
 *
 * @returns The charset parameter and, for SOAP 1.2, the action.
 * @throws {@link SoapError} `SOAP_MEDIA_TYPE`; `SOAP_MIME` for a message with attachments.
 */
export function checkMediaType(
  headers: HttpHeaders,
  version: SoapVersion,
): { readonly charset: string | undefined; readonly action: string | undefined } {
  const value = headerValue(headers, "content-type");
  const expected = MEDIA_TYPE[version];
  const parsed = value === undefined ? undefined : parseMediaType(value);
  if (parsed?.type.startsWith("multipart/") || parsed?.type === "application/xop+xml")
    throw new SoapError(
      "SOAP_MIME",
      `content type ${parsed.type}: attachments (MIME, MTOM) are not spoken; have the sender put the envelope alone, with binary content as base64`,
      `内容类型为 ${parsed.type}:不支持附件(MIME、MTOM);请让发送方只发信封,二进制内容用 Base64 写在其中`,
    );
  if (!parsed || parsed.type !== expected) {
    const shown = value === undefined ? "none" : value.slice(0, 60);
    throw new SoapError(
      "SOAP_MEDIA_TYPE",
      `content type ${shown}, expected ${expected} for SOAP ${version}`,
      `内容类型为 ${shown},SOAP ${version} 应为 ${expected}`,
    );
  }
  return { charset: parsed.parameters.get("charset"), action: parsed.parameters.get("action") };
}

/** The content type of a message to be sent. */
export function contentType(version: SoapVersion, charset: string, action: string): string {
  const base = `${MEDIA_TYPE[version]}; charset=${charset}`;
  return version === "1.2" && action !== "" ? `${base}; action="${action.replace(/[\\"]/g, "\\$&")}"` : base;
}
