import { END, EOF, START, TEXT, XmlReader, type XmlReaderOptions } from "@coo/xml";
import {
  XmlElement as LibElement,
  ParseOption,
  XmlCData,
  XmlDocument,
  XmlEntityReference,
  XmlText,
  type XmlTreeNode,
} from "libxml2-wasm";

/** What is in a document, in the order of reading; equal lists mean that two readers read the same. */
export type Dump = string[];

/** As `@coo/xml` reads it. */
export function dump(input: string | Uint8Array, options?: XmlReaderOptions): Dump {
  const reader = new XmlReader(input, options);
  const out: Dump = [];
  for (;;) {
    switch (reader.next()) {
      case START: {
        const attributes: string[] = [];
        for (let i = 0; i < reader.attributeCount; i++)
          attributes.push(`{${reader.attributeNs(i)}}${reader.attributeLocal(i)}=${reader.attributeValue(i)}`);
        out.push(`<{${reader.ns}}${reader.local} ${attributes.sort().join(" ")}`);
        break;
      }
      case END:
        out.push(`/{${reader.ns}}${reader.local}`);
        break;
      case TEXT:
        out.push(`"${reader.text}`);
        break;
      case EOF:
        return out;
    }
  }
}

/** As libxml2 reads it. Throws what libxml2 finds wrong, errors of namespaces included. */
export function dumpByLibxml(input: Uint8Array): Dump {
  const document = XmlDocument.fromBuffer(input, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_BIG_LINES,
  });
  try {
    const out: Dump = [];
    // The binding's sibling links stop at a processing instruction; XPath steps over it, but costs more.
    visit(document.root, out, document.get("//processing-instruction()") !== null);
    return out;
  } finally {
    document.dispose();
  }
}

function visit(element: LibElement, out: Dump, byPath: boolean): void {
  const attributes = element.attrs.map((a) => `{${a.namespaceUri}}${a.name}=${a.value}`);
  out.push(`<{${element.namespaceUri}}${element.name} ${attributes.sort().join(" ")}`);
  for (const node of byPath ? element.find("node()[not(self::processing-instruction())]") : children(element)) {
    if (node instanceof LibElement) visit(node, out, byPath);
    else if (node instanceof XmlText || node instanceof XmlCData) addText(node.content, out);
    else if (node instanceof XmlEntityReference) throw new Error("an entity reference stayed");
  }
  out.push(`/{${element.namespaceUri}}${element.name}`);
}

function* children(element: LibElement): Iterable<XmlTreeNode> {
  for (let node = element.firstChild; node !== null; node = node.next) yield node;
}

function addText(text: string, out: Dump): void {
  if (text === "") return;
  if (out.at(-1)?.startsWith('"')) out[out.length - 1] += text;
  else out.push(`"${text}`);
}
