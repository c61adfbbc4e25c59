import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Description, Part, Tree } from "./tree.ts";

const NONE: ReadonlySet<never> = new Set();

/** Reads what wsdl-tsclient wrote into a folder: interfaces of ports, and of the values they take and give. */
export function tsclientDescription(folder: string): Description {
  const found = new Map<string, { input: Tree | null; output: Tree | null }>();
  // Everything lies in a folder that is called like the file.
  const [inner = "."] = existsSync(folder) ? readdirSync(folder) : [];
  const definitions = readDefinitions(join(folder, inner, "definitions"));
  const ports = join(folder, inner, "ports");
  for (const file of existsSync(ports) ? readdirSync(ports).sort() : []) {
    const text = readFileSync(join(ports, file), "utf8");
    const port = /export interface (\w+)/.exec(text)?.[1] ?? "";
    for (const [, name = "", input = "", output = ""] of text.matchAll(
      /^\s*(\w+|"[^"]+")\((?:\w+: (\w+|\{\s*\}), )?callback: \(err: [^,]*, result: (\w+|\{\s*\}|[^,]*),/gm,
    ))
      found.set(`${port}.${name.replaceAll('"', "")}`, { input: definitions(input), output: definitions(output) });
  }
  return found;
}

/** Trees of the interfaces in a folder, by name. */
function readDefinitions(folder: string): (name: string) => Tree {
  const texts = new Map<string, string>();
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, name = "", body = ""] of text.matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm))
      texts.set(name, body);
  }
  const trees = new Map<string, Tree>();
  const treeOf = (name: string): Tree => {
    const known = trees.get(name);
    if (known) return known;
    const body = texts.get(name);
    const parts = new Map<string, Part>();
    for (const [, quoted, plain, type = ""] of (body ?? "").matchAll(
      /^\s+(?:"((?:[^"\\]|\\.)*)"|([\p{ID_Continue}$]+))\?: (.*);$/gmu,
    )) {
      const array = /^Array<(.*)>$/.exec(type)?.[1];
      parts.set(quoted ?? plain ?? "", { many: array !== undefined, tree: () => treeOf(array ?? type), marks: NONE });
    }
    const tree: Tree = { identity: name, parts: body === undefined ? null : parts };
    trees.set(name, tree);
    return tree;
  };
  return treeOf;
}
