import {
  type Binding,
  type BindingOperation,
  type BoundHeader,
  type BoundMessage,
  type ElementDeclaration,
  type Model,
  nameKey,
  type Policy,
  type Service,
  type Type,
  type WsdlMessage,
  type WsdlPart,
} from "@coo/wsdl";
import { type Finding, finding } from "./finding.ts";
import { documentationChanges } from "./texts.ts";

/** An operation as it is bound, with all that its wire format depends on. */
export interface BoundOperation {
  readonly key: string;
  readonly name: string;
  readonly binding: Binding | null;
  readonly bound: BindingOperation | null;
  readonly operation: BindingOperation["operation"];
  readonly portType: string;
}

/** A finding about WSDL and the operation it is about; `part` says which message. */
export interface WsdlFinding {
  readonly finding: Finding;
  readonly component: string;
  readonly operation: string | null;
  readonly part: "input" | "output" | "fault" | null;
}

/** Elements and types of messages that have to be compared with each other. */
export interface RootPair {
  readonly operation: string;
  readonly part: "input" | "output" | "fault";
  readonly a: ElementDeclaration | Type;
  readonly b: ElementDeclaration | Type;
}

/** All operations: those that are bound to SOAP once for each wire format, others once. */
export function operationsOf(model: Model): Map<string, BoundOperation> {
  const out = new Map<string, BoundOperation>();
  const bound = new Set<string>();
  for (const binding of model.bindings.values()) {
    for (const b of binding.operations) {
      const name = b.operation.name;
      bound.add(`${nameKey(binding.portType.name)} ${name}`);
      const key = `${binding.name.local}.${name}${overload(binding, b)}`;
      out.set(key, { key, name, binding, bound: b, operation: b.operation, portType: binding.portType.name.local });
    }
  }
  for (const type of model.portTypes.values()) {
    for (const operation of type.operations) {
      if (bound.has(`${nameKey(type.name)} ${operation.name}`)) continue;
      const key = `${type.name.local}.${operation.name}`;
      if (!out.has(key))
        out.set(key, { key, name: operation.name, binding: null, bound: null, operation, portType: type.name.local });
    }
  }
  return out;
}

function overload(binding: Binding, b: BindingOperation): string {
  const same = binding.operations.filter((o) => o.operation.name === b.operation.name);
  return same.length > 1 ? `(${b.operation.inputName ?? same.indexOf(b)})` : "";
}

