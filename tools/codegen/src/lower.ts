import type {
  Annotation,
  AttributeUse,
  ComplexType,
  ElementDeclaration,
  Location,
  Model,
  ModelGroup,
  Particle,
  QName,
  SimpleType,
  Type,
  Wildcard,
} from "@coo/wsdl";
import { builtins } from "@coo/wsdl";
import { isBlocked } from "./blocking.ts";
import { type Fault, throwFault } from "./errors.ts";
import { identityPlan } from "./identity-paths.ts";
import type { Names } from "./names.ts";
import type {
  AnyPlan,
  AttributePlan,
  CodeListPlan,
  ComplexPlan,
  ElementPlan,
  FilePlan,
  GroupPlan,
  ParticlePlan,
  PartPlan,
  SimplePlan,
  SoapArrayPlan,
  SubstitutePlan,
  TypeUse,
} from "./plan.ts";
import { SimpleFolder } from "./simple.ts";
import { isWideChoice } from "./wide-choice.ts";

const XSD = "http://www.w3.org/2001/XMLSchema";
/** Namespaces of the SOAP encoding. */
export const SOAP_ENCODINGS: ReadonlySet<string> = new Set([
  "http://schemas.xmlsoap.org/soap/encoding/",
  "http://www.w3.org/2003/05/soap-encoding",
]);

type DeclaredPlan = Omit<ElementPlan, "prop" | "min" | "max" | "substitutes" | "at" | "annotation">;

/** What an anonymous type belongs to: a type, a named group, or the global elements of a namespace. */
type Owner = ComplexPlan | { readonly id: string; readonly ns: string; readonly group?: string };

/** What the lowering step is told from outside. */
export interface LowerOptions {
  readonly model: Model;
  /** Finds the code list of an element or attribute by its annotation. */
  readonly codeListOf: (annotation: Annotation) => CodeListPlan | null;
  /** What properties are called. */
  readonly names: Names;
  /** Whether code is generated for what lies in a namespace. */
  readonly isOwn: (ns: string) => boolean;
  /** Gets what cannot be generated; xs:anyType stands for it then. Without it the first such thing is thrown. */
  readonly fault?: Fault;
}

/**
 * Turns schema components into plans: content models normalised, properties named, derivation and substitution
 * candidates collected. One plan a type; anonymous types get a plan of their own.
 */
export class Lowering {
  readonly simple: SimpleFolder;
  /** In order of first reference. */
  readonly types: ComplexPlan[] = [];
  /** What generated code does not say although the schema does. */
  readonly notes: string[] = [];
  readonly #plans = new Map<ComplexType, ComplexPlan>();
  readonly #options: LowerOptions;
  readonly #queue: (() => void)[] = [];
  readonly #enums = new Set<SimpleType>();
  readonly #ids = new Map<string, number>();

  /** Some messages are of the SOAP encoding, in which values name their types. */
  readonly #encoded: boolean;

  constructor(options: LowerOptions) {
    this.#options = options;
    this.#encoded = [...options.model.bindings.values()].some((binding) =>
      binding.operations.some((o) => o.input?.use === "encoded" || o.output?.use === "encoded"),
    );
    this.simple = new SimpleFolder(this.#encoded);
  }

  get fault(): Fault {
    return this.#options.fault ?? throwFault;
  }

  get names(): Names {
    return this.#options.names;
  }

