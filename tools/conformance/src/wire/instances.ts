import type { ComplexType, ElementDeclaration, Model, SimpleType, Type, Wildcard, WsdlPart } from "@coo/wsdl";
import { type Item, type NameValue, textOf, XSD, XSI } from "./item.ts";
import { arrayOf, isEncodingNamespace, layoutOf, type Place } from "./mapping.ts";
import { type SimpleValue, simpleValues } from "./simple-values.ts";

/** A message as the caller has it, and as it should stand on the wire. */
export interface Instance {
  readonly value: unknown;
  /** Elements of the SOAP body. */
  readonly items: readonly Item[];
  /** Types whose values a validator cannot judge by itself. */
  readonly blind: string | null;
}

/** How a message lies in the body. */
export interface MessageShape {
  readonly style: "document" | "rpc";
  readonly use: "literal" | "encoded";
  /** Wrapper of rpc. */
  readonly wrapper: { readonly ns: string; readonly local: string };
  readonly parts: readonly WsdlPart[];
}

/** Instances of a message at most. */
const MAX_ROUNDS = 16;
/** Elements of one instance at about the most. */
const BUDGET = 1500;
const MAX_DEPTH = 24;

/** There is no finite instance, or none can be made by these rules. */
export class NoInstance extends Error {
  override readonly name = "NoInstance";
}

interface Made {
  readonly value: unknown;
  readonly item: Item;
}

type Fields = Record<string, unknown>;

/**
 * Makes instances of messages from the component model: first with everything, then with the least, then until every
 * optional part, every branch, every derived type and every substitute has stood in one.
 */
export class Instances {
  readonly #model: Model;
  #encoded = false;
  #least = false;
  #full = false;
  #budget = 0;
  #depth = 0;
  #ids = 0;
  #blind: string | null = null;
  readonly #stack: ComplexType[] = [];
  /** How often each way of each decision was taken. */
  #taken = new Map<unknown, number[]>();
  readonly #turn = new Map<unknown, number>();
  #wanted: ReadonlySet<Type> = new Set();
  /** Optional parts and ways of decisions that were there to take, and those that were taken. */
  offered = 0;
  covered = 0;
  readonly #costs = new Map<Type, number>();

  constructor(model: Model) {
    this.#model = model;
  }

