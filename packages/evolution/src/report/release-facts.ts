/** A verdict that somebody answers for: it opens the gate, and changes neither verdict nor bump. */
export interface AcceptedWaiver {
  /** {@link Change.fingerprint} */
  readonly fingerprint: string;
  readonly reason: string;
  readonly reasonZh: string;
  readonly owner: string;
  /** `YYYY-MM-DD` */
  readonly expires: string;
}

/** What a manifest knows about two editions and their documents do not say; every text does without it. */
export interface ReleaseFacts {
  /** Names of the editions, such as `2018-07`. */
  readonly old: string;
  readonly new: string;
  /** `YYYY-MM-DD`, the day on which the other side switches. */
  readonly effectiveDate?: string;
  /** Names for people, by the name that the documents give the operation. */
  readonly operations?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  readonly waivers?: readonly AcceptedWaiver[];
  /** Where the whole report lies, as a reader of a changelog reaches it. */
  readonly link?: string;
}

/** The facts of a pair of which only the documents are known. */
export const NO_FACTS: ReleaseFacts = { old: "", new: "" };

/** The waiver of a change, if there is one. */
export function waiverOf(fingerprint: string, facts: ReleaseFacts): AcceptedWaiver | null {
  return facts.waivers?.find((w) => w.fingerprint === fingerprint) ?? null;
}

/** What people call an operation of the report, `Binding.operation`. */
export function operationName(key: string, facts: ReleaseFacts): { readonly zh: string; readonly en: string } {
  const code = operationCode(key, facts);
  const found = facts.operations !== undefined && Object.hasOwn(facts.operations, code) ? facts.operations[code] : null;
  return { zh: found?.zh ?? code, en: found?.en ?? code };
}

/** The operation of `Binding.operation`, by the name that the facts or else the documents give it. */
export function operationCode(key: string, facts: ReleaseFacts): string {
  const bare = key.replace(/\([^()]*\)$/, "");
  const names = facts.operations ?? {};
  // Names of bindings and of operations may both have dots.
  for (let name = bare; ; ) {
    if (Object.hasOwn(names, name)) return name;
    const dot = name.indexOf(".");
    if (dot < 0) break;
    name = name.slice(dot + 1);
  }
  return bare.slice(bare.indexOf(".") + 1);
}
