import type { IdentityDescriptor, PathDescriptor } from "../gen1.ts";
import { shorten, type Violation } from "../issue.ts";
import { plainValues } from "../simple/context.ts";
import { simpleCodec } from "../simple/simple-codec.ts";
import type { InstanceNode, TypedValue } from "./instance-tree.ts";

/** Elements that a constraint selects, by the values of its fields; `null`: two of them, none counts. */
type Table = Map<string, InstanceNode | null>;

/**
 * Checks the identity constraints that `node`'s declaration states, part 1 section 3.11.4 of XML Schema.
 *
 * @returns The broken rules.
 */
export function checkIdentity(node: InstanceNode): Violation[] {
  const broken: Violation[] = [];
  for (const constraint of node.keys ?? []) {
    if (constraint.kind === "keyref") checkReferences(node, constraint, broken);
    else tableOf(node, constraint, broken);
  }
  return broken;
}

function nameOf(constraint: IdentityDescriptor): string {
  return `${constraint.kind} ${constraint.name.slice(constraint.name.indexOf("}") + 1)}`;
}

/** The table of a key or unique at the element that declares it. */
function tableOf(node: InstanceNode, constraint: IdentityDescriptor, broken: Violation[]): Table {
  const table: Table = new Map();
  for (const target of select(node, constraint.selector)) {
    const sequence = sequenceOf(target, constraint, broken);
    if (sequence === undefined) continue;
    if (table.has(sequence))
      broken.push({ code: "unique", limit: nameOf(constraint), actual: shown(target, constraint) });
    else table.set(sequence, target);
  }
  return table;
}

function checkReferences(node: InstanceNode, constraint: IdentityDescriptor, broken: Violation[]): void {
  const scope = scopeOf(node, constraint.refer ?? "");
  for (const target of select(node, constraint.selector)) {
    const sequence = sequenceOf(target, constraint, broken);
    if (sequence !== undefined && !scope.get(sequence))
      broken.push({ code: "keyref", limit: nameOf(constraint), actual: shown(target, constraint) });
  }
}

/** Keys that can be referred to at `node`: its own, and those of elements below it as far as they do not contradict. */
function scopeOf(node: InstanceNode, refer: string): Table {
  const scope: Table = new Map();
  for (const child of node.children) {
    for (const [sequence, target] of scopeOf(child, refer)) {
      const known = scope.get(sequence);
      scope.set(sequence, known === undefined || known === target ? target : null);
    }
  }
  const own = node.keys?.find((k) => k.name === refer);
  if (own) for (const [sequence, target] of tableOf(node, own, [])) scope.set(sequence, target);
  return scope;
}

/** Elements that a selector leads to, each once. */
function select(node: InstanceNode, paths: readonly PathDescriptor[]): Set<InstanceNode> {
  const found = new Set<InstanceNode>();
  for (const path of paths) for (const target of follow(node, path)) found.add(target);
  return found;
}

function follow(node: InstanceNode, path: PathDescriptor): InstanceNode[] {
  let at: InstanceNode[] = path.deep ? withDescendants(node) : [node];
  for (const step of path.steps) {
    at = at.flatMap((n) => n.children.filter((c) => fits(c, step)));
  }
  return at;
}

function withDescendants(node: InstanceNode): InstanceNode[] {
  const all: InstanceNode[] = [];
  const walk = (n: InstanceNode): void => {
    all.push(n);
    n.children.forEach(walk);
  };
  walk(node);
  return all;
}

function fits(node: { readonly name: string; readonly ns: string }, step: { name: string; ns: string }): boolean {
  return (step.ns === "*" || step.ns === node.ns) && (step.name === "*" || step.name === node.name);
}

/** Where a field leads: a value, and whether its element could be nil. */
interface Found {
  readonly value: TypedValue | undefined;
  readonly nillable: boolean;
}

function fieldOf(node: InstanceNode, paths: readonly PathDescriptor[]): Found[] {
  const found: Found[] = [];
  const seen = new Set<unknown>();
  for (const path of paths) {
    for (const target of follow(node, path)) {
      const { attribute } = path;
      if (!attribute) {
        if (!seen.has(target)) found.push({ value: target.text, nillable: target.nillable });
        seen.add(target);
        continue;
      }
      for (const a of target.attributes) {
        if (!fits(a, attribute) || seen.has(a)) continue;
        seen.add(a);
        found.push({ value: a.typed, nillable: false });
      }
    }
  }
  return found;
}

