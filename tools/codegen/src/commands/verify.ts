import type { Command } from "../command.ts";

const HELP = `coo-codegen verify: lets validators judge the verdicts on two sets of documents · 用独立校验器核对结论

  coo-codegen verify OLD NEW               files, folders or git:<ref>:<path>, as for diff · 同 diff

Documents are made from both sides and judged by both schemas: by libxml2 (npm install libxml2-wasm) and, where a JDK
is there, by its Xerces. "Compatible" with a counterexample is a disagreement; "breaking" without an example is told.
由两侧生成报文,用两侧的 schema 校验;称“兼容”却有反例即为不一致,称“破坏”而未见反例则予以说明。

  --samples N      documents of each message from each side (default 60, at most 1000) · 每侧每条报文的样例数
  --seed N         other documents (default 1) · 换一批样例
  --pushed NAMES   port types or bindings that are pushed to us · 由对方推送的端口类型
  --tolerant       readers pass over what they do not know · 读取方忽略未知元素
  --no-xerces      libxml2 alone · 只用 libxml2
  --json           all verdicts as JSON · 输出 JSON
  --help           this text · 帮助

Exit codes · 退出码
  0  no verdict is contradicted · 无一被反驳         2  usage, no validator · 用法错误或没有校验器
  3  invalid or unresolved input · 输入无效          4  a verdict is contradicted · 有结论被反驳

Examples · 示例
  coo-codegen verify old.wsdl new.wsdl
  coo-codegen verify schemas/2018-07 schemas/2026-09 --samples 200
`;

/** `coo-codegen verify` */
export const verifyCommand: Command = {
  name: "verify",
  uses: [["verify <old> <new>", "validators judge what diff says of two sets · 用独立校验器核对 diff 的结论"]],
  help: HELP,
  async run(args, context) {
    // Validators are loaded by who asks them.
    const { runVerify } = await import("../verify/run-verify.ts");
    return runVerify(args, context);
  },
};
