import { isWsdlError, loadModel, type Model, type ReadDocument, type WsdlError } from "@coo/wsdl";
import { createContext } from "./context.ts";
import { loaderFinding } from "./loader-rules.ts";
import type { Category, Finding, LintRule, Severity, Values } from "./rule.ts";
import { LINT_RULES } from "./rules.ts";

/** Options of {@link lint}. */
export interface LintOptions {
  /** WSDL and XSD files, in any order; what they import is judged as well. */
  readonly entries: readonly string[];
  /** Ids of rules and categories that are left out. */
  readonly disable?: readonly string[];
  /** Reads instead of the file system. */
  readonly readFile?: (file: string) => Uint8Array | string;
  /** The `locate` of the loader: where documents lie that were saved from a network. */
  readonly locate?: (location: string, from: string) => string | null | undefined;
  /** The `permits` of the loader: whether a file that an import names may be opened. */
  readonly permits?: (file: string) => boolean;
}

/** What {@link lint} found. */
export interface LintReport {
  /** Sorted by file, line and column. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Documents that were judged. */
  readonly documents: readonly string[];
}

/** Problems per rule that are kept; a file with more has one systematic fault. */
const MAX_PROBLEMS = 10_000;

/**
 * Says what is wrong or risky in WSDL and XSD documents. Nothing is thrown for what is wrong in them, and nothing is
 * ever fetched.
 */
export function lint(options: LintOptions): LintReport {
  const off = new Set(options.disable ?? []);
  const isOn = (rule: { readonly id: string; readonly category: Category }): boolean =>
    !off.has(rule.id) && !off.has(rule.category);
  const documents: ReadDocument[] = [];
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const add = (finding: Finding): void => {
    const { file, line, column } = finding.at;
    const key = `${finding.rule}|${file}|${line}|${column}|${finding.message}`;
    if (seen.has(key)) return;
    seen.add(key);
    findings.push(finding);
  };
  const replaced = new Set<string>();
  const loaded = load(options, documents);
  const context = isWsdlError(loaded) ? null : createContext(loaded, documents, options.locate);
  if (context !== null)
    for (const rule of LINT_RULES.filter(isOn))
      rule.check(context, (where, values = {}) => {
        const finding = findingOf(rule, "at" in where ? where.at : where, values);
        for (const id of rule.replaces ?? []) replaced.add(placeKey(id, finding.at));
        add(finding);
      });
  for (const problem of isWsdlError(loaded) ? [loaded] : loaded.problems) {
    if (replaced.has(placeKey(problem.rule, problem))) continue;
    const finding = loaderFinding(problem);
    if (isOn({ id: finding.rule, category: finding.category })) add(finding);
  }
  findings.sort(byPlace);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { findings, counts, documents: documents.map((d) => d.file) };
}

/** The model, or why there is none: with endlessly nested definitions even a part of it would mislead. */
function load(options: LintOptions, documents: ReadDocument[]): Model | WsdlError {
  try {
    return loadModel(options.entries, {
      keepGoing: true,
      onDocument: (document) => documents.push(document),
      limits: { maxProblems: MAX_PROBLEMS },
      ...(options.readFile === undefined ? {} : { readFile: options.readFile }),
      locate: options.locate,
      permits: options.permits,
    });
  } catch (error) {
    if (isWsdlError(error)) return error;
    throw error;
  }
}

function findingOf(rule: LintRule, at: Finding["at"], values: Values): Finding {
  return {
    rule: rule.id,
    category: rule.category,
    severity: rule.severity,
    at,
    message: fill(rule.en, values, ""),
    messageZh: fill(rule.zh, values, "Zh"),
    advice: fill(rule.advice, values, ""),
    adviceZh: fill(rule.adviceZh, values, "Zh"),
  };
}

function fill(text: string, values: Values, suffix: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name + suffix] ?? values[name] ?? whole));
}

function placeKey(rule: string, at: Pick<WsdlError, "file" | "line" | "column">): string {
  return `${rule}|${at.file}|${at.line}|${at.column}`;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  if (a.at.line !== b.at.line) return a.at.line - b.at.line;
  if (a.at.column !== b.at.column) return a.at.column - b.at.column;
  if (a.rule !== b.rule) return a.rule < b.rule ? -1 : 1;
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
