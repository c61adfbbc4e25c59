import type {
  AttributeDescriptor,
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
  RawElement,
  SimpleDescriptor,
  TypeDescriptor,
  WildcardDescriptor,
} from "@coo/soap/gen1";
import * as fc from "fast-check";
import { encodeElement } from "../../src/codec/encode.ts";
import { escapeText } from "../../src/codec/escape.ts";
import { BUILTINS } from "../../src/simple/builtin.ts";
import { collapse, replace } from "../../src/simple/white-space.ts";

/** What values are drawn. */
export interface ArbitraryOptions {
  /** Texts that no wire profile changes: neither `/n` nor CR. Default: anything XML can carry. */
  readonly plainLines?: boolean;
  /** Levels below which optional parts are left out. */
  readonly depth?: number;
}

type Fields = Record<string, unknown>;

/** Any value that `descriptor` allows, as a plain object: absent, empty, nil and value are all drawn. */
export function arbitraryFor<T>(descriptor: MessageDescriptor<T>, options: ArbitraryOptions = {}): fc.Arbitrary<T> {
  return typeArbitrary(resolve(descriptor.type), { plainLines: false, depth: 4, ...options }) as fc.Arbitrary<T>;
}

type Settings = Required<ArbitraryOptions>;

function resolve(type: TypeDescriptor | (() => TypeDescriptor)): TypeDescriptor {
  return typeof type === "function" ? type() : type;
}

function typeArbitrary(
  type: TypeDescriptor,
  s: Settings,
  element?: { name: string; ns: string },
): fc.Arbitrary<unknown> {
  if (type.k === "simple") return simpleArbitrary(type, s);
  if (type.k === "anyType") return rawArbitrary(element?.name ?? "any", element?.ns ?? "");
  return complexArbitrary(type, s);
}

// ---- simple types

const PIECES = [
  "a",
  "Z",
  "0",
  " ",
  "é",
  "中",
  "文",
  "𠮷",
  "😀",
  "&",
  "<",
  ">",
  '"',
  "'",
  "]]>",
  "\n",
  "\t",
  "-",
  ".",
  "/",
  "x",
];
const WILD = [...PIECES, "\r", "/n", "\r\n", "&#13;", "<![CDATA["];

function textArbitrary(s: Settings, maxLength: number): fc.Arbitrary<string> {
  const unit = fc.constantFrom(...(s.plainLines ? PIECES.filter((p) => p !== "/") : WILD));
  return fc.array(unit, { maxLength: Math.min(maxLength, 12) }).map((parts) => parts.join(""));
}

const pad = (n: number, width: number): string => String(n).padStart(width, "0");
const zone = fc.constantFrom("", "Z", "+08:00", "-14:00", "+14:00");
const date = fc.tuple(
  fc.integer({ min: 1, max: 9999 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 28 }),
);
const time = fc
  .tuple(
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 0, max: 59 }),
    fc.constantFrom("", ".5", ".000", ".123456789"),
  )
  .map(([h, m, sec, f]) => `${pad(h, 2)}:${pad(m, 2)}:${pad(sec, 2)}${f}`);
const decimalText = fc
  .tuple(
    fc.constantFrom("", "-", "+"),
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.constantFrom("", ".0", ".5", ".120", ".000001"),
  )
  .map(([sign, whole, rest]) => `${sign}${whole}${rest}`);
const integerText = (min: bigint, max: bigint): fc.Arbitrary<string> => fc.bigInt({ min, max }).map(String);
const ncName = fc.constantFrom("a", "_b", "名", "x-1", "A.b");

