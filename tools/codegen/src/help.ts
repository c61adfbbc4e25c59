import { COMMANDS } from "./commands.ts";

/** Text of `coo-codegen --help`: all commands, then the whole help of the first. */
export function help(): string {
  const uses = COMMANDS.flatMap((c) => c.uses);
  const width = Math.max(...uses.map(([typed]) => typed.length));
  const lines = uses.map(([typed, does]) => `  coo-codegen ${typed.padEnd(width)}  ${does}`);
  return `coo-codegen: typed message packages from WSDL and XSD · 由 WSDL/XSD 生成带类型的报文代码

${lines.join("\n")}
  coo-codegen ${"<command> --help".padEnd(width)}  flags and examples of a command · 命令的参数与示例
  coo-codegen ${"--version".padEnd(width)}  version of this tool · 版本

${COMMANDS[0].help.split("\n").slice(2).join("\n")}`;
}
