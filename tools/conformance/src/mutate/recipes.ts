import type { Element } from "./dom.ts";
import {
  children,
  contentOf,
  inGroup,
  insert,
  insertAttribute,
  make,
  own,
  parent,
  regroup,
  renameComponent,
  restricted,
  retype,
  schemaOf,
  set,
  siblings,
} from "./schema-tree.ts";

/** What a change may use beside its place. */
export interface Kitchen {
  /** Decides between variants of one change. */
  readonly variant: number;
  /** Documents beside the changed one, of both sides, and of the new side alone. */
  readonly files: Record<string, string>;
  /** What was made ready, for the change to find. */
  readonly kept: Record<string, Element>;
}

type Act = (node: Element, kitchen: Kitchen) => boolean;

/**
 * A change that is meant to show certain ids. What it needs is put into the old schema first, so that it fits nearly
 * every place of any schema.
 */
export interface Recipe {
  readonly name: string;
  /** Elements of XML Schema where it can be applied. */
  readonly on: readonly string[];
  /** Ids it is meant to show, and those of the way back. */
  readonly there: readonly string[];
  readonly back: readonly string[];
  readonly prepare: Act | null;
  readonly apply: Act;
  /** Everything is covered by a signature. */
  readonly signed?: true;
}

const words = (text: string): string[] => text.split(" ").filter((w) => w !== "");
const recipe = (name: string, on: string, there: string, back: string, prepare: Act | null, apply: Act): Recipe => ({
  name,
  on: words(on),
  there: words(there),
  back: words(back),
  prepare,
  apply,
});

/** An element of a sequence that is declared there. */
const isField = (n: Element): boolean => parent(n)?.localName === "sequence" && n.hasAttribute("name");
/** A group that is the content of a complex type which derives from nothing. */
const isTop = (n: Element): boolean => parent(n)?.localName === "complexType";
const isPlain = (type: Element): boolean => !children(type).some((c) => c.localName.endsWith("Content"));
const isGlobal = (n: Element): boolean => parent(n) === schemaOf(n) && n.hasAttribute("name");
const elements = (n: Element): Element[] => children(n).filter((c) => c.localName === "element");
const el = (name: string, rest = 'type="xs:string"'): string => `<xs:element name="${name}" ${rest}/>`;
const seq = (inside: string): string => `<xs:complexType><xs:sequence>${inside}</xs:sequence></xs:complexType>`;
const extended = (name: string, base: string, inside: string): string =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="t:${base}"><xs:sequence>${inside}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
const noted = (text: string): string => `<xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>`;

/** Adds at the end of a group, and remembers it. */
const grow =
  (text: string): Act =>
  (n, k) => {
    if (n.localName === "all" && /<xs:any /.test(text)) return false;
    k.kept["made"] = insert(n, text);
    return true;
  };
const made = (k: Kitchen): Element => k.kept["made"] as Element;
const drop = (n: Element): boolean => n.remove() === undefined;

/** Two types that one value may have: of an element, and for half of the variants of an attribute. */
const value = (name: string, there: string, back: string, before: string, after: string): Recipe =>
  recipe(
    name,
    "element attribute",
    there,
    back,
    (n) => n.hasAttribute("name") && !n.hasAttribute("abstract") && retype(n, before),
    (n) => retype(n, after),
  );
/** Two sets of facets. */
const facets = (name: string, there: string, back: string, before: string, after: string, base = "string"): Recipe =>
  value(name, there, back, restricted(before, base), restricted(after, base));
const facet = (name: string, of: string): string => `<xs:${name} value="${of}"/>`;
const values = (...of: string[]): string => of.map((v) => facet("enumeration", v)).join("");
const union = (members: string): string => `<xs:simpleType><xs:union memberTypes="${members}"/></xs:simpleType>`;

/** A change of an attribute that is put onto a complex type first. */
const attribute = (name: string, there: string, back: string, before: string, apply: Act): Recipe =>
  recipe(
    name,
    "complexType",
    there,
    back,
    (n, k) => {
      if (!isPlain(n)) return false;
      k.kept["made"] = insertAttribute(n, before);
      return true;
    },
    apply,
  );
const EXTRA = '<xs:attribute name="extra" type="xs:string"/>';