const TEXTS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  language: fc.constantFrom("zh", "zh-CN", "en-US", "de"),
  NMTOKEN: fc.constantFrom("1", "a:b", "-", "中"),
  Name: fc.constantFrom("a", "a:b", "中文"),
  NCName: ncName,
  ID: ncName,
  IDREF: ncName,
  ENTITY: ncName,
  anyURI: fc.constantFrom("http://example.com/a?b=c&d", "urn:x", "#f"),
  decimal: decimalText,
  integer: integerText(-(10n ** 25n), 10n ** 25n),
  nonPositiveInteger: integerText(-(10n ** 25n), 0n),
  negativeInteger: integerText(-(10n ** 25n), -1n),
  nonNegativeInteger: integerText(0n, 10n ** 25n),
  positiveInteger: integerText(1n, 10n ** 25n),
  long: integerText(-(2n ** 63n), 2n ** 63n - 1n),
  unsignedLong: integerText(0n, 2n ** 64n - 1n),
  duration: fc.constantFrom("P1Y", "-P1M", "PT0.5S", "P1Y2M3DT4H5M6.789S"),
  yearMonthDuration: fc.constantFrom("P1Y", "-P3M"),
  dayTimeDuration: fc.constantFrom("P1D", "PT1.5S"),
  dateTime: fc.tuple(date, time, zone).map(([[y, m, d], t, z]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}T${t}${z}`),
  dateTimeStamp: fc.tuple(date, time).map(([[y, m, d], t]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}T${t}Z`),
  date: fc.tuple(date, zone).map(([[y, m, d], z]) => `${pad(y, 4)}-${pad(m, 2)}-${pad(d, 2)}${z}`),
  time: fc.tuple(time, zone).map(([t, z]) => t + z),
  gYearMonth: date.map(([y, m]) => `${pad(y, 4)}-${pad(m, 2)}`),
  gYear: fc.tuple(date, zone).map(([[y], z]) => pad(y, 4) + z),
  gMonthDay: date.map(([, m, d]) => `--${pad(m, 2)}-${pad(d, 2)}`),
  gDay: date.map(([, , d]) => `---${pad(d, 2)}`),
  gMonth: date.map(([, m]) => `--${pad(m, 2)}`),
  QName: fc.constantFrom("local", "{urn:q}name", "{urn:q2}名"),
  NOTATION: fc.constantFrom("local", "{urn:q}name"),
};

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  byte: [-128, 127],
  short: [-32768, 32767],
  int: [-2147483648, 2147483647],
  unsignedByte: [0, 255],
  unsignedShort: [0, 65535],
  unsignedInt: [0, 4294967295],
};

function simpleArbitrary(type: SimpleDescriptor, s: Settings): fc.Arbitrary<unknown> {
  const probe: MessageDescriptor<unknown> = { k: "message", name: "probe", type };
  const allowed = (value: unknown): boolean => {
    try {
      encodeElement(probe, value, { allErrors: false });
      return true;
    } catch {
      return false;
    }
  };
  return candidates(type, s).filter(allowed);
}

function candidates(type: SimpleDescriptor, s: Settings): fc.Arbitrary<unknown> {
  if (type.js === "list") {
    const item = simpleArbitrary(type.item as SimpleDescriptor, s).filter(
      (v) => v !== "" && !/[\t\n\r ]/.test(String(v)),
    );
    const minLength = type.length ?? type.minLength ?? 0;
    return fc.array(item, { minLength, maxLength: type.length ?? Math.min(type.maxLength ?? 4, minLength + 4) });
  }
  if (type.js === "union") return fc.oneof(...(type.members ?? []).map((m) => simpleArbitrary(m, s)));
  if (type.js === "boolean") return fc.boolean();
  if (type.js === "bytes") {
    const minLength = type.length ?? type.minLength ?? 0;
    return fc.uint8Array({ minLength, maxLength: type.length ?? Math.min(type.maxLength ?? 40, minLength + 40) });
  }
  if (type.enum) {
    const values = type.enum.map((v) => (type.js === "number" ? Number(v) : v));
    return fc.constantFrom(...values);
  }
  if (type.js === "number") {
    if (type.builtin === "float" || type.builtin === "double") return fc.double();
    const [low, high] = RANGES[type.builtin] ?? [-1000000, 1000000];
    const min = Math.max(low, Number(type.minInclusive ?? type.minExclusive ?? low));
    const max = Math.min(high, Number(type.maxInclusive ?? type.maxExclusive ?? high));
    return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max));
  }
  return stringCandidates(type, s);
}

function stringCandidates(type: SimpleDescriptor, s: Settings): fc.Arbitrary<string> {
  const ws = type.ws ?? BUILTINS[type.builtin]?.whiteSpace ?? "collapse";
  const normal = (text: string): string =>
    ws === "preserve" ? text : ws === "replace" ? replace(text) : collapse(text);
  const pattern = type.patterns?.at(-1);
  if (pattern !== undefined) {
    const matching = fc.stringMatching(new RegExp(`^(?:${pattern})$`, "u"), { maxLength: 30 });
    if (type.minInclusive === undefined && type.minExclusive === undefined) return matching;
    return matching;
  }
  const own = TEXTS[type.builtin];
  if (own) return own;
  const minLength = type.length ?? type.minLength ?? 0;
  const maxLength = type.length ?? type.maxLength ?? 12;
  if (minLength === 0) return textArbitrary(s, maxLength).map(normal);
  const filler = fc.array(fc.constantFrom("a", "中", "𠮷", "&", "9"), {
    minLength,
    maxLength: Math.min(maxLength, minLength + 8),
  });
  return filler.map((parts) => normal(parts.join("")));
}

// ---- raw elements

