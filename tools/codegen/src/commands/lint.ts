import type { Command } from "../command.ts";
import { runLint } from "../lint/command.ts";
import { LINT_HELP } from "../lint/help.ts";

/** `coo-codegen lint` */
export const lintCommand: Command = {
  name: "lint",
  uses: [["lint <wsdl|xsd>…", "what is wrong or risky in documents · 检查文档中的错误与隐患"]],
  help: LINT_HELP,
  run: (args, { output }) => runLint(args, output),
};
