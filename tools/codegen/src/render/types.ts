import type {
  CodeListPlan,
  ComplexPlan,
  FilePlan,
  SimplePlan,
  SoapArrayPlan,
  SubstitutePlan,
  TypeUse,
  View,
} from "../plan.ts";
import { opensOnRead } from "../usage.ts";
import { comment, describe } from "./doc.ts";
import { property, quote } from "./literal.ts";
import { type ModuleText, specifierOf } from "./module.ts";
import { allowsNull, nilForms } from "./nil-forms.ts";
import { type Field, type Held, propsOf, type Shape, shapeOf } from "./shape.ts";

const GEN1 = "@coo/soap/gen1";

/** Where type text is being written: the module and its file, for imports. */
export interface Place {
  readonly module: ModuleText;
  readonly file: FilePlan;
}

/** Name of the type `use` as `view` shows it, imported if it lies elsewhere. */
export function complexName(type: ComplexPlan, view: View, place: Place): string {
  const plain = type.split && view === "read" ? type.readName : type.name;
  const name = type.derived.length > 0 ? (type.split && view === "read" ? type.anyReadName : type.anyName) : plain;
  return importType(name, type.file, place);
}

/** Name of the type itself, without what may stand for it by xsi:type. */
export function ownName(type: ComplexPlan, view: View): string {
  return type.split && view === "read" ? type.readName : type.name;
}

export function importType(name: string, file: FilePlan, place: Place): string {
  return file === place.file ? name : place.module.type(specifierOf(place.file.package, file, "types"), name);
}

/** The type of a simple value. */
export function simpleText(simple: SimplePlan, view: View, place: Place, codeList: CodeListPlan | null = null): string {
  if (codeList && simple.js === "string" && (codeList.closed || !simple.enumeration)) {
    const name = codeList.file ? importType(codeList.typeName, codeList.file, place) : "";
    if (name !== "") return codeList.closed && view === "sent" ? name : `${place.module.type(GEN1, "Open")}<${name}>`;
  }
  if (simple.enumeration && simple.js !== "list" && simple.js !== "bytes" && simple.js !== "boolean") {
    if (view === "read" && simple.js === "number") return "number";
    const members = simple.enumeration.map((e) => (simple.js === "number" ? numberText(e.value) : quote(e.value)));
    const texts = simple.js === "union" && !simple.members.every(isTextual) ? null : members;
    if (texts) {
      const known = simple.alias ? importType(simple.alias.name, simple.alias.file, place) : texts.join(" | ");
      return view === "read" && opensOnRead(simple) ? `${place.module.type(GEN1, "Open")}<${known}>` : known;
    }
  }
  switch (simple.js) {
    case "bytes":
      return "Uint8Array";
    case "list": {
      const item = simple.item ? simpleText(simple.item, view, place) : "string";
      return `readonly ${bracket(item)}[]`;
    }
    case "union":
      return (
        [...new Set(simple.members.map((m) => simpleText(m, view, place)))].map(parenthesised).join(" | ") || "string"
      );
    default:
      return simple.js;
  }
}

function isTextual(simple: SimplePlan): boolean {
  return simple.js === "string" || (simple.js === "union" && simple.members.every(isTextual));
}

/** A number as TypeScript writes it, from its lexical form. */
export function numberText(lexical: string): string {
  if (lexical === "INF" || lexical === "-INF" || lexical === "NaN") return "number";
  return String(Number(lexical));
}

function parenthesised(text: string): string {
  return text.startsWith("readonly ") ? `(${text})` : text;
}

/** Brackets around a union or array that is to be repeated. */
export function bracket(text: string): string {
  if (text.startsWith("(\n") && !/\n *\) & \(/.test(text)) return text;
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*(<[^|&]*>)?$/u.test(text) || /^\{[^{}]*\}$/.test(text)
    ? text
    : `(${text})`;
}

/** The literal type of a fixed value, or the plain type where a literal cannot say it. */
function fixedText(simple: SimplePlan, fixed: string, view: View, place: Place): string {
  if (simple.js === "number") return numberText(fixed);
  if (simple.js === "boolean") return fixed.trim() === "true" || fixed.trim() === "1" ? "true" : "false";
  // Decimals, dates and the like have several lexical forms of one value.
  if (simple.js === "string" && TEXTUAL.has(simple.builtin)) return quote(fixed);
  return simpleText(simple, view, place);
}

const TEXTUAL = new Set([
  "string",
  "normalizedString",
  "token",
  "language",
  "NMTOKEN",
  "Name",
  "NCName",
  "ID",
  "IDREF",
  "ENTITY",
  "anyURI",
]);

/** Whether a fixed value of this type is written as a literal. */
export function hasFixedLiteral(simple: SimplePlan): boolean {
  return simple.js === "number" || simple.js === "boolean" || (simple.js === "string" && TEXTUAL.has(simple.builtin));
}

