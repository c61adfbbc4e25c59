import { wsdlDocumentation } from "./annotations.ts";
import { ANY_TYPE } from "./builtins.ts";
import type { Definitions, Graph, SchemaUnit } from "./graph.ts";
import type {
  Binding,
  ElementDeclaration,
  Extension,
  Model,
  Policy,
  Port,
  PortType,
  QName,
  Recorded,
  Service,
  WsdlMessage,
  WsdlPart,
} from "./model.ts";
import { collapse, nameKey, WSDL_NS, XSD_NS } from "./names.ts";
import { isPolicyNamespace, type PolicyIndex, policyOf } from "./policies.ts";
import type { Problems } from "./problems.ts";
import type { SchemaBuilder } from "./schema-builder.ts";
import { type Draft, display, type Place } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { readBinding, SOAP11_WSDL_NS, SOAP12_WSDL_NS } from "./wsdl-binding.ts";
import { readOperation } from "./wsdl-operation.ts";

const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  SOAP11_WSDL_NS,
  SOAP12_WSDL_NS,
  "http://schemas.xmlsoap.org/wsdl/http/",
  "http://schemas.xmlsoap.org/wsdl/mime/",
]);

interface Statement<T> {
  readonly name: QName;
  readonly node: XNode;
  readonly definitions: Definitions;
  readonly component: T;
}

type Kind = "message" | "portType" | "binding" | "service";

/** Turns the WSDL documents of a graph into messages, port types, bindings and services. */
export class WsdlBuilder {
  readonly problems: Problems;
  readonly recorded: Recorded[] = [];
  readonly policies: Policy[] = [];
  readonly extensions: Extension[] = [];
  readonly #graph: Graph;
  readonly #schemas: SchemaBuilder;
  readonly #messages: Map<string, Statement<WsdlMessage>> = new Map();
  readonly #portTypes: Map<string, Statement<PortType>> = new Map();
  readonly #bindings: Map<string, Statement<Binding>> = new Map();
  readonly #services: Map<string, Statement<Service>> = new Map();
  readonly #policyIndex: PolicyIndex = new Map();

  constructor(graph: Graph, schemas: SchemaBuilder, problems: Problems) {
    this.#graph = graph;
    this.#schemas = schemas;
    this.problems = problems;
  }