const FIELDS: readonly Recipe[] = [
  recipe(
    "element-required",
    "sequence",
    "element-required-added",
    "element-required-removed",
    null,
    grow(el("needed")),
  ),
  recipe(
    "element-optional",
    "sequence all",
    "element-optional-added",
    "element-optional-removed",
    null,
    grow(el("added", 'type="xs:int" minOccurs="0"')),
  ),
  recipe(
    "element-renamed",
    "element",
    "element-renamed",
    "element-renamed",
    (n) => {
      if (!isField(n)) return false;
      const note = children(n).find((c) => c.localName === "annotation");
      note?.remove();
      insert(n, noted(`品名 of ${n.getAttribute("name")}`), n.firstChild);
      return true;
    },
    (n) => set(n, "name", `${n.getAttribute("name")}_`),
  ),
  recipe(
    "element-moved",
    "sequence",
    "element-moved",
    "element-moved",
    (n, k) => {
      k.kept["moving"] = insert(n, el("moving"));
      k.kept["holder"] = insert(n, `<xs:element name="holder">${seq(el("kept"))}</xs:element>`);
      return true;
    },
    (_, k) =>
      contentOf(children(k.kept["holder"] as Element)[0] as Element)?.appendChild(k.kept["moving"] as Element) !== null,
  ),
  recipe("element-reordered", "element", "element-reordered", "element-reordered", null, (n) => {
    const next = isField(n) ? siblings(n)[siblings(n).indexOf(n) + 1] : undefined;
    return next?.localName === "element" && parent(n)?.insertBefore(next, n) !== null;
  }),
  recipe(
    "element-optionality",
    "element",
    "element-made-required",
    "element-made-optional",
    (n) => inGroup(n) && parent(n)?.localName !== "choice" && (set(n, "minOccurs", "0") || true),
    (n) => set(n, "minOccurs", "1"),
  ),
  recipe(
    "min-occurs",
    "element",
    "min-occurs-raised",
    "min-occurs-lowered",
    (n) => isField(n) && set(n, "maxOccurs", "5") && (set(n, "minOccurs", "1") || true),
    (n) => set(n, "minOccurs", "2"),
  ),
  recipe(
    "max-occurs-many",
    "element",
    "max-occurs-one-to-many",
    "max-occurs-many-to-one",
    (n) => isField(n) && (set(n, "maxOccurs", "1") || true) && Number(n.getAttribute("minOccurs") ?? 1) <= 1,
    (n, k) => set(n, "maxOccurs", k.variant % 2 ? "5" : "unbounded"),
  ),
  recipe(
    "max-occurs",
    "element",
    "max-occurs-raised",
    "max-occurs-lowered",
    (n) => isField(n) && (set(n, "maxOccurs", "3") || true) && Number(n.getAttribute("minOccurs") ?? 1) <= 3,
    (n, k) => set(n, "maxOccurs", k.variant % 2 ? "7" : "unbounded"),
  ),
  recipe(
    "nillable",
    "element",
    "nillable-added",
    "nillable-removed",
    (n) => n.hasAttribute("name") && !n.hasAttribute("fixed") && (set(n, "nillable", null) || true),
    (n) => set(n, "nillable", "true"),
  ),
  recipe(
    "default",
    "element",
    "default-added",
    "default-removed",
    (n, k) => inGroup(n) && retype(n, k.variant % 2 ? "string" : "int"),
    (n) => set(n, "default", "1"),
  ),
  recipe(
    "default-changed",
    "element",
    "default-changed",
    "default-changed",
    (n) => inGroup(n) && retype(n, "string") && set(n, "default", "1"),
    (n) => set(n, "default", "2"),
  ),
  recipe(
    "fixed",
    "element attribute",
    "fixed-introduced",
    "fixed-dropped",
    (n) => n.hasAttribute("name") && n.getAttribute("nillable") !== "true" && retype(n, "string"),
    (n) => set(n, "fixed", "1"),
  ),
  recipe(
    "fixed-changed",
    "element attribute",
    "fixed-changed",
    "fixed-changed",
    (n) =>
      n.hasAttribute("name") && n.getAttribute("nillable") !== "true" && retype(n, "string") && set(n, "fixed", "1"),
    (n) => set(n, "fixed", "2"),
  ),
];

/** Whether all of a sequence could stand in `xs:all`. */
const couldBeAll = (n: Element): boolean => {
  const names = elements(n).map((e) => e.getAttribute("name"));
  return (
    isTop(n) &&
    elements(n).length > 1 &&
    elements(n).length === children(n).length &&
    new Set(names).size === names.length &&
    ["minOccurs", "maxOccurs"].every((a) => !n.hasAttribute(a)) &&
    elements(n).every((e) => (e.getAttribute("maxOccurs") ?? "1") === "1")
  );
};
const distinct = (n: Element): boolean => {
  const names = elements(n).map((e) => e.getAttribute("name") ?? e.getAttribute("ref"));
  return names.length > 1 && new Set(names).size === names.length && names.length === children(n).length;
};