/** Compares what two sets say beside their schemas. `renamed` maps names of the old set to those of the new one. */
export function wsdlChanges(
  a: Model,
  b: Model,
  renamed: (key: string) => string,
): {
  readonly findings: WsdlFinding[];
  readonly roots: RootPair[];
  /** Operations of both sides that are the same. */
  readonly pairs: readonly (readonly [BoundOperation, BoundOperation])[];
} {
  const findings: WsdlFinding[] = [];
  const roots: RootPair[] = [];
  const note = (
    component: string,
    f: readonly Finding[],
    operation: string | null = null,
    part: WsdlFinding["part"] = null,
  ): void => {
    for (const one of f) findings.push({ finding: one, component, operation, part });
  };
  services(a.services, b.services, note);
  portTypes(a, b, note);
  const before = operationsOf(a);
  const after = operationsOf(b);
  const free = new Set(after.keys());
  const pairs: [BoundOperation, BoundOperation][] = [];
  const lost: BoundOperation[] = [];
  for (const [key, x] of before) {
    if (free.delete(key)) pairs.push([x, after.get(key) as BoundOperation]);
    else lost.push(x);
  }
  const others = partners(
    lost,
    [...free].map((k) => after.get(k) as BoundOperation),
  );
  for (const x of lost) {
    const other = others.get(x);
    if (other === undefined) {
      note(x.key, [finding("operation-removed", x.operation, null, x.name, null)], x.key);
      continue;
    }
    free.delete(other.key);
    pairs.push([x, other]);
    if (x.name !== other.name)
      note(x.key, [finding("operation-renamed", x.operation, other.operation, x.name, other.name)], x.key);
    else if (x.portType !== other.portType)
      note(x.key, [finding("operation-moved", x.operation, other.operation, x.portType, other.portType)], x.key);
    else if (x.binding && other.binding && x.binding.name.local !== other.binding.name.local)
      note(x.binding.name.local, [
        finding("binding-renamed", x.binding, other.binding, x.binding.name.local, other.binding.name.local),
      ]);
  }
  for (const key of free) {
    const y = after.get(key) as BoundOperation;
    // Beside another one of its name, which was there before.
    const overloads = key.endsWith(")") && pairs.some(([x, o]) => x.name === y.name && o.binding === y.binding);
    note(key, [finding(overloads ? "operation-overloaded" : "operation-added", null, y.operation, null, y.name)], key);
  }
  for (const [x, y] of pairs) operationChanges(x, y, renamed, note, roots);
  policies(a.policies, b.policies, note);
  const required = (m: Model) =>
    new Map(m.extensions.map((e) => [`${e.subject.kind} ${e.subject.name} ${nameKey(e.name)}`, e]));
  const [ea, eb] = [required(a), required(b)];
  for (const [key, e] of eb) {
    const was = ea.get(key);
    if (e.required && !was?.required) note(key, [finding("extension-required-added", was ?? null, e, null, key)]);
    else if (was === undefined || was.required !== e.required)
      note(key, [finding("extension-optional-changed", was ?? null, e, null, key)]);
  }
  for (const [key, e] of ea) if (!eb.has(key)) note(key, [finding("extension-optional-changed", e, null, key, null)]);
  return { findings: unique(findings), roots, pairs };
}

function unique(all: readonly WsdlFinding[]): WsdlFinding[] {
  const seen = new Set<string>();
  return all.filter(({ finding: f, component }) => {
    const key = `${f.id}|${component}|${f.old}|${f.new}|${f.below}`;
    return !seen.has(key) && seen.add(key);
  });
}

type Note = (component: string, f: readonly Finding[], operation?: string | null, part?: WsdlFinding["part"]) => void;

/** What tells that two operations with different keys are one, the surest first. */
const SIGNS: readonly ((x: BoundOperation, y: BoundOperation) => boolean)[] = [
  // Where another one of the name came or went, the key of the one that stays changes too: it says which of several it is.
  (x, y) => x.name === y.name && inOneBinding(x, y) && rootsOf(x) === rootsOf(y),
  (x, y) => x.name === y.name && inOneBinding(x, y),
  (x, y) => x.name === y.name && x.binding?.soapVersion === y.binding?.soapVersion,
  sameWire,
];

/** For operations that are not there any more the ones that they have become. */
function partners(
  lost: readonly BoundOperation[],
  added: readonly BoundOperation[],
): ReadonlyMap<BoundOperation, BoundOperation> {
  const found = new Map<BoundOperation, BoundOperation>();
  const left = new Set(added);
  for (const fits of SIGNS)
    for (const x of lost) {
      const y = found.has(x) ? undefined : [...left].find((one) => fits(x, one));
      if (y === undefined) continue;
      found.set(x, y);
      left.delete(y);
    }
  return found;
}

function inOneBinding(x: BoundOperation, y: BoundOperation): boolean {
  return x.binding?.name.local === y.binding?.name.local;
}

/** Names of the elements that an operation's input consists of. */
function rootsOf(o: BoundOperation): string {
  return (o.operation.input?.parts ?? []).map((p) => (p.element ? nameKey(p.element.name) : "")).join(" ");
}

function sameWire(x: BoundOperation, y: BoundOperation): boolean {
  return (
    rootsOf(x) !== "" &&
    rootsOf(x) === rootsOf(y) &&
    x.bound?.soapAction === y.bound?.soapAction &&
    x.binding?.style === "document"
  );
}

