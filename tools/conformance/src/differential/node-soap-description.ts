import { createClientAsync } from "soap";
import type { Description, Part, Tree } from "./tree.ts";

const NONE: ReadonlySet<never> = new Set();
const trees = new WeakMap<object, Tree>();

/** What node-soap's `describe()` says of a WSDL file; nothing is fetched. */
export async function nodeSoapDescription(file: string): Promise<Description> {
  const refuse = (): never => {
    throw new Error("nothing may be fetched");
  };
  const client = await createClientAsync(file, {
    disableCache: true,
    httpClient: { request: refuse, requestStream: refuse } as never,
  });
  const found = new Map<string, { input: Tree | null; output: Tree | null }>();
  for (const ports of Object.values(
    (client.describe() ?? {}) as Record<string, Record<string, Record<string, Side>>>,
  )) {
    for (const [port, operations] of Object.entries(ports)) {
      for (const [operation, { input, output }] of Object.entries(operations))
        found.set(`${port}.${operation}`, {
          input: treeOf(input),
          output: output === undefined ? null : treeOf(output),
        });
    }
  }
  return found;
}

interface Side {
  readonly input: unknown;
  readonly output?: unknown;
}

function treeOf(value: unknown): Tree {
  if (typeof value !== "object" || value === null) return { identity: value, parts: null };
  const known = trees.get(value);
  if (known) return known;
  if ("allowedChildren" in value) return { identity: value, parts: null, unread: true };
  const parts = new Map<string, Part>();
  for (const [key, inner] of Object.entries(value)) {
    if (OWN.has(key) || typeof inner === "function") continue;
    const many = key.endsWith("[]");
    parts.set(many ? key.slice(0, -2) : key, { many, tree: () => treeOf(inner), marks: NONE });
  }
  const tree: Tree = { identity: value, parts };
  trees.set(value, tree);
  return tree;
}

/** What node-soap adds to the names of parts. */
const OWN = new Set(["targetNSAlias", "targetNamespace", "undefined"]);