  /** All instances of one message. @throws {@link NoInstance} */
  *of(shape: MessageShape): Generator<Instance> {
    this.#taken = new Map();
    this.#encoded = shape.use === "encoded";
    const roots = shape.parts.flatMap((p) => p.element?.type ?? p.type ?? []);
    for (let round = 0; round < MAX_ROUNDS; round++) {
      this.#wanted = this.#unfinished(roots);
      if (round >= 2 && this.#wanted.size === 0) break;
      const before = this.#progress();
      this.#full = round === 0;
      this.#least = round === 1;
      this.#budget = BUDGET;
      this.#ids = 0;
      this.#blind = null;
      this.#stack.length = 0;
      this.#depth = 0;
      yield this.#message(shape);
      if (round >= 2 && this.#progress() === before) break;
    }
    for (const ways of this.#taken.values()) {
      this.offered += ways.length;
      this.covered += ways.filter((n) => n > 0).length;
    }
  }

  #progress(): number {
    let n = 0;
    for (const ways of this.#taken.values()) for (const w of ways) if (w > 0) n++;
    return n;
  }

  #message(shape: MessageShape): Instance {
    const { style, parts, wrapper } = shape;
    const made = parts.map((part) => ({ part, made: this.#part(part) }));
    const items = made.map((m) => m.made.item);
    const [only] = made;
    if (style === "document") {
      const value =
        made.length === 1 && only ? only.made.value : Object.fromEntries(made.map((m) => [m.part.name, m.made.value]));
      return { value, items, blind: this.#blind };
    }
    const item: Item = { ...wrapper, attributes: new Map(), content: items };
    const value = Object.fromEntries(made.map((m) => [m.part.name, m.made.value]));
    return { value, items: [item], blind: this.#blind };
  }

  #part(part: WsdlPart): Made {
    if (part.element)
      return this.#valueOf(part.element.type, part.element.name.ns, part.element.name.local, part.element);
    if (!part.type) throw new NoInstance(`part ${part.name} has no type`);
    return this.#valueOf(part.type, "", part.name, null);
  }

  // ---- decisions

  #ways(key: unknown, n: number): number[] {
    let ways = this.#taken.get(key);
    if (!ways) {
      ways = Array.from({ length: n }, () => 0);
      this.#taken.set(key, ways);
    }
    return ways;
  }

  #take(key: unknown, n: number, way: number): number {
    const ways = this.#ways(key, n);
    ways[way] = (ways[way] ?? 0) + 1;
    return way;
  }

  get #tight(): boolean {
    return this.#least || this.#budget <= 0 || this.#depth > MAX_DEPTH;
  }

  /** Which of some ways to go: the cheapest, one that was not gone, or the least gone. */
  #choose(key: unknown, costs: readonly number[], leads: (way: number) => boolean): number {
    const n = costs.length;
    const ways = this.#ways(key, n);
    const possible = costs.map((_, i) => i).filter((i) => Number.isFinite(costs[i] as number));
    if (possible.length === 0) throw new NoInstance("every way is endless");
    const cheapest = possible.reduce((a, b) => ((costs[b] as number) < (costs[a] as number) ? b : a));
    if (this.#tight) return this.#take(key, n, cheapest);
    const fresh = possible.find((i) => ways[i] === 0);
    if (fresh !== undefined) return this.#take(key, n, fresh);
    const leading = possible.filter(leads);
    const among = leading.length > 0 ? leading : possible;
    return this.#take(
      key,
      n,
      among.reduce((a, b) => ((ways[b] as number) < (ways[a] as number) ? b : a)),
    );
  }

  /** How many of an optional or repeated part to make. */
  #count(key: unknown, min: number, max: number, types: readonly Type[], cost: number): number {
    if (min === 0) this.#ways(key, 1);
    let count = min;
    if (!this.#tight && max > min && Number.isFinite(cost)) {
      const recursive = types.some((t) => t.kind === "complex" && this.#stack.filter((s) => s === t).length >= 2);
      const fresh = this.#ways(key, 1)[0] === 0;
      const wanted = types.some((t) => this.#wanted.has(t));
      if (this.#full ? !recursive : fresh || (wanted && !recursive)) count = Math.max(min, Math.min(2, max));
    } else if (!this.#least && max >= 2 && min < 2 && min > 0 && this.#budget > 0) count = 2;
    if (count > 0) this.#take(key, 1, 0);
    return count;
  }

  // ---- what is left to do

  #unfinished(roots: readonly Type[]): Set<Type> {
    const all = new Set<Type>();
    const users = new Map<Type, Type[]>();
    const queue = [...roots];
    for (const t of roots) all.add(t);
    for (let t = queue.pop(); t !== undefined; t = queue.pop()) {
      for (const next of this.#typesIn(t)) {
        users.set(next, [...(users.get(next) ?? []), t]);
        if (!all.has(next)) {
          all.add(next);
          queue.push(next);
        }
      }
    }
    const found = new Set<Type>();
    const spread = [...all].filter((t) => this.#isUnfinished(t));
    for (let t = spread.pop(); t !== undefined; t = spread.pop()) {
      if (found.has(t)) continue;
      found.add(t);
      spread.push(...(users.get(t) ?? []));
    }
    return found;
  }

  #isUnfinished(type: Type): boolean {
    if (type.kind !== "complex") return false;
    const open = (key: unknown): boolean => {
      const ways = this.#taken.get(key);
      return ways?.some((n) => n === 0) ?? false;
    };
    // A type that was never made is reached only through something that was not made either.
    const inside = (p: Place): boolean => {
      if (open(p)) return true;
      if (p.kind === "any") return false;
      if (p.kind !== "element") return open(p.places) || p.places.some(inside);
      return open(p.declaration) || this.#members(p.declaration).some((m) => open(`nil ${keyOf(m)}`));
    };
    const { content, attributes } = layoutOf(type);
    return open(type) || (content !== null && inside(content)) || attributes.some((a) => open(a));
  }

  #typesIn(type: Type): Type[] {
    if (type.kind !== "complex") return [];
    const found: Type[] = [...this.#derived(type)];
    const walk = (p: Place): void => {
      if (p.kind === "element") found.push(...this.#typesOf(p.declaration));
      else if (p.kind !== "any") p.places.forEach(walk);
    };
    const { content } = layoutOf(type);
    if (content) walk(content);
    return found;
  }

  #typesOf(declaration: ElementDeclaration): Type[] {
    return this.#members(declaration).map((m) => m.type);
  }

  /** Elements that may stand in the place of one, itself first unless abstract. */
  #members(declaration: ElementDeclaration): ElementDeclaration[] {
    if (declaration.scope !== "global") return [declaration];
    const others = this.#model.schemas.substitutes.get(`{${declaration.name.ns}}${declaration.name.local}`) ?? [];
    return [declaration, ...others].filter((e) => !e.abstract);
  }

  /** Named types below one, none abstract. */
  #derived(type: ComplexType): ComplexType[] {
    const found = new Set<ComplexType>();
    const walk = (t: ComplexType): void => {
      if (!t.name) return;
      for (const child of this.#model.schemas.derived.get(`{${t.name.ns}}${t.name.local}`) ?? []) {
        if (found.has(child) || child === type || !child.name) continue;
        found.add(child);
        walk(child);
      }
    };
    if (type.name && !isEncodingNamespace(type.name.ns) && type.name.ns !== XSD) walk(type);
    return [...found].filter((t) => !t.abstract);
  }

  /** Elements that the smallest instance of a type has, or Infinity. */
  #cost(type: Type): number {
    if (type.kind !== "complex") return 1;
    const known = this.#costs.get(type);
    if (known !== undefined) return known;
    this.#costs.set(type, Number.POSITIVE_INFINITY);
    // Twice: a cycle that a choice leaves is known the second time.
    for (let i = 0; i < 2; i++) this.#costs.set(type, this.#ownCost(type));
    const cost = this.#costs.get(type) as number;
    if (!Number.isFinite(cost)) this.#costs.delete(type);
    return cost;
  }

