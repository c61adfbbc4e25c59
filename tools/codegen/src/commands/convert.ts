import type { Command } from "../command.ts";

const HELP = `coo-codegen convert: functions between the objects of two editions · 生成两版报文对象之间的转换函数

  coo-codegen convert OLD NEW              files, folders or git:<ref>:<path>; TypeScript to standard output · 输出 TypeScript

For each type that differs an upgrade and a downgrade: renamed fields, optional ones and values that became lists are
carried over; what the other side demands and this one lacks is demanded by the signature.
对每个有差别的类型各生成升级与降级函数:改名、选填与改为列表的字段自动带过;对方要求而本方没有的值由参数给出。

  --old-module M   where the old types are imported from; default: the package of the manifest · 旧类型的模块
  --new-module M   the same of the new ones · 新类型的模块
  --out FILE       into a file · 写入文件
  --help           this text · 帮助

Exit codes · 退出码
  0  done · 完成     2  usage · 用法错误     3  invalid or unresolved input · 输入无效

Examples · 示例
  coo-codegen convert schemas/2018-07 schemas/2026-09 --out converters.ts
  coo-codegen convert old.wsdl new.wsdl --old-module ./old/index.ts --new-module ./new/index.ts --out converters.ts
`;

/** `coo-codegen convert` */
export const convertCommand: Command = {
  name: "convert",
  uses: [["convert <old> <new>", "functions between the objects of two editions · 生成两版之间的转换函数"]],
  help: HELP,
  async run(args, context) {
    // Only who converts loads what compares.
    const { runConvert } = await import("../convert/run-convert.ts");
    return runConvert(args, context);
  },
};