/** Identity of the values of all fields; `undefined` when one is missing. */
function sequenceOf(node: InstanceNode, constraint: IdentityDescriptor, broken: Violation[]): string | undefined {
  const parts: string[] = [];
  const fail = (what: string): void => {
    broken.push({ code: "key", limit: nameOf(constraint), actual: what });
  };
  for (const [i, paths] of constraint.fields.entries()) {
    const found = fieldOf(node, paths);
    const field = `field ${i + 1} of ${shorten(node.name)}`;
    const [only] = found;
    if (found.length > 1) {
      fail(`${field} stands ${found.length} times`);
      return undefined;
    }
    if (!only) {
      if (constraint.kind === "key" && !node.nil) fail(`${field} is missing`);
      return undefined;
    }
    if (only.nillable && constraint.kind === "key") {
      fail(`${field} may be nil`);
      return undefined;
    }
    if (!only.value) {
      // xsi:nil has no value; elements that hold elements are none.
      if (!only.nillable) fail(`${field} is no simple value`);
      return undefined;
    }
    parts.push(simpleCodec(only.value.type).identity(only.value.value));
  }
  return parts.join("\u0000");
}

function shown(node: InstanceNode, constraint: IdentityDescriptor): string {
  return constraint.fields
    .map((paths) => {
      const value = fieldOf(node, paths)[0]?.value?.value;
      return value === undefined ? "" : `"${shorten(String(value))}"`;
    })
    .join(", ");
}

/**
 * Checks that each xs:ID stands once and each xs:IDREF leads to one. An xs:ENTITY leads to nothing: only a DTD declares
 * entities, and documents with one are not read.
 */
export function checkIds(root: InstanceNode): Violation[] {
  const broken: Violation[] = [];
  const owners = new Map<string, InstanceNode>();
  const references = new Set<string>();
  const visit = (node: InstanceNode, parent: InstanceNode): void => {
    const note = (typed: TypedValue, owner: InstanceNode): boolean => {
      const { ids, refs, entities } = idsOf(typed.type, typed.value);
      for (const name of entities) broken.push({ code: "entity", actual: `"${shorten(name)}"` });
      for (const ref of refs) references.add(ref);
      for (const id of ids) {
        const known = owners.get(id);
        if (known !== undefined && known !== owner) broken.push({ code: "id", actual: `"${shorten(id)}"` });
        else owners.set(id, owner);
      }
      return ids.length > 0;
    };
    const named = node.attributes.filter((a) => note(a.typed, node));
    if (named.length > 1) broken.push({ code: "id", actual: named.map((a) => a.name).join(", ") });
    // The value of an element identifies its parent.
    if (node.text?.value !== undefined) note(node.text, parent);
    for (const child of node.children) visit(child, node);
  };
  visit(root, root);
  for (const ref of references) if (!owners.has(ref)) broken.push({ code: "idref", actual: `"${shorten(ref)}"` });
  return broken;
}

interface Names {
  readonly ids: readonly string[];
  readonly refs: readonly string[];
  readonly entities: readonly string[];
}

const NO_NAMES: Names = { ids: [], refs: [], entities: [] };

function idsOf(type: TypedValue["type"], value: unknown): Names {
  if (type.js === "list" && type.item) {
    const each = (value as readonly unknown[]).map((one) => idsOf(type.item as TypedValue["type"], one));
    return {
      ids: each.flatMap((e) => e.ids),
      refs: each.flatMap((e) => e.refs),
      entities: each.flatMap((e) => e.entities),
    };
  }
  if (type.js === "union") {
    const member = type.members?.find((m) => simpleCodec(m).write(value, plainValues()) !== undefined);
    return member ? idsOf(member, value) : NO_NAMES;
  }
  if (typeof value !== "string") return NO_NAMES;
  if (type.builtin === "ID") return { ...NO_NAMES, ids: [value] };
  if (type.builtin === "IDREF") return { ...NO_NAMES, refs: [value] };
  return type.builtin === "ENTITY" ? { ...NO_NAMES, entities: [value] } : NO_NAMES;
}
