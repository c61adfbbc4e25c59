import type { Command } from "../command.ts";

const HELP = `coo-codegen diff: what changed between two sets of documents, and whom it hurts · 比较两套文件

  coo-codegen diff OLD NEW                 files or folders of WSDL and XSD; no manifest is needed · 文件或目录,无需 manifest
                                           or git:<ref>:<path>, as they were in a commit · 或某次提交中的文件

  --format F       text (default), json, markdown, html, sarif, annotations (file:line: …), github · 输出格式
  --out FILE       into a file instead of standard output · 写入文件
  --fail-on L      breaking (default), potential, any, never · 达到该级别时退出码为 1
  --effective DATE the other side switches on it; default: the manifest of NEW · 对方切换的日期
  --pushed NAMES   port types or bindings that are pushed to us, comma separated · 由对方推送的端口类型
  --tolerant       readers pass over what they do not know · 读取方忽略未知元素
  --waivers FILE   verdicts that somebody answers for, evolution.waivers.json: they lower the gate alone · 豁免文件
  --today DATE     the day by which waivers expire; default is today, UTC · 判断豁免是否过期的日期
  --samples DIR    count the recorded messages (XML) that each change touches, into the JSON · 统计受影响的报文数
  --strict-potential   what is potentially breaking decides the release like breaking · 潜在破坏按破坏定版本
  --help           this text · 帮助

Exit codes · 退出码
  0  nothing at or above --fail-on · 未达到级别     1  findings at or above it · 达到级别
  2  usage · 用法错误                               3  invalid or unresolved input · 输入无效
  4  a rule and the computation disagree: no report · 规则与推算矛盾,无报告
  6  a waiver has expired or matches nothing · 豁免过期或无对应变更

Letters of a change: wire, types, validation; B breaking, B° for strict readers, P potentially, C compatible.
变更的三个字母依次为:线上、类型、校验;B 破坏、B° 仅对严格读取方破坏、P 潜在、C 兼容(已证明)。

Examples · 示例
  coo-codegen diff old.wsdl new.wsdl
  coo-codegen diff 2018-07/ 2026-09/ --format html --out report.html --fail-on never
  coo-codegen diff 2018-07/ 2026-09/ --format github
  coo-codegen diff git:main:schemas/2018-07 schemas/2018-07
`;

/** `coo-codegen diff` */
export const diffCommand: Command = {
  name: "diff",
  uses: [["diff <old> <new>", "what changed between two sets of documents, and whom it hurts · 比较两套文件"]],
  help: HELP,
  async run(args, context) {
    // Only who compares loads what compares.
    const { runDiff } = await import("../diff/run-diff.ts");
    return runDiff(args, context);
  },
};
