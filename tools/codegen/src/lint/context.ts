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
  /** Every schema component, named or not. */
  readonly components: Components;
  /** Every wsdl:binding as written. */
  readonly bindings: readonly BindingStatement[];
  /** The element a component was read from: components carry the `at` of their element. */
  readonly nodeAt: (at: Location) => XNode | undefined;
}

/** Builds the context of one run. */
export function createContext(model: Model, documents: readonly ReadDocument[]): LintContext {
  const nodes = new Map<Location, XNode>();
  for (const document of documents) for (const node of walk(document.root)) nodes.set(node.at, node);
  return {
    model,
    documents,
    problems: model.problems,
    components: componentsOf(model),
    bindings: bindingStatements(model, documents),
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