  /** Named simple types with an enumeration that something refers to, in order of first reference. */
  get enums(): readonly SimpleType[] {
    return [...this.#enums];
  }

  /** Plan of a type where it is used. `path` names an anonymous type: the element's name under its owner's id. */
  use(type: Type, owner: Owner | null, local: string, annotation: Annotation): TypeUse {
    if (type.kind === "simple") {
      this.#note(type);
      const codeList = this.#options.codeListOf(annotation);
      return { k: "simple", simple: this.#closed(this.simple.fold(type), codeList), codeList };
    }
    if (type.name?.ns === XSD && type.name.local === "anyType") return { k: "anyType" };
    if (type.name && SOAP_ENCODINGS.has(type.name.ns)) {
      // soapenc:string and its like are the plain types; the attributes they add (id, href) belong to the encoding.
      if (type.simpleType)
        return { k: "simple", simple: this.simple.encoding(type.name, type.simpleType), codeList: null };
      if (type.name.local !== "Array") return { k: "anyType" };
    }
    return { k: "complex", type: this.complex(type, owner, local) };
  }

  complex(type: ComplexType, owner: Owner | null, local: string): ComplexPlan {
    const known = this.#plans.get(type);
    if (known) return known;
    const { name, base } = type;
    // What a type inherits belongs to its base: the base must be there to claim it. A redefined type has its former self
    // for a base, which is nobody's any more.
    if (base?.kind === "complex" && base.name && !this.#plans.has(base) && this.#isOwn(base)) {
      this.complex(base, null, base.name.local);
      // The base lists what derives from it.
      const met = this.#plans.get(type);
      if (met) return met;
    }
    const plan: ComplexPlan = {
      id: name ? `{${name.ns}}${name.local}` : this.#pathOf(owner, local),
      ns: name?.ns ?? owner?.ns ?? "",
      local: name?.local ?? local,
      source: type,
      anonymous: this.#encoded && name === null,
      owner: name ? null : owner && "attrs" in owner ? owner : null,
      group: (!name && owner && "group" in owner && owner.group) || null,
      at: type.at,
      annotation: type.annotation,
      ...blank(),
    };
    this.#plans.set(type, plan);
    this.types.push(plan);
    this.#later(() => this.#fill(plan, type));
    return plan;
  }

  /** Whether a named type is one that is generated anyway. */
  #isOwn(type: ComplexType): boolean {
    const { name } = type;
    if (!name || name.ns === XSD || SOAP_ENCODINGS.has(name.ns)) return false;
    return this.#options.isOwn(name.ns) && this.#options.model.schemas.types.get(`{${name.ns}}${name.local}`) === type;
  }

  /** A global element by itself, as the root of a document. */
  element(el: ElementDeclaration): ElementPlan {
    const owner = { id: `element {${el.name.ns}}`, ns: el.name.ns };
    return {
      ...this.#declared(el, owner, el.annotation),
      prop: "",
      min: 1,
      max: 1,
      substitutes: null,
      at: el.at,
      annotation: el.annotation,
    };
  }

  /** Path of an anonymous type; one type can hold several elements of a name, each with a type of its own. */
  #pathOf(owner: Owner | null, local: string): string {
    const path = owner ? `${owner.id}/${local}` : `element ${local}`;
    const n = (this.#ids.get(path) ?? 0) + 1;
    this.#ids.set(path, n);
    return n === 1 ? path : `${path}#${n}`;
  }

  /** A type made of message parts (rpc, or several body parts). */
  parts(
    id: string,
    ns: string,
    local: string,
    parts: readonly PartPlan[],
    at: Location,
    annotation: Annotation,
  ): ComplexPlan {
    const items = parts.map(
      (part): ElementPlan => ({
        k: "el",
        prop: part.name,
        name: part.element?.local ?? part.name,
        ns: part.element?.ns ?? "",
        type: part.type,
        min: 1,
        max: 1,
        nillable: false,
        default: null,
        fixed: null,
        abstract: false,
        block: [],
        keys: [],
        substitutes: null,
        at,
        annotation: EMPTY,
      }),
    );
    const content: GroupPlan | null = items.length > 0 ? { k: "seq", items, min: 1, max: 1, prop: null } : null;
    const plan: ComplexPlan = {
      id,
      ns,
      local,
      source: null,
      anonymous: false,
      owner: null,
      group: null,
      at,
      annotation,
      ...blank(),
      content,
    };
    this.types.push(plan);
    return plan;
  }

  /** A closed list is an enumeration, as if the schema said so. */
  #closed(simple: SimplePlan, codeList: CodeListPlan | null): SimplePlan {
    if (!codeList?.closed || simple.js !== "string" || simple.enumeration) return simple;
    return { ...simple, enumeration: codeList.values.map((v) => ({ value: v.code, annotation: EMPTY })) };
  }

