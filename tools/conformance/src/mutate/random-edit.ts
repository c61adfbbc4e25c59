import type { Element } from "./dom.ts";
import type { Random } from "./random.ts";
import type { Recipe } from "./recipes.ts";
import { children, inGroup, insert, parent, regroup, renameComponent, schemaOf, set, xs } from "./schema-tree.ts";

const XS = "http://www.w3.org/2001/XMLSchema";

/** Edits of one recipe at most. */
const EDITS = 4;
const GROUPS = ["sequence", "choice", "all"] as const;
const BUILTINS =
  "string token int long short decimal boolean date dateTime base64Binary hexBinary anyURI QName anyType double NMTOKENS".split(
    " ",
  );

/** One edit; `false` where it changes nothing. */
type Edit = (node: Element, random: Random) => boolean;

const all = (node: Element, local: string): readonly Element[] => schemaOf(node).getElementsByTagNameNS(XS, local);
const others = (node: Element): Element[] => all(node, node.localName).filter((o) => o !== node && !holds(o, node));
const isGroup = (node: Element): boolean => (GROUPS as readonly string[]).includes(node.localName);
const occurs = (node: Element): boolean => inGroup(node) || (isGroup(node) && parent(node)?.localName !== "group");
const attribute =
  (name: string, on: string, values: readonly (string | null)[]): Edit =>
  (node, random) =>
    on.split(" ").includes(node.localName) && set(node, name, random.pick(values));

function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = at.parentElement) if (at === outer) return true;
  return false;
}

/** A value that another declaration of the document has for an attribute. */
function borrowed(node: Element, name: string, random: Random): string | null {
  const found = [...all(node, "*")].map((e) => e.getAttribute(name)).filter((v) => v !== null);
  return found.length === 0 ? null : random.pick(found);
}

/** Edits that know what XML Schema allows where, and nothing of what they mean. */
const KINDS: readonly Edit[] = [
  (n) => parent(n) !== null && n.remove() === undefined,
  (n) => {
    const twin = n.cloneNode(true) as Element;
    if (twin.hasAttribute("name")) twin.setAttribute("name", `${twin.getAttribute("name")}Twin`);
    return parent(n)?.insertBefore(twin, n) !== undefined;
  },
  (n) => {
    const around = parent(n);
    const next = around === null ? undefined : around.children[around.children.indexOf(n) + 1];
    return next !== undefined && around?.insertBefore(next, n) !== undefined;
  },
  (n, r) => {
    const places = [...all(n, "*")].filter((p) => isGroup(p) && !holds(n, p));
    return inGroup(n) && places.length > 0 && r.pick(places).appendChild(n) !== null;
  },
  (n, r) => {
    if (!inGroup(n)) return false;
    const around = insert(parent(n) as Element, `<xs:${r.pick(["sequence", "choice"])}/>`, n);
    return around.appendChild(n) !== null;
  },
  (n) => {
    const around = parent(n);
    if (!isGroup(n) || around === null || !inGroup(n)) return false;
    for (const child of n.children) around.insertBefore(child, n);
    return n.remove() === undefined;
  },
  (n, r) => isGroup(n) && regroup(n, r.pick(GROUPS)) !== n,
  (n, r) => occurs(n) && set(n, "minOccurs", r.pick(["0", "1", "2", null])),
  (n, r) => occurs(n) && set(n, "maxOccurs", r.pick(["1", "2", "5", "unbounded", null])),
  attribute("nillable", "element", ["true", "false", null]),
  (n, r) => (parent(n) === schemaOf(n) || n.localName === "complexType") && abstract(n, r),
  attribute("default", "element attribute", ["1", "a", "", null]),
  attribute("fixed", "element attribute", ["1", "01", "a", null]),
  attribute("use", "attribute", ["required", "optional", "prohibited", null]),
  (n, r) => parent(n) !== schemaOf(n) && form(n, r),
  (n, r) => n.hasAttribute("type") && set(n, "type", r.chance(60) ? xs(n, r.pick(BUILTINS)) : borrowed(n, "type", r)),
  (n, r) => n.hasAttribute("base") && set(n, "base", r.chance(40) ? xs(n, r.pick(BUILTINS)) : borrowed(n, "base", r)),
  (n, r) => n.hasAttribute("ref") && set(n, "ref", borrowed(n, "ref", r)),
  (n) => n.hasAttribute("name") && set(n, "name", `${n.getAttribute("name")}Anew`),
  (n) =>
    parent(n) === schemaOf(n) && n.localName.endsWith("Type") && renameComponent(n, `${n.getAttribute("name")}Moved`),
  (n, r) => n.localName === "element" && parent(n) === schemaOf(n) && headed(n, r),
  attribute("block", "element complexType", ["#all", "extension", "restriction", "substitution", null]),
  attribute("final", "element complexType simpleType", ["#all", "extension", "restriction", null]),
  attribute("processContents", "any anyAttribute", ["lax", "skip", "strict", null]),
  attribute("namespace", "any anyAttribute", ["##any", "##other", "##local", "##targetNamespace", "urn:x", null]),
  attribute("mixed", "complexType complexContent", ["true", "false", null]),
  (n, r) => {
    const value = n.getAttribute("value");
    if (value === null) return false;
    const number = /^-?\d{1,9}$/.test(value)
      ? String(Number(value) + r.pick([-1, 1]))
      : `${value}${r.pick(["a", "?"])}`;
    return set(n, "value", number);
  },
  (n, r) => n.localName === "restriction" && parent(n)?.localName === "simpleType" && facet(n, r),
  (n, r) => isGroup(n) && insert(n, r.pick(PARTS)) !== null,
  (n) => n.localName === "complexType" && insert(n, '<xs:attribute name="made" type="xs:string"/>') !== null,
  (n) => n.localName === "complexType" && insert(n, '<xs:anyAttribute processContents="lax"/>') !== null,
  (n, r) => n.hasAttribute("itemType") && set(n, "itemType", xs(n, r.pick(BUILTINS))),
  (n, r) =>
    n.hasAttribute("memberTypes") && set(n, "memberTypes", `${xs(n, r.pick(BUILTINS))} ${xs(n, r.pick(BUILTINS))}`),
  // The inside of another one of its kind.
  (n, r) => {
    const from = others(n).filter((o) => !holds(n, o));
    if (from.length === 0 || n.localName === "schema") return false;
    const inside = children(r.pick(from)).map((c) => c.cloneNode(true));
    for (const c of children(n)) c.remove();
    for (const c of inside) n.appendChild(c);
    return true;
  },
];

