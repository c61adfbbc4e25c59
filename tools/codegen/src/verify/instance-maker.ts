import {
  type AttributeUse,
  type ElementDeclaration,
  type Model,
  nameKey,
  type Particle,
  type SimpleType,
  type Type,
  translatePattern,
  varietyOf,
  type WildcardTerm,
  XSI_NS,
} from "@coo/wsdl";
import { type PatternNode, parsePattern } from "@coo/xml/pattern";
import { fits } from "./fits.ts";
import type { Random } from "./random.ts";

const POOL = [
  "",
  "0",
  "1",
  "-1",
  "7",
  "8",
  "9",
  "22",
  "50",
  "51",
  "99",
  "100",
  "1.5",
  "1.25",
  "0.001",
  "123",
  "1234",
  "12345.67",
  "99999",
  "2147483648",
  "9223372036854775808",
  "a",
  "ab",
  "abc",
  "abcd",
  "abcde",
  "abcdefgh",
  "AB",
  "AB123",
  "AB1234",
  "AB123456",
  "AZ123",
  "NZ123",
  "ZZZ",
  "X",
  "true",
  "false",
  "INF",
  "NaN",
  "1E5",
  "+1",
  "01",
  "1.0",
  ".5",
  "5.",
  "2000-01-01",
  "1999-12-31",
  "2026-02-28Z",
  "2026-02-28T10:00:00",
  "0A",
  "0a1B",
  "AA==",
  "AAAA",
  "a b",
  " a ",
  "a  b",
  "\ta",
  "AB123 AB1234",
  "AB123 AB123 AB123 AB123",
  "1 2",
  "中文",
  "٣",
  "v1",
  "urn:x",
  "x:y",
  "-",
  "A_b",
  "P1Y",
];
const LETTERS = Array.from("0123456789abcdefxyzABCDEFMNZ -_.:/@#中");

/** Where documents should differ most: names of elements and types near a change, and texts worth trying there. */
export interface Focus {
  readonly names: ReadonlySet<string>;
  /** Filled by whoever makes documents of either side. */
  readonly texts: Set<string>;
}

/** Elements of one document: a schema may ask for content that never ends, or doubles with each level. */
const MAX_ELEMENTS = 5000;

const NOWHERE: Focus = { names: new Set(), texts: new Set() };

/** Documents that a schema allows, or nearly: who judges them decides. */
export class InstanceMaker {
  readonly #model: Model;
  readonly #random: Random;
  readonly #values = new Map<SimpleType, readonly string[]>();
  readonly #focus: Focus;
  /** How much of what is optional is written, in percent. */
  #full = 50;
  #left = MAX_ELEMENTS;
  readonly #hot = new Map<Type, boolean>();

  constructor(model: Model, random: Random, focus: Focus = NOWHERE) {
    this.#model = model;
    this.#random = random;
    this.#focus = focus;
  }

  /** A document with `root`. */
  document(root: ElementDeclaration): string {
    this.#full = this.#random.pick([0, 50, 50, 80, 100]);
    this.#left = MAX_ELEMENTS;
    return this.#element(root, 0);
  }