  #draining = false;
  // Types are filled one after the other, not inside each other: depth of nesting must not become depth of the stack.
  #later(job: () => void): void {
    this.#queue.push(job);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) next();
    } finally {
      this.#draining = false;
    }
  }

  readonly #noted = new Set<SimpleType>();

  #note(type: SimpleType): void {
    // Not into each other along the bases: a long chain must not become depth of the stack.
    for (let t: SimpleType | null = type; t && t.variety !== "builtin" && !this.#noted.has(t); t = t.base) {
      this.#noted.add(t);
      if (t.name && (t.facets.enumerations?.length ?? 0) > 0) this.#enums.add(t);
      if (t.item) this.#note(t.item);
      for (const member of t.members) this.#note(member);
    }
  }

  #fill(plan: ComplexPlan, type: ComplexType): void {
    plan.abstract = type.abstract;
    const array = this.#soapArray(plan, type);
    if (array) {
      plan.soapArray = array;
      return;
    }
    plan.mixed = type.mixed && type.content !== "simple";
    const scope = this.#props(plan, type.content === "elements" ? type.particle : null);
    for (const { declaration } of type.attributes) {
      if (!SOAP_ENCODINGS.has(declaration.name.ns)) scope.reserve(memberKey(plan, "@", declaration.name));
    }
    if (type.content === "simple" && type.simpleType) {
      this.#note(type.simpleType);
      plan.text = this.simple.fold(type.simpleType);
    } else if (type.particle) {
      plan.content = this.#root(this.#particle(type.particle, plan, scope), scope);
    }
    if (type.openContent) this.#open(plan, type, scope);
    for (const use of type.attributes) {
      // The SOAP encoding gives every type id, href and arrayType; the codec knows them.
      if (SOAP_ENCODINGS.has(use.declaration.name.ns)) continue;
      plan.attrs.push(this.#attribute(use, plan, scope));
    }
    if (type.anyAttribute && !isSoapEncoded(type)) plan.anyAttr = wildcard(type.anyAttribute);
    for (const child of this.#derivedFrom(type)) {
      plan.derived.push(this.complex(child, null, child.name?.local ?? ""));
    }
    if (plan.derived.length > 0 && !type.abstract) plan.derived.unshift(plan);
  }

  /** Open content behind the declared one is a wildcard; what stands between its parts is kept beside it. */
  #open(plan: ComplexPlan, type: ComplexType, scope: Props): void {
    const { openContent } = type;
    if (!openContent) return;
    const siblings = this.#namesIn(type.particle);
    const any: AnyPlan = {
      k: "any",
      prop: scope.special("$any"),
      min: 0,
      max: -1,
      ...wildcard(openContent.wildcard, siblings),
    };
    const { content } = plan;
    if (openContent.mode !== "suffix" && content) {
      plan.open = any;
      return;
    }
    const before =
      content?.k === "seq" && content.min === 1 && content.max === 1 ? content.items : content ? [content] : [];
    plan.content = { k: "seq", items: [...before, any], min: 1, max: 1, prop: null };
  }

  /** All named types below `type`, each once. */
  #derivedFrom(type: ComplexType): ComplexType[] {
    const found: ComplexType[] = [];
    const seen = new Set<ComplexType>([type]);
    const walk = (of: ComplexType): void => {
      if (!of.name) return;
      for (const child of this.#options.model.schemas.derived.get(`{${of.name.ns}}${of.name.local}`) ?? []) {
        if (seen.has(child) || !child.name) continue;
        seen.add(child);
        found.push(child);
        walk(child);
      }
    };
    if (type.name && !SOAP_ENCODINGS.has(type.name.ns)) walk(type);
    return found.filter((child) => !child.abstract && !isBlocked(child, type, type.block));
  }

  #attribute(use: AttributeUse, plan: ComplexPlan, scope: Props): AttributePlan {
    const { declaration } = use;
    this.#note(declaration.type);
    const codeList = this.#options.codeListOf(use.annotation) ?? this.#options.codeListOf(declaration.annotation);
    return {
      prop: scope.attribute(memberKey(plan, "@", declaration.name), declaration.name.local),
      name: declaration.name.local,
      ns: declaration.name.ns,
      type: this.#closed(this.simple.fold(declaration.type), codeList),
      codeList,
      required: use.use === "required",
      default: use.default ?? declaration.default,
      fixed: use.fixed ?? declaration.fixed,
      at: use.at,
      annotation: hasText(use.annotation) ? use.annotation : declaration.annotation,
    };
  }

  /** Content of a type is one group, so that the codec has one entry. */
  #root(particle: ParticlePlan | null, _scope: Props): ParticlePlan | null {
    if (!particle) return null;
    if (particle.k === "el" || particle.k === "any") return { k: "seq", items: [particle], min: 1, max: 1, prop: null };
    if (particle.max === 1) return particle;
    return { k: "seq", items: [particle], min: 1, max: 1, prop: null };
  }

  #particle(p: Particle, plan: ComplexPlan, scope: Props, owner: Owner = plan): ParticlePlan | null {
    if (p.max === 0) return null;
    const max = p.max === Number.POSITIVE_INFINITY ? -1 : p.max;
    const term = p.term;
    switch (term.kind) {
      case "element":
        return this.#element(term, p.min, max, p, plan, scope, owner);
      case "any":
        if (term.notNames?.includes("##defined"))
          this.notes.push(`${term.at.file}:${term.at.line}: notQName="##defined" is recorded, not enforced`);
        return {
          k: "any",
          prop: scope.special("$any"),
          min: p.min,
          max,
          ...wildcard(term, this.#namesIn(plan.source?.particle ?? null)),
        };
      default: {
        // A repeated group keeps its members in objects of their own, so their properties start afresh.
        const repeated = max !== 1 && !this.#unwraps(p);
        const inner = repeated ? this.#props(plan, { ...p, min: 1, max: 1 }) : scope;
        const kind = term.kind === "sequence" ? "seq" : term.kind;
        const items: ParticlePlan[] = [];
        const branches = kind === "choice" ? inner.branches() : null;
        for (const child of term.particles) {
          branches?.next();
          const lowered = this.#particle(child, plan, inner, groupOf(term) ?? owner);
          if (!lowered) continue;
          if (lowered.k === kind && lowered.k !== "all" && lowered.min === 1 && lowered.max === 1)
            items.push(...lowered.items);
          else items.push(lowered);
        }
        branches?.end();
        if (items.length === 0) return null;
        const only = items.length === 1 ? (items[0] as ParticlePlan) : null;
        if (only && (only.k !== "all" || (p.min === 1 && max === 1))) {
          const product = multiply(only, p.min, max);
          if (product) return product;
        }
        const prop =
          max === 1 ? null : scope.special(kind === "choice" ? "$choice" : kind === "seq" ? "$sequence" : "$all");
        if (only && only.k !== "el" && only.k !== "any" && only.max === 1 && only.min <= 1) {
          return { ...only, min: only.min * p.min, max, prop };
        }
        const group: GroupPlan = { k: kind, items, min: p.min, max, prop };
        if (!isWideChoice(group)) return group;
        const { file, line } = term.at;
        this.notes.push(
          `${file}:${line}: a choice of ${items.length} branches: that one of them is taken is checked on the wire, not by types`,
        );
        return { ...group, wide: true };
      }
    }
  }

  /** Whether a repeated group holds one particle only, so that the repetition moves to that particle. */
  #unwraps(p: Particle): boolean {
    const term = p.term;
    if (term.kind === "element" || term.kind === "any") return true;
    const inner = term.particles.filter((child) => child.max !== 0);
    if (inner.length !== 1) return false;
    const [only] = inner as [Particle];
    return this.#unwraps(only) && productOf(only.min, only.max, p.min, p.max) !== null;
  }

  #element(
    el: ElementDeclaration,
    min: number,
    max: number,
    p: Particle,
    plan: ComplexPlan,
    scope: Props,
    owner: Owner,
  ): ElementPlan {
    const annotation = hasText(p.annotation) ? p.annotation : el.annotation;
    const home = el.scope === "global" ? { id: `element {${el.name.ns}}`, ns: el.name.ns } : owner;
    return {
      ...this.#declared(el, home, annotation),
      prop: scope.element(memberKey(plan, ".", el.name), el.name.local, isForeign(plan, el.name)),
      min,
      max,
      substitutes: el.scope === "global" ? this.#substitutes(el) : null,
      at: p.at,
      annotation,
    };
  }

  /** What a declaration says of its element, wherever it stands. */
  #declared(el: ElementDeclaration, owner: Owner, annotation: Annotation): DeclaredPlan {
    return {
      k: "el",
      name: el.name.local,
      ns: el.name.ns,
      type: this.use(el.type, owner, el.name.local, annotation),
      nillable: el.nillable,
      default: el.default,
      fixed: el.fixed,
      abstract: el.abstract,
      block: el.block,
      keys: el.constraints.map(identityPlan),
    };
  }

  #substitutes(head: ElementDeclaration): SubstitutePlan[] | null {
    const others = this.#options.model.schemas.substitutes.get(`{${head.name.ns}}${head.name.local}`) ?? [];
    if (others.length === 0 && !head.abstract) return null;
    const members = [head, ...others].filter((el) => !el.abstract);
    const twice = (local: string): boolean => members.filter((m) => m.name.local === local).length > 1;
    return members.map((el) => ({
      tag: twice(el.name.local) ? `{${el.name.ns}}${el.name.local}` : el.name.local,
      name: el.name.local,
      ns: el.name.ns,
      type: this.use(el.type, { id: `element {${el.name.ns}}`, ns: el.name.ns }, el.name.local, el.annotation),
      nillable: el.nillable,
      default: el.default,
      fixed: el.fixed,
      block: el.block,
      keys: el.constraints.map(identityPlan),
    }));
  }

  /** Names of one object, with those reserved that its elements had before. */
  #props(plan: ComplexPlan, content: Particle | null): Props {
    const scope = new Props(this.#options.names, plan.id);
    const walk = (p: Particle): void => {
      const { term } = p;
      if (p.max === 0 || term.kind === "any") return;
      if (term.kind === "element") {
        scope.reserve(memberKey(plan, ".", term.name));
        if (!isForeign(plan, term.name)) scope.prefer(term.name.local);
      } else if (p.max === 1 || this.#unwraps(p)) for (const inner of term.particles) walk(inner);
    };
    if (content) walk(content);
    return scope;
  }

  /** Names of all elements that a content model mentions, and of those that may stand for them; `{ns}local`. */
  #namesIn(particle: Particle | null): string[] {
    if (!particle) return [];
    const { term } = particle;
    if (term.kind === "any") return [];
    if (term.kind !== "element") return term.particles.flatMap((p) => this.#namesIn(p));
    const name = `{${term.name.ns}}${term.name.local}`;
    const others = term.scope === "global" ? (this.#options.model.schemas.substitutes.get(name) ?? []) : [];
    return [name, ...others.map((el) => `{${el.name.ns}}${el.name.local}`)];
  }

  #soapArray(plan: ComplexPlan, type: ComplexType): ComplexPlan["soapArray"] {
    if (!isSoapEncoded(type)) return null;
    const arrayType = type.attributes.find((use) => use.arrayType)?.arrayType;
    const element = firstElement(type.ownParticle ?? type.particle);
    const itemName = element?.name.local ?? "item";
    if (arrayType) {
      const match = /^(?:\{([^}]*)\})?([^[]+)/.exec(arrayType);
      const name: QName = { ns: match?.[1] ?? "", local: match?.[2] ?? "" };
      const ranks = this.#ranks(arrayType, type.at);
      // Not the model's `arrayItem`: simple types of the encoding are read as XML Schema's own, and senders write either name.
      const builtin = name.ns === XSD || SOAP_ENCODINGS.has(name.ns) ? builtins.get(name.local)?.type : undefined;
      const item = this.#options.model.schemas.types.get(`{${name.ns}}${name.local}`) ?? builtin;
      if (item) return { item: this.use(item, plan, itemName, EMPTY), itemName, arrayType, ranks };
      // The loader has told of a name that refers to nothing.
      return { item: { k: "anyType" }, itemName, arrayType, ranks };
    }
    const one: SoapArrayPlan = { item: { k: "anyType" }, itemName, arrayType: "", ranks: [1] };
    return element ? { ...one, item: this.use(element.type, plan, itemName, element.annotation) } : one;
  }

  /** Dimensions of an array and of those inside of it: the last brackets are the outermost (SOAP 1.1, 5.4.2). */
  #ranks(arrayType: string, at: Location): SoapArrayPlan["ranks"] {
    const brackets = arrayType.match(/\[[^\]]*\]/g) ?? [];
    const [outer = 1, ...inner] = brackets.map((text) => text.split(",").length).reverse();
    if (inner.reduce((sum, n) => sum + n, outer) <= MAX_RANK) return [outer, ...inner];
    this.fault({
      code: "GEN_UNSUPPORTED",
      at,
      message: `an array of more than ${MAX_RANK} dimensions`,
      messageZh: `数组超过 ${MAX_RANK} 维`,
    });
    return [1];
  }
}

