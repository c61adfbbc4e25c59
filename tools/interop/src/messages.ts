import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { documents } from "@coo/msg-document";
import { enterprise } from "@coo/msg-enterprise";
import { goods } from "@coo/msg-goods";
import { seals } from "@coo/msg-seal";
import {
  type AnyOperation,
  DEFAULT_WIRE_PROFILE,
  decodeElement,
  encodeElement,
  fromJson,
  type HeadField,
  readPayload,
  type WireProfile,
} from "@coo/soap";
import type { MessageDescriptor, ServiceDescriptor } from "@coo/soap/gen1";

const root = new URL("../../../", import.meta.url);

export const services = [enterprise, documents, goods, seals] as const;

/** Path of a WSDL of the reference edition. */
export function wsdlFile(name: "exchange.wsdl" | "push.wsdl"): string {
  return fileURLToPath(new URL(`schemas/2018-07/${name}`, root));
}

const operations = new Map<string, AnyOperation>(
  services.flatMap((service: ServiceDescriptor) => Object.entries(service.operations)),
);

/** The generated descriptor of an operation. */
export function operationOf(name: string): AnyOperation {
  const found = operations.get(name);
  if (found === undefined) throw new Error(`no operation ${name}`);
  return found;
}

/** Names of all operations of one direction, in interface order. */
export function operationNames(direction: "call" | "push"): readonly string[] {
  return [...operations.values()]
    .filter((operation) => operation.direction === direction)
    .sort((a, b) => (a.no ?? 0) - (b.no ?? 0))
    .map((operation) => operation.name);
}

/** A file of the demo's applications as an object. */
export function application(name: string, message: MessageDescriptor<unknown>): object {
  const file = new URL(`examples/demo/applications/${name}.json`, root);
  return fromJson(message, JSON.parse(readFileSync(file, "utf8"))) as object;
}

/** Files of a message's samples. */
export function sampleFiles(message: MessageDescriptor<unknown>): readonly string[] {
  return readdirSync(new URL(`schemas/2018-07/samples/${message.name}/`, root))
    .filter((file) => file.endsWith(".xml"))
    .sort();
}

/** The body of a sample of the reference edition as an object; by default the first realistic one. */
export function sample(message: MessageDescriptor<unknown>, file?: string): object {
  const files = sampleFiles(message);
  const name = file ?? files[2];
  if (name === undefined) throw new Error(`no realistic sample of ${message.name}`);
  const xml = readFileSync(new URL(`schemas/2018-07/samples/${message.name}/${name}`, root), "utf8");
  const kind = message.name.endsWith("Request") ? "Request" : "Response";
  const { bodyText: body, bodyNamespaces: namespaces } = readPayload(xml, kind);
  const { value } = decodeElement(message, body, { element: { name: "Body", ns: "" }, namespaces, strict: true });
  return value as object;
}

/** A body as the text that a string payload carries. */
export function bodyText(message: MessageDescriptor<unknown>, body: object): string {
  return encodeElement(message, body, { element: { name: "Body", ns: "" }, wire: DEFAULT_WIRE_PROFILE });
}

/** Head fields of a request but the signature. */
export function requestHead(
  operation: string,
  message: {
    readonly providerCode: string;
    readonly messageId: string;
    readonly now: number;
    readonly time?: WireProfile["time"];
  },
): readonly HeadField[] {
  return [
    ["providerCode", message.providerCode],
    ["service", operation],
    ["version", "1.0"],
    ["messageId", message.messageId],
    ["timestamp", timestamp(message.now, message.time)],
    ["nonceStr", message.messageId.slice(0, 16).toUpperCase()],
    ["signType", "HMAC-SHA256"],
  ];
}

/** Head fields of a successful answer but the signature. */
export function answerHead(message: {
  readonly providerCode: string;
  readonly messageId: string;
  readonly now: number;
}): readonly HeadField[] {
  return [
    ["providerCode", message.providerCode],
    ["messageId", message.messageId],
    ["timestamp", timestamp(message.now)],
    ["returnCode", "0000"],
    ["returnMessage", "成功"],
    ["nonceStr", "N0NCEN0NCEN0NCE0"],
    ["signType", "HMAC-SHA256"],
  ];
}

/** A moment as the head says it, in Asia/Shanghai where the form has no zone; by default 14 digits. */
export function timestamp(ms: number, form: WireProfile["time"] = "yyyyMMddHHmmss"): string {
  if (form === "epoch-milliseconds") return String(ms);
  if (form === "epoch-seconds") return String(Math.floor(ms / 1000));
  return form === "yyyyMMddHHmmss" ? dateTime(ms).replace(/\D/g, "") : dateTime(ms);
}

/** `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai. */
export function dateTime(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}
