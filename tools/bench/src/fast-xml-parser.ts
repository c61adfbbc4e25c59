import { ApplyPreferentialCertificateRequestMessage } from "@coo/msg-document";
import { ApplyPreferentialCertificateRequestSchema } from "@coo/msg-document/schema";
import type { Particle, TypeDescriptor } from "@coo/soap/gen1";
import { XMLBuilder, XMLParser } from "fast-xml-parser";
import { compile } from "zod";
import type { Certificate } from "./messages.ts";

/** What a schema says and XML does not: without it a parser has texts only, and no list of one. */
const types = new Map<string, "boolean" | "number">();
const lists = new Set<string>();
collect(ApplyPreferentialCertificateRequestMessage.type);

const parser = new XMLParser({
  // Codes keep their zeros: only elements that are numbers in the schema become numbers.
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => lists.has(name),
  tagValueProcessor: (name, text) => {
    const type = types.get(name);
    if (type === undefined) return text;
    return type === "number" ? Number(text) : text === "true" || text === "1";
  },
});
const builder = new XMLBuilder({});

/** zod's parser of the generated schema as it is, and the one that `z.compile` makes of it. */
export const CHECKS: Readonly<Record<string, { parse(value: unknown): unknown }>> = {
  zod: ApplyPreferentialCertificateRequestSchema,
  "z.compile": compile(ApplyPreferentialCertificateRequestSchema, { strict: true }),
};

/** Reads a Body element and checks it. */
export function decodeWithParser(bytes: Buffer, check: { parse(value: unknown): unknown }): unknown {
  return check.parse(parser.parse(bytes.toString("utf8")).Body);
}

/** Checks a certificate and writes it as a Body element. */
export function encodeWithBuilder(certificate: Certificate, check: { parse(value: unknown): unknown }): string {
  return builder.build({ Body: check.parse(certificate) });
}

function collect(type: TypeDescriptor | (() => TypeDescriptor)): void {
  const resolved = typeof type === "function" ? type() : type;
  if (resolved.k === "complex" && resolved.content) collectElements(resolved.content);
}

function collectElements(particle: Particle): void {
  if (particle.k === "any") return;
  if (particle.k !== "el") {
    for (const item of particle.items) collectElements(item);
    return;
  }
  if (particle.max !== 1) lists.add(particle.name);
  const type = typeof particle.type === "function" ? particle.type() : particle.type;
  if (type.k === "simple" && (type.js === "boolean" || type.js === "number")) types.set(particle.name, type.js);
  collect(type);
}
