import {
  type AttributeUse,
  type ComplexType,
  type ElementDeclaration,
  type Location,
  type Model,
  nameKey,
  type SimpleType,
  simpleKey,
  type Type,
  XSD_NS,
} from "@coo/wsdl";
import { assertionsOf, Inclusions, isTooLarge, sameFixed, substitutable, textTypeOf } from "../content/inclusion.ts";
import { particleOf } from "../content/particle-of.ts";
import { changeRule, covers, joinMoves, type Move, possibleMove } from "../rules.ts";
import { mergeCarriers } from "./attribute-carriers.ts";
import { anyChanges, contentChanges, namespacesOf, outlineOf, signature } from "./content-changes.ts";
import { type DecidedRename, DecidedRenames } from "./decided-renames.ts";
import { BY_RULE, type Evidence, evidenceOf, type Gaps, witnessIn } from "./evidence.ts";
import { atUse, type Finding, finding } from "./finding.ts";
import { propertiesIn, writtenIn } from "./mixed-content.ts";
import { findRenames } from "./similarity.ts";
import { assertionChanges, simpleChanges, simpleMove } from "./simple-changes.ts";
import { documentationChanges, textOf } from "./texts.ts";
import { TYPES_NOT_WRITTEN, type TypesEffects, typesEffects } from "./types-effects.ts";

/** A component of either side, or both: what a change is attributed to. */
export interface Owner {
  readonly old: Type | ElementDeclaration | null;
  readonly new: Type | ElementDeclaration | null;
}

/** A finding with its place and what was computed. */
export interface JudgedFinding extends Finding {
  readonly component: string;
  readonly move: Move | null;
  readonly owner: Owner;
  readonly evidence: Evidence;
  /** What programs see of it in the generated types of the owner, for each view. */
  readonly types?: TypesEffects;
  /** What holds it travels as written, so that data show names and order. */
  readonly asWritten?: boolean;
}

/** A rule and the computed language disagree. */
export interface Contradiction {
  readonly component: string;
  readonly computed: Move;
  readonly stated: Move;
  readonly ids: readonly string[];
  readonly witness: string;
}

/** Compares the components of two sets of schemas. */
export class SchemaDiffer {
  readonly forward: Inclusions;
  readonly backward: Inclusions;
  readonly findings: JudgedFinding[] = [];
  readonly contradictions: Contradiction[] = [];
  readonly #a: Model;
  readonly #b: Model;
  readonly #namespaces: ReadonlyMap<string, string>;
  /** Pairs that were compared, by the place they were compared for. */
  readonly #seen = new Map<Owner | null, Map<unknown, Set<unknown>>>();
  readonly #renamedTypes = new Map<string, string>();
  readonly #reported = new Set<string>();
  /** Moves that a change of a whole schema explains everywhere. */
  #everywhere: Move = "E";

  readonly #decided: DecidedRenames;
  /** Elements that are properties of some type, of both sides. */
  readonly #asProperties: readonly [ReadonlySet<ElementDeclaration>, ReadonlySet<ElementDeclaration>];
  /** What lies in mixed content, of both sides. */
  readonly #asWritten: readonly [ReadonlySet<Type | ElementDeclaration>, ReadonlySet<Type | ElementDeclaration>];

  constructor(a: Model, b: Model, renames: readonly DecidedRename[] = []) {
    this.#decided = new DecidedRenames(renames);
    this.#a = a;
    this.#b = b;
    this.forward = new Inclusions(a.schemas, b.schemas);
    this.backward = new Inclusions(b.schemas, a.schemas);
    this.#namespaces = movedNamespaces(a, b);
    this.#asWritten = [writtenIn(a), writtenIn(b)];
    this.#asProperties = [propertiesIn(a), propertiesIn(b)];
  }

