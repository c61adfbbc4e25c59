import type { Location, Model, ReadDocument, WsdlError, XNode } from "@coo/wsdl";
import { type Components, componentsOf } from "./components.ts";
import { type BindingStatement, bindingStatements } from "./statements.ts";

/** What rules look at. */
export interface LintContext {
  readonly model: Model;
  /** Every document that was read, in the order of first reference. */
  readonly documents: readonly ReadDocument[];
  /** Problems of loading, tolerated ones included. */
  readonly problems: readonly WsdlError[];
  /** Something that the documents refer to is missing or was left out: nobody can tell what is unused. */
  readonly hasGaps: boolean;
  /** Every schema component, named or not. */
  readonly components: Components;
  /** Every wsdl:binding as written. */
  readonly bindings: readonly BindingStatement[];
  /** The file that was saved from a network for a location in the document `from`. */
  readonly savedAs: (location: string, from: string) => string | null;
  /** The element a component was read from: components carry the `at` of their element. */
  readonly nodeAt: (at: Location) => XNode | undefined;
}

/** Loader problems after which something is missing from the model. */
const GAPS: ReadonlySet<string> = new Set([
  "document-unreadable",
  "document-malformed",
  "document-no-xml",
  "document-foreign",
  "import-missing",
  "import-outside",
  "name-unknown",
  "builtin-unknown",
  "namespace-absent",
  "prefix-undeclared",
  "wsdl-name-unknown",
  "wsdl-attribute-missing",
  "wsdl-incomplete",
  "message-dropped",
  "part-unknown",
  "operation-unknown",
  "operation-ambiguous",
  "fault-unknown",
]);

/** Builds the context of one run. */
export function createContext(
  model: Model,
  documents: readonly ReadDocument[],
  locate?: (location: string, from: string) => string | null | undefined,
): LintContext {
  const nodes = new Map<Location, XNode>();
  for (const document of documents) for (const node of walk(document.root)) nodes.set(node.at, node);
  return {
    model,
    documents,
    problems: model.problems,
    hasGaps: model.problems.some((p) => GAPS.has(p.rule)),
    components: componentsOf(model),
    bindings: bindingStatements(model, documents),
    savedAs: (location, from) => locate?.(location, from) ?? null,
    nodeAt: (at) => nodes.get(at),
  };
}

/** `root` and everything below it, in document order; works at any depth. */
export function* walk(root: XNode): Generator<XNode> {
  const open: XNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i] as XNode);
  }
}
