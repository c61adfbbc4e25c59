/** Closed set of error codes; adding one is a minor change, changing a meaning a major one. */
export type WsdlErrorCode =
  /** A document that was handed in could not be read. */
  | "WSDL_READ"
  /** Not well-formed XML, a DTD, a wrong encoding, or over a limit of the reader. */
  | "WSDL_XML"
  /** Well-formed, but neither WSDL 1.1 nor XML Schema. */
  | "WSDL_NOT_WSDL"
  /** A language or construct that is refused on purpose: WSDL 2.0, old drafts of XML Schema. */
  | "WSDL_UNSUPPORTED"
  /** A document named by an import, include, redefine or override is not at hand. Nothing is ever fetched. */
  | "WSDL_UNRESOLVED_IMPORT"
  /** A name refers to nothing. */
  | "WSDL_UNRESOLVED_NAME"
  /** Two definitions of one name. */
  | "WSDL_DUPLICATE"
  /** An element or attribute stands where it must not, is missing, or has a value of the wrong form. */
  | "WSDL_SYNTAX"
  /** Every statement is well formed, but together they break a rule of the language. */
  | "WSDL_INVALID"
  /** A pattern is not an XML Schema regular expression. */
  | "WSDL_PATTERN"
  /** More problems or documents than the limits allow. */
  | "WSDL_LIMIT";

/** Values that fill the `{…}` places of a text. */
export type RuleParameters = Readonly<Record<string, string>>;

/**
 * Texts of one rule in both languages. `tolerated`: only a warning unless strict. `unknownName`: only a warning when
 * unknown names are let pass.
 */
export interface Rule {
  readonly code: WsdlErrorCode;
  readonly en: string;
  readonly zh: string;
  readonly expected?: string;
  readonly expectedZh?: string;
  readonly advice?: string;
  readonly adviceZh?: string;
  readonly tolerated?: true;
  readonly unknownName?: true;
}

/** Fills `{name}` places. */
export function fillText(text: string, values: RuleParameters): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Id of a rule. */
export type RuleId =
  | "document-unreadable"
  | "document-malformed"
  | "document-no-xml"
  | "document-foreign"
  | "document-wsdl20"
  | "document-draft-schema"
  | "schema-draft"
  | "doctype-ignored"
  | "too-many-problems"
  | "too-many-documents"
  | "content-too-large"
  | "derivation-too-long"
  | "import-missing"
  | "import-outside"
  | "import-other-namespace"
  | "import-own-namespace"
  | "include-other-namespace"
  | "import-not-schema"
  | "location-misnamed"
  | "array-type-unqualified"
  | "element-foreign"
  | "content-direct"
  | "element-unknown"
  | "element-order"
  | "text-unexpected"
  | "attribute-unknown"
  | "anonymous-named"
  | "attribute-missing"
  | "attribute-value"
  | "name-invalid"
  | "id-duplicate"
  | "attributes-conflict"
  | "name-and-ref"
  | "element-misspelt"
  | "name-or-ref"
  | "type-source-missing"
  | "occurs-order"
  | "prefix-undeclared"
  | "prefix-guessed"
  | "name-unknown"
  | "builtin-unknown"
  | "name-elsewhere"
  | "namespace-absent"
  | "import-statement-missing"
  | "duplicate"
  | "redefine-target"
  | "redefine-self"
  | "circular"
  | "type-not-simple"
  | "pattern-invalid"
  | "pattern-escape"
  | "derivation-final"
  | "restriction-any-simple"
  | "list-item"
  | "facet-not-applicable"
  | "facet-value"
  | "facet-loosens"
  | "facets-contradict"
  | "default-value"
  | "default-on-elements"
  | "default-on-id"
  | "default-needs-optional"
  | "fixed-differs"
  | "attribute-reserved"
  | "attribute-ids"
  | "ref-attribute"
  | "ref-content"
  | "notation-open"
  | "notation-public"
  | "substitution-type"
  | "restriction-attribute"
  | "restriction-wildcard"
  | "restriction-content"
  | "all-extended"
  | "namespace-empty"
  | "wildcard-namespaces"
  | "all-nested"
  | "all-repeated"
  | "all-content"
  | "all-occurs"
  | "element-types"
  | "content-ambiguous"
  | "constraint-path"
  | "keyref-fields"
  | "facet-twice"
  | "attribute-twice"
  | "simple-content-restriction"
  | "simple-content-base"
  | "complex-content-base"
  | "mixed-differs"
  | "too-deep"
  | "wsdl-import-other-namespace"
  | "wsdl-attribute-missing"
  | "wsdl-value"
  | "wsdl-no-namespace"
  | "wsdl-name-unknown"
  | "wsdl-incomplete"
  | "message-dropped"
  | "header-message"
  | "part-names-element"
  | "part-source"
  | "operation-unknown"
  | "operation-ambiguous"
  | "fault-unknown"
  | "operation-empty"
  | "wsdl-element-unknown"
  | "duplicate-equal"
  | "part-unknown";

