import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { CodegenError } from "./errors.ts";

/**
 * Files to start from: a folder stands for the WSDL and XSD files that lie directly in it.
 *
 * @throws {@link CodegenError} `GEN_INPUT` when a folder has none.
 */
export function entriesOf(given: readonly string[]): string[] {
  return given.flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    const files = readdirSync(path)
      .filter((name) => /\.(wsdl|xsd)$/i.test(name))
      .sort();
    if (files.length > 0) return files.map((name) => join(path, name));
    throw new CodegenError({
      code: "GEN_INPUT",
      at: { file: path, line: 1, column: 1 },
      message: "the folder has no WSDL or XSD file",
      messageZh: "该目录中没有 WSDL 或 XSD 文件",
      expected: "files that end in .wsdl or .xsd, directly in the folder",
      expectedZh: "目录下应有以 .wsdl 或 .xsd 结尾的文件",
      advice: "name the files, or the folder they lie in",
      adviceZh: "请指定文件,或文件所在的目录",
    });
  });
}
