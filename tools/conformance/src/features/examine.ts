import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { type Generated, generate } from "@coo/codegen";
import { decodeDocument, encodeDocument, type Issue, isSoapError, type SchemaRegistry } from "@coo/soap";
import { isXmlError } from "@coo/xml";
import type * as z from "zod";
import type { Feature, FeatureCase } from "./feature.ts";
import type { Judge } from "./judge.ts";

/** Generates the code of a feature, all global declarations included, and writes it to `out`. */
export function generateFeature(feature: Feature, out: string): Generated {
  const { note } = feature;
  const generated = generate({
    entries: [feature.entry, ...(note.entries ?? []).map((file) => join(feature.folder, file))],
    registry: feature.kind === "schema",
    strict: note.tolerant !== true && note.version !== "1.1",
    ...(note.manifest === undefined ? {} : { manifest: join(feature.folder, note.manifest) }),
  });
  for (const [file, text] of generated.files) {
    const path = join(out, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return generated;
}

/** Code of a schema feature, loaded. */
export interface LoadedFeature {
  readonly registry: SchemaRegistry;
  readonly index: Readonly<Record<string, unknown>>;
  readonly schemas: Readonly<Record<string, unknown>>;
}

/** Imports the code that {@link generateFeature} wrote. */
export async function loadFeature(out: string): Promise<LoadedFeature> {
  const load = (file: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(join(out, file)).href);
  const [registry, index, schemas] = await Promise.all([load("registry.ts"), load("index.ts"), load("schema.ts")]);
  return {
    registry: (registry as { registry: SchemaRegistry }).registry,
    index: index as LoadedFeature["index"],
    schemas: schemas as LoadedFeature["schemas"],
  };
}

/**
 * Reads and writes every case with generated code: what is valid is read, written, valid again for the judge, the same
 * when read again, and accepted by the zod schema; what is invalid is refused with the code and at the place it names.
 *
 * @returns What is wrong, by name of the case.
 */
export function examine(feature: Feature, code: LoadedFeature, judge: Judge | null): Map<string, string> {
  const wrong = new Map<string, string>();
  for (const c of feature.cases) {
    const own = c.name in (feature.note.judge ?? {}) || c.unenforced ? null : judge;
    const failure = c.refused ? refusalFailure(c, code) : roundTripFailure(c, code, own);
    if (failure !== null) wrong.set(c.name, failure);
  }
  return wrong;
}

function roundTripFailure(
  c: FeatureCase,
  { registry, index, schemas }: LoadedFeature,
  judge: Judge | null,
): string | null {
  try {
    const first = decodeDocument(registry, c.xml);
    const text = encodeDocument(registry, first);
    const verdict = judge?.(text) ?? null;
    if (verdict !== null) return `written as what the judge refuses: ${verdict}: ${text}`;
    const second = decodeDocument(registry, text);
    if (!isDeepStrictEqual(second, first)) return `another value when read again: ${text}`;
    if (encodeDocument(registry, second) !== text) return `other bytes when written again: ${text}`;
    const declared = registry.elements.find((e) => e.name === first.element.name && e.ns === first.element.ns);
    const type = typeof declared?.type === "function" ? declared.type() : declared?.type;
    const descriptor = Object.keys(index).find((key) => key.endsWith("Descriptor") && index[key] === type);
    const schema = schemas[`${descriptor?.slice(0, -"Descriptor".length)}Schema`] as z.ZodType | undefined;
    if (!schema || first.value === null || isTagged(first.value)) return null;
    const parsed = schema.safeParse(first.value);
    if (!parsed.success) return `the zod schema refuses it: ${JSON.stringify(parsed.error.issues[0])}`;
    return isDeepStrictEqual(parsed.data, first.value) ? null : "the zod schema changes it";
  } catch (error) {
    const issue = issueOf(error);
    return `refused: ${issue.code} at ${issue.element}: ${issue.message}`;
  }
}

/** Whether a value says of which type it is: the schema of the declared type knows no tag. */
function isTagged(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("$type" in value || "$element" in value);
}

function refusalFailure({ xml, refused }: FeatureCase, { registry }: LoadedFeature): string | null {
  try {
    decodeDocument(registry, xml);
  } catch (error) {
    const issue = issueOf(error);
    if (issue.code === refused?.code && issue.element === refused.element) return null;
    return `refused: ${issue.code} at ${issue.element}, not ${refused?.code} at ${refused?.element}: ${issue.message}`;
  }
  return "accepted";
}

/** First issue of an error that refuses a document; other errors are thrown on. */
export function issueOf(
  error: unknown,
): Pick<Issue, "code" | "element" | "message"> | { code: string; element: string; message: string } {
  if (isXmlError(error)) return { code: error.code, element: "", message: error.message };
  if (!isSoapError(error) || error.code === "SOAP_DESCRIPTOR") throw error;
  const [issue] = (error as { issues?: readonly Issue[] }).issues ?? [];
  return issue ?? { code: error.code, element: "", message: error.message };
}