/** Every rule by id. Ids are stable. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  // Documents
  "document-unreadable": {
    code: "WSDL_READ",
    en: "cannot read this document: {reason}",
    zh: "无法读取此文档：{reasonZh}",
    advice: "check the path and its permissions",
    adviceZh: "请检查路径与权限",
  },
  "document-malformed": {
    code: "WSDL_XML",
    en: "not well-formed XML: {reason}",
    zh: "不是格式良好的 XML：{reasonZh}",
    expected: "a well-formed XML 1.0 document with namespaces and without DTD",
    expectedZh: "格式良好、带命名空间且不含 DTD 的 XML 1.0 文档",
    advice: "repair the file or ask its publisher for a correct copy",
    adviceZh: "请修正文件，或向发布方索取正确的副本",
  },
  "document-no-xml": {
    code: "WSDL_NOT_WSDL",
    en: "this is {found}, not XML",
    zh: "这是{foundZh}，不是 XML",
    expected: "wsdl:definitions (WSDL 1.1) or xs:schema (XML Schema)",
    expectedZh: "wsdl:definitions（WSDL 1.1）或 xs:schema（XML Schema）",
    advice: "take the .wsdl and .xsd files themselves: out of the archive, or from the publisher of the document",
    adviceZh: "请使用 .wsdl 与 .xsd 文件本身：先解开压缩包，或向文档的发布方索取",
  },
  "document-foreign": {
    code: "WSDL_NOT_WSDL",
    en: "the root element is {found}",
    zh: "根元素是 {found}",
    expected: "wsdl:definitions (WSDL 1.1) or xs:schema (XML Schema)",
    expectedZh: "wsdl:definitions（WSDL 1.1）或 xs:schema（XML Schema）",
    advice: "check that the file is the service description itself and not an error page or a message",
    adviceZh: "请确认该文件是服务描述本身，而不是错误页面或报文",
  },
  "document-wsdl20": {
    code: "WSDL_UNSUPPORTED",
    en: "this is a WSDL 2.0 description, which is not supported",
    zh: "这是 WSDL 2.0 描述，不受支持",
    expected: "WSDL 1.1 (namespace http://schemas.xmlsoap.org/wsdl/)",
    expectedZh: "WSDL 1.1（命名空间 http://schemas.xmlsoap.org/wsdl/）",
    advice: "ask the publisher for the WSDL 1.1 form; most servers offer both",
    adviceZh: "请向发布方索取 WSDL 1.1 版本；多数服务端两者皆有",
  },
  "document-draft-schema": {
    code: "WSDL_UNSUPPORTED",
    en: "the schema uses the draft namespace {namespace}",
    zh: "该模式使用草案命名空间 {namespace}",
    expected: "http://www.w3.org/2001/XMLSchema",
    expectedZh: "http://www.w3.org/2001/XMLSchema",
    advice: "it is read as the final version; better convert it",
    adviceZh: "按正式版本读取；建议转换为正式版本",
    tolerated: true,
  },
  "schema-draft": {
    code: "WSDL_UNSUPPORTED",
    en: "the schema uses the draft namespace {namespace}, which is not supported",
    zh: "该模式使用草案命名空间 {namespace}，不受支持",
    expected: "http://www.w3.org/2001/XMLSchema",
    expectedZh: "http://www.w3.org/2001/XMLSchema",
    advice: "convert the schema to the final version of 2001",
    adviceZh: "请将模式转换为 2001 年的正式版本",
  },
  "doctype-ignored": {
    code: "WSDL_XML",
    en: "the document type declaration is ignored",
    zh: "忽略了文档类型声明（DOCTYPE）",
    expected: "a document without DTD",
    expectedZh: "不含 DTD 的文档",
    advice: "remove the declaration",
    adviceZh: "请删除该声明",
    tolerated: true,
  },
  "too-many-problems": {
    code: "WSDL_LIMIT",
    en: "more than {max} problems; the rest is not listed",
    zh: "问题超过 {max} 个，其余不再列出",
  },
  "too-many-documents": {
    code: "WSDL_LIMIT",
    en: "more than {max} documents are imported",
    zh: "引入的文档超过 {max} 个",
    advice: "raise limits.maxDocuments if this is intended",
    adviceZh: "如确有需要，请调高 limits.maxDocuments",
  },
  "content-too-large": {
    code: "WSDL_LIMIT",
    en: "the content has more than {max} parts once the groups it refers to are put in their places",
    zh: "将所引用的组展开后，内容超过 {max} 个部分",
    expected: "groups that do not multiply each other",
    expectedZh: "组之间不应成倍引用",
    advice: "replace the repeated references to groups by one with maxOccurs, or raise limits.maxParticles",
    adviceZh: "请用一个带 maxOccurs 的引用代替对组的重复引用，或调高 limits.maxParticles",
  },
  "derivation-too-long": {
    code: "WSDL_LIMIT",
    en: "more than {max} types are derived one from another",
    zh: "逐级派生的类型超过 {max} 层",
    expected: "types that derive from a common base side by side",
    expectedZh: "多个类型应并列派生自同一基类型",
    advice: "derive from an earlier type, or raise limits.maxDerivation",
    adviceZh: "请从更靠前的类型派生，或调高 limits.maxDerivation",
  },
  // Imports
  "import-missing": {
    code: "WSDL_UNRESOLVED_IMPORT",
    en: 'document "{location}" of namespace "{namespace}" is not at hand: {reason}',
    zh: "缺少文档“{location}”（命名空间“{namespace}”）：{reasonZh}",
    expected: "a local file",
    expectedZh: "本地文件",
    advice: "save the document as {suggestion}, or map its address in the catalog; nothing is fetched from a network",
    adviceZh: "请将该文档保存为 {suggestion}，或在 catalog 中映射其地址；加载时不访问网络",
  },
  "import-outside": {
    code: "WSDL_UNRESOLVED_IMPORT",
    en: 'document "{location}" of namespace "{namespace}" was not opened: it lies outside the permitted folder',
    zh: "未打开文档“{location}”（命名空间“{namespace}”）：位于允许的目录之外",
    expected: "a file inside the folder that imports must not leave",
    expectedZh: "引入不得超出的目录中的文件",
    advice:
      "if the document is trusted, permit a folder that holds all of them (option root), or save a copy beside this one",
    adviceZh: "若该文档可信，请用选项 root 允许一个包含全部文档的目录，或在本文档旁保存副本",
  },
  "import-other-namespace": {
    code: "WSDL_INVALID",
    en: 'the imported document "{location}" has target namespace "{found}"',
    zh: "所引入文档“{location}”的目标命名空间是“{found}”",
    expected: 'target namespace "{namespace}" as the import says',
    expectedZh: "与 import 所写一致的目标命名空间“{namespace}”",
    advice: "correct the namespace of the import or its location",
    adviceZh: "请更正 import 的 namespace 或位置",
    tolerated: true,
  },
  "import-own-namespace": {
    code: "WSDL_INVALID",
    en: 'a schema imports its own target namespace "{namespace}"',
    zh: "模式引入了自身的目标命名空间“{namespace}”",
    expected: "include for a document of the same namespace",
    expectedZh: "同一命名空间的文档应使用 include",
    advice: "replace import by include",
    adviceZh: "请将 import 改为 include",
    tolerated: true,
  },
  "include-other-namespace": {
    code: "WSDL_INVALID",
    en: 'the document "{location}" taken in by {element} has target namespace "{found}"',
    zh: "由 {element} 并入的文档“{location}”的目标命名空间是“{found}”",
    expected: 'target namespace "{namespace}" or none',
    expectedZh: "目标命名空间“{namespace}”或无命名空间",
    advice: "use import for a document of another namespace",
    adviceZh: "不同命名空间的文档应使用 import",
    tolerated: true,
  },
  "import-not-schema": {
    code: "WSDL_NOT_WSDL",
    en: 'the document "{location}" is not a schema',
    zh: "文档“{location}”不是 XML Schema",
    expected: "xs:schema as root element",
    expectedZh: "根元素为 xs:schema",
    advice: "point the import to a schema document",
    adviceZh: "请将 import 指向模式文档",
  },
  // Structure
  "location-misnamed": {
    code: "WSDL_SYNTAX",
    en: "xs:{element} has location instead of schemaLocation",
    zh: "xs:{element} 使用了 location 而非 schemaLocation",
    expected: "schemaLocation",
    expectedZh: "schemaLocation",
    tolerated: true,
  },
  "array-type-unqualified": {
    code: "WSDL_SYNTAX",
    en: "arrayType stands here without the namespace of WSDL",
    zh: "此处的 arrayType 未带 WSDL 命名空间",
    expected: "wsdl:arrayType",
    expectedZh: "wsdl:arrayType",
    tolerated: true,
  },
  "element-foreign": {
    code: "WSDL_SYNTAX",
    en: "{found} stands inside xs:{parent} outside of xs:appinfo",
    zh: "{found} 出现在 xs:{parent} 中而非 xs:appinfo 内",
    advice: "move it into xs:annotation/xs:appinfo",
    adviceZh: "请移入 xs:annotation/xs:appinfo",
    tolerated: true,
  },
  "content-direct": {
    code: "WSDL_SYNTAX",
    en: "xs:{found} stands directly inside xs:complexContent",
    zh: "xs:{found} 直接位于 xs:complexContent 内",
    expected: "xs:extension or xs:restriction",
    expectedZh: "xs:extension 或 xs:restriction",
    tolerated: true,
  },
  "element-unknown": {
    code: "WSDL_SYNTAX",
    en: "xs:{found} cannot stand inside xs:{parent}",
    zh: "xs:{parent} 内不能出现 xs:{found}",
    advice: "remove it or move it to where it belongs",
    adviceZh: "请删除或移到正确的位置",
  },
  "element-order": {
    code: "WSDL_SYNTAX",
    en: "the children of xs:{parent} are incomplete, repeated or out of order: {children}",
    zh: "xs:{parent} 的子元素缺失、重复或次序不对：{children}",
    advice: "put them in the order XML Schema prescribes",
    adviceZh: "请按 XML Schema 规定的次序排列",
  },
  "text-unexpected": {
    code: "WSDL_SYNTAX",
    en: 'text inside xs:{element}: "{text}"',
    zh: "xs:{element} 内有文本：“{text}”",
    expected: "elements only",
    expectedZh: "只能有元素",
    advice: "remove the text or put it into xs:annotation/xs:documentation",
    adviceZh: "请删除文本，或放入 xs:annotation/xs:documentation",
  },
  "attribute-unknown": {
    code: "WSDL_SYNTAX",
    en: 'attribute "{name}" is not allowed on xs:{element} here',
    zh: "此处的 xs:{element} 不允许有属性“{name}”",
    advice: "remove the attribute",
    adviceZh: "请删除该属性",
  },
  "anonymous-named": {
    code: "WSDL_SYNTAX",
    en: 'a local xs:{element} has the name "{name}"',
    zh: "局部的 xs:{element} 带有名称“{name}”",
    expected: "an anonymous type",
    expectedZh: "匿名类型",
    advice: "remove the name, or move the type to the top level",
    adviceZh: "请去掉名称，或将该类型移到顶层",
    tolerated: true,
  },
  "attribute-missing": {
    code: "WSDL_SYNTAX",
    en: 'xs:{element} lacks the attribute "{name}"',
    zh: "xs:{element} 缺少属性“{name}”",
    advice: "add the attribute",
    adviceZh: "请补上该属性",
  },
  "attribute-value": {
    code: "WSDL_SYNTAX",
    en: '"{value}" is not a valid value of {name} on xs:{element}',
    zh: "“{value}”不是 xs:{element} 的 {name} 的有效值",
    expected: "{expected}",
    expectedZh: "{expectedZh}",
  },
  "name-invalid": {
    code: "WSDL_SYNTAX",
    en: '"{value}" is not a valid name of an xs:{element}',
    zh: "“{value}”不是有效的 xs:{element} 名称",
    expected: "a name without colon (NCName)",
    expectedZh: "不含冒号的名称（NCName）",
    tolerated: true,
  },
  "id-duplicate": {
    code: "WSDL_DUPLICATE",
    en: 'the id "{value}" occurs twice in this document',
    zh: "id“{value}”在本文档中重复",
    advice: "give every id once",
    adviceZh: "每个 id 只能出现一次",
  },
  "attributes-conflict": {
    code: "WSDL_SYNTAX",
    en: "xs:{element}: {first} and {second} exclude each other",
    zh: "xs:{element}：{first} 与 {second} 不能同时出现",
    advice: "keep one of the two",
    adviceZh: "请保留其一",
  },
  "name-and-ref": {
    code: "WSDL_SYNTAX",
    en: "xs:{element} has both name and ref; ref counts",
    zh: "xs:{element} 同时带有 name 与 ref；以 ref 为准",
    expected: "one of the two",
    expectedZh: "两者之一",
    tolerated: true,
  },
  "element-misspelt": {
    code: "WSDL_SYNTAX",
    en: "xs:{found} is not an element of XML Schema; it is read as xs:{meant}",
    zh: "xs:{found} 不是 XML Schema 的元素，按 xs:{meant} 读取",
    expected: "xs:{meant}",
    expectedZh: "xs:{meant}",
    tolerated: true,
  },
  "name-or-ref": {
    code: "WSDL_SYNTAX",
    en: "xs:{element} has neither name nor ref",
    zh: "xs:{element} 既无 name 也无 ref",
    expected: "one of the two",
    expectedZh: "两者之一",
  },
  "type-source-missing": {
    code: "WSDL_SYNTAX",
    en: "xs:{element} names no type and contains none",
    zh: "xs:{element} 既未指明类型，也未内含类型",
    expected: "{attribute} or an xs:simpleType inside",
    expectedZh: "{attribute} 或内含的 xs:simpleType",
  },
  "occurs-order": {
    code: "WSDL_INVALID",
    en: "minOccurs {min} is greater than maxOccurs {max}",
    zh: "minOccurs {min} 大于 maxOccurs {max}",
  },
  // Names
  "prefix-undeclared": {
    code: "WSDL_UNRESOLVED_NAME",
    en: 'the prefix of "{name}" is not declared',
    zh: "“{name}”的前缀未声明",
    expected: "a namespace declaration xmlns:{prefix} in scope",
    expectedZh: "作用域内的命名空间声明 xmlns:{prefix}",
    advice: "declare the prefix",
    adviceZh: "请声明该前缀",
    unknownName: true,
  },
  "prefix-guessed": {
    code: "WSDL_UNRESOLVED_NAME",
    en: 'the prefix of "{name}" is not declared; {meant} is used, the only one of this local name',
    zh: "“{name}”的前缀未声明；采用了唯一同名的 {meant}",
    expected: "a namespace declaration xmlns:{prefix} in scope",
    expectedZh: "作用域内的命名空间声明 xmlns:{prefix}",
    advice: "declare the prefix",
    adviceZh: "请声明该前缀",
    tolerated: true,
  },
  "name-unknown": {
    code: "WSDL_UNRESOLVED_NAME",
    en: "there is no {kind} {name}",
    zh: "没有名为 {name} 的{kindZh}",
    expected: "{known}",
    expectedZh: "{knownZh}",
    advice: "correct the name, or import the document that defines it",
    adviceZh: "请更正名称，或引入定义它的文档",
    unknownName: true,
  },
  "builtin-unknown": {
    code: "WSDL_UNRESOLVED_NAME",
    en: "XML Schema has no {kind} {name}",
    zh: "XML Schema 没有名为 {name} 的{kindZh}",
    expected: "{known}",
    expectedZh: "{knownZh}",
    advice: "correct the name, or the prefix if a definition of your own is meant",
    adviceZh: "请更正名称；若指自己的定义，请更正前缀",
    unknownName: true,
  },
  "name-elsewhere": {
    code: "WSDL_UNRESOLVED_NAME",
    en: "there is no {kind} {name}; {meant} is used, the only one of this local name",
    zh: "没有名为 {name} 的{kindZh}；采用了唯一同名的 {meant}",
    expected: "{meant}",
    expectedZh: "{meant}",
    advice: "correct the prefix",
    adviceZh: "请更正前缀",
    tolerated: true,
  },
  "namespace-absent": {
    code: "WSDL_UNRESOLVED_NAME",
    en: '{kind} {name} belongs to namespace "{namespace}", which is imported without a document',
    zh: "{kindZh} {name} 属于命名空间“{namespace}”，而引入该命名空间时未给出文档",
    expected: "a document of that namespace",
    expectedZh: "该命名空间的文档",
    advice: "pass the document along or add schemaLocation; any content is allowed here meanwhile",
    adviceZh: "请一并提供该文档或补上 schemaLocation；此处暂按任意内容处理",
    tolerated: true,
  },
  "import-statement-missing": {
    code: "WSDL_UNRESOLVED_NAME",
    en: "{name} is used without an xs:import of its namespace",
    zh: "使用了 {name}，但未用 xs:import 引入其命名空间",
    expected: '<xs:import namespace="{namespace}"/>',
    expectedZh: '<xs:import namespace="{namespace}"/>',
    tolerated: true,
  },
  duplicate: {
    code: "WSDL_DUPLICATE",
    en: "{kind} {name} is defined twice; first at {first}",
    zh: "{kind} {name} 重复定义；首次定义于 {first}",
    expected: "one definition of each name",
    expectedZh: "每个名称只定义一次",
    advice: "remove one of the two definitions",
    adviceZh: "请删除其中一个定义",
  },
  "redefine-target": {
    code: "WSDL_INVALID",
    en: "{kind} {name} is redefined, but the redefined document does not define it",
    zh: "重定义了 {kind} {name}，但被重定义的文档并未定义它",
  },
  "redefine-self": {
    code: "WSDL_INVALID",
    en: "the redefinition of {kind} {name} does not build on the original",
    zh: "{kind} {name} 的重定义没有以原定义为基础",
    expected: "a derivation from itself",
    expectedZh: "以自身为基础派生",
  },
  circular: {
    code: "WSDL_INVALID",
    en: "{kind} {name} is defined by way of itself",
    zh: "{kind} {name} 循环定义",
    advice: "break the cycle",
    adviceZh: "请打破循环",
  },
  // Types
  "type-not-simple": {
    code: "WSDL_INVALID",
    en: "{name} is a complex type; a simple type must stand here",
    zh: "{name} 是复杂类型，此处须为简单类型",
    expected: "a simple type",
    expectedZh: "简单类型",
  },
  "pattern-invalid": {
    code: "WSDL_PATTERN",
    en: 'the pattern "{pattern}" is not a regular expression of XML Schema: {reason} (offset {offset})',
    zh: "模式“{pattern}”不是 XML Schema 正则表达式：{reasonZh}（偏移 {offset}）",
    expected: "a regular expression as in XML Schema part 2, appendix F",
    expectedZh: "符合 XML Schema 第二部分附录 F 的正则表达式",
    advice: "correct the pattern",
    adviceZh: "请更正该模式",
  },
  "pattern-escape": {
    code: "WSDL_PATTERN",
    en: 'the pattern "{pattern}" escapes a character that needs none',
    zh: "模式“{pattern}”转义了无需转义的字符",
    expected: "the character without backslash",
    expectedZh: "不带反斜杠的字符",
    tolerated: true,
  },
  "derivation-final": {
    code: "WSDL_INVALID",
    en: "{name} is final: it must not be used for {step}",
    zh: "{name} 声明为 final，不得用于 {step}",
    advice: "derive from another type, or lift final",
    adviceZh: "请从其他类型派生，或取消 final",
  },
  "restriction-any-simple": {
    code: "WSDL_INVALID",
    en: "{name} cannot be restricted directly",
    zh: "不能直接限制 {name}",
    expected: "a type derived from it",
    expectedZh: "由其派生的类型",
    tolerated: true,
  },
  "list-item": {
    code: "WSDL_INVALID",
    en: "the item type {name} of a list is or contains a list",
    zh: "列表的项类型 {name} 本身是列表或含有列表",
    expected: "an atomic type, or a union of such",
    expectedZh: "原子类型，或原子类型的联合",
  },
  "facet-not-applicable": {
    code: "WSDL_INVALID",
    en: "the facet {facet} does not apply to {type}",
    zh: "约束 {facet} 不适用于 {type}",
    advice: "remove the facet",
    adviceZh: "请删除该约束",
  },
  "facet-value": {
    code: "WSDL_INVALID",
    en: '"{value}" of {facet} is not a value of the base {type}',
    zh: "{facet} 的“{value}”不是基类型 {type} 的值",
    expected: "a value of {type}",
    expectedZh: "{type} 的值",
  },
  "facet-loosens": {
    code: "WSDL_INVALID",
    en: "{facet} {value} is looser than {inherited} of the base {base}, or the latter is fixed",
    zh: "{facet} {value} 比基类型 {base} 的 {inherited} 更宽，或后者已固定",
    expected: "a value at least as strict",
    expectedZh: "至少同样严格的值",
  },
  "facets-contradict": {
    code: "WSDL_INVALID",
    en: "{first} {a} and {second} {b} contradict or exclude each other",
    zh: "{first} {a} 与 {second} {b} 相互矛盾或不能同时出现",
    advice: "correct one of the two",
    adviceZh: "请更正其一",
  },
  "default-value": {
    code: "WSDL_INVALID",
    en: '"{value}" is not a value of {type}',
    zh: "“{value}”不是 {type} 的值",
    expected: "a value of {type} as default or fixed",
    expectedZh: "以 {type} 的值作为 default 或 fixed",
  },
  "default-on-elements": {
    code: "WSDL_INVALID",
    en: 'the content of this element cannot be "{value}": it is made of elements',
    zh: "该元素的内容由元素组成，不能为“{value}”",
    expected: "no default or fixed",
    expectedZh: "不带 default 与 fixed",
  },
  "default-on-id": {
    code: "WSDL_INVALID",
    en: 'an identifier (xs:ID) has the default or fixed value "{value}"',
    zh: "标识符（xs:ID）带有 default 或 fixed 值“{value}”",
    expected: "no default or fixed",
    expectedZh: "不带 default 与 fixed",
  },
  "default-needs-optional": {
    code: "WSDL_INVALID",
    en: "attribute {name} has a default but is not optional",
    zh: "属性 {name} 有 default 却不是可选的",
    expected: 'use="optional", or no default',
    expectedZh: 'use="optional"，或不带 default',
    tolerated: true,
  },
  "fixed-differs": {
    code: "WSDL_INVALID",
    en: 'attribute {name} is fixed to "{value}" by its declaration',
    zh: "属性 {name} 的声明将其固定为“{value}”",
    expected: "the same value",
    expectedZh: "相同的值",
  },
  "attribute-reserved": {
    code: "WSDL_INVALID",
    en: "an attribute cannot be called {name}",
    zh: "属性不能命名为 {name}",
  },
  "attribute-ids": {
    code: "WSDL_INVALID",
    en: "attribute {name} is the second of type xs:ID",
    zh: "属性 {name} 是第二个 xs:ID 类型的属性",
    expected: "one at most",
    expectedZh: "至多一个",
    tolerated: true,
  },
  "ref-attribute": {
    code: "WSDL_SYNTAX",
    en: "a reference to an {element} cannot have {name}; it is ignored",
    zh: "对 {element} 的引用不能带 {name}；已忽略",
    advice: "put it on the global declaration",
    adviceZh: "请放到全局声明上",
    tolerated: true,
  },
  "ref-content": {
    code: "WSDL_SYNTAX",
    en: "a reference to an {element} cannot contain xs:{found}",
    zh: "对 {element} 的引用不能包含 xs:{found}",
    advice: "put it into the global declaration",
    adviceZh: "请放到全局声明中",
  },
  "notation-open": {
    code: "WSDL_INVALID",
    en: "xs:NOTATION is used without listing the notations",
    zh: "使用 xs:NOTATION 时未列出各记法",
    expected: "a restriction with xs:enumeration",
    expectedZh: "带 xs:enumeration 的限制",
  },
  "notation-public": {
    code: "WSDL_SYNTAX",
    en: "xs:notation lacks public, which XML Schema 1.0 demands",
    zh: "xs:notation 缺少 XML Schema 1.0 要求的 public",
    tolerated: true,
  },
  "substitution-type": {
    code: "WSDL_INVALID",
    en: "the type of {name} does not derive from that of {head}, for which it may stand",
    zh: "{name} 可替换 {head}，但其类型不是由后者的类型派生",
    expected: "the same type or one derived from it",
    expectedZh: "相同类型或由其派生的类型",
    tolerated: true,
  },
  "restriction-attribute": {
    code: "WSDL_INVALID",
    en: "attribute {name} does not restrict the base: {reason}",
    zh: "属性 {name} 没有正确限制基类型：{reasonZh}",
    tolerated: true,
  },
  "restriction-wildcard": {
    code: "WSDL_INVALID",
    en: "xs:anyAttribute allows more than the base {name}",
    zh: "xs:anyAttribute 允许的范围大于基类型 {name}",
    tolerated: true,
  },
  "restriction-content": {
    code: "WSDL_INVALID",
    en: "the content does not restrict that of {name}: {reason}",
    zh: "内容没有正确限制 {name} 的内容：{reasonZh}",
    tolerated: true,
  },
  "all-extended": {
    code: "WSDL_INVALID",
    en: "xs:all extends xs:all, which XML Schema 1.0 forbids",
    zh: "xs:all 扩展 xs:all，XML Schema 1.0 不允许",
    expected: "XML Schema 1.1, or xs:sequence",
    expectedZh: "XML Schema 1.1，或使用 xs:sequence",
    tolerated: true,
  },
  "namespace-empty": {
    code: "WSDL_SYNTAX",
    en: "targetNamespace is empty",
    zh: "targetNamespace 为空",
    expected: "a namespace, or no targetNamespace at all",
    expectedZh: "一个命名空间，或不写 targetNamespace",
    tolerated: true,
  },
  "wildcard-namespaces": {
    code: "WSDL_SYNTAX",
    en: "namespace and notNamespace exclude each other",
    zh: "namespace 与 notNamespace 不能同时出现",
    expected: "one of the two",
    expectedZh: "两者之一",
  },
  "all-nested": {
    code: "WSDL_INVALID",
    en: "xs:all stands inside another group or behind inherited content",
    zh: "xs:all 位于其他组之内，或位于继承内容之后",
    expected: "xs:all as the whole content of a type",
    expectedZh: "xs:all 作为类型的全部内容",
    tolerated: true,
  },
  "all-repeated": {
    code: "WSDL_INVALID",
    en: "xs:all occurs more than once",
    zh: "xs:all 出现多次",
    expected: 'maxOccurs="1"',
    expectedZh: 'maxOccurs="1"',
  },
  "all-content": {
    code: "WSDL_INVALID",
    en: "xs:all contains a group",
    zh: "xs:all 中含有组",
    expected: "elements only",
    expectedZh: "只能有元素",
    tolerated: true,
  },
  "all-occurs": {
    code: "WSDL_INVALID",
    en: "inside xs:all this occurs more than once or is a wildcard, which XML Schema 1.0 forbids",
    zh: "xs:all 之内出现多次或为通配符，XML Schema 1.0 不允许",
    expected: 'maxOccurs="1", or XML Schema 1.1',
    expectedZh: 'maxOccurs="1"，或 XML Schema 1.1',
    tolerated: true,
  },
  "element-types": {
    code: "WSDL_INVALID",
    en: "element {name} has another type here than at {first} in the same content",
    zh: "同一内容中元素 {name} 的类型与 {first} 处不同",
    expected: "one type for one name",
    expectedZh: "同名元素类型相同",
    tolerated: true,
  },
  "content-ambiguous": {
    code: "WSDL_INVALID",
    en: "the content is ambiguous: an element may belong to {first} (at {a}) or to {second} (at {b})",
    zh: "内容有歧义：某元素既可属于 {first}（{a}），也可属于 {second}（{b}）",
    expected: "at every point one possibility only (Unique Particle Attribution)",
    expectedZh: "每一处只有一种可能（Unique Particle Attribution）",
    tolerated: true,
  },
  "constraint-path": {
    code: "WSDL_SYNTAX",
    en: '"{path}" is not a path that selectors and fields may use',
    zh: "“{path}”不是 selector 或 field 可用的路径",
    expected: "child steps and, in fields, one attribute at the end",
    expectedZh: "子元素步；field 末尾可用一个属性",
  },
  "keyref-fields": {
    code: "WSDL_INVALID",
    en: "the keyref has {a} fields, the key {name} has {b}",
    zh: "keyref 有 {a} 个 field，而键 {name} 有 {b} 个",
    expected: "equally many",
    expectedZh: "数目相同",
  },
  "facet-twice": {
    code: "WSDL_SYNTAX",
    en: "the facet {facet} is stated twice in one restriction",
    zh: "同一 restriction 中重复出现约束 {facet}",
    advice: "keep one of the two",
    adviceZh: "请保留其一",
  },
  "attribute-twice": {
    code: "WSDL_DUPLICATE",
    en: "the type has two attributes called {name}",
    zh: "该类型有两个名为 {name} 的属性",
    advice: "remove one of the two; an inherited attribute needs no repetition",
    adviceZh: "请删除其一；继承的属性无需重复声明",
  },
  "simple-content-restriction": {
    code: "WSDL_INVALID",
    en: "the simple content restricts the simple type {name}; it is read as an extension",
    zh: "简单内容对简单类型 {name} 使用了 restriction，按 extension 处理",
    expected: "xs:extension, or a complex type as base",
    expectedZh: "xs:extension，或以复杂类型为基类型",
    tolerated: true,
  },
  "simple-content-base": {
    code: "WSDL_INVALID",
    en: "the simple content derives from {name}, which has no simple content",
    zh: "简单内容派生自 {name}，而后者没有简单内容",
    expected: "a simple type, or a complex type with simple content",
    expectedZh: "简单类型，或具有简单内容的复杂类型",
  },
  "complex-content-base": {
    code: "WSDL_INVALID",
    en: "the complex content derives from {name}, which has no element content",
    zh: "复杂内容派生自 {name}，而后者没有元素内容",
    expected: "a complex type with element content; use xs:simpleContent otherwise",
    expectedZh: "具有元素内容的复杂类型；否则请用 xs:simpleContent",
  },
  "mixed-differs": {
    code: "WSDL_INVALID",
    en: "an extension and its base {name} must both be mixed or both not",
    zh: "扩展类型与其基类型 {name} 须同为混合内容或同为非混合内容",
    tolerated: true,
  },
  "too-deep": {
    code: "WSDL_LIMIT",
    en: "definitions refer to each other too deeply",
    zh: "定义之间的引用层次过深",
  },
  "wsdl-import-other-namespace": {
    code: "WSDL_INVALID",
    en: 'the imported document "{location}" has target namespace "{found}"',
    zh: "所引入文档“{location}”的目标命名空间是“{found}”",
    expected: 'target namespace "{namespace}" as the import says',
    expectedZh: "与 import 所写一致的目标命名空间“{namespace}”",
    advice: "correct the namespace of the import or its location",
    adviceZh: "请更正 import 的 namespace 或位置",
    tolerated: true,
  },
  // WSDL
  "wsdl-attribute-missing": {
    code: "WSDL_SYNTAX",
    en: 'wsdl:{element} lacks the attribute "{name}"',
    zh: "wsdl:{element} 缺少属性“{name}”",
    advice: "add the attribute",
    adviceZh: "请补上该属性",
  },
  "wsdl-value": {
    code: "WSDL_SYNTAX",
    en: '"{value}" is not a valid value of {name} on {element}',
    zh: "“{value}”不是 {element} 的 {name} 的有效值",
    expected: "{expected}",
    expectedZh: "{expectedZh}",
    tolerated: true,
  },
  "wsdl-no-namespace": {
    code: "WSDL_SYNTAX",
    en: "definitions has no namespace; it is read as WSDL 1.1",
    zh: "definitions 没有命名空间，按 WSDL 1.1 读取",
    expected: 'xmlns="http://schemas.xmlsoap.org/wsdl/"',
    expectedZh: 'xmlns="http://schemas.xmlsoap.org/wsdl/"',
    tolerated: true,
  },
  "wsdl-name-unknown": {
    code: "WSDL_UNRESOLVED_NAME",
    en: "there is no {kind} {name}",
    zh: "没有名为 {name} 的 {kind}",
    expected: "{known}",
    expectedZh: "{known}",
    advice: "correct the name, or import the document that defines it",
    adviceZh: "请更正名称，或引入定义它的文档",
  },
  "wsdl-incomplete": {
    code: "WSDL_SYNTAX",
    en: 'wsdl:{element} "{name}" lacks the attribute "{attribute}" and is left out',
    zh: "wsdl:{element}“{name}”缺少属性“{attribute}”，已略去",
    advice: "add the attribute",
    adviceZh: "请补上该属性",
    tolerated: true,
  },
  "message-dropped": {
    code: "WSDL_UNRESOLVED_NAME",
    en: "there is no message {name}; the {kind} that refers to it is left out",
    zh: "不存在消息 {name}；引用它的 {kind} 已略去",
    advice: "define the message or import the document that does",
    adviceZh: "请定义该消息，或引入定义它的文档",
    tolerated: true,
  },
  "header-message": {
    code: "WSDL_SYNTAX",
    en: "soap:header names no message; that of the operation is used",
    zh: "soap:header 未指明消息；采用该操作的消息",
    expected: "the attribute message",
    expectedZh: "属性 message",
    tolerated: true,
  },
  "part-names-element": {
    code: "WSDL_UNRESOLVED_NAME",
    en: 'part "{name}" has type={value}, but {value} is an element',
    zh: "part“{name}”写作 type={value}，但 {value} 是元素",
    expected: "element={value}",
    expectedZh: "element={value}",
    tolerated: true,
  },
  "part-source": {
    code: "WSDL_SYNTAX",
    en: 'part "{name}" has {found}',
    zh: "part“{name}”的 element 与 type {foundZh}",
    expected: "exactly one of element and type",
    expectedZh: "element 与 type 恰有其一",
    tolerated: true,
  },
  "operation-unknown": {
    code: "WSDL_UNRESOLVED_NAME",
    en: 'the bound operation "{name}" does not exist in port type {portType}',
    zh: "绑定的操作“{name}”在端口类型 {portType} 中不存在",
    expected: "{known}",
    expectedZh: "{known}",
    tolerated: true,
  },
  "operation-ambiguous": {
    code: "WSDL_INVALID",
    en: 'the bound operation "{name}" fits several overloads of port type {portType}',
    zh: "绑定的操作“{name}”对应端口类型 {portType} 的多个重载",
    advice: "name the input and output of operation and binding alike",
    adviceZh: "请为操作与绑定的 input、output 取相同的名称",
  },
  "fault-unknown": {
    code: "WSDL_UNRESOLVED_NAME",
    en: 'the bound fault "{name}" does not exist in operation "{operation}"',
    zh: "绑定的 fault“{name}”在操作“{operation}”中不存在",
    expected: "{known}",
    expectedZh: "{known}",
    tolerated: true,
  },
  "operation-empty": {
    code: "WSDL_SYNTAX",
    en: 'operation "{name}" has neither input nor output',
    zh: "操作“{name}”既无 input 也无 output",
    expected: "wsdl:input, wsdl:output or both",
    expectedZh: "wsdl:input、wsdl:output 或两者",
    tolerated: true,
  },
  "wsdl-element-unknown": {
    code: "WSDL_SYNTAX",
    en: "wsdl:{found} cannot stand inside wsdl:{parent}",
    zh: "wsdl:{parent} 内不能出现 wsdl:{found}",
    advice: "remove it or move it to where it belongs",
    adviceZh: "请删除或移到正确的位置",
  },
  "duplicate-equal": {
    code: "WSDL_DUPLICATE",
    en: "{kind} {name} is defined twice in the same words; first at {first}",
    zh: "{kind} {name} 以相同内容重复定义；首次定义于 {first}",
    advice: "remove one of the two definitions",
    adviceZh: "请删除其中一个定义",
    tolerated: true,
  },
  "part-unknown": {
    code: "WSDL_UNRESOLVED_NAME",
    en: 'message {message} has no part "{name}"',
    zh: "消息 {message} 没有 part“{name}”",
    expected: "{known}",
    expectedZh: "{known}",
    tolerated: true,
  },
};
