import { canonicalize } from "@coo/xml/c14n";
import { ParseOption, XmlC14NMode, XmlDocument } from "libxml2-wasm";

/** Whether libxml2 writes the same canonical forms: of the document, and of its last element with what it inherits. */
export function sameCanonicalForms(xml: string, bytes: Uint8Array): boolean {
  const document = XmlDocument.fromBuffer(bytes, { option: ParseOption.XML_PARSE_NONET });
  try {
    const elements = document.find("//*");
    const last = elements.at(-1);
    for (const [mode, libMode] of [
      ["c14n", XmlC14NMode.XML_C14N_1_0],
      ["exc-c14n", XmlC14NMode.XML_C14N_EXCLUSIVE_1_0],
    ] as const) {
      for (const comments of [true, false]) {
        const options = { mode: libMode, withComments: comments };
        const whole = attempt(() => document.canonicalizeToString(options));
        if (whole !== attempt(() => canonicalize(xml, { mode, comments }))) return false;
        let left = elements.length;
        const part = attempt(() => last?.canonicalizeToString(options));
        if (part !== attempt(() => canonicalize(xml, { mode, comments, select: () => --left === 0 }))) return false;
      }
    }
    return true;
  } finally {
    document.dispose();
  }
}

function attempt(run: () => string | undefined): string | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
