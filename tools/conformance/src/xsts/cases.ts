import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { generate, isCodegenError } from "@coo/codegen";
import { type DocumentValue, decodeDocument, encodeDocument, isSoapError, type SchemaRegistry } from "@coo/soap";
import { isXmlError } from "@coo/xml";
import { difference } from "./same-document.ts";
import { defaultsOf, hintsOf } from "./schema-hints.ts";
import type { SuiteGroup, SuiteInstance } from "./suite-groups.ts";

/** What is judged; each kind has a target of its own. */
export type CaseKind = "valid schema" | "invalid schema" | "valid instance" | "invalid instance" | "round trip";

/** One judged case. */
export interface Case {
  readonly kind: CaseKind;
  readonly set: string;
  readonly name: string;
  /** `null` when it is as the suite says. */
  failure: string | null;
  /** Folder of generated code, for the type check of a valid schema. */
  readonly folder?: string;
}

/** Code generated from some documents, or why there is none. */
interface Package {
  readonly folder: string;
  readonly documents: ReadonlySet<string>;
  readonly error: string | null;
  readonly crashed: boolean;
  registry: Promise<SchemaRegistry> | null;
}

/** Runs test groups: generates, writes the code below `out`, decodes and encodes instances with it. */
export class Cases {
  readonly list: Case[] = [];
  readonly #root: string;
  readonly #out: string;
  #folders = 0;

  constructor(root: string, out: string) {
    this.#root = root;
    this.#out = out;
  }

  async run(group: SuiteGroup): Promise<void> {
    const packages = new Map<string, Package>();
    const base = this.#package(packages, group.schemas);
    if (group.schema === "valid") {
      this.#add("valid schema", group.set, group.name, base.error, base.folder);
    } else if (group.schema === "invalid") {
      const failure = base.error === null ? "generated" : base.crashed ? base.error : null;
      this.#add("invalid schema", group.set, group.name, failure);
    }
    if (group.schema !== "valid") return;
    for (const instance of group.inst) {
      if (instance.exp !== "valid" && instance.exp !== "invalid") continue;
      await this.#instance(packages, base, group, instance);
    }
  }

  async #instance(
    packages: Map<string, Package>,
    base: Package,
    group: SuiteGroup,
    inst: SuiteInstance,
  ): Promise<void> {
    const { set } = group;
    const name = `${group.name} ${inst.path}`;
    // An instance may name schema documents of its own, for wildcards to look into.
    const hints = base.error === null ? hintsOf(this.#root, inst.path).filter((h) => !base.documents.has(h)) : [];
    let found = base;
    if (hints.length > 0) {
      const more = this.#package(packages, [...group.schemas, ...hints]);
      if (more.error === null) found = more;
    }
    const kind = inst.exp === "valid" ? "valid instance" : "invalid instance";
    const both = (failure: string): void => {
      this.#add(kind, set, name, failure);
      if (inst.exp === "valid") this.#add("round trip", set, name, failure);
    };
    if (found.error !== null) return both(`no code: ${found.error}`);
    const bytes = readFileSync(join(this.#root, inst.path));
    let registry: SchemaRegistry;
    try {
      registry = await this.#load(found);
    } catch (error) {
      return both(`the generated code does not load: ${messageOf(error)}`);
    }
    let refused: string | null = null;
    let decoded: ReturnType<typeof decodeDocument> | undefined;
    try {
      decoded = decodeDocument(registry, bytes, { limits: LIMITS });
    } catch (error) {
      if (!isSoapError(error) && !isXmlError(error)) return both(`crashed: ${stackOf(error)}`);
      if (isSoapError(error) && error.code === "SOAP_DESCRIPTOR") return both(`crashed: ${error.message}`);
      refused = error.message;
    }
    if (inst.exp === "invalid") {
      this.#add(kind, set, name, refused === null ? "accepted" : null);
      return;
    }
    if (refused !== null || !decoded) return both(`refused: ${refused ?? ""}`);
    this.#add(kind, set, name, null);
    let failure: string | null;
    try {
      const text = encodeDocument(registry, decoded);
      failure =
        difference(bytes, text, defaultsOf(this.#root, [...group.schemas, ...hints])) ??
        sameValue(decoded, decodeDocument(registry, text, { limits: LIMITS }));
    } catch (error) {
      failure = `not written back: ${isSoapError(error) ? error.message : stackOf(error)}`;
    }
    this.#add("round trip", set, name, failure);
  }

  #add(kind: CaseKind, set: string, name: string, failure: string | null, folder?: string): void {
    this.list.push({ kind, set, name: `${name} (${kind})`, failure, ...(folder === undefined ? {} : { folder }) });
  }

  #package(packages: Map<string, Package>, schemas: readonly string[]): Package {
    const key = [...new Set(schemas)].join("|");
    const known = packages.get(key);
    if (known) return known;
    const folder = `g${this.#folders++}`;
    let made: Package;
    try {
      const generated = generate({
        entries: [...new Set(schemas)].map((file) => join(this.#root, file)),
        strict: true,
        registry: true,
        // A location is a hint (part 1, 4.2.3): that a document is missing matters when something in it is needed.
        absentImports: "pass",
      });
      for (const [file, text] of generated.files) {
        const path = join(this.#out, folder, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      const documents = new Set(generated.documents.map((file) => file.slice(this.#root.length + 1)));
      made = { folder, documents, error: null, crashed: false, registry: null };
    } catch (error) {
      const crashed = !isCodegenError(error);
      const text = crashed ? `crashed: ${stackOf(error)}` : `${error.code} ${error.message}`;
      made = { folder, documents: new Set(), error: text, crashed, registry: null };
    }
    packages.set(key, made);
    return made;
  }

  #load(found: Package): Promise<SchemaRegistry> {
    found.registry ??= import(pathToFileURL(join(this.#out, found.folder, "registry.ts")).href).then(
      (module: { registry: SchemaRegistry }) => module.registry,
    );
    return found.registry;
  }
}

/** The suite tries what messages never hold. */
const LIMITS = { maxAttributes: 100_000, maxDepth: 1000 };

/** What is read from the second text is what was read from the first, derived types included. */
function sameValue(before: DocumentValue, after: DocumentValue): string | null {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
    // Raw elements are compared as XML.
    return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, key === "xml" ? "" : bare(v)]));
  };
  return isDeepStrictEqual(bare(before.value), bare(after.value)) ? null : "the second reading gives another value";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join(" ") : String(error);
}
