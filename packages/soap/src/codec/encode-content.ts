import { construct } from "../constructs.ts";
import type { ComplexDescriptor, ElementParticle, GroupParticle, Particle, TypeDescriptor } from "../gen1.ts";
import { identityOf, kindOf, simpleCodec } from "../simple/simple-codec.ts";
import type { EncodeContext } from "./encode-context.ts";
import { type Fields, NIL, type Scope, tagsOf, type ValueWriter, type Writer } from "./encode-scope.ts";
import type { Declared } from "./instance-tree.ts";
import { nilWriter } from "./nil.ts";
import { canBeEmpty, describeNames, getter, isObject, isRaw, propsOf, requiredProps, typeOf } from "./particles.ts";
import type { Step } from "./trail.ts";
import { allowsName } from "./wildcard.ts";

const NOTHING: Writer = () => {};

export function contentWriter(type: ComplexDescriptor, scope: Scope): Writer {
  const write = type.content ? particleWriter(type.content, scope) : NOTHING;
  if (!type.open) return write;
  const open = construct("wildcards").anyWriter(type.open);
  return (object, context) => {
    write(object, context);
    open(object, context);
  };
}

function particleWriter(particle: Particle, scope: Scope): Writer {
  switch (particle.k) {
    case "el":
      return elementWriter(particle, scope);
    case "any":
      return construct("wildcards").anyWriter(particle);
    default:
      return particle.max === 1
        ? groupWriter(particle, scope, false)
        : construct("groups").repeatedGroupWriter(particle, scope);
  }
}

/** Writes one occurrence of an element: its value, `null`, or a substitute. */
export function occurrenceWriter(element: ElementParticle, scope: Scope): ValueWriter {
  if (element.substitutes) return construct("derived").substituteWriter(element, scope);
  if (element.abstract) {
    return (_value, context, step, index) => context.fail({ code: "abstract", limit: element.name }, step, index);
  }
  const tags = tagsOf(element.name, element.ns, scope);
  const type = typeOf(element.type);
  const write = checked(element, constrained(element, type, scope.values(type, tags, element)));
  const nil = element.nillable && element.fixed === undefined ? nilWriter(element, tags) : undefined;
  return (value, context, step, index) => {
    if (value === null || nil?.isNil(value)) {
      if (nil) nil.write(value, context, step, index);
      else context.fail({ code: "nil" }, step, index);
    } else write(value, context, step, index);
  };
}

/** Refuses types that the declaration blocks, and checks its identity constraints once all is written. */
export function checked(element: Declared & Pick<ElementParticle, "blocked">, write: ValueWriter): ValueWriter {
  const { blocked, keys } = element;
  if (!blocked && !keys) return write;
  const identity = keys && construct("identity");
  return (value, context, step, index) => {
    const tag = blocked && isObject(value) ? value["$type"] : undefined;
    if (typeof tag === "string" && blocked?.includes(tag)) {
      context.fail({ code: "unknown_type", actual: tag, limit: "a type that is not blocked" }, step, index);
    }
    const outer = context.typed;
    if (keys) context.typed ??= new Map();
    const before = context.trail.issues.length;
    write(value, context, step, index);
    if (identity && context.trail.issues.length === before) {
      for (const broken of identity.checkIdentity(identity.instanceNode(element, value, context)))
        context.fail(broken, step, index);
    }
    context.typed = outer;
  };
}

/** Checks `fixed` and `default` of an element around its writer. */
export function constrained(
  element: Pick<ElementParticle, "default" | "fixed">,
  type: TypeDescriptor,
  write: ValueWriter,
): ValueWriter {
  if (element.fixed === undefined && element.default === undefined) return write;
  const simple = type.k === "simple" ? type : type.k === "complex" ? type.text : undefined;
  if (!simple) {
    const { fixed } = element;
    if (fixed === undefined) return write;
    const { isFixedContent } = construct("wildcards");
    return (value, context, step, index) => {
      if (!isFixedContent(type, value, fixed)) context.fail({ code: "fixed", value: "", limit: fixed }, step, index);
      write(value, context, step, index);
    };
  }
  const codec = simpleCodec(simple);
  const fixed = element.fixed === undefined ? undefined : identityOf(codec, element.fixed);
  return (value, context, step, index) => {
    const inner = type.k === "simple" ? value : isObject(value) ? value["$value"] : undefined;
    const text = inner === undefined ? undefined : codec.write(inner, context);
    if (text !== undefined) {
      context.takeDeclarations();
      if (fixed !== undefined && codec.identity(inner) !== fixed) {
        return context.fail({ code: "fixed", value: text.slice(0, 40), limit: element.fixed as string }, step, index);
      }
      if (text === "" && element.default !== undefined && element.default !== "") {
        return context.fail({ code: "empty_default", limit: element.default }, step, index);
      }
    }
    write(value, context, step, index);
  };
}

