import type { ComplexDescriptor, Particle, RawElement } from "../gen1.ts";
import { forbiddenCharacter } from "../simple/characters.ts";
import { kindOf } from "../simple/simple-codec.ts";
import type { EncodeContext } from "./encode-context.ts";
import type { Fields, ValueWriter } from "./encode-scope.ts";
import { escapeText } from "./escape.ts";
import { isObject } from "./particles.ts";
import { rawProblem } from "./raw.ts";
import type { Step } from "./trail.ts";
import { allowsNamespace } from "./wildcard.ts";

export function rawWriter(element: { readonly name: string; readonly ns: string }): ValueWriter {
  return (value, context, step, index) => {
    if (!isRaw(value)) return context.fail({ code: "type", limit: "RawElement", actual: kindOf(value) }, step, index);
    if (value.name !== element.name || value.ns !== element.ns) {
      return context.fail({ code: "raw_xml", limit: `expected {${element.ns}}${element.name}` }, step, index);
    }
    writeRaw(value, context, step, index);
  };
}

export function isRaw(value: unknown): value is RawElement {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    typeof value["ns"] === "string" &&
    typeof value["xml"] === "string"
  );
}

export function writeRaw(raw: RawElement, context: EncodeContext, step: Step | undefined, index: number): void {
  const problem = rawProblem(raw);
  if (problem !== undefined) context.fail({ code: "raw_xml", limit: problem }, step, index);
  else context.out += raw.xml;
}

const MIXED: Step = { prop: "$mixed", name: "" };

export function writeMixed(type: ComplexDescriptor, object: Fields, context: EncodeContext): void {
  const value = object["$mixed"];
  if (value === undefined) return context.fail({ code: "required" }, MIXED);
  if (!Array.isArray(value)) return context.fail({ code: "type", limit: "array", actual: kindOf(value) }, MIXED);
  (value as unknown[]).forEach((part, index) => {
    if (typeof part === "string") {
      const forbidden = forbiddenCharacter(part);
      if (forbidden !== undefined) context.fail({ code: "character", actual: forbidden }, MIXED, index);
      else context.out += escapeText(part);
    } else if (!isRaw(part)) {
      context.fail({ code: "type", limit: "string | RawElement", actual: kindOf(part) }, MIXED, index);
    } else if (!mixedAllows(type, part.name, part.ns)) {
      context.fail({ code: "unexpected_element", actual: `<${part.name}>` }, MIXED, index);
    } else {
      writeRaw(part, context, MIXED, index);
    }
  });
}

/** Whether an element may stand in mixed content; its place in the order is not checked. */
export function mixedAllows(type: ComplexDescriptor, name: string, ns: string): boolean {
  if (!type.content) return false;
  const search = (particle: Particle): boolean => {
    if (particle.k === "any") return allowsNamespace(particle, ns);
    if (particle.k !== "el") return particle.items.some(search);
    const names = particle.substitutes ? particle.substitutes() : [particle];
    return names.some((n) => n.name === name && n.ns === ns);
  };
  return search(type.content);
}
