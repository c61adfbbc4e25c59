import { readFileSync } from "node:fs";
import { CodegenError } from "./errors.ts";
import type { NameMap } from "./names.ts";

/**
 * Reads the user's names by component: a JSON object, keys as in the generated `names.ts`.
 *
 * @throws {@link CodegenError} `GEN_MANIFEST`.
 */
export function readNameMap(file: string): NameMap {
  let wrong: string;
  try {
    const table: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (isNameMap(table)) return table;
    wrong = "not an object of texts";
  } catch (cause) {
    wrong = (cause as Error).message;
  }
  throw new CodegenError({
    code: "GEN_MANIFEST",
    message: `${file}: no table of names: ${wrong}`,
    messageZh: `${file}:不是名称表:${wrong}`,
    expected: '{ "{urn:x}order": "Order" }',
    expectedZh: '应为 { "{urn:x}order": "Order" }',
    advice: "copy keys from the generated names.ts",
    adviceZh: "键可从生成的 names.ts 复制",
  });
}

/** Whether `value` maps texts to texts. */
export function isNameMap(value: unknown): value is NameMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((v) => typeof v === "string")
  );
}