/** Makes a choice of a group whose members allow it, and remembers it. */
const asChoice =
  (optional: string | null): Act =>
  (n, k) => {
    if (!isTop(n) || !distinct(n)) return false;
    for (const e of elements(n)) set(e, "minOccurs", optional);
    k.kept["made"] = regroup(n, "choice");
    return true;
  };

const GROUPS: readonly Recipe[] = [
  recipe("sequence-all", "sequence", "sequence-to-all", "all-to-sequence", null, (n) => {
    if (!couldBeAll(n)) return false;
    regroup(n, "all");
    return true;
  }),
  recipe(
    "sequence-choice",
    "sequence",
    "sequence-to-choice",
    "choice-to-sequence",
    (n) => {
      for (const e of elements(n)) set(e, "minOccurs", null);
      return isTop(n) && distinct(n);
    },
    (n) => regroup(n, "choice") !== null,
  ),
  recipe("choice-branch", "sequence choice", "choice-branch-added", "choice-branch-removed", asChoice(null), (_, k) => {
    insert(made(k), el("branch"));
    return true;
  }),
  recipe("choice-dissolved", "sequence", "choice-dissolved", "choice-formed", asChoice("0"), (_, k) => {
    regroup(made(k), "sequence");
    return true;
  }),
  recipe(
    "group-repeat",
    "sequence choice",
    "group-repeat-added",
    "group-repeat-removed",
    (n) => isTop(n) && !n.hasAttribute("maxOccurs") && elements(n).length > 0,
    (n, k) => set(n, "maxOccurs", k.variant % 2 ? "3" : "unbounded"),
  ),
  recipe(
    "group-optional",
    "sequence choice",
    "group-made-optional",
    "group-made-required",
    (n) => isTop(n) && elements(n).length > 0 && (set(n, "minOccurs", null) || true),
    (n) => set(n, "minOccurs", "0"),
  ),
  recipe(
    "co-occurrence",
    "sequence choice",
    "co-occurrence-tightened",
    "co-occurrence-loosened",
    (n) => isTop(n) && elements(n).length > 0 && set(n, "maxOccurs", "3"),
    (n) => set(n, "minOccurs", "2"),
  ),
  recipe(
    "all-occurs",
    "sequence",
    "all-occurs-loosened",
    "all-occurs-tightened",
    (n, k) => {
      if (!couldBeAll(n)) return false;
      set(elements(n)[0] as Element, "maxOccurs", "2");
      k.kept["made"] = regroup(n, "all");
      return true;
    },
    (_, k) => set(elements(made(k))[0] as Element, "maxOccurs", "3"),
  ),
  recipe(
    "all-occurs-many",
    "sequence",
    "max-occurs-one-to-many",
    "max-occurs-many-to-one",
    (n, k) => {
      if (!couldBeAll(n)) return false;
      k.kept["made"] = regroup(n, "all");
      return true;
    },
    (_, k) => set(elements(made(k))[0] as Element, "maxOccurs", "3"),
  ),
  recipe("group-nested", "element", "group-nesting-changed", "group-nesting-changed", null, (n) => {
    if (!isField(n)) return false;
    const around = make(n, "sequence", {});
    n.replaceWith(around);
    return around.appendChild(n) !== null;
  }),
  recipe(
    "group-extracted",
    "sequence",
    "group-extracted",
    "group-inlined",
    (n, k) => {
      if (!isTop(n) || elements(n).length === 0 || n.hasAttribute("minOccurs") || n.hasAttribute("maxOccurs"))
        return false;
      const inner = make(n, "sequence", {});
      while (n.firstChild) inner.appendChild(n.firstChild);
      n.appendChild(inner);
      k.kept["made"] = inner;
      return true;
    },
    (n, k) => {
      const group = insert(schemaOf(n), '<xs:group name="Extracted"/>');
      n.insertBefore(insert(n, '<xs:group ref="t:Extracted"/>'), made(k));
      return group.appendChild(made(k)) !== null;
    },
  ),
  recipe(
    "branches-swapped",
    "sequence choice",
    "choice-branch-reordered",
    "choice-branch-reordered",
    asChoice(null),
    (_, k) => made(k).insertBefore(elements(made(k))[1] as Element, elements(made(k))[0] as Element) !== null,
  ),
];

const ANY = (rest: string): string => `<xs:any minOccurs="0" ${rest}/>`;
const anyOf = (name: string, there: string, back: string, before: string, apply: Act): Recipe =>
  recipe(name, "sequence", there, back, grow(ANY(before)), apply);

