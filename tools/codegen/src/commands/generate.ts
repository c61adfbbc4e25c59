import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArguments, usageError } from "../arguments.ts";
import type { Command } from "../command.ts";
import { generate } from "../generate.ts";
import { OUTPUT_SWITCHES, settingsOf } from "../output-flags.ts";
import { produce } from "../produce.ts";

const FLAGS = { switches: [...OUTPUT_SWITCHES, "--keep-going"], values: ["--out", "--manifest"] };

const HELP = `coo-codegen generate: code into one folder, or several packages by a manifest · 生成代码

  --out DIR        where to; its generated files are replaced · 输出目录,其中的生成文件会被替换
  --manifest FILE  maps namespaces to packages below DIR; its "files" are entries too · 按 manifest 分包
  --check          write nothing; exit 9 if DIR differs · 只检查,不一致时退出码为 9
  --dry-run        write nothing; list what would change · 只列出将要变更的文件
  --keep-going     list all errors in documents and generate the rest; unknown types become xs:anyType · 列出全部错误并生成其余部分
  --json           one JSON report on standard output · 输出 JSON 报告
  --quiet          no notes · 不输出说明
  --help           this text · 帮助

Examples · 示例
  coo-codegen service.wsdl --out src/gen
  coo-codegen service.wsdl types/extra.xsd --out src/gen --check
  coo-codegen --manifest schemas/2018-07/manifest.json --out packages --dry-run
  coo-codegen broken.wsdl --out /tmp/out --keep-going --json
  coo-codegen repo --check
  coo-codegen lint service.wsdl

Exit codes · 退出码
  0  done, or up to date · 成功
  1  internal error, please report · 内部错误
  2  wrong command line · 命令行有误
  3  errors in the input: nothing is written, with --keep-going the rest · 输入有误:不写任何文件(--keep-going 时写其余部分)
  9  --check: the folder differs · 与磁盘不一致
Nothing is ever fetched from a network. · 不会访问网络。
`;

/** `coo-codegen [generate]` */
export const generateCommand: Command = {
  name: "generate",
  uses: [
    ["<wsdl|xsd>… --out DIR", "generate into DIR (its generated files are replaced) · 生成到 DIR"],
    ["--manifest FILE --out DIR", "several packages below DIR, as the manifest maps them · 按 manifest 分包"],
  ],
  help: HELP,
  run(args, { output }) {
    const parsed = parseArguments(args, FLAGS);
    const settings = settingsOf(parsed);
    const manifest = parsed.values.get("--manifest");
    if (parsed.rest.length === 0 && manifest === undefined)
      throw usageError("no WSDL or XSD file is given", "未指定 WSDL 或 XSD 文件");
    const out = parsed.values.get("--out");
    if (out === undefined) throw usageError("--out DIR is missing", "缺少 --out DIR");
    const root = resolve(out);
    return produce(
      {
        root,
        generate: () => [
          generate({
            entries: parsed.rest,
            keepGoing: parsed.switches.has("--keep-going"),
            previous: (file) => readOld(join(root, file)),
            ...(manifest === undefined ? {} : { manifest }),
          }),
        ],
        refresh: ["请去掉 --check 重新运行", "run the same command without --check"],
      },
      settings,
      output,
    );
  },
};

/** A file of the last run; `null` when there is none. */
function readOld(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
