import {
  type ComplexType,
  type LoadOptions,
  loadModelFrom,
  type MemoryDocument,
  type Model,
  type Particle,
  type SimpleType,
  type WsdlError,
} from "../src/index.ts";

export const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';

/** A schema document of namespace `urn:t` (prefix `t`, also the default) around `body`. */
export function schema(body: string, attributes = 'targetNamespace="urn:t" xmlns="urn:t" xmlns:t="urn:t"'): string {
  return `<xs:schema ${XS} ${attributes}>${body}</xs:schema>`;
}

/** Loads one schema document around `body`. */
export function loadSchema(body: string, options: LoadOptions = {}): Model {
  return loadModelFrom([{ file: "t.xsd", content: schema(body) }], options);
}

/** Loads documents given as file name and content; the first is the entry. */
export function loadFiles(files: Readonly<Record<string, string>>, options: LoadOptions = {}): Model {
  return loadModelFrom(
    Object.entries(files).map(([file, content]): MemoryDocument => ({ file, content })),
    options,
  );
}

/** Rules that a schema around `body` breaks, in strict mode. */
export function brokenRules(body: string): string[] {
  return loadSchema(body, { strict: true, keepGoing: true }).problems.map((p) => p.rule);
}

/** The error that loading throws. */
export function failure(load: () => Model): WsdlError {
  try {
    load();
  } catch (error) {
    return error as WsdlError;
  }
  throw new Error("loading did not fail");
}

/** A WSDL document of namespace `urn:w` (prefix `w`) around `body`. */
export function wsdl(body: string): string {
  return `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" ${XS} xmlns:w="urn:w" xmlns:t="urn:t" targetNamespace="urn:w">${body}</definitions>`;
}

/** The complex type called by key, `{urn:t}T` by default. */
export function complexType(model: Model, key = "{urn:t}T"): ComplexType {
  const type = model.schemas.types.get(key);
  if (type?.kind !== "complex") throw new Error(`${key} is no complex type`);
  return type;
}

/** The simple type called by key, `{urn:t}T` by default. */
export function simpleType(model: Model, key = "{urn:t}T"): SimpleType {
  const type = model.schemas.types.get(key);
  if (type?.kind !== "simple") throw new Error(`${key} is no simple type`);
  return type;
}

/** Particles of the group that a particle is; none for an element, a wildcard or nothing. */
export function members(particle: Particle | null | undefined): readonly Particle[] {
  const term = particle?.term;
  return term === undefined || term.kind === "element" || term.kind === "any" ? [] : term.particles;
}
