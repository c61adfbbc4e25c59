import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { permittedIn } from "@coo/wsdl";
import { CodegenError } from "./errors.ts";

/**
 * Files to start from: a folder stands for the WSDL and XSD files that lie directly in it.
 *
 * @param permits - Whether a file may be opened that a folder holds. Default: what really lies in the folder.
 * @throws {@link CodegenError} `GEN_INPUT` when a folder has none, or a symbolic link to what is not permitted.
 */
export function entriesOf(given: readonly string[], permits?: (file: string) => boolean): string[] {
  return given.flatMap((path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
    const mayOpen = permits ?? permittedIn([path]);
    const files = readdirSync(path)
      .filter((name) => /\.(wsdl|xsd)$/i.test(name))
      .map((name) => join(path, name))
      .sort();
    const outside = files.find((file) => !mayOpen(file));
    if (outside !== undefined)
      throw new CodegenError({
        code: "GEN_INPUT",
        at: { file: outside, line: 1, column: 1 },
        message: "this link leads outside of the permitted folder",
        messageZh: "该链接指向允许的目录之外",
        expected: `a file that lies in ${path}`,
        expectedZh: `位于 ${path} 中的文件`,
        advice: "name the file itself, or give --root DIR, a folder that holds all documents",
        adviceZh: "请直接指定该文件,或给出 --root DIR(包含全部文档的目录)",
      });
    if (files.length > 0) return files;
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
