import { builtinOf, varietyOf } from "./builtins.ts";
import { compiledPattern } from "./compiled-pattern.ts";
import { isWsdlError } from "./errors.ts";
import type { Facet, SimpleType } from "./model.ts";
import { translatePattern } from "./pattern.ts";
import type { Problems } from "./problems.ts";
import { normalizeSpace, readSimpleValue, whiteSpaceOf } from "./simple-values.ts";
import { display, type Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { compareValues, parseValue } from "./values.ts";

type Facets = SimpleType["facets"];
type BoundName = "minInclusive" | "minExclusive" | "maxInclusive" | "maxExclusive";

const LENGTHS = ["length", "minLength", "maxLength"] as const;
const BOUNDS = ["minInclusive", "minExclusive", "maxInclusive", "maxExclusive"] as const;
const DIGITS = ["totalDigits", "fractionDigits"] as const;
const TEXTUAL: ReadonlySet<string> = new Set(["string", "hexBinary", "base64Binary", "anyURI", "QName", "NOTATION"]);
const TIMES: ReadonlySet<string> = new Set([
  "dateTime",
  "time",
  "date",
  "gYearMonth",
  "gYear",
  "gMonthDay",
  "gDay",
  "gMonth",
]);

/** Checks the constraints of part 2, sections 4.1 and 4.3, on one simple type; its bases are complete. */
export function checkSimpleType(type: SimpleType, node: XNode, symbols: Symbols): void {
  new SimpleCheck(type, node, symbols).run();
}

class SimpleCheck {
  readonly #type: SimpleType;
  readonly #node: XNode;
  readonly #symbols: Symbols;
  readonly #problems: Problems;

  constructor(type: SimpleType, node: XNode, symbols: Symbols) {
    this.#type = type;
    this.#node = node;
    this.#symbols = symbols;
    this.#problems = symbols.problems;
  }

  run(): void {
    const type = this.#type;
    const { base } = type;
    if (base === null) {
      if (type.variety === "list") this.#list();
      else if (type.variety === "union") this.#union();
      return;
    }
    if (base.final.includes("restriction"))
      this.#report("derivation-final", { name: nameOf(base), step: "restriction" });
    if (base.variety === "builtin" && (base.name?.local === "anySimpleType" || base.name?.local === "anyAtomicType")) {
      if (this.#node.local === "simpleType") this.#report("restriction-any-simple", { name: nameOf(base) });
      this.#patterns();
      return;
    }
    this.#applicable();
    this.#lengths(base);
    this.#digits(base);
    this.#bounds(base);
    this.#whiteSpace(base);
    this.#patterns();
    this.#enumerations(base);
  }

  #report(
    rule: Parameters<Problems["report"]>[0],
    details: Record<string, string>,
    at: Facet | XNode = this.#node,
  ): void {
    this.#problems.report(rule, at, details);
  }

  #list(): void {
    const item = this.#type.item;
    if (item === null) return;
    if (item.final.includes("list")) this.#report("derivation-final", { name: nameOf(item), step: "list" });
    if (containsList(item)) this.#report("list-item", { name: nameOf(item) });
  }

  #union(): void {
    for (const member of this.#type.members) {
      if (member.final.includes("union")) this.#report("derivation-final", { name: nameOf(member), step: "union" });
    }
  }

  #applicable(): void {
    const allowed = applicableFacets(this.#type);
    for (const [name, facet] of Object.entries(this.#type.facets)) {
      if (name === "assertions" || allowed.has(name)) continue;
      const at = Array.isArray(facet) ? (facet[0] as Facet) : (facet as Facet);
      const facetName = name === "patterns" ? "pattern" : name === "enumerations" ? "enumeration" : name;
      this.#report("facet-not-applicable", { facet: facetName, type: nameOf(this.#type.base) }, at);
    }
  }

  #inherited(name: keyof Facets): Facet | undefined {
    for (let t = this.#type.base; t !== null; t = t.base) {
      const facet = t.facets[name];
      if (facet !== undefined) return facet as Facet;
    }
    return undefined;
  }

  #lengths(base: SimpleType): void {
    const f = this.#type.facets;
    for (const name of LENGTHS) {
      const own = f[name];
      if (own === undefined) continue;
      const value = Number(own.value);
      const inherited = this.#inherited(name);
      if (inherited === undefined) continue;
      const before = Number(inherited.value);
      const wrong = name === "length" ? value !== before : name === "minLength" ? value < before : value > before;
      if (wrong || (inherited.fixed && value !== before)) this.#loosens(own, name, inherited, base);
    }
    if (f.length !== undefined && (f.minLength !== undefined || f.maxLength !== undefined)) {
      const other = f.minLength === undefined ? "maxLength" : "minLength";
      this.#report(
        "facets-contradict",
        { first: "length", second: other, a: f.length.value, b: f[other]?.value ?? "" },
        f.length,
      );
    }
    const length = f.length ?? this.#inherited("length");
    const min = f.minLength ?? this.#inherited("minLength");
    const max = f.maxLength ?? this.#inherited("maxLength");
    const stated = f.length ?? f.minLength ?? f.maxLength;
    if (stated === undefined) return;
    if (min !== undefined && max !== undefined && Number(min.value) > Number(max.value))
      this.#contradict("minLength", min, "maxLength", max, stated);
    if (length !== undefined && min !== undefined && Number(length.value) < Number(min.value))
      this.#contradict("length", length, "minLength", min, stated);
    if (length !== undefined && max !== undefined && Number(length.value) > Number(max.value))
      this.#contradict("length", length, "maxLength", max, stated);
  }

  #contradict(first: string, a: Facet, second: string, b: Facet, at: Facet): void {
    this.#report("facets-contradict", { first, second, a: a.value, b: b.value }, at);
  }

  #loosens(own: Facet, facet: string, inherited: Facet, base: SimpleType): void {
    this.#report("facet-loosens", { facet, value: own.value, inherited: inherited.value, base: nameOf(base) }, own);
  }

  #digits(base: SimpleType): void {
    const f = this.#type.facets;
    for (const name of DIGITS) {
      const own = f[name];
      const inherited = own === undefined ? undefined : this.#inherited(name);
      if (own === undefined || inherited === undefined) continue;
      const [value, before] = [Number(own.value), Number(inherited.value)];
      if (value > before || (inherited.fixed && value !== before)) this.#loosens(own, name, inherited, base);
    }
    const total = f.totalDigits ?? this.#inherited("totalDigits");
    const fraction = f.fractionDigits ?? this.#inherited("fractionDigits");
    const stated = f.fractionDigits ?? f.totalDigits;
    if (
      stated !== undefined &&
      total !== undefined &&
      fraction !== undefined &&
      Number(fraction.value) > Number(total.value)
    ) {
      this.#contradict("fractionDigits", fraction, "totalDigits", total, stated);
    }
  }

  #bounds(base: SimpleType): void {
    const primitive = builtinOf(this.#type)?.primitive;
    if (primitive === null || primitive === undefined) return;
    const f = this.#type.facets;
    const value = (facet: Facet): ReturnType<typeof parseValue> =>
      parseValue(primitive, normalizeSpace(facet.value, "collapse"));
    const compare = (a: Facet, b: Facet): number | null => {
      const [x, y] = [value(a), value(b)];
      return x === null || y === null ? null : compareValues(x, y);
    };
    for (const name of BOUNDS) {
      const own = f[name];
      if (own === undefined) continue;
      const inherited = this.#inherited(name);
      const same = inherited !== undefined && compare(own, inherited) === 0;
      if (inherited?.fixed && !same) this.#loosens(own, name, inherited, base);
      else if (!same && readSimpleValue(base, own.value) === null && !this.#excludedAlike(name, own, compare)) {
        this.#report("facet-value", { facet: name, value: own.value, type: nameOf(base) }, own);
      }
    }
    if (f.minInclusive !== undefined && f.minExclusive !== undefined)
      this.#contradict("minInclusive", f.minInclusive, "minExclusive", f.minExclusive, f.minExclusive);
    if (f.maxInclusive !== undefined && f.maxExclusive !== undefined)
      this.#contradict("maxInclusive", f.maxInclusive, "maxExclusive", f.maxExclusive, f.maxExclusive);
    const ownMin = f.minInclusive ?? f.minExclusive;
    const ownMax = f.maxInclusive ?? f.maxExclusive;
    const stated = ownMin ?? ownMax;
    if (stated === undefined) return;
    const lower = this.#effective("minInclusive", "minExclusive");
    const upper = this.#effective("maxInclusive", "maxExclusive");
    if (lower === null || upper === null) return;
    const order = compare(lower.facet, upper.facet);
    const bothSame = (lower.name === "minInclusive") === (upper.name === "maxInclusive");
    if (order !== null && (order > 0 || (order === 0 && !bothSame)))
      this.#contradict(lower.name, lower.facet, upper.name, upper.facet, stated);
  }

  /** A bound that equals an excluding bound of the base on the same side excludes no less. */
  #excludedAlike(name: BoundName, own: Facet, compare: (a: Facet, b: Facet) => number | null): boolean {
    const other =
      name === "minExclusive"
        ? this.#inherited("minExclusive")
        : name === "maxExclusive"
          ? this.#inherited("maxExclusive")
          : undefined;
    return other !== undefined && compare(own, other) === 0;
  }

  #effective<A extends BoundName, B extends BoundName>(
    inclusive: A,
    exclusive: B,
  ): { readonly name: A | B; readonly facet: Facet } | null {
    for (let t: SimpleType | null = this.#type; t !== null; t = t.base) {
      const a = t.facets[inclusive];
      if (a !== undefined) return { name: inclusive, facet: a };
      const b = t.facets[exclusive];
      if (b !== undefined) return { name: exclusive, facet: b };
    }
    return null;
  }

  #whiteSpace(base: SimpleType): void {
    const own = this.#type.facets.whiteSpace;
    if (own === undefined) return;
    const rank = { preserve: 0, replace: 1, collapse: 2 };
    const before = whiteSpaceOf(base);
    const fixed = this.#inherited("whiteSpace")?.fixed ?? false;
    const value = own.value as keyof typeof rank;
    if (rank[value] < rank[before] || (fixed && value !== before)) {
      this.#report("facet-loosens", { facet: "whiteSpace", value, inherited: before, base: nameOf(base) }, own);
    }
  }

  #patterns(): void {
    for (const pattern of this.#type.facets.patterns ?? []) {
      try {
        translatePattern(pattern.value, { at: pattern.at });
      } catch (error) {
        if (!isWsdlError(error)) throw error;
        if (isLenient(pattern.value)) this.#report("pattern-escape", { pattern: pattern.value }, pattern);
        else this.#report("pattern-invalid", { ...error.details }, pattern);
      }
      if (compiledPattern(pattern) === "too-large") this.#symbols.record("xs:pattern too large to match", pattern.at);
    }
  }

  #enumerations(base: SimpleType): void {
    const values = this.#type.facets.enumerations ?? [];
    const primitive = builtinOf(this.#type)?.primitive;
    for (const enumeration of values) {
      if (readSimpleValue(base, enumeration.value) === null) {
        this.#problems.report("facet-value", enumeration, {
          facet: "enumeration",
          value: enumeration.value,
          type: nameOf(base),
        });
      } else if (primitive === "NOTATION" || primitive === "QName")
        this.#qualifiedName(enumeration.value, enumeration.at, primitive);
    }
  }

  #qualifiedName(text: string, at: SimpleType["at"], primitive: string): void {
    const [first = "", second] = text.trim().split(":");
    const prefix = second === undefined ? "" : first;
    const local = second ?? first;
    const ns = this.#node.lookup(prefix);
    if (ns === undefined && prefix !== "") this.#problems.report("prefix-undeclared", at, { name: text, prefix });
    else if (primitive === "NOTATION" && !this.#symbols.tables.notation.has(`{${ns ?? ""}}${local}`)) {
      const known = [...this.#symbols.tables.notation.values()].map((s) => s.name.local).join(", ") || "–";
      this.#problems.report("name-unknown", at, {
        kind: "notation",
        kindZh: "记法",
        name: text,
        known,
        knownZh: known,
      });
    }
  }
}

