import { isXmlError, type XmlReader } from "@coo/xml";
import { type CanonicalizeOptions, canonicalize } from "@coo/xml/c14n";
import type { Verdict } from "../harness/suite.ts";

/** A document and the canonical form of it or of a part. */
export interface CanonicalVector {
  readonly id?: string;
  readonly name?: string;
  readonly algorithm: string;
  readonly xml: string;
  readonly expected: string;
  /** The document has a DOCTYPE, so that our reader refuses it. */
  readonly doctype?: boolean;
  /** Path of the element, `//*` or by local name. */
  readonly xpath?: string;
  /** XPath of the nodes. */
  readonly nodeSet?: { readonly xpath: string; readonly namespaces: Readonly<Record<string, string>> };
  readonly inclusivePrefixes?: readonly string[];
}

/** Judges vectors of canonicalization; names start with `suite`. */
export function judgeCanonical(suite: string, vectors: readonly CanonicalVector[]): Verdict[] {
  return vectors.map((vector, i) => ({
    name: `${suite}/${vector.id ?? `${i + 1} ${vector.name ?? ""}`.trim()}`,
    failure: judge(vector),
  }));
}

function judge(vector: CanonicalVector): string | null {
  if (vector.doctype) return refusal(vector) === "XML_DTD" ? null : "the DOCTYPE is not refused";
  if (vector.algorithm.endsWith("xml-c14n11")) return "Canonical XML 1.1 is not offered";
  const choice = choiceOf(vector);
  if (choice === undefined) return "the XPath picks single nodes out of elements";
  try {
    const made = run(vector, choice);
    return made === vector.expected ? null : `is ${made.slice(0, 200)}, expected ${vector.expected.slice(0, 200)}`;
  } catch (error) {
    if (!isXmlError(error)) throw error;
    return error.message;
  }
}

function refusal(vector: CanonicalVector): string | undefined {
  try {
    run(vector, {});
    return undefined;
  } catch (error) {
    return isXmlError(error) ? error.code : String(error);
  }
}

type Choice = Pick<CanonicalizeOptions, "path" | "select">;

/** The element that an XPath chooses; `undefined` when it chooses anything else. */
function choiceOf(vector: CanonicalVector): Choice | undefined {
  if (vector.nodeSet) {
    // One condition on one ancestor is a subtree.
    const subtree = /^\(\/\/\. \| \/\/@\* \| \/\/namespace::\*\)\s*\[\s*ancestor-or-self::(\w+):(\w+)\s*\]$/.exec(
      vector.nodeSet.xpath,
    );
    if (!subtree) return undefined;
    const ns = vector.nodeSet.namespaces[subtree[1] as string];
    return { select: (reader) => reader.ns === ns && reader.local === subtree[2] };
  }
  if (vector.xpath === undefined) return {};
  if (!vector.xpath.startsWith("//")) return { path: vector.xpath.slice(1).split("/") };
  const local = /^\/\/\*\[local-name\(\.?\)='(\w+)'\]$/.exec(vector.xpath)?.[1];
  if (local === undefined && vector.xpath !== "//*") return undefined;
  return { select: (reader: XmlReader): boolean => local === undefined || reader.local === local };
}

function run(vector: CanonicalVector, choice: Choice): string {
  return canonicalize(vector.xml, {
    mode: vector.algorithm.includes("exc-c14n") ? "exc-c14n" : "c14n",
    comments: vector.algorithm.endsWith("#WithComments"),
    ...(vector.inclusivePrefixes ? { inclusivePrefixes: vector.inclusivePrefixes } : {}),
    ...choice,
  });
}
