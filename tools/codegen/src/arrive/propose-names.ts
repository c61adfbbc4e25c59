import { type ComplexType, nameKey, type Type } from "@coo/wsdl";
import { fieldsOf } from "./fields.ts";
import type { FieldMatch, MessageMatch } from "./match-fields.ts";
import type { Interface } from "./reference.ts";

/** One operation of the delivery that is one of the interfaces, with what its messages' elements are taken for. */
export interface MatchedInterface {
  readonly reference: Interface;
  readonly request: { readonly type: Type; readonly match: MessageMatch } | null;
  readonly response: { readonly type: Type; readonly match: MessageMatch } | null;
}

/** What keeps its name in our users' code although it is called something else on the wire. */
export interface ProposedNames {
  /** As in a manifest: `{ns}Type`, `{ns}Type.element`. */
  readonly names: Readonly<Record<string, string>>;
  /** Our name of an element in a type of theirs. */
  readonly propertyOf: (type: Type, element: string) => string | undefined;
  /** Our name of a type of theirs. */
  readonly typeOf: (type: Type) => string | undefined;
}

/** Names for the manifest, so that generated code speaks as before. A name that two things claim goes to the better match. */
export function proposeNames(matched: readonly MatchedInterface[], areaOf: (type: Type) => string): ProposedNames {
  const types = new Map<string, { readonly name: string; readonly score: number; readonly type: ComplexType }>();
  const properties = new Map<ComplexType, Map<string, string>>();
  const offer = (theirs: Type, ours: Type, score: number): void => {
    if (theirs.kind !== "complex" || ours.kind !== "complex" || !theirs.name || !ours.name) return;
    const key = nameKey(theirs.name);
    const known = types.get(key);
    if (known === undefined || known.score < score) types.set(key, { name: ours.name.local, score, type: theirs });
  };
  const fields: FieldMatch[] = [];
  for (const { reference, request, response } of matched)
    for (const [side, ours] of [
      [request, reference.request],
      [response, reference.response],
    ] as const) {
      if (!side) continue;
      offer(side.type, ours, 2);
      fields.push(...side.match.fields);
    }
  // Equal scores go by what comes first, in the order of the interfaces.
  for (const field of [...fields].sort((a, b) => b.score - a.score)) {
    offer(field.theirs.type, field.ours.type, field.score);
    for (const type of chainOf(field.inTheirs)) {
      if (!fieldsOf(type).some((f) => f.name === field.theirs.name)) continue;
      const known = properties.get(type) ?? new Map<string, string>();
      properties.set(type, known);
      if (!known.has(field.theirs.name) && ![...known.values()].includes(field.ours.name))
        known.set(field.theirs.name, field.ours.name);
    }
  }
  const taken = new Set<string>();
  const typeNames = new Map<string, string>();
  for (const [key, { name, type }] of [...types].sort((a, b) => b[1].score - a[1].score)) {
    const place = `${areaOf(type)} ${name}`;
    if (taken.has(place)) continue;
    taken.add(place);
    typeNames.set(key, name);
  }
  const names: Record<string, string> = {};
  for (const [key, name] of typeNames) if (types.get(key)?.type.name?.local !== name) names[key] = name;
  for (const [type, known] of properties) {
    if (!type.name) continue;
    for (const field of fieldsOf(type)) {
      const name = known.get(field.name);
      if (name === undefined || name === field.name) continue;
      const member = field.ns !== "" && field.ns !== type.name.ns ? `{${field.ns}}${field.name}` : field.name;
      names[`${nameKey(type.name)}.${member}`] = name;
    }
  }
  const sorted = Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    names: sorted,
    propertyOf: (type, element) => (type.kind === "complex" ? properties.get(type)?.get(element) : undefined),
    typeOf: (type) => (type.kind === "complex" ? types.get(type.name ? nameKey(type.name) : "")?.name : undefined),
  };
}

/** A type and those it extends, as far as they have names: an inherited element is called alike in all of them. */
function chainOf(type: Type): ComplexType[] {
  const chain: ComplexType[] = [];
  for (let t: Type | null = type; t?.kind === "complex" && t.name !== null; t = t.base) chain.push(t);
  return chain.filter((t) => t.name?.ns !== "http://www.w3.org/2001/XMLSchema");
}
