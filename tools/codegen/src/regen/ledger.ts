import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CodegenError } from "../errors.ts";
import { readJson } from "../json-source.ts";

/** Where the ledger lies, below the repository. */
export const LEDGER = "schemas/editions.json";

/** Released versions of packages, by name: the first with the edition, with it as default, and without it again. */
export type EditionVersions = Readonly<
  Record<string, { readonly from: string; readonly default?: string; readonly until?: string }>
>;

/** One edition that was announced. */
export interface LedgerEdition {
  readonly state: "announced" | "adopted" | "retired";
  /** Edition that it was compared with; `null` for the first one. */
  readonly after: string | null;
  /** Day on which it became the default, `YYYY-MM-DD`. */
  readonly adopted: string | null;
  /** SHA-256 of each of its files that decide what is generated. */
  readonly sources: Readonly<Record<string, string>>;
  /** SHA-256 over the generated folder of each package; `null` as long as the folder may change with the generator. */
  readonly generated: Readonly<Record<string, string>> | null;
  /** Absent as long as no package with it was released. */
  readonly versions?: EditionVersions;
}

/** What was announced, adopted and released: the lock of a repository. */
export interface Ledger {
  readonly formatVersion: 1;
  /** Edition that the packages give without a date. */
  readonly default: string;
  readonly editions: Readonly<Record<string, LedgerEdition>>;
  /** SHA-256 of every changeset that was written and is not known to be released. */
  readonly changesets: Readonly<Record<string, string>>;
}

/**
 * Reads `schemas/editions.json`; `null` when there is none.
 *
 * @throws {@link CodegenError} `GEN_MANIFEST` when it is malformed.
 */
export function readLedger(root: string): Ledger | null {
  const file = join(root, LEDGER);
  if (!existsSync(file)) return null;
  const { value } = readJson(readFileSync(file, "utf8"), LEDGER);
  const ledger = value as Partial<Ledger> | null;
  const sound =
    isRecord(ledger) &&
    ledger["formatVersion"] === 1 &&
    typeof ledger["default"] === "string" &&
    isRecord(ledger["editions"]) &&
    Object.hasOwn(ledger["editions"], ledger["default"]) &&
    Object.entries(ledger["editions"]).every(([name, e]) => EDITION.test(name) && isEdition(e)) &&
    isDigests(ledger["changesets"]);
  if (!sound)
    throw new CodegenError({
      code: "GEN_MANIFEST",
      at: { file: LEDGER, line: 1, column: 1 },
      message: "this is no ledger of editions of format 1",
      messageZh: "不是格式 1 的版本台账",
      expected: "formatVersion, default, editions, changesets, as `coo-codegen regen` writes them",
      expectedZh: "由 `coo-codegen regen` 写出的 formatVersion、default、editions、changesets",
      advice: "restore the file from version control; it is not edited by hand",
      adviceZh: "请从版本库恢复该文件,它不应手改",
    });
  return ledger as unknown as Ledger;
}

/** The ledger as text: editions and digests sorted. */
export function ledgerText(ledger: Ledger): string {
  const editions = Object.fromEntries(
    Object.keys(ledger.editions)
      .sort()
      .map((name) => {
        const e = ledger.editions[name] as LedgerEdition;
        return [
          name,
          {
            ...e,
            sources: sorted(e.sources),
            generated: e.generated === null ? null : sorted(e.generated),
            ...(e.versions === undefined ? {} : { versions: sorted(e.versions) }),
          },
        ];
      }),
  );
  return `${JSON.stringify({ ...ledger, editions, changesets: sorted(ledger.changesets) }, null, 2)}\n`;
}

/** Editions that the packages have. */
export function liveEditions(ledger: Ledger): string[] {
  return Object.keys(ledger.editions)
    .filter((name) => ledger.editions[name]?.state !== "retired")
    .sort();
}

/** Names of editions, which are names of folders. */
export const EDITION: RegExp = /^\d{4}-\d{2}(?:-\d{2})?(?:-[a-z0-9]+)*$/;

function sorted<T>(byName: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(byName).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDigests(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((v) => typeof v === "string" && /^[0-9a-f]{64}$/.test(v));
}

function isVersions(value: unknown): boolean {
  const isVersion = (v: unknown): boolean => typeof v === "string" && /^\d+\.\d+\.\d+$/.test(v);
  return (
    isRecord(value) &&
    Object.values(value).every((v) => isRecord(v) && isVersion(v["from"]) && Object.values(v).every(isVersion))
  );
}

function isEdition(value: unknown): boolean {
  return (
    isRecord(value) &&
    ["announced", "adopted", "retired"].includes(String(value["state"])) &&
    (value["after"] === null || typeof value["after"] === "string") &&
    (value["adopted"] === null || /^\d{4}-\d{2}-\d{2}$/.test(String(value["adopted"]))) &&
    isDigests(value["sources"]) &&
    (value["generated"] === null || isDigests(value["generated"])) &&
    (value["versions"] === undefined || isVersions(value["versions"]))
  );
}
