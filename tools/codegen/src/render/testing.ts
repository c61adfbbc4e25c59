import type { ComplexPlan, FilePlan, MessagePlan, PackagePlan, TypeUse, View } from "../plan.ts";
import { sampleText } from "../sample.ts";
import { messageTypeText } from "./descriptors.ts";
import { property, quote } from "./literal.ts";
import { allowsNull } from "./nil-forms.ts";
import { type Held, type Shape, shapeOf } from "./shape.ts";
import { hasFixedLiteral, numberText, type Place, tagOf } from "./types.ts";

/** Functions that give complete valid messages for tests; each takes properties to set otherwise. */
export function testingLines(pkg: PackagePlan, place: Place): string[] {
  const lines: string[] = [];
  const done = new Set<string>();
  for (const file of pkg.files) {
    for (const message of file.messages) {
      if (message.type.k !== "complex") continue;
      const type = message.type.type;
      const name = messageTypeText(message, place);
      if (done.has(name) || type.soapArray) continue;
      done.add(name);
      lines.push(...builder(message, type, name), "");
    }
  }
  return lines;
}

/** Types around the one that is being filled, and how many objects the whole value may still have. */
interface Inside {
  readonly types: readonly ComplexPlan[];
  readonly budget: { left: number };
}

/** A type that many others refer to, and those from several places, would fill a value as large as the number of ways. */
const MAX_OBJECTS = 20_000;

function builder(message: MessagePlan, type: ComplexPlan, name: string): string[] {
  const body = sampleType(type, message.view, "  ", { types: [], budget: { left: MAX_OBJECTS } });
  // A type that contains itself without end has no value; one that takes too many objects gets none.
  if (body === null) return [];
  const plain = type.derived.length === 0 && shapeOf(type, message.view).unions.length === 0;
  const doc = `/** A complete valid {@link ${name}} for tests; \`overrides\` replaces properties of it. */`;
  if (plain) {
    return [
      doc,
      `export function build${name}(overrides: Partial<${name}> = {}): ${name} {`,
      `  const complete: ${name} = ${body};`,
      "  return { ...complete, ...overrides };",
      "}",
    ];
  }
  return [
    doc,
    `export function build${name}(overrides: Partial<${name}> = {}): ${name} {`,
    `  const complete: ${name} = ${body};`,
    "  return Object.assign({}, complete, overrides);",
    "}",
  ];
}

