import type { Document, Element } from "./dom.ts";

const WSDL = "http://schemas.xmlsoap.org/wsdl/";
const SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
const SOAP12 = "http://schemas.xmlsoap.org/wsdl/soap12/";
const XS = "http://www.w3.org/2001/XMLSchema";

/** A change of a service description, and ids of which one has to be found: there, and on the way back. */
export interface ServiceOperator {
  readonly name: string;
  /** Elements it applies to: of WSDL, or of SOAP's binding with `soap:` before. */
  readonly on: string;
  readonly there: readonly string[];
  readonly back: readonly string[];
  readonly apply: (node: Element, document: Document) => boolean;
}

const operator = (
  name: string,
  on: string,
  there: string,
  back: string,
  apply: ServiceOperator["apply"],
): ServiceOperator => ({ name, on, there: there.split(" "), back: back.split(" "), apply });

/** Elements of a document by a name as in {@link ServiceOperator.on}. */
export function placesOf(document: Document, on: string): Element[] {
  if (!on.startsWith("soap:")) return [...document.getElementsByTagNameNS(WSDL, on)];
  return [SOAP, SOAP12].flatMap((ns) => [...document.getElementsByTagNameNS(ns, on.slice(5))]);
}

const all = (document: Document, local: string): Element[] => [...document.getElementsByTagNameNS(WSDL, local)];
const inside = (node: Element, local: string): Element[] => node.children.filter((c) => c.localName === local);
const localOf = (name: string | null): string => (name ?? "").split(":").pop() ?? "";
const isIn = (node: Element, local: string): boolean => node.parentElement?.localName === local;