  /** Whether a type leads to what is in focus. */
  #isHot(type: Type): boolean {
    if (this.#focus.names.size === 0 || type.kind !== "complex") return false;
    const known = this.#hot.get(type);
    if (known !== undefined) return known;
    this.#hot.set(type, false);
    const hot =
      (type.name !== null && this.#focus.names.has(type.name.local)) ||
      type.attributes.some((u) => this.#focus.names.has(u.declaration.name.local)) ||
      (type.content === "elements" && type.particle !== null && this.#leadsToFocus(type.particle));
    this.#hot.set(type, hot);
    return hot;
  }

  #leadsToFocus(particle: Particle): boolean {
    const { term } = particle;
    if (this.#focus.names.size === 0) return false;
    if (term.kind === "element") return this.#focus.names.has(term.name.local) || this.#isHot(term.type);
    return term.kind !== "any" && term.particles.some((p) => this.#leadsToFocus(p));
  }

  #element(declared: ElementDeclaration, depth: number): string {
    if (this.#left-- <= 0) return "";
    let element = declared;
    const members =
      declared.scope === "global" ? (this.#model.schemas.substitutes.get(nameKey(declared.name)) ?? []) : [];
    if (members.length > 0 && (declared.abstract || this.#random.chance(40))) element = this.#random.pick(members);
    const { ns, local } = element.name;
    let type = element.type;
    // Nothing around declares a default namespace: xmlns="" would say nothing, and libxml2 finds no type by xsi:type there.
    let attributes = ns === "" ? "" : ` xmlns:n="${escape(ns)}"`;
    const tag = ns === "" ? local : `n:${local}`;
    const derived = type.name === null ? [] : (this.#model.schemas.derived.get(nameKey(type.name)) ?? []);
    if (derived.length > 0 && this.#random.chance(40)) {
      const other = this.#random.pick(derived);
      type = other;
      const ns = other.name?.ns ?? "";
      const declared = ns === "" ? "" : ` xmlns:d="${escape(ns)}"`;
      attributes += ` xmlns:i="${XSI_NS}"${declared} i:type="${ns === "" ? "" : "d:"}${other.name?.local}"`;
    }
    if (element.nillable && this.#random.chance(25))
      return `<${tag}${attributes}${this.#attributes(type)} xmlns:z="${XSI_NS}" z:nil="true"/>`;
    const inside = this.#inside(element, type, depth);
    return `<${tag}${attributes}${this.#attributes(type)}>${inside}</${tag}>`;
  }

  #inside(element: ElementDeclaration, type: Type, depth: number): string {
    const given = element.fixed ?? element.default;
    if (given !== null && this.#random.chance(40)) return "";
    if (element.fixed !== null) return escape(element.fixed);
    const text = type.kind === "simple" ? type : type.simpleType;
    if (text !== null) return escape(this.#value(text));
    if (type.kind !== "complex") return "";
    const inside = type.content === "elements" && type.particle !== null ? this.#particle(type.particle, depth) : "";
    return type.mixed && this.#random.chance(40) ? `text${inside}more` : inside;
  }

  #particle(particle: Particle, depth: number): string {
    const { term, min } = particle;
    const named = term.kind === "element" && this.#focus.names.has(term.name.local);
    const most = Math.min(particle.max, min + (named ? 8 : 3));
    let count = min;
    // Deep down only what must be there is written, so that recursion ends.
    const hot = depth < 12 && this.#leadsToFocus(particle);
    if (hot && count === 0 && particle.max > 0 && this.#random.chance(80)) count = 1;
    else if ((depth < 5 || (named && depth < 12)) && most > min && this.#random.chance(this.#full))
      count = this.#random.pick([min + 1, most, Math.min(most, min + (named ? 3 : 2))]);
    let out = "";
    if (depth > 30) return out;
    for (let i = 0; i < count; i++) {
      if (term.kind === "element") out += this.#element(term, depth + 1);
      else if (term.kind === "any") out += this.#any(term, depth);
      else if (term.kind === "choice") {
        const hotter = hot && this.#random.chance(70) ? term.particles.filter((p) => this.#leadsToFocus(p)) : [];
        const branches = hotter.length > 0 ? hotter : term.particles;
        if (branches.length > 0) out += this.#particle(this.#random.pick(branches), depth);
      } else {
        const parts = term.particles.map((p) => this.#particle(p, depth));
        if (term.kind === "all" && this.#random.chance(50)) parts.reverse();
        out += parts.join("");
      }
    }
    return out;
  }

  #any(term: WildcardTerm, depth: number): string {
    const globals = [...this.#model.schemas.elements.values()];
    if (globals.length > 0 && this.#random.chance(30)) return this.#element(this.#random.pick(globals), depth + 3);
    const listed = typeof term.namespaces === "string" ? ["urn:far", "urn:near", "urn:elsewhere"] : term.namespaces;
    const ns = listed.length > 0 ? this.#random.pick(listed) : "";
    // A prefix: xmlschema keeps a default namespace for names after the element that declares it.
    return ns === "" ? "<e>1</e>" : `<u:e xmlns:u="${escape(ns)}">1</u:e>`;
  }

  #attributes(type: Type): string {
    if (type.kind !== "complex") return "";
    let out = "";
    type.attributes.forEach((use: AttributeUse, i) => {
      if (
        use.use === "prohibited" ||
        (use.use === "optional" &&
          !this.#random.chance(this.#focus.names.has(use.declaration.name.local) ? 80 : Math.max(20, this.#full)))
      )
        return;
      const { ns, local } = use.declaration.name;
      const value = use.fixed ?? this.#value(use.declaration.type);
      if (ns.endsWith("/XML/1998/namespace")) out += ` xml:${local}="${escape(value)}"`;
      else
        out +=
          ns === "" ? ` ${local}="${escape(value)}"` : ` xmlns:a${i}="${escape(ns)}" a${i}:${local}="${escape(value)}"`;
    });
    if (type.anyAttribute !== null && this.#random.chance(50)) {
      const { namespaces } = type.anyAttribute;
      const ns =
        typeof namespaces === "string"
          ? this.#random.pick(["urn:far", "urn:near"])
          : namespaces.length > 0
            ? this.#random.pick(namespaces)
            : "";
      out += ns === "" ? ' wild="1"' : ` xmlns:w="${escape(ns)}" w:wild="1"`;
    }
    return out;
  }

  #value(type: SimpleType): string {
    let known = this.#values.get(type);
    if (known === undefined) {
      const fitting = this.#fitting(type);
      if (this.#focus.names.size > 0 && this.#focus.texts.size < 2000)
        for (const text of fitting.slice(0, 200)) this.#focus.texts.add(text);
      known = [...new Set([...POOL, ...fitting, ...this.#focus.texts])].filter((t) => fits(type, t));
      this.#values.set(type, known);
    }
    return known.length === 0 ? "" : this.#random.pick(known);
  }

  /** Texts that are likely to be just inside of what the type allows. */
  #fitting(type: SimpleType): string[] {
    const out: string[] = [];
    for (let t: SimpleType | null = type; t !== null; t = t.base) {
      for (const e of t.facets.enumerations ?? []) out.push(e.value, ` ${e.value} `);
      for (const name of ["length", "minLength", "maxLength", "totalDigits", "fractionDigits"] as const) {
        const n = Math.min(Number(t.facets[name]?.value ?? 0), 300);
        for (const k of [n - 1, n, n + 1])
          if (k > 0)
            out.push(
              "a".repeat(k),
              "9".repeat(k),
              `0.${"1".repeat(k)}`,
              "A".repeat(k),
              "0A".repeat(k),
              Array(k).fill("AB123").join(" "),
              Array(k).fill("1").join(" "),
            );
      }
      for (const name of ["minInclusive", "maxInclusive", "minExclusive", "maxExclusive"] as const) {
        const value = t.facets[name]?.value;
        if (value === undefined) continue;
        out.push(value);
        if (/^-?\d{1,15}$/.test(value))
          for (const k of [-2, -1, 1, 2]) out.push(String(Number(value) + k), `${Number(value) + k}.5`);
      }
      for (const p of t.facets.patterns ?? []) {
        const node = patternOf(p.value);
        if (node !== null) for (let i = 0; i < 12; i++) out.push(this.#match(node));
      }
    }
    for (const member of type.members) out.push(...this.#fitting(member));
    if (varietyOf(type) === "list" && type.item !== null) {
      const items = [...POOL, ...this.#fitting(type.item)].filter(
        (text) => text !== "" && !/\s/.test(text) && fits(type.item as SimpleType, text),
      );
      if (items.length > 0)
        for (let n = 1; n < 6; n++) out.push(Array.from({ length: n }, () => this.#random.pick(items)).join(" "));
    }
    return out;
  }

  #match(node: PatternNode): string {
    switch (node.kind) {
      case "char": {
        const test = new RegExp(`^(?:${node.source})$`, "v");
        const fitting = LETTERS.filter((c) => test.test(c));
        return fitting.length === 0 ? "" : this.#random.pick(fitting);
      }
      case "sequence":
        return node.items.map((i) => this.#match(i)).join("");
      case "choice":
        return this.#match(this.#random.pick(node.options));
      default: {
        const count = this.#random.pick([
          node.min,
          node.min,
          Math.min(node.max, node.min + 1),
          Math.min(node.max, node.min + 4),
        ]);
        let out = "";
        for (let i = 0; i < Math.min(count, 200); i++) out += this.#match(node.item);
        return out;
      }
    }
  }
}

function patternOf(pattern: string): PatternNode | null {
  try {
    return parsePattern(translatePattern(pattern, { lenient: true }));
  } catch {
    return null;
  }
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;");
}
