import { EvolutionError } from "../errors.ts";
import type { Decide } from "./similarity.ts";

/** What somebody says about a component of the old set. */
export interface DecidedRename {
  /** As reports name it: `{ns}Type`, `{ns}Type/element`, `{ns}Type@attribute`. */
  readonly from: string;
  /** Its new name, whole or the last part of it; `null`: it is gone, and is nothing else under another name. */
  readonly to: string | null;
}

/** Decisions about renames, which go before detection; those that met nothing are told. */
export class DecidedRenames {
  readonly #byName: ReadonlyMap<string, DecidedRename>;
  readonly #open: Set<DecidedRename>;

  constructor(renames: readonly DecidedRename[]) {
    this.#byName = new Map(renames.map((r) => [r.from, r]));
    this.#open = new Set(renames);
  }

  /** Decides for what is called `owner` with `mark` and its own name; types have their whole names. */
  for(owner: string, mark: "/" | "@" | ""): Decide {
    return (name, added) => {
      const found = this.#byName.get(`${owner}${mark}${name}`);
      if (found === undefined) return undefined;
      if (found.to === null) {
        this.#open.delete(found);
        return null;
      }
      const wanted =
        mark === "" ? found.to : found.to.slice(Math.max(found.to.lastIndexOf(mark), found.to.lastIndexOf("}")) + 1);
      const at = added.indexOf(wanted);
      if (at < 0) return undefined;
      this.#open.delete(found);
      return at;
    };
  }

  /** @throws {@link EvolutionError} `EVO_RENAME` when a decision names what was not removed, or not added. */
  assertMet(): void {
    const [first] = this.#open;
    if (first === undefined) return;
    const { from, to } = first;
    const rest =
      this.#open.size > 1 ? [` (and ${this.#open.size - 1} more)`, `(另有 ${this.#open.size - 1} 项)`] : ["", ""];
    throw new EvolutionError(
      "EVO_RENAME",
      `renames: ${from} → ${to ?? "none"}: no component of that name was removed${to === null ? "" : ", or none of the other was added in its place"}${rest[0]}; names are {ns}Type, {ns}Type/element, {ns}Type@attribute, as reports tell them`,
      `renames:${from} → ${to ?? "无"}:没有删除该名称的组件${to === null ? "" : ",或同一位置没有新增后者"}${rest[1]};名称写作 {ns}类型、{ns}类型/元素、{ns}类型@属性,同报告`,
    );
  }
}