function services(a: readonly Service[], b: readonly Service[], note: Note): void {
  const left = new Set(b);
  for (const service of a) {
    const ports = service.ports.map((p) => p.binding.portType.name.local).join(" ");
    const other =
      [...left].find((s) => s.name.local === service.name.local) ??
      [...left].find(
        (s) =>
          !a.some((o) => o.name.local === s.name.local) &&
          s.ports.map((p) => p.binding.portType.name.local).join(" ") === ports,
      );
    const name = service.name.local;
    if (other === undefined) {
      note(name, [finding("service-removed", service, null, name, null)]);
      continue;
    }
    left.delete(other);
    if (other.name.local !== name) note(name, [finding("service-renamed", service, other, name, other.name.local)]);
    if (other.name.ns !== service.name.ns)
      note(name, [finding("wsdl-namespace-changed", service, other, service.name.ns, other.name.ns)]);
    const free = new Set(other.ports);
    for (const port of service.ports) {
      const same =
        [...free].find((p) => p.name === port.name) ??
        [...free].find((p) => p.binding.name.local === port.binding.name.local);
      const path = `${name}.${port.name}`;
      if (same === undefined) {
        note(path, [finding("port-removed", port, null, port.name, null)]);
        continue;
      }
      free.delete(same);
      if (same.name !== port.name) note(path, [finding("port-renamed", port, same, port.name, same.name)]);
      if (same.address !== port.address)
        note(path, [finding("endpoint-changed", port, same, port.address, same.address)]);
      if (same.binding.name.local !== port.binding.name.local)
        note(path, [
          finding("binding-renamed", port.binding, same.binding, port.binding.name.local, same.binding.name.local),
        ]);
    }
    for (const port of free) note(`${name}.${port.name}`, [finding("port-added", null, port, null, port.name)]);
    note(name, documentationChanges(service, other));
  }
  for (const service of left)
    note(service.name.local, [finding("service-added", null, service, null, service.name.local)]);
}

function portTypes(a: Model, b: Model, note: Note): void {
  const gone = [...a.portTypes.values()].filter(
    (p) => ![...b.portTypes.values()].some((q) => q.name.local === p.name.local),
  );
  const come = [...b.portTypes.values()].filter(
    (p) => ![...a.portTypes.values()].some((q) => q.name.local === p.name.local),
  );
  for (const p of gone) {
    const other = come.find((q) => q.operations.some((o) => p.operations.some((x) => x.name === o.name)));
    if (other !== undefined)
      note(p.name.local, [finding("port-type-renamed", p, other, p.name.local, other.name.local)]);
  }
}

function operationChanges(
  x: BoundOperation,
  y: BoundOperation,
  renamed: (key: string) => string,
  note: Note,
  roots: RootPair[],
): void {
  const { operation: p } = x;
  const { operation: q } = y;
  const say = (id: string, old: string | null, now: string | null, part: WsdlFinding["part"] = null): void =>
    note(x.key, [finding(id, x.bound ?? p, y.bound ?? q, old, now)], x.key, part);
  if (p.pattern !== q.pattern) say("mep-changed", p.pattern, q.pattern);
  if (p.parameterOrder.join(" ") !== q.parameterOrder.join(" "))
    say("parameter-order-changed", p.parameterOrder.join(" "), q.parameterOrder.join(" "));
  note(x.key, documentationChanges(p, q), x.key);
  if (x.binding && y.binding) {
    if (x.binding.transport !== y.binding.transport) say("transport-changed", x.binding.transport, y.binding.transport);
    if (x.binding.soapVersion !== y.binding.soapVersion)
      say("soap-version-changed", x.binding.soapVersion, y.binding.soapVersion);
    if (x.bound && y.bound && x.bound.style !== y.bound.style) say("style-changed", x.bound.style, y.bound.style);
    if (x.bound && y.bound && (x.bound.soapAction ?? "") !== (y.bound.soapAction ?? ""))
      say("soap-action-changed", x.bound.soapAction, y.bound.soapAction);
  }
  const rpc = x.bound?.style === "rpc" && y.bound?.style === "rpc";
  message(x, p.input, q.input, x.bound?.input ?? null, y.bound?.input ?? null, "input", rpc, renamed, note, roots);
  message(x, p.output, q.output, x.bound?.output ?? null, y.bound?.output ?? null, "output", rpc, renamed, note, roots);
  const faults = new Map(q.faults.map((f) => [f.name, f]));
  for (const f of p.faults) {
    const other = faults.get(f.name);
    if (other === undefined) note(x.key, [finding("fault-removed", f, null, f.name, null)], x.key, "fault");
    else parts(x, f.message.parts, other.message.parts, "fault", rpc, renamed, note, roots);
    faults.delete(f.name);
  }
  for (const f of faults.values()) note(x.key, [finding("fault-added", null, f, null, f.name)], x.key, "fault");
}

