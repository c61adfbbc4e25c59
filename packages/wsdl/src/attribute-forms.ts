import type { AttributeKind } from "./grammar.ts";
import { collapse, isNCName, listItems } from "./names.ts";

function oneOf(...values: readonly string[]): (text: string) => boolean {
  return (text) => values.includes(text);
}

function allOrListOf(...values: readonly string[]): (text: string) => boolean {
  return (text) => text === "#all" || listItems(text).every((item) => values.includes(item));
}

function isQName(text: string): boolean {
  const parts = text.split(":");
  return parts.length <= 2 && parts.every(isNCName);
}

function isCount(text: string): boolean {
  return /^(?:\+?\d+|-0+)$/.test(text);
}

function any(): boolean {
  return true;
}

const TESTS: Readonly<
  Record<AttributeKind, readonly [test: (text: string) => boolean, expected: string, expectedZh: string]>
> = {
  ncname: [isNCName, "a name without colon (NCName)", "不含冒号的名称（NCName）"],
  qname: [isQName, "a qualified name (QName)", "限定名（QName）"],
  qnames: [
    (text) => listItems(text).every(isQName),
    "qualified names (QName), separated by spaces",
    "以空格分隔的限定名（QName）",
  ],
  boolean: [oneOf("true", "false", "1", "0"), "true or false", "true 或 false"],
  count: [isCount, "a number from 0", "不小于 0 的整数"],
  countOrUnbounded: [
    (text) => text === "unbounded" || isCount(text),
    "a number from 0, or unbounded",
    "不小于 0 的整数，或 unbounded",
  ],
  uri: [any, "", ""],
  uris: [any, "", ""],
  id: [isNCName, "a name without colon (ID)", "不含冒号的名称（ID）"],
  form: [oneOf("qualified", "unqualified"), "qualified or unqualified", "qualified 或 unqualified"],
  use: [
    oneOf("optional", "required", "prohibited"),
    "optional, required or prohibited",
    "optional、required 或 prohibited",
  ],
  process: [oneOf("strict", "lax", "skip"), "strict, lax or skip", "strict、lax 或 skip"],
  block: [
    allOrListOf("extension", "restriction", "substitution"),
    "#all, or a list of extension, restriction, substitution",
    "#all，或由 extension、restriction、substitution 组成的列表",
  ],
  blockDefault: [
    allOrListOf("extension", "restriction", "substitution"),
    "#all, or a list of extension, restriction, substitution",
    "#all，或由 extension、restriction、substitution 组成的列表",
  ],
  elementFinal: [
    allOrListOf("extension", "restriction"),
    "#all, or a list of extension, restriction",
    "#all，或由 extension、restriction 组成的列表",
  ],
  typeFinal: [
    allOrListOf("extension", "restriction"),
    "#all, or a list of extension, restriction",
    "#all，或由 extension、restriction 组成的列表",
  ],
  simpleFinal: [
    allOrListOf("list", "union", "restriction", "extension"),
    "#all, or a list of list, union, restriction",
    "#all，或由 list、union、restriction 组成的列表",
  ],
  finalDefault: [
    allOrListOf("extension", "restriction", "list", "union"),
    "#all, or a list of extension, restriction, list, union",
    "#all，或由 extension、restriction、list、union 组成的列表",
  ],
  xpath: [any, "", ""],
  text: [any, "", ""],
  nonNegative: [isCount, "a number from 0", "不小于 0 的整数"],
  positive: [(text) => isCount(text) && !/^[+-]?0+$/.test(text), "a number from 1", "不小于 1 的整数"],
  whiteSpace: [
    oneOf("preserve", "replace", "collapse"),
    "preserve, replace or collapse",
    "preserve、replace 或 collapse",
  ],
  namespaceList: [
    (text) =>
      text === "##any" ||
      text === "##other" ||
      listItems(text).every((item) => !item.startsWith("##") || item === "##targetNamespace" || item === "##local"),
    "##any, ##other, or a list of namespaces, ##targetNamespace, ##local",
    "##any、##other，或由命名空间、##targetNamespace、##local 组成的列表",
  ],
  namespaces11: [any, "", ""],
  qnames11: [any, "", ""],
  mode: [oneOf("none", "interleave", "suffix"), "none, interleave or suffix", "none、interleave 或 suffix"],
  timezone: [
    oneOf("optional", "required", "prohibited"),
    "optional, required or prohibited",
    "optional、required 或 prohibited",
  ],
  lang: [any, "", ""],
};

/** `null` when `text` has the form that an attribute of this kind needs, else what was expected. */
export function wrongForm(
  kind: AttributeKind,
  text: string,
): { readonly expected: string; readonly expectedZh: string } | null {
  const [test, expected, expectedZh] = TESTS[kind];
  return test(collapse(text)) ? null : { expected, expectedZh };
}
