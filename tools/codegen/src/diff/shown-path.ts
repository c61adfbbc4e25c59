import { existsSync, statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

/** The path of a document below the file or folder that was given, so that a report does not depend on where it was made. */
export function shownPath(file: string, given: string): string {
  const folder = existsSync(given) && statSync(given).isDirectory() ? given : dirname(given);
  return relative(resolve(folder), resolve(file)).split(sep).join("/");
}
