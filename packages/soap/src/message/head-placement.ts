import { START, XmlReader } from "@coo/xml";
import { escapeAttribute } from "../codec/escape.ts";
import type { HeaderBlock } from "../envelope/envelope.ts";
import type { HttpHeaders } from "../envelope/media-type.ts";
import { SoapError } from "../errors.ts";
import { HeadCollector, type HeadField, type HeadLimits, readHeadFields, writeHeadFields } from "./head.ts";

/*
 * Heads outside the payload: in a SOAP header block `Head` of the service namespace, or in HTTP headers
 * `x-coo-provider-code` … with percent-encoded values.
 */

/** The header block with the fields. */
export function writeHeadBlock(head: readonly HeadField[], ns: string, name = "Head"): string {
  return `<h:${name} xmlns:h="${escapeAttribute(ns)}">${writeHeadFields(head)}</h:${name}>`;
}

/** Fields of the one header block that carries the head. */
export function readHeadBlock(
  blocks: readonly HeaderBlock[],
  ns: string,
  limits: HeadLimits,
  name = "Head",
): readonly HeadField[] {
  const found = blocks.filter((b) => b.name === name && b.ns === ns);
  const [only] = found;
  if (!only || found.length > 1) {
    const count = found.length;
    throw new SoapError(
      "SOAP_HEAD",
      `expected one header block ${name} in "${ns}", found ${count}`,
      `应有且只有一个消息头 ${name},实际为 ${count} 个`,
    );
  }
  const reader = new XmlReader(only.xml);
  if (reader.next() !== START) throw new SoapError("SOAP_HEAD", "the head is empty", "报文头为空");
  const collector = new HeadCollector(limits);
  readHeadFields(reader, collector);
  return collector.fields;
}

const PREFIX = "x-coo-";

/** Name of the HTTP header for a field. */
export function headHeaderName(field: string): string {
  return PREFIX + field.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
}

export function writeHeadHeaders(head: readonly HeadField[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of head) headers[headHeaderName(name)] = encodeURIComponent(value);
  return headers;
}

/** Fields from HTTP headers, in schema order, then others in the order of their names. */
export function readHeadHeaders(
  headers: HttpHeaders,
  order: readonly string[],
  limits: HeadLimits,
): readonly HeadField[] {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(headers)) {
    const name = key.toLowerCase();
    // The signature of the profile that signs raw bytes stands beside the head.
    if (!name.startsWith(PREFIX) || name === "x-coo-signature" || name === "x-coo-provider" || value === undefined)
      continue;
    if (values.has(name) || typeof value !== "string") {
      if (typeof value !== "string" && value.length === 1 && !values.has(name)) {
        values.set(name, value[0] as string);
        continue;
      }
      throw new SoapError("SOAP_HEAD", `header ${name.slice(0, 60)} stands twice`, `HTTP 头 ${name.slice(0, 60)} 重复`);
    }
    values.set(name, value);
  }
  const collector = new HeadCollector(limits);
  const take = (field: string, header: string): void => {
    const text = values.get(header);
    if (text === undefined) return;
    values.delete(header);
    collector.add(field, decodeValue(text, header));
  };
  for (const field of order) take(field, headHeaderName(field));
  for (const header of [...values.keys()].sort()) take(fieldName(header), header);
  return collector.fields;
}

function fieldName(header: string): string {
  return header.slice(PREFIX.length).replace(/-([a-z])/g, (_, c: string) => c.toUpperCase());
}

function decodeValue(text: string, header: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SoapError(
      "SOAP_HEAD",
      `header ${header.slice(0, 60)} is not percent-encoded UTF-8`,
      `HTTP 头 ${header.slice(0, 60)} 不是百分号编码的 UTF-8`,
    );
  }
}
