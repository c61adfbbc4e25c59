/** Which rule a value or a message breaks. */
export type IssueCode =
  /** An element, attribute or property that must be there is not. */
  | "required"
  /** An element that the schema does not know here. */
  | "unexpected_element"
  | "unexpected_attribute"
  | "unexpected_text"
  /** A property that the descriptor does not know. */
  | "unknown_property"
  | "min_occurs"
  | "max_occurs"
  /** None or several branches of a choice. */
  | "choice"
  /** `null` or xsi:nil where the schema does not allow it. */
  | "nil"
  /** Content in an element with xsi:nil. */
  | "nil_content"
  /** `null` where the type of the element has a required attribute: `{ $nil: true, … }` carries it. */
  | "nil_attribute"
  /** A JavaScript value of the wrong kind. */
  | "type"
  /** Not in the lexical space of the built-in type. */
  | "lexical"
  /** White space that reading would take away. */
  | "white_space"
  /** A character that XML cannot carry. */
  | "character"
  | "pattern"
  | "enumeration"
  | "length"
  | "min_length"
  | "max_length"
  | "total_digits"
  | "fraction_digits"
  | "min_inclusive"
  | "max_inclusive"
  | "min_exclusive"
  | "max_exclusive"
  | "fixed"
  /** A value of a union that has no text which an earlier member would not take. */
  | "union"
  /** An empty text where reading would put the element's default. */
  | "empty_default"
  /** An abstract type or element without a concrete one. */
  | "abstract"
  /** An xsi:type or `$type` that is not among the derived types. */
  | "unknown_type"
  /** A `$element` that is not in the substitution group. */
  | "unknown_substitute"
  /** A wildcard does not allow this namespace. */
  | "wildcard"
  /** An element or attribute that a strict wildcard let in and that the schema does not declare. */
  | "undeclared"
  /** A field of a key is missing, stands twice or is no simple value. */
  | "key"
  /** Two elements with one key. */
  | "unique"
  /** A reference to a key that does not stand in its scope. */
  | "keyref"
  /** An ID that stands twice. */
  | "id"
  /** A reference to an ID that does not stand in the document. */
  | "idref"
  /** The name of an entity, which only a DTD could declare. */
  | "entity"
  /** A raw element that is not well-formed, or not the element it says. */
  | "raw_xml"
  /** Another root element than expected. */
  | "root"
  /** A value that the wire profile cannot carry unchanged. */
  | "wire"
  /** A construct that is not supported. */
  | "unsupported";

/** Label of a field in both languages, as generated packages carry it. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** One broken rule: what, where in the object, where in the XML. Safe to show; values are shortened. */
export interface Issue {
  readonly code: IssueCode;
  /** Path in the object, `goodsList.goods[0].hsCode`; `""` is the message itself. */
  readonly path: string;
  /** Path in the XML, `/Body/goodsList/goods[1]/hsCode`. */
  readonly element: string;
  readonly label?: Label;
  /** Place in the XML, when reading. */
  readonly line?: number;
  readonly column?: number;
  /** The value, at most 40 characters of it. */
  readonly value?: string;
  readonly message: string;
  readonly messageZh: string;
}

/** A broken rule before it is known where. `limit` is what the rule says, `actual` what was found. */
export interface Violation {
  readonly code: IssueCode;
  readonly limit?: string | number;
  readonly actual?: string | number;
  readonly value?: string;
}