/** Dimensions of arrays and of those inside of them, taken together. */
const MAX_RANK = 16;

const EMPTY: Annotation = { documentation: [], appinfo: [] };

/** Placeholder until the naming step has assigned files. */
const NO_FILE = {} as FilePlan;

function blank(): Omit<
  ComplexPlan,
  "id" | "ns" | "local" | "source" | "anonymous" | "owner" | "group" | "at" | "annotation"
> {
  return {
    attrs: [],
    anyAttr: null,
    content: null,
    open: null,
    text: null,
    mixed: false,
    abstract: false,
    derived: [],
    soapArray: null,
    name: "",
    file: NO_FILE,
    internal: false,
    sent: false,
    read: false,
    split: false,
    readName: "",
    anyName: "",
    anyReadName: "",
  };
}

function hasText(annotation: Annotation): boolean {
  return annotation.documentation.length > 0 || annotation.appinfo.length > 0;
}

function wildcard(w: Wildcard, siblings: readonly string[] = []): Omit<AnyPlan, "k" | "prop" | "min" | "max"> {
  const notNames = (w.notNames ?? []).flatMap((name) =>
    name === "##definedSibling" ? siblings : name.startsWith("##") ? [] : [name],
  );
  return {
    namespaces: w.namespaces,
    target: w.target,
    process: w.process,
    ...(w.notNamespaces && w.notNamespaces.length > 0 ? { not: w.notNamespaces } : {}),
    ...(notNames.length > 0 ? { notNames: [...new Set(notNames)] } : {}),
  };
}

