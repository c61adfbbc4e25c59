import type {
  AttributeDescriptor,
  ComplexDescriptor,
  SchemaRegistry,
  SimpleDescriptor,
  TypeDescriptor,
} from "@coo/soap/gen1";
import type {
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Location,
  Model,
  ModelGroup,
  SimpleType,
  Type,
} from "@coo/wsdl";
import { commonGroup, isElement, type ModelLeaf, modelLeaves, outputLeaves } from "./leaves.ts";

const XSD = "http://www.w3.org/2001/XMLSchema";
const ENCODINGS = new Set(["http://schemas.xmlsoap.org/soap/encoding/", "http://www.w3.org/2003/05/soap-encoding"]);

/** Kinds of statements that are counted, as in the tables of a corpus. */
export type StatementKind =
  | "required_local_elements"
  | "optional_local_elements"
  | "repeating_elements"
  | "enum_types"
  | "enum_values"
  | "attributes"
  | "choices"
  | "facets"
  | "nillable";

/** Why a statement has no place of its own in generated code although nothing is lost. */
export type Folding =
  | "narrowed by a later step of the derivation"
  | "in a group that no type refers to"
  | "an item of a SOAP array"
  | "recorded by name, not enforced"
  | "of a namespace that the runtime knows"
  | "outside of what the redefined type keeps";

/** What generated code says of the statements of its documents. */
export interface Measured {
  /** Statements found in the output with the same meaning, each once. */
  readonly met: ReadonlyMap<StatementKind, ReadonlySet<string>>;
  readonly folded: ReadonlyMap<StatementKind, ReadonlyMap<string, Folding>>;
  /** What the output says differently, or not at all. */
  readonly lost: readonly string[];
}

/** Looks for every statement of the schemas in the generated registry: nothing may be lost on the way. */
export function measure(model: Model, registry: SchemaRegistry): Measured {
  return new Measure(model, registry).run();
}

class Measure {
  readonly #model: Model;
  readonly #registry: SchemaRegistry;
  readonly #met = new Map<StatementKind, Set<string>>();
  readonly #folded = new Map<StatementKind, Map<string, Folding>>();
  readonly #lost: string[] = [];
  readonly #done = new Map<unknown, Set<unknown>>();
  /** Where the walk is, for messages. */
  #place = "";

  constructor(model: Model, registry: SchemaRegistry) {
    this.#model = model;
    this.#registry = registry;
  }

