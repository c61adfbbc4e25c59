import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { loadModel, type Model, permittedIn } from "@coo/wsdl";
import { decodeXml } from "@coo/xml";
import { usageError } from "../arguments.ts";
import { manifestOfSet } from "./manifest-of-set.ts";

/** Documents that a folder may hold; more is a mistaken path. */
const MAX_FILES = 5000;

/**
 * Loads a set of documents: a file, or all of a folder; of a folder with a manifest, the files that this names. Nothing
 * outside of the folder is read.
 *
 * @throws {@link CodegenError} `GEN_USAGE` when there is none; `WsdlError` when a document is wrong.
 */
export function loadSet(path: string): Model {
  if (!existsSync(path)) throw usageError(`there is no file or folder ${path}`, `没有文件或目录 ${path}`);
  if (!statSync(path).isDirectory()) return loadModel([path], { permits: permittedIn([dirname(path)]) });
  const entries = manifestOfSet(path)?.files.map((file) => join(path, file)) ?? entriesOfSet(path);
  if (entries.length === 0) throw usageError(`no .wsdl or .xsd file in ${path}`, `${path} 中没有 .wsdl 或 .xsd 文件`);
  return loadModel(entries, { permits: permittedIn([path]) });
}

/**
 * The documents below a folder that no other one refers to; what these refer to is loaded with them.
 *
 * @throws {@link CodegenError} `GEN_USAGE` when there are too many.
 */
export function entriesOfSet(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(?:wsdl|xsd)$/i.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .filter((file) => !/[\\/](?:node_modules|\.[^\\/]+)[\\/]/.test(file.slice(folder.length)))
    .sort();
  if (files.length > MAX_FILES)
    throw usageError(
      `${folder} holds ${files.length} documents, the limit is ${MAX_FILES}`,
      `${folder} 中有 ${files.length} 个文件,上限为 ${MAX_FILES}`,
    );
  const referred = new Set(files.flatMap((file) => referencesOf(file).filter((other) => other !== resolve(file))));
  const roots = files.filter((file) => !referred.has(resolve(file)));
  // Documents that only refer to each other have no root.
  return roots.length > 0 ? roots : files;
}

function referencesOf(file: string): string[] {
  return [...textOf(file).matchAll(/\b(?:schemaLocation|location)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, a, b]) =>
    resolve(dirname(file), unescaped((a ?? b ?? "").replaceAll("\\", "/"))),
  );
}

/** The document's text in its own encoding. What is wrong with that is told when it is loaded. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  try {
    return decodeXml(bytes).text;
  } catch {
    return bytes.toString("latin1");
  }
}

function unescaped(location: string): string {
  try {
    return decodeURIComponent(location);
  } catch {
    return location;
  }
}
