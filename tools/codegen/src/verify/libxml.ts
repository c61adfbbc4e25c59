import type * as Libxml from "libxml2-wasm";

/** Judges documents by the schema `entry` and what it refers to; `null` when libxml2 does not take the schema. */
export type LibxmlJudge = (
  files: ReadonlyMap<string, string>,
  entry: string,
  documents: readonly string[],
) => readonly boolean[] | null;

/** libxml2, where its package is installed; `null` without it. */
export async function libxmlJudge(): Promise<LibxmlJudge | null> {
  let library: typeof Libxml;
  try {
    library = await import("libxml2-wasm");
  } catch {
    return null;
  }
  return (files, entry, documents) => judge(library, files, entry, documents);
}

function judge(
  { ParseOption, XmlBufferInputProvider, XmlDocument, XmlError, XsdValidator, ...library }: typeof Libxml,
  files: ReadonlyMap<string, string>,
  entry: string,
  documents: readonly string[],
): readonly boolean[] | null {
  const bytes = Object.fromEntries([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]));
  library.xmlRegisterInputProvider(new XmlBufferInputProvider(bytes));
  try {
    using schema = XmlDocument.fromBuffer(bytes[entry] as Uint8Array, { url: entry });
    using validator = XsdValidator.fromDoc(schema);
    return documents.map((text) => {
      try {
        using document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NONET });
        validator.validate(document);
        return true;
      } catch (error) {
        if (error instanceof XmlError) return false;
        throw error;
      }
    });
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  } finally {
    library.xmlCleanupInputProvider();
  }
}