  run(): Measured {
    const { schemas } = this.#model;
    const types = new Map(this.#registry.types.map((t) => [`{${t.ns}}${t.name}`, t]));
    for (const [key, type] of schemas.types) {
      this.#place = `type ${key}`;
      const found = types.get(key);
      if (found) this.#type(type, resolve(found.type));
      else if (isForeign(key)) this.#fold(type, "of a namespace that the runtime knows");
      else this.#lose("is missing");
    }
    const elements = new Map(this.#registry.elements.map((e) => [`{${e.ns}}${e.name}`, e]));
    for (const [key, element] of schemas.elements) {
      this.#place = `element ${key}`;
      const found = elements.get(key);
      if (found) {
        this.#declaration(element, found);
        this.#type(element.type, resolve(found.type));
      } else if (isForeign(key)) this.#fold(element.type, "of a namespace that the runtime knows");
      else this.#lose("is missing");
    }
    const attributes = new Map(this.#registry.attributes.map((a) => [`{${a.ns}}${a.name}`, a]));
    for (const [key, attribute] of schemas.attributes) {
      this.#place = `attribute ${key}`;
      const found = attributes.get(key);
      if (found) {
        this.#meet("attributes", attribute.at);
        this.#simple(attribute.type, found.type);
      } else if (isForeign(key)) this.#note("attributes", attribute.at, "of a namespace that the runtime knows");
      else this.#lose("is missing");
    }
    for (const group of schemas.groups.values()) this.#foldGroup(group, "in a group that no type refers to");
    for (const group of schemas.attributeGroups.values()) {
      for (const use of group.attributes) {
        if (use.declaration.name.local === "arrayType") continue;
        this.#note("attributes", use.at, "in a group that no type refers to");
        this.#foldSimple(use.declaration.type, "in a group that no type refers to");
      }
    }
    return { met: this.#met, folded: this.#folded, lost: this.#lost };
  }

  /** @param inChoice - Whether an anonymous type stands in a choice: what is in it counts as optional then. */
  #type(type: Type, output: TypeDescriptor, inChoice = false): void {
    if (type.kind === "simple" && output.k === "simple") return this.#simple(type, output);
    const seen = this.#done.get(type) ?? new Set();
    if (seen.has(output)) return;
    this.#done.set(type, seen.add(output));
    if (type.kind === "complex" && type.name && ENCODINGS.has(type.name.ns)) return;
    if (type.kind === "simple") this.#lose(`is a simple type, ${output.k} in the output`);
    else if (output.k === "complex") this.#complex(type, output, inChoice);
    else if (!(output.k === "anyType" && type.name?.ns === XSD))
      this.#lose(`is a complex type, ${output.k} in the output`);
  }

  #complex(type: ComplexType, output: ComplexDescriptor, inChoice: boolean): void {
    const outer = this.#place;
    if (type.name) this.#place = `type {${type.name.ns}}${type.name.local}`;
    // What a base says by itself belongs to the base; what restriction takes away is said there only.
    if (
      type.base?.kind === "complex" &&
      type.base.name &&
      this.#model.schemas.types.get(keyOf(type.base)) !== type.base
    )
      this.#fold(type.base, "outside of what the redefined type keeps");
    if (output.soapArray) {
      this.#soapArray(type, output);
      this.#place = outer;
      return;
    }
    for (const use of type.attributes) this.#attribute(use, output.attrs ?? []);
    const own = type.attributes.filter((u) => !ENCODINGS.has(u.declaration.name.ns)).length;
    if ((output.attrs?.length ?? 0) !== own)
      this.#lose(`has ${own} attributes, ${output.attrs?.length ?? 0} in the output`);
    if ((type.mixed && type.content !== "simple") !== (output.mixed ?? false)) this.#lose("is mixed on one side only");
    if (type.abstract !== (output.abstract ?? false)) this.#lose("is abstract on one side only");
    if (type.content === "simple" && type.simpleType) {
      if (output.text) this.#simple(type.simpleType, output.text);
      else this.#lose("has simple content, none in the output");
    }
    if (type.content === "elements") this.#content(type, output, inChoice);
    for (const assertion of type.assertions) this.#note("facets", assertion.at, "recorded by name, not enforced");
    this.#place = outer;
  }

  #content(type: ComplexType, output: ComplexDescriptor, inChoice: boolean): void {
    const leaves = modelLeaves(type.particle);
    const inherited =
      type.derivation === "extension" && type.base?.kind === "complex" ? modelLeaves(type.base.particle).length : 0;
    let others = outputLeaves(output.content);
    // Open content is a wildcard behind the declared elements.
    if (type.openContent && others.length === leaves.length + 1 && others.at(-1)?.kind === "any")
      others = others.slice(0, -1);
    const shown = (list: readonly { readonly name: string }[]): string => list.map((l) => l.name || "*").join(" ");
    if (leaves.length !== others.length) {
      this.#lose(`holds ${shown(leaves)}; in the output ${shown(others)}`);
      return;
    }
    for (const [i, leaf] of leaves.entries()) {
      const other = others[i] as (typeof others)[number];
      if (leaf.kind !== other.kind || leaf.name !== other.name || leaf.ns !== other.ns) {
        this.#lose(`holds ${leaf.name || "*"}; in the output ${other.name || "*"}`);
        continue;
      }
      if (leaf.min !== other.min || leaf.max !== other.max) {
        this.#lose(
          `${leaf.name || "*"} stands ${leaf.min} to ${leaf.max} times; in the output ${other.min} to ${other.max}`,
        );
        continue;
      }
      const { element } = leaf.source;
      if (element && isElement(other.source)) {
        // What is inherited stands in the base, wherever the base is used.
        const outside = inChoice && i >= inherited;
        this.#meetLeaf(leaf, outside);
        this.#declaration(element, other.source);
        this.#substitutes(element, other.source.substitutes?.().map((s) => `{${s.ns}}${s.name}`) ?? null);
        this.#type(
          element.type,
          resolve(other.source.type),
          element.scope === "local" && element.type.name === null && isInChoice(leaf, outside),
        );
      }
      const next = leaves[i + 1];
      const nextOther = others[i + 1];
      if (!next || !nextOther) continue;
      const group = commonGroup(leaf, next);
      const otherGroup = commonGroup(other, nextOther);
      if (group?.kind !== otherGroup?.kind || group?.max !== otherGroup?.max) {
        this.#lose(
          `${leaf.name} and ${next.name} stand in ${group?.kind} of ${group?.max}; in the output ${otherGroup?.kind} of ${otherGroup?.max}`,
        );
      } else if (group?.kind === "choice") this.#meet("choices", group.source.group.at);
    }
    // A choice of one branch says nothing; the effective occurrence, compared above, is all there is of it.
    for (const leaf of leaves)
      for (const { kind, source } of leaf.groups)
        if (kind === "choice" && source.group.particles.filter((p) => p.max !== 0).length < 2)
          this.#meet("choices", source.group.at);
  }

  #meetLeaf(leaf: ModelLeaf, inChoice: boolean): void {
    for (const kind of kindsOf(leaf, inChoice)) this.#meet(kind, leaf.source.particle.at);
  }

  #noteLeaf(leaf: ModelLeaf, why: Folding): void {
    const { element, particle } = leaf.source;
    if (!element) return;
    for (const kind of kindsOf(leaf)) this.#note(kind, particle.at, why);
    if (element.nillable) this.#note("nillable", element.at, why);
    for (const group of leaf.groups) if (group.kind === "choice") this.#note("choices", group.source.group.at, why);
  }

  #declaration(
    element: ElementDeclaration,
    output: {
      readonly nillable?: true;
      readonly default?: string;
      readonly fixed?: string;
      readonly abstract?: true;
    },
  ): void {
    if (element.nillable === (output.nillable ?? false)) {
      if (element.nillable) this.#meet("nillable", element.at);
    } else this.#lose(`${element.name.local} is nillable on one side only`);
    for (const key of ["default", "fixed"] as const)
      if (element[key] !== (output[key] ?? null))
        this.#lose(`${element.name.local} has ${key} ${element[key]}, ${output[key]} in the output`);
    if (element.abstract !== (output.abstract ?? false))
      this.#lose(`${element.name.local} is abstract on one side only`);
  }

  #substitutes(element: ElementDeclaration, output: readonly string[] | null): void {
    if (element.scope !== "global") return;
    const key = keyOf(element);
    const others = this.#model.schemas.substitutes.get(key) ?? [];
    const wanted =
      others.length === 0 && !element.abstract ? null : [element, ...others].filter((e) => !e.abstract).map(keyOf);
    if (wanted?.join(" ") !== output?.join(" "))
      this.#lose(
        `${key} can be replaced by ${wanted?.join(" ") ?? "nothing"}; in the output by ${output?.join(" ") ?? "nothing"}`,
      );
  }

  #attribute(use: AttributeUse, output: readonly AttributeDescriptor[]): void {
    const { declaration } = use;
    const { name } = declaration;
    if (ENCODINGS.has(name.ns)) return;
    const found = output.find((a) => a.name === name.local && a.ns === name.ns);
    if (!found) return this.#lose(`lacks the attribute ${name.local}`);
    if ((use.use === "required") !== (found.required ?? false))
      return this.#lose(`${name.local} is required on one side only`);
    const fallback = use.default ?? declaration.default;
    const fixed = use.fixed ?? declaration.fixed;
    if (fallback !== (found.default ?? null) || fixed !== (found.fixed ?? null))
      return this.#lose(
        `${name.local} has default ${fallback}, fixed ${fixed}; ${found.default}, ${found.fixed} in the output`,
      );
    this.#meet("attributes", use.at);
    this.#simple(declaration.type, found.type);
  }

  /** The items are what is left of an array's content. */
  #soapArray(type: ComplexType, output: ComplexDescriptor): void {
    for (const leaf of modelLeaves(type.ownParticle ?? type.particle)) this.#noteLeaf(leaf, "an item of a SOAP array");
    const [item] = modelLeaves(type.ownParticle ?? type.particle);
    const element = item?.source.element;
    const arrayType = type.attributes.find((use) => use.arrayType)?.arrayType;
    if ((arrayType ?? "") !== output.soapArray?.arrayType) this.#lose("has another array type in the output");
    if (!arrayType && element && output.soapArray) this.#type(element.type, resolve(output.soapArray.item));
    for (const use of type.attributes)
      if (!ENCODINGS.has(use.declaration.name.ns)) this.#note("attributes", use.at, "an item of a SOAP array");
  }

  #simple(type: SimpleType, output: SimpleDescriptor): void {
    const seen = this.#done.get(type) ?? new Set();
    if (seen.has(output)) return;
    this.#done.set(type, seen.add(output));
    const said = new Set<string>();
    let patterns = 0;
    for (let step: SimpleType | null = type; step !== null && step.variety !== "builtin"; step = step.base) {
      for (const [name, facet] of Object.entries(step.facets) as [string, unknown][]) {
        if (facet === undefined) continue;
        const list = [facet].flat() as unknown as readonly { readonly value: string; readonly at: Location }[];
        if (name === "patterns") {
          patterns++;
          for (const { at } of list) this.#meet("facets", at);
        } else if (name === "enumerations") this.#enumeration(list, output, said.has(name));
        else if (name === "assertions" || name === "explicitTimezone")
          for (const { at } of list) this.#note("facets", at, "recorded by name, not enforced");
        else this.#facet(name, list[0], output, said);
        said.add(name);
      }
    }
    if ((output.patterns?.length ?? 0) !== patterns)
      this.#lose(`has patterns in ${patterns} steps, ${output.patterns?.length ?? 0} in the output`);
    const item = chainOf(type).find((t) => t.item)?.item ?? null;
    if (item && output.item) this.#simple(item, output.item);
    else if (item || output.item) this.#lose("is a list on one side only");
    const members = chainOf(type).find((t) => t.members.length > 0)?.members ?? [];
    if (members.length !== (output.members?.length ?? 0)) this.#lose("has other members in the output");
    else members.forEach((member, i) => this.#simple(member, output.members?.[i] as SimpleDescriptor));
  }

  #enumeration(
    list: readonly { readonly value: string; readonly at: Location }[],
    output: SimpleDescriptor,
    later: boolean,
  ): void {
    const first = list[0]?.at;
    if (!first) return;
    if (later) {
      this.#note("enum_types", first, "narrowed by a later step of the derivation");
      for (const { at } of list) this.#note("enum_values", at, "narrowed by a later step of the derivation");
      return;
    }
    // Names are written with their namespace, whatever prefix the document has for it.
    const isName = output.builtin === "QName" || output.builtin === "NOTATION";
    const values = new Set(output.enum?.map((value) => (isName ? value.replace(/^\{[^}]*\}/, "") : value)));
    const spaced = (text: string): string => {
      const plain = output.ws === "preserve" ? text : text.replace(/\s+/g, " ").trim();
      return isName ? plain.replace(/^[^:]*:/, "") : plain;
    };
    const missing = list.filter(({ value }) => !values.has(spaced(value)));
    if (missing.length > 0) return this.#lose(`lacks the values ${missing.map((m) => m.value).join(", ")}`);
    if (values.size !== new Set(list.map(({ value }) => spaced(value))).size)
      return this.#lose("has more values in the output");
    this.#meet("enum_types", first);
    for (const { at } of list) this.#meet("enum_values", at);
  }

  #facet(
    name: string,
    facet: { readonly value: string; readonly at: Location } | undefined,
    output: SimpleDescriptor,
    said: ReadonlySet<string>,
  ): void {
    if (!facet) return;
    const { value, at } = facet;
    const pair = PAIRS[name];
    const key = name === "whiteSpace" ? "ws" : name;
    const found =
      name === "whiteSpace" ? (output.ws ?? "collapse") : (output as unknown as Record<string, unknown>)[key];
    if (found !== undefined && String(found) === (typeof found === "number" ? String(Number(value)) : value.trim()))
      return this.#meet("facets", at);
    if (said.has(name) || (pair && said.has(pair)))
      return this.#note("facets", at, "narrowed by a later step of the derivation");
    this.#lose(`has ${name} ${value}, ${String(found)} in the output`);
  }

  /** Everything a type says, as folded. */
  #fold(type: Type, why: Folding, seen = new Set<Type>()): void {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.kind === "simple") return this.#foldSimple(type, why);
    for (const use of type.attributes) {
      if (use.declaration.name.local !== "arrayType") this.#note("attributes", use.at, why);
      this.#foldSimple(use.declaration.type, why);
    }
    if (type.simpleType) this.#foldSimple(type.simpleType, why);
    for (const leaf of modelLeaves(type.ownParticle ?? type.particle)) {
      this.#noteLeaf(leaf, why);
      const { element } = leaf.source;
      if (element && !element.type.name) this.#fold(element.type, why, seen);
    }
  }

  #foldGroup(group: ModelGroup, why: Folding): void {
    if (group.kind === "choice") this.#note("choices", group.at, why);
    const at = group.at;
    const annotation = group.annotation;
    for (const leaf of modelLeaves({ term: group, min: 1, max: 1, at, annotation })) {
      this.#noteLeaf(leaf, why);
      const { element } = leaf.source;
      if (element && !element.type.name) this.#fold(element.type, why);
    }
  }

  #foldSimple(type: SimpleType, why: Folding): void {
    for (const step of chainOf(type)) {
      for (const [name, facet] of Object.entries(step.facets) as [string, unknown][]) {
        if (facet === undefined) continue;
        const list = [facet].flat() as unknown as readonly { readonly at: Location }[];
        if (name === "enumerations" && list[0]) this.#note("enum_types", list[0].at, why);
        for (const { at } of list) this.#note(name === "enumerations" ? "enum_values" : "facets", at, why);
      }
      if (step.item) this.#foldSimple(step.item, why);
      for (const member of step.members) this.#foldSimple(member, why);
    }
  }

  #meet(kind: StatementKind, at: Location): void {
    if (isBuiltIn(at)) return;
    const set = this.#met.get(kind) ?? new Set();
    this.#met.set(kind, set.add(placeOf(at)));
    this.#folded.get(kind)?.delete(placeOf(at));
  }

  #note(kind: StatementKind, at: Location, why: Folding): void {
    if (isBuiltIn(at) || this.#met.get(kind)?.has(placeOf(at)) === true) return;
    const map = this.#folded.get(kind) ?? new Map<string, Folding>();
    if (!map.has(placeOf(at))) map.set(placeOf(at), why);
    this.#folded.set(kind, map);
  }

  #lose(what: string): void {
    this.#lost.push(`${this.#place} ${what}`);
  }
}