  /** Builds everything and hands out the model. */
  model(): Model {
    for (const definitions of this.#graph.definitions) this.#declare(definitions);
    for (const s of this.#messages.values()) this.#readMessage(s);
    for (const s of this.#portTypes.values()) this.#readPortType(s);
    for (const s of this.#bindings.values()) this.#readBindingStatement(s);
    for (const s of this.#services.values()) this.#readService(s);
    const schemas = this.#schemas.result();
    return {
      schemas,
      messages: components(this.#messages),
      portTypes: components(this.#portTypes),
      bindings: components(this.#bindings),
      services: [...this.#services.values()].map((s) => s.component),
      policies: this.policies,
      extensions: this.extensions,
      recorded: [...schemas.recorded, ...this.recorded],
      documents: this.#graph.documents.all.map(({ file, sha256, kind }) => ({ file, sha256, kind })),
      problems: this.problems.list,
    };
  }

  /** The message called by `text`, `null` after reporting a problem. */
  message(text: string, node: XNode, definitions: Definitions): WsdlMessage | null {
    return this.#resolve("message", text, node, definitions, this.#messages);
  }

  /** Like {@link message}, but only a warning: what refers to the message can be left out. */
  optionalMessage(text: string, node: XNode, kind: string): WsdlMessage | null {
    const found = this.#find(text, node, "message", this.#messages);
    if (found === null) this.problems.report("message-dropped", node, { name: collapse(text), kind });
    return found;
  }

  /** The port type called by `text`, `null` after reporting a problem. */
  portType(text: string, node: XNode, definitions: Definitions): PortType | null {
    return this.#resolve("portType", text, node, definitions, this.#portTypes);
  }

  /** Value of a required attribute, `null` after reporting a problem. */
  required(node: XNode, name: string): string | null {
    const value = node.attr(name);
    if (value === undefined) this.problems.report("wsdl-attribute-missing", node, { element: node.local, name });
    return value ?? null;
  }

  /** Notes that a statement is left out because it lacks an attribute. */
  incomplete(node: XNode, attribute: string): void {
    this.problems.report("wsdl-incomplete", node, { element: node.local, name: node.attr("name") ?? "", attribute });
  }

  /** Notes policies and unknown extensions attached to `node`. */
  attachments(node: XNode, kind: string, name: string): void {
    const subject = { kind, name };
    const policy = policyOf(node, subject, this.#policyIndex);
    if (policy !== null) {
      this.policies.push(policy);
      this.recorded.push({ construct: "wsp:Policy", at: policy.at });
    }
    for (const child of node.children) {
      if (child.ns === WSDL_NS || child.ns === XSD_NS || KNOWN_EXTENSIONS.has(child.ns) || isPolicyNamespace(child.ns))
        continue;
      const flag = child.attrNs(WSDL_NS, "required")?.trim();
      const extension = {
        name: { ns: child.ns, local: child.local },
        subject,
        at: child.at,
        required: flag === "true" || flag === "1",
      };
      this.extensions.push(extension);
      this.recorded.push({ construct: display(extension.name), at: child.at });
    }
  }

  #declare(definitions: Definitions): void {
    this.#policyIndex.set(definitions.file, definitions.node);
    this.attachments(definitions.node, "definitions", definitions.node.attr("name") ?? "");
    for (const node of definitions.node.children) {
      if (node.ns !== WSDL_NS) continue;
      const common = { at: node.at, annotation: wsdlDocumentation(node) };
      switch (node.local) {
        case "message":
          this.#add("message", this.#messages, node, definitions, (name) => ({ ...common, name, parts: [] }));
          break;
        case "portType":
          this.#add("portType", this.#portTypes, node, definitions, (name) => ({ ...common, name, operations: [] }));
          break;
        case "binding":
          this.#add(
            "binding",
            this.#bindings,
            node,
            definitions,
            (name): Binding => ({
              ...common,
              name,
              portType: null as never,
              protocol: "unknown",
              soapVersion: null,
              style: "document",
              transport: "",
              operations: [],
            }),
          );
          break;
        case "service":
          this.#add("service", this.#services, node, definitions, (name) => ({ ...common, name, ports: [] }));
          break;
        case "types":
          this.#types(node);
          break;
        case "import":
        case "documentation":
          break;
        default:
          this.problems.report("wsdl-element-unknown", node, { found: node.local, parent: "definitions" });
      }
    }
  }

  #types(node: XNode): void {
    for (const child of node.children) {
      if (child.ns === XSD_NS || child.ns === WSDL_NS) continue;
      if (child.ns.endsWith("/XMLSchema")) this.problems.report("schema-draft", child, { namespace: child.ns });
    }
    this.attachments(node, "types", "");
  }

  #add<T>(
    kind: Kind,
    table: Map<string, Statement<T>>,
    node: XNode,
    definitions: Definitions,
    shell: (name: QName) => T,
  ): void {
    const local = this.required(node, "name");
    if (local === null) return;
    const name = { ns: definitions.namespace, local: collapse(local) };
    const known = table.get(nameKey(name));
    if (known !== undefined) {
      const { file, line, column } = known.node.at;
      this.problems.report("duplicate", node, {
        kind: `wsdl:${kind}`,
        kindZh: `wsdl:${kind}`,
        name: display(name),
        first: `${file}:${line}:${column}`,
      });
      return;
    }
    table.set(nameKey(name), { name, node, definitions, component: shell(name) });
  }

  #find<T>(text: string, node: XNode, kind: Kind, table: Map<string, Statement<T>>): T | null {
    const value = collapse(text);
    const [, prefix = "", local = ""] = /^(?:([^:]*):)?(.*)$/s.exec(value) ?? [];
    const ns = node.lookup(prefix);
    if (ns !== undefined || prefix === "") {
      const found = table.get(nameKey({ ns: ns ?? "", local }));
      if (found !== undefined) return found.component;
    }
    const meant = [...table.values()].filter((s) => s.name.local === local);
    const [only] = meant;
    if (only === undefined || meant.length > 1) return null;
    if (ns === undefined && prefix !== "")
      this.problems.report("prefix-guessed", node, { name: value, prefix, meant: display(only.name) });
    else {
      const name = display({ ns: ns ?? "", local });
      this.problems.report("name-elsewhere", node, {
        kind: `wsdl:${kind}`,
        kindZh: `wsdl:${kind}`,
        name,
        meant: display(only.name),
      });
    }
    return only.component;
  }

  #resolve<T>(
    kind: Kind,
    text: string,
    node: XNode,
    definitions: Definitions,
    table: Map<string, Statement<T>>,
  ): T | null {
    const found = this.#find(text, node, kind, table);
    if (found !== null) return found;
    const name = this.#schemas.symbols.qname(text, node, pseudoUnit(definitions));
    if (name === null || this.#graph.incomplete.has(name.ns)) return null;
    const known = [...table.values()].slice(0, 5).map((s) => s.name.local);
    const rule = kind === "message" ? "name-unknown" : "wsdl-name-unknown";
    this.problems.report(rule, node, {
      kind: `wsdl:${kind}`,
      kindZh: `wsdl:${kind}`,
      name: display(name),
      known: known.join(", ") || "–",
      knownZh: known.join("、") || "–",
    });
    return null;
  }

  #readMessage({ node, definitions, component }: Statement<WsdlMessage>): void {
    const parts: WsdlPart[] = [];
    const place: Place = { unit: pseudoUnit(definitions), self: null };
    this.attachments(node, "message", component.name.local);
    for (const child of node.children) {
      if (child.ns !== WSDL_NS || child.local !== "part") continue;
      const name = this.required(child, "name");
      if (name === null) continue;
      const part: Draft<WsdlPart> = {
        name: collapse(name),
        element: null,
        type: null,
        at: child.at,
        annotation: wsdlDocumentation(child),
      };
      const element = child.attr("element");
      const type = child.attr("type");
      if (element !== undefined && type !== undefined)
        this.problems.report("part-source", child, { name, found: "both element and type", foundZh: "同时出现" });
      if (element !== undefined) part.element = this.#partElement(element, child, place);
      else if (type !== undefined) this.#partType(part, type, child, place);
      else this.problems.report("part-source", child, { name, found: "neither element nor type", foundZh: "均未出现" });
      if (part.element === null && part.type === null) part.type = ANY_TYPE;
      if (parts.some((p) => p.name === part.name)) {
        const known = parts.find((p) => p.name === part.name);
        const first = known?.at ?? child.at;
        const equal = known?.element === part.element && known?.type === part.type;
        this.problems.report(equal ? "duplicate-equal" : "duplicate", child, {
          kind: "wsdl:part",
          name: part.name,
          first: `${first.file}:${first.line}:${first.column}`,
        });
        continue;
      }
      parts.push(part);
    }
    (component as Draft<WsdlMessage>).parts = parts;
  }

  #partElement(text: string, node: XNode, place: Place): ElementDeclaration | null {
    const name = this.#schemas.symbols.nameOf("element", text, node, place.unit);
    if (name === null) return null;
    return (
      this.#schemas.symbols.find("element", name, node, place) ?? this.#schemas.elements.placeholder(node, name, place)
    );
  }

  #partType(part: Draft<WsdlPart>, text: string, node: XNode, place: Place): void {
    const { symbols } = this.#schemas;
    const name = symbols.nameOf("type", text, node, place.unit);
    if (name === null) return;
    const element =
      symbols.symbol("type", name, place) === undefined ? symbols.symbol("element", name, place) : undefined;
    if (element === undefined) part.type = symbols.find("type", name, node, place);
    else {
      this.problems.report("part-names-element", node, { name: part.name, value: text.trim() });
      part.element = element.component;
    }
  }

  #readPortType({ node, definitions, component }: Statement<PortType>): void {
    this.attachments(node, "portType", component.name.local);
    const operations = node.children
      .filter((c) => c.ns === WSDL_NS && c.local === "operation")
      .map((c) => readOperation(c, definitions, this))
      .filter((o) => o !== null);
    (component as Draft<PortType>).operations = operations;
  }

  #readBindingStatement({ node, definitions, component, name }: Statement<Binding>): void {
    const type = node.attr("type");
    if (type === undefined) this.incomplete(node, "type");
    const portType = type === undefined ? null : this.portType(type, node, definitions);
    if (portType === null) {
      this.#bindings.delete(nameKey(name));
      return;
    }
    (component as Draft<Binding>).portType = portType;
    this.attachments(node, "binding", name.local);
    readBinding(component, node, definitions, this);
  }