const WILDCARDS: readonly Recipe[] = [
  recipe("any", "sequence", "any-added", "any-removed", null, (n, k) =>
    grow(ANY(`namespace="##other" processContents="${["lax", "skip", "strict"][k.variant % 3]}"`))(n, k),
  ),
  recipe(
    "any-attribute",
    "complexType",
    "any-attribute-added",
    "any-attribute-removed",
    (n) => isPlain(n) && !children(n).some((c) => c.localName === "anyAttribute"),
    (n, k) => {
      insertAttribute(n, `<xs:anyAttribute processContents="${["lax", "skip"][k.variant % 2]}"/>`);
      return true;
    },
  ),
  anyOf(
    "any-namespace",
    "any-namespace-widened",
    "any-namespace-narrowed",
    'namespace="urn:far" processContents="skip"',
    (_, k) => set(made(k), "namespace", "urn:far urn:near"),
  ),
  anyOf(
    "any-not-namespace",
    "any-namespace-widened",
    "any-namespace-narrowed",
    'notNamespace="##targetNamespace ##local urn:far" processContents="skip"',
    (_, k) => set(made(k), "notNamespace", "##targetNamespace ##local"),
  ),
  anyOf(
    "any-not-name",
    "any-namespace-narrowed",
    "any-namespace-widened",
    'namespace="##other" processContents="skip"',
    (_, k) => set(made(k), "notQName", "##defined"),
  ),
  recipe(
    "any-attribute-namespace",
    "complexType",
    "any-namespace-widened",
    "any-namespace-narrowed",
    (n, k) => {
      if (!isPlain(n) || children(n).some((c) => c.localName === "anyAttribute")) return false;
      k.kept["made"] = insertAttribute(n, '<xs:anyAttribute namespace="urn:far" processContents="skip"/>');
      return true;
    },
    (_, k) => set(made(k), "namespace", "urn:far urn:near"),
  ),
  anyOf(
    "any-process",
    "any-process-loosened",
    "any-process-tightened",
    'namespace="urn:far" processContents="strict"',
    (_, k) => set(made(k), "processContents", k.variant % 2 ? "skip" : "lax"),
  ),
  anyOf(
    "any-became-element",
    "any-became-element",
    "any-added",
    'namespace="##targetNamespace" processContents="skip"',
    (_, k) => {
      const wild = made(k);
      insert(parent(wild) as Element, el("became", 'type="xs:string" minOccurs="0" form="qualified"'), wild);
      return drop(wild);
    },
  ),
  recipe(
    "element-became-any",
    "sequence",
    "any-added",
    "any-became-element",
    grow(el("became", 'type="xs:string" minOccurs="0" form="qualified"')),
    (n, k) => {
      insert(n, ANY('namespace="##targetNamespace" processContents="skip"'), made(k));
      return drop(made(k));
    },
  ),
  recipe("open-content", "complexType", "open-content-added", "open-content-removed", null, (n, k) => {
    const content = isPlain(n) ? contentOf(n) : null;
    if (content === null || content.localName === "all") return false;
    const mode = k.variant % 2 ? "interleave" : "suffix";
    insert(
      n,
      `<xs:openContent mode="${mode}"><xs:any namespace="##other" processContents="skip"/></xs:openContent>`,
      content,
    );
    return true;
  }),
];

const ATTRIBUTES: readonly Recipe[] = [
  recipe("attribute-optional", "complexType", "attribute-optional-added", "attribute-optional-removed", null, (n) => {
    if (!isPlain(n)) return false;
    insertAttribute(n, EXTRA);
    return true;
  }),
  recipe("attribute-required", "complexType", "attribute-required-added", "attribute-required-removed", null, (n) => {
    if (!isPlain(n)) return false;
    insertAttribute(n, EXTRA.replace("/>", ' use="required"/>'));
    return true;
  }),
  attribute("attribute-use", "attribute-made-required", "attribute-made-optional", EXTRA, (_, k) =>
    set(made(k), "use", "required"),
  ),
  attribute("attribute-prohibited", "attribute-optional-removed", "attribute-optional-added", EXTRA, (_, k) =>
    set(made(k), "use", "prohibited"),
  ),
  attribute(
    "attribute-renamed",
    "attribute-renamed",
    "attribute-renamed",
    `<xs:attribute name="hs_extra" type="xs:string">${noted("编号")}</xs:attribute>`,
    (_, k) => set(made(k), "name", "hsExtra"),
  ),
  attribute("attribute-default", "attribute-default-added", "attribute-default-removed", EXTRA, (_, k) =>
    set(made(k), "default", "1"),
  ),
  attribute(
    "attribute-default-changed",
    "attribute-default-changed",
    "attribute-default-changed",
    EXTRA.replace("/>", ' default="1"/>'),
    (_, k) => set(made(k), "default", "2"),
  ),
  attribute("attribute-carrier", "attribute-to-element", "element-to-attribute", EXTRA, (n, k) => {
    const content = contentOf(n);
    if (content?.localName !== "sequence" || content.hasAttribute("minOccurs") || content.hasAttribute("maxOccurs"))
      return false;
    insert(content, el("extra", 'type="xs:string" minOccurs="0"'));
    return drop(made(k));
  }),
  attribute("attribute-group", "attribute-group-refactored", "attribute-group-refactored", EXTRA, (n, k) => {
    const group = insert(schemaOf(n), '<xs:attributeGroup name="Refactored"/>');
    n.insertBefore(insert(n, '<xs:attributeGroup ref="t:Refactored"/>'), made(k));
    return group.appendChild(made(k)) !== null;
  }),
  attribute("attribute-inheritable", "attribute-inheritable-changed", "attribute-inheritable-changed", EXTRA, (_, k) =>
    set(made(k), "inheritable", "true"),
  ),
  attribute("attribute-form", "attribute-form-changed", "attribute-form-changed", EXTRA, (_, k) => {
    const form = schemaOf(made(k)).getAttribute("attributeFormDefault");
    return set(made(k), "form", form === "qualified" ? "unqualified" : "qualified");
  }),
];

