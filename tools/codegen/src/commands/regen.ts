import type { Command } from "../command.ts";

const HELP = `coo-codegen regen: releases of an interface edition · 接口版本的发布

  coo-codegen regen announce DATE          add the dated entries; the default stays · 增加带日期的入口,默认不变
  coo-codegen regen adopt DATE             the default moves to it; announces it if that was not done · 切换默认版本
  coo-codegen regen retire DATE            remove the dated entries after the sunset · 停用日期后移除入口

DATE is a folder of schemas/ with its manifest. Written are generated code, exports of package.json, changesets,
schemas/DATE/CHANGES.md and report.json, and schemas/editions.json, the lock; all or nothing.
DATE 为 schemas/ 下带 manifest 的目录。写入生成代码、package.json 的 exports、changeset、CHANGES.md、report.json 与台账,全部或全无。

  --dry-run           write nothing; the files with digests, and a unified diff · 只列出文件、摘要与差异
  --check             write nothing; exit 5 if the tree differs from what would be written · 只检查
  --early             adopt before the effective date · 在生效日期之前采用
  --example           the edition is an invented example, and that is known · 允许虚构的示例版本
  --fail-on L         breaking, potential, any, never (default): exit 1 and write nothing · 达到该级别时不写入
  --strict-potential  what is potentially breaking decides the release like breaking · 潜在破坏按破坏定版本
  --today DATE        the day to decide by; default is today, UTC · 判断所用的日期
  --root DIR          folder of the repository (default: here) · 仓库目录
  --help              this text · 帮助

Exit codes · 退出码
  0  done · 完成                                    1  findings at or above --fail-on · 达到级别
  2  usage, manifest or waiver file · 用法或 manifest 错误   3  invalid or unresolved input · 输入无效
  4  a rule and the computation disagree · 规则与推算矛盾      5  tree out of date · 文件不是最新
  6  refused: a date, a waiver, something edited by hand · 拒绝:日期、豁免或手工修改

Examples · 示例
  coo-codegen regen announce 2026-09
  coo-codegen regen adopt 2026-09 --dry-run
  coo-codegen regen adopt 2026-09 --check
`;

/** `coo-codegen regen` */
export const regenCommand: Command = {
  name: "regen",
  uses: [["regen announce|adopt|retire <date>", "releases of an interface edition · 接口版本的发布"]],
  help: HELP,
  async run(args, context) {
    // Only who releases loads what compares.
    const { runRegen } = await import("../regen/run-regen.ts");
    return runRegen(args, context);
  },
};
