import { resolve } from "node:path";
import { CodegenError } from "../errors.ts";
import { commonFolder } from "../generate.ts";
import { isAddress, type SavedDocuments } from "./saved-documents.ts";

/**
 * Folder beside whose files documents are saved: the deepest that holds all entries.
 *
 * @param base - When all entries are addresses.
 */
export function folderOf(entries: readonly string[], base = "."): string {
  const files = entries.filter((entry) => !isAddress(entry)).map((entry) => resolve(base, entry));
  return files.length === 0 ? resolve(base) : commonFolder(files);
}

/**
 * The saved file of an entry that is an address.
 *
 * @throws {@link CodegenError} `GEN_FETCH` when it was not saved.
 */
export function entryFile(address: string, saved: SavedDocuments): string {
  const url = saved.addressOf(address, "");
  const file = url === null ? undefined : saved.find(url.href);
  if (file !== undefined) return file;
  throw new CodegenError({
    code: "GEN_FETCH",
    message: `${address} is at an address and was not saved in ${saved.folder}`,
    messageZh: `${address} 位于网络上,且未保存到 ${saved.folder}`,
    expected: "a file, or an address that was fetched before",
    expectedZh: "文件,或已下载过的地址",
    advice: "run with --fetch, or save the document and name the file",
    adviceZh: "请加 --fetch 运行,或保存该文档后指定文件",
  });
}
