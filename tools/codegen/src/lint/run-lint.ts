import { relative, sep } from "node:path";
import { permittedIn } from "@coo/wsdl";
import type { Context } from "../command.ts";
import { entriesOf } from "../entries.ts";
import { fetchAll } from "../fetch/fetch-all.ts";
import { entryFile, folderOf } from "../fetch/remote-entries.ts";
import { isAddress, SavedDocuments } from "../fetch/saved-documents.ts";
import { EXIT } from "../output.ts";
import { permittedFolders } from "../permitted-folders.ts";
import { printProblems } from "../problems-text.ts";
import { type LintArguments, parseLintArguments } from "./arguments.ts";
import { formatJson } from "./format/json.ts";
import { formatSarif } from "./format/sarif.ts";
import { formatText } from "./format/text.ts";
import { type LintReport, lint } from "./lint.ts";
import { ALL_RULES } from "./rules.ts";

/** The work of `coo-codegen lint`; gives the exit code. */
export async function runLint(args: readonly string[], { output, signal }: Context): Promise<number> {
  const options = parseLintArguments(args);
  if (options.listRules) {
    for (const r of ALL_RULES) output.out(`${r.id}\t${r.category}\t${r.severity}\t${r.titleZh} · ${r.title}\n`);
    return EXIT.ok;
  }
  const permits = permittedIn(permittedFolders(options.entries, ".", options.root));
  const given = options.entries.flatMap((entry) => (isAddress(entry) ? [entry] : entriesOf([entry], permits)));
  const saved = new SavedDocuments(folderOf(given));
  if (options.fetch) await fetchFor(given, saved, permits, options, { output, signal });
  const report = lint({
    entries: given.map((entry) => (isAddress(entry) ? shownPath(entryFile(entry, saved)) : entry)),
    disable: options.disable,
    permits,
    locate: (location, from) => {
      const file = saved.locate(location, from);
      return typeof file === "string" ? shownPath(file) : file;
    },
  });
  const exitCode = isFailure(report, options.failOn) ? EXIT.input : EXIT.ok;
  if (options.format === "json") output.out(formatJson(report, exitCode));
  else if (options.format === "sarif") output.out(formatSarif(report));
  else output.out(formatText(report, options.all));
  return exitCode;
}

/** What could not be fetched is told; lint goes on, and the import is a finding. */
async function fetchFor(
  entries: readonly string[],
  saved: SavedDocuments,
  permits: (file: string) => boolean,
  { format }: LintArguments,
  { output, signal }: Context,
): Promise<void> {
  const problems = await fetchAll({
    entries,
    saved,
    permits,
    keepGoing: true,
    writing: true,
    signal,
    tell: (text) => {
      if (format === "text") output.err(`${text}\n`);
    },
  });
  printProblems(output, problems);
}

/** A path as one sees it from the current folder. */
function shownPath(file: string): string {
  return relative(".", file).split(sep).join("/");
}

function isFailure({ counts }: LintReport, failOn: LintArguments["failOn"]): boolean {
  if (failOn === null) return false;
  const { error, warning, info } = counts;
  return (failOn === "error" ? error : failOn === "warning" ? error + warning : error + warning + info) > 0;
}