const UNDECIDED = "(a|b)*X(a|b){17}(c|d)*";
const VALUES: readonly Recipe[] = [
  value("type-widened", "type-widened", "type-narrowed", "short", "int"),
  value("type-widened-remapped", "type-widened-remapped", "type-narrowed-remapped", "int", "decimal"),
  value("type-replaced", "type-replaced", "type-replaced", "date", "dateTime"),
  value("type-replaced-bytes", "type-replaced", "type-replaced", "hexBinary", "base64Binary"),
  value("type-token", "type-normalisation-changed", "type-normalisation-changed", "string", "token"),
  value(
    "type-list",
    "type-became-list",
    "type-no-longer-list",
    "int",
    '<xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType>',
  ),
  value(
    "union-member",
    "union-member-added",
    "union-member-removed",
    union("xs:int xs:date"),
    union("xs:int xs:date xs:boolean"),
  ),
  value(
    "union-order",
    "union-member-reordered",
    "union-member-reordered",
    union("xs:int xs:date"),
    union("xs:date xs:int"),
  ),
  recipe(
    "type-complex",
    "element",
    "type-became-complex",
    "type-became-simple",
    (n) => inGroup(n) && retype(n, "string"),
    (n) =>
      retype(
        n,
        `<xs:complexType><xs:simpleContent><xs:extension base="xs:string">${EXTRA}</xs:extension></xs:simpleContent></xs:complexType>`,
      ),
  ),
  facets("enum-value", "enum-value-added", "enum-value-removed", values("A", "B"), values("A", "B", "C")),
  facets(
    "enum-renamed",
    "enum-value-renamed",
    "enum-value-renamed",
    `<xs:enumeration value="A"/><xs:enumeration value="B">${noted("二")}</xs:enumeration>`,
    `<xs:enumeration value="A"/><xs:enumeration value="C">${noted("二")}</xs:enumeration>`,
  ),
  facets("enum", "enum-introduced", "enum-dropped", "", values("A", "B")),
  facets(
    "enum-meaning",
    "enum-meaning-changed",
    "enum-meaning-changed",
    `<xs:enumeration value="A">${noted("一")}</xs:enumeration>`,
    `<xs:enumeration value="A">${noted("二")}</xs:enumeration>`,
  ),
  facets("min-length", "min-length-tightened", "min-length-loosened", facet("minLength", "1"), facet("minLength", "2")),
  facets(
    "max-length",
    "max-length-tightened",
    "max-length-loosened",
    facet("maxLength", "10"),
    facet("maxLength", "8"),
  ),
  facets(
    "total-digits",
    "total-digits-tightened",
    "total-digits-loosened",
    facet("totalDigits", "5"),
    facet("totalDigits", "4"),
    "decimal",
  ),
  facets(
    "fraction-digits",
    "fraction-digits-tightened",
    "fraction-digits-loosened",
    facet("fractionDigits", "3"),
    facet("fractionDigits", "2"),
    "decimal",
  ),
  facets(
    "range",
    "range-tightened",
    "range-loosened",
    facet("maxInclusive", "50"),
    facet("maxExclusive", "50"),
    "decimal",
  ),
  facets(
    "range-date",
    "range-tightened",
    "range-loosened",
    facet("minInclusive", "1999-12-31"),
    facet("minInclusive", "2000-01-01"),
    "date",
  ),
  facets("length", "length-changed", "length-changed", facet("length", "2"), facet("length", "3")),
  facets("pattern", "pattern-tightened", "pattern-loosened", facet("pattern", "[0-9]+"), facet("pattern", "[0-9]{2}")),
  facets(
    "pattern-crossed",
    "pattern-crossed",
    "pattern-crossed",
    facet("pattern", "[0-9]{3}"),
    facet("pattern", "[0-9]{2}"),
  ),
  facets(
    "pattern-undecided",
    "pattern-undecided",
    "pattern-undecided",
    facet("pattern", UNDECIDED.replace("X", "a")),
    facet("pattern", UNDECIDED.replace("X", "b")),
  ),
  facets("white-space", "white-space-changed", "white-space-changed", "", facet("whiteSpace", "replace")),
  facets(
    "time-zone",
    "explicit-timezone-tightened",
    "explicit-timezone-loosened",
    "",
    facet("explicitTimezone", "required"),
    "dateTime",
  ),
  facets(
    "assertion",
    "assertion-added schema-language-raised",
    "assertion-removed",
    "",
    '<xs:assertion test="string-length($value) &lt; 4"/>',
  ),
  facets(
    "assertion-dropped",
    "assertion-removed",
    "assertion-added schema-language-raised",
    '<xs:assertion test="string-length($value) &lt; 4"/>',
    "",
  ),
  facets(
    "assertion-changed",
    "assertion-changed",
    "assertion-changed",
    '<xs:assertion test="string-length($value) &lt; 4"/>',
    '<xs:assertion test="string-length($value) &gt; 2"/>',
  ),
  recipe("assert", "complexType", "assertion-added", "assertion-removed", null, (n) => {
    if (!isPlain(n)) return false;
    insert(n, '<xs:assert test="count(*) &lt; 3"/>');
    return true;
  }),
  recipe(
    "alternative",
    "element",
    "alternative-changed",
    "alternative-changed",
    (n) => {
      if (!isField(n) || !retype(n, "t:Ruled")) return false;
      insert(
        schemaOf(n),
        `<xs:complexType name="Ruled"><xs:sequence/><xs:attribute name="x" type="xs:string"/></xs:complexType>${extended("Ruling", "Ruled", el("more", 'type="xs:string"'))}`,
      );
      insert(n, `<xs:alternative test="@x = 'a'" type="t:Ruling"/>`);
      return true;
    },
    (n) => set(children(n).find((c) => c.localName === "alternative") as Element, "test", "@x = 'b'"),
  ),
  recipe(
    "identity",
    "element",
    "identity-constraint-added",
    "identity-constraint-removed",
    (n) => inGroup(n) && retype(n, seq(el("a", 'type="xs:string" maxOccurs="9" form="unqualified"'))),
    (n, k) => {
      const kind = k.variant % 2 ? "unique" : "key";
      insert(n, `<xs:${kind} name="Mutated"><xs:selector xpath="a"/><xs:field xpath="."/></xs:${kind}>`);
      return true;
    },
  ),
];

