import type { InterfaceFacts } from "@coo/evolution";
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
  /** What the old description needs first, where it does not have it. */
  readonly prepare?: (node: Element, document: Document) => boolean;
  /** What a manifest says of the old and of the new side, when the description says nothing else. */
  readonly facts?: (document: Document, variant: number) => readonly [InterfaceFacts, InterfaceFacts] | null;
  /** Meant to be caught by the safety net alone. */
  readonly unclassified?: true;
}

const operator = (
  name: string,
  on: string,
  there: string,
  back: string,
  apply: ServiceOperator["apply"],
): ServiceOperator => ({ name, on, there: there.split(" "), back: back.split(" "), apply });

/** An operator whose old side is made ready first. */
const prepared = (
  name: string,
  on: string,
  there: string,
  back: string,
  prepare: ServiceOperator["apply"],
  apply: ServiceOperator["apply"],
): ServiceOperator => ({ ...operator(name, on, there, back, apply), prepare });

/** Elements of a document by a name as in {@link ServiceOperator.on}. */
export function placesOf(document: Document, on: string): Element[] {
  if (!on.startsWith("soap:")) return [...document.getElementsByTagNameNS(WSDL, on)];
  return [SOAP, SOAP12].flatMap((ns) => [...document.getElementsByTagNameNS(ns, on.slice(5))]);
}

