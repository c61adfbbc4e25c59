import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/**
 * Tells whether a file lies in one of `folders`, at any depth: by where it really lies, so that a symbolic link leads
 * out of none of them. A file that does not exist is judged by the folder it would lie in.
 */
export function permittedIn(folders: readonly string[]): (file: string) => boolean {
  const roots = folders.map(realPlace);
  return (file) => {
    const place = realPlace(file);
    return roots.some((root) => isBelow(place, root));
  };
}

function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  // On Windows the path to another drive is absolute.
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

/** Path without symbolic links; of what does not exist, as far as it does. */
function realPlace(file: string): string {
  let path = resolve(file);
  const rest: string[] = [];
  for (;;) {
    try {
      return join(realpathSync(path), ...rest);
    } catch {
      if (dirname(path) === path) return join(path, ...rest);
      rest.unshift(basename(path));
      path = dirname(path);
    }
  }
}
