import {
  XmlElement as LibElement,
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlEntityReference,
  XmlText,
  type XmlTreeNode,
} from "libxml2-wasm";
import { attributeText, type Dump, Dumper } from "./dump.ts";

/** As libxml2 reads it. @throws what libxml2 finds wrong, errors of namespaces included. */
export function readByLibxml(input: Uint8Array): Dump {
  const document = XmlDocument.fromBuffer(input, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_BIG_LINES,
  });
  try {
    const dumper = new Dumper();
    // The binding's sibling links stop at a processing instruction; XPath steps over it, but costs more.
    visit(document.root, dumper, document.get("//processing-instruction()") !== null);
    return dumper.out;
  } finally {
    document.dispose();
  }
}

function visit(element: LibElement, dumper: Dumper, byPath: boolean): void {
  dumper.start(
    element.namespaceUri,
    element.name,
    element.attrs.map((a) => attributeText(a.namespaceUri, a.name, a.value)),
  );
  for (const node of byPath ? element.find("node()[not(self::processing-instruction())]") : children(element)) {
    if (node instanceof LibElement) visit(node, dumper, byPath);
    else if (node instanceof XmlText || node instanceof XmlCData) dumper.text(node.content);
    else if (node instanceof XmlEntityReference) throw new Error("an entity reference stayed");
  }
  dumper.end(element.namespaceUri, element.name);
}

function* children(element: LibElement): Iterable<XmlTreeNode> {
  for (let node = element.firstChild; node !== null; node = node.next) yield node;
}
