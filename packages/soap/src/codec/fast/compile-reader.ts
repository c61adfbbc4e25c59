import { construct, isLoaded } from "../../constructs.ts";
import type {
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
  SimpleDescriptor,
  TypeDescriptor,
} from "../../gen1.ts";
import { formOf, type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import type { ElementName } from "../encode.ts";
import { NIL, type Scope, type Tags, tagsOf } from "../encode-scope.ts";
import { XSI_NS } from "../names.ts";
import { canBeEmpty, typeOf } from "../particles.ts";
import { readsAhead } from "../reads-ahead.ts";
import type { AttributedElement, ElementOptions } from "./attributed-reader.ts";
import { type ByteReader, miss, type ReadTag, readTag } from "./byte-reader.ts";
import { literal, member } from "./member.ts";
import { ROOT_SCOPE } from "./root-scope.ts";
import { byteReaderOf, isDecimalOf, quickCondition, type SimpleReader } from "./simple-reader.ts";

/** Reads a whole element, or throws {@link MISS}. */
export interface CompiledReader {
  readonly read: (reader: ByteReader) => unknown;
  /** Repeated fields: the reader keeps the last value of each. */
  readonly slots: number;
}

/**
 * Writes JavaScript that reads a message in the form that our own writer gives it, white space between elements aside:
 * one function a complex type, one line a field. An element that is nil is another tag; attributes and xsi:type are read by
 * one function for all, `readAttributed`, where the name is followed by a space. It checks everything that it accepts; what
 * it does not know (comments, other prefixes, anything wrong) it leaves to the strict reader.
 *
 * @param isEscaped - Whether to read messages that stand in a text, their markup as references.
 * @returns `undefined` where nothing would be gained.
 */
export function compileReader(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  isEscaped = false,
): CompiledReader | undefined {
  if (descriptor.keys) return undefined;
  const source = new Source(isEscaped);
  const type = typeOf(descriptor.type);
  const tags = tagsOf(element.name, element.ns, ROOT_SCOPE);
  if (type.k !== "complex" || !isReadable(type)) return undefined;
  const name = source.complex(type, tags.scope, false);
  const read = `value = ${name}(r); r.close(${source.tag(tags.close)});`;
  const isOpen = `r.${type.text ? "at" : "open"}(${source.tag(`${tags.open}>`)})`;
  const declares = `r.declares(${source.tag(declaringTag(tags))}, ${!type.text})`;
  const attributed = hasAttributes(type)
    ? source.attributed(type, tags, { isRoot: true }, false)
    : { condition: "false", expression: "undefined" };
  const body = [
    '"use strict";',
    ...source.tags.map((_, i) => `const t${i} = tags[${i}];`),
    ...source.constants.map((_, i) => `const q${i} = constants[${i}];`),
    ...source.elements.map((_, i) => `const x${i} = elements[${i}];`),
    ...source.functions,
    ...source.fillers,
    "return (r) => {",
    "r.space();",
    "const w = r.word();",
    "let value;",
    `if (${isOpen}) { ${read} }`,
    `else if (${declares}) { ${read} }`,
    `else if (${attributed.condition}) value = ${attributed.expression};`,
    "else miss();",
    "return value;",
    "};",
  ].join("\n");
  // oxlint-disable-next-line typescript/no-implied-eval -- text of our own making: names stand in it as literals only
  const make = new Function("tags", "constants", "elements", "attributed", "isDecimal", "miss", body) as (
    tags: readonly ReadTag[],
    constants: readonly unknown[],
    elements: readonly AttributedElement[],
    attributed: unknown,
    isDecimal: typeof isDecimalOf,
    miss: () => never,
  ) => (reader: ByteReader) => unknown;
  return {
    read: make(
      source.tags,
      source.constants,
      source.elements,
      source.elements.length > 0 ? construct("startTags").readAttributed : undefined,
      isDecimalOf,
      miss,
    ),
    slots: source.slots,
  };
}

/** Types of elements that hold elements only, or one text. */
export function isReadable(type: ComplexDescriptor): boolean {
  if (type.mixed || type.soapArray || type.open) return false;
  if (type.text) return !simpleCodec(type.text).scoped;
  return !type.content || readsAhead(type.content);
}

/** What stands for attributes where there are none; `undefined` where there must be some. */
export function standardsOf(type: ComplexDescriptor): readonly (readonly [prop: string, value: unknown])[] | undefined {
  if (type.abstract) return undefined;
  if (!type.attrs?.some((a) => a.required || a.default !== undefined)) return [];
  return isLoaded("startTags") ? construct("startTags").standardAttributes(type) : undefined;
}

/** Whether start tags of elements of a type can hold attributes or a type's name that are read here. */
export function hasAttributes(type: ComplexDescriptor): boolean {
  return (type.attrs !== undefined || type.derived !== undefined) && isLoaded("startTags");
}

/** The start tag of a root that declares what xsi:nil and xsi:type need. */
export function declaringTag(tags: Tags): string {
  return `${tags.open} xmlns:xsi="${XSI_NS}">`;
}

/** An element that is nil, as our own writer writes it. */
export function nilElement(tags: Tags): string {
  return `${tags.open}${NIL}${tags.close}`;
}

/** Strings are shorter in all engines; a small integer in all of them. */
const LONGEST_STRING = 0x3fff_ffff;

/** A form of an element: the condition that moves behind its start tag, what reads it from there, and what is left to do. */
interface Way {
  readonly condition: string;
  readonly expression: string;
  readonly after: readonly string[];
}

class Source {
  readonly tags: ReadTag[] = [];
  readonly constants: (SimpleReader | SimpleCodec | RegExp | ReadonlySet<string>)[] = [];
  readonly functions: string[] = [];
  readonly elements: AttributedElement[] = [];
  /** Statements that tell {@link elements} how their content is read. */
  readonly fillers: string[] = [];
  slots = 0;
  readonly #isEscaped: boolean;
  readonly #tagNames = new Map<string, string>();
  readonly #simpleCalls = new Map<SimpleDescriptor, (close: string, slot: number) => string>();
  readonly #complexNames = new Map<ComplexDescriptor, Map<string, string>>();
  #count = 0;

  constructor(isEscaped: boolean) {
    this.#isEscaped = isEscaped;
  }

  /** The condition that moves behind a tag, where the word here can be its beginning: most elements do not occur. */
  #moves(method: "at" | "open" | "nil", text: string): string {
    const tag = this.tag(text);
    const { word } = this.tags[Number(tag.slice(1))] as ReadTag;
    const moves = `r.${method}(${tag})`;
    return word === 0 ? moves : `(w === ${word} && ${moves})`;
  }

  tag(text: string): string {
    let name = this.#tagNames.get(text);
    if (name === undefined) {
      name = `t${this.tags.push(readTag(text, this.#isEscaped)) - 1}`;
      this.#tagNames.set(text, name);
    }
    return name;
  }

  #constant(value: (typeof this.constants)[number]): string {
    return `q${this.constants.push(value) - 1}`;
  }

  /** The call that reads a text, from behind its start tag to behind its end tag. */
  #simple(type: SimpleDescriptor, close: string, slot: number): string {
    let call = this.#simpleCalls.get(type);
    if (call === undefined) {
      call = this.#simpleCall(type);
      this.#simpleCalls.set(type, call);
    }
    return call(close, slot);
  }

  #simpleCall(type: SimpleDescriptor): (close: string, slot: number) => string {
    const quick = quickCondition(type);
    if (!quick) {
      const reader = this.#constant(byteReaderOf(type));
      return (close, slot) => `${reader}.read(r, ${close}, ${slot})`;
    }
    const { forbidden, min, max, others, regex, allowed } = quick;
    const codec = this.#constant(simpleCodec(type));
    if (others.length === 0)
      return (close, slot) =>
        `r.plain(${close}, ${slot}, ${forbidden}, ${min}, ${Math.min(max, LONGEST_STRING)}, ${codec})`;
    const name = `s${this.#count++}`;
    const condition = [
      `(kinds & ${forbidden}) === 0`,
      ...(min > 0 ? [`v.length >= ${min}`] : []),
      ...(max < Number.MAX_SAFE_INTEGER ? [`v.length <= ${max}`] : []),
      ...others,
    ]
      .join(" && ")
      .replace("re.test", () => `${this.#constant(regex as RegExp)}.test`)
      .replace("set.has", () => `${this.#constant(allowed as ReadonlySet<string>)}.has`);
    this.functions.push(
      `function ${name}(r, close, slot) {`,
      "if (slot >= 0 && r.same(slot, close)) return r.last(slot);",
      "const start = r.pos;",
      "let v = r.value(close);",
      "const kinds = r.kinds;",
      `if (!(${condition})) v = r.slow(${codec}, v);`,
      "if (slot >= 0) r.keep(slot, start, r.end, v);",
      "return v;",
      "}",
    );
    return (close, slot) => `${name}(r, ${close}, ${slot})`;
  }

  /** The function that reads a type's content, from behind the start tag to the end tag. */
  complex(type: ComplexDescriptor, scope: Scope, repeated: boolean): string {
    let byNamespace = this.#complexNames.get(type);
    if (!byNamespace) {
      byNamespace = new Map();
      this.#complexNames.set(type, byNamespace);
    }
    const variant = `${repeated ? "*" : ""}${scope.bound}`;
    const known = byNamespace.get(variant);
    if (known !== undefined) return known;
    const number = this.#count++;
    const name = `f${number}`;
    byNamespace.set(variant, name);
    const props: string[] = [];
    const lines: string[] = [];
    const own: string[] = [];
    if (type.derived) {
      const tag = type.derived().find((d) => d.type() === type)?.tag;
      if (tag === undefined) own.push("miss();");
      else {
        props.push("$type");
        own.push(`o.$type = ${literal(tag)};`);
      }
    }
    own.push(...this.#standards(type, props));
    if (type.text) {
      props.push("$value");
      lines.push(`o.$value = ${this.#simple(type.text, this.tag(""), -1)};`);
    } else if (type.content) this.#particle(type.content, scope, lines, props, repeated);
    // The constructor is never run to its end; engines count its assignments to lay objects out.
    const layout = props.map((prop) =>
      `this[${literal(prop)}] = 0;`.replace(/^this\["([A-Za-z_$][\w$]*)"\]/, "this.$1"),
    );
    this.functions.push(
      `function O${number}(full) { if (full === true) { ${layout.join(" ")} } }`,
      `O${number}.prototype = Object.prototype;`,
      // Attributes were read before: the object has them.
      `function ${name}(r, given) {`,
      "let o = given;",
      `if (given === undefined) { o = new O${number}(); ${own.join(" ")} }`,
      ...(type.text ? [] : ["else r.space();"]),
      "r.enter();",
      ...(lines.includes(NEXT_WORD) ? ["let w = r.word();"] : []),
      ...lines,
      "r.depth--;",
      "return o;",
      "}",
    );
    return name;
  }

  /** Statements that fill in what absent attributes stand for. */
  #standards(type: ComplexDescriptor, props: string[]): readonly string[] {
    const standards = standardsOf(type);
    if (!standards) return ["miss();"];
    props.push(...standards.map(([prop]) => prop));
    return standards.map(
      ([prop, value]) => `${member(prop)} = ${Object.is(value, -0) ? "-0" : JSON.stringify(value)};`,
    );
  }

  /** How an element is read whose start tag holds more than its name. */
  attributed(type: ComplexDescriptor, tags: Tags, options: ElementOptions, repeated: boolean): Way {
    const element = construct("startTags").attributedElement(type, tags, options, this.#isEscaped);
    const name = `x${this.elements.push(element) - 1}`;
    element.types.forEach(({ descriptor }, i) => {
      if (!isReadable(descriptor)) return;
      const read = this.complex(descriptor, tags.scope, repeated);
      this.fillers.push(
        `${name}.types[${i}].read = ${read};`,
        `${name}.types[${i}].create = () => new O${read.slice(1)}();`,
      );
    });
    return { condition: this.#moves("at", `${tags.open} `), expression: `attributed(r, ${name})`, after: [] };
  }

  #particle(particle: Particle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    if (particle.k === "any") {
      if (particle.min > 0) lines.push("miss();");
    } else if (particle.k === "el") this.#element(particle, scope, lines, props, repeated);
    else this.#group(particle, scope, lines, props, repeated);
  }

  #group(group: GroupParticle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    const needed = !canBeEmpty(group);
    if (
      group.max !== 1 ||
      group.k === "all" ||
      (group.min === 0 && group.k === "seq" && !group.items.every(canBeEmpty))
    ) {
      // Left to the strict reader where it occurs.
      if (needed) lines.push("miss();");
      return;
    }
    if (group.k === "seq") {
      for (const item of group.items) this.#particle(item, scope, lines, props, repeated);
      return;
    }
    // A choice: the first branch that finds its element takes it. Branches of several elements are left out.
    if (!group.items.every((item) => item.k === "el" && item.max === 1 && item.min === 1)) {
      if (needed) lines.push("miss();");
      return;
    }
    for (const item of group.items as readonly ElementParticle[]) {
      const ways = this.#value(item, scope, repeated);
      if (ways.length > 0) props.push(item.prop);
      for (const way of ways) lines.push(`if (${way.condition}) {`, ...assigned(item, way), "} else");
    }
    lines.push(needed ? "miss();" : ";");
  }

  #element(element: ElementParticle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    const { min, max, prop } = element;
    const ways = this.#value(element, scope, repeated || max !== 1);
    if (ways.length === 0) {
      if (min > 0) lines.push("miss();");
      return;
    }
    props.push(prop);
    if (max === 1) {
      for (const way of ways) lines.push(`if (${way.condition}) {`, ...assigned(element, way), "} else");
      lines.push(min > 0 ? "miss();" : ";");
      return;
    }
    const count = min > 1 || max > 0 ? [`if (a.length < ${min}${max > 0 ? ` || a.length > ${max}` : ""}) miss();`] : [];
    const [only, another] = ways as [Way, Way?];
    if (!another) {
      lines.push(
        `if (${only.condition}) {`,
        "const a = [];",
        "do {",
        `a.push(${only.expression});`,
        ...only.after,
        NEXT_WORD,
        `} while (${only.condition});`,
      );
    } else {
      lines.push(
        "{",
        "let a;",
        "for (;;) {",
        ...ways.flatMap(({ condition, expression, after }) => [
          `if (${condition}) {`,
          "if (a === undefined) a = [];",
          `a.push(${expression});`,
          ...after,
          NEXT_WORD,
          "} else",
        ]),
        "break;",
        "}",
        "if (a !== undefined) {",
      );
    }
    lines.push(...count, `${member(prop)} = a;`, min > 0 ? "} else miss();" : "}", another ? "}" : "");
  }

  /** In which forms an element is read; none where it is left to the strict reader. */
  #value(element: ElementParticle, scope: Scope, repeated: boolean): readonly Way[] {
    if (element.substitutes || element.abstract || element.blocked || element.keys) return [];
    if (element.prop === "__proto__") return [];
    const type: TypeDescriptor = typeOf(element.type);
    const tags = tagsOf(element.name, element.ns, scope);
    const open = `${tags.open}>`;
    const close = this.tag(tags.close);
    if (type.k === "simple") {
      const codec = simpleCodec(type);
      if (codec.scoped) return [];
      const slot = repeated ? this.slots++ : -1;
      const expression = this.#simple(type, close, slot);
      const standard = element.fixed ?? element.default;
      const nils = element.nillable && element.fixed === undefined ? [this.#nil(tags)] : [];
      const condition = this.#moves("at", open);
      if (standard === undefined) return [{ condition, expression, after: [] }, ...nils];
      // An empty element stands for the default, and a fixed value has forms: both are seldom.
      const form = element.fixed === undefined ? undefined : formOf(codec, element.fixed);
      const after = ['if (r.before === "") miss();'];
      if (element.fixed !== undefined) {
        if (form === undefined) return [];
        after.push(`if (${member(element.prop)} !== ${literal(form)}) miss();`);
      }
      if (element.max !== 1) return [];
      const checks = after.map((line) => line.replace('r.before === ""', `${member(element.prop)} === ""`));
      return [{ condition, expression, after: checks }, ...nils];
    }
    if (type.k !== "complex" || !isReadable(type) || element.fixed !== undefined || element.default !== undefined)
      return [];
    const plain = {
      condition: this.#moves(type.text ? "at" : "open", open),
      expression: `${this.complex(type, tags.scope, repeated)}(r)`,
      after: [`r.close(${close});`],
    };
    const nillable = element.nillable ?? false;
    if (hasAttributes(type)) return [plain, this.attributed(type, tags, { nillable }, repeated)];
    return nillable && !type.abstract ? [plain, this.#nil(tags)] : [plain];
  }

  #nil(tags: Tags): Way {
    return { condition: this.#moves("nil", nilElement(tags)), expression: "null", after: [] };
  }
}

/** What is looked at before a tag is compared, where something was read. */
const NEXT_WORD = "w = r.word();";

/** Statements that read an element as a property of `o`. */
function assigned({ prop }: ElementParticle, { expression, after }: Way): readonly string[] {
  return [`${member(prop)} = ${expression};`, ...after, NEXT_WORD];
}