const PORT = `<xs:complexType name="Port">${noted("港口")}<xs:sequence>${el("a")}</xs:sequence></xs:complexType>`;
/** A field of a new type of the schema's own. */
const typed =
  (type: string, components: string): Act =>
  (n) => {
    insert(n, el("typed", `type="t:${type}"`));
    insert(schemaOf(n), components);
    return true;
  };
const component = (n: Element, name: string): Element =>
  children(schemaOf(n)).find((c) => c.getAttribute("name") === name) as Element;
const HEADS = `${el("firstHead")}${el("secondHead")}`;
const member = (name: string, head: string): string => el(name, `type="xs:string" substitutionGroup="t:${head}"`);
const BASE = `<xs:complexType name="Based"><xs:sequence>${el("a")}</xs:sequence></xs:complexType>${extended("Basing", "Based", el("b"))}`;

const NAMES: readonly Recipe[] = [
  recipe("type-renamed", "sequence", "type-renamed", "type-renamed", typed("Port", PORT), (n) =>
    renameComponent(component(n, "Port"), "Port_"),
  ),
  recipe(
    "type-anonymised",
    "sequence",
    "type-anonymised type-removed-unused",
    "type-named",
    typed("Port", PORT),
    (n) => {
      drop(component(n, "Port"));
      const field = elements(n).find((e) => e.getAttribute("name") === "typed") as Element;
      return retype(field, seq(el("a")));
    },
  ),
  recipe("type-added", "schema", "type-added-unused", "type-removed-unused", null, (n) => {
    insert(n, '<xs:complexType name="Unused"/>');
    return true;
  }),
  recipe("element-added", "schema", "global-element-added-unused", "global-element-removed-unused", null, (n) => {
    insert(n, el("unused"));
    return true;
  }),
  recipe(
    "element-ref",
    "sequence",
    "element-ref-inlined",
    "element-ref-inlined",
    (n, k) => {
      insert(schemaOf(n), el("shared"));
      k.kept["made"] = insert(n, '<xs:element ref="t:shared"/>');
      return true;
    },
    (n, k) => {
      insert(n, el("shared", 'type="xs:string" form="qualified"'), made(k));
      return drop(made(k));
    },
  ),
  recipe("derivation", "sequence", "derivation-path-changed", "derivation-path-changed", typed("Basing", BASE), (n) => {
    drop(component(n, "Basing"));
    insert(
      schemaOf(n),
      `<xs:complexType name="Basing"><xs:sequence><xs:sequence>${el("a")}</xs:sequence><xs:sequence>${el("b")}</xs:sequence></xs:sequence></xs:complexType>`,
    );
    return true;
  }),
  recipe(
    "final",
    "complexType",
    "final-changed",
    "final-changed",
    (n) => isGlobal(n),
    (n) => set(n, "final", "restriction"),
  ),
  recipe("derived-type", "sequence", "derived-type-added", "derived-type-removed", typed("Port", PORT), (n) => {
    insert(schemaOf(n), extended("Derived", "Port", el("more")));
    return true;
  }),
  recipe(
    "substitution-member",
    "sequence",
    "substitution-member-added",
    "substitution-member-removed",
    (n) => {
      insert(schemaOf(n), HEADS + member("firstMember", "firstHead"));
      insert(n, '<xs:element ref="t:firstHead"/>');
      return true;
    },
    (n) => {
      insert(schemaOf(n), member("secondMember", "firstHead"));
      return true;
    },
  ),
  recipe(
    "substitution-head",
    "sequence",
    "substitution-head-changed",
    "substitution-head-changed",
    (n, k) => {
      k.kept["made"] = insert(schemaOf(n), HEADS + member("firstMember", "firstHead"));
      insert(n, '<xs:element ref="t:firstHead"/><xs:element ref="t:secondHead"/>');
      return true;
    },
    (_, k) => set(made(k), "substitutionGroup", own(made(k), "secondHead")),
  ),
  recipe("abstract", "sequence", "abstract-added", "abstract-removed", typed("Based", BASE), (n) =>
    set(component(n, "Based"), "abstract", "true"),
  ),
  recipe("block", "sequence", "block-added", "block-removed", typed("Based", BASE), (n) =>
    set(component(n, "Based"), "block", "extension"),
  ),
  recipe("mixed", "complexType", "mixed-added", "mixed-removed", null, (n) => {
    return isPlain(n) && contentOf(n) !== null && n.getAttribute("mixed") !== "true" && set(n, "mixed", "true");
  }),
  recipe("namespace", "schema", "target-namespace-changed", "target-namespace-changed", null, (n, k) => {
    const old = n.getAttribute("targetNamespace");
    if (old === null || Object.keys(k.files).length > 0) return false;
    for (const at of n.ownerDocument.getElementsByTagNameNS("*", "*"))
      for (const a of at.attributes)
        if (a.name.startsWith("xmlns") && a.value === old)
          at.setAttributeNS("http://www.w3.org/2000/xmlns/", a.name, `${old}:moved`);
    return set(n, "targetNamespace", `${old}:moved`);
  }),
  recipe("element-form", "element", "element-form-changed", "element-form-changed", null, (n) => {
    if (!isField(n) || !schemaOf(n).getAttribute("targetNamespace")) return false;
    const form = n.getAttribute("form") ?? schemaOf(n).getAttribute("elementFormDefault");
    return set(n, "form", form === "qualified" ? "unqualified" : "qualified");
  }),
  recipe(
    "component-moved",
    "sequence",
    "component-moved-namespace",
    "component-moved-namespace",
    (n, k) => {
      for (const ns of ["urn:far", "urn:near"])
        k.files[`${ns.slice(4)}.xsd`] =
          `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${ns}">${el("item")}</xs:schema>`;
      for (const ns of ["urn:far", "urn:near"])
        insert(
          schemaOf(n),
          `<xs:import namespace="${ns}" schemaLocation="${ns.slice(4)}.xsd"/>`,
          schemaOf(n).firstChild,
        );
      k.kept["made"] = insert(n, '<xs:element xmlns:far="urn:far" xmlns:near="urn:near" ref="far:item"/>');
      return true;
    },
    (_, k) => set(made(k), "ref", "near:item"),
  ),
];

