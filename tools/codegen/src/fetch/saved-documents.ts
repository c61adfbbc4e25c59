import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { permittedIn } from "@coo/wsdl";
import { CodegenError } from "../errors.ts";
import { otherSavedPath, savedPath } from "./saved-path.ts";

/** Folder beside the entries that holds what was fetched. */
const SAVED_FOLDER = ".coo-fetched";
const CATALOG = "catalog.json";

/** What `catalog.json` says. */
interface Catalog {
  /** File by address, relative to the catalog. */
  readonly documents: Readonly<Record<string, string>>;
  /** Address that an address was redirected to. */
  readonly redirects: Readonly<Record<string, string>>;
}

/** An `http:` or `https:` address. */
export function isAddress(text: string): boolean {
  return /^https?:/i.test(text.trim());
}

/** Documents saved from a network, by address; those of a running fetch are in memory until {@link save}. */
export class SavedDocuments {
  readonly folder: string;
  readonly #files: Map<string, string> = new Map();
  readonly #redirects: Map<string, string> = new Map();
  readonly #addresses: Map<string, string> = new Map();
  readonly #fresh: Map<string, Uint8Array> = new Map();
  /** A folder may come from a stranger: neither its catalog nor a link in it leads to another file of this machine. */
  readonly #isSaved: (file: string) => boolean;

  /**
   * @param base - Folder of the entries.
   * @throws {@link CodegenError} `GEN_FETCH` when the catalog there is not readable.
   */
  constructor(base: string) {
    this.folder = join(resolve(base), SAVED_FOLDER);
    this.#isSaved = permittedIn([this.folder]);
    const catalog = readCatalog(join(this.folder, CATALOG));
    for (const [address, file] of Object.entries(catalog.documents)) this.#place(address, resolve(this.folder, file));
    for (const [from, to] of Object.entries(catalog.redirects)) this.#redirects.set(from, to);
  }

  /** Path of `catalog.json`. */
  get catalog(): string {
    return join(this.folder, CATALOG);
  }

  /** Address that a location means in the document `from`; `null` when it is a path. */
  addressOf(location: string, from: string): URL | null {
    const base = this.#addresses.get(resolve(from));
    const text = location.trim();
    if (base === undefined && !/^[A-Za-z][A-Za-z0-9+.-]+:/.test(text)) return null;
    if (base === undefined && /^file:/i.test(text)) return null;
    if (!URL.canParse(text, base)) return null;
    const url = new URL(text, base);
    url.hash = "";
    return url;
  }

  /** Whether nothing is in memory alone. */
  get isWritten(): boolean {
    return this.#fresh.size === 0;
  }

  /** Whether a file was fetched. */
  has(file: string): boolean {
    return this.#addresses.has(resolve(file));
  }

  /** Address of a document that was fetched. */
  sourceOf(file: string): string | undefined {
    return this.#addresses.get(resolve(file));
  }

  /** The saved file for a location in the document `from`: the option `locate` of the loader, with absolute paths. */
  locate(location: string, from: string): string | null | undefined {
    const url = this.addressOf(location, from);
    if (url !== null) {
      const file = this.find(url.href);
      if (file !== undefined) return file;
    }
    // What a stranger's document calls a path is no path of this machine.
    return this.has(from) ? null : undefined;
  }

  /** The saved file of an address. */
  find(address: string): string | undefined {
    const file = this.#files.get(this.#redirects.get(address) ?? address);
    if (file === undefined) return undefined;
    return this.#fresh.has(file) || (existsSync(file) && this.#isSaved(file)) ? file : undefined;
  }

  /** Takes up a document. */
  add(asked: string, address: string, bytes: Uint8Array): string {
    if (asked !== address) this.#redirects.set(asked, address);
    let file = this.#files.get(address);
    if (file === undefined) {
      const taken = new Set([...this.#files.values()].map((f) => f.toLowerCase()));
      file = join(this.folder, savedPath(address));
      if (taken.has(file.toLowerCase())) file = join(this.folder, otherSavedPath(address));
      this.#place(address, file);
    }
    this.#fresh.set(file, bytes);
    return file;
  }

  /** Forgets a document of this run: it turned out to be none. */
  drop(file: string): void {
    const address = this.#addresses.get(file);
    this.#fresh.delete(file);
    this.#addresses.delete(file);
    if (address === undefined) return;
    this.#files.delete(address);
    for (const [from, to] of this.#redirects) if (to === address) this.#redirects.delete(from);
  }

  /** Reads a file, of the disk or not saved yet. */
  read(file: string): Uint8Array {
    return this.#fresh.get(file) ?? readFileSync(file);
  }

  /**
   * Writes what was fetched: each file under another name first, the catalog last. A run that is killed leaves whole
   * files that the catalog may not name yet.
   *
   * @returns Paths of the documents that were written.
   * @throws {@link CodegenError} `GEN_WRITE`.
   */
  save(): string[] {
    if (this.#fresh.size === 0) return [];
    const written = [...this.#fresh.keys()].sort();
    try {
      for (const [file, bytes] of this.#fresh) replace(file, bytes);
      const catalog: Catalog = {
        documents: sorted([...this.#files].map(([a, f]) => [a, relative(this.folder, f).split(sep).join("/")])),
        redirects: sorted([...this.#redirects]),
      };
      replace(this.catalog, `${JSON.stringify(catalog, null, 2)}\n`);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
      throw new CodegenError(
        {
          code: "GEN_WRITE",
          message: `cannot save what was fetched to ${this.folder} (${reason})`,
          messageZh: `无法将下载的文档保存到 ${this.folder}(${reason})`,
          advice: "check the folder's rights and free space",
          adviceZh: "请检查目录权限和磁盘空间",
        },
        [],
        cause,
      );
    }
    this.#fresh.clear();
    return written;
  }

  #place(address: string, file: string): void {
    this.#files.set(address, file);
    if (!this.#addresses.has(file)) this.#addresses.set(file, address);
  }
}

function replace(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function sorted(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function readCatalog(file: string): Catalog {
  if (!existsSync(file)) return { documents: {}, redirects: {} };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    json = null;
  }
  if (isRecord(json) && isTexts(json["documents"]) && isTexts(json["redirects"])) return json as unknown as Catalog;
  throw new CodegenError({
    code: "GEN_FETCH",
    at: { file, line: 1, column: 1 },
    message: "this is no catalog of fetched documents",
    messageZh: "不是已下载文档的目录文件",
    expected: `{ "documents": { "<address>": "<file>" }, "redirects": { "<address>": "<address>" } }`,
    expectedZh: `{ "documents": { "<地址>": "<文件>" }, "redirects": { "<地址>": "<地址>" } }`,
    advice: "correct it, or remove it and run with --fetch",
    adviceZh: "请更正,或删除后加 --fetch 运行",
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((v) => typeof v === "string");
}
