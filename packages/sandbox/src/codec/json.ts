import type { MessageDescriptor, Particle, SimpleDescriptor, TypeDescriptor } from "@coo/soap/gen1";
import type { Body } from "../records.ts";
import { type ValueSettings, writeSimple } from "./simple.ts";

/**
 * A body in the JSON form of `answer: "json-string"`: members named like the elements, in schema order; texts, dates,
 * decimals and bytes as strings, integers as numbers, booleans as such or as the wire settings write them. The value
 * must have passed `encodeBody`.
 */
export function jsonBody(message: MessageDescriptor<unknown>, value: Body, settings: ValueSettings): string {
  return JSON.stringify(toJson(resolve(message.type), value, settings));
}

function resolve<T>(given: T | (() => T)): T {
  return typeof given === "function" ? (given as () => T)() : given;
}

function toJson(type: TypeDescriptor, value: unknown, settings: ValueSettings): unknown {
  if (type.k === "simple") return scalar(type, value, settings);
  if (type.k === "anyType" || typeof value !== "object" || value === null) return value;
  const out: Record<string, unknown> = {};
  const source = value as Record<string, unknown>;
  for (const attribute of type.attrs ?? []) {
    if (source[attribute.prop] !== undefined)
      out[attribute.name] = scalar(attribute.type, source[attribute.prop], settings);
  }
  collect(type.content, source, settings, out);
  return out;
}

function scalar(type: SimpleDescriptor, value: unknown, settings: ValueSettings): unknown {
  if (type.js === "number") return value;
  if (type.js === "boolean" && settings.booleans === "true-false") return value;
  const written = writeSimple(type, value, settings);
  return "text" in written ? written.text : undefined;
}

function collect(
  particle: Particle | undefined,
  value: Body,
  settings: ValueSettings,
  out: Record<string, unknown>,
): void {
  if (particle === undefined || particle.k === "any") return;
  if (particle.k !== "el") {
    const rounds = particle.prop === undefined ? [value] : ((value[particle.prop] ?? []) as readonly Body[]);
    for (const round of rounds) for (const item of particle.items) collect(item, round, settings, out);
    return;
  }
  const given = value[particle.prop];
  if (given === undefined) return;
  const type = resolve(particle.type);
  if (particle.max === 1) out[particle.name] = given === null ? null : toJson(type, given, settings);
  else if ((given as readonly unknown[]).length > 0) {
    out[particle.name] = (given as readonly unknown[]).map((item) =>
      item === null ? null : toJson(type, item, settings),
    );
  }
}