function make(like: Element, ns: string, local: string, attributes: Readonly<Record<string, string>>): Element {
  const prefix = like.lookupPrefix(ns);
  const made = like.ownerDocument.createElementNS(ns, prefix ? `${prefix}:${local}` : local);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function set(node: Element, name: string, value: string): boolean {
  if (node.getAttribute(name) === value) return false;
  node.setAttribute(name, value);
  return true;
}

/** Renames what has a name, and every reference to it. */
function rename(document: Document, node: Element, on: readonly string[], attribute: string): boolean {
  const old = node.getAttribute("name");
  if (old === null) return false;
  node.setAttribute("name", `${old}Anew`);
  for (const local of on)
    for (const user of placesOf(document, local)) {
      const given = user.getAttribute(attribute);
      if (given !== null && localOf(given) === old) user.setAttribute(attribute, `${given}Anew`);
    }
  return true;
}

/** The operations of bindings that bind one of a port type. */
function boundTo(document: Document, operation: Element): Element[] {
  const type = operation.parentElement?.getAttribute("name") ?? "";
  const name = operation.getAttribute("name");
  return all(document, "binding")
    .filter((b) => localOf(b.getAttribute("type")) === type)
    .flatMap((b) => inside(b, "operation").filter((o) => o.getAttribute("name") === name));
}

function copy(node: Element): Element {
  return node.cloneNode(true) as Element;
}

/** A message with one part that is an element, and the prefix by which this document refers to its messages. */
function elementMessage(document: Document): { readonly message: string; readonly part: string } | null {
  const found = all(document, "message").find((m) => inside(m, "part").some((p) => p.hasAttribute("element")));
  const used = [...all(document, "input"), ...all(document, "output")]
    .map((i) => i.getAttribute("message"))
    .find((m) => m !== null && localOf(m) === found?.getAttribute("name"));
  const part = found === undefined ? null : (inside(found, "part")[0]?.getAttribute("name") ?? null);
  return used === undefined || used === null || part === null ? null : { message: used, part };
}

/** Whether an operation is the only one of its name, so that a copy of its name makes it no overload. */
const isSingle = (operation: Element): boolean =>
  inside(operation.parentElement as Element, "operation").filter(
    (o) => o.getAttribute("name") === operation.getAttribute("name"),
  ).length === 1;

const DOCUMENTED = "documentation-changed";
const PART_RENAMED = "rpc-part-renamed rpc-part-removed document-part-renamed";

/** All kinds of changes of service descriptions that are tried. */
export const SERVICE_OPERATORS: readonly ServiceOperator[] = [
  operator("service-add", "service", "service-added", "service-removed", (n) => {
    const other = copy(n);
    other.setAttribute("name", `${n.getAttribute("name")}Second`);
    return n.parentElement?.appendChild(other) !== undefined;
  }),
  operator("service-rename", "service", "service-renamed", "service-renamed", (n, d) => rename(d, n, [], "name")),
  operator("port-rename", "port", "port-renamed", "port-renamed", (n, d) => rename(d, n, [], "name")),
  operator("port-add", "port", "port-added", "port-removed", (n) => {
    const other = copy(n);
    other.setAttribute("name", `${n.getAttribute("name")}Second`);
    return n.parentElement?.appendChild(other) !== undefined;
  }),
  operator("address", "soap:address", "endpoint-changed", "endpoint-changed", (n) =>
    set(n, "location", "https://elsewhere.example/"),
  ),
  operator("port-type-rename", "portType", "port-type-renamed", "port-type-renamed", (n, d) =>
    inside(n, "operation").length > 0 ? rename(d, n, ["binding"], "type") : false,
  ),
  operator("binding-rename", "binding", "binding-renamed", "binding-renamed", (n, d) =>
    inside(n, "operation").length > 0 ? rename(d, n, ["port"], "binding") : false,
  ),
  operator("message-rename", "message", "message-renamed", "message-renamed", (n, d) => {
    const used = [...all(d, "input"), ...all(d, "output")].some(
      (i) => localOf(i.getAttribute("message")) === n.getAttribute("name"),
    );
    return used && rename(d, n, ["input", "output", "fault", "soap:header", "soap:headerfault"], "message");
  }),
  operator(
    "transport",
    "soap:binding",
    "transport-changed",
    "transport-changed",
    (n) =>
      inside(n.parentElement as Element, "operation").length > 0 &&
      set(n, "transport", "http://www.w3.org/2010/soapjms/"),
  ),
  operator("action", "soap:operation", "soap-action-changed", "soap-action-changed", (n) =>
    set(n, "soapAction", "urn:another-action"),
  ),
  operator("use", "soap:body", "use-changed", "use-changed", (n) => {
    if (n.getAttribute("use") !== "literal") return set(n, "use", "literal");
    return set(n, "use", "encoded") && set(n, "encodingStyle", "http://schemas.xmlsoap.org/soap/encoding/");
  }),
  operator("style", "soap:binding", "style-changed", "style-changed", (n) => {
    const operations = inside(n.parentElement as Element, "operation");
    if (operations.length === 0 || operations.some((o) => inside(o, "operation").some((s) => s.hasAttribute("style"))))
      return false;
    return set(n, "style", n.getAttribute("style") === "rpc" ? "document" : "rpc");
  }),
  operator("rpc-namespace", "soap:body", "rpc-namespace-changed", "rpc-namespace-changed", (n) => {
    const binding = n.parentElement?.parentElement?.parentElement;
    const style = binding?.children.find((c) => c.localName === "binding")?.getAttribute("style");
    return style === "rpc" && set(n, "namespace", "urn:another:rpc");
  }),
  operator(
    "operation-add",
    "operation",
    "operation-added operation-renamed",
    "operation-removed operation-renamed",
    (n, d) => {
      if (!isIn(n, "portType") || !isSingle(n)) return false;
      const name = `${n.getAttribute("name")}Again`;
      for (const o of [n, ...boundTo(d, n)]) {
        const other = copy(o);
        other.setAttribute("name", name);
        o.parentElement?.appendChild(other);
      }
      return true;
    },
  ),
  operator(
    "operation-rename",
    "operation",
    "operation-renamed operation-removed",
    "operation-renamed operation-removed",
    (n, d) => {
      if (!isIn(n, "portType") || !isSingle(n)) return false;
      const name = `${n.getAttribute("name")}Anew`;
      for (const o of [n, ...boundTo(d, n)].reverse()) o.setAttribute("name", name);
      return true;
    },
  ),
  operator("one-way", "operation", "mep-changed", "mep-changed", (n, d) => {
    if (!isIn(n, "portType") || !isSingle(n) || inside(n, "output").length === 0 || inside(n, "input").length === 0)
      return false;
    for (const o of [n, ...boundTo(d, n)])
      for (const part of ["output", "fault"]) for (const x of inside(o, part)) x.remove();
    return true;
  }),
  operator("documentation", "operation", DOCUMENTED, DOCUMENTED, (n) => {
    if (!isIn(n, "portType") || inside(n, "documentation").length > 0) return false;
    const note = make(n, WSDL, "documentation", {});
    note.textContent = "说明 explained";
    n.insertBefore(note, n.firstChild);
    return true;
  }),
  operator("extension-required", "binding", "extension-required-added", "extension-optional-changed", (n) => {
    const made = n.ownerDocument.createElementNS("urn:mutate", "m:demand");
    made.setAttributeNS(WSDL, `${n.lookupPrefix(WSDL) ?? "w"}:required`, "true");
    n.insertBefore(made, n.firstChild);
    return true;
  }),
  operator("extension", "binding", "extension-optional-changed", "extension-optional-changed", (n) => {
    n.insertBefore(n.ownerDocument.createElementNS("urn:mutate", "m:hint"), n.firstChild);
    return true;
  }),
  operator("policy", "binding", "policy-required-added", "policy-required-removed", (n) => policy(n, false)),
  operator("policy-optional", "binding", "policy-optional-changed", "policy-optional-changed", (n) => policy(n, true)),
  operator("header", "soap:body", "header-added", "header-removed", (n, d) => {
    const found = elementMessage(d);
    if (found === null || !["input", "output"].includes(n.parentElement?.localName ?? "")) return false;
    const header = make(n, n.namespaceURI ?? SOAP, "header", { ...found, use: "literal" });
    if (inside(n.parentElement as Element, "header").length > 0) return false;
    return n.parentElement?.appendChild(header) !== undefined;
  }),
  operator("fault", "operation", "fault-added", "fault-removed", (n, d) => {
    const found = elementMessage(d);
    if (found === null || !isIn(n, "portType") || inside(n, "output").length === 0) return false;
    n.appendChild(make(n, WSDL, "fault", { name: "mutated", message: found.message }));
    for (const o of boundTo(d, n)) {
      const soap = o.children.find((c) => c.localName === "operation")?.namespaceURI;
      if (!soap) continue;
      const fault = make(o, WSDL, "fault", { name: "mutated" });
      fault.appendChild(make(o, soap, "fault", { name: "mutated", use: "literal" }));
      o.appendChild(fault);
    }
    return true;
  }),
  operator("root-element", "part", "root-element-changed", "root-element-changed", (n, d) => {
    const own = n.getAttribute("element");
    const other = all(d, "part")
      .map((p) => p.getAttribute("element"))
      .find((e) => e !== null && e !== own);
    return own !== null && other !== undefined && other !== null && isBody(n, d) && set(n, "element", other);
  }),
  operator("part-kind", "part", "part-kind-changed", "part-kind-changed", (n, d) => {
    if (!n.hasAttribute("element") || !isBody(n, d)) return false;
    const prefix = n.lookupPrefix(XS);
    if (prefix === null) return false;
    n.removeAttribute("element");
    return set(n, "type", `${prefix}:string`);
  }),
  operator(
    "part-rename",
    "part",
    PART_RENAMED,
    PART_RENAMED,
    (n, d) => isBody(n, d) && set(n, "name", `${n.getAttribute("name")}Anew`),
  ),
  operator("part-add", "part", "rpc-part-added body-parts-changed", "rpc-part-removed body-parts-changed", (n, d) => {
    if (!n.hasAttribute("type") || !isBody(n, d)) return false;
    const other = copy(n);
    other.setAttribute("name", "mutated");
    return n.parentElement?.appendChild(other) !== undefined;
  }),
  operator(
    "part-move",
    "part",
    "rpc-part-reordered document-part-renamed",
    "rpc-part-reordered document-part-renamed",
    (n, d) => {
      const parts = inside(n.parentElement as Element, "part");
      if (parts.length < 2 || parts.at(-1) === n || !isBody(n, d)) return false;
      return n.parentElement?.appendChild(n) !== undefined;
    },
  ),
  operator("parameter-order", "operation", "parameter-order-changed", "parameter-order-changed", (n, d) => {
    if (!isIn(n, "portType") || !isSingle(n)) return false;
    const name = localOf(inside(n, "input")[0]?.getAttribute("message") ?? null);
    const parts = all(d, "message")
      .filter((m) => m.getAttribute("name") === name)
      .flatMap((m) => inside(m, "part").map((p) => p.getAttribute("name") ?? ""));
    return parts.length > 1 && set(n, "parameterOrder", parts.reverse().join(" "));
  }),
];

/** Whether a part goes into the body of a bound request or response without being chosen by name. */
function isBody(part: Element, document: Document): boolean {
  const message = part.parentElement?.getAttribute("name") ?? "";
  const name = part.getAttribute("name");
  const named = [
    ...placesOf(document, "soap:header").map((h) => h.getAttribute("part") === name),
    ...placesOf(document, "soap:body").map((b) => b.hasAttribute("parts")),
    ...all(document, "operation").map((o) => o.hasAttribute("parameterOrder")),
  ].some(Boolean);
  const used = all(document, "portType").flatMap((t) =>
    inside(t, "operation").flatMap((o) => [...inside(o, "input"), ...inside(o, "output")]),
  );
  return !named && used.some((i) => localOf(i.getAttribute("message")) === message);
}

function policy(binding: Element, optional: boolean): boolean {
  const ns = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  const made = binding.ownerDocument.createElementNS(ns, "mp:Policy");
  const rule = binding.ownerDocument.createElementNS("urn:mutate", "m:Rule");
  if (optional) rule.setAttributeNS(ns, "mp:Optional", "true");
  made.appendChild(rule);
  binding.insertBefore(made, binding.firstChild);
  return true;
}
