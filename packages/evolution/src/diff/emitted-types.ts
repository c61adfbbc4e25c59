import {
  type AttributeUse,
  builtinOf,
  type ComplexType,
  type ElementDeclaration,
  nameKey,
  type Particle,
  type SimpleType,
  type Type,
  varietyOf,
  whiteSpaceOf,
} from "@coo/wsdl";
import { stepsOf } from "../text/simple-facts.ts";

/** Which of the two generated views of a type. */
export type View = "sent" | "read";

/**
 * What the generator writes for a component, folded to a text: where the texts of both sides are equal, no program can tell
 * them apart. `null` where that is not known.
 *
 * A named type stands for itself, since its own changes are told at it. Types that may stand for others have rows of their
 * own and are left out.
 */
export function emittedText(of: Type | ElementDeclaration, view: View): string | null {
  try {
    if (of.kind === "element") return useText(of, of.name.ns, view);
    return of.kind === "simple" ? valueText(of, view) : objectText(of, view);
  } catch (error) {
    if (error === UNKNOWN) return null;
    throw error;
  }
}

/** Whether a type is exported under its name: of simple types those that list values. */
export function isExported(type: Type): boolean {
  return type.kind === "complex" || (type.facets.enumerations ?? []).length > 0;
}

const UNKNOWN = new Error("arrays of the SOAP encoding are not folded");

const NUMBERS = new Set(["float", "double", "int", "short", "byte", "unsignedInt", "unsignedShort", "unsignedByte"]);

/** What a value of the type is in TypeScript. */
export function jsKind(type: SimpleType): "string" | "number" | "boolean" | "bytes" | "list" | "union" {
  const variety = varietyOf(type);
  if (variety === "list" || variety === "union") return variety;
  const name = builtinOf(type)?.name;
  if (name === "boolean") return "boolean";
  if (name === "hexBinary" || name === "base64Binary") return "bytes";
  // A pattern tells `0042` from `42`: only the text keeps it.
  return name !== undefined && NUMBERS.has(name) && !hasPattern(type) ? "number" : "string";
}

function hasPattern(type: SimpleType): boolean {
  return stepsOf(type).some((s) => s.variety !== "builtin" && (s.facets.patterns ?? []).length > 0);
}

function valueText(type: SimpleType, view: View): string {
  const kind = jsKind(type);
  const listed = stepsOf(type).find((s) => (s.facets.enumerations ?? []).length > 0)?.facets.enumerations;
  // What is listed is open for a reader.
  if (listed !== undefined && (kind === "string" || kind === "number"))
    return view === "read"
      ? kind
      : `${kind} ${whiteSpaceOf(type)} ${JSON.stringify(listed.map((e) => [e.value, e.prefixes]))}`;
  const own = listed === undefined ? "" : ` of ${JSON.stringify(listed.map((e) => e.value))}`;
  const text = hasPattern(type) ? " as text" : "";
  const [list, union] = [
    stepsOf(type).find((s) => s.item !== null)?.item,
    stepsOf(type).find((s) => s.variety === "union" && s.members.length > 0)?.members,
  ];
  if (kind === "list") return `[${list ? valueText(list, view) : "string"}]${own}${text}`;
  if (kind === "union")
    return `(${[...new Set((union ?? []).map((m) => valueText(m, view)))].join(" | ")})${own}${text}`;
  return kind;
}

function useText(element: ElementDeclaration, home: string, view: View): string {
  const { type, fixed, nillable } = element;
  if (type.kind === "simple") {
    const value = fixed === null ? valueText(type, view) : fixedText(type, fixed, view);
    return nillable && fixed === null ? `${value} | null` : value;
  }
  const held = type.name === null ? objectText(type, view, home) : nameKey(type.name);
  return `${held}${nillable ? " | null" : ""}${fixed === null ? "" : ` = ${fixed}`}`;
}

/** Types of one lexical form a value: a fixed one is a literal. */
const TEXTUAL = /^(?:string|normalizedString|token|language|NMTOKEN|Name|NCName|ID|IDREF|ENTITY|anyURI)$/;

