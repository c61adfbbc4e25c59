import type { Command, Context } from "../command.ts";
import { isCodegenError } from "../errors.ts";
import { fetchAll } from "../fetch/fetch-all.ts";
import { folderOf } from "../fetch/remote-entries.ts";
import { SavedDocuments } from "../fetch/saved-documents.ts";
import { type LintArguments, parseLintArguments } from "../lint/arguments.ts";
import { runLint } from "../lint/command.ts";
import { LINT_HELP } from "../lint/help.ts";
import { printProblems } from "../problems-text.ts";

/** `coo-codegen lint` */
export const lintCommand: Command = {
  name: "lint",
  uses: [["lint <wsdl|xsd>…", "what is wrong or risky in documents · 检查文档中的错误与隐患"]],
  help: LINT_HELP,
  async run(args, context) {
    const parsed = parsedOrNull(args);
    if (parsed?.fetch === true && !parsed.help && !parsed.listRules) await fetchFor(parsed, context);
    return runLint(args, context.output);
  },
};

/** `null` for a wrong command line, which `runLint` reports. */
function parsedOrNull(args: readonly string[]): LintArguments | null {
  try {
    return parseLintArguments(args);
  } catch (error) {
    if (isCodegenError(error)) return null;
    throw error;
  }
}

/** What could not be fetched is told; lint goes on, and the import is a finding. */
async function fetchFor({ entries, format }: LintArguments, { output, signal }: Context): Promise<void> {
  const problems = await fetchAll({
    entries,
    saved: new SavedDocuments(folderOf(entries)),
    keepGoing: true,
    writing: true,
    signal,
    tell: (text) => {
      if (format === "text") output.err(`${text}\n`);
    },
  });
  printProblems(output, problems);
}
