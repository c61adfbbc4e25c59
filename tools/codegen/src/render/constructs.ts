import { isSlowPattern } from "@coo/xml/pattern";
import type { ComplexPlan, ParticlePlan, SimplePlan } from "../plan.ts";
import type { ModuleText } from "./module.ts";

/** What a schema may use beyond sequences of simple values; each is a module of `@coo/soap/with/`. */
export type Construct =
  | "attributes"
  | "derived"
  | "encoded"
  | "groups"
  | "identity"
  | "lists"
  | "patterns"
  | "qnames"
  | "times"
  | "wildcards";

/** Has `module` load what its descriptors need: whatever nobody imports, a bundler leaves out. */
export function loads(module: ModuleText, ...constructs: readonly Construct[]): void {
  for (const construct of constructs) module.effect(`@coo/soap/with/${construct}`);
}

/** What the values of a simple type need. */
export function simpleConstructs(simple: SimplePlan): Construct[] {
  const { builtin, js, patterns, item, members } = simple;
  const found: Construct[] = [];
  if (js === "list" || js === "union") found.push("lists");
  // Any value may name any type for itself.
  else if (builtin === "anySimpleType" || builtin === "anyAtomicType") found.push("lists", "qnames", "times");
  else if (/^(?:date|time|g[DMY])|uration$/.test(builtin)) found.push("times");
  else if (builtin === "QName" || builtin === "NOTATION") found.push("qnames");
  if (patterns.length > 0 && !isQuick(simple)) found.push("patterns");
  for (const inner of item ? [item, ...members] : members) found.push(...simpleConstructs(inner));
  return found;
}

/** Whether no text can keep an engine of ECMAScript busy with the patterns of a type. */
export function isQuick({ patterns }: SimplePlan): boolean {
  return patterns.length > 0 && !patterns.some(isSlowPattern);
}

/** What one particle needs, without those in it. */
export function particleConstructs(particle: ParticlePlan): Construct[] {
  switch (particle.k) {
    case "el":
      return particle.substitutes ? ["derived"] : [];
    case "any":
      return ["wildcards"];
    default:
      return particle.k === "all" || particle.max !== 1 ? ["groups"] : [];
  }
}

/** What a complex type needs, without its particles and their types. */
export function typeConstructs(type: ComplexPlan): Construct[] {
  return [
    ...(type.attrs.length > 0 || type.anyAttr ? (["attributes"] as const) : []),
    ...(type.open || type.mixed ? (["wildcards"] as const) : []),
    ...(type.derived.length > 0 ? (["derived"] as const) : []),
    ...(type.soapArray ? (["encoded"] as const) : []),
    ...(type.content && !isPlainlyClear(type.content) ? (["groups"] as const) : []),
  ];
}

/** Whether every element has one place: then content is read straight ahead. The codec looks closer at all others. */
function isPlainlyClear(content: ParticlePlan): boolean {
  const names: string[] = [];
  const walk = (particle: ParticlePlan): boolean => {
    if (particle.k === "any") return false;
    if (particle.k !== "el") return particle.items.every(walk);
    for (const { name, ns } of particle.substitutes ?? [particle]) names.push(`{${ns}}${name}`);
    return true;
  };
  return walk(content) && new Set(names).size === names.length;
}