  #ownCost(type: ComplexType): number {
    const content = (t: ComplexType): number => {
      const layout = layoutOf(t).content;
      return 1 + (layout && !arrayOf(t) ? this.#placeCost(layout) : 0);
    };
    if (!type.abstract) return content(type);
    return Math.min(Number.POSITIVE_INFINITY, ...this.#derived(type).map(content));
  }

  #placeCost(p: Place, atLeast = 0): number {
    const times = Math.max(p.min, atLeast);
    if (times === 0) return 0;
    return times * this.#onceCost(p);
  }

  #onceCost(p: Place): number {
    if (p.kind === "any") return 1;
    if (p.kind === "element")
      return Math.min(...this.#members(p.declaration).map((m) => this.#cost(m.type)), Number.POSITIVE_INFINITY);
    const inside = p.places.map((x) => this.#placeCost(x));
    return p.kind === "choice" ? Math.min(...inside, Number.POSITIVE_INFINITY) : inside.reduce((a, b) => a + b, 0);
  }

  // ---- values

  #simple(type: SimpleType, fixed: string | null, standard: string | null = null): SimpleValue {
    const context = {
      id: () => `id${++this.#ids}`,
      idref: () => {
        this.#blind ??= "IDREF";
        return "id1";
      },
    };
    for (let t: SimpleType | null = type; t !== null; t = t.base) {
      const name = t.name?.local;
      if (name === "ENTITY" || name === "ENTITIES" || name === "NOTATION") this.#blind ??= `xs:${name}`;
    }
    let values = simpleValues(type, context);
    if (fixed !== null) {
      const found = values.filter((v) => v.text === fixed);
      values = found.length > 0 ? found : fixedValue(type, fixed);
    }
    // An empty element would be read as its default.
    if (standard !== null && fixed === null) values = values.filter((v) => v.text !== "");
    if (values.length === 0)
      throw new NoInstance(`no value of ${type.name?.local ?? "an anonymous simple type"} could be made`);
    const turn = this.#turn.get(type) ?? 0;
    this.#turn.set(type, turn + 1);
    return values[turn % values.length] as SimpleValue;
  }