function fixedText(type: SimpleType, fixed: string, view: View): string {
  const kind = jsKind(type);
  if (kind === "number" || kind === "boolean") return `${kind} = ${fixed.trim()}`;
  return kind === "string" && TEXTUAL.test(builtinOf(type)?.name ?? "") ? JSON.stringify(fixed) : valueText(type, view);
}

/** The members of an object type. */
function objectText(type: ComplexType, view: View, home = type.name?.ns ?? ""): string {
  if (isEncodedArray(type)) throw UNKNOWN;
  const members = type.attributes.filter((u) => u.use !== "prohibited").map((u) => attributeText(u, view));
  if (type.anyAttribute !== null) members.push("$attributes");
  if (type.content === "simple") members.push(`$value ${type.simpleType ? valueText(type.simpleType, view) : ""}`);
  else if (type.mixed) members.push("$mixed");
  else {
    const content = type.particle === null ? null : folded(type.particle, home, view);
    if (content !== null) members.push(written(content));
    if (type.openContent !== null) members.push(`$any ${type.openContent.mode}`);
  }
  return `{ ${members.join("; ")} }`;
}

function isEncodedArray(type: ComplexType): boolean {
  if (type.attributes.some((u) => u.arrayType !== null && u.arrayType !== undefined)) return true;
  for (let t: Type | null = type; t !== null && t.kind === "complex"; t = t.base)
    if (t.name?.local === "Array" && /\/soap[/-]encoding/.test(t.name.ns)) return true;
  return false;
}

function attributeText({ declaration, use, default: usual, fixed }: AttributeUse, view: View): string {
  const filled = view === "read" && usual !== null;
  const value = fixed === null ? valueText(declaration.type, view) : fixedText(declaration.type, fixed, view);
  return `@${nameKey(declaration.name)}${use === "required" || filled ? "" : "?"} ${value}`;
}

/** A part of a content model, as far as types tell its occurrence: absent or not, one or many. */
interface Part {
  readonly kind: "one" | "sequence" | "choice" | "all";
  readonly text: string;
  readonly parts: readonly Part[];
  readonly min: number;
  readonly max: number;
}

/** Folds groups that say no more than what they hold, as the generator does. */
function folded(particle: Particle, home: string, view: View): Part | null {
  const { term, min, max } = particle;
  if (max === 0) return null;
  if (term.kind === "any") return { kind: "one", text: "$any[]", parts: [], min, max };
  if (term.kind === "element") {
    const own = term.name.ns === "" || term.name.ns === home;
    const name = own ? term.name.local : nameKey(term.name);
    // A global element is told at its own place.
    const text = `${name} ${term.scope === "global" ? "as declared" : useText(term, home, view)}`;
    return { kind: "one", text, parts: [], min, max };
  }
  const parts: Part[] = [];
  for (const child of term.particles) {
    const part = folded(child, home, view);
    if (part === null) continue;
    if (part.kind === term.kind && part.kind !== "all" && part.min === 1 && part.max === 1) parts.push(...part.parts);
    else parts.push(part);
  }
  const [only] = parts;
  if (only === undefined) return null;
  if (parts.length === 1 && (only.kind !== "all" || (min === 1 && max === 1))) {
    const whole = multiplied(only, min, max);
    if (whole !== null) return whole;
  }
  // A sequence of which nothing has to be there is written the same whether it may be absent or not.
  const isEmptiable = term.kind === "sequence" && max === 1 && parts.every((p) => p.min === 0);
  return { kind: term.kind, text: "", parts, min: isEmptiable ? 1 : min, max };
}

/** One part repeated as a whole; `null` when that leaves gaps or is seen in the type. */
function multiplied(part: Part, min: number, max: number): Part | null {
  if (min === 1 && max === 1) return part;
  if (part.kind === "one") return part.min <= 1 ? { ...part, min: part.min * min, max: part.max * max } : null;
  return part.max === 1 && max === 1 && part.min <= 1 ? { ...part, min: part.min * min } : null;
}

function written(part: Part): string {
  const often = `${part.min === 0 ? "?" : ""}${part.max === 1 ? "" : "[]"}`;
  return part.kind === "one" ? `${part.text}${often}` : `${part.kind}(${part.parts.map(written).join("; ")})${often}`;
}
