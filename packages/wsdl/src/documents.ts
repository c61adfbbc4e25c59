import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { posix, resolve } from "node:path";
import { guessFormat } from "./guess-format.ts";
import { climbsAboveRoot, normalizeFile, resolveLocation } from "./location.ts";
import type { Location } from "./model.ts";
import { WSDL_NS, WSDL20_NS, XSD_NS } from "./names.ts";
import { permittedIn } from "./permitted.ts";
import type { Problems } from "./problems.ts";
import { readErrorText, readXml } from "./read-xml.ts";
import type { XNode } from "./tree.ts";

/** A document that was read. */
export interface SourceDocument {
  readonly file: string;
  readonly sha256: string;
  readonly kind: "wsdl" | "xsd";
  readonly root: XNode;
}

/** A document as it was read, for tools that judge how something is written and not only what it says. */
export interface ReadDocument {
  readonly file: string;
  readonly kind: "wsdl" | "xsd";
  readonly bytes: Uint8Array;
  readonly root: XNode;
}

/** How documents are found and read. */
export interface DocumentOptions {
  /** Gets every WSDL and XSD document right after it was read; trees are not kept otherwise. */
  readonly onDocument?: ((document: ReadDocument) => void) | undefined;
  /** Reads a file; throws when there is none. Default: the file system. */
  readonly readFile?: ((file: string) => Uint8Array | string) | undefined;
  /** Local files for addresses that imports name, by exact address or namespace. */
  readonly catalog?: Readonly<Record<string, string>> | undefined;
  /**
   * Local file for a location as the document `from` names it, asked before the catalog: for documents that were saved
   * from elsewhere, whose relative locations mean addresses. `null`: at an address, and not at hand; `undefined`: no
   * opinion.
   */
  readonly locate?: ((location: string, from: string) => string | null | undefined) | undefined;
  /** Folder that imports must not leave, apart from what `locate` and `catalog` name. Default: none. */
  readonly root?: string | undefined;
  /** Whether a file that an import names may be opened, asked beside `root`; see {@link permittedIn}. Default: each may. */
  readonly permits?: ((file: string) => boolean) | undefined;
  readonly limits?: LoadLimits | undefined;
}

/** Bounds against hostile input. */
export interface LoadLimits {
  /** Default 10,000. */
  readonly maxDocuments?: number;
  /** Bytes of one document; default 256 MiB. */
  readonly maxBytes?: number;
  /** Nesting of elements; default 256. */
  readonly maxDepth?: number;
  /** Problems listed; default 1,000. */
  readonly maxProblems?: number;
  /**
   * Particles of one group once the groups it refers to are put in their places; default 50,000. The largest schemas in
   * use have a few thousand, a few lines of groups that refer to each other twice have billions.
   */
  readonly maxParticles?: number;
  /** Steps of derivation from a type to XML Schema's own; default 100. Schemas in use have a dozen. */
  readonly maxDerivation?: number;
}

const DEFAULT_MAX_BYTES = 256 << 20;
const DEFAULT_MAX_DEPTH = 256;

/** Why a document is not at hand. */
export interface Reason {
  readonly reason: string;
  readonly reasonZh: string;
}

const NO_FILE: Reason = { reason: "there is no such file", reasonZh: "没有该文件" };
const REMOTE: Reason = { reason: "it is remote and was not saved", reasonZh: "位于远程且未保存到本地" };
const OUTSIDE: Reason = { reason: "it lies outside the permitted folder", reasonZh: "位于允许的目录之外" };

/** What came of following a location. */
export type Followed =
  | { readonly kind: "document"; readonly document: SourceDocument }
  /** Not at hand; already reported unless `pending`. */
  | {
      readonly kind: "missing";
      readonly reason: Reason;
      readonly suggestion: string;
      readonly outside?: true;
      readonly remote?: true;
    }
  /** At hand but unusable; already reported. */
  | { readonly kind: "broken" };

/** Reads each document once. */
export class Documents {
  readonly all: SourceDocument[] = [];
  readonly #byKey: Map<string, SourceDocument | "broken" | null> = new Map();
  readonly #options: DocumentOptions;
  readonly #problems: Problems;
  #permitted: ((file: string) => boolean) | undefined;

  constructor(options: DocumentOptions, problems: Problems) {
    this.#options = options;
    this.#problems = problems;
  }

  /** Reads a document that was handed in. */
  entry(file: string): SourceDocument | null {
    const at = { file: normalizeFile(file), line: 1, column: 1 };
    const found = this.#open(at.file, (reason) => this.#problems.report("document-unreadable", at, { ...reason }));
    return found === null || found === "broken" ? null : found;
  }