const XSD = "http://www.w3.org/2001/XMLSchema";
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
  operator("use", "soap:body", "use-changed", "use-changed", (n, d) => {
    if (!isSent(n, d)) return false;
    if (n.getAttribute("use") !== "literal") return set(n, "use", "literal");
    return set(n, "use", "encoded") && set(n, "encodingStyle", "http://schemas.xmlsoap.org/soap/encoding/");
  }),
  operator("style", "soap:binding", "style-changed", "style-changed", (n, d) => {
    const operations = inside(n.parentElement as Element, "operation");
    if (
      !operations.some((o) => isOffered(o, d)) ||
      operations.some((o) => inside(o, "operation").some((s) => s.hasAttribute("style")))
    )
      return false;
    return set(n, "style", n.getAttribute("style") === "rpc" ? "document" : "rpc");
  }),
  operator("rpc-namespace", "soap:body", "rpc-namespace-changed", "rpc-namespace-changed", (n, d) => {
    const [direction, bound] = [n.parentElement, n.parentElement?.parentElement];
    const binding = bound?.parentElement?.children.find((c) => c.localName === "binding");
    const own = bound?.children.find((c) => c.localName === "operation")?.getAttribute("style");
    if (direction?.namespaceURI !== WSDL || (own || binding?.getAttribute("style")) !== "rpc") return false;
    if (!isSent(n, d)) return false;
    return set(n, "namespace", "urn:another:rpc");
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
    if (inside(n, "operation").length === 0) return false;
    const made = n.ownerDocument.createElementNS("urn:mutate", "m:demand");
    made.setAttributeNS(WSDL, `${n.lookupPrefix(WSDL) ?? "w"}:required`, "true");
    n.insertBefore(made, n.firstChild);
    return true;
  }),
  operator("extension", "binding", "extension-optional-changed", "extension-optional-changed", (n) => {
    if (inside(n, "operation").length === 0) return false;
    n.insertBefore(n.ownerDocument.createElementNS("urn:mutate", "m:hint"), n.firstChild);
    return true;
  }),
  operator("policy", "binding", "policy-required-added", "policy-required-removed", (n) => policy(n, false)),
  operator("policy-optional", "binding", "policy-optional-changed", "policy-optional-changed", (n) => policy(n, true)),
  operator("header", "soap:body", "header-added", "header-removed", (n, d) => {
    const found = elementMessage(d);
    if (found === null || !["input", "output"].includes(n.parentElement?.localName ?? "") || !isSent(n, d))
      return false;
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
  operator(
    "rpc-part-rename",
    "part",
    "rpc-part-renamed",
    "rpc-part-renamed",
    (n, d) => isBody(n, d) && isRpc(n, d) && set(n, "name", `${n.getAttribute("name")}Anew`),
  ),
  operator("rpc-part-move", "part", "rpc-part-reordered", "rpc-part-reordered", (n, d) => {
    const parts = inside(n.parentElement as Element, "part");
    return (
      parts.length > 1 &&
      parts.at(-1) !== n &&
      isBody(n, d) &&
      isRpc(n, d) &&
      n.parentElement?.appendChild(n) !== undefined
    );
  }),
  operator("rpc-part-add", "part", "rpc-part-added", "rpc-part-removed", (n, d) => {
    if (!n.hasAttribute("type") || !isBody(n, d) || !isRpc(n, d)) return false;
    const other = copy(n);
    other.setAttribute("name", "mutated");
    return n.parentElement?.appendChild(other) !== undefined;
  }),
  operator(
    "document-part-rename",
    "part",
    "document-part-renamed",
    "document-part-renamed",
    (n, d) =>
      n.hasAttribute("element") && isBody(n, d) && !isRpc(n, d) && set(n, "name", `${n.getAttribute("name")}Anew`),
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
  operator("soap-version", "binding", "soap-version-changed", "soap-version-changed", (n, d) => {
    const own = n.children.find((c) => c.localName === "binding")?.namespaceURI;
    if (inside(n, "operation").length === 0 || own !== SOAP) return false;
    // Two bindings of one port type in both versions would be taken for each other.
    if (all(d, "binding").filter((b) => b.getAttribute("type") === n.getAttribute("type")).length > 1) return false;
    for (const e of n.getElementsByTagNameNS(SOAP, "*")) {
      const other = d.createElementNS(SOAP12, `soap12m:${e.localName}`);
      for (const a of e.attributes) if (!a.name.startsWith("xmlns")) other.setAttribute(a.name, a.value);
      while (e.firstChild) other.appendChild(e.firstChild);
      e.replaceWith(other);
    }
    return true;
  }),
  operator("operation-move", "operation", "operation-moved", "operation-moved", (n, d) => {
    const others = inside(n.parentElement as Element, "operation");
    if (!isIn(n, "portType") || !isSingle(n) || others.length < 2) return false;
    const type = n.parentElement as Element;
    const bindings = all(d, "binding").filter((b) => localOf(b.getAttribute("type")) === type.getAttribute("name"));
    const service = all(d, "service")[0];
    if (service === undefined || bindings.length !== 1) return false;
    const to = make(type, WSDL, "portType", { name: "MutatedType" });
    const bound = boundTo(d, n);
    type.parentElement?.insertBefore(to, bindings[0] as Element);
    to.appendChild(n);
    const [binding] = bindings as [Element];
    const other = binding.cloneNode(false) as Element;
    for (const c of binding.children) if (c.namespaceURI !== WSDL) other.appendChild(c.cloneNode(true));
    const prefix = (binding.getAttribute("type") ?? "").split(":");
    other.setAttribute("name", "MutatedBinding");
    other.setAttribute("type", [...prefix.slice(0, -1), "MutatedType"].join(":"));
    for (const b of bound) other.appendChild(b);
    binding.parentElement?.insertBefore(other, service);
    const port = make(service, WSDL, "port", {
      name: "Mutated",
      binding: other.getAttribute("type")?.replace("Type", "Binding") ?? "",
    });
    return service.appendChild(port) !== null;
  }),
  operator("overload", "operation", "operation-overloaded", "operation-removed", overload),
  prepared("overload-dropped", "operation", "operation-removed", "operation-overloaded", overload, (n, d) => {
    for (const around of new Set([n, ...boundTo(d, n)].map((o) => o.parentElement as Element)))
      inside(around, "operation")
        .filter((o) => o.getAttribute("name") === n.getAttribute("name"))
        .at(-1)
        ?.remove();
    return true;
  }),
  operator("namespace", "definitions", "wsdl-namespace-changed", "wsdl-namespace-changed", (n, d) => {
    const old = n.getAttribute("targetNamespace");
    if (old === null || all(d, "service").length === 0) return false;
    // The prefix would no longer say what the schema declares: nothing looks whether wsdl:arrayType is right.
    const schemas = [...d.getElementsByTagNameNS(XSD, "schema")];
    if (schemas.some((schema) => schema.getAttribute("targetNamespace") === old)) return false;
    for (const e of d.getElementsByTagNameNS("*", "*"))
      for (const a of e.attributes)
        if (a.name.startsWith("xmlns") && a.value === old)
          e.setAttributeNS("http://www.w3.org/2000/xmlns/", a.name, `${old}:moved`);
    return set(n, "targetNamespace", `${old}:moved`);
  }),
  prepared(
    "extension-dropped",
    "binding",
    "extension-optional-changed",
    "extension-required-added",
    (n) => {
      if (inside(n, "operation").length === 0) return false;
      const made = n.ownerDocument.createElementNS("urn:mutate", "m:demand");
      made.setAttributeNS(WSDL, `${n.lookupPrefix(WSDL) ?? "w"}:required`, "true");
      return n.insertBefore(made, n.firstChild) !== null;
    },
    (n) => {
      n.children.find((c) => c.namespaceURI === "urn:mutate")?.remove();
      return true;
    },
  ),
  prepared(
    "attachment",
    "soap:body",
    "attachment-added",
    "attachment-removed",
    (n, d) => multipart(n, d, false),
    (n) => attach(n, "image/png"),
  ),
  prepared(
    "attachment-type",
    "soap:body",
    "attachment-type-changed",
    "attachment-type-changed",
    (n, d) => multipart(n, d, true),
    (n) => {
      const content = [...(n.parentElement?.parentElement?.getElementsByTagNameNS(MIME, "content") ?? [])].at(-1);
      return content !== undefined && set(content, "type", "image/gif");
    },
  ),
  prepared(
    "body-parts",
    "soap:body",
    "body-parts-changed",
    "body-parts-changed",
    (n, d) => {
      const message = messageOf(n, d);
      if (message === undefined || styleOf(n) === "rpc" || n.hasAttribute("parts") || isMime(n)) return false;
      const [part] = inside(message, "part");
      return (
        part !== undefined && inside(message, "part").length === 1 && set(n, "parts", part.getAttribute("name") ?? "")
      );
    },
    (n) => set(n, "parts", ""),
  ),
  prepared(
    "parameter-reorder",
    "operation",
    "parameter-order-changed",
    "parameter-order-changed",
    (n, d) => {
      const parts = isIn(n, "portType") && isSingle(n) ? inputParts(n, d) : [];
      return parts.length > 1 && (set(n, "parameterOrder", parts.join(" ")) || true);
    },
    (n, d) => set(n, "parameterOrder", inputParts(n, d).reverse().join(" ")),
  ),
  {
    ...operator("payload-carrier", "definitions", "payload-encoding-changed", "payload-encoding-changed", () => true),
    facts: (d, v) => payloads(d, v, (root) => [root, root], ["escaped", ["cdata", "base64", "typed"][v % 3] as string]),
  },
  {
    ...operator("payload-root", "definitions", "payload-root-remapped", "payload-root-remapped", () => true),
    facts: (d, v) => payloads(d, v, (root, other) => [root, other], ["escaped", "escaped"]),
  },
  {
    ...prepared(
      "fault-use",
      "operation",
      "unclassified-change",
      "unclassified-change",
      (n, d) => SERVICE_OPERATORS.find((o) => o.name === "fault")?.apply(n, d) ?? false,
      (n, d) =>
        boundTo(d, n)
          .flatMap((o) => inside(o, "fault"))
          .filter((f) => f.getAttribute("name") === "mutated")
          .flatMap((f) => f.children)
          .map((f) => set(f, "use", "encoded"))
          .some(Boolean),
    ),
    unclassified: true,
  },
];

/** Whether a part goes into the body of a bound request or response without being chosen by name. */
function isBody(part: Element, document: Document): boolean {
  const message = part.parentElement?.getAttribute("name") ?? "";
  const name = part.getAttribute("name");
  const named = [
    ...[...document.getElementsByTagNameNS(MIME, "content")].map((c) => c.getAttribute("part") === name),
    ...placesOf(document, "soap:header").map((h) => h.getAttribute("part") === name),
    ...placesOf(document, "soap:body").map((b) => b.hasAttribute("parts")),
    ...all(document, "operation").map((o) => o.hasAttribute("parameterOrder")),
  ].some(Boolean);
  // What is bound to plain HTTP alone is no business of SOAP.
  const isCarried = (portType: Element): boolean => {
    const bindings = all(document, "binding").filter(
      (b) => localOf(b.getAttribute("type")) === portType.getAttribute("name"),
    );
    const soap = (b: Element): boolean => b.children.some((c) => c.namespaceURI === SOAP || c.namespaceURI === SOAP12);
    return bindings.length === 0 || bindings.some(soap);
  };
  const used = all(document, "portType")
    .filter(isCarried)
    .flatMap((t) => inside(t, "operation").flatMap((o) => [...inside(o, "input"), ...inside(o, "output")]));
  return !named && used.some((i) => localOf(i.getAttribute("message")) === message);
}

/** Whether all operations that use the message of a part are bound in the style of procedure calls. */
function isRpc(part: Element, document: Document): boolean {
  const message = part.parentElement?.getAttribute("name") ?? "";
  const bound = all(document, "portType")
    .flatMap((t) => inside(t, "operation"))
    .filter((o) => o.children.some((c) => localOf(c.getAttribute("message")) === message))
    .flatMap((o) => boundTo(document, o));
  return (
    bound.length > 0 &&
    bound.every((o) => {
      const style = (of: Element | null): string | null | undefined =>
        of?.children.find((c) => c.namespaceURI === SOAP || c.namespaceURI === SOAP12)?.getAttribute("style");
      return (style(o) ?? style(o.parentElement)) === "rpc";
    })
  );
}

function policy(binding: Element, optional: boolean): boolean {
  if (inside(binding, "operation").length === 0) return false;
  const ns = "http://schemas.xmlsoap.org/ws/2004/09/policy";
  const made = binding.ownerDocument.createElementNS(ns, "mp:Policy");
  const rule = binding.ownerDocument.createElementNS("urn:mutate", "m:Rule");
  if (optional) rule.setAttributeNS(ns, "mp:Optional", "true");
  made.appendChild(rule);
  binding.insertBefore(made, binding.firstChild);
  return true;
}

const MIME = "http://schemas.xmlsoap.org/wsdl/mime/";
const isMime = (body: Element): boolean => body.parentElement?.namespaceURI === MIME;

/** Whether a port type has the operation that a binding binds: some bindings name others. */
function isOffered(bound: Element, document: Document): boolean {
  const name = bound.getAttribute("name");
  return all(document, "operation").some((o) => isIn(o, "portType") && o.getAttribute("name") === name);
}

/** Whether a bound body is sent at all: some bindings name an answer that the port type does not have. */
function isSent(body: Element, document: Document): boolean {
  const direction = body.parentElement as Element;
  const name = direction.parentElement?.getAttribute("name");
  return all(document, direction.localName).some(({ parentElement: o }) => {
    return o !== null && isIn(o, "portType") && o.getAttribute("name") === name;
  });
}

/** The message that a bound body belongs to. */
function messageOf(body: Element, document: Document): Element | undefined {
  const direction = body.parentElement as Element;
  // Some published descriptions have an input of SOAP's namespace, which is none.
  if (direction.namespaceURI !== WSDL) return undefined;
  const operation = direction.parentElement as Element;
  const type = localOf(operation.parentElement?.getAttribute("type") ?? null);
  const used = all(document, "portType")
    .filter((t) => t.getAttribute("name") === type)
    .flatMap((t) => inside(t, "operation").filter((o) => o.getAttribute("name") === operation.getAttribute("name")))
    .flatMap((o) => inside(o, direction.localName));
  if (used.length !== 1) return undefined;
  return all(document, "message").find(
    (m) => m.getAttribute("name") === localOf(used[0]?.getAttribute("message") ?? null),
  );
}

function styleOf(body: Element): string | null {
  const binding = body.parentElement?.parentElement?.parentElement;
  return (
    binding?.children.find((c) => c.localName === "binding" && c.namespaceURI !== WSDL)?.getAttribute("style") ?? null
  );
}

function inputParts(operation: Element, document: Document): string[] {
  const name = localOf(inside(operation, "input")[0]?.getAttribute("message") ?? null);
  return all(document, "message")
    .filter((m) => m.getAttribute("name") === name)
    .flatMap((m) => inside(m, "part").map((p) => p.getAttribute("name") ?? ""));
}

/** A body in the first part of a multipart message, whose message has a part for a file too. */
function multipart(body: Element, document: Document, attached: boolean): boolean {
  const message = messageOf(body, document);
  if (message === undefined || isMime(body) || body.hasAttribute("parts") || inside(message, "part").length !== 1)
    return false;
  const prefix = body.lookupPrefix(XS);
  if (prefix === null) return false;
  const [part] = inside(message, "part") as [Element];
  message.appendChild(make(message, WSDL, "part", { name: "mutatedFile", type: `${prefix}:base64Binary` }));
  const related = document.createElementNS(MIME, "mutatedmime:multipartRelated");
  const first = document.createElementNS(MIME, "mutatedmime:part");
  const around = body.parentElement as Element;
  body.replaceWith(related);
  related.appendChild(first);
  first.appendChild(body);
  body.setAttribute("parts", part.getAttribute("name") ?? "");
  if (attached) attach(body, "image/png");
  return around !== null;
}

function attach(body: Element, type: string): boolean {
  const related = body.parentElement?.parentElement as Element;
  const part = body.ownerDocument.createElementNS(MIME, "mutatedmime:part");
  const content = body.ownerDocument.createElementNS(MIME, "mutatedmime:content");
  content.setAttribute("part", "mutatedFile");
  content.setAttribute("type", type);
  part.appendChild(content);
  return related.appendChild(part) !== null;
}

/** A second operation of the same name, told apart by its input. */
function overload(operation: Element, document: Document): boolean {
  if (!isIn(operation, "portType") || !isSingle(operation) || inside(operation, "input").length !== 1) return false;
  const bound = boundTo(document, operation);
  if (bound.length === 0 || styleOf(bound[0]?.children.flatMap((c) => [...c.children])[0] as Element) === "rpc")
    return false;
  for (const o of [operation, ...bound]) {
    const twin = copy(o);
    for (const [of, name] of [
      [o, "mutatedFirst"],
      [twin, "mutatedSecond"],
    ] as const)
      for (const input of inside(of, "input")) input.setAttribute("name", name);
    const action = twin.children.find((c) => c.localName === "operation");
    action?.setAttribute("soapAction", `${action.getAttribute("soapAction") ?? ""}#second`);
    o.parentElement?.appendChild(twin);
  }
  return true;
}

/** Facts of a payload in the request of an operation: two roots among the global elements, and how they are carried. */
function payloads(
  document: Document,
  variant: number,
  rootsOf: (root: string, other: string) => readonly [string, string],
  carriers: readonly [string, string],
): readonly [InterfaceFacts, InterfaceFacts] | null {
  const names = [...document.getElementsByTagNameNS(XS, "element")]
    .filter((e) => e.parentElement?.localName === "schema")
    .map((e) => `{${e.parentElement?.getAttribute("targetNamespace") ?? ""}}${e.getAttribute("name")}`);
  const operations = all(document, "portType").flatMap((t) => inside(t, "operation"));
  const operation = operations[variant % Math.max(1, operations.length)]?.getAttribute("name");
  const roots = rootsOf(names[0] ?? "", names[1] ?? "");
  if (names.length < 2 || !operation) return null;
  const [before, after] = [0, 1].map((i) => ({
    payloads: { [operation]: { input: { root: roots[i] as string, carrier: carriers[i] as string } } },
  })) as [InterfaceFacts, InterfaceFacts];
  return [before, after];
}
