import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  assertConsistent,
  type Change,
  compare,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  isEvolutionError,
  loadingError,
  type Report,
  weight,
} from "@coo/evolution";
import { loadModel, type Model, permittedIn } from "@coo/wsdl";
import { parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { reportFailure } from "../report-failure.ts";

const FORMATS = { text: formatText, json: formatJson, markdown: formatMarkdown, sarif: formatSarif } as const;
const THRESHOLDS = { breaking: 2, potential: 1, any: 0, never: 3 } as const;
const EXIT_FOUND = 1;
const EXIT_INPUT = 3;
const EXIT_CONTRADICTION = 4;
/** Documents that a folder may hold; more is a mistaken path. */
const MAX_FILES = 5000;

/** The work of `coo-codegen diff`; gives the exit code. */
export function runDiff(args: readonly string[], { output }: Context): number {
  const parsed = parseArguments(args, {
    switches: ["--tolerant", "--strict-potential"],
    values: ["--format", "--out", "--fail-on", "--pushed"],
  });
  const [old, now, ...more] = parsed.rest;
  if (old === undefined || now === undefined || more.length > 0)
    throw usageError("diff takes two files or folders: OLD NEW", "diff 需要两个文件或目录:OLD NEW");
  const format = oneOf("--format", parsed.values.get("--format") ?? "text", FORMATS);
  const threshold = oneOf("--fail-on", parsed.values.get("--fail-on") ?? "breaking", THRESHOLDS);
  try {
    const [a, b] = [loadSet(old), loadSet(now)];
    const report = compare(a, b, {
      tolerant: parsed.switches.has("--tolerant"),
      strictPotential: parsed.switches.has("--strict-potential"),
      pushed: (parsed.values.get("--pushed") ?? "").split(",").filter((n) => n !== ""),
      shownPath: (file, side) => shownPath(file, side === "old" ? old : now),
    });
    assertConsistent(report);
    const text = FORMATS[format](report);
    const out = parsed.values.get("--out");
    if (out === undefined) output.out(text);
    else writeFileSync(out, text);
    return isFound(report, THRESHOLDS[threshold]) ? EXIT_FOUND : 0;
  } catch (error) {
    const known = isEvolutionError(error) ? error : loadingError(error);
    if (known === null) return reportFailure(error, output, false);
    output.err(`${known.code}: ${known.messageZh}\n  ${known.message}\n`);
    return known.code === "EVO_CONTRADICTION" ? EXIT_CONTRADICTION : EXIT_INPUT;
  }
}

function oneOf<T extends object>(flag: string, value: string, allowed: T): keyof T {
  if (Object.hasOwn(allowed, value)) return value as keyof T;
  const names = Object.keys(allowed).join(", ");
  throw usageError(`${flag} must be one of ${names}, got ${value}`, `${flag} 应为 ${names} 之一,而非 ${value}`);
}

function isFound(report: Report, threshold: number): boolean {
  return report.changes.some((c: Change) => weight(c) >= threshold);
}

function loadSet(path: string): Model {
  if (!existsSync(path)) throw usageError(`there is no file or folder ${path}`, `没有文件或目录 ${path}`);
  if (!statSync(path).isDirectory()) return loadModel([path], { permits: permittedIn([dirname(path)]) });
  const entries = entriesOf(path);
  if (entries.length === 0) throw usageError(`no .wsdl or .xsd file in ${path}`, `${path} 中没有 .wsdl 或 .xsd 文件`);
  return loadModel(entries, { permits: permittedIn([path]) });
}

/** The documents below a folder that no other one refers to; what these refer to is loaded with them. */
function entriesOf(folder: string): string[] {
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
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/\b(?:schemaLocation|location)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, a, b]) =>
    resolve(dirname(file), unescaped((a ?? b ?? "").replaceAll("\\", "/"))),
  );
}

function unescaped(location: string): string {
  try {
    return decodeURIComponent(location);
  } catch {
    return location;
  }
}

/** The path below what was given, so that a report does not depend on where it was made. */
function shownPath(file: string, given: string): string {
  const folder = existsSync(given) && statSync(given).isDirectory() ? given : dirname(given);
  return relative(resolve(folder), resolve(file)).split(sep).join("/");
}
