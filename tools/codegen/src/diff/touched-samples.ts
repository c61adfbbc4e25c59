import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Change } from "@coo/evolution";
import { type ElementDeclaration, type Model, nameKey, type Particle, type Type } from "@coo/wsdl";
import { END, EOF, isXmlError, START, XmlReader } from "@coo/xml";
import { usageError } from "../arguments.ts";
import type { Manifest } from "../manifest.ts";

/** Messages that a folder may hold, and bytes of one; more is a mistaken path. */
const MAX_FILES = 20_000;
const MAX_BYTES = 64 << 20;

/** How many recorded messages a change touches. */
export interface TouchedSamples {
  /** Name of the operation in the manifest; of the root element where there is none. */
  readonly operation: string;
  readonly touched: number;
  readonly messages: number;
}

interface Sample {
  readonly operation: string;
  /** Components of the old documents that occur in the message. */
  readonly components: ReadonlySet<string>;
}

/**
 * Counts, for each change, the recorded messages in which its component occurs; where something is added, those in
 * which it could. What no document of the old set describes counts for nothing.
 *
 * @param folder - Messages as XML: whole envelopes, or payloads in folders named after the type of their body.
 * @returns By fingerprint; only operations with messages.
 * @throws {@link CodegenError} `GEN_USAGE` for a folder that is none, or too large.
 */
export function touchedSamples(
  folder: string,
  old: Model,
  manifest: Manifest | null,
  changes: readonly Change[],
): ReadonlyMap<string, readonly TouchedSamples[]> {
  const samples = filesOf(folder).flatMap((file) => sampleOf(file, old, manifest));
  const totals = new Map<string, number>();
  for (const { operation } of samples) totals.set(operation, (totals.get(operation) ?? 0) + 1);
  return new Map(
    changes.map(({ fingerprint, component, old: value }) => {
      const place = value === null ? component.replace(/[/@][^/@}]*$/, "") : component;
      const hits = new Map<string, number>();
      for (const { operation, components } of samples)
        if (components.has(component) || components.has(place)) hits.set(operation, (hits.get(operation) ?? 0) + 1);
      const found = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
      return [
        fingerprint,
        found.map(([operation, messages]) => ({ operation, touched: hits.get(operation) ?? 0, messages })),
      ] as const;
    }),
  );
}

function filesOf(folder: string): string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw usageError(`there is no folder ${folder}`, `没有目录 ${folder}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.xml$/i.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .sort();
  if (files.length > MAX_FILES)
    throw usageError(
      `${folder} holds ${files.length} messages, the limit is ${MAX_FILES}`,
      `${folder} 中有 ${files.length} 个报文,上限为 ${MAX_FILES}`,
    );
  return files;
}

/** Where a reader is: an element with its type, `null` outside of what is known. */
interface Level {
  readonly path: string;
  readonly type: Type | null;
}

function sampleOf(file: string, model: Model, manifest: Manifest | null): Sample[] {
  if (statSync(file).size > MAX_BYTES) return [];
  const payload = payloadOf(basename(dirname(file)), manifest);
  const components = new Set<string>();
  const stack: Level[] = [];
  let operation = payload?.operation;
  try {
    const reader = new XmlReader(readFileSync(file));
    for (let event = reader.next(); event !== EOF; event = reader.next()) {
      if (event === END) stack.pop();
      if (event !== START) continue;
      const level = enter(reader, stack.at(-1), model, payload?.type);
      stack.push(level);
      if (level.type === null) continue;
      operation ??= reader.local;
      components.add(level.path);
      if (level.type.name !== null) components.add(nameKey(level.type.name));
      for (let i = 0; i < reader.attributeCount; i++)
        components.add(
          `${level.type.name === null ? level.path : nameKey(level.type.name)}@${reader.attributeLocal(i)}`,
        );
    }
  } catch (error) {
    // What is no XML was no message of this interface.
    if (isXmlError(error)) return [];
    throw error;
  }
  return operation === undefined || components.size === 0 ? [] : [{ operation, components }];
}

function payloadOf(
  name: string,
  manifest: Manifest | null,
): { readonly operation: string; readonly type: string } | null {
  for (const [operation, { request, response }] of Object.entries(manifest?.operations ?? {}))
    for (const type of [request, response]) if (type.endsWith(`}${name}`)) return { operation, type };
  return null;
}

function enter(reader: XmlReader, outer: Level | undefined, model: Model, payload: string | undefined): Level {
  const { local, ns } = reader;
  if (outer?.type?.kind === "complex") {
    const base = outer.type.name === null ? outer.path : nameKey(outer.type.name);
    const declared = elementIn(outer.type.particle, local, ns);
    return { path: `${base}/${local}`, type: declared?.type ?? null };
  }
  const global = model.schemas.elements.get(`{${ns}}${local}`);
  if (global !== undefined) return { path: `{${ns}}${local}`, type: global.type };
  const body = payload !== undefined && local === "Body" && ns === "" ? model.schemas.types.get(payload) : undefined;
  return { path: payload ?? "", type: body ?? null };
}

function elementIn(particle: Particle | null, local: string, ns: string): ElementDeclaration | undefined {
  const todo = particle === null ? [] : [particle];
  for (let p = todo.pop(); p !== undefined; p = todo.pop()) {
    if (p.term.kind === "element") {
      if (p.term.name.local === local && p.term.name.ns === ns) return p.term;
    } else if (p.term.kind !== "any") todo.push(...p.term.particles);
  }
  return undefined;
}