function isLenient(pattern: string): boolean {
  try {
    translatePattern(pattern, { lenient: true });
    return true;
  } catch {
    return false;
  }
}

function nameOf(type: SimpleType | null): string {
  for (let t = type; t !== null; t = t.base)
    if (t.name !== null) return t.variety === "builtin" ? `xs:${t.name.local}` : display(t.name);
  return "";
}

function containsList(type: SimpleType): boolean {
  if (varietyOf(type) === "list") return true;
  return varietyOf(type) === "union" && type.members.some(containsList);
}

function applicableFacets(type: SimpleType): ReadonlySet<string> {
  const variety = varietyOf(type);
  if (variety === "union") return new Set(["patterns", "enumerations"]);
  if (variety === "list") return new Set([...LENGTHS, "patterns", "enumerations", "whiteSpace"]);
  const primitive = builtinOf(type)?.primitive ?? "string";
  if (primitive === "boolean") return new Set(["patterns", "whiteSpace"]);
  const common = ["patterns", "enumerations", "whiteSpace"];
  if (TEXTUAL.has(primitive)) return new Set([...common, ...LENGTHS]);
  if (primitive === "decimal") return new Set([...common, ...BOUNDS, ...DIGITS]);
  return new Set([...common, ...BOUNDS, ...(TIMES.has(primitive) ? ["explicitTimezone"] : [])]);
}