function message(
  x: BoundOperation,
  m: WsdlMessage | null,
  n: WsdlMessage | null,
  bm: BoundMessage | null,
  bn: BoundMessage | null,
  part: "input" | "output",
  rpc: boolean,
  renamed: (key: string) => string,
  note: Note,
  roots: RootPair[],
): void {
  if (m === null || n === null) return;
  const say = (id: string, old: string | null, now: string | null): void =>
    note(x.key, [finding(id, m, n, old, now)], x.key, part);
  if (m.name.local !== n.name.local) say("message-renamed", m.name.local, n.name.local);
  if (bm && bn) {
    if (bm.use !== bn.use || bm.encodingStyle !== bn.encodingStyle)
      say("use-changed", `${bm.use} ${bm.encodingStyle}`.trim(), `${bn.use} ${bn.encodingStyle}`.trim());
    if (rpc && bm.namespace !== bn.namespace) say("rpc-namespace-changed", bm.namespace, bn.namespace);
    headers(x, bm.headers, bn.headers, "header", part, renamed, note, roots);
    headers(x, headerFaults(bm), headerFaults(bn), "fault", "fault", renamed, note, roots);
    const mime = (b: BoundMessage) => new Map(b.mime.map((e) => [e.part, e.types.join(" ")]));
    const [before, now] = [mime(bm), mime(bn)];
    for (const [name, types] of before) {
      const other = now.get(name);
      if (other === undefined) say("attachment-removed", name, null);
      else if (other !== types) say("attachment-type-changed", types, other);
    }
    for (const name of now.keys()) if (!before.has(name)) say("attachment-added", null, name);
  }
  parts(x, bm?.body ?? m.parts, bn?.body ?? n.parts, part, rpc, renamed, note, roots);
}

/** Header blocks by which errors about headers are reported (soap:headerfault): answers, whatever header they are about. */
export function headerFaults(message: BoundMessage | null | undefined): BoundHeader[] {
  return (message?.headers ?? []).flatMap((h) => h.faults);
}

/** Header blocks that come and go, as headers or as faults; those on both sides are compared. */
function headers(
  x: BoundOperation,
  before: readonly BoundHeader[],
  after: readonly BoundHeader[],
  kind: "header" | "fault",
  part: RootPair["part"],
  renamed: (key: string) => string,
  note: Note,
  roots: RootPair[],
): void {
  const keyOf = ({ part: p }: BoundHeader): string => (p.element ? nameKey(p.element.name) : p.name);
  const left = new Map(after.map((h) => [keyOf(h), h]));
  const gone = new Map(before.map((h) => [keyOf(h), h]));
  for (const [name, h] of gone) {
    const key = h.part.element ? renamed(name) : name;
    const other = left.get(key);
    left.delete(key);
    if (other === undefined) note(x.key, [finding(`${kind}-removed`, h, null, name, null)], x.key, part);
    else root(x, h.part, other.part, part, roots);
  }
  for (const [name, h] of left) note(x.key, [finding(`${kind}-added`, null, h, null, name)], x.key, part);
}

function root(x: BoundOperation, a: WsdlPart, b: WsdlPart, part: RootPair["part"], roots: RootPair[]): void {
  if (a.element && b.element) roots.push({ operation: x.key, part, a: a.element, b: b.element });
  else if (a.type && b.type) roots.push({ operation: x.key, part, a: a.type, b: b.type });
}