const note = (name: string, id: string, back: string, before: string, after: string): Recipe =>
  recipe(
    name,
    "element",
    id,
    back,
    (n) => {
      if (!n.hasAttribute("name")) return false;
      for (const c of children(n)) if (c.localName === "annotation") c.remove();
      insert(n, noted(before), n.firstChild);
      return true;
    },
    (n) => {
      (children(n)[0] as Element).remove();
      insert(n, noted(after), n.firstChild);
      return true;
    },
  );

/** The document becomes one that another one revises. */
const revised = (kind: "redefine" | "override"): Recipe =>
  recipe(
    kind,
    "schema",
    `${kind}-changed`,
    `${kind}-changed`,
    (n, k) => {
      // Whoever is revised leaves its document, so that the revision does not stand beside it.
      if (Object.keys(k.files).length > 0) return false;
      k.files["revised.xsd"] = shell(
        n,
        ["First", "Second"]
          .map((t) => `<xs:simpleType name="${t}"><xs:restriction base="xs:string"/></xs:simpleType>`)
          .join(""),
      );
      const first = children(n).find(
        (c) => !["include", "import", "annotation", "redefine", "override"].includes(c.localName),
      );
      k.kept["made"] = insert(
        n,
        `<xs:${kind} schemaLocation="revised.xsd">${revision(kind, "First")}</xs:${kind}>`,
        first ?? null,
      );
      const group = [...n.getElementsByTagNameNS("http://www.w3.org/2001/XMLSchema", "sequence")][k.variant];
      if (group === undefined) return false;
      insert(group, el("first", 'type="t:First" minOccurs="0"') + el("second", 'type="t:Second" minOccurs="0"'));
      return true;
    },
    (_, k) => {
      (children(made(k))[0] as Element).remove();
      insert(made(k), revision(kind, "Second"));
      return true;
    },
  );

