import type { Policy, QName } from "./model.ts";
import { listItems } from "./names.ts";
import type { XNode } from "./tree.ts";

const POLICY_NAMESPACES: ReadonlySet<string> = new Set([
  "http://schemas.xmlsoap.org/ws/2004/09/policy",
  "http://schemas.xmlsoap.org/ws/2002/12/policy",
  "http://www.w3.org/ns/ws-policy",
]);
const WSU_NS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

/** WSDL documents by file, in which policies are looked up. */
export type PolicyIndex = Map<string, XNode>;

/** Whether `ns` is one of the namespaces of WS-Policy. */
export function isPolicyNamespace(ns: string): boolean {
  return POLICY_NAMESPACES.has(ns);
}

/** The policies attached to `node` as one, `null` when there are none. */
export function policyOf(node: XNode, subject: Policy["subject"], index: PolicyIndex): Policy | null {
  const expressions: XNode[] = [];
  let at: Policy["at"] | null = null;
  for (const child of node.children) {
    if (!isPolicyNamespace(child.ns)) continue;
    // Policies of wsdl:definitions with an id are only there to be referred to.
    if (child.local === "Policy" && node.local !== "definitions") expressions.push(child);
    else if (child.local === "PolicyReference") pushFound(expressions, child.attr("URI"), node, index);
    else continue;
    at ??= child.at;
  }
  for (const { ns, local, value } of node.qualified ?? []) {
    if (!isPolicyNamespace(ns) || local !== "PolicyURIs") continue;
    for (const uri of listItems(value)) pushFound(expressions, uri, node, index);
    at ??= node.at;
  }
  if (at === null) return null;
  const merged = new Map<string, { name: QName; optional: boolean }>();
  for (const assertion of expressions.flatMap((e) => assertionsOf(e))) {
    const key = `{${assertion.name.ns}}${assertion.name.local}`;
    const known = merged.get(key);
    merged.set(key, { name: assertion.name, optional: assertion.optional && (known?.optional ?? true) });
  }
  return { subject, at, assertions: [...merged.values()] };
}

function pushFound(expressions: XNode[], uri: string | undefined, node: XNode, index: PolicyIndex): void {
  const root = index.get(node.at.file);
  const id = uri?.trim().replace(/^#/, "");
  if (root === undefined || id === undefined) return;
  const found = root.children.find(
    (c) => isPolicyNamespace(c.ns) && c.local === "Policy" && (c.attrNs(WSU_NS, "Id") === id || c.attr("Name") === id),
  );
  if (found !== undefined) expressions.push(found);
}

/** Assertions of an operator; those not in every alternative are optional. */
function assertionsOf(operator: XNode): { name: QName; optional: boolean }[] {
  const lists = operator.children.map((child) => {
    if (isPolicyNamespace(child.ns)) return assertionsOf(child);
    const flag = child.qualified?.find((a) => isPolicyNamespace(a.ns) && a.local === "Optional")?.value.trim();
    return [{ name: { ns: child.ns, local: child.local }, optional: flag === "true" || flag === "1" }];
  });
  if (operator.local !== "ExactlyOne" || lists.length < 2) return lists.flat();
  return lists.flat().map((a) => {
    const everywhere = lists.every((list) =>
      list.some((b) => b.name.local === a.name.local && b.name.ns === a.name.ns),
    );
    return { name: a.name, optional: a.optional || !everywhere };
  });
}