const TEXTS: Readonly<Record<IssueCode, readonly [en: string, zh: string]>> = {
  required: ["is required", "必填"],
  unexpected_element: ["element {actual} is not expected here{limit}", "此处不应出现元素 {actual}{limit}"],
  unexpected_attribute: ["attribute {actual} is not expected", "不应有属性 {actual}"],
  unexpected_text: ["text {actual} is not expected here", "此处不应有文本 {actual}"],
  unknown_property: ["property {actual} is not known", "未知的属性 {actual}"],
  min_occurs: ["stands {actual} times, at least {limit} expected", "出现 {actual} 次,至少应有 {limit} 次"],
  max_occurs: ["stands {actual} times, at most {limit} allowed", "出现 {actual} 次,至多允许 {limit} 次"],
  choice: ["exactly one of {limit} is expected, found {actual}", "{limit} 中应有且只有一项,实际为 {actual}"],
  nil: ["must not be null", "不能为 null"],
  nil_attribute: [
    "needs its attribute {limit} though it is null: { $nil: true, {limit}: … }",
    "为 null 时仍须有属性 {limit}:{ $nil: true, {limit}: … }",
  ],
  nil_content: ["has content although xsi:nil is true", "xsi:nil 为 true 时不能有内容"],
  type: ["expected {limit}, got {actual}", "应为 {limit},实际为 {actual}"],
  lexical: ["{value} is no {limit}", "{value} 不是合法的 {limit}"],
  white_space: ["{value} has white space that a reader takes away", "{value} 含有会被去除的空白"],
  character: ["character {actual} cannot stand in XML", "字符 {actual} 不能出现在 XML 中"],
  pattern: ["{value} does not match the pattern {limit}", "{value} 不符合格式 {limit}"],
  enumeration: ["{value} is none of the allowed values {limit}", "{value} 不在允许的取值之内: {limit}"],
  length: ["has length {actual}, exactly {limit} expected", "长度为 {actual},应为 {limit}"],
  min_length: ["has length {actual}, at least {limit} expected", "长度为 {actual},至少应为 {limit}"],
  max_length: ["has length {actual}, at most {limit} allowed", "长度为 {actual},至多 {limit}"],
  total_digits: ["{value} has {actual} digits, at most {limit} allowed", "{value} 有 {actual} 位数字,至多 {limit} 位"],
  fraction_digits: [
    "{value} has {actual} decimals, at most {limit} allowed",
    "{value} 有 {actual} 位小数,至多 {limit} 位",
  ],
  min_inclusive: ["{value} is below {limit}", "{value} 小于 {limit}"],
  max_inclusive: ["{value} is above {limit}", "{value} 大于 {limit}"],
  min_exclusive: ["{value} is not above {limit}", "{value} 应大于 {limit}"],
  max_exclusive: ["{value} is not below {limit}", "{value} 应小于 {limit}"],
  fixed: ["{value} is not the fixed value {limit}", "{value} 不是固定值 {limit}"],
  union: [
    "{value} would be read as another member of the union {limit}",
    "{value} 会被读作联合类型 {limit} 的其他成员",
  ],
  empty_default: ["an empty text would be read as the default {limit}", "空文本会被读作默认值 {limit}"],
  abstract: ["{limit} is abstract, a concrete one is expected", "{limit} 为抽象类型,应给出具体类型"],
  unknown_type: ["type {actual} cannot stand here, expected {limit}", "类型 {actual} 不能出现在此处,应为 {limit}"],
  unknown_substitute: [
    "element {actual} cannot stand here, expected {limit}",
    "元素 {actual} 不能出现在此处,应为 {limit}",
  ],
  wildcard: ["namespace {actual} is not allowed here", "此处不允许命名空间 {actual}"],
  undeclared: ["{actual} is not declared by the schema", "模式中没有声明 {actual}"],
  key: ["{limit}: {actual}", "{limit}: {actual}"],
  unique: ["{limit}: {actual} stands twice", "{limit}: {actual} 重复"],
  keyref: ["{limit}: there is no {actual}", "{limit}: 不存在 {actual}"],
  id: ["the ID {actual} stands twice", "ID {actual} 重复"],
  entity: ["there is no entity {actual}: only a DTD declares one", "没有实体 {actual}:实体只能由 DTD 声明"],
  idref: ["there is no element with the ID {actual}", "没有 ID 为 {actual} 的元素"],
  raw_xml: ["the raw element is wrong: {limit}", "原始元素有误: {limit}"],
  root: ["root element {actual}, expected {limit}", "根元素为 {actual},应为 {limit}"],
  wire: ["cannot be sent unchanged with this wire profile: {limit}", "此传输配置无法原样传送: {limit}"],
  unsupported: ["{limit} is not supported", "不支持 {limit}"],
};

type Part = "limit" | "actual" | "value";

/** A text cut where figures go: a text more than figures. */
interface Template {
  readonly texts: readonly string[];
  readonly parts: readonly Part[];
}

const TEMPLATES = new Map<IssueCode, readonly [en: Template, zh: Template]>();

function templatesOf(code: IssueCode): readonly [en: Template, zh: Template] {
  let found = TEMPLATES.get(code);
  if (!found) {
    const [en, zh] = TEXTS[code];
    found = [cut(en), cut(zh)];
    TEMPLATES.set(code, found);
  }
  return found;
}

function cut(text: string): Template {
  const pieces = text.split(/\{(limit|actual|value)\}/);
  return { texts: pieces.filter((_, i) => i % 2 === 0), parts: pieces.filter((_, i) => i % 2 === 1) as Part[] };
}

/** What a rule says in both languages, with its figures. */
export function violationText(violation: Violation): { readonly message: string; readonly messageZh: string } {
  const [en, zh] = templatesOf(violation.code);
  return { message: fill(en, violation), messageZh: fill(zh, violation) };
}

function fill({ texts, parts }: Template, violation: Violation): string {
  let text = texts[0] as string;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    const value = violation[part];
    if (value !== undefined) text += part === "value" ? quote(String(value)) : String(value);
    text += texts[i + 1] as string;
  }
  return text;
}

function quote(text: string): string {
  return `"${shorten(text)}"`;
}

/** At most `max` characters of a value, without breaking a pair; control characters made visible. */
export function shorten(text: string, max = 40): string {
  let cut = text;
  if (text.length > max) {
    const end = /[\ud800-\udbff]/.test(text[max - 1] as string) ? max - 1 : max;
    cut = `${text.slice(0, end)}…`;
  }
  return cut.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Cs}/gu, (c) => {
    if (c === "\n") return "\\n";
    if (c === "\r") return "\\r";
    if (c === "\t") return "\\t";
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
