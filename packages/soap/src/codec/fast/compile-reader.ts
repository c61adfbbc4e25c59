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
import { type Scope, tagsOf } from "../encode-scope.ts";
import { canBeEmpty, typeOf } from "../particles.ts";
import { readsAhead } from "../reads-ahead.ts";
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
 * one function a complex type, one line a field. It checks everything that it accepts; what it does not know (attributes,
 * xsi:nil, comments, other prefixes, anything wrong) it leaves to the strict reader.
 *
 * @returns `undefined` where nothing would be gained.
 */
export function compileReader(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
): CompiledReader | undefined {
  if (descriptor.keys) return undefined;
  const source = new Source();
  const type = typeOf(descriptor.type);
  const tags = tagsOf(element.name, element.ns, ROOT_SCOPE);
  if (type.k !== "complex" || !isPlain(type)) return undefined;
  const name = source.complex(type, tags.scope, false);
  const open = source.tag(`${tags.open}>`);
  const close = source.tag(tags.close);
  const body = [
    '"use strict";',
    ...source.tags.map((_, i) => `const t${i} = tags[${i}];`),
    ...source.constants.map((_, i) => `const q${i} = constants[${i}];`),
    ...source.functions,
    "return (r) => {",
    "r.space();",
    `if (!r.open(${open})) miss();`,
    `const value = ${name}(r);`,
    `r.close(${close});`,
    "return value;",
    "};",
  ].join("\n");
  // oxlint-disable-next-line typescript/no-implied-eval -- text of our own making: names stand in it as literals only
  const make = new Function("tags", "constants", "isDecimal", "miss", body) as (
    tags: readonly ReadTag[],
    constants: readonly unknown[],
    isDecimal: typeof isDecimalOf,
    miss: () => never,
  ) => (reader: ByteReader) => unknown;
  return {
    read: make(source.tags, source.constants, isDecimalOf, miss),
    slots: source.slots,
  };
}

/** Types whose elements have no attributes and hold elements only. */
export function isPlain(type: ComplexDescriptor): boolean {
  if (type.text || type.mixed || type.soapArray || type.open || type.abstract) return false;
  if (type.attrs?.some((a) => a.required || a.default !== undefined)) return false;
  return !type.content || readsAhead(type.content);
}

class Source {
  readonly tags: ReadTag[] = [];
  readonly constants: (SimpleReader | SimpleCodec | RegExp | ReadonlySet<string>)[] = [];
  readonly functions: string[] = [];
  slots = 0;
  readonly #tagNames = new Map<string, string>();
  readonly #simpleNames = new Map<SimpleDescriptor, string>();
  readonly #complexNames = new Map<ComplexDescriptor, Map<string, string>>();
  #count = 0;

  tag(text: string): string {
    let name = this.#tagNames.get(text);
    if (name === undefined) {
      name = `t${this.tags.push(readTag(text)) - 1}`;
      this.#tagNames.set(text, name);
    }
    return name;
  }

