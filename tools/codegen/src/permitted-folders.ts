import { lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { usageError } from "./arguments.ts";
import { isAddress } from "./fetch/saved-documents.ts";

/**
 * Folders that imports must not leave: for each file that is named the folder it lies in, for each folder that one, and
 * the folder of work, when the file lies below it. A description often comes from somebody else, and the error about a
 * file that is no document tells that it exists and how it begins.
 *
 * @param places - Files, folders and addresses that the run starts from.
 * @param base - Folder of work: the current one, or that of the configuration.
 * @param root - What the user permits instead.
 * @throws {@link CodegenError} `GEN_USAGE` when `root` is no folder.
 */
export function permittedFolders(places: readonly string[], base: string, root: string | undefined): readonly string[] {
  if (root !== undefined) {
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw usageError(`--root: there is no folder ${root}`, `--root:没有目录 ${root}`);
    return [resolve(root)];
  }
  const work = resolve(base);
  const folders = new Set<string>();
  for (const place of places.filter((p) => !isAddress(p)).map((p) => resolve(base, p))) {
    if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === true) folders.add(place);
    else {
      folders.add(dirname(place));
      // Who names a link means what it leads to.
      if (lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true) folders.add(realFolder(place));
    }
    if (!`${relative(work, place)}${sep}`.startsWith(`..${sep}`)) folders.add(work);
  }
  // The top of the file system would permit all of it.
  return [...folders].filter((folder) => dirname(folder) !== folder);
}

function realFolder(link: string): string {
  try {
    return dirname(realpathSync(link));
  } catch {
    return dirname(link);
  }
}