/** The type of what an element holds. */
export function useText(use: TypeUse, view: View, place: Place): string {
  if (use.k === "anyType") return place.module.type(GEN1, "RawElement");
  if (use.k === "simple") return simpleText(use.simple, view, place, use.codeList);
  return complexName(use.type, view, place);
}

function heldText(held: Held, view: View, place: Place, indent: string): string {
  switch (held.k) {
    case "use":
      if (held.fixed !== null && held.use.k === "simple") return fixedText(held.use.simple, held.fixed, view, place);
      return useText(held.use, view, place);
    case "attr": {
      const { attr } = held;
      return attr.fixed !== null
        ? fixedText(attr.type, attr.fixed, view, place)
        : simpleText(attr.type, view, place, attr.codeList);
    }
    case "text":
      return simpleText(held.simple, view, place);
    case "substitutes":
      // An abstract head without any member: nothing can stand there.
      if (held.members.length === 0) return "never";
      return held.members.flatMap((m) => substituteTexts(m, view, place)).join(" | ");
    case "group":
      return shapeText(held.shape, view, place, indent);
    case "any":
      return place.module.type(GEN1, "RawElement");
    case "mixed":
      return `string | ${place.module.type(GEN1, "RawElement")}`;
    case "attributes":
      return "{ readonly [name: string]: string }";
  }
}

function substituteTexts(member: SubstitutePlan, view: View, place: Place): string[] {
  const tag = `$element: ${quote(member.tag)}`;
  const { type } = member;
  const nil = member.nillable && member.fixed === null ? nilTexts(type, view, place, tag) : [];
  if (nil.at(-1) === "null") nil.splice(-1, 1, `{ ${tag}; $value: null }`);
  if (type.k !== "complex" || type.type.soapArray) return [`{ ${tag}; $value: ${useText(type, view, place)} }`, ...nil];
  return [`({ ${tag} } & ${complexName(type.type, view, place)})`, ...nil];
}

/** What a nillable element may hold beside its values. `tag` goes into each form. */
function nilTexts(use: TypeUse, view: View, place: Place, tag: string | null = null): string[] {
  const declared = use.k === "complex" ? use.type : null;
  const texts = nilForms(use, view).map(({ type, attributes }) => {
    const nil = place.module.type(GEN1, "Nil");
    const own = importType(ownName(type, view), type.file, place);
    const form = `${nil}<${own}, ${attributes.map((field) => quote(field.prop)).join(" | ")}>`;
    const tags = tag === null ? [] : [tag];
    if (declared && declared.derived.length > 0) {
      tags.push(`$type${type === declared ? "?" : ""}: ${quote(tagOf(type, declared.derived))}`);
    }
    return tags.length === 0 ? form : `({ ${tags.join("; ")} } & ${form})`;
  });
  return allowsNull(use) ? [...texts, "null"] : texts;
}

/** Text after the colon of a property. */
export function fieldText(field: Field, view: View, place: Place, indent: string): string {
  let text = heldText(field.held, view, place, indent);
  if (field.nullable && field.held.k === "use") {
    text = [text === "" ? "never" : text, ...nilTexts(field.held.use, view, place)].join(" | ");
  }
  if (field.array) text = `readonly ${bracket(text)}[]`;
  return text;
}

function simpleOf(held: Held): SimplePlan | null {
  if (held.k === "use") return held.use.k === "simple" ? held.use.simple : null;
  if (held.k === "attr") return held.attr.type;
  return held.k === "text" ? held.simple : null;
}

function fieldLines(field: Field, view: View, place: Place, indent: string): string[] {
  const sentences = field.at
    ? describe({ annotation: field.annotation, at: field.at, simple: simpleOf(field.held), codeList: field.codeList })
    : [SPECIAL[field.prop.replace(/\d+$/, "")] ?? ""].filter((s) => s !== "");
  return [
    ...comment(sentences, indent),
    `${indent}${property(field.prop)}${field.optional ? "?" : ""}: ${fieldText(field, view, place, indent)};`,
  ];
}

const SPECIAL: Readonly<Record<string, string>> = {
  $value: "文本内容 · text content.",
  $any: "任意元素 · other elements, kept as text.",
  $choice: "可重复的选择 · repeated choice, in order.",
  $sequence: "可重复的组 · repeated group, in order.",
  $all: "可重复的组 · repeated group.",
  $mixed: "混合内容 · text and elements in order.",
  $attributes: "其他属性 · other attributes; names in a namespace as `{ns}name`.",
};

/** A shape as an object type, or an intersection of one with unions. */
export function shapeText(
  shape: Shape,
  view: View,
  place: Place,
  indent: string,
  absent: readonly string[] = [],
): string {
  const inner = `${indent}  `;
  const lines = shape.fields.flatMap((f) => fieldLines(f, view, place, inner));
  if (absent.length > 0) lines.push(`${inner}${absent.map((p) => `${property(p)}?: never;`).join(" ")}`);
  const object =
    lines.length === 0
      ? shape.unions.length === 0
        ? "Record<never, never>"
        : ""
      : `{\n${lines.join("\n")}\n${indent}}`;
  const unions = shape.unions.map((branches) => {
    const all = new Set(branches.flatMap((b) => [...propsOf(b)]));
    const texts = branches.map((branch) => {
      const own = propsOf(branch);
      const others = [...all].filter((p) => !own.has(p));
      return `${inner}| ${branchText(branch, view, place, inner, others)}`;
    });
    return `(\n${texts.join("\n")}\n${indent})`;
  });
  return [object, ...unions].filter((t) => t !== "").join(" & ");
}

