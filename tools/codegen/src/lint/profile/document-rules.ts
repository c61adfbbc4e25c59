import type { ReadDocument } from "@coo/wsdl";
import { defineRule, type LintRule, type Report } from "../rule.ts";

/** Rules about documents as XML: version, encoding, declarations. */
export const documentRules: readonly LintRule[] = [
  defineRule({
    id: "R4003",
    category: "wsi",
    severity: "warning",
    title: ["WSDL document not in UTF-8 or UTF-16", "WSDL 文档未采用 UTF-8 或 UTF-16"],
    message: ["the WSDL document is encoded in {encoding}", "WSDL 文档的编码是 {encoding}"],
    advice: ["save it as UTF-8; many tools read nothing else", "请另存为 UTF-8；许多工具不认识其他编码"],
    check: ({ documents }, report) => checkEncoding(documents, "wsdl", report),
  }),
  defineRule({
    id: "R2010",
    category: "wsi",
    severity: "warning",
    title: ["schema document not in UTF-8 or UTF-16", "模式文档未采用 UTF-8 或 UTF-16"],
    message: ["the schema document is encoded in {encoding}", "模式文档的编码是 {encoding}"],
    advice: ["save it as UTF-8; many tools read nothing else", "请另存为 UTF-8；许多工具不认识其他编码"],
    check: ({ documents }, report) => checkEncoding(documents, "xsd", report),
  }),
  defineRule({
    id: "R4004",
    category: "wsi",
    severity: "warning",
    title: ["WSDL document not in XML 1.0", "WSDL 文档不是 XML 1.0"],
    message: ["the WSDL document declares XML {version}", "WSDL 文档声明为 XML {version}"],
    advice: ['write version="1.0"', '请写 version="1.0"'],
    check: ({ documents }, report) => checkVersion(documents, "wsdl", report),
  }),
  defineRule({
    id: "R2011",
    category: "wsi",
    severity: "warning",
    title: ["schema document not in XML 1.0", "模式文档不是 XML 1.0"],
    message: ["the schema document declares XML {version}", "模式文档声明为 XML {version}"],
    advice: ['write version="1.0"', '请写 version="1.0"'],
    check: ({ documents }, report) => checkVersion(documents, "xsd", report),
  }),
  defineRule({
    id: "R4005",
    category: "wsi",
    severity: "info",
    title: ["the prefix xml is declared", "声明了前缀 xml"],
    message: ["the prefix xml is declared, which it is without that", "声明了前缀 xml，而它本来就已绑定"],
    advice: ["remove xmlns:xml; some readers stumble over it", "请删除 xmlns:xml；有的解析器会因此出错"],
    check({ documents }, report) {
      // The reader leaves this declaration out, so it is looked for in the text.
      for (const { file, bytes } of documents) {
        if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("xmlns:xml")) continue;
        const text = decode(bytes).replace(/<!--.*?-->|<!\[CDATA\[.*?\]\]>/gs, (t) => t.replace(/[^\n]/g, " "));
        for (const { index } of text.matchAll(/<[^<>]*\sxmlns:xml\s*=/g)) {
          const before = text.slice(0, index).split("\n");
          report({ file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
        }
      }
    },
  }),
];

function checkEncoding(documents: readonly ReadDocument[], kind: ReadDocument["kind"], report: Report): void {
  for (const { file, bytes } of documents.filter((d) => d.kind === kind)) {
    const encoding = /encoding\s*=\s*["']([^"']+)["']/.exec(xmlDeclaration(bytes))?.[1];
    if (encoding !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding))
      report({ file, line: 1, column: 1 }, { encoding });
  }
}

function checkVersion(documents: readonly ReadDocument[], kind: ReadDocument["kind"], report: Report): void {
  for (const { file, bytes } of documents.filter((d) => d.kind === kind)) {
    const version = /version\s*=\s*["']([^"']+)["']/.exec(xmlDeclaration(bytes))?.[1];
    if (version !== undefined && version !== "1.0") report({ file, line: 1, column: 1 }, { version });
  }
}

/** The XML declaration, `""` when there is none; the zero bytes and the mark of UTF-16 and UTF-8 left out. */
function xmlDeclaration(bytes: Uint8Array): string {
  const head = Array.from(bytes.subarray(0, 400), (b) => (b === 0 || b > 0x7e ? "" : String.fromCharCode(b))).join("");
  return /^<\?xml[^>]*\?>/.exec(head)?.[0] ?? "";
}

/** The text of a document in an encoding that extends ASCII. */
function decode(bytes: Uint8Array): string {
  const label = /encoding\s*=\s*["']([^"']+)["']/.exec(xmlDeclaration(bytes))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
