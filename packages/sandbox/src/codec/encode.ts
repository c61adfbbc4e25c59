import type {
  ComplexDescriptor,
  ElementParticle,
  MessageDescriptor,
  Particle,
  RawElement,
  TypeDescriptor,
} from "@coo/soap/gen1";
import type { FieldIssue, FieldIssueCode } from "../errors.ts";
import { escapeText, type OutContent, type OutElement } from "../xml/build.ts";
import { type ValueSettings, writeSimple } from "./simple.ts";

/** A body written by its descriptor, ready for the builder. With issues, `element` must not be sent. */
export interface EncodedBody {
  readonly element: OutElement;
  readonly issues: readonly FieldIssue[];
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Writes `value` as element `name`, children in schema order. Properties that the descriptor does not know are issues. */
export function encodeBody(
  message: MessageDescriptor<unknown>,
  value: unknown,
  name: string,
  settings: ValueSettings,
): EncodedBody {
  const run: Run = { settings, issues: [] };
  const element = writeType(run, resolve(message.type), value, {
    name,
    path: name,
    ns: "",
    defaultNs: "",
    attributes: [],
  });
  return { element, issues: run.issues };
}

interface Run {
  readonly settings: ValueSettings;
  readonly issues: FieldIssue[];
}

interface Place {
  readonly name: string;
  readonly path: string;
  readonly ns: string;
  /** Default namespace in force around the element: names are written without prefixes. */
  readonly defaultNs: string;
  readonly attributes: readonly (readonly [string, string])[];
}

type Source = Readonly<Record<string, unknown>>;

function resolve<T>(given: T | (() => T)): T {
  return typeof given === "function" ? (given as () => T)() : given;
}

function startTag(place: Place): { name: string; attributes: (readonly [string, string])[] } {
  const declared = place.ns === place.defaultNs ? [] : [["xmlns", place.ns] as const];
  return { name: place.name, attributes: [...declared, ...place.attributes] };
}

function writeType(run: Run, type: TypeDescriptor, value: unknown, place: Place): OutElement {
  const tag = startTag(place);
  if (type.k === "anyType") {
    const raw = value as Partial<RawElement> | undefined;
    if (typeof raw?.xml !== "string") report(run, place.path, "TYPE", "a raw element is expected", "应为原始元素");
    return { ...tag, children: [{ raw: raw?.xml ?? "" }] };
  }
  if (type.k === "simple") {
    const written = writeSimple(type, value, run.settings);
    if ("problem" in written) {
      report(run, place.path, written.problem.code, written.problem.message, written.problem.messageZh);
      return tag;
    }
    return { ...tag, children: written.text === "" ? [] : [textContent(written.text, run.settings)] };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report(run, place.path, "TYPE", "an object is expected", "应为对象");
    return tag;
  }
  return writeComplex(run, type, value as Source, place);
}

function textContent(text: string, settings: ValueSettings): OutContent {
  if (settings.lineBreaks === "lf" || !text.includes("\n")) return text;
  if (settings.lineBreaks === "crlf") return text.replace(/\r?\n/g, "\r\n");
  if (settings.lineBreaks === "slash-n") return text.replaceAll("\n", "/n");
  return { raw: escapeText(text).replaceAll("\n", "&#10;") };
}

function writeComplex(run: Run, declared: ComplexDescriptor, value: Source, place: Place): OutElement {
  const tag = startTag(place);
  const attributes = [...tag.attributes];
  let type = declared;
  if (declared.derived !== undefined && typeof value["$type"] === "string") {
    const found = declared.derived().find((candidate) => candidate.tag === value["$type"]);
    if (found === undefined) report(run, place.path, "TYPE", `$type ${value["$type"]} is unknown`, "$type 未知");
    else {
      type = found.type();
      attributes.push(["xmlns:t", type.ns], ["xmlns:xsi", XSI], ["xsi:type", `t:${type.name}`]);
    }
  }
  const used = new Set(["$type", "$element", "$mixed", "$attributes"]);
  for (const attribute of type.attrs ?? []) {
    used.add(attribute.prop);
    const given = value[attribute.prop];
    if (given === undefined) {
      if (attribute.required) report(run, `${place.path}/@${attribute.name}`, "REQUIRED", "is missing", "缺失");
      continue;
    }
    const written = writeSimple(attribute.type, given, run.settings);
    if ("problem" in written)
      report(
        run,
        `${place.path}/@${attribute.name}`,
        written.problem.code,
        written.problem.message,
        written.problem.messageZh,
      );
    else if (attribute.ns === "") attributes.push([attribute.name, written.text]);
    else
      attributes.push(
        [`xmlns:a-${attribute.name}`, attribute.ns],
        [`a-${attribute.name}:${attribute.name}`, written.text],
      );
  }
  const children: OutContent[] = [];
  if (type.text !== undefined) {
    used.add("$value");
    const written = writeSimple(type.text, value["$value"], run.settings);
    if ("problem" in written)
      report(run, place.path, written.problem.code, written.problem.message, written.problem.messageZh);
    else children.push(textContent(written.text, run.settings));
  } else if (type.content !== undefined) {
    writeParticle(run, type.content, value, { ...place, defaultNs: place.ns }, children, used);
  }
  for (const name of Object.keys(value)) {
    if (value[name] !== undefined && !used.has(name))
      report(run, `${place.path}/${name}`, "UNKNOWN", "is not in the schema", "不在结构定义中");
  }
  return { name: tag.name, attributes, children };
}

function writeParticle(
  run: Run,
  particle: Particle,
  value: Source,
  place: Place,
  out: OutContent[],
  used: Set<string>,
): void {
  if (particle.k === "el") {
    used.add(particle.prop);
    writeElements(run, particle, value[particle.prop], place, out);
  } else if (particle.k === "any") {
    used.add(particle.prop);
    const raws = (value[particle.prop] ?? []) as readonly RawElement[];
    for (const raw of raws) out.push({ raw: raw.xml });
  } else if (particle.prop !== undefined) {
    used.add(particle.prop);
    const rounds = (value[particle.prop] ?? []) as readonly Source[];
    if (rounds.length < particle.min) report(run, `${place.path}/${particle.prop}`, "REQUIRED", "is missing", "缺失");
    for (const round of rounds) {
      const taken = new Set<string>();
      writeGroup(run, particle.k, particle.items, round, place, out, taken);
      for (const name of Object.keys(round)) {
        if (!taken.has(name)) report(run, `${place.path}/${name}`, "UNKNOWN", "is not in the schema", "不在结构定义中");
      }
    }
  } else if (particle.min > 0 || particle.items.some((item) => hasValue(item, value))) {
    writeGroup(run, particle.k, particle.items, value, place, out, used);
  }
}

function writeGroup(
  run: Run,
  kind: "seq" | "choice" | "all",
  items: readonly Particle[],
  value: Source,
  place: Place,
  out: OutContent[],
  used: Set<string>,
): void {
  if (kind !== "choice") {
    for (const item of items) writeParticle(run, item, value, place, out, used);
    return;
  }
  const filled = items.filter((item) => hasValue(item, value));
  const [branch] = filled;
  if (filled.length > 1)
    report(run, place.path, "CHOICE", "more than one branch of a choice", "多选一的元素给出了多个");
  if (branch !== undefined) writeParticle(run, branch, value, place, out, used);
  else if (items.every((item) => item.min > 0))
    report(run, place.path, "CHOICE", "no branch of a choice", "多选一的元素一个也没有");
}

function hasValue(particle: Particle, value: Source): boolean {
  if (particle.k !== "el" && particle.k !== "any" && particle.prop === undefined) {
    return particle.items.some((item) => hasValue(item, value));
  }
  return particle.prop !== undefined && value[particle.prop] !== undefined;
}

function writeElements(run: Run, particle: ElementParticle, given: unknown, place: Place, out: OutContent[]): void {
  const path = `${place.path}/${particle.name}`;
  const values = particle.max === 1 ? (given === undefined ? [] : [given]) : ((given ?? []) as readonly unknown[]);
  if (!Array.isArray(values)) {
    report(run, path, "TYPE", "an array is expected", "应为数组");
    return;
  }
  if (values.length < particle.min) report(run, path, "REQUIRED", "is missing", "缺失");
  if (particle.max !== -1 && values.length > particle.max)
    report(run, path, "RANGE", `more than ${particle.max}`, "出现次数过多");
  for (const [index, value] of values.entries()) {
    const item = particle.max === 1 ? path : `${path}[${index + 1}]`;
    out.push(
      writeElement(run, particle, value, {
        ...place,
        name: particle.name,
        path: item,
        ns: particle.ns,
        attributes: [],
      }),
    );
  }
  const simple = resolve(particle.type).k === "simple";
  if (values.length > 0 || particle.min > 0 || !simple || run.settings.emptyValues === "omit") return;
  const tag = startTag({ ...place, name: particle.name, ns: particle.ns, attributes: [] });
  out.push(run.settings.emptyValues === "empty" ? tag : { ...tag, attributes: [...tag.attributes, ...NIL] });
}

const NIL = [
  ["xmlns:xsi", XSI],
  ["xsi:nil", "true"],
] as const;

function writeElement(run: Run, particle: ElementParticle, value: unknown, place: Place): OutElement {
  if (value === null) {
    if (!particle.nillable) report(run, place.path, "NIL", "must not be null", "不可为空");
    return startTag({ ...place, attributes: NIL });
  }
  const tag = typeof value === "object" && "$element" in value ? value.$element : undefined;
  if (particle.substitutes !== undefined && typeof tag === "string") {
    const found = particle.substitutes().find((other) => other.tag === tag);
    if (found !== undefined) {
      const type = resolve(found.type);
      const inner = type.k === "simple" ? (value as { readonly $value?: unknown }).$value : value;
      return writeType(run, type, inner, { ...place, name: found.name, ns: found.ns });
    }
  }
  return writeType(run, resolve(particle.type), value, place);
}

function report(run: Run, field: string, code: FieldIssueCode, message: string, messageZh: string): void {
  run.issues.push({ field, code, message: `${field}: ${message}`, messageZh: `${field}：${messageZh}` });
}
