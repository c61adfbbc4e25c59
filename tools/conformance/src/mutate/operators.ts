import type { Element } from "./dom.ts";
import { children, inGroup, isBuiltin, make, parent, set, siblings, xs } from "./schema-tree.ts";

/** A change of a schema at one place; `null` when it does not fit there. */
export interface Operator {
  readonly name: string;
  readonly on: readonly string[];
  readonly apply: (node: Element, variant: number) => boolean;
}

const BUILTINS = [
  "string",
  "token",
  "int",
  "long",
  "decimal",
  "date",
  "dateTime",
  "boolean",
  "double",
  "hexBinary",
  "base64Binary",
  "anyURI",
  "normalizedString",
  "short",
  "NMTOKEN",
];

const operator = (name: string, on: string, apply: Operator["apply"]): Operator => ({ name, on: on.split(" "), apply });

/** All kinds of changes that are tried. */
export const OPERATORS: readonly Operator[] = [
  operator("element-drop", "element", (n) => inGroup(n) && siblings(n).length > 1 && n.remove() === undefined),
  operator(
    "element-add-optional",
    "sequence choice all",
    (n, v) =>
      n.appendChild(make(n, "element", { name: "added", type: xs(n, v % 2 ? "int" : "string"), minOccurs: "0" })) !==
      null,
  ),
  operator(
    "element-add-required",
    "sequence choice all",
    (n) => n.appendChild(make(n, "element", { name: "needed", type: xs(n, "string") })) !== null,
  ),
  operator(
    "element-insert",
    "element",
    (n) =>
      inGroup(n) &&
      parent(n)?.insertBefore(make(n, "element", { name: "inserted", type: xs(n, "string"), minOccurs: "0" }), n) !==
        null,
  ),
  operator(
    "element-optionality",
    "element any",
    (n) => inGroup(n) && set(n, "minOccurs", n.getAttribute("minOccurs") === "0" ? "1" : "0"),
  ),
  operator(
    "element-many",
    "element any",
    (n, v) =>
      inGroup(n) &&
      parent(n)?.localName !== "all" &&
      set(n, "maxOccurs", ["unbounded", "3", "1", "2"][v % 4] as string) &&
      Number(n.getAttribute("minOccurs") ?? 1) <= 1,
  ),
  operator(
    "element-min",
    "element",
    (n, v) =>
      inGroup(n) &&
      parent(n)?.localName !== "all" &&
      (n.getAttribute("maxOccurs") ?? "1") !== "1" &&
      set(n, "minOccurs", ["1", "2", "3", "0"][v % 4] as string),
  ),
  operator(
    "nillable",
    "element",
    (n) => n.hasAttribute("name") && set(n, "nillable", n.getAttribute("nillable") === "true" ? null : "true"),
  ),
  operator(
    "default",
    "element attribute",
    (n, v) =>
      n.hasAttribute("name") &&
      !n.hasAttribute("fixed") &&
      n.getAttribute("use") !== "required" &&
      set(n, "default", n.hasAttribute("default") && v % 2 ? null : (["1", "2"][v % 2] as string)),
  ),
  operator(
    "fixed",
    "element attribute",
    (n, v) =>
      n.hasAttribute("name") &&
      !n.hasAttribute("default") &&
      set(n, "fixed", n.hasAttribute("fixed") && v % 2 ? null : (["1", "2"][v % 2] as string)),
  ),
  operator(
    "element-rename",
    "element",
    (n) => inGroup(n) && n.hasAttribute("name") && set(n, "name", `${n.getAttribute("name")}New`),
  ),
  operator("element-swap", "element sequence choice any", (n) => {
    const next = inGroup(n) ? siblings(n)[siblings(n).indexOf(n) + 1] : undefined;
    return next !== undefined && parent(n)?.insertBefore(next, n) !== null;
  }),
  operator("compositor", "sequence choice all", (n, v) => {
    const kinds = ["sequence", "choice", "all"].filter((k) => k !== n.localName);
    const made = make(n, kinds[v % 2] as string, Object.fromEntries(n.attributes.map((a) => [a.name, a.value])));
    while (n.firstChild) made.appendChild(n.firstChild);
    n.replaceWith(made);
    return true;
  }),
  operator(
    "group-optional",
    "sequence choice all group",
    (n) =>
      parent(n)?.localName !== "group" &&
      !n.hasAttribute("name") &&
      set(n, "minOccurs", n.getAttribute("minOccurs") === "0" ? null : "0"),
  ),
  operator(
    "group-repeat",
    "sequence choice group",
    (n, v) =>
      parent(n)?.localName !== "group" &&
      !n.hasAttribute("name") &&
      set(n, "maxOccurs", [null, "2", "unbounded"][v % 3] as string | null),
  ),
  operator("group-wrap", "element any", (n, v) => {
    if (!inGroup(n) || parent(n)?.localName === "all") return false;
    const made = make(n, v % 2 ? "choice" : "sequence", {});
    n.replaceWith(made);
    made.appendChild(n);
    return true;
  }),
  operator(
    "any-add",
    "sequence",
    (n, v) =>
      n.appendChild(
        make(n, "any", {
          minOccurs: "0",
          namespace: v % 2 ? "##other" : "urn:far",
          processContents: ["lax", "skip", "strict"][v % 3] as string,
        }),
      ) !== null,
  ),
  operator("any-drop", "any anyAttribute", (n) => n.remove() === undefined),
  operator("any-namespace", "any anyAttribute", (n, v) =>
    set(n, "namespace", ["##other", "urn:far", "urn:far urn:near", "##any", "##local"][v % 5] as string),
  ),
  operator("any-process", "any anyAttribute", (n, v) =>
    set(n, "processContents", ["lax", "skip", "strict"][v % 3] as string),
  ),
  operator("attribute-add", "complexType extension attributeGroup", (n, v) => {
    if (
      (n.localName === "attributeGroup" && n.hasAttribute("ref")) ||
      (n.localName === "complexType" && children(n).some((c) => c.localName.endsWith("Content")))
    )
      return false;
    n.insertBefore(
      make(n, "attribute", { name: "extra", type: xs(n, "string"), ...(v % 2 ? { use: "required" } : {}) }),
      children(n).find((c) => c.localName === "anyAttribute") ?? null,
    );
    return true;
  }),
  operator("attribute-drop", "attribute", (n) => parent(n)?.localName !== "schema" && n.remove() === undefined),
  operator(
    "attribute-use",
    "attribute",
    (n) =>
      parent(n)?.localName !== "schema" &&
      !n.hasAttribute("default") &&
      set(n, "use", n.getAttribute("use") === "required" ? null : "required"),
  ),
  operator(
    "attribute-rename",
    "attribute",
    (n) => parent(n)?.localName !== "schema" && n.hasAttribute("name") && set(n, "name", `${n.getAttribute("name")}2`),
  ),
  operator("any-attribute-add", "complexType", (n, v) => {
    if (children(n).some((c) => /Content$|anyAttribute/.test(c.localName))) return false;
    n.appendChild(make(n, "anyAttribute", { processContents: ["lax", "skip"][v % 2] as string }));
    return true;
  }),
  operator(
    "type-swap",
    "element attribute",
    (n, v) => isBuiltin(n, n.getAttribute("type")) && set(n, "type", xs(n, BUILTINS[v % BUILTINS.length] as string)),
  ),
  operator(
    "type-builtin",
    "element attribute",
    (n, v) => n.hasAttribute("type") && set(n, "type", xs(n, BUILTINS[v % BUILTINS.length] as string)),
  ),
  operator(
    "base-swap",
    "restriction",
    (n, v) =>
      parent(n)?.localName === "simpleType" &&
      isBuiltin(n, n.getAttribute("base")) &&
      set(n, "base", xs(n, BUILTINS[v % BUILTINS.length] as string)),
  ),
  operator(
    "facet-number",
    "maxLength minLength length totalDigits fractionDigits minInclusive maxInclusive minExclusive maxExclusive",
    (n, v) => {
      const value = Number(n.getAttribute("value"));
      const now = value + ([1, -1, 3][v % 3] as number);
      return Number.isInteger(value) && now >= 0 && set(n, "value", String(now));
    },
  ),
  operator(
    "facet-drop",
    "maxLength minLength length totalDigits fractionDigits minInclusive maxInclusive minExclusive maxExclusive pattern whiteSpace",
    (n) => n.remove() === undefined,
  ),
  operator("facet-kind", "minInclusive maxInclusive minExclusive maxExclusive", (n) => {
    const other = n.localName.endsWith("Inclusive")
      ? n.localName.replace("Inclusive", "Exclusive")
      : n.localName.replace("Exclusive", "Inclusive");
    n.replaceWith(make(n, other, { value: n.getAttribute("value") ?? "" }));
    return true;
  }),
  operator("facet-add", "restriction", (n, v) => {
    if (parent(n)?.localName !== "simpleType") return false;
    const [name, value] = (
      [
        ["maxLength", "4"],
        ["minLength", "2"],
        ["pattern", "[A-Z0-9]+"],
        ["pattern", ".{0,3}"],
        ["maxInclusive", "50"],
        ["whiteSpace", "collapse"],
        ["totalDigits", "3"],
        ["pattern", "\\d*|[A-F]\\w{2}"],
      ] as const
    )[v % 8] as readonly [string, string];
    if (children(n).some((c) => c.localName === name)) return false;
    n.appendChild(make(n, name, { value }));
    return true;
  }),
  operator("enumeration-drop", "enumeration", (n) => siblings(n).length > 1 && n.remove() === undefined),
  operator(
    "enumeration-add",
    "enumeration",
    (n) => parent(n)?.insertBefore(make(n, "enumeration", { value: "9" }), n) !== null,
  ),
  operator("enumeration-change", "enumeration", (n) => set(n, "value", "8")),
  operator("enumerations-drop", "restriction", (n) => {
    const all = children(n).filter((c) => c.localName === "enumeration");
    for (const e of all) e.remove();
    return all.length > 0;
  }),
  operator("enumerations-add", "restriction", (n) => {
    if (parent(n)?.localName !== "simpleType" || children(n).some((c) => c.localName === "enumeration")) return false;
    for (const value of ["1", "22", "AB123"]) n.appendChild(make(n, "enumeration", { value }));
    return true;
  }),
  operator("pattern-change", "pattern", (n, v) => {
    const old = n.getAttribute("value") ?? "";
    return set(
      n,
      "value",
      [
        old.replace(/(\d)\}/, (_, d: string) => `${Number(d) + 1}}`),
        `${old}|Z+`,
        old.replace(/^\[.-./, "[A-C"),
        `(${old})?`,
        old.replaceAll("[0-9]", "\\d"),
        `[^x]*${old.slice(-12)}`,
      ][v % 6] as string,
    );
  }),
  operator(
    "mixed",
    "complexType",
    (n) =>
      !children(n).some((c) => c.localName === "simpleContent") &&
      set(n, "mixed", n.getAttribute("mixed") === "true" ? null : "true"),
  ),
  operator(
    "abstract",
    "complexType element",
    (n) =>
      n.hasAttribute("name") &&
      parent(n)?.localName === "schema" &&
      set(n, "abstract", n.getAttribute("abstract") === "true" ? null : "true"),
  ),
  operator(
    "block",
    "complexType element",
    (n, v) =>
      n.hasAttribute("name") &&
      parent(n)?.localName === "schema" &&
      set(n, "block", [null, "extension", "#all"][v % 3] as string | null),
  ),
  operator("union-members", "union", (n, v) => {
    const members = (n.getAttribute("memberTypes") ?? "").split(" ").filter((m) => m !== "");
    if (members.length < 2) return false;
    return set(
      n,
      "memberTypes",
      [members.slice(1), [...members].reverse(), [...members, xs(n, "date")]][v % 3]?.join(" ") as string,
    );
  }),
  operator("to-list", "element attribute", (n) => {
    const type = n.getAttribute("type");
    if (type === null || !isBuiltin(n, type)) return false;
    n.removeAttribute("type");
    const simple = make(n, "simpleType", {});
    simple.appendChild(make(n, "list", { itemType: type }));
    n.appendChild(simple);
    return true;
  }),
  operator(
    "list-item",
    "list",
    (n, v) => n.hasAttribute("itemType") && set(n, "itemType", xs(n, ["string", "int", "NMTOKEN"][v % 3] as string)),
  ),
  operator("substitution-drop", "element", (n) => set(n, "substitutionGroup", null)),
  operator(
    "derived-drop",
    "complexType",
    (n) =>
      parent(n)?.localName === "schema" &&
      children(n).some((c) => c.localName === "complexContent") &&
      n.remove() === undefined,
  ),
  operator("documentation", "element complexType simpleType", (n) => {
    if (!n.hasAttribute("name") || children(n)[0]?.localName === "annotation") return false;
    const note = make(n, "annotation", {});
    const text = make(n, "documentation", {});
    text.textContent = "说明 explained";
    note.appendChild(text);
    n.insertBefore(note, n.firstChild);
    return true;
  }),
  operator("form-default", "schema", (n) =>
    set(n, "elementFormDefault", n.getAttribute("elementFormDefault") === "qualified" ? "unqualified" : "qualified"),
  ),
  operator(
    "form",
    "element attribute",
    (n) =>
      inGroup(n) &&
      n.hasAttribute("name") &&
      set(n, "form", n.getAttribute("form") === "unqualified" ? "qualified" : "unqualified"),
  ),
];
