import type { ComplexPlan, ParticlePlan, SimplePlan, TypeUse, View } from "./plan.ts";

/** Marks `use` and all it reaches as sent or read. */
export function markUse(use: TypeUse, view: View): void {
  const queue: ComplexPlan[] = [];
  const visit = (u: TypeUse): void => {
    if (u.k === "complex" && !u.type[view]) {
      u.type[view] = true;
      queue.push(u.type);
    }
  };
  visit(use);
  for (let type = queue.pop(); type; type = queue.pop()) for (const next of uses(type)) visit(next);
}

/** Decides which types need two views: used both ways, with a difference somewhere inside. */
export function splitViews(types: readonly ComplexPlan[]): void {
  for (const type of types) if (!type.sent && !type.read) markUse({ k: "complex", type }, "sent");
  const differing = new Set(types.filter(differsItself));
  // Differences travel from a type to those that refer to it.
  const users = new Map<ComplexPlan, ComplexPlan[]>();
  for (const type of types) {
    for (const use of uses(type)) {
      if (use.k !== "complex") continue;
      const list = users.get(use.type);
      if (list) list.push(type);
      else users.set(use.type, [type]);
    }
  }
  const queue = [...differing];
  for (let type = queue.pop(); type; type = queue.pop()) {
    for (const user of users.get(type) ?? []) {
      if (differing.has(user)) continue;
      differing.add(user);
      queue.push(user);
    }
  }
  for (const type of types) type.split = type.sent && type.read && differing.has(type);
}

/** Types that `type` refers to directly. */
export function uses(type: ComplexPlan): TypeUse[] {
  return [...type.derived.filter((d) => d !== type).map((d): TypeUse => ({ k: "complex", type: d })), ...heldBy(type)];
}

/** Types of the elements in `type`. */
export function heldBy(type: ComplexPlan): TypeUse[] {
  const found: TypeUse[] = [];
  if (type.soapArray) found.push(type.soapArray.item);
  const walk = (p: ParticlePlan): void => {
    if (p.k === "el") {
      found.push(p.type);
      for (const s of p.substitutes ?? []) found.push(s.type);
    } else if (p.k !== "any") for (const item of p.items) walk(item);
  };
  if (type.content) walk(type.content);
  return found;
}

/** Whether the text of `simple` differs between views: closed enumerations of texts and numbers are open when read. */
export function opensOnRead(simple: SimplePlan): boolean {
  if (simple.item) return opensOnRead(simple.item);
  if (simple.enumeration && simple.js !== "union") return simple.js === "string" || simple.js === "number";
  return simple.enumeration !== null || simple.members.some(opensOnRead);
}

function differsItself(type: ComplexPlan): boolean {
  if (type.text && opensOnRead(type.text)) return true;
  for (const attr of type.attrs) {
    if (attr.default !== null && !attr.required) return true;
    if (attr.fixed === null && opensOnRead(attr.type)) return true;
  }
  return uses(type).some((use) => use.k === "simple" && opensOnRead(use.simple)) && !onlyFixed(type);
}

function onlyFixed(type: ComplexPlan): boolean {
  let all = true;
  const walk = (p: ParticlePlan): void => {
    if (p.k === "el") {
      if (p.type.k === "simple" && p.fixed === null && opensOnRead(p.type.simple)) all = false;
      for (const s of p.substitutes ?? []) if (s.type.k === "simple" && opensOnRead(s.type.simple)) all = false;
    } else if (p.k !== "any") for (const item of p.items) walk(item);
  };
  if (type.content) walk(type.content);
  if (type.soapArray?.item.k === "simple" && opensOnRead(type.soapArray.item.simple)) all = false;
  return all;
}
