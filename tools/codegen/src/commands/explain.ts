import type { Command } from "../command.ts";

const HELP = `coo-codegen explain: what a kind of change means · 解释一种变更

  coo-codegen explain ID…                  letters, reason, what to do, an example · 结论、原因、处理、示例
  coo-codegen explain                      all ids with their titles · 列出全部编号

  --json       as JSON · 输出 JSON
  --help       this text · 帮助

Exit codes · 退出码
  0  done · 完成     2  usage, unknown id · 用法错误或未知编号

Examples · 示例
  coo-codegen explain max-length-tightened
  coo-codegen explain enum-value-added enum-value-removed --json
`;

/** `coo-codegen explain` */
export const explainCommand: Command = {
  name: "explain",
  uses: [["explain <id>", "what a kind of change means, with an example · 解释一种变更"]],
  help: HELP,
  async run(args, context) {
    // The texts are many; who generates does not wait for them.
    const { runExplain } = await import("../diff/run-explain.ts");
    return runExplain(args, context);
  },
};
