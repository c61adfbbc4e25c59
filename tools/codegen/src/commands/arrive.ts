import type { Command } from "../command.ts";

const HELP = `coo-codegen arrive: files of the exchange arrived, what are they · 收到接口文件后的第一步

  coo-codegen arrive DIR --out DIR2        a folder with unknown WSDL and XSD, at any depth, in UTF-8, UTF-16 or GB18030

Judges the documents, finds out which operation is which of the 18 interfaces, which element is which of ours, how
messages travel, and writes a proposal into DIR2: the files as they came, manifest.json, MIGRATION.md (which of your
lines change), questions.json (what only you can decide), correspondence.json, changes.json, LINT.txt.
检查文档,识别操作、元素与传输方式,把提案写入 DIR2。全部内容均为推定,不是官方说明。

  --out DIR2        folder of the new edition, called like it: schemas/2026-12 · 新版本目录
  --edition E       when the folder is not called like the edition · 版本号
  --answers FILE    JSON: id of a question in questions.json → answer, null for "there is none" · 答案文件
  --reference DIR   edition to compare with; default: the one beside DIR2, else the one that comes along · 参考版本
  --dry-run         write nothing · 不写入
  --help            this text · 帮助

Exit codes · 退出码
  0  everything recognised · 全部识别        1  questions are open, in questions.json · 有待确认的问题
  2  usage · 用法错误                        3  a document is wrong, nothing was written · 文档有误,未写入

Examples · 示例
  coo-codegen arrive received/ --out schemas/2026-12
  coo-codegen arrive received/ --out schemas/2026-12 --answers answers.json
`;

/** `coo-codegen arrive` */
export const arriveCommand: Command = {
  name: "arrive",
  uses: [["arrive <dir> --out <dir>", "files of the exchange arrived: propose a manifest · 收到接口文件,推定清单"]],
  help: HELP,
  async run(args, context) {
    // What matches and compares is loaded by who needs it.
    const { runArrive } = await import("../arrive/run-arrive.ts");
    return runArrive(args, context);
  },
};
