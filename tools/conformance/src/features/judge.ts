import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from "libxml2-wasm";

/** Tells of a document what a validator that nobody here wrote finds wrong; `null` when nothing. */
export type Judge = (xml: string) => string | null;

/**
 * Lets libxml2 judge by a schema and whatever it includes or imports.
 *
 * @param folder - All documents of the schema lie in it.
 * @param entry - Path below `folder`.
 */
export function withLibxml<T>(folder: string, entry: string, use: (judge: Judge) => T): T {
  const documents: Record<string, Uint8Array> = {};
  for (const file of filesBelow(folder)) documents[relative(folder, file).split(sep).join("/")] = readFileSync(file);
  return withLibxmlOf(documents, entry, use);
}

/** As {@link withLibxml}, with the documents at hand. */
export function withLibxmlOf<T>(
  documents: Readonly<Record<string, Uint8Array>>,
  entry: string,
  use: (judge: Judge) => T,
): T {
  xmlRegisterInputProvider(new XmlBufferInputProvider({ ...documents }));
  try {
    using schema = XmlDocument.fromBuffer(documents[entry] as Uint8Array, { url: entry });
    using validator = XsdValidator.fromDoc(schema);
    return use((xml) => {
      try {
        using document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NONET });
        validator.validate(document);
        return null;
      } catch (error) {
        if (!(error instanceof XmlError)) throw error;
        return error.message.trim();
      }
    });
  } finally {
    xmlCleanupInputProvider();
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesBelow(path);
      return /\.(?:xsd|wsdl)$/.test(name) ? [path] : [];
    });
}

/** Python of the system, which Debian's python3-xmlschema belongs to: it judges by XML Schema 1.1. */
const PYTHON = "/usr/bin/python3";

/** Whether XML Schema 1.1 can be judged here (needs python3-xmlschema). */
export function hasXmlschema(): boolean {
  return existsSync(PYTHON) && spawnSync(PYTHON, ["-c", "import xmlschema"]).status === 0;
}

const SCRIPT = `
import json, sys, xmlschema
out = []
for job in json.load(sys.stdin):
    try:
        schema = xmlschema.XMLSchema11(job["schema"], defuse="never", validation="skip" if job.get("checked") else "strict")
    except Exception as error:
        out.append(str(error))
        continue
    row = []
    for text in job["documents"]:
        try:
            error = next(schema.iter_errors(text), None)
            row.append(None if error is None else str(error.reason))
        except Exception as error:
            row.append(str(error))
    out.append(row)
json.dump(out, sys.stdout)
`;

export interface NewerJob {
  readonly schema: string;
  /** Another judge takes the schema: it is not held against the schema of schemas again, which takes most of its reading. */
  readonly checked?: boolean;
  readonly documents: readonly string[];
}

/** Judges documents by schemas of XML Schema 1.1, in one run. */
export function judgeByXmlschema(jobs: readonly NewerJob[]): (string | null)[][] {
  return tryXmlschema(jobs).map((row) => {
    if (typeof row === "string") throw new Error(`xmlschema refuses a schema: ${row}`);
    return row;
  });
}

/** As {@link judgeByXmlschema}, with the reason in the place of verdicts for a schema that is refused. */
export function tryXmlschema(jobs: readonly NewerJob[]): ((string | null)[] | string)[] {
  const run = spawnSync(PYTHON, ["-c", SCRIPT], {
    input: JSON.stringify(jobs),
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, PYTHONUTF8: "1" },
  });
  if (run.status !== 0) throw new Error(`xmlschema ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout) as ((string | null)[] | string)[];
}
