import type { Command } from "../command.ts";
import { LINT_HELP } from "../lint/help.ts";

/** `coo-codegen lint` */
export const lintCommand: Command = {
  name: "lint",
  uses: [["lint <wsdl|xsd|folder>…", "what is wrong or risky in documents · 检查文档中的错误与隐患"]],
  help: LINT_HELP,
  async run(args, context) {
    // Its rules are many files; who generates does not wait for them.
    const { runLint } = await import("../lint/run-lint.ts");
    return runLint(args, context);
  },
};