function rawArbitrary(name: string, ns: string): fc.Arbitrary<RawElement> {
  const declaration = ns === "" ? "" : ` xmlns:r="${ns}"`;
  const q = ns === "" ? name : `r:${name}`;
  return fc
    .constantFrom(
      `<${q}${declaration}/>`,
      `<${q}${declaration}> <i a='1'>x&amp;y</i><!-- c --></${q}>`,
      `<${q}${declaration} xmlns:t="urn:t" t:a="t:b">t:c</${q}>`,
    )
    .map((xml) => ({ name, ns, xml }));
}

function namespaceOf(wildcard: WildcardDescriptor): string {
  if (wildcard.namespaces === "##any") return "urn:any";
  if (wildcard.namespaces === "##other") return wildcard.target === "urn:other" ? "urn:other2" : "urn:other";
  return wildcard.namespaces[0] ?? "";
}

// ---- complex types

function complexArbitrary(type: ComplexDescriptor, s: Settings): fc.Arbitrary<unknown> {
  if (type.soapArray) {
    const item = typeArbitrary(resolve(type.soapArray.item), deeper(s));
    return fc.array(item, { maxLength: 3 });
  }
  if (!type.derived) return ownArbitrary(type, s);
  const candidates = type
    .derived()
    .map((d) => ownArbitrary(d.type(), s).map((value) => ({ $type: d.tag, ...(value as Fields) })));
  return fc.oneof(...candidates);
}

function deeper(s: Settings): Settings {
  return { ...s, depth: s.depth - 1 };
}

function ownArbitrary(type: ComplexDescriptor, s: Settings): fc.Arbitrary<unknown> {
  const inner = deeper(s);
  const parts: fc.Arbitrary<Fields>[] = (type.attrs ?? []).map((a) => attributeArbitrary(a, inner));
  if (type.anyAttr) {
    const ns = namespaceOf(type.anyAttr);
    const key = ns === "" ? "wild" : `{${ns}}wild`;
    parts.push(
      optional(
        "$attributes",
        textArbitrary(inner, 8)
          .map(clean)
          .map((v) => ({ [key]: v })),
        inner,
      ),
    );
  }
  if (type.text) parts.push(simpleArbitrary(type.text, inner).map((v) => ({ $value: v })));
  if (type.mixed) parts.push(mixedArbitrary(type, inner));
  else if (type.content) parts.push(particleArbitrary(type.content, inner));
  return fc.tuple(...parts).map((found) => Object.assign({}, ...found) as Fields);
}

function clean(text: string): string {
  return text;
}

function attributeArbitrary(a: AttributeDescriptor, s: Settings): fc.Arbitrary<Fields> {
  const value =
    a.fixed === undefined
      ? simpleArbitrary(a.type, s)
      : fc.constant(a.type.js === "number" ? Number(a.fixed) : a.type.js === "boolean" ? a.fixed === "true" : a.fixed);
  return a.required ? value.map((v) => ({ [a.prop]: v })) : optional(a.prop, value, s);
}

function optional(prop: string, value: fc.Arbitrary<unknown>, s: Settings): fc.Arbitrary<Fields> {
  if (s.depth < 0) return fc.constant({});
  return fc.option(value, { nil: undefined }).map((v) => (v === undefined ? {} : { [prop]: v }));
}

/** An element that holds text only, as mixed content keeps it. */
function textElement(name: string, ns: string, s: Settings): fc.Arbitrary<RawElement> {
  const [open, close] = ns === "" ? [name, name] : [`m:${name} xmlns:m="${ns}"`, `m:${name}`];
  return textArbitrary(s, 8).map((text) => ({ name, ns, xml: `<${open}>${escapeText(text)}</${close}>` }));
}

function mixedArbitrary(type: ComplexDescriptor, s: Settings): fc.Arbitrary<Fields> {
  const names: { name: string; ns: string }[] = [];
  const collect = (p: Particle): void => {
    if (p.k === "el") names.push(p);
    else if (p.k !== "any") p.items.forEach(collect);
  };
  if (type.content) collect(type.content);
  const raw = names.length === 0 ? undefined : fc.oneof(...names.map((n) => textElement(n.name, n.ns, s)));
  const textual = textArbitrary(s, 8).filter((t) => t !== "");
  if (!raw) return fc.array(textual, { maxLength: 1 }).map((parts) => ({ $mixed: parts }));
  return fc
    .array(fc.tuple(fc.option(textual, { nil: undefined }), raw), { maxLength: 3 })
    .map((pairs) => ({ $mixed: pairs.flatMap(([t, r]) => (t === undefined ? [r] : [t, r])) }));
}

