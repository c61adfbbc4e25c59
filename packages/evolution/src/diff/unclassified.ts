import {
  type AttributeUse,
  type BoundMessage,
  type ComplexType,
  type ElementDeclaration,
  type Model,
  nameKey,
  type Particle,
  type QName,
  type Type,
  type Wildcard,
} from "@coo/wsdl";
import { hasNamedItems, particleOf } from "../content/particle-of.ts";
import { BY_RULE } from "./evidence.ts";
import { finding } from "./finding.ts";
import type { JudgedFinding } from "./schema-differ.ts";
import type { BoundOperation, WsdlFinding } from "./wsdl-differ.ts";

/**
 * The safety net of schemas: components that are not the same and of which no rule said anything. What a component refers
 * to by name is judged there; simple types are left out, because their texts are compared as a whole.
 */
export function unclassifiedComponents(
  a: Model,
  b: Model,
  renamed: (key: string) => string,
  found: readonly JudgedFinding[],
): JudgedFinding[] {
  const heard = new Set<string>();
  // Declarations that several types share, in a base or a named group, are compared once.
  const known = new Set<unknown>(found.flatMap((f) => [f.owner.old, f.owner.new]));
  for (const f of found) {
    // `{ns}Type/element@attribute` speaks for each component on the way.
    const from = f.component.indexOf("}") + 1;
    for (let end = f.component.length; end > 0; ) {
      heard.add(f.component.slice(0, end));
      const cut = Math.max(f.component.lastIndexOf("/", end - 1), f.component.lastIndexOf("@", end - 1));
      end = cut >= from ? cut : 0;
    }
    if (f.owner.old?.name) heard.add(nameKey(f.owner.old.name));
  }
  const whole = found.some((f) => f.owner.old === null && f.owner.new === null && f.move === "X");
  const old = (name: QName): string => renamed(nameKey(name));
  const out: JudgedFinding[] = [];
  const check = <T extends Type | ElementDeclaration>(
    before: ReadonlyMap<string, T>,
    after: ReadonlyMap<string, T>,
    stateOf: (x: T, context: Context) => unknown,
  ): void => {
    for (const [key, x] of before) {
      const y = after.get(renamed(key));
      if (y === undefined || heard.has(key) || whole) continue;
      // A component that was also compared with another one, as a root is with the root in its stead, is known on one side.
      const differs = [known, NOTHING].every(
        (given) =>
          JSON.stringify(stateOf(x, { name: old, known: given })) !==
          JSON.stringify(stateOf(y, { name: nameKey, known: given })),
      );
      if (!differs) continue;
      const owner = { old: x, new: y };
      out.push({ ...finding("unclassified-change", x, y), component: key, move: null, owner, evidence: BY_RULE });
    }
  };
  check(a.schemas.types, b.schemas.types, (t, context) => (t.kind === "complex" ? ofComplex(t, context) : t.kind));
  check(a.schemas.elements, b.schemas.elements, (e, context) => ofElement(e, context));
  return out;
}

/** The safety net of operations. */
export function unclassifiedOperations(
  pairs: readonly (readonly [BoundOperation, BoundOperation])[],
  found: readonly WsdlFinding[],
): WsdlFinding[] {
  const heard = new Set(found.map((f) => f.operation));
  return pairs.flatMap(([x, y]) => {
    if (heard.has(x.key) || ofOperation(x) === ofOperation(y)) return [];
    const change = finding("unclassified-change", x.bound ?? x.operation, y.bound ?? y.operation);
    return [{ finding: change, component: x.key, operation: x.key, part: null }];
  });
}

const NOTHING: ReadonlySet<unknown> = new Set();

interface Context {
  readonly name: (name: QName) => string;
  /** Components that some line is about already. */
  readonly known: ReadonlySet<unknown>;
}

function ofComplex(t: ComplexType, context: Context): unknown {
  const { name } = context;
  const content = particleOf(t);
  // `{ns}local[…]`; of items that stand in the content only the brackets are left.
  const itemsOf = ({ arrayType }: AttributeUse): unknown => {
    const [, ns = "", local = "", sizes] = /^\{(.*?)\}([^[]*)(.*)$/.exec(arrayType ?? "") ?? [];
    return sizes === undefined || hasNamedItems(t) ? sizes : [name({ ns, local }), sizes];
  };
  return [
    [t.content, t.abstract, t.mixed, [...t.block].sort(), [...t.final].sort()],
    t.attributes
      .map((u) => [name(u.declaration.name), u.use, u.default, u.fixed, u.declaration.inheritable, itemsOf(u)])
      .sort(),
    ofWildcard(t.anyAttribute),
    t.openContent === null ? null : [t.openContent.mode, ofWildcard(t.openContent.wildcard)],
    t.assertions.map((x) => x.value),
    content === null ? null : ofParticle(content, context),
  ];
}

function ofElement(e: ElementDeclaration, context: Context): unknown {
  const { name, known } = context;
  if (known.has(e)) return "known";
  const anonymous =
    e.type.name === null && e.type.kind === "complex" && !known.has(e.type) ? ofComplex(e.type, context) : "";
  return [
    [e.nillable, e.abstract, e.default, e.fixed, [...e.block].sort(), [...e.final].sort()],
    e.substitutionGroup === null ? null : name(e.substitutionGroup.name),
    e.constraints.map((c) => [c.kind, c.name.local, c.selector, c.fields, c.refer?.local]).sort(),
    (e.alternatives ?? []).map((x) => x.test),
    anonymous,
  ];
}

function ofParticle(p: Particle, context: Context): unknown {
  const { term } = p;
  const bounds = [p.min, p.max === Infinity ? "*" : p.max];
  if (term.kind === "any") return [bounds, ofWildcard(term)];
  if (term.kind === "element")
    return [bounds, context.name(term.name), term.scope === "local" ? ofElement(term, context) : "global"];
  const inside = term.particles.map((q) => JSON.stringify(ofParticle(q, context)));
  return [bounds, term.kind, term.kind === "all" ? inside.sort() : inside];
}

function ofWildcard(w: Wildcard | null): unknown {
  if (w === null) return null;
  const namespaces = typeof w.namespaces === "string" ? w.namespaces : [...w.namespaces].sort();
  return [namespaces, w.process, w.notNamespaces, w.notNames];
}

function ofOperation({ binding, bound, operation }: BoundOperation): string {
  const message = (m: BoundMessage | null): unknown =>
    m === null
      ? null
      : [
          m.use,
          m.encodingStyle,
          m.headers.map((h) => [h.use, h.encodingStyle, h.faults.map((f) => f.part.name)]),
          m.mime.map((x) => [x.part, x.types]),
        ];
  return JSON.stringify([
    [operation.pattern, binding?.protocol, binding?.transport, binding?.soapVersion, bound?.style, bound?.soapAction],
    bound === null ? null : [message(bound.input), message(bound.output)],
    bound?.faults.map((f) => [f.fault.name, f.use, f.encodingStyle]).sort(),
  ]);
}
