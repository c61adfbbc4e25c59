/** Paths are names with dots, from the body or the answer. */
type Path = string;

/** How a record of a query tells what the push of the result would have told. */
export interface ResultRule {
  /** A push of the services handed in. */
  readonly push: string;
  /** Shows that the remote has a result. */
  readonly final: { readonly path: Path; readonly values: readonly string[] };
  /**
   * Fields of the push's body, with where the record has the same. Where it says it in other codes, `codes` translates
   * those that can mean one thing only.
   */
  readonly fields: Readonly<
    Record<string, Path | { readonly path: Path; readonly codes: Readonly<Record<string, string>> }>
  >;
}

/** How the fate of an application is asked for. */
export interface AskRule {
  /** A read operation of the services handed in. */
  readonly operation: string;
  /** Its field that takes the key. */
  readonly key: Path;
  /** Further fields of its body. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** Return codes that say that there is no such thing. */
  readonly absent?: readonly string[];
  /** Where the answer has what was asked for; in a list, the item whose `key` fits. */
  readonly found: Path;
  /** Where that has the application as the remote keeps it; the first that is there is compared field by field. */
  readonly content?: readonly Path[];
  /** Fields that stand in it under the same names as in the application, where it has no `content`. */
  readonly fields?: readonly Path[];
  /** For an effect: what shows that it happened. */
  readonly applied?: { readonly path: Path; readonly values: readonly string[] };
  readonly remoteId?: Path;
  /** Shows that no final result is there yet. */
  readonly open?: { readonly path: Path; readonly values: readonly string[] };
  /** The result that it shows, for the case that its push never comes. */
  readonly result?: ResultRule;
}

/**
 * How one operation goes through the outbox. All of it is about the remote's behaviour, so it is data: what the official
 * documents say replaces it.
 */
export interface SubmitRule {
  /** `effect`: without a safe repeat, never sent again by itself. Default `submit`. */
  readonly class?: "submit" | "effect";
  /** Field of the body that holds the business key. */
  readonly key: Path;
  readonly ask: AskRule;
  /** Field of the answer that holds the remote's own number. */
  readonly remoteId?: Path;
  /** Return codes of a verified refusal after which nothing was applied. Any other code is asked about. */
  readonly notApplied: readonly string[];
  /** Return codes that say that the message number is known. */
  readonly repeated?: readonly string[];
  /** Return codes after which nothing more is sent until a person has looked: wrong provider, wrong signature. */
  readonly hold?: readonly string[];
}

/** Rules by operation. */
export type SubmitRules = Readonly<Record<string, SubmitRule>>;

/** The value at a path; `undefined` when there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const name of path.split(".")) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Readonly<Record<string, unknown>>)[name];
  }
  return at;
}

/** The text at a path; `undefined` when there is none. */
export function textAt(value: unknown, path: Path | undefined): string | undefined {
  const found = path === undefined ? undefined : valueAt(value, path);
  return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
}
