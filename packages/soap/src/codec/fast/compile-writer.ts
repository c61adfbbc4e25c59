import { construct, isLoaded } from "../../constructs.ts";
import type {
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
  SimpleDescriptor,
} from "../../gen1.ts";
import { formOf, type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import type { ElementName } from "../encode.ts";
import { type Scope, tagsOf } from "../encode-scope.ts";
import { attributeOfNull } from "../nil-form.ts";
import { canBeEmpty, propsOf, typeOf } from "../particles.ts";
import type { AttributeWriter, NamedType } from "./attributed-writer.ts";
import { miss } from "./byte-reader.ts";
import { type ByteWriter, type KnownKeys, SHORT, type Tag, tagOf } from "./byte-writer.ts";
import { nilElement } from "./compile-reader.ts";
import { literal, member } from "./member.ts";
import { CAREFUL, CHARACTERS } from "./quick-test.ts";
import { ROOT_SCOPE } from "./root-scope.ts";
import { SimpleTests } from "./simple-tests.ts";

/** Writes a whole element, or throws {@link MISS}. */
export interface CompiledWriter {
  readonly write: (writer: ByteWriter, value: unknown) => void;
  /** Repeated fields: the writer keeps the last value of each. */
  readonly slots: number;
}

/**
 * Writes JavaScript that writes a message: one function a complex type, one line a field. It writes what the strict
 * writer would; values that are wrong, and constructs that are seldom (raw elements, attributes of an element that is nil), are
 * left to that.
 *
 * @returns `undefined` where nothing would be gained.
 */
export function compileWriter(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
): CompiledWriter | undefined {
  if (descriptor.keys) return undefined;
  const type = typeOf(descriptor.type);
  if (type.k !== "complex" || !isWritable(type)) return undefined;
  const source = new Source();
  const tags = tagsOf(element.name, element.ns, ROOT_SCOPE);
  const name = source.complex(type, tags.scope, false);
  const open = source.tag(`${tags.open}>`);
  const close = source.tag(tags.close);
  const body = [
    '"use strict";',
    ...source.tags.map((_, i) => `const g${i} = tags[${i}];`),
    ...source.attributes.map((_, i) => `const a${i} = attributes[${i}];`),
    ...source.types.map((_, i) => `const y${i} = types[${i}];`),
    ...source.tests.declarations(),
    ...source.keys.map((_, i) => `const k${i} = keys[${i}];`),
    ...source.tests.functions,
    ...source.functions,
    ...source.fillers,
    `return (w, o) => { w.pos = w.tag(${name}(w, o, w.tag(0, ${open})), ${close}); w.declareXsi(${tagOf(tags.open).size}); };`,
  ].join("\n");
  // oxlint-disable-next-line typescript/no-implied-eval -- text of our own making: names stand in it as literals only
  const make = new Function(
    "tags",
    "attributes",
    "types",
    "A",
    "N",
    "K",
    "codecs",
    "regexes",
    "keys",
    "miss",
    body,
  ) as (
    tags: readonly Tag[],
    attributes: Source["attributes"],
    types: Source["types"],
    writeAttributes: unknown,
    writeNamed: unknown,
    characters: Uint8Array,
    codecs: readonly SimpleCodec[],
    regexes: readonly RegExp[],
    keys: readonly KnownKeys[],
    miss: () => never,
  ) => CompiledWriter["write"];
  const { tags: all, attributes, types, tests, keys, slots } = source;
  const startTags = isLoaded("startTags") ? construct("startTags") : undefined;
  return {
    write: make(
      all,
      attributes,
      types,
      startTags?.writeAttributes,
      startTags?.writeNamed,
      CHARACTERS,
      tests.codecs,
      tests.regexes,
      keys,
      miss,
    ),
    slots,
  };
}

export function isWritable(type: ComplexDescriptor): boolean {
  return (
    (!type.text || !simpleCodec(type.text).scoped) &&
    !type.mixed &&
    !type.soapArray &&
    !type.open &&
    // Inherited names need a look at who owns them.
    namedProps(type).every((prop) => !(prop in Object.prototype))
  );
}

/** Properties of a type's objects, but for those that say which type it is. */
export function namedProps(type: ComplexDescriptor): readonly string[] {
  return [
    ...(type.attrs ?? []).map((a) => a.prop),
    ...(type.anyAttr ? ["$attributes"] : []),
    ...(type.text ? ["$value"] : type.content ? propsOf(type.content) : []),
  ];
}

/** Whether `null` says all of an element that is nil, whatever its attributes may be. */
export function canBeNull(type: ComplexDescriptor): boolean {
  return !type.abstract && attributeOfNull(type) === undefined;
}

/** How a type's attributes are written; `undefined` where a required one is left to the strict writer. */
export function attributesOf(type: ComplexDescriptor, scope: Scope): readonly AttributeWriter[] | undefined {
  if (!type.attrs) return [];
  const writers = isLoaded("startTags") ? construct("startTags").attributeWriters(type, scope) : [];
  const isMissing = type.attrs.some((a) => a.required && !writers.some(({ prop }) => prop === a.prop));
  return isMissing ? undefined : writers;
}

/** Statements that write a tag at `at`; what its last word has too many is written over. */
function stores(at: string, { words }: Tag): string[] {
  return Array.from(words, (word, i) => `d.setFloat64(${at} + ${8 * i}, ${word}, true);`);
}

class Source {
  readonly tags: Tag[] = [];
  slots = 0;
  readonly tests: SimpleTests = new SimpleTests();
  readonly keys: KnownKeys[] = [];
  readonly attributes: (readonly AttributeWriter[])[] = [];
  readonly types: ReadonlyMap<unknown, NamedType>[] = [];
  /** Statements that tell {@link types} how their content is written. */
  readonly fillers: string[] = [];
  readonly functions: string[] = [];
  readonly #tagNames = new Map<string, string>();
  readonly #simpleNames = new Map<string, string>();
  readonly #complexNames = new Map<ComplexDescriptor, Map<string, string>>();
  #count = 0;

  tag(text: string): string {
    let name = this.#tagNames.get(text);
    if (name === undefined) {
      name = `g${this.tags.push(tagOf(text)) - 1}`;
      this.#tagNames.set(text, name);
    }
    return name;
  }

  /**
   * The call that writes `v` as an element of a simple type. A text that repeats has a function of its own, whose tags are
   * constants; what stands once in a message is written by one for all, which is sooner compiled, and there when it is called.
   */
  #simple(type: SimpleDescriptor, open: string, close: string, repeated: boolean): string {
    if (type.js === "string" && !repeated) {
      const { test, codec, text } = this.tests.of(type);
      const tags = `${this.tag(open)}, ${this.tag(close)}`;
      if (!text) return `w.tested(p, v, ${test}, ${codec}, ${tags})`;
      const max = Math.min(text.max, SHORT);
      return `w.text(p, v, ${text.min}, ${max}, ${text.unwanted}, ${test.replace("(v)", "")}, ${codec}, ${tags})`;
    }
    return `${this.#own(type, open, close, repeated)}(w, p, v)`;
  }

  /** The function that writes an element of a simple type. */
  #own(type: SimpleDescriptor, open: string, close: string, repeated: boolean): string {
    const key = `${this.tests.of(type).codec} ${open} ${repeated ? this.slots : ""}`;
    let name = this.#simpleNames.get(key);
    if (name === undefined) {
      name = `e${this.#simpleNames.size}`;
      this.#simpleNames.set(key, name);
      const lines = this.#written(type, open, close, repeated ? this.slots++ : -1);
      this.functions.push(`function ${name}(w, p, v) {`, ...lines, "}");
    }
    return name;
  }

  /** Statements that write the value `v` of a simple type as an element, from `p` on, and return where that ends. */
  #written(type: SimpleDescriptor, open: string, close: string, slot: number): string[] {
    const { test, codec, text } = this.tests.of(type);
    const tags = `${this.tag(open)}, ${this.tag(close)}`;
    if (type.js === "bytes") return [`return w.binary(p, v, ${codec}, ${tags});`];
    if (type.js === "number" && test !== "0")
      return [
        `if (${test} === 1) return w.tag(w.digits(w.tag(p, ${this.tag(open)}), v), ${this.tag(close)});`,
        `return w.value(p, v, 0, ${codec}, ${tags});`,
      ];
    if (type.js !== "string") return [`return w.value(p, v, 0, ${codec}, ${tags});`];
    const [before, behind] = [tagOf(open), tagOf(close)];
    const max = Math.min(text?.max ?? SHORT, SHORT);
    const kept = slot < 0 ? "e" : `w.keep(${slot}, p, e, v)`;
    return [
      'if (typeof v !== "string") miss();',
      ...(slot < 0 ? [] : [`if (w.had(${slot}, v)) return w.again(p, ${slot});`]),
      "const n = v.length;",
      "let e;",
      ...(text ? [] : [`const x = ${test};`]),
      text ? `if (n <= ${max}${text.min > 0 ? ` && n >= ${text.min}` : ""}) {` : `if (x === 1 && n <= ${SHORT}) {`,
      `const q = p + ${before.size};`,
      `e = q + n + ${behind.size};`,
      "if (e > w.end) w.room(p, e - p);",
      "const b = w.bytes, d = w.view;",
      ...stores("p", before),
      ...(text
        ? [
            "let i = 0;",
            "for (; i < n; i++) {",
            "const c = v.charCodeAt(i);",
            `if (c > 127 || (K[c] & ${text.unwanted | CAREFUL}) !== 0) break;`,
            "b[q + i] = c;",
            "}",
            "if (i < n) {",
            `e = w.mixed(q + i, v, i, ${text.unwanted});`,
            `if (e >= 0) { e = w.tag(e, ${this.tag(close)}); return ${kept}; }`,
            "} else {",
          ]
        : ["for (let i = 0; i < n; i++) b[q + i] = v.charCodeAt(i);"]),
      ...stores("q + n", behind),
      `return ${kept};`,
      text ? "}" : "",
      "}",
      `e = w.value(p, v, ${text ? test : "x"}, ${codec}, ${tags});`,
      `return ${kept};`,
    ];
  }

  /** The function that writes a type's content. */
  complex(type: ComplexDescriptor, scope: Scope, repeated: boolean): string {
    let byNamespace = this.#complexNames.get(type);
    if (!byNamespace) {
      byNamespace = new Map();
      this.#complexNames.set(type, byNamespace);
    }
    const variant = `${repeated ? "*" : ""}${scope.bound}`;
    const known = byNamespace.get(variant);
    if (known !== undefined) return known;
    const name = `f${this.#count++}`;
    byNamespace.set(variant, name);
    const props: string[] = [];
    const lines: string[] = [];
    const first = this.#named(type, scope, repeated);
    const attributes = attributesOf(type, scope);
    if (!attributes) lines.push("miss();");
    else if (attributes.length > 0) {
      props.push(...attributes.map(({ prop }) => prop));
      const condition = attributes.map(({ prop, required }) => (required ? "true" : `${member(prop)} !== undefined`));
      lines.push(`if (${condition.join(" || ")}) p = A(w, o, p, a${this.attributes.push(attributes) - 1});`);
    }
    lines.push("if (x !== undefined) p = w.named(p, x);");
    if (type.text) {
      props.push("$value");
      const empty = this.tag("");
      lines.push("v = o.$value;", "if (v === undefined) miss();");
      lines.push(`p = w.value(p, v, 0, ${this.tests.of(type.text).codec}, ${empty}, ${empty});`);
    } else if (type.content) this.#particle(type.content, scope, lines, props, repeated);
    const written = new Set(props);
    // Which type it is says whoever called; where no other is expected it says nothing.
    const keys = `k${this.keys.push({ all: new Set([...props, "$type"]), last: [...written] }) - 1}`;
    // What is not written may come from a prototype, too.
    const unwritten = [...new Set(namedProps(type))].filter((prop) => !written.has(prop));
    this.functions.push(
      `function ${name}(w, o, p, x) {`,
      'if (typeof o !== "object" || o === null || Array.isArray(o) || o instanceof Uint8Array) miss();',
      ...first,
      "w.enter();",
      `w.known(o, ${keys});`,
      ...unwritten.map((prop) => `if (${member(prop)} !== undefined) miss();`),
      "let v;",
      ...lines,
      "w.depth--;",
      "return p;",
      "}",
    );
    return name;
  }

  /** Statements for objects that say that they are of another type than the declared one. */
  #named(type: ComplexDescriptor, scope: Scope, repeated: boolean): readonly string[] {
    const { derived } = type;
    if (!derived) return type.abstract ? ["miss();"] : [];
    let other = "miss();";
    if (isLoaded("startTags")) {
      const types = construct("startTags").namedTypes(type, scope);
      const name = `y${this.types.push(types) - 1}`;
      for (const [tag, { descriptor }] of types) {
        if (descriptor.abstract || !isWritable(descriptor)) continue;
        const write = this.complex(descriptor, scope, repeated);
        this.fillers.push(`${name}.get(${literal(tag as string)}).write = ${write};`);
      }
      other = `return N(w, o, p, ${name});`;
    }
    const own = derived().find((d) => d.type() === type)?.tag;
    const isOther = `o.$type !== undefined && o.$type !== ${literal(own ?? "")}`;
    return [`if (x === undefined && ${type.abstract ? "true" : isOther}) ${other}`];
  }

  #particle(particle: Particle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    if (particle.k === "any") {
      if (particle.min > 0) lines.push("miss();");
    } else if (particle.k === "el") this.#element(particle, scope, lines, props, repeated);
    else this.#group(particle, scope, lines, props, repeated);
  }

  #group(group: GroupParticle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    if (group.max === 1 && group.k !== "choice" && (group.min === 1 || group.items.every(canBeEmpty))) {
      for (const item of group.items) this.#particle(item, scope, lines, props, repeated);
      return;
    }
    const needed = !canBeEmpty(group);
    const names = propsOf(group);
    if (
      group.max !== 1 ||
      group.k !== "choice" ||
      names.length !== group.items.length ||
      !group.items.every((item) => item.k === "el" && item.max === 1 && item.min === 1)
    ) {
      if (needed) lines.push("miss();");
      return;
    }
    lines.push("{", "let n = 0;");
    for (const item of group.items as readonly ElementParticle[]) {
      const write = this.#value(item, scope, repeated);
      if (!write) continue;
      props.push(item.prop);
      lines.push(`v = ${member(item.prop)};`, "if (v !== undefined) {", "n++;", ...write, "}");
    }
    lines.push(needed ? "if (n !== 1) miss();" : "if (n > 1) miss();", "}");
  }

  #element(element: ElementParticle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    const { min, max, prop } = element;
    const write = this.#value(element, scope, repeated || max !== 1);
    if (!write) {
      if (min > 0) lines.push("miss();");
      return;
    }
    props.push(prop);
    const absent = min > 0 ? "} else miss();" : "}";
    lines.push(`v = ${member(prop)};`, "if (v !== undefined) {");
    if (max === 1) lines.push(...write, absent);
    else {
      lines.push(
        "const a = v;",
        "if (!Array.isArray(a)) miss();",
        "const size = a.length;",
        `if (size < ${min}${max > 0 ? ` || size > ${max}` : ""}) miss();`,
        "for (let i = 0; i < size; i++) {",
        "v = a[i];",
        ...write,
        "}",
        absent,
      );
    }
  }

  /** Writes `v` as the element. */
  #value(element: ElementParticle, scope: Scope, repeated: boolean): string[] | undefined {
    if (element.substitutes || element.abstract || element.blocked || element.keys) return undefined;
    const type = typeOf(element.type);
    const tags = tagsOf(element.name, element.ns, scope);
    const nil = `if (v === null) p = w.nil(p, ${element.nillable ? this.tag(nilElement(tags)) : ""});`;
    if (type.k === "simple") {
      const codec = simpleCodec(type);
      if (codec.scoped) return undefined;
      const lines: string[] = [];
      if (element.fixed !== undefined) {
        const form = formOf(codec, element.fixed);
        if (form === undefined) return undefined;
        lines.push(`if (v !== ${literal(form)}) miss();`);
      }
      if (element.default !== undefined || element.fixed !== undefined) lines.push('if (v === "") miss();');
      lines.push(`p = ${this.#simple(type, `${tags.open}>`, tags.close, repeated)};`);
      return element.nillable && element.fixed === undefined ? [nil, "else {", ...lines, "}"] : lines;
    }
    if (type.k !== "complex" || !isWritable(type) || element.fixed !== undefined || element.default !== undefined)
      return undefined;
    const lines = [
      `p = ${this.complex(type, tags.scope, repeated)}(w, v, w.tag(p, ${this.tag(`${tags.open}>`)}));`,
      `p = w.tag(p, ${this.tag(tags.close)});`,
    ];
    return element.nillable && canBeNull(type) ? [nil, "else {", ...lines, "}"] : lines;
  }
}