  #valueOf(type: Type, ns: string, local: string, declaration: ElementDeclaration | null): Made {
    this.#budget--;
    const attributes = new Map<string, string | NameValue>();
    const item = (content: Item["content"]): Item => ({ ns, local, attributes, content });
    if (type.kind === "simple") {
      const { value, text } = this.#simple(type, declaration?.fixed ?? null, declaration?.default ?? null);
      return { value, item: item([text]) };
    }
    const isAny = type.name?.ns === XSD && type.name.local === "anyType";
    const encoding = type.name !== null && isEncodingNamespace(type.name.ns);
    if (encoding && type.simpleType) {
      const { value, text } = this.#simple(type.simpleType, null);
      return { value, item: item([text]) };
    }
    if (isAny || encoding) {
      const raw = item(["any text"]);
      if (this.#encoded) attributes.set(`{${XSI}}type`, { ns: XSD, local: "string" });
      return { value: { name: local, ns, xml: textOf(raw) }, item: raw };
    }
    const array = arrayOf(type);
    if (array) return this.#array(array, item([]));
    return this.#complex(type, item([]), declaration);
  }

  #array(array: NonNullable<ReturnType<typeof arrayOf>>, item: Item): Made {
    const name = array.element?.name.local ?? "item";
    const match = /^(?:\{([^}]*)\})?([^[]+)(.*)$/s.exec(array.type ?? "");
    let type: Type | null = array.element?.type ?? null;
    let ranks: readonly number[] = [1];
    if (match) {
      const [, ns = "", local = "", rest = ""] = match;
      ranks = (rest.match(/\[[^\]]*\]/g) ?? []).map((text) => text.split(",").length).reverse();
      type = this.#model.schemas.types.get(`{${ns}}${local}`) ?? this.#builtin(ns, local);
    }
    return { value: this.#rows(type, name, ranks, ranks[0] ?? 1, item.content), item };
  }

  /** Items of an array: those of several dimensions stand one after the other, those of arrays in arrays inside. */
  #rows(type: Type | null, name: string, ranks: readonly number[], depth: number, out: Item["content"]): unknown[] {
    const value: unknown[] = [];
    const size = this.#tight && depth === (ranks[0] ?? 1) ? 0 : 2;
    for (let i = 0; i < size; i++) {
      if (depth > 1) {
        value.push(this.#rows(type, name, ranks, depth - 1, out));
        continue;
      }
      let made: Made;
      if (ranks.length > 1) {
        const item: Item = { ns: "", local: name, attributes: new Map(), content: [] };
        const inner = ranks.slice(1);
        made = { item, value: this.#rows(type, name, inner, inner[0] ?? 1, item.content) };
      } else made = type ? this.#nested(type, () => this.#valueOf(type, "", name, null)) : this.#raw(name);
      value.push(made.value);
      out.push(made.item);
    }
    if (size > 0 && depth === 1) {
      value.push(null);
      out.push({ ns: "", local: name, attributes: new Map([[`{${XSI}}nil`, "true"]]), content: [] });
    }
    return value;
  }

  #raw(local: string): Made {
    const item: Item = {
      ns: "",
      local,
      attributes: new Map([[`{${XSI}}type`, { ns: XSD, local: "string" }]]),
      content: ["any text"],
    };
    return { value: { name: local, ns: "", xml: textOf(item) }, item };
  }

  #builtin(ns: string, local: string): Type | null {
    if (ns !== XSD && !isEncodingNamespace(ns)) return null;
    for (const type of this.#builtins()) if (type.name?.local === local) return type;
    return null;
  }

  /** Built-in types are not listed in the model; those in use are found by their users. */
  *#builtins(): Generator<SimpleType> {
    for (const message of this.#model.messages.values()) {
      for (const part of message.parts) if (part.type?.kind === "simple") yield root(part.type);
    }
    const seen = new Set<Type>();
    const visit = function* (this: Instances, type: Type): Generator<SimpleType> {
      if (seen.has(type)) return;
      seen.add(type);
      if (type.kind === "simple") return yield root(type);
      if (type.simpleType) yield root(type.simpleType);
      for (const use of type.attributes) yield root(use.declaration.type);
      for (const next of this.#typesIn(type)) yield* visit(next);
    }.bind(this);
    for (const type of this.#model.schemas.types.values()) yield* visit(type);
    for (const element of this.#model.schemas.elements.values()) yield* visit(element.type);
  }

  #nested<T>(type: Type, make: () => T): T {
    if (type.kind !== "complex") return make();
    if (this.#stack.filter((s) => s === type).length > 40)
      throw new NoInstance(`${type.name?.local ?? "a type"} is endless`);
    this.#stack.push(type);
    this.#depth++;
    try {
      return make();
    } finally {
      this.#depth--;
      this.#stack.pop();
    }
  }

  #complex(declared: ComplexType, item: Item, declaration: ElementDeclaration | null): Made {
    const object: Fields = {};
    const derived = this.#derived(declared);
    let type = declared;
    if (derived.length > 0) {
      const candidates = declared.abstract ? derived : [declared, ...derived];
      const blocked = (declaration?.block.length ?? 0) > 0 || declared.block.length > 0;
      const usable = blocked && !declared.abstract ? [declared] : candidates;
      const way = this.#choose(
        declared,
        usable.map((t) => this.#cost(t)),
        (i) => this.#wanted.has(usable[i] as Type),
      );
      type = usable[way] as ComplexType;
      const twice = candidates.some((t) => t !== type && t.name?.local === type.name?.local);
      object["$type"] = twice ? `{${type.name?.ns}}${type.name?.local}` : type.name?.local;
      if (type !== declared)
        item.attributes.set(`{${XSI}}type`, { ns: type.name?.ns ?? "", local: type.name?.local ?? "" });
    } else if (declared.abstract) throw new NoInstance(`nothing is derived from abstract ${declared.name?.local}`);
    this.#nested(type, () => this.#fill(type, object, item, declaration));
    return { value: object, item };
  }

  #fill(type: ComplexType, object: Fields, item: Item, declaration: ElementDeclaration | null): void {
    const { content, attributes } = layoutOf(type);
    for (const attribute of attributes) this.#attribute(attribute, object, item);
    if (type.anyAttribute && !arrayOf(type) && !this.#tight) this.#anyAttribute(type.anyAttribute, object, item);
    if (type.content === "simple" && type.simpleType) {
      const { value, text } = this.#simple(type.simpleType, declaration?.fixed ?? null, declaration?.default ?? null);
      object["$value"] = value;
      item.content.push(text);
    } else if (type.mixed) {
      const parts: unknown[] = [];
      const inner: Item["content"] = [];
      if (content) this.#place(content, {}, inner);
      const add = (text: string): void => {
        parts.push(text);
        item.content.push(text);
      };
      if (!this.#least) add("some 文字 ");
      for (const child of inner) {
        if (typeof child === "string" || !("content" in child)) continue;
        parts.push({ name: child.local, ns: child.ns, xml: textOf(child) });
        item.content.push(child);
        if (!this.#least) add(" & more");
      }
      object["$mixed"] = parts;
    } else if (content) this.#place(content, object, item.content);
  }

  #attribute(
    attribute: { readonly prop: string; readonly use: ComplexType["attributes"][number] },
    object: Fields,
    item: Item,
  ): void {
    const { use, prop } = attribute;
    const { name, type } = use.declaration;
    const key = `{${name.ns}}${name.local}`;
    const optional = use.use !== "required";
    if (use.default !== null) {
      // Reading fills it in, writing leaves it out.
      const [standard] = fixedValue(type, use.default);
      const way = this.#choose(attribute, [0, 0], () => false);
      const other = way === 1 ? this.#simple(type, null) : standard;
      if (!other) return;
      object[prop] = other.value;
      if (other.text !== standard?.text) item.attributes.set(key, other.text);
      else if (!optional) item.attributes.set(key, other.text);
      return;
    }
    if (optional) {
      this.#ways(attribute, 1);
      if (this.#tight) return;
    }
    const { value, text } = this.#simple(type, use.fixed);
    object[prop] = value;
    item.attributes.set(key, text);
    this.#take(attribute, 1, 0);
  }

  #anyAttribute(wildcard: Wildcard, object: Fields, item: Item): void {
    if (wildcard.process === "strict") return;
    const ns = namespaceFor(wildcard);
    if (ns === null) return;
    const key = `{${ns}}coo-mark`;
    object["$attributes"] = { [ns === "" ? "coo-mark" : key]: "m & n" };
    item.attributes.set(key, "m & n");
  }

  #place(p: Place, object: Fields, out: Item["content"]): void {
    if (p.kind === "element") {
      const types = this.#typesOf(p.declaration);
      const count = this.#count(p, p.min, p.max, types, this.#onceCost(p));
      if (count === 0) return;
      const values: unknown[] = [];
      for (let i = 0; i < count; i++) {
        const made = this.#occurrence(p.declaration);
        values.push(made.value);
        out.push(made.item);
      }
      object[p.prop] = p.max === 1 ? values[0] : values;
      return;
    }
    if (p.kind === "any") return this.#any(p, object, out);
    if (p.max === 1) {
      if (p.min === 0 && this.#count(p, 0, 1, this.#typesBelow(p), this.#onceCost(p)) === 0) return;
      return this.#once(p, object, out);
    }
    const count = this.#count(p, p.min, p.max, this.#typesBelow(p), this.#onceCost(p));
    // As many as there are branches, so that their order shows.
    const times =
      p.kind === "choice" && count > 0 && !this.#tight
        ? Math.min(p.max, Math.max(count, p.places.length, 2), 8)
        : count;
    const objects: Fields[] = [];
    for (let i = 0; i < times; i++) {
      const one: Fields = {};
      const length = out.length;
      this.#once(p, one, out);
      // Nothing leaves no trace.
      if (out.length > length) objects.push(one);
    }
    if (objects.length > 0) object[p.prop as string] = objects;
  }

  #typesBelow(p: Place): Type[] {
    if (p.kind === "element") return this.#typesOf(p.declaration);
    return p.kind === "any" ? [] : p.places.flatMap((x) => this.#typesBelow(x));
  }

  #once(p: Extract<Place, { places: readonly Place[] }>, object: Fields, out: Item["content"]): void {
    if (p.kind !== "choice") {
      for (const place of p.places) this.#place(place, object, out);
      return;
    }
    const way = this.#choose(
      p.places,
      p.places.map((x) => this.#placeCost(x)),
      (i) => this.#typesBelow(p.places[i] as Place).some((t) => this.#wanted.has(t)),
    );
    const branch = p.places[way] as Place;
    this.#place(branch, object, out);
  }

  #occurrence(declaration: ElementDeclaration): Made {
    const members = this.#members(declaration);
    const tagged = declaration.scope === "global" && (declaration.abstract || members.length > 1);
    let element = declaration;
    if (tagged) {
      if (members.length === 0) throw new NoInstance(`nothing may stand for abstract ${declaration.name.local}`);
      const usable = declaration.block.includes("substitution") && !declaration.abstract ? [declaration] : members;
      const way = this.#choose(
        declaration,
        usable.map((m) => this.#cost(m.type)),
        (i) => this.#wanted.has((usable[i] as ElementDeclaration).type),
      );
      element = usable[way] as ElementDeclaration;
    }
    const made = this.#maybeNil(element);
    if (!tagged) return made;
    const twice = members.some((m) => m !== element && m.name.local === element.name.local);
    const tag = twice ? `{${element.name.ns}}${element.name.local}` : element.name.local;
    const isObject = element.type.kind === "complex" && isPlainObject(made.value) && !this.#isRawType(element.type);
    const value = isObject ? { $element: tag, ...(made.value as Fields) } : { $element: tag, $value: made.value };
    return { value, item: made.item };
  }

  #isRawType(type: Type): boolean {
    return type.kind === "complex" && type.name?.ns === XSD && type.name.local === "anyType";
  }

  #maybeNil(element: ElementDeclaration): Made {
    const { ns, local } = element.name;
    const named = this.#nilType(element);
    if (element.nillable && element.fixed === null && named !== undefined) {
      const nil =
        this.#choose(`nil ${keyOf(element)}`, [this.#cost(element.type) === 1 ? 1 : 2, 1.5], () => false) === 1;
      if (nil) {
        this.#budget--;
        const item: Item = { ns, local, attributes: this.#nilAttributes(element.type, named), content: [] };
        return { value: this.#nilValue(element.type, named, item), item };
      }
    }
    return this.#valueOf(element.type, ns, local, element);
  }

  /** The type of an element that is nil: validators ask for one that is not abstract even then. */
  #nilType({ type, block }: ElementDeclaration): Type | undefined {
    if (type.kind !== "complex" || !type.abstract) return type;
    return block.length > 0 ? undefined : this.#derived(type).find((t) => !hasRequiredAttribute(t));
  }

  /** `null`, or with attributes `{ $nil: true, … }`. */
  #nilValue(declared: Type, named: Type, item: Item): unknown {
    if (declared.kind !== "complex" || named !== declared || arrayOf(declared) || this.#isRawType(declared))
      return null;
    if (declared.name && isEncodingNamespace(declared.name.ns)) return null;
    const fields: Fields = {};
    const before = item.attributes.size;
    for (const attribute of layoutOf(declared).attributes) this.#attribute(attribute, fields, item);
    if (declared.anyAttribute && !this.#tight) this.#anyAttribute(declared.anyAttribute, fields, item);
    if (item.attributes.size === before) return null;
    const derived = this.#derived(declared);
    const twice = derived.some((t) => t.name?.local === declared.name?.local);
    const tag = twice ? `{${declared.name?.ns}}${declared.name?.local}` : declared.name?.local;
    return { ...(derived.length > 0 ? { $type: tag } : {}), $nil: true, ...fields };
  }

  #nilAttributes(declared: Type, named: Type): Map<string, string | NameValue> {
    const attributes = new Map<string, string | NameValue>([[`{${XSI}}nil`, "true"]]);
    if (named !== declared && named.name) attributes.set(`{${XSI}}type`, named.name);
    return attributes;
  }

  #any(p: Extract<Place, { kind: "any" }>, object: Fields, out: Item["content"]): void {
    const items: Item[] = [];
    const count = this.#count(p, p.min, p.max, [], 1);
    for (let i = 0; i < count; i++) {
      const item = this.#stranger(p.wildcard);
      if (item === null) break;
      items.push(item);
    }
    if (items.length < p.min) throw new NoInstance("nothing is known that a strict wildcard lets in");
    if (items.length === 0) return;
    object[p.prop] = items.map((item) => ({ name: item.local, ns: item.ns, xml: textOf(item) }));
    out.push(...items);
  }

  #stranger(wildcard: Wildcard): Item | null {
    const ns = namespaceFor(wildcard);
    if (wildcard.process !== "strict" && ns !== null) {
      return { ns, local: "coo-stranger", attributes: new Map([["{}a", "1"]]), content: ["any & all"] };
    }
    let best: ElementDeclaration | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const element of this.#model.schemas.elements.values()) {
      if (element.abstract || !lets(wildcard, element.name.ns) || this.#stack.includes(element.type as ComplexType))
        continue;
      const cost = this.#cost(element.type);
      if (cost < least) [best, least] = [element, cost];
    }
    return best && this.#valueOf(best.type, best.name.ns, best.name.local, best).item;
  }
}