const PARTS = [
  '<xs:element name="made" type="xs:string"/>',
  '<xs:element name="made" type="xs:int" minOccurs="0"/>',
  '<xs:any namespace="##other" processContents="lax" minOccurs="0"/>',
  '<xs:choice><xs:element name="madeOne" type="xs:string"/><xs:element name="madeOther" type="xs:int"/></xs:choice>',
];

function abstract(node: Element, random: Random): boolean {
  return attribute("abstract", "element complexType", ["true", "false", null])(node, random);
}

function form(node: Element, random: Random): boolean {
  return (
    node.hasAttribute("name") &&
    attribute("form", "element attribute", ["qualified", "unqualified", null])(node, random)
  );
}

/** Makes an element stand for another one of its type (XML Schema part 1, 3.3.6, clause 4), or for none. */
function headed(node: Element, random: Random): boolean {
  const type = node.getAttribute("type");
  const heads = schemaOf(node).children.filter(
    (c) => c.localName === "element" && c !== node && type !== null && c.getAttribute("type") === type,
  );
  if (heads.length === 0 || random.chance(20)) return set(node, "substitutionGroup", null);
  const prefix = node.lookupPrefix(schemaOf(node).getAttribute("targetNamespace") ?? "");
  const name = random.pick(heads).getAttribute("name") ?? "";
  return set(node, "substitutionGroup", prefix ? `${prefix}:${name}` : name);
}

function facet(node: Element, random: Random): boolean {
  const name = random.pick([
    "maxLength",
    "minLength",
    "pattern",
    "enumeration",
    "maxInclusive",
    "totalDigits",
    "whiteSpace",
  ]);
  const value = { pattern: "[0-9a]*", whiteSpace: "collapse", enumeration: "1" }[name] ?? String(random.below(9));
  return insert(node, `<xs:${name} value="${value}"/>`) !== null;
}

const isEditable = (node: Element): boolean =>
  !/^(?:annotation|documentation|appinfo|schema|import|include)$/.test(node.localName);

/** A recipe of some edits in the component of a place: whatever leaves a valid schema is compared. */
export function randomEdits(random: Random): Recipe {
  const count = 1 + random.below(EDITS);
  return {
    name: `${count} edits`,
    on: ["*"],
    there: [],
    back: [],
    prepare: isEditable,
    apply: (place) => {
      let component = place;
      while (parent(component) !== null && parent(component) !== schemaOf(place))
        component = parent(component) as Element;
      const schema = schemaOf(place);
      let done = 0;
      for (let tries = 0; done < count && tries < 60; tries++) {
        const near = random.chance(80) && component.parentElement !== null ? component : schema;
        const nodes = [...(near === schema ? [] : [near]), ...near.getElementsByTagNameNS(XS, "*")].filter(isEditable);
        if (nodes.length > 0 && random.pick(KINDS)(random.pick(nodes), random)) done++;
      }
      return done > 0;
    },
  };
}
