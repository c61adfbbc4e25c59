import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from "libxml2-wasm";
import type { SchemaSet } from "./schema-set.ts";

/** What a validator says of some documents of one schema. */
export interface Judgement {
  /** Why it cannot read the schema; `null` when it can. */
  readonly schema: string | null;
  /** Complaints by the document's index; those not in it are valid. */
  readonly refused: ReadonlyMap<number, string>;
}

/** Lets libxml2 judge. */
export function judgeByLibxml(set: SchemaSet, documents: readonly string[]): Judgement {
  const buffers: Record<string, Uint8Array> = {};
  for (const [path, text] of set.files) buffers[path] = Buffer.from(text);
  xmlRegisterInputProvider(new XmlBufferInputProvider(buffers));
  const refused = new Map<number, string>();
  try {
    using schema = XmlDocument.fromBuffer(buffers[set.entry] as Uint8Array, { url: set.entry });
    using validator = XsdValidator.fromDoc(schema);
    documents.forEach((text, i) => {
      try {
        using document = XmlDocument.fromString(text, {
          option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE,
        });
        validator.validate(document);
      } catch (error) {
        if (!(error instanceof XmlError)) throw error;
        refused.set(i, error.message.trim().split("\n")[0] ?? "");
      }
    });
    return { schema: null, refused };
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { schema: error.message.trim().split("\n")[0] ?? "", refused };
  } finally {
    xmlCleanupInputProvider();
  }
}

/** Whether the JDK's Xerces can be asked (needs java ≥ 17, Debian: default-jdk-headless). */
export function hasJava(): boolean {
  return spawnSync("java", ["-version"]).status === 0;
}

/** Collects documents for Xerces, which judges all of them in one run. */
export class XercesJobs {
  readonly #folder: string;
  readonly #lines: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** @returns Number of the job. */
  add(set: SchemaSet, documents: readonly string[]): number {
    const file = join(this.#folder, `${this.#lines.length}.documents`);
    const parts: Buffer[] = [];
    for (const text of documents) {
      const bytes = Buffer.from(text);
      const size = Buffer.alloc(4);
      size.writeInt32BE(bytes.length);
      parts.push(size, bytes);
    }
    writeFileSync(file, Buffer.concat(parts));
    return this.#lines.push(`${join(set.folder, set.entry)}\t${file}`) - 1;
  }

  /** @throws Error when Java does not end well. */
  run(): readonly Judgement[] {
    const list = join(this.#folder, "jobs");
    writeFileSync(list, this.#lines.map((l) => `${l}\n`).join(""));
    const run = spawnSync(
      "java",
      [
        "-Xmx1500m",
        "-Duser.language=en",
        "-Dfile.encoding=UTF-8",
        "-Dstdout.encoding=UTF-8",
        join(import.meta.dirname, "Judge.java"),
        list,
      ],
      // Java takes the encoding of path names from the locale.
      { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: "C.UTF-8" } },
    );
    if (run.status !== 0) throw new Error(`java ended with ${run.status ?? run.signal}: ${run.stderr.slice(0, 2000)}`);
    const found = this.#lines.map(() => ({ schema: null as string | null, refused: new Map<number, string>() }));
    for (const line of run.stdout.split("\n")) {
      const [kind, job, third = "", complaint = ""] = line.split("\t");
      const at = found[Number(job)];
      if (at && kind === "S" && third !== "") at.schema = third;
      if (at && kind === "D") at.refused.set(Number(third), complaint);
    }
    return found;
  }
}
