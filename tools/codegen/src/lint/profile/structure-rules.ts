import { WSDL_NS, type WsdlError, type XNode } from "@coo/wsdl";
import { type LintContext, walk } from "../context.ts";
import { defineRule, type LintRule, type Report } from "../rule.ts";
import { isSoapElement } from "../statements.ts";

/** What may stand inside an element of WSDL, and which attributes it has; extensions of other namespaces aside. */
interface Grammar {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Children in the namespace of WSDL, by their first letters below; documentation is taken off first. */
  readonly children: RegExp;
}

const LETTERS: Readonly<Record<string, string>> = {
  import: "m",
  types: "t",
  message: "g",
  portType: "y",
  binding: "b",
  service: "s",
  part: "p",
  operation: "o",
  input: "i",
  output: "u",
  fault: "f",
  port: "r",
};

const NONE = /^$/;

/** By path of the last two names, else by the name. */
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  definitions: { required: [], optional: ["name", "targetNamespace"], children: /^[mtgybs]*$/ },
  import: { required: ["namespace", "location"], optional: [], children: NONE },
  types: { required: [], optional: [], children: NONE },
  message: { required: ["name"], optional: [], children: /^p*$/ },
  part: { required: ["name"], optional: ["element", "type"], children: NONE },
  portType: { required: ["name"], optional: [], children: /^o*$/ },
  "portType/operation": { required: ["name"], optional: ["parameterOrder"], children: /^(i(uf*)?|u(if*)?)$/ },
  "binding/operation": { required: ["name"], optional: [], children: /^i?u?f*$/ },
  input: { required: ["message"], optional: ["name"], children: NONE },
  output: { required: ["message"], optional: ["name"], children: NONE },
  fault: { required: ["name", "message"], optional: [], children: NONE },
  "bound/input": { required: [], optional: ["name"], children: NONE },
  "bound/output": { required: [], optional: ["name"], children: NONE },
  "bound/fault": { required: ["name"], optional: [], children: NONE },
  binding: { required: ["name", "type"], optional: [], children: /^o*$/ },
  service: { required: ["name"], optional: [], children: /^r*$/ },
  port: { required: ["name", "binding"], optional: [], children: NONE },
};