  /** Follows a location written at `at`. */
  follow(at: Location, location: string, namespace: string): Followed {
    const located = this.#options.locate?.(location, at.file);
    const mapped = located ?? this.#options.catalog?.[location] ?? this.#options.catalog?.[namespace];
    const resolved =
      mapped !== undefined
        ? { kind: "local" as const, candidates: [normalizeFile(mapped)] }
        : located === null
          ? { kind: "remote" as const, url: location }
          : resolveLocation(at.file, location);
    if (resolved.kind === "remote") {
      const name = /([^/?#]+)([?#].*)?$/.exec(resolved.url)?.[1] ?? "document.xsd";
      return {
        kind: "missing",
        reason: REMOTE,
        suggestion: posix.join(posix.dirname(at.file), name),
        remote: true,
      };
    }
    const suggestion = resolved.candidates.at(-1) ?? location;
    if (
      mapped === undefined &&
      (climbsAboveRoot(at.file, location) || !resolved.candidates.every((c) => this.#inside(c)))
    ) {
      return { kind: "missing", reason: OUTSIDE, suggestion, outside: true };
    }
    let reason = NO_FILE;
    for (const candidate of resolved.candidates) {
      const found = this.#open(candidate, (text) => {
        reason = text;
      });
      if (found === "broken") return { kind: "broken" };
      if (found !== null) return { kind: "document", document: found };
    }
    return { kind: "missing", reason, suggestion };
  }

  #inside(file: string): boolean {
    const { root, readFile, permits } = this.#options;
    if (permits !== undefined && !permits(file)) return false;
    if (root === undefined) return true;
    if (readFile === undefined) {
      this.#permitted ??= permittedIn([root]);
      return this.#permitted(file);
    }
    const relative = posix.relative(this.#key(normalizeFile(root)), this.#key(file));
    return relative !== ".." && !relative.startsWith("../");
  }

  #key(file: string): string {
    return this.#options.readFile === undefined ? normalizeFile(resolve(file)) : file;
  }

  #open(file: string, unreadable: (reason: Reason) => void): SourceDocument | "broken" | null {
    const key = this.#key(file);
    const known = this.#byKey.get(key);
    if (known !== undefined && known !== null) return known;
    const at = { file, line: 1, column: 1 };
    const max = this.#options.limits?.maxDocuments ?? 10_000;
    if (this.all.length >= max) {
      this.#problems.report("too-many-documents", at, { max: String(max) });
      return "broken";
    }
    let bytes: Uint8Array;
    try {
      const content = (this.#options.readFile ?? readFileSync)(file);
      bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    } catch (error) {
      unreadable(readFailure(error));
      this.#byKey.set(key, null);
      return null;
    }
    const document = this.#parse(file, bytes);
    this.#byKey.set(key, document ?? "broken");
    return document ?? "broken";
  }

  #parse(file: string, bytes: Uint8Array): SourceDocument | null {
    const at = { file, line: 1, column: 1 };
    let root: XNode;
    try {
      const read = readXml(bytes, file, {
        maxBytes: this.#options.limits?.maxBytes ?? DEFAULT_MAX_BYTES,
        maxDepth: this.#options.limits?.maxDepth ?? DEFAULT_MAX_DEPTH,
      });
      root = read.root;
      if (read.notes.doctype !== null) this.#problems.report("doctype-ignored", read.notes.doctype);
      for (const { at, found, meant } of read.notes.misspelt)
        this.#problems.report("element-misspelt", at, { found, meant });
      if (read.notes.bare !== null) this.#problems.report("wsdl-no-namespace", read.notes.bare);
      if (read.notes.draft !== null) {
        this.#problems.report("document-draft-schema", read.notes.draft.at, { namespace: read.notes.draft.namespace });
      }
    } catch (error) {
      const text = readErrorText(error);
      if (text === null) throw error;
      const { line, column, reason, reasonZh } = text;
      const format = guessFormat(bytes);
      if (format !== null) this.#problems.report("document-no-xml", at, { ...format }, error);
      else this.#problems.report("document-malformed", { file, line, column }, { reason, reasonZh }, error);
      return null;
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    let kind: "wsdl" | "xsd";
    if (root.local === "definitions" && root.ns === WSDL_NS) kind = "wsdl";
    else if (root.ns === XSD_NS && root.local === "schema") kind = "xsd";
    else {
      if (root.ns === WSDL20_NS || (root.local === "description" && root.ns.includes("wsdl")))
        this.#problems.report("document-wsdl20", root);
      else if (root.ns.endsWith("/XMLSchema")) this.#problems.report("schema-draft", root, { namespace: root.ns });
      else
        this.#problems.report("document-foreign", root.at ?? at, {
          found: root.ns === "" ? root.local : `{${root.ns}}${root.local}`,
        });
      return null;
    }
    const document = { file, sha256, kind, root };
    this.all.push(document);
    this.#options.onDocument?.({ file, kind, bytes, root });
    return document;
  }
}

/** Why reading failed, without the path of the machine. */
function readFailure(error: unknown): Reason {
  const code = (error as { code?: unknown }).code;
  if (code === "ENOENT" || code === "ENOTDIR") return NO_FILE;
  if (code === "EISDIR") return { reason: "it is a folder", reasonZh: "它是目录" };
  if (code === "EACCES" || code === "EPERM") return { reason: "no permission to read it", reasonZh: "没有读取权限" };
  const detail = typeof code === "string" ? ` (${code})` : "";
  return { reason: `it cannot be read${detail}`, reasonZh: `无法读取${detail}` };
}
