import { ANY_TYPE, type ComplexType, type ElementDeclaration, type Particle, type Type } from "@coo/wsdl";

/** An element of a message as it is compared: what it is called, what is said of it, what it holds. */
export interface Field {
  readonly name: string;
  readonly ns: string;
  /** The Chinese text's first clause, `""` without any. */
  readonly zh: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly repeated: boolean;
  readonly element: ElementDeclaration;
  /** What {@link Similarity} goes by. */
  readonly label: string;
}

/** How deep messages are followed; types may contain themselves. */
const MAX_DEPTH = 8;
/** Leaves of a message that are compared. */
const MAX_LEAVES = 400;

const fieldsByType = new WeakMap<Type, readonly Field[]>();
const leavesByType = new WeakMap<Type, readonly Field[]>();

/** The elements directly in a type, in order; groups are looked through. */
export function fieldsOf(type: Type): readonly Field[] {
  const known = fieldsByType.get(type) ?? readFields(type);
  fieldsByType.set(type, known);
  return known;
}

function readFields(type: Type): readonly Field[] {
  if (type.kind === "simple" || type === ANY_TYPE || type.particle === null) return [];
  const found = new Map<string, Field>();
  const walk = (p: Particle, optional: boolean, repeated: boolean): void => {
    const { term } = p;
    if (p.max === 0 || term.kind === "any") return;
    const [may, often] = [optional || p.min === 0, repeated || p.max > 1];
    if (term.kind !== "element") {
      for (const inner of term.particles) walk(inner, may || term.kind === "choice", often);
      return;
    }
    const { local, ns } = term.name;
    const known = found.get(`{${ns}}${local}`);
    if (known === undefined) {
      const own = clauseOf([...p.annotation.documentation, ...term.annotation.documentation].map((d) => d.text));
      const { type } = term;
      const zh = own === "" && isNamed(type) ? clauseOf(type.annotation.documentation.map((d) => d.text)) : own;
      found.set(`{${ns}}${local}`, {
        name: local,
        ns,
        zh,
        label: `${local}|${zh}`,
        type,
        optional: may,
        repeated: often,
        element: term,
      });
    }
  };
  walk(type.particle, false, false);
  return [...found.values()];
}

function isNamed(type: Type): boolean {
  return type.kind === "complex" && type.name !== null;
}

/** All elements without children in a type, at any depth, each of a name once. */
export function leavesOf(type: Type): readonly Field[] {
  const known = leavesByType.get(type) ?? readLeaves(type);
  leavesByType.set(type, known);
  return known;
}

function readLeaves(type: Type): readonly Field[] {
  const leaves = new Map<string, Field>();
  const visit = (t: Type, depth: number, above: readonly Type[]): void => {
    for (const field of fieldsOf(t)) {
      if (leaves.size >= MAX_LEAVES) return;
      if (isContainer(field.type)) {
        if (depth < MAX_DEPTH && !above.includes(field.type)) visit(field.type, depth + 1, [...above, field.type]);
      } else if (!leaves.has(field.label)) leaves.set(field.label, field);
    }
  };
  visit(type, 0, [type]);
  return [...leaves.values()];
}

/** Whether a type has elements in it. */
export function isContainer(type: Type): type is ComplexType {
  return type.kind === "complex" && type.content === "elements";
}

/** The first clause of the first text with Chinese characters. */
export function clauseOf(texts: readonly string[]): string {
  const text = texts.find((t) => /\p{Script=Han}/u.test(t)) ?? "";
  return /^[^,，。;；:：(（\n·|]*/.exec(text.trim())?.[0].trim() ?? "";
}
