import type { SoapVersion } from "../envelope/names.ts";
import type { TypeDescriptor } from "../gen1.ts";
import type { EncodeContext } from "./encode-context.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import type { Step } from "./trail.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** Writes the particles of one object. */
export type Writer = (object: Fields, context: EncodeContext) => void;

/** Writes one value as an element whose name is fixed in advance. */
export type ValueWriter = (value: unknown, context: EncodeContext, step: Step | undefined, index: number) => void;

/** Writes an object of a complex type between tags that its caller chose. */
export type ComplexWriter = (
  value: unknown,
  context: EncodeContext,
  tags: Tags,
  step: Step | undefined,
  index: number,
) => void;

/** What writers of one place have in common: they are made once for each. */
export interface Scope {
  /** Namespace that prefix `n` stands for; `""` while it stands for none. */
  readonly bound: string;
  /** SOAP encoding of that version, if any: every value says its type. */
  readonly encoded: SoapVersion | undefined;
  /** Makes the writer of a type's values. */
  readonly values: (type: TypeDescriptor, tags: Tags, element: { name: string; ns: string }) => ValueWriter;
}

/** Start and end tag of an element. */
export interface Tags {
  /** Without `>`. */
  readonly open: string;
  readonly close: string;
  /** Of the content. */
  readonly scope: Scope;
}

/** An element's tags. The default namespace is never used, so that raw content and unqualified names need no care. */
export function tagsOf(name: string, ns: string, scope: Scope): Tags {
  if (ns === "") return { open: `<${name}`, close: `</${name}>`, scope };
  if (ns === scope.bound) return { open: `<n:${name}`, close: `</n:${name}>`, scope };
  return {
    open: `<n:${name} xmlns:n="${escapeAttribute(ns)}"`,
    close: `</n:${name}>`,
    scope: { ...scope, bound: ns },
  };
}

export const NIL = ' xsi:nil="true">';

export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export function escaped(text: string, context: EncodeContext): string {
  const out = escapeText(text);
  return context.lineBreaks === "ncr" ? out.replaceAll("\n", "&#10;") : out;
}

export function declarations(context: EncodeContext): string {
  return context
    .takeDeclarations()
    .map((ns, i) => ` xmlns:q${i}="${escapeAttribute(ns)}"`)
    .join("");
}

export function refuseUnknown(object: Fields, known: ReadonlySet<string>, context: EncodeContext): void {
  for (const key in object) {
    if (known.has(key) || object[key] === undefined || !Object.hasOwn(object, key)) continue;
    context.fail({ code: "unknown_property", actual: key.slice(0, 40) });
  }
}