/** Whether `type` is or derives from `soapenc:Array`. */
export function isSoapEncoded(type: ComplexType): boolean {
  for (let t: Type | null = type; t !== null && t.kind === "complex"; t = t.base) {
    if (t.name && SOAP_ENCODINGS.has(t.name.ns) && t.name.local === "Array") return true;
  }
  return false;
}

function firstElement(particle: Particle | null): ElementDeclaration | null {
  if (!particle) return null;
  const { term } = particle;
  if (term.kind === "element") return term;
  if (term.kind === "any") return null;
  for (const child of term.particles) {
    const found = firstElement(child);
    if (found) return found;
  }
  return null;
}

/** Occurrence of a particle repeated as a whole, or `null` when the product would have gaps. Unbounded is -1 or Infinity. */
function productOf(min: number, max: number, outerMin: number, outerMax: number): { min: number; max: number } | null {
  const [m, o] = [max, outerMax].map((n) => (n === -1 ? Number.POSITIVE_INFINITY : n)) as [number, number];
  if (!(min <= 1 || (outerMin === 1 && o === 1))) return null;
  const product = m * o;
  return { min: min * outerMin, max: product === Number.POSITIVE_INFINITY ? -1 : product };
}

function multiply(only: ParticlePlan, min: number, max: number): ParticlePlan | null {
  if (only.k !== "el" && only.k !== "any") {
    if (min === 1 && max === 1) return only;
    if (only.max === 1 && max === 1 && only.min <= 1) return { ...only, min: only.min * min };
    return null;
  }
  const product = productOf(only.min, only.max, min, max);
  return product ? { ...only, ...product } : null;
}