  #isAsWritten({ old: a, new: b }: Owner): boolean {
    const [before, after] = this.#asWritten;
    return a !== null && b !== null && before.has(a) && after.has(b);
  }

  /** @throws {@link EvolutionError} `EVO_RENAME` when what was decided names what is not there. */
  assertRenamesMet(): void {
    this.#decided.assertMet();
  }

  /** The name in the new set of what has this name in the old one. */
  renamed(key: string): string {
    const end = key.indexOf("}");
    const ns = key.slice(1, end);
    return `{${this.#namespaces.get(ns) ?? ns}}${key.slice(end + 1)}`;
  }

  /** Compares everything that has a name. */
  run(): void {
    this.#documents();
    const [x, y] = [this.#a.schemas, this.#b.schemas];
    this.#findRenamedTypes();
    for (const [key, type] of x.types) {
      const other = y.types.get(this.#typeKey(key));
      if (other !== undefined) this.compareTypes(type, other, key);
    }
    // Members of substitution groups are reported with their heads.
    for (const [key, element] of x.elements) {
      const other = y.elements.get(this.renamed(key));
      if (other !== undefined) this.compareElements(element, other, key);
      else if (element.substitutionGroup === null)
        this.#add(
          { old: element, new: null },
          key,
          [finding("global-element-removed-unused", element, null, key, null)],
          "E",
        );
    }
    const known = new Set([...x.elements.keys()].map((k) => this.renamed(k)));
    for (const [key, element] of y.elements)
      if (!known.has(key) && element.substitutionGroup === null)
        this.#add(
          { old: null, new: element },
          key,
          [finding("global-element-added-unused", null, element, null, key)],
          "E",
        );
    const types = new Set([...x.types.keys()].map((k) => this.#typeKey(k)));
    for (const [key, type] of y.types)
      if (!types.has(key) && !isDerived(type))
        this.#add({ old: null, new: type }, key, [finding("type-added-unused", null, type, null, key)], "E");
    for (const [key, type] of x.types)
      if (!y.types.has(this.#typeKey(key)) && !isDerived(type))
        this.#add({ old: type, new: null }, key, [finding("type-removed-unused", type, null, key, null)], "E");
    for (const [key, n] of x.notations) {
      const other = y.notations.get(key);
      if (other === undefined || other.public !== n.public || other.system !== n.system)
        this.#add({ old: null, new: null }, key, [finding("notation-changed", n, other ?? null, key, null)], "E");
    }
  }

  #typeKey(key: string): string {
    return this.#renamedTypes.get(key) ?? this.renamed(key);
  }

  #findRenamedTypes(): void {
    const gone = [...this.#a.schemas.types].filter(([k]) => !this.#b.schemas.types.has(this.renamed(k)));
    const known = new Set([...this.#a.schemas.types.keys()].map((k) => this.renamed(k)));
    const come = [...this.#b.schemas.types].filter(([k]) => !known.has(k));
    if (gone.length === 0 || come.length === 0 || gone.length * come.length > 250_000) return;
    const decide = this.#decided.for("", "");
    const keys = come.map(([k]) => k);
    const of = ([key, type]: [string, Type], position: number) => ({
      name: key.slice(key.indexOf("}") + 1),
      shape: shapeOf(type),
      documentation: textOf(type.annotation),
      position,
      occurs: type.kind,
    });
    const { detected } = findRenames(
      gone.map(of),
      come.map(of),
      Math.max(gone.length, come.length),
      (_name, _added, i) => decide((gone[i] as [string, Type])[0], keys, i),
    );
    for (const [i, j] of detected) {
      const [[old, a], [now, b]] = [gone[i] as [string, Type], come[j] as [string, Type]];
      this.#renamedTypes.set(old, now);
      this.#add({ old: a, new: b }, old, [finding("type-renamed", a, b, old, now)], "E");
    }
  }

  #documents(): void {
    const everywhere = (id: string, at: Location | null, old: string, now: string): void => {
      this.#everywhere = joinMoves(this.#everywhere, changeRule(id).move ?? "X");
      const where = at === null ? null : { at };
      this.findings.push({
        ...finding(id, where, where, old, now),
        component: `{${old}}`,
        move: changeRule(id).move,
        owner: { old: null, new: null },
        evidence: BY_RULE,
        asWritten: this.#asWritten[0].size > 0,
      });
    };
    for (const [old, now] of this.#namespaces)
      everywhere(
        "target-namespace-changed",
        this.#a.schemas.documents.find((d) => d.namespace === old)?.at ?? null,
        old,
        now,
      );
    const forms = (model: Model, kind: "elementForm" | "attributeForm") =>
      new Map(model.schemas.documents.filter((d) => !d.wellKnown).map((d) => [d.namespace, d[kind]]));
    for (const [kind, id] of [
      ["elementForm", "element-form-changed"],
      ["attributeForm", "attribute-form-changed"],
    ] as const) {
      const after = forms(this.#b, kind);
      for (const [ns, form] of forms(this.#a, kind)) {
        const now = after.get(this.#namespaces.get(ns) ?? ns);
        if (now === undefined || now === form || !this.#usesForm(ns, kind)) continue;
        this.#everywhere = "X";
        const at = this.#a.schemas.documents.find((d) => d.namespace === ns)?.at;
        this.findings.push({
          ...finding(id, at ? { at } : null, at ? { at } : null, form, now),
          component: `{${ns}}`,
          move: "X",
          owner: { old: null, new: null },
          evidence: BY_RULE,
          asWritten: this.#asWritten[0].size > 0,
        });
      }
    }
    const versions = (model: Model) =>
      new Map(model.schemas.documents.filter((d) => d.version !== null).map((d) => [d.namespace, d]));
    const before = versions(this.#a);
    for (const [ns, d] of versions(this.#b)) {
      const was = before.get(ns);
      if (was !== undefined && was.version !== d.version)
        this.#add(
          { old: null, new: null },
          `{${ns}}`,
          [finding("schema-version-attribute-changed", was, d, was.version, d.version)],
          "E",
        );
    }
  }

  /** Whether a form default means anything: some local declaration follows it. */
  #usesForm(ns: string, kind: "elementForm" | "attributeForm"): boolean {
    for (const type of this.#a.schemas.types.values()) {
      if (type.kind !== "complex" || type.name?.ns !== ns) continue;
      if (
        kind === "attributeForm"
          ? type.attributes.some((u) => u.declaration.scope === "local")
          : outlineOf(type).fields.some((f) => f.element.scope === "local")
      )
        return true;
    }
    for (const e of this.#a.schemas.elements.values())
      if (e.name.ns === ns && e.type.kind === "complex" && e.type.name === null) return true;
    return false;
  }

  /** Elements whose types no generated type shows: they are told as text and elements in order. */
  readonly #hidden = new Set<unknown>();

  /** Whether an element lies in mixed content alone: one of a named group may stand in other content as well. */
  #isHidden(a: ComplexType, b: ComplexType, x: ElementDeclaration, y: ElementDeclaration): boolean {
    const [before, after] = this.#asProperties;
    const simple = x.scope === "local" && x.type.kind === "simple" && y.type.kind === "simple";
    return a.mixed && b.mixed && simple && !before.has(x) && !after.has(y);
  }

  /** Whether a change of a substitution group is about a head that no content mentions: no type tells its members. */
  #isOfUnusedHead(id: string, { old: a, new: b }: Owner): boolean {
    if (!id.startsWith("substitution-") || a?.kind !== "element" || b?.kind !== "element") return false;
    const [before, after] = this.#asProperties;
    const heads = (e: ElementDeclaration): ElementDeclaration[] =>
      id === "substitution-head-changed" ? (e.substitutionGroup === null ? [] : [e.substitutionGroup]) : [e];
    return !heads(a).some((h) => before.has(h)) && !heads(b).some((h) => after.has(h));
  }

  #once(a: unknown, b: unknown, place: Owner | null): boolean {
    const seen = this.#seen.get(place) ?? new Map<unknown, Set<unknown>>();
    this.#seen.set(place, seen);
    const partners = seen.get(a) ?? new Set();
    seen.set(a, partners);
    if (partners.has(b)) return false;
    partners.add(b);
    return true;
  }

  /**
   * Two declarations that are the same element.
   *
   * @param place - The element that has another type now, when these two stand in its types.
   */
  compareElements(a: ElementDeclaration, b: ElementDeclaration, path: string, place: Owner | null = null): void {
    if (!this.#once(a, b, place)) return;
    const owner = place ?? { old: a, new: b };
    const out: Finding[] = [];
    if (a.nillable !== b.nillable) {
      const id = b.nillable ? "nillable-added" : "nillable-removed";
      out.push(finding(id, a, b, String(a.nillable), String(b.nillable)));
    }
    out.push(...abstractChanges(a, b));
    if (a.default !== b.default)
      out.push(
        finding(
          a.default === null ? "default-added" : b.default === null ? "default-removed" : "default-changed",
          a,
          b,
          a.default,
          b.default,
        ),
      );
    if (a.fixed !== b.fixed || meansOther(a.fixed, textTypeOf(a.type), textTypeOf(b.type)))
      out.push(
        finding(
          a.fixed === null ? "fixed-introduced" : b.fixed === null ? "fixed-dropped" : "fixed-changed",
          a,
          b,
          a.fixed,
          b.fixed,
        ),
      );
    out.push(...blockChanges(a, b));
    if (a.final.join() !== b.final.join())
      out.push(finding("final-changed", a, b, a.final.join(" "), b.final.join(" ")));
    const keys = (e: ElementDeclaration) =>
      new Map(
        e.constraints.map((c) => [
          `${c.kind} ${c.name.local} ${c.selector} ${c.fields.join(" ")} ${c.refer?.local ?? ""}`,
          c,
        ]),
      );
    const [before, after] = [keys(a), keys(b)];
    for (const [key, c] of before)
      if (!after.has(key)) out.push(finding("identity-constraint-removed", c, null, key, null));
    for (const [key, c] of after)
      if (!before.has(key)) out.push(finding("identity-constraint-added", null, c, null, key));
    const tests = (e: ElementDeclaration): string =>
      JSON.stringify((e.alternatives ?? []).map((x) => [x.test, x.type.name === null ? "" : nameKey(x.type.name)]));
    if (tests(a) !== tests(b)) out.push(finding("alternative-changed", a, b, tests(a), tests(b)));
    const head = (e: ElementDeclaration): string | null =>
      e.substitutionGroup === null ? null : nameKey(e.substitutionGroup.name);
    if (head(a) !== null && head(b) !== null && this.renamed(head(a) as string) !== head(b))
      out.push(finding("substitution-head-changed", a, b, head(a), head(b)));
    out.push(...documentationChanges(a, b));
    const named = this.#typeUse(a, b, out);
    const derived = this.#derivedChanges(a, b);
    out.push(...derived);
    this.#judge(owner, path, out, { kind: "element", a, b });
    // Another type in this place is a change of this place: others may use the old type, the new one, or both.
    if (!named && a.type.kind === "simple" && b.type.kind === "simple")
      this.#compareSimple(owner, a.type, b.type, path);
    else if (!named)
      this.compareTypes(a.type, b.type, path, a.type.name === null && b.type.name === null ? place : owner);
    for (const f of this.#members(a, b)) this.#add(owner, path, [f], changeRule(f.id).move ?? "X");
  }

  /** Types that xsi:type may name came or went. */
  #derivedChanges(a: ElementDeclaration, b: ElementDeclaration): Finding[] {
    const names = (e: ElementDeclaration, m: Model) =>
      new Map(substitutable(e, m.schemas).map((t) => [nameKey(t.name as { ns: string; local: string }), t]));
    const [before, after] = [names(a, this.#a), names(b, this.#b)];
    const out: Finding[] = [];
    for (const [key, t] of before)
      if (!after.has(this.renamed(key))) out.push(finding("derived-type-removed", t, null, key, null));
    const known = new Set([...before.keys()].map((k) => this.renamed(k)));
    for (const [key, t] of after) if (!known.has(key)) out.push(finding("derived-type-added", null, t, null, key));
    return out;
  }

  /** What may stand for an element came or went. */
  #members(a: ElementDeclaration, b: ElementDeclaration): Finding[] {
    if (a.scope !== "global") return [];
    const before = this.#a.schemas.substitutes.get(nameKey(a.name)) ?? [];
    const after = this.#b.schemas.substitutes.get(nameKey(b.name)) ?? [];
    const names = new Set(after.map((m) => nameKey(m.name)));
    const known = new Set(before.map((m) => this.renamed(nameKey(m.name))));
    return [
      ...before
        .filter((m) => !names.has(this.renamed(nameKey(m.name))))
        .map((m) => finding("substitution-member-removed", m, null, m.name.local, null)),
      ...after
        .filter((m) => !known.has(nameKey(m.name)))
        .map((m) => finding("substitution-member-added", null, m, null, m.name.local)),
    ];
  }

  /** What a changed reference to a type means; `true` when the two types are compared by their names. */
  #typeUse(a: ElementDeclaration, b: ElementDeclaration, out: Finding[]): boolean {
    const [x, y] = [a.type, b.type];
    if (x.name !== null && y.name !== null && this.#typeKey(nameKey(x.name)) === nameKey(y.name)) return true;
    if (x.name?.ns === XSD_NS && y.name?.ns === XSD_NS) return false;
    if (x.name !== null && y.name === null && x.name.ns !== XSD_NS)
      out.push(finding("type-anonymised", a, b, nameKey(x.name), null));
    if (x.name === null && y.name !== null && y.name.ns !== XSD_NS)
      out.push(finding("type-named", a, b, null, nameKey(y.name)));
    return false;
  }

  #compareSimple(owner: Owner, a: SimpleType, b: SimpleType, path: string): void {
    if (isSameBuiltin(a, b)) return;
    this.#add(owner, path, [...simpleChanges(a, b), ...documentationChanges(a, b)], simpleMove(a, b), {
      old: this.forward.local({ kind: "type", a, b }).gaps,
      new: this.backward.local({ kind: "type", a: b, b: a }).gaps,
    });
  }

  /** Two types that stand in the same place. */
  compareTypes(a: Type, b: Type, path: string, place: Owner | null = null): void {
    if (isSameBuiltin(a, b) || !this.#once(a, b, place)) return;
    const owner = place ?? { old: a, new: b };
    if (a.kind === "simple" && b.kind === "simple") {
      this.#compareSimple(owner, a, b, path);
      return;
    }
    if (a.kind === "complex" && b.kind === "complex") {
      this.#complex(a, b, path, place);
      return;
    }
    const [simple, complex] = a.kind === "simple" ? [a, b as ComplexType] : [b as SimpleType, a as ComplexType];
    const texts = complex.content === "simple" && complex.simpleType !== null;
    const id = !texts ? "type-replaced" : a.kind === "simple" ? "type-became-complex" : "type-became-simple";
    const found = [finding(id, a, b, nameOf(a), nameOf(b))];
    if (texts && complex.simpleType !== null) {
      const [p, q] = a.kind === "simple" ? [simple, complex.simpleType] : [complex.simpleType, simple];
      found.push(...simpleChanges(p, q));
      for (const use of complex.attributes)
        if (use.use === "required")
          found.push(
            finding(
              a.kind === "simple" ? "attribute-required-added" : "attribute-required-removed",
              a,
              b,
              null,
              use.declaration.name.local,
              `@${use.declaration.name.local}`,
            ),
          );
    }
    this.#judge(owner, path, found, { kind: "type", a, b });
  }

  #complex(a: ComplexType, b: ComplexType, path: string, place: Owner | null): void {
    const out: Finding[] = [];
    if (a.abstract !== b.abstract) out.push(finding(b.abstract ? "abstract-added" : "abstract-removed", a, b));
    if (a.mixed !== b.mixed) out.push(finding(b.mixed ? "mixed-added" : "mixed-removed", a, b));
    out.push(...blockChanges(a, b));
    if (a.final.join() !== b.final.join())
      out.push(finding("final-changed", a, b, a.final.join(" "), b.final.join(" ")));
    const base = (t: ComplexType): string => (t.base?.name ? nameKey(t.base.name) : "");
    const moved = this.#typeKey(base(a)) !== base(b) && base(a) !== "";
    if ((moved || a.derivation !== b.derivation) && a.name !== null && b.name !== null)
      out.push(
        finding("derivation-path-changed", a, b, `${a.derivation} of ${base(a)}`, `${b.derivation} of ${base(b)}`),
      );
    out.push(...this.#attributes(a, b, path));
    out.push(...assertionChanges(assertionsOf(a), assertionsOf(b), a, b));
    const open = (t: ComplexType): string | null =>
      t.openContent === null ? null : `${t.openContent.mode} ${namespacesOf(t.openContent.wildcard)}`;
    if (open(a) !== open(b)) {
      if (a.openContent !== null) out.push(finding("open-content-removed", a, b, open(a), null));
      if (b.openContent !== null) out.push(finding("open-content-added", a, b, null, open(b)));
    }
    if (a.content === "simple" && b.content === "simple" && a.simpleType && b.simpleType)
      out.push(...simpleChanges(a.simpleType, b.simpleType));
    else if ((a.content === "simple") !== (b.content === "simple"))
      out.push(finding("type-replaced", a, b, a.content, b.content));
    const { findings, pairs } = contentChanges(a, b, (x, y) => this.#sameName(x, y), this.#decided.for(path, "/"));
    out.push(...findings);
    // Members are reported with their heads, once, and so is what became abstract; here they explain why the content allows
    // other names.
    const members = pairs
      .flatMap((p) => [...this.#members(p.a.element, p.b.element), ...abstractChanges(p.a.element, p.b.element)])
      .reduce<Move>((all, f) => joinMoves(all, changeRule(f.id).move ?? "X"), "E");
    for (const pair of pairs) {
      const [x, y] = [pair.a.element, pair.b.element];
      if (this.#isHidden(a, b, x, y)) this.#hidden.add(x);
      if (x.scope === "local" && y.scope === "local") {
        if (
          this.#everywhere !== "X" &&
          x.name.local === y.name.local &&
          this.renamed(nameKey(x.name)) !== nameKey(y.name)
        )
          out.push(finding("element-form-changed", x, y, nameKey(x.name), nameKey(y.name), `/${x.name.local}`));
        this.compareElements(x, y, `${path}/${x.name.local}`, place);
      } else if (x.scope !== y.scope) {
        out.push(finding("element-ref-inlined", x, y, x.scope, y.scope, `/${x.name.local}`));
        this.compareElements(x, y, `${path}/${x.name.local}`, place);
      } else if (this.renamed(nameKey(x.name)) !== nameKey(y.name)) {
        if (!findings.some((f) => f.id === "element-renamed" && f.oldAt === x.at))
          out.push(finding("component-moved-namespace", x, y, nameKey(x.name), nameKey(y.name), `/${x.name.local}`));
        this.compareElements(x, y, `${path}/${x.name.local}`, place);
      } else this.compareElements(x, y, nameKey(x.name));
      if (pair.a.particle.annotation !== x.annotation || pair.b.particle.annotation !== y.annotation)
        out.push(
          ...documentationChanges(
            { at: x.at, annotation: pair.a.particle.annotation },
            { at: y.at, annotation: pair.b.particle.annotation },
            `/${x.name.local}`,
          ).filter(() => x.scope === "global"),
        );
    }
    out.push(...documentationChanges(a, b));
    const filled = this.#fillGaps(a, b, mergeCarriers(a, b, out), members);
    const found = [...filled, ...this.#declaredElsewhere(a, b, filled, members)];
    this.#judge(place ?? { old: a, new: b }, path, found, { kind: "type", a, b }, members);
  }

  /** What regrouping did, where no single element or group says it. */
  #fillGaps(a: ComplexType, b: ComplexType, out: Finding[], explained: Move): Finding[] {
    const [x, y] = [signature(particleOf(a)), signature(particleOf(b))];
    // What could not be decided counts as moved: no rule says that.
    if (x === y && !this.#isTooLarge(a, b)) return out;
    const move = this.#moveOf({ kind: "type", a, b });
    const stated = joinMoves(this.#stated(out, move), explained);
    if (covers(stated, move)) {
      const silent = move === "E" && !out.some((f) => f.id.startsWith("group-") || f.id.startsWith("element-"));
      return silent ? [...out, finding("group-nesting-changed", a, b, x, y)] : out;
    }
    const more = [...out];
    if ((move === "W" || move === "X") && !covers(stated, "W")) more.push(finding("co-occurrence-loosened", a, b));
    if ((move === "N" || move === "X") && !covers(joinMoves(this.#stated(more, move), explained), move))
      more.push(finding("co-occurrence-tightened", a, b));
    return more;
  }

  /** What a wildcard lets in is checked where it is declared: global declarations that came or went move it too. */
  #declaredElsewhere(a: ComplexType, b: ComplexType, found: readonly Finding[], explained: Move): Finding[] {
    const [p, q] = [a, b].map((t) => t.anyAttribute ?? outlineOf(t).wildcards[0]?.term);
    if (p === undefined || q === undefined) return [];
    const move = this.#moveOf({ kind: "type", a, b });
    const stated = joinMoves(this.#stated(found, move), explained);
    if (covers(stated, move)) return [];
    const out: Finding[] = [];
    if ((move === "N" || move === "X") && !covers(stated, "N")) out.push(finding("any-process-tightened", p, q));
    if ((move === "W" || move === "X") && !covers(stated, "W")) out.push(finding("any-process-loosened", p, q));
    return out;
  }

  #sameName(x: ElementDeclaration, y: ElementDeclaration): boolean {
    return (
      x.name.local === y.name.local && (this.renamed(nameKey(x.name)) === nameKey(y.name) || x.name.ns !== y.name.ns)
    );
  }

  #attributes(a: ComplexType, b: ComplexType, path: string): Finding[] {
    const out: Finding[] = [];
    const uses = (t: ComplexType) => t.attributes.filter((u) => u.use !== "prohibited");
    const left = new Set(uses(b));
    const removed: AttributeUse[] = [];
    for (const use of uses(a)) {
      const { name } = use.declaration;
      const partner =
        [...left].find((u) => nameKey(u.declaration.name) === this.renamed(nameKey(name))) ??
        [...left].find((u) => u.declaration.name.local === name.local && u.declaration.scope === use.declaration.scope);
      if (partner === undefined) removed.push(use);
      else {
        left.delete(partner);
        const names = [nameKey(name), nameKey(partner.declaration.name)] as const;
        if (this.#everywhere !== "X" && this.renamed(names[0]) !== names[1])
          out.push(finding("attribute-form-changed", use, partner, names[0], names[1], `@${name.local}`));
        out.push(...attributeChanges(use, partner));
      }
    }
    const added = [...left];
    const of = (u: AttributeUse, position: number) => ({
      name: u.declaration.name.local,
      shape: simpleKey(u.declaration.type),
      documentation: textOf(u.annotation) || textOf(u.declaration.annotation),
      position,
      occurs: u.use,
    });
    const { detected } = findRenames(
      removed.map(of),
      added.map(of),
      Math.max(a.attributes.length, b.attributes.length),
      this.#decided.for(path, "@"),
    );
    for (const [i, j] of detected) {
      const [x, y] = [removed[i] as AttributeUse, added[j] as AttributeUse];
      out.push(
        finding(
          "attribute-renamed",
          x,
          y,
          x.declaration.name.local,
          y.declaration.name.local,
          `@${x.declaration.name.local}`,
        ),
      );
    }
    removed.forEach((u, i) => {
      if (!detected.some(([k]) => k === i))
        out.push(
          finding(
            `attribute-${u.use}-removed`,
            u,
            null,
            u.declaration.name.local,
            null,
            `@${u.declaration.name.local}`,
          ),
        );
    });
    added.forEach((u, j) => {
      if (!detected.some(([, k]) => k === j))
        out.push(
          finding(`attribute-${u.use}-added`, null, u, null, u.declaration.name.local, `@${u.declaration.name.local}`),
        );
    });
    if (a.anyAttribute === null && b.anyAttribute !== null)
      out.push(finding("any-attribute-added", null, b.anyAttribute, null, namespacesOf(b.anyAttribute), "@*"));
    else if (a.anyAttribute !== null && b.anyAttribute === null)
      out.push(finding("any-attribute-removed", a.anyAttribute, null, namespacesOf(a.anyAttribute), null, "@*"));
    else if (a.anyAttribute !== null && b.anyAttribute !== null)
      out.push(...anyChanges(a.anyAttribute, b.anyAttribute, "@*"));
    return out;
  }

  #moveOf(
    pair: { kind: "type"; a: Type; b: Type } | { kind: "element"; a: ElementDeclaration; b: ElementDeclaration },
  ): Move {
    const forward = this.forward.local(pair).gaps.length === 0;
    const back =
      pair.kind === "type"
        ? this.backward.local({ kind: "type", a: pair.b, b: pair.a })
        : this.backward.local({ kind: "element", a: pair.b, b: pair.a });
    const backward = back.gaps.length === 0;
    return forward ? (backward ? "E" : "W") : backward ? "N" : "X";
  }

  /** Whether two contents are too large to be compared, one way or the other. */
  #isTooLarge(a: ComplexType, b: ComplexType): boolean {
    return [
      this.forward.local({ kind: "type", a, b }).gaps,
      this.backward.local({ kind: "type", a: b, b: a }).gaps,
    ].some((gaps) => gaps.some(isTooLarge));
  }

  #stated(findings: readonly Finding[], computed: Move): Move {
    return findings.reduce<Move>((all, f) => joinMoves(all, possibleMove(f.id, computed)), this.#everywhere);
  }

  #judge(
    owner: Owner,
    path: string,
    found: readonly Finding[],
    pair: Parameters<SchemaDiffer["forward"]["local"]>[0],
    explained: Move = "E",
  ): void {
    const { gaps } = this.forward.local(pair);
    const other =
      pair.kind === "type"
        ? this.backward.local({ kind: "type", a: pair.b, b: pair.a })
        : this.backward.local({ kind: "element", a: pair.b, b: pair.a });
    this.#add(owner, path, found, this.#moveOf(pair), { old: gaps, new: other.gaps }, explained);
  }

  #add(
    owner: Owner,
    component: string,
    found: readonly Finding[],
    computed: Move,
    gaps: Gaps | null = null,
    explained: Move = "E",
  ): void {
    const stated = joinMoves(this.#stated(found, computed), explained);
    if (!covers(stated, computed))
      this.contradictions.push({
        component,
        computed,
        stated,
        ids: found.map((f) => f.id),
        witness: (gaps && (witnessIn(gaps.old) ?? witnessIn(gaps.new))) ?? "",
      });
    const moving = found.filter((f) => possibleMove(f.id, computed) !== "E");
    for (const f of found) {
      const rule = changeRule(f.id);
      // A single change is what was computed; among several a harmless whole makes every part harmless.
      let move = rule.move === null ? computed : possibleMove(f.id, computed);
      if (computed === "E" || (moving.length === 1 && moving[0] === f && this.#everywhere === "E" && explained === "E"))
        move = computed;
      const key = `${f.id}|${component}${f.below}|${f.old}|${f.new}|${f.oldAt?.file}:${f.oldAt?.line}:${f.oldAt?.column}`;
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      const evidence = evidenceOf(move, computed, gaps, f.below);
      this.findings.push({
        ...atUse(f, owner.old, owner.new),
        component: component + f.below,
        move,
        owner,
        evidence,
        types:
          this.#hidden.has(owner.old) || this.#isOfUnusedHead(f.id, owner)
            ? TYPES_NOT_WRITTEN
            : typesEffects(f.id, owner, this.#a.schemas, this.#b.schemas),
        asWritten: this.#isAsWritten(owner),
      });
    }
  }
}

function nameOf(type: Type): string {
  return type.name === null ? `(${type.kind})` : nameKey(type.name);
}

function isDerived(type: Type): boolean {
  return type.kind === "complex" && type.base !== null && type.base.kind === "complex" && type.base.name?.ns !== XSD_NS;
}

function shapeOf(type: Type): string {
  if (type.kind === "simple") return simpleKey(type);
  const fields = outlineOf(type).fields.map((f) => `${f.key}${f.particle.min},${f.particle.max}`);
  return `${type.content}${signature(particleOf(type))}${fields.join(" ")}|${type.attributes.map((u) => nameKey(u.declaration.name)).join(" ")}`;
}

function blockChanges(a: ElementDeclaration | ComplexType, b: ElementDeclaration | ComplexType): Finding[] {
  const gone = a.block.filter((m) => !b.block.includes(m));
  const come = b.block.filter((m) => !a.block.includes(m));
  return [
    ...(come.length > 0 ? [finding("block-added", a, b, a.block.join(" "), b.block.join(" "))] : []),
    ...(gone.length > 0 ? [finding("block-removed", a, b, a.block.join(" "), b.block.join(" "))] : []),
  ];
}

/** Whether a fixed value that is written the same way on both sides has other forms in the other type: `1` of a number also `01`. */
function meansOther(fixed: string | null, a: SimpleType | null, b: SimpleType | null): boolean {
  return fixed !== null && !(sameFixed(fixed, a, fixed, b) && sameFixed(fixed, b, fixed, a));
}

function abstractChanges(a: ElementDeclaration, b: ElementDeclaration): Finding[] {
  if (a.abstract === b.abstract) return [];
  return [finding(b.abstract ? "abstract-added" : "abstract-removed", a, b, String(a.abstract), String(b.abstract))];
}

function attributeChanges(a: AttributeUse, b: AttributeUse): Finding[] {
  const below = `@${a.declaration.name.local}`;
  const out: Finding[] = [];
  const add = (id: string, old: string | null, now: string | null): void =>
    void out.push(finding(id, a, b, old, now, below));
  if (a.use !== b.use) add(b.use === "required" ? "attribute-made-required" : "attribute-made-optional", a.use, b.use);
  if (a.default !== b.default) {
    if (a.default === null) add("attribute-default-added", null, b.default);
    else add(b.default === null ? "attribute-default-removed" : "attribute-default-changed", a.default, b.default);
  }
  if (a.fixed !== b.fixed || meansOther(a.fixed, a.declaration.type, b.declaration.type))
    add(a.fixed === null ? "fixed-introduced" : b.fixed === null ? "fixed-dropped" : "fixed-changed", a.fixed, b.fixed);
  if (a.declaration.inheritable !== b.declaration.inheritable) add("attribute-inheritable-changed", null, null);
  for (const f of simpleChanges(a.declaration.type, b.declaration.type))
    out.push(atUse({ ...f, below: below + f.below }, a, b));
  out.push(
    ...documentationChanges({ at: a.at, annotation: a.annotation }, { at: b.at, annotation: b.annotation }, below),
  );
  return out;
}

/** Namespaces that went, with the one that came and holds most of the same names. */
function movedNamespaces(a: Model, b: Model): ReadonlyMap<string, string> {
  const names = (m: Model) => {
    const all = new Map<string, Set<string>>();
    for (const key of [...m.schemas.types.keys(), ...m.schemas.elements.keys()]) {
      const end = key.indexOf("}");
      const ns = key.slice(1, end);
      all.set(ns, (all.get(ns) ?? new Set()).add(key.slice(end + 1)));
    }
    return all;
  };
  const [before, after] = [names(a), names(b)];
  const moved = new Map<string, string>();
  for (const [ns, locals] of before) {
    if (after.has(ns)) continue;
    let best: [string, number] | null = null;
    for (const [other, theirs] of after) {
      if (before.has(other) || [...moved.values()].includes(other)) continue;
      const shared = [...locals].filter((l) => theirs.has(l)).length / Math.max(locals.size, theirs.size);
      if (shared >= 0.5 && (best === null || shared > best[1])) best = [other, shared];
    }
    if (best !== null) moved.set(ns, best[0]);
  }
  return moved;
}

function isSameBuiltin(a: Type, b: Type): boolean {
  return a === b || (a.name?.ns === XSD_NS && b.name?.ns === XSD_NS && nameKey(a.name) === nameKey(b.name));
}
