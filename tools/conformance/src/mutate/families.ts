import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { loadModelFrom } from "@coo/wsdl";
import { CORPUS } from "../harness/corpus-units.ts";
import { parseXmlDocument, serializeToWellFormedString } from "./dom.ts";

const XS = "http://www.w3.org/2001/XMLSchema";
const HOME = resolve(import.meta.dirname, "../../../..");
const MAX_BYTES = 300_000;

/** Schemas that belong together; changes are made in `entry`. */
export interface Family {
  readonly name: string;
  /** Group by which families are drawn. */
  readonly group: "garden" | "edition" | "others";
  readonly entry: string;
  readonly namespace: string;
  /** Text by name, all in one folder. */
  readonly documents: Readonly<Record<string, string>>;
}

/** Where a family is read from, once it is drawn. */
export interface FamilySource {
  readonly name: string;
  readonly group: Family["group"];
  /** `null` when the file is no schema that stands for itself. */
  readonly read: () => Family | null;
}

/** The garden, our edition, and what lies in `folder` or in the corpus. */
export function familySources(folder: string | undefined): FamilySource[] {
  const edition = join(HOME, "schemas/2018-07");
  const own = readdirSync(edition)
    .filter((f) => f.endsWith(".xsd"))
    .sort();
  const others = folder ?? CORPUS;
  const ours = [
    sourceOf(join(import.meta.dirname, "garden.xsd"), "garden"),
    ...own.map((f) => sourceOf(join(edition, f), "edition")),
  ];
  return [...(folder === undefined ? ours : []), ...(existsSync(others) ? below(others) : [])];
}

function below(folder: string): FamilySource[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(?:xsd|wsdl)$/i.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .sort()
    .map((file) => sourceOf(file, "others"));
}

function sourceOf(file: string, group: Family["group"]): FamilySource {
  let known: Family | null | undefined;
  const read = (): Family | null => {
    if (known === undefined) {
      const [found] = /\.xsd$/i.test(file) ? schemaFile(file, group) : inlineSchema(file);
      known = found !== undefined && isUsable(found) ? found : null;
    }
    return known;
  };
  return { name: basename(dirname(file)) + "/" + basename(file), group, read };
}

/** A schema document with what it includes and imports from its own folder. */
function schemaFile(file: string, group: Family["group"]): Family[] {
  const documents: Record<string, string> = {};
  const folder = dirname(file);
  const todo = [file.slice(folder.length + 1)];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (name in documents) continue;
    if (!existsSync(join(folder, name))) return [];
    const text = readFileSync(join(folder, name), "utf8");
    if (text.length > MAX_BYTES) return [];
    documents[name] = text;
    for (const [, location = ""] of text.matchAll(/schemaLocation\s*=\s*"([^"]+)"/g)) {
      if (/[/\\:]/.test(location)) return [];
      todo.push(location);
    }
  }
  const entry = file.slice(folder.length + 1);
  return [
    {
      name: file.slice(file.lastIndexOf("/", folder.length - 1) + 1),
      group,
      entry,
      namespace: targetOf(documents[entry] as string),
      documents,
    },
  ];
}

/** The only schema of a WSDL document, when it stands for itself. */
function inlineSchema(file: string): Family[] {
  const text = readFileSync(file, "utf8");
  if (text.length > MAX_BYTES) return [];
  try {
    const document = parseXmlDocument(text);
    const schemas = [...document.getElementsByTagNameNS(XS, "schema")];
    const [schema] = schemas;
    if (
      schemas.length !== 1 ||
      schema === undefined ||
      [...schema.getElementsByTagNameNS(XS, "import"), ...schema.getElementsByTagNameNS(XS, "include")].length > 0
    )
      return [];
    // Prefixes in values are declared by what is around the schema.
    for (let at = schema.parentElement; at !== null; at = at.parentElement)
      for (const a of at.attributes)
        if (a.name.startsWith("xmlns:") && !schema.hasAttribute(a.name))
          schema.setAttributeNS("http://www.w3.org/2000/xmlns/", a.name, a.value);
    const written = serializeToWellFormedString(schema);
    return [
      {
        name: file.slice(file.lastIndexOf("/", dirname(file).length - 1) + 1),
        group: "others",
        entry: "inline.xsd",
        namespace: targetOf(written),
        documents: { "inline.xsd": written },
      },
    ];
  } catch {
    return [];
  }
}

function targetOf(text: string): string {
  return /<[^>]*\bschema\b[^>]*\btargetNamespace\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? "";
}

function isUsable(family: Family): boolean {
  try {
    loadModelFrom([
      { file: family.entry, content: family.documents[family.entry] as string, entry: true },
      ...Object.entries(family.documents)
        .filter(([f]) => f !== family.entry)
        .map(([file, content]) => ({ file, content })),
    ]);
    return true;
  } catch {
    return false;
  }
}