  #constant(value: (typeof this.constants)[number]): string {
    return `q${this.constants.push(value) - 1}`;
  }

  /** The function that reads a text, from behind its start tag to behind its end tag. */
  #simple(type: SimpleDescriptor): string {
    let name = this.#simpleNames.get(type);
    if (name !== undefined) return name;
    const quick = quickCondition(type);
    if (!quick) name = `${this.#constant(byteReaderOf(type))}.read`;
    else {
      name = `s${this.#count++}`;
      const condition = quick.condition
        .replace("re.test", () => `${this.#constant(quick.regex as RegExp)}.test`)
        .replace("set.has", () => `${this.#constant(quick.allowed as ReadonlySet<string>)}.has`);
      this.functions.push(
        `function ${name}(r, close, slot) {`,
        "if (slot >= 0 && r.same(slot, close)) return r.last(slot);",
        "const start = r.pos;",
        "const end = r.scan();",
        "let v = r.text(start, end);",
        "const kinds = r.kinds;",
        `if (!(${condition})) v = r.slow(${this.#constant(simpleCodec(type))}, v);`,
        "r.close(close);",
        "if (slot >= 0) r.keep(slot, start, end, v);",
        "return v;",
        "}",
      );
    }
    this.#simpleNames.set(type, name);
    return name;
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
    if (type.derived) {
      const own = type.derived().find((d) => d.type() === type);
      if (own) {
        props.push("$type");
        lines.push(`o.$type = ${literal(own.tag)};`);
      } else lines.push("miss();");
    }
    if (type.content) this.#particle(type.content, scope, lines, props, repeated);
    // The constructor is never run to its end; engines count its assignments to lay objects out.
    const layout = props.map((prop) =>
      `this[${literal(prop)}] = 0;`.replace(/^this\["([A-Za-z_$][\w$]*)"\]/, "this.$1"),
    );
    this.functions.push(
      `function O${number}(full) { if (full === true) { ${layout.join(" ")} } }`,
      `O${number}.prototype = Object.prototype;`,
      `function ${name}(r) {`,
      `const o = new O${number}();`,
      "r.enter();",
      ...lines,
      "r.depth--;",
      "return o;",
      "}",
    );
    return name;
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
    group.items.forEach((item) => {
      const branch: string[] = [];
      const ok = this.#single(item as ElementParticle, scope, branch, props, repeated);
      if (ok) lines.push(`if (${ok}) {`, ...branch, "} else");
    });
    lines.push(needed ? "miss();" : ";");
  }

  /** Reads one element behind its start tag; gives the condition for being there. */
  #single(
    element: ElementParticle,
    scope: Scope,
    lines: string[],
    props: string[],
    repeated: boolean,
  ): string | undefined {
    const read = this.#value(element, scope, repeated);
    if (!read) return undefined;
    props.push(element.prop);
    lines.push(`${member(element.prop)} = ${read.expression};`, ...read.after);
    return read.condition;
  }

  #element(element: ElementParticle, scope: Scope, lines: string[], props: string[], repeated: boolean): void {
    const { min, max } = element;
    if (max === 1) {
      const branch: string[] = [];
      const condition = this.#single(element, scope, branch, props, repeated);
      if (condition) lines.push(`if (${condition}) {`, ...branch, min > 0 ? "} else miss();" : "}");
      else if (min > 0) lines.push("miss();");
      return;
    }
    const read = this.#value(element, scope, true);
    if (!read) {
      if (min > 0) lines.push("miss();");
      return;
    }
    props.push(element.prop);
    lines.push(
      `if (${read.condition}) {`,
      "const a = [];",
      "do {",
      `a.push(${read.expression});`,
      ...read.after,
      `} while (${read.condition});`,
      ...(min > 1 || max > 0 ? [`if (a.length < ${min}${max > 0 ? ` || a.length > ${max}` : ""}) miss();`] : []),
      `${member(element.prop)} = a;`,
      min > 0 ? "} else miss();" : "}",
    );
  }

  #value(
    element: ElementParticle,
    scope: Scope,
    repeated: boolean,
  ): { condition: string; expression: string; after: string[] } | undefined {
    if (element.substitutes || element.abstract || element.blocked || element.keys) return undefined;
    if (element.prop === "__proto__") return undefined;
    const type: TypeDescriptor = typeOf(element.type);
    const tags = tagsOf(element.name, element.ns, scope);
    const open = this.tag(`${tags.open}>`);
    const close = this.tag(tags.close);
    if (type.k === "simple") {
      const codec = simpleCodec(type);
      if (codec.scoped) return undefined;
      const slot = repeated ? this.slots++ : -1;
      const expression = `${this.#simple(type)}(r, ${close}, ${slot})`;
      const standard = element.fixed ?? element.default;
      if (standard === undefined) return { condition: `r.at(${open})`, expression, after: [] };
      // An empty element stands for the default, and a fixed value has forms: both are seldom.
      const form = element.fixed === undefined ? undefined : formOf(codec, element.fixed);
      const after = ['if (r.before === "") miss();'];
      if (element.fixed !== undefined) {
        if (form === undefined) return undefined;
        after.push(`if (${member(element.prop)} !== ${literal(form)}) miss();`);
      }
      return element.max === 1
        ? {
            condition: `r.at(${open})`,
            expression,
            after: after.map((line) => line.replace('r.before === ""', `${member(element.prop)} === ""`)),
          }
        : undefined;
    }
    if (type.k !== "complex" || !isPlain(type) || element.fixed !== undefined || element.default !== undefined)
      return undefined;
    return {
      condition: `r.open(${open})`,
      expression: `${this.complex(type, tags.scope, repeated)}(r)`,
      after: [`r.close(${close});`],
    };
  }
}
