import type { Document, Element } from "./dom.ts";

const WSDL = "http://schemas.xmlsoap.org/wsdl/";
const XS = "http://www.w3.org/2001/XMLSchema";
/** Statements of a schema that others refer to, by the attribute `ref` of a statement of the same name. */
const REFERRED = new Set(["element", "group", "attribute", "attributeGroup"]);

/**
 * Operations that lead to each named type of a WSDL document by what is written in it: references are followed from the parts of
 * messages, by local names alone. Knows nothing of the component model: an oracle for what the engine attributes.
 */
export function textualReach(document: Document): Map<string, Set<string>> {
  const references = new Map<string, Set<string>>();
  const refer = (from: string, to: string): void =>
    void references.set(from, (references.get(from) ?? new Set<string>()).add(to));
  for (const schema of document.getElementsByTagNameNS(XS, "schema"))
    for (const top of schema.children) {
      const own = keyOf(top);
      if (own === null) continue;
      // Whoever derives from a type has its content, and not what else may stand for it.
      const content = own.replace(/^type /, "content ");
      if (content !== own) refer(own, content);
      for (const to of referencesOf(top)) refer(content, to);
      const head = top.getAttribute("substitutionGroup");
      if (head !== null) refer(`element ${localOf(head)}`, own);
      for (const base of basesOf(top)) refer(base, own);
    }
  const messages = new Map<string, string[]>();
  for (const message of document.getElementsByTagNameNS(WSDL, "message"))
    messages.set(
      message.getAttribute("name") ?? "",
      message.children.flatMap((part) => [
        ...named(part, "element").map((n) => `element ${n}`),
        ...named(part, "type").map((n) => `type ${n}`),
      ]),
    );
  const out = new Map<string, Set<string>>();
  for (const operation of document.getElementsByTagNameNS(WSDL, "operation")) {
    if (operation.parentElement?.localName !== "portType") continue;
    const todo = operation.children.flatMap((c) => named(c, "message").flatMap((m) => messages.get(m) ?? []));
    const seen = new Set<string>();
    for (let key = todo.pop(); key !== undefined; key = todo.pop()) {
      if (seen.has(key)) continue;
      seen.add(key);
      todo.push(...(references.get(key) ?? []));
    }
    for (const key of seen)
      if (key.startsWith("content ")) {
        const type = key.slice(8);
        out.set(type, (out.get(type) ?? new Set()).add(operation.getAttribute("name") ?? ""));
      }
  }
  return out;
}

function keyOf(statement: Element): string | null {
  const name = statement.getAttribute("name");
  const kind = /^(?:complex|simple)Type$/.test(statement.localName) ? "type" : statement.localName;
  return name === null ? null : `${kind} ${name}`;
}

function referencesOf(statement: Element): string[] {
  // What a restriction does not repeat is not in it.
  const isRestriction =
    statement.localName === "restriction" && statement.parentElement?.localName === "complexContent";
  return [
    ...["type", "itemType"].flatMap((a) => named(statement, a)).map((n) => `type ${n}`),
    ...(isRestriction ? [] : named(statement, "base").map((n) => `content ${n}`)),
    ...(statement.getAttribute("memberTypes") ?? "").split(/\s+/).map((n) => `type ${localOf(n)}`),
    ...arrayItem(statement),
    ...(REFERRED.has(statement.localName) ? named(statement, "ref").map((n) => `${statement.localName} ${n}`) : []),
    ...statement.children.flatMap(referencesOf),
  ];
}

function arrayItem(statement: Element): string[] {
  const found = [...statement.attributes].find((a) => localOf(a.name) === "arrayType");
  return found === undefined ? [] : [`type ${localOf(found.value.replace(/\[.*/s, ""))}`];
}

/** What a named complex type derives from: it may stand there by xsi:type. */
function basesOf(type: Element): string[] {
  if (type.localName !== "complexType") return [];
  return type.children
    .filter((c) => /^(?:complex|simple)Content$/.test(c.localName))
    .flatMap((c) => c.children.flatMap((d) => named(d, "base").map((n) => `type ${n}`)));
}

function named(statement: Element, attribute: string): string[] {
  const value = statement.getAttribute(attribute);
  return value === null ? [] : [localOf(value)];
}

function localOf(name: string): string {
  return name.trim().split(":").pop() ?? "";
}
