import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type EditionModel, readEdition } from "../xsd-model.ts";

/** What the tests read of the manifest. */
export interface Manifest {
  readonly edition: string;
  readonly files: readonly string[];
  readonly serviceNamespace: string;
  readonly typedNamespace: string;
  readonly namespaces: Readonly<Record<string, { readonly area: string; readonly schema: string }>>;
  readonly heads: { readonly request: string; readonly response: string };
  readonly operations: Readonly<
    Record<
      string,
      {
        readonly no: number;
        readonly nameZh: string;
        readonly nameEn: string;
        readonly kind: string;
        readonly direction: "call" | "push";
        readonly area: string;
        readonly request: string;
        readonly response: string;
        readonly paging?: { readonly [key: string]: string | readonly string[] };
      }
    >
  >;
}

export const schemasUrl: URL = new URL("../", import.meta.url);
export const editionUrl: URL = new URL("2018-07/", schemasUrl);
export const evidenceUrl: URL = new URL("evidence/", schemasUrl);
export const manifest: Manifest = JSON.parse(readFileSync(new URL("manifest.json", editionUrl), "utf8"));
export const schemaFiles: readonly string[] = Object.values(manifest.namespaces).map((entry) => entry.schema);
export const model: EditionModel = readEdition(fileURLToPath(editionUrl), schemaFiles);
