import { parseSync } from "vite";

/** A place where the code can be made wrong, and how. */
export interface Mutant {
  readonly id: number;
  readonly file: string;
  readonly line: number;
  /** What stands there, and what it becomes. */
  readonly what: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** An expression that asks whether a mutant is switched on. */
const on = (id: number): string => `__on(${id})`;
const ORDERS: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
/** Calls whose place in a chain another one can take. */
const TWINS: Readonly<Record<string, string>> = { some: "every", every: "some" };

/**
 * A TypeScript source in which every mutant waits to be switched on: no operand stands there twice, so that mutants
 * inside of others cost nothing. Types are left alone.
 *
 * @param first - Number of the first mutant.
 */
export function instrument(
  file: string,
  text: string,
  first: number,
): { readonly text: string; readonly mutants: Mutant[] } {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const mutants: Mutant[] = [];
  const lines = [0, ...[...text.matchAll(/\n/g)].map((m) => m.index + 1)];
  const make = (node: Node, what: string): number => {
    const line = lines.findLastIndex((at) => at <= node.start) + 1;
    mutants.push({ id: first + mutants.length, file, line, what });
    return first + mutants.length - 1;
  };
  const source = (node: Node): string => text.slice(node.start, node.end);
  const brief = (node: Node): string => source(node).replace(/\s+/g, " ").slice(0, 60);

  /** The text of a node with its mutants. */
  const write = (node: Node): string => {
    if (node.type.startsWith("TS") && !EXPRESSIONS.has(node.type)) return source(node);
    // Names that come in or go out stand for themselves.
    if (node.type === "ImportDeclaration" || node.type === "ExportSpecifier") return source(node);
    const inside = (): string => {
      let [out, at] = ["", node.start];
      for (const child of childrenOf(node)) {
        out += text.slice(at, child.start) + write(child);
        at = child.end;
      }
      return out + text.slice(at, node.end);
    };
    if (node.type === "BinaryExpression") {
      const { operator } = node as unknown as { operator: string };
      const [left, right] = [node["left"], node["right"]] as [Node, Node];
      if (/^[!=]==?$/.test(operator)) return `(${on(make(node, `not: ${brief(node)}`))} !== (${inside()}))`;
      if (Object.hasOwn(ORDERS, operator)) {
        const id = make(node, `${operator} becomes ${ORDERS[operator]}: ${brief(node)}`);
        return `__order(${id}, ${JSON.stringify(operator)}, ${write(left)}, ${write(right)})`;
      }
      return inside();
    }
    if (node.type === "LogicalExpression") {
      const { operator } = node as unknown as { operator: string };
      const [left, right] = [node["left"], node["right"]] as [Node, Node];
      if (operator === "??" || /\b(?:await|yield)\b/.test(source(right))) return inside();
      const id = make(node, `${operator} becomes ${operator === "&&" ? "||" : "&&"}: ${brief(node)}`);
      return `__logic(${id}, ${JSON.stringify(operator)}, ${write(left)}, () => (${write(right)}))`;
    }
    if (node.type === "UnaryExpression" && node["operator"] === "!")
      return `(${on(make(node, `without !: ${brief(node)}`))} !== (${inside()}))`;
    if (node.type === "ConditionalExpression" || node.type === "IfStatement") {
      const test = node["test"] as Node;
      const id = make(test, `never: ${brief(test)}`);
      const always = make(test, `always: ${brief(test)}`);
      const [out, rest] = [`__test(${id}, ${always}, ${write(test)})`, childrenOf(node).filter((c) => c !== test)];
      let [all, at] = [text.slice(node.start, test.start) + out, test.end];
      for (const child of rest) {
        all += text.slice(at, child.start) + write(child);
        at = child.end;
      }
      return all + text.slice(at, node.end);
    }
    if (
      node.type === "ExpressionStatement" &&
      /^(?:CallExpression|UnaryExpression)$/.test((node["expression"] as Node).type)
    )
      return `{ if (!${on(make(node, `left out: ${brief(node)}`))}) { ${inside()} } }`;
    if (node.type === "Literal" && typeof node["value"] === "boolean")
      return `(${on(make(node, `not: ${brief(node)}`))} !== ${source(node)})`;
    if (node.type === "CallExpression") {
      const callee = node["callee"] as Node;
      const property = callee.type === "MemberExpression" ? (callee["property"] as Node) : null;
      const name = property?.type === "Identifier" && callee["optional"] !== true ? source(property) : "";
      const twin = Object.hasOwn(TWINS, name) ? TWINS[name] : undefined;
      if (twin !== undefined && property !== null) {
        const id = make(property, `${source(property)} becomes ${twin}: ${brief(node)}`);
        const object = callee["object"] as Node;
        let [out, at] = [
          `${write(object)}[${on(id)} ? ${JSON.stringify(twin)} : ${JSON.stringify(source(property))}]`,
          callee.end,
        ];
        for (const child of childrenOf(node).filter((c) => c !== callee)) {
          out += text.slice(at, child.start) + write(child);
          at = child.end;
        }
        return out + text.slice(at, node.end);
      }
    }
    return inside();
  };
  return { text: write(program as unknown as Node), mutants };
}

/** Expressions of TypeScript with something inside that runs. */
const EXPRESSIONS = new Set(["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"]);

function childrenOf(node: Node): Node[] {
  const out: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (/^(?:type|start|end|parent|typeAnnotation|typeArguments|typeParameters|returnType)$/.test(key)) continue;
    // A property in short form has one text for its key and its value.
    if (node["shorthand"] === true) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) out.push(child);
  }
  return out.filter((c) => c.end > c.start).sort((a, b) => a.start - b.start);
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as Node).type === "string" &&
    typeof (value as Node).start === "number"
  );
}
