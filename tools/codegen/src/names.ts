import { type CodegenProblem, type Fault, throwFault } from "./errors.ts";
import { isPlainProperty, isTaken } from "./identifiers.ts";

/**
 * Names by component. Keys are `{ns}local` for a named type, `element {ns}/local` for the anonymous type of a global
 * element, then `/local` for each element on the way to a type inside; `key@attribute` and `key.element` for
 * properties; `message {ns}local`, `file ns`, and `key|view` for what is derived.
 */
export type NameMap = Readonly<Record<string, string>>;

/** Asks for a name: the first of `wanted` that is free, after everybody of a lower `rank`. */
export interface Asker {
  readonly key: string;
  /** Key of the component it belongs to, when that is another. */
  readonly owner?: string;
  /** Evaluated when everybody of a lower rank has a name. */
  readonly wanted: readonly string[] | (() => readonly string[]);
  readonly rank: number;
  readonly take: (name: string) => void;
}

/** A name that could not be had. */
export interface Renamed {
  /** Key of the component. */
  readonly key: string;
  readonly wanted: string;
  readonly given: string;
}

/**
 * What every component is called, so that a component keeps its name when others are added.
 *
 * A name follows from the component alone as long as nobody else wants it. When two want the same, no rule that looks
 * only at the documents can be stable: each has the name when alone. So the names of the last run are read back and go
 * before; the rest is settled by kind, exact spelling and key, never by the order in the documents.
 */
export class Names {
  /** Every name that could not be had so far. */
  readonly renamed: Renamed[] = [];
  readonly #fault: Fault;
  readonly #given: ReadonlyMap<string, string>;
  readonly #kept: ReadonlyMap<string, string>;
  readonly #asked = new Set<string>();
  readonly #recorded = new Map<string, { readonly name: string; readonly owner: string }>();

  /**
   * @param given - The user's own names; they go before everything.
   * @param kept - Names of the last run.
   * @param fault - Gets names of the user that cannot be had; by default the first is thrown.
   */
  constructor(given: NameMap = {}, kept: NameMap = {}, fault: Fault = throwFault) {
    this.#fault = fault;
    this.#given = new Map(Object.entries(given));
    this.#kept = new Map(Object.entries(kept));
  }

  /** The user's name of a component. */
  given(key: string): string | undefined {
    const name = this.#given.get(key);
    if (name !== undefined) this.#asked.add(key);
    return name;
  }

  /** The name of a component in the last run. */
  kept(key: string): string | undefined {
    return this.#kept.get(key);
  }

  /** @param owner - Key of the component it belongs to. */
  record(key: string, name: string, owner: string = key): void {
    this.#recorded.set(key, { name, owner });
  }

  /** The names of some components and of all that belongs to them, sorted by key. */
  of(owners: ReadonlySet<string>): NameMap {
    const keys: string[] = [];
    for (const [key, { owner }] of this.#recorded) if (owners.has(owner)) keys.push(key);
    return Object.fromEntries(keys.sort().map((key) => [key, this.#recorded.get(key)?.name as string]));
  }

  /**
   * Gives every asker a name of its own: first the user's names, then those of the last run, then by rank and key.
   *
   * @param scope - Names that are taken already; grows.
   * @param valid - What a name must look like; an identifier by default.
   * @returns Names that could not be had.
   * @throws {@link CodegenError} `GEN_MANIFEST` when the user's names are no identifiers or clash, unless collected.
   */
  settle(askers: readonly Asker[], scope: Set<string>, valid: (name: string) => boolean = isIdentifier): Renamed[] {
    const renamed: Renamed[] = [];
    const free = (name: string): boolean => valid(name) && !scope.has(name);
    const give = (asker: Asker, name: string): void => {
      scope.add(name);
      this.record(asker.key, name, asker.owner);
      asker.take(name);
    };
    const open: Asker[] = [];
    const displaced: { readonly asker: Asker; readonly name: string }[] = [];
    const former: Asker[] = [];
    for (const asker of askers) {
      const given = this.given(asker.key);
      const refused = given === undefined ? null : refusal(asker.key, given, valid, scope);
      if (refused) this.#fault(refused, ["names", asker.key]);
      if (given === undefined || refused) {
        (this.kept(asker.key) === undefined ? open : former).push(asker);
        continue;
      }
      give(asker, given);
    }
    for (const asker of former.sort(byKey)) {
      const name = this.kept(asker.key) as string;
      if (free(name)) {
        give(asker, name);
        displaced.push({ asker, name });
      } else open.push(asker);
    }
    for (const asker of open.sort((a, b) => a.rank - b.rank || byKey(a, b))) {
      const wanted = wantedBy(asker);
      const [first = ""] = wanted;
      let name = wanted.find(free);
      for (let n = 2; name === undefined; n++) {
        const next = `${wanted.at(-1)}${n}`;
        if (free(next)) name = next;
      }
      give(asker, name);
      if (name !== first) renamed.push({ key: asker.key, wanted: first, given: name });
    }
    for (const { asker, name } of displaced) {
      const [first = ""] = wantedBy(asker);
      if (name !== first) renamed.push({ key: asker.key, wanted: first, given: name });
    }
    this.renamed.push(...renamed);
    return renamed;
  }

  /** Tells of each name of the user whose component the documents do not have: `GEN_MANIFEST`. */
  checkGiven(): void {
    for (const key of this.#given.keys()) {
      if (this.#asked.has(key)) continue;
      const problem = {
        code: "GEN_MANIFEST" as const,
        message: `names: there is no component ${key}`,
        messageZh: `names:没有组件 ${key}`,
        expected: "a key as in the generated names.ts, such as {urn:x}Order or {urn:x}Order@id",
        expectedZh: "生成的 names.ts 中的键,例如 {urn:x}Order 或 {urn:x}Order@id",
        advice: "correct the key or remove the line",
        adviceZh: "请更正键名或删除该行",
      };
      this.#fault(problem, ["names", key]);
    }
  }
}

function wantedBy({ wanted }: Asker): readonly string[] {
  return typeof wanted === "function" ? wanted() : wanted;
}

function byKey(a: Asker, b: Asker): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** Whether a generated type or constant can have this name. */
function isIdentifier(name: string): boolean {
  return isPlainProperty(name) && !isTaken(name);
}

/** Why the user's name cannot be had, if so. */
function refusal(
  key: string,
  name: string,
  valid: (name: string) => boolean,
  scope: ReadonlySet<string>,
): CodegenProblem | null {
  if (!valid(name)) return unusable(key, name);
  return scope.has(name) ? clash(key, name) : null;
}

function unusable(key: string, name: string): CodegenProblem {
  return {
    code: "GEN_MANIFEST",
    message: `names: ${key} cannot be called "${name}"`,
    messageZh: `names:${key} 不能命名为“${name}”`,
    expected: "an identifier that is no reserved word",
    expectedZh: "标识符,且不是保留字",
    advice: "choose another name",
    adviceZh: "请换一个名称",
  };
}

function clash(key: string, name: string): CodegenProblem {
  return {
    code: "GEN_MANIFEST",
    message: `names: ${key} cannot be called ${name}, another component is called so already`,
    messageZh: `names:${key} 不能命名为 ${name},已有其他组件使用该名称`,
    expected: "a name of its own for each component",
    expectedZh: "每个组件应有不同的名称",
    advice: "choose another name",
    adviceZh: "请换一个名称",
  };
}
