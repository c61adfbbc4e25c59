import { type Document, type Element, parseXmlDocument, serializeToWellFormedString } from "./dom.ts";
import type { Family } from "./families.ts";
import { OPERATORS } from "./operators.ts";
import type { Random } from "./random.ts";
import { type Kitchen, RECIPES, type Recipe } from "./recipes.ts";

const XS = "http://www.w3.org/2001/XMLSchema";
/** Namespace of XML itself. */
const XML = "http://www.w3.org/XML/1998/namespace";

/** Name of the document that refers to what was changed. */
export const DRIVER = "driver.xsd";

type Documents = Readonly<Record<string, string>>;

/** A schema before and after it was changed. */
export interface Changed {
  readonly before: Documents;
  readonly after: Documents;
  /** Name of the document that was changed. */
  readonly entry: string;
  /** Names of the changes, in order. */
  readonly how: readonly string[];
  /** Places of the changes: name of the recipe, and the number of the place among all it could be applied at. */
  readonly places: readonly string[];
  /** Names of the components that were touched, and of what lies around the places. */
  readonly components: readonly { readonly kind: string; readonly name: string }[];
  readonly names: ReadonlySet<string>;
  readonly signed: boolean;
}

const FREE: readonly Recipe[] = OPERATORS.map((o) => ({
  name: o.name,
  on: o.on,
  there: [],
  back: [],
  prepare: null,
  apply: (node, kitchen) => o.apply(node, kitchen.variant),
}));
/** Every kind of change that can be stacked on another one. */
const ALL: readonly Recipe[] = [...FREE, ...FREE, ...RECIPES.filter((r) => !r.on.includes("schema"))];

/** Tells at how many places of a family a recipe could be applied; the schema is read once. */
export function placeCounter(family: Family): (recipe: Recipe) => number {
  const document = parseXmlDocument(family.documents[family.entry] as string);
  return (recipe) => placesOf(document, recipe).length;
}

/** Where a recipe could be applied in a document. */
function placesOf(document: Document, recipe: Recipe): Element[] {
  return recipe.on.flatMap((name) => [...document.getElementsByTagNameNS(XS, name)]);
}

/**
 * Changes a schema by a recipe, and by `more` further ones; `null` when the first does not fit.
 *
 * @param place - Number of the place; drawn when it is not given.
 */
export function changeSchema(
  family: Family,
  recipe: Recipe,
  random: Random,
  more: number,
  place?: number,
): Changed | null {
  const document = parseXmlDocument(family.documents[family.entry] as string);
  // XML keeps the prefix of its own namespace for itself: nothing of ours could be named in it.
  if (document.documentElement?.getAttribute("targetNamespace") === XML) return null;
  const others: Record<string, string> = { ...family.documents };
  delete others[family.entry];
  const applied: { recipe: Recipe; node: Element; kitchen: Kitchen; number: number }[] = [];
  const components: { kind: string; name: string }[] = [];
  const names = new Set<string>();
  const makeReady = (r: Recipe, given?: number): boolean => {
    const places = placesOf(document, r);
    if (places.length === 0) return false;
    const number = given ?? random.below(places.length);
    const node = places[number];
    if (node === undefined) return false;
    const kitchen: Kitchen = { variant: random.below(60), files: others, kept: {} };
    const path = pathOf(node, document);
    if (r.prepare !== null && !r.prepare(node, kitchen)) return false;
    applied.push({ recipe: r, node, kitchen, number });
    components.push(path.top);
    for (const name of path.names) names.add(name);
    return true;
  };
  if (!makeReady(recipe, place)) return null;
  for (let tries = 0; applied.length <= more && tries < 20; tries++) makeReady(random.pick(ALL));
  const types = typesNear(document, components);
  const before = {
    ...others,
    [family.entry]: serializeToWellFormedString(document),
    [DRIVER]: driverOf(document, family.entry, types),
  };
  const added: Record<string, string> = { ...others };
  const done = applied.filter(({ recipe: r, node, kitchen }) => {
    const kept = { ...kitchen, files: added };
    try {
      return r.apply(node, kept);
    } catch (error) {
      // Of a stack another change, or what made it ready, may have taken the place away.
      if (applied.length > 1) return false;
      throw error;
    }
  });
  if (done[0]?.recipe !== recipe) return null;
  const after = {
    ...added,
    [family.entry]: serializeToWellFormedString(document),
    [DRIVER]: driverOf(document, family.entry, types),
  };
  for (const { kitchen } of done)
    for (const node of Object.values(kitchen.kept)) {
      const name = node.getAttribute("name");
      if (name !== null) names.add(name);
    }
  return {
    before,
    after,
    entry: family.entry,
    how: done.map((d) => d.recipe.name),
    places: done.map((d) => `${d.recipe.name} ${d.number}`),
    components,
    names,
    signed: done.some((d) => d.recipe.signed === true),
  };
}

/** The component a place lies in, and the names on the way to it. */
function pathOf(
  node: Element,
  document: Document,
): { readonly top: { readonly kind: string; readonly name: string }; readonly names: string[] } {
  const names: string[] = [];
  let at = node;
  for (let e: Element | null = node; e !== null && e !== document.documentElement; e = e.parentElement) {
    at = e;
    const name = e.getAttribute("name");
    if (name !== null) names.push(name);
  }
  return { top: { kind: at.localName, name: at.getAttribute("name") ?? "" }, names };
}

/** Names of the types that were changed, and of a few others that may hold them. */
function typesNear(document: Document, components: Changed["components"]): string[] {
  const root = document.documentElement as Element;
  const named = root.children
    .filter((e) => /^(?:complex|simple)Type$/.test(e.localName))
    .map((e) => e.getAttribute("name") ?? "");
  const touched = new Set(components.map((c) => c.name).filter((n) => n !== ""));
  // Of a change of the whole schema, whatever comes first.
  if (touched.size === 0) return named.slice(0, 3);
  // Who refers to what was changed by name shows it too.
  const users = new Set<string>();
  for (const e of document.getElementsByTagNameNS(XS, "*")) {
    const refers = ["type", "base", "ref"].some((a) => touched.has(e.getAttribute(a)?.split(":").pop() ?? ""));
    if (refers && users.size < 3) users.add(pathOf(e, document).top.name);
  }
  return named.filter((n) => touched.has(n) || users.has(n));
}

/** A schema with an element for each of some types. */
function driverOf(document: Document, entry: string, types: readonly string[]): string {
  const namespace = document.documentElement?.getAttribute("targetNamespace") ?? "";
  const elements = types.map((n) => `<xs:element name="${n}" type="${namespace === "" ? "" : "f:"}${n}"/>`);
  const ns = namespace === "" ? "" : ` namespace="${escape(namespace)}"`;
  const prefix = namespace === "" ? "" : ` xmlns:f="${escape(namespace)}"`;
  return `<xs:schema xmlns:xs="${XS}"${prefix} targetNamespace="urn:mutate"><xs:import${ns} schemaLocation="${entry}"/>${elements.join("")}</xs:schema>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
