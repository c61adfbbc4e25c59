import { createRequire } from "node:module";
import { attributeText, type Dump, Dumper } from "./dump.ts";

interface Node {
  readonly nodeType: number;
  readonly childNodes: readonly Node[];
}

// Its own declarations do not pass the compiler's check of libraries.
const { parseXmlDocument } = createRequire(import.meta.url)("slimdom") as {
  readonly parseXmlDocument: (text: string) => Node;
};

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const XMLNS = "http://www.w3.org/2000/xmlns/";

interface Attribute {
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly value: string;
}

/** As slimdom reads it. @throws what slimdom finds wrong. */
export function readBySlimdom(text: string): Dump {
  const dumper = new Dumper();
  visit(parseXmlDocument(text), dumper);
  return dumper.out;
}

function visit(node: Node, dumper: Dumper): void {
  for (const child of node.childNodes) {
    if (child.nodeType === ELEMENT) {
      const element = child as Node & {
        readonly namespaceURI: string | null;
        readonly localName: string;
        readonly attributes: readonly Attribute[];
      };
      dumper.start(
        element.namespaceURI ?? "",
        element.localName,
        element.attributes
          .filter((a) => a.namespaceURI !== XMLNS)
          .map((a) => attributeText(a.namespaceURI ?? "", a.localName, a.value)),
      );
      visit(child, dumper);
      dumper.end(element.namespaceURI ?? "", element.localName);
    } else if (child.nodeType === TEXT || child.nodeType === CDATA)
      dumper.text((child as Node & { data: string }).data);
  }
}