function particleArbitrary(p: Particle, s: Settings): fc.Arbitrary<Fields> {
  if (p.k === "el") return elementArbitrary(p, s);
  if (p.k === "any") {
    const one = rawArbitrary("anything", namespaceOf(p));
    const most = p.max < 0 ? p.min + 2 : Math.min(p.max, p.min + 2);
    return fc.array(one, { minLength: p.min, maxLength: most }).map((v) => (v.length === 0 ? {} : { [p.prop]: v }));
  }
  if (p.max === 1) {
    const once = groupArbitrary(p, s);
    if (p.min > 0) return once;
    return s.depth < 0 ? fc.constant({}) : fc.oneof(fc.constant({}), once);
  }
  const once = groupArbitrary(p, deeper(s)).filter((v) => Object.keys(v).length > 0);
  const most = s.depth < 0 ? p.min : p.max < 0 ? p.min + 2 : Math.min(p.max, p.min + 2);
  return fc
    .array(once, { minLength: p.min, maxLength: most })
    .map((v) => (v.length === 0 ? {} : { [p.prop as string]: v }));
}

function groupArbitrary(p: GroupParticle, s: Settings): fc.Arbitrary<Fields> {
  if (p.k === "choice") {
    return fc.oneof(
      ...p.items.map((item) => particleArbitrary(item.min === 0 && item.k === "el" ? { ...item, min: 1 } : item, s)),
    );
  }
  return fc
    .tuple(...p.items.map((item) => particleArbitrary(item, s)))
    .map((found) => Object.assign({}, ...found) as Fields);
}

function elementArbitrary(el: ElementParticle, s: Settings): fc.Arbitrary<Fields> {
  if (el.min === 0 && s.depth < 0) return fc.constant({});
  let value = occurrenceArbitrary(el, s);
  if (el.max !== 1) {
    const most = s.depth < 0 ? Math.max(el.min, 1) : el.max < 0 ? el.min + 3 : Math.min(el.max, el.min + 3);
    return fc
      .array(value, { minLength: el.min, maxLength: Math.max(most, el.min) })
      .map((v) => (v.length === 0 ? {} : { [el.prop]: v }));
  }
  if (el.default !== undefined) value = value.filter((v) => v !== "");
  return el.min === 0 ? optional(el.prop, value, s) : value.map((v) => ({ [el.prop]: v }));
}

function occurrenceArbitrary(el: ElementParticle, s: Settings): fc.Arbitrary<unknown> {
  if (el.substitutes) {
    return fc.oneof(
      ...el.substitutes().map((m) => {
        const type = resolve(m.type);
        const plain = typeArbitrary(type, deeper(s), m);
        const value = m.nillable ? fc.oneof(plain, ...nilArbitraries(type, deeper(s))) : plain;
        const flat = type.k === "complex" && !type.soapArray;
        return value.map((v) =>
          flat && v !== null ? { $element: m.tag, ...(v as Fields) } : { $element: m.tag, $value: v },
        );
      }),
    );
  }
  const type = resolve(el.type);
  if (el.fixed !== undefined && type.k === "simple") {
    return fc.constant(
      type.js === "number" ? Number(el.fixed) : type.js === "boolean" ? /^(true|1)$/.test(el.fixed) : el.fixed,
    );
  }
  const value = typeArbitrary(type, deeper(s), el);
  if (!el.nillable) return value;
  const nils = nilArbitraries(type, deeper(s));
  return fc.oneof({ weight: 3, arbitrary: value }, ...nils.map((arbitrary) => ({ weight: 1, arbitrary })));
}

/** `null` where no attribute is required, and what else stands for xsi:nil where there are attributes. */
function nilArbitraries(type: TypeDescriptor, s: Settings): fc.Arbitrary<unknown>[] {
  const nothing = fc.constant(null);
  if (type.k !== "complex" || type.soapArray) return [nothing];
  const candidates = type.derived?.().map((d) => ({ tag: { $type: d.tag }, type: d.type() })) ?? [{ tag: {}, type }];
  const forms = candidates.flatMap((one) => {
    const { attrs, anyAttr } = one.type;
    if (!attrs && !anyAttr) return [];
    const { content: _content, text: _text, mixed: _mixed, open: _open, derived: _derived, ...bare } = one.type;
    return [ownArbitrary(bare, s).map((value) => nilForm(one.type, one.tag, value as Fields))];
  });
  return type.attrs?.some((a) => a.required) ? forms : [nothing, ...forms];
}

/** Attributes that nothing would be written of leave `null`. */
function nilForm(type: ComplexDescriptor, tag: Fields, value: Fields): Fields | null {
  const isDefault = (key: string): boolean => {
    const standard = type.attrs?.find((a) => a.prop === key)?.default;
    return standard !== undefined && String(value[key]) === standard;
  };
  return Object.keys(value).every(isDefault) ? null : { ...tag, $nil: true, ...value };
}
