import { readSimpleValue, type SimpleType, type Type, XSD_NS } from "@coo/wsdl";
import { isOwn } from "../components.ts";
import type { LintContext } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { hasNestedRepetition } from "./nested-repetition.ts";

const MONEY = /amount|price|money|total(?!count)|fee$|cost|fob|cif|invoicevalue|金额|单价|总价|价格|费用|货值|税额/i;
const CODE = /code$|^code|postcode|zip|phone|mobile|^tel|编码|代码|邮编|税号|电话|手机/i;
/** Codes that are small numbers by nature. */
const STATUS = /status|state|error|result|return|fault|response|reason|exit/i;

/** Rules about values. */
export const valueRules: readonly LintRule[] = [
  defineRule({
    id: "float-money",
    category: "types",
    severity: "warning",
    title: ["money as a binary fraction", "金额用二进制浮点数"],
    message: ['"{name}" looks like money and is xs:{type}', "“{name}”看似金额，而类型是 xs:{type}"],
    advice: [
      "ask for xs:decimal with fractionDigits; 0.1 has no exact value as a float",
      "请要求使用带 fractionDigits 的 xs:decimal；浮点数无法精确表示 0.1",
    ],
    check(context, report) {
      for (const { name, type, at } of valuesOf(context)) {
        const builtin = ["float", "double"].find((b) => isDerived(type, b));
        if (builtin !== undefined && MONEY.test(name)) report(at, { name, type: builtin });
      }
    },
  }),
  defineRule({
    id: "number-code",
    category: "types",
    severity: "warning",
    title: ["code as a number", "代码用数字类型"],
    message: [
      '"{name}" looks like a code and is a number: leading zeros are lost',
      "“{name}”看似代码，而类型是数字：前导零会丢失",
    ],
    advice: ["ask for xs:string with a pattern", "请要求使用带 pattern 的 xs:string"],
    check(context, report) {
      for (const { name, type, at } of valuesOf(context))
        if (CODE.test(name) && !STATUS.test(name) && ["decimal", "float", "double"].some((b) => isDerived(type, b)))
          report(at, { name });
    },
  }),
  defineRule({
    id: "time-zone-open",
    category: "types",
    severity: "info",
    title: ["times without a rule for the time zone", "未规定时区的时间"],
    message: [
      '{count} values of this document are xs:dateTime or xs:time with or without time zone as the writer likes; the first is "{name}"',
      "本文档有 {count} 个 xs:dateTime 或 xs:time 值，时区可写可不写，首个是“{name}”",
    ],
    advice: [
      "agree on the time zone in writing (Asia/Shanghai?) and write it always or never",
      "请书面约定时区（如 Asia/Shanghai），并统一写或不写",
    ],
    check(context, report) {
      const files = new Map<string, { name: string; at: SimpleType["at"]; count: number }>();
      for (const { name, type, at } of valuesOf(context)) {
        if (!(isDerived(type, "dateTime") || isDerived(type, "time")) || saysZone(type)) continue;
        const known = files.get(at.file);
        if (known === undefined) files.set(at.file, { name, at, count: 1 });
        else known.count++;
      }
      for (const { name, at, count } of files.values()) report(at, { name, count });
    },
  }),
  defineRule({
    id: "enumeration-near",
    category: "types",
    severity: "warning",
    title: ["enumeration values that people cannot tell apart", "肉眼难辨的枚举值"],
    message: ['"{value}" differs from "{other}" only in {how}', "“{value}”与“{other}”仅{how}不同"],
    advice: ["ask which one is meant; both are kept", "请确认以哪一个为准；两者都会保留"],
    check({ components }, report) {
      for (const { facets } of components.simpleTypes) {
        const seen = new Map<string, string>();
        for (const { value, at } of facets.enumerations ?? []) {
          const key = value.replace(/\s+|(?<=\p{L})[-_]+(?=\p{L})/gu, "").toLowerCase();
          const other = seen.get(key);
          if (other === undefined) seen.set(key, value);
          else {
            const spaces = other.toLowerCase() !== value.toLowerCase();
            report(at, {
              value,
              other,
              how: value === other ? "nothing" : spaces ? "spaces or hyphens" : "letter case",
              howZh: value === other ? "毫无" : spaces ? "空格或连字符" : "大小写",
            });
          }
        }
      }
    },
  }),
  defineRule({
    id: "enumeration-space",
    category: "types",
    severity: "warning",
    title: ["enumeration value with space around it", "枚举值首尾有空白"],
    message: [
      'the value "{value}" has white space around it, which counts in this type',
      "值“{value}”首尾有空白，而该类型中空白有意义",
    ],
    advice: ["ask whether the space is really sent", "请确认实际是否发送该空白"],
    check({ components }, report) {
      for (const type of components.simpleTypes)
        for (const { value, at } of type.facets.enumerations ?? [])
          if (value !== value.trim() && isDerived(type, "string") && !isDerived(type, "token")) report(at, { value });
    },
  }),
  defineRule({
    id: "enumeration-unreachable",
    category: "types",
    severity: "warning",
    title: ["enumeration value that the type's other facets forbid", "被同一类型其他限制排除的枚举值"],
    message: [
      'the value "{value}" is listed, but another facet of the type does not allow it: no message can hold it',
      "值“{value}”已列出，但同一类型的其他限制不允许：任何报文都不能使用它",
    ],
    advice: ["ask which of both is meant", "请确认以哪一个为准"],
    check({ components }, report) {
      for (const type of components.simpleTypes) {
        const { enumerations = [], ...others } = type.facets;
        for (const { value, at } of enumerations)
          if (readSimpleValue({ ...type, facets: others }, value) === null) report(at, { value });
      }
    },
  }),
  defineRule({
    id: "union-shadowed",
    category: "types",
    severity: "warning",
    title: ["union of a string and something else", "字符串与其他类型的 union"],
    message: [
      "the union has the unrestricted member {member} before others: those never count",
      "该 union 中不受限的成员 {member} 位于其他成员之前：后面的成员永不生效",
    ],
    advice: ["put the unrestricted member last, or leave the others out", "请将不受限的成员放在最后，或删除其他成员"],
    check({ components }, report) {
      for (const type of components.simpleTypes) {
        if (type.variety !== "union" || type.base?.variety === "union") continue;
        const open = type.members.findIndex(isFreeText);
        const member = type.members[open];
        if (member !== undefined && open < type.members.length - 1)
          report(type, { member: `xs:${member.name?.local ?? ""}` });
      }
    },
  }),
  defineRule({
    id: "list-of-strings",
    category: "types",
    severity: "warning",
    title: ["list of unrestricted strings", "不受限字符串的列表"],
    message: [
      "the items of this list are unrestricted strings: a space inside one splits it",
      "该列表的项是不受限的字符串：项内的空格会将其拆开",
    ],
    advice: ["ask for a repeated element, or for items without spaces", "请要求改为重复元素，或限定项内不含空格"],
    check({ components }, report) {
      for (const type of components.simpleTypes)
        if (type.variety === "list" && type.base?.variety !== "list" && type.item !== null && isFreeText(type.item))
          report(type);
    },
  }),
  defineRule({
    id: "pattern-anchored",
    category: "types",
    severity: "warning",
    title: ["pattern with ^ or $", "pattern 中带有 ^ 或 $"],
    message: [
      'the pattern "{pattern}" begins with ^ or ends in $, which XML Schema takes for these very characters',
      "模式“{pattern}”以 ^ 开头或以 $ 结尾，而 XML Schema 视其为字符本身",
    ],
    advice: [
      "remove them: a pattern always covers the whole value; as written no real value fits",
      "请删除：pattern 总是匹配整个值；照此书写则没有实际值符合",
    ],
    check({ components }, report) {
      for (const { facets } of components.simpleTypes)
        for (const { value, at } of facets.patterns ?? [])
          if (value.startsWith("^") || /(^|[^\\])(\\\\)*\$$/.test(value)) report(at, { pattern: value });
    },
  }),
  defineRule({
    id: "pattern-slow",
    category: "types",
    severity: "warning",
    title: ["pattern that takes exponential time", "耗时呈指数增长的 pattern"],
    message: [
      'the pattern "{pattern}" repeats a repetition: a hostile value of some 40 characters can block a process',
      "模式“{pattern}”对重复再做重复：约 40 个字符的恶意值即可使进程停滞",
    ],
    advice: ["repeat once: (a+)+ is a+; or limit the length as well", "只重复一次：(a+)+ 即 a+；或同时限制长度"],
    check({ components }, report) {
      for (const { facets } of components.simpleTypes)
        for (const { value, at } of facets.patterns ?? [])
          if (hasNestedRepetition(value)) report(at, { pattern: value });
    },
  }),
];

