import { SoapError } from "../errors.ts";
import { MEDIA_TYPE, type SoapVersion } from "./names.ts";

/** HTTP headers in the forms that frameworks hand them over. Names are compared without case. */
export type HttpHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One header's value, `undefined` when it is absent. Several lines are joined with a comma, as HTTP says. */
export function headerValue(headers: HttpHeaders, name: string): string | undefined {
  const wanted = name.toLowerCase();
  let found: string | undefined;
  for (const key in headers) {
    if (key.length !== wanted.length || (key !== wanted && key.toLowerCase() !== wanted)) continue;
    const value = Object.hasOwn(headers, key) ? headers[key] : undefined;
    if (value === undefined || (typeof value !== "string" && value.length === 0)) continue;
    const text = typeof value === "string" ? value : value.join(", ");
    found = found === undefined ? text : `${found}, ${text}`;
  }
  return found;
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

/** What a SOAP message's content type says beside its type. */
interface SoapMedia {
  readonly charset: string | undefined;
  readonly action: string | undefined;
}

/** The last content type that was right: peers say the same with every message. */
let last: { readonly value: string; readonly version: SoapVersion; readonly found: SoapMedia } = {
  value: "",
  version: "1.1",
  found: { charset: undefined, action: undefined },
};

/**
 * Checks that a message's content type is that of the SOAP version.
 *
 * @returns The charset parameter and, for SOAP 1.2, the action.
 * @throws {@link SoapError} `SOAP_MEDIA_TYPE`; `SOAP_MIME` for a message with attachments.
 */
export function checkMediaType(headers: HttpHeaders, version: SoapVersion): SoapMedia {
  const value = headerValue(headers, "content-type");
  if (value !== undefined && value === last.value && version === last.version) return last.found;
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
  const found = { charset: parsed.parameters.get("charset"), action: parsed.parameters.get("action") };
  if (value !== undefined && value.length < 256) last = { value, version, found };
  return found;
}

/** The content type of a message to be sent. */
export function contentType(version: SoapVersion, charset: string, action: string): string {
  const base = `${MEDIA_TYPE[version]}; charset=${charset}`;
  return version === "1.2" && action !== "" ? `${base}; action="${action.replace(/[\\"]/g, "\\$&")}"` : base;
}
