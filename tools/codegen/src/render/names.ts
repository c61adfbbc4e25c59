import { CodegenError } from "../errors.ts";
import { isNameMap } from "../name-map.ts";
import type { NameMap } from "../names.ts";
import { comment } from "./doc.ts";

const HEAD = "export const names: Readonly<Record<string, string>> = ";

/** The table of names, which the next run reads. */
export function nameLines(names: NameMap): string[] {
  return [
    ...comment([
      "What every component is called. Generating again reads this file, so that what is added later takes no name away.",
    ]),
    `${HEAD}${JSON.stringify(names, null, 2)};`,
    "",
  ];
}

/**
 * Reads what {@link nameLines} wrote.
 *
 * @param file - Path for messages.
 * @throws {@link CodegenError} `GEN_INPUT` when it was changed by hand into something else.
 */
export function parseNames(text: string, file: string): NameMap {
  const from = text.indexOf(HEAD);
  const to = text.lastIndexOf(";");
  try {
    const table: unknown = JSON.parse(text.slice(from + HEAD.length, to));
    if (from >= 0 && isNameMap(table)) return table;
  } catch {
    // Told below, with all other ways to be wrong.
  }
  throw new CodegenError({
    code: "GEN_INPUT",
    message: `${file}: this is not the table of names that was generated`,
    messageZh: `${file}:不是生成的名称表`,
    expected: "the file as the last run wrote it",
    expectedZh: "上次运行写出的文件",
    advice: "restore it; without it every name is chosen afresh",
    adviceZh: "请恢复该文件;删除后所有名称将重新选取",
  });
}