/** A complete value of a type; `null` when it cannot end (a type that contains itself). */
function sampleType(type: ComplexPlan, view: View, indent: string, inside: Inside): string | null {
  const { types, budget } = inside;
  if (types.includes(type) || types.length > 24 || --budget.left < 0) return null;
  const within: Inside = { types: [...types, type], budget };
  if (type.soapArray) {
    const item = sampleUse(type.soapArray.item, view, indent, within, type.soapArray.itemName);
    if (item === null) return "[]";
    const depth = type.soapArray.ranks.reduce((sum, n) => sum + n, 0);
    return "[".repeat(depth) + item + "]".repeat(depth);
  }
  if (type.derived.length > 0) {
    const [first] = type.derived;
    if (!first) return null;
    const lines = sampleShape(
      shapeOf(first, view),
      view,
      indent,
      first === type ? within : { types: [...within.types, first], budget },
    );
    if (lines === null) return null;
    const tag = first === type ? [] : [`${indent}  $type: ${quote(tagOf(first, type.derived))},`];
    return `{\n${[...tag, ...lines].join("\n")}\n${indent}}`;
  }
  const lines = sampleShape(shapeOf(type, view), view, indent, within);
  if (lines === null) return null;
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

function sampleShape(shape: Shape, view: View, indent: string, inside: Inside): string[] | null {
  const inner = `${indent}  `;
  const lines: string[] = [];
  for (const field of shape.fields) {
    let text = sampleHeld(
      field.held,
      view,
      inner,
      inside,
      field.prop,
      field.codeList?.values[0]?.code ?? null,
      field.optional,
    );
    if (text !== null && field.array) {
      const n = Math.max(1, field.array.min);
      text = `[${Array.from({ length: n }, () => text).join(", ")}]`;
    }
    if (text === null) {
      if (field.optional) continue;
      if (field.nullable && field.held.k === "use" && allowsNull(field.held.use)) text = "null";
      else if (field.array?.min === 0) text = "[]";
      else return null;
      if (field.array && field.array.min > 0) text = `[${text}]`;
    }
    lines.push(`${inner}${property(field.prop)}: ${text},`);
  }
  for (const branches of shape.unions) {
    let found: string[] | null = null;
    for (const branch of branches) {
      found = sampleShape(branch, view, indent, inside);
      if (found !== null) break;
    }
    if (found === null) return null;
    for (const line of found) lines.push(line);
  }
  return lines;
}

function rawSample(name: string, ns: string): string {
  return `{ name: ${quote(name)}, ns: ${quote(ns)}, xml: ${quote(ns === "" ? `<${name}/>` : `<${name} xmlns="${ns}"/>`)} }`;
}

function sampleUse(use: TypeUse, view: View, indent: string, inside: Inside, name: string, ns = ""): string | null {
  if (use.k === "anyType") return rawSample(name, ns);
  if (use.k === "simple") return sampleText(use.simple, name);
  return sampleType(use.type, view, indent, inside);
}

function sampleHeld(
  held: Held,
  view: View,
  indent: string,
  inside: Inside,
  name: string,
  code: string | null,
  optional: boolean,
): string | null {
  switch (held.k) {
    case "use": {
      if (held.use.k !== "simple") {
        return sampleUse(held.use, view, indent, inside, held.element.name, held.element.ns);
      }
      const { simple } = held.use;
      if (held.fixed !== null) return hasFixedLiteral(simple) ? fixedValue(simple.js, held.fixed) : quote(held.fixed);
      if (code !== null && simple.js === "string" && !simple.enumeration && fits(code, simple.maxLength))
        return quote(code);
      if (code !== null && simple.js === "list" && simple.item?.js === "string") return `[${quote(code)}]`;
      return sampleText(simple, name);
    }
    case "attr":
      if (held.attr.fixed !== null)
        return hasFixedLiteral(held.attr.type)
          ? fixedValue(held.attr.type.js, held.attr.fixed)
          : quote(held.attr.fixed);
      return sampleText(held.attr.type, name);
    case "text":
      return sampleText(held.simple, name);
    case "substitutes":
      for (const m of held.members) {
        if (m.type.k !== "complex")
          return `{ $element: ${quote(m.tag)}, $value: ${sampleUse(m.type, view, indent, inside, m.name, m.ns)} }`;
        const text = sampleType(m.type.type, view, indent, inside);
        if (text !== null)
          return text.startsWith("{")
            ? `{ $element: ${quote(m.tag)}${text === "{}" ? " }" : `, ${text.slice(1).trimStart()}`}`
            : text;
      }
      return null;
    case "group": {
      const lines = sampleShape(held.shape, view, indent, inside);
      return lines === null ? null : lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
    }
    case "any": {
      if (optional) return null;
      const { namespaces, not } = held.any;
      const free = ["urn:example:other", "urn:example:another", ""].find((ns) => !not?.includes(ns)) ?? "";
      const ns = typeof namespaces === "string" ? free : (namespaces[0] ?? "");
      return rawSample("any", ns);
    }
    case "mixed":
      return quote(name);
    case "attributes":
      return null;
  }
}

function fits(code: string, max: number | undefined): boolean {
  return max === undefined || [...code].length <= max;
}

function fixedValue(js: string, fixed: string): string {
  if (js === "number") return numberText(fixed);
  if (js === "boolean") return String(/^(true|1)$/.test(fixed.trim()));
  return quote(fixed);
}

export type { FilePlan };