function parts(
  x: BoundOperation,
  before: readonly WsdlPart[],
  after: readonly WsdlPart[],
  part: RootPair["part"],
  rpc: boolean,
  renamed: (key: string) => string,
  note: Note,
  roots: RootPair[],
): void {
  const add = (id: string, a: WsdlPart | null, b: WsdlPart | null, old: string | null, now: string | null): void =>
    note(x.key, [finding(id, a, b, old, now)], x.key, part);
  if (!rpc) {
    if (before.length !== after.length) {
      add(
        "body-parts-changed",
        before[0] ?? null,
        after[0] ?? null,
        before.map((p) => p.name).join(" "),
        after.map((p) => p.name).join(" "),
      );
      return;
    }
    before.forEach((a, i) => {
      const b = after[i] as WsdlPart;
      if (a.name !== b.name) add("document-part-renamed", a, b, a.name, b.name);
      if ((a.element === null) !== (b.element === null))
        add("part-kind-changed", a, b, a.element ? "element" : "type", b.element ? "element" : "type");
      else if (a.element && b.element && renamed(nameKey(a.element.name)) !== nameKey(b.element.name))
        add("root-element-changed", a, b, nameKey(a.element.name), nameKey(b.element.name));
      root(x, a, b, part, roots);
    });
    return;
  }
  const names = new Map(after.map((p) => [p.name, p]));
  const gone = before.filter((p) => !names.has(p.name));
  const come = after.filter((p) => !before.some((q) => q.name === p.name));
  const typeName = (p: WsdlPart): string =>
    p.type?.name ? nameKey(p.type.name) : p.element ? nameKey(p.element.name) : "";
  const [g, c] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && g && c && typeName(g) === typeName(c)) {
    add("rpc-part-renamed", g, c, g.name, c.name);
    root(x, g, c, part, roots);
  } else {
    for (const p of gone) add("rpc-part-removed", p, null, p.name, null);
    for (const p of come) add("rpc-part-added", null, p, null, p.name);
  }
  const kept = before.filter((p) => names.has(p.name));
  const order = after.filter((p) => kept.some((k) => k.name === p.name));
  if (kept.map((p) => p.name).join() !== order.map((p) => p.name).join())
    add(
      "rpc-part-reordered",
      kept[0] ?? null,
      order[0] ?? null,
      kept.map((p) => p.name).join(" "),
      order.map((p) => p.name).join(" "),
    );
  for (const p of kept) {
    const q = names.get(p.name) as WsdlPart;
    if ((p.element === null) !== (q.element === null)) add("part-kind-changed", p, q, typeName(p), typeName(q));
    else {
      // An element of a part is written inside of the wrapper, or names its type alone: peers differ, so the name counts.
      if (p.element && q.element && renamed(nameKey(p.element.name)) !== nameKey(q.element.name))
        add("root-element-changed", p, q, nameKey(p.element.name), nameKey(q.element.name));
      root(x, p, q, part, roots);
    }
  }
}

function policies(a: readonly Policy[], b: readonly Policy[], note: Note): void {
  const all = (some: readonly Policy[]) => {
    const out = new Map<string, { readonly optional: boolean; readonly policy: Policy }>();
    for (const policy of some)
      for (const { name, optional } of policy.assertions)
        out.set(`${policy.subject.kind} ${policy.subject.name} ${nameKey(name)}`, { optional, policy });
    return out;
  };
  const [before, after] = [all(a), all(b)];
  for (const [key, { optional, policy }] of after) {
    const was = before.get(key);
    if (was === undefined)
      note(key, [finding(optional ? "policy-optional-changed" : "policy-required-added", null, policy, null, key)]);
    else if (was.optional !== optional)
      note(key, [
        finding(optional ? "policy-required-removed" : "policy-required-added", was.policy, policy, key, key),
      ]);
  }
  for (const [key, { optional, policy }] of before)
    if (!after.has(key))
      note(key, [finding(optional ? "policy-optional-changed" : "policy-required-removed", policy, null, key, null)]);
}