function branchText(branch: Shape, view: View, place: Place, indent: string, absent: readonly string[]): string {
  const text = shapeText(branch, view, place, indent, absent);
  return branch.unions.length > 0 ? `(${text})` : text;
}

/** The declarations of one complex type: interface or alias, its read view, the union over derived types. */
export function typeLines(type: ComplexPlan, place: Place): string[] {
  if (type.internal) return [];
  const lines: string[] = [];
  const views: View[] = type.split ? ["sent", "read"] : [type.sent ? "sent" : "read"];
  for (const view of views) lines.push(...viewLines(type, view, place), "");
  return lines;
}

function viewLines(type: ComplexPlan, view: View, place: Place): string[] {
  const name = ownName(type, view);
  const extra: string[] = [];
  if (type.split)
    extra.push(
      view === "sent"
        ? `As sent; {@link ${type.readName}} is the same as read.`
        : `As read, not for construction; {@link ${type.name}} is the same as sent.`,
    );
  else if (type.read && !type.sent) extra.push("Read only, not for construction.");
  const doc = comment(describe({ annotation: type.annotation, at: type.at, extra: [] })).map((l) => l);
  const sentences = describe({ annotation: type.annotation, at: type.at, extra });
  const head = extra.length > 0 ? linkSafe(comment(sentences)) : doc;
  const lines: string[] = [...head];
  if (type.soapArray) {
    lines.push(`export type ${name} = ${arrayText(type.soapArray, view, place)};`);
  } else {
    const shape = shapeOf(type, view);
    if (shape.unions.length > 0) lines.push(`export type ${name} = ${shapeText(shape, view, place, "")};`);
    else if (shape.fields.length === 0) lines.push(`export type ${name} = Record<never, never>;`);
    else
      lines.push(`export interface ${name} {`, ...shape.fields.flatMap((f) => fieldLines(f, view, place, "  ")), "}");
  }
  if (type.derived.length > 0) {
    const any = type.split && view === "read" ? type.anyReadName : type.anyName;
    const members = type.derived.map((d) => {
      const own = importType(ownName(d, view), d.file, place);
      return `  | ({ $type${d === type ? "?" : ""}: ${quote(tagOf(d, type.derived))} } & ${own})`;
    });
    lines.push(
      "",
      `/** {@link ${name}} or a type derived from it, told apart by \`$type\`. */`,
      `export type ${any} =`,
      `${members.join("\n")};`,
    );
  }
  return lines;
}

/** An array of the SOAP encoding, which lets every item be nil; rows of an array of several dimensions are no items. */
function arrayText({ item, ranks }: SoapArrayPlan, view: View, place: Place): string {
  let text = useText(item, view, place);
  let nil = nilTexts(item, view, place);
  for (const dimensions of ranks.toReversed()) {
    text = `readonly (${[text, ...nil].join(" | ")})[]`;
    nil = ["null"];
    for (let n = 1; n < dimensions; n++) text = `readonly (${text})[]`;
  }
  return text;
}

/** Value of `$type`: the local name, with namespace where two types share it. */
export function tagOf(type: ComplexPlan, among: readonly ComplexPlan[]): string {
  return among.some((t) => t !== type && t.local === type.local) ? `{${type.ns}}${type.local}` : type.local;
}

// Links are the one place where an at sign in a comment is meant.
function linkSafe(lines: readonly string[]): string[] {
  return lines.map((l) => l.replaceAll("{\\@link", "{@link"));
}

/** A named enumeration. */
export function enumLines(simple: SimplePlan): string[] {
  if (!simple.alias || !simple.enumeration) return [];
  const values = simple.enumeration.map((e) => (simple.js === "number" ? numberText(e.value) : quote(e.value)));
  const body =
    simple.js === "list" || simple.js === "bytes" || simple.js === "boolean"
      ? plainKind(simple)
      : [...new Set(values)].join(" | ");
  const sentences = describe({ annotation: simple.source.annotation, at: simple.source.at });
  const line = `export type ${simple.alias.name} = ${body};`;
  const text =
    line.length <= 120
      ? [line]
      : [
          `export type ${simple.alias.name} =`,
          ...[...new Set(values)].map((v, i, a) => `  | ${v}${i === a.length - 1 ? ";" : ""}`),
        ];
  return [...comment(sentences), ...text, ""];
}

function plainKind(simple: SimplePlan): string {
  if (simple.js === "bytes") return "Uint8Array";
  if (simple.js === "boolean") return "boolean";
  return `readonly ${simple.item?.js === "number" ? "number" : "string"}[]`;
}