const keys = new WeakMap<ElementDeclaration, number>();
let count = 0;
function keyOf(element: ElementDeclaration): number {
  let key = keys.get(element);
  if (key === undefined) keys.set(element, (key = ++count));
  return key;
}

function hasRequiredAttribute(type: Type): boolean {
  return type.kind === "complex" && type.attributes.some((use) => use.use === "required");
}

function isPlainObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function root(type: SimpleType): SimpleType {
  return type.variety === "builtin" || type.base === null ? type : root(type.base);
}

function fixedValue(type: SimpleType, text: string): SimpleValue[] {
  let base: SimpleType = type;
  while (base.variety !== "builtin" && base.base) base = base.base;
  const name = base.name?.local ?? "";
  const clean = /^(string|normalizedString)$/.test(name) ? text : text.trim();
  if (type.variety === "list" || type.item) return [{ value: clean.split(/\s+/), text: clean }];
  if (name === "boolean") {
    const value = clean === "true" || clean === "1";
    return [{ value, text: String(value) }];
  }
  if (/^(byte|short|int|unsignedByte|unsignedShort|unsignedInt|float|double)$/.test(name)) {
    const value = Number(clean.replace("INF", "Infinity"));
    return [{ value, text: Number.isFinite(value) ? String(value) : clean }];
  }
  return [{ value: clean, text: clean }];
}

const STRANGE = "urn:example:stranger";

function lets(wildcard: Wildcard, ns: string): boolean {
  const { namespaces, target } = wildcard;
  if (namespaces === "##any") return !(wildcard.notNamespaces ?? []).includes(ns);
  if (namespaces === "##other") return ns !== target && ns !== "";
  return namespaces.includes(ns);
}

function namespaceFor(wildcard: Wildcard): string | null {
  const { namespaces } = wildcard;
  if (typeof namespaces === "string") return STRANGE;
  return namespaces[0] ?? null;
}
