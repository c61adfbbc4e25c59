import { isDeepStrictEqual } from "node:util";
import { decodeElement } from "@coo/soap";
import type { MessageDescriptor, Particle, TypeDescriptor } from "@coo/soap/gen1";

/** A message as nested texts under element names, in schema order: what a stack that knows nothing of ours works with. */
export interface Texts {
  readonly [element: string]: TextNode | readonly TextNode[];
}
export type TextNode = string | number | boolean | null | Texts;

/**
 * The object of a message with every value as the text that stands on the wire.
 *
 * @param scalar - Makes something else of a value, for a stack that wants its own types.
 */
export function textsOf(
  message: MessageDescriptor<unknown>,
  value: unknown,
  scalar: (value: unknown) => string | number | boolean = textOf,
): Texts {
  return nodeOf(message.type, value, scalar) as Texts;
}

/** Numbers and truth values stay what they are, for a stack that converts by its own types. */
export function nativeOf(value: unknown): string | number | boolean {
  return typeof value === "number" || typeof value === "boolean" ? value : textOf(value);
}

type Scalar = (value: unknown) => string | number | boolean;

/** The same of a body as text, whose prefixes may be declared around it. */
export function readBodyText(
  message: MessageDescriptor<unknown>,
  bodyText: string,
  namespaces: readonly (readonly [prefix: string, ns: string])[],
): Texts {
  const { value } = decodeElement(message, bodyText, { element: { name: "Body", ns: "" }, namespaces, strict: true });
  return textsOf(message, value);
}

function nodeOf(type: TypeDescriptor | (() => TypeDescriptor), value: unknown, scalar: Scalar): TextNode {
  if (value === null) return null;
  const resolved = typeof type === "function" ? type() : type;
  if (resolved.k !== "complex") return scalar(value);
  const texts: Record<string, TextNode | readonly TextNode[]> = {};
  if (resolved.content) collect(resolved.content, value as Readonly<Record<string, unknown>>, texts, scalar);
  return texts;
}

function collect(
  particle: Particle,
  value: Readonly<Record<string, unknown>>,
  into: Record<string, TextNode | readonly TextNode[]>,
  scalar: Scalar,
): void {
  if (particle.k === "any") return;
  if (particle.k !== "el") {
    if (particle.prop !== undefined) throw new Error(`repeated group ${particle.prop}: not in the reference edition`);
    for (const item of particle.items) collect(item, value, into, scalar);
    return;
  }
  const own = value[particle.prop];
  if (own === undefined) return;
  into[particle.name] =
    particle.max !== 1 && Array.isArray(own)
      ? own.map((item: unknown) => nodeOf(particle.type, item, scalar))
      : nodeOf(particle.type, own, scalar);
}

export function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  return String(value);
}

/**
 * All leaves in order as `path=text`, nil as `path=(nil)`: comparable between stacks whose objects differ (a list of one
 * may be an array or not, texts may carry attributes beside them). Elements without any content give none.
 */
export function leavesOf(node: unknown, path = ""): readonly string[] {
  if (node === undefined) return [];
  if (node === null) return [`${path}=(nil)`];
  if (Array.isArray(node)) return node.flatMap((item: unknown) => leavesOf(item, path));
  if (node instanceof Date) return [`${path}=(date) ${node.toISOString()}`];
  if (typeof node === "string" || typeof node === "number" || typeof node === "boolean") return [`${path}=${node}`];
  if (typeof node !== "object") throw new TypeError(`${path} is a ${typeof node}`);
  const { attributes: _, $value, ...children } = node as Readonly<Record<string, unknown>>;
  if ($value !== undefined) return leavesOf($value, path);
  return Object.entries(children).flatMap(([name, child]) => leavesOf(child, path === "" ? name : `${path}/${name}`));
}

/** What differs between two lists of leaves, short enough for the matrix; `undefined` when nothing does. */
export function difference(what: string, expected: readonly string[], actual: readonly string[]): string | undefined {
  const at = expected.findIndex((leaf, i) => leaf !== actual[i]);
  if (at === -1 && expected.length === actual.length) return undefined;
  const place = at === -1 ? expected.length : at;
  return `${what}: expected ${short(expected[place])}, got ${short(actual[place])} (${expected.length} and ${actual.length} values)`;
}

/** What differs between two messages, empty elements and lists of one included. */
export function textsDifference(what: string, expected: Texts, actual: Texts): string | undefined {
  const leaves = difference(what, leavesOf(expected), leavesOf(actual));
  if (leaves !== undefined || isDeepStrictEqual(expected, actual)) return leaves;
  return `${what}: empty elements differ: ${JSON.stringify(expected).slice(0, 120)} and ${JSON.stringify(actual).slice(0, 120)}`;
}

function short(leaf: string | undefined): string {
  return leaf === undefined ? "nothing more" : JSON.stringify(leaf.length > 120 ? `${leaf.slice(0, 120)}…` : leaf);
}
