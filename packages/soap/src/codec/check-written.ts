import { XmlReader } from "@coo/xml";
import type { ComplexDescriptor, RawElement } from "../gen1.ts";
import { makeContent } from "./decode-content.ts";
import { DecodeContext } from "./decode-context.ts";
import { readContent, valueReader } from "./decode-type.ts";
import { checkAnyType, checkWild, type Process } from "./decode-wild.ts";
import type { EncodeContext } from "./encode-context.ts";
import { type Step, Stop, Trail } from "./trail.ts";

/**
 * Checks elements that were written from text: they are read as a receiver would read them. What was read is kept for
 * constraints that reach into it.
 */
function check(
  xml: string,
  context: EncodeContext,
  owner: object,
  read: (context: DecodeContext) => unknown,
  step: Step | undefined,
  index: number,
): void {
  const reader = new XmlReader(xml);
  reader.next();
  const trail = new Trail("", reader.local, { maxIssues: 1 });
  const inner = new DecodeContext(reader, context, true, trail, context.registry);
  inner.typed = context.typed;
  try {
    const found = read(inner);
    if (found !== undefined) context.typed?.set(owner, found);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const [issue] = trail.issues;
  if (issue) context.fail({ code: "raw_xml", limit: `${issue.element}: ${issue.message}` }, step, index);
}

/** Mixed content: its elements must follow the content model. */
export function checkMixed(
  type: ComplexDescriptor,
  xml: string,
  parts: object,
  context: EncodeContext,
  step: Step,
): void {
  const content = makeContent(type, valueReader);
  const read = (inner: DecodeContext): unknown => {
    const fields = {};
    readContent(fields, inner, content, true);
    return fields;
  };
  check(`<mixed>${xml}</mixed>`, context, parts, read, step, -1);
}

/** An element that a wildcard let in, by the global declarations that the document is written with. */
export function checkRaw(
  raw: RawElement,
  process: Process,
  context: EncodeContext,
  step: Step | undefined,
  index: number,
): void {
  const { registry } = context;
  if (registry === undefined || process === "skip") return;
  check(raw.xml, context, raw, (inner) => checkWild(inner, registry, process, undefined, -1), step, index);
}

/** An element whose declaration allows any content. */
export function checkAnyRaw(raw: RawElement, context: EncodeContext, step: Step | undefined, index: number): void {
  const { registry } = context;
  if (registry === undefined) return;
  check(raw.xml, context, raw, (inner) => checkAnyType(inner, registry, undefined, -1), step, index);
}
