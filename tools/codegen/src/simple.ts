import { type Facet, isWsdlError, type QName, type SimpleType, translatePattern } from "@coo/wsdl";
import { compilePattern } from "@coo/xml/pattern";
import type { SimplePlan, ValueKind } from "./plan.ts";

/** A pattern for ECMAScript; none for what is no expression, which the loader reported and only `keepGoing` lets pass. */
/**
 * The alternative patterns of one step of derivation as one; `null` when one of them is wrong or too large to be matched:
 * the others alone would refuse what it allows. The loader names those.
 */
function translated(patterns: readonly Facet[]): string | null {
  try {
    const sources = patterns.map(({ value, at }) => translatePattern(value, { at, lenient: true }));
    const source = sources.length === 1 ? (sources[0] as string) : sources.map((s) => `(?:${s})`).join("|");
    compilePattern(source);
    return source;
  } catch (error) {
    if (error instanceof RangeError || isWsdlError(error)) return null;
    throw error;
  }
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  boolean: "boolean",
  base64Binary: "bytes",
  hexBinary: "bytes",
  float: "number",
  double: "number",
  int: "number",
  short: "number",
  byte: "number",
  unsignedInt: "number",
  unsignedShort: "number",
  unsignedByte: "number",
};

const PRESERVED = new Set(["string", "anySimpleType", "anyAtomicType"]);

/** JavaScript kind of a built-in type: exact values that a number cannot hold stay text. */
export function kindOfBuiltin(local: string): ValueKind {
  return KINDS[local] ?? "string";
}

/** Folds derivation chains into {@link SimplePlan}s; one plan a type, so that references compare by identity. */
export class SimpleFolder {
  readonly #plans = new Map<SimpleType, SimplePlan>();
  /** Whether xs:ID, a reference to one, or the name of an entity was met. */
  holdsIds = false;
  readonly #encodings = new Map<string, SimplePlan>();
  readonly #qualified: boolean;

  /** @param qualified - Whether descriptors give the namespaces of names, see {@link SimplePlan.qualified}. */
  constructor(qualified: boolean) {
    this.#qualified = qualified;
  }

