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

const TESTS: Readonly<Record<AttributeKind, readonly [test: (text: string) => boolean, expected: string]>> = {
  ncname: [isNCName, "a name without colon (NCName)"],
  qname: [isQName, "a qualified name (QName)"],
  qnames: [(text) => listItems(text).every(isQName), "qualified names (QName), separated by spaces"],
  boolean: [oneOf("true", "false", "1", "0"), "true or false"],
  count: [isCount, "a number from 0"],
  countOrUnbounded: [(text) => text === "unbounded" || isCount(text), "a number from 0, or unbounded"],
  uri: [any, ""],
  uris: [any, ""],
  id: [isNCName, "a name without colon (ID)"],
  form: [oneOf("qualified", "unqualified"), "qualified or unqualified"],
  use: [oneOf("optional", "required", "prohibited"), "optional, required or prohibited"],
  process: [oneOf("strict", "lax", "skip"), "strict, lax or skip"],
  block: [
    allOrListOf("extension", "restriction", "substitution"),
    "#all, or a list of extension, restriction, substitution",
  ],
  blockDefault: [
    allOrListOf("extension", "restriction", "substitution"),
    "#all, or a list of extension, restriction, substitution",
  ],
  elementFinal: [allOrListOf("extension", "restriction"), "#all, or a list of extension, restriction"],
  typeFinal: [allOrListOf("extension", "restriction"), "#all, or a list of extension, restriction"],
  simpleFinal: [
    allOrListOf("list", "union", "restriction", "extension"),
    "#all, or a list of list, union, restriction",
  ],
  finalDefault: [
    allOrListOf("extension", "restriction", "list", "union"),
    "#all, or a list of extension, restriction, list, union",
  ],
  xpath: [any, ""],
  text: [any, ""],
  nonNegative: [isCount, "a number from 0"],
  positive: [(text) => isCount(text) && !/^[+-]?0+$/.test(text), "a number from 1"],
  whiteSpace: [oneOf("preserve", "replace", "collapse"), "preserve, replace or collapse"],
  namespaceList: [
    (text) =>
      text === "##any" ||
      text === "##other" ||
      listItems(text).every((item) => !item.startsWith("##") || item === "##targetNamespace" || item === "##local"),
    "##any, ##other, or a list of namespaces, ##targetNamespace, ##local",
  ],
  namespaces11: [any, ""],
  qnames11: [any, ""],
  mode: [oneOf("none", "interleave", "suffix"), "none, interleave or suffix"],
  timezone: [oneOf("optional", "required", "prohibited"), "optional, required or prohibited"],
  lang: [any, ""],
};

/** `null` when `text` has the form that an attribute of this kind needs, else what was expected. */
export function wrongForm(kind: AttributeKind, text: string): string | null {
  const [test, expected] = TESTS[kind];
  return test(collapse(text)) ? null : expected;
}