const PAIRS: Readonly<Record<string, string>> = {
  minInclusive: "minExclusive",
  minExclusive: "minInclusive",
  maxInclusive: "maxExclusive",
  maxExclusive: "maxInclusive",
};

/** What an element counts as: a statement in a choice is optional, whatever it says itself. */
function kindsOf(leaf: ModelLeaf, inChoice = false): StatementKind[] {
  const { particle } = leaf.source;
  const kinds: StatementKind[] = [
    particle.min > 0 && !isInChoice(leaf, inChoice) ? "required_local_elements" : "optional_local_elements",
  ];
  if (particle.max > 1) kinds.push("repeating_elements");
  return kinds;
}

/** Whether a statement stands in a choice; what a named group says is the same wherever the group is used. */
function isInChoice(leaf: ModelLeaf, outside: boolean): boolean {
  const from = leaf.groups.findLastIndex((g) => g.source.group.group !== null);
  const inside = leaf.groups.slice(Math.max(from, 0));
  return (from < 0 && outside) || inside.some((g) => g.kind === "choice");
}

function chainOf(type: SimpleType): SimpleType[] {
  const chain: SimpleType[] = [];
  for (let t: SimpleType | null = type; t !== null; t = t.base) chain.push(t);
  return chain;
}

function keyOf(of: { readonly name: { readonly ns: string; readonly local: string } | null }): string {
  return `{${of.name?.ns}}${of.name?.local}`;
}

function resolve(type: TypeDescriptor | (() => TypeDescriptor)): TypeDescriptor {
  return typeof type === "function" ? type() : type;
}

function isForeign(key: string): boolean {
  if (key.startsWith(`{${XSD}}`)) return true;
  return key.startsWith("{http://schemas.xmlsoap.org/") && !key.startsWith("{http://schemas.xmlsoap.org/ws");
}

function isBuiltIn(at: Location): boolean {
  return at.file.startsWith("well-known:") || at.file.startsWith("xsd:");
}

function placeOf(at: Location): string {
  return `${at.file}:${at.line}:${at.column}`;
}