interface NamedValue {
  readonly name: string;
  readonly type: SimpleType;
  readonly at: SimpleType["at"];
}

/** Elements and attributes with simple content, where they are declared. */
function* valuesOf({ components }: LintContext): Generator<NamedValue> {
  for (const { element, particle } of components.elements) {
    if (element.scope === "global" && particle !== null) continue;
    const type = simpleTypeOf(element.type);
    if (type !== null) yield { name: element.name.local, type, at: element.at };
  }
  for (const attribute of components.attributes)
    yield { name: attribute.name.local, type: attribute.type, at: attribute.at };
}

function simpleTypeOf(type: Type): SimpleType | null {
  return type.kind === "simple" ? type : type.simpleType;
}

function isDerived(type: SimpleType, builtin: string): boolean {
  for (let t: SimpleType | null = type; t !== null; t = t.base)
    if (t.name?.ns === XSD_NS && t.name.local === builtin) return true;
  return false;
}

/** Whether a pattern or the facet of XML Schema 1.1 settles the time zone. */
function saysZone(type: SimpleType): boolean {
  for (let t: SimpleType | null = type; t !== null && isOwn(t); t = t.base)
    if (t.facets.patterns !== undefined || t.facets.explicitTimezone !== undefined) return true;
  return isDerived(type, "dateTimeStamp");
}

/** xs:string and its relatives themselves, which take nearly any text. */
function isFreeText({ name }: SimpleType): boolean {
  return name?.ns === XSD_NS && ["string", "normalizedString", "token", "anySimpleType"].includes(name.local);
}