function revision(kind: "redefine" | "override", name: string): string {
  const base = kind === "redefine" ? `t:${name}` : "xs:string";
  return `<xs:simpleType name="${name}"><xs:restriction base="${base}"><xs:maxLength value="7"/></xs:restriction></xs:simpleType>`;
}

/** A document of the same namespace. */
function shell(n: Element, inside: string): string {
  const ns = n.getAttribute("targetNamespace");
  const target = ns === null ? "" : ` targetNamespace="${ns.replaceAll("&", "&amp;")}"`;
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"${target}>${inside}</xs:schema>`;
}

const OTHERS: readonly Recipe[] = [
  note("documentation", "documentation-changed", "documentation-changed", "编号", "发票编号"),
  note("deprecation", "deprecation-marked", "deprecation-unmarked", "编号", "编号 已废弃"),
  note("contract-text", "documentation-contract-text", "documentation-contract-text", "编号,长度 8", "编号,长度 10"),
  recipe("lexical", "element complexType", "lexical-only", "lexical-only", null, (n) => {
    return parent(n)?.insertBefore(n.ownerDocument.createComment("the same"), n) !== null;
  }),
  recipe(
    "layout",
    "schema",
    "import-layout-changed",
    "import-layout-changed",
    (n, k) => {
      k.files["part1.xsd"] = shell(
        n,
        '<xs:simpleType name="PartOne"><xs:restriction base="xs:string"/></xs:simpleType>',
      );
      insert(n, '<xs:include schemaLocation="part1.xsd"/>', n.firstChild);
      return true;
    },
    (n, k) => {
      k.files["part2.xsd"] = shell(n, "");
      insert(n, '<xs:include schemaLocation="part2.xsd"/>', n.firstChild);
      return true;
    },
  ),
  recipe(
    "notation",
    "schema",
    "notation-changed",
    "notation-changed",
    (n, k) => {
      k.kept["made"] = insert(n, '<xs:notation name="mutated" public="image/png"/>');
      return true;
    },
    (_, k) => set(made(k), "public", "image/gif"),
  ),
  recipe(
    "version",
    "schema",
    "schema-version-attribute-changed",
    "schema-version-attribute-changed",
    (n) => set(n, "version", "mutate-1"),
    (n) => set(n, "version", "mutate-2"),
  ),
  {
    ...recipe("signed", "sequence", "signed-part-changed", "signed-part-changed", null, (n) => {
      insert(n, el("signedToo", 'type="xs:string" minOccurs="0"'));
      return true;
    }),
    signed: true,
  },
  revised("redefine"),
  revised("override"),
];

/** For every id about schemas at least one change that is meant to show it. */
export const RECIPES: readonly Recipe[] = [
  ...FIELDS,
  ...GROUPS,
  ...WILDCARDS,
  ...ATTRIBUTES,
  ...VALUES,
  ...NAMES,
  ...OTHERS,
];
