import { derivationSteps } from "./derivation.ts";
import type { ElementDeclaration, Type } from "./model.ts";
import { nameKey } from "./names.ts";
import type { GlobalSymbol } from "./symbols.ts";

/** Blocking of the types between `type` (left out) and `ancestor` (included). */
function blockedOnTheWay(type: Type, ancestor: Type): ReadonlySet<string> {
  const blocked = new Set<string>();
  for (let t: Type | null = type.base; t !== null; t = t.base) {
    if (t.kind === "complex") for (const step of t.block) blocked.add(step);
    if (t === ancestor) break;
  }
  return blocked;
}

function maySubstitute(member: ElementDeclaration, head: ElementDeclaration): boolean {
  if (member.abstract || head.block.includes("substitution")) return false;
  if (member.type === head.type) return true;
  const steps = derivationSteps(member.type, head.type);
  if (steps === null) return true;
  const blocked = new Set([...head.block, ...blockedOnTheWay(member.type, head.type)]);
  return [...steps].every((step) => !blocked.has(step));
}

/** For each head the elements that may stand for it, in document order. */
export function substitutesOf(symbols: readonly GlobalSymbol<"element">[]): Map<string, readonly ElementDeclaration[]> {
  const found = new Map<string, ElementDeclaration[]>();
  for (const { component: member } of symbols) {
    for (let head = member.substitutionGroup; head !== null; head = head.substitutionGroup) {
      if (!maySubstitute(member, head)) continue;
      const key = nameKey(head.name);
      const list = found.get(key);
      if (list === undefined) found.set(key, [member]);
      else list.push(member);
    }
  }
  return found;
}
