import type { AnyParticle, ComplexDescriptor, RawElement } from "../gen1.ts";
import { forbiddenCharacter } from "../simple/characters.ts";
import { kindOf } from "../simple/simple-codec.ts";
import { checkAnyRaw, checkMixed, checkRaw } from "./check-written.ts";
import { listWriter } from "./encode-content.ts";
import type { EncodeContext } from "./encode-context.ts";
import type { Fields, ValueWriter, Writer } from "./encode-scope.ts";
import { escapeText } from "./escape.ts";
import { mixedAllows } from "./mixed.ts";
import { getter, isRaw } from "./particles.ts";
import { rawProblem } from "./raw.ts";
import type { Step } from "./trail.ts";
import { allowsName } from "./wildcard.ts";

export function rawWriter(element: { readonly name: string; readonly ns: string }): ValueWriter {
  return (value, context, step, index) => {
    if (!isRaw(value)) return context.fail({ code: "type", limit: "RawElement", actual: kindOf(value) }, step, index);
    if (value.name !== element.name || value.ns !== element.ns) {
      return context.fail({ code: "raw_xml", limit: `expected {${element.ns}}${element.name}` }, step, index);
    }
    if (writeRaw(value, context, step, index)) checkAnyRaw(value, context, step, index);
  };
}

/** Gives `false` when it cannot be written. */
export function writeRaw(raw: RawElement, context: EncodeContext, step: Step | undefined, index: number): boolean {
  const problem = rawProblem(raw);
  if (problem === undefined) context.out += raw.xml;
  else context.fail({ code: "raw_xml", limit: problem }, step, index);
  return problem === undefined;
}

const MIXED: Step = { prop: "$mixed", name: "" };

export function writeMixed(type: ComplexDescriptor, object: Fields, context: EncodeContext): void {
  const value = object["$mixed"];
  if (value === undefined) return context.fail({ code: "required" }, MIXED);
  if (!Array.isArray(value)) return context.fail({ code: "type", limit: "array", actual: kindOf(value) }, MIXED);
  const start = context.out.length;
  const before = context.trail.issues.length;
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
  // The content model is judged as a whole.
  if ((type.content ?? type.open) && context.trail.issues.length === before)
    checkMixed(type, context.out.slice(start), value, context, MIXED);
}

/** Writes the elements that a wildcard lets in. */
export function anyWriter(any: AnyParticle): Writer {
  const step: Step = { prop: any.prop, name: "" };
  return listWriter(getter(any.prop), step, any.min, any.max, (value, context, at, index) => {
    if (!isRaw(value)) return context.fail({ code: "type", limit: "RawElement", actual: kindOf(value) }, at, index);
    if (!allowsName(any, value.name, value.ns)) return context.fail({ code: "wildcard", actual: value.ns }, at, index);
    if (writeRaw(value, context, at, index)) checkRaw(value, any.process, context, at, index);
  });
}
