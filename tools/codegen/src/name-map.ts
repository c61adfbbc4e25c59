import { readFileSync } from "node:fs";
import type { Location } from "@coo/wsdl";
import { CodegenError } from "./errors.ts";
import { readJson } from "./json-source.ts";
import type { NameMap } from "./names.ts";

/**
 * Reads the user's names by component: a JSON object, keys as in the generated `names.ts`.
 *
 * @throws {@link CodegenError} `GEN_MANIFEST`.
 */
export function readNameMap(file: string): { readonly names: NameMap; readonly nameAt: (key: string) => Location } {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
    throw new CodegenError({
      code: "GEN_MANIFEST",
      message: `${file}: the table of names cannot be read (${reason})`,
      messageZh: `${file}:无法读取名称表(${reason})`,
      expected: "a JSON file",
      expectedZh: "JSON 文件",
      advice: "check the path",
      adviceZh: "请检查路径",
    });
  }
  const { value, at } = readJson(text, file);
  if (isNameMap(value)) return { names: value, nameAt: (key) => at([key]) };
  const bad = isRecord(value) ? Object.keys(value).find((key) => typeof value[key] !== "string") : undefined;
  throw new CodegenError({
    code: "GEN_MANIFEST",
    at: at(bad === undefined ? [] : [bad]),
    message: bad === undefined ? "no table of names: not an object" : `no table of names: ${bad} is not given a text`,
    messageZh: bad === undefined ? "不是名称表:不是对象" : `不是名称表:${bad} 的值不是文本`,
    expected: '{ "{urn:x}order": "Order" }',
    expectedZh: '{ "{urn:x}order": "Order" }',
    advice: "copy keys from the generated names.ts",
    adviceZh: "键可从生成的 names.ts 复制",
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether `value` maps texts to texts. */
export function isNameMap(value: unknown): value is NameMap {
  return isRecord(value) && Object.values(value).every((v) => typeof v === "string");
}