function elementWriter(element: ElementParticle, scope: Scope): Writer {
  const get = getter(element.prop);
  const step: Step = { prop: element.prop, name: element.name };
  const write = occurrenceWriter(element, scope);
  const { min, max } = element;
  if (max !== 1) return listWriter(get, step, min, max, write);
  const empties = min === 0 ? emptyWriter(element, scope) : undefined;
  return (object, context) => {
    const value = get(object);
    if (value !== undefined) write(value, context, step, -1);
    else if (min > 0) context.fail({ code: "required" }, step);
    else if (empties !== undefined && context.emptyValues !== "omit") empties(context);
  };
}

/** What stands for an absent optional text where the wire profile wants something. */
function emptyWriter(element: ElementParticle, scope: Scope): ((context: EncodeContext) => void) | undefined {
  if (element.substitutes || element.abstract) return undefined;
  if (element.default !== undefined || element.fixed !== undefined) return undefined;
  if (typeOf(element.type).k !== "simple") return undefined;
  const { open, close } = tagsOf(element.name, element.ns, scope);
  return (context) => {
    if (context.emptyValues === "nil") {
      context.usesXsi = true;
      context.out += `${open}${NIL}${close}`;
    } else context.out += `${open}>${close}`;
  };
}

export function listWriter(
  get: (object: Fields) => unknown,
  step: Step,
  min: number,
  max: number,
  write: ValueWriter,
): Writer {
  return (object, context) => {
    const values = get(object);
    if (values === undefined) {
      if (min > 0) context.fail({ code: "required" }, step);
      return;
    }
    if (!Array.isArray(values)) return context.fail({ code: "type", limit: "array", actual: kindOf(values) }, step);
    const { length } = values;
    if (length < min) context.fail({ code: "min_occurs", limit: min, actual: length }, step);
    if (max >= 0 && length > max) return context.fail({ code: "max_occurs", limit: max, actual: length }, step);
    for (let i = 0; i < length; i++) {
      const value = (values as unknown[])[i];
      if (value === undefined) context.fail({ code: "type", limit: "value", actual: "undefined" }, step, i);
      else write(value, context, step, i);
    }
  };
}

/** Writes a group once. `asked`: the caller knows that it is there. */
export function groupWriter(group: GroupParticle, scope: Scope, asked: boolean): Writer {
  if (group.k === "choice") return choiceWriter(group, scope, asked);
  const items = group.items.map((item) => particleWriter(item, scope));
  const write: Writer = (object, context) => {
    for (const item of items) item(object, context);
  };
  if (asked || group.min > 0 || group.items.every((item) => item.min === 0 && (item.k === "el" || item.k === "any")))
    return write;
  const props = propsOf(group).map(getter);
  return (object, context) => {
    if (props.some((get) => get(object) !== undefined)) write(object, context);
  };
}

function choiceWriter(group: GroupParticle, scope: Scope, asked: boolean): Writer {
  const branches = group.items.map((item) => ({
    // A branch is written because something of it is there, so the branch itself is not optional any more.
    write:
      item.k === "el" || item.k === "any"
        ? particleWriter(item, scope)
        : item.max === 1
          ? groupWriter(item, scope, true)
          : construct("groups").repeatedGroupWriter(item, scope),
    item,
    wild: hasWildcard(item),
    props: new Set(propsOf(item)),
    required: requiredProps(item.k === "el" || item.k === "any" ? item : { ...item, min: Math.max(item.min, 1) }),
  }));
  const all = [...new Set(branches.flatMap((b) => [...b.props]))];
  const gets = all.map((prop) => ({ prop, get: getter(prop) }));
  const optional = (group.min === 0 && !asked) || group.items.some(canBeEmpty);
  const limit = describeNames(branches.map((b) => ({ name: [...b.props].join("+") })));
  return (object, context) => {
    let present: string[] | undefined;
    for (const { prop, get } of gets) {
      if (get(object) === undefined) continue;
      if (present) present.push(prop);
      else present = [prop];
    }
    if (!present) {
      if (!optional) context.fail({ code: "choice", limit, actual: "none" });
      return;
    }
    let fitting = branches.filter((b) => (present as string[]).every((prop) => b.props.has(prop)));
    if (fitting.length > 1) fitting = fitting.filter((b) => !b.wild || letsIn(b.item, object));
    const chosen =
      fitting.length > 1
        ? (fitting.find((b) => b.required.every((prop) => (present as string[]).includes(prop))) ?? fitting[0])
        : fitting[0];
    if (!chosen) return context.fail({ code: "choice", limit, actual: present.slice(0, 8).join(", ") });
    chosen.write(object, context);
  };
}

function hasWildcard(particle: Particle): boolean {
  return particle.k === "any" || (particle.k !== "el" && particle.items.some(hasWildcard));
}

/** Whether the wildcards of a branch allow the elements that stand under their properties. */
function letsIn(particle: Particle, object: Fields): boolean {
  if (particle.k === "el") return true;
  if (particle.k !== "any") return particle.max !== 1 || particle.items.every((item) => letsIn(item, object));
  const values = getter(particle.prop)(object);
  if (!Array.isArray(values)) return true;
  return (values as unknown[]).every((raw) => !isRaw(raw) || allowsName(particle, raw.name, raw.ns));
}
