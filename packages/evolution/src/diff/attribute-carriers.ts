import { type AttributeUse, type ComplexType, simpleKey } from "@coo/wsdl";
import { type Field, outlineOf } from "./content-changes.ts";
import { type Finding, finding } from "./finding.ts";

/**
 * One line instead of two for a value that an attribute carried and an element of the same name, type and obligation
 * carries now, or the other way round: whoever uses the generated property sees no difference.
 */
export function mergeCarriers(a: ComplexType, b: ComplexType, found: readonly Finding[]): Finding[] {
  // Elements of mixed content are no properties.
  if (a.mixed || b.mixed) return [...found];
  const gone = new Set<Finding>();
  const more: Finding[] = [];
  const merge = (id: string, x: Finding, y: Finding): void => {
    gone.add(x).add(y);
    more.push({ ...finding(id, null, null, x.below, y.below, y.below), oldAt: x.oldAt, newAt: y.newAt });
  };
  for (const x of found) {
    const attribute = /^attribute-(?:required|optional)-removed$/.test(x.id);
    if (!attribute && !/^element-(?:required|optional)-removed$/.test(x.id)) continue;
    const kind = attribute ? /^element-(?:required|optional)-added$/ : /^attribute-(?:required|optional)-added$/;
    const y = found.find((f) => kind.test(f.id) && f.new === x.old);
    if (y === undefined || x.old === null) continue;
    const [use, field] = attribute
      ? [attributeOf(a, x.old), fieldOf(b, x.old)]
      : [attributeOf(b, x.old), fieldOf(a, x.old)];
    if (use !== undefined && field !== undefined && sameProperty(use, field))
      merge(attribute ? "attribute-to-element" : "element-to-attribute", x, y);
  }
  return gone.size === 0 ? [...found] : [...found.filter((f) => !gone.has(f)), ...more];
}

function attributeOf(type: ComplexType, local: string): AttributeUse | undefined {
  return type.attributes.find((u) => u.declaration.name.local === local);
}

/** An element that is a property as it stands: all groups around it are there once, as those of an extension are. */
function fieldOf(type: ComplexType, local: string): Field | undefined {
  const { fields, groups } = outlineOf(type);
  const once = new Set(groups.filter((p) => p.min === 1 && p.max === 1 && p.term.kind !== "choice").map((p) => p.term));
  return fields.find((f) => f.element.name.local === local && f.groups.every((g) => once.has(g)));
}

function sameProperty(use: AttributeUse, { element, particle, required }: Field): boolean {
  return (
    element.type.kind === "simple" &&
    simpleKey(element.type) === simpleKey(use.declaration.type) &&
    particle.max === 1 &&
    !element.nillable &&
    required === (use.use === "required")
  );
}
