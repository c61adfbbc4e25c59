import type {
  AnyParticle,
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
  RawElement,
  SimpleDescriptor,
  TypeDescriptor,
} from "@coo/soap/gen1";
import type { FieldIssue, FieldIssueCode } from "../errors.ts";
import { canonicalizeExclusive } from "../xml/c14n.ts";
import { attributeOf, childElements, textOf, type XmlNode } from "../xml/node.ts";
import { readSimple, type ValueSettings } from "./simple.ts";

/** A body read by its descriptor. With issues, `value` holds what could be read. */
export interface DecodedBody {
  readonly value: Readonly<Record<string, unknown>>;
  readonly issues: readonly FieldIssue[];
  /** Paths of elements and attributes that the descriptor does not know. */
  readonly unknown: readonly string[];
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XSI_NAMES = new Set(["type", "nil", "schemaLocation", "noNamespaceSchemaLocation"]);
const XSD = "http://www.w3.org/2001/XMLSchema";

/** Reads `node` as the message's type; never throws for what the peer wrote. */
export function decodeBody(message: MessageDescriptor<unknown>, node: XmlNode, settings: ValueSettings): DecodedBody {
  const run: Run = { settings, issues: [], unknown: [] };
  const value = readType(run, resolve(message.type), node, node.local);
  return {
    value: typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {},
    issues: run.issues,
    unknown: run.unknown,
  };
}

interface Run {
  readonly settings: ValueSettings;
  readonly issues: FieldIssue[];
  readonly unknown: string[];
}

type Target = Record<string, unknown>;

/** Child elements still to be taken, in order. */
interface Cursor {
  readonly nodes: readonly XmlNode[];
  at: number;
  readonly path: string;
  readonly counts: Map<string, number>;
}

function resolve<T>(given: T | (() => T)): T {
  return typeof given === "function" ? (given as () => T)() : given;
}

function readType(run: Run, type: TypeDescriptor, node: XmlNode, path: string): unknown {
  if (type.k === "anyType") return toRaw(node);
  if (type.k === "simple") return readText(run, type, node, path);
  return readComplex(run, type, node, path);
}

function readText(run: Run, type: SimpleDescriptor, node: XmlNode, path: string): unknown {
  checkSimpleAttributes(run, type, node, path);
  return readContent(run, type, node, path);
}

/** A simple element has no attributes of its own; an `xsi:type` must name the type it has. */
function checkSimpleAttributes(run: Run, type: SimpleDescriptor, node: XmlNode, path: string): void {
  for (const attribute of node.attributes) {
    if (attribute.ns !== XSI || !XSI_NAMES.has(attribute.local)) run.unknown.push(`${path}/@${attribute.local}`);
  }
  const written = attributeOf(node, XSI, "type");
  if (written === undefined) return;
  const named = resolveName(node, written);
  const fits = named !== undefined && (named.ns === XSD ? named.local === type.builtin : named.local === type.name);
  if (!fits) report(run, path, "TYPE", `xsi:type ${written} is not its type`, `xsi:type ${written} 不适用`);
}

function readContent(run: Run, type: SimpleDescriptor, node: XmlNode, path: string): unknown {
  const text = textOf(node);
  if (text === undefined) {
    report(run, path, "TYPE", "elements where a value is expected", "此处应为值，不应有子元素");
    return undefined;
  }
  const read = readSimple(type, text, run.settings);
  if ("value" in read) return read.value;
  report(run, path, read.problem.code, read.problem.message, read.problem.messageZh);
  return undefined;
}

function readComplex(run: Run, declared: ComplexDescriptor, node: XmlNode, path: string): unknown {
  const [type, tag] = typeByXsi(run, declared, node, path);
  const target: Target = tag === undefined ? {} : { $type: tag };
  readAttributes(run, type, node, path, target);
  if (type.text !== undefined) {
    target["$value"] = readContent(run, type.text, node, path);
    return target;
  }
  if (type.mixed) target["$mixed"] = node.children.map((child) => (typeof child === "string" ? child : toRaw(child)));
  else if (node.children.some((child) => typeof child === "string" && /[^ \t\r\n]/.test(child))) {
    report(run, path, "TYPE", "text where only elements are expected", "此处不应有文本");
  }
  const { known, strangers } = sort(type, node);
  for (const stranger of strangers) run.unknown.push(`${path}/${stranger.local}`);
  const cursor: Cursor = { nodes: known, at: 0, path, counts: new Map() };
  if (type.content !== undefined) readParticle(run, type.content, cursor, target);
  for (const left of cursor.nodes.slice(cursor.at)) {
    report(run, `${path}/${left.local}`, "ORDER", "stands out of order or too often", "位置不符或出现次数过多");
  }
  return target;
}

function typeByXsi(
  run: Run,
  declared: ComplexDescriptor,
  node: XmlNode,
  path: string,
): [ComplexDescriptor, string | undefined] {
  const written = attributeOf(node, XSI, "type");
  const candidates = declared.derived?.() ?? [];
  if (written === undefined) {
    if (declared.abstract) report(run, path, "TYPE", "xsi:type is needed", "需要 xsi:type");
    return [declared, undefined];
  }
  const named = resolveName(node, written);
  const is = (type: ComplexDescriptor): boolean => type.name === named?.local && type.ns === named.ns;
  const found = candidates.find((candidate) => is(candidate.type()));
  if (found !== undefined) return [found.type(), found.tag];
  if (declared.abstract || !is(declared))
    report(run, path, "TYPE", `xsi:type ${written} is unknown here`, `xsi:type ${written} 不适用`);
  return [declared, undefined];
}

/** The name that a QName value stands for; `undefined` when its prefix is not declared. */
function resolveName(node: XmlNode, written: string): { readonly ns: string; readonly local: string } | undefined {
  const [first = "", second] = written.trim().split(":");
  const ns = node.scope.get(second === undefined ? "" : first) ?? (second === undefined ? "" : undefined);
  return ns === undefined ? undefined : { ns, local: second ?? first };
}

function readAttributes(run: Run, type: ComplexDescriptor, node: XmlNode, path: string, target: Target): void {
  for (const attribute of type.attrs ?? []) {
    const written = attributeOf(node, attribute.ns, attribute.name) ?? attribute.default;
    if (written === undefined) {
      if (attribute.required) report(run, `${path}/@${attribute.name}`, "REQUIRED", "is missing", "缺失");
      continue;
    }
    const read = readSimple(attribute.type, written, run.settings);
    if ("value" in read) target[attribute.prop] = read.value;
    else report(run, `${path}/@${attribute.name}`, read.problem.code, read.problem.message, read.problem.messageZh);
  }
  const others: Record<string, string> = {};
  for (const attribute of node.attributes) {
    const declared = type.attrs?.some((known) => known.name === attribute.local && known.ns === attribute.ns);
    if (declared || (attribute.ns === XSI && XSI_NAMES.has(attribute.local))) continue;
    if (type.anyAttr === undefined) run.unknown.push(`${path}/@${attribute.local}`);
    else others[attribute.ns === "" ? attribute.local : `{${attribute.ns}}${attribute.local}`] = attribute.value;
  }
  if (Object.keys(others).length > 0) target["$attributes"] = others;
}

/** Children the type knows, and strangers; a wildcard knows everybody. */
function sort(type: ComplexDescriptor, node: XmlNode): { known: XmlNode[]; strangers: XmlNode[] } {
  const known: XmlNode[] = [];
  const strangers: XmlNode[] = [];
  for (const child of childElements(node)) {
    (type.content !== undefined && mentions(type.content, child) ? known : strangers).push(child);
  }
  return { known, strangers };
}

function mentions(particle: Particle, node: XmlNode): boolean {
  if (particle.k === "el") return fits(particle, node);
  if (particle.k === "any") return admits(particle, node);
  return particle.items.some((item) => mentions(item, node));
}

function fits(particle: ElementParticle, node: XmlNode): boolean {
  if (particle.name === node.local && particle.ns === node.ns) return true;
  return particle.substitutes?.().some((other) => other.name === node.local && other.ns === node.ns) ?? false;
}

function admits(particle: AnyParticle, node: XmlNode): boolean {
  if (particle.namespaces === "##any") return true;
  if (particle.namespaces === "##other") return node.ns !== "" && node.ns !== particle.target;
  return particle.namespaces.includes(node.ns);
}

/** Reads one particle with all its repetitions. */
function readParticle(run: Run, particle: Particle, cursor: Cursor, target: Target): void {
  if (particle.k === "el") readElements(run, particle, cursor, target);
  else if (particle.k === "any") readAny(run, particle, cursor, target);
  else if (particle.prop === undefined) readGroup(run, particle, cursor, target);
  else {
    const rounds: Target[] = [];
    while ((particle.max === -1 || rounds.length < particle.max) && startsHere(particle, cursor)) {
      const before = cursor.at;
      const round: Target = {};
      readGroup(run, particle, cursor, round);
      if (cursor.at === before) break;
      rounds.push(round);
    }
    if (rounds.length < particle.min) report(run, cursor.path, "REQUIRED", "a group is missing", "缺少一组元素");
    if (rounds.length > 0 || particle.min > 0) target[particle.prop] = rounds;
  }
}

function readGroup(run: Run, group: GroupParticle, cursor: Cursor, target: Target): void {
  if (group.k === "seq") {
    if (group.min === 0 && !startsHere(group, cursor)) return;
    for (const item of group.items) readParticle(run, item, cursor, target);
  } else if (group.k === "choice") {
    const branch = group.items.find((item) => startsHere(item, cursor));
    if (branch !== undefined) readParticle(run, branch, cursor, target);
    else if (group.min > 0 && !group.items.some(canBeEmpty)) {
      report(
        run,
        cursor.path,
        "CHOICE",
        `one of ${names(group).join(", ")} is missing`,
        `缺少 ${names(group).join("、")} 之一`,
      );
    }
  } else {
    const left = new Set(group.items);
    for (;;) {
      const next = [...left].find((item) => startsHere(item, cursor));
      if (next === undefined) break;
      left.delete(next);
      readParticle(run, next, cursor, target);
    }
    if (group.min > 0 || left.size < group.items.length)
      for (const item of left) readParticle(run, item, cursor, target);
  }
}

function startsHere(particle: Particle, cursor: Cursor): boolean {
  const node = cursor.nodes[cursor.at];
  return node !== undefined && canStart(particle, node);
}

function canStart(particle: Particle, node: XmlNode): boolean {
  if (particle.k === "el") return fits(particle, node);
  if (particle.k === "any") return admits(particle, node);
  if (particle.k !== "seq") return particle.items.some((item) => canStart(item, node));
  for (const item of particle.items) {
    if (canStart(item, node)) return true;
    if (!canBeEmpty(item)) return false;
  }
  return false;
}

function canBeEmpty(particle: Particle): boolean {
  if (particle.min === 0) return true;
  if (particle.k === "el" || particle.k === "any") return false;
  return particle.k === "choice" ? particle.items.some(canBeEmpty) : particle.items.every(canBeEmpty);
}

function names(particle: Particle): string[] {
  if (particle.k === "el") return [particle.name];
  return particle.k === "any" ? ["any"] : particle.items.flatMap(names);
}

function readElements(run: Run, particle: ElementParticle, cursor: Cursor, target: Target): void {
  const values: unknown[] = [];
  let present = 0;
  for (;;) {
    const node = cursor.nodes[cursor.at];
    if (node === undefined || !fits(particle, node) || (particle.max !== -1 && present >= particle.max)) break;
    cursor.at++;
    present++;
    const count = (cursor.counts.get(node.local) ?? 0) + 1;
    cursor.counts.set(node.local, count);
    const path = `${cursor.path}/${node.local}${particle.max === 1 ? "" : `[${count}]`}`;
    const value = readElement(run, particle, node, path);
    if (value !== undefined) values.push(value);
  }
  if (present < particle.min) {
    const later = cursor.nodes.slice(cursor.at).some((node) => fits(particle, node));
    if (!later) report(run, `${cursor.path}/${particle.name}`, "REQUIRED", "is missing", "缺失");
  }
  if (particle.max !== 1) {
    if (present > 0 || particle.min > 0) target[particle.prop] = values;
  } else if (values.length > 0) target[particle.prop] = values[0];
}

function readElement(run: Run, particle: ElementParticle, node: XmlNode, path: string): unknown {
  const substitute = particle.substitutes?.().find((other) => other.name === node.local && other.ns === node.ns);
  const type = resolve(substitute?.type ?? particle.type);
  const nil = attributeOf(node, XSI, "nil")?.trim();
  if (nil !== undefined && !["true", "1", "false", "0"].includes(nil)) {
    report(run, path, "NIL", `xsi:nil is "${nil}"`, "xsi:nil 取值有误");
  }
  if (nil === "true" || nil === "1") {
    if (node.children.length > 0) report(run, path, "NIL", "is nil and has content", "nil 元素不应有内容");
    else if (particle.nillable || substitute?.nillable) return null;
    else if (particle.min > 0 || run.settings.emptyValues !== "nil")
      report(run, path, "NIL", "must not be nil", "不可为 nil");
    return undefined;
  }
  const empty = node.children.length === 0;
  if (empty && type.k === "simple") {
    if (particle.default !== undefined) return readDefault(run, type, particle.default);
    // The peer writes what it leaves out as an empty element.
    if (run.settings.emptyValues === "empty" && particle.min === 0) return undefined;
  }
  const value = readType(run, type, node, path);
  if (particle.fixed !== undefined && textOf(node)?.trim() !== particle.fixed) {
    report(run, path, "ENUM", `must be ${particle.fixed}`, `应为 ${particle.fixed}`);
  }
  if (substitute === undefined) return value;
  return type.k === "simple"
    ? { $element: substitute.tag, $value: value }
    : { $element: substitute.tag, ...(value as object) };
}

function readDefault(run: Run, type: SimpleDescriptor, text: string): unknown {
  const read = readSimple(type, text, run.settings);
  return "value" in read ? read.value : undefined;
}

function readAny(run: Run, particle: AnyParticle, cursor: Cursor, target: Target): void {
  const taken: RawElement[] = [];
  for (;;) {
    const node = cursor.nodes[cursor.at];
    if (node === undefined || !admits(particle, node) || (particle.max !== -1 && taken.length >= particle.max)) break;
    cursor.at++;
    taken.push(toRaw(node));
  }
  if (taken.length < particle.min) report(run, cursor.path, "REQUIRED", "an element is missing", "缺少元素");
  if (taken.length > 0) target[particle.prop] = taken;
}

function toRaw(node: XmlNode): RawElement {
  return { name: node.local, ns: node.ns, xml: canonicalizeExclusive(node) };
}

function report(run: Run, field: string, code: FieldIssueCode, message: string, messageZh: string): void {
  run.issues.push({ field, code, message: `${field}: ${message}`, messageZh: `${field}：${messageZh}` });
}