interface SoapGrammar {
  /** Names of the WSDL or SOAP elements it may stand in. */
  readonly parents: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const BODY = ["use", "encodingStyle", "namespace"];

/** The SOAP binding; what has an R-number of its own is left to that (`part` of headers, `name` of faults). */
const SOAP_GRAMMARS: Readonly<Record<string, SoapGrammar>> = {
  binding: { parents: ["binding"], required: [], optional: ["transport", "style"] },
  operation: { parents: ["operation"], required: [], optional: ["soapAction", "style", "soapActionRequired"] },
  body: { parents: ["input", "output", "part"], required: [], optional: ["parts", ...BODY] },
  header: { parents: ["input", "output", "part"], required: ["message"], optional: ["part", "parts", ...BODY] },
  headerfault: { parents: ["header"], required: ["message"], optional: ["part", "parts", ...BODY] },
  fault: { parents: ["fault"], required: [], optional: ["name", ...BODY] },
  address: { parents: ["port"], required: ["location"], optional: [] },
};

/** Rules about what the schemas of WSDL and of its SOAP binding allow. */
export const structureRules: readonly LintRule[] = [
  defineRule({
    id: "R2028",
    category: "wsi",
    severity: "warning",
    title: ["WSDL that the schema of WSDL 1.1 does not allow", "不符合 WSDL 1.1 模式的写法"],
    message: ["wsdl:{element}: {problem}", "wsdl:{element}：{problem}"],
    advice: [
      "write it as WSDL 1.1 prescribes; validating tools refuse it",
      "请按 WSDL 1.1 的规定书写；会做校验的工具会拒绝",
    ],
    check(context, report) {
      const reported = reportedPlaces(context, ["wsdl-attribute-missing", "wsdl-element-unknown", "wsdl-incomplete"]);
      for (const document of context.documents)
        if (document.kind === "wsdl")
          for (const node of walk(document.root)) if (node.ns === WSDL_NS) checkWsdl(node, reported, report);
    },
  }),
  defineRule({
    id: "R2029",
    category: "wsi",
    severity: "warning",
    title: ["SOAP extension that the schema of the SOAP binding does not allow", "不符合 SOAP 绑定模式的写法"],
    message: ["soap:{element}: {problem}", "soap:{element}：{problem}"],
    advice: ["write it as WSDL 1.1 section 3 prescribes", "请按 WSDL 1.1 第 3 节的规定书写"],
    replaces: ["header-message"],
    check({ documents }, report) {
      for (const document of documents)
        if (document.kind === "wsdl")
          for (const node of walk(document.root)) if (isSoapElement(node)) checkSoap(node, report);
    },
  }),
];

/** Places at which the loader reported one of `rules`. */
function reportedPlaces({ problems }: LintContext, rules: readonly string[]): (node: XNode) => boolean {
  const key = ({ file, line, column }: Pick<WsdlError, "file" | "line" | "column">): string =>
    `${file}|${line}|${column}`;
  const places = new Set(problems.filter((p) => rules.includes(p.rule)).map(key));
  return (node) => places.has(key(node.at));
}

function grammarOf(node: XNode): Grammar | undefined {
  const { parent } = node;
  if (node.local === "operation") return GRAMMARS[`${parent?.local ?? ""}/operation`];
  if (parent?.local === "operation" && parent.parent?.local === "binding") return GRAMMARS[`bound/${node.local}`];
  return GRAMMARS[node.local];
}

function checkWsdl(node: XNode, reported: (node: XNode) => boolean, report: Report): void {
  if (node.local === "documentation") {
    const first = node.parent?.children[0];
    if (first !== undefined && first !== node)
      say(report, node, "is not the first child of its parent", "不是其父元素的第一个子元素");
    return;
  }
  const grammar = grammarOf(node);
  if (grammar === undefined) {
    if (!reported(node)) say(report, node, "cannot stand here", "不能出现在此处");
    return;
  }
  for (const name of ownNames(node))
    if (!grammar.required.includes(name) && !grammar.optional.includes(name))
      say(report, node, `has no attribute "${name}"`, `没有属性“${name}”`);
  // An import without location is R2007.
  for (const name of grammar.required)
    if (node.attr(name) === undefined && !reported(node) && !(node.local === "import" && name === "location"))
      say(report, node, `lacks the attribute "${name}"`, `缺少属性“${name}”`);
  const letters = node.children
    .filter((c) => c.ns === WSDL_NS && c.local !== "documentation")
    .map((c) => LETTERS[c.local] ?? "?");
  if (!grammar.children.test(letters.join("")) && !letters.includes("?"))
    say(report, node, "has children that are missing, repeated or out of order", "子元素缺失、重复或次序不对");
}

function checkSoap(node: XNode, report: Report): void {
  const grammar = SOAP_GRAMMARS[node.local];
  if (grammar === undefined || !grammar.parents.includes(node.parent?.local ?? "")) {
    say(report, node, "cannot stand here", "不能出现在此处");
    return;
  }
  for (const name of ownNames(node))
    if (!grammar.required.includes(name) && !grammar.optional.includes(name))
      say(report, node, `has no attribute "${name}"`, `没有属性“${name}”`);
  for (const name of grammar.required)
    if (node.attr(name) === undefined) say(report, node, `lacks the attribute "${name}"`, `缺少属性“${name}”`);
}

function ownNames(node: XNode): string[] {
  return node.own.filter((_, i) => i % 2 === 0);
}

function say(report: Report, node: XNode, problem: string, problemZh: string): void {
  report(node, { element: node.local, problem, problemZh });
}
