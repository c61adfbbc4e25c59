import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { permittedIn } from "@coo/wsdl";
import { decodeXml } from "@coo/xml";
import { usageError } from "../arguments.ts";

/** A file of a delivery, to be kept as it came. */
export interface DeliveredFile {
  /** Path below the folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Encoding of a WSDL or XSD document; `null` for other files and where it is broken. */
  readonly encoding: string | null;
}

const MAX_FILES = 5000;
/** Of all files together. */
const MAX_BYTES = 256 << 20;

/** All files of a folder, sorted; what is hidden, and links that lead out of it, are left. */
export function deliveredFiles(folder: string): readonly DeliveredFile[] {
  const mayOpen = permittedIn([folder]);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => !e.isDirectory())
    .map((e) => join(e.parentPath, e.name))
    .filter((file) => !/(?:^|[\\/])(?:node_modules|\.[^\\/]+)(?:[\\/]|$)/.test(relative(folder, file)))
    .filter((file) => mayOpen(file) && statSync(file, { throwIfNoEntry: false })?.isFile() === true)
    .sort();
  const bytes = paths.reduce((sum, file) => sum + statSync(file).size, 0);
  if (paths.length > MAX_FILES || bytes > MAX_BYTES)
    throw usageError(
      `${folder} holds ${paths.length} files with ${bytes} bytes, the limits are ${MAX_FILES} and ${MAX_BYTES}`,
      `${folder} 中有 ${paths.length} 个文件、${bytes} 字节,上限为 ${MAX_FILES} 个、${MAX_BYTES} 字节`,
    );
  return paths.map((file) => {
    const content = readFileSync(file);
    const path = relative(folder, file).split(sep).join("/");
    return { path, bytes: content, encoding: /\.(?:wsdl|xsd)$/i.test(path) ? encodingOf(content) : null };
  });
}

function encodingOf(bytes: Uint8Array): string | null {
  try {
    return decodeXml(bytes).encoding;
  } catch {
    return null;
  }
}