/** A named group as the owner of what stands in it: types that refer to it share that. */
function groupOf({ group }: ModelGroup): Owner | null {
  return group ? { id: `group {${group.ns}}${group.local}`, ns: group.ns, group: group.local } : null;
}

/** Whether a member is in another namespace than its type. */
function isForeign(plan: ComplexPlan, name: QName): boolean {
  return name.ns !== "" && name.ns !== plan.ns;
}

/** Key of an attribute or element inside a type. */
function memberKey(plan: ComplexPlan, mark: "@" | ".", name: QName): string {
  return `${plan.id}${mark}${isForeign(plan, name) ? `{${name.ns}}` : ""}${name.local}`;
}

/**
 * Property names of one object. Branches of a choice exclude each other and may share names.
 *
 * Elements go before attributes, those of the own namespace before others; attributes and others keep what they had
 * when an element of the same name is added.
 */
class Props {
  readonly #used = new Set<string>();
  /** The same names, in the order in which they were taken. */
  readonly #order: string[] = [];
  readonly #names: Names;
  /** Names that the user or the last run gave, by key. */
  readonly #reserved = new Map<string, string>();
  /** Names of elements of the own namespace. */
  readonly #own = new Set<string>();

  readonly #owner: string;

  /** @param owner - Id of the type whose properties these are. */
  constructor(names: Names, owner: string) {
    this.#names = names;
    this.#owner = owner;
  }

