import { posix } from "node:path";

/** A schemaLocation or location resolved against the document that names it. */
export type ResolvedLocation =
  /** Local file names to try in order. */
  | { readonly kind: "local"; readonly candidates: readonly string[] }
  /** Has a scheme other than file: never fetched. */
  | { readonly kind: "remote"; readonly url: string };

/** File name without `.` and `a/..` steps; on Windows with forward slashes. */
export function normalizeFile(file: string): string {
  const slashed = process.platform === "win32" ? file.replaceAll("\\", "/") : file;
  return posix.normalize(slashed);
}

/** Percent escapes undone; text that is not a valid escape sequence stays as it is. */
function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isAbsolute(file: string): boolean {
  return file.startsWith("/") || /^[A-Za-z]:[\\/]/.test(file);
}

/**
 * Resolves `location`, as written in the document `base`, to local file names. Spaces, `%20` and backslashes are all
 * accepted; the text as written is tried before the unescaped one, and with its fragment before without.
 */
export function resolveLocation(base: string, location: string): ResolvedLocation {
  const trimmed = location.trim();
  let path = trimmed;
  if (/^file:/i.test(trimmed)) {
    path = unescapePercent(trimmed.replace(/^file:(\/\/[^/]*)?/i, ""));
    if (/^\/[A-Za-z]:/.test(path)) path = path.slice(1);
  } else if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(trimmed) || trimmed.startsWith("//")) {
    return { kind: "remote", url: trimmed };
  }
  const folder = posix.dirname(normalizeFile(base));
  const texts = new Set<string>();
  for (const text of [path, path.replace(/#.*$/s, "")]) {
    texts.add(text);
    texts.add(unescapePercent(text));
  }
  const candidates = new Set<string>();
  for (const text of texts) {
    if (text === "") continue;
    const slashed = text.replaceAll("\\", "/");
    candidates.add(normalizeFile(isAbsolute(slashed) ? slashed : posix.join(folder, slashed)));
  }
  return { kind: "local", candidates: [...candidates] };
}

/** Whether a relative location climbs above the root of the file system when taken from `base`. */
export function climbsAboveRoot(base: string, location: string): boolean {
  const file = normalizeFile(base);
  const slashed = location.trim().replaceAll("\\", "/");
  if (!file.startsWith("/") || isAbsolute(slashed)) return false;
  let depth = posix.dirname(file).split("/").filter(Boolean).length;
  for (const step of slashed.split("/")) {
    if (step === "..") depth--;
    else if (step !== "." && step !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}
