import { XmlReader } from "@coo/xml";
import { DecodeError, EncodeError } from "../errors.ts";
import type { ElementDescriptor, ElementParticle, SchemaRegistry, TypeDescriptor } from "../gen1.ts";
import { type Issue, shorten } from "../issue.ts";
import type { DecodeOptions } from "./decode.ts";
import { occurrenceReader } from "./decode-content.ts";
import { type Declarations, DecodeContext, type ValueReader } from "./decode-context.ts";
import { valueReader } from "./decode-type.ts";
import { DEFAULT_VALUE_WIRE, type ElementName, type EncodeOptions, rootScope, withRootDeclarations } from "./encode.ts";
import { occurrenceWriter } from "./encode-content.ts";
import { EncodeContext } from "./encode-context.ts";
import { tagsOf, type ValueWriter } from "./encode-scope.ts";
import { checkIds } from "./identity.ts";
import { instanceNode } from "./instance-tree.ts";
import { particleOf, Registry } from "./registry.ts";
import { Stop, Trail } from "./trail.ts";

/** A document read by the declarations of a registry. */
export interface DocumentValue {
  /** The root element. */
  readonly element: ElementName;
  /** As the messages of generated packages: an object, a simple value, a raw element, or `null` for xsi:nil. */
  readonly value: unknown;
}

const writers = new WeakMap<ElementParticle, { readonly at: number; readonly write: ValueWriter }>();

/** Looks declarations up and makes their readers, each once. */
class DeclaredReaders extends Registry implements Declarations {
  readonly #readers = new Map<ElementDescriptor, ValueReader>();

  reader(element: ElementDescriptor): ValueReader {
    let read = this.#readers.get(element);
    if (!read) {
      read = occurrenceReader(particleOf(element), valueReader);
      this.#readers.set(element, read);
    }
    return read;
  }

  typeReader(type: TypeDescriptor): ValueReader {
    return valueReader(type);
  }
}

const registries = new WeakMap<SchemaRegistry, DeclaredReaders>();

function declarationsOf(registry: SchemaRegistry): DeclaredReaders {
  let found = registries.get(registry);
  if (!found) {
    found = new DeclaredReaders(registry);
    registries.set(registry, found);
  }
  return found;
}

/** Issues that are collected at most. */
const MAX_ISSUES = 100;

/**
 * Reads a whole document by the global declarations of a schema and checks it: its root may be any global element, and
 * what strict and lax wildcards let in is checked too.
 *
 * @param registry - Generated registry.
 * @param xml - The document.
 * @throws {@link DecodeError} with issues when the document is not allowed; `XmlError` when it is no XML.
 */
export function decodeDocument(
  registry: SchemaRegistry,
  xml: string | Uint8Array,
  options: Omit<DecodeOptions, "element"> = {},
): DocumentValue {
  const reader = new XmlReader(xml, options.limits ? { limits: options.limits } : {});
  reader.next();
  const element: ElementName = { name: reader.local, ns: reader.ns };
  const trail = new Trail(element.name, element.name, {
    labels: options.labels,
    maxIssues: options.allErrors ? MAX_ISSUES : 1,
  });
  const lookup = declarationsOf(registry);
  const context = new DecodeContext(
    reader,
    { ...DEFAULT_VALUE_WIRE, ...options.wire },
    options.strict ?? true,
    trail,
    lookup,
  );
  let value: unknown;
  try {
    const declared = lookup.element(element.name, element.ns);
    if (declared) {
      if (lookup.ids) context.typed = new Map();
      value = lookup.reader(declared)(context, undefined, -1);
      if (lookup.ids && trail.issues.length === 0) {
        for (const broken of checkIds(instanceNode(declared, value, context))) context.fail(broken);
      }
      while (reader.next() !== 0);
    } else context.fail({ code: "root", actual: shown(element), limit: "a global element of the schema" });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  if (trail.issues.length > 0) throw new DecodeError(element.name, trail.issues);
  return { element, value };
}

/**
 * Writes a document whose root is a global element of a registry, checking it.
 *
 * @throws {@link EncodeError} with issues when the value is not allowed.
 */
export function encodeDocument(
  registry: SchemaRegistry,
  document: DocumentValue,
  options: Omit<EncodeOptions, "element" | "encoded"> = {},
): string {
  const context = run(registry, document, options);
  if (context.trail.issues.length > 0) throw new EncodeError(document.element.name, context.trail.issues);
  return context.out;
}

/** Every rule that a document breaks; empty when {@link encodeDocument} would write it. */
export function validateDocument(
  registry: SchemaRegistry,
  document: DocumentValue,
  options: Omit<EncodeOptions, "element" | "encoded"> = {},
): readonly Issue[] {
  return run(registry, document, options).trail.issues;
}

function run(
  registry: SchemaRegistry,
  document: DocumentValue,
  options: Omit<EncodeOptions, "element" | "encoded">,
): EncodeContext {
  const { element, value } = document;
  const trail = new Trail(element.name, element.name, {
    labels: options.labels,
    maxIssues: options.allErrors === false ? 1 : MAX_ISSUES,
  });
  const lookup = declarationsOf(registry);
  const context = new EncodeContext({ ...DEFAULT_VALUE_WIRE, ...options.wire }, options.strict ?? true, trail, lookup);
  try {
    const declared = lookup.element(element.name, element.ns);
    if (declared) {
      const particle = particleOf(declared);
      let writer = writers.get(particle);
      if (!writer) {
        const scope = rootScope(undefined);
        writer = {
          at: tagsOf(particle.name, particle.ns, scope).open.length,
          write: occurrenceWriter(particle, scope),
        };
        writers.set(particle, writer);
      }
      if (lookup.ids) context.typed = new Map();
      writer.write(value, context, undefined, -1);
      if (lookup.ids && trail.issues.length === 0) {
        for (const broken of checkIds(instanceNode(declared, value, context))) context.fail(broken);
      }
      withRootDeclarations(context, writer.at, "");
    } else context.fail({ code: "root", actual: shown(element), limit: "a global element of the schema" });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return context;
}

function shown(element: ElementName): string {
  return shorten(`{${element.ns}}${element.name}`, 80);
}
