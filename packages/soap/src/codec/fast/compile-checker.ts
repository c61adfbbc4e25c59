import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
} from "../../gen1.ts";
import { formOf, type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import { hasNilForm } from "../nil-form.ts";
import { canBeEmpty, describeNames, propsOf, typeOf } from "../particles.ts";
import type { Step } from "../trail.ts";
import { miss } from "./byte-reader.ts";
import type { Checker, ChoiceText, ExpectedKeys } from "./checker.ts";
import { literal, member } from "./member.ts";
import { CHARACTERS } from "./quick-test.ts";
import { SimpleTests } from "./simple-tests.ts";

/** Checks a whole value and tells the checker what is wrong, or throws {@link MISS}. */
export type CompiledChecker = (checker: Checker, value: unknown) => void;

/**
 * Writes JavaScript that checks a message as the strict writer does, without writing it: one function a complex type, one
 * line a field. What is wrong it reports itself, in the same order; constructs that are seldom (wildcards, substitution,
 * other types of a hierarchy, mixed content) it leaves to the strict writer where they occur.
 *
 * @returns `undefined` where nothing would be gained.
 */
export function compileChecker(descriptor: MessageDescriptor<unknown>): CompiledChecker | undefined {
  if (descriptor.keys) return undefined;
  const type = typeOf(descriptor.type);
  if (type.k !== "complex" || !isCheckable(type)) return undefined;
  const source = new Source();
  const name = source.complex(type);
  const body = [
    '"use strict";',
    ...source.tests.declarations(),
    ...source.steps.map((_, i) => `const p${i} = steps[${i}];`),
    ...source.keys.map((_, i) => `const k${i} = keys[${i}];`),
    ...source.choices.map((_, i) => `const g${i} = choices[${i}];`),
    ...source.tests.functions,
    ...source.functions,
    `return (c, v) => { ${name}(c, v, undefined, -1); };`,
  ].join("\n");
  // oxlint-disable-next-line typescript/no-implied-eval -- text of our own making: names stand in it as literals only
  const make = new Function("K", "codecs", "regexes", "steps", "keys", "choices", "miss", body) as (
    characters: Uint8Array,
    codecs: readonly SimpleCodec[],
    regexes: readonly RegExp[],
    steps: readonly Step[],
    keys: readonly ExpectedKeys[],
    choices: readonly ChoiceText[],
    miss: () => never,
  ) => CompiledChecker;
  return make(CHARACTERS, source.tests.codecs, source.tests.regexes, source.steps, source.keys, source.choices, miss);
}

function isCheckable(type: ComplexDescriptor): boolean {
  if (type.mixed || type.soapArray || type.open || type.abstract) return false;
  if (type.text && simpleCodec(type.text).scoped) return false;
  // Inherited names need a look at who owns them.
  return ownProps(type).every((prop) => !(prop in Object.prototype));
}

function ownProps(type: ComplexDescriptor): readonly string[] {
  return [
    ...(type.attrs ?? []).map((a) => a.prop),
    ...(type.anyAttr ? ["$attributes"] : []),
    ...(type.text ? ["$value"] : []),
    ...(type.content ? propsOf(type.content) : []),
  ];
}

class Source {
  readonly tests: SimpleTests = new SimpleTests();
  readonly steps: Step[] = [];
  readonly keys: ExpectedKeys[] = [];
  readonly choices: ChoiceText[] = [];
  readonly functions: string[] = [];
  readonly #complexNames = new Map<ComplexDescriptor, string>();
  #count = 0;

  #step(prop: string, name: string): string {
    return `p${this.steps.push({ prop, name }) - 1}`;
  }

  /** The function that checks a value of a type. */
  complex(type: ComplexDescriptor): string {
    const known = this.#complexNames.get(type);
    if (known !== undefined) return known;
    const name = `f${this.#count++}`;
    this.#complexNames.set(type, name);
    const checked = new Set<string>(["$type", "$element"]);
    const lines: string[] = [];
    if (type.derived) {
      const own = type.derived().find((d) => d.type() === type);
      lines.push(`if (o.$type !== undefined && o.$type !== ${literal(own?.tag ?? "")}) miss();`);
    }
    const attributes = [...(type.attrs ?? [])].sort((a, b) => order(a.ns, b.ns) || order(a.name, b.name));
    for (const attribute of attributes) this.#attribute(attribute, lines, checked);
    if (type.text) {
      const { test, codec } = this.tests.of(type.text);
      const step = this.#step("$value", "");
      checked.add("$value");
      lines.push("v = o.$value;", `if (v === undefined) c.required(${step});`);
      lines.push(`else if (!${test}) c.text(${codec}, v, ${step});`);
    } else if (type.content) this.#particle(type.content, lines, checked, false);
    this.#object(name, ownProps(type), lines, checked);
    return name;
  }

  /** A function around `lines`, which check the properties `checked` of the object `o`. */
  #object(name: string, props: readonly string[], lines: readonly string[], checked: ReadonlySet<string>): void {
    const all = new Set([...props, "$type", "$element"]);
    const keys = `k${this.keys.push({ all, last: props }) - 1}`;
    this.functions.push(
      `function ${name}(c, o, step, index) {`,
      'if (typeof o !== "object" || o === null || Array.isArray(o) || o instanceof Uint8Array) return c.kind("object", o, step, index);',
      "c.enter(step, index);",
      `c.known(o, ${keys});`,
      ...[...all].filter((prop) => !checked.has(prop)).map((prop) => `if (${member(prop)} !== undefined) miss();`),
      "let v;",
      ...lines,
      "c.depth--;",
      "}",
    );
  }

  #attribute(attribute: AttributeDescriptor, lines: string[], checked: Set<string>): void {
    const codec = simpleCodec(attribute.type);
    const fixed = attribute.fixed === undefined ? undefined : formOf(codec, attribute.fixed);
    if (codec.scoped || (attribute.fixed !== undefined && fixed === undefined)) {
      if (attribute.required) lines.push("miss();");
      return;
    }
    checked.add(attribute.prop);
    const names = this.tests.of(attribute.type);
    const step = this.#step(attribute.prop, `@${attribute.name}`);
    lines.push(
      `v = ${member(attribute.prop)};`,
      "if (v !== undefined) {",
      ...(fixed === undefined ? [] : [`if (v !== ${literal(fixed)}) miss();`]),
      `if (!${names.test}) c.text(${names.codec}, v, ${step});`,
      attribute.required ? `} else c.required(${step});` : "}",
    );
  }

  /** `asked`: the caller knows that the particle is there. */
  #particle(particle: Particle, lines: string[], checked: Set<string>, asked: boolean): void {
    if (particle.k === "any") {
      if (particle.min > 0) lines.push("miss();");
    } else if (particle.k === "el") this.#element(particle, lines, checked);
    else if (particle.max !== 1) this.#repeated(particle, lines, checked);
    else if (particle.k === "choice") this.#choice(particle, lines, checked, asked);
    else {
      const simple = particle.items.every((item) => item.min === 0 && (item.k === "el" || item.k === "any"));
      const guarded = !asked && particle.min === 0 && !simple;
      if (guarded) lines.push(`if (${present(propsOf(particle))}) {`);
      for (const item of particle.items) this.#particle(item, lines, checked, false);
      if (guarded) lines.push("}");
    }
  }

  #choice(group: GroupParticle, lines: string[], checked: Set<string>, asked: boolean): void {
    const branches = group.items.map((item) => ({ item, props: propsOf(item) }));
    const props = branches.flatMap((branch) => branch.props);
    // Branches that share a property are told apart by more than one look.
    if (new Set(props).size !== props.length || branches.some((branch) => branch.props.length === 0)) {
      lines.push("miss();");
      return;
    }
    const optional = (group.min === 0 && !asked) || group.items.some(canBeEmpty);
    const limit = describeNames(branches.map((branch) => ({ name: branch.props.join("+") })));
    const text = `g${this.choices.push({ props, limit }) - 1}`;
    const number = this.#count++;
    const flags = branches.map((_, i) => `b${number}_${i}`);
    branches.forEach((branch, i) => lines.push(`const ${flags[i]} = ${present(branch.props)};`));
    const sum = flags.map((flag) => `(${flag} ? 1 : 0)`).join(" + ") || "0";
    lines.push(`const n${number} = ${sum};`);
    lines.push(`if (n${number} ${optional ? "> 1" : "!== 1"}) c.choice(o, ${text});`);
    branches.forEach(({ item }, i) => {
      lines.push(`else if (${flags[i]}) {`);
      this.#particle(item, lines, checked, true);
      lines.push("}");
    });
  }

  /** A group that may stand several times: an array of objects. */
  #repeated(group: GroupParticle, lines: string[], checked: Set<string>): void {
    const { prop } = group;
    if (prop === undefined) {
      lines.push("miss();");
      return;
    }
    checked.add(prop);
    const once = { ...group, max: 1 };
    const name = `f${this.#count++}`;
    const inner: string[] = [];
    const innerChecked = new Set<string>();
    this.#particle(once, inner, innerChecked, true);
    this.#object(name, propsOf(once), inner, innerChecked);
    const min = canBeEmpty({ ...group, min: 1 }) ? 0 : group.min;
    this.#list(prop, this.#step(prop, ""), min, group.max, [`${name}(c, v, STEP, i);`], lines);
  }

  #element(element: ElementParticle, lines: string[], checked: Set<string>): void {
    const { min, max, prop, name } = element;
    const check = this.#value(element);
    if (!check) {
      if (min > 0) lines.push("miss();");
      return;
    }
    checked.add(prop);
    const step = this.#step(prop, name);
    if (max !== 1) {
      this.#list(prop, step, min, max, check, lines);
      return;
    }
    lines.push(
      `v = ${member(prop)};`,
      "if (v !== undefined) {",
      ...check.map((line) => line.replace("STEP, i)", `${step}, -1)`)),
      min > 0 ? `} else c.required(${step});` : "}",
    );
  }

  #list(prop: string, step: string, min: number, max: number, check: readonly string[], lines: string[]): void {
    const number = this.#count++;
    const [list, size] = [`a${number}`, `n${number}`];
    lines.push(
      `const ${list} = ${member(prop)};`,
      `if (${list} === undefined) {${min > 0 ? ` c.required(${step});` : ""} }`,
      `else if (!Array.isArray(${list})) c.kind("array", ${list}, ${step}, -1);`,
      "else {",
      `const ${size} = ${list}.length;`,
      min === 0 && max < 0 ? "{" : `if (c.count(${size}, ${min}, ${max}, ${step})) {`,
      `for (let i = 0; i < ${size}; i++) {`,
      `v = ${list}[i];`,
      `if (v === undefined) { c.kind("value", v, ${step}, i); continue; }`,
      ...check.map((line) => line.replace("STEP, i)", `${step}, i)`)),
      "}",
      "}",
      "}",
    );
  }

  /** Checks `v` as an occurrence of the element; `STEP` and `i` say which. */
  #value(element: ElementParticle): string[] | undefined {
    if (element.substitutes || element.abstract || element.blocked || element.keys) return undefined;
    const type = typeOf(element.type);
    const nillable = element.nillable === true && element.fixed === undefined;
    if (type.k === "simple") {
      const codec = simpleCodec(type);
      if (codec.scoped) return undefined;
      const fixed = element.fixed === undefined ? undefined : formOf(codec, element.fixed);
      if (element.fixed !== undefined && fixed === undefined) return undefined;
      const { test, codec: name } = this.tests.of(type);
      return [
        ...(fixed === undefined ? [] : [`if (v !== ${literal(fixed)}) miss();`]),
        ...(element.default !== undefined || fixed !== undefined ? ['if (v === "") miss();'] : []),
        `if (!${test}${nillable ? " && v !== null" : ""}) c.simple(${name}, v, STEP, i);`,
      ];
    }
    if (type.k !== "complex" || !isCheckable(type) || element.fixed !== undefined || element.default !== undefined)
      return undefined;
    const call = `${this.complex(type)}(c, v, STEP, i);`;
    if (!nillable) return [`if (v === null) c.nil(STEP, i);`, `else ${call}`];
    if (!hasNilForm(type)) return [`if (v !== null) ${call}`];
    return ["if (v === null || v.$nil !== undefined) miss();", call];
  }
}

function present(props: readonly string[]): string {
  return props.map((prop) => `${member(prop)} !== undefined`).join(" || ") || "false";
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
