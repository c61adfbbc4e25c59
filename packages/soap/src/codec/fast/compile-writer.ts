import type {
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
  SimpleDescriptor,
} from "../../gen1.ts";
import { formOf, simpleCodec } from "../../simple/simple-codec.ts";
import type { ElementName } from "../encode.ts";
import { type Scope, tagsOf } from "../encode-scope.ts";
import { canBeEmpty, propsOf, typeOf } from "../particles.ts";
import { miss } from "./byte-reader.ts";
import { type ByteWriter, type KnownKeys, type Tag, tagOf } from "./byte-writer.ts";
import { literal, member } from "./member.ts";
import { ROOT_SCOPE } from "./root-scope.ts";
import { byteWriterOf, type SimpleWriter } from "./simple-writer.ts";

/** Writes a whole element, or throws {@link MISS}. */
export interface CompiledWriter {
  readonly write: (writer: ByteWriter, value: unknown) => void;
  /** Repeated fields: the writer keeps the last value of each. */
  readonly slots: number;
}

/**
 * Writes JavaScript that writes a message: one function a complex type, one line a field. It writes what the strict
 * writer would; values that are wrong, and constructs that are seldom (attributes, null, raw elements), are left to that.
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
    ...source.tags.map((_, i) => `const t${i} = tags[${i}];`),
    ...source.simple.map((_, i) => `const s${i} = simple[${i}];`),
    ...source.keys.map((_, i) => `const k${i} = keys[${i}];`),
    ...source.functions,
    "return (w, o) => {",
    `w.tag(${open});`,
    `${name}(w, o);`,
    `w.tag(${close});`,
    "};",
  ].join("\n");
  // oxlint-disable-next-line typescript/no-implied-eval -- text of our own making: names stand in it as literals only
  const make = new Function("tags", "simple", "keys", "miss", body) as (
    tags: readonly Tag[],
    simple: readonly SimpleWriter[],
    keys: readonly KnownKeys[],
    miss: () => never,
  ) => CompiledWriter["write"];
  return { write: make(source.tags, source.simple.map(byteWriterOf), source.keys, miss), slots: source.slots };
}

function isWritable(type: ComplexDescriptor): boolean {
  return (
    !type.text &&
    !type.mixed &&
    !type.soapArray &&
    !type.open &&
    !type.abstract &&
    !type.attrs?.some((a) => a.required) &&
    // Inherited names need a look at who owns them.
    (!type.content || propsOf(type.content).every((prop) => !(prop in Object.prototype)))
  );
}

class Source {
  readonly tags: Tag[] = [];
  slots = 0;
  readonly simple: SimpleDescriptor[] = [];
  readonly keys: KnownKeys[] = [];
  readonly functions: string[] = [];
  readonly #tagNames = new Map<string, string>();
  readonly #simpleNames = new Map<SimpleDescriptor, string>();
  readonly #complexNames = new Map<ComplexDescriptor, Map<string, string>>();
  #count = 0;

  tag(text: string): string {
    let name = this.#tagNames.get(text);
    if (name === undefined) {
      name = `t${this.tags.push(tagOf(text)) - 1}`;
      this.#tagNames.set(text, name);
    }
    return name;
  }

  #simple(type: SimpleDescriptor): string {
    let name = this.#simpleNames.get(type);
    if (name === undefined) {
      name = `s${this.simple.push(type) - 1}`;
      this.#simpleNames.set(type, name);
    }
    return name;
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
    if (type.derived) {
      const own = type.derived().find((d) => d.type() === type);
      props.push("$type");
      lines.push(`if (o.$type !== undefined && o.$type !== ${literal(own?.tag ?? "")}) miss();`);
    }
    if (type.content) this.#particle(type.content, scope, lines, props, repeated);
    const all = new Set(props);
    const keys = `k${this.keys.push({ all, last: [...all] }) - 1}`;
    // What is not written may come from a prototype, too.
    const others = [
      ...(type.attrs ?? []).map((a) => a.prop),
      ...(type.anyAttr ? ["$attributes"] : []),
      ...(type.content ? propsOf(type.content) : []),
    ];
    const unwritten = [...new Set(others)].filter((prop) => !all.has(prop));
    this.functions.push(
      `function ${name}(w, o) {`,
      'if (typeof o !== "object" || o === null || Array.isArray(o) || o instanceof Uint8Array) miss();',
      "w.enter();",
      `w.known(o, ${keys});`,
      ...unwritten.map((prop) => `if (${member(prop)} !== undefined) miss();`),
      "let v;",
      ...lines,
      "w.depth--;",
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
      return [
        ...lines,
        `${this.#simple(type)}(w, v, ${this.tag(`${tags.open}>`)}, ${this.tag(tags.close)}, ${repeated ? this.slots++ : -1});`,
      ];
    }
    if (type.k !== "complex" || !isWritable(type) || element.fixed !== undefined || element.default !== undefined)
      return undefined;
    return [
      `w.tag(${this.tag(`${tags.open}>`)});`,
      `${this.complex(type, tags.scope, repeated)}(w, v);`,
      `w.tag(${this.tag(tags.close)});`,
    ];
  }
}