  /** A type of the SOAP encoding: what it is made of under its own name. */
  encoding(name: QName, of: SimpleType): SimplePlan {
    const known = this.#encodings.get(name.ns + name.local);
    if (known) return known;
    const plan = { ...this.fold(of), name, qualified: this.#qualified };
    this.#encodings.set(name.ns + name.local, plan);
    return plan;
  }

  fold(type: SimpleType): SimplePlan {
    const known = this.#plans.get(type);
    if (known) return known;
    const plan = this.#make(type);
    this.#plans.set(type, plan);
    return plan;
  }

  #make(type: SimpleType): SimplePlan {
    // From the built-in (or list, union) at the end of the chain to the type itself.
    const chain: SimpleType[] = [];
    for (let t: SimpleType | null = type; t !== null; t = t.base) {
      chain.unshift(t);
      if (t.variety === "builtin" || t.base === null) break;
    }
    const root = chain[0] as SimpleType;
    const listRoot = chain.find((t) => t.item !== null) ?? null;
    const unionRoot = chain.find((t) => t.variety === "union" && t.members.length > 0) ?? null;
    const steps = root.variety === "builtin" ? chain.slice(1) : chain;
    const hasPattern = steps.some((step) => (step.facets.patterns?.length ?? 0) > 0);
    // A pattern tells one lexical form of a value from another, `0042` from `42`: only the text keeps it.
    const part = (t: SimpleType): SimplePlan => (hasPattern ? asText(this.fold(t)) : this.fold(t));
    const item = listRoot?.item ? part(listRoot.item) : null;
    const members = unionRoot ? unionRoot.members.map(part) : [];
    const builtin = root.variety === "builtin" && root.name ? root.name.local : "anySimpleType";

    if (builtin === "ID" || builtin === "IDREF" || builtin === "ENTITY") this.holdsIds = true;
    const facets: Record<string, number | string> = {};
    let ws: SimplePlan["ws"] =
      PRESERVED.has(builtin) && !item && members.length === 0
        ? "preserve"
        : builtin === "normalizedString"
          ? "replace"
          : "collapse";
    const patterns: string[] = [];
    const xsdPatterns: string[] = [];
    let enumeration: SimplePlan["enumeration"] = null;
    if (root.variety === "builtin" && item) facets["minLength"] = 1;
    for (const step of steps) {
      const f = step.facets;
      for (const key of ["length", "minLength", "maxLength", "totalDigits", "fractionDigits"] as const) {
        const facet = f[key];
        if (facet) facets[key] = Number(facet.value);
      }
      for (const [key, other] of BOUNDS) {
        const facet = f[key];
        if (!facet) continue;
        facets[key] = facet.value.trim();
        delete facets[other];
      }
      if (f.whiteSpace) ws = f.whiteSpace.value as SimplePlan["ws"];
      const source = f.patterns ? translated(f.patterns) : null;
      if (f.patterns && source !== null) {
        xsdPatterns.push(f.patterns.map((p) => p.value).join("|"));
        patterns.push(source);
      }
      // Whether there is a time zone shows in the text alone.
      const zone = ZONES[f.explicitTimezone?.value ?? ""];
      if (zone !== undefined) {
        xsdPatterns.push("");
        patterns.push(zone);
      }
      if (f.enumerations && f.enumerations.length > 0) {
        const seen = new Set<string>();
        enumeration = f.enumerations
          .map((e) => ({ value: expanded(normalise(e.value, ws), e.prefixes), annotation: e.annotation }))
          .filter((e) => !seen.has(e.value) && seen.add(e.value));
      }
    }
    const kind: ValueKind = item ? "list" : members.length > 0 ? "union" : kindOfBuiltin(builtin);
    const js = kind === "number" && hasPattern ? "string" : kind;
    return {
      name: type.variety === "builtin" ? null : type.name,
      qualified: this.#qualified,
      builtin,
      js,
      ws,
      patterns,
      xsdPatterns,
      enumeration,
      ...(facets as object),
      item,
      members,
      source: type,
      alias: null,
    };
  }
}

/** Patterns for `explicitTimezone`. */
const ZONES: Readonly<Record<string, string>> = {
  required: "[^]*(?:Z|[+\\-]\\d\\d:\\d\\d)",
  prohibited: "(?![^]*(?:Z|[+\\-]\\d\\d:\\d\\d)$)[^]*",
};

const BOUNDS = [
  ["minInclusive", "minExclusive"],
  ["minExclusive", "minInclusive"],
  ["maxInclusive", "maxExclusive"],
  ["maxExclusive", "maxInclusive"],
] as const;

function normalise(value: string, ws: SimplePlan["ws"]): string {
  if (ws === "preserve") return value;
  const replaced = value.replace(/[\t\n\r]/g, " ");
  return ws === "replace" ? replaced : replaced.replace(/ +/g, " ").replace(/^ | $/g, "");
}

/** Qualified names in an enumeration as the codec knows them: `{ns}local`. */
function expanded(value: string, prefixes: Readonly<Record<string, string>> | undefined): string {
  if (!prefixes) return value;
  return value
    .split(" ")
    .map((word) => {
      const colon = word.indexOf(":");
      const ns = prefixes[colon < 0 ? "" : word.slice(0, colon)];
      if (ns === undefined || ns === "") return word;
      return `{${ns}}${word.slice(colon + 1)}`;
    })
    .join(" ");
}

/** The same values as texts. */
function asText(plan: SimplePlan): SimplePlan {
  if (plan.js === "string") return plan;
  if (plan.js === "list") return plan.item ? { ...plan, item: asText(plan.item) } : plan;
  if (plan.js === "union") return { ...plan, members: plan.members.map(asText) };
  return { ...plan, js: "string" };
}