  /** Keeps the name for `key` that the user or the last run gave it. */
  reserve(key: string): void {
    if (this.#reserved.has(key)) return;
    const name = this.#names.given(key) ?? this.#names.kept(key);
    if (name === undefined || this.#used.has(name)) return;
    this.#reserved.set(key, name);
    this.#take(name);
  }

  prefer(local: string): void {
    this.#own.add(local);
  }

  element(key: string, local: string, foreign: boolean): string {
    const name = this.#claim(key, local, "", foreign && this.#own.has(local));
    if (foreign) this.#names.record(key, name, this.#owner);
    return name;
  }

  attribute(key: string, local: string): string {
    const name = this.#claim(key, local, "Attribute", false);
    this.#names.record(key, name, this.#owner);
    return name;
  }

  /** Names that no XML name can be. */
  special(name: string): string {
    return this.#free(name, "");
  }

  /**
   * Branches of a choice each start with the names that were taken before it; behind it the names of all are taken. The
   * work is in the names that the branches take, not in all that the object has.
   */
  branches(): { readonly next: () => void; readonly end: () => void } {
    const start = this.#order.length;
    const taken = new Set<string>();
    const next = (): void => {
      for (const name of this.#order.splice(start)) {
        taken.add(name);
        this.#used.delete(name);
      }
    };
    return {
      next,
      end: () => {
        next();
        for (const name of taken) this.#take(name);
      },
    };
  }

  #take(name: string): void {
    if (this.#used.has(name)) return;
    this.#used.add(name);
    this.#order.push(name);
  }

  #claim(key: string, local: string, suffix: string, second: boolean): string {
    const reserved = this.#reserved.get(key);
    // A second element of the same name is not the one that had the name; in another branch it is. Names with a space
    // are no names of XML, so the mark can stand among them.
    if (reserved !== undefined && !this.#used.has(`reserved ${key}`)) {
      this.#take(`reserved ${key}`);
      return reserved;
    }
    // What every object inherits would never be absent: zod and the compiler see the inherited one.
    const wanted = local === "__proto__" ? "proto" : local in Object.prototype ? `${local}_` : local;
    return this.#free(wanted, suffix, second);
  }

  #free(wanted: string, suffix: string, second = false): string {
    const taken = (name: string): boolean => this.#used.has(name) || (second && name === wanted);
    let name = this.#used.has(wanted) && suffix !== "" ? wanted + suffix : wanted;
    for (let n = 2; taken(name); n++) name = `${wanted}${suffix}${n}`;
    this.#take(name);
    return name;
  }
}
