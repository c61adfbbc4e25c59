import { type ComplexType, type ElementDeclaration, nameKey, simpleKey, type Type } from "@coo/wsdl";
import { joinMoves } from "../rules.ts";
import { outlineOf } from "./content-changes.ts";
import type { JudgedFinding, Owner } from "./schema-differ.ts";

/**
 * One line instead of two for an element that left a type and came to a type inside of it, or the other way round. The
 * verdict is that of both together: to move something is to remove it here and to add it there.
 */
export function mergeMovedElements(all: readonly JudgedFinding[]): JudgedFinding[] {
  const removed = all.filter((f) => /^element-(?:required|optional)-removed$/.test(f.id));
  const added = all.filter((f) => /^element-(?:required|optional)-added$/.test(f.id));
  const merged = new Map<JudgedFinding, JudgedFinding | null>();
  for (const f of removed) {
    const partners = added.filter((g) => f.old === g.new && f.component !== g.component && isMove(f, g));
    const [g] = partners;
    const rivals = removed.filter((h) => h.old === f.old && g !== undefined && isMove(h, g));
    if (g === undefined || partners.length > 1 || rivals.length > 1) continue;
    const owner: Owner = { old: f.owner.old, new: g.owner.new };
    merged.set(f, {
      ...f,
      id: "element-moved",
      old: f.component,
      new: g.component,
      newAt: g.newAt,
      move: f.move === null || g.move === null ? null : joinMoves(f.move, g.move),
      owner,
      evidence: f.evidence.example === null ? g.evidence : f.evidence,
    });
    merged.set(g, null);
  }
  return all.flatMap((f) => {
    const now = merged.get(f);
    return now === undefined ? [f] : now === null ? [] : [now];
  });
}

function isMove(f: JudgedFinding, g: JudgedFinding): boolean {
  const [from, to] = [typeOf(f.owner.old), typeOf(g.owner.old)];
  const [x, y] = [fieldOf(from, f.old), fieldOf(typeOf(g.owner.new), g.new)];
  if (from === null || to === null || x === undefined || y === undefined) return false;
  return sameType(x.type, y.type) && (holds(from, to) || holds(to, from));
}

function typeOf(owner: Type | ElementDeclaration | null): ComplexType | null {
  const type = owner?.kind === "element" ? owner.type : owner;
  return type?.kind === "complex" ? type : null;
}

function fieldOf(type: ComplexType | null, local: string | null): ElementDeclaration | undefined {
  return type === null ? undefined : outlineOf(type).fields.find((f) => f.element.name.local === local)?.element;
}

function sameType(a: Type, b: Type): boolean {
  if (a.name !== null || b.name !== null)
    return a.name !== null && b.name !== null && nameKey(a.name) === nameKey(b.name);
  return a.kind === "simple" && b.kind === "simple" && simpleKey(a) === simpleKey(b);
}

function holds(outer: ComplexType, inner: ComplexType): boolean {
  return outlineOf(outer).fields.some((f) => f.element.type === inner);
}
