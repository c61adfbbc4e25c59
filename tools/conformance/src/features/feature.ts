import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

/** Folder of all features, a folder each: `<group>/<feature>`. */
export const FEATURES: string = resolve(import.meta.dirname, "../../features");

/** What the generator makes of a construct. */
export type FeatureState =
  /** Read, typed, written and enforced. */
  | "supported"
  /** Read and named in the output of the run; values that break it pass. */
  | "recorded"
  /** Generation fails and names it. */
  | "refused";

/** `feature.json`: what the table of capabilities says, and what the run has to say. */
export interface FeatureNote {
  readonly zh: string;
  readonly en: string;
  /** Where the construct is defined. */
  readonly spec: string;
  /** Default `supported`. */
  readonly state?: FeatureState;
  /** Version of XML Schema; default 1.0. */
  readonly version?: "1.1";
  /** Texts that the notes of the run contain. */
  readonly notes?: readonly string[];
  /** Text that the refusal contains. */
  readonly refusal?: string;
  /** Cases on which the judge is wrong, each with the reason. */
  readonly judge?: Readonly<Record<string, string>>;
  /** Files under `more/` that are entries beside the schema. */
  readonly entries?: readonly string[];
  /** Whether it breaks a rule that only the strict reading (of XML Schema 1.0) enforces; default `false`. */
  readonly tolerant?: boolean;
  /** Manifest for a service: file name. */
  readonly manifest?: string;
}

/** A document and what should become of it. */
export interface FeatureCase {
  /** `valid/one.xml`, or `values: "12.50"` for a row of a table. */
  readonly name: string;
  readonly xml: string;
  /** `null` when it is valid. */
  readonly refused: Refusal | null;
  /** The schema forbids it, generated code does not: what "recorded" means. */
  readonly unenforced: boolean;
}

/** How a document is refused: the code of the first issue, and where. */
export interface Refusal {
  readonly code: string;
  readonly element: string;
}

/** A construct with documents that show it. */
export interface Feature {
  /** `<group>/<feature>`. */
  readonly name: string;
  readonly group: string;
  readonly folder: string;
  /** `schema.xsd` or `service.wsdl`. */
  readonly entry: string;
  readonly kind: "schema" | "service";
  readonly note: FeatureNote;
  readonly cases: readonly FeatureCase[];
}

/** A table of values: short form of many documents that differ in one text. */
interface ValueTable {
  /** A document with `{}` where the value goes. */
  readonly document: string;
  /** Path of the element that holds the value. */
  readonly at: string;
  readonly valid: readonly string[];
  /** Code of the refusal by value. */
  readonly invalid: Readonly<Record<string, string>>;
}

/** All features, sorted. */
export function readFeatures(root: string = FEATURES): Feature[] {
  return folders(root).flatMap((group) => folders(join(root, group)).map((name) => readFeature(root, group, name)));
}

function readFeature(root: string, group: string, name: string): Feature {
  const folder = join(root, group, name);
  const kind = existsSync(join(folder, "service.wsdl")) ? "service" : "schema";
  return {
    name: `${group}/${name}`,
    group,
    folder,
    entry: join(folder, kind === "service" ? "service.wsdl" : "schema.xsd"),
    kind,
    note: JSON.parse(readFileSync(join(folder, "feature.json"), "utf8")) as FeatureNote,
    cases: [
      ...documents(folder, "valid"),
      ...documents(folder, "invalid"),
      ...documents(folder, "unenforced"),
      ...table(folder),
    ],
  };
}

function folders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function documents(folder: string, kind: "valid" | "invalid" | "unenforced"): FeatureCase[] {
  const below = join(folder, kind);
  if (!existsSync(below)) return [];
  return readdirSync(below)
    .filter((file) => file.endsWith(".xml"))
    .sort()
    .map((file) => {
      const xml = readFileSync(join(below, file), "utf8");
      const name = relative(folder, join(below, file)).split(sep).join("/");
      return {
        name,
        xml,
        refused: kind === "invalid" ? refusalIn(xml, join(below, file)) : null,
        unenforced: kind === "unenforced",
      };
    });
}

/** What the first comment of an invalid document says: `<!-- refused: pattern at /record/value -->`. */
function refusalIn(xml: string, file: string): Refusal {
  const found = /^(?:<\?xml[^>]*\?>\s*)?<!-- refused: (\S+) at (\S*) -->/.exec(xml);
  if (!found) throw new Error(`${file}: does not begin with <!-- refused: CODE at PATH -->`);
  return { code: found[1] as string, element: found[2] as string };
}

function table(folder: string): FeatureCase[] {
  const file = join(folder, "values.json");
  if (!existsSync(file)) return [];
  const { document, at, valid, invalid } = JSON.parse(readFileSync(file, "utf8")) as ValueTable;
  const made = (value: string, code: string | null): FeatureCase => ({
    name: `value ${JSON.stringify(value)}`,
    xml: document.replace("{}", () => escape(value)),
    refused: code === null ? null : { code, element: at },
    unenforced: false,
  });
  return [...valid.map((v) => made(v, null)), ...Object.entries(invalid).map(([v, code]) => made(v, code))];
}

function escape(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}
