import type { Annotation } from "@coo/wsdl";
import { typeIdentifier, valueIdentifier } from "./identifiers.ts";
import { readJson } from "./json-source.ts";
import type { CodeListPlan } from "./plan.ts";

/** Namespace of the notes in xs:appinfo. */
export const COO_NS = "urn:coo:schema";

/** Code lists of an edition by id. */
export type CodeLists = ReadonlyMap<string, CodeListPlan>;

/**
 * Reads `code-lists.json`.
 *
 * @throws {@link CodegenError} `GEN_MANIFEST`.
 */
export function parseCodeLists(text: string, file: string, closed: readonly string[]): CodeLists {
  const lists = new Map<string, CodeListPlan>();
  const json = readJson(text, file).value as {
    lists?: Record<string, { closed?: boolean; values?: { code: string; zh?: string; en?: string }[] }>;
  };
  for (const [id, list] of Object.entries(json.lists ?? {})) {
    const seen = new Set<string>();
    const values = (list.values ?? [])
      .filter((v) => typeof v.code === "string" && !seen.has(v.code) && seen.add(v.code))
      .map((v) => ({ code: v.code, zh: v.zh ?? "", en: v.en ?? "" }));
    lists.set(id, {
      id,
      typeName: `${typeIdentifier(id)}Code`,
      valueName: valueIdentifier(id),
      closed: list.closed === true || closed.includes(id),
      values,
      file: null,
    });
  }
  return lists;
}

/** Value of an attribute of the `coo:field` note. */
export function fieldNote(annotation: Annotation, attribute: string): string | undefined {
  for (const info of annotation.appinfo) {
    if (info.name.ns === COO_NS && info.name.local === "field") return info.attributes[attribute];
  }
  return undefined;
}