  #readService({ node, definitions, component }: Statement<Service>): void {
    this.attachments(node, "service", component.name.local);
    const ports: Port[] = [];
    for (const child of node.children) {
      if (child.ns !== WSDL_NS || child.local !== "port") continue;
      const name = this.required(child, "name");
      const ref = child.attr("binding");
      if (ref === undefined) this.incomplete(child, "binding");
      if (name === null || ref === undefined) continue;
      const binding = this.#resolve("binding", ref, child, definitions, this.#bindings);
      this.attachments(child, "port", name);
      if (binding === null) continue;
      const address = child.children.find((c) => c.local === "address" && KNOWN_EXTENSIONS.has(c.ns));
      ports.push({
        name: collapse(name),
        binding,
        address: address?.attr("location")?.trim() ?? null,
        at: child.at,
        annotation: wsdlDocumentation(child),
      });
    }
    (component as Draft<Service>).ports = ports;
  }
}

/** A WSDL document refers to schema components without importing them. */
function pseudoUnit(definitions: Definitions): SchemaUnit {
  return {
    node: definitions.node,
    file: definitions.file,
    namespace: definitions.namespace,
    chameleon: false,
    inline: true,
    wellKnown: true,
    copy: false,
    imports: new Set(),
    includes: [],
    revisions: [],
  };
}

function components<T>(table: Map<string, Statement<T>>): Map<string, T> {
  return new Map([...table].map(([key, s]) => [key, s.component]));
}
